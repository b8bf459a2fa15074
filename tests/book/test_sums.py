"""Sums, counts and selections."""

from __future__ import annotations

import pytest

from smartplan.book.blocks import plain_text


@pytest.fixture
def words(blocks):
    def make(expression, plan=None):
        given = (plan,) if plan is not None else ()
        (paragraph,) = blocks(f"={expression}", *given)
        return plain_text(paragraph.pieces).removeprefix("=")

    return make


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("{{ jumlah(semua('program')) }}", "Rp 201.000.000"),
        ("{{ jumlah(semua('program')).catatan }}", "satu dari tiga program belum beranggaran"),
        ("{{ jumlah(semua('program')).tanpa_angka }}/{{ jumlah(semua('program')).banyak }}", "1/3"),
        ("{{ jumlah(semua('program')[:1]).catatan }}", ""),
        ("{{ jumlah(semua('program')[2:]) }}", "belum ada angka"),
        ("{{ jumlah(semua('quick_win')) }}", "belum ada angka"),
        ("{{ jumlah(rencana.profil.luas, 'nilai') }}", "2.730,61"),
        ("{{ anggaran_tahun(semua('program'), 2026) }}", "Rp 150.000.000"),
        ("{{ anggaran_tahun(semua('program'), 2026).tanpa_angka }}", "2"),
        ("{{ anggaran_tahun(semua('program'), 2030) }}", "belum ada angka"),
        ("{{ anggaran(semua('program')[0]) }}", "Rp 200.000.000"),
        ("{{ anggaran(semua('program')[1]) }}", "Rp 1.000.000"),
        ("{{ anggaran(semua('program')[2]) }}", "[belum diisi: anggaran per tahun (rupiah)]"),
        ("{{ semua('program')[0].anggaran[2027] }}, {{ semua('program')[0].anggaran[2030] }}", "Rp 50.000.000, –"),
        ("{{ rata(rencana.profil.luas, 'nilai') }}", "1.365,3"),
        ("{{ angka_dipakai(rencana.profil.luas).nilai }}", "1.364,73"),
        ("{{ angka_dipakai(rencana.profil.ipm).nilai }}", "[belum diisi: nilai angka]"),
        ("{{ banyak(semua('program'), 'program') }}, {{ banyak(12, 'butir') }}", "tiga program, dua belas butir"),
        ("{{ bagian(1, 8) }}", "12,5 %"),
        ("{{ angka_kata(3) }} {{ angka_kata(30) }}", "tiga tiga puluh"),
        ("{{ saring(semua('program'), 'kelompok', 'literasi') | length }}", "1"),
        ("{{ saring(semua('program'), 'kelompok', edisi.kelompok[0]) | length }}", "1"),
        ("{{ saring(semua('program'), 'sub', dimensi[0].sub[0]) | length }}", "1"),
        ("{{ saring(semua('program'), 'sub', dimensi[0].sub[1]) | length }}", "0"),
        ("{{ sebut(saring(semua('program'), 'opd', 'dlh') | map(attribute='nama')) }}", "Sungai Bersih"),
        ("{{ sebut(urut(semua('program')[::-1], 'mulai') | map(attribute='id')) }}",
         "taman-baca, sungai-bersih, dan tanpa-biaya"),
        ("{{ nama(semua('program')[0].opd) }} ({{ singkatan(semua('program')[0].opd) }})",
         "Dinas Komunikasi dan Informatika (Diskominfo)"),
        ("{{ singkatan(semua('program')[1].opd) }}", "Dinas Lingkungan Hidup"),
        ("{{ nama(dimensi[0].isi.anggota) }}", "Dinas Komunikasi dan Informatika serta Dinas Lingkungan Hidup"),
        ("{{ nama(semua('program')[0].kelompok) }}", "Literasi Digital"),
        ("{{ nama(semua('program')[0].sub) }}", "Taman Kota"),
        ("{{ semua('program')[0].dimensi_.nama }} {{ dimensi[0] }}", "Smart Hijau Smart Hijau"),
        ("{{ butir(semua('program')[0].opd).singkatan }}", "Diskominfo"),
        ("{{ tahun_rencana | join(', ') }}", "2026, 2027, 2028"),
        ("{{ semua('program')[0].selesai - semua('program')[0].mulai + 1 }}", "2"),
        ("{{ istilah.kepala }} {{ nama_pendek }}, {{ istilah.pemerintah }}", "Bupati Rekaan, Pemerintah Kabupaten"),
        ("{{ daerah | judul_besar }} {{ 'kata' | kapital }} {{ 4 | romawi }}", "KABUPATEN REKAAN Kata IV"),
        ("{{ 1500000 | rupiah }} {{ 2.5 | angka(2) }} {{ 150 | terbilang }}", "Rp 1.500.000 2,50 seratus lima puluh"),
    ],
)  # fmt: skip
def test_expressions_print(words, expression, shown):
    assert words(expression).strip() == shown


