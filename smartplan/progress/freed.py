"""How many required entries are still missing at or below each data path: what one mending may free."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.rules.required import Outcome

__all__ = ["missing_below"]


def missing_below(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """Data path -> number of required entries at it or below it that are not met, each counted for every document."""
    counts: dict[str, int] = {}
    for outcome in outcomes:
        if outcome.met:
            continue
        path = outcome.part.path_of(outcome.key)
        counts[path] = counts.get(path, 0) + 1
        for position, char in enumerate(path):
            if char in ".[":
                above = path[:position]
                counts[above] = counts.get(above, 0) + 1
    return counts
