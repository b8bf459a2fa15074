"""What smartplan does, as functions: load a plan, check it, make its books. Nothing here prints or writes a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from weakref import WeakKeyDictionary

import smartplan
from smartplan import resources
from smartplan.edition import EditionError, EditionNotFound, load_edition
from smartplan.findings import Finding, Severity
from smartplan.plan import Plan, load_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from smartplan.book.blocks import Document
    from smartplan.edition import Edition
    from smartplan.plan import Rencana
    from smartplan.progress.board import Board
    from smartplan.progress.debts import DueList
    from smartplan.report import Summary
    from smartplan.rules.baseline import Baseline
    from smartplan.rules.catalogue import Entry
    from smartplan.rules.mend import Mended
    from smartplan.rules.required import Outcome

__all__ = [
    "Books",
    "Examination",
    "Finding",
    "Format",
    "Pages",
    "Plan",
    "UnknownChoice",
    "board",
    "check",
    "count_steps",
    "documents_of",
    "due",
    "due_letters",
    "examine",
    "guides",
    "load",
    "make_books",
    "mend",
    "render",
    "without_known",
]

Format = Literal["docx", "md"]

Pages = Literal["auto", "libreoffice", "rdocx", "none"]


class Examination(NamedTuple):
    """What was found, how far the plan is, and the texts that the findings point into (file -> text).

    ``outcomes``: every required entry, met or not.
    """

    findings: tuple[Finding, ...]
    summary: Summary
    sources: Mapping[str, str]
    outcomes: tuple[Outcome, ...] = ()


class Books(NamedTuple):
    """``files``: file name -> bytes; beside each Word book a hidden side file that leads its words back to the plan.

    ``missing``: how many entries the books show as missing. ``note``: a sentence on how page numbers were found.
    """

    files: dict[str, bytes]
    missing: int
    note: str | None


class UnknownChoice(ValueError):
    """A book or a format that there is not; ``hint`` names those that there are. Both Indonesian."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message}; {hint}")
        self.message = message
        self.hint = hint


