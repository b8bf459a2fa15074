"""The steps of each command, without printing: load a plan, check it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from smartplan.edition import load_edition
from smartplan.findings import Finding, Severity
from smartplan.plan import Plan, load_plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from smartplan.edition import Edition
    from smartplan.report import Summary
    from smartplan.rules import Checked

__all__ = ["Review", "check", "load", "review", "summarize"]


@dataclass(frozen=True, slots=True)
class Review:
    """A plan that was checked, with what a report needs."""

    plan: Plan
    edition: Edition
    checked: Checked

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.checked.findings


def load(path: Path | str) -> Plan:
    """The plan at ``path``, a YAML file or a folder. Faults in its text are in ``findings``.

    Raises:
        PlanNotFound: there is no plan at ``path``.
        OSError: a file cannot be opened.
    """
    return load_plan(Path(path))


def check(plan: Plan, stage: str | None = None, today: date | None = None) -> list[Finding]:
    """All findings of ``plan`` at ``stage`` (default: its own), sorted; waived ones are marked.

    Raises:
        EditionNotFound, EditionError: the plan's edition cannot be used.
        UnknownStage: the edition has no ``stage``.
    """
    return list(review(plan, load_edition(plan.rencana.edisi, plan.root), stage, today).findings)


def review(plan: Plan, edition: Edition, stage: str | None = None, today: date | None = None) -> Review:
    """``check`` against a given edition, with its surroundings. Raises UnknownStage."""
    from smartplan.rules import check_plan

    return Review(plan, edition, check_plan(plan, edition, stage=stage, today=today))


def summarize(review: Review, findings: Sequence[Finding], name: str, version: str, today: date | None) -> Summary:
    """Counts of ``findings`` (those of the review, perhaps with lifted severities) and progress.

    ``name`` is the plan as the user called it.
    """
    from smartplan.progress import measure
    from smartplan.report import Summary

    progress = measure(review.plan, review.edition)
    open_findings = [finding for finding in findings if not finding.waived]
    return Summary(
        version=version,
        plan=name,
        edition=review.edition.id or "",
        stage=review.checked.stage,
        stage_title=review.edition.name_of("tahap", review.checked.stage),
        today=today.isoformat() if today else None,
        error=_count(open_findings, Severity.ERROR),
        warning=_count(open_findings, Severity.WARNING),
        info=_count(open_findings, Severity.INFO),
        not_yet_due=review.checked.not_yet_due,
        not_checkable=review.checked.not_checkable,
        waived=len(findings) - len(open_findings),
        rules=review.checked.rules,
        documents=progress.documents,
        dimensions=progress.dimensions,
    )


def _count(findings: Sequence[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)
