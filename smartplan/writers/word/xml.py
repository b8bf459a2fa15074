"""The elements of WordprocessingML, as text: each function names the element that it makes."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape

__all__ = [
    "NAMESPACES",
    "attribute",
    "bookmark",
    "field",
    "hidden_field",
    "hyperlink",
    "paragraph",
    "run",
    "simple_text",
    "tab",
]

_OFFICE: Final = "http://schemas.openxmlformats.org"
NAMESPACES: Final = (
    f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}/officeDocument/2006/relationships" '
    f'xmlns:wp="{_OFFICE}/drawingml/2006/wordprocessingDrawing" '
    f'xmlns:a="{_OFFICE}/drawingml/2006/main" '
    f'xmlns:pic="{_OFFICE}/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def attribute(text: str) -> str:
    """``text`` for between double quotes."""
    return escape(text, {'"': "&quot;", "\n": " "})


def run(text: str, properties: str = "") -> str:
    """``w:r``: a line break in ``text`` is a ``w:br``, a tab a ``w:tab``."""
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    if "\n" not in text and "\t" not in text:
        return f'<w:r>{looks}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    parts: list[str] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            parts.append("<w:br/>")
        for position, part in enumerate(line.split("\t")):
            if position:
                parts.append("<w:tab/>")
            if part:
                parts.append(f'<w:t xml:space="preserve">{escape(part)}</w:t>')
    return f"<w:r>{looks}{''.join(parts)}</w:r>"


def tab() -> str:
    """``w:r`` with a ``w:tab``."""
    return "<w:r><w:tab/></w:r>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """``w:p``; it always has a ``w:pPr``, into which a section may put its ``w:sectPr``."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def simple_text(style: str, text: str, properties: str = "") -> str:
    """A ``w:p`` with one run."""
    return paragraph(style, run(text) if text else "", properties)


def field(instruction: str, result: str, properties: str = "") -> str:
    """A complex field: runs with ``w:fldChar`` and a result that is right before any update."""
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{looks}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{looks}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r>{looks}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(result, properties)}"
        f'<w:r>{looks}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def hidden_field(instruction: str) -> str:
    """A field without a visible result, such as a counter that only counts."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmark(name: str, number: int, content: str) -> str:
    """``w:bookmarkStart`` and ``w:bookmarkEnd`` round ``content``."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def hyperlink(content: str, *, anchor: str | None = None, relation: str | None = None) -> str:
    """``w:hyperlink`` to a bookmark or to a relation."""
    target = f'w:anchor="{anchor}"' if anchor else f'r:id="{relation}"'
    return f'<w:hyperlink {target} w:history="1">{content}</w:hyperlink>'
