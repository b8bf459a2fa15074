"""A whole book: outline, cover, order of parts, and nothing that depends on the day."""

from __future__ import annotations

from typing import Any

import pytest

from smartplan import resources
from smartplan.book import BookBuilder, TemplateFault, build_book
from smartplan.book.blocks import Contents, Heading, plain_text
from smartplan.book.logo import picture_size, read_logo
from smartplan.book.numbering import number_blocks
from smartplan.edition import load_edition
from smartplan.plan import load_plan
from tests.book.conftest import PLAN

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x28\0\0\0\x3c" + b"\0" * 9 + b"\0\0\0\0IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\0\x3c\0\x28" + b"\0" * 12 + b"\xff\xd9"


def headings(blocks):
    return [(one.id, one.level, one.numbered, one.annex) for one in blocks if isinstance(one, Heading)]


def test_the_outline_is_the_editions(book):
    made = book(
        "## Sub\n\nIsi.", pengantar="## Anak judul\n\nSalam.", lampiran="Isi {{ dokumen.judul }}, {{ bab.judul }}."
    )
    assert isinstance(made.front[0], Contents)
    assert headings(made.front) == [("bab-pengantar", 1, False, False), ("pengantar-1", 2, False, False)]
    assert headings(made.body) == [("bab-satu", 1, True, False), ("satu-1", 2, True, False)]
    assert headings(made.back) == [("bab-lampiran", 1, True, True)]
    assert plain_text(made.back[1].pieces) == "Isi Buku Uji, Surat."
    assert {name: label.text for name, label in number_blocks(made).items()} == {
        "bab-pengantar": "",
        "pengantar-1": "",
        "bab-satu": "BAB I",
        "satu-1": "Subbab 1.1",
        "bab-lampiran": "Lampiran 1",
    }


def test_the_cover_says_what_the_plan_says(book):
    plan = f"{PLAN}\ntahun_dokumen: 2025\ntanggal_dokumen: 2025-11-17\njudul: {{buku: {{buku: Rencana Induk}}}}\n"
    made = book("a", plan)
    assert (made.label, made.title, made.region, made.office, made.year, made.created) == (
        "BUKU I",
        "Rencana Induk",
        "Kabupaten Rekaan",
        "Pemerintah Kabupaten Rekaan",
        "2025",
        "2025-11-17",
    )
    assert made.fictional
    assert [(swatch.id, swatch.ribbon) for swatch in made.palette] == [("hijau", "1F4E79"), ("biru", "7A2E7E")]
    assert len(made.plan_sha256) == 64


def test_a_cover_without_facts_says_so(book):
    made = book("a", "skema: 1\nedisi: uji\n")
    assert (made.title, made.region, made.year) == ("Buku Uji", "[nama daerah belum diisi]", "[tahun belum diisi]")


@pytest.mark.parametrize(
    ("logo", "content", "taken"),
    [
        ("logo.png", PNG, True),
        ("gambar/logo.jpg", JPEG, True),
        ("logo.png", b"<svg/>", False),
        ("tidak-ada.png", None, False),
        ("../luar.png", PNG, False),
    ],
)
def test_the_logo_comes_from_the_plan_folder_only(book, tmp_path, logo, content, taken):
    if content is not None:
        file = tmp_path / logo
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    made = book("a", f"skema: 1\nedisi: uji\nwilayah: {{nama: Kabupaten Rekaan, logo: {logo}}}\n")
    assert made.logo == (content if taken else None)


@pytest.mark.parametrize(
    ("logo", "content", "why"),
    [
        ("logo.png", b"<svg/>", "bukan PNG atau JPEG"),
        ("logo.png", PNG[:-12], "rusak"),
        ("logo.png", PNG[:16] + bytes(8) + PNG[24:], "rusak"),
        ("logo.jpg", JPEG[:8], "rusak"),
        ("logo.png", PNG[:16] + b"\0\0\x10\0\0\0\0\x01" + PNG[24:], "terlalu pipih"),
        ("tidak-ada.png", None, "tidak ada"),
        ("../luar.png", PNG, "berada di luar map rencana"),
    ],
)
def test_a_logo_that_cannot_be_used_is_told(tmp_path, logo, content, why):
    root = tmp_path / "rencana"
    root.mkdir()
    if content is not None:
        (root / logo).write_bytes(content)
    text = f"skema: 1\nwilayah: {{nama: Kabupaten Rekaan, logo: {logo}}}\n"
    (root / "rencana.yaml").write_text(text, encoding="utf-8")
    found = read_logo(load_plan(root))
    assert found.content is None
    assert why in (found.fault or "")
    assert f"“{logo}”" in (found.fault or "")


@pytest.mark.parametrize("content", [PNG, JPEG, JPEG[:2] + b"\xff" + JPEG[2:]])
def test_a_picture_tells_its_size(content):
    assert picture_size(content) == (40, 60)


def test_the_same_plan_gives_the_same_blocks(book, tmp_path):
    template = "## A\n\n{{ jumlah(semua('program')) }} {{ dimensi[0] }}\n\n{{ prosa(rencana.visi.penjelasan) }}"
    first = book(template)
    plan, edition = load_plan(tmp_path), load_edition("uji", tmp_path)
    builder = BookBuilder(plan, edition)
    assert builder.build("buku") == builder.build("buku") == build_book(plan, edition, "buku") == first


def test_an_unknown_document_is_a_key_error_and_a_missing_template_a_fault(book, tmp_path):
    book("a")
    plan, edition = load_plan(tmp_path), load_edition("uji", tmp_path)
    with pytest.raises(KeyError):
        build_book(plan, edition, "buku-9")
    (tmp_path / "templates" / "buku" / "satu.md.j2").unlink()
    with pytest.raises(TemplateFault, match="tidak ada"):
        build_book(plan, edition, "buku")


@pytest.mark.parametrize("example", ["contoh", "buleleng"])
def test_every_book_of_the_examples_is_built(example):
    plan = load_plan(resources.find_example(example))
    edition = load_edition(plan.rencana.edisi)
    builder = BookBuilder(plan, edition)
    books = [builder.build(name) for name in edition.ids("dokumen")]
    assert len(books) == 4
    for made in books:
        assert number_blocks(made)
        assert len(headings(made.body)) > 2


def test_a_book_is_built_where_no_cache_can_be_written(book, monkeypatch, tmp_path):
    blocked = tmp_path / "berkas"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    monkeypatch.setenv("LOCALAPPDATA", str(blocked))
    monkeypatch.setenv("HOME", str(blocked))
    assert book("a").body


def test_compiled_templates_are_kept_in_the_cache_of_the_user(book, monkeypatch, tmp_path):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "simpanan"))
    book("a")
    assert list((tmp_path / "simpanan" / "smartplan" / "templat").iterdir())


def test_a_footnote_of_markdown_is_told_how_it_is_written_here(blocks: Any) -> None:
    with pytest.raises(TemplateFault, match="catatan kaki ditulis sebagai"):
        blocks("Angka[^1] ini.\n\n[^1]: Sumber.\n")
    plan = PLAN.replace("penjelasan: |-\n    Alinea", "penjelasan: |-\n    Lihat [^1]. Alinea")
    assert blocks("{{ prosa(rencana.visi.penjelasan) }}\n", plan=plan), "words of the plan are free"
