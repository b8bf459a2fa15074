"""Short phrases that books and messages are built from."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from smartplan.wording.numbers import format_number
from smartplan.wording.terbilang import LIMIT, terbilang

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["NIHIL", "TIDAK_ADA", "alike", "capitalize", "counted", "join_words", "share", "spoken"]

TIDAK_ADA = "tidak ada"
NIHIL = "nihil"


def join_words(items: Iterable[str], last: str = "dan") -> str:
    """``a``; ``a dan b``; ``a, b, dan c``; nothing gives an empty text."""
    words = list(items)
    if len(words) <= 2:
        return f" {last} ".join(words)
    return f"{', '.join(words[:-1])}, {last} {words[-1]}"


def spoken(number: int) -> str:
    """``dua belas``, ``21``: letters for one or two words, digits above that, as EYD edisi V wants running text."""
    if not 0 <= number < LIMIT:
        return format_number(number)
    words = terbilang(number)
    return words if words.count(" ") < 2 else format_number(number)


def alike(numbers: Iterable[int]) -> list[str]:
    """The numbers of one sentence: all in letters, or all in digits where one of them has to be."""
    rows = list(numbers)
    words = [spoken(number) for number in rows]
    return words if not any(map(str.isdigit, "".join(words))) else [format_number(number) for number in rows]


def counted(number: int, noun: str) -> str:
    """``tidak ada program``, ``dua belas program``, ``21 program``."""
    return f"{spoken(number)} {noun}" if number else f"{TIDAK_ADA} {noun}"


def share(part: Decimal | int, whole: Decimal | int, places: int = 1) -> str:
    """``share(3, 8)`` -> ``37,5 %``; trailing zeros go. A share of nothing is said to be incalculable, not zero."""
    if whole == 0:
        return "tidak dapat dihitung"
    percent = format_number(Decimal(part) * 100 / Decimal(whole), places)
    if "," in percent:
        percent = percent.rstrip("0").rstrip(",")
    return f"{percent} %"


def capitalize(text: str) -> str:
    """The first letter in upper case and the rest as it is (``str.capitalize`` would lower it)."""
    return text[:1].upper() + text[1:]
