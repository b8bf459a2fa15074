"""Tables are handed over as blocks; each row and cell knows the data behind it."""

from __future__ import annotations

from smartplan.book.blocks import Cell, Paragraph, Table, plain_text

TEMPLATE = """
{% set t = tabel("program", "Program " ~ daerah, [
  kolom("No", 0.5, "tengah"), kolom("Program", 3), kolom("2026", rata="kanan", grup="Anggaran"),
  kolom("2027", rata="kanan", grup="Anggaran")], sumber="Hasil olahan", lanskap=true) %}
{% for d in dimensi %}
{% do t.kelompok(d.nama, warna=d) %}
{% for p in d.isi.program %}
{% do t.baris(p, [loop.index, p.nama, p.anggaran[2026], p.anggaran[2027]]) %}
{% endfor %}
{% endfor %}
{% do t.total([sel("Jumlah", rentang=2, tebal=true), jumlah(semua("program")), sel(none or "", latar="FFEEDD")]) %}
{{ t }}
"""


def test_rows_carry_paths_groups_colours_and_totals(blocks):
    (table,) = blocks(TEMPLATE)
    assert isinstance(table, Table)
    assert (table.id, plain_text(table.caption), plain_text(table.source)) == (
        "program",
        "Program Kabupaten Rekaan",
        "Hasil olahan",
    )
    assert table.landscape
    assert [column.group for column in table.columns] == [None, None, "Anggaran", "Anggaran"]
    assert [column.align for column in table.columns] == ["center", "left", "right", "right"]
    assert [(row.kind, row.key, row.swatch) for row in table.rows] == [
        ("group", None, "hijau"),
        ("data", "dimensi.hijau.program[taman-baca]", None),
        ("data", "dimensi.hijau.program[sungai-bersih]", None),
        ("data", "dimensi.hijau.program[tanpa-biaya]", None),
        ("group", None, "biru"),
        ("data", "dimensi.biru.program[#1]", None),
        ("total", None, None),
    ]
    first = table.rows[1].cells
    assert [plain_text(cell) for cell in first] == ["1", "Taman Baca", "Rp 150.000.000", "Rp 50.000.000"]
    assert first[2][0].path == "dimensi.hijau.program[taman-baca].anggaran.2026"
    total = table.rows[-1].cells
    assert isinstance(total[0], Cell)
    assert (total[0].span, total[0].strong, total[2].fill) == (2, True, "FFEEDD")


def test_a_list_in_a_cell_stands_one_item_a_line(blocks):
    template = """
{% set t = tabel("t", none, [kolom("A"), kolom("B"), kolom("C")], gaya="sheet") %}
{% set p = semua("program")[0] %}
{% do t.baris(p, [p.kegiatan, p.kegiatan[:1], [p.nama, " (", p.mulai, ")"]]) %}
{{ t }}
"""
    (table,) = blocks(template)
    assert (table.style, table.caption) == ("sheet", None)
    many, one, mixed = table.rows[0].cells
    assert plain_text(many) == "• Membangun\n• Merawat"
    assert many[1].path == "dimensi.hijau.program[taman-baca].kegiatan[#1]"
    assert plain_text(one) == "Membangun"
    assert plain_text(mixed) == "Taman Baca (2026)"


def test_a_table_right_below_a_sentence_stands_on_its_own(blocks):
    template = """
{% set t = tabel("t", "T", [kolom("A")]) %}
{% do t.baris(none, ["x"]) %}
Kalimat pertama.
{{ t }}
Kalimat kedua.
"""
    first, table, second = blocks(template)
    assert isinstance(table, Table)
    assert [plain_text(one.pieces) for one in (first, second) if isinstance(one, Paragraph)] == [
        "Kalimat pertama.",
        "Kalimat kedua.",
    ]


def test_amounts_by_year_in_a_cell_stand_one_year_a_line(blocks):
    template = """
{% set t = tabel("t", "T", [kolom("A")]) %}
{% for s in dimensi[0].isi.sasaran %}
{% do t.baris(s, [s.target]) %}
{% endfor %}
{{ t }}
"""
    targets = "[{id: a, target: {2030: 8.5, 2028: 7}}, {id: b, target: {}}]"
    plan = f"skema: 1\nedisi: uji\ndimensi: {{hijau: {{sasaran: {targets}}}}}\n"
    (table,) = blocks(template, plan)
    assert [plain_text(row.cells[0]) for row in table.rows] == ["• 2028: 7\n• 2030: 8,5", "nihil"]
    assert table.rows[0].cells[0][2].path == "dimensi.hijau.sasaran[a].target.2028"
