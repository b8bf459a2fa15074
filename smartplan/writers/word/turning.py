"""Which blocks lie on turned pages: wide tables, and the few words that belong to them.

A heading and a sentence before a wide table, or a closing sentence after it, would else fill a page of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.book.blocks import Heading, Paragraph, Table, plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartplan.book.blocks import Block

__all__ = ["turned"]

_FEW_WORDS: Final = 700  # characters: about a quarter of a turned page


def turned(blocks: Sequence[Block]) -> list[bool]:
    """For each block whether it goes on a turned page."""
    wide = [isinstance(block, Table) and block.landscape for block in blocks]
    made = list(wide)
    for at in (at for at, is_wide in enumerate(wide) if is_wide):
        for before in _words_before(blocks, made, at):
            made[before] = True
        for after in _words_after(blocks, wide, at):
            made[after] = True
    return made


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
    opens_chapter = at >= 0 and isinstance(block := blocks[at], Heading) and block.level == 1
    return [] if isinstance(blocks[first], Paragraph | Table) or opens_chapter else list(range(first, table))


def _words_after(blocks: Sequence[Block], wide: Sequence[bool], table: int) -> list[int]:
    """The paragraphs below the table when nothing but a heading, another wide table or the end follows them."""
    at, room = table + 1, _FEW_WORDS
    while at < len(blocks) and isinstance(block := blocks[at], Paragraph):
        room -= len(plain_text(block.pieces))
        at += 1
    ends = at == len(blocks) or wide[at] or isinstance(blocks[at], Heading)
    return list(range(table + 1, at)) if ends and room >= 0 else []
