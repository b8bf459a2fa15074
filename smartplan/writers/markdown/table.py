"""Tables -> pipe tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.book.blocks import Cell, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.book.blocks import Column, Row, Table
    from smartplan.writers.markdown.inline import Inline

__all__ = ["write_table"]

_RULES: Final = {"left": ":---", "right": "---:", "center": ":---:"}


def write_table(table: Table, inline: Inline) -> str:
    """The lines of the table without caption and source. A form has an empty head row, as Markdown needs one."""
    form = table.style == "sheet"
    heads = ["" if form else inline.cell((Piece(_head(column)),)) for column in table.columns]
    lines = [_line(heads), _line(_RULES[column.align] for column in table.columns)]
    lines += [_line(_cells(row, inline, form)) for row in table.rows]
    return "\n".join(lines)


def _head(column: Column) -> str:
    """Markdown has one head row only, so the common head of neighbours stands before each title."""
    return f"{column.group}: {column.title}" if column.group else column.title


def _cells(row: Row, inline: Inline, form: bool) -> list[str]:
    written: list[str] = []
    for position, item in enumerate(row.cells):
        strong = row.kind != "data" or (form and position == 0)
        if isinstance(item, Cell):
            written.append(inline.cell(item.pieces, strong=strong or item.strong))
            written += [""] * (item.span - 1)
        else:
            written.append(inline.cell(item, strong=strong))
    return written


def _line(cells: Iterable[str]) -> str:
    return f"|{''.join(f' {cell} |' if cell else ' |' for cell in cells)}"
