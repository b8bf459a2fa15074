"""Which items of a list stand out of order, and where they belong."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Misplaced", "misplaced"]


class Misplaced(NamedTuple):
    """Positions in the list: of the item, of the nearest one that shows it, and of the one that it belongs before.

    ``following`` is None when it belongs behind ``last``, the last of those that are in order.
    """

    position: int
    other: int
    following: int | None
    last: int


def misplaced(places: Sequence[Any]) -> Iterator[Misplaced]:
    """The fewest items that have to move for ``places`` to be in order; of several choices the first ones stay."""
    kept = _longest_run(places)
    in_order = [places[position] for position in kept]
    next_kept = 0
    for position, place in enumerate(places):
        if next_kept < len(kept) and kept[next_kept] == position:
            next_kept += 1
            continue
        before = kept[next_kept - 1] if next_kept and place < in_order[next_kept - 1] else None
        behind = kept[next_kept] if next_kept < len(kept) and place > in_order[next_kept] else None
        around = [one for one in (before, behind) if one is not None]
        other = min(around, key=lambda one: abs(one - position))
        target = bisect_right(in_order, place)
        yield Misplaced(position, other, kept[target] if target < len(kept) else None, kept[-1])


def _longest_run(places: Sequence[Any]) -> list[int]:
    """Positions of the longest part of ``places`` that is in order; of several the one that keeps the first ones."""
    known = sorted(set(places))
    tree = [(0, 0)] * (len(known) + 1)  # the longest run above a place, and minus the position where it starts
    runs: list[tuple[int, int]] = []
    for position in range(len(places) - 1, -1, -1):
        rank = len(known) - bisect_left(known, places[position])
        best, at = (0, 0), rank
        while at:
            best, at = max(best, tree[at]), at & (at - 1)
        runs.append(best)
        at = rank
        while at <= len(known):
            tree[at] = max(tree[at], (best[0] + 1, -position))
            at += at & -at
    runs.reverse()
    kept: list[int] = []
    left = max((length for length, _ in runs), default=-1) + 1
    position = next((at for at, (length, _) in enumerate(runs) if length + 1 == left), 0)
    while left:
        kept.append(position)
        left, position = left - 1, -runs[position][1]
    return kept
