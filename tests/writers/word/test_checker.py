"""The checker finds each fault it is there for."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from smartplan.book.remarks import Remark
from smartplan.writers.word import write_word
from tests.writers.word.checker import faults_of, parts_of
from tests.writers.word.sample import sample

if TYPE_CHECKING:
    from smartplan.writers.word import WordBook

BODY = "word/document.xml"
# part, what is replaced (first occurrence), by what, words of the fault
FAULTS = {
    "not well-formed": (BODY, "</w:body>", "", "not well-formed"),
    "bookmark id twice": (BODY, '<w:bookmarkStart w:id="2"', '<w:bookmarkStart w:id="1"', "bookmark id 1 occurs"),
    "bookmark name too long": (BODY, 'w:name="_sp_', 'w:name="_sp_' + "x" * 40, "too long"),
    "bookmark without end": (BODY, '<w:bookmarkEnd w:id="1"/>', "", "do not end"),
    "reference to nothing": (BODY, "PAGEREF _Toc", "PAGEREF _Tic", "no such bookmark"),
    "link to nothing": (BODY, 'w:anchor="_Toc', 'w:anchor="_Tic', "no such bookmark"),
    "field without end": (BODY, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "", "do not end"),
    "field without result": (BODY, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "", "no result"),
    "span against grid": (BODY, '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>', "columns of"),
    "cell without width": (BODY, '<w:tcW w:w="11906" w:type="dxa"/>', "", "no width"),
    "cell of another width": (BODY, '<w:tcW w:w="11906"', '<w:tcW w:w="11900"', "wide, its columns"),
    "drawing id twice": (BODY, '<wp:docPr id="2"', '<wp:docPr id="1"', "drawing id 1"),
    "unknown style": (BODY, '<w:pStyle w:val="BodyText"/>', '<w:pStyle w:val="Tiada"/>', "Tiada"),
    "unknown list": (BODY, '<w:numId w:val="6"/>', '<w:numId w:val="99"/>', "list 99"),
    "list without shape": ("word/numbering.xml", 'abstractNumId w:val="4"', 'abstractNumId w:val="44"', "no shape"),
    "relation to nothing": ("word/_rels/document.xml.rels", "media/sp-1.png", "media/sp-9.png", "does not exist"),
    "unknown relation": (BODY, 'r:embed="', 'r:embed="x', "relation"),
    "unknown footnote": (BODY, 'footnoteReference w:id="1"', 'footnoteReference w:id="7"', "footnote 7"),
    "part without type": ("[Content_Types].xml", 'Extension="png"', 'Extension="bmp"', "no content type"),
    "shape id twice": ("word/header-sp2.xml", "WaterMarkObject2", "WaterMarkObject1", "shape id"),
    "no language": ("docProps/core.xml", ">id-ID<", "><", "no language"),
    "picture without words": (BODY, 'descr="Diagram batang', 'x="Diagram batang', "has no words"),
    "another language": ("word/styles.xml", 'w:lang w:val="id-ID"', 'w:lang w:val="en-US"', "in en-US"),
    "heading that leaps": (
        BODY,
        '<w:pStyle w:val="Heading2"/>',
        '<w:pStyle w:val="Heading3"/>',
        "below one of level 1",
    ),
    "first page without header": (
        BODY,
        '<w:headerReference w:type="first"',
        '<w:headerReference w:type="even"',
        "names",
    ),
    "sheet on its side": (BODY, ' w:orient="landscape"', "", "lie as it says"),
    "table before the end": (BODY, "<w:body>", "<w:body><w:tbl><w:tblPr/><w:tblGrid/></w:tbl>", "no grid"),
}


@pytest.mark.parametrize(("part", "old", "new", "words"), FAULTS.values(), ids=FAULTS)
def test_each_fault_is_found(book: WordBook, part: str, old: str, new: str, words: str) -> None:
    parts = parts_of(book.data)
    text = parts[part].decode("utf-8")
    assert old in text
    parts[part] = text.replace(old, new, 1).encode("utf-8")
    assert any(words in fault for fault in faults_of(_zip(parts)))


@pytest.mark.parametrize(
    ("part", "old", "words"),
    [
        (BODY, '<w:commentRangeStart w:id="1"/>', "comment 1 has end, reference"),
        (BODY, '<w:commentRangeEnd w:id="1"/>', "comment 1 has start, reference"),
        (BODY, '<w:commentReference w:id="1"/>', "comment 1 has start, end"),
        ("word/comments.xml", '<w:comment w:id="1"', "comment 1 does not exist"),
        ("word/comments.xml", 'w:initials="SP"', "comment 0 has no author"),
    ],
)
def test_comments_without_place_or_author_are_found(base: bytes, part: str, old: str, words: str) -> None:
    remarks = [Remark("visi.rumusan", ("Catatan",)), Remark("qw.anggaran", ("Catatan",))]
    parts = parts_of(write_word(sample(), base, remarks=remarks).data)
    assert faults_of(_zip(parts)) == []
    text = parts[part].decode("utf-8")
    assert old in text
    new = old.replace('comment w:id="1"', 'comment w:id="7"') if old.startswith("<w:comment ") else ""
    parts[part] = text.replace(old, new, 1).encode("utf-8")
    assert words in faults_of(_zip(parts))


def test_control_tags_are_measured_and_compared(book: WordBook) -> None:
    parts = parts_of(book.data)
    control = (
        '<w:sdt><w:sdtPr><w:id w:val="1"/><w:tag w:val="{}"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>a</w:t></w:r></w:p>'
        "</w:sdtContent></w:sdt>"
    ).format("x" * 65)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", f"<w:body>{control * 2}".encode())
    faults = faults_of(_zip(parts))
    assert "a control's tag is too long" in faults
    assert any("control id 1" in fault for fault in faults)


def _zip(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()
