"""One document -> the bytes of a .docx, and the map of its anchors."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from smartplan.writers.word.book import Body
from smartplan.writers.word.package import CONTENT_TYPES, RELATIONS, Package
from smartplan.writers.word.state import State
from smartplan.writers.word.xml import NAMESPACES, field, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartplan.book.blocks import Document

__all__ = ["WordBook", "bookmark_places", "write_word"]

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAP_NAMESPACE: Final = "urn:smartplan:peta"
_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_GUID: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


@dataclass(frozen=True, slots=True)
class WordBook:
    """``block_map``: the JSON of the anchors (empty for a final book); ``bookmarks``: those that have a page number."""

    data: bytes
    block_map: bytes
    bookmarks: tuple[str, ...]


def write_word(
    document: Document,
    base: bytes,
    *,
    pages: Mapping[str, str] | None = None,
    update_fields: bool = False,
    probe: bool = False,
) -> WordBook:
    """``base`` is the document that carries the looks. ``pages``: bookmark -> printed page number.

    ``update_fields`` makes Word fill all numbers when it opens the file. ``probe`` adds a last page that names the page
    of every bookmark, for a layout engine to fill.
    """
    package = Package(base)
    state = State(document, package, pages or {})
    body = Body(state).text()
    if probe:
        body = _with_probe(body, state)
    package.parts["word/document.xml"] = (
        f"{_HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()
    )
    if state.footnotes:
        notes = package.parts["word/footnotes.xml"].decode("utf-8")
        added = notes.replace("</w:footnotes>", f"{''.join(state.footnotes)}</w:footnotes>")
        package.parts["word/footnotes.xml"] = added.encode("utf-8")
    if update_fields:
        settings = package.parts["word/settings.xml"].decode("utf-8")
        added = settings.replace("<w:footnotePr>", '<w:updateFields w:val="true"/><w:footnotePr>', 1)
        package.parts["word/settings.xml"] = added.encode("utf-8")
    _properties(state)
    block_map = _block_map(state) if document.draft else b""
    if block_map:
        _add_map(package, block_map)
    names = tuple(entry.name for entry in state.entries)
    return WordBook(package.save(), block_map, names)


def bookmark_places(document: Document, base: bytes) -> dict[str, bool]:
    """Each bookmark that has a page number -> whether it stands in the front matter."""
    state = State(document, Package(base), {})
    Body(state).text()
    return {entry.name: entry.is_front for entry in state.entries}


def _with_probe(body: str, state: State) -> str:
    start = body.rindex("<w:sectPr>")
    lines = "".join(
        paragraph("Rapat", f"{run(f'@@{entry.name}=')}{field(f'PAGEREF {entry.name}', '0')}{run('@@')}")
        for entry in state.entries
    )
    last = paragraph("Rapat", "").replace("</w:pPr>", f"{body[start:]}</w:pPr>", 1)
    return f"{body[:start]}{last}{lines}{body[start:]}"


def _properties(state: State) -> None:
    document = state.document
    stamp = f"{document.created}T00:00:00Z"
    title = " ".join(part for part in (document.label, document.title, document.region) if part)
    core = (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(document.author)}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>'
        f"<dc:language>{document.language}</dc:language></cp:coreProperties>"
    )
    state.package.parts["docProps/core.xml"] = core.encode("utf-8")
    values = {"smartplan.dokumen": document.id, "smartplan.sha256": document.plan_sha256}
    entries = "".join(
        f'<property fmtid="{_GUID}" pid="{number}" name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(values.items(), 2)
    )
    custom = f'{_HEAD}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}">{entries}</Properties>'
    state.package.add("docProps/custom.xml", custom.encode("utf-8"), CONTENT_TYPES["custom"])
    state.package.relate("", "custom-properties", "docProps/custom.xml")


def _block_map(state: State) -> bytes:
    document = state.document
    content = {"versi": 1, "dokumen": document.id, "rencana": document.plan_sha256, "blok": state.anchors}
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8")


def _add_map(package: Package, block_map: bytes) -> None:
    text = escape(block_map.decode("utf-8"))
    package.add("customXml/item1.xml", f'{_HEAD}<peta xmlns="{_MAP_NAMESPACE}">{text}</peta>'.encode())
    properties = (
        f'{_HEAD}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
        'ds:itemID="{5B0D1A3E-6C1F-4D27-9C55-3F0C6D9F7A11}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{_MAP_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    package.add("customXml/itemProps1.xml", properties.encode("utf-8"), CONTENT_TYPES["customXmlProps"])
    package.relate("word/document.xml", f"{RELATIONS}/customXml", "../customXml/item1.xml")
    package.relate("customXml/item1.xml", f"{RELATIONS}/customXmlProps", "itemProps1.xml")
