"""Cells of a table's rows. A table may have thousands: what repeats is made once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.book.blocks import NO_LOOKS, Cell, Piece
from smartplan.writers.word import xml
from smartplan.writers.word.colors import words_on
from smartplan.writers.word.runs import inline
from smartplan.writers.word.units import Twips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartplan.book.blocks import Pieces, Row
    from smartplan.writers.word.widths import Fit
    from smartplan.writers.word.writing import Writing

__all__ = ["CellWriter", "split_lines"]

_STYLES: Final = {"left": "Teks Tabel", "right": "Angka Tabel", "center": "Tengah Tabel"}
_BULLET: Final = "• "
_WORDS: Final = '<w:t xml:space="preserve">'
_CLOSED: Final = "</w:t></w:r></w:p>"
_UNPLAIN: Final = re.compile(r"[&<>\n\t\r]|Rp |\A" + _BULLET)
_LINE: Final = re.compile(r"\r\n|\r|\n")


class CellWriter:
    """Rows of cells on one grid; ``aligns`` is each column's own alignment."""

    def __init__(self, writing: Writing, fit: Fit, aligns: Sequence[str]) -> None:
        self._writing = writing
        self._widths = fit.widths
        self._by_align = {align: writing.table_style(name, dense=fit.dense) for align, name in _STYLES.items()}
        self._styles = [self._by_align[align] for align in aligns]
        self._bullet = writing.table_style("Butir Tabel", dense=fit.dense)
        self._label = writing.style("Label Lembar")
        self._next_bullet = _CLOSED + _opened(self._bullet) + "•</w:t><w:tab/>" + _WORDS
        self._next_lines = [_CLOSED + _opened(style) for style in self._styles]
        self._opened: dict[str, list[str]] = {}
        self._properties: dict[tuple[int, int, str], str] = {}

    def row(
        self,
        row: Row,
        table: str,
        *,
        fill: str | None,
        label_fill: str | None = None,
        strong: bool = False,
        borders: str = "",
    ) -> str:
        """The cells of ``row``; the first carries the row's anchor. ``label_fill`` makes the first column a label.

        Raises ValueError when the cells are wider than the table.
        """
        cells = [cell.pieces if isinstance(cell, Cell) else cell for cell in row.cells]
        name = self._writing.anchors.row(cells, row.key, table)
        common = borders + (xml.shading(fill) if fill else "")
        opened = self._opened.get(common) or self._open_cells(common)
        made: list[str] = []
        at = 0
        remarks = self._writing.remarks
        for cell, pieces in zip(row.cells, cells, strict=True):
            if at and not strong and cell is pieces and at < len(opened) and not (remarks and remarks.concern(pieces)):
                plain = self._plain(pieces, at)
                if plain is not None:
                    made.append(f"{opened[at]}{plain}</w:tc>")
                    at += 1
                    continue
            span = cell.span if isinstance(cell, Cell) else 1
            if at + span > len(self._widths):
                raise ValueError(f"table {table}: a row has more than {len(self._widths)} cells")
            style, more, bold, color = self._styles[at], common, strong, ""
            if label_fill is not None and at == 0:
                style, more = self._label, borders + xml.shading(label_fill)
            if isinstance(cell, Cell):
                bold, color = strong or cell.strong, words_on(cell.fill)
                if cell.fill:
                    more = borders + xml.shading(cell.fill)
                if cell.align and style != self._label:
                    style = self._by_align[cell.align]
            lines = self._lines(pieces, style, bold, color, name if at == 0 else None)
            properties = self._properties.get((at, span, more)) or self._cell_properties(at, span, more)
            made.append(f"<w:tc>{properties}{lines}</w:tc>")
            at += span
        if at < len(self._widths):
            rest = self._cell_properties(at, len(self._widths) - at, common)
            made.append(xml.cell(rest, xml.paragraph(self._styles[at], "")))
        if of_row := remarks.take(row.key):
            held = next((number for number, pieces in enumerate(cells) if _is_of(pieces, row.key)), 0)
            made[held] = remarks.mark_paragraph(made[held], of_row)
        return "".join(made)

    def _open_cells(self, more: str) -> list[str]:
        """For each column all that stands before the words of a plain cell: most cells differ in nothing else."""
        opened = self._opened[more] = [
            f"<w:tc>{self._cell_properties(at, 1, more)}{_opened(style)}" for at, style in enumerate(self._styles)
        ]
        return opened

    def _plain(self, pieces: Pieces, at: int) -> str | None:
        """The rest of a cell without looks, whose first paragraph is open: one run a line. None when it has looks."""
        for piece in pieces:
            if piece.origin == "missing" or piece[5:] != NO_LOOKS:
                return None
        text = pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])
        if _UNPLAIN.search(text) is None:
            return f"{text}{_CLOSED}"
        if "\t" in text or "\r" in text or text.startswith(_BULLET):
            return None
        return (
            xml.printed(text).replace(f"\n{_BULLET}", self._next_bullet).replace("\n", self._next_lines[at]) + _CLOSED
        )

    def _cell_properties(self, at: int, span: int, more: str) -> str:
        width = Twips(sum(self._widths[at : at + span]))
        made = self._properties[at, span, more] = xml.cell_properties(width, span=span, more=more)
        return made

    def _lines(self, pieces: Pieces, style: str, strong: bool, color: str, anchor: str | None) -> str:
        """A paragraph for each line of the cell, so that bullets hang."""
        for piece in pieces:
            if "\n" in piece.text or piece.text.startswith(_BULLET):
                break
        else:
            return self._line(pieces, style, strong, color, anchor)
        made = ""
        for line in split_lines(pieces):
            bulleted = bool(line) and line[0].text.startswith(_BULLET)
            if bulleted:
                line = (line[0]._replace(text="•\t" + line[0].text[len(_BULLET) :]), *line[1:])
            made += self._line(line, self._bullet if bulleted else style, strong, color, anchor)
            anchor = None
        return made

    def _line(self, pieces: Pieces, style: str, strong: bool, color: str, anchor: str | None) -> str:
        inside = inline(self._writing, pieces, strong=strong, color=color)
        if anchor:
            inside = self._writing.bookmark(anchor, inside)
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def _is_of(pieces: Pieces, key: str | None) -> bool:
    """Whether a value of the item ``key`` stands here."""
    return any(piece.path is not None and piece.path.startswith(f"{key}.") for piece in pieces)


def _opened(style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{_WORDS}'


def split_lines(pieces: Pieces) -> list[tuple[Piece, ...]]:
    """The pieces of each line."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.footnote or piece.ref is not None:
            lines[-1].append(piece)
            continue
        if "\n" not in piece.text and "\r" not in piece.text:
            if piece.text:
                lines[-1].append(piece)
            continue
        first, *others = _LINE.split(piece.text)
        if first:
            lines[-1].append(piece._replace(text=first))
        lines += [[piece._replace(text=other)] if other else [] for other in others]
    return [tuple(line) for line in lines]
