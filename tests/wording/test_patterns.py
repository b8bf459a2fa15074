from __future__ import annotations

import re

import pytest

from smartplan.wording.patterns import lazy


def test_a_lazy_pattern_answers_as_a_compiled_one() -> None:
    late, soon = lazy(r"(?P<angka>\d+)", re.IGNORECASE), re.compile(r"(?P<angka>\d+)", re.IGNORECASE)
    text = "3 dari 12 unit"
    assert [match.span() for match in late.finditer(text)] == [match.span() for match in soon.finditer(text)]
    assert late.sub("n", text) == soon.sub("n", text)
    assert (late.pattern, late.flags, late.groupindex) == (soon.pattern, soon.flags, soon.groupindex)
    assert re.search(r"angka", repr(late))


def test_a_wrong_pattern_is_told_at_its_first_use() -> None:
    broken = lazy("(")
    with pytest.raises(re.error):
        broken.search("")
