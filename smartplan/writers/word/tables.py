"""Tables: fixed widths, head rows that repeat, groups in the colours of their dimension."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from smartplan.book.blocks import Cell, Row, Table
from smartplan.writers.word.text import runs
from smartplan.writers.word.xml import run

if TYPE_CHECKING:
    from smartplan.book.blocks import Column, Piece, Pieces
    from smartplan.writers.word.state import State

__all__ = ["box", "table"]

_HEAD: Final = "1F4E79"
_ZEBRA: Final = "F4F7FA"
_TOTAL: Final = "E3ECF5"
_LABEL: Final = "EEF3F8"
_SIDES: Final = {"left": "", "right": '<w:jc w:val="right"/>', "center": '<w:jc w:val="center"/>'}
_ONCE: Final = "<w:trPr><w:cantSplit/></w:trPr>"
_REPEATED: Final = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


def table(block: Table, state: State, width: int) -> str:
    """``w:tbl`` of ``width`` twentieths of a point."""
    widths = _widths(block.columns, width)
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    head = "" if block.style == "sheet" else _head(block.columns, widths)
    sheet = block.style == "sheet"
    rows: list[str] = []
    data_rows = 0
    for row in block.rows:
        rows.append(_row(row, block.columns, widths, state, data_rows % 2 == 1 and not sheet, sheet))
        data_rows = data_rows + 1 if row.kind == "data" else 0
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TabelBuku"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{''.join(rows)}</w:tbl>"
    )


def _widths(columns: tuple[Column, ...], width: int) -> list[int]:
    total = sum(column.width for column in columns)
    widths = [int(width * column.width / total) for column in columns]
    widths[-1] += width - sum(widths)
    return widths


def _head(columns: tuple[Column, ...], widths: list[int]) -> str:
    if not any(column.group for column in columns):
        cells = "".join(_head_cell(column.title, width, "") for column, width in zip(columns, widths, strict=True))
        return f"<w:tr>{_REPEATED}{cells}</w:tr>"
    upper, lower = [], []
    for group, members in groupby(zip(columns, widths, strict=True), key=lambda pair: pair[0].group):
        pairs = list(members)
        if group is None:
            for column, width in pairs:
                upper.append(_head_cell(column.title, width, '<w:vMerge w:val="restart"/>'))
                lower.append(_head_cell("", width, "<w:vMerge/>"))
        else:
            span = f'<w:gridSpan w:val="{len(pairs)}"/>' if len(pairs) > 1 else ""
            upper.append(_head_cell(group, sum(width for _, width in pairs), span))
            lower += [_head_cell(column.title, width, "") for column, width in pairs]
    return f"<w:tr>{_REPEATED}{''.join(upper)}</w:tr><w:tr>{_REPEATED}{''.join(lower)}</w:tr>"


def _head_cell(title: str, width: int, extra: str) -> str:
    content = run(title, '<w:b/><w:color w:val="FFFFFF"/>') if title else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{extra}'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{_HEAD}"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="KepalaTabel"/><w:keepNext/></w:pPr>{content}</w:p></w:tc>'
    )


def _row(row: Row, columns: tuple[Column, ...], widths: list[int], state: State, striped: bool, sheet: bool) -> str:
    swatch = state.swatches.get(row.swatch or "")
    group_fill = swatch.tint if swatch is not None else _TOTAL
    cells: list[str] = []
    position = 0
    anchored = row.key is None
    for cell in row.cells:
        content: Pieces
        if isinstance(cell, Cell):
            span, content, fill, strong = cell.span, cell.pieces, cell.fill, cell.strong
            side = cell.align or columns[position].align
        else:
            span, content, fill, strong, side = 1, cell, None, False, columns[position].align
        if row.kind != "data":
            strong = True
            fill = fill or (group_fill if row.kind == "group" else _TOTAL)
        elif sheet and position == 0:
            strong, fill = True, fill or _LABEL
        fill = fill or (_ZEBRA if striped else None)
        colour = f'<w:color w:val="{swatch.ribbon}"/>' if swatch is not None and row.kind == "group" else ""
        words = runs(content, state, f"{'<w:b/>' if strong else ''}{colour}")
        if row.kind == "data" and not anchored:
            words = state.anchor(row.key, tuple(_row_pieces(row)), words)
            anchored = True
        keep = "<w:keepNext/>" if row.kind == "group" else ""
        cells.append(_cell(words, sum(widths[position : position + span]), span, fill, _SIDES[side], keep))
        position += span
    return f"<w:tr>{_ONCE}{''.join(cells)}</w:tr>"


def _row_pieces(row: Row) -> list[Piece]:
    return [piece for cell in row.cells for piece in (cell.pieces if isinstance(cell, Cell) else cell)]


def _cell(words: str, width: int, span: int, fill: str | None, side: str, keep: str) -> str:
    extra = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{extra}{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="IsiTabel"/>{keep}{side}</w:pPr>{words}</w:p></w:tc>'
    )


def box(title: str, inside: str, kind: str, width: int) -> str:
    """A call-out: a table of one cell with a bar at the left; its kind is said in words too, not by colour alone."""
    bar, fill = {"info": ("1F3864", "E9F0F7"), "missing": ("C9A227", "FFF8E1"), "warning": ("A1262B", "F9E3E4")}[kind]
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>'
        '<w:top w:val="nil"/>'
        f'<w:left w:val="single" w:sz="36" w:space="0" w:color="{bar}"/>'
        '<w:bottom w:val="nil"/><w:right w:val="nil"/></w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:top w:w="80" w:type="dxa"/><w:left w:w="170" w:type="dxa"/>'
        '<w:bottom w:w="80" w:type="dxa"/><w:right w:w="170" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>'
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:tcPr>'
        f"{title}{inside}</w:tc></w:tr></w:tbl>"
    )
