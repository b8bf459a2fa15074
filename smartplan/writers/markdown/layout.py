"""Into which files a book goes, and where in them its headings, tables and figures stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.book.blocks import Figure, Heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.book.blocks import Block, Document

__all__ = ["INDEX", "Part", "Place", "figure_files", "parts_of"]

INDEX: Final = "README.md"
"""What GitHub shows for a folder."""
_UNFIT: Final = re.compile(r"[^a-z0-9]+")


class Place(NamedTuple):
    """``file`` is the part's name; ``anchor`` is empty when the place cannot be pointed to."""

    file: str
    anchor: str


class Part(NamedTuple):
    """One file; with ``titled`` the book's title stands above."""

    name: str
    blocks: tuple[Block, ...]
    titled: bool

    @property
    def shift(self) -> int:
        """How many marks more a heading has than its level: the title is the one heading of level 1."""
        return 1 if self.titled else 0


def parts_of(document: Document, *, split: bool) -> list[Part]:
    """The whole book as one part, or its front and each chapter as parts of their own."""
    whole = (*document.front, *document.body, *document.back)
    if not split:
        return [Part(f"{document.id}.md", whole, titled=True)]
    front = list(document.front)
    chapters: list[list[Block]] = []
    for block in (*document.body, *document.back):
        if isinstance(block, Heading) and block.level == 1:
            chapters.append([block])
        else:
            (chapters[-1] if chapters else front).append(block)
    parts = [Part("00-depan.md", tuple(front), titled=True)] if front else []
    for number, blocks in enumerate(chapters, 1):
        parts.append(Part(f"{number:02d}-{_fit(_name(blocks[0]))}.md", tuple(blocks), titled=False))
    return parts


def figure_files(blocks: Iterable[Block], folder: str) -> dict[str, str]:
    """Id of each figure -> its file below ``folder``. Names differ in more than capitals, and none is a device."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for block in blocks:
        if isinstance(block, Figure):
            base = name = f"gambar-{_fit(block.id.removeprefix('gambar-'))}"
            number = 1
            while name in taken:
                number += 1
                name = f"{base}-{number}"
            taken.add(name)
            found[block.id] = f"{folder}/{name}.svg"
    return found


def _name(block: Block) -> str:
    return block.id.removeprefix("bab-") if isinstance(block, Heading) else ""


def _fit(name: str) -> str:
    """Letters, digits and hyphens, for file systems of every kind and for links."""
    return _UNFIT.sub("-", name.lower()).strip("-") or "bab"
