"""Sentences that were written before, also with some words replaced, found without comparing each with each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from smartplan.rules.texts import Text

__all__ = ["Sentences", "Twin"]

_WORD: Final = re.compile(r"\w+")
_FEWEST_WORDS: Final = 8
"""Shorter sentences are alike by chance."""
_SAME_SHARE: Final = 0.7
_BLOCKS: Final = 4
_KEPT: Final = 4
"""Candidates that one block keeps: enough to find a twin, few enough to stay linear."""


class Twin(NamedTuple):
    """An earlier sentence. ``same``: word for word."""

    where: Text
    same: bool


class Sentences:
    """Remembers sentences; each is cut into blocks, so that a twin with few other words shares a whole block."""

    def __init__(self) -> None:
        self._whole: dict[tuple[str, ...], Text] = {}
        self._blocks: dict[tuple[int, int, tuple[str, ...]], list[tuple[tuple[str, ...], Text]]] = {}

    def twin_of(self, sentence: str, text: Text) -> Twin | None:
        """An earlier sentence of another dimension that is the same, or almost; then remembers this one."""
        written = _WORD.findall(sentence)
        if len(written) < _FEWEST_WORDS or 2 * sum(word[0].isupper() for word in written) > len(written):
            return None  # too short, or a name
        words = tuple(word.lower() for word in written)
        first = self._whole.setdefault(words, text)
        if first is not text:
            return Twin(first, True) if first.dimension != text.dimension else None
        near = None
        size = len(words)
        for number in range(_BLOCKS):
            block = words[size * number // _BLOCKS : size * (number + 1) // _BLOCKS]
            candidates = self._blocks.setdefault((size, number, block), [])
            if near is None:
                near = next((where for other, where in candidates if _is_near(words, other, where, text)), None)
            if len(candidates) < _KEPT:
                candidates.append((words, text))
        return Twin(near, False) if near is not None else None


def _is_near(words: tuple[str, ...], other: tuple[str, ...], where: Text, text: Text) -> bool:
    if where.dimension == text.dimension:
        return False
    same = sum(one == another for one, another in zip(words, other, strict=True))
    return same >= _SAME_SHARE * len(words)
