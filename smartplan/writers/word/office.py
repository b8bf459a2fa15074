"""LibreOffice as a layout engine: where it is, documents to PDF in one start, and the text of a PDF."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["find_office", "find_pdf_reader", "lay_out", "text_of"]

_NAMES: Final = ("soffice", "libreoffice")
_MAC: Final = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
_WINDOWS_ROOTS: Final = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_READ_SECONDS: Final = 60
# Understood since LibreOffice 7.4.
_NAMED_PLACES: Final = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'


def find_office() -> str | None:
    """The program of LibreOffice: on the path, or where its installers put it."""
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    roots = [root for name in _WINDOWS_ROOTS if (root := os.environ.get(name))]
    # soffice.com waits until the work is done; soffice.exe returns at once.
    places = [Path(_MAC), *(Path(root) / "LibreOffice" / "program" / "soffice.com" for root in roots)]
    return next((str(place) for place in places if place.is_file()), None)


def find_pdf_reader() -> str | None:
    """The program that gives a PDF's text, from Poppler; seldom found on Windows."""
    return shutil.which("pdftotext")


def lay_out(
    documents: Mapping[str, Path], folder: Path, seconds: float, *, named_places: bool = False
) -> dict[str, Path]:
    """Name -> PDF of each document, all in one start; those that failed are left out. Works in ``folder``, with a
    profile of its own, so that an open LibreOffice is not disturbed. ``named_places`` lets the PDF name its
    bookmarks."""
    office = find_office()
    if office is None or not documents:
        return {}
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    form = _NAMED_PLACES if named_places else "pdf"
    command = [office, profile, "--headless", "--norestore", "--convert-to", form, "--outdir", str(folder)]
    _run([*command, *(str(file) for file in documents.values())], seconds)
    made = {name: folder / f"{file.stem}.pdf" for name, file in documents.items()}
    return {name: pdf for name, pdf in made.items() if pdf.is_file()}


def text_of(pdf: Path) -> str:
    """The text of a PDF; empty when it cannot be read."""
    reader = find_pdf_reader()
    return _run([reader, "-enc", "UTF-8", str(pdf), "-"], _READ_SECONDS) if reader else ""


def _run(command: list[str], seconds: float) -> str:
    """What the command prints; empty when it cannot start, fails or takes too long."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds, check=True, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", errors="replace")
