"""Dimensions that a reference may name though the edition of the plan has no such one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.edition import EditionError, EditionNotFound, list_editions, load_edition

if TYPE_CHECKING:
    from smartplan.rules.base import Context

__all__ = ["OF_DIMENSIONS", "known_elsewhere"]

OF_DIMENSIONS: Final = ("dimensi", "sub")


def known_elsewhere(ctx: Context) -> dict[str, set[str]]:
    """``dimensi`` and ``sub`` -> the ids that the plan itself or another edition has. Editions are read: ask once."""
    dimensions = set(ctx.plan.dimensi)
    subs: set[str] = set()
    for name in list_editions():
        try:
            edition = load_edition(name)
        except (EditionError, EditionNotFound):
            continue
        for item in edition.dimensi or ():
            dimensions.add(item.id or "")
            subs.update(sub.id or "" for sub in item.sub or ())
    return {"dimensi": dimensions, "sub": subs}
