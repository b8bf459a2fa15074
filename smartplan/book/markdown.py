"""Markdown -> blocks. Placeholders in it become pieces again, or the blocks that they stand for."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from markdown_it import MarkdownIt

from smartplan.book.blocks import Block, Heading, ListBlock, Paragraph, Piece, Pieces
from smartplan.book.counts import evened
from smartplan.book.ledger import PLACEHOLDERS, current
from smartplan.book.pieces import BULLET, is_block, split
from smartplan.book.trouble import TemplateProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

    from smartplan.book.blocks import Origin
    from smartplan.book.trouble import TemplateLine

__all__ = ["Deferred", "blocks_of", "flat", "inline_pieces", "prose"]

_ID: Final = re.compile(r"\s*\{id=([a-z0-9_-]+)\}\s*$")
_ALONE: Final = re.compile(rf"^[ \t]*(?:{PLACEHOLDERS.pattern}[ \t]*)+$", re.MULTILINE)
_TEXT: Final = (Paragraph, ListBlock)
_FOOTNOTE: Final = re.compile(r"\[\^[^\]\s]+\]")
_SAFE_LINK: Final = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)
_ENCODED: Final = re.compile(r"%F[34](?:%[0-9A-F]{2}){3}")
# Words may not vanish or turn into something else: no definitions, entities, pictures, HTML; indentation means nothing.
_NOT_WANTED: Final = ("reference", "entity", "image", "html_block", "html_inline", "code", "fence", "hr", "lheading")


class Deferred:
    """Blocks that a placeholder stands for; ``line`` is where the template printed them."""

    __slots__ = ("blocks", "line")

    def __init__(self, blocks: tuple[Block, ...], line: TemplateLine | None = None) -> None:
        self.blocks = blocks
        self.line = line


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable(list(_NOT_WANTED))


def blocks_of(text: str, prefix: str) -> tuple[Block, ...]:
    """The blocks of a rendered template. ``prefix`` begins the ids of its headings.

    Headings are those below a chapter: ``##`` is level 2, and so is ``#``. Raises TemplateProblem for a table, figure
    or box that does not stand alone.
    """
    return tuple(_Walker(_parser().parse(_ALONE.sub(_set_apart, text)), prefix, "literal").blocks())


def inline_pieces(text: str) -> Pieces:
    """The pieces of one line of a template, such as a macro's output in a cell; line breaks stay."""
    tokens = _parser().parseInline(text)
    return tuple(
        evened(piece for token in tokens for piece in _inline(token.children or [], "literal", softbreak="\n"))
    )


def prose(text: str, path: str, base: str) -> tuple[Block, ...]:
    """A text of the plan as simple Markdown; all its pieces are data of ``path``, keys are ``path#paragraph``."""
    clean = PLACEHOLDERS.sub("", text)
    blocks = _Walker(_parser().parse(clean), "prosa", "data").blocks()
    return tuple(_stamped(block, path, base, f"{path}#{number}") for number, block in enumerate(blocks))


def flat(blocks: Iterable[Block]) -> Pieces:
    """Paragraphs and lists as the lines of a cell."""
    lines: list[Pieces] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block.pieces)
        elif isinstance(block, ListBlock):
            for number, item in enumerate(block.items, block.start):
                mark = f"{number}. " if block.ordered else BULLET
                lines.append((Piece(mark), *flat(item)))
        else:
            raise TemplateProblem("tabel, gambar, atau kotak berdiri di dalam sel", "letakkan di luar tabel")
    found: list[Piece] = []
    for line in lines:
        found += (Piece("\n"), *line) if found else line
    return tuple(found)


def _set_apart(match: re.Match[str]) -> str:
    """A line of nothing but blocks is a paragraph of its own, also without empty lines around it."""
    items = [current().get(mark) for mark in PLACEHOLDERS.findall(match.group())]
    return f"\n{match.group()}\n" if all(is_block(item) for item in items) else match.group()


