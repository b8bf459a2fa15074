"""How wide the columns of a table are: by weights, but none narrower than its longest word when that fits."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.book.blocks import Cell
from smartplan.writers.word.units import Twips

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from smartplan.book.blocks import Row, Table

__all__ = ["Fit", "fit"]

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
_MARGINS: Final = 2 * 85 + 20
_HANGING: Final = 170  # how far words stand in behind a bullet


class _Size(NamedTuple):
    """``letters``: thousandths of their size to twips. ``share`` of the table that words may ask for; the rest goes by
    weight, or columns of prose would become towers."""

    letters: float
    share: float


_NORMAL: Final = _Size(9 * 20 / 1000, 0.85)
_DENSE: Final = _Size(7.5 * 20 / 1000, 0.97)
_MANY: Final = 8  # columns: only such a table is set in small letters


class Fit(NamedTuple):
    """``widths`` of the columns in twips; their sum is exactly the table's. ``dense``: in small letters."""

    widths: list[Twips]
    dense: bool


def fit(table: Table, width: Twips) -> Fit:
    """Shares of ``width`` by the columns' weights, with room for the longest words."""
    longest = _longest_of(table)
    size = _NORMAL
    needed, numbers = longest.measure(size)
    if sum(needed) > width * size.share and len(table.columns) >= _MANY:
        size = _DENSE
        needed, numbers = longest.measure(size)
    if sum(needed) > width * size.share:
        capped = _capped(needed, width * size.share)
        needed = [max(word, number) for word, number in zip(capped, numbers, strict=True)]
    return Fit(_by_weight([column.width for column in table.columns], needed, width), size is _DENSE)


def _by_weight(weights: Sequence[float], needed: Sequence[float], width: Twips) -> list[Twips]:
    """No column below what it needs while the others can give."""
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


class _LongestWords(NamedTuple):
    """Of each column: of its head, its rows, its totals; how far its rows hang behind bullets."""

    heads: list[str]
    words: list[str]
    hanging: list[int]
    totals: list[str]

    def measure(self, size: _Size) -> tuple[list[float], list[float]]:
        """For each column the width of its longest word, head and rows, and of its longest number."""

        def measure(word: str) -> float:
            return _measure(word) * size.letters

        widest = [
            max(measure(head) * _BOLD, measure(word) + hang, measure(total) * _BOLD) + _MARGINS
            for head, word, hang, total in zip(*self, strict=True)
        ]
        numbers = [
            max(measure(word) if _is_number(word) else 0, measure(total) * _BOLD if _is_number(total) else 0) + _MARGINS
            for word, total in zip(self.words, self.totals, strict=True)
        ]
        return widest, numbers


def _longest_of(table: Table) -> _LongestWords:
    heads = ["" if table.style == "sheet" else _longest(column.title.split()) for column in table.columns]
    words, totals = _Longest(len(heads)), _Longest(len(heads))
    for row in table.rows:
        if row.kind != "group":
            (totals if row.kind == "total" else words).add(row)
    return _LongestWords(heads, words.words, words.hanging, totals.words)


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
    """Thousandths of the letters' size, rather too wide than too narrow; a hyphen or slash lets a line break."""
    parts = word.replace("/", "-").split("-")
    return max(sum(_WIDTHS.get(letter, _DIGIT) for letter in part) for part in parts)
