"""LibreOffice as a layout engine: where it is, documents to PDF in one start, and the text of a PDF."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["find_office", "find_pdf_reader", "lay_out", "office_version", "text_of", "time_limit"]

_NAMES: Final = ("soffice", "libreoffice")
_MAC: Final = "Applications/LibreOffice.app/Contents/MacOS/soffice"
_WINDOWS_ROOTS: Final = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_READ_SECONDS: Final = 60
_SECONDS: Final = 120
_SECONDS_PER_DOCUMENT: Final = 30
_PLACES: Final = {"ExportBookmarksToPDFDestination": "true"}
"""The PDF names the places of bookmarks."""
_FOR_READERS: Final = {
    **_PLACES,
    "UseTaggedPDF": "true",
    "ExportBookmarks": "true",
    "EmbedStandardFonts": "true",
    "UseLosslessCompression": "true",
}
_FOR_COUNTING: Final = {**_PLACES, "UseTaggedPDF": "false"}


def find_office() -> str | None:
    """The program of LibreOffice: on the path, or where its installers put it."""
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    roots = [root for name in _WINDOWS_ROOTS if (root := os.environ.get(name))]
    # soffice.com waits until the work is done; soffice.exe returns at once.
    places = [Path("/", _MAC), Path.home() / _MAC, *(Path(root, "LibreOffice/program/soffice.com") for root in roots)]
    return next((str(place) for place in places if place.is_file()), None)


def office_version() -> str:
    """``LibreOffice 7.4.7.2 40(Build:2)``; empty when there is none, or it does not say."""
    office = find_office()
    return _said([office, "--version"]).strip() if office is not None else ""


def find_pdf_reader() -> str | None:
    """The program that gives a PDF's text, from Poppler; seldom found on Windows."""
    return shutil.which("pdftotext")


def time_limit(count: int) -> float:
    """Seconds that an engine may take for ``count`` documents."""
    return _SECONDS + _SECONDS_PER_DOCUMENT * count


def lay_out(documents: Mapping[str, Path], folder: Path, *, for_readers: bool = False) -> dict[str, Path]:
    """Name -> PDF of each document, all in one start; those that failed are left out. Works in ``folder``, with a
    profile of its own, so that neither an open LibreOffice nor another run is disturbed. ``for_readers`` makes the PDF
    one that people read: with tags and an outline."""
    office = find_office()
    if office is None or not documents:
        return {}
    profile = folder / "profil"
    _settle(profile, _FOR_READERS if for_readers else _FOR_COUNTING)
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    files = [str(file) for file in documents.values()]
    _convert([*command, "--convert-to", "pdf", "--outdir", str(folder), *files], time_limit(len(files)))
    made = {name: folder / f"{file.stem}.pdf" for name, file in documents.items()}
    return {name: pdf for name, pdf in made.items() if pdf.is_file()}


def text_of(pdf: Path) -> str:
    """The text of a PDF; empty when it cannot be read."""
    reader = find_pdf_reader()
    return _said([reader, "-enc", "UTF-8", str(pdf), "-"]) if reader is not None else ""


def _said(command: list[str]) -> str:
    """What a program prints; empty when it cannot start, fails or takes too long."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=_READ_SECONDS, check=True, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", errors="replace")


def _settle(profile: Path, settings: Mapping[str, str]) -> None:
    """What to put into a PDF, as the profile's settings: all versions read them there, and no shell comes between."""
    items = "".join(
        '<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for name, value in settings.items()
    )
    file = profile / "user" / "registrymodifications.xcu"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
        f"{items}</oor:items>\n",
        encoding="utf-8",
        newline="\n",
    )


def _convert(command: list[str], seconds: float) -> None:
    """Run the program to its end, or end it with all that it started: what people start is a script on most systems,
    and what works is its child."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=sys.platform != "win32"
        )
    except OSError:
        return
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        _end(process)
    except BaseException:  # Ctrl-C does not reach a session of its own
        _end(process)
        raise


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
