"""One file of a book: its blocks as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.book.blocks import (
    Callout,
    Cell,
    Contents,
    Figure,
    Heading,
    KeyFigures,
    LetterHead,
    ListBlock,
    ListOfFigures,
    ListOfTables,
    PageBreak,
    Paragraph,
    Piece,
    Signatures,
    Table,
)
from smartplan.book.numbering import walk_blocks
from smartplan.writers.markdown.escape import escape
from smartplan.writers.markdown.inline import Inline
from smartplan.writers.markdown.table import write_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartplan.book.blocks import Block, Pieces, Row
    from smartplan.writers.markdown.files import Book
    from smartplan.writers.markdown.layout import Part

__all__ = ["Writer"]

_FICTIONAL: Final = "Daerah dalam dokumen ini REKAAN. Nama, angka, dan peristiwanya dibuat untuk contoh."
_DRAFT: Final = "KONSEP. Isian yang belum ada ditandai di tempatnya."
_LISTS: Final = (ListBlock, KeyFigures)
_TAG: Final = re.compile(r"<(?:a id|br|em|strong)\b")
_TAGS_WANTED: Final = (
    '<!-- markdownlint-configure-file {"no-inline-html": {"allowed_elements": ["a", "br", "em", "strong"]}} -->'
)
"""A cell of a table has no other line break, a table no other anchor: so a linter knows that they are wanted."""
_END: Final = " :"
"""What stands before a list in a letter, and ends no heading."""
_APART: Final = "<!-- -->"
"""Between two lists or two quotes, which Markdown would join or a linter would take for one."""


class Writer:
    """Writes one file."""

    def __init__(self, book: Book, part: Part) -> None:
        self._book = book
        self._part = part
        self._labels = book.labels
        self._inline = Inline(book.labels, self._link)

    def write(self) -> str:
        parts = [*(self.title() if self._part.titled else ()), *self._sequence(self._part.blocks)]
        notes = [f"[^{number}]: {note}" for number, note in enumerate(self._inline.notes, 1)]
        if notes:
            parts.append("\n".join(notes))
        text = "\n\n".join(part for part in parts if part)
        return f"{text}\n\n{_TAGS_WANTED}\n" if _TAG.search(text) else f"{text}\n"

    def title(self) -> list[str]:
        document = self._book.document
        parts = [f"# {self._book.title}", *_strong_lines((document.subtitle, document.region, document.year))]
        notes = [f"> **{_FICTIONAL}**"] if document.fictional else []
        if document.draft:
            notes.append(f"> {_DRAFT}")
        return [*parts, "\n>\n".join(notes)] if notes else parts

    def _link(self, name: str) -> str | None:
        return self._book.places.link(name, self._part.name)

    def _sequence(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Each block as text. Two lists or two quotes in a row are kept apart."""
        before: Block | None = None
        for block in blocks:
            text = self._block(block)
            if not text:
                continue
            if before is not None and (
                (isinstance(block, _LISTS) and isinstance(before, _LISTS)) or (_is_quote(block) and _is_quote(before))
            ):
                yield _APART
            yield text
            before = block

    def _block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return f"{'#' * (block.level + self._part.shift)} {self._book.places.heads[block.id]}"
        if isinstance(block, Paragraph) and block.level:
            return f"{'#' * (block.level + self._part.shift)} {self._inline.line(block.pieces).rstrip(_END)}"
        if isinstance(block, Paragraph):
            text = self._inline.paragraph(_bold(block.pieces) if block.style == "display" else block.pieces)
            return _quoted(text) if block.style in ("quote", "display") else text
        if isinstance(block, ListBlock):
            return self._list(block)
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Figure):
            return self._figure(block)
        if isinstance(block, Callout):
            return self._callout(block)
        if isinstance(block, KeyFigures):
            return self._key_figures(block)
        if isinstance(block, Signatures):
            return self._signatures(block)
        if isinstance(block, PageBreak):
            return ""
        if isinstance(block, LetterHead):
            return "".join(_strong_lines(block.lines))
        return self._contents(block)

    def _list(self, block: ListBlock) -> str:
        written: list[str] = []
        loose = False
        for number, item in enumerate(block.items, block.start):
            marker = f"{number}." if block.ordered else "-"
            parts = list(self._sequence(item))
            loose = loose or sum(isinstance(inner, Paragraph) for inner in item) > 1
            body = ("\n\n" if loose else "\n").join(parts)
            written.append(_indented(body, marker))
        return ("\n\n" if loose else "\n").join(written)

    def _table(self, table: Table) -> str:
        if table.style == "plain":
            return "\n\n".join(self._columns(row) for row in table.rows)
        parts = [write_table(table, self._inline)]
        if table.caption is not None:
            parts.insert(0, self._caption(table.id, table.caption))
        return "\n\n".join([*parts, *self._source(table.source)])

    def _columns(self, row: Row) -> str:
        """A row of text in columns as one paragraph, with one more for each item in it."""
        held = [cell.pieces if isinstance(cell, Cell) else cell for cell in row.cells]
        made = " ".join(words for pieces in held if (words := self._inline.paragraph(pieces)))
        items = any("\t" in piece.text for pieces in held for piece in pieces)
        return made.replace("\\\n", "\n\n") if items else made

    def _figure(self, figure: Figure) -> str:
        words = Inline(self._labels).line((Piece(figure.alt),))
        parts = [f"![{words}]({self._book.drawings[figure.id]})"]
        if figure.caption is not None:
            parts.append(self._caption(figure.id, figure.caption))
        return "\n\n".join([*parts, *self._source(figure.source)])

    def _caption(self, name: str, caption: Pieces) -> str:
        anchor = self._book.places.of[name].anchor
        return f'<a id="{anchor}"></a>**{escape(self._labels[name].text)}** {self._inline.line(caption)}'

    def _source(self, source: Pieces | None) -> list[str]:
        return [f"*Sumber:* {self._inline.line(source)}"] if source else []

    def _key_figures(self, block: KeyFigures) -> str:
        return "\n".join(
            f"- {self._inline.line(_bold(one.value))} {self._inline.line(one.label)}" for one in block.figures
        )

    def _callout(self, block: Callout) -> str:
        parts = list(self._sequence(block.blocks))
        title = self._inline.line(tuple(block.title))
        if title:
            parts.insert(0, f"**{title}**" if "*" not in title else title)
        return _quoted("\n\n".join(parts))

    def _signatures(self, block: Signatures) -> str:
        """Signers one below another; an empty line is left for each signature."""
        written = []
        for signer in block.signers:
            lines = [self._inline.paragraph(line) for line in signer.above]
            lines.append("*(tanda tangan)*")
            lines.append(self._inline.paragraph((*_bold(signer.name),)))
            lines += [self._inline.paragraph(line) for line in signer.below]
            written.append("\\\n".join(line for line in lines if line))
        return "\n\n".join(written)

    def _contents(self, block: Contents | ListOfTables | ListOfFigures) -> str:
        if isinstance(block, Contents):
            lines = list(self.entries(min(block.depth, 2)))
        else:
            kind = Table if isinstance(block, ListOfTables) else Figure
            lines = [
                f"- [{escape(self._labels[item.id].text)}]({self._link(item.id)}) {self._plain(item.caption)}"
                for item in self._book.blocks
                if isinstance(item, kind) and item.caption is not None
            ]
        head = f"{'#' * (1 + self._part.shift)} {escape(block.title)}"
        return f"{head}\n\n{chr(10).join(lines)}" if lines else ""

    def entries(self, depth: int = 2, *, front: bool = True) -> Iterator[str]:
        """Chapters and their sections as links; without those of the ``front`` where it is a file of its own."""
        for part in self._book.parts:
            if part.titled and not front:
                continue
            for block in walk_blocks(part.blocks):
                if isinstance(block, Heading) and block.level <= depth:
                    head = self._book.places.heads[block.id]
                    yield f"{'  ' * (block.level - 1)}- [{head}]({self._link(block.id)})"

    def _plain(self, pieces: Pieces) -> str:
        """A caption in a list: its footnotes stay with the table."""
        return Inline(self._labels).line(tuple(piece for piece in pieces if not piece.footnote))


def _strong_lines(lines: Iterable[str]) -> list[str]:
    """One paragraph, or none. A line alone is not strong: it would look like a heading that is none."""
    found = [escape(line) for line in lines if line]
    return ["\\\n".join(f"**{line}**" for line in found)] if len(found) > 1 else found


def _is_quote(block: Block) -> bool:
    return isinstance(block, Callout) or (isinstance(block, Paragraph) and block.style in ("quote", "display"))


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def _indented(text: str, marker: str) -> str:
    blank = " " * (len(marker) + 1)
    lines = text.split("\n")
    return "\n".join([f"{marker} {lines[0]}", *(f"{blank}{line}" if line else "" for line in lines[1:])])


def _bold(pieces: Pieces) -> Pieces:
    return tuple(piece._replace(strong=True) for piece in pieces)
