"""What must hold for every Word book beyond the schema: a list of faults, empty for a sound file.

The schema's own auditor (``audit``) misses what is checked here: names and ids that occur twice, spans against the
grid, fields that do not close, lists, styles, bookmarks and relations that are named but not there.
"""

from __future__ import annotations

import io
import posixpath
import tempfile
import zipfile
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml import etree
from openxml_audit import OpenXmlValidator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["audit", "faults_of", "parts_of"]

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_V: Final = "{urn:schemas-microsoft-com:vml}"
_LONGEST_BOOKMARK: Final = 40
_LONGEST_TAG: Final = 64
_STYLED: Final = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
_STORIES: Final = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments")


def audit(data: bytes) -> list[str]:
    """Findings of the OOXML auditor."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "buku.docx"
        file.write_bytes(data)
        return [str(error) for error in OpenXmlValidator().validate(file).errors]


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names)), "a part occurs twice"
        return {name: archive.read(name) for name in names}


def faults_of(data: bytes) -> list[str]:
    """All faults of our own list; empty when the book is sound."""
    parts = parts_of(data)
    trees: dict[str, etree._Element] = {}
    faults: list[str] = []
    for name, content in parts.items():
        if name.endswith((".xml", ".rels", ".svg")):
            try:
                trees[name] = etree.fromstring(content)
            except etree.XMLSyntaxError as fault:
                faults.append(f"{name}: not well-formed: {fault}")
    if faults:
        return faults
    stories = {name: tree for name, tree in trees.items() if name.startswith(_STORIES)}
    styles = {style.get(f"{_W}styleId") for style in trees["word/styles.xml"].iter(f"{_W}style")}
    numbers = {num.get(f"{_W}numId") for num in trees["word/numbering.xml"].iter(f"{_W}num")} | {"0"}
    for name, tree in stories.items():
        faults += [f"{name}: {fault}" for fault in _story(tree, styles, numbers)]
    faults += _style_part(trees["word/styles.xml"], styles, numbers)
    faults += _numbering(trees["word/numbering.xml"], styles)
    faults += _bookmarks(stories)
    faults += _repeated("drawing id", (node.get("id") for node in _all(stories, f"{_WP}docPr")))
    faults += _repeated("shape id", (node.get("id") for node in _all(stories, f"{_V}shape")))
    faults += _controls(stories)
    faults += _footnotes(trees)
    faults += _comments(trees)
    faults += _relations(parts, trees)
    faults += _accessibility(trees, stories)
    faults += _sections(trees["word/document.xml"])
    return faults


def _all(stories: dict[str, etree._Element], tag: str) -> Iterator[etree._Element]:
    for tree in stories.values():
        yield from tree.iter(tag)


def _repeated(what: str, values: Iterable[str | None]) -> list[str]:
    return [f"{what} {value} occurs {count} times" for value, count in Counter(values).items() if count > 1]


def _story(tree: etree._Element, styles: set[str | None], numbers: set[str | None]) -> Iterator[str]:
    for tag in _STYLED:
        for node in tree.iter(f"{_W}{tag}"):
            if node.get(f"{_W}val") not in styles:
                yield f"style {node.get(f'{_W}val')} does not exist"
    for node in tree.iter(f"{_W}numId"):
        if node.get(f"{_W}val") not in numbers:
            yield f"list {node.get(f'{_W}val')} does not exist"
    for table in tree.iter(f"{_W}tbl"):
        yield from _table(table)
    yield from _fields(tree)
    for cell in tree.iter(f"{_W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{_W}p":
            yield "a cell does not end with a paragraph"
    for body in tree.iter(f"{_W}body"):
        if body[-1].tag != f"{_W}sectPr":
            yield "the body does not end with section properties"
        for first, second in pairwise(body):
            if first.tag == f"{_W}tbl" and second.tag != f"{_W}p":
                yield "no paragraph after a table"


def _table(table: etree._Element) -> Iterator[str]:
    grid = [int(column.get(f"{_W}w") or 0) for column in table.findall(f"{_W}tblGrid/{_W}gridCol")]
    if not grid:
        yield "a table has no grid"
    for row in table.findall(f"{_W}tr"):
        at = 0
        for cell in row.findall(f"{_W}tc"):
            properties = cell.find(f"{_W}tcPr")
            width = properties.find(f"{_W}tcW") if properties is not None else None
            spanned = properties.find(f"{_W}gridSpan") if properties is not None else None
            span = int(spanned.get(f"{_W}val") or 1) if spanned is not None else 1
            if width is None or width.get(f"{_W}type") != "dxa":
                yield "a cell has no width"
            elif int(width.get(f"{_W}w") or 0) != sum(grid[at : at + span]):
                yield f"a cell is {width.get(f'{_W}w')} wide, its columns {sum(grid[at : at + span])}"
            at += span
        if at != len(grid):
            yield f"a row spans {at} columns of {len(grid)}"


def _fields(tree: etree._Element) -> Iterator[str]:
    """Begin, separate and end nest properly over the whole story."""
    open_fields: list[str] = []
    for node in tree.iter(f"{_W}fldChar"):
        kind = node.get(f"{_W}fldCharType")
        if kind == "begin":
            open_fields.append("begin")
        elif not open_fields or (kind == "separate" and open_fields[-1] != "begin"):
            yield f"a field has {kind} out of place"
            return
        elif kind == "separate":
            open_fields[-1] = "separate"
        else:
            if open_fields.pop() != "separate":
                yield "a field has no result"
    if open_fields:
        yield f"{len(open_fields)} fields do not end"


def _style_part(tree: etree._Element, styles: set[str | None], numbers: set[str | None]) -> Iterator[str]:
    for node in tree.iter(*(f"{_W}{tag}" for tag in _STYLED)):
        if node.get(f"{_W}val") not in styles:
            yield f"word/styles.xml: style {node.get(f'{_W}val')} does not exist"
    for node in tree.iter(f"{_W}numId"):
        if node.get(f"{_W}val") not in numbers:
            yield f"word/styles.xml: list {node.get(f'{_W}val')} does not exist"


def _numbering(tree: etree._Element, styles: set[str | None]) -> Iterator[str]:
    shapes = {shape.get(f"{_W}abstractNumId") for shape in tree.iter(f"{_W}abstractNum")}
    yield from _repeated("list number", (num.get(f"{_W}numId") for num in tree.iter(f"{_W}num")))
    for num in tree.iter(f"{_W}num"):
        shape = num.find(f"{_W}abstractNumId")
        if shape is None or shape.get(f"{_W}val") not in shapes:
            yield "a list has no shape"
    for node in tree.iter(f"{_W}pStyle"):
        if node.get(f"{_W}val") not in styles:
            yield f"word/numbering.xml: style {node.get(f'{_W}val')} does not exist"
    for node in tree.iter(f"{_W}lvlText"):
        if len(node.get(f"{_W}val") or "") > 31:
            yield "a level's text is longer than 31 characters"


def _bookmarks(stories: dict[str, etree._Element]) -> Iterator[str]:
    starts = list(_all(stories, f"{_W}bookmarkStart"))
    names = [node.get(f"{_W}name") or "" for node in starts]
    identifiers = [node.get(f"{_W}id") for node in starts]
    yield from _repeated("bookmark", names)
    yield from _repeated("bookmark id", identifiers)
    ends = [node.get(f"{_W}id") for node in _all(stories, f"{_W}bookmarkEnd")]
    if sorted(map(str, identifiers)) != sorted(map(str, ends)):
        yield "bookmarks that do not begin or do not end"
    yield from (f"bookmark name {name} is too long" for name in names if len(name) > _LONGEST_BOOKMARK)
    for node in _all(stories, f"{_W}instrText"):
        words = (node.text or "").split()
        if words and words[0] in ("REF", "PAGEREF") and words[1] not in names:
            yield f"{words[0]} {words[1]}: no such bookmark"
    for node in _all(stories, f"{_W}hyperlink"):
        anchor = node.get(f"{_W}anchor")
        if anchor is not None and anchor not in names:
            yield f"link to {anchor}: no such bookmark"


def _controls(stories: dict[str, etree._Element]) -> Iterator[str]:
    properties = list(_all(stories, f"{_W}sdtPr"))
    ids = [node.get(f"{_W}val") for holder in properties for node in holder.iter(f"{_W}id")]
    yield from _repeated("control id", ids)
    for holder in properties:
        for tag in holder.iter(f"{_W}tag"):
            if len(tag.get(f"{_W}val") or "") > _LONGEST_TAG:
                yield "a control's tag is too long"


def _footnotes(trees: dict[str, etree._Element]) -> Iterator[str]:
    known = [note.get(f"{_W}id") for note in trees["word/footnotes.xml"].iter(f"{_W}footnote")]
    yield from _repeated("footnote", known)
    used = [node.get(f"{_W}id") for node in trees["word/document.xml"].iter(f"{_W}footnoteReference")]
    yield from (f"footnote {note} does not exist" for note in used if note not in known)
    for unused in set(known) - set(used) - {"-1", "0"}:
        yield f"footnote {unused} is not used"


def _comments(trees: dict[str, etree._Element]) -> Iterator[str]:
    """Each comment has a range that begins and ends in the body, in this order, and one reference after it."""
    part = trees.get("word/comments.xml")
    known = [note.get(f"{_W}id") for note in part.iter(f"{_W}comment")] if part is not None else []
    yield from _repeated("comment", known)
    body = trees["word/document.xml"]
    for name, tree in trees.items():
        outside = name.startswith(_STORIES) and tree is not body
        if outside and next(tree.iter(f"{_W}commentReference"), None) is not None:
            yield f"{name}: a comment stands outside the body"
    steps = {"commentRangeStart": "start", "commentRangeEnd": "end", "commentReference": "reference"}
    seen: dict[str | None, list[str]] = {number: [] for number in known}
    for node in body.iter(*(f"{_W}{tag}" for tag in steps)):
        seen.setdefault(node.get(f"{_W}id"), []).append(steps[etree.QName(node).localname])
    for number, order in seen.items():
        if number not in known:
            yield f"comment {number} does not exist"
        elif order != ["start", "end", "reference"]:
            yield f"comment {number} has {', '.join(order) or 'no place'}"
    for note in part.iter(f"{_W}comment") if part is not None else ():
        if not (note.get(f"{_W}author") and note.get(f"{_W}initials")):
            yield f"comment {note.get(f'{_W}id')} has no author"


def _accessibility(trees: dict[str, etree._Element], stories: dict[str, etree._Element]) -> Iterator[str]:
    """A title and a language, words for every picture, headings that go down one level at a time."""
    core = trees.get("docProps/core.xml")
    said = {etree.QName(node).localname: node.text or "" for node in core} if core is not None else {}
    yield from (f"the file has no {name}" for name in ("title", "language") if not said.get(name))
    for language in trees["word/styles.xml"].iterfind(f"{_W}docDefaults//{_W}lang"):
        if language.get(f"{_W}val") != "id-ID":
            yield f"the text is in {language.get(f'{_W}val')}"
    for node in (*_all(stories, f"{_WP}docPr"), *_all(stories, f"{_V}shape")):
        if not (node.get("descr") or node.get("alt")):
            yield f"picture {node.get('id')} has no words"
    outline = {
        style.get(f"{_W}styleId"): int(level.get(f"{_W}val") or 0)
        for style in trees["word/styles.xml"].iter(f"{_W}style")
        if (level := style.find(f"{_W}pPr/{_W}outlineLvl")) is not None
    }
    above = -1
    for node in trees["word/document.xml"].iter(f"{_W}pStyle"):
        level = outline.get(node.get(f"{_W}val"))
        if level is not None and level < 9:
            if level > above + 1:
                yield f"a heading of level {level + 1} stands below one of level {above + 1}"
            above = level


def _sections(body: etree._Element) -> Iterator[str]:
    """Each names its header and footer, of the first page too where that differs, and lies as its sheet says."""
    for section in body.iter(f"{_W}sectPr"):
        wanted = {"default", "first"} if section.find(f"{_W}titlePg") is not None else {"default"}
        for kind in ("header", "footer"):
            named = {node.get(f"{_W}type") for node in section.findall(f"{_W}{kind}Reference")}
            if named and named != wanted:
                yield f"a section names the {kind} of {', '.join(sorted(map(str, named)))}"
        size = section.find(f"{_W}pgSz")
        if size is None:
            yield "a section has no size"
        elif (int(size.get(f"{_W}w") or 0) > int(size.get(f"{_W}h") or 0)) != (size.get(f"{_W}orient") == "landscape"):
            yield "a sheet does not lie as it says"


def _relations(parts: dict[str, bytes], trees: dict[str, etree._Element]) -> Iterator[str]:
    """Every target exists, every id that a part uses is related, every part has a content type."""
    types = trees["[Content_Types].xml"]
    endings = {node.get("Extension") for node in types.iter(f"{_TYPES}Default")}
    named = [node.get("PartName") or "" for node in types.iter(f"{_TYPES}Override")]
    yield from _repeated("content type of", named)
    yield from (f"content type of a part that is not there: {name}" for name in named if name[1:] not in parts)
    for name in parts:
        if f"/{name}" not in named and name.rpartition(".")[2] not in endings and name != "[Content_Types].xml":
            yield f"{name}: no content type"
    for name, tree in trees.items():
        if name.endswith(".rels"):
            yield from _targets(name, tree, parts)
            continue
        folder, _, file = name.rpartition("/")
        related = trees.get(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
        known = {node.get("Id") for node in related.iter(f"{_PACKAGE}Relationship")} if related is not None else set()
        for node in tree.iter(etree.Element):
            for attribute, value in node.attrib.items():
                if str(attribute).startswith(_R) and value not in known:
                    yield f"{name}: relation {value} does not exist"


def _targets(name: str, tree: etree._Element, parts: dict[str, bytes]) -> Iterator[str]:
    nodes = list(tree.iter(f"{_PACKAGE}Relationship"))
    yield from _repeated(f"{name}: relation", (node.get("Id") for node in nodes))
    folder = posixpath.dirname(posixpath.dirname(name))
    for node in nodes:
        target = node.get("Target") or ""
        if node.get("TargetMode") == "External":
            continue
        path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if path not in parts:
            yield f"{name}: {target} does not exist"
