"""Numbers in charts: what a value holds, how it is shown, and on which scale columns stand."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from smartplan.book.functions.words import percent_words
from smartplan.wording import format_number, format_rupiah_short

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["UNKNOWN", "Number", "Scale", "number_of", "scale_of", "sentence", "shown", "year_of"]

UNKNOWN: Final = "belum ada angka"
Number: TypeAlias = Decimal | int | float
_RUPIAH: Final = ((12, "triliun rupiah"), (9, "miliar rupiah"), (6, "juta rupiah"), (3, "ribu rupiah"))
_LINES: Final = 5
"""How many lines a scale has at most."""


def number_of(value: Any) -> Number | None:
    """The figure of a value, of a sum, or of a plain number; None where there is none."""
    held = getattr(value, "nilai", value)
    return held if isinstance(held, (int, float, Decimal)) and not isinstance(held, bool) else None


def year_of(value: Any) -> int | None:
    held = getattr(value, "nilai", value)
    return held if isinstance(held, int) else None


def shown(value: Any, unit: str) -> str:
    """``Rp 17,93 miliar``, ``79,2 %``, ``12 program``."""
    if value is None:
        return UNKNOWN
    if unit == "Rp":
        return format_rupiah_short(int(value))
    if unit == "%":
        return percent_words(value)
    return f"{format_number(value)}{f' {unit}' if unit else ''}"


def sentence(pairs: Iterable[tuple[str, str]]) -> str:
    """The words for those who cannot see the chart."""
    return "; ".join(f"{label}: {words}" for label, words in pairs)


class Scale(NamedTuple):
    """``top`` is the end of the scale, ``step`` its distance between lines; ``words`` names what one unit of it is."""

    top: float
    step: float
    divisor: int
    words: str

    def short(self, value: Number) -> str:
        """A number without its unit, at most two decimals; what would round to zero is said to be below."""
        number = Decimal(str(value)) / self.divisor
        if 0 < abs(number) < Decimal("0.005"):
            return "< 0,01"
        words = format_number(number, 2)
        return words.rstrip("0").rstrip(",") if "," in words else words

    def marks(self) -> list[float]:
        """Where its lines stand, without the one at zero."""
        return [self.step * count for count in range(1, round(self.top / self.step) + 1)]


def scale_of(largest: Number, unit: str) -> Scale:
    """A scale from zero to ``largest``, which is above zero, in steps of 1, 2 or 5."""
    divisor, words = 1, unit
    if unit == "Rp":
        exponent, words = next((pair for pair in _RUPIAH if largest >= 10 ** pair[0]), (0, "rupiah"))
        divisor = 10**exponent
    top = float(largest)
    power = 10.0
    while power > top:
        power /= 10
    while power * 10 <= top:
        power *= 10
    step = next(size * power for size in (0.2, 0.5, 1.0, 2.0, 5.0) if top / (size * power) <= _LINES)
    lines = int(top // step)
    return Scale(step * (lines if lines * step >= top else lines + 1), step, divisor, words)
