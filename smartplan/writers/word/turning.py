"""Which blocks lie on turned pages: wide tables, and the few words that belong to them.

A heading and a sentence before a wide table, or a closing sentence after it, would else fill a page of their own, and
so would the opening of a chapter that comes to its wide table soon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.book.blocks import Callout, Heading, ListBlock, Paragraph, Table, plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartplan.book.blocks import Block

__all__ = ["turned"]

_FEW_WORDS: Final = 700  # characters: about a quarter of a turned page
_OPENING_WORDS: Final = 1500  # characters, headings apart: with them a turned page, and half of an upright one
_HEADING: Final = 150  # characters that a heading below the chapter's own takes the room of


def turned(blocks: Sequence[Block]) -> list[bool]:
    """For each block whether it goes on a turned page."""
    wide = [isinstance(block, Table) and block.landscape for block in blocks]
    made = list(wide)
    tables = [at for at, is_wide in enumerate(wide) if is_wide]
    for at in tables:
        for before in _opening_before(blocks, at) or _words_before(blocks, made, at):
            made[before] = True
    for at in tables:
        for after in _words_after(blocks, made, at):
            made[after] = True
    return made


def _opening_before(blocks: Sequence[Block], table: int) -> list[int]:
    """The opening of the chapter when nothing but a few words stands between its title and the table."""
    at, room = table - 1, _OPENING_WORDS
    while at >= 0 and room >= 0:
        block = blocks[at]
        if isinstance(block, Heading) and block.level == 1:
            return list(range(at, table))
        size = _size(block)
        if size is None:
            return []
        room -= size
        at -= 1
    return []


def _size(block: Block) -> int | None:
    """Characters of text that ``block`` takes the room of; None for what is no text."""
    if isinstance(block, Paragraph):
        return len(plain_text(block.pieces))
    if isinstance(block, Heading):
        return _HEADING
    inner = block.blocks if isinstance(block, Callout) else ()
    if isinstance(block, ListBlock):
        inner = tuple(part for item in block.items for part in item)
    sizes = [_size(part) for part in inner]
    if not sizes or None in sizes:
        return None
    # Each item and the frame of a box take a line at least.
    return sum(max(_HEADING // 2, size) for size in sizes if size is not None)


def _words_before(blocks: Sequence[Block], made: Sequence[bool], table: int) -> list[int]:
    """The paragraphs above the table up to their heading, or to another turned block; none when they are many."""
    at, room = table - 1, _FEW_WORDS
    while at >= 0 and not made[at] and isinstance(block := blocks[at], Paragraph):
        room -= len(plain_text(block.pieces))
        at -= 1
    if room < 0 or at < 0:
        return []
    if made[at]:
        return list(range(at + 1, table))
    first = at + 1
    while at >= 0 and isinstance(block := blocks[at], Heading) and block.level > 1:
        first = at
        at -= 1
    return [] if isinstance(blocks[first], Paragraph | Table) else list(range(first, table))


def _words_after(blocks: Sequence[Block], made: Sequence[bool], table: int) -> list[int]:
    """The paragraphs below the table when another turned block, another chapter or the end follows them. Other text
    takes them along: where the table fills its page, they would have a turned page to themselves."""
    at, room = table + 1, _FEW_WORDS
    while at < len(blocks) and not made[at] and isinstance(block := blocks[at], Paragraph):
        room -= len(plain_text(block.pieces))
        at += 1
    if room < 0:
        return []
    following = blocks[at] if at < len(blocks) else None
    ends = following is None or made[at] or (isinstance(following, Heading) and following.level == 1)
    return list(range(table + 1, at)) if ends else []
