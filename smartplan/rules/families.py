"""All families of rules together. Loading them takes a while: only who runs or explains rules asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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

if TYPE_CHECKING:
    from smartplan.rules.base import Rule

__all__ = ["RULES"]

_FAMILIES: Final = (prf, asm, lmb, huk, sip, anl, arh, dim, kai, aks, ang, pet, qw, rsk, lak, tks, pgc, uls)

RULES: Final[tuple[Rule, ...]] = tuple(rule for family in _FAMILIES for rule in family.RULES)
"""Every rule, by family."""
