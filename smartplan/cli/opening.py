"""Opening a plan and its edition for a command, with troubles said in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from smartplan.cli import output
from smartplan.cli.trouble import FINDINGS, UserError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from smartplan.api import Review
    from smartplan.edition import Edition
    from smartplan.plan import Plan

__all__ = ["open_edition", "open_plan", "reviewed"]


def open_plan(path: Path) -> Plan:
    """Raises UserError when there is no plan or it cannot be opened."""
    from smartplan.api import load
    from smartplan.plan import PlanNotFound

    try:
        return load(path)
    except PlanNotFound as error:
        raise UserError(error.message, error.hint) from error
    except OSError as error:
        reason = error.strerror or "sebab tidak diketahui"
        raise UserError(f"{error.filename or path} tidak dapat dibuka ({reason})", "periksa hak aksesnya") from error


def open_edition(name: str | None, root: Path | None) -> Edition:
    """Raises UserError for an unknown edition; faults in its text are printed, and the command ends with 1."""
    from smartplan.edition import EditionError, EditionNotFound, load_edition

    try:
        return load_edition(name, root)
    except EditionNotFound as error:
        raise UserError(error.message, error.hint) from error
    except EditionError as error:
        output.note(str(error))
        output.say_findings(error.findings)
        raise typer.Exit(FINDINGS) from error


def reviewed(plan: Plan, stage: str | None, today: date | None) -> Review:
    """The plan checked; raises UserError for an unknown stage or edition."""
    from smartplan.api import review
    from smartplan.rules import UnknownStage

    edition = open_edition(plan.rencana.edisi, plan.root)
    try:
        return review(plan, edition, stage, today)
    except UnknownStage as error:
        raise UserError(error.message, error.hint) from error
