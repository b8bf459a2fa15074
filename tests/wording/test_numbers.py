from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartplan.wording.numbers import (
    MAX_DIGITS,
    format_number,
    format_percent,
    format_rupiah,
    format_rupiah_short,
    parse_number,
    parse_rupiah,
    plain_number,
)

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Decimal("1365.88"), None, "1.365,88"),
        (1365.88, None, "1.365,88"),
        (2.0, None, "2"),
        (0.1, None, "0,1"),
        (1500000, None, "1.500.000"),
        (Decimal("37.60"), None, "37,60"),
        (Decimal("2.345"), 2, "2,35"),
        (Decimal("-0.001"), 2, "0,00"),
        (-1234, None, "-1.234"),
        (5, 2, "5,00"),
    ],
)
def test_numbers_are_written_with_indonesian_marks(value: Decimal | int | float, places: int | None, text: str) -> None:
    assert format_number(value, places) == text


def test_a_number_of_six_thousand_digits_can_be_written() -> None:
    assert format_number(10**6000).startswith("1.000.000")
    assert len(format_rupiah(10**6000).replace(".", "")) == len("Rp ") + 6001


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), float("nan"), float("-inf")])
def test_what_is_no_number_cannot_be_written(value: Decimal | float) -> None:
    with pytest.raises(ValueError, match="finite"):
        format_number(value)


def test_percent_has_a_space_before_its_sign() -> None:
    assert format_percent(Decimal("37.65")) == "37,65 %"


@pytest.mark.parametrize(
    ("amount", "full", "short"),
    [
        (2560783220, "Rp 2.560.783.220", "Rp 2,56 miliar"),
        (150_000_000, "Rp 150.000.000", "Rp 150 juta"),
        (999_994_999, "Rp 999.994.999", "Rp 999,99 juta"),
        (999_999_999, "Rp 999.999.999", "Rp 1 miliar"),
        (999_999, "Rp 999.999", "Rp 999.999"),
        (2_124_617_361_711, "Rp 2.124.617.361.711", "Rp 2,12 triliun"),
        (3_600 * 10**12, "Rp 3.600.000.000.000.000", "Rp 3.600 triliun"),
        (-2_500_000, "-Rp 2.500.000", "-Rp 2,5 juta"),
        (0, "Rp 0", "Rp 0"),
    ],
)
def test_rupiah_in_full_and_in_short(amount: int, full: str, short: str) -> None:
    assert (format_rupiah(amount), format_rupiah_short(amount)) == (full, short)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("1365.88", "1365.88"),
        ("1.365,88", "1365.88"),
        ("1,365.88", "1365.88"),
        ("1.500.000", "1500000"),
        ("1,500,000", "1500000"),
        ("1 500 000", "1500000"),
        ("1\u00a0500\u202f000", "1500000"),
        ("Rp 1.500.000", "1500000"),
        ("Rp. 1.500.000,-", "1500000"),
        ("Rp1.500.000,00", "1500000.00"),
        ("37,65", "37.65"),
        ("37,65 %", "37.65"),
        ("37,65 persen", "37.65"),
        ("0.500", "0.500"),
        ("-5", "-5"),
        ("−5", "-5"),
        ("-0", "0"),
        ("+7", "7"),
        ("007", "7"),
        (",5", "0.5"),
        ("2,5 juta", "2500000"),
    ],
)
def test_the_ways_people_write_numbers_lead_to_one_plain_form(text: str, canonical: str) -> None:
    parsed = parse_number(text)
    assert (parsed.canonical, parsed.problem, parsed.ambiguous) == (canonical, None, False)
    assert parsed.value == Decimal(canonical)
    assert parsed.is_canonical == (text == canonical)
    assert (parsed.hint is None) == parsed.is_canonical


@pytest.mark.parametrize("text", ["1.500", "12.345", "999.000", "1.500 %", "1.500 juta"])
def test_one_group_of_three_after_a_dot_has_two_readings(text: str) -> None:
    parsed = parse_number(text)
    assert parsed.ambiguous
    assert not parsed.is_canonical
    assert parsed.value is not None
    assert parsed.alternative is not None
    assert parsed.value == parsed.alternative * 1000
    assert parsed.hint is not None
    assert "desimal" in parsed.hint


