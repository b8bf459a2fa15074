"""Sentences that were written before, also with some words replaced, found without comparing each with each."""

from __future__ import annotations

from operator import eq, ne
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from smartplan.rules.texts import Text

__all__ = ["Sentences", "Twin", "may_repeat"]

_WORD: Final = lazy(r"\w+")
_FEWEST_WORDS: Final = 8
"""Shorter sentences are alike by chance."""
_LONG: Final = lazy(r"\W*+" + r"\w++\W++" * (_FEWEST_WORDS - 1) + r"\w")
_SAME_SHARE: Final = 0.7
_BLOCKS: Final = 4
_KEPT: Final = 4
"""Candidates that one block keeps: enough to find a twin, few enough to stay linear."""

_Known = list[tuple[tuple[str, ...], "Text"]]


class Twin(NamedTuple):
    """An earlier sentence. ``same``: word for word."""

    where: Text
    same: bool


def may_repeat(text: str) -> bool:
    """Whether ``text`` has enough words for a sentence that is not alike by chance."""
    return _LONG.match(text) is not None


class Sentences:
    """Remembers sentences; each is cut into blocks, so that a twin with few other words shares a whole block."""

    def __init__(self) -> None:
        self._whole: dict[tuple[str, ...], Text] = {}
        self._blocks: dict[int, list[dict[tuple[str, ...], _Known]]] = {}
        """Number of words -> for each block, those that stand there -> the sentences."""

    def twin_of(self, sentence: str, text: Text) -> Twin | None:
        """An earlier sentence of another dimension that is the same, or almost; then remembers this one."""
        written = _WORD.findall(sentence)
        size = len(written)
        if size < _FEWEST_WORDS:
            return None
        words = tuple(map(str.lower, written))
        # A word with a capital is another one in lower case: mostly that alone says that this is no name.
        if 2 * sum(map(ne, written, words)) > size and 2 * sum(word[0].isupper() for word in written) > size:
            return None
        first = self._whole.setdefault(words, text)
        if first is not text:
            return Twin(first, True) if first.dimension != text.dimension else None
        near = None
        blocks = self._blocks.get(size)
        if blocks is None:
            blocks = self._blocks[size] = [{} for _ in range(_BLOCKS)]
        start = 0
        for number, known in enumerate(blocks, 1):
            end = size * number // _BLOCKS
            block = words[start:end]
            start = end
            candidates = known.get(block)
            if candidates is None:
                known[block] = [(words, text)]
                continue
            if near is None:
                near = _nearest(words, text, candidates)
            if len(candidates) < _KEPT:
                candidates.append((words, text))
        return Twin(near, False) if near is not None else None


def _nearest(words: tuple[str, ...], text: Text, candidates: _Known) -> Text | None:
    """The first of ``candidates`` that stands in another dimension and has most of the words in their places."""
    least = _SAME_SHARE * len(words)
    for other, where in candidates:
        if where.dimension != text.dimension and sum(map(eq, words, other)) >= least:
            return where
    return None