def test_programs_of_a_period_are_those_whose_years_touch_it(words):
    plan = """
skema: 1
edisi: uji
peta_jalan: {periode: [{awal: 2027, akhir: 2029}]}
dimensi:
  hijau:
    program:
      - {id: a, nama: A, mulai: 2025, selesai: 2026}
      - {id: b, nama: B, mulai: 2025, selesai: 2027}
      - {id: c, nama: C, mulai: 2029}
      - {id: d, nama: D, mulai: 2030}
      - {id: e, nama: E}
"""
    template = "{{ program_periode(rencana.peta_jalan.periode[0]) | map(attribute='nama') | join('') }}"
    assert words(template, plan) == "BC"


def test_filters_keep_the_path_of_a_value(blocks):
    (paragraph,) = blocks(
        "{{ daerah | judul_besar }}{{ semua('program')[0].mulai | angka }}{{ nama(semua('program')[0].opd) }}"
    )
    assert [(piece.path, piece.base) for piece in paragraph.pieces] == [
        ("wilayah.nama", "Kabupaten Rekaan"),
        ("dimensi.hijau.program[taman-baca].mulai", "2026"),
        ("dimensi.hijau.program[taman-baca].opd", "diskominfo"),
    ]


def test_the_source_text_of_years_and_list_items_is_kept(blocks):
    plan = """
skema: 1
edisi: uji
dimensi: {hijau: {program: [{id: a, anggaran: {2026: 1.500.000}, kegiatan: [Satu, "Dua  kali"]}]}}
"""
    (paragraph,) = blocks("{{ semua('program')[0].anggaran[2026] }}{{ semua('program')[0].kegiatan[1] }}", plan)
    assert [(piece.text, piece.path, piece.base) for piece in paragraph.pieces] == [
        ("Rp 1.500.000", "dimensi.hijau.program[a].anggaran.2026", "1.500.000"),
        ("Dua  kali", "dimensi.hijau.program[a].kegiatan[#2]", "Dua  kali"),
    ]


def test_words_of_the_edition_are_no_data_of_the_plan(blocks):
    (paragraph,) = blocks("{{ istilah.kepala }}{{ edisi.kelompok[0].nama }}{{ dimensi[0].nama }}{{ bab.judul }}")
    assert {(piece.origin, piece.path) for piece in paragraph.pieces} == {("computed", None)}


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ("[{nilai: 1, tahun: 2020}, {nilai: 2, tahun: 2024}]", "2"),
        ("[{nilai: 1, tahun: 2020, dipakai: ya}, {nilai: 2, tahun: 2024}]", "1"),
        ("[{nilai: 1, tahun: 2020}, {nilai: 2, tahun: 2024, dipakai: tidak}]", "1"),
        ("[{nilai: 1, tahun: 2020, dipakai: tidak}, {nilai: 2, tahun: 2024, dipakai: tidak}]", "2"),
    ],
)
def test_the_figure_that_is_used_is_marked_so_or_the_newest_that_is_not_refused(words, rows, shown):
    plan = f"skema: 1\nedisi: uji\nprofil: {{penduduk: {rows}}}\n"
    assert words("{{ angka_dipakai(rencana.profil.penduduk).nilai }}", plan) == shown
