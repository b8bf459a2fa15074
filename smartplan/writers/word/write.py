"""One document -> one Word book: cover, front matter, chapters, annexes, then the parts round them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.book.blocks import Contents, Heading, LetterHead, ListOfFigures, ListOfTables, PageBreak, Signatures
from smartplan.writers.word import xml
from smartplan.writers.word.base import read_base
from smartplan.writers.word.cover import cover, inner_title
from smartplan.writers.word.flow import Place, flow
from smartplan.writers.word.properties import describe, embed_map, fill_fields_on_opening
from smartplan.writers.word.sections import Body, Sections
from smartplan.writers.word.turning import turned
from smartplan.writers.word.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartplan.book.blocks import Block, Document
    from smartplan.book.remarks import Remark
    from smartplan.writers.word.sections import Kind

__all__ = ["WordBook", "write_probe", "write_word"]


class WordBook(NamedTuple):
    """``data`` is the file. ``block_map`` (JSON) explains the anchors of a draft and lies beside it in a hidden file;
    empty for a final book."""

    data: bytes
    block_map: bytes


def write_word(
    document: Document,
    base: bytes,
    *,
    pages: Mapping[str, str] | None = None,
    update_fields: bool = False,
    static: bool = False,
    remarks: Sequence[Remark] = (),
) -> WordBook:
    """``pages`` gives the printed page of each bookmark of the contents (see ``pages.find_page_numbers``);
    ``update_fields`` lets Word fill them when it opens the file. ``static`` writes what Word would count as plain
    words and leaves out the way back to the plan: this is what a PDF is made of. ``remarks`` become comments in the
    margin.

    Raises:
        BaseFault: ``base`` cannot carry a book.
        ControlCharacter: a text holds what no XML may hold.
    """
    writing = Writing(document, read_base(base), pages or {}, remarks=remarks, static=static)
    _assemble(writing)
    traced = document.draft and not static
    block_map = writing.anchors.block_map() if traced else b""
    describe(writing.package, document, traced=traced)
    if traced:
        embed_map(writing.package, block_map)
    if update_fields:
        fill_fields_on_opening(writing.package)
    return WordBook(writing.package.pack(), block_map)


def write_probe(document: Document, base: bytes, bookmarks: Sequence[str]) -> bytes:
    """The book as it is laid out, without what takes no room, and a last section with a line for each bookmark:
    its name and its page, for a layout engine to fill."""
    writing = Writing(document, read_base(base), {}, probe=True)
    style = writing.style("Jarak")
    lines = (
        xml.run(xml.text(f"@@{name}=")) + xml.complex_field(f"PAGEREF {name} \\h", "0") + xml.run(xml.text("@@"))
        for name in bookmarks
    )
    _assemble(writing, "".join(xml.paragraph(style, line) for line in lines))
    return writing.package.pack()


def _assemble(writing: Writing, tail: str = "") -> None:
    """Puts body, footnotes and lists into the package."""
    opened, closed = f"{xml.DECLARATION}<w:document {xml.NAMESPACES}><w:body>", "</w:body></w:document>"
    package = writing.package
    content = _with_rest(writing, _Book(writing).content(tail))
    writing.remarks.close()
    package.parts["word/document.xml"] = "".join([opened, *content, closed]).encode()
    package.insert("word/footnotes.xml", "".join(writing.footnotes), "</w:footnotes>")
    package.insert("word/numbering.xml", "".join(writing.lists), "<w:numIdMacAtCleanup", "</w:numbering>")


def _with_rest(writing: Writing, content: list[str]) -> list[str]:
    """``content`` with the remarks that have no place of their own at the title, or else at the first paragraph."""
    if rest := writing.remarks.take_rest():
        opened = [at for at, item in enumerate(content) if item.startswith("<w:p>")]
        titles = [f'<w:p><w:pPr><w:pStyle w:val="{writing.style(name)}"/>' for name in ("Title", "Sampul Daerah")]
        found = (at for title in titles for at in opened if content[at].startswith(title))
        at = next(found, opened[0])
        content[at] = writing.remarks.mark_paragraph(content[at], rest)
    return content


_TURNED_OPENINGS: Final[dict[Kind, Kind]] = {"first": "first landscape", "chapter": "chapter landscape"}


class _Book:
    """Sets sections as it goes: a chapter opens one, a wide table has its own."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._sections = Sections(writing)
        self._body = Body(writing.style("Jarak"))
        self._kind: Kind = "cover"
        self._within = "depan"
        self._breaks = False  # does the next block begin a page?
        self._opened = False  # has the first chapter begun, where pages count from 1?

    def content(self, tail: str) -> list[str]:
        document = self._writing.document
        if document.layout == "letter":
            return self._letters()
        self._body.add(*cover(self._writing))
        self._turn("front")
        if not document.brief:
            self._body.add(*inner_title(self._writing))
        for part, in_front in ((document.front, True), ((*document.body, *document.back), False)):
            for block, landscape in zip(part, turned(part), strict=True):
                self._add(block, in_front=in_front, landscape=landscape)
        if tail:
            self._turn("rest")
            self._body.add(tail)
        return [*self._body.items, self._sections.properties(self._kind)]

    def _letters(self) -> list[str]:
        """Each letter is a section, begins with its head and counts its own pages; a wide table has a turned page."""
        self._turn("letter")
        body = self._writing.document.body
        for block, landscape in zip(body, turned(body), strict=True):
            if isinstance(block, LetterHead):
                self._turn("letter")
            if isinstance(block, Heading) and block.level == 1:
                self._within = self._writing.labels[block.id].kind
            if landscape and self._kind != "landscape":
                self._turn("landscape")
            elif not landscape and self._kind == "landscape":
                self._turn("rest")
            if isinstance(block, Signatures):
                self._body.keep_last()
            width = self._sections.width(landscape=landscape)
            self._body.add(*flow(self._writing, [block], Place(width, within=self._within)))
        return [*self._body.items, self._sections.properties(self._kind)]

    def _add(self, block: Block, *, in_front: bool, landscape: bool) -> None:
        opens = self._opens_part(block) and (not in_front or self._body.section_is_empty)
        if (opens or not self._opened) and not in_front:
            kind: Kind = "chapter" if self._opened else "first"
            self._turn(_TURNED_OPENINGS[kind] if landscape else kind)
            self._opened = True
        if isinstance(block, Heading) and block.level == 1:
            self._within = self._writing.labels[block.id].kind
        if landscape and not self._kind.endswith("landscape"):
            self._turn("landscape")
        elif not landscape and self._kind.endswith("landscape"):
            self._turn("front" if in_front else "rest")
        if isinstance(block, PageBreak) and not self._breaks:
            self._breaks = True
            return
        width = self._sections.width(landscape=landscape)
        made = flow(self._writing, [block], Place(width, within=self._within, opens_section=opens))
        if self._breaks and not self._body.section_is_empty:
            if isinstance(block, Heading):
                # A paragraph that only holds the break would, after a full page, leave an empty one.
                made[0] = made[0].replace("/>", "/><w:pageBreakBefore/>", 1)
            else:
                made = flow(self._writing, [PageBreak()], Place(width)) + made
        self._breaks = False
        self._body.add(*made)

    def _opens_part(self, block: Block) -> bool:
        if isinstance(block, Heading | Contents) and block.runs_on:
            return False
        return isinstance(block, Contents | ListOfTables | ListOfFigures) or (
            isinstance(block, Heading) and block.level == 1
        )

    def _turn(self, kind: Kind) -> None:
        """End the section under way, unless nothing stands in it, and begin another."""
        if not self._body.section_is_empty:
            self._body.end_section(self._sections.properties(self._kind))
        self._kind = kind
