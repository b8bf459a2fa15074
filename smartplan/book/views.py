"""What templates see of a plan: read-only views whose printed form is a placeholder.

Attribute names are the YAML keys; a name that no part has is a template error. A ``View`` keeps what it has shown, so
that a plan is walked once in a book, however often its values are printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from smartplan.book.blocks import Piece
from smartplan.book.ledger import placeholder
from smartplan.book.markers import choices_of
from smartplan.book.missing import Missing
from smartplan.edition.parts import Bertanda
from smartplan.source import Mapping, Scalar, Sequence
from smartplan.wording import format_date, format_number, format_rupiah

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.fields import Bagian
    from smartplan.source import Node

__all__ = ["Computed", "Item", "ListView", "MapView", "Missing", "PlainText", "Value", "View", "YearMap", "text_of"]

_NUMBERS: Final = frozenset({"rupiah", "angka", "bulat", "persen", "tahun"})
_DASH: Final = "–"


def text_of(raw: Any, kind: str) -> str:
    """How a value is printed: decimal comma, ``Rp 1.500.000``, ``28 Februari 2023``."""
    if kind == "rupiah":
        return format_rupiah(raw)
    if kind in ("angka", "bulat", "persen"):
        return format_number(raw)
    if kind == "tanggal":
        return format_date(raw)
    if kind == "ya":
        return "ya" if raw else "tidak"
    return str(raw)


class PlainText(str):
    """The text behind a value. Printed or joined with Markdown of a macro it is still data, and never parsed."""

    __slots__ = ()

    def __html__(self) -> str:
        return placeholder(Piece(str(self), "computed"))


class Value:
    """One value of the plan. ``nilai`` is the plain Python value."""

    __slots__ = ("_held", "_key", "_kind", "_owner", "_position")

    def __init__(self, held: Any, owner: View, key: str, kind: str, position: int | str | None = None) -> None:
        self._held = held
        self._owner = owner
        self._key = key
        self._kind = kind
        self._position = position

    @property
    def nilai(self) -> Any:
        return PlainText(self._held) if isinstance(self._held, str) else self._held

    @property
    def _part(self) -> Bagian:
        return self._owner._part

    @property
    def _path(self) -> str:
        path = self._owner._path_of(self._key)
        if self._position is None:
            return path
        listed = self._part.kind_of(self._key) == "list"
        return f"{path}[#{int(self._position) + 1}]" if listed else f"{path}.{self._position}"

    def _text(self) -> str:
        if self._kind == "pilihan":
            return choices_of(type(self._part), self._key).get(self._held, str(self._held))
        return text_of(self._held, self._kind)

    def _piece(self, text: str | None = None) -> Piece:
        if text is None:
            text = self._text()
        if self._owner._foreign:  # words of the edition are no data of the plan
            return Piece(text, "computed")
        return Piece(text, "data", self._path, self._base())

    def _base(self) -> str:
        """The text as it stands in the source."""
        source = self._owner._source
        entry = source.get(self._key) if source is not None else None
        node = entry.value if entry is not None else None
        if self._position is not None:
            node = _inner(node, self._position)
        return node.text if isinstance(node, Scalar) else str(self._held)

    def __str__(self) -> str:
        return placeholder(self._piece())

    def __bool__(self) -> bool:
        return bool(self._held) if self._kind == "ya" else True

    def __eq__(self, other: object) -> bool:
        return bool(self._held == _plain(other))

    def __hash__(self) -> int:
        return hash(self._held)

    def __lt__(self, other: Any) -> Any:
        return NotImplemented if isinstance(other, Missing) else self._held < _plain(other)

    def __le__(self, other: Any) -> Any:
        return NotImplemented if isinstance(other, Missing) else self._held <= _plain(other)

    def __gt__(self, other: Any) -> Any:
        return NotImplemented if isinstance(other, Missing) else self._held > _plain(other)

    def __ge__(self, other: Any) -> Any:
        return NotImplemented if isinstance(other, Missing) else self._held >= _plain(other)

    def __add__(self, other: Any) -> Any:
        if isinstance(other, Missing):
            return NotImplemented
        return self._held + _plain(other) if self._kind in _NUMBERS else f"{self}{other}"

    def __radd__(self, other: Any) -> Any:
        return other + self._held if self._kind in _NUMBERS else f"{other}{self}"

    def __sub__(self, other: Any) -> Any:
        return NotImplemented if isinstance(other, Missing) else self._held - _plain(other)

    def __rsub__(self, other: Any) -> Any:
        return other - self._held


class Computed:
    """A text that was worked out: a sum, a count, a phrase. ``nilai`` is the number behind it, if any."""

    __slots__ = ("_words", "nilai")

    def __init__(self, words: str, nilai: Any = None) -> None:
        self._words = words
        self.nilai = nilai

    def _piece(self) -> Piece:
        return Piece(self._words, "computed")

    def __str__(self) -> str:
        return placeholder(self._piece())

    def __bool__(self) -> bool:
        return self._words not in ("", _DASH)


class Item:
    """An id and a name of the edition; printed it is the name."""

    __slots__ = ("id", "nama")

    def __init__(self, id: str, nama: str) -> None:
        self.id = id
        self.nama = nama

    def _piece(self) -> Piece:
        return Computed(self.nama)._piece()

    def __str__(self) -> str:
        return placeholder(self._piece())


class View:
    """A part of the plan. ``dimensi_`` is the dimension that it stands in, where that is known."""

    __slots__ = ("_base_path", "_foreign", "_part", "_shown", "_source", "dimensi_")

    def __init__(self, part: Bagian, dimensi: Any = None, path: str | None = None) -> None:
        self._part = part
        self._source = part.node
        self._base_path = path
        self._foreign = isinstance(part, Bertanda)
        self._shown: dict[str, Any] = {}
        self.dimensi_ = dimensi

    @property
    def _path(self) -> str:
        if self._base_path is None:
            self._base_path = self._part.path
        return self._base_path

    def _path_of(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        shown = self._shown
        if name not in shown:
            shown[name] = self._look_up(name)
        return shown[name]

    def _look_up(self, key: str) -> Any:
        part = self._part
        try:
            kind = part.kind_of(key)
        except KeyError:
            raise AttributeError(key) from None
        held = getattr(part, key)
        if held is None:
            return Missing.of(type(part), key, self._path_of(key))
        if kind == "part":
            return View(held, self.dimensi_, self._path_of(key))
        if kind == "list":
            inner = part.item_kind(key) or "teks"
            if inner == "part":
                path = self._path_of(key)
                return ListView([View(item, self.dimensi_, _item_path(path, item)) for item in held], path)
            items = [Value(item, self, key, inner, position) for position, item in enumerate(held)]
            return ListView(items, self._path_of(key))
        if kind == "years":
            return YearMap(self, key, held)
        if kind == "map":
            return MapView(self, key, {name: View(item) for name, item in held.items()})
        if kind == "texts":
            return MapView(self, key, {name: Value(text, self, key, "teks", name) for name, text in held.items()})
        return Value(held, self, key, kind)

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, View) and other._part is self._part

    def __hash__(self) -> int:
        return id(self._part)


class ListView:
    """A list of the plan, in its order; an empty one was written as empty (nihil)."""

    __slots__ = ("_items", "_path")

    def __init__(self, items: list[Any], path: str = "") -> None:
        self._items = items
        self._path = path

    def __iter__(self) -> Iterator[Any]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, index: Any) -> Any:
        found = self._items[index]
        return ListView(found, self._path) if isinstance(index, slice) else found

    def __add__(self, other: Any) -> ListView:
        return ListView([*self._items, *other], self._path)

    def __str__(self) -> str:
        if not self._items:
            return placeholder(Piece("nihil", "computed"))
        return "; ".join(str(item) for item in self._items)


class YearMap:
    """Amounts by year. A year without amount prints a dash: the plan gives nothing in that year."""

    __slots__ = ("_values",)

    def __init__(self, owner: View, key: str, held: dict[int, Any]) -> None:
        kind = owner._part.item_kind(key) or "angka"
        self._values = {year: Value(held[year], owner, key, kind, year) for year in sorted(held)}

    def items(self) -> list[tuple[int, Value]]:
        return list(self._values.items())

    def get(self, year: int) -> Value | None:
        return self._values.get(year)

    def __getitem__(self, year: int) -> Value | Computed:
        return self._values.get(_plain(year)) or Computed(_DASH)

    def __contains__(self, year: object) -> bool:
        return _plain(year) in self._values

    def __iter__(self) -> Iterator[int]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


class MapView:
    """A map of the plan by id; what it does not hold is missing."""

    __slots__ = ("_key", "_owner", "_values")

    def __init__(self, owner: View, key: str, values: dict[str, Any]) -> None:
        self._owner = owner
        self._key = key
        self._values = values

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: Any) -> Any:
        found = self._values.get(str(_plain(name)))
        if found is not None:
            return found
        return Missing.of(type(self._owner._part), self._key, self._owner._path_of(self._key))[str(_plain(name))]

    def items(self) -> list[tuple[str, Any]]:
        return list(self._values.items())

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def _plain(value: Any) -> Any:
    return value._held if isinstance(value, Value) else value


def _item_path(path: str, item: Any) -> str | None:
    """The path of an item that has an id; only the item itself knows its position."""
    name = getattr(item, "id", None)
    return f"{path}[{name}]" if isinstance(name, str) else None


def _inner(node: Node | None, position: int | str) -> Node | None:
    """One item of a list, or one member of a map of values."""
    if isinstance(node, Sequence):
        items = [item for item in node.items if not (isinstance(item, Scalar) and not item.text.strip())]
        return items[int(position)] if int(position) < len(items) else None
    member = node.get(str(position)) if isinstance(node, Mapping) else None
    return member.value if member is not None else None
