"""The chapters of the master plan, its summary and the quick wins, over plans of several shapes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from smartplan import resources
from smartplan.book import BookBuilder
from smartplan.edition import load_edition
from smartplan.plan import load_plan
from smartplan.writers.markdown import write_markdown

if TYPE_CHECKING:
    from pathlib import Path

BOOKS = ("buku-2", "buku-3", "buku-4")
UNRESOLVED = "bagian yang belum tersedia"
NO_SENTENCE = re.compile(r" [.,;:?]|\.\.|\?\.|, \.|\(\)|  |\bnone\b|\bNone\b|^[.,;:]")
HOLES = """\
wilayah: {kode: 99.71, nama: Kota Rekaan, jenis: kota, provinsi: Rekaan}
periode: {awal: 2026, akhir: 2030}
pejabat: {kepala_daerah: {nama: Rekaan Dua, status: pj}}
perangkat_daerah: [{id: dinkes, nama: Dinas Kesehatan, singkatan: Dinkes}, {nama: Dinas Tanpa Id}]
rpjmd: {jenis: rpd, nama: RPD Kota Rekaan}
visi: {kata_kunci: []}
misi: [{misi: Melayani, dimensi: [smart_living]}]
peta_jalan:
  periode:
    - {id: jangka_pendek, awal: 2026, akhir: 2026}
    - {awal: 2027, akhir: 2030, tema: Tumbuh, tonggak: []}
    - {id: jangka_panjang}
risiko:
  - {risiko: Banjir, kemungkinan: tinggi, dampak: tinggi}
  - {opd: dinkes}
kelembagaan:
  dewan: {anggota: []}
  peraturan: {status: disusun}
  komitmen_bersama: {penanda_tangan: [{nama: Rekaan Tiga}]}
dimensi:
  smart_living:
    inventaris: []
    inisiatif: [{id: berobat, nama: Berobat Terjadwal, sub: prasarana_kesehatan}]
    sasaran: [{id: sehat, sub: prasarana_kesehatan, sasaran: Warga sehat, target: {2028: 5, 2030: 9}}]
    program:
      - id: antre
        nama: Antre dari Rumah
        kelompok: aplikasi
        inisiatif: [berobat]
        sasaran: [sehat]
        mulai: 2026
        selesai: 2028
        anggaran: {2026: 100000000, 2027: 300000000}
        sumber_dana: [apbd, csr]
        opd: dinkes
      - {nama: Tanpa Apa Pun}
    quick_win:
      - nama: Antre Cepat
        program: antre
        persen: 90
        tahapan:
          - {tahap: perumusan_masalah, persen: 100}
          - {tahap: perumusan_ide, persen: 100}
          - {tahap: perencanaan, persen: 100}
          - {tahap: pembangunan, persen: 20}
          - {tahap: implementasi, persen: 0}
          - {tahap: evaluasi, persen: 0}
      - {id: tanpa-nama, program: tidak-ada}
  smart_society: {quick_win: [], sasaran: [], program: []}
"""


EDITION = """\
id: mini
nama: Edisi kecil
tanda: G
sumber: uji
dimensi:
  - {id: hijau, nama: Hijau, tanda: G, sumber: uji, sub: [{id: taman, nama: Taman, tanda: G, sumber: uji}]}
  - {id: biru, nama: Biru, tanda: G, sumber: uji, sub: [{id: laut, nama: Laut, tanda: G, sumber: uji}]}
tahap: [{id: awal, nama: Awal, tanda: G, sumber: uji}]
istilah: {kabupaten: {kepala: Bupati, peraturan: Peraturan Bupati, wilayah: kabupaten, tanda: G, sumber: uji}}
dokumen:
"""
SMALL_PLAN = """\
skema: 1
edisi: mini
wilayah: {nama: Kabupaten Rekaan, jenis: kabupaten}
periode: {awal: 2026, akhir: 2027}
risiko: [{risiko: Banjir, kemungkinan: tinggi, dampak: tinggi}]
dimensi:
  hijau:
    program: [{id: a, nama: Taman Baca, kelompok: apa_saja, sub: taman, mulai: 2026, sumber_dana: [kas]}]
    quick_win: [{id: q, nama: Taman Cepat, program: a, tahapan: [{tahap: apa_saja, persen: 10}]}]
