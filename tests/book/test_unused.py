"""What a plan says and no document prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan import api, resources
from smartplan.book.unused import unused_in
from smartplan.edition import load_edition

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """\
skema: 1
edisi: uji
wilayah: {nama: Kabupaten Rekaan, jenis: kabupaten}
tahun_dokumen: 2025
dimensi:
  satu:
    gambaran: Sebuah gambaran
    program:
      - id: a
        nama: Antre
        lokasi: Pasar
        mulai: 2026
        opd: dinkes
        kegiatan: [Memasang, Menguji]
        anggaran: {2026: 5}
        total: 5
"""
EDITION = """\
id: uji
nama: Edisi uji
tanda: G
sumber: uji
dimensi: [{id: satu, nama: Satu, tanda: G, sumber: uji}]
tahap: [{id: awal, nama: Awal, tanda: G, sumber: uji}]
istilah: {kabupaten: {kepala: Bupati, peraturan: Peraturan Bupati, tanda: G, sumber: uji}}
dokumen:
  - id: buku
    judul: Buku
    tanda: G
    sumber: uji
    bab: [{id: isi, judul: Isi, templat: isi.md.j2, tanda: G, sumber: uji}]
"""


@pytest.fixture
def unused(tmp_path: Path):
    """Data path -> text of what the template leaves out."""

    def make(template: str) -> dict[str, str]:
        folder = tmp_path / "templates" / "edisi" / "uji"
        folder.mkdir(parents=True)
        (folder / "edisi.yaml").write_text(EDITION, encoding="utf-8")
        (tmp_path / "templates" / "isi.md.j2").write_text(template, encoding="utf-8")
        (tmp_path / "rencana.yaml").write_text(PLAN, encoding="utf-8")
        return {filled.path: filled.text for filled in api.unused_of(api.load(tmp_path))}

    return make


def test_what_is_not_printed_is_listed_with_its_words(unused):
    program = "dimensi.satu.program[a]"
    assert unused("{{ daerah }} {% for p in dimensi[0].isi.program %}{{ p.nama }}{% endfor %}\n") == {
        "wilayah.jenis": "kabupaten",
        "dimensi.satu.gambaran": "Sebuah gambaran",
        f"{program}.kegiatan[#1]": "Memasang",
        f"{program}.kegiatan[#2]": "Menguji",
        f"{program}.lokasi": "Pasar",
        f"{program}.mulai": "2026",
        f"{program}.anggaran.2026": "5",
    }


def test_numbers_in_sums_and_texts_that_are_compared_are_used(unused):
    template = """\
{{ daerah }} {{ jumlah(dimensi[0].isi.program) }}
{% for p in dimensi[0].isi.program if p.lokasi == "Pasar" %}{{ p.nama }} {{ p.mulai }} {{ p.kegiatan }}{% endfor %}


{{ prosa(dimensi[0].isi.gambaran) }}
"""
    assert unused(template) == {"wilayah.jenis": "kabupaten"}


def test_asking_whether_a_text_is_there_does_not_use_it(unused):
    assert "dimensi.satu.gambaran" in unused("{{ daerah }} {% if dimensi[0].isi.gambaran is ada %}ada{% endif %}\n")


@pytest.mark.parametrize("example", ["contoh", "buleleng"])
def test_the_examples_are_printed_as_a_whole(example: str) -> None:
    found = api.unused_of(api.load(resources.find_example(example)))
    assert [f"{filled.span}: {filled.path}" for filled in found] == []


def test_without_documents_all_that_a_plan_says_is_unused(tmp_path: Path) -> None:
    plan = api.load(resources.find_example("contoh"))
    found = unused_in(plan.rencana, (), ())
    paths = {filled.path for filled in found}
    assert "visi.smart_city" in paths
    assert not {path for path in paths if path.startswith(("skema", "edisi", "pengecualian"))}
    assert load_edition(plan.rencana.edisi).ids("dokumen")
