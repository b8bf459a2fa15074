"""The fewest items that have to move for a list to be in order."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from smartplan.rules.in_order import misplaced


@given(st.lists(st.integers(0, 6), max_size=9))
def test_without_the_misplaced_ones_a_list_is_in_order(places: list[int]) -> None:
    moved = {one.position: one for one in misplaced(places)}
    kept = [place for at, place in enumerate(places) if at not in moved]
    assert kept == sorted(kept)
    for at, one in moved.items():
        assert one.other not in moved
        assert (places[at] < places[one.other]) is (one.other < at)
        assert one.following is None or places[at] < places[one.following]
        assert one.following is not None or places[at] >= places[one.last]


def test_one_that_stands_out_is_the_one_to_move() -> None:
    assert [tuple(one) for one in misplaced([5, 1, 2, 3])] == [(0, 1, None, 3)]
    assert [tuple(one) for one in misplaced([1, 2, 3, 0])] == [(3, 2, 0, 2)]
    assert list(misplaced([1, 1, 2])) == []
    assert list(misplaced([])) == []


def test_long_lists_take_no_time() -> None:
    start = time.perf_counter()
    assert len(list(misplaced([number * 7919 % 10007 for number in range(10_000)]))) > 5000
    assert time.perf_counter() - start < 5
