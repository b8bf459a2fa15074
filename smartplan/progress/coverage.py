"""What hangs together in each dimension: gaps that are answered, initiatives that are carried, sasaran and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.edition import Edition
    from smartplan.plan import Plan

__all__ = ["Pair", "Row", "coverage"]


class Pair(NamedTuple):
    """How many of ``total`` items are tied to what they need."""

    met: int
    total: int


class Row(NamedTuple):
    """One dimension. ``kesenjangan``: answered by an inisiatif; ``inisiatif``: carried by a program;
    ``sasaran``: served by a program; ``program``: traced to a sasaran or to a program of the RPJMD or RPD.
    """

    dimension: str
    title: str
    kesenjangan: Pair
    inisiatif: Pair
    sasaran: Pair
    program: Pair


def coverage(plan: Plan, edition: Edition) -> tuple[Row, ...]:
    """One row a dimension of the edition, in its order; a dimension that is not written has nothing of anything.

    A link counts over the whole plan: a gap may be answered by another dimension. A link to an id that nobody has
    does not count, and an item without id can be named by nobody.
    """
    parts = plan.dimensi.values()
    answered = _named(parts, "inisiatif", "menjawab")
    carried = _named(parts, "program", "inisiatif")
    served = _named(parts, "program", "sasaran")
    sasaran = {item.id for part in parts for item in part.sasaran or () if item.id}
    rpjmd = plan.rencana.rpjmd
    codes = {item.kode for item in (rpjmd.program if rpjmd else None) or () if item.kode}
    rows = []
    for item in edition.dimensi or ():
        if not item.id:
            continue
        part = plan.dimensi.get(item.id)
        programs = (part.program if part else None) or ()
        traced = sum(
            not sasaran.isdisjoint(row.sasaran or ()) or not codes.isdisjoint(row.program_rpjmd or ())
            for row in programs
        )
        rows.append(
            Row(
                item.id,
                item.nama or item.id,
                _pair(part, "kesenjangan", answered),
                _pair(part, "inisiatif", carried),
                _pair(part, "sasaran", served),
                Pair(traced, len(programs)),
            )
        )
    return tuple(rows)


def _named(parts: Iterable[Any], kind: str, key: str) -> set[str]:
    """All ids that items of ``kind`` write at ``key``."""
    return {name for part in parts for item in getattr(part, kind) or () for name in getattr(item, key) or ()}


def _pair(part: Any, kind: str, named: set[str]) -> Pair:
    items = (getattr(part, kind) if part is not None else None) or ()
    return Pair(sum(item.id in named for item in items), len(items))
