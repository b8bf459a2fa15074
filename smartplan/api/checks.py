"""Checking a plan, and mending it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import smartplan
from smartplan.api.plans import edition_of
from smartplan.edition import EditionError, EditionNotFound
from smartplan.findings import Finding, Severity
from smartplan.plan import load_plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from smartplan.plan import Plan
    from smartplan.report import Summary
    from smartplan.rules.baseline import Baseline
    from smartplan.rules.catalogue import Entry
    from smartplan.rules.mend import Mended
    from smartplan.rules.required import Outcome

__all__ = ["Examination", "check", "examine", "guides", "mend", "no_edition", "summary_of", "without_known"]


class Examination(NamedTuple):
    """What was found, how far the plan is, and the texts that the findings point into (file -> text).

    ``outcomes``: every required entry, met or not.
    """

    findings: tuple[Finding, ...]
    summary: Summary
    sources: Mapping[str, str]
    outcomes: tuple[Outcome, ...] = ()

    @property
    def errors(self) -> list[Finding]:
        """Errors that stand: those that are not waived."""
        return [finding for finding in self.findings if finding.severity is Severity.ERROR and not finding.waived]


def check(plan: Plan, stage: str | None = None, today: date | None = None) -> list[Finding]:
    """All findings of ``plan`` at ``stage`` (an id of its edition; default: the plan's own), sorted; waived ones too.

    ``today`` decides which waivers have run out; without it none has.

    Raises:
        UnknownStage: the edition has no ``stage``.
    """
    return list(examine(plan, stage=stage, today=today).findings)


def examine(
    plan: Plan, *, stage: str | None = None, today: date | None = None, name: str | None = None, strict: bool = False
) -> Examination:
    """Like ``check``, with all that a report says. ``name``: the plan as the user names it; ``strict``: warnings are
    errors. An edition that is not there or cannot be used is a finding too: then only the plan's text was checked.
    """
    try:
        edition = edition_of(plan)
    except EditionNotFound as error:
        return _without_edition(plan, [*plan.findings, no_edition(plan, error)], plan.sources, name, today, strict)
    except EditionError as error:
        sources = {**error.sources, **plan.sources}
        return _without_edition(plan, [*error.findings, *plan.findings], sources, name, today, strict)
    from smartplan.progress import coverage, measure
    from smartplan.rules import check_plan

    checked = check_plan(plan, edition, stage=stage, today=today)
    progress = measure(plan, edition, checked.outcomes)
    findings = _lifted(checked.findings) if strict else checked.findings
    summary = summary_of(plan, findings, name, today)._replace(
        edition=edition.id or "",
        stage=checked.stage,
        stage_title=edition.name_of("tahap", checked.stage),
        rules=checked.rules,
        later_rules=checked.later_rules,
        not_checkable=checked.not_checkable,
        entries=checked.entries,
        later_entries=checked.later_entries,
        documents=progress.documents,
        dimensions=progress.dimensions,
        coverage=coverage(plan, edition),
    )
    return Examination(findings, summary, plan.sources, checked.outcomes)


def guides() -> dict[str, Entry]:
    """Code -> what it means, for every code that a finding can have, in reading order."""
    from smartplan.rules.catalogue import all_entries

    return {entry.code: entry for entry in all_entries()}


def without_known(examined: Examination, known: Baseline) -> Examination:
    """Without the findings that a baseline knows; the summary counts how many they were."""
    findings, count = known.without_known(examined.findings)
    summary = _counted(examined.summary, findings)._replace(known=count)
    return examined._replace(findings=findings, summary=summary)


def mend(
    path: Path | str, *, stage: str | None = None, today: date | None = None, unsafe: bool = False
) -> tuple[Path, Mended]:
    """The root of the plan at ``path``, and what its files become when all is mended that findings know how to mend.

    Nothing is written: ``files.write_changes`` does. ``unsafe``: those mends too that a person should look at.

    Raises as ``load`` and ``check`` do.
    """
    from smartplan.rules.mend import mend as mend_files

    first = load_plan(Path(path))
    files = {name: (first.root / name).read_bytes() for name in first.files}

    def check_changed(changed: Mapping[str, bytes | None]) -> Sequence[Finding]:
        return examine(load_plan(Path(path), {**files, **changed}), stage=stage, today=today).findings

    return first.root, mend_files(files, check_changed, unsafe=unsafe)


def _without_edition(
    plan: Plan,
    findings: Iterable[Finding],
    sources: Mapping[str, str],
    name: str | None,
    today: date | None,
    strict: bool,
) -> Examination:
    found = tuple(findings)
    found = _lifted(found) if strict else found
    return Examination(found, summary_of(plan, found, name, today), sources)


def no_edition(plan: Plan, error: EditionNotFound) -> Finding:
    """That the edition which ``plan`` names is not there, at the place that names it."""
    span = plan.rencana.span("edisi")
    return Finding("EDS007", Severity.ERROR, error.message, span, hint=error.hint, path="edisi")


def _lifted(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(
        finding._replace(severity=Severity.ERROR) if finding.severity is Severity.WARNING else finding
        for finding in findings
    )


def summary_of(plan: Plan, findings: tuple[Finding, ...], name: str | None, today: date | None) -> Summary:
    from smartplan.report import Summary

    summary = Summary(
        version=smartplan.__version__,
        plan=name or str(plan.root),
        edition=plan.rencana.edisi or "",
        stage=plan.rencana.tahap or "",
        stage_title=plan.rencana.tahap or "",
        today=today.isoformat() if today is not None else None,
        offices=tuple((one.id, one.nama or one.id) for one in plan.rencana.perangkat_daerah or () if one.id),
        region=(plan.rencana.wilayah.nama if plan.rencana.wilayah else None) or "",
    )
    return _counted(summary, findings)


def _counted(summary: Summary, findings: tuple[Finding, ...]) -> Summary:
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += not finding.waived
    return summary._replace(
        error=counts[Severity.ERROR],
        warning=counts[Severity.WARNING],
        info=counts[Severity.INFO],
        waived=sum(finding.waived for finding in findings),
    )
