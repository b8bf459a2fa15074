"""Anything that a template prints -> pieces."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from smartplan.book.blocks import Piece, Pieces
from smartplan.book.counts import evened
from smartplan.book.ledger import PLACEHOLDERS, current
from smartplan.book.trouble import TemplateProblem
from smartplan.book.views import ListView, PlainText, Value, View, YearMap
from smartplan.wording import NIHIL, format_date, format_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.book.blocks import Origin

__all__ = ["BULLET", "is_block", "lines_of", "pieces_of", "refuse_unprintable", "split", "words_of"]

BULLET: Final = "• "
_FIRST_BULLET: Final = Piece(BULLET)
_NEXT_BULLET: Final = Piece(f"\n{BULLET}")
_SHORT: Final = 20
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NO_BLOCK: Final = "letakkan tabel, gambar, atau kotak sendirian pada satu baris"
_PROSE_MARKS: Final = re.compile(r"[*_\[\]`<\\]|\n[ \t]*\n|(?m:^[ \t]*(?:[-+>#]|\d+[.)]))")
_MARKS: Final = frozenset("*_[]`<&\\\n")


def split(text: str, origin: Origin = "computed", **looks: Any) -> list[Piece]:
    """``text`` with placeholders -> pieces; what is not a placeholder has ``origin``. Blocks are refused."""
    pieces: list[Piece] = []
    start = 0
    for match in PLACEHOLDERS.finditer(text):
        if match.start() > start:
            pieces.append(Piece(text[start : match.start()], origin, **looks))
        start = match.end()
        item = current().get(match.group())
        if not isinstance(item, Piece):
            line = getattr(item, "line", None)
            raise TemplateProblem("tabel, gambar, atau kotak berdiri di tengah kalimat", _NO_BLOCK, line)
        pieces.append(item._replace(**looks) if looks else item)
    if start < len(text):
        pieces.append(Piece(text[start:], origin, **looks))
    return pieces


def pieces_of(value: Any) -> Pieces:
    """Pieces of a cell or argument. Lists give one line an item, with a bullet when there are several."""
    kind = type(value)
    if kind is Value:
        shown: Pieces | None = value._shown
        if shown is None:
            shown = value._shown = _pieces_of_prose(value) if value._kind == "prosa" else (value._piece(),)
        return shown
    if kind is str and len(value) < _SHORT and value.isascii():  # no placeholder is
        return _literal(value)
    if isinstance(value, str):
        return _pieces_of_text(value)
    if hasattr(kind, "_piece"):
        return (value._piece(),)
    if kind is list:
        return tuple([piece for item in value for piece in pieces_of(item)])
    if isinstance(value, bool):
        return (Piece("ya" if value else "tidak", "computed"),)
    if isinstance(value, (int, float, Decimal)):
        return (Piece(number_words(value), "computed"),)
    if isinstance(value, ListView):
        return lines_of(pieces_of(item) for item in value)
    if isinstance(value, YearMap):
        return lines_of((Piece(f"{year}: ", "computed"), *pieces_of(amount)) for year, amount in value.items())
    if isinstance(value, (list, tuple)):
        return tuple(piece for item in value for piece in pieces_of(item))
    if isinstance(value, date):
        return (Piece(format_date(value), "computed"),)
    if isinstance(value, View):
        raise TemplateProblem(f"bagian {value._path} dicetak utuh", "cetak salah satu isiannya, misalnya `.nama`")
    if hasattr(value, "blocks"):
        from smartplan.book.markdown import flat

        return flat(value.blocks)
    raise TemplateProblem("nilai kosong dicetak", "beri nilai, atau cetak isian rencana yang dapat kosong")


@lru_cache(maxsize=1024)
def _literal(text: str) -> Pieces:
    """Words of a template such as `` (``, of which each row of a table has the same."""
    refuse_unprintable(text)
    return (Piece(text, "computed"),) if text else ()


def refuse_unprintable(text: str) -> None:
    """Characters that no XML may hold can only come from a template: the source refuses them."""
    match = _UNPRINTABLE.search(text)
    if match is not None:
        code = f"U+{ord(match.group()):04X}"
        raise TemplateProblem(f"templat mencetak karakter {code}, yang tidak dapat dicetak", "hapus karakter itu")


def lines_of(rows: Iterable[Pieces]) -> Pieces:
    """One line for each of ``rows``, with a bullet when there are several; "nihil" when there is none."""
    lines = list(rows)
    if not lines:
        return (Piece(NIHIL, "computed"),)
    if len(lines) == 1:
        return lines[0]
    found: list[Piece] = []
    for number, row in enumerate(lines):
        found.append(_NEXT_BULLET if number else _FIRST_BULLET)
        found += row
    return tuple(found)


def words_of(value: Any) -> str:
    """The words of anything that can be printed, without looks."""
    return "".join(piece.text for piece in pieces_of(value))


def number_words(value: Decimal | int | float) -> str:
    """Indonesian digits; a whole number that can only be a year has no thousands."""
    if isinstance(value, int) and 1900 <= value <= 2200:
        return str(value)
    return format_number(value)


def is_block(item: Any) -> bool:
    return not isinstance(item, Piece)


def _pieces_of_text(text: str) -> Pieces:
    """Text of a macro may carry Markdown of the template; any other text is shown as it is."""
    if not text:
        return ()
    refuse_unprintable(text)
    if type(text) is str:
        return (Piece(text, "computed"),) if PLACEHOLDERS.search(text) is None else tuple(evened(split(text)))
    if not hasattr(text, "__html__"):
        return tuple(split(str(text)))
    if isinstance(text, PlainText):
        return (Piece(str(text), "computed"),)
    words = str(text).strip()
    if not _MARKS.intersection(words):
        return tuple(evened(split(words, "literal")))
    from smartplan.book.markdown import inline_pieces

    return inline_pieces(words)


def _pieces_of_prose(value: Value) -> Pieces:
    """A long text in a cell or sentence: its paragraphs as lines."""
    text = str(value._held)
    if not _PROSE_MARKS.search(text):
        return (value._piece(" ".join(text.split())),)
    from smartplan.book.markdown import flat, prose

    return flat(prose(text, value._path, value._base()))
