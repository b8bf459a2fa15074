"""Letters in Word: each a section of its own with letterhead and own page numbers, and no cover."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import docx
import pytest

from smartplan.book.blocks import (
    Cell,
    Column,
    Document,
    LetterHead,
    Paragraph,
    Piece,
    Row,
    Signature,
    Signatures,
    Table,
)
from smartplan.writers.markdown import write_markdown
from smartplan.writers.word import write_word
from tests.office import pages_of, require_office, to_pdf
from tests.writers.word.checker import audit, faults_of
from tests.writers.word.reading import W, paragraphs, root_of, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from smartplan.book.blocks import Block

LOGO = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (40).to_bytes(4, "big") + (60).to_bytes(4, "big")
OFFICE = "Pemerintah Kabupaten Rekaan"
HEAD = "PEMERINTAH KABUPATEN REKAAN"


def words(text: str, style: Any = "body") -> Paragraph:
    return Paragraph((Piece(text),), style)


def letter(number: int, rows: int = 1) -> list[Block]:
    made = tuple(Row(((Piece(str(at)),), (Piece(f"isian {at}"),))) for at in range(rows))
    return [
        words("Nomor\t: ....", "line"),
        words(f"Yth. Kepala Dinas {number}", "line"),
        Table(f"butir-{number}", (Column("No.", 1), Column("Apa", 5)), made),
        words("Demikian disampaikan."),
        Signatures((Signature((((Piece("Ketua,")),),), (Piece("Rekaan Tekun"),)),)),
    ]


def letters(*rows: int, logo: bytes | None = None, **changes: Any) -> Document:
    body: list[Block] = []
    for number, count in enumerate(rows, 1):
        body += [LetterHead("office", (OFFICE, "Sekretariat Daerah"), logo=logo), *letter(number, count)]
    made = Document(
        "tagihan",
        "",
        "Tagihan",
        "Kabupaten Rekaan",
        "Pemerintah Kabupaten Rekaan",
        "",
        draft=False,
        body=tuple(body),
        layout="letter",
    )
    return made._replace(**changes)


@pytest.mark.parametrize("changes", [{}, {"fictional": True}, {"logo": LOGO}, {"body": ()}])
def test_letters_are_a_sound_file(base: bytes, changes: dict[str, Any]) -> None:
    data = write_word(letters(1, 3, **changes), base).data
    assert faults_of(data) == []
    assert audit(data) == []
    assert write_word(letters(1, 3, **changes), base).data == data


def test_each_letter_is_a_section_that_counts_its_own_pages(base: bytes) -> None:
    opened = docx.Document(io.BytesIO(write_word(letters(1, 1, 1), base).data))
    assert len(opened.sections) == 3
    for section in opened.sections:
        assert section.different_first_page_header_footer
        assert section._sectPr.find(f"{W}pgNumType").get(f"{W}start") == "1"
        assert section.first_page_header.paragraphs[0].text == ""
        assert section.header.paragraphs[-1].text == "- 2 -"
    texts = [paragraph.text for paragraph in opened.paragraphs]
    assert texts.count(HEAD) == texts.count("SEKRETARIAT DAERAH") == 3
    assert "Tagihan" not in texts, "no cover, no title page"
    assert len([table for table in opened.tables if table.rows[0].cells[0].text == "No."]) == 3


def test_lines_of_the_head_stand_close_and_their_colons_below_each_other(base: bytes) -> None:
    root = root_of(write_word(letters(1), base).data)
    number, recipient = (
        next(one for one in paragraphs(root) if text_of(one).startswith(begin)) for begin in ("Nomor", "Yth.")
    )
    assert text_of(number) == "Nomor\t: ...."
    assert number.find(f"{W}pPr/{W}tabs") is not None
    assert recipient.find(f"{W}pPr/{W}tabs") is None
    assert {one.find(f"{W}pPr/{W}spacing").get(f"{W}after") for one in (number, recipient)} == {"0"}


def test_a_letter_of_a_made_up_region_says_so_on_every_page(base: bytes) -> None:
    opened = docx.Document(io.BytesIO(write_word(letters(1, fictional=True), base).data))
    section = opened.sections[0]
    for header in (section.first_page_header, section.header):
        assert header.paragraphs[0].text == "Daerah rekaan: semua isi naskah ini fiktif, hanya contoh"


def test_the_logo_stands_beside_the_names(base: bytes) -> None:
    opened = docx.Document(io.BytesIO(write_word(letters(1, logo=LOGO), base).data))
    head = opened.tables[0].rows[0].cells
    assert head[0]._tc.findall(f".//{W}drawing")
    assert head[1].text.splitlines() == [HEAD, "SEKRETARIAT DAERAH"]


def test_a_line_is_plain_text_in_markdown() -> None:
    assert "Yth. Kepala Dinas 1" in write_markdown(letters(1))


@pytest.mark.office
def test_laid_out_every_letter_begins_on_its_own_page_and_none_is_empty(base: bytes, tmp_path: Path) -> None:
    require_office()
    pages = pages_of(to_pdf(write_word(letters(1, 80, 2), base).data, tmp_path))
    begins = [number for number, page in enumerate(pages) if HEAD in page]
    assert len(begins) == 3
    assert all(page.strip() for page in pages)
    assert "Kepala Dinas 2" in pages[begins[1]]
    assert begins[2] - begins[1] > 1, "the long letter takes several pages"
    numbers = [page.split("No.")[0].replace(" ", "").strip() for page in pages]
    assert numbers[begins[1] + 1] == "-2-", "the heads of the table stand on each page too"
    assert not any(number == "-1-" for number in numbers)


def test_the_last_words_of_a_letter_go_with_its_signature(base: bytes) -> None:
    body = root_of(write_word(letters(1), base).data)
    [last] = [node for node in body.iter(f"{W}p") if text_of(node) == "Demikian disampaikan."]
    assert last.find(f"{W}pPr/{W}keepNext") is not None


def test_names_of_two_signers_stand_at_one_height(base: bytes) -> None:
    signers = (
        Signature(((Piece("PIHAK KEDUA,"),),), (Piece("Rekaan Satu"),)),
        Signature(((Piece("PIHAK KESATU,"),), (Piece("Direktur"),)), (Piece("Rekaan Dua"),)),
    )
    document = letters(1)._replace(body=(LetterHead("none"), Signatures(signers)))
    opened = docx.Document(io.BytesIO(write_word(document, base).data))
    assert [cell.text for cell in opened.tables[0].rows[1].cells] == ["Rekaan Satu", "Rekaan Dua"]


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (LetterHead("leader", ("Bupati Rekaan",), (14, 14)), ["(lambang)", "BUPATI REKAAN"]),
        (LetterHead("none"), []),
        (LetterHead("office", (OFFICE, "Dinas", "Jalan Satu Nomor 1")), [HEAD, "DINAS", "Jalan Satu Nomor 1"]),
    ],
)
def test_each_letter_has_the_head_of_who_writes(base: bytes, head: LetterHead, words: list[str]) -> None:
    data = write_word(letters(1)._replace(body=(head, Paragraph((Piece("Isi."),)))), base).data
    opened = docx.Document(io.BytesIO(data))
    assert [paragraph.text for paragraph in opened.paragraphs if paragraph.text] == [*words, "Isi."]
    assert faults_of(data) == []


def test_the_two_parties_of_an_agreement_have_a_slot_for_their_arms_each(base: bytes) -> None:
    document = letters(1)._replace(body=(LetterHead("pair", logo=LOGO), Paragraph((Piece("Isi."),))))
    data = write_word(document, base).data
    [table] = docx.Document(io.BytesIO(data)).tables
    left, _, right = table.rows[0].cells
    assert (left.text, right.text) == ("", "(lambang)")
    assert faults_of(data) == []


def test_text_in_columns_has_no_rules_and_may_go_over_pages(base: bytes) -> None:
    rows = tuple(Row(((Piece("Menimbang" if not at else ""),), (Piece(f"bahwa {at}"),))) for at in range(3))
    block = Table("ketentuan", (Column("", 1), Column("", 4)), rows, style="plain")
    data = write_word(letters(1)._replace(body=(LetterHead("none"), block)), base).data
    table = root_of(data).find(f".//{W}tbl")
    assert {node.get(f"{W}val") for node in table.find(f"{W}tblPr/{W}tblBorders")} == {"nil"}
    assert table.find(f".//{W}cantSplit") is None
    assert write_markdown(letters(1)._replace(body=(block,))).endswith("Menimbang bahwa 0\n\nbahwa 1\n\nbahwa 2\n")
    assert faults_of(data) == []


def test_the_last_words_in_columns_go_with_the_signature_too(base: bytes) -> None:
    rows = tuple(Row(((Piece("KESATU"),), (Piece(f"Diktum {at}."),))) for at in range(2))
    block = Table("diktum", (Column("", 1), Column("", 4)), rows, style="plain")
    signed = Signatures((Signature(((Piece("BUPATI,"),),), (Piece("Rekaan Satu"),)),))
    body = root_of(write_word(letters(1)._replace(body=(LetterHead("none"), block, signed)), base).data)
    kept = {text_of(node): node.find(f"{W}pPr/{W}keepNext") is not None for node in body.iter(f"{W}p")}
    assert (kept["Diktum 0."], kept["Diktum 1."]) == (False, True)
    # LibreOffice keeps whole tables only.
    assert [text_of(table) for table in body.iter(f"{W}tbl")] == [
        *("KESATUDiktum 0.", "KESATUDiktum 1."),
        "BUPATI,Rekaan Satu",
    ]


TITLES = (
    Paragraph((Piece("KEPUTUSAN BUPATI"),), "title", level=1),
    Paragraph((Piece("NOMOR 1"),), "title"),
    Paragraph((Piece("BAB I"), Piece("\n"), Piece("UMUM:")), "title", level=2),
    Paragraph((Piece("Pasal 1"),), "title", level=3),
    Paragraph((Piece("LAMPIRAN"),), "annex", level=1),
)


def test_titles_of_a_letter_and_its_parts_are_headings(base: bytes) -> None:
    data = write_word(letters(1)._replace(body=(LetterHead("none"), *TITLES)), base).data
    opened = docx.Document(io.BytesIO(data))
    levels = {
        style.name: level.get(f"{W}val")
        for style in opened.styles
        if (level := style.element.find(f"{W}pPr/{W}outlineLvl")) is not None
    }
    assert [(one.text, levels.get(one.style.name)) for one in opened.paragraphs if one.style and one.text] == [
        ("KEPUTUSAN BUPATI", "0"),
        ("NOMOR 1", None),
        ("BAB I\nUMUM:", "1"),
        ("Pasal 1", "2"),
        ("LAMPIRAN", "0"),
    ]
    assert faults_of(data) == []


def test_in_markdown_they_are_headings_too() -> None:
    text = write_markdown(letters(1)._replace(body=(LetterHead("none"), *TITLES)))
    assert text.endswith("\n\n## KEPUTUSAN BUPATI\n\nNOMOR 1\n\n### BAB I UMUM\n\n#### Pasal 1\n\n## LAMPIRAN\n")


def test_a_clause_and_its_first_item_share_a_row_that_does_not_break(base: bytes) -> None:
    columns = (Column("", 3), Column("", 1), Column("", 10))
    rows = (
        Row(((Piece("KESATU"),), Cell((Piece("Tugas:"), Piece("\n"), Piece("a.\t"), Piece("satu;")), 2))),
        Row(((), (Piece("b."),), (Piece("dua."),))),
    )
    document = letters(1)._replace(body=(LetterHead("none"), Table("diktum", columns, rows, style="plain")))
    data = write_word(document, base).data
    first, second = root_of(data).find(f".//{W}tbl").iterfind(f"{W}tr")
    clause, item = first.findall(f"{W}tc")[1].findall(f"{W}p")
    assert [text_of(clause), text_of(item)] == ["Tugas:", "a.\tsatu;"]
    assert (clause.find(f"{W}pPr/{W}ind"), first.find(f"{W}trPr/{W}cantSplit") is not None) == (None, True)
    assert second.find(f"{W}trPr") is None
    # What follows the tab stands below the words of the column where the other items stand.
    width = second.findall(f"{W}tc")[1].find(f"{W}tcPr/{W}tcW").get(f"{W}w")
    assert item.find(f"{W}pPr/{W}ind").attrib == {f"{W}left": width, f"{W}hanging": width}
    assert faults_of(data) == []
    assert write_markdown(document).endswith("\n\nKESATU Tugas:\n\na. satu;\n\nb. dua.\n")
