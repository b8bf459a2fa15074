"""A base document of the regency's own becomes one that can carry a book: its looks, completed by ours.

Taken over: styles, lists, theme, fonts, page, and the words of header and footer. Everything else that a Word file may
hold (text, comments, attached templates, protection, custom data) stays behind.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.writers.word.faults import BaseFault
from smartplan.writers.word.grafting import Graft
from smartplan.writers.word.purposes import by_purpose
from smartplan.writers.word.unpacking import CONTENT_TYPES, Source, open_source, parsed
from smartplan.writers.word.xml import attribute

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from smartplan.writers.word.units import Twips

__all__ = ["Adopted", "adopt"]

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OWN: Final = {"styles": "word/styles.xml", "numbering": "word/numbering.xml", "theme": "word/theme/theme1.xml"}
_OWN_FONTS: Final = {"fontTable": "word/fontTable.xml"}
_SECTION: Final = re.compile(r"<w:sectPr\b.*</w:sectPr>", re.DOTALL)
_PICTURES: Final = (f"{_W}drawing", f"{_W}pict", f"{_W}object")
_EDGE: Final = 850  # twips from the edge of the sheet to its header or footer, 1.5 cm
_LEAST_WIDTH: Final = 3400  # twips, 6 cm: no table can stand in less


class Adopted(NamedTuple):
    """``parts`` as a base document of ours has them; ``header`` and ``footer`` are lines of words; ``notes`` are
    sentences for the user."""

    parts: dict[str, bytes]
    header: tuple[str, ...]
    footer: tuple[str, ...]
    notes: tuple[str, ...]


def adopt(data: bytes, ours: Mapping[str, bytes], our_width: Twips) -> Adopted:
    """``ours``: the parts of the base that we ship; ``our_width``: of the text on its page.

    Raises BaseFault when ``data`` is no plain, sound .docx.
    """
    from lxml import etree

    source = open_source(data)
    notes: list[str] = []
    parts = dict(ours)
    section = _section(source)
    page = _page(section, notes)
    for kind, name in {**_OWN, **_OWN_FONTS}.items():
        if kind in source.related:
            _carry(source, source.related[kind], name, parts)
    if "theme" not in source.related:
        notes.append("templat Word tidak memuat tema; warna dan huruf tema diambil dari templat bawaan")
    if "styles" not in source.related:
        raise BaseFault("templat Word tidak memuat gaya sama sekali")
    styles = parsed(parts, "word/styles.xml")
    numbers = parsed(parts, "word/numbering.xml") if "numbering" in source.related else _no_lists(ours)
    if styles.nsmap.get("w") != _W[1:-1]:
        raise BaseFault("gaya di templat Word ditulis dengan cara yang tidak dikenal")
    width = page["w"] - page["left"] - page["right"]
    graft = Graft(
        styles,
        numbers,
        parsed(dict(ours), "word/styles.xml"),
        parsed(dict(ours), "word/numbering.xml"),
        type(our_width)(width),
        our_width,
    )
    missing = graft.grow()
    if missing:
        notes.append(f"templat Word tidak memuat {len(missing)} gaya; dipakai gaya bawaan untuk {by_purpose(missing)}")
    for name, tree in (("word/styles.xml", styles), ("word/numbering.xml", numbers)):
        parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    parts["word/document.xml"] = _with_page(ours["word/document.xml"], page)
    header, footer = (_lines(source, section, kind, notes) for kind in ("header", "footer"))
    return Adopted(parts, header, footer, tuple(notes))


def _section(source: Source) -> etree._Element | None:
    """The properties of the last section."""
    body = parsed(source.parts, source.main).find(f"{_W}body")
    found = body.findall(f"{_W}sectPr") if body is not None else []
    return found[-1] if found else None


def _page(section: etree._Element | None, notes: list[str]) -> dict[str, int]:
    """Sheet and margins in twips, upright; A4 with margins 4-3-3-3 cm where the base does not say."""
    measures = {"w": 11906, "h": 16838, "top": 1701, "right": 1701, "bottom": 1701, "left": 2268}
    measures |= {"header": _EDGE, "footer": _EDGE}
    gutter = 0
    for node in section.iter(f"{_W}pgSz", f"{_W}pgMar") if section is not None else ():
        for name in measures:
            measures[name] = _twips(node, name, measures[name])
        gutter = _twips(node, "gutter", gutter)
    if measures["w"] > measures["h"]:
        notes.append("halaman templat Word mendatar; buku memakainya tegak, dan mendatar untuk tabel lebar")
        turned = {"w": "h", "h": "w", "left": "top", "top": "right", "right": "bottom", "bottom": "left"}
        measures |= {name: measures[other] for name, other in turned.items()}
    measures["left"] += gutter
    for name in ("header", "footer"):
        # A program that saw no header writes that it stands at the very edge of the sheet.
        measures[name] = measures[name] or _EDGE
    across = measures["w"] - measures["left"] - measures["right"]
    down = measures["h"] - measures["top"] - measures["bottom"]
    if min(across, down) < _LEAST_WIDTH:
        raise BaseFault(
            "halaman templat Word terlalu sempit: bidang teksnya kurang dari 6 cm", "perkecil batas tepinya"
        )
    return measures


def _twips(node: etree._Element, name: str, default: int) -> int:
    found = re.match(r"-?\d+", node.get(f"{_W}{name}") or "")
    return abs(int(found[0])) if found else default


def _with_page(document: bytes, page: Mapping[str, int]) -> bytes:
    size = f'<w:pgSz w:w="{page["w"]}" w:h="{page["h"]}"/>'
    sides = "".join(f' w:{name}="{value}"' for name, value in page.items() if name not in ("w", "h"))
    made = f'<w:sectPr>{size}<w:pgMar{sides} w:gutter="0"/></w:sectPr>'
    return _SECTION.sub(made, document.decode("utf-8")).encode()


def _no_lists(ours: Mapping[str, bytes]) -> etree._Element:
    tree = parsed(dict(ours), "word/numbering.xml")
    for node in list(tree):
        tree.remove(node)
    return tree


def _lines(source: Source, section: etree._Element | None, kind: str, notes: list[str]) -> tuple[str, ...]:
    """The words of the default header or footer, a line each; lines that count pages are ours to make."""
    found = section.iterfind(f"{_W}{kind}Reference") if section is not None else ()
    names = (node.get(f"{_R}id") for node in found if node.get(f"{_W}type") in (None, "default"))
    name = next((source.references[name] for name in names if name in source.references), None)
    if name is None:
        return ()
    tree = parsed(source.parts, name)
    if any(next(tree.iter(tag), None) is not None for tag in _PICTURES):
        side = "kepala" if kind == "header" else "kaki"
        notes.append(f"gambar pada {side} halaman templat Word tidak ikut; hanya tulisannya yang dipakai")
    lines = []
    for paragraph in tree.iter(f"{_W}p"):
        if next(paragraph.iter(f"{_W}fldChar", f"{_W}fldSimple"), None) is None:
            words = "".join(node.text or " " for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"))
            lines.append(" ".join(words.split()))
    return tuple(dict.fromkeys(line for line in lines if line))


def _carry(source: Source, name: str, target: str, parts: dict[str, bytes]) -> None:
    """Take over a part and what it relates to, such as fonts and pictures, with their content types."""
    parts[target] = source.parts[name]
    _type(source, name, target, parts)
    links = f"{posixpath.dirname(name)}/_rels/{posixpath.basename(name)}.rels"
    if links not in source.parts:
        return
    made = f"{posixpath.dirname(target)}/_rels/{posixpath.basename(target)}.rels"
    tree = parsed(source.parts, links)
    for node in tree:
        if node.get("TargetMode") == "External":
            continue
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), node.get("Target") or ""))
        path = (node.get("Target") or "")[1:] if (node.get("Target") or "").startswith("/") else path
        if path in source.parts and path not in parts:
            parts[path] = source.parts[path]
            _type(source, path, path, parts)
        node.set("Target", f"/{path}")
    from lxml import etree

    parts[made] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _type(source: Source, name: str, target: str, parts: dict[str, bytes]) -> None:
    """Declare the content type that the part has in its own file."""
    known = parts[CONTENT_TYPES].decode("utf-8")
    if f'PartName="/{target}"' in known:
        return
    kind = ""
    for node in parsed(source.parts, CONTENT_TYPES):
        if node.get("PartName") == f"/{name}":
            kind = node.get("ContentType") or ""
            break
        if (node.get("Extension") or "").lower() == name.rpartition(".")[2].lower():
            kind = node.get("ContentType") or ""
    declared = f'<Override PartName="/{attribute(target)}" ContentType="{attribute(kind)}"/>'
    parts[CONTENT_TYPES] = known.replace("</Types>", f"{declared}</Types>").encode()
