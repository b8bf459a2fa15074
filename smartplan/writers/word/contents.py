"""Contents, list of tables, list of figures: real fields whose results we write ourselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.book.blocks import Contents, ListOfFigures, ListOfTables
from smartplan.writers.word import xml
from smartplan.writers.word.headings import list_heading

if TYPE_CHECKING:
    from smartplan.writers.word.writing import Entry, Writing

__all__ = ["contents", "list_entries"]

_UNKNOWN_PAGE: Final = "–"
_EMPTY: Final = {
    Contents: "Buku ini tidak memuat judul.",
    ListOfTables: "Buku ini tidak memuat tabel.",
    ListOfFigures: "Buku ini tidak memuat gambar.",
}
_FIELDS: Final = {
    Contents: 'TOC \\o "1-3" \\h \\z \\u',
    ListOfTables: 'TOC \\h \\z \\c "Tabel"',
    ListOfFigures: 'TOC \\h \\z \\c "Gambar"',
}
_KINDS: Final = {Contents: "heading", ListOfTables: "tabel", ListOfFigures: "gambar"}
_NO_LEFT_TAB: Final = '<w:ind w:left="0" w:firstLine="0"/>'


def list_entries(writing: Writing, block: Contents | ListOfTables | ListOfFigures) -> list[Entry]:
    depth = block.depth if isinstance(block, Contents) else 3
    return [entry for entry in writing.entries if entry.kind == _KINDS[type(block)] and entry.level <= depth]


def contents(
    writing: Writing, block: Contents | ListOfTables | ListOfFigures, *, opens_section: bool = False
) -> list[str]:
    """The paragraphs of a list with its heading; a sentence where there is nothing to list."""
    made = [list_heading(writing, block, opens_section=opens_section)]
    entries = list_entries(writing, block)
    if not entries:
        made.append(xml.paragraph(writing.style("Body Text"), xml.run(xml.text(_EMPTY[type(block)]))))
        return made
    asked = _FIELDS[type(block)]
    if isinstance(block, Contents):
        asked = asked.replace("1-3", f"1-{block.depth}")
    opening = xml.field_begin(asked)
    for entry in entries:
        made.append(_line(writing, entry, opening))
        opening = ""
    made.append(xml.paragraph(writing.style("Jarak"), xml.field_end()))
    return made


def _line(writing: Writing, entry: Entry, opening: str) -> str:
    style = f"toc {entry.level}" if entry.level else "table of figures"
    tab = xml.run(xml.tab())
    number = xml.run(xml.text(entry.number)) + tab if entry.number else ""
    printed = writing.pages.get(entry.bookmark, _UNKNOWN_PAGE)
    page = xml.run(xml.text(printed)) if writing.static else xml.complex_field(f"PAGEREF {entry.bookmark} \\h", printed)
    inside = xml.hyperlink(number + xml.run(xml.text(entry.text)) + tab + page, anchor=entry.bookmark)
    # Without a number the tab must lead to the page, not to the place where titles start.
    properties = _clear_tab(writing, style) if not entry.number else ""
    return xml.paragraph(writing.style(style), opening + inside, properties)


def _clear_tab(writing: Writing, style: str) -> str:
    stop = writing.base.left_tab(style)
    cleared = f'<w:tabs><w:tab w:val="clear" w:pos="{stop}"/></w:tabs>' if stop is not None else ""
    return cleared + _NO_LEFT_TAB
