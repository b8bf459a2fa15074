"""Words that functions make of values: lists, ranges, percentages, laws, and what has keys but no values."""

from __future__ import annotations

import pytest

from smartplan.book.blocks import plain_text

LAWS = """
skema: 1
edisi: uji
wilayah: {nama: Kabupaten Rekaan, jenis: kabupaten, provinsi: Provinsi Nusa}
jadwal:
  - {mulai: 2023-07-05, selesai: 2023-07-06}
  - {mulai: 2023-06-30, selesai: 2023-07-02}
  - {mulai: 2023-06-30}
  - {selesai: 2023-07-02}
  - {mulai: 2023-06-30, selesai: 2023-06-30}
kelembagaan: {dewan: {sk: {nomor: , tanggal: }, anggota: }, tim_pelaksana: {anggota: []}}
profil: {luas: [{nilai: 1, alasan: "Angka resmi. Dari kantor."}, {nilai: 2, alasan: Angka lama}], apbd: []}
dasar_hukum:
"""
LEVELS = """
istilah:
  kabupaten: {kepala: Bupati, pemerintah: Pemerintah Kabupaten, peraturan: Peraturan Bupati, singkatan: Perbup,
              perda: Peraturan Daerah Kabupaten, wilayah: kabupaten, tanda: G, sumber: uji}
  provinsi: {kepala: Gubernur, peraturan: Peraturan Gubernur, singkatan: Pergub,
             perda: Peraturan Daerah Provinsi, wilayah: provinsi, tanda: G, sumber: uji}
"""


def words(blocks, template, plan=LAWS):
    return "\n".join(plain_text(block.pieces) for block in blocks(template, plan))


@pytest.mark.parametrize(
    ("items", "shown"),
    [
        ("[]", "nihil"),
        ("['a', 'b']", "a dan b"),
        ("['a dan b', 'c']", "a dan b serta c"),
        ("['a', 'b dan c', 'd']", "a, b dan c, serta d"),
        ("['a', 'b, c, dan d', 'e']", "a; b, c, dan d; serta e"),
        ("['pandan', 'dandanan']", "pandan dan dandanan"),
        ("['a dan b']", "a dan b"),
    ],
)
def test_items_that_say_dan_are_joined_with_serta(blocks, items, shown):
    assert words(blocks, f"{{{{ sebut({items}) }}}}") == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, "5–6 Juli 2023"),
        (1, "30 Juni – 2 Juli 2023"),
        (2, "30 Juni 2023"),
        (3, "2 Juli 2023"),
        (4, "30 Juni 2023"),
    ],
)
def test_a_range_of_dates_has_one_form(blocks, number, shown):
    template = f"{{% set j = rencana.jadwal[{number}] %}}{{{{ rentang(j.mulai, j.selesai) }}}}"
    assert words(blocks, template) == shown


def test_percentages_have_one_form(blocks):
    template = "{{ 79.25|persen(1) }}; {{ 80|persen(1) }}; {{ 53.30|persen }}; {{ 100|persen }}; {{ bagian(3, 8) }}"
    assert words(blocks, template) == "79,3 %; 80 %; 53,3 %; 100 %; 37,5 %"


def test_the_zero_that_tells_decimals_from_thousands_is_not_printed(blocks):
    plan = LAWS.replace("luas: [", "luas: [{nilai: 111.3660}, {nilai: 12.50}, {nilai: 1365.8870}, ")
    template = "{% for a in rencana.profil.luas %}{{ a.nilai }} {% endfor %}"
    assert words(blocks, template, plan).strip() == "111,366 12,50 1.365,8870 1 2"


def test_a_full_stop_is_taken_off_once_and_only_at_the_end(blocks):
    template = "{% for a in rencana.profil.luas %}{{ tanpa_titik(a.alasan) }}. {% endfor %}"
    assert words(blocks, template).strip() == "Angka resmi. Dari kantor. Angka lama."


def test_a_part_whose_values_are_all_empty_is_absent(blocks):
    template = (
        "{{ rencana.kelembagaan.dewan is ada }} {{ rencana.kelembagaan.dewan.sk is ada }} "
        "{{ rencana.kelembagaan.tim_pelaksana is ada }} {{ rencana.kelembagaan.dewan.sk }}"
    )
    assert words(blocks, template) == "tidak tidak ya [belum diisi: SK Dewan Smart City]"


def test_an_empty_list_is_not_asked_for(blocks):
    assert words(blocks, "{{ belum(rencana.profil.apbd) }}") == "nihil"
    assert words(blocks, "{{ belum(rencana.profil.apbd, 'APBD') }}") == "APBD: nihil"


