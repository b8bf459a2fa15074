"""Which documents a plan has, and letters that the edition adds without a line of Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan import api
from smartplan.book.blocks import Heading, LetterHead, Paragraph, Signatures, Table, plain_text
from smartplan.book.documents import choices, chosen, documents
from smartplan.book.letters import LetterBuilder
from smartplan.edition import load_edition
from smartplan.plan import load_plan

if TYPE_CHECKING:
    from pathlib import Path

    from smartplan.book.blocks import Document

EDITION = """
id: uji
nama: Edisi uji
mewarisi: kominfo-2023
tanda: G
sumber: uji
surat:
  - {id: keputusan, judul: Keputusan, templat: surat/keputusan.md.j2, tahap: bimtek-1, kop: kepala_daerah, tanda: G,
     sumber: uji}
  - {id: undangan-uji, judul: Undangan, templat: surat/undangan-uji.md.j2, ulang: jadwal, bagian: Sekretariat Daerah,
     tanda: G, sumber: uji}
  - {id: lembar, judul: Lembar, templat: surat/lembar.md.j2, tahap: bimtek-4, ulang: "dimensi.*.quick_win", kop: tanpa,
     tanda: G, sumber: uji}
  - {id: rancangan, judul: Rancangan, templat: surat/rancangan.md.j2, lampiran_buku: buku-3, kop: kepala_daerah,
     tanda: G, sumber: uji}
  - {id: rancangan-lengkap, judul: Rancangan, templat: surat/rancangan.md.j2, lampiran_buku: buku-2, tanda: G,
     sumber: uji}
"""
TEMPLATES = {
    "keputusan": """{{ judul_naskah(["KEPUTUSAN", istilah.kepala]) }}

{{ ketentuan([["Menimbang", ["bahwa satu", "bahwa dua"]], ["Mengingat", ["Undang-Undang"], "angka"]]) }}
""",
    "undangan-uji": "Mengundang Saudara ke {{ ini.nama }} pada {{ ini.mulai }}.\n",
    "lembar": "{{ ini.nama }} pada {{ ini.dimensi_.nama }}, {{ naskah.judul }}.\n",
    "rancangan": "Pasal 1\n",
}
PLAN = """
skema: 1
edisi: uji
wilayah: {nama: Kota Rekaan, jenis: kota}
jadwal:
  - {tahap: bimtek-1, nama: Bimtek Tahap Pertama, mulai: 2026-07-05}
  - {tahap: bimtek-2, nama: Bimtek Tahap Kedua}
dimensi:
  smart_living: {quick_win: [{id: antre, nama: Antre}, {nama: Tanpa Id}]}
  smart_governance: {quick_win: [{id: loket, nama: Loket}]}
"""


@pytest.fixture
def builder(tmp_path: Path) -> LetterBuilder:
    for name, text in TEMPLATES.items():
        _write(tmp_path / "templates" / "surat" / f"{name}.md.j2", text)
    _write(tmp_path / "templates" / "edisi" / "uji" / "edisi.yaml", EDITION)
    _write(tmp_path / "rencana.yaml", PLAN)
    plan = load_plan(tmp_path)
    return LetterBuilder(plan, load_edition("uji", tmp_path))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def made(builder: LetterBuilder, name: str) -> Document:
    entries = documents(builder._plan, builder._edition)
    return builder.document(next(entry for entry in entries if entry.id == name))


def words(document: Document) -> list[str]:
    return [plain_text(block.pieces) for block in document.body if isinstance(block, Paragraph)]


def test_a_list_has_one_document_an_item(builder: LetterBuilder) -> None:
    entries = documents(builder._plan, builder._edition)
    ours = {entry.id: (entry.title, entry.stage) for entry in entries if entry.origin in ("undangan-uji", "lembar")}
    assert ours == {
        "undangan-uji-bimtek-1": ("Undangan: Bimtek I", "bimtek-1"),
        "undangan-uji-bimtek-2": ("Undangan: Bimtek II", "bimtek-2"),
        "lembar-loket": ("Lembar: Loket", "bimtek-4"),
        "lembar-antre": ("Lembar: Antre", "bimtek-4"),
        "lembar-3": ("Lembar: Tanpa Id", "bimtek-4"),
    }


def test_documents_are_asked_for_alone_by_list_or_by_group(builder: LetterBuilder) -> None:
    entries = documents(builder._plan, builder._edition)
    assert [entry.id for entry in chosen(["lembar-antre", "keputusan"], entries)] == ["keputusan", "lembar-antre"]
    assert [entry.id for entry in chosen(["undangan-uji"], entries)] == [
        "undangan-uji-bimtek-1",
        "undangan-uji-bimtek-2",
    ]
    assert [entry.id for entry in chosen(["buku"], entries)] == ["buku-1", "buku-2", "buku-3", "buku-4"]
    assert not any(entry.is_book for entry in chosen(["surat"], entries))
    assert chosen(["semua"], entries) == list(entries)
    assert {"buku", "surat", "semua", "lembar", "lembar-antre", "buku-1"} <= set(choices(entries))


def test_a_letter_sees_what_it_is_for(builder: LetterBuilder) -> None:
    assert words(made(builder, "undangan-uji-bimtek-1")) == [
        "Mengundang Saudara ke Bimtek Tahap Pertama pada 5 Juli 2026."
    ]
    assert words(made(builder, "lembar-antre")) == ["Antre pada Smart Living, Lembar."]


def test_a_decree_has_the_head_of_the_leader_and_counted_considerations(builder: LetterBuilder) -> None:
    decree = made(builder, "keputusan")
    head, first, second, table = decree.body
    assert isinstance(head, LetterHead) and (head.kind, head.lines) == ("leader", ("Wali Kota Rekaan",))
    assert [block.style for block in (first, second) if isinstance(block, Paragraph)] == ["title", "title"]
    assert isinstance(table, Table) and table.style == "plain"
    cells = [
        ["".join(piece.text for piece in getattr(cell, "pieces", cell)) for cell in row.cells] for row in table.rows
    ]
    assert cells == [
        ["Menimbang", ":", "a.", "bahwa satu"],
        ["", "", "b.", "bahwa dua"],
        ["Mengingat", ":", "Undang-Undang"],
    ]


def test_a_book_can_be_the_annex_of_a_letter(builder: LetterBuilder) -> None:
    chapters = [block for block in made(builder, "rancangan").body if isinstance(block, Heading) and block.level == 1]
    outline = next(book for book in builder._edition.dokumen or () if book.id == "buku-3").bab or ()
    assert [plain_text(chapter.pieces) for chapter in chapters] == [chapter.judul for chapter in outline]


def test_the_annex_has_the_annexes_of_its_book_and_ends_with_a_signature(builder: LetterBuilder) -> None:
    book = next(one for one in builder._edition.dokumen or () if one.id == "buku-2")
    body = made(builder, "rancangan-lengkap").body
    annexes = [block for block in body if isinstance(block, Heading) and block.annex]
    assert len(annexes) == sum(bool(part.lampiran and not part.bila) for part in book.belakang or ())
    assert isinstance(body[-1], Signatures)


def test_states_count_what_is_missing(builder: LetterBuilder) -> None:
    plan = builder._plan
    entries = api.documents_of(plan, ["undangan-uji"])
    states = {state.entry.id: (state.stage, state.missing) for state in api.states_of(plan, entries)}
    assert states == {"undangan-uji-bimtek-1": ("Bimtek I", 0), "undangan-uji-bimtek-2": ("Bimtek II", 1)}
