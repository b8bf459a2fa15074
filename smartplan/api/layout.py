"""From documents to files that need a layout: Word and PDF, whose contents name pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from smartplan.book.blocks import Document
    from smartplan.book.remarks import Remark
    from smartplan.writers.word.pages import PageNumbers

__all__ = ["Pages", "count_pages", "engines", "write_pdf_files", "write_word_files"]

Pages = Literal["auto", "libreoffice", "rdocx", "none"]


def engines(formats: Sequence[str], pages: Pages) -> list[Pages]:
    """Who counts pages, for Word first. A PDF is laid out by LibreOffice, which then counts for both."""
    if "pdf" not in formats:
        return [pages] if "docx" in formats and pages != "none" else []
    return ["rdocx", "libreoffice"] if "docx" in formats and pages == "rdocx" else ["libreoffice"]


def count_pages(
    documents: Sequence[Document], base: bytes, engines: Sequence[Pages], step: Callable[[str], None]
) -> dict[str, PageNumbers]:
    """Engine -> what it found."""
    counted: dict[str, PageNumbers] = {}
    for engine in engines:
        from smartplan.writers.word.pages import find_page_numbers

        step("Menghitung nomor halaman")
        counted[engine] = find_page_numbers(documents, base, engine)
    return counted


def write_word_files(
    documents: Sequence[Document],
    base: bytes,
    numbers: PageNumbers | None,
    remarks: Mapping[str, Sequence[Remark]],
    files: dict[str, bytes],
    step: Callable[[str], None],
) -> str:
    """Put the Word files and their side files into ``files``; the note on page numbers."""
    from smartplan.writers.word import write_word

    for document in documents:
        step(f"Membuat {document.id}.docx")
        printed = numbers.by_document.get(document.id) if numbers is not None else None
        update = printed is None and document.layout == "book"
        told = remarks.get(document.id, ())
        book = write_word(document, base, pages=printed, update_fields=update, remarks=told)
        files[f"{document.id}.docx"] = book.data
        if book.block_map:
            files[f".{document.id}.peta.json"] = book.block_map
    return numbers.note if numbers is not None else ""


def write_pdf_files(
    documents: Sequence[Document],
    base: bytes,
    numbers: PageNumbers,
    files: dict[str, bytes],
    step: Callable[[str], None],
) -> str:
    """Put the PDFs into ``files``; a note where page numbers are unsure."""
    from smartplan.writers.pdf import write_pdfs

    step("Membuat PDF dengan LibreOffice")
    made = write_pdfs(documents, base, numbers.by_document)
    files |= {f"{name}.pdf": data for name, data in made.by_document.items()}
    return made.note
