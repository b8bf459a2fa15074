"""The static book, of which a PDF is made: the same words without anything that a layout engine would count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from smartplan.writers.word import write_word
from smartplan.writers.word.base import read_base
from tests.office import pages_of, require_office, to_pdf
from tests.writers.word.checker import audit, faults_of, parts_of
from tests.writers.word.reading import NAMES, instructions, paragraphs, root_of, style_of, text_of
from tests.writers.word.sample import sample

if TYPE_CHECKING:
    from pathlib import Path

    from lxml import etree


@pytest.fixture(scope="module")
def static(base: bytes) -> bytes:
    return write_word(sample(), base, static=True).data


@pytest.fixture(scope="module")
def static_body(static: bytes) -> etree._Element:
    return root_of(static)


def heads(body: etree._Element, *styles: str) -> list[str]:
    return [text_of(node) for style in styles for node in paragraphs(body, style)]


def test_headings_carry_their_number_as_words_and_keep_their_level(static_body: etree._Element) -> None:
    assert heads(static_body, "Heading1") == ["BAB I\nPendahuluan", "BAB II\nRencana Aksi Kabupaten Rekaan"]
    assert heads(static_body, "Heading2")[2:] == ["2.1\tProgram", "2.2\tProgram menurut tahun", "2.3\tQuick Win"]
    assert heads(static_body, "Heading3") == ["1.2.1\tSistematika"]
    assert heads(static_body, "JudulLampiran") == ["Lampiran 1\nKelembagaan", "Lampiran 2\nKomitmen"]
    assert heads(static_body, "SubjudulLampiran", "AnakJudulLampiran") == ["L1.1\tSusunan Dewan", "L1.1.1\tTugas"]


def test_a_written_number_looks_and_stands_as_its_list_would_set_it(static_body: etree._Element) -> None:
    chapter, section = paragraphs(static_body, "Heading1")[0], paragraphs(static_body, "Heading2")[0]
    assert chapter.xpath("w:r[1]/w:rPr/w:color/@w:val", namespaces=NAMES) == ["7A5F00"]
    assert chapter.xpath("w:pPr/w:numPr/w:numId/@w:val", namespaces=NAMES) == ["0"]
    assert section.xpath("w:pPr/w:ind/@w:hanging", namespaces=NAMES) == ["680"]


def test_a_list_of_the_base_without_looks_gives_plain_numbers(base: bytes) -> None:
    assert read_base(base).level("heading 1").look == '<w:color w:val="7A5F00"/>'
    assert read_base(base).level("Body Text") == ("", "")


@pytest.mark.parametrize(("changes", "holes"), [({}, False), ({"draft": False}, True)])
def test_the_watermark_of_a_draft_is_seen_through_a_drawing(base: bytes, changes: dict[str, bool], holes: bool) -> None:
    parts = parts_of(write_word(sample(**changes), base, static=True).data)
    [drawing] = [data for name, data in parts.items() if name.endswith(".svg") and b"1.850" in data]
    assert (b'<rect width="560" height="240" fill="#FFFFFF"/>' in drawing) is holes
    assert drawing.count(b"<rect") == 3 + holes


def test_captions_references_and_pages_are_words(static_body: etree._Element) -> None:
    assert [text.split(" ")[0] for text in heads(static_body, "JudulTabel")] == [
        f"Tabel\u00a0{number}" for number in ("2.1", "2.2", "2.3", "L1.1", "L2.1")
    ]
    line = next(node for node in paragraphs(static_body, "BodyText") if "Uraian lengkap" in text_of(node))
    said = "Uraian lengkap ada di Tabel~2.1, Gambar~2.1, BAB~II, Subbab~2.3, dan Lampiran~1."
    assert text_of(line).startswith(said.replace("~", "\u00a0"))
    assert len(line.xpath("w:hyperlink[starts-with(@w:anchor, '_Ref')]", namespaces=NAMES)) == 5
    assert {words.split()[0] for words in instructions(static_body)} == {"TOC"}


def test_the_words_are_those_of_the_book_with_fields(body: etree._Element, static_body: etree._Element) -> None:
    def said(root: etree._Element) -> list[str]:
        return [
            re.sub(r"^(BAB [IVX]+|Lampiran \d+)(?=\n)|^[L\d.]+\t", "", text_of(node))
            for node in paragraphs(root)
            if not style_of(node).startswith(("TOC", "TableofFigures"))
        ]

    assert said(static_body) == said(body)


def test_nothing_leads_back_to_the_plan(static: bytes, static_body: etree._Element, base: bytes) -> None:
    assert write_word(sample(), base, static=True).block_map == b""
    assert not any(name.startswith("customXml/") or name == "docProps/custom.xml" for name in parts_of(static))
    assert static_body.xpath("//w:bookmarkStart[starts-with(@w:name, '_sp_')]", namespaces=NAMES) == []


def test_it_is_still_a_draft_that_says_so(static: bytes) -> None:
    assert any(b"KONSEP" in content for name, content in parts_of(static).items() if "header" in name)


def test_it_is_a_sound_word_file(static: bytes) -> None:
    # Number 0 takes a heading out of its list; the auditor looks for a list of that number.
    assert [fault for fault in audit(static) if "Numbering definition '0'" not in fault] == []
    assert faults_of(static) == []


@pytest.mark.office
def test_libreoffice_prints_the_numbers_of_the_book(static: bytes, tmp_path: Path) -> None:
    require_office()
    text = "\n".join(pages_of(to_pdf(static, tmp_path)))
    assert not re.search(r"\b[IVX]+\.\d", text), "chapters in roman before a point"
    # Old versions of LibreOffice print II.1 for the section and go on counting tables from the chapter before.
    for said in (r"^\s*2\.3\s+Quick Win$", r"^\s*Tabel 2\.1 Program dan anggaran$", r"^\s*Tabel L2\.1 Komitmen$"):
        assert re.search(said, text, re.MULTILINE), said
