"""A brief book: no inner title page, no chapter numbers, chapters that run on, numbers in large letters."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from smartplan import resources
from smartplan.book import BookBuilder
from smartplan.book.blocks import Contents, Document, Heading, KeyFigures, Paragraph, Table, plain_text
from smartplan.book.numbering import number_blocks, walk_blocks
from smartplan.edition import load_edition
from smartplan.plan import load_plan
from smartplan.writers.markdown import write_markdown
from smartplan.writers.word import write_word
from tests.office import pages_of, to_pdf

if TYPE_CHECKING:
    from pathlib import Path

MOST_PAGES = 16
FEWEST_PAGES = 8


def book(example: str = "contoh", name: str = "buku-3") -> Document:
    return BookBuilder(load_plan(resources.find_example(example)), load_edition("kominfo-2023")).build(name)


def body_xml(document: Document, folder: Path) -> str:
    file = folder / "buku.docx"
    file.write_bytes(write_word(document, resources.find("word/dasar.docx").read_bytes()).data)
    with ZipFile(file) as archive:
        return archive.read("word/document.xml").decode()


def test_a_brief_book_numbers_no_chapter_and_counts_its_tables_through() -> None:
    document = book()
    labels = number_blocks(document)
    heads = [block for block in document.body if isinstance(block, Heading)]
    assert heads
    assert {labels[head.id].kind for head in heads} == {"depan"}
    tables = [labels[block.id].number for block in document.body if isinstance(block, Table) and block.caption]
    assert tables == [str(number) for number in range(1, len(tables) + 1)]
    assert len(tables) > 2


def test_a_chapter_that_runs_on_opens_no_page(tmp_path: Path) -> None:
    document = book()
    running = [block for block in document.body if isinstance(block, Heading) and block.runs_on]
    opening = [
        block for block in document.body if isinstance(block, Heading) and block.level == 1 and not block.runs_on
    ]
    assert running
    # The cover and the front are a section each, and so is every chapter that starts a page.
    assert body_xml(document, tmp_path).count("<w:sectPr>") == 2 + len(opening)


def test_a_brief_book_has_no_inner_title_page(tmp_path: Path) -> None:
    brief = body_xml(book(), tmp_path)
    assert 'w:val="Title"' not in brief
    assert 'w:val="Title"' in body_xml(book(name="buku-2"), tmp_path)


def test_its_contents_list_chapters_only() -> None:
    document = book()
    contents = [block for block in document.front if isinstance(block, Contents)]
    assert [(one.depth, one.runs_on) for one in contents] == [(1, True)]
    text = write_markdown(document)
    listed = re.findall(r"^ *- \[(.+?)\]\(#", text, re.MULTILINE)
    assert "Peta Jalan" in listed
    assert "Rencana dalam Angka" not in listed


def test_numbers_and_the_vision_stand_in_large_letters(tmp_path: Path) -> None:
    document = book()
    tiles = [one for block in walk_blocks(document.body) if isinstance(block, KeyFigures) for one in block.figures]
    shown = {plain_text(one.label): plain_text(one.value) for one in tiles}
    plan = load_plan(resources.find_example("contoh")).rencana
    programs = sum(len(dimension.program or ()) for dimension in (plan.dimensi or {}).values())
    assert shown["program rencana aksi"] == str(programs)
    vision = [block for block in document.body if isinstance(block, Paragraph) and block.style == "display"]
    assert [plain_text(block.pieces) for block in vision] == [plan.visi.smart_city if plan.visi else None]
    xml = body_xml(document, tmp_path)
    assert xml.count('w:val="AngkaBesar"') == len(tiles)
    assert 'w:val="Besar"' in xml


def test_a_card_stays_on_one_page(tmp_path: Path) -> None:
    document = book()
    cards = [block for block in document.body if isinstance(block, Table) and block.id.startswith("kartu-")]
    assert len(cards) == len(document.palette)
    assert all(card.together for card in cards)
    lonely = document._replace(front=(), body=(cards[0],), back=())
    rows = re.findall(r"<w:tr>.*?</w:tr>", body_xml(lonely, tmp_path))[-len(cards[0].rows) :]
    assert all("<w:keepNext/>" in row for row in rows[:-1])
    assert "<w:keepNext/>" not in rows[-1]


@pytest.mark.office
@pytest.mark.parametrize("example", ["contoh", "buleleng"])
def test_the_summary_is_short(example: str, tmp_path: Path) -> None:
    document = book(example)
    data = write_word(document, resources.find("word/dasar.docx").read_bytes()).data
    assert FEWEST_PAGES <= len(pages_of(to_pdf(data, tmp_path))) <= MOST_PAGES


def test_a_page_break_before_a_heading_is_the_headings_own(tmp_path: Path) -> None:
    xml = body_xml(book(name="buku-4"), tmp_path)
    assert xml.count("<w:pageBreakBefore/>") > 1
    assert 'w:br w:type="page"' not in xml


@pytest.mark.office
def test_each_quick_win_has_a_sheet_of_one_or_two_pages(tmp_path: Path) -> None:
    document = book(name="buku-4")
    data = write_word(document, resources.find("word/dasar.docx").read_bytes()).data
    pages = pages_of(to_pdf(data, tmp_path))
    heads = [plain_text(block.pieces) for block in document.body if isinstance(block, Heading) and block.level == 2]
    sheets = heads[heads.index("Kemajuan") + 1 :]
    assert sheets
    starts = [next(number for number, page in enumerate(pages) if f"· {sheet}\n" in page) for sheet in sheets]
    assert all(1 <= later - earlier <= 2 for earlier, later in pairwise(starts))
    assert all(page.strip() for page in pages)


def test_the_gap_below_a_table_that_ends_a_section_takes_no_room(tmp_path: Path) -> None:
    table = next(block for block in book().body if isinstance(block, Table))
    xml = body_xml(book()._replace(front=(), body=(table,), back=()), tmp_path)
    last = xml[xml.rindex("</w:tbl>") :]
    assert '<w:spacing w:line="20" w:lineRule="exact"/>' in last
