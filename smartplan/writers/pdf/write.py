"""All PDFs of a run in one start of LibreOffice, with page numbers that are right.

The contents name pages that are known only when all is laid out. The numbers come from a probe; then each PDF is read
back, and made once more where a number is not that of its page: a longer number in the contents may push a line.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.writers.pdf.finish import finish
from smartplan.writers.word.destinations import pages_of_bookmarks
from smartplan.writers.word.office import find_office, lay_out
from smartplan.writers.word.printed import entries_of, first_of_body, names_pages, printed_pages
from smartplan.writers.word.write import write_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartplan.book.blocks import Document

__all__ = ["PdfFailed", "PdfOfficeNotFound", "Pdfs", "require_office", "write_pdfs"]

_ROUNDS: Final = 3
_OTHER_WAY: Final = "buka berkas .docx di Word, lalu pilih Simpan Sebagai dan jenis PDF"
_UNSURE: Final = "nomor halaman di daftar isi {names} tidak dapat dipastikan; periksa sebelum dibagikan"


class PdfOfficeNotFound(Exception):
    """There is no LibreOffice; the message is a sentence for the user, ``hint`` says what to do."""

    message = "PDF dibuat dengan LibreOffice, dan LibreOffice tidak ditemukan di komputer ini; tidak ada yang ditulis"
    hint = f"pasang LibreOffice dari libreoffice.org lalu ulangi, atau cetak dengan --format docx, {_OTHER_WAY}"


class PdfFailed(Exception):
    """LibreOffice made no PDF of some documents; the message is a sentence for the user, ``hint`` says what to do."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(names)
        self.message = (
            f"LibreOffice tidak berhasil membuat PDF {', '.join(names)}, atau terlalu lama; tidak ada yang ditulis"
        )
        self.hint = f"coba satu per satu dengan --doc, perbarui LibreOffice, atau {_OTHER_WAY}"


class Pdfs(NamedTuple):
    """``by_document``: document id -> PDF. ``note``: a sentence for the user, or empty."""

    by_document: Mapping[str, bytes]
    note: str


def require_office() -> None:
    """Raises PdfOfficeNotFound where no PDF can be made."""
    if find_office() is None:
        raise PdfOfficeNotFound


def write_pdfs(
    documents: Sequence[Document], base: bytes, pages: Mapping[str, Mapping[str, str]] | None = None
) -> Pdfs:
    """``pages``: document id -> bookmark -> printed page as LibreOffice lays it out; what is not known yet costs one
    start more.

    Raises:
        PdfOfficeNotFound: LibreOffice is not there.
        PdfFailed: LibreOffice fails or takes too long.
        BaseFault, ControlCharacter: as ``write_word`` does.
    """
    require_office()
    numbers = dict(pages or {})
    laid_out: dict[str, bytes] = {}
    entries = {document.id: entries_of(document) for document in documents}
    left = list(documents)
    for _ in range(_ROUNDS):
        laid_out |= (now := _lay_out(left, base, numbers))
        if failed := [document.id for document in left if document.id not in now]:
            raise PdfFailed(failed)
        again = []
        for document in left:
            if names_pages(document):
                found = printed_pages(entries[document.id], pages_of_bookmarks(laid_out[document.id]))
                if not found or found != numbers.get(document.id):
                    again.append(document)
                    numbers[document.id] = found or numbers.get(document.id, {})
        left = again
        if not left:
            break
    note = _UNSURE.format(names=", ".join(document.id for document in left)) if left else ""
    made = {}
    for document in documents:
        raw, first = laid_out[document.id], None
        if document.layout == "book":
            first = first_of_body(entries[document.id], pages_of_bookmarks(raw))
        made[document.id] = finish(raw, document, first)
    return Pdfs(made, note)


def _lay_out(documents: Sequence[Document], base: bytes, numbers: Mapping[str, Mapping[str, str]]) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory(prefix="smartplan-", ignore_cleanup_errors=True) as folder:
        files = {}
        for number, document in enumerate(documents, 1):
            file = files[document.id] = Path(folder) / f"buku{number}.docx"
            file.write_bytes(write_word(document, base, pages=numbers.get(document.id), static=True).data)
        return {name: pdf.read_bytes() for name, pdf in lay_out(files, Path(folder), for_readers=True).items()}
