"""Counts in a sentence: all in letters, or all in digits where one of them has to be (EYD edisi V, angka).

A count is a computed piece that carries its text in digits as ``base`` until its sentence is known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.book.blocks import Piece
from smartplan.book.values import Computed
from smartplan.wording import TIDAK_ADA, capitalize, counted, format_number, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Count", "evened"]

_END: Final = re.compile(r"[.!?](?:\s|$)|\n")
_FIRST: Final = "Sebanyak "


class Count(Computed):
    """``dua program``; ``2 program`` beside a count that needs digits. ``noun`` may be empty."""

    __slots__ = ("_digits",)

    def __init__(self, number: int, noun: str | None = None) -> None:
        words = spoken(number) if noun is None else counted(number, noun)
        super().__init__(words, number)
        digits = format_number(number) if noun is None else f"{format_number(number)} {noun}"
        self._digits = words if words.startswith(TIDAK_ADA) else digits

    def capitalized(self) -> Count:
        """For the start of a sentence, where no digit may stand: ``Dua program``, ``Sebanyak 21 program``."""
        shown = Count(self.nilai)
        forced = self._words == self._digits and self._words[:1].isdigit()
        shown._words = f"{_FIRST}{self._words}" if forced else capitalize(self._words)
        shown._digits = f"{_FIRST}{self._digits}" if self._digits[:1].isdigit() else shown._words
        return shown

    def _piece(self) -> Piece:
        return Piece(self._words, "computed", base=self._digits)


def evened(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces of a paragraph or cell with the counts of each sentence written alike."""
    found: list[Piece] = []
    sentence: list[int] = []
    for piece in pieces:
        if piece.base is not None and piece.path is None:
            sentence.append(len(found))
        elif sentence and _END.search(piece.text):
            _even(found, sentence)
            sentence = []
        found.append(piece)
    _even(found, sentence)
    return found


def _even(pieces: list[Piece], places: list[int]) -> None:
    in_digits = len(places) > 1 and any(pieces[place].text == pieces[place].base for place in places)
    for place in places:
        piece = pieces[place]
        pieces[place] = piece._replace(text=piece.base if in_digits and piece.base else piece.text, base=None)
