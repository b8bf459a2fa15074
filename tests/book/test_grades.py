"""A target may be a grade in words, and is printed as it is written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from smartplan.book.values import text_of


@pytest.mark.parametrize(
    ("held", "words"), [("WTP", "WTP"), ("Sangat Baik", "Sangat Baik"), (Decimal("62.5"), "62,5"), (Decimal(0), "0")]
)
def test_a_number_or_a_grade_is_printed(held: object, words: str) -> None:
    assert text_of(held, "angka") == words
