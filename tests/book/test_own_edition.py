"""A regency's own chapter, document and columns, told by its edition alone: ``tests/fixtures/templat-daerah``."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from smartplan import api
from smartplan.book import BookBuilder, TemplateFault
from smartplan.book.blocks import Cell, Heading, Table, plain_text
from smartplan.book.functions.columns import identifiers
from smartplan.book.numbering import walk_blocks
from smartplan.edition import load_edition
from smartplan.plan import load_plan
from tests.book.conftest import EDITION, PLAN

FIXTURE = Path(__file__).parents[1] / "fixtures" / "templat-daerah"


@pytest.fixture(scope="module")
def documents():
    plan = load_plan(FIXTURE)
    builder = BookBuilder(plan, load_edition(plan.rencana.edisi, FIXTURE))
    return {name: builder.build(name) for name in ("buku-2", "ringkasan-dewan")}


def tables(document) -> dict[str, Table]:
    return {block.id: block for block in walk_blocks(document.body + document.back) if isinstance(block, Table)}


def words(cell) -> str:
    return plain_text(cell.pieces if isinstance(cell, Cell) else cell)


def rows(table: Table) -> list[list[str]]:
    return [[words(cell) for cell in row.cells] for row in table.rows]


def test_its_plan_has_no_fault_of_structure():
    assert load_plan(FIXTURE).findings == ()


def test_a_chapter_stands_where_the_edition_puts_it(documents):
    chapters = [plain_text(b.pieces) for b in documents["buku-2"].body if isinstance(b, Heading) and b.level == 1]
    assert chapters[-3:] == ["Ketahanan Digital", "Manajemen Risiko", "Penutup"]


def test_a_document_stands_where_the_edition_puts_it(documents):
    ids = [entry.id for entry in api.documents_of(api.load(FIXTURE))]
    assert ids == ["buku-1", "buku-2", "ringkasan-dewan", "buku-3", "buku-4"]
    paragraphs = [plain_text(block.pieces) for block in documents["ringkasan-dewan"].body]
    assert paragraphs[-2:] == [
        "Rinciannya dimuat dalam rencana induk.",
        "Ringkasan ini disampaikan kepada Dewan Perwakilan Rakyat Daerah.",
    ]


def test_own_texts_of_an_item_are_seen_and_missing_by_name(documents):
    table = tables(documents["buku-2"])["tabel-ketahanan"]
    assert rows(table) == [["Laman Resmi", "99 persen"], ["Surel Dinas", "[belum diisi: tingkat layanan]"]]
    assert table.rows[0].cells[1][0].path == "dimensi.smart_governance.inventaris[laman].tambahan.tingkat_layanan"


def test_columns_are_added_changed_and_hidden(documents):
    table = tables(documents["buku-2"])["tabel-aksi-infrastruktur"]
    titles = [column.title for column in table.columns]
    at = titles.index("Wilayah")
    assert titles[at : at + 4] == ["Wilayah", "Anggaran (Rp) dan Sumber Dana", "Nomor DPA", "Pagu (Rp)"]
    assert "Kegiatan" not in titles
    data = [row for row in rows(table) if len(row) == len(titles)]
    values = [row[at + 2 : at + 4] for row in data]
    assert values[:2] == [["DPA/1.02.01", "250.000.000"], ["[belum diisi: nomor dpa]", "–"]]
    assert [cell.span for cell in table.rows[0].cells] == [len(titles)]
    for row in table.rows:
        assert sum(cell.span if isinstance(cell, Cell) else 1 for cell in row.cells) == len(titles)


def test_a_column_may_stand_before_all_of_ours(documents):
    table = tables(documents["buku-2"])["tabel-risiko"]
    assert [column.title for column in table.columns][:3] == ["Kode", "Bidang Penanganan", "Risiko"]
    assert rows(table)[0][1] == "Sarana"


def test_in_a_form_a_column_is_a_line(documents):
    table = tables(documents["buku-2"])["qw-smart_governance-1-isian"]
    labels = [row[0] for row in rows(table)]
    assert labels[labels.index("Pengusul") + 1] == "Pendamping"
    assert "Daya tarik" not in labels
    assert ["Pendamping", "Universitas Rekaan"] in rows(table)


def test_both_formats_carry_them():
    made = api.render(api.load(FIXTURE), ["buku-2"], pages="none")
    with zipfile.ZipFile(io.BytesIO(made["buku-2.docx"])) as archive:
        word = archive.read("word/document.xml").decode()
    for text in ("Nomor DPA", "DPA/1.02.01", "Bidang Penanganan", "Ketahanan Digital", "Universitas Rekaan"):
        assert text in word
        assert text in made["buku-2.md"].decode()


def test_the_check_of_templates_finds_nothing():
    assert api.check_templates(api.load(FIXTURE)).findings == ()


def test_ids_of_columns_come_from_their_titles():
    assert identifiers(["Sumber Dana", "Anggaran (Rp)", "No", "No", ""]) == [
        "sumber-dana",
        "anggaran-rp",
        "no",
        "no-2",
        "kolom",
    ]


TEMPLATE = """{% set t = tabel("t", "T", kolom=[kolom("A"), kolom("B"), kolom("C")]) %}
{% do t.kelompok("kelompok") %}
{% for p in dimensi[0].isi.program %}{% do t.baris(p, [p.nama, sel(p.opd, rentang=2)]) %}{% endfor %}
{% do t.baris(none, ["x", "y", "z"]) %}
{% do t.total([sel("jumlah", rentang=3)]) %}
{{ t }}
"""


@pytest.fixture
def table(book, tmp_path):
    """The table of ``TEMPLATE`` as an edition with these columns changes it."""

    def make(columns: str) -> Table:
        book(TEMPLATE, PLAN)
        file = tmp_path / "templates" / "edisi" / "uji" / "edisi.yaml"
        file.write_text(f"{EDITION}tabel: {{t: {{kolom: [{columns}]}}}}\n", encoding="utf-8")
        plan = load_plan(tmp_path)
        document = BookBuilder(plan, load_edition("uji", tmp_path)).build("buku")
        return tables(document)["t"]

    return make


def spans(made: Table) -> list[list[tuple[str, int]]]:
    return [[(words(cell), cell.span if isinstance(cell, Cell) else 1) for cell in row.cells] for row in made.rows]


def test_a_new_column_between_the_columns_of_one_cell_makes_it_wider(table):
    made = table("{id: baru, judul: Baru, jalur: mulai, sesudah: b}")
    assert [column.title for column in made.columns] == ["A", "B", "Baru", "C"]
    assert spans(made)[0] == [("kelompok", 4)]
    assert spans(made)[1] == [("Taman Baca", 1), ("diskominfo", 3)]
    assert spans(made)[4:] == [[("x", 1), ("y", 1), ("", 1), ("z", 1)], [("jumlah", 4)]]


def test_a_new_column_beside_a_cell_that_covers_others_is_one_of_its_own(table):
    added = "{id: baru, judul: Baru, jalur: mulai}"
    made = table(f"{added}, {{id: awal, judul: Awal, jalur: opd, format: singkatan, sebelum: a}}")
    assert spans(made)[1] == [("Diskominfo", 1), ("Taman Baca", 1), ("diskominfo", 2), ("2026", 1)]
    assert spans(made)[5] == [("", 1), ("jumlah", 3), ("", 1)]


def test_a_hidden_column_leaves_the_cell_that_covered_it_narrower(table):
    made = table("{id: b, tampil: tidak}, {id: a, judul: Alfa, lebar: 3, rata: tengah}")
    assert [(column.title, column.width, column.align) for column in made.columns] == [
        ("Alfa", 3, "center"),
        ("C", 1, "left"),
    ]
    assert spans(made)[1] == [("Taman Baca", 1), ("diskominfo", 1)]
    assert spans(made)[4:] == [[("x", 1), ("z", 1)], [("jumlah", 2)]]


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ("{id: baru, judul: Baru, jalur: mulia}", 'isian "mulia" tidak ada'),
        ("{id: a, tampil: tidak}, {id: b, tampil: tidak}, {id: c, tampil: tidak}", "tidak mempunyai kolom lagi"),
    ],
)
def test_what_cannot_be_done_is_told_at_its_line_of_the_edition(table, columns, words):
    with pytest.raises(TemplateFault, match=words) as caught:
        table(columns)
    assert caught.value.finding.span.file == "templates/edisi/uji/edisi.yaml"
    assert caught.value.finding.span.line == EDITION.count("\n") + 1


def test_a_table_or_column_that_no_document_has_is_told_by_the_check(table, tmp_path):
    made = table("{id: bb, tampil: tidak}, {id: baru, judul: Baru, jalur: mulai, sesudah: cc}")
    assert made.columns[-1].title == "Baru", "a neighbour that is not there leaves it at the end"
    found = api.check_templates(api.load(tmp_path)).findings
    assert [(one.code, one.message) for one in found] == [
        ("TPL005", 'tabel t tidak mempunyai kolom "bb"'),
        ("TPL005", 'tabel t tidak mempunyai kolom "cc"'),
    ]
    file = tmp_path / "templates" / "edisi" / "uji" / "edisi.yaml"
    file.write_text(f"{EDITION}tabel: {{tt: {{kolom: []}}}}\n", encoding="utf-8")
    [finding] = api.check_templates(api.load(tmp_path)).findings
    assert (finding.code, finding.message) == ("TPL005", 'tidak ada tabel "tt" dalam dokumen rencana ini')
