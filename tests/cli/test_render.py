"""``smartplan render`` with a small edition and templates of the plan's own, so that only the command is looked at."""

from __future__ import annotations

import io
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import docx
import pytest

from smartplan import api
from smartplan.api import Books
from smartplan.cli import console, results
from smartplan.cli.render import render
from smartplan.writers.word.office import find_office
from tests.office import fake_office, pages_of, require_office

if TYPE_CHECKING:
    from pathlib import Path

    from smartplan.api import Pages
    from tests.cli.project import Project

EDITION = """
id: kecil
nama: Edisi kecil
tanda: G
sumber: uji
dimensi:
  - id: maju
    nama: Maju
    warna: {pita: 1F4E79, latar: E3ECF5}
    tanda: G
    sumber: uji
tahap:
  - {id: awal, nama: Awal, tanda: G, sumber: uji}
dokumen:
  - id: satu
    label: BUKU I
    judul: Buku Satu
    tanda: G
    sumber: uji
    bab:
      - id: isi
        judul: Isi
        templat: buku/isi.md.j2
        tanda: G
        sumber: uji
        wajib:
          - {jalur: visi.smart_city, isi: visi Smart City, sejak: {awal: galat}, tanda: G, sumber: uji}
  - id: dua
    label: BUKU II
    judul: Buku Dua
    tanda: G
    sumber: uji
    bab:
      - {id: isi, judul: Isi, templat: buku/isi.md.j2, tanda: G, sumber: uji}
"""
PLAN = "skema: 1\nedisi: kecil\nwilayah: {kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten}\n"
CHAPTER = "## Visi\n\nVisi {{ daerah }}: {{ rencana.visi.smart_city }}.\n"


@pytest.fixture
def kecil(project: Project) -> Project:
    project.write("rencana.yaml", PLAN)
    project.write("templates/edisi/kecil/edisi.yaml", EDITION)
    project.write("templates/buku/isi.md.j2", CHAPTER)
    return project


def outputs(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != ".smartplan.lock")


def test_all_books_are_written_and_named(kecil: Project) -> None:
    shown = kecil.run("render", "--pages", "none")
    assert (shown.code, shown.out) == (0, "hasil/dua.docx\nhasil/dua.md\nhasil/satu.docx\nhasil/satu.md\n")
    assert "Menyusun satu\nMenyusun dua\nMembuat satu.docx\n" in shown.err
    assert "1 tempat kosong di buku, ditandai kuning. Isian yang diminta panduan: smartplan validate ." in shown.err
    assert outputs(kecil.folder / "hasil") == [
        ".dua.peta.json",
        ".satu.peta.json",
        ".smartplan.json",
        "dua.docx",
        "dua.md",
        "satu.docx",
        "satu.md",
    ]
    text = (kecil.folder / "hasil" / "satu.md").read_text(encoding="utf-8")
    assert "Visi Kabupaten Buleleng" in text and "visi Smart City" in text
    with zipfile.ZipFile(kecil.folder / "hasil" / "satu.docx") as package:
        assert package.testzip() is None
        assert "word/document.xml" in package.namelist()


def test_one_book_in_one_format_to_another_folder(kecil: Project) -> None:
    shown = kecil.run("render", ".", "--doc", "dua", "--format", "md", "--out", "cetak")
    assert (shown.code, shown.out) == (0, "cetak/dua.md\n")
    assert not (kecil.folder / "hasil").exists()


