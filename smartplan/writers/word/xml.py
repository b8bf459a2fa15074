"""WordprocessingML as text: the one place where elements are spelled out. Each function names the element it makes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.writers.word.units import Twips

__all__ = [
    "DECLARATION",
    "NAMESPACES",
    "NO_BREAK",
    "attribute",
    "bookmark",
    "cell",
    "cell_bar",
    "cell_properties",
    "centred",
    "comment",
    "comment_end",
    "comment_own_mark",
    "comment_start",
    "complex_field",
    "escape",
    "field_begin",
    "field_end",
    "footnote",
    "footnote_reference",
    "hidden_field",
    "hyperlink",
    "line_break",
    "no_borders",
    "num",
    "number_reference",
    "page_break",
    "paragraph",
    "plain_run",
    "printed",
    "right_tab",
    "row",
    "run",
    "section_properties",
    "shading",
    "space",
    "tab",
    "table",
    "text",
    "vertical_centre",
]

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
)

_SPECIAL: Final = re.compile(r"[&<>\n\t\r]|Rp ")

Bar = Literal["top", "left", "bottom", "right"]


NO_BREAK: Final = "\u00a0"
"""Keeps the words on its sides on one line."""


def escape(value: str) -> str:
    """Text between tags. Control characters are not looked at here: the archive refuses them all at once."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def printed(value: str) -> str:
    """``escape`` for words that are read: an amount does not leave its Rp behind at the end of a line."""
    return escape(value.replace("Rp ", f"Rp{NO_BREAK}"))


def attribute(value: str) -> str:
    """Text between double quotes."""
    return escape(value).replace('"', "&quot;").replace("\n", " ").replace("\t", " ").replace("\r", " ")


def line_break() -> str:
    """``w:br``"""
    return "<w:br/>"


def tab() -> str:
    """``w:tab`` inside a run."""
    return "<w:tab/>"


def text(value: str) -> str:
    """``w:t``; line breaks become ``w:br`` and tabs ``w:tab`` between several of them."""
    if "\n" not in value and "\t" not in value and "\r" not in value:
        return f'<w:t xml:space="preserve">{printed(value)}</w:t>'
    lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "<w:br/>".join("<w:tab/>".join(_text(part) for part in line.split("\t")) for line in lines)


def _text(value: str) -> str:
    return f'<w:t xml:space="preserve">{printed(value)}</w:t>' if value else ""


def run(inside: str, properties: str = "") -> str:
    """``w:r``; ``properties`` is the inside of ``w:rPr``."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>" if properties else f"<w:r>{inside}</w:r>"


def plain_run(value: str) -> str:
    """``w:r`` with nothing but text, of which a book is full."""
    if _SPECIAL.search(value) is None:
        return f'<w:r><w:t xml:space="preserve">{value}</w:t></w:r>'
    return f"<w:r>{text(value)}</w:r>"


def paragraph(style: str, inside: str, properties: str = "") -> str:
    """``w:p``; ``properties`` is what follows ``w:pStyle`` in ``w:pPr``."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inside}</w:p>'


def number_reference(num_id: int, level: int) -> str:
    """``w:numPr``; number 0 takes a paragraph out of its style's list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'


def num(num_id: int, abstract_id: int, level: int, start: int) -> str:
    """``w:num``: a list of its own that starts anew at ``level``."""
    return (
        f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{abstract_id}"/>'
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
    )


def bookmark(identifier: int, name: str, inside: str) -> str:
    """``w:bookmarkStart`` and ``w:bookmarkEnd`` round ``inside``."""
    return f'<w:bookmarkStart w:id="{identifier}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{identifier}"/>'


def field_begin(instruction: str, properties: str = "") -> str:
    """The runs of a complex field up to its result."""
    asked = f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>'
    begin, separate = '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="separate"/>'
    return run(begin, properties) + run(asked, properties) + run(separate, properties)


def field_end(properties: str = "") -> str:
    return run('<w:fldChar w:fldCharType="end"/>', properties)


def complex_field(instruction: str, result: str, properties: str = "") -> str:
    """A field with the result that the reader sees before any update."""
    return field_begin(instruction) + run(text(result), properties) + field_end()


def hidden_field(instruction: str, result: str) -> str:
    """A field that counts and shows nothing: LibreOffice does not know the switch ``\\h``, so its runs are hidden."""
    hidden = "<w:vanish/>"
    return field_begin(instruction, hidden) + run(text(result), hidden) + field_end(hidden)


def hyperlink(inside: str, *, relation: str | None = None, anchor: str | None = None) -> str:
    """``w:hyperlink`` to an address (a relation) or to a bookmark."""
    target = f'r:id="{relation}"' if relation else f'w:anchor="{anchor}"'
    return f'<w:hyperlink {target} w:history="1">{inside}</w:hyperlink>'


def page_break() -> str:
    """``w:br`` to the next page."""
    return '<w:br w:type="page"/>'


def space(*, before: Twips | None = None, exactly: Twips | None = None) -> str:
    """``w:spacing`` of one paragraph: a gap above it, or a line of exact height."""
    above = f' w:before="{before}"' if before is not None else ""
    line = f' w:line="{exactly}" w:lineRule="exact"' if exactly is not None else ""
    return f"<w:spacing{above}{line}/>"


def right_tab(position: Twips, *, instead_of: Twips) -> str:
    """``w:tabs`` with one stop at the right edge of a wider page."""
    if position == instead_of:
        return ""
    cleared = f'<w:tab w:val="clear" w:pos="{instead_of}"/>'
    return f'<w:tabs>{cleared}<w:tab w:val="right" w:pos="{position}"/></w:tabs>'


def footnote_reference(style: str, identifier: int) -> str:
    """``w:footnoteReference`` in the body."""
    return run(f'<w:footnoteReference w:id="{identifier}"/>', f'<w:rStyle w:val="{style}"/>')


def footnote(identifier: int, paragraph_style: str, mark_style: str, inside: str) -> str:
    """``w:footnote`` with its own number first."""
    mark = run("<w:footnoteRef/>", f'<w:rStyle w:val="{mark_style}"/>')
    return f'<w:footnote w:id="{identifier}">{paragraph(paragraph_style, mark + run(text(" ")) + inside)}</w:footnote>'


def comment_start(identifier: int) -> str:
    """``w:commentRangeStart``"""
    return f'<w:commentRangeStart w:id="{identifier}"/>'


def comment_end(identifier: int, style: str) -> str:
    """``w:commentRangeEnd`` and the run that refers to the comment."""
    reference = run(f'<w:commentReference w:id="{identifier}"/>', f'<w:rStyle w:val="{style}"/>')
    return f'<w:commentRangeEnd w:id="{identifier}"/>{reference}'


def comment_own_mark(style: str) -> str:
    """``w:annotationRef``, the first run of a comment."""
    return run("<w:annotationRef/>", f'<w:rStyle w:val="{style}"/>')


def comment(identifier: int, paragraphs: str, *, author: str, initials: str, date: str = "") -> str:
    """``w:comment``; ``date`` as ``2026-02-28T00:00:00Z``."""
    stamp = f' w:date="{date}"' if date else ""
    signed = f'w:author="{attribute(author)}"{stamp} w:initials="{attribute(initials)}"'
    return f'<w:comment w:id="{identifier}" {signed}>{paragraphs}</w:comment>'


def shading(fill: str) -> str:
    """``w:shd`` with a plain fill, RRGGBB."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def centred() -> str:
    """``w:jc`` of a paragraph."""
    return '<w:jc w:val="center"/>'


