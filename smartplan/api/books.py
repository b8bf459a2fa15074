"""Making the books of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from smartplan import resources
from smartplan.api.plans import edition_of, known_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from smartplan.book.blocks import Document
    from smartplan.plan import Plan

__all__ = ["Books", "Format", "Pages", "count_steps", "documents_of", "make_books", "render"]

Format = Literal["docx", "md"]

Pages = Literal["auto", "libreoffice", "rdocx", "none"]


class Books(NamedTuple):
    """``files``: file name -> bytes; beside each Word book of a draft a hidden side file that leads its words
    back to the plan.

    ``missing``: how many entries the books show as missing. ``note``: a sentence on how page numbers were found.
    """

    files: dict[str, bytes]
    missing: int
    note: str | None


def render(
    plan: Plan,
    documents: Iterable[str] | None = None,
    formats: Iterable[Format] = ("docx", "md"),
    pages: Pages = "auto",
    *,
    final: bool = False,
) -> dict[str, bytes]:
    """The books of ``plan``: file name (``buku-1.docx``) -> bytes.

    ``documents``: ids of its edition (default: all). ``pages``: who finds the page numbers for the contents of the Word
    books; with "none" Word does when it opens them. ``final``: without the watermark and the marks of a draft. What the
    plan does not say stands in the books as missing.

    Raises:
        UnknownChoice: no such document or format.
        TemplateFault: a template is missing or wrong; its ``finding`` says where.
        EditionNotFound, EditionError: the plan's edition cannot be used.
    """
    made = make_books(plan, documents, formats, pages, final=final).files
    return {name: data for name, data in made.items() if not name.startswith(".")}


def documents_of(plan: Plan) -> list[str]:
    """Ids of the documents of the plan's edition. Raises EditionNotFound and EditionError."""
    return edition_of(plan).ids("dokumen")


def count_steps(documents: Sequence[str], formats: Sequence[str], pages: Pages) -> int:
    """How many times ``make_books`` tells its ``step``."""
    return len(documents) * (1 + len(formats)) + ("docx" in formats and pages != "none")


def make_books(
    plan: Plan,
    documents: Iterable[str] | None = None,
    formats: Iterable[str] = ("docx", "md"),
    pages: Pages = "auto",
    *,
    final: bool = False,
    step: Callable[[str], None] = lambda sentence: None,
) -> Books:
    """``render`` with all that a command tells; ``step`` gets a sentence before each piece of work."""
    from smartplan.book import BookBuilder

    edition = edition_of(plan)
    known = edition.ids("dokumen")
    chosen = known if documents is None else known_of("buku", documents, known)
    wanted = known_of("bentuk", formats, ["docx", "md"])
    builder = BookBuilder(plan, edition, _titles(plan))
    made: list[Document] = []
    for name in chosen:
        step(f"Menyusun {name}")
        made.append(builder.build(name)._replace(draft=not final))
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
        if book.block_map:
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
