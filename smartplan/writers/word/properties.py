"""What a file says of itself: title, language, dates; in a draft also its plan and the map of its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.writers.word.anchors import MAP_NAMESPACE
from smartplan.writers.word.package import OFFICE
from smartplan.writers.word.xml import DECLARATION, attribute, escape

if TYPE_CHECKING:
    from smartplan.book.blocks import Document
    from smartplan.writers.word.package import Package

__all__ = ["describe", "embed_map", "fill_fields_on_opening", "keywords_of", "subject_of", "title_of"]

_CUSTOM: Final = "docProps/custom.xml"
_FORMAT_ID: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_CATEGORIES: Final = {"book": "Buku rencana induk", "letter": "Naskah dinas"}
_STORE_ID: Final = "{7B1E2A54-5D0C-4E0B-9C1B-53504C414E01}"
_AFTER_UPDATE_FIELDS: Final = ("<w:hdrShapeDefaults", "<w:footnotePr", "<w:endnotePr", "<w:compat", "</w:settings>")


def title_of(document: Document) -> str:
    return " – ".join(part for part in (document.label, document.title, document.region) if part)


def subject_of(document: Document) -> str:
    return " ".join(part for part in (document.title, document.region, document.year) if part)


def keywords_of(document: Document) -> list[str]:
    """Region, year and the names of the dimensions."""
    named = (document.region, document.year, *(swatch.name for swatch in document.palette))
    return [part for part in named if part]


def describe(package: Package, document: Document, *, traced: bool) -> None:
    """Core properties; when ``traced`` the custom ones too, for a draft that must find its plan again."""
    title, subject, keywords = title_of(document), subject_of(document), ", ".join(keywords_of(document))
    category = _CATEGORIES[document.layout]
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{escape(document.created)}T00:00:00Z</dcterms:{name}>'
        for name in (("created", "modified") if document.created else ())
    )
    package.parts["docProps/core.xml"] = (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(document.author)}</dc:creator>"
        f"<dc:subject>{escape(subject)}</dc:subject><cp:keywords>{escape(keywords)}</cp:keywords>"
        f"<cp:category>{category}</cp:category>"
        f"<dc:language>{escape(document.language)}</dc:language>{dates}</cp:coreProperties>"
    ).encode()
    if traced:
        _custom(package, {"smartplan.sha256": document.plan_sha256, "smartplan.buku": document.id})


def embed_map(package: Package, block_map: bytes) -> None:
    """The block map as a custom XML part beside the text."""
    number = 1
    while f"customXml/item{number}.xml" in package.parts:
        number += 1
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    opened, closed = f'{DECLARATION}<peta xmlns="{MAP_NAMESPACE}"><![CDATA['.encode(), b"]]></peta>"
    package.parts[item] = opened + block_map.replace(b"]]>", b"]]]]><![CDATA[>") + closed
    store = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    package.add(
        properties,
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{store}" ds:itemID="{_STORE_ID}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{MAP_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>',
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    )
    package.add(
        f"customXml/_rels/item{number}.xml.rels",
        f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/customXmlProps" Target="itemProps{number}.xml"/></Relationships>',
    )
    package.relate(f"{OFFICE}/customXml", f"../{item}")


def fill_fields_on_opening(package: Package) -> None:
    """Let Word fill page numbers when it opens the file; it asks the reader first."""
    if b"<w:updateFields" not in package.parts["word/settings.xml"]:
        package.insert("word/settings.xml", '<w:updateFields w:val="true"/>', *_AFTER_UPDATE_FIELDS)


def _custom(package: Package, values: dict[str, str]) -> None:
    variant = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    inside = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{attribute(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), 2)
    )
    if _CUSTOM not in package.parts:
        package.relate_root(f"{OFFICE}/custom-properties", _CUSTOM)
    package.add(
        _CUSTOM,
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        f' xmlns:vt="{variant}">{inside}</Properties>',
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    )