@pytest.mark.parametrize(
    ("written", "title", "shown"),
    [
        ("Perbup", "A", "Peraturan Bupati Rekaan"),
        ("Peraturan Bupati", "A", "Peraturan Bupati Rekaan"),
        ("Peraturan Bupati Rekaan", "A", "Peraturan Bupati Rekaan"),
        ("Perda", "A", "Peraturan Daerah Kabupaten Rekaan"),
        ("Peraturan Daerah Kabupaten", "A", "Peraturan Daerah Kabupaten Rekaan"),
        ("Perda", "RPJMD Provinsi Nusa", "Peraturan Daerah"),
        ("Peraturan Daerah Provinsi", "A", "Peraturan Daerah Provinsi Nusa"),
        ("Pergub", "A", "Peraturan Gubernur Nusa"),
        ("Permendagri", "A", "Permendagri"),
    ],
)
def test_acts_of_the_region_and_its_province_carry_their_name(tmp_path, written, title, shown):
    from smartplan.book import BookBuilder
    from smartplan.edition import load_edition
    from smartplan.plan import load_plan
    from tests.book.conftest import EDITION

    start, end = EDITION.index("istilah:"), EDITION.index("dokumen:")
    files = {
        "templates/edisi/uji/edisi.yaml": EDITION[:start] + LEVELS.lstrip() + EDITION[end:],
        "templates/buku/satu.md.j2": "{{ nama_hukum(rencana.dasar_hukum[0]) }}\n",
        "templates/buku/daftar.md.j2": "Daftar.\n",
        "templates/buku/pengantar.md.j2": "Salam.\n",
        "templates/buku/lampiran.md.j2": "Isi.\n",
        "rencana.yaml": f"{LAWS}  - {{jenis: {written}, tentang: {title}}}\n",
    }
    for name, text in files.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    body = BookBuilder(load_plan(tmp_path), load_edition("uji", tmp_path)).build("buku").body
    assert plain_text(body[1].pieces) == shown


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("Ada {{ banyak(6, 'inovasi') }} dan {{ banyak(12, 'celah') }}.", "Ada enam inovasi dan dua belas celah."),
        ("Ada {{ banyak(6, 'inovasi') }} dan {{ banyak(36, 'celah') }}.", "Ada 6 inovasi dan 36 celah."),
        ("Ada {{ banyak(0, 'inovasi') }} dan {{ banyak(36, 'celah') }}.", "Ada tidak ada inovasi dan 36 celah."),
        ("{{ rujukan }} {{ banyak(36, 'celah') }}. Lalu {{ banyak(2, 'cara') }}.", "Ada 36 celah. Lalu dua cara."),
        ("Ada {{ banyak(36, 'celah') }}, {{ angka_kata(4) }} di antaranya baru.", "Ada 36 celah, 4 di antaranya baru."),
        ("{{ angka_kata(4)|kapital }} dari {{ banyak(12, 'celah') }} baru.", "Empat dari dua belas celah baru."),
        ("{{ angka_kata(4)|kapital }} dari {{ banyak(36, 'celah') }} baru.", "Sebanyak 4 dari 36 celah baru."),
        ("{{ angka_kata(36)|kapital }} celah baru.", "Sebanyak 36 celah baru."),
        ("{{ sebut([angka_kata(4) ~ ' baru', angka_kata(36) ~ ' lama']) }}", "4 baru dan 36 lama"),
        (
            "{% macro m() %}**{{ banyak(2, 'a') }}** dan {{ banyak(36, 'b') }}{% endmacro %}Ada {{ m() }}",
            "Ada 2 a dan 36 b",
        ),
    ],
)
def test_counts_of_one_sentence_are_all_in_letters_or_all_in_digits(blocks, template, shown):
    assert words(blocks, "{% set rujukan = 'Ada' %}" + template) == shown


def test_counts_in_a_cell_are_written_alike(blocks):
    template = """{% macro isi() %}{{ banyak(2, 'a') }} dan {{ banyak(36, 'b') }}{% endmacro %}
{% set t = tabel('t', 'T', kolom=[kolom('Isi', 1)]) %}
{% do t.baris(none, [isi()]) %}
{% do t.baris(none, [angka_kata(3) ~ ' dari ' ~ banyak(21, 'c')]) %}
{{ t }}"""
    table = blocks(template)[0]
    assert [plain_text(row.cells[0]) for row in table.rows] == ["2 a dan 36 b", "3 dari 21 c"]