"""


def texts(folder: Path, plan: str) -> dict[str, str]:
    """The three books of a plan with these keys, as Markdown."""
    (folder / "rencana.yaml").write_text(f"skema: 1\nedisi: kominfo-2023\n{plan}", encoding="utf-8")
    builder = BookBuilder(load_plan(folder), load_edition("kominfo-2023", folder))
    return {name: write_markdown(builder.build(name)) for name in BOOKS}


def sentences(text: str) -> list[str]:
    """Running text: no table, contents, picture or HTML."""
    start = re.search(r"^#+ (BAB I |Gambaran dan Kesiapan)", text, re.MULTILINE)
    assert start is not None
    lines = text[start.start() :].split("\n")
    return [line.strip() for line in lines if line.strip() and not line.startswith(("|", "#", "<", "![", "> *Bagan"))]


@pytest.mark.parametrize("plan", ["", HOLES], ids=["empty", "holes"])
def test_holes_leave_whole_sentences_and_no_reference_into_nothing(tmp_path: Path, plan: str) -> None:
    for name, text in texts(tmp_path, plan).items():
        assert UNRESOLVED not in text, name
        assert "belum diisi" in text
        for line in sentences(text):
            assert not NO_SENTENCE.search(line), (name, line)


@pytest.mark.parametrize("example", ["contoh", "buleleng"])
def test_the_examples_read_as_whole_sentences(example: str) -> None:
    builder = BookBuilder(load_plan(resources.find_example(example)), load_edition("kominfo-2023"))
    for name in BOOKS:
        text = write_markdown(builder.build(name))
        assert UNRESOLVED not in text, name
        for line in sentences(text):
            assert not NO_SENTENCE.search(line), (name, line)


def test_the_complete_example_has_nothing_missing_in_its_books() -> None:
    builder = BookBuilder(load_plan(resources.find_example("contoh")), load_edition("kominfo-2023"))
    for name in BOOKS:
        assert "belum diisi" not in write_markdown(builder.build(name)).lower(), name


def test_the_summary_tells_the_totals_and_quick_wins_of_the_master_plan() -> None:
    plan = load_plan(resources.find_example("contoh"))
    builder = BookBuilder(plan, load_edition("kominfo-2023"))
    plan_book, summary = (write_markdown(builder.build(name)) for name in ("buku-2", "buku-3"))
    total = re.search(r"terdiri atas (\d+ program dengan anggaran seluruhnya Rp [\d.]+)\.", plan_book)
    assert total is not None
    assert total.group(1) in summary
    for dimension in (plan.rencana.dimensi or {}).values():
        for quick_win in dimension.quick_win or ():
            assert quick_win.nama in plan_book
            assert quick_win.nama in summary


def test_a_total_says_how_many_programs_have_no_budget(tmp_path: Path) -> None:
    text = texts(tmp_path, HOLES)["buku-2"]
    assert (
        "dua program dengan anggaran seluruhnya Rp 400.000.000. Angka ini belum utuh karena satu dari dua program belum"
        in text
    )


def test_a_program_without_group_stays_in_the_plan(tmp_path: Path) -> None:
    text = texts(tmp_path, HOLES)["buku-2"]
    assert "Satu program belum dimasukkan ke dalam kelompok mana pun." in text
    assert "Satu dari dua program belum mempunyai tahun mulai." in text


def test_programs_are_shown_with_what_they_are_and_the_regional_programs_above_them(tmp_path: Path) -> None:
    plan = """\
rpjmd: {program: [{kode: 2.16.02, nama: Program Informasi}]}
dimensi:
  smart_living:
    sasaran: [{id: sehat, kategori: Kesehatan, sasaran: Warga sehat}]
    program:
      - {id: antre, nama: Antre dari Rumah, uraian: Warga mengambil nomor dari rumah, program_rpjmd: [2.16.02, 9.99.99]}
