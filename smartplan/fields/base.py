"""``Bagian``: what every part of a plan and of an edition is made of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple, NoReturn, Self, get_args

from smartplan.fields.containers import Container, MapOf, PartList, PlainContainer, ScalarList, YearMap
from smartplan.fields.reading import Fault, Node, Reading, Unreadable, instead, is_blank
from smartplan.fields.scalars import Field
from smartplan.source import Entry, Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartplan.findings import Edit, Span

__all__ = ["Bagian", "FieldSpec", "isian"]


_NAMED: Final = 2
"""Keys that a hint names of a part."""


class FieldSpec(NamedTuple):
    """What a part says of one of its fields.

    ``marker``: the field type; None for a part of its own. ``kind``: "teks", "prosa", "rupiah", "list", "part",
    "years", "map" ...; ``item_kind`` the kind of what a list, a map or an amount by year holds; ``part``: the kind of
    part that it holds, alone, in a list or in a map.
    """

    description: str
    example: str | None
    marker: Field | Container | None = None
    kind: str = "part"
    item_kind: str | None = None
    part: type[Bagian] | None = None

    @property
    def value_marker(self) -> Field | Container | None:
        """The field type of the value, or of each value of a list."""
        return self.marker.field if isinstance(self.marker, ScalarList) else self.marker


def isian(description: str, *, contoh: str | None = None) -> Any:
    """A field of a part. ``description`` is Indonesian, shown in schema, comments and books; ``contoh`` an example."""
    return FieldSpec(description, contoh)


class Bagian:
    """A part: attributes are the YAML keys; None means not known yet, an empty list means none (nihil).

    No field is required: absence is a rule's business. A part is made by reading a tree and does not change. It knows
    the node that it was read from and the part that holds it, so that it can tell its data path and where each value
    stands.
    """

    fields: ClassVar[dict[str, FieldSpec]] = {}
    """Key -> what is said of it, those of the base part first."""

    _readers: ClassVar[dict[str, Callable[[Node, Reading], Any]]] = {}
    _holders: ClassVar[tuple[str, ...]] = ()

    _node: Mapping | None = None
    _parent: Bagian | None = None
    _key: str = ""
    _index: int | None = None

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.fields, cls._readers = dict(cls.fields), dict(cls._readers)
        # Modules with many parts do without `from __future__ import annotations`: reading them from text takes long.
        annotations: dict[str, Any] = cls.__annotations__
        if any(isinstance(annotation, str) for annotation in annotations.values()):
            from inspect import get_annotations

            annotations = get_annotations(cls, eval_str=True)
        for name, annotation in annotations.items():
            declared = cls.__dict__.get(name)
            if isinstance(declared, FieldSpec):
                cls.fields[name], cls._readers[name] = _completed(name, annotation, declared)
                setattr(cls, name, None)
        cls._holders = tuple(name for name, spec in cls.fields.items() if spec.part is not None)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.path!r}>"

    @classmethod
    def read(cls, node: Node, reading: Reading) -> Self:
        """The part that ``node`` holds, without what cannot be read, which is noted.

        Raises:
            Fault: ``node`` holds no keys.
            Unreadable: something in an item of a list is wrong; then the whole item is left out.
        """
        if not isinstance(node, Mapping):
            what = "daftar" if isinstance(node, Sequence) else "satu nilai"
            keys = list(cls.fields)
            named = " dan ".join(f"`{key}:`" for key in keys[:_NAMED])
            such = "dengan kunci" if len(keys) <= _NAMED else "misalnya kunci"
            hint = f"tulis isiannya di baris-baris berikut sebagai `kunci: nilai`, menjorok ke dalam, {such} {named}"
            raise Fault("bukan_kumpulan", f"harus berupa kumpulan isian, bukan {what}", hint)
        part = cls()
        values = part.__dict__
        readers = cls._readers
        faulty = False
        for entry in node:
            key, value = entry.key, entry.value
            read_value = readers.get(key)
            if read_value is None:
                reading.unknown_key(entry, node, readers)
            elif type(value) is not Scalar or not value.is_blank:
                try:
                    values[key] = read_value(value, reading)
                except Fault as found:
                    reading.fault(found, key, value)
                    faulty = True
                except Unreadable:
                    faulty = True
        if faulty and reading.item_depth:
            raise Unreadable
        for name in cls._holders:
            if name in values:
                part._adopt(name, values[name])
        values["_node"] = node
        return part

    def _adopt(self, name: str, held: Any) -> None:
        if isinstance(held, list):
            for index, item in enumerate(held):
                item.__dict__.update(_parent=self, _key=name, _index=index)
        elif isinstance(held, dict):
            for key, item in held.items():
                item.__dict__.update(_parent=self, _key=f"{name}.{key}")
        else:
            held.__dict__.update(_parent=self, _key=name)

    @property
    def node(self) -> Mapping | None:
        """Where this part was read from; None when it was made by a program."""
        return self._node

    @property
    def holder(self) -> Bagian | None:
        """The part that holds this one."""
        return self._parent

    @property
    def is_empty(self) -> bool:
        """Whether a part has keys only: nobody has said anything yet. A list written as empty says something."""
        values = (getattr(self, key) for key in self.fields)
        return all(value.is_empty if isinstance(value, Bagian) else value is None for value in values)

    @property
    def path(self) -> str:
        """The data path: ``dimensi.smart_living.program[jas-bule]``; without an id ``[#3]``; empty for the root."""
        if self._parent is None:
            return self._key
        base = self._parent.path_of(self._key)
        if self._index is None:
            return base
        name = getattr(self, "id", None)
        return f"{base}[{name}]" if isinstance(name, str) else f"{base}[#{self._position()}]"

    def _position(self) -> int:
        """Position from 1 in the source, where items left out are counted too."""
        index = self._index or 0
        if self._parent is not None and self._parent._node is not None and "." not in self._key:
            entry = self._parent._node.get(self._key)
            if entry is not None and isinstance(entry.value, Sequence):
                for position, item in enumerate(entry.value.items, 1):
                    if item is self._node:
                        return position
        return index + 1

    def path_of(self, key: str) -> str:
        """The data path of ``key`` below this part."""
        base = self.path
        return f"{base}.{key}" if base else key

    def entry(self, key: str) -> Entry | None:
        """The written key and value, also when the value is empty; None when the key is absent."""
        return self._node.get(key) if self._node is not None else None

    def span(self, key: str | None = None) -> Span | None:
        """Where the value of ``key`` stands; an empty value: its key; an absent key: the key of this part."""
        if key is not None:
            entry = self.entry(key)
            if entry is not None:
                return entry.key_span if is_blank(entry.value) else entry.value.span
        return self._own_span()

    def key_span(self, key: str) -> Span | None:
        """Where the word ``key`` stands; the key of this part when it is absent."""
        entry = self.entry(key)
        return entry.key_span if entry is not None else self._own_span()

    def _own_span(self) -> Span | None:
        if self._parent is not None and self._parent._node is not None and self._index is None:
            owner: Mapping | None = self._parent._node
            entry = None
            for step in self._key.split("."):
                entry = owner.get(step) if owner is not None else None
                owner = entry.value if entry is not None and isinstance(entry.value, Mapping) else None
            if entry is not None:
                return entry.key_span
        if self._node is None or not self._node.source.file:  # made by a program, or of no file that could be read
            return None
        if self._node.entries:
            return self._node.entries[0].key_span
        return self._node.span

    def item_span(self, key: str, position: int) -> Span | None:
        """Where item ``position`` (from 0) of a list stands, or the value of year ``position`` of an amount by year."""
        entry = self.entry(key)
        if entry is None:
            return self._own_span()
        if isinstance(entry.value, Sequence):
            items = [item for item in entry.value.items if isinstance(item, Scalar) and not item.is_blank]
            return items[position].span if position < len(items) else entry.key_span
        if isinstance(entry.value, Mapping):
            year = entry.value.get(str(position))
            return year.value.span if year is not None else entry.key_span
        return entry.value.span

    def rewrite(self, key: str, text: str, position: int | None = None) -> tuple[Edit, ...]:
        """The edit that writes ``text`` as the value of ``key``, or as item ``position`` of its list; else none."""
        entry = self.entry(key)
        node = entry.value if entry is not None else None
        if isinstance(node, Sequence) and position is not None:
            items = [item for item in node.items if isinstance(item, Scalar) and not item.is_blank]
            node = items[position] if position < len(items) else None
        return instead(node, text) if isinstance(node, Scalar) else ()

    def raw(self, key: str) -> str | None:
        """The text of a single value as it stands in the source; None when absent or not a single value."""
        entry = self.entry(key)
        return entry.value.text if entry is not None and isinstance(entry.value, Scalar) else None

    @classmethod
    def kind_of(cls, key: str) -> str:
        """The kind of the field ``key``: "teks", "prosa", "rupiah", "list", "part", "years", "map" ..."""
        return cls.fields[key].kind

    @classmethod
    def item_kind(cls, key: str) -> str | None:
        """The kind of what a list, a map or an amount by year holds."""
        return cls.fields[key].item_kind

    @classmethod
    def part_of(cls, key: str) -> type[Bagian] | None:
        """The kind of part that ``key`` holds, alone, in a list or in a map; None for plain values."""
        return cls.fields[key].part

    @classmethod
    def example(cls, key: str) -> str | None:
        """An example of what ``key`` may hold."""
        return cls.fields[key].example

    @classmethod
    def describe(cls, key: str) -> str:
        """The Indonesian description of the field ``key``."""
        return cls.fields[key].description


def _completed(name: str, annotation: Any, declared: FieldSpec) -> tuple[FieldSpec, Callable[[Node, Reading], Any]]:
    """What ``declared`` leaves to the annotation, and how a value is read."""
    marker = next((mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, _MARKERS)), None)
    read: Callable[[Node, Reading], Any]
    part = None
    item_kind = None
    if isinstance(marker, Field):
        read = marker.read
    elif isinstance(marker, PlainContainer):
        read = partial(marker.read, key=name)
        item_kind = marker.field.kind if isinstance(marker, (ScalarList, YearMap)) else None
    else:
        part = _part_in(annotation)
        if part is None:
            raise TypeError(f"{name}: neither a field type nor a part: {annotation!r}")
        read = part.read
        if isinstance(marker, (PartList, MapOf)):
            read = partial(marker.read, key=name, read_item=part.read)
            item_kind = "part"
    kind = marker.kind if marker is not None else "part"
    return FieldSpec(declared.description, declared.example, marker, kind, item_kind, part), read


_MARKERS = (Field, Container)


def _part_in(annotation: Any) -> type[Bagian] | None:
    if isinstance(annotation, type) and issubclass(annotation, Bagian):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _part_in(inner)) is not None), None)