def test_without_libreoffice_no_pdf_and_nothing_else_is_written(
    kecil: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    if find_office() is not None:
        pytest.skip("LibreOffice stands where its installer put it")
    shown = kecil.run("render", "--format", "md,pdf")
    assert (shown.code, shown.out) == (2, "")
    assert "LibreOffice tidak ditemukan di komputer ini; tidak ada yang ditulis" in shown.err
    assert "pasang LibreOffice" in shown.err and "--format docx" in shown.err
    assert not (kecil.folder / "hasil").exists()


def test_a_pdf_that_libreoffice_does_not_make_is_told_and_nothing_is_written(
    kecil: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake_office(tmp_path, monkeypatch, "exit 1")
    shown = kecil.run("render", "--format", "md,pdf")
    assert (shown.code, shown.out) == (2, "")
    assert "LibreOffice tidak berhasil membuat PDF satu, dua" in shown.err
    assert not (kecil.folder / "hasil").exists()


@pytest.mark.parametrize(
    ("formats", "pages", "starts"),
    [
        ("docx", "none", []),
        ("docx,pdf", "auto", ["Menghitung nomor halaman", "Membuat PDF dengan LibreOffice"]),
        ("pdf", "none", ["Menghitung nomor halaman", "Membuat PDF dengan LibreOffice"]),
        ("docx,pdf", "rdocx", ["Menghitung nomor halaman"] * 2 + ["Membuat PDF dengan LibreOffice"]),
    ],
)
def test_each_step_is_told_as_often_as_it_is_counted(
    formats: str, pages: Pages, starts: list[str], kecil: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake_office(tmp_path, monkeypatch, 'for file; do echo %PDF-1.7 > "${file%.docx}.pdf"; done')
    plan, asked, told = api.load(kecil.folder), formats.split(","), list[str]()
    made = api.make_books(plan, None, asked, pages, step=told.append)
    assert len(told) == api.count_steps(api.documents_of(plan), asked, pages)
    assert [sentence for sentence in told if "halaman" in sentence or "PDF" in sentence] == starts
    assert {name.rpartition(".")[2] for name in made.files if not name.startswith(".")} == set(asked)


@pytest.mark.office
def test_a_pdf_stands_beside_the_word_file(kecil: Project) -> None:
    require_office()
    shown = kecil.run("render", "--doc", "satu", "--format", "docx,pdf")
    assert (shown.code, shown.out) == (0, "hasil/satu.docx\nhasil/satu.pdf\n")
    assert "Menghitung nomor halaman\nMembuat satu.docx\nMembuat PDF dengan LibreOffice\n" in shown.err
    assert "ditandai kuning" in shown.err
    (page,) = [page for page in pages_of(kecil.folder / "hasil" / "satu.pdf") if "Visi Kabupaten Buleleng" in page]
    assert "1.1" in page and "BAB I" in page


def test_the_same_plan_gives_the_same_bytes(kecil: Project) -> None:
    for name in ("a", "b"):
        assert kecil.run("render", "--pages", "none", "--out", name).code == 0
    for name in outputs(kecil.folder / "a"):
        assert (kecil.folder / "a" / name).read_bytes() == (kecil.folder / "b" / name).read_bytes()


def test_rendering_again_is_no_overwrite(kecil: Project) -> None:
    kecil.run("render", "--format", "md")
    kecil.write("rencana.yaml", PLAN + "visi: {smart_city: Buleleng maju}\n")
    shown = kecil.run("render", "--format", "md")
    assert shown.code == 0
    assert "isian belum ada" not in shown.err
    assert "Buleleng maju" in (kecil.folder / "hasil" / "satu.md").read_text(encoding="utf-8")


def test_a_book_that_a_person_changed_is_refused_before_anything_is_written(kecil: Project) -> None:
    kecil.run("render", "--format", "md")
    mine = kecil.write("hasil/satu.md", "tulisan saya\n")
    other = (kecil.folder / "hasil" / "dua.md").read_bytes()
    kecil.write("rencana.yaml", PLAN + "visi: {smart_city: Buleleng maju}\n")
    shown = kecil.run("render", "--format", "md")
    assert (shown.code, shown.out) == (2, "")
    assert "“satu.md” sudah diubah" in shown.err and "--force" in shown.err
    assert mine.read_text(encoding="utf-8") == "tulisan saya\n"
    assert (kecil.folder / "hasil" / "dua.md").read_bytes() == other


def test_force_replaces_it(kecil: Project) -> None:
    mine = kecil.write("hasil/satu.md", "tulisan saya\n")
    assert kecil.run("render", "--format", "md", "--force").code == 0
    assert "Buleleng" in mine.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "kept", "beside"), [("s", True, False), ("t", False, False), ("k", True, True)], ids=["keep", "new", "both"]
)
def test_in_a_terminal_a_person_is_asked(
    key: str, kept: bool, beside: bool, kecil: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = kecil.write("hasil/satu.md", "tulisan saya\n")
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"x\n{key}\n"))
    monkeypatch.setattr(console, "can_ask", lambda: True)
    assert render(str(kecil.folder), format="md") == 0
    assert (mine.read_text(encoding="utf-8") == "tulisan saya\n") is kept
    assert (kecil.folder / "hasil" / "satu (baru).md").exists() is beside


