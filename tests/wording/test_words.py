"""Numbers in words, roman numerals and phrases."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartplan.wording.phrases import alike, capitalize, counted, join_words, share
from smartplan.wording.roman import to_roman
from smartplan.wording.terbilang import LIMIT, terbilang, terbilang_rupiah

DIGITS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
SCALES = {"triliun": 10**12, "miliar": 10**9, "juta": 10**6, "ribu": 1000}


def value_of(words: list[str]) -> int:
    """Read the words back: split at the largest scale, left of it a factor, right of it the rest."""
    for name, factor in SCALES.items():
        if name in words:
            place = len(words) - 1 - words[::-1].index(name)
            return value_of(words[:place]) * factor + value_of(words[place + 1 :])
    if "seribu" in words:
        return 1000 + value_of(words[words.index("seribu") + 1 :])
    total = pending = 0
    for word in words:
        if word in DIGITS:
            pending = DIGITS.index(word)
        elif word in ("sepuluh", "sebelas", "seratus"):
            total += {"sepuluh": 10, "sebelas": 11, "seratus": 100}[word]
        else:
            total += {"belas": 10 + pending, "puluh": pending * 10, "ratus": pending * 100}[word]
            pending = 0
    return total + pending


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (17, "tujuh belas"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (1000, "seribu"),
        (1999, "seribu sembilan ratus sembilan puluh sembilan"),
        (2023, "dua ribu dua puluh tiga"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (150_000_000, "seratus lima puluh juta"),
        (3_600 * 10**12, "tiga ribu enam ratus triliun"),
        (-5, "minus lima"),
    ],
)
def test_numbers_have_words(number: int, words: str) -> None:
    assert terbilang(number) == words


def test_rupiah_in_words_end_in_rupiah() -> None:
    assert terbilang_rupiah(150_000) == "seratus lima puluh ribu rupiah"


def test_a_number_without_words_is_refused_even_with_six_thousand_digits() -> None:
    assert terbilang(LIMIT - 1)
    for number in (LIMIT, -LIMIT, 10**6000):
        with pytest.raises(ValueError, match="10\\*\\*18"):
            terbilang(number)


@given(st.one_of(st.integers(0, 3000), st.integers(0, LIMIT - 1)))
def test_words_read_back_to_the_same_number(number: int) -> None:
    assert value_of(terbilang(number).split()) == number


@pytest.mark.parametrize(("number", "roman"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (1999, "MCMXCIX")])
def test_roman_numerals(number: int, roman: str) -> None:
    assert to_roman(number) == roman
    assert to_roman(number, lower=True) == roman.lower()


def test_every_roman_numeral_is_different_and_none_lies_outside_the_range() -> None:
    assert len({to_roman(number) for number in range(1, 4000)}) == 3999
    for number in (0, -1, 4000):
        with pytest.raises(ValueError, match="1 to 3999"):
            to_roman(number)


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")],
)
def test_lists_are_joined_as_sentences_want_it(items: list[str], text: str) -> None:
    assert join_words(items) == text
    assert join_words(iter(items), last="atau") == text.replace("dan", "atau")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "tidak ada program"),
        (1, "satu program"),
        (10, "sepuluh program"),
        (12, "dua belas program"),
        (20, "dua puluh program"),
        (21, "21 program"),
        (100, "seratus program"),
        (120, "120 program"),
        (1500, "1.500 program"),
        (10**18, "1.000.000.000.000.000.000 program"),
    ],
)
def test_counts_of_one_or_two_words_stand_in_letters(number: int, text: str) -> None:
    assert counted(number, "program") == text


def test_numbers_of_one_sentence_are_written_alike() -> None:
    assert alike((3, 12)) == ["tiga", "dua belas"]
    assert alike((3, 36)) == ["3", "36"]
    assert alike(()) == []


def test_a_share_is_rounded_and_loses_its_trailing_zeros() -> None:
    assert share(3, 8) == "37,5 %"
    assert share(1, 2) == "50 %"
    assert share(1, 3, places=2) == "33,33 %"
    assert share(Decimal("1.5"), 3, places=0) == "50 %"
    assert share(0, 5) == "0 %"


def test_a_share_of_nothing_is_not_zero() -> None:
    assert share(0, 0) == "tidak dapat dihitung"


def test_only_the_first_letter_is_raised() -> None:
    assert capitalize("dinas PUPR") == "Dinas PUPR"
    assert capitalize("") == ""
