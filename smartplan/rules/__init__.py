"""Checks of a plan: facts that rules state, severities that the edition gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.rules import (
    aks,
    ang,
    anl,
    arh,
    asm,
    dim,
    huk,
    kai,
    lak,
    lmb,
    pet,
    pgc,
    prf,
    qw,
    rsk,
    sip,
    tks,
    uls,
)
from smartplan.rules.base import Rule
from smartplan.rules.driver import Checked, UnknownStage, run

if TYPE_CHECKING:
    from datetime import date

    from smartplan.edition import Edition
    from smartplan.plan import Plan

__all__ = ["Checked", "Rule", "UnknownStage", "all_rules", "check_plan"]

_FAMILIES = (prf, asm, lmb, huk, sip, anl, arh, dim, kai, aks, ang, pet, qw, rsk, lak, tks, pgc, uls)


def all_rules() -> tuple[Rule, ...]:
    """Every rule, by family."""
    return tuple(rule for family in _FAMILIES for rule in family.RULES)


def check_plan(plan: Plan, edition: Edition, *, stage: str | None = None, today: date | None = None) -> Checked:
    """All findings of ``plan`` at ``stage`` (default: the plan's own, else the edition's first).

    Raises:
        UnknownStage: the edition has no ``stage``.
    """
    return run(all_rules(), plan, edition, stage=stage, today=today)
