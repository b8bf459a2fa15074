"""A plan folder that brings its own small edition and templates: what a template makes of a plan, in one call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from smartplan.book import BookBuilder
from smartplan.edition import load_edition
from smartplan.plan import load_plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartplan.book.blocks import Block, Document

    class Book(Protocol):
        def __call__(self, template: str, plan: str = ..., **files: str) -> Document: ...


EDITION = """
id: uji
nama: Edisi uji
tanda: G
sumber: uji
dimensi:
  - id: hijau
    nama: Smart Hijau
    warna: {pita: 1F4E79, latar: E3ECF5}
    sub: [{id: taman, nama: Taman Kota, tanda: G, sumber: uji}, {id: sungai, nama: Sungai, tanda: G, sumber: uji}]
    tanda: G
    sumber: uji
  - id: biru
    nama: Smart Biru
    warna: {pita: 7A2E7E, latar: F2E6F3}
    sub: [{id: laut, nama: Laut, tanda: G, sumber: uji}]
    tanda: G
    sumber: uji
tahap: [{id: awal, nama: Awal, tanda: G, sumber: uji}]
kelompok: [{id: literasi, nama: Literasi Digital, tanda: G, sumber: uji}]
istilah:
  kabupaten: {kepala: Bupati, pemerintah: Pemerintah Kabupaten, wilayah: kabupaten, tanda: G, sumber: uji}
dokumen:
  - id: buku
    label: BUKU I
    judul: Buku Uji
    tanda: G
    sumber: uji
    depan:
      - {id: daftar, judul: Daftar, templat: buku/daftar.md.j2, tanda: G, sumber: uji}
      - {id: pengantar, judul: Kata Pengantar, templat: buku/pengantar.md.j2, tanda: G, sumber: uji}
    bab:
      - {id: satu, judul: Bab Pertama, templat: buku/satu.md.j2, tanda: G, sumber: uji}
    belakang:
      - {id: lampiran, judul: Surat, templat: buku/lampiran.md.j2, lampiran: ya, tanda: G, sumber: uji}
"""
PLAN = """
skema: 1
edisi: uji
wilayah: {kode: 99.99, nama: Kabupaten Rekaan, jenis: kabupaten, provinsi: Rekaan, fiktif: ya}
periode: {awal: 2026, akhir: 2028}
perangkat_daerah:
  - {id: diskominfo, nama: Dinas Komunikasi dan Informatika, singkatan: Diskominfo}
  - {id: dlh, nama: Dinas Lingkungan Hidup}
visi:
  smart_city: Daerah yang *cerdas* | dan <b>hijau</b>
  penjelasan: |-
    Alinea **pertama** yang penting.

    - satu
    - dua
rpjmd: {isu: []}
profil:
  luas:
    - {nilai: 1365.88, satuan: km2, tahun: 2020, sumber: BPS}
    - {nilai: 1364.73, satuan: km2, tahun: 2019, sumber: BIG, dipakai: ya}
dimensi:
  hijau:
    koordinator: dlh
    anggota: [diskominfo, dlh]
    program:
      - {id: taman-baca, nama: Taman Baca, kelompok: literasi, sub: taman, opd: diskominfo, mulai: 2026, selesai: 2027,
         anggaran: {2026: 150000000, 2027: 50000000}, kegiatan: [Membangun, Merawat]}
      - {id: sungai-bersih, nama: Sungai Bersih, opd: dlh, mulai: 2028, total: 1000000}
      - {id: tanpa-biaya, nama: Tanpa Biaya}
"""


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """The book that a template of the only chapter gives; other templates by the name of their file."""

    def make(template: str, plan: str = PLAN, **files: str) -> Document:
        folder = tmp_path / "templates" / "buku"
        folder.mkdir(parents=True, exist_ok=True)
        edition = tmp_path / "templates" / "edisi" / "uji" / "edisi.yaml"
        edition.parent.mkdir(parents=True, exist_ok=True)
        edition.write_text(EDITION, encoding="utf-8")
        texts = {"daftar": "{{ daftar_isi() }}\n", "pengantar": "Salam.\n", "lampiran": "Isi lampiran.\n", **files}
        for name, text in {"satu": template, **texts}.items():
            (folder / f"{name}.md.j2").write_text(text, encoding="utf-8")
        (tmp_path / "rencana.yaml").write_text(plan, encoding="utf-8")
        loaded = load_plan(tmp_path)
        return BookBuilder(loaded, load_edition("uji", tmp_path)).build("buku")

    return make


@pytest.fixture
def blocks(book: Book) -> Callable[..., tuple[Block, ...]]:
    """The blocks of the chapter, without its heading."""

    def make(template: str, plan: str = PLAN, **files: str) -> tuple[Block, ...]:
        return book(template, plan, **files).body[1:]

    return make
