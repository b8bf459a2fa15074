"""How wide the columns of a table are: by weights, but none narrower than its longest word when that fits."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from smartplan.book.blocks import Cell
from smartplan.writers.word.units import Twips

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from smartplan.book.blocks import Row, Table

__all__ = ["column_widths"]

# Widths of Arial's letters in thousandths of their size; all others are taken as wide as a digit.
_GROUPS: Final = {
    222: "ijl",
    278: "ftI.,:;/!|[]",
    333: "r-()",
    500: "ckJsvxyz",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
}
_WIDTHS: Final = {letter: width for width, letters in _GROUPS.items() for letter in letters}
_DIGIT: Final = 556
_BOLD: Final = 1.08
_SIZE: Final = 9 * 20 / 1000  # table text is 9 points
_MARGINS: Final = 2 * 85 + 20
_HANGING: Final = 170  # how far words stand in behind a bullet
_LARGEST_SHARE: Final = 0.85  # of the table; the rest goes by weight, or columns of prose would become towers


def column_widths(table: Table, width: Twips) -> list[Twips]:
    """Shares of ``width`` in twips; their sum is exactly ``width``."""
    weights = [column.width for column in table.columns]
    needed, numbers = _needed(table)
    if sum(needed) > width * _LARGEST_SHARE:
        capped = _capped(needed, width * _LARGEST_SHARE)
        needed = [max(word, number) for word, number in zip(capped, numbers, strict=True)]
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


def _capped(needed: Sequence[float], width: float) -> list[float]:
    """When not all words fit: narrow columns keep theirs whole, the widest are cut to one common width."""
    rest = width
    made = [0.0] * len(needed)
    order = sorted(range(len(needed)), key=needed.__getitem__)
    for place, at in enumerate(order):
        made[at] = min(needed[at], rest / (len(order) - place))
        rest -= made[at]
    return made


def _share(weights: Sequence[float], width: Twips) -> list[Twips]:
    total = sum(weights)
    edges = [0]
    reached = 0.0
    for weight in weights:
        reached += weight
        edges.append(round(width * reached / total))
    return [Twips(right - left) for left, right in pairwise(edges)]


def _needed(table: Table) -> tuple[list[float], list[float]]:
    """For each column the width of its longest word, head and rows, and of its longest number."""
    heads = ["" if table.style == "sheet" else _longest(column.title.split()) for column in table.columns]
    words, totals = _Longest(len(heads)), _Longest(len(heads))
    for row in table.rows:
        if row.kind != "group":
            (totals if row.kind == "total" else words).add(row)
    widest = [
        max(_measure(head) * _BOLD, _measure(word) + hang, _measure(total) * _BOLD) + _MARGINS
        for head, word, hang, total in zip(heads, words.words, words.hanging, totals.words, strict=True)
    ]
    numbers = [
        max(_measure(word) if _is_number(word) else 0, _measure(total) * _BOLD if _is_number(total) else 0) + _MARGINS
        for word, total in zip(words.words, totals.words, strict=True)
    ]
    return widest, numbers


def _is_number(word: str) -> bool:
    return word[:1].isdigit() and not any(letter.isalpha() for letter in word)


class _Longest:
    """The longest word of each column, by letters, over any number of rows."""

    def __init__(self, columns: int) -> None:
        self.words = [""] * columns
        self.hanging = [0] * columns
        self._lengths = [0] * columns
        self._longer = [_over(0)] * columns

    def add(self, row: Row) -> None:
        lengths, longer = self._lengths, self._longer
        at = 0
        for cell in row.cells:
            pieces, span = (cell.pieces, cell.span) if isinstance(cell, Cell) else (cell, 1)
            if span == 1 and at < len(lengths):
                for piece in pieces:
                    text = piece.text
                    # A text no longer than the longest word so far cannot hold a longer one.
                    if len(text) > lengths[at] and longer[at](text):
                        word = self.words[at] = _longest(text.split())
                        lengths[at] = len(word)
                        longer[at] = _over(len(word))
                if pieces and pieces[0].text.startswith("• "):
                    self.hanging[at] = _HANGING
            at += span


@cache
def _over(length: int) -> Callable[[str], object]:
    """Looks for a word of more letters than ``length``."""
    return re.compile(rf"\S{{{length + 1}}}").search


def _longest(words: Iterable[str]) -> str:
    return max(words, key=len, default="")


def _measure(word: str) -> float:
    """Twips, a little too wide rather than too narrow; a hyphen or slash lets a line break."""
    parts = word.replace("/", "-").split("-")
    return max(sum(_WIDTHS.get(letter, _DIGIT) for letter in part) for part in parts) * _SIZE
