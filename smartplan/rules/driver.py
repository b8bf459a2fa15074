"""Run all rules for a stage: severities from the edition, waivers from the plan, one order for all findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.edition.check import CODES as EDITION_CODES
from smartplan.edition.check import LEVELS
from smartplan.fields import CODES as STRUCTURE_CODES
from smartplan.findings import Finding, Severity, sort_findings
from smartplan.rules.base import Context, Rule, Run
from smartplan.rules.index import Index
from smartplan.rules.near import guess
from smartplan.rules.paths import is_below
from smartplan.rules.required import CODES as REQUIRED_CODES
from smartplan.rules.required import Outcome, evaluate, finding_of, unknown_needs
from smartplan.source import CODES as TEXT_CODES
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from smartplan.edition import Edition
    from smartplan.edition.parts import Aturan
    from smartplan.plan import Plan
    from smartplan.plan.parts.arah import Pengecualian

__all__ = ["Checked", "UnknownStage", "run"]

_IN_BRACKETS: Final = lazy(r"\[[^\]]*\]")


class UnknownStage(ValueError):
    """The edition has no such stage; ``hint`` names those that it has."""

    def __init__(self, stage: str, known: list[str]) -> None:
        super().__init__(f'tahap "{stage}" tidak ada dalam edisi')
        near = guess(stage.lower().replace(" ", "-"), known)
        self.message = str(self)
        self.hint = (f'maksud Anda "{near}"? ' if near else "") + "pilihan: " + ", ".join(known)


class Checked(NamedTuple):
    """What a run gave. ``findings``: all, sorted, waived ones marked.

    ``rules``: codes of the rules that ran, those of absence among them; ``later_rules``: of those that a later stage
    asks for; ``not_checkable``: of those whose data is absent. ``entries`` counts the required entries that are due,
    ``later_entries`` the missing ones that only a later stage asks for. ``outcomes``: every required entry, met or not,
    as progress counts them.
    """

    findings: tuple[Finding, ...]
    stage: str
    rules: tuple[str, ...] = ()
    later_rules: tuple[str, ...] = ()
    not_checkable: tuple[str, ...] = ()
    entries: int = 0
    later_entries: int = 0
    outcomes: tuple[Outcome, ...] = ()


def run(
    rules: Iterable[Rule], plan: Plan, edition: Edition, *, stage: str | None = None, today: date | None = None
) -> Checked:
    """``stage``: id or title (``Bimtek III``), in any case. Raises UnknownStage for one that the edition lacks; that of
    the plan itself only counts when known.
    """
    stages = edition.ids("tahap")
    stage = _stage_of(stage, edition, stages) if stage is not None else None
    own = plan.rencana.tahap
    chosen = stage or (own if own in stages else stages[0])
    index = Index(plan, edition)
    outcomes = tuple(evaluate(plan, edition))
    missing, due, later = _missing(outcomes, plan, stages, chosen)
    rules = tuple(rules)
    findings = [*plan.findings, *unknown_needs(edition), *_unknown_rules(edition, rules), *missing]
    homes = _homes(edition)
    so_far = Run(findings, outcomes)
    so_far.codes.update(REQUIRED_CODES)
    later_rules: list[str] = []
    not_checkable: list[str] = []
    for rule in sorted(rules, key=lambda rule: rule.last):
        row = (edition.aturan or {}).get(rule.code)
        if row is None or row.hapus:
            continue
        severity = level_at(row.sejak or {}, stages, chosen)
        if severity is None:
            later_rules.append(rule.code)
            continue
        if rule.needs is not None and not _has(plan, rule.needs):
            not_checkable.append(rule.code)
            continue
        so_far.codes.add(rule.code)
        context = Context(plan, edition, index, row.parameter or {}, today, chosen, so_far)
        findings += [_stamp(draft, rule, severity, row, homes) for draft in rule.check(context)]
        findings += [_unread_limit(rule.code, row, name) for name in sorted(context.unread_limits)]
    findings += index.law_findings
    return Checked(
        tuple(sort_findings([_waive(finding, plan, today) for finding in findings])),
        chosen,
        tuple(sorted(so_far.codes)),
        tuple(later_rules),
        tuple(not_checkable),
        due,
        later,
        outcomes,
    )


def _stage_of(text: str, edition: Edition, stages: list[str]) -> str:
    if text in stages:
        return text
    wanted = " ".join(text.casefold().split())
    for item in edition.tahap or ():
        names = (item.id or "", item.nama or "")
        if item.id and wanted and wanted in (" ".join(name.casefold().split()) for name in names):
            return item.id
    raise UnknownStage(text, stages)


def _unknown_rules(edition: Edition, rules: Iterable[Rule]) -> Iterator[Finding]:
    known = {rule.code for rule in rules}
    for code, row in (edition.aturan or {}).items():
        if code not in known:
            hint = "perbaiki kodenya di berkas edisi; `smartplan edition show` memuat semua kode"
            message = f'edisi mengatur aturan "{code}", yang tidak dikenal'
            yield Finding("EDS008", Severity.WARNING, message, row.span(), hint=hint, path=f"aturan.{code}")


def _unread_limit(code: str, row: Aturan, name: str) -> Finding:
    written = (row.parameter or {}).get(name)
    message = f'parameter {name} aturan {code} bukan angka: "{written}"; angka bawaan yang dipakai'
    return Finding("EDS008", Severity.WARNING, message, row.span("parameter"), hint="tulis angka, misalnya 40")


def level_at(since: dict[str, str], stages: list[str], stage: str) -> Severity | None:
    """The severity at ``stage``: that of the last stage at or before it; None before the first."""
    level = None
    for name in stages[: stages.index(stage) + 1]:
        level = since.get(name, level)
    return LEVELS[level] if level is not None else None


def _missing(outcomes: Iterable[Outcome], plan: Plan, stages: list[str], stage: str) -> tuple[list[Finding], int, int]:
    """Findings for what is due and missing, how many entries are due, and how many missing ones are not due yet."""
    found: dict[str, Finding] = {}
    later: set[str] = set()
    need = severity = None
    due = 0
    for outcome in outcomes:
        if outcome.need is not need:  # those of one entry stand together
            need = outcome.need
            severity = level_at(need.sejak or {}, stages, stage)
        due += severity is not None
        if outcome.met:
            continue
        path = outcome.part.path_of(outcome.key)
        if severity is None:
            later.add(path)
            continue
        first = found.get(path)
        if outcome.of_absent_dimension:
            continue  # one finding tells of the whole dimension
        if first is None or severity.rank < first.severity.rank:
            found[path] = finding_of(outcome, severity, plan)
    return list(found.values()), due, len(later - found.keys())


def _stamp(draft: Finding, rule: Rule, severity: Severity, row: Aturan, homes: dict[str, tuple[str, str]]) -> Finding:
    document, section = _home_of(draft, homes)
    return draft._replace(
        code=rule.code,
        severity=severity,
        owner=draft.owner or rule.owner,
        mark=row.tanda,
        source=row.sumber,
        document=document,
        section=section,
    )


def _homes(edition: Edition) -> dict[str, tuple[str, str]]:
    """Beginning of a data path -> document and section that ask for it first."""
    homes: dict[str, tuple[str, str]] = {}
    for document in edition.dokumen or ():
        for chapter in document.chapters():
            for need in chapter.wajib or ():
                steps = (need.jalur or "").replace("[*]", "").removeprefix("dimensi.*.").split(".")
                for length in range(1, len(steps) + 1):
                    homes.setdefault(".".join(steps[:length]), (document.id or "", chapter.id or ""))
    return homes


def _home_of(finding: Finding, homes: dict[str, tuple[str, str]]) -> tuple[str | None, str | None]:
    steps = _IN_BRACKETS.sub("", finding.path or "").split(".")
    if steps[0] == "dimensi":
        steps = steps[2:]
    for length in range(len(steps), 0, -1):
        home = homes.get(".".join(steps[:length]))
        if home is not None:
            return home
    return None, None


def _has(plan: Plan, pattern: str) -> bool:
    """Whether something stands at ``pattern``; the last step is left at the first value."""
    *above, last = (step.removesuffix("[*]") for step in pattern.split("."))
    values: list[object] = [plan.rencana]
    for key in above:
        following: list[object] = []
        for value in values:
            held = value if key == "*" else getattr(value, key, None)
            if isinstance(held, dict):
                following += held.values()
            elif isinstance(held, list):
                following += held
            elif held is not None:
                following.append(held)
        values = following
    for value in values:
        held = value if last == "*" else getattr(value, last, None)
        if held is not None and (held or not isinstance(held, (list, dict))):
            return True
    return False


def _waive(finding: Finding, plan: Plan, today: date | None) -> Finding:
    if finding.code in STRUCTURE_CODES or finding.code in TEXT_CODES or finding.code in EDITION_CODES:
        return finding  # what could not be read is in no book, and an edition is mended in its file
    for waiver in plan.rencana.pengecualian or ():
        if waiver.kode != finding.code or not waiver.alasan:
            continue
        if not is_below(finding.path or "", waiver.jalur or ""):
            continue
        if waiver.sampai is not None and today is not None and waiver.sampai < today:
            continue
        return finding._replace(waived=True, reason=_reason(waiver))
    return finding


def _reason(waiver: Pengecualian) -> str:
    """``sudah disepakati (oleh Bappeda, sampai 2026-12-31)``"""
    more = [f"oleh {waiver.oleh}"] if waiver.oleh else []
    if waiver.sampai is not None:
        more.append(f"sampai {waiver.sampai}")
    return f"{waiver.alasan} ({', '.join(more)})" if more else str(waiver.alasan)
