"""Grouping rows, spans of years, budgets of a period, progress of a quick win."""

from __future__ import annotations

import pytest

from smartplan.book.blocks import plain_text

QUICK_WIN = """
skema: 1
edisi: uji
dimensi:
  hijau:
    quick_win:
      - id: penuh
        persen: 90
        tahapan: [{tahap: ide, persen: 100}, {tahap: bangun, persen: 25}]
      - id: separuh
        tahapan: [{tahap: ide, persen: 100}]
      - {id: kosong}
    inisiatif: [{id: satu, nama: Inisiatif Satu}, {id: dua, nama: Inisiatif Dua}]
    sasaran: [{id: teduh, sasaran: Kota teduh, misi: [misi-a]}]
    program:
      - {id: a, nama: A, inisiatif: [satu, dua], sasaran: [teduh], mulai: 2026}
      - {id: b, nama: B, inisiatif: [dua], mulai: 2027, selesai: 2028, anggaran: {2027: 10, 2028: 5}}
      - {id: c, nama: C, kelompok: tidak_dikenal, total: 7}
"""


@pytest.fixture
def words(blocks):
    def make(template, plan=QUICK_WIN):
        return plain_text(blocks(f"={template}", plan)[0].pieces).removeprefix("=")

    return make


def test_a_row_stands_in_each_group_that_its_list_names_and_the_largest_comes_first(words):
    template = (
        "{% set g = kelompokkan(semua('program'), 'inisiatif') %}"
        "{% for x in g %}{{ nama(x.kunci) }}: {{ x.isi|length }}; {% endfor %}tanpa {{ g.tanpa|length }}"
    )
    assert words(template) == "Inisiatif Dua: 2; Inisiatif Satu: 1; tanpa 1"


def test_a_key_is_looked_up_by_its_value_and_an_unknown_one_has_no_rows(words):
    template = (
        "{% set g = kelompokkan(semua('program'), 'inisiatif') %}"
        "{{ g.di('satu')|length }}{{ g.di('tiga')|length }}{{ g.di(rencana.visi.smart_city)|length }}"
    )
    assert words(template) == "100"


def test_a_row_whose_key_the_edition_does_not_know_counts_as_without(words):
    assert words("{{ kelompokkan(semua('program'), 'kelompok', edisi.kelompok).tanpa|length }}") == "3"
    assert words("{{ kelompokkan(semua('program'), 'kelompok').tanpa|length }}") == "2"


def test_rows_of_an_absent_list_give_no_group(words):
    assert (
        words("{{ kelompokkan(rencana.risiko, 'opd')|length }}{{ kelompokkan(rencana.risiko, 'opd').tanpa|length }}")
        == "00"
    )


def test_a_program_without_last_year_runs_in_its_first_only(words):
    assert words("{{ rentang_tahun(semua('program'))|join('-') }}") == "2026-2028"
    assert words("{{ berjalan(semua('program'), [2026, 2027, 2029]).values()|join(' ') }}") == "1 1 0"
    assert words("{{ rentang_tahun(semua('program')[2:])[0] is none }}") == "ya"


def test_the_budget_of_a_period_counts_its_years_and_says_who_does_not_name_them(words):
    assert words("{{ anggaran_rentang(semua('program'), 2028, 2030) }}") == "Rp 5"
    assert (
        words("{{ anggaran_rentang(semua('program'), 2026, 2030).catatan }}")
        == "dua dari tiga program belum beranggaran"
    )


def test_programs_by_budget_leave_out_those_without(words):
    assert words("{{ sebut(deret(program_terbesar(semua('program'), 5), nama)) }}") == "B dan C"
    assert words("{{ sebut(deret(program_terbesar(semua('program'), 1), nama)) }}") == "B"


def test_a_sasaran_is_named_by_its_words_and_not_by_its_misi(words):
    assert words("{{ nama(semua('program')[0].sasaran) }}") == "Kota teduh"
    assert words("{{ deret(semua('sasaran'), nama) }}") == "Kota teduh"


@pytest.mark.parametrize(("row", "shown"), [(0, "62,5 %"), (1, "belum dapat dihitung"), (2, "belum dapat dihitung")])
def test_progress_is_the_mean_of_all_stages_and_unknown_while_one_is_silent(words, row, shown):
    template = (
        "{% set tahap = [namespace(id='ide'), namespace(id='bangun')] %}"
        f"{{{{ kemajuan(semua('quick_win')[{row}], tahap) }}}}"
    )
    assert words(template) == shown


def test_a_stated_percentage_far_from_the_mean_is_noticed(words):
    template = (
        "{% set tahap = [namespace(id='ide'), namespace(id='bangun')] %}"
        "{% set q = semua('quick_win') %}{{ kemajuan(q[0], tahap).beda(q[0].persen) }}"
        "{{ kemajuan(q[1], tahap).beda(q[1].persen) }}"
    )
    assert words(template) == "yatidak"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Satu kalimat saja. Kalimat kedua.", "Satu kalimat saja."),
        ("Mengapa begitu? Sebab.", "Mengapa begitu?"),
        ("Tanpa titik", "Tanpa titik."),
    ],
)
def test_the_first_sentence_ends_as_its_writer_ended_it(words, text, shown):
    assert (
        words("{{ kalimat(rencana.visi.penjelasan) }}", f"skema: 1\nedisi: uji\nvisi: {{penjelasan: '{text}'}}\n")
        == shown
    )