"""
    text = texts(tmp_path, plan)["buku-2"]
    assert (
        "| 1 | **Antre dari Rumah**<br>Warga mengambil nomor dari rumah<br>RPJMD atau Renstra: 2.16.02 dan 9.99.99 |"
        in text
    )
    assert "dua program RPJMD atau Renstra" in text
    assert "| 2.16.02 | Program Informasi | – | 1 | – |" in text
    assert "| 9.99.99 | – | – | 1 | – |" in text
    assert "| Kategori | Subdimensi | Sasaran |" in text
    without = texts(tmp_path, plan.replace("kategori: Kesehatan, ", ""))["buku-2"]
    assert "Kategori" not in without


TIES = """\
perangkat_daerah: [{id: a, nama: Dinas A}, {id: b, nama: Dinas B}, {id: c, nama: Dinas C}]
risiko:
  - {risiko: Banjir, dimensi: [smart_living, smart_society]}
  - {risiko: Gempa, dimensi: [smart_living, smart_society, smart_economy]}
dimensi:
  smart_living:
    inventaris: [{nama: Layar Lama, sub: prasarana_kesehatan, keadaan: tidak_aktif}]
    inisiatif: [{id: baru, nama: Antrean Baru, sub: prasarana_kesehatan}]
    sasaran: [{id: sehat, sasaran: Warga sehat}]
    program:
      - {nama: P1, kelompok: aplikasi, opd: a, total: 5}
      - {nama: P2, kelompok: aplikasi, opd: a, total: 5}
      - {nama: P3, kelompok: aplikasi, opd: c, total: 5}
  smart_society:
    program:
      - {nama: P4, kelompok: aplikasi, opd: b, total: 5}
      - {nama: P5, kelompok: aplikasi, opd: b, total: 5}
      - {nama: P6, kelompok: aplikasi, total: 5}
  smart_economy: {program: [{nama: P7, kelompok: literasi, total: 1}]}
