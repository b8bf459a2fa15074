"""How wide the columns of a table are: by weights, but none narrower than its longest word when that fits."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.book.blocks import Cell
from smartplan.writers.word.units import Twips

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartplan.book.blocks import Row, Table

__all__ = ["Fit", "fit", "share"]

# Widths of Arial's letters in thousandths of their size; all others are taken as wide as a digit.
_PLAIN: Final = {
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
_BOLD: Final = {
    278: "ijlI.,/|",
    333: "ft-():;![]",
    389: "r",
    500: "z",
    611: "bdghnopquFTLZ",
    667: "EPSVXY",
    722: "ABCDHKNRU&",
    778: "GOQw",
    833: "M",
    889: "m%",
    944: "W",
}
_DIGIT: Final = 556
_FEWEST_PER_LETTER: Final = 640  # hardly a word is wider: shorter ones need not be measured
_MARGINS: Final = 2 * 85 + 20
_HANGING: Final = 170  # how far words stand in behind a bullet


_NORMAL: Final = 9 * 20 / 1000  # thousandths of a letter's size to twips
_DENSE: Final = 7.5 * 20 / 1000
_MANY: Final = 8  # columns: only such a table is set in small letters,
_FULL: Final = 0.85  # and only when its words take so much of it that columns of prose would become towers


class Fit(NamedTuple):
    """``widths`` of the columns in twips; their sum is exactly the table's. ``dense``: in small letters."""

    widths: list[Twips]
    dense: bool


def fit(table: Table, width: Twips) -> Fit:
    """Shares of ``width`` by the columns' weights, with room for the longest words."""
    longest = _longest_of(table)
    size = _DENSE if table.dense else _NORMAL
    needed, numbers = longest.measure(size)
    if sum(needed) > width * _FULL and len(table.columns) >= _MANY:
        size = _DENSE
        needed, numbers = longest.measure(size)
    if sum(needed) > width:
        needed = [max(word, number) for word, number in zip(_capped(needed, width), numbers, strict=True)]
    return Fit(_by_weight([column.width for column in table.columns], needed, width), size == _DENSE)


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
            return share([fixed.get(at, rest * weight / total) for at, weight in enumerate(weights)], width)
        fixed |= short
        if len(fixed) == len(weights):
            return share([fixed[at] for at in range(len(weights))], width)


def _capped(needed: Sequence[float], width: float) -> list[float]:
    """When not all words fit: narrow columns keep theirs whole, the widest are cut to one common width."""
    rest = width
    made = [0.0] * len(needed)
    order = sorted(range(len(needed)), key=needed.__getitem__)
    for place, at in enumerate(order):
        made[at] = min(needed[at], rest / (len(order) - place))
        rest -= made[at]
    return made


def share(weights: Sequence[float], width: Twips) -> list[Twips]:
    """Whole twips by weight, whose sum is exactly ``width``."""
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

    def measure(self, size: float) -> tuple[list[float], list[float]]:
        """For each column the width of its longest word, head and rows, and of its longest number."""

        def measure(word: str, bold: bool = False) -> float:
            return _measure(word, bold) * size

        widest = [
            max(measure(head, bold=True), measure(word) + hang, measure(total, bold=True)) + _MARGINS
            for head, word, hang, total in zip(*self, strict=True)
        ]
        numbers = [
            max(measure(word) if _is_number(word) else 0, measure(total, bold=True) if _is_number(total) else 0)
            + _MARGINS
            for word, total in zip(self.words, self.totals, strict=True)
        ]
        return widest, numbers


def _longest_of(table: Table) -> _LongestWords:
    heads = [
        "" if table.style == "sheet" else max(column.title.split(), key=lambda word: _measure(word, True), default="")
        for column in table.columns
    ]
    words, totals = _Widest(len(heads)), _Widest(len(heads))
    for row in table.rows:
        if row.kind != "group":
            (totals if row.kind == "total" else words).add(row)
    return _LongestWords(heads, words.words, words.hanging, totals.words)


def _is_number(word: str) -> bool:
    return word[:1].isdigit() and not any(letter.isalpha() for letter in word)


class _Widest:
    """The widest word of each column over any number of rows."""

    def __init__(self, columns: int) -> None:
        self.words = [""] * columns
        self.hanging = [0] * columns
        self._widths = [0] * columns
        self._letters = [1] * columns  # a word of fewer cannot be wider
        self._holds = [_holding(1)] * columns

    def add(self, row: Row) -> None:
        at = 0
        for cell in row.cells:
            pieces, span = (cell.pieces, cell.span) if isinstance(cell, Cell) else (cell, 1)
            if span == 1 and pieces and at < len(self.words):
                text = pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])
                if len(text) >= self._letters[at] and self._holds[at](text):
                    self._measure(at, text)
                if text.startswith("• "):
                    self.hanging[at] = _HANGING
            at += span

    def _measure(self, at: int, text: str) -> None:
        for word in text.split():
            if len(word) >= self._letters[at]:
                width = _measure(word, False)
                if width > self._widths[at]:
                    self.words[at], self._widths[at] = word, width
                    self._letters[at] = max(self._letters[at], width // _FEWEST_PER_LETTER)
        self._holds[at] = _holding(self._letters[at])


@cache
def _holding(letters: int) -> Callable[[str], object]:
    """Looks for a word of so many letters."""
    return re.compile(rf"\S{{{letters}}}").search


@lru_cache(maxsize=4096)
def _measure(word: str, bold: bool) -> int:
    """Thousandths of the letters' size; a hyphen or slash lets a line break."""
    parts = word.replace("/", "-").split("-")
    widths = _BOLD_WIDTHS if bold else _PLAIN_WIDTHS
    return max(sum(widths.get(letter, _DIGIT) for letter in part) for part in parts)


_PLAIN_WIDTHS: Final = {letter: width for width, letters in _PLAIN.items() for letter in letters}
_BOLD_WIDTHS: Final = {letter: width for width, letters in _BOLD.items() for letter in letters}
