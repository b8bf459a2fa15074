"""Reads what a Word file says, for assertions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tests.writers.word.checker import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {"w": W[1:-1], "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}


def root_of(data: bytes, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts_of(data)[part])


def text_of(node: etree._Element) -> str:
    """The visible words of a paragraph or more; a line break is ``\\n``, a tab ``\\t``."""
    return "".join(_words(node))


def _words(node: etree._Element) -> Iterator[str]:
    for child in node.iter(f"{W}t", f"{W}br", f"{W}tab"):
        if child.getparent().find(f"{W}rPr/{W}vanish") is not None or child.getparent().tag == f"{W}tabs":
            continue
        yield {f"{W}br": "\n", f"{W}tab": "\t"}.get(child.tag, child.text or "")


def paragraphs(root: etree._Element, style: str | None = None) -> list[etree._Element]:
    found = root.iter(f"{W}p")
    return [node for node in found if style is None or style_of(node) == style]


def style_of(node: etree._Element) -> str:
    style = node.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val") or "" if style is not None else ""


def table_with(root: etree._Element, words: str) -> etree._Element:
    """The innermost table in which ``words`` stand."""
    return [table for table in root.iter(f"{W}tbl") if words in text_of(table)][-1]


def instructions(root: etree._Element) -> list[str]:
    return [(node.text or "").strip() for node in root.iter(f"{W}instrText")]
