"""Checks of a plan: facts that rules state, severities that the edition gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.rules.base import Rule
from smartplan.rules.driver import Checked, UnknownStage, run

if TYPE_CHECKING:
    from datetime import date

    from smartplan.edition import Edition
    from smartplan.plan import Plan

__all__ = ["Checked", "Rule", "UnknownStage", "all_rules", "check_plan"]


def all_rules() -> tuple[Rule, ...]:
    """Every rule, by family."""
    from smartplan.rules.families import RULES

    return RULES


def check_plan(plan: Plan, edition: Edition, *, stage: str | None = None, today: date | None = None) -> Checked:
    """All findings of ``plan`` at ``stage`` (default: the plan's own, else the edition's first).

    Raises:
        UnknownStage: the edition has no ``stage``.
    """
    return run(all_rules(), plan, edition, stage=stage, today=today)