def load(path: Path | str) -> Plan:
    """The plan in the folder or YAML file ``path``. Faults in its text become findings of ``check``.

    Raises:
        PlanNotFound: there is no plan at ``path``.
        OSError: a file cannot be opened.
    """
    return load_plan(Path(path))


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
        edition = _edition_of(plan)
    except EditionNotFound as error:
        return _without_edition(plan, [*plan.findings, _no_edition(plan, error)], plan.sources, name, today, strict)
    except EditionError as error:
        sources = {**error.sources, **plan.sources}
        return _without_edition(plan, [*error.findings, *plan.findings], sources, name, today, strict)
    from smartplan.progress import coverage, measure
    from smartplan.rules import check_plan

    checked = check_plan(plan, edition, stage=stage, today=today)
    progress = measure(plan, edition, checked.outcomes)
    findings = _lifted(checked.findings) if strict else checked.findings
    summary = _summary(plan, findings, name, today)._replace(
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


def board(plan: Plan, today: date | None = None) -> Board:
    """How far ``plan`` is, stage by stage, what comes next and which steps help most.

    Raises:
        EditionNotFound, EditionError: the plan's edition cannot be used.
    """
    from smartplan.progress.board import make_board

    return make_board(plan, _edition_of(plan), today)


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

    edition = _edition_of(plan)
    chosen = stage if stage is not None else next_meeting(plan, edition, today).stage
    checked = check_plan(plan, edition, stage=chosen, today=today)
    made = make_due_list(plan, edition, checked.findings, meeting_of(plan, edition, checked.stage, today))
    if opd is None:
        return made
    return made.only(_known("perangkat daerah", [opd], [office.who.id for office in made.offices])[0])


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
    builder = LetterBuilder(plan, _edition_of(plan))
    title = f"Isian yang ditunggu untuk {owed.meeting.title}"
    letters = letters_of(owed, today, by_secretary=by_secretary)
    document = builder.letters("tagihan", title, letters, sender=sender_of(by_secretary=by_secretary), day=today)
    return write_word(document, resources.find("word/dasar.docx", plan.root).read_bytes()).data


def render(
    plan: Plan,
    documents: Iterable[str] | None = None,
    formats: Iterable[Format] = ("docx", "md"),
    pages: Pages = "auto",
) -> dict[str, bytes]:
    """The books of ``plan``: file name (``buku-1.docx``) -> bytes.

    ``documents``: ids of its edition (default: all). ``pages``: who finds the page numbers for the contents of the Word
    books; with "none" Word does when it opens them. What the plan does not say stands in the books as missing.

    Raises:
        UnknownChoice: no such document or format.
        TemplateFault: a template is missing or wrong; its ``finding`` says where.
        EditionNotFound, EditionError: the plan's edition cannot be used.
    """
    made = make_books(plan, documents, formats, pages).files
    return {name: data for name, data in made.items() if not name.startswith(".")}


def documents_of(plan: Plan) -> list[str]:
    """Ids of the documents of the plan's edition. Raises EditionNotFound and EditionError."""
    return _edition_of(plan).ids("dokumen")


def count_steps(documents: Sequence[str], formats: Sequence[str], pages: Pages) -> int:
    """How many times ``make_books`` tells its ``step``."""
    return len(documents) * (1 + len(formats)) + ("docx" in formats and pages != "none")


def make_books(
    plan: Plan,
    documents: Iterable[str] | None = None,
    formats: Iterable[str] = ("docx", "md"),
    pages: Pages = "auto",
    *,
    step: Callable[[str], None] = lambda sentence: None,
) -> Books:
    """``render`` with all that a command tells; ``step`` gets a sentence before each piece of work."""
    from smartplan.book import BookBuilder

    edition = _edition_of(plan)
    known = edition.ids("dokumen")
    chosen = known if documents is None else _known("buku", documents, known)
    wanted = _known("bentuk", formats, ["docx", "md"])
    builder = BookBuilder(plan, edition, _titles(plan))
    made: list[Document] = []
    for name in chosen:
        step(f"Menyusun {name}")
        made.append(builder.build(name))
    files: dict[str, bytes] = {}
    note = None
    if "docx" in wanted:
        note = _write_word(plan, made, pages, files, step)
    if "md" in wanted:
        from smartplan.writers.markdown import write_markdown

        for document in made:
            step(f"Membuat {document.id}.md")
            files[f"{document.id}.md"] = write_markdown(document).encode()
    return Books(files, len(_missing_in(made)), note)


def _titles(plan: Plan) -> dict[str, str]:
    """What the codes of the plan's waivers stand for."""
    if not plan.rencana.pengecualian:
        return {}
    from smartplan.rules.catalogue import all_entries

    return {entry.code: entry.title for entry in all_entries()}


_EDITIONS: WeakKeyDictionary[Rencana, Edition] = WeakKeyDictionary()


def _edition_of(plan: Plan) -> Edition:
    """Loaded once for a plan, however many questions are asked of it. Raises as ``load_edition`` does."""
    edition = _EDITIONS.get(plan.rencana)
    if edition is None:
        edition = _EDITIONS[plan.rencana] = load_edition(plan.rencana.edisi, plan.root)
    return edition


def _known(what: str, names: Iterable[str], known: Sequence[str]) -> list[str]:
    chosen = list(dict.fromkeys(names))
    for name in chosen:
        if name not in known:
            from difflib import get_close_matches

            near = get_close_matches(name.lower(), known, n=1)
            hint = f'maksud Anda "{near[0]}"? ' if near else ""
            raise UnknownChoice(f'tidak ada {what} "{name}"', f"{hint}pilihan: {', '.join(known)}")
    return chosen


def _write_word(
    plan: Plan, documents: Sequence[Document], pages: Pages, files: dict[str, bytes], step: Callable[[str], None]
) -> str | None:
    """Put the Word books and their side files into ``files``; the note on page numbers."""
    from smartplan.writers.word import write_word

    base = resources.find("word/dasar.docx", plan.root).read_bytes()
    numbers = None
    if pages != "none":
        from smartplan.writers.word.pages import find_page_numbers

        step("Menghitung nomor halaman")
        numbers = find_page_numbers(documents, base, pages)
    for document in documents:
        step(f"Membuat {document.id}.docx")
        printed = numbers.by_document.get(document.id) if numbers is not None else None
        book = write_word(document, base, pages=printed, update_fields=printed is None)
        files[f"{document.id}.docx"] = book.data
        files[f".{document.id}.peta.json"] = book.block_map
    return numbers.note if numbers is not None else None


def _missing_in(documents: Iterable[Document]) -> set[str]:
    """The data paths (or words) of all pieces that stand for something missing."""
    from smartplan.book.blocks import Cell, Piece, Row

    found: set[str] = set()
    stack: list[Any] = [part for document in documents for part in (document.front, document.body, document.back)]
    while stack:
        part = stack.pop()
        kind = type(part)
        if kind is Piece:
            if part.origin == "missing":
                found.add(part.path or part.text)
            stack += part.footnote
        elif kind is Row:
            for cell in part.cells:
                for piece in cell.pieces if isinstance(cell, Cell) else cell:
                    if piece.origin == "missing" or piece.footnote:
                        stack.append(piece)
        else:
            stack += [inner for inner in part if isinstance(inner, tuple) and inner]
    return found


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
    return Examination(found, _summary(plan, found, name, today), sources)


def _no_edition(plan: Plan, error: EditionNotFound) -> Finding:
    span = plan.rencana.span("edisi")
    return Finding("EDS007", Severity.ERROR, error.message, span, hint=error.hint, path="edisi")


def _lifted(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(
        finding._replace(severity=Severity.ERROR) if finding.severity is Severity.WARNING else finding
        for finding in findings
    )


def _summary(plan: Plan, findings: tuple[Finding, ...], name: str | None, today: date | None) -> Summary:
    from smartplan.report import Summary

    summary = Summary(
        version=smartplan.__version__,
        plan=name or str(plan.root),
        edition=plan.rencana.edisi or "",
        stage=plan.rencana.tahap or "",
        stage_title=plan.rencana.tahap or "",
        today=today.isoformat() if today is not None else None,
        offices=tuple((one.id, one.nama or one.id) for one in plan.rencana.perangkat_daerah or () if one.id),
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
