"""Roman numerals: chapters (BAB IV) and the month in numbers of letters."""

from __future__ import annotations

__all__ = ["to_roman"]

_STEPS = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def to_roman(number: int, *, lower: bool = False) -> str:
    """``4`` -> ``IV``; with ``lower`` ``iv``, for the pages before the first chapter.

    Raises ValueError outside 1..3999.
    """
    if not 1 <= number <= 3999:
        raise ValueError(f"roman numerals run from 1 to 3999, not {number}")
    text = ""
    for value, letters in _STEPS:
        count, number = divmod(number, value)
        text += letters * count
    return text.lower() if lower else text
