"""Which level of risk a likelihood and an impact make together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from smartplan.edition.parts import Edition

__all__ = ["RISK_RULE", "level_of_product", "risk_starts"]

RISK_RULE: Final = "RSK002"
"""The rule whose parameters ``mulai_<level>`` say from which product on a level holds."""


def risk_starts(edition: Edition, limit: Callable[[str, float], float]) -> list[tuple[Decimal | float, str]]:
    """From which product of likelihood and impact on each level holds, ascending; nothing when no edition says.

    ``limit`` reads a parameter, or gives the number that stands for an absent one. The lowest level starts at zero.
    """
    levels = [level for level in edition.tingkat_risiko or () if level.id and level.nilai is not None]
    starts: list[tuple[Decimal | float, str]] = []
    for position, level in enumerate(sorted(levels, key=lambda level: level.nilai or 0)):
        start = limit(f"mulai_{level.id}", -1 if position else 0)
        if start < 0:
            return []
        starts.append((start, level.id or ""))
    return starts


def level_of_product(starts: list[tuple[Decimal | float, str]], product: Decimal | float) -> str:
    """The id of the level that holds at ``product``."""
    return max((start, name) for start, name in starts if start <= product)[1]
