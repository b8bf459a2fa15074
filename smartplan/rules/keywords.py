"""Keywords and the sentences that they come from: words are compared by their roots."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Words"]

_WORD: Final = r"[^\W\d_]+"
_PREFIX: Final = r"(?:ber|ter|per|pem|pen|peng|peny|mem|men|meng|meny|me|pe|ke|se|di)(?=\w{4})"
_SUFFIX: Final = r"(?<=\w{4})(?:kan|an|nya|i)$"
_FEWEST: Final = 4
"""Shorter words (dan, yang, di) say nothing."""
_EMPTY: Final = {"yang", "dengan", "untuk", "dalam", "serta", "pada", "oleh", "menjadi", "kota", "kabupaten", "daerah"}
_SAME: Final = {"smart": "cerdas", "cerdas": "smart", "pintar": "smart"}
_SHORT: Final = r"\b[A-Z]{4,}\b"
_SPELT_OUT: Final = ("singkatan", "akronim", "kepanjangan")


class Words:
    """The words of some sentences."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self._written = list(sentences)
        self._text = " ".join(self._written).lower()
        self._roots = {root for word in re.findall(_WORD, self._text) for root in _roots(word)}
        self._beginnings = {root[: _FEWEST + 1] for root in self._roots}

    def is_abbreviated(self, explained: str) -> bool:
        """Whether a word in capitals among others stands for several, or the explanation says so."""
        if any(word in explained.lower() for word in _SPELT_OUT):
            return True
        return any(re.search(_SHORT, text) and not text.isupper() for text in self._written)

    def are_spelt_by(self, keywords: list[str]) -> bool:
        """Whether the first letters of the keywords stand one after another in a word, as B K A H in Berkah."""
        letters = "".join(keyword.strip()[:1].lower() for keyword in keywords)
        if len(letters) < _FEWEST - 1:
            return False
        pattern = r"\b" + r"[^\W\d_]*".join(re.escape(letter) for letter in letters)
        return re.search(pattern, self._text) is not None

    def hold(self, keyword: str) -> bool:
        """Whether one word of the keyword stands there, in whatever form: its root, or its beginning."""
        plain = keyword.lower()
        if plain in self._text:
            return True
        words = [word for word in re.findall(_WORD, plain) if len(word) >= _FEWEST and word not in _EMPTY]
        if not words:
            return True
        return any(
            root in self._roots
            or _SAME.get(root) in self._roots
            or (len(root) > _FEWEST and (root in self._text or root[: _FEWEST + 1] in self._beginnings))
            for word in words
            for root in _roots(word)
        )


def _roots(word: str) -> set[str]:
    """The word as it stands, and without what may come before and after its root."""
    found = {word}
    for _ in range(2):
        found |= {one[match.end() :] for one in found if (match := re.match(_PREFIX, one))}
        found |= {re.sub(_SUFFIX, "", one) for one in found}
    return {one for one in found if len(one) >= _FEWEST}
