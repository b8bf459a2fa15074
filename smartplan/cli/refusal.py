"""What a command says when a plan or an edition cannot be used at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.cli import console

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.edition import EditionError, EditionNotFound
    from smartplan.findings import Finding
    from smartplan.plan import Plan

__all__ = ["UNREADABLE", "is_unreadable", "refuse", "refuse_edition"]

UNREADABLE = "rencana tidak dapat dibaca sama sekali; perbaiki berkasnya dahulu"


def is_unreadable(plan: Plan) -> bool:
    """Whether nothing of the plan's main file could be read."""
    return plan.files[0] in plan.unread or plan.rencana.node is None or not plan.rencana.node.entries


def refuse(message: str, findings: Iterable[Finding]) -> int:
    """The findings on stdout, the sentence on stderr; exit code 1."""
    for finding in findings:
        console.write(f"{console.line_of(finding)}\n")
        for related in finding.related:
            console.write(f"  lihat juga {related.span}: {related.message}\n")
    console.trouble(message, "perbaiki yang disebut di atas, lalu ulangi")
    return 1


def refuse_edition(plan: Plan, error: EditionError | EditionNotFound) -> int:
    """Like ``refuse``, for an edition of ``plan`` that is not there or cannot be used."""
    from smartplan import api
    from smartplan.edition import EditionNotFound

    if isinstance(error, EditionNotFound):
        return refuse("edisi rencana tidak ditemukan; tidak ada yang dibuat", [api.no_edition(plan, error)])
    return refuse(str(error), error.findings)
