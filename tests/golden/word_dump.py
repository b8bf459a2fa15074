"""A Word book as text that can be read and compared: the style of each paragraph and its words, tables as rows.

What Word would show is written: results of fields, not their instructions; nothing hidden; ``⏎`` for a break inside a
paragraph and ``⇥`` for a tab. Between sections stands their page format and how pages are numbered.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import docx
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

__all__ = ["dump"]

_BREAKS: Final = {qn("w:br"): "⏎", qn("w:tab"): "⇥", qn("w:cr"): "⏎"}
_DROPPED: Final = {qn("w:instrText"), qn("w:rPr"), qn("w:pPr"), qn("w:footnoteReference")}


def dump(data: bytes) -> str:
    """One line a paragraph or row."""
    document = docx.Document(io.BytesIO(data))
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    names = {style.style_id: style.name or style.style_id for style in document.styles}
    for element in document.element.body:
        yield from _block(element, names)
        section = element if element.tag == qn("w:sectPr") else element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        if section is not None:
            yield _section(section)


def _block(element: BaseOxmlElement, names: dict[str, str]) -> Iterator[str]:
    if element.tag == qn("w:p"):
        words = _words(element)
        yield f"[{_style(element, names)}] {words}".rstrip()
    elif element.tag == qn("w:tbl"):
        yield "<tabel>"
        for row in element.iter(qn("w:tr")):
            if row.getparent() is element:
                yield _row(row, names)
        yield "</tabel>"
    elif element.tag == qn("w:sdt"):
        for inner in element.find(qn("w:sdtContent")):
            yield from _block(inner, names)


def _row(row: BaseOxmlElement, names: dict[str, str]) -> str:
    cells = []
    for cell in row.iter(qn("w:tc")):
        if cell.getparent() is not row:
            continue
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        words = " ¶ ".join(_words(paragraph) for paragraph in cell.iter(qn("w:p")))
        cells.append(f"{words} ⟨{span.get(qn('w:val'))}⟩" if span is not None else words)
    head = "‖" if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None else "|"
    return f"{head} {f' {head} '.join(cells)} {head}"


def _style(paragraph: BaseOxmlElement, names: dict[str, str]) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return names.get(style.get(qn("w:val")), "?") if style is not None else "Normal"


def _words(paragraph: BaseOxmlElement) -> str:
    return "".join(_pieces(paragraph))


def _pieces(element: BaseOxmlElement) -> Iterator[str]:
    for child in element:
        if child.tag in _DROPPED:
            continue
        if child.tag == qn("w:r") and child.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None:
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag == qn("w:drawing"):
            properties = next(child.iter(qn("wp:docPr")))
            yield f"⟨gambar: {properties.get('descr') or properties.get('name')}⟩"
        else:
            yield from _pieces(child)


def _section(section: BaseOxmlElement) -> str:
    size = section.find(qn("w:pgSz"))
    numbers = section.find(qn("w:pgNumType"))
    turned = "lanskap" if size.get(qn("w:orient")) == "landscape" else "tegak"
    form = numbers.get(qn("w:fmt")) or "decimal" if numbers is not None else "decimal"
    start = numbers.get(qn("w:start")) if numbers is not None else None
    return f"--- seksi {turned}, nomor {form}{f' mulai {start}' if start else ''}"
