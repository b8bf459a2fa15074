from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartplan.wording.dates import MONTHS, day_name, format_date, format_range, month_name, parse_date

FEBRUARY = date(2023, 2, 28)


def test_a_date_is_written_with_the_name_of_its_month() -> None:
    assert format_date(FEBRUARY) == "28 Februari 2023"
    assert format_date(FEBRUARY, weekday=True) == "Selasa, 28 Februari 2023"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2023, 7, 5), date(2023, 7, 6), "5–6 Juli 2023"),
        (date(2023, 6, 30), date(2023, 7, 2), "30 Juni – 2 Juli 2023"),
        (date(2023, 12, 30), date(2024, 1, 2), "30 Desember 2023 – 2 Januari 2024"),
        (FEBRUARY, FEBRUARY, "28 Februari 2023"),
    ],
)
def test_a_range_repeats_nothing(first: date, last: date, text: str) -> None:
    assert format_range(first, last) == text


def test_a_range_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="ends on"):
        format_range(date(2023, 7, 6), date(2023, 7, 5))


def test_months_and_days_have_names() -> None:
    assert [month_name(number) for number in range(1, 13)] == list(MONTHS)
    assert day_name(date(2024, 1, 1)) == "Senin"
    with pytest.raises(ValueError, match="no month 13"):
        month_name(13)


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-28",
        "2023-2-28",
        "2023-02-28 00:00:00",
        "2023-02-28T00:00",
        "28 Februari 2023",
        "28 februari  2023",
        "28 Pebruari 2023",
        "28 Feb. 2023",
        "28-Feb-2023",
        "Selasa, 28 Februari 2023",
        "28/02/2023",
        "28-02-2023",
        "28.2.2023",
    ],
)
def test_the_ways_people_write_dates_lead_to_one_form(text: str) -> None:
    parsed = parse_date(text)
    assert (parsed.value, parsed.canonical, parsed.problem) == (FEBRUARY, "2023-02-28", None)
    assert parsed.is_canonical == (text == "2023-02-28")
    assert parsed.hint == (None if parsed.is_canonical else "tulis 2023-02-28")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("30 Februari 2023", "tanggal “30 Februari 2023” tidak ada di kalender"),
        ("2023-13-01", "tanggal “2023-13-01” tidak ada di kalender"),
        ("0000-01-01", "tanggal “0000-01-01” tidak ada di kalender"),
        ("28/02/23", "tahun pada “28/02/23” tidak empat angka"),
        ("28 Feb 23", "tahun pada “28 Feb 23” tidak empat angka"),
        ("28 Februar 2023", "bulan “Februar” tidak dikenal"),
        ("Tuesday, 28 Februari 2023", "hari “Tuesday” tidak dikenal"),
        ("Senin, 28 Februari 2023", "28 Februari 2023 jatuh pada hari Selasa, bukan Senin"),
        ("28/02-2023", "“28/02-2023” bukan tanggal"),
        ("2023", "“2023” bukan tanggal"),
        ("", "isiannya kosong"),
    ],
)
def test_what_is_no_date_says_why(text: str, problem: str) -> None:
    parsed = parse_date(text)
    assert (parsed.value, parsed.problem) == (None, problem)
    assert parsed.hint


@given(st.dates())
def test_a_written_date_reads_back_to_the_same_day(day: date) -> None:
    assert parse_date(format_date(day)).value == day
    assert parse_date(format_date(day, weekday=True)).value == day
    assert parse_date(day.isoformat()).is_canonical


@given(st.text())
def test_any_text_gives_a_date_or_a_reason(text: str) -> None:
    parsed = parse_date(text)
    assert (parsed.value is None) == (parsed.problem is not None)


@pytest.mark.parametrize(
    ("text", "other"),
    [("03/04/2025", "2025-03-04"), ("12.11.2025", "2025-12-11"), ("13/04/2025", None), ("04/04/2025", None)],
)
def test_day_and_month_that_may_be_the_other_way_round(text: str, other: str | None) -> None:
    parsed = parse_date(text)
    assert parsed.value is not None and parsed.alternative == other
    assert (other or "tulis") in (parsed.hint or "")