def test_a_kept_word_book_keeps_the_side_file_that_fits_it(kecil: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    kecil.run("render", "--doc", "satu", "--format", "docx", "--pages", "none")
    folder = kecil.folder / "hasil"
    first = (folder / ".satu.peta.json").read_bytes()
    (folder / "satu.docx").write_bytes((folder / "satu.docx").read_bytes() + b"\0")
    kecil.write("rencana.yaml", PLAN + "visi: {smart_city: Buleleng maju}\n")
    monkeypatch.setattr(sys, "stdin", io.StringIO("k\n"))
    monkeypatch.setattr(console, "can_ask", lambda: True)
    assert render(str(kecil.folder), doc="satu", format="docx", pages="none") == 0
    assert (folder / ".satu.peta.json").read_bytes() == first
    assert (folder / ".satu (baru).peta.json").read_bytes() != first
    assert (folder / "satu (baru).docx").exists()


def test_an_unknown_book_is_wrong_use(kecil: Project) -> None:
    shown = kecil.run("render", "--doc", "satuu")
    assert (shown.code, shown.out) == (2, "")
    assert shown.err == 'galat: tidak ada dokumen "satuu"\nsaran: maksud Anda "satu"? lihat smartplan render --list\n'


def test_a_wrong_template_is_a_finding_with_its_line(kecil: Project) -> None:
    kecil.write("templates/buku/isi.md.j2", "## Visi\n\n{{ rencana.visi.smart_city\n")
    shown = kecil.run("render", "--format", "md")
    assert shown.code == 1
    assert "templates/buku/isi.md.j2:" in shown.out and " galat TPL001 " in shown.out
    assert not (kecil.folder / "hasil").exists()


def test_final_is_refused_while_errors_stand(kecil: Project) -> None:
    shown = kecil.run("render", "--final", "--format", "md")
    assert shown.code == 1
    assert "galat WJB002 visi Smart City belum diisi" in shown.out
    assert "naskah akhir ditolak selama masih ada 1 galat" in shown.err
    assert not (kecil.folder / "hasil").exists()


def test_final_is_written_when_none_stand(kecil: Project) -> None:
    kecil.write("rencana.yaml", PLAN + "visi: {smart_city: Buleleng maju}\ndimensi: {maju: {tren: Ada}}\n")
    assert kecil.run("render", "--final", "--format", "md").code == 0


def test_a_final_book_bears_nothing_of_a_draft(kecil: Project) -> None:
    kecil.write("rencana.yaml", PLAN + "visi: {smart_city: Buleleng maju}\ndimensi: {maju: {tren: Ada}}\n")
    assert kecil.run("render", "--pages", "none").code == 0
    hasil = kecil.folder / "hasil"
    assert draft_marks(hasil / "satu.docx") == ["KONSEP", "_sp_", "custom.xml", "customXml"]
    assert "konsep" in (hasil / "satu.md").read_text(encoding="utf-8").lower()
    assert kecil.run("render", "--pages", "none", "--final").code == 0
    assert draft_marks(hasil / "satu.docx") == []
    assert "konsep" not in (hasil / "satu.md").read_text(encoding="utf-8").lower()
    assert outputs(hasil) == [".smartplan.json", "dua.docx", "dua.md", "satu.docx", "satu.md"]
    assert "peta" not in (hasil / ".smartplan.json").read_text(encoding="utf-8")


def test_comments_tell_the_findings_where_they_belong(kecil: Project) -> None:
    shown = kecil.run("render", "--comments", "--pages", "none", "--doc", "satu", "--format", "docx")
    assert (shown.code, shown.out) == (0, "hasil/satu.docx\n")
    with zipfile.ZipFile(kecil.folder / "hasil" / "satu.docx") as package:
        held = package.read("word/comments.xml").decode("utf-8")
        body = package.read("word/document.xml").decode("utf-8")
    assert "Galat WJB002: visi Smart City belum diisi" in held
    marked = body.partition("<w:commentRangeStart")[2].partition("<w:commentRangeEnd")[0]
    assert "[belum diisi: visi Smart City]" in marked


@pytest.mark.parametrize(
    ("options", "words"), [(("--final",), "bersama --final"), (("--format", "md"), "hanya untuk Word")]
)
def test_comments_are_for_a_draft_in_word(kecil: Project, options: tuple[str, ...], words: str) -> None:
    shown = kecil.run("render", "--comments", *options)
    assert (shown.code, shown.out) == (2, "")
    assert words in shown.err
    assert not (kecil.folder / "hasil").exists()


def test_findings_about_books_that_were_not_made_are_counted(kecil: Project) -> None:
    kecil.write("templates/buku/isi.md.j2", "## Visi\n\nTanpa isian.\n")
    shown = kecil.run("render", "--comments", "--pages", "none", "--doc", "dua", "--format", "docx")
    assert shown.code == 0
    assert "1 temuan tentang buku lain tidak menjadi komentar: smartplan validate ." in shown.err


def test_a_word_template_of_the_plan_that_cannot_be_used_is_refused_with_its_name(kecil: Project) -> None:
    kecil.write("templates/word/dasar.docx", "bukan Word")
    shown = kecil.run("render", "--pages", "none")
    assert shown.code == 1
    assert "templates/word/dasar.docx:1:1: galat TPL001 templat Word bukan berkas .docx" in shown.out
    assert not (kecil.folder / "hasil").exists()


def test_a_word_template_of_the_plan_that_lacks_styles_is_completed_and_told(kecil: Project) -> None:
    kecil.write("templates/word/dasar.docx", "")
    docx.Document().save(str(kecil.folder / "templates/word/dasar.docx"))
    shown = kecil.run("render", "--pages", "none", "--format", "docx")
    assert shown.code == 0
    assert "Templat Word tidak memuat " in shown.err
    assert "sampul (Sampul Logo, " in shown.err


def test_a_logo_that_cannot_be_used_is_told_and_the_book_is_made(kecil: Project) -> None:
    kecil.write("rencana.yaml", PLAN.replace("jenis:", "logo: lambang.png, jenis:"))
    shown = kecil.run("render", "--pages", "none", "--format", "docx")
    assert shown.code == 0
    assert "Berkas lambang “lambang.png” tidak ada; simpan lambang sebagai PNG atau JPEG di map rencana" in shown.err


def draft_marks(book: Path) -> list[str]:
    with zipfile.ZipFile(book) as package:
        held = "\n".join(f"{name}\n{package.read(name).decode('utf-8', 'replace')}" for name in package.namelist())
    return [mark for mark in ("KONSEP", "_sp_", "custom.xml", "customXml") if mark in held]


def test_what_cannot_be_read_is_left_out_and_named(kecil: Project) -> None:
    kecil.write("arah.yaml", "visi: {smart_city: [\n")
    shown = kecil.run("render", "--format", "md")
    assert shown.code == 0
    said = "Tidak terbaca sehingga tidak ikut dicetak: arah.yaml. Lihat: smartplan validate .\n"
    assert said in shown.err
    assert kecil.run("render", "--list").err == said


@pytest.mark.parametrize("text", ["", "- satu\n", "a: [\n", "satu nilai\n"], ids=["empty", "list", "syntax", "value"])
def test_a_plan_without_anything_to_read_is_refused(text: str, kecil: Project) -> None:
    kecil.write("rencana.yaml", text)
    shown = kecil.run("render", "--format", "md")
    assert shown.code == 1
    assert shown.out.startswith("rencana.yaml:1:")
    assert "tidak dapat dibaca sama sekali" in shown.err
    assert not (kecil.folder / "hasil").exists()


@pytest.mark.parametrize("option", ["--final", "--list", "--comments"])
def test_an_edition_that_is_not_there_is_refused_with_its_place(option: str, kecil: Project) -> None:
    kecil.write("rencana.yaml", PLAN.replace("kecil", "besar"))
    shown = kecil.run("render", option)
    assert shown.code == 1
    assert "edisi rencana tidak ditemukan" in shown.err
    assert "rencana.yaml:2:8" in shown.out and "EDS007" in shown.out
    assert 'tidak ada edisi "besar"' in shown.out


def test_an_edition_that_cannot_be_read_is_told(kecil: Project) -> None:
    kecil.write("rencana.yaml", PLAN.replace("edisi: kecil", "edisi: [1, 2]"))
    shown = kecil.run("render", "--list", "--doc", "buku-1")
    assert shown.code == 0
    assert (
        "rencana.yaml:2:8: edisi tidak terbaca, maka edisi bawaan yang dipakai. Lihat: smartplan validate ."
        in shown.err
    )


LETTERS = """surat:
  - {id: sk, nama: SK, judul: Keputusan, templat: buku/isi.md.j2, kop: pemerintah, tanda: G, sumber: uji}
  - {id: lembar, nama: Lembar, judul: Lembar, templat: buku/isi.md.j2, ulang: "dimensi.*.quick_win", kop: pemerintah,
     tanda: G, sumber: uji}
  - {id: undangan, nama: Undangan, judul: Undangan, templat: buku/isi.md.j2, ulang: jadwal, kop: pemerintah, tanda: G,
     sumber: uji}
"""


@pytest.fixture
def letters(kecil: Project) -> Project:
    kecil.write("templates/edisi/kecil/edisi.yaml", EDITION + LETTERS)
    return kecil


def test_the_list_names_letters_whose_list_in_the_plan_is_empty(letters: Project) -> None:
    shown = letters.run("render", "--list", "--doc", "sk,lembar,undangan")
    assert (shown.code, shown.err) == (0, "")
    assert [line.split("  ")[0].split()[0] for line in shown.out.splitlines()[1:]] == ["sk", "lembar", "undangan"]
    assert "belum ada quick win" in shown.out and "belum ada jadwal" in shown.out


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("undangan", ["rencana belum memuat jadwal", "isi jadwal"]),
        ("undangan-awal", ["rencana tidak memuat jadwal untuk tahap itu", "isi jadwal"]),
        ("lembar", ["rencana belum memuat quick_win pada dimensi", "isi quick_win pada dimensi"]),
        ("lembar-loket", ['rencana tidak memuat quick_win "loket"', "isi quick_win pada dimensi"]),
    ],
)
def test_a_letter_that_the_plan_has_no_item_for_says_what_to_fill(
    letters: Project, name: str, words: list[str]
) -> None:
    shown = letters.run("render", "--doc", name)
    assert (shown.code, shown.out) == (2, "")
    assert all(one in shown.err for one in words), shown.err


