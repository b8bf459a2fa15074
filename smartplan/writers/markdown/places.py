"""Words and anchors of headings, anchors of tables and figures, over all files of a book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.book.blocks import Contents, Figure, Heading, ListOfFigures, ListOfTables, Paragraph, Table
from smartplan.book.numbering import walk_blocks
from smartplan.writers.markdown.escape import slug
from smartplan.writers.markdown.inline import Inline
from smartplan.writers.markdown.layout import Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartplan.book.blocks import Block
    from smartplan.book.numbering import Label
    from smartplan.writers.markdown.layout import Part

__all__ = ["Places"]


class Places:
    """``heads``: id of each heading -> its words as Markdown. ``of``: id of a heading, table or figure -> its place."""

    def __init__(self, parts: Sequence[Part], labels: Mapping[str, Label], title: str) -> None:
        self.heads: dict[str, str] = {}
        self.of: dict[str, Place] = {}
        self._labels = labels
        words = Inline(labels)  # footnotes are numbered while the text is written, so not here
        for part in parts:
            used: dict[str, int] = {}
            if part.titled:
                slug(title, used)
            blocks = list(walk_blocks(part.blocks))
            for block in blocks:
                if isinstance(block, Heading):
                    self._head(block, words, part, used)
                elif isinstance(block, Paragraph) and block.level:
                    slug(_unmarked(words.line(block.pieces)), used)
                elif isinstance(block, (Contents, ListOfTables, ListOfFigures)):
                    slug(block.title, used)
            for block in blocks:
                self._item(block, part, used)

    def link(self, name: str, file: str) -> str | None:
        """What a link in ``file`` to the place ``name`` points to; None when there is no such place."""
        place = self.of.get(name)
        if place is None:
            return None
        return f"#{place.anchor}" if place.file == file else f"{place.file}#{place.anchor}"

    def _head(self, block: Heading, words: Inline, part: Part, used: dict[str, int]) -> None:
        text = words.line(tuple(piece for piece in block.pieces if not piece.footnote))
        label = self._labels[block.id]
        number = label.number if label.kind == "sub" else label.text
        self.heads[block.id] = f"{number} {text}".strip()
        self.of[block.id] = Place(part.name, slug(_unmarked(self.heads[block.id]), used))

    def _item(self, block: Block, part: Part, used: dict[str, int]) -> None:
        """Tables and figures have an anchor that no heading of the file has."""
        if isinstance(block, (Table, Figure)) and block.caption is not None:
            base = slug(self._labels[block.id].text, {})
            while base in used:
                base = f"{base}-"
            self.of[block.id] = Place(part.name, slug(base, used))


def _unmarked(text: str) -> str:
    """The words of a heading as they are shown, without marks and escapes."""
    return text.replace("**", "").replace("\\", "")
