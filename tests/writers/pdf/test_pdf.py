"""PDFs by LibreOffice: right page numbers, an outline, tags, the same bytes twice; a plain word where it is missing."""

from __future__ import annotations

import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from smartplan.resources import find
from smartplan.writers.pdf import PdfFailed, PdfOfficeNotFound, Pdfs, write, write_pdfs
from smartplan.writers.word.printed import entries_of
from smartplan.writers.word.xml import NO_BREAK
from tests.office import fake_office, outline_of, pages_of, printed_number, require_office
from tests.writers.pdf.test_finish import objects_of
from tests.writers.word.sample import sample

if TYPE_CHECKING:
    from pathlib import Path

_ALT = re.compile(rb"/Contents<FEFF([0-9A-F]+)>")
_ANNOTS = re.compile(rb"/Annots\[(.*?)\]", re.DOTALL)
LETTER = sample(id="surat", layout="letter", front=(), back=())


@pytest.fixture(scope="module")
def base() -> bytes:
    return find("word/dasar.docx").read_bytes()


@pytest.fixture(scope="module")
def made(base: bytes) -> Pdfs:
    """A book whose numbers are not known beforehand, and letters."""
    require_office()
    return write_pdfs([sample(), LETTER], base)


@pytest.fixture(scope="module")
def pdf(made: Pdfs, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("pdf") / "buku-2.pdf"
    file.write_bytes(made.by_document["buku-2"])
    return file


def said_by(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode("utf-8")


def test_without_libreoffice_a_person_is_told_another_way(base: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "find_office", lambda: None)
    with pytest.raises(PdfOfficeNotFound) as fault:
        write_pdfs([sample()], base)
    assert "LibreOffice tidak ditemukan" in fault.value.message
    assert "pasang LibreOffice" in fault.value.hint and "Word" in fault.value.hint


def test_a_book_that_fails_is_named(base: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_office(tmp_path, monkeypatch, "exit 1")
    with pytest.raises(PdfFailed) as fault:
        write_pdfs([sample(), sample(id="buku-9")], base)
    assert "buku-2, buku-9" in fault.value.message and "--doc" in fault.value.hint


def test_a_pdf_that_cannot_be_read_back_is_not_called_right(
    base: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place = fake_office(tmp_path, monkeypatch, 'echo >> starts; for file; do echo %PDF-1.7 > "${file%.docx}.pdf"; done')
    made = write_pdfs([sample(), LETTER], base)
    assert "buku-2 tidak dapat dipastikan" in made.note
    assert set(made.by_document) == {"buku-2", "surat"}
    assert len((place / "starts").read_text().splitlines()) == 3


@pytest.mark.office
def test_the_contents_name_the_pages_where_things_stand(made: Pdfs, pdf: Path) -> None:
    assert made.note == ""
    sheets = pages_of(pdf)
    lines = re.findall(r"^ *(.*?) *\.{3,} ?(\d+|[ivx]+)$", "\n".join(sheets[:8]), re.MULTILINE)
    assert len(lines) == 23
    for words, page in lines:
        here = [sheet for sheet in sheets if printed_number(sheet) == page]
        assert len(here) == 1, (words, page)
        assert " ".join(words.split()).casefold() in " ".join(here[0].split()).casefold(), (words, page)


@pytest.mark.office
def test_numbers_that_are_wrong_are_mended(made: Pdfs, base: bytes) -> None:
    wrong = {entry.bookmark: "88" for entry in entries_of(sample())}
    again = write_pdfs([sample(), LETTER], base, {"buku-2": wrong})
    assert again == made


@pytest.mark.office
def test_two_runs_at_once_give_the_same_bytes(made: Pdfs, base: bytes) -> None:
    with ThreadPoolExecutor(2) as pool:
        runs = list(pool.map(lambda _: write_pdfs([sample(), LETTER], base), range(2)))
    assert runs == [made, made]


@pytest.mark.office
def test_it_tells_what_it_is(pdf: Path) -> None:
    info = said_by("pdfinfo", pdf)
    for line in (
        r"Title: +BUKU II – Masterplan Smart City Daerah – Kabupaten Rekaan",
        r"Author: +Pemerintah Kabupaten Rekaan",
        r"Tagged: +yes",
        r"Metadata Stream: yes",
        r"Keywords: +Kabupaten Rekaan, 2026, Smart Governance, ",
        r"CreationDate: .*Feb 28 .*2026",
    ):
        assert re.search(line, info), line
    catalog = next(content for content in objects_of(pdf.read_bytes()).values() if b"/Type/Catalog" in content)
    assert b"/Lang(id-ID)" in catalog and b"/DisplayDocTitle true" in catalog and b"/PageLabels" in catalog


@pytest.mark.office
def test_all_fonts_are_inside(pdf: Path) -> None:
    fonts = said_by("pdffonts", pdf).splitlines()[2:]
    assert fonts
    assert all(re.search(r"\byes +(yes|no) +(yes|no) +\d+ +0$", font) for font in fonts), fonts


@pytest.mark.office
def test_headings_are_its_outline(pdf: Path) -> None:
    assert outline_of(pdf) == [
        "Kata Pengantar",
        "Daftar Isi",
        "Daftar Tabel",
        "Daftar Gambar",
        "BAB I Pendahuluan",
        "1.1 Latar Belakang",
        "1.2 Maksud dan Tujuan",
        "1.2.1 Sistematika",
        "BAB II Rencana Aksi Kabupaten Rekaan",
        "2.1 Program",
        "2.2 Program menurut tahun",
        "2.3 Quick Win",
        "Daftar Pustaka",
        "Lampiran 1 Kelembagaan",
        "L1.1 Susunan Dewan",
        "L1.1.1 Tugas",
        "Lampiran 2 Komitmen",
    ]


@pytest.mark.office
def test_references_notes_and_addresses_in_the_text_can_be_clicked(pdf: Path) -> None:
    objects = objects_of(pdf.read_bytes())
    links = [content for content in objects.values() if b"/Subtype/Link" in content]
    said = [bytes.fromhex(words.decode()).decode("utf-16-be") for link in links for words in _ALT.findall(link)]
    # Those of the contents and lists have a tab between number and words.
    in_text = {words.replace(NO_BREAK, " ") for words in said if "\t" not in words}
    assert in_text == {"Tabel 2.1", "Gambar 2.1", "BAB II", "Subbab 2.3", "Lampiran 1", "rekaan.go.id", "1"}
    assert len([link for link in links if b"/URI(https://rekaan.go.id/smart?a=1&b=2)" in link]) == 1
    on_pages = [len(re.findall(rb"\d+ 0 R", found[1])) for page in objects.values() if (found := _ANNOTS.search(page))]
    assert sorted(on_pages) == [1, 5, 8, 17], "three pages of contents; five references, an address, a note to and fro"


@pytest.mark.office
def test_letters_have_no_page_labels(made: Pdfs) -> None:
    assert b"/PageLabels" not in made.by_document["surat"]
