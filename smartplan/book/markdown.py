"""Markdown -> blocks. Placeholders in it become pieces again, or the blocks that they stand for."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from markdown_it import MarkdownIt

from smartplan.book.blocks import Block, Callout, Heading, ListBlock, Paragraph, Piece, Pieces
from smartplan.book.ledger import PLACEHOLDERS, current
from smartplan.book.pieces import is_block, split
from smartplan.book.trouble import TemplateProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

__all__ = ["Deferred", "blocks_of"]

_ID: Final = re.compile(r"\s*\{id=([a-z0-9_-]+)\}\s*$")


class Deferred:
    """Blocks that a placeholder stands for; ``line`` is where the template printed them."""

    __slots__ = ("blocks", "line")

    def __init__(self, blocks: tuple[Block, ...], line: int | None = None) -> None:
        self.blocks = blocks
        self.line = line


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False})


def blocks_of(text: str, prefix: str, origin: str = "literal") -> tuple[Block, ...]:
    """The blocks of ``text``. ``prefix`` begins the ids of headings; ``origin`` is that of words between placeholders.

    Headings are those below a chapter: ``##`` is level 2, and so is ``#``. Raises TemplateProblem for a table, figure
    or box that does not stand alone.
    """
    return tuple(_Walker(_parser().parse(text), prefix, origin).blocks())


class _Walker:
    def __init__(self, tokens: list[Token], prefix: str, origin: str) -> None:
        self._tokens = iter(tokens)
        self._prefix = prefix
        self._origin = origin
        self._headings = 0

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
                    yield Paragraph(block.pieces, "quote", block.key) if isinstance(block, Paragraph) else block
            elif kind in ("fence", "code_block"):
                yield Paragraph(tuple(split(token.content.rstrip("\n"), self._origin)))

    def _paragraph(self, inline: Token) -> Iterator[Block]:
        marks = PLACEHOLDERS.findall(inline.content)
        if marks and len(marks) == len("".join(inline.content.split())):
            items = [current().get(mark) for mark in marks]
            if all(is_block(item) for item in items):
                for item in items:
                    yield from item.blocks
                return
        pieces = tuple(_inline(inline.children or [], self._origin))
        if pieces:
            yield Paragraph(pieces, key=_key(pieces))

    def _heading(self, inline: Token, level: int) -> Heading:
        self._headings += 1
        name = f"{self._prefix}-{self._headings}"
        children = inline.children or []
        if children and children[-1].type == "text":
            match = _ID.search(children[-1].content)
            if match:
                name = match.group(1)
                children[-1].content = children[-1].content[: match.start()]
        return Heading(min(max(level, 2), 3), tuple(_inline(children, self._origin)), name)

    def _list(self, opening: Token) -> ListBlock:
        ordered = opening.type == "ordered_list_open"
        items: list[tuple[Block, ...]] = []
        for token in self._tokens:
            if token.type == "list_item_open":
                items.append(tuple(self.blocks("list_item_close")))
            else:
                break
        for block in (block for item in items for block in item):
            if not isinstance(block, (Paragraph, ListBlock)):
                hint = "tutup daftarnya, lalu letakkan di baris tersendiri"
                raise TemplateProblem("tabel, gambar, atau kotak berdiri di dalam daftar", hint)
        return ListBlock(tuple(items), ordered, int(opening.attrGet("start") or 1))


def _inline(tokens: list[Token], origin: str) -> Iterator[Piece]:
    """Neighbours that differ in nothing but their words are one piece."""
    from dataclasses import replace

    held: Piece | None = None
    for piece in _runs(tokens, origin):
        if held is not None and piece.origin == origin and replace(piece, text=held.text) == held:
            held = replace(held, text=held.text + piece.text)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _runs(tokens: list[Token], origin: str) -> Iterator[Piece]:
    looks: dict[str, Any] = {}
    for token in tokens:
        kind = token.type
        if kind in ("text", "code_inline"):
            yield from split(token.content, origin, **looks)
        elif kind == "softbreak":
            yield Piece(" ", origin, **looks)  # type: ignore[arg-type]
        elif kind == "hardbreak":
            yield Piece("\n", origin, **looks)  # type: ignore[arg-type]
        elif kind in ("strong_open", "em_open"):
            looks["strong" if kind == "strong_open" else "emphasis"] = True
        elif kind in ("strong_close", "em_close"):
            looks.pop("strong" if kind == "strong_close" else "emphasis", None)
        elif kind == "link_open":
            looks["href"] = "".join(piece.text for piece in split(_decoded(str(token.attrGet("href") or ""))))
        elif kind == "link_close":
            looks.pop("href", None)


def _decoded(href: str) -> str:
    from urllib.parse import unquote

    return unquote(href)


def _key(pieces: Pieces) -> str | None:
    return next((piece.path for piece in pieces if piece.path), None)


def prose(text: str, path: str, base: str) -> tuple[Block, ...]:
    """A text of the plan as simple Markdown, one or more pieces a paragraph, all from ``path``."""
    from dataclasses import replace

    found: list[Block] = []
    for number, block in enumerate(_Walker(_parser().parse(PLACEHOLDERS.sub("", text)), "prosa", "data").blocks()):
        if isinstance(block, Heading):
            block = Paragraph(tuple(replace(piece, strong=True) for piece in block.pieces))
        found.append(_stamped(block, path, base, f"{path}#{number}"))
    return tuple(found)


def _stamped(block: Block, path: str, base: str, key: str) -> Block:
    from dataclasses import replace

    if isinstance(block, Paragraph):
        return replace(block, pieces=tuple(replace(piece, path=path, base=base) for piece in block.pieces), key=key)
    if isinstance(block, ListBlock):
        items = tuple(
            tuple(_stamped(inner, path, base, f"{key}.{row}") for inner in item) for row, item in enumerate(block.items)
        )
        return replace(block, items=items)
    if isinstance(block, Callout):
        return block
    return block