def test_with_rupiah_in_front_the_dot_can_only_part_thousands() -> None:
    assert not parse_number("Rp 1.500").ambiguous
    assert parse_number("Rp 1.500").value == 1500


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "kira-kira",
        "1e5",
        "1.500.00",
        "5.",
        "1,2,3",
        "1 50",
        "12 km2",
        "٣٤",
        "1_000",
        "nan",
        "- -5",
        "-Rp -5",
        ".",
    ],
)
def test_what_is_no_number_says_so_with_a_hint(text: str) -> None:
    parsed = parse_number(text)
    assert parsed.value is None
    assert parsed.problem
    assert parsed.hint


def test_too_many_digits_are_a_problem_and_not_an_error() -> None:
    parsed = parse_number("9" * 6000)
    assert parsed.value is None
    assert parsed.problem == "angka ini terlalu panjang: 6000 digit"
    assert parse_number("9" * MAX_DIGITS).value == 10**MAX_DIGITS - 1
    assert parse_rupiah("9" * 6000).problem == parsed.problem


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1500000", 1_500_000),
        ("Rp1.500.000,00", 1_500_000),
        ("1.500", 1_500),
        ("2,5 miliar", 2_500_000_000),
        ("150 juta", 150_000_000),
        ("2.560.783.220", 2_560_783_220),
        ("Rp 1,2 triliun", 1_200_000_000_000),
    ],
)
def test_rupiah_are_read_as_whole_numbers(text: str, amount: int) -> None:
    parsed = parse_rupiah(text)
    assert (parsed.value, parsed.canonical, parsed.ambiguous) == (amount, str(amount), False)
    assert parsed.hint == (None if text == str(amount) else f"tulis {amount}")


@pytest.mark.parametrize("text", ["1.5", "1500,50", "5 %", "5 persen", "gratis", "0,0000001 juta"])
def test_what_is_not_whole_rupiah_is_a_problem(text: str) -> None:
    parsed = parse_rupiah(text)
    assert parsed.value is None
    assert parsed.problem


def test_a_unit_word_brings_the_second_reading_back() -> None:
    parsed = parse_rupiah("1.500 juta")
    assert parsed.ambiguous
    assert (parsed.value, parsed.alternative) == (1_500_000_000, 1_500_000)


@given(DECIMALS)
def test_a_written_number_reads_back_to_the_same_value(value: Decimal) -> None:
    assert parse_number(format_number(value)).value == value
    assert parse_number(str(value)).value == value
    assert parse_number(format_percent(value)).value == value


@given(st.integers(-(10**25), 10**25))
def test_written_rupiah_read_back_to_the_same_sum(amount: int) -> None:
    assert parse_rupiah(format_rupiah(amount)).value == amount
    assert parse_rupiah(str(amount)).is_canonical


@given(st.integers(0, 10**17))
def test_a_short_sum_reads_back_within_its_rounding(amount: int) -> None:
    value = parse_rupiah(format_rupiah_short(amount)).value
    assert value is not None
    assert abs(value - amount) * 100 <= max(amount, 1)


@given(st.text())
def test_any_text_gives_a_value_or_a_reason(text: str) -> None:
    for parsed in (parse_number(text), parse_rupiah(text)):
        assert (parsed.value is None) == (parsed.problem is not None)
        assert (parsed.value is None) == (parsed.canonical is None)


@given(st.text("0123456789.,- Rp%jutamilr", max_size=30))
def test_the_plain_form_is_stable(text: str) -> None:
    parsed = parse_number(text)
    if parsed.canonical is not None:
        again = parse_number(parsed.canonical)
        assert (again.value, again.is_canonical, again.ambiguous) == (parsed.value, True, False)


def test_three_decimals_that_look_like_thousands_get_a_fourth() -> None:
    assert plain_number(Decimal("167.067")) == "167.0670"
    assert plain_number(Decimal("-1.500")) == "-1.5000"
    assert plain_number(Decimal("1365.880")) == "1365.880"
    assert plain_number(Decimal("0.125")) == "0.125"
    assert plain_number(Decimal("-0.0")) == "0.0"
    assert plain_number(1500) == "1500"
    assert parse_number("167,067").canonical == "167.0670"


@given(DECIMALS | st.decimals(-2000, 2000, places=3))
def test_the_plain_form_reads_back_in_one_way(value: Decimal) -> None:
    parsed = parse_number(plain_number(value))
    assert (parsed.value, parsed.is_canonical, parsed.ambiguous) == (value, True, False)
