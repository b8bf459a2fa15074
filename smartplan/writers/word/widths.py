"""How wide the columns of a table are: by weights, but none narrower than its longest word when that fits."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from smartplan.book.blocks import Cell
from smartplan.writers.word.units import Twips

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartplan.book.blocks import Table

__all__ = ["column_widths"]

# Widths of Arial in thousandths of the letter's size; the table text is 9 points, its cells have margins.
_NARROW: Final = frozenset("fijlrt.,:;!'|()[]/ -")
_NARROW_WIDTH: Final = 300
_WIDTH: Final = 556
_CAPITAL_WIDTH: Final = 722
_BOLD: Final = 1.08
_SIZE: Final = 9 * 20 / 1000
_MARGINS: Final = 2 * 85 + 30


def column_widths(table: Table, width: Twips) -> list[Twips]:
    """Shares of ``width`` in twips; their sum is exactly ``width``."""
    weights = [column.width for column in table.columns]
    needed = _needed(table)
    if sum(needed) > width:
        return _share(weights, width)
    fixed: dict[int, float] = {}
    while True:
        rest = width - sum(fixed.values())
        total = sum(weight for at, weight in enumerate(weights) if at not in fixed)
        short = {
            at: needed[at]
            for at, weight in enumerate(weights)
            if at not in fixed and needed[at] > rest * weight / total
        }
        if not short:
            return _share([fixed.get(at, rest * weight / total) for at, weight in enumerate(weights)], width)
        fixed |= short
        if len(fixed) == len(weights):
            return _share([fixed[at] for at in range(len(weights))], width)


def _share(weights: Sequence[float], width: Twips) -> list[Twips]:
    total = sum(weights)
    edges = [0]
    reached = 0.0
    for weight in weights:
        reached += weight
        edges.append(round(width * reached / total))
    return [Twips(right - left) for left, right in pairwise(edges)]


def _needed(table: Table) -> list[float]:
    """For each column the width of its longest word, head and rows."""
    heads = ["" if table.style == "sheet" else _longest(column.title.split()) for column in table.columns]
    words = [""] * len(heads)
    totals = [""] * len(heads)
    for row in table.rows:
        if row.kind == "group":
            continue
        kept = totals if row.kind == "total" else words
        at = 0
        for cell in row.cells:
            pieces, span = (cell.pieces, cell.span) if isinstance(cell, Cell) else (cell, 1)
            if span == 1 and at < len(kept):
                for piece in pieces:
                    # A text no longer than the longest word so far cannot hold a longer one.
                    if len(piece.text) > len(kept[at]):
                        kept[at] = _longest([kept[at], *piece.text.split()])
            at += span
    return [
        max(_measure(head) * _BOLD, _measure(word), _measure(total) * _BOLD) + _MARGINS
        for head, word, total in zip(heads, words, totals, strict=True)
    ]


def _longest(words: Iterable[str]) -> str:
    return max(words, key=len, default="")


def _measure(word: str) -> float:
    """Twips, a little too wide rather than too narrow; a hyphen or slash lets a line break."""
    parts = word.replace("/", "-").split("-")
    return max(sum(_letter(letter) for letter in part) for part in parts) * _SIZE


def _letter(letter: str) -> int:
    if letter in _NARROW:
        return _NARROW_WIDTH
    return _CAPITAL_WIDTH if letter.isupper() or letter in "mw%&" else _WIDTH
