"""Making the books of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from smartplan.api.layout import Pages, count_pages, engines, write_pdf_files, write_word_files
from smartplan.api.looks import word_base
from smartplan.api.plans import UnknownChoice, edition_of, known_of
from smartplan.wording.near import meant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from smartplan.book.blocks import Document
    from smartplan.book.documents import Entry
    from smartplan.book.letters import LetterBuilder
    from smartplan.book.remarks import PlacedRemarks
    from smartplan.edition import Edition
    from smartplan.plan import Plan
    from smartplan.progress import Checklist
    from smartplan.rules.required import Outcome

__all__ = [
    "Books",
    "DocumentState",
    "Format",
    "Pages",
    "builder_of",
    "checklists_of",
    "count_steps",
    "documents_of",
    "main_files",
    "make_books",
    "render",
    "states_of",
    "titles_of",
]

Format = Literal["docx", "md", "pdf"]
_NEAR: Final = 0.85
"""How like a letter's name must be to be offered: all those of one list begin alike."""


class Books(NamedTuple):
    """``files``: file name -> bytes; beside each Word book of a draft a hidden side file that leads its words
    back to the plan.

    ``missing``: how many entries the books show as missing. ``note``: what is to be known of page numbers.
    ``elsewhere``: how many findings no comment tells, as they speak of books that were not made. ``folders``: those
    that hold nothing but files of these books, so that what an earlier render left there can go. ``looks``: sentences
    on what the Word template of the regency lacks, and on a logo that cannot be used.
    """

    files: dict[str, bytes]
    missing: int
    note: str | None
    elsewhere: int = 0
    folders: tuple[str, ...] = ()
    looks: tuple[str, ...] = ()


class DocumentState(NamedTuple):
    """``entry``: the document. ``stage``: the printed name of its stage, empty when it has none. ``missing``: how many
    entries it shows as missing."""

    entry: Entry
    stage: str
    missing: int


def render(
    plan: Plan,
    documents: Iterable[str] | None = None,
    formats: Iterable[Format] = ("docx", "md"),
    pages: Pages = "auto",
    *,
    final: bool = False,
    comments: bool = False,
    today: date | None = None,
    split: bool = False,
) -> dict[str, bytes]:
    """The documents of ``plan``: file name (``buku-1.docx``, ``buku-1-gambar/gambar-alur.svg``) -> bytes.

    ``documents``: ids, or the groups buku, surat and semua (default: the books). ``pages``: who finds the page numbers
    for the contents of the Word books; with "none" Word does when it opens them. ``final``: without the watermark and
    the marks of a draft. ``comments``: the findings at the plan's stage as comments in the margin of the Word files;
    waivers that ran out before ``today`` count no more. ``split``: Markdown books as one file a chapter, below a folder
    of their own. What the plan does not say stands in the books as missing.

    Raises:
        UnknownChoice: no such document or format.
        TemplateFault: a template is missing or wrong; its ``finding`` says where.
        EditionNotFound, EditionError: the plan's edition cannot be used.
        PdfOfficeNotFound, PdfFailed: LibreOffice, which makes the PDFs, is not there or fails.
    """
    made = make_books(plan, documents, formats, pages, final=final, comments=comments, today=today, split=split).files
    return {name: data for name, data in made.items() if not name.startswith(".")}


def documents_of(plan: Plan, names: Iterable[str] | None = None, *, with_wanting: bool = False) -> list[Entry]:
    """The documents that ``names`` stand for, as in ``render``; its books when they are left out.
    ``with_wanting``: also letters that cannot be made, since the plan's list of what they are for has no item.

    Raises:
        UnknownChoice: no such document.
        EditionNotFound, EditionError: the plan's edition cannot be used.
    """
    from smartplan.book.documents import BOOKS, choices, chosen, documents

    edition = edition_of(plan)
    entries = documents(plan, edition, with_wanting=with_wanting)
    wanted, known = [BOOKS] if names is None else list(names), choices(entries)
    for name in wanted:
        if name not in known:
            raise _no_document(name, known, edition)
    return chosen(wanted, entries)


def _no_document(name: str, known: Sequence[str], edition: Edition) -> UnknownChoice:
    """Says which entry of the plan a letter waits for, or which document was meant."""
    for letter in edition.surat or ():
        item = name.removeprefix(f"{letter.id}-")
        if not letter.ulang or letter.ulang == "tahap" or (item == name != letter.id):
            continue
        where = letter.ulang.rpartition(".")[2]
        of_dimensions = " pada dimensi" if letter.ulang.startswith("dimensi.") else ""
        if item == name:
            return UnknownChoice(
                f'dokumen "{name}" belum dapat dicetak: rencana belum memuat {where}{of_dimensions}',
                f"isi {where}{of_dimensions}; satu dokumen dibuat untuk tiap butirnya",
            )
        said = "untuk tahap itu" if item in edition.ids("tahap") else f'"{item}"'
        near = "" if item in edition.ids("tahap") else meant(name, known, _NEAR)
        return UnknownChoice(
            f'dokumen "{name}" tidak dapat dicetak: rencana tidak memuat {where} {said}',
            f"{near}isi {where}{of_dimensions}, atau lihat smartplan render --list",
        )
    return UnknownChoice(f'tidak ada dokumen "{name}"', f"{meant(name, known)}lihat smartplan render --list")


