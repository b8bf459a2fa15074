"""Indonesian wording: numbers, rupiah, dates, numbers in words, roman numerals and short phrases.

Every ``parse_*`` returns a value instead of raising, because what people type is data; the caller decides how bad
it is.
"""

from __future__ import annotations

from smartplan.wording.dates import (
    DAYS,
    MONTHS,
    ParsedDate,
    day_name,
    format_date,
    format_range,
    month_name,
    parse_date,
)
from smartplan.wording.numbers import (
    ParsedNumber,
    ParsedRupiah,
    format_number,
    format_percent,
    format_rupiah,
    format_rupiah_short,
    parse_number,
    parse_rupiah,
    plain_number,
)
from smartplan.wording.phrases import NIHIL, TIDAK_ADA, alike, capitalize, counted, join_words, share, spoken
from smartplan.wording.roman import to_roman
from smartplan.wording.terbilang import terbilang, terbilang_rupiah

__all__ = [
    "DAYS",
    "MONTHS",
    "NIHIL",
    "TIDAK_ADA",
    "ParsedDate",
    "ParsedNumber",
    "ParsedRupiah",
    "alike",
    "capitalize",
    "counted",
    "day_name",
    "format_date",
    "format_number",
    "format_percent",
    "format_range",
    "format_rupiah",
    "format_rupiah_short",
    "join_words",
    "month_name",
    "parse_date",
    "parse_number",
    "parse_rupiah",
    "plain_number",
    "share",
    "spoken",
    "terbilang",
    "terbilang_rupiah",
    "to_roman",
]