def test_the_gaps_of_a_letter_are_in_a_document(letters: Project) -> None:
    assert "1 tempat kosong di dokumen, " in letters.run("render", "--doc", "sk", "--format", "md").err


@pytest.mark.parametrize("option", ["--final", "--comments", "--force", "--out=x"])
def test_what_only_shows_takes_no_option_of_what_writes(kecil: Project, option: str) -> None:
    for shown in ("--list", "--unused"):
        refused = kecil.run("render", shown, option)
        assert (refused.code, refused.out) == (2, "")
        assert f"{shown} tidak dapat dipakai bersama {option.partition('=')[0]}" in refused.err


@pytest.mark.parametrize("option", ["--out", "--doc"])
def test_an_empty_value_is_refused(kecil: Project, option: str) -> None:
    shown = kecil.run("render", option, "")
    assert (shown.code, shown.out) == (2, "")
    assert f"opsi {option} kosong" in shown.err


def test_what_can_be_known_before_is_refused_before_anything_is_composed(kecil: Project) -> None:
    kecil.write("berkas", "")
    shown = kecil.run("render", "--format", "md", "--out", "berkas")
    assert shown.code == 2
    assert shown.err.startswith("galat: “berkas” adalah berkas, bukan map\n")
    kecil.run("render", "--format", "md")
    kecil.write("hasil/satu.md", "tulisan saya\n")
    shown = kecil.run("render", "--format", "md")
    assert shown.code == 2
    assert shown.err.startswith("galat: “satu.md” sudah diubah")


