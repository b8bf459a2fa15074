"""Anything that a template prints -> pieces."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from smartplan.book.blocks import Piece, Pieces
from smartplan.book.ledger import PLACEHOLDERS, current
from smartplan.book.trouble import TemplateProblem
from smartplan.book.views import Computed, ListView, Missing, Value, View
from smartplan.wording import format_number

__all__ = ["is_block", "pieces_of", "split"]

_NO_BLOCK = "letakkan tabel, gambar, atau kotak sendirian pada satu baris"


def split(text: str, origin: str = "computed", **looks: Any) -> list[Piece]:
    """``text`` with placeholders -> pieces; what is not a placeholder has ``origin``. Blocks are refused."""
    pieces: list[Piece] = []
    start = 0
    for match in PLACEHOLDERS.finditer(text):
        if match.start() > start:
            pieces.append(Piece(text[start : match.start()], origin, **looks))  # type: ignore[arg-type]
        start = match.end()
        item = current().get(match.group())
        if not isinstance(item, Piece):
            raise TemplateProblem("tabel, gambar, atau kotak berdiri di tengah kalimat", _NO_BLOCK, _line_of(item))
        pieces.append(_with_looks(item, looks) if looks else item)
    if start < len(text):
        pieces.append(Piece(text[start:], origin, **looks))  # type: ignore[arg-type]
    return pieces


def pieces_of(value: Any) -> Pieces:
    """Pieces of a cell or argument. Lists give one line an item, with a bullet when there are several."""
    if isinstance(value, (Value, Missing, Computed)):
        return (value._piece(),)
    if isinstance(value, str):
        return tuple(split(str(value))) if value else ()
    if isinstance(value, (int, float, Decimal)):
        return (Piece(format_number(value) if not 1900 <= value <= 2200 else str(value), "computed"),)
    if isinstance(value, ListView):
        if not len(value):
            return (Piece("nihil", "computed"),)
        return _lines([pieces_of(item) for item in value])
    if isinstance(value, (list, tuple)):
        return tuple(piece for item in value for piece in pieces_of(item))
    if hasattr(value, "_piece"):
        return (value._piece(),)
    if isinstance(value, View):
        raise TemplateProblem(f"bagian {value._path} dicetak utuh", "cetak salah satu isiannya, misalnya `.nama`")
    raise TemplateProblem("nilai kosong dicetak", "beri nilai, atau cetak isian rencana yang dapat kosong")


def is_block(item: Any) -> bool:
    return not isinstance(item, Piece)


def _lines(rows: list[Pieces]) -> Pieces:
    if len(rows) == 1:
        return rows[0]
    found: list[Piece] = []
    for number, row in enumerate(rows):
        found.append(Piece("• " if number == 0 else "\n• ", "literal"))
        found += row
    return tuple(found)


def _line_of(item: Any) -> int | None:
    return getattr(item, "line", None)


def _with_looks(piece: Piece, looks: dict[str, Any]) -> Piece:
    from dataclasses import replace

    return replace(piece, **{key: value for key, value in looks.items() if value})
