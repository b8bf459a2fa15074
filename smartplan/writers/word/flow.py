"""Blocks -> paragraphs and tables, anywhere: in the text, in a box, in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.book.blocks import (
    Block,
    Callout,
    Contents,
    Figure,
    Heading,
    KeyFigures,
    LetterHead,
    ListBlock,
    ListOfFigures,
    ListOfTables,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
)
from smartplan.writers.word import xml
from smartplan.writers.word.boxes import BOX_PADDING, callout, key_figures, signatures
from smartplan.writers.word.columns import CELL_SIDE, columns
from smartplan.writers.word.contents import contents
from smartplan.writers.word.figures import figure
from smartplan.writers.word.headings import heading
from smartplan.writers.word.letterhead import letterhead
from smartplan.writers.word.runs import text_paragraph
from smartplan.writers.word.tables import table
from smartplan.writers.word.units import Twips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartplan.writers.word.writing import Writing

__all__ = ["Place", "flow"]

_STYLES: Final = {
    "body": "Body Text",
    "center": "Isi Tengah",
    "right": "Isi Kanan",
    "note": "Catatan",
    "quote": "Quote",
    "lead": "Pengantar",
    "line": "Body Text",
    "title": "Isi Tengah",
    "annex": "Lampiran Naskah",
    "display": "Besar",
}
_LINE: Final = (
    '<w:tabs><w:tab w:val="left" w:pos="1247"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:left="1361" w:hanging="1361"/><w:jc w:val="left"/>'
)
"""A line of the head of a letter: "Nomor", a tab, the colon; what goes on in a second line stands below the first."""
_PLAIN_LINE: Final = '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>'
_TITLE_LINE: Final = '<w:keepNext/><w:spacing w:before="0" w:after="0" w:line="288" w:lineRule="auto"/>'
_TITLES: Final = {1: "Judul Naskah", 2: "Subjudul Naskah", 3: "Anak Judul Naskah"}
_ANNEX: Final = 6.4 / 15  # of the text's width stands free at the left of the head of an annex
_LIST_STYLES: Final = {"bullet": "List Bullet", "decimal": "List Number", "alpha": "Daftar Huruf"}
_DEEPEST: Final = 2
_INDENT: Final = Twips(397)  # of a list level, as the lists of the base have it


class Place(NamedTuple):
    """Where blocks stand: the width they have, the list level round them (-1 outside), in a box or not, and the kind
    of the chapter ("bab", "lampiran", "depan")."""

    width: Twips
    level: int = -1
    boxed: bool = False
    within: str = "depan"
    opens_section: bool = False

    @property
    def indent(self) -> int:
        """How far lists push their content in, in twips."""
        return (self.level + 1) * _INDENT


def flow(writing: Writing, blocks: Sequence[Block], place: Place) -> list[str]:
    """Each entry is one whole paragraph or table, so that the caller may set a section mark in the last."""
    made: list[str] = []
    for block in blocks:
        made += _block(writing, block, place)
    return made


def _block(writing: Writing, block: Block, place: Place) -> list[str]:
    room = Twips(place.width - place.indent)
    match block:
        case Paragraph():
            return [_paragraph(writing, block, place)]
        case Heading():
            return [heading(writing, block, within=place.within, opens_section=place.opens_section)]
        case ListBlock():
            return _list(writing, block, place)
        case Table(style="plain"):
            return columns(writing, block, width=room, indent=place.indent)
        case Table():
            sober = writing.document.layout == "letter" and place.within == "depan"
            return table(writing, block, width=room, indent=place.indent, sober=sober)
        case Figure():
            return figure(writing, block, width=room)
        case KeyFigures():
            return key_figures(writing, block, width=room, indent=place.indent)
        case Callout():
            inner = Place(width=Twips(room - 2 * BOX_PADDING), boxed=True, within=place.within)
            inside = "".join(flow(writing, block.blocks, inner))
            return callout(writing, block, inside, width=room, indent=place.indent)
        case Signatures():
            return signatures(writing, block, width=place.width)
        case PageBreak():
            return [xml.paragraph(writing.style("Jarak"), xml.run(xml.page_break()))]
        case LetterHead():
            return letterhead(writing, block)
        case Contents() | ListOfTables() | ListOfFigures():
            return contents(writing, block, opens_section=place.opens_section)


def _paragraph(writing: Writing, block: Paragraph, place: Place) -> str:
    properties = ""
    style = "Kotak" if place.boxed and block.style == "body" else _STYLES[block.style]
    if block.style == "line":
        properties = _LINE if any("\t" in piece.text for piece in block.pieces) else _PLAIN_LINE
    if block.style == "title" and block.level:
        return text_paragraph(writing, _TITLES[block.level], block.pieces, key=block.key, properties=properties)
    if block.style == "annex":
        properties = f'<w:ind w:left="{round(place.width * _ANNEX) + CELL_SIDE}"/>'
    if block.style == "title":
        pieces = tuple(piece._replace(strong=True) for piece in block.pieces)
        return text_paragraph(writing, style, pieces, key=block.key, properties=_TITLE_LINE)
    if place.level >= 0 and not properties:
        properties = f'<w:ind w:left="{place.indent}"/>'
    return text_paragraph(writing, style, block.pieces, key=block.key, properties=properties)


def _list(writing: Writing, block: ListBlock, place: Place) -> list[str]:
    level = min(place.level + 1, _DEEPEST)
    style = _LIST_STYLES[block.marker if block.ordered else "bullet"]
    number = writing.new_list(style, level, block.start) if block.ordered else writing.base.number(style)
    numbered = xml.number_reference(number, level)
    inner = place._replace(level=level, opens_section=False)
    look = "Kotak" if place.boxed else style
    made: list[str] = []
    for item in block.items:
        first = item[0] if item else None
        rest = item
        if isinstance(first, Paragraph):
            made.append(text_paragraph(writing, look, first.pieces, key=first.key, kind="item", properties=numbered))
            rest = item[1:]
        else:
            made.append(xml.paragraph(writing.style(look), "", numbered))
        made += flow(writing, rest, inner)
    return made
