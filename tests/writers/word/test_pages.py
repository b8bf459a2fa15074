"""Page numbers: from LibreOffice when it is there, never a crash when it is not."""

from __future__ import annotations

import subprocess
import zlib
from pathlib import Path
from typing import Any

import pytest

from smartplan.writers.word import office, pages, write_word
from smartplan.writers.word.destinations import pages_of_bookmarks
from smartplan.writers.word.pages import find_page_numbers
from tests.office import pages_of, require_office, to_pdf
from tests.writers.word.reading import W, root_of, style_of, text_of
from tests.writers.word.sample import sample


def nothing(*_: object, **__: object) -> None:
    return None


def test_without_an_engine_word_is_asked_to_fill_them(base: bytes) -> None:
    found = find_page_numbers([sample()], base, "none")
    assert (dict(found.by_document), found.engine) == ({}, "none")
    assert "pilih Ya" in found.note


@pytest.mark.parametrize("engine", ["auto", "libreoffice", "rdocx"])
def test_an_engine_that_is_not_there_is_said(base: bytes, engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "find_office", nothing)
    monkeypatch.setattr(pages.importlib.util, "find_spec", nothing)
    found = find_page_numbers([sample()], base, engine)
    assert found.engine == "none"
    assert found.by_document == {}
    assert "tidak ada atau tidak berhasil" in found.note


def test_an_unknown_engine_is_our_own_mistake(base: bytes) -> None:
    with pytest.raises(ValueError, match="word97"):
        find_page_numbers([sample()], base, "word97")


@pytest.mark.parametrize(
    "fault", [FileNotFoundError(), subprocess.TimeoutExpired("soffice", 1), subprocess.CalledProcessError(1, "soffice")]
)
def test_an_engine_that_fails_or_hangs_leaves_the_book_without_numbers(
    base: bytes, fault: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(pages, "find_office", lambda: "soffice")
    monkeypatch.setattr(office, "find_office", lambda: "soffice")
    monkeypatch.setattr(subprocess, "run", fail)
    found = find_page_numbers([sample()], base, "libreoffice")
    assert (found.engine, dict(found.by_document)) == ("none", {})


def test_all_books_are_laid_out_in_one_start(base: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []

    def record(command: list[str], **_: Any) -> subprocess.CompletedProcess[bytes]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 0, b"", b"")

    monkeypatch.setattr(pages, "find_office", lambda: "soffice")
    monkeypatch.setattr(office, "find_office", lambda: "soffice")
    monkeypatch.setattr(subprocess, "run", record)
    find_page_numbers([sample(id="satu"), sample(id="dua")], base, "libreoffice")
    (command,) = commands
    assert [Path(word).name for word in command[-2:]] == ["buku1.docx", "buku2.docx"]
    assert any(word.startswith("-env:UserInstallation=file://") for word in command)


def test_rdocx_works_in_a_process_of_its_own(base: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "rdocx.py").write_text(
        "import re, zipfile\n"
        "class Paragraph:\n"
        "    def __init__(self, text): self.text = text\n"
        "class Document:\n"
        "    def __init__(self, name):\n"
        "        text = zipfile.ZipFile(name).read('word/document.xml').decode()\n"
        "        names = re.findall('@@(_Toc[0-9a-f]+)=', text)\n"
        "        numbers = ['ii', 'iii', '4', '0', *map(str, range(6, 99))]\n"
        "        self.paragraphs = [Paragraph(f'@@{name}={at}@@') for name, at in zip(names, numbers)]\n"
        "    def update_layout_backed_fields(self): pass\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(pages, "find_office", nothing)
    monkeypatch.setattr(pages.importlib.util, "find_spec", lambda name: name)
    found = find_page_numbers([sample()], base, "auto")
    assert found.engine == "rdocx"
    numbers = list(found.by_document["buku-2"].values())
    assert numbers[:5] == ["ii", "iii", "iv", "6", "7"]


@pytest.mark.parametrize("place", ["ProgramFiles", "PROGRAMFILES(X86)"])
def test_libreoffice_is_found_where_windows_puts_it(
    place: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "LibreOffice" / "program" / "soffice.com"
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setattr(office.shutil, "which", nothing)
    monkeypatch.setenv(place.upper(), str(tmp_path))
    assert office.find_office() == str(program)


def test_a_pdf_with_packed_objects_is_read() -> None:
    inside = b"<</_Toc0123456789ab[4 0 R/XYZ 0 0 0]/#5FToc00000000000a 7 0 R>> [3 0 R/XYZ 1 2 0]"
    head = b"6 0 7 63 "
    stream = zlib.compress(head + inside.replace(b" [3", b"[3").replace(b">>[3", b">> [3"))
    packed = b"<</Type/ObjStm/N 2/First %d/Filter/FlateDecode>>stream\n" % len(head) + stream + b"\nendstream"
    pdf = (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]>>endobj "
        b"3 0 obj<</Type/Page>>endobj 4 0 obj<</Type/Page>>endobj 5 0 obj" + packed + b" endobj"
    )
    assert pages_of_bookmarks(pdf) == {"_Toc0123456789ab": 2, "_Toc00000000000a": 1}


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.7", b"1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj", b"\x00" * 99])
def test_a_pdf_that_is_not_understood_gives_nothing(pdf: bytes) -> None:
    assert pages_of_bookmarks(pdf) == {}


@pytest.mark.office
@pytest.mark.parametrize("reader", [True, False], ids=["with pdftotext", "without"])
def test_the_contents_agree_with_the_pages(
    base: bytes, reader: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    require_office()
    if not reader:
        monkeypatch.setattr(pages, "find_pdf_reader", nothing)
    found = find_page_numbers([sample()], base, "libreoffice")
    assert (found.engine, found.note) == ("libreoffice", "nomor halaman perkiraan; di Word tekan Ctrl+A lalu F9")
    data = write_word(sample(), base, pages=found.by_document["buku-2"]).data
    sheets = pages_of(to_pdf(data, tmp_path))
    lines = [
        text_of(node).split("\t")
        for node in root_of(data).iter(f"{W}p")
        if style_of(node).startswith(("TOC", "TableofFigures"))
    ]
    assert len(lines) == 23
    for *_, title, page in lines:
        here = [sheet for sheet in sheets if _printed_number(sheet) == page]
        assert len(here) == 1, (title, page)
        assert title.casefold() in " ".join(here[0].split()).casefold(), (title, page)


def _printed_number(sheet: str) -> str | None:
    """The number in the foot or, on a running page, at the end of the head."""
    lines = [line.split() for line in sheet.splitlines() if line.strip()]
    if len(lines[-1]) == 1 and (lines[-1][0].isdigit() or set(lines[-1][0]) <= set("ivxlc")):
        return lines[-1][0]
    return next((line[-1] for line in lines[:3] if line[:2] == ["BUKU", "II"] and line[-1].isdigit()), None)
