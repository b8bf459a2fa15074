"""A document -> one Markdown text."""

from __future__ import annotations

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
from smartplan.book.numbering import number_blocks, walk_blocks
from smartplan.writers.markdown.escape import escape, slug
from smartplan.writers.markdown.inline import Inline
from smartplan.writers.markdown.table import write_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartplan.book.blocks import Block, Document, Pieces, Row

__all__ = ["write_markdown"]

_FICTIONAL: Final = "Daerah dalam dokumen ini REKAAN. Nama, angka, dan peristiwanya dibuat untuk contoh."
_DRAFT: Final = "KONSEP. Isian yang belum ada ditandai di tempatnya."


def write_markdown(document: Document) -> str:
    """The whole book: title, front, body, back, footnotes. The same document gives the same text."""
    return _Writer(document).write()


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._blocks = (*document.front, *document.body, *document.back)
        self._labels = number_blocks(document)
        self._inline = Inline(self._labels)
        self._heads: dict[str, str] = {}
        self._anchors: dict[str, str] = {}
        self._collect_headings()

    def write(self) -> str:
        parts = [*self._title(), *self._sequence(self._blocks)]
        notes = [f"[^{number}]: {note}" for number, note in enumerate(self._inline.notes, 1)]
        if notes:
            parts.append("\n".join(notes))
        return "\n\n".join(part for part in parts if part) + "\n"

    def _title(self) -> list[str]:
        document = self._document
        lines = [document.subtitle, document.region, document.year]
        parts = [f"# {self._main_title()}", "\\\n".join(f"**{escape(line)}**" for line in lines if line)]
        if document.fictional:
            parts.append(f"> **{_FICTIONAL}**")
        if document.draft:
            parts.append(f"> {_DRAFT}")
        return parts

    def _main_title(self) -> str:
        names = (self._document.label, self._document.title)
        return escape(": ".join(name for name in names if name)).replace("\n", " ")

    def _collect_headings(self) -> None:
        """Words and anchor of each heading, in the order in which they will stand in the text."""
        used: dict[str, int] = {}
        notes = Inline(self._labels)
        slug(self._main_title(), used)
        for block in walk_blocks(self._blocks):
            if isinstance(block, Heading):
                words = notes.line(tuple(piece for piece in block.pieces if not piece.footnote))
                label = self._labels[block.id]
                number = label.number if label.kind == "sub" else label.text
                self._heads[block.id] = f"{number} {words}".strip()
                self._anchors[block.id] = slug(_unmarked(self._heads[block.id]), used)
            elif isinstance(block, (Contents, ListOfTables, ListOfFigures)):
                slug(block.title, used)

    def _sequence(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Each block as text. Two lists in a row get different markers, or Markdown would join them."""
        before: Block | None = None
        swapped = False
        for block in blocks:
            swapped = isinstance(block, ListBlock) and isinstance(before, ListBlock) and not swapped
            text = self._block(block, swapped)
            if text:
                yield text
                before = block

    def _block(self, block: Block, swapped: bool = False) -> str:
        if isinstance(block, Heading):
            return f"{'#' * (block.level + 1)} {self._heads[block.id]}"
        if isinstance(block, Paragraph):
            text = self._inline.paragraph(_bold(block.pieces) if block.style == "display" else block.pieces)
            return _quoted(text) if block.style in ("quote", "display") else text
        if isinstance(block, ListBlock):
            return self._list(block, swapped)
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
            return "\\\n".join(f"**{escape(line)}**" for line in block.lines)
        return self._contents(block)

    def _list(self, block: ListBlock, swapped: bool) -> str:
        written: list[str] = []
        loose = False
        for number, item in enumerate(block.items, block.start):
            marker = f"{number}{')' if swapped else '.'}" if block.ordered else ("*" if swapped else "-")
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
        """A row of text in columns as one paragraph."""
        held = [cell.pieces if isinstance(cell, Cell) else cell for cell in row.cells]
        return " ".join(words for pieces in held if (words := self._inline.paragraph(pieces)))

    def _figure(self, figure: Figure) -> str:
        words = self._inline.line((Piece(figure.alt),))
        parts = [_quoted(f"*Bagan:* {words}" if words else "*Bagan*")]
        if figure.caption is not None:
            parts.append(self._caption(figure.id, figure.caption))
        return "\n\n".join([*parts, *self._source(figure.source)])

    def _caption(self, name: str, caption: Pieces) -> str:
        return f"**{escape(self._labels[name].text)}** {self._inline.line(caption)}"

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
        head = f"## {escape(block.title)}"
        if isinstance(block, Contents):
            lines = list(self._entries(min(block.depth, 2)))
        else:
            kind = Table if isinstance(block, ListOfTables) else Figure
            lines = [
                f"- {escape(self._labels[item.id].text)} {self._plain(item.caption)}"
                for item in walk_blocks(self._blocks)
                if isinstance(item, kind) and item.caption is not None
            ]
        return f"{head}\n\n{chr(10).join(lines)}" if lines else ""

    def _entries(self, depth: int) -> Iterator[str]:
        for block in walk_blocks(self._blocks):
            if isinstance(block, Heading) and block.level <= depth:
                yield f"{'  ' * (block.level - 1)}- [{self._heads[block.id]}](#{self._anchors[block.id]})"

    def _plain(self, pieces: Pieces) -> str:
        """A caption in a list: its footnotes stay with the table."""
        return self._inline.line(tuple(piece for piece in pieces if not piece.footnote))


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def _indented(text: str, marker: str) -> str:
    blank = " " * (len(marker) + 1)
    lines = text.split("\n")
    return "\n".join([f"{marker} {lines[0]}", *(f"{blank}{line}" if line else "" for line in lines[1:])])


def _bold(pieces: Pieces) -> Pieces:
    return tuple(piece._replace(strong=True) for piece in pieces)


def _unmarked(text: str) -> str:
    """The words of a heading as they are shown, without marks and escapes."""
    return text.replace("**", "").replace("\\", "")
