"""What each office still owes for a stage: the findings of that stage, each given to one office."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.findings import Severity
from smartplan.progress.offices import Offices
from smartplan.rules.required import CODES as REQUIRED_CODES
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartplan.edition import Edition
    from smartplan.findings import Finding
    from smartplan.plan import Plan
    from smartplan.progress.offices import Who
    from smartplan.progress.schedule import Meeting

__all__ = ["Bundle", "Debt", "DueList", "OfficeDebts", "bundles", "make_due_list"]

_MISSING: Final = lazy(r"(?:(?P<subject>.+): )?(?P<thing>.+?) (?:belum ada|belum diisi)\Z", re.DOTALL)
_SET_ASIDE: Final = "STR009"
_LAST_ITEM: Final = lazy(r".*\]")
_DIMENSION: Final = lazy(r"dimensi\.[^.\[]+")


class Debt(NamedTuple):
    """One thing to fill or mend. ``what`` in words, ``hint`` how; ``path``, ``file``, ``line`` and ``column`` where;
    ``worksheet`` the cell of the office's worksheet, where it has one; ``document`` and ``section`` are ids of what
    asks for it, ``reason`` is it in words ("BUKU II, Rencana Aksi", empty when no document does); ``rule`` and
    ``source`` say by which rule.
    """

    rule: str
    severity: Severity
    what: str
    hint: str | None
    path: str | None
    file: str | None
    line: int | None
    column: int | None
    worksheet: str | None
    document: str | None
    section: str | None
    reason: str
    dimension: str | None
    dimension_title: str | None
    source: str | None

    @property
    def place(self) -> str:
        """``dimensi/smart_living.yaml:12``; empty without one."""
        return f"{self.file}:{self.line}" if self.file is not None else ""


class OfficeDebts(NamedTuple):
    who: Who
    items: tuple[Debt, ...]


class DueList(NamedTuple):
    """``region`` as the plan names it; ``unread`` files may hold more debts than were found."""

    region: str
    meeting: Meeting
    offices: tuple[OfficeDebts, ...]
    unread: tuple[str, ...]

    def only(self, office: str) -> DueList:
        """The same for one office. Raises KeyError when there is none with this id."""
        found = tuple(one for one in self.offices if one.who.id == office)
        if not found:
            raise KeyError(office)
        return self._replace(offices=found)


class Bundle(NamedTuple):
    """Debts that stand in one place, below ``path``, and are told together: ``things`` that lack in ``subject``. One
    that is not about something missing stands alone, without things.
    """

    path: str | None
    subject: str
    things: tuple[str, ...]
    items: tuple[Debt, ...]

    @property
    def first(self) -> Debt:
        return self.items[0]

    @property
    def rules(self) -> tuple[str, ...]:
        return tuple(sorted({item.rule for item in self.items}))

    @property
    def severity(self) -> Severity:
        """The worst of them."""
        return min((item.severity for item in self.items), key=lambda severity: severity.rank)

    def sentence(self, most: int) -> str:
        """What is owed, with at most ``most`` of the things by name."""
        if not self.things:
            return self.first.what
        shown = list(self.things[:most])
        left = len(self.things) - len(shown)
        listed = ", ".join(shown) + (f", dan {left} isian lain" if left else "")
        return f"{self.subject}: isi {listed}" if self.subject else f"isi {listed}"


def make_due_list(plan: Plan, edition: Edition, findings: Iterable[Finding], meeting: Meeting) -> DueList:
    """``findings`` are those of a check at the meeting's stage. Errors and warnings count, and what is missing at any
    severity; waived ones do not. Every office of the plan is there, in its order, also without debts; then whoever
    else owes something.
    """
    offices = Offices(plan, edition)
    owed: dict[str, tuple[Who, list[Debt]]] = {who.id: (who, []) for who in offices.all}
    titles = _titles(edition)
    for finding in findings:
        if finding.waived or (finding.severity is Severity.INFO and finding.code not in REQUIRED_CODES):
            continue
        if finding.code == _SET_ASIDE:
            continue  # what makes the item unreadable is owed
        who = offices.of(finding)
        owed.setdefault(who.id, (who, []))[1].append(_debt(finding, titles, edition))
    region = plan.rencana.wilayah
    return DueList(
        (region.nama if region else None) or "",
        meeting,
        tuple(OfficeDebts(who, tuple(items)) for who, items in owed.values()),
        tuple(sorted(plan.unread)),
    )


def bundles(items: Sequence[Debt]) -> list[Bundle]:
    """``items`` as a person is told them: what is missing in one program, or beside its lists in one dimension, in one
    sentence. The worst come first, else the order is kept.
    """
    made: dict[tuple[str, ...], Bundle] = {}
    for item in items:
        found = _MISSING.match(item.what) if item.rule in REQUIRED_CODES else None
        if found is None:
            made[(str(len(made)),)] = Bundle(item.path, "", (), (item,))
            continue
        home = _home(item.path or "")
        subject = found["subject"] or item.dimension_title or ""
        key = home, subject, item.file or "", item.document or "", item.section or ""
        first = made.get(key)
        if first is None:
            made[key] = Bundle(item.path, subject, (found["thing"],), (item,))
        else:
            things = first.things if found["thing"] in first.things else (*first.things, found["thing"])
            made[key] = first._replace(path=home or None, things=things, items=(*first.items, item))
    return sorted(made.values(), key=lambda bundle: bundle.severity.rank)


def _home(path: str) -> str:
    """The item that holds ``path``, else its dimension, else the part of the plan."""
    found = _LAST_ITEM.match(path) or _DIMENSION.match(path)
    return found.group() if found else path.partition(".")[0]


def _titles(edition: Edition) -> dict[tuple[str, str], str]:
    """Ids of document and section -> label of the document and title of the section."""
    return {
        (document.id or "", chapter.id or ""): ", ".join(
            part for part in (document.label or document.judul, chapter.judul) if part
        )
        for document in edition.dokumen or ()
        for chapter in document.chapters()
    }


def _debt(finding: Finding, titles: dict[tuple[str, str], str], edition: Edition) -> Debt:
    span = finding.span
    return Debt(
        finding.code,
        finding.severity,
        finding.message,
        finding.hint,
        finding.path,
        span.file if span else None,
        span.line if span else None,
        span.column if span else None,
        None,
        finding.document,
        finding.section,
        titles.get((finding.document or "", finding.section or ""), ""),
        finding.dimension,
        edition.name_of("dimensi", finding.dimension) or None,
        finding.source,
    )
