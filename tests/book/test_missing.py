"""What the plan does not say is seen in the book, and never counts as zero."""

from __future__ import annotations

import pytest

from smartplan.book.blocks import Callout, plain_text


def pieces(block):
    return [(piece.text, piece.origin, piece.path, piece.code) for piece in block.pieces]


def test_printing_what_is_absent_names_the_field_and_its_path(blocks):
    (paragraph,) = blocks("Visi: {{ rencana.visi.rpjpd.visi }}")
    assert pieces(paragraph)[1] == ("[belum diisi: visi RPJPD]", "missing", "visi.rpjpd.visi", "WJB002")


def test_what_lies_below_something_absent_is_absent_at_the_deeper_path(blocks):
    (paragraph,) = blocks("{{ rencana.pejabat.kepala_daerah.nama }}")
    assert pieces(paragraph)[0][1:3] == ("missing", "pejabat.kepala_daerah.nama")


def test_a_loop_over_what_is_absent_gives_one_row_with_callouts(blocks):
    template = """
{% set t = tabel("t", "T", [kolom("Risiko"), kolom("Mitigasi")]) %}
{% for r in rencana.risiko %}
{% do t.baris(r, [r.risiko, r.mitigasi]) %}
{% endfor %}
{{ t }}
"""
    (table,) = blocks(template)
    (row,) = table.rows
    assert row.key == "risiko[#1]"
    assert [cell[0].path for cell in row.cells] == ["risiko[#1].risiko", "risiko[#1].mitigasi"]
    assert {cell[0].origin for cell in row.cells} == {"missing"}


def test_the_first_of_an_absent_list_is_absent(blocks):
    (paragraph,) = blocks("{{ rencana.realisasi[0].keluaran }}")
    assert pieces(paragraph)[0][1:3] == ("missing", "realisasi[#1].keluaran")


def test_a_dimension_that_nobody_wrote_is_absent_with_all_it_holds(blocks):
    (paragraph,) = blocks("{{ dimensi[1].isi.gambaran }}{% for p in dimensi[1].isi.program %}{{ p.nama }}{% endfor %}")
    assert [piece.path for piece in paragraph.pieces] == [
        "dimensi.biru.gambaran",
        "dimensi.biru.program[#1].nama",
    ]


def test_absent_keys_of_a_map_are_absent(blocks):
    (paragraph,) = blocks("{{ rencana.dimensi.biru.gambaran }}{{ rencana.judul.buku['buku-9'] }}")
    assert [piece.path for piece in paragraph.pieces] == ["dimensi.biru.gambaran", "judul.buku.buku-9"]


def test_a_list_that_was_written_empty_is_nihil_and_not_missing(blocks):
    (paragraph,) = blocks("{{ rencana.rpjmd.isu }} {{ rencana.rpjmd.isu is nihil }} {{ rencana.risiko is nihil }}")
    assert plain_text(paragraph.pieces) == "nihil ya tidak"


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        ("rencana.visi.smart_city", True),
        ("rencana.visi.rpjpd", False),
        ("rencana.rpjmd.isu", False),
        ("rencana.perangkat_daerah", True),
        ("rencana.dimensi", True),
        ("semua('program')[0].anggaran", True),
        ("semua('quick_win')", False),
        ("jumlah(semua('program'))", True),
        ("jumlah(semua('quick_win'))", False),
        ("''", False),
    ],
)
def test_ada_says_whether_there_is_anything(blocks, expression, given):
    (paragraph,) = blocks(f"{{{{ {expression} is ada }}}} {{{{ {expression} is kosong }}}}")
    assert plain_text(paragraph.pieces) == ("ya tidak" if given else "tidak ya")


def test_comparing_and_adding_the_unknown_stays_unknown(blocks):
    template = "{{ rencana.tahun_dokumen < 2030 }} {{ rencana.tahun_dokumen >= 1 }} {{ 1 + rencana.tahun_dokumen }}"
    (paragraph,) = blocks(template)
    assert [piece.origin for piece in paragraph.pieces if piece.text.strip()] == ["computed", "computed", "missing"]


def test_prose_and_tables_without_data_become_callouts(blocks):
    first, second, third, fourth = blocks(
        '{{ prosa(rencana.profil.gambaran) }}\n\n{{ tabel("t", "Daftar risiko", [kolom("A")]) }}\n\n'
        '{{ gambar("g", "Anggaran", bagan_kolom([])) }}\n\n{{ belum(rencana.risiko, "daftar risiko") }}'
    )
    assert all(isinstance(one, Callout) and one.kind == "missing" for one in (first, second, third, fourth))
    assert first.blocks[0].pieces[0].path == "profil.gambaran"
    assert "Daftar risiko" in plain_text(second.blocks[0].pieces)
    assert "Anggaran" in plain_text(third.blocks[0].pieces)
    assert fourth.blocks[0].pieces[0].text == "[belum diisi: daftar risiko]"


def test_a_reference_to_a_table_without_rows_has_words_of_its_own(blocks):
    (paragraph, _) = blocks('Lihat {{ rujuk("t") }}.\n\n{{ tabel("t", "T", [kolom("A")]) }}')
    assert plain_text(paragraph.pieces) == "Lihat bagian yang belum tersedia."