class _Walker:
    def __init__(self, tokens: list[Token], prefix: str, origin: Origin) -> None:
        self._tokens = iter(tokens)
        self._prefix = prefix
        self._origin: Origin = origin
        self._headings = 0
        self._lists = 0

    def blocks(self, until: str | None = None) -> Iterator[Block]:
        for token in self._tokens:
            kind = token.type
            if kind == until:
                return
            if kind == "paragraph_open":
                yield from self._paragraph(next(self._tokens))
            elif kind == "heading_open":
                yield self._heading(next(self._tokens), int(token.tag[1:]))
            elif kind in ("bullet_list_open", "ordered_list_open"):
                yield self._list(token)
            elif kind == "blockquote_open":
                for block in self.blocks("blockquote_close"):
                    yield block._replace(style="quote") if isinstance(block, Paragraph) else block

    def _paragraph(self, inline: Token) -> Iterator[Block]:
        marks = PLACEHOLDERS.findall(inline.content)
        if marks and len(marks) == len("".join(inline.content.split())):
            items = [current().get(mark) for mark in marks]
            if all(is_block(item) for item in items):
                for item in items:
                    self._refuse_in_list(item.blocks, item.line)
                    yield from item.blocks
                return
        pieces = tuple(evened(_inline(inline.children or [], self._origin)))
        if pieces:
            yield Paragraph(pieces, key=next((piece.path for piece in pieces if piece.path), None))

    def _heading(self, inline: Token, level: int) -> Heading:
        self._headings += 1
        name = f"{self._prefix}-{self._headings}"
        children = inline.children or []
        if children and children[-1].type == "text":
            match = _ID.search(children[-1].content)
            if match:
                name = match.group(1)
                children[-1].content = children[-1].content[: match.start()]
        heading = Heading(min(max(level, 2), 3), tuple(_inline(children, self._origin)), name)
        self._refuse_in_list((heading,))
        return heading

    def _refuse_in_list(self, blocks: Iterable[Block], line: TemplateLine | None = None) -> None:
        if self._lists and self._origin == "literal" and not all(isinstance(one, _TEXT) for one in blocks):
            hint = "tutup daftarnya, lalu letakkan di baris tersendiri"
            raise TemplateProblem("judul, tabel, gambar, atau kotak berdiri di dalam daftar", hint, line)

    def _list(self, opening: Token) -> ListBlock:
        ordered = opening.type == "ordered_list_open"
        items: list[tuple[Block, ...]] = []
        for token in self._tokens:
            if token.type != "list_item_open":
                break
            self._lists += 1
            items.append(tuple(self.blocks("list_item_close")))
            self._lists -= 1
        start = opening.attrGet("start")
        return ListBlock(tuple(items), ordered, 1 if start is None else int(start))


def _inline(tokens: list[Token], origin: Origin, softbreak: str = " ") -> Iterator[Piece]:
    """Neighbours that differ in nothing but their words are one piece."""
    if origin == "literal" and any(token.type == "text" and _FOOTNOTE.search(token.content) for token in tokens):
        raise TemplateProblem(
            "catatan kaki ditulis sebagai [^...], yang tidak dikenal di templat", 'pakai {{ catatan_kaki("...") }}'
        )
    held: Piece | None = None
    for piece in _runs(tokens, origin, softbreak):
        if held is not None and piece.origin == origin and piece[1:] == held[1:]:
            held = held._replace(text=held.text + piece.text)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _runs(tokens: list[Token], origin: Origin, softbreak: str) -> Iterator[Piece]:
    looks: dict[str, Any] = {}
    depth = {"strong": 0, "emphasis": 0}
    for token in tokens:
        kind = token.type
        if kind in ("text", "code_inline"):
            yield from split(token.content, origin, **looks)
        elif kind == "softbreak":
            yield Piece(softbreak, origin, **looks)
        elif kind == "hardbreak":
            yield Piece("\n", origin, **looks)
        elif kind in ("strong_open", "em_open", "strong_close", "em_close"):
            look = "strong" if kind.startswith("strong") else "emphasis"
            depth[look] += token.nesting
            if depth[look]:
                looks[look] = True
            else:
                looks.pop(look, None)
        elif kind == "link_open":
            address = _address(str(token.attrGet("href") or ""))
            if _SAFE_LINK.match(address):
                looks["href"] = address
        elif kind == "link_close":
            looks.pop("href", None)


def _address(href: str) -> str:
    """The target of a link; only the placeholders in it are decoded."""
    found = _ENCODED.sub(lambda match: unquote(match.group()), href)
    return "".join(piece.text for piece in split(found))


def _stamped(block: Block, path: str, base: str, key: str) -> Block:
    if isinstance(block, Heading):
        block = Paragraph(tuple(piece._replace(strong=True) for piece in block.pieces))
    if isinstance(block, Paragraph):
        return block._replace(pieces=tuple(piece._replace(path=path, base=base) for piece in block.pieces), key=key)
    if isinstance(block, ListBlock):
        items = tuple(
            tuple(_stamped(inner, path, base, f"{key}.{row}.{place}") for place, inner in enumerate(item))
            for row, item in enumerate(block.items)
        )
        return block._replace(items=items)
    return block
