"""Headings and captions: numbers that Word counts itself, with the marks that contents and references point to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.book.blocks import Contents
from smartplan.book.remarks import heading_anchor
from smartplan.writers.word import xml
from smartplan.writers.word.runs import anchored, captioned_number, inline
from smartplan.writers.word.writing import LIST_IDS, contents_bookmark, reference_bookmark
from smartplan.writers.word.xml import NO_BREAK

if TYPE_CHECKING:
    from smartplan.book.blocks import Heading, ListOfFigures, ListOfTables, Pieces
    from smartplan.book.numbering import Label
    from smartplan.writers.word.writing import Writing

__all__ = ["caption", "heading", "list_heading"]

_ANNEX_STYLES: Final = {1: "Judul Lampiran", 2: "Subjudul Lampiran", 3: "Anak Judul Lampiran"}
_NO_INDENT: Final = '<w:ind w:left="0" w:firstLine="0"/>'
_PLAIN_STYLES: Final = {2: "Subjudul Lepas", 3: "Anak Judul Lepas"}
_NO_PAGE_BREAK: Final = '<w:pageBreakBefore w:val="0"/>'
_GAP: Final = '<w:spacing w:before="480" w:after="200"/>'
_RUNS_ON: Final = _NO_PAGE_BREAK + _GAP


def heading(writing: Writing, block: Heading, *, within: str, opens_section: bool = False) -> str:
    """``within`` is the kind of the level 1 heading above ("bab", "lampiran", "depan"); ``opens_section`` says that a
    section break has started the page already."""
    if block.level == 1:
        writing.remarks.chapter = block.id
    remarks = [*writing.remarks.take(heading_anchor(block.id)), *writing.remarks.take_all(block.pieces)]
    return writing.remarks.mark_paragraph(_heading(writing, block, within, opens_section), remarks)


def _heading(writing: Writing, block: Heading, within: str, opens_section: bool) -> str:
    label = writing.labels[block.id]
    words = anchored(writing, block.pieces, inline(writing, block.pieces), kind="heading")
    if writing.static and label.kind in ("bab", "lampiran", "sub"):
        return _written_out(writing, block, label, words, within=within)
    if label.kind == "bab":
        return _marked(
            writing,
            "heading 1",
            block.id,
            xml.run(xml.line_break()) + words,
            after=_hidden_count("Bab", writing.next_chapter()),
            properties=_RUNS_ON if block.runs_on else "",
        )
    if label.kind == "lampiran":
        inside = xml.run(xml.line_break()) + words
        return _marked(writing, _ANNEX_STYLES[1], block.id, inside, after=_hidden_count("Lampiran", label.number))
    if block.level == 1:
        return _marked(writing, "Judul Depan", block.id, words, properties=_shape(block.runs_on, opens_section))
    if label.kind == "sub" and within == "lampiran":
        return _marked(writing, _ANNEX_STYLES[block.level], block.id, words)
    if label.kind == "sub" and within == "bab":
        return _marked(writing, f"heading {block.level}", block.id, words)
    number = xml.run(xml.text(f"{label.number} ")) if label.number else ""
    return _marked(writing, _PLAIN_STYLES[block.level], block.id, number + words)


def _written_out(writing: Writing, block: Heading, label: Label, words: str, *, within: str) -> str:
    """A heading that carries its number as words, set as its list would set it."""
    annex = label.kind == "lampiran" or (label.kind == "sub" and within == "lampiran")
    style = _ANNEX_STYLES[block.level] if annex else f"heading {block.level}"
    level = writing.base.level(style)
    opens = label.kind != "sub"
    number = xml.run(xml.text(label.text if opens else label.number), level.look)
    between = xml.run(xml.line_break() if opens else xml.tab())
    properties = xml.number_reference(0, 0) + (_GAP if block.runs_on else "") + (level.indent or _NO_INDENT)
    return _marked(writing, style, block.id, number + between + words, properties=properties)


def list_heading(
    writing: Writing, block: Contents | ListOfTables | ListOfFigures, *, opens_section: bool = False
) -> str:
    """The heading over the contents or a list."""
    inside = xml.run(xml.text(block.title))
    properties = _shape(isinstance(block, Contents) and block.runs_on, opens_section)
    return _marked(writing, "Judul Depan", LIST_IDS[type(block)], inside, properties=properties)


def _shape(runs_on: bool, opens_section: bool) -> str:
    return _RUNS_ON if runs_on else _NO_PAGE_BREAK if opens_section else ""


def caption(writing: Writing, identifier: str, pieces: Pieces, *, style: str) -> str:
    """ "Tabel 2.1" as counting fields, then the words."""
    label = writing.labels[identifier]
    remarks = writing.remarks.take_all(pieces)
    sequence = "Tabel" if label.kind == "tabel" else "Gambar"
    chapter, count = captioned_number(label.number)
    counting = f"SEQ {sequence} \\* ARABIC"
    inside = xml.run(xml.text(f"{sequence}{NO_BREAK}"))
    if writing.static:
        inside = xml.run(xml.text(f"{sequence}{NO_BREAK}{label.number}"))
    elif chapter.startswith("L"):
        inside += xml.run(xml.text("L")) + xml.complex_field("SEQ Lampiran \\c", chapter[1:]) + xml.run(xml.text("."))
        # \s follows chapters only, so the first caption of an annex starts the count itself.
        counting += " \\r 1" if count == "1" else ""
    elif chapter:
        inside += xml.complex_field("SEQ Bab \\c", chapter) + xml.run(xml.text("."))
        counting += " \\s 1"
    if not writing.static:
        inside += xml.complex_field(counting, count)
    marked = writing.bookmark(reference_bookmark(identifier), inside)
    words = xml.run(xml.text(" ")) + anchored(writing, pieces, inline(writing, pieces), kind="caption")
    inside = writing.bookmark(contents_bookmark(identifier), marked + words)
    return xml.paragraph(writing.style(style), writing.remarks.mark(inside, remarks))


def _marked(
    writing: Writing, style: str, identifier: str, inside: str, *, after: str = "", properties: str = ""
) -> str:
    referred = writing.bookmark(reference_bookmark(identifier), inside)
    return xml.paragraph(
        writing.style(style), writing.bookmark(contents_bookmark(identifier), referred) + after, properties
    )


def _hidden_count(sequence: str, result: str) -> str:
    """Counts chapters for the captions below and shows nothing."""
    return xml.hidden_field(f"SEQ {sequence} \\h", result)
