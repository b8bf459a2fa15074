"""``Bagian``: what every part of a plan and of an edition is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self, get_args

from pydantic import BaseModel, ConfigDict, PrivateAttr, model_validator
from pydantic import Field as PydanticField
from pydantic_core import ValidationError

from smartplan.fields.containers import Container, PartList, ScalarList, YearMap
from smartplan.fields.reading import Reading, is_blank
from smartplan.fields.scalars import Field, fault
from smartplan.source import Entry, Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartplan.findings import Span

__all__ = ["Bagian", "isian"]


def isian(description: str, *, contoh: str | None = None) -> Any:
    """A field of a part. ``description`` is Indonesian, shown in schema, comments and books; ``contoh`` an example."""
    return PydanticField(default=None, description=description, examples=[contoh] if contoh else None)


class Bagian(BaseModel):
    """A part: attributes are the YAML keys; None means not known yet, an empty list means none (nihil).

    No field is required: absence is a rule's business. A part knows the node that it was read from and the part that
    holds it, so that it can tell its data path and where each value stands.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    _node: Mapping | None = PrivateAttr(default=None)
    _parent: Bagian | None = PrivateAttr(default=None)
    _key: str = PrivateAttr(default="")
    _index: int | None = PrivateAttr(default=None)

    _kinds: ClassVar[dict[str, str]] = {}
    _item_kinds: ClassVar[dict[str, str]] = {}
    _holders: ClassVar[tuple[str, ...]] = ()

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        cls._kinds, cls._item_kinds = {}, {}
        for name, field in cls.model_fields.items():
            marker = next((mark for mark in field.metadata if isinstance(mark, (Field, Container))), None)
            cls._kinds[name] = marker.kind if marker is not None else "part"
            if isinstance(marker, (ScalarList, YearMap)):
                cls._item_kinds[name] = marker.field.kind
            elif isinstance(marker, PartList) or (marker is not None and marker.kind == "map"):
                cls._item_kinds[name] = "part"
        cls._holders = tuple(
            name for name, kind in cls._kinds.items() if kind == "part" or cls._item_kinds.get(name) == "part"
        )

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, value: Any, handler: Callable[[Any], Self], info: Any) -> Self:
        if isinstance(value, (Scalar, Sequence)):
            what = "daftar" if isinstance(value, Sequence) else "satu nilai"
            hint = "tulis isiannya di baris-baris berikut sebagai `kunci: nilai`, menjorok ke dalam"
            raise fault("bukan_kumpulan", f"harus berupa kumpulan isian, bukan {what}", hint)
        if not isinstance(value, Mapping):
            part = handler(value)
        else:
            reading: Reading = info.context
            part = cls._from_mapping(value, handler, reading)
            part._node = value
        for name in cls._holders:
            part._adopt(name, getattr(part, name))
        return part

    @classmethod
    def _from_mapping(cls, node: Mapping, handler: Callable[[Any], Self], reading: Reading) -> Self:
        known = cls._kinds
        given: dict[str, Any] = {}
        for entry in node.entries:
            if entry.key not in known:
                reading.unknown_key(entry, node, known)
            elif not is_blank(entry.value):
                given[entry.key] = entry.value
        while True:
            try:
                return handler(given)
            except ValidationError as error:
                if reading.item_depth:
                    raise
                bad = reading.invalid(error, node) & given.keys()
                if not bad:
                    raise
                for key in bad:
                    del given[key]

    def _adopt(self, name: str, held: Any) -> None:
        if isinstance(held, list):
            for index, item in enumerate(held):
                item._parent, item._key, item._index = self, name, index
        elif isinstance(held, dict):
            for key, item in held.items():
                if isinstance(item, Bagian):
                    item._parent, item._key = self, f"{name}.{key}"
        elif held is not None:
            held._parent, held._key = self, name

    @property
    def node(self) -> Mapping | None:
        """Where this part was read from; None when it was made by a program."""
        return self._node

    @property
    def holder(self) -> Bagian | None:
        """The part that holds this one."""
        return self._parent

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
        if self._node is None:
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
            items = [item for item in entry.value.items if not is_blank(item)]
            return items[position].span if position < len(items) else entry.key_span
        if isinstance(entry.value, Mapping):
            year = entry.value.get(str(position))
            return year.value.span if year is not None else entry.key_span
        return entry.value.span

    def raw(self, key: str) -> str | None:
        """The text of a single value as it stands in the source; None when absent or not a single value."""
        entry = self.entry(key)
        return entry.value.text if entry is not None and isinstance(entry.value, Scalar) else None

    @classmethod
    def kind_of(cls, key: str) -> str:
        """The kind of the field ``key``: "teks", "prosa", "rupiah", "list", "part", "years", "map" ..."""
        return cls._kinds[key]

    @classmethod
    def item_kind(cls, key: str) -> str | None:
        """The kind of what a list, a map or an amount by year holds."""
        return cls._item_kinds.get(key)

    @classmethod
    def part_of(cls, key: str) -> type[Bagian] | None:
        """The kind of part that ``key`` holds, alone, in a list or in a map; None for plain values."""
        return _part_in(cls.model_fields[key].annotation)

    @classmethod
    def example(cls, key: str) -> str | None:
        """An example of what ``key`` may hold."""
        examples = cls.model_fields[key].examples
        return str(examples[0]) if examples else None

    @classmethod
    def describe(cls, key: str) -> str:
        """The Indonesian description of the field ``key``."""
        return cls.model_fields[key].description or key


def _part_in(annotation: Any) -> type[Bagian] | None:
    if isinstance(annotation, type) and issubclass(annotation, Bagian):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _part_in(inner)) is not None), None)
