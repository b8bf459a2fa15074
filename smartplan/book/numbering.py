"""Numbers of chapters, sections, tables and figures, counted over the blocks before any layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartplan.book.blocks import Block, Callout, Document, Figure, Heading, ListBlock, Table
from smartplan.wording.roman import to_roman

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Label", "number_blocks", "walk_blocks"]


class Label(NamedTuple):
    """``kind`` is "bab", "sub", "lampiran", "depan", "tabel" or "gambar"; ``number`` as printed ("II", "2.1");
    ``text`` is what a reference prints ("BAB II", "Subbab 2.1", "Tabel 2.1")."""

    kind: str
    number: str
    text: str


def walk_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks in reading order, those inside lists and call-outs too."""
    for block in blocks:
        yield block
        if isinstance(block, Callout):
            yield from walk_blocks(block.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from walk_blocks(item)


def number_blocks(document: Document) -> dict[str, Label]:
    """Id of each heading, captioned table and captioned figure -> its label.

    Captions count anew in each chapter ("Tabel 2.1"); before the first chapter, and in a book without numbered
    chapters, they have no chapter number, and in an annex they carry "L" and the annex's number ("Tabel L1.2").
    """
    labels: dict[str, Label] = {}
    chapter = section = subsection = annex = 0
    prefix = ""
    tables = figures = 0
    for block in walk_blocks((*document.front, *document.body, *document.back)):
        if isinstance(block, Heading):
            if block.level == 1:
                section = subsection = 0
                if block.annex or block.numbered:
                    tables = figures = 0
                if block.annex:
                    annex += 1
                    prefix = f"L{annex}."
                    labels[block.id] = Label("lampiran", str(annex), f"Lampiran {annex}")
                elif block.numbered:
                    chapter += 1
                    prefix = f"{chapter}."
                    labels[block.id] = Label("bab", to_roman(chapter), f"BAB {to_roman(chapter)}")
                else:
                    labels[block.id] = Label("depan", "", "")
            elif not block.numbered:
                labels[block.id] = Label("depan", "", "")
            elif block.level == 2:
                section += 1
                subsection = 0
                labels[block.id] = Label("sub", f"{prefix}{section}", f"Subbab {prefix}{section}")
            else:
                subsection += 1
                number = f"{prefix}{section}.{subsection}"
                labels[block.id] = Label("sub", number, f"Subbab {number}")
        elif isinstance(block, Table) and block.caption is not None:
            tables += 1
            labels[block.id] = Label("tabel", f"{prefix}{tables}", f"Tabel {prefix}{tables}")
        elif isinstance(block, Figure) and block.caption is not None:
            figures += 1
            labels[block.id] = Label("gambar", f"{prefix}{figures}", f"Gambar {prefix}{figures}")
    return labels
