"""Numbers of letters and decrees: what is still open in them, and whether they agree with the date beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.wording import month_name
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from datetime import date

__all__ = ["disagreement", "gap"]

_LEFT_OPEN: Final = lazy(r"(?<!\.)\.{2,4}(?!\.)|…|(?<!_)_{2,3}(?!_)|-{3,}|/\s*/|^\s*/|/\s*$")
_PLACEHOLDER: Final = lazy(r"\.{5,}|_{4,}|[Xx]{3,}|\[|\A\s*(?i:(?:data )?menyusul|(?:belum|akan) diisi)\.?\s*\Z")
"""What is told of as a text that was left over, by a rule of its own."""
_YEAR: Final = lazy(r"(?:19|20)\d\d\Z")
_YEAR_IN_WORDS: Final = lazy(r"\bTahun\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_ROMAN: Final = {
    name: at for at, name in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], 1)
}
_PARTS_WITH_MONTH: Final = 4
"""From this many parts on, two digits before the year are a month: ``188.45/12/2023`` is decree 12."""


def gap(number: str) -> str | None:
    """What is still open in ``number``, in words; None when it is whole, a placeholder or as good as empty."""
    if _PLACEHOLDER.search(number) or not any(sign.isalnum() for sign in number):
        return None
    if not any(sign.isdigit() for sign in number):
        return "tidak memuat angka"
    return "masih memuat bagian kosong" if _LEFT_OPEN.search(number) else None


def disagreement(number: str, day: date) -> str | None:
    """Where the year or the month in ``number`` is not that of ``day``: what the number says, in words."""
    parts = [part.strip() for part in number.split("/")]
    years = [int(part) for part in parts[1:] if _YEAR.match(part)]
    years += [int(year) for year in _YEAR_IN_WORDS.findall(number)]
    if not years:
        return None
    if day.year not in years:
        return f"bertahun {years[-1]}"
    month = _month(parts)
    return f"berbulan {month_name(month)}" if month not in (None, day.month) else None


def _month(parts: list[str]) -> int | None:
    """The month that stands in front of the year at the end: ``.../HK.04.01/03/2024``, ``.../SK/III/2024``."""
    if len(parts) < 3 or not _YEAR.match(parts[-1]):
        return None
    part = parts[-2]
    if part in _ROMAN:
        return _ROMAN[part]
    is_month = len(parts) >= _PARTS_WITH_MONTH and re.fullmatch(r"0[1-9]|1[0-2]", part)
    return int(part) if is_month else None