def test_who_changes_a_file_again_meanwhile_is_asked_again(kecil: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    kecil.run("render", "--format", "md")
    mine = kecil.write("hasil/satu.md", "satu\n")
    monkeypatch.setattr(sys, "stdin", io.StringIO("t\ns\n"))
    monkeypatch.setattr(console, "can_ask", lambda: True)
    asked = results.ask_early(kecil.folder / "hasil", ["satu.md", "dua.md"], False)
    assert [(name, one.decision) for name, one in asked.items()] == [("satu.md", "replace")]
    kecil.write("hasil/satu.md", "dua\n")
    results.save(kecil.folder / "hasil", Books({"satu.md": b"baru"}, 0, None), False, asked)
    assert mine.read_text(encoding="utf-8") == "dua\n"


FIGURES = """{{ gambar("satu", "Satu", bagan_kolom([["2026", 5]])) }}

{{ gambar("dua", "Dua", bagan_kolom([["2026", 6]])) }}
"""


def test_drawings_are_named_by_their_folder_and_go_with_their_figure(kecil: Project) -> None:
    kecil.write("templates/buku/isi.md.j2", FIGURES)
    command = ("render", "--format", "md", "--doc", "satu")
    assert kecil.run(*command).out == "hasil/satu-gambar/\nhasil/satu.md\n"
    assert outputs(kecil.folder / "hasil/satu-gambar") == ["gambar-dua.svg", "gambar-satu.svg"]
    kecil.write("templates/buku/isi.md.j2", FIGURES.partition("\n")[0])
    assert kecil.run(*command).code == 0
    assert outputs(kecil.folder / "hasil/satu-gambar") == ["gambar-satu.svg"]


def test_a_drawing_that_a_person_changed_is_neither_replaced_nor_removed(kecil: Project) -> None:
    kecil.write("templates/buku/isi.md.j2", FIGURES)
    command = ("render", "--format", "md", "--doc", "satu")
    kecil.run(*command)
    drawing = kecil.write("hasil/satu-gambar/gambar-dua.svg", "<svg>milik saya</svg>")
    refused = kecil.run(*command)
    assert refused.code == 2
    assert "satu-gambar/gambar-dua.svg" in refused.err
    kecil.write("templates/buku/isi.md.j2", FIGURES.partition("\n")[0])
    assert kecil.run(*command).code == 0
    assert drawing.read_text(encoding="utf-8") == "<svg>milik saya</svg>"


def test_a_split_book_is_a_folder_whose_old_chapters_go(kecil: Project) -> None:
    command = ("render", "--format", "md", "--doc", "satu", "--split")
    assert kecil.run(*command).out == "hasil/satu/\n"
    assert outputs(kecil.folder / "hasil/satu") == ["01-isi.md", "README.md"]
    kecil.write("templates/edisi/kecil/edisi.yaml", EDITION.replace("id: isi", "id: uraian"))
    assert kecil.run(*command).code == 0
    assert outputs(kecil.folder / "hasil/satu") == ["01-uraian.md", "README.md"]


def test_split_is_for_markdown(kecil: Project) -> None:
    shown = kecil.run("render", "--split", "--format", "docx")
    assert shown.code == 2
    assert "--split hanya untuk Markdown" in shown.err


@pytest.mark.office
def test_two_renders_at_once_do_not_disturb_each_other(kecil: Project) -> None:
    require_office()
    command = ("render", "--format", "docx,md,pdf", "--force")
    alone = kecil.run(*command, "--out", "sendiri")
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda _: kecil.run(*command, "--out", "bersama"), range(2)))
    assert [alone.code, *(one.code for one in both)] == [0, 0, 0]
    names = outputs(kecil.folder / "sendiri")
    assert outputs(kecil.folder / "bersama") == names
    for name in names:
        assert (kecil.folder / "bersama" / name).read_bytes() == (kecil.folder / "sendiri" / name).read_bytes(), name


def test_unused_lists_the_fields_that_no_document_prints(kecil: Project) -> None:
    kecil.write("rencana.yaml", f"{PLAN}visi: {{smart_city: Maju, penjelasan: Sebab {'panjang ' * 20}}}\n")
    shown = kecil.run("render", "--unused")
    assert shown.code == 0
    assert "rencana.yaml:4: visi.penjelasan: Sebab panjang panjang" in shown.out
    assert shown.out.splitlines()[-1].endswith("…")
    assert "visi.smart_city" not in shown.out
    assert not (kecil.folder / "hasil").exists()


def test_unused_says_so_when_all_is_printed(kecil: Project) -> None:
    kecil.write("templates/buku/isi.md.j2", "{{ daerah }} {{ rencana.wilayah.kode }} {{ rencana.wilayah.jenis }}\n")
    shown = kecil.run("render", "--unused")
    assert (shown.code, shown.out) == (0, "")
    assert "Semua isian rencana tercetak atau dipakai." in shown.err
