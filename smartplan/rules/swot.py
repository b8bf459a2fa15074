"""SWOT items and the codes by which strategies name them, as people write these."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.plan.parts.analisis import StrategiTows, Swot, Tows

__all__ = ["CELLS", "LETTERS", "Named", "items", "named", "strategies"]

LETTERS: Final = {"S": "kekuatan", "W": "kelemahan", "O": "peluang", "T": "ancaman"}
CELLS: Final = ("so", "wo", "st", "wt")

# Patterns are compiled at their first use: most plans write plain codes and items without labels.
_TO: Final = r"(?:-|–|S\.?/?D\.?|SAMPAI)"
_CODE: Final = (
    r"(?<![A-Z])([SWOT])\s*[-.]?\s*(\d{1,3})(?!\d)"
    rf"(?:\s*{_TO}\s*([SWOT])\s*(\d{{1,3}})(?!\d)|[-–](\d{{1,3}})(?![\d\s]*[A-Z]))?"
)
_LETTER_OF: Final = {
    "KEKUATAN": "S", "KELEMAHAN": "W", "PELUANG": "O", "ANCAMAN": "T", "TANTANGAN": "T",
    "STRENGTH": "S", "WEAKNESS": "W", "OPPORTUNITY": "O", "THREAT": "T",
}  # fmt: skip
_IN_WORDS: Final = rf"\b({'|'.join(_LETTER_OF)})\s*(?:KE-|NOMOR|NO\.?|-|#|\.)?\s*(\d)"
_OTHER_CODE: Final = r"(?<![A-Z\d])[A-Z]\s*[-.]?\s*\d"
_LABEL: Final = r"\s*(?:\(?[swot]\s*[-.]?\s*\d+\)?\s*[.):-]*|\d+\s*[.)]|[-•*])\s+"
_LABEL_STARTS: Final = frozenset("0123456789-•*(")
_WORD: Final = lazy(r"\w+")
_LONGEST_RUN: Final = 30
_LONGEST_CODE: Final = 4


class Named(NamedTuple):
    """The items that a strategy names. ``codes``: S1, O2 ...; ``unread``: entries that are no codes, as written."""

    codes: list[str]
    unread: list[str]

    @property
    def letters(self) -> set[str]:
        return {code[0] for code in self.codes}


def named(strategy: StrategiTows) -> Named:
    """Reads ``S1``, ``s-1``, ``S1, O2``, ``S1-O2`` (both), ``S1-S3`` (all between) ``S1: the item's words`` and ``Kekuatan 1``."""
    codes: list[str] = []
    unread: list[str] = []
    for entry in strategy.dari or ():
        text = entry.upper()
        if any(word in text for word in _LETTER_OF) and not re.search(_CODE, text):
            text = re.sub(_IN_WORDS, lambda match: f"{_LETTER_OF[match[1]]}{match[2]}", text)
        if text[:1] in LETTERS and text[1:].isdecimal() and len(text) <= _LONGEST_CODE:
            codes.append(f"{text[0]}{int(text[1:])}")
            continue
        matches = re.findall(_CODE, text)
        if not matches or re.search(_OTHER_CODE, re.sub(_CODE, " ", text)):
            unread.append(entry)
            continue
        for letter, number, last_letter, other, last in matches:
            first, end = int(number), int(last or other or number)
            if last_letter in ("", letter) and 0 <= end - first <= _LONGEST_RUN:
                codes += (f"{letter}{one}" for one in range(first, end + 1))
            else:
                codes += (f"{letter}{first}", f"{last_letter or letter}{end}")
    return Named(codes, unread)


def strategies(tows: Tows) -> Iterator[tuple[str, StrategiTows]]:
    """Every strategy with its cell."""
    for cell in CELLS:
        for strategy in getattr(tows, cell) or ():
            yield cell, strategy


def items(swot: Swot) -> Iterator[tuple[str, str, int, str]]:
    """Every item: its code, the list that holds it, its position there and its words without label and marks."""
    for letter, key in LETTERS.items():
        held: Any = getattr(swot, key)
        for position, text in enumerate(held or ()):
            yield f"{letter}{position + 1}", key, position, " ".join(_WORD.findall(_without_label(text.casefold())))


def _without_label(text: str) -> str:
    if text[:1] not in _LABEL_STARTS and not (text[:1] in "swot" and any(one.isdigit() for one in text[1:4])):
        return text
    return re.sub(rf"\A{_LABEL}", "", text)
