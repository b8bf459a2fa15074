"""What templates see of a plan: read-only views whose printed form is a placeholder.

A ``Value`` knows its text, data path and the text of the source; ``Missing`` stands for what is absent. Attribute names
are the YAML keys; a name that no part has is a template error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from smartplan.book.blocks import Piece
from smartplan.book.ledger import placeholder
from smartplan.edition.parts import Bertanda
from smartplan.fields import Bagian, Choice
from smartplan.wording import format_date, format_number, format_rupiah

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Computed", "ListView", "MapView", "Missing", "Value", "View", "YearMap", "text_of", "view_of"]

_BY_YEAR: Final = "years"


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


class Value:
    """One value of the plan. ``nilai`` is the plain Python value."""

    __slots__ = ("_base", "_key", "_kind", "_part", "_position", "nilai")

    def __init__(self, nilai: Any, part: Bagian, key: str, kind: str, position: int | None = None) -> None:
        self.nilai = nilai
        self._part = part
        self._key = key
        self._kind = kind
        self._position = position

    @property
    def _path(self) -> str:
        path = self._part.path_of(self._key)
        if self._position is None:
            return path
        year = self._part.kind_of(self._key) == _BY_YEAR
        return f"{path}.{self._position}" if year else f"{path}[#{self._position + 1}]"

    def _text(self) -> str:
        if self._kind == "pilihan":
            return choice_text(type(self._part), self._key, self.nilai)
        return text_of(self.nilai, self._kind)

    def _piece(self, text: str | None = None) -> Piece:
        if isinstance(self._part, Bertanda):  # words of the edition are no data of the plan
            return Piece(text or self._text(), "computed")
        base = self._part.raw(self._key) if self._position is None else None
        return Piece(text or self._text(), "data", self._path, base if base is not None else str(self.nilai))

    def __str__(self) -> str:
        return placeholder(self._piece())

    def __bool__(self) -> bool:
        return bool(self.nilai) if self._kind == "ya" else True

    def __eq__(self, other: object) -> bool:
        return bool(self.nilai == (other.nilai if isinstance(other, Value) else other))

    def __hash__(self) -> int:
        return hash(self.nilai)

    def __lt__(self, other: Any) -> bool:
        return bool(self.nilai < (other.nilai if isinstance(other, Value) else other))


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


class Missing:
    """What the plan does not say. Printed it is a call-out in place; looping over it gives one Missing item."""

    __slots__ = ("_key", "_kind", "_path_")

    def __init__(self, kind: type[Bagian] | None, key: str, path: str) -> None:
        self._kind = kind
        self._key = key
        self._path_ = path

    @property
    def _what(self) -> str:
        return self._kind.describe(self._key) if self._kind and self._key in self._kind.model_fields else self._key

    @property
    def _path(self) -> str:
        return self._path_

    def _piece(self) -> Piece:
        return Piece(f"[belum diisi: {self._what}]", "missing", self._path_, None, "WJB002")

    def __getattr__(self, name: str) -> Missing:
        if name.startswith("_"):
            raise AttributeError(name)
        inner = self._kind.part_of(self._key) if self._kind and self._key in self._kind.model_fields else self._kind
        if inner is not None and name not in inner.model_fields and name != "dimensi_":
            raise AttributeError(name)
        return Missing(inner, name, f"{self._path_}.{name}")

    def __getitem__(self, key: object) -> Missing:
        return Missing(self._kind, self._key, f"{self._path_}.{key}")

    def __iter__(self) -> Iterator[Missing]:
        yield self

    def items(self) -> list[tuple[Missing, Missing]]:
        return []

    def __len__(self) -> int:
        return 0

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return placeholder(self._piece())


class View:
    """A part of the plan. ``dimensi_`` is the dimension that it stands in, where that is known."""

    __slots__ = ("_part", "dimensi_")

    def __init__(self, part: Bagian, dimensi: Any = None) -> None:
        self._part = part
        self.dimensi_ = dimensi

    @property
    def _path(self) -> str:
        return self._part.path

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in type(self._part).model_fields:
            raise AttributeError(name)
        return view_of(self._part, name, self.dimensi_)

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, View) and other._part is self._part

    def __hash__(self) -> int:
        return id(self._part)


class ListView:
    """A list of the plan, in its order. ``_none`` says that it was written as empty (nihil)."""

    __slots__ = ("_items", "_path")

    def __init__(self, items: list[Any], path: str = "") -> None:
        self._items = items
        self._path = path

    def __iter__(self) -> Iterator[Any]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, index: int) -> Any:
        return self._items[index]

    def __str__(self) -> str:
        if not self._items:
            return placeholder(Piece("nihil", "computed"))
        return "; ".join(str(item) for item in self._items)


class YearMap:
    """Amounts by year."""

    __slots__ = ("_values",)

    def __init__(self, part: Bagian, key: str, held: dict[int, Any]) -> None:
        kind = part.item_kind(key) or "angka"
        self._values = {year: Value(held[year], part, key, kind, year) for year in sorted(held)}

    def items(self) -> list[tuple[int, Value]]:
        return list(self._values.items())

    def get(self, year: int) -> Value | None:
        return self._values.get(year)

    def __getitem__(self, year: int) -> Value:
        return self._values[year]

    def __iter__(self) -> Iterator[int]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


class MapView:
    """A map of the plan by id."""

    __slots__ = ("_values",)

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in self._values:
            raise AttributeError(name)
        return self._values[name]

    def items(self) -> list[tuple[str, Any]]:
        return list(self._values.items())

    def __len__(self) -> int:
        return len(self._values)


def view_of(part: Bagian, key: str, dimensi: Any = None) -> Any:
    """The view of what ``part`` holds under ``key``; Missing when it holds nothing."""
    held = getattr(part, key)
    if held is None:
        return Missing(type(part), key, part.path_of(key))
    kind = part.kind_of(key)
    if kind == "part":
        return View(held, dimensi)
    if kind == "list":
        inner = part.item_kind(key) or "teks"
        if inner == "part":
            return ListView([View(item, dimensi) for item in held], part.path_of(key))
        items = [Value(item, part, key, inner, position) for position, item in enumerate(held)]
        return ListView(items, part.path_of(key))
    if kind == _BY_YEAR:
        return YearMap(part, key, held)
    if kind == "map":
        return MapView({name: View(item) for name, item in held.items()})
    if kind == "texts":
        return MapView(dict(held))
    return Value(held, part, key, kind)


def choice_text(kind: type[Bagian], key: str, raw: str) -> str:
    """The printed words of a choice."""
    marker = next((mark for mark in kind.model_fields[key].metadata if isinstance(mark, Choice)), None)
    return marker.choices.get(raw, raw) if marker is not None else raw
