"""Page numbers for the contents, from a layout engine: all books in one start of LibreOffice.

Each book is written once more with a last page that names the page of every bookmark; what the engine makes of it is
read back. The contents stand before the first chapter, where counting starts anew, so filling them moves nothing.
"""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.writers.word.destinations import pages_of_bookmarks
from smartplan.writers.word.office import find_office, find_pdf_reader, lay_out, text_of, time_limit
from smartplan.writers.word.printed import as_printed, entries_of, names_pages, printed_pages
from smartplan.writers.word.write import write_probe

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartplan.book.blocks import Document
    from smartplan.writers.word.writing import Entry

__all__ = ["ENGINES", "PageNumbers", "find_page_numbers"]

ENGINES: Final = ("auto", "libreoffice", "rdocx", "none")
_PROBE: Final = re.compile(r"@@(_Toc[0-9a-f]+)=\s*([0-9]+|[ivxlcdm]+)\s*@@")
_COUNTED: Final = {
    "libreoffice": "nomor halaman menurut LibreOffice; bila di Word bergeser, tekan Ctrl+A lalu F9",
    "rdocx": "nomor halaman perkiraan rdocx; di Word tekan Ctrl+A lalu F9",
}
_LEFT_TO_WORD: Final = "nomor halaman belum diisi; saat Word bertanya ketika buku dibuka, pilih Ya"
_ABSENT: Final = {
    "libreoffice": "LibreOffice tidak ditemukan di komputer ini",
    "rdocx": "rdocx tidak terpasang",
    "auto": "LibreOffice maupun rdocx tidak ditemukan di komputer ini",
}
_FAILED: Final = {
    "libreoffice": "LibreOffice tidak berhasil menghitung halaman, atau terlalu lama",
    "rdocx": "rdocx tidak berhasil menghitung halaman, atau terlalu lama",
}


class PageNumbers(NamedTuple):
    """``by_document``: document id -> bookmark -> page as printed; a book without an entry has no numbers yet.

    ``engine`` is the one that was used, ``note`` a sentence for the user.
    """

    by_document: Mapping[str, Mapping[str, str]]
    engine: str
    note: str


def find_page_numbers(documents: Sequence[Document], base: bytes, engine: str = "auto") -> PageNumbers:
    """Lay all documents out once and read where each bookmark stands; never raises for an engine that is missing,
    fails or takes too long. ``engine`` is one of ``ENGINES``. A document that names no pages needs no numbers."""
    if engine not in ENGINES:
        raise ValueError(engine)
    without: dict[str, Mapping[str, str]] = {document.id: {} for document in documents if not names_pages(document)}
    documents = [document for document in documents if document.id not in without]
    if not documents:
        return PageNumbers(without, "none", "")
    if engine == "none":
        return PageNumbers(without, "none", _LEFT_TO_WORD)
    chosen = _choose(engine)
    found: dict[str, dict[str, str]] = {}
    entries = {document.id: entries_of(document) for document in documents}
    with tempfile.TemporaryDirectory(prefix="smartplan-", ignore_cleanup_errors=True) as folder:
        probes = _write_probes(documents, entries, base, Path(folder)) if chosen else {}
        if chosen == "libreoffice":
            found = _by_libreoffice(probes, entries, Path(folder))
        elif chosen == "rdocx":
            found = _numbers(_by_rdocx(probes))
    if not found:
        reason = _FAILED[chosen] if chosen else _ABSENT[engine]
        return PageNumbers(without, "none", f"{reason}; {_LEFT_TO_WORD}")
    printed = {name: as_printed(entries[name], numbers) for name, numbers in found.items()}
    return PageNumbers(without | printed, chosen, _COUNTED[chosen])


def _choose(engine: str) -> str:
    """The engine that is there; empty when none is."""
    if engine in ("auto", "libreoffice") and find_office():
        return "libreoffice"
    if engine in ("auto", "rdocx") and importlib.util.find_spec("rdocx") is not None:
        return "rdocx"
    return ""


def _write_probes(
    documents: Sequence[Document], entries: Mapping[str, Sequence[Entry]], base: bytes, folder: Path
) -> dict[str, Path]:
    probes = {}
    for number, document in enumerate(documents, 1):
        file = folder / f"buku{number}.docx"
        file.write_bytes(write_probe(document, base, [entry.bookmark for entry in entries[document.id]]))
        probes[document.id] = file
    return probes


def _numbers(texts: Mapping[str, str]) -> dict[str, dict[str, str]]:
    read = {name: dict(_PROBE.findall(text)) for name, text in texts.items()}
    return {name: numbers for name, numbers in read.items() if numbers}


def _by_libreoffice(
    probes: Mapping[str, Path], entries: Mapping[str, Sequence[Entry]], folder: Path
) -> dict[str, dict[str, str]]:
    pdfs = lay_out(probes, folder)
    if find_pdf_reader():
        return _numbers({name: text_of(pdf) for name, pdf in pdfs.items()})
    read = {name: printed_pages(entries[name], pages_of_bookmarks(pdf.read_bytes())) for name, pdf in pdfs.items()}
    return {name: numbers for name, numbers in read.items() if numbers}


def _by_rdocx(probes: Mapping[str, Path]) -> dict[str, str]:
    """In a process of its own, with a time limit: a layout engine may hang or crash on a strange document."""
    script = (
        "import sys, rdocx\n"
        "for name in sys.argv[1:]:\n"
        "    document = rdocx.Document(name)\n"
        "    document.update_layout_backed_fields()\n"
        "    with open(name + '.txt', 'w', encoding='utf-8') as file:\n"
        "        file.write('\\n'.join(paragraph.text for paragraph in document.paragraphs))\n"
    )
    command = [sys.executable, "-c", script, *(str(file) for file in probes.values())]
    try:
        subprocess.run(
            command, capture_output=True, timeout=time_limit(len(probes)), check=True, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError):
        return {}
    texts = {name: file.with_name(f"{file.name}.txt") for name, file in probes.items()}
    return {name: text.read_text(encoding="utf-8") for name, text in texts.items() if text.is_file()}
