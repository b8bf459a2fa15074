"""LibreOffice as a layout engine: where it is, and the text of documents as it lays them out."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["find_office", "find_pdf_reader", "texts_of"]

_NAMES: Final = ("soffice", "libreoffice")
_MAC: Final = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
_WINDOWS_ROOTS: Final = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_READ_SECONDS: Final = 60


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
    return shutil.which("pdftotext")


def texts_of(documents: Mapping[str, Path], folder: Path, seconds: float) -> dict[str, str]:
    """Name -> text of each document as laid out, all in one start; those that failed are left out. Works in
    ``folder``, with a profile of its own, so that an open LibreOffice is not disturbed."""
    office, reader = find_office(), find_pdf_reader()
    if office is None or reader is None or not documents:
        return {}
    profile = (folder / "profil").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf"]
    _run([*command, "--outdir", str(folder), *(str(file) for file in documents.values())], seconds)
    texts: dict[str, str] = {}
    for name, file in documents.items():
        pdf = folder / f"{file.stem}.pdf"
        if pdf.is_file() and (text := _run([reader, "-enc", "UTF-8", str(pdf), "-"], _READ_SECONDS)):
            texts[name] = text
    return texts


def _run(command: list[str], seconds: float) -> str:
    """What the command prints; empty when it cannot start, fails or takes too long."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds, check=True, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", errors="replace")
