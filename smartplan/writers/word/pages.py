"""Page numbers for the contents, from a layout engine: all books in one start of LibreOffice."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smartplan.wording.roman import to_roman
from smartplan.writers.word.write import bookmark_places, write_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartplan.book.blocks import Document

__all__ = ["ENGINES", "PageNumbers", "find_office", "find_page_numbers"]

ENGINES: Final = ("auto", "libreoffice", "rdocx", "none")
_PROBE: Final = re.compile(r"@@(_Toc[0-9]+)=\s*([0-9]+)\s*@@")
_SECONDS: Final = 180
_ESTIMATE: Final = "nomor halaman pada daftar isi adalah perkiraan; di Word tekan Ctrl+A lalu F9 untuk memperbaruinya"
_NO_ENGINE: Final = (
    "nomor halaman daftar isi diisi Word saat buku dibuka (pilih Ya); pasang LibreOffice agar terisi langsung"
)


@dataclass(frozen=True, slots=True)
class PageNumbers:
    """``by_document``: document id -> bookmark -> page as printed; empty where no engine could tell.

    ``engine`` is the one that was used, ``note`` a sentence for the user.
    """

    by_document: Mapping[str, Mapping[str, str]]
    engine: str
    note: str


def find_page_numbers(documents: Sequence[Document], base: bytes, engine: str = "auto") -> PageNumbers:
    """Lay all documents out once and read where each bookmark stands; never raises for a missing engine."""
    nothing = PageNumbers({}, "none", _NO_ENGINE)
    if engine == "none" or not documents:
        return nothing
    found: dict[str, dict[str, int]] = {}
    used = "none"
    with tempfile.TemporaryDirectory(prefix="smartplan-") as folder:
        probes = _write_probes(documents, base, Path(folder))
        if engine in ("auto", "libreoffice"):
            used, found = "libreoffice", _by_libreoffice(probes, Path(folder))
        if not found and engine in ("auto", "rdocx"):
            used, found = "rdocx", _by_rdocx(probes)
    if not found:
        return nothing
    printed: dict[str, dict[str, str]] = {}
    for document in documents:
        places = bookmark_places(document, base)
        numbers = found.get(document.id, {})
        printed[document.id] = {
            name: to_roman(number, lower=True) if places.get(name) else str(number)
            for name, number in numbers.items()
            if number > 0
        }
    return PageNumbers(printed, used, _ESTIMATE)


def find_office() -> str | None:
    """The program of LibreOffice: on the path, or where its installers put it."""
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return found
    places = [Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")]
    if sys.platform == "win32":
        roots = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)")]
        places = [Path(root) / "LibreOffice" / "program" / "soffice.com" for root in roots if root]
    return next((str(place) for place in places if place.is_file()), None)


def _write_probes(documents: Sequence[Document], base: bytes, folder: Path) -> dict[str, Path]:
    probes = {}
    for number, document in enumerate(documents):
        file = folder / f"buku{number}.docx"
        file.write_bytes(write_word(document, base, probe=True).data)
        probes[document.id] = file
    return probes


def _by_libreoffice(probes: Mapping[str, Path], folder: Path) -> dict[str, dict[str, int]]:
    office, reader = find_office(), shutil.which("pdftotext")
    if office is None or reader is None:
        return {}
    profile = (folder / "profil").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    if not _ran([*command, *(str(file) for file in probes.values())]):
        return {}
    found: dict[str, dict[str, int]] = {}
    for name, file in probes.items():
        text = file.with_suffix(".txt")
        if not _ran([reader, "-enc", "UTF-8", str(file.with_suffix(".pdf")), str(text)]):
            return {}
        found[name] = _numbers_in(text.read_text(encoding="utf-8", errors="replace"))
    return found


def _by_rdocx(probes: Mapping[str, Path]) -> dict[str, dict[str, int]]:
    """In a process of its own, with a time limit: a layout engine may hang or crash on a strange document."""
    script = (
        "import sys, rdocx\n"
        "for name in sys.argv[1:]:\n"
        "    document = rdocx.Document(name)\n"
        "    document.update_layout_backed_fields()\n"
        "    open(name + '.txt', 'w', encoding='utf-8').write('\\n'.join(p.text for p in document.paragraphs))\n"
    )
    if not _ran([sys.executable, "-c", script, *(str(file) for file in probes.values())]):
        return {}
    found = {}
    for name, file in probes.items():
        text = file.with_name(f"{file.name}.txt")
        if text.is_file():
            found[name] = _numbers_in(text.read_text(encoding="utf-8"))
    return {name: numbers for name, numbers in found.items() if numbers}


def _ran(command: list[str]) -> bool:
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _numbers_in(text: str) -> dict[str, int]:
    return {name: int(number) for name, number in _PROBE.findall(text)}