def vertical_centre() -> str:
    """``w:vAlign`` of a cell."""
    return '<w:vAlign w:val="center"/>'


def cell_bar(side: Bar, size: int, color: str) -> str:
    """``w:tcBorders`` with one side drawn; ``size`` in eighths of a point."""
    return f'<w:tcBorders><w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{color}"/></w:tcBorders>'


def thin_borders(color: str) -> str:
    """The inside of ``w:tblBorders`` of a plain grid of hairlines."""
    return "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{color}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )


def no_borders() -> str:
    """The inside of ``w:tblBorders`` of a table that only lays out."""
    return "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))


def cell_properties(
    width: Twips, *, span: int = 1, merge: Literal["", "restart", "continue"] = "", more: str = ""
) -> str:
    """``w:tcPr``; ``more`` holds borders, shading, margins, alignment, in this order."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge == "restart" else "<w:vMerge/>" if merge else ""
    return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{merged}{more}</w:tcPr>'


def cell(properties: str, inside: str) -> str:
    """``w:tc``; ``inside`` must end with a paragraph."""
    return f"<w:tc>{properties}{inside}</w:tc>"


def row(cells: str, *, head: bool = False, split: bool = False, height: Twips | None = None) -> str:
    """``w:tr``; a ``head`` row repeats on each page, only a ``split`` row may break over pages."""
    inside = "" if split else "<w:cantSplit/>"
    inside += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height is not None else ""
    inside += "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr>{inside}</w:trPr>{cells}</w:tr>" if inside else f"<w:tr>{cells}</w:tr>"


_LOOK_WITH_HEAD: Final = '<w:tblLook w:val="0020" w:firstRow="1"/>'


def table(
    widths: Iterable[Twips],
    rows: Iterable[str],
    *,
    style: str | None = None,
    indent: int = 0,
    borders: str = "",
    margins: tuple[int, int, int, int] | None = None,
    title: str = "",
) -> str:
    """``w:tbl`` with a fixed grid. ``margins`` are top, left, bottom, right; ``title`` names it for screen readers."""
    columns = tuple(widths)
    properties = f'<w:tblStyle w:val="{style}"/>' if style else ""
    properties += f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblInd w:w="{indent}" w:type="dxa"/>'
    properties += f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    properties += '<w:tblLayout w:type="fixed"/>'
    if margins is not None:
        sides = zip(("top", "left", "bottom", "right"), margins, strict=True)
        inside = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
        properties += f"<w:tblCellMar>{inside}</w:tblCellMar>"
    rows = list(rows)
    properties += _LOOK_WITH_HEAD if rows and "<w:tblHeader/>" in rows[0] else '<w:tblLook w:val="0000"/>'
    properties += f'<w:tblCaption w:val="{attribute(title)}"/>' if title else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return "".join([f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>", *rows, "</w:tbl>"])


def section_properties(
    *,
    references: str,
    size: tuple[Twips, Twips],
    margins: tuple[Twips, Twips, Twips, Twips],
    distances: tuple[Twips, Twips],
    numbers: str = "",
    start: int | None = None,
    first_differs: bool = False,
    centred: bool = False,
) -> str:
    """``w:sectPr`` for a section that starts a page. ``margins`` are top, right, bottom, left; ``distances`` those of
    header and footer. A sheet wider than high lies on its side."""
    width, height = size
    turned = ' w:orient="landscape"' if width > height else ""
    top, right, bottom, left = margins
    header, footer = distances
    form = f' w:fmt="{numbers}"' if numbers else ""
    begin = f' w:start="{start}"' if start is not None else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="{header}" w:footer="{footer}" w:gutter="0"/>'
        + (f"<w:pgNumType{form}{begin}/>" if form or begin else "")
        + ('<w:vAlign w:val="center"/>' if centred else "")
        + ("<w:titlePg/>" if first_differs else "")
        + "</w:sectPr>"
    )
