"""Indonesian dates: ``28 Februari 2023`` for readers, ISO ``2023-02-28`` in the plan."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    import re

__all__ = [
    "DAYS",
    "MONTHS",
    "ParsedDate",
    "day_name",
    "format_date",
    "format_range",
    "month_name",
    "parse_date",
]

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

_OTHER_MONTHS = {"pebruari": 2, "peb": 2, "ags": 8, "agt": 8, "agust": 8, "sept": 9, "nopember": 11, "nop": 11}
_MONTH_NUMBER = (
    {name.lower(): number for number, name in enumerate(MONTHS, 1)}
    | {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
    | _OTHER_MONTHS
)
_DAY_NUMBER = {name.lower(): number for number, name in enumerate(DAYS)} | {"jum'at": 4, "jum’at": 4, "ahad": 6}
_ISO = lazy(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[ T]00:00(?::00(?:\.0+)?)?)?")
_NUMERIC = lazy(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{2,4})")
_WORDS = lazy(r"(?:([^\W\d_]+(?:['’][^\W\d_]+)?),? )?([0-9]{1,2})[ -]([^\W\d_]+)\.?[ -]([0-9]{2,4})")
_MONTHS = 12
_EXAMPLE = "tulis seperti 2023-02-28 (tahun-bulan-tanggal)"


class ParsedDate(NamedTuple):
    """What a text says as a date.

    ``value`` is None exactly when ``problem`` says why; ``canonical`` is the ISO form;
    ``alternative``: the same with day and month the other way round, where numbers can be read so.
    """

    value: date | None = None
    canonical: str | None = None
    is_canonical: bool = False
    alternative: str | None = None
    problem: str | None = None
    hint: str | None = None


def month_name(month: int) -> str:
    """1 -> ``Januari``. Raises ValueError outside 1..12."""
    if not 1 <= month <= 12:
        raise ValueError(f"no month {month}")
    return MONTHS[month - 1]


def day_name(day: date) -> str:
    return DAYS[day.weekday()]


def format_date(day: date, *, weekday: bool = False) -> str:
    """``28 Februari 2023``, with ``weekday`` ``Selasa, 28 Februari 2023``."""
    text = f"{day.day} {MONTHS[day.month - 1]} {day.year:04d}"
    return f"{day_name(day)}, {text}" if weekday else text


def format_range(first: date, last: date) -> str:
    """``5–6 Juli 2023``, ``30 Juni – 2 Juli 2023``, ``30 Desember 2023 – 2 Januari 2024``; one day stays one date.

    Raises ValueError when the range runs backwards.
    """
    if last < first:
        raise ValueError(f"the range ends on {last}, before it begins on {first}")
    if first == last:
        return format_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{format_date(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {format_date(last)}"
    return f"{format_date(first)} – {format_date(last)}"


def parse_date(text: str) -> ParsedDate:
    """Read ``2023-02-28``, ``28 Februari 2023``, ``Selasa, 28 Feb 2023``, ``28/02/2023``, ``28-02-2023``; never raises.

    Numbers stand in Indonesian order: day, month, year. A year needs four digits, a named weekday has to be right.
    """
    clean = " ".join(text.split())
    if iso := _ISO.fullmatch(clean):
        year, month, day = (int(part) for part in iso.groups())
        return _dated(clean, year, month, day)
    if numeric := _NUMERIC.fullmatch(clean):
        if len(numeric[4]) != 4:
            return _short_year(clean)
        day, month, year = int(numeric[1]), int(numeric[3]), int(numeric[4])
        parsed = _dated(clean, year, month, day)
        if parsed.value is None or day > _MONTHS or day == month:
            return parsed
        other = date(year, day, month)
        hint = f"tulis {parsed.canonical} bila yang dimaksud {format_date(parsed.value)}, atau {other.isoformat()} "
        return parsed._replace(alternative=other.isoformat(), hint=f"{hint}bila {format_date(other)}")
    if words := _WORDS.fullmatch(clean):
        return _dated_in_words(clean, words)
    shown = clean if len(clean) <= 40 else clean[:40] + "…"
    return ParsedDate(problem=f"“{shown}” bukan tanggal" if clean else "isiannya kosong", hint=_EXAMPLE)


def _dated_in_words(clean: str, words: re.Match[str]) -> ParsedDate:
    weekday, day, name, year = words.groups()
    month = _MONTH_NUMBER.get(name.lower())
    if month is None:
        return ParsedDate(problem=f"bulan “{name}” tidak dikenal", hint=_EXAMPLE)
    if len(year) != 4:
        return _short_year(clean)
    parsed = _dated(clean, int(year), month, int(day))
    if weekday is None or parsed.value is None:
        return parsed
    if (number := _DAY_NUMBER.get(weekday.lower())) is None:
        return ParsedDate(problem=f"hari “{weekday}” tidak dikenal", hint=_EXAMPLE)
    if number != parsed.value.weekday():
        right = day_name(parsed.value)
        return ParsedDate(
            problem=f"{format_date(parsed.value)} jatuh pada hari {right}, bukan {DAYS[number]}",
            hint=f"periksa hari dan tanggalnya, lalu {_EXAMPLE}",
        )
    return parsed


def _dated(clean: str, year: int, month: int, day: int) -> ParsedDate:
    try:
        value = date(year, month, day)
    except ValueError:
        return ParsedDate(problem=f"tanggal “{clean}” tidak ada di kalender", hint=f"periksa tanggalnya; {_EXAMPLE}")
    canonical = value.isoformat()
    hint = None if clean == canonical else f"tulis {canonical}"
    return ParsedDate(value, canonical, is_canonical=clean == canonical, hint=hint)


def _short_year(clean: str) -> ParsedDate:
    return ParsedDate(problem=f"tahun pada “{clean}” tidak empat angka", hint=_EXAMPLE)
