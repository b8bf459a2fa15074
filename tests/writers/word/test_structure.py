"""What stands in the book: headings, captions, contents, sections, tables, boxes, pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from smartplan.book.blocks import Callout, Cell, Column, Figure, Heading, ListBlock, Paragraph, Piece, Row, Table
from smartplan.writers.word import write_word
from smartplan.writers.word.colors import contrast
from tests.writers.word.checker import faults_of, parts_of
from tests.writers.word.reading import (
    NAMES,
    W,
    instructions,
    paragraphs,
    root_of,
    style_of,
    table_with,
    text_of,
)
from tests.writers.word.sample import PALETTE, SVG, budget_table, sample, words

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

if TYPE_CHECKING:
    from lxml import etree

    from smartplan.writers.word import WordBook


def test_a_chapter_title_stands_below_its_number_and_counts_for_captions(body: etree._Element) -> None:
    first, second = paragraphs(body, "Heading1")
    assert text_of(first) == "\nPendahuluan"
    assert text_of(second) == "\nRencana Aksi Kabupaten Rekaan"
    assert instructions(first) == ["SEQ Bab \\h"]


def test_captions_are_fields_with_their_numbers(body: etree._Element) -> None:
    tables = paragraphs(body, "JudulTabel")
    assert [re.split("[ \u00a0]", text_of(node), maxsplit=2)[1] for node in tables] == [
        "2.1",
        "2.2",
        "2.3",
        "L1.1",
        "L2.1",
    ]
    assert instructions(tables[0]) == ["SEQ Bab \\c", "SEQ Tabel \\* ARABIC \\s 1"]
    assert instructions(tables[3]) == ["SEQ Lampiran \\c", "SEQ Tabel \\* ARABIC \\r 1"]
    (figure,) = paragraphs(body, "JudulGambar")
    assert text_of(figure) == "Gambar\u00a02.1 Anggaran per dimensi"


def test_references_print_label_and_number(body: etree._Element) -> None:
    line = next(node for node in paragraphs(body, "BodyText") if "Uraian lengkap" in text_of(node))
    said = "Uraian lengkap ada di Tabel~2.1, Gambar~2.1, BAB~II, Subbab~2.3, dan Lampiran~1."
    assert text_of(line).startswith(said.replace("~", "\u00a0"))
    kinds = [re.sub("_Ref[0-9a-f]+", "X", words) for words in instructions(line)]
    assert kinds == ["REF X \\h", "REF X \\h", "REF X \\r \\h", "REF X \\r \\h", "REF X \\r \\h"]


def test_the_contents_list_every_heading_with_its_number(body: etree._Element) -> None:
    lines = [text_of(node).split("\t") for node in body.iter(f"{W}p") if style_of(node).startswith("TOC")]
    assert ["Kata Pengantar", "–"] in lines
    assert ["BAB II", "Rencana Aksi Kabupaten Rekaan", "–"] in lines
    assert ["1.2.1", "Sistematika", "–"] in lines
    assert ["L1.1.1", "Tugas", "–"] in lines
    assert ["Lampiran 2", "Komitmen", "–"] in lines


def test_the_lists_are_fields_that_word_can_fill_again(body: etree._Element) -> None:
    asked = [words for words in instructions(body) if words.startswith("TOC")]
    assert asked == ['TOC \\o "1-3" \\h \\z \\u', 'TOC \\h \\z \\c "Tabel"', 'TOC \\h \\z \\c "Gambar"']


def test_a_list_of_nothing_says_so(base: bytes) -> None:
    document = sample(body=(Heading(1, words("Satu"), "a"),), back=())
    said = text_of(root_of(write_word(document, base).data))
    assert "Buku ini tidak memuat tabel." in said
    assert "Buku ini tidak memuat gambar." in said


def test_given_pages_stand_in_the_contents(base: bytes, book: WordBook) -> None:
    anchors = [words.split()[1] for words in instructions(root_of(book.data)) if words.startswith("PAGEREF")]
    data = write_word(sample(), base, pages={name: f"h{at}" for at, name in enumerate(anchors)}).data
    lines = [
        text_of(node) for node in root_of(data).iter(f"{W}p") if style_of(node).startswith(("TOC", "TableofFigures"))
    ]
    assert lines[0].endswith("\th0")
    assert not any(line.endswith("–") for line in lines)


def test_sections_follow_the_parts_of_the_book(body: etree._Element) -> None:
    sections = list(body.iter(f"{W}sectPr"))
    seen = []
    for section in sections:
        numbers, page = section.find(f"{W}pgNumType"), section.find(f"{W}pgSz")
        form = (numbers.get(f"{W}fmt"), numbers.get(f"{W}start")) if numbers is not None else None
        seen.append((form, page.get(f"{W}orient"), section.find(f"{W}titlePg") is not None))
    plain, opening = (None, None, False), (None, None, True)
    assert seen == [
        plain,  # cover
        (("lowerRoman", "1"), None, True),
        (("decimal", "1"), None, True),  # chapter one
        opening,  # chapter two
        (None, "landscape", False),  # two wide tables in a row share a section
        plain,  # the rest of the chapter
        opening,  # literature
        opening,  # two annexes
        opening,
    ]


def test_a_wide_table_turns_the_page_and_its_margins(body: etree._Element) -> None:
    (section,) = [s for s in body.iter(f"{W}sectPr") if s.find(f"{W}pgSz").get(f"{W}orient")]
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("16838", "11906")
    assert [margins.get(f"{W}{side}") for side in ("top", "right", "bottom", "left")] == [
        "2268",
        "1701",
        "1701",
        "1701",
    ]


def test_a_chapter_that_comes_to_its_wide_table_soon_opens_on_a_turned_page(base: bytes) -> None:
    wide = budget_table("lebar", landscape=True)
    body = (
        Heading(1, words("Satu"), "satu"),
        Paragraph(words("Pengantar.")),
        wide,
        Heading(2, words("Lanjut"), "lanjut"),
        Paragraph(words("Tegak.")),
        Figure("gambar", SVG, "Gambar"),
        Heading(1, words("Dua"), "dua"),
        wide._replace(id="lebar-2"),
    )
    data = write_word(sample(front=(), body=body, back=()), base).data
    assert faults_of(data) == []
    _, _, first, rest, second = root_of(data).iter(f"{W}sectPr")
    for section in (first, second):
        assert section.find(f"{W}pgSz").get(f"{W}orient") == "landscape"
        assert section.find(f"{W}titlePg") is not None
        assert {node.get(f"{W}type") for node in section.findall(f"{W}footerReference")} == {"default", "first"}
    numbers = [section.find(f"{W}pgNumType") for section in (first, rest, second)]
    assert [number is not None and number.get(f"{W}start") for number in numbers] == ["1", False, False]
    assert rest.find(f"{W}pgSz").get(f"{W}orient") is None


def test_a_wide_table_that_ends_a_chapter_leaves_no_empty_page(base: bytes) -> None:
    wide = Table("t", (Column("A"),), (Row((words("1"),)),), landscape=True)
    document = sample(front=(), body=(Heading(1, words("Satu"), "a"), wide, Heading(1, words("Dua"), "b")), back=())
    sections = list(root_of(write_word(document, base).data).iter(f"{W}sectPr"))
    assert [section.find(f"{W}pgSz").get(f"{W}orient") for section in sections] == [None, None, "landscape", None]


def test_every_header_of_a_draft_bears_the_watermark_and_the_note(parts: dict[str, bytes], base: bytes) -> None:
    headers = [content.decode() for name, content in parts.items() if name.startswith("word/header")]
    assert len(headers) == 3
    assert all('string="KONSEP"' in header and "Daerah rekaan" in header for header in headers)
    plain = write_word(sample(draft=False, fictional=False), base).data
    headers = [parts_of(plain)[f"word/header-sp{number}.xml"].decode() for number in (1, 2, 3)]
    assert not any("KONSEP" in header or "rekaan:" in header for header in headers)


def test_each_section_names_a_header_for_every_page(body: etree._Element) -> None:
    for section in body.iter(f"{W}sectPr"):
        kinds = {node.get(f"{W}type") for node in section.findall(f"{W}headerReference")}
        assert kinds == ({"default", "first"} if section.find(f"{W}titlePg") is not None else {"default"})


def test_head_rows_repeat_and_grouped_columns_stand_under_one_head(body: etree._Element) -> None:
    table = table_with(body, "Program Layanan 14")
    heads = [row for row in table.findall(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert [[text_of(cell) for cell in row.findall(f"{W}tc")] for row in heads] == [
        ["No", "Program", "Perangkat Daerah", "Anggaran (Rp)", "Kesiapan"],
        ["", "", "", "2026", "2027", ""],
    ]
    assert table in heads[0].iterancestors()
    assert {node.get(f"{W}fill") for node in heads[0].iter(f"{W}shd")} == {"1F4E79"}


def test_group_rows_wear_the_dimension_and_total_rows_are_bold(body: etree._Element) -> None:
    rows = table_with(body, "Program Layanan 14").findall(f"{W}tr")
    group = next(row for row in rows if text_of(row) == "Smart Living")
    assert [node.get(f"{W}fill") for node in group.iter(f"{W}shd")] == ["DDF1EF"]
    assert [node.get(f"{W}val") for node in group.iter(f"{W}gridSpan")] == ["6"]
    total = rows[-1]
    assert text_of(total).startswith("Jumlah")
    assert all(run.find(f"{W}rPr/{W}b") is not None for run in total.iter(f"{W}r"))


def test_every_second_data_row_is_tinted(body: etree._Element) -> None:
    rows = [
        row for row in table_with(body, "Program Layanan 14").findall(f"{W}tr") if "Program Layanan" in text_of(row)
    ]
    fills = [[node.get(f"{W}fill") for node in row.find(f"{W}tc").iter(f"{W}shd")] for row in rows[:4]]
    assert fills == [[], ["F4F7FA"], [], ["F4F7FA"]]


def test_words_on_a_dark_cell_are_white(body: etree._Element) -> None:
    cells = [cell for cell in table_with(body, "Program Layanan 14").iter(f"{W}tc") if text_of(cell) == "baik"]
    colors = [[node.get(f"{W}val") for node in cell.iter(f"{W}color")] for cell in cells[:2]]
    assert colors == [["FFFFFF"], []]


def test_lines_with_bullets_in_a_cell_hang(body: etree._Element) -> None:
    cell = next(cell for cell in body.iter(f"{W}tc") if "Dinas Kesehatan" in text_of(cell))
    assert [text_of(node) for node in paragraphs(cell)] == [
        "•\tDinas Kesehatan",
        "•\tDinas Komunikasi dan Informatika",
    ]
    assert {style_of(node) for node in paragraphs(cell)} == {"ButirTabel"}


def test_a_form_has_labels_and_no_head_but_its_ribbon(body: etree._Element) -> None:
    table = table_with(body, "Jas Bule")
    assert len(list(table.iter(f"{W}tblHeader"))) == 1
    labels = [style_of(paragraphs(row)[0]) for row in table.findall(f"{W}tr")]
    assert labels == ["KelompokTabel", "LabelLembar", "LabelLembar", "LabelLembar"]


def test_a_row_wider_than_the_table_is_refused(base: bytes) -> None:
    table = Table("t", (Column("A"),), (Row((words("1"), words("2"))),))
    with pytest.raises(ValueError, match="table t"):
        write_word(sample(body=(table,)), base)


def test_a_short_row_is_filled_up(base: bytes) -> None:
    table = Table("t", (Column("PERTAMA"), Column("B"), Column("C")), (Row((words("1"),)),))
    written = table_with(root_of(write_word(sample(body=(table,)), base).data), "PERTAMA")
    assert len(written.findall(f"{W}tr")[-1].findall(f"{W}tc")) == 2


def test_missing_words_are_highlighted(body: etree._Element) -> None:
    marked = [node.getparent().getparent() for node in body.iter(f"{W}highlight")]
    assert [text_of(run) for run in marked] == ["[belum diisi: jumlah penduduk]", "[belum diisi: anggaran]"]


@pytest.mark.parametrize(
    ("kind", "title", "said"),
    [
        ("info", "", None),
        ("info", "Ringkasan", "Ringkasan"),
        ("missing", "", "Belum diisi"),
        ("missing", "Pagu", "Belum diisi: Pagu"),
        ("missing", "Belum diisi: pagu", "Belum diisi: pagu"),
        ("warning", "Pagu", "Perhatian: Pagu"),
    ],
)
def test_a_box_says_its_kind_in_words(base: bytes, kind: str, title: str, said: str | None) -> None:
    box = Callout((Paragraph(words("isi")),), kind, words(title) if title else ())  # type: ignore[arg-type]
    root = root_of(write_word(sample(body=(box,)), base).data)
    titles = [text_of(node) for node in paragraphs(root, "JudulKotak")]
    assert titles == ([said] if said else [])
    assert text_of(paragraphs(root, "Kotak")[0]) == "isi"


def test_a_box_may_hold_anything(base: bytes) -> None:
    inner = Table("dalam", (Column("A"),), (Row((words("1"),)),), landscape=True)
    blocks = (ListBlock(((Paragraph(words("butir")), inner),)), Figure("g", SVG, "alt"), inner)
    data = write_word(sample(body=(Callout(blocks), Callout((inner,)), Callout(()))), base).data
    boxes = [table for table in root_of(data).iter(f"{W}tbl") if table.find(f".//{W}tbl") is not None]
    assert len(boxes) == 2


def test_numbered_lists_start_where_they_say(parts: dict[str, bytes], book: WordBook) -> None:
    lists = root_of(book.data, "word/numbering.xml").findall(f"{W}num")
    starts = [num.find(f"{W}lvlOverride/{W}startOverride") for num in lists]
    assert [node.get(f"{W}val") for node in starts if node is not None] == ["1", "1", "3"]


def test_nested_lists_go_one_level_in(body: etree._Element) -> None:
    item = next(node for node in paragraphs(body, "ListBullet") if text_of(node) == "struktur;")
    assert item.find(f"{W}pPr/{W}numPr/{W}ilvl").get(f"{W}val") == "1"


def test_a_picture_has_both_forms_words_and_a_size_that_fits(parts: dict[str, bytes], body: etree._Element) -> None:
    drawings = body.xpath("//*[local-name()='inline']")
    sizes = [int(node.xpath("./*[local-name()='extent']/@cx")[0]) for node in drawings]
    slot = round(2.6 * 360_000)
    assert sizes == [slot, 12 * 360_000, 7937 * 635]
    described = drawings[1].xpath(".//*[local-name()='docPr']/@descr")
    assert described == ["Diagram batang: Governance 1.850, lainnya kurang"]
    assert drawings[1].xpath(".//*[local-name()='svgBlip']")
    assert parts["word/media/sp-1.png"].startswith(b"\x89PNG")
    assert parts["word/media/sp-4.svg"] == SVG.encode()


def test_a_picture_higher_than_a_page_is_made_smaller(base: bytes) -> None:
    tall = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="900"><rect width="9" height="9"/></svg>'
    root = root_of(write_word(sample(body=(Figure("g", tall, "alt"),)), base).data)
    *_, height = root.xpath("//*[local-name()='extent']/@cy")
    assert int(height) <= (16838 - 3402) * 635 * 0.81


def test_footnotes_and_links(parts: dict[str, bytes], book: WordBook) -> None:
    note = root_of(book.data, "word/footnotes.xml").xpath("//w:footnote[@w:id='1']", namespaces=NAMES)[0]
    assert text_of(note) == " Angka memakai harga berlaku; lihat PP 12/2019."
    relations = parts["word/_rels/document.xml.rels"].decode()
    assert 'Target="https://rekaan.go.id/smart?a=1&amp;b=2" TargetMode="External"' in relations


def test_one_signer_stands_at_the_right(body: etree._Element) -> None:
    above, names = table_with(body, "Bupati Rekaan").findall(f"{W}tr")
    assert [text_of(row.findall(f"{W}tc")[0]) for row in (above, names)] == ["", ""]
    assert "Bupati Rekaan" in text_of(above.findall(f"{W}tc")[1])
    assert "Dr. Contoh Nama" in text_of(names.findall(f"{W}tc")[1])
    assert above.find(f".//{W}keepNext") is not None, "a name does not stand alone on the next page"


def test_a_draft_without_logo_shows_where_it_goes_and_a_final_book_does_not(base: bytes) -> None:
    def pictures(data: bytes) -> list[str]:
        first = root_of(data).find(f"{W}body/{W}p")
        return [node.get("descr") or "" for node in first.iter(f"{WP}docPr")]

    assert pictures(write_word(sample(), base).data) == ["Tempat lambang daerah; berkasnya belum ada"]
    assert pictures(write_word(sample(draft=False), base).data) == []
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (40).to_bytes(4, "big") + (60).to_bytes(4, "big") + bytes(9)
    data = write_word(sample(logo=png), base).data
    assert pictures(data) == ["Lambang Kabupaten Rekaan"]
    extent = next(root_of(data).iter(f"{WP}extent"))
    assert round(int(extent.get("cx") or 0) / int(extent.get("cy") or 1), 3) == round(40 / 60, 3)


def test_the_cover_names_the_dimensions_in_their_colours(body: etree._Element) -> None:
    strip = table_with(body, "Smart Environment")
    assert [node.get(f"{W}fill") for node in strip.iter(f"{W}shd")] == [swatch.ribbon for swatch in PALETTE]


def test_headings_do_not_leap_over_unnumbered_parts(base: bytes) -> None:
    blocks = (Heading(1, words("Depan"), "a", numbered=False), Heading(2, words("Bagian"), "b", numbered=False))
    root = root_of(write_word(sample(front=blocks), base).data)
    (heading,) = paragraphs(root, "SubjudulLepas")
    assert text_of(heading) == "Bagian"
    assert heading.find(f"{W}pPr/{W}numPr") is None


def test_the_file_says_what_it_is(book: WordBook) -> None:
    core = root_of(book.data, "docProps/core.xml")
    said = {node.tag.rpartition("}")[2]: node.text for node in core}
    assert said == {
        "title": "BUKU II – Masterplan Smart City Daerah – Kabupaten Rekaan",
        "creator": "Pemerintah Kabupaten Rekaan",
        "subject": "Masterplan Smart City Daerah Kabupaten Rekaan 2026",
        "keywords": "Kabupaten Rekaan, 2026, Smart Governance, Smart Branding, Smart Economy, Smart Living, "
        "Smart Society, Smart Environment",
        "category": "Buku rencana induk",
        "language": "id-ID",
        "created": "2026-02-28T00:00:00Z",
        "modified": "2026-02-28T00:00:00Z",
    }


def test_an_undated_file_says_no_date(base: bytes) -> None:
    core = root_of(write_word(sample(created=""), base).data, "docProps/core.xml")
    assert {node.tag.rpartition("}")[2] for node in core} & {"created", "modified"} == set()


@pytest.mark.parametrize(("ground", "ink"), [("F4F7FA", "000000"), ("1F4E79", "FFFFFF"), ("1F3864", "F2C94C")])
def test_our_own_colours_can_be_read(ground: str, ink: str) -> None:
    assert contrast(ground, ink) >= 4.5


def test_a_cell_may_span_and_have_its_own_look(base: bytes) -> None:
    row = Row((Cell((Piece("RENTANG"),), span=2, align="right", strong=True), words("z")))
    table = Table("t", (Column("A"), Column("B"), Column("C")), (row,))
    written = table_with(root_of(write_word(sample(body=(table,)), base).data), "RENTANG")
    cell = written.findall(f"{W}tr")[-1].find(f"{W}tc")
    assert cell.find(f"{W}tcPr/{W}gridSpan").get(f"{W}val") == "2"
    assert style_of(paragraphs(cell)[0]) == "AngkaTabel"
    assert cell.find(f".//{W}b") is not None


def test_no_section_ends_inside_the_field_of_a_list(body: etree._Element) -> None:
    for section in body.iter(f"{W}sectPr"):
        paragraph = section.getparent().getparent()
        kinds = [node.get(f"{W}fldCharType") for node in paragraph.iter(f"{W}fldChar")]
        assert kinds.count("begin") == kinds.count("end")


def test_only_rows_that_fill_much_of_a_page_may_break(base: bytes) -> None:
    rows = (Row((words("pendek"),)), Row((words("panjang " * 300),)))
    table = table_with(root_of(write_word(sample(body=(Table("t", (Column("KEPALA"),), rows),)), base).data), "KEPALA")
    kept = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.findall(f"{W}tr")]
    assert kept == [True, True, False]


def test_an_amount_stays_on_the_line_of_its_rp(base: bytes) -> None:
    amount = Paragraph(words("Biayanya Rp 5.300.000.000 & tidak lebih."))
    table = Table("t", (Column("A"), Column("B")), (Row((words("x"), words("Rp 12"))),))
    said = text_of(root_of(write_word(sample(front=(), body=(amount, table), back=()), base).data))
    assert "Rp\u00a05.300.000.000 & tidak" in said
    assert "Rp\u00a012" in said


def test_a_sum_is_kept_with_the_row_above_it(base: bytes) -> None:
    rows = (Row((words("a"), words("1"))), Row((words("b"), words("2"))), Row((words("Jumlah"), words("3")), "total"))
    table = Table("t", (Column("A"), Column("B")), rows)
    body = root_of(write_word(sample(front=(), body=(table,), back=()), base).data)
    kept = {text_of(row): row.find(f".//{W}keepNext") is not None for row in body.iter(f"{W}tr")}
    assert (kept["a1"], kept["b2"], kept["Jumlah3"]) == (False, True, False)


def test_the_ribbon_of_a_form_repeats_as_its_head_and_is_named_so(base: bytes) -> None:
    rows = (Row((Cell(words("Jas Bule"), 2),), "group"), Row((words("Nama"), words("Jas Bule"))))
    block = Table("lembar", (Column("Isian"), Column("Isi", 3)), rows, style="sheet")
    [made] = [
        table
        for table in root_of(write_word(sample(body=(block,)), base).data).iter(f"{W}tbl")
        if "Jas Bule" in text_of(table)
    ]
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in made.findall(f"{W}tr")] == [True, False]
    assert made.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"
