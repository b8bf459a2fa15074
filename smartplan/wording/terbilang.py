"""Whole numbers in Indonesian words, as letters and receipts need them."""

from __future__ import annotations

__all__ = ["LIMIT", "terbilang", "terbilang_rupiah"]

LIMIT = 10**18
"""Above ``triliun`` Indonesian has no settled word; up to here ``seribu triliun`` and the like still read well."""

_SMALL = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_LARGE = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))


def terbilang(number: int) -> str:
    """``150000000`` -> ``seratus lima puluh juta``. Raises ValueError at ``LIMIT`` and beyond."""
    if abs(number) >= LIMIT:
        raise ValueError(f"only numbers below 10**18 have words, not one of {number.bit_length()} bits")
    return f"minus {_words(-number)}" if number < 0 else _words(number)


def terbilang_rupiah(amount: int) -> str:
    """``150000`` -> ``seratus lima puluh ribu rupiah``."""
    return f"{terbilang(amount)} rupiah"


def _words(number: int) -> str:
    if number < 12:
        return _SMALL[number]
    if number < 20:
        return f"{_SMALL[number - 10]} belas"
    if number < 100:
        return _with_rest(f"{_SMALL[number // 10]} puluh", number % 10)
    if number < 200:
        return _with_rest("seratus", number - 100)
    if number < 1000:
        return _with_rest(f"{_SMALL[number // 100]} ratus", number % 100)
    if number < 2000:
        return _with_rest("seribu", number - 1000)
    if number < 10**6:
        return _with_rest(f"{_words(number // 1000)} ribu", number % 1000)
    unit, name = next((unit, name) for unit, name in _LARGE if number >= unit)
    return _with_rest(f"{_words(number // unit)} {name}", number % unit)


def _with_rest(head: str, rest: int) -> str:
    return f"{head} {_words(rest)}" if rest else head