"""


def test_all_who_hold_the_most_are_named(tmp_path: Path) -> None:
    books = texts(tmp_path, TIES)
    most = (
        "tiga perangkat daerah; program terbanyak dipegang oleh Dinas A dan Dinas B, yaitu masing-masing dua program."
    )
    assert (
        f"Pelaksananya terdiri atas {most} Satu dari enam program belum mempunyai penanggung jawab." in books["buku-2"]
    )
    assert f"Penanggung jawab program terdiri atas {most}" in books["buku-3"]
    assert "Dua dari tujuh program belum mempunyai penanggung jawab." in books["buku-3"]
    assert (
        "Anggaran terbesar terdapat pada Smart Living dan Smart Society, yaitu Rp 15 pada tiap dimensi."
        in (books["buku-2"])
    )
    assert (
        "yang paling banyak terpapar adalah Smart Living dan Smart Society, dengan dua risiko pada tiap"
        in (books["buku-2"])
    )


def test_nothing_is_claimed_that_the_plan_does_not_say(tmp_path: Path) -> None:
    books = texts(tmp_path, TIES)
    assert "tercatat Layar Lama (tidak aktif), serta diusulkan satu inisiatif" in books["buku-2"]
    assert "satu sasaran pada satu dimensi" in books["buku-2"]
    assert "satu sasaran pada satu dimensi" in books["buku-3"]
    assert "dua risiko yang tercatat dalam buku rencana induk; mitigasinya belum ditetapkan" in books["buku-3"]
    assert "Belum ada risiko yang disertai mitigasi." in books["buku-2"]


def test_a_plan_without_risks_prints_neither_table_nor_matrix(tmp_path: Path) -> None:
    text = texts(tmp_path, "risiko: []\n")["buku-2"]
    assert "menyatakan tidak ada risiko yang perlu dicatat" in text
    assert "Matriks Risiko" not in text
    assert "seluruh unsur rencana induk telah lengkap" not in text


def test_a_regional_plan_without_political_vision_is_not_asked_for_its_missions(tmp_path: Path) -> None:
    plan = "rpjmd: {jenis: rpd, nama: RPD Rekaan}\nmisi: [{misi: Melayani, dimensi: [smart_living]}]\n"
    text = texts(tmp_path, plan)["buku-2"]
    assert "Misi yang Didukung" not in text
    assert "misi RPJMD yang didukung" not in text


def test_continued_work_is_marked_in_the_second_period(tmp_path: Path) -> None:
    text = texts(tmp_path, HOLES)["buku-2"]
    rows = [line for line in text.split("\n") if line.startswith("|") and "Antre dari Rumah" in line]
    assert [row.split("|")[-2].strip() for row in rows if "2026–2028 | Dinkes" in row] == ["Mulai", "Lanjutan"]


def test_the_progress_of_a_quick_win_is_the_mean_and_a_stated_one_is_contradicted(tmp_path: Path) -> None:
    text = texts(tmp_path, HOLES)["buku-4"]
    assert "| **Kemajuan keseluruhan (rata-rata)** | **53,3 %** |" in text
    assert "Rencana mencantumkan kemajuan keseluruhan 90 %, sedangkan rata-rata tahapnya 53,3 %." in text


def test_a_dimension_that_proposes_nothing_says_so(tmp_path: Path) -> None:
    books = texts(tmp_path, HOLES)
    assert "Dimensi ini tidak mengusulkan quick win." in books["buku-4"]
    assert "Dimensi ini tidak menetapkan sasaran." in books["buku-2"]


@pytest.mark.parametrize(
    ("kind", "name", "rule"),
    [("kota", "Kota Rekaan", "Peraturan Wali Kota"), ("provinsi", "Provinsi Rekaan", "Peraturan Gubernur")],
)
def test_the_words_of_office_follow_the_kind_of_region(tmp_path: Path, kind: str, name: str, rule: str) -> None:
    text = texts(tmp_path, f"wilayah: {{nama: {name}, jenis: {kind}}}\n")["buku-2"]
    assert f"Rencana induk ditetapkan dengan {rule}" in text
    assert "Bupati" not in text


def test_an_edition_without_groups_horizons_and_stages_still_gives_whole_books(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "edisi" / "mini"
    folder.mkdir(parents=True)
    edition = EDITION
    for name in BOOKS:
        chapters = sorted(file.name for file in resources.find(f"buku/{name}/penutup.md.j2").parent.glob("*.md.j2"))
        assert "penutup.md.j2" in chapters
        edition += f"  - {{id: {name}, judul: Buku, tanda: G, sumber: uji, bab: [\n"
        edition += "".join(
            f"      {{id: {chapter[:-6]}, judul: Bab, templat: buku/{name}/{chapter}, tanda: G, sumber: uji}},\n"
            for chapter in chapters
        )
        edition += "    ]}\n"
    (folder / "edisi.yaml").write_text(edition, encoding="utf-8")
    (tmp_path / "rencana.yaml").write_text(SMALL_PLAN, encoding="utf-8")
    builder = BookBuilder(load_plan(tmp_path), load_edition("mini", tmp_path))
    for name in BOOKS:
        text = write_markdown(builder.build(name))
        assert UNRESOLVED not in text, name
        assert "Taman" in text
        for line in sentences(text):
            assert not NO_SENTENCE.search(line), (name, line)
            assert "tidak ada tahap" not in line


def test_what_was_done_is_an_annex_with_the_mean_of_each_dimension(tmp_path: Path) -> None:
    plan = """\
realisasi:
  - {tahun: 2026, dimensi: smart_living, keluaran: Loket, target: 4, terealisasi: 3, belum: 1, persen: 75}
  - {tahun: 2026, dimensi: smart_living, keluaran: Pelatihan, target: 2, terealisasi: 1, belum: 1, persen: 50}
"""
    text = texts(tmp_path, plan)["buku-2"]
    assert "memuat dua catatan realisasi menurut dimensi" in text
    assert "| 4 | 3 | 1 | 75 % |" in text
    assert "| **62,5 %** |" in text
    assert "Realisasi Pelaksanaan" not in texts(tmp_path, "periode: {awal: 2026, akhir: 2027}\n")["buku-2"]
