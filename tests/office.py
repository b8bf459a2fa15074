"""LibreOffice for tests: skip where it is missing, unless SMARTPLAN_REQUIRE_OFFICE=1 asks for it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["fake_office", "outline_of", "pages_of", "printed_number", "require_office", "to_pdf"]


def require_office() -> str:
    """The program of LibreOffice. Skips the test when it or pdftotext is missing; fails instead when
    SMARTPLAN_REQUIRE_OFFICE=1, so that a machine that should have them cannot pass by skipping."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    missing = [name for name, found in (("soffice", office), ("pdftotext", shutil.which("pdftotext"))) if not found]
    if missing:
        reason = f"{' and '.join(missing)} not found"
        if os.environ.get("SMARTPLAN_REQUIRE_OFFICE") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    assert office is not None
    return office


def fake_office(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Path:
    """Puts a soffice that runs this shell script first on the path; returns the folder where it stands."""
    if os.name == "nt":
        pytest.skip("a shell script stands in for LibreOffice")
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\ncd '{program.parent}'\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)
    return program.parent


def to_pdf(data: bytes, folder: Path) -> Path:
    """The document laid out by LibreOffice, with a profile of its own."""
    office = require_office()
    source = folder / "buku.docx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / "buku.pdf"


def outline_of(pdf: Path) -> list[str]:
    """The words of each entry beside the pages."""
    done = subprocess.run(["pdftohtml", "-xml", "-i", "-stdout", str(pdf)], check=True, capture_output=True, timeout=60)
    return re.findall(r'<item page="\d+">(.*?)</item>', done.stdout.decode("utf-8"))


def pages_of(pdf: Path) -> list[str]:
    """The text of each page, in lines as they stand."""
    done = subprocess.run(
        ["pdftotext", "-layout", "-enc", "UTF-8", str(pdf), "-"], check=True, capture_output=True, timeout=60
    )
    return done.stdout.decode("utf-8").split("\f")[:-1]


def printed_number(sheet: str) -> str | None:
    """The number in the foot or, on a running page, at the end of the head."""
    lines = [line.split() for line in sheet.splitlines() if line.strip()]
    if len(lines[-1]) == 1 and (lines[-1][0].isdigit() or set(lines[-1][0]) <= set("ivxlc")):
        return lines[-1][0]
    return next((line[-1] for line in lines[:3] if line[:1] == ["BUKU"] and line[-1].isdigit()), None)
