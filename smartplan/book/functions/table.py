"""``tabel``, ``kolom``, ``sel``: tables are handed over as blocks, never written as text."""

from __future__ import annotations

from typing import Any, Final, Literal

from smartplan.book.blocks import Block, Callout, Cell, Column, Paragraph, Piece, Pieces, Row, Table
from smartplan.book.pieces import pieces_of
from smartplan.book.trouble import TemplateProblem
from smartplan.book.views import View

__all__ = ["CellValue", "TableBuilder", "kolom", "sel", "tabel"]

_SIDES: Final[dict[str, Literal["left", "right", "center"]]] = {"kiri": "left", "kanan": "right", "tengah": "center"}


class CellValue:
    """A cell that needs more than its content."""

    __slots__ = ("content", "fill", "side", "span", "strong")

    def __init__(self, content: Any, span: int, fill: str | None, strong: bool, side: str | None) -> None:
        self.content = content
        self.span = span
        self.fill = fill
        self.strong = strong
        self.side = side


class TableBuilder:
    """Collects rows; printed alone on its line it becomes a table, or a call-out when it has no rows."""

    def __init__(
        self,
        name: str,
        title: Any,
        columns: list[Column],
        source: Any,
        landscape: bool,
        style: Literal["grid", "sheet"],
    ) -> None:
        self._name = name
        self._title = pieces_of(title) if title else None
        self._columns = tuple(columns)
        self._source = pieces_of(source) if source else None
        self._landscape = landscape
        self._style = style
        self._rows: list[Row] = []

    def baris(self, butir: Any, isi: list[Any]) -> str:
        """One row; ``butir`` is the part of the plan that it shows, or none."""
        key = butir._path if isinstance(butir, View) else None
        self._rows.append(Row(self._cells(isi), "data", key))
        return ""

    def kelompok(self, teks: Any, warna: Any = None) -> str:
        """A heading row over the whole width, in the colour of a dimension."""
        cell = Cell(pieces_of(teks), len(self._columns), strong=True)
        self._rows.append(Row((cell,), "group", swatch=getattr(warna, "id", None)))
        return ""

    def total(self, isi: list[Any]) -> str:
        """A row with sums."""
        self._rows.append(Row(self._cells(isi), "total"))
        return ""

    def __len__(self) -> int:
        return len(self._rows)

    def _cells(self, given: list[Any]) -> tuple[Pieces | Cell, ...]:
        cells = tuple(_cell(item) for item in given)
        width = sum(cell.span if isinstance(cell, Cell) else 1 for cell in cells)
        if width != len(self._columns):
            message = f"baris tabel {self._name} berisi {width} sel, padahal kolomnya {len(self._columns)}"
            raise TemplateProblem(message, "samakan jumlah sel dan kolom")
        return cells

    def _blocks(self) -> tuple[Block, ...]:
        if not any(row.kind == "data" for row in self._rows):
            what = self._title or (Piece(self._name, "computed"),)
            words = (Piece("Belum ada isian untuk tabel ini: ", "literal"), *what, Piece(".", "literal"))
            return (Callout((Paragraph(words),), "missing", (Piece("Belum diisi", "literal"),)),)
        return (
            Table(
                self._name, self._columns, tuple(self._rows), self._title, self._source, self._landscape, self._style
            ),
        )


def _cell(item: Any) -> Pieces | Cell:
    if isinstance(item, CellValue):
        side = _SIDES[item.side] if item.side else None
        return Cell(pieces_of(item.content), item.span, item.fill, side, item.strong)
    return pieces_of(item)


def kolom(judul: str, lebar: float = 1, rata: str = "kiri", grup: str | None = None) -> Column:
    """A column: ``lebar`` is a weight, ``rata`` kiri, kanan or tengah, ``grup`` a common head with its neighbours."""
    if rata not in _SIDES:
        raise TemplateProblem(f'rata "{rata}" tidak dikenal', "pilih kiri, kanan, atau tengah")
    return Column(str(judul), lebar, _SIDES[rata], grup)


def sel(
    isi: Any, rentang: int = 1, latar: str | None = None, tebal: bool = False, rata: str | None = None
) -> CellValue:
    return CellValue(isi, rentang, latar, tebal, rata)


def tabel(
    id: str,
    judul: Any = None,
    kolom: list[Column] | None = None,
    sumber: Any = None,
    lanskap: bool = False,
    gaya: Literal["grid", "sheet"] = "grid",
) -> TableBuilder:
    return TableBuilder(id, judul, kolom or [], sumber, lanskap, gaya)
