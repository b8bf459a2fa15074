"""What one stage asks for, entry by entry in the order of the books, and how much of it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartplan.progress.offices import Offices
from smartplan.rules.required import applies, evaluate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartplan.edition import Edition
    from smartplan.edition.parts import Bab, Dokumen, Wajib
    from smartplan.plan import Plan
    from smartplan.rules.required import Outcome

__all__ = ["Chapter", "Checklist", "Entry", "make_checklist"]


class Entry(NamedTuple):
    """One requirement: ``met`` of its ``asked`` places are filled; none is asked while the list that it is about has no
    items. ``lacking``: the dimensions of which something is missing.
    """

    what: str
    owner: str
    met: int
    asked: int
    lacking: tuple[str, ...] = ()

    @property
    def is_done(self) -> bool:
        return 0 < self.asked == self.met


class Chapter(NamedTuple):
    """The entries of one chapter that are asked for first at this stage."""

    document: str
    title: str
    entries: tuple[Entry, ...]


class Checklist(NamedTuple):
    """``chapters``: what is asked for first at this stage; ``overdue``: what an earlier one asked for and still lacks.
    ``documents``: id of a book -> how many of its entries, up to this stage, are there and are asked for.
    """

    chapters: tuple[Chapter, ...]
    overdue: tuple[Chapter, ...]
    documents: dict[str, tuple[int, int]]

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for chapter in self.chapters for entry in chapter.entries)


def make_checklist(plan: Plan, edition: Edition, stage: str, outcomes: Iterable[Outcome] | None = None) -> Checklist:
    """``outcomes``: those of a check of the same plan, so that it is not looked through again."""
    by_need: dict[int, list[Outcome]] = {}
    for outcome in evaluate(plan, edition) if outcomes is None else outcomes:
        by_need.setdefault(id(outcome.need), []).append(outcome)
    offices = Offices(plan, edition)
    rank = edition.stage_rank(stage)
    chapters: list[Chapter] = []
    overdue: list[Chapter] = []
    documents: dict[str, tuple[int, int]] = {}
    for book, chapter in _chapters(edition):
        due: list[Entry] = []
        late: list[Entry] = []
        for need in chapter.wajib or ():
            first = min((edition.stage_rank(name) for name in need.sejak or {}), default=rank + 1)
            if first > rank or not applies(plan, need):
                continue
            entry = _entry(need, by_need.get(id(need), []), offices, edition)
            met, asked = documents.get(book.id or "", (0, 0))
            documents[book.id or ""] = met + entry.met, asked + entry.asked
            if first == rank:
                due.append(entry)
            elif entry.met < entry.asked:
                late.append(entry)
        for entries, held in ((due, chapters), (late, overdue)):
            if entries:
                held.append(Chapter(book.label or book.judul or "", chapter.judul or "", tuple(entries)))
    return Checklist(tuple(chapters), tuple(overdue), documents)


def _chapters(edition: Edition) -> Iterator[tuple[Dokumen, Bab]]:
    for book in edition.dokumen or ():
        for chapter in book.chapters():
            yield book, chapter


def _entry(need: Wajib, outcomes: list[Outcome], offices: Offices, edition: Edition) -> Entry:
    met = sum(outcome.met for outcome in outcomes)
    names = dict.fromkeys(one.dimension for one in outcomes if not one.met and one.dimension)
    lacking = tuple(edition.name_of("dimensi", name) for name in names)
    return Entry(need.isi or need.jalur or "", offices.role(need.pemilik), met, len(outcomes), lacking)
