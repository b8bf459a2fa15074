"""Tables: a fixed grid with a width on every cell, repeating head rows, group, total and striped rows, forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from smartplan.book.blocks import Cell
from smartplan.writers.word import xml
from smartplan.writers.word.cells import CellWriter
from smartplan.writers.word.colors import NAVY, NEUTRAL_TINT, WHITE, words_on
from smartplan.writers.word.headings import caption
from smartplan.writers.word.runs import anchored, inline
from smartplan.writers.word.units import Twips
from smartplan.writers.word.widths import Fit, fit

if TYPE_CHECKING:
    from smartplan.book.blocks import Pieces, Row, Table
    from smartplan.writers.word.writing import Writing

__all__ = ["source_line", "table"]

_BLACK: Final = "000000"
_LETTER: Final = 95  # twips that a letter of table text takes, spaces at line ends included
_LINE: Final = 240  # twips that a line of table text is high
_SMALL: Final = 7.5 / 9  # of them in a dense table
_HIGH: Final = 1 / 3  # of the page's text
_PADDING: Final = 170  # twips at the sides of a cell


class _Look(NamedTuple):
    """Fills (RRGGBB) of head, every second and total rows; ``words`` colours the head's words, "" as its style does."""

    head: str
    zebra: str | None
    total: str
    words: str = ""
    rules: str = ""


_OF_BOOKS: Final = _Look("1F4E79", "F4F7FA", "DCE6F1")
_OF_LETTERS: Final = _Look("E7E6E6", None, "F2F2F2", _BLACK, _BLACK)
"""A letter goes out in black on white."""


def table(writing: Writing, block: Table, *, width: Twips, indent: int = 0, sober: bool = False) -> list[str]:
    """Caption, grid, and the paragraph that stands below: the source, or a gap. ``sober``: as in a letter."""
    made = [caption(writing, block.id, block.caption, style="Judul Tabel")] if block.caption is not None else []
    title = "".join(piece.text for piece in block.caption or ())
    fitted = fit(block, width)
    look = _OF_LETTERS if sober else _OF_BOOKS
    rows = _Rows(writing, block, fitted, look).all()
    style = writing.style("Tabel Buku")
    rules = xml.thin_borders(look.rules) if look.rules else ""
    made.append(xml.table(fitted.widths, rows, style=style, indent=indent, title=title, borders=rules))
    made.append(source_line(writing, block.source))
    return made


def source_line(writing: Writing, source: Pieces | None, properties: str = "") -> str:
    """ "Sumber: ..." or, without one, a gap of a line."""
    if not source:
        return xml.paragraph(writing.style("Jarak"), "")
    inside = anchored(writing, source, inline(writing, source), kind="source")
    return xml.paragraph(writing.style("Sumber"), xml.run(xml.text("Sumber: ")) + inside, properties)


def _kept_with_next(row: str) -> str:
    """The row whose sum follows: a sum does not stand alone below the heads of a new page."""
    if "<w:tblHeader/>" in row:
        return row
    # A row may be kept twice: by the sum below it, and as a row of a table that stays together.
    return row.replace("<w:keepNext/></w:pPr>", "</w:pPr>").replace("/></w:pPr>", "/><w:keepNext/></w:pPr>")


