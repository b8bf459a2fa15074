"""Text in columns without rules: the "Menimbang : a. ..." of a decree, parties of an agreement, entries of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.book.blocks import Cell
from smartplan.writers.word import xml
from smartplan.writers.word.cells import split_lines
from smartplan.writers.word.runs import inline
from smartplan.writers.word.units import Twips

if TYPE_CHECKING:
    from smartplan.book.blocks import Row, Table
    from smartplan.writers.word.writing import Writing

__all__ = ["CELL_SIDE", "columns"]

_LINE: Final = '<w:spacing w:before="0" w:after="0" w:line="276" w:lineRule="auto"/>'
_ALIGNED: Final = {"left": "left", "right": "right", "center": "center"}
CELL_SIDE: Final = 28  # twips at the sides of a cell
_MARGINS: Final = (0, CELL_SIDE, 57, CELL_SIDE)  # twips: top, left, bottom, right of a cell


def columns(writing: Writing, block: Table, *, width: Twips, indent: int = 0) -> list[str]:
    """The rows, which may break over pages, and a gap below. Columns share ``width`` by their weights alone.

    A line with a tab, in a cell over several columns, is set as a row below would be: so a clause stays with the first
    of its items, in a row that does not break.
    """
    total = sum(column.width for column in block.columns)
    widths = [Twips(round(width * column.width / total)) for column in block.columns]
    widths[-1] = Twips(widths[-1] + width - sum(widths))
    rows = [
        xml.row(_cells(writing, block, row, widths, kept=row is block.rows[-1]), split=not _leads(row))
        for row in block.rows
    ]
    made = xml.table(widths, rows, indent=indent, borders=xml.no_borders(), margins=_MARGINS)
    return [made, xml.paragraph(writing.style("Jarak"), "")]


def _cells(writing: Writing, block: Table, row: Row, widths: list[Twips], *, kept: bool) -> str:
    """``kept``: with the gap below, which may itself go with a signature."""
    held = [cell if isinstance(cell, Cell) else Cell(cell) for cell in row.cells]
    name = writing.anchors.row([cell.pieces for cell in held], row.key, block.id)
    made, at = "", 0
    for cell in held:
        side = cell.align or block.columns[at].align
        # Narrow columns hold labels, colons and counting letters; the last is running text unless it says otherwise.
        runs = cell.align is None and side == "left" and at + cell.span == len(widths) and at > 0
        aligned = "both" if runs else _ALIGNED[side]
        keep = "<w:keepNext/>" if kept else ""
        lines = ""
        for line in split_lines(cell.pieces) if _has_items(cell) else [cell.pieces]:
            item = cell.span > 1 and any("\t" in piece.text for piece in line)
            look = f"{keep}{_tab(widths[at])}{_LINE}{_hang(widths[at])}" if item else f"{keep}{_LINE}"
            inside = inline(writing, line, strong=cell.strong)
            if name:
                inside, name = writing.bookmark(name, inside), None
            lines += xml.paragraph(writing.style("Body Text"), inside, f'{look}<w:jc w:val="{aligned}"/>')
        properties = xml.cell_properties(Twips(sum(widths[at : at + cell.span])), span=cell.span)
        made += xml.cell(properties, lines)
        at += cell.span
    return made


def _leads(row: Row) -> bool:
    return any(isinstance(cell, Cell) and _has_items(cell) for cell in row.cells)


def _has_items(cell: Cell) -> bool:
    return cell.span > 1 and any("\t" in piece.text for piece in cell.pieces)


def _tab(position: Twips) -> str:
    return f'<w:tabs><w:tab w:val="left" w:pos="{position}"/></w:tabs>'


def _hang(width: Twips) -> str:
    return f'<w:ind w:left="{width}" w:hanging="{width}"/>'
