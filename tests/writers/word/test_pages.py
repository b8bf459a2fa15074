"""Page numbers: from LibreOffice when it is there, never a crash when it is not."""

from __future__ import annotations

import subprocess
import time
import zlib
from pathlib import Path

import pytest

from smartplan.writers.word import office, pages, write_word
from smartplan.writers.word.destinations import pages_of_bookmarks
from smartplan.writers.word.pages import find_page_numbers
from tests.office import fake_office, pages_of, printed_number, require_office, to_pdf
from tests.writers.word.reading import W, root_of, style_of, text_of
from tests.writers.word.sample import sample


def nothing(*_: object, **__: object) -> None:
    return None


def test_without_an_engine_word_is_asked_to_fill_them(base: bytes) -> None:
    found = find_page_numbers([sample()], base, "none")
    assert (dict(found.by_document), found.engine) == ({}, "none")
    assert "pilih Ya" in found.note


@pytest.mark.parametrize(
    ("engine", "words"),
    [
        ("auto", "LibreOffice maupun rdocx tidak ditemukan"),
        ("libreoffice", "LibreOffice tidak ditemukan"),
        ("rdocx", "rdocx tidak terpasang"),
    ],
)
def test_an_engine_that_is_not_there_is_said(
    base: bytes, engine: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "find_office", nothing)
    monkeypatch.setattr(pages.importlib.util, "find_spec", nothing)
    found = find_page_numbers([sample()], base, engine)
    assert found.engine == "none"
    assert found.by_document == {}
    assert found.note.startswith(words)


def test_an_unknown_engine_is_our_own_mistake(base: bytes) -> None:
    with pytest.raises(ValueError, match="word97"):
        find_page_numbers([sample()], base, "word97")


def test_a_letter_needs_no_page_numbers(base: bytes) -> None:
    found = find_page_numbers([sample(layout="letter", front=(), back=())], base)
    assert (dict(found.by_document), found.engine, found.note) == ({"buku-2": {}}, "none", "")


@pytest.mark.parametrize("script", ["exit 1", "kill -9 $$", "exit 0"])
def test_an_engine_that_fails_leaves_the_book_without_numbers(
    base: bytes, script: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake_office(tmp_path, monkeypatch, script)
    found = find_page_numbers([sample()], base, "libreoffice")
    assert (found.engine, dict(found.by_document)) == ("none", {})
    assert found.note.startswith("LibreOffice tidak berhasil menghitung halaman")


def test_an_engine_that_hangs_is_ended_with_all_that_it_started(
    base: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(office, "time_limit", lambda count: 1.0)
    place = fake_office(tmp_path, monkeypatch, "sleep 100 & echo $! > child\nwait")
    begun = time.monotonic()
    assert find_page_numbers([sample()], base, "libreoffice").engine == "none"
    assert time.monotonic() - begun < 20
    child = int((place / "child").read_text())
    for _ in range(50):
        if not is_running(child):
            break
        time.sleep(0.1)
    assert not is_running(child)


def is_running(process: int) -> bool:
    """Whether it works still: one that ended may wait to be fetched by a parent."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return state.stdout.strip() not in ("", "Z")


def test_all_books_are_laid_out_in_one_start(base: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    place = fake_office(tmp_path, monkeypatch, 'echo "$@" >> starts')
    find_page_numbers([sample(id="satu"), sample(id="dua")], base, "libreoffice")
    (words,) = [line.split() for line in (place / "starts").read_text().splitlines()]
    assert [Path(word).name for word in words[-2:]] == ["buku1.docx", "buku2.docx"]
    assert any(word.startswith("-env:UserInstallation=file://") for word in words)


def test_each_start_has_a_profile_of_its_own(base: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    place = fake_office(tmp_path, monkeypatch, 'echo "$1" >> profiles')
    for _ in range(2):
        find_page_numbers([sample()], base, "libreoffice")
    first, second = (place / "profiles").read_text().splitlines()
    assert first != second


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


def test_libreoffice_is_found_where_a_mac_puts_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "Applications" / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setattr(office.shutil, "which", nothing)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert office.find_office() == str(program)


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
    assert found.engine == "libreoffice"
    assert found.note == "nomor halaman menurut LibreOffice; bila di Word bergeser, tekan Ctrl+A lalu F9"
    data = write_word(sample(), base, pages=found.by_document["buku-2"], static=True).data
    sheets = pages_of(to_pdf(data, tmp_path))
    lines = [
        text_of(node).split("\t")
        for node in root_of(data).iter(f"{W}p")
        if style_of(node).startswith(("TOC", "TableofFigures"))
    ]
    assert len(lines) == 23
    for *_, title, page in lines:
        here = [sheet for sheet in sheets if printed_number(sheet) == page]
        assert len(here) == 1, (title, page)
        assert title.casefold() in " ".join(here[0].split()).casefold(), (title, page)
