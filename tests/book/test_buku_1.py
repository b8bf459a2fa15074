"""The chapters of Buku 1: sentences that follow from the data, whole sentences where data is absent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from smartplan import resources
from smartplan.book import build_book
from smartplan.edition import load_edition
from smartplan.plan import load_plan
from smartplan.writers.markdown import write_markdown

if TYPE_CHECKING:
    from pathlib import Path

UNRESOLVED = "bagian yang belum tersedia"
RPJMD = """\
rpjmd:
  jenis: rpjmd
  nama: RPJMD Rekaan 2025-2029
  visi: Rekaan Maju
  misi:
    - id: misi-1
      misi: Melayani
      dimensi: [smart_living]
      tujuan:
        - tujuan: Layanan baik
          sasaran:
            - {sasaran: Sasaran satu}
            - {sasaran: Sasaran dua, dimensi: [smart_economy, smart_living]}
"""


def book(folder: Path, text: str, *, edition: str = "kominfo-2023") -> str:
    """Buku 1 of a plan with ``text``, as Markdown."""
    (folder / "rencana.yaml").write_text(f"skema: 1\nedisi: {edition}\n{text}", encoding="utf-8")
    plan = load_plan(folder)
    return write_markdown(build_book(plan, load_edition(edition, folder), "buku-1"))


def test_a_plan_without_anything_gives_a_book_that_says_so_in_place(tmp_path: Path) -> None:
    text = book(tmp_path, "")
    assert "\\[belum diisi: visi Smart City\\]" in text
    assert "Visi Smart City belum dirumuskan." in text
    assert "Kesiapan daerah belum dapat disimpulkan" in text
    assert UNRESOLVED not in text


@pytest.mark.parametrize("name", ["buleleng", "contoh"])
def test_every_reference_of_the_examples_leads_somewhere(name: str) -> None:
    plan = load_plan(resources.find_example(name))
    text = write_markdown(build_book(plan, load_edition("kominfo-2023"), "buku-1"))
    assert UNRESOLVED not in text
    assert "Sistematika" in text
    assert "- [BAB I](#bab-i-pendahuluan) Pendahuluan" in text


def test_no_chapter_leaves_an_unfinished_sentence_or_double_blank(tmp_path: Path) -> None:
    for line in book(tmp_path, RPJMD).split("\n"):
        if not line.startswith(("|", ">", "-")):
            assert "  " not in line.strip(), line
            assert not re.search(r" [.,;:]|\.\.|, \.|\(\)", line), line


def test_under_a_penjabat_the_vision_chapter_says_that_there_is_no_political_vision(tmp_path: Path) -> None:
    text = book(
        tmp_path,
        "wilayah: {kode: 99.71, nama: Kota Rekaan, jenis: kota}\n"
        "pejabat: {kepala_daerah: {nama: Rekaan Dua, status: pj}}\n"
        "rpjmd:\n  jenis: rpd\n  nama: RPD Kota Rekaan\n  periode: {awal: 2023, akhir: 2026}\n"
        "  misi: [{tujuan: [{tujuan: Kota bersih}]}]\n",
    )
    assert "Kota Rekaan tidak mempunyai visi politik kepala daerah untuk masa 2023–2026." in text
    assert "Pj. Wali Kota Rekaan, Rekaan Dua" in text
    assert "RPD memuat satu tujuan berikut." in text
    assert "belum diisi: visi RPJMD" not in text


def test_a_province_has_a_governor_and_lies_in_no_province(tmp_path: Path) -> None:
    text = book(
        tmp_path,
        "wilayah: {kode: 99, nama: Provinsi Rekaan, jenis: provinsi, ibu_kota: Karang}\n"
        "pejabat: {kepala_daerah: {nama: Rekaan Satu, status: plt}}\n"
        "profil: {kecamatan: [{nilai: 3}], kelurahan: [{nilai: 0}]}\n",
    )
    assert "Provinsi Rekaan beribu kota di Karang." in text
    assert "Plt. Gubernur Rekaan, Rekaan Satu" in text
    assert "Di dalam kabupaten dan kotanya terdapat 3 kecamatan." in text
    assert "Bupati" not in text


def test_the_mapping_ticks_dimensions_and_counts_them(tmp_path: Path) -> None:
    text = book(tmp_path, RPJMD)
    first = next(line for line in text.split("\n") if "Sasaran satu" in line)
    second = next(line for line in text.split("\n") if "Sasaran dua" in line)
    assert (first.count("√"), second.count("√")) == (1, 2)
    assert "Dimensi yang paling banyak dilayani adalah Smart Living, yaitu oleh dua sasaran." in text


def test_several_figures_for_one_fact_are_all_shown_and_one_is_named(tmp_path: Path) -> None:
    text = book(
        tmp_path,
        "profil:\n  luas:\n    - {nilai: 100, satuan: km2, tahun: 2020}\n"
        "    - {nilai: 110.5, satuan: km2, tahun: 2019, dipakai: ya, alasan: hasil ukur ulang}\n"
        "  penduduk: [{nilai: 22100, satuan: jiwa, tahun: 2024}]\n"
        "  kepadatan: [{nilai: 250, satuan: jiwa/km2}]\n",
    )
    assert "Luas wilayah mempunyai dua angka: 100 km² (2020) dan 110,5 km² (2019)." in text
    assert "Yang dipakai adalah 110,5 km² (2019), dengan alasan: hasil ukur ulang." in text
    assert "Kepadatan yang dihitung dari penduduk dan luas yang dipakai adalah 200,0 jiwa/km²" in text
    assert "tidak sama dengan hasil hitungan itu" in text


def test_the_legal_basis_stands_in_official_order_under_full_names(tmp_path: Path) -> None:
    text = book(
        tmp_path,
        "wilayah: {kode: 99.99, nama: Kabupaten Rekaan, jenis: kabupaten}\n"
        "dasar_hukum:\n"
        "  - {jenis: Perbup, nomor: 2, tahun: 2023, tentang: D}\n"
        "  - {jenis: Permendagri, nomor: 90, tahun: 2019, tentang: C}\n"
        "  - {jenis: UU, nomor: 23, tahun: 2014, tentang: B}\n"
        "  - {jenis: Undang-Undang, nomor: 25, tahun: 2009, tentang: A}\n",
    )
    assert (
        "1. Undang-Undang Nomor 25 Tahun 2009 tentang A;\n"
        "2. Undang-Undang Nomor 23 Tahun 2014 tentang B;\n"
        "3. Permendagri Nomor 90 Tahun 2019 tentang C;\n"
        "4. Peraturan Bupati Rekaan Nomor 2 Tahun 2023 tentang D.\n"
    ) in text


def test_the_gap_of_an_indicator_is_worked_out_and_a_wrong_one_is_said(tmp_path: Path) -> None:
    text = book(
        tmp_path,
        "dimensi:\n  smart_living:\n    gap_indikator:\n"
        "      - {indikator: IPM, eksisting: 70, target: 72.5, gap: 3, satuan: poin}\n"
        "      - {indikator: Kemiskinan, eksisting: 9, target: 7, satuan: persen}\n"
        "      - {indikator: Lainnya, eksisting: 9}\n",
    )
    assert "| IPM | poin | 70 | 72,5 | 2,5 |" in text
    assert "- IPM: tertulis 3, hasil hitungan 2,5." in text
    assert "satu indikator harus dinaikkan, satu indikator harus diturunkan, dan satu indikator belum dapat" in text


def test_readiness_counts_levels_and_names_what_is_weak_or_absent(tmp_path: Path) -> None:
    text = book(
        tmp_path,
        "kesiapan:\n  - {elemen: struktur, komponen: sdm, kondisi: Cukup, tingkat: baik}\n"
        "  - {elemen: infrastruktur, komponen: fisik, kondisi: Kurang, tingkat: buruk}\n",
    )
    assert "baru dua yang telah dinilai: satu komponen pada tingkat Baik dan satu komponen pada tingkat Buruk." in text
    assert "berada pada tingkat Buruk adalah Infrastruktur Fisik." in text
    assert "elemen Struktur mempunyai nilai rata-rata tertinggi (3,0) dan elemen Infrastruktur terendah (1,0)" in text


def test_swot_items_are_numbered_and_strategies_name_their_origin(tmp_path: Path) -> None:
    text = book(
        tmp_path,
        "dimensi:\n  smart_living:\n    swot: {kekuatan: [Satu, Dua], kelemahan: []}\n"
        "    tows: {so: [{strategi: Pakai, dari: [S1, O1]}, {strategi: Coba}]}\n",
    )
    assert "| **Kekuatan**<br>S1. Satu<br>S2. Dua | **Kelemahan**<br>nihil |" in text
    assert "SO1. Pakai (S1, O1)<br>SO2. Coba" in text
    assert "Satu di antaranya belum menunjuk butir SWOT asalnya." in text


def test_dimensions_elements_and_titles_come_from_the_edition(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "edisi" / "rekaan"
    folder.mkdir(parents=True)
    gone = "".join(f"  - {{id: {name}, hapus: ya}}\n" for name in ("smart_branding", "smart_economy", "smart_society"))
    (folder / "edisi.yaml").write_text(
        f"id: rekaan\nnama: Rekaan\nmewarisi: kominfo-2023\ndimensi:\n{gone}kesiapan:\n"
        "  - {id: budaya, nama: Budaya, tanda: G, sumber: rekaan, "
        "komponen: [{id: adat, nama: Adat, tanda: G, sumber: rekaan}]}\n",
        encoding="utf-8",
    )
    text = book(tmp_path, "kesiapan: [{elemen: budaya, komponen: adat, tingkat: sedang}]\n", edition="rekaan")
    assert "melalui tiga dimensi, yaitu Smart Governance, Smart Living, dan Smart Environment" in text
    assert "Smart Branding" not in text
    assert "### 3.4 Budaya" in text
    assert "Adat (Sedang)" in text


def test_what_nobody_has_done_is_denied_for_every_dimension(tmp_path: Path) -> None:
    text = book(tmp_path, "rpjmd: {jenis: rpjmd, nama: R, misi: [{misi: M, tujuan: [{sasaran: [{sasaran: S}]}]}]}\n")
    assert "Pemetaan mencakup satu sasaran, tetapi belum ada yang dipetakan ke dimensi." in text
    assert "Belum ada sasaran yang melayani satu dimensi pun;" in text
    assert "Analisis SWOT belum disusun untuk satu dimensi pun." in text
    assert "Koordinator belum ditetapkan untuk satu dimensi pun." in text
    assert "seluruh dimensi" not in text
    assert "yang terpetakan" not in text


def test_a_question_without_an_answer_is_not_answered(tmp_path: Path) -> None:
    text = book(tmp_path, "masa_depan: [{pertanyaan: Apa}, {pertanyaan: Siapa, jawaban: Kita}]\n")
    assert "mengajukan dua pertanyaan. Dari jumlah itu, satu telah terjawab." in text
    assert "Bab ini menghasilkan satu pertanyaan yang terjawab." in text


def test_keys_without_values_tell_of_no_event(tmp_path: Path) -> None:
    text = book(
        tmp_path,
        "kelembagaan:\n  nota_kesepakatan: {nomor: , tanggal: }\n  dewan: {sk: {nomor: }, anggota: }\n"
        "  tim_pelaksana: {sk: {nomor: }, anggota: [{nama: Rekaan}]}\n",
    )
    assert "berpijak pada Nota Kesepakatan" not in text
    assert "dibentuk dengan Keputusan" not in text
    assert "Keputusan yang membentuk Tim Pelaksana belum dicatat: **\\[belum diisi: SK Tim Pelaksana\\]**." in text


def test_what_is_stated_as_none_is_not_asked_for(tmp_path: Path) -> None:
    text = book(tmp_path, "jadwal: []\nmasa_depan: []\nnaskah: {tujuan: []}\n")
    assert "Jadwal bimbingan teknis dinyatakan nihil." in text
    assert "Analisis masa depan dinyatakan nihil" in text
    assert "belum diisi: nihil" not in text
    assert "Belum ada isian untuk tabel ini: Jadwal" not in text
    assert "Belum ada isian untuk tabel ini: Analisis masa depan" not in text


def test_elements_that_tie_are_all_named(tmp_path: Path) -> None:
    text = book(
        tmp_path,
        "kesiapan:\n  - {elemen: struktur, komponen: sdm, tingkat: baik}\n"
        "  - {elemen: infrastruktur, komponen: fisik, tingkat: sedang}\n"
        "  - {elemen: suprastruktur, komponen: kebijakan, tingkat: sedang}\n",
    )
    assert (
        "elemen Struktur mempunyai nilai rata-rata tertinggi (3,0), sedangkan elemen Infrastruktur dan Suprastruktur "
        "sama-sama terendah (2,0)."
    ) in text


def test_a_city_names_only_what_it_has_and_a_plan_of_one_year_one_year(tmp_path: Path) -> None:
    text = book(
        tmp_path,
        "wilayah: {nama: Kota Rekaan, jenis: kota}\nperiode: {awal: 2026, akhir: 2026}\n"
        "profil: {kelurahan: [{nilai: 68}], desa: [{nilai: 0}]}\n",
    )
    assert "kota ini terbagi atas 68 kelurahan." in text
    assert "untuk masa 2026 " in text
    assert "2026–2026" not in text


def test_the_title_of_a_law_is_not_repeated_after_the_document_it_enacts(tmp_path: Path) -> None:
    name = "Rencana Pembangunan Jangka Menengah Daerah Kota Rekaan Tahun 2025-2029"
    text = book(
        tmp_path,
        "wilayah: {nama: Kota Rekaan, jenis: kota}\n"
        f"rpjmd: {{jenis: rpjmd, nama: {name}, periode: {{awal: 2025, akhir: 2029}},\n"
        f"  peraturan: {{jenis: Perda, nomor: 4, tahun: 2025, tentang: {name}}}}}\n",
    )
    law = "yang ditetapkan dengan Peraturan Daerah Kota Rekaan Nomor 4 Tahun 2025."
    assert f"Dokumen yang dipetakan adalah {name}, {law}" in text