def main_files(entries: Iterable[Entry], formats: Sequence[str], *, split: bool = False) -> list[str]:
    """The names of the files that ``make_books`` gives for ``entries``, as far as they are known before: without
    drawings and chapters."""
    return [f"{entry.id}.{form}" for entry in entries for form in formats if not (split and form == "md")]


def states_of(
    plan: Plan, entries: Sequence[Entry], *, step: Callable[[str], None] = lambda sentence: None
) -> list[DocumentState]:
    """How complete each document is.

    Raises:
        TemplateFault: a template is missing or wrong.
    """
    from smartplan.book.gaps import missing_in

    builder, edition = builder_of(plan), edition_of(plan)
    found = []
    for entry in entries:
        step(f"Menyusun {entry.id}")
        missing = 0 if entry.wants else len(missing_in([builder.document(entry)]))
        found.append(DocumentState(entry, edition.name_of("tahap", entry.stage), missing))
    return found


def count_steps(documents: Sequence[Any], formats: Sequence[str], pages: Pages) -> int:
    """How many times ``make_books`` tells its ``step``."""
    each = 1 + ("docx" in formats) + ("md" in formats)
    return len(documents) * each + len(engines(formats, pages)) + ("pdf" in formats)


def make_books(
    plan: Plan,
    documents: Iterable[str] | None = None,
    formats: Iterable[str] = ("docx", "md"),
    pages: Pages = "auto",
    *,
    final: bool = False,
    comments: bool = False,
    today: date | None = None,
    split: bool = False,
    step: Callable[[str], None] = lambda sentence: None,
) -> Books:
    """``render`` with all that a command tells; ``step`` gets a sentence before each piece of work."""
    from smartplan.book.gaps import missing_in
    from smartplan.book.logo import read_logo
    from smartplan.book.remarks import PlacedRemarks

    chosen = documents_of(plan, documents)
    wanted = known_of("bentuk", formats, ["docx", "md", "pdf"])
    if "pdf" in wanted:
        from smartplan.writers.pdf import require_office

        require_office()
    builder = builder_of(plan)
    made: list[Document] = []
    for entry in chosen:
        step(f"Menyusun {entry.id}")
        made.append(builder.document(entry)._replace(draft=not final))
    files: dict[str, bytes] = {}
    base, looks = word_base(plan) if {"docx", "pdf"} & {*wanted} else (b"", ())
    if base and (fault := read_logo(plan).fault):
        looks += (fault,)
    counted = count_pages(made, base, engines(wanted, pages), step)
    notes: list[str] = []
    elsewhere = 0
    folders: list[str] = []
    if "docx" in wanted:
        placed = _remarks(plan, made, today) if comments else PlacedRemarks({}, 0)
        elsewhere = placed.elsewhere
        numbers = next(iter(counted.values()), None) if pages != "none" else None
        notes.append(write_word_files(made, base, numbers, placed.by_document, files, step))
    if "pdf" in wanted:
        notes.append(write_pdf_files(made, base, counted["libreoffice"], files, step))
    if "md" in wanted:
        from smartplan.writers.markdown import folder_of, write_files

        for document in made:
            step(f"Membuat {document.id}.md")
            files |= write_files(document, split=split)
            folders.append(folder_of(document, split=split))
    note = "\n".join(filter(None, notes)) or None
    return Books(files, len(missing_in(made)), note, elsewhere, tuple(folders), looks)


def builder_of(plan: Plan) -> LetterBuilder:
    """What makes the books and letters of a plan. Raises EditionNotFound and EditionError."""
    from smartplan.book.letters import LetterBuilder

    return LetterBuilder(plan, edition_of(plan), titles_of(plan), checklists_of(plan))


def checklists_of(plan: Plan) -> Callable[[str], Checklist]:
    """Stage -> what it asks for; the plan is looked through when the first letter wants to know."""
    known: list[tuple[Outcome, ...]] = []

    def checklist(stage: str) -> Checklist:
        from smartplan.progress import make_checklist
        from smartplan.rules.required import evaluate

        if not known:
            known.append(tuple(evaluate(plan, edition_of(plan))))
        return make_checklist(plan, edition_of(plan), stage, known[0])

    return checklist


def titles_of(plan: Plan) -> dict[str, str]:
    """What the codes of the plan's waivers stand for."""
    if not plan.rencana.pengecualian:
        return {}
    from smartplan.rules.catalogue import all_entries

    return {entry.code: entry.title for entry in all_entries()}


def _remarks(plan: Plan, documents: Sequence[Document], today: date | None) -> PlacedRemarks:
    """The findings of the plan as remarks, each with the name of whoever has to act."""
    from smartplan.api.checks import check
    from smartplan.book.remarks import place_remarks
    from smartplan.progress.offices import Offices

    offices = Offices(plan, edition_of(plan))
    return place_remarks(check(plan, today=today), documents, lambda finding: offices.of(finding).name)