class _Rows:
    """The rows of one table."""

    def __init__(self, writing: Writing, block: Table, fitted: Fit, look: _Look) -> None:
        self._look = look
        self._writing = writing
        self._block = block
        self._dense = fitted.dense
        self._widths = widths = fitted.widths
        page = writing.base.page
        wide = sum(widths) > page.text_width
        self._page_height = page.turned().text_height if wide else page.text_height
        self._letters = min((self._room(at, 1) for at in range(len(widths))), default=0)
        self._cells = CellWriter(writing, fitted, [column.align for column in block.columns])

    def all(self) -> list[str]:
        """The ribbon of a form is its head, and repeats on the next page like one."""
        made = [] if self._block.style == "sheet" else self._head()
        even = False
        for row in self._block.rows:
            if row.kind == "group":
                made.append(self._group(row, head=not made))
                even = False
            elif self._block.style == "sheet":
                made.append(self._sheet(row))
            elif row.kind == "total":
                if made:
                    made[-1] = _kept_with_next(made[-1])
                made.append(self._total(row))
                even = False
            else:
                made.append(self._data(row, self._look.zebra if even else None))
                even = not even
        return [*map(_kept_with_next, made[:-1]), *made[-1:]] if self._block.together else made

    def _head(self) -> list[str]:
        """One head row, or two when columns stand in groups: the group's name above, single columns over both."""
        columns = self._block.columns
        if not any(column.group for column in columns):
            return [
                xml.row("".join(self._head_cell(at, 1, column.title) for at, column in enumerate(columns)), head=True)
            ]
        upper, lower = "", ""
        at = 0
        while at < len(columns):
            group = columns[at].group
            end = at + 1
            while group and end < len(columns) and columns[end].group == group:
                end += 1
            if group:
                upper += self._head_cell(at, end - at, group)
                lower += "".join(self._head_cell(inner, 1, columns[inner].title) for inner in range(at, end))
            else:
                upper += self._head_cell(at, 1, columns[at].title, merge="restart")
                lower += self._head_cell(at, 1, "", merge="continue")
            at = end
        return [xml.row(upper, head=True), xml.row(lower, head=True)]

    def _head_cell(self, at: int, span: int, title: str, merge: Literal["", "restart", "continue"] = "") -> str:
        width = Twips(sum(self._widths[at : at + span]))
        more = xml.shading(self._look.head) + xml.vertical_centre()
        properties = xml.cell_properties(width, span=span, merge=merge, more=more)
        look = f'<w:color w:val="{self._look.words}"/>' if self._look.words else ""
        inside = xml.run(xml.text(title), look) if title else ""
        return xml.cell(properties, xml.paragraph(self._writing.table_style("Kepala Tabel", dense=self._dense), inside))

    def _data(self, row: Row, fill: str | None) -> str:
        return xml.row(self._cells.row(row, self._block.id, fill=fill), split=self._is_high(row))

    def _total(self, row: Row) -> str:
        rule = xml.cell_bar("top", 8, self._look.rules or NAVY)
        return xml.row(self._cells.row(row, self._block.id, fill=self._look.total, strong=True, borders=rule))

    def _sheet(self, row: Row) -> str:
        inside = self._cells.row(row, self._block.id, fill=None, label_fill=NEUTRAL_TINT, strong=row.kind == "total")
        return xml.row(inside, split=self._is_high(row))

    def _group(self, row: Row, *, head: bool = False) -> str:
        """A heading over the whole width: a tinted band in a grid, a full one in a form."""
        strong_color, tint = self._writing.colors_of(row.swatch)
        full = self._block.style == "sheet"
        fill, color = (strong_color, words_on(strong_color)) if full else (tint, strong_color)
        first = row.cells[0] if row.cells else ()
        pieces = first.pieces if isinstance(first, Cell) else first
        more = ("" if full else xml.cell_bar("left", 36, strong_color)) + xml.shading(fill) + xml.vertical_centre()
        properties = xml.cell_properties(Twips(sum(self._widths)), span=len(self._widths), more=more)
        runs = inline(self._writing, pieces, color=color or WHITE if full else color)
        remarks = self._writing.remarks.take(row.key)
        inside = self._writing.remarks.mark(anchored(self._writing, pieces, runs, row.key, "group"), remarks)
        kept = "<w:keepNext/>" if head else ""
        band = xml.paragraph(self._writing.table_style("Kelompok Tabel", dense=self._dense), inside, kept)
        return xml.row(xml.cell(properties, band), head=head)

    def _is_high(self, row: Row) -> bool:
        """A row that fills much of a page may break over two, or it would leave as much of the first one empty."""
        at = 0
        for cell in row.cells:
            pieces, span = (cell.pieces, cell.span) if isinstance(cell, Cell) else (cell, 1)
            length = len(pieces[0].text) if len(pieces) == 1 else sum([len(piece.text) for piece in pieces])
            if length > self._letters and length > self._room(at, span):
                return True
            at += span
        return False

    def _room(self, at: int, span: int) -> float:
        """How many letters a cell may hold before its row is high."""
        width = max(1, sum(self._widths[at : at + span]) - _PADDING)
        small = _SMALL if self._dense else 1
        return self._page_height * _HIGH / (_LINE * small) * width / (_LETTER * small)
