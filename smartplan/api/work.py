"""How far a plan is, and who still owes what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.api.looks import word_base
from smartplan.api.plans import edition_of, known_of
from smartplan.edition import EditionError, EditionNotFound

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from smartplan.findings import Finding
    from smartplan.plan import Plan
    from smartplan.progress.board import Board
    from smartplan.progress.debts import DueList
    from smartplan.progress.offices import Who

__all__ = ["board", "due", "due_letters", "office_of"]


def board(plan: Plan, today: date | None = None) -> Board:
    """How far ``plan`` is, stage by stage, what comes next and which steps help most.

    Raises:
        EditionNotFound, EditionError: the plan's edition cannot be used.
    """
    from smartplan.progress.board import make_board

    return make_board(plan, edition_of(plan), today)


def due(plan: Plan, stage: str | None = None, opd: str | None = None, today: date | None = None) -> DueList:
    """What each office (perangkat daerah) still owes for ``stage`` (default: the next one by the plan's ``jadwal`` and
    ``today``). ``opd``: the id of one office alone.

    Raises:
        UnknownStage: the edition has no ``stage``.
        UnknownChoice: the plan has no such office, and nobody of this name owes anything.
        EditionNotFound, EditionError: the plan's edition cannot be used.
    """
    from smartplan.progress.debts import make_due_list
    from smartplan.progress.schedule import meeting_of, next_meeting
    from smartplan.rules import check_plan

    edition = edition_of(plan)
    chosen = stage if stage is not None else next_meeting(plan, edition, today).stage
    checked = check_plan(plan, edition, stage=chosen, today=today)
    made = make_due_list(plan, edition, checked.findings, meeting_of(plan, edition, checked.stage, today))
    if opd is None:
        return made
    return made.only(known_of("perangkat daerah", [opd], [office.who.id for office in made.offices])[0])


def due_letters(plan: Plan, owed: DueList, today: date | None = None) -> bytes:
    """A Word file with a letter to each office of ``owed``; the regency's own ``templates/surat/tagihan.md.j2`` wins.

    Raises:
        TemplateFault: the template is missing or wrong; its ``finding`` says where.
        EditionNotFound, EditionError: the plan's edition cannot be used.
    """
    from smartplan.book.letters import LetterBuilder
    from smartplan.report.due_letter import letters_of, sender_of
    from smartplan.writers.word import write_word

    officials = plan.rencana.pejabat
    secretary = officials.sekretaris_daerah if officials else None
    leader = officials.ketua_tim if officials else None
    by_secretary = bool(secretary and secretary.nama) and not (leader and leader.nama)
    builder = LetterBuilder(plan, edition_of(plan))
    title = f"Isian yang ditunggu untuk {owed.meeting.title}"
    letters = letters_of(owed, today, by_secretary=by_secretary)
    document = builder.letters("tagihan", title, letters, sender=sender_of(by_secretary=by_secretary), day=today)
    return write_word(document, word_base(plan)[0]).data


def office_of(plan: Plan) -> Callable[[Finding], Who] | None:
    """Who has to act on a finding of ``plan``; None when its edition, which knows that, cannot be used."""
    from smartplan.progress.offices import Offices

    try:
        return Offices(plan, edition_of(plan)).of
    except (EditionNotFound, EditionError):
        return None
