"""Single values as templates see them: printed they are a placeholder that knows text, path and source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from smartplan.book.blocks import Piece, Pieces, data_piece
from smartplan.book.ledger import placeholder
from smartplan.book.markers import choices_of
from smartplan.book.missing import Missing
from smartplan.source import Scalar
from smartplan.wording import format_date, format_number, format_rupiah

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartplan.book.views import View
    from smartplan.fields import Bagian
    from smartplan.source import Node

__all__ = ["DASH", "Computed", "Item", "PlainText", "Value", "plain_value", "text_of"]

_AS_THEY_ARE: Final = frozenset({"teks", "prosa", "kode", "id"})
_NUMBERS: Final = frozenset({"rupiah", "angka", "bulat", "persen", "tahun"})
DASH: Final = "–"
_PADDED: Final = len("-999,9990")


def _figure(raw: Any) -> str:
    """A number without the zero that only tells three decimals from thousands: YAML 167.0670 is printed 167,067."""
    if isinstance(raw, str):
        return raw  # a grade
    words = format_number(raw)
    return words[:-1] if words.endswith("0") and words[-5:-4] == "," and len(words) <= _PADDED else words


_WRITERS: Final[dict[str, Callable[[Any], str]]] = {
    "rupiah": format_rupiah,
    "angka": _figure,
    "bulat": format_number,
    "persen": format_number,
    "tanggal": format_date,
    "ya": lambda raw: "ya" if raw else "tidak",
}


def text_of(raw: Any, kind: str) -> str:
    """How a value is printed: decimal comma, ``Rp 1.500.000``, ``28 Februari 2023``."""
    write = _WRITERS.get(kind)
    return write(raw) if write is not None else str(raw)


class PlainText(str):
    """The text behind a value. Printed or joined with Markdown of a macro it is still data, and never parsed."""

    __slots__ = ()

    def __html__(self) -> str:
        return placeholder(Piece(str(self), "computed"))


class Value:
    """One value of the plan. ``nilai`` is the plain Python value.

    ``suffix`` is what its path has more than ``key``, ``[#1]`` or ``.2026``; ``node`` is where it stands in the source.
    """

    __slots__ = ("_consulted", "_held", "_key", "_kind", "_node", "_owner", "_shown", "_suffix")

    def __init__(self, held: Any, owner: View, key: str, kind: str, suffix: str = "", node: Node | None = None) -> None:
        self._held = held
        self._owner = owner
        self._key = key
        self._kind = kind
        self._suffix = suffix
        self._node = node
        self._consulted = False
        """Whether a template has compared it or worked with it: what is not printed may yet be used."""
        self._shown: Pieces | None = None
        """Its pieces, once they were asked for: a value is printed in several tables."""

    @property
    def nilai(self) -> Any:
        self._consulted = True
        return PlainText(self._held) if isinstance(self._held, str) else self._held

    @property
    def _part(self) -> Bagian:
        return self._owner._part

    @property
    def _path(self) -> str:
        return self._owner._path_of(self._key) + self._suffix

    def _text(self) -> str:
        if self._kind == "pilihan":
            return choices_of(type(self._part), self._key).get(self._held, str(self._held))
        return text_of(self._held, self._kind)

    def _piece(self, text: str | None = None) -> Piece:
        if text is None:
            text = self._held if self._kind in _AS_THEY_ARE else self._text()
        owner = self._owner
        if owner._foreign:  # words of the edition are no data of the plan
            return Piece(text, "computed")
        return data_piece(text, owner._path_of(self._key) + self._suffix, self._base())

    def _base(self) -> str:
        """The text as it stands in the source."""
        node = self._node
        return node.text if type(node) is Scalar else str(self._held)

    def __str__(self) -> str:
        return placeholder(self._piece())

    def __bool__(self) -> bool:
        return bool(self._held) if self._kind == "ya" else True

    def __eq__(self, other: object) -> bool:
        self._consulted = True
        return bool(self._held == plain_value(other))

    def __hash__(self) -> int:
        return hash(self._held)

    def __lt__(self, other: Any) -> Any:
        return NotImplemented if isinstance(other, Missing) else self._held < plain_value(other)

    def __le__(self, other: Any) -> Any:
        return NotImplemented if isinstance(other, Missing) else self._held <= plain_value(other)

    def __gt__(self, other: Any) -> Any:
        return NotImplemented if isinstance(other, Missing) else self._held > plain_value(other)

    def __ge__(self, other: Any) -> Any:
        return NotImplemented if isinstance(other, Missing) else self._held >= plain_value(other)

    def __add__(self, other: Any) -> Any:
        if isinstance(other, Missing):
            return NotImplemented
        return self._held + plain_value(other) if self._kind in _NUMBERS else f"{self}{other}"

    def __radd__(self, other: Any) -> Any:
        return other + self._held if self._kind in _NUMBERS else f"{other}{self}"

    def __sub__(self, other: Any) -> Any:
        return NotImplemented if isinstance(other, Missing) else self._held - plain_value(other)

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
        return self._words not in ("", DASH)


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


def plain_value(value: Any) -> Any:
    return value._held if isinstance(value, Value) else value
