"""``tabel``, ``kolom``, ``sel``: tables are handed over as blocks, never written as text."""

from __future__ import annotations

from typing import Any, Final, Literal

from smartplan.book.blocks import Block, Callout, Cell, Column, Paragraph, Piece, Pieces, Row, Table
from smartplan.book.functions.arguments import colour_of, identifier_of, positive, whole
from smartplan.book.functions.columns import SIDES, ColumnChanges, Shown
from smartplan.book.missing import Missing
from smartplan.book.pieces import pieces_of, words_of
from smartplan.book.trouble import TemplateProblem
from smartplan.book.views import View

__all__ = ["FUNCTIONS", "CellValue", "TableBuilder", "Tables"]


_STYLES: Final = ("grid", "sheet", "plain")
_MOST_ROWS: Final = 100_000


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
        style: Literal["grid", "sheet", "plain"],
        together: bool = False,
        dense: bool = False,
    ) -> None:
        self._name = name
        self._title = pieces_of(title) if title else None
        self._columns = tuple(columns)
        self._source = pieces_of(source) if source else None
        self._landscape = landscape
        self._style = style
        self._together = together
        self._dense = dense
        self._rows: list[Shown] = []
        self._changes: ColumnChanges | None = None
        self._has_data = False

    def baris(self, butir: Any, isi: list[Any]) -> str:
        """One row; ``butir`` is the part of the plan that it shows, or none; ``isi`` its cells."""
        key = butir._path if isinstance(butir, (View, Missing)) else None
        self._add(Row(self._cells(isi), "data", key), butir)
        self._has_data = True
        return ""

    def kelompok(self, teks: Any, warna: Any = None) -> str:
        """A heading row over the whole width, in the colour of a dimension."""
        cell = Cell(pieces_of(teks), len(self._columns), strong=True)
        self._add(Row((cell,), "group", swatch=getattr(warna, "id", None)))
        return ""

    def total(self, isi: list[Any]) -> str:
        """A row with sums."""
        self._add(Row(self._cells(isi), "total"))
        return ""

    def __len__(self) -> int:
        return len(self._rows)

    def _add(self, row: Row, item: Any = None) -> None:
        if len(self._rows) >= _MOST_ROWS:
            raise TemplateProblem(f"tabel {self._name} melebihi {_MOST_ROWS} baris", "periksa perulangannya")
        self._rows.append(Shown(row, item))

    def _cells(self, given: list[Any]) -> tuple[Pieces | Cell, ...]:
        cells = tuple([_cell(item) if type(item) is CellValue else pieces_of(item) for item in given])
        width = sum([cell.span if isinstance(cell, Cell) else 1 for cell in cells])
        if width != len(self._columns):
            message = f"baris tabel {self._name} berisi {width} sel, padahal kolomnya {len(self._columns)}"
            raise TemplateProblem(message, "samakan jumlah sel dan kolom")
        return cells

    def _blocks(self) -> tuple[Block, ...]:
        if not self._has_data:
            what = self._title or (Piece(self._name, "computed"),)
            words = (Piece("Belum ada isian untuk tabel ini: ", "literal"), *what, Piece(".", "literal"))
            return (Callout((Paragraph(words),), "missing", (Piece("Belum diisi", "literal"),)),)
        columns, rows = self._columns, tuple(shown.row for shown in self._rows)
        if self._changes is not None and self._style == "sheet":
            rows = self._changes.sheet(self._name, columns, self._rows)
        elif self._changes is not None:
            columns, rows = self._changes.grid(self._name, columns, self._rows)
        return (
            Table(
                self._name,
                columns,
                rows,
                self._title,
                self._source,
                self._landscape,
                self._style,
                self._together,
                self._dense,
            ),
        )


def _cell(item: CellValue) -> Cell:
    side = SIDES[item.side] if item.side else None
    return Cell(pieces_of(item.content), item.span, item.fill, side, item.strong)


def kolom(judul: Any, lebar: float = 1, rata: str = "kiri", grup: Any = None, id: str | None = None) -> Column:
    """A column: ``lebar`` is a weight, ``rata`` kiri, kanan or tengah, ``grup`` a common head with its neighbours.

    ``id`` is what an edition calls it by; without one that comes from its title.
    """
    if rata not in SIDES:
        raise TemplateProblem(f'rata "{rata}" tidak dikenal', "pilih kiri, kanan, atau tengah")
    name = identifier_of(id, "kolom") if id is not None else None
    return Column(words_of(judul), positive(lebar, "lebar kolom"), SIDES[rata], words_of(grup) if grup else None, name)


def sel(
    isi: Any, rentang: int = 1, latar: str | None = None, tebal: bool = False, rata: str | None = None
) -> CellValue:
    """A cell over ``rentang`` columns, with a fill (RRGGBB), in bold, or with its own alignment."""
    if rata is not None and rata not in SIDES:
        raise TemplateProblem(f'rata "{rata}" tidak dikenal', "pilih kiri, kanan, atau tengah")
    return CellValue(isi, whole(rentang, "rentang sel"), colour_of(latar), tebal, rata)


class Tables:
    """Makes the tables of one plan, with what its edition changes in them."""

    def __init__(self, changes: ColumnChanges) -> None:
        self._changes = changes

    def tabel(
        self,
        id: str,
        judul: Any = None,
        kolom: list[Column] | None = None,
        sumber: Any = None,
        lanskap: bool = False,
        gaya: Literal["grid", "sheet", "plain"] = "grid",
        utuh: bool = False,
        rapat: bool = False,
    ) -> TableBuilder:
        """A table to fill with ``baris``; ``gaya`` "sheet" is a form whose first column are labels, "plain" text in
        columns without rules. ``utuh`` keeps a short table on one page, ``rapat`` sets it in small letters."""
        name = identifier_of(id, "tabel")
        if not kolom or not all(isinstance(one, Column) for one in kolom):
            raise TemplateProblem(f"tabel {name} tanpa kolom", 'tulis kolom=[kolom("..."), ...]')
        if gaya not in _STYLES:
            raise TemplateProblem(f'gaya tabel "{gaya}" tidak dikenal', f"pilih {' atau '.join(_STYLES)}")
        made = TableBuilder(name, judul, kolom, sumber, lanskap, gaya, bool(utuh), bool(rapat))
        made._changes = self._changes
        return made


def ketentuan(bagian: list[list[Any]], id: str = "ketentuan", nomor: str = "huruf") -> TableBuilder:
    """The opening of a decree: ``[["Menimbang", [bahwa ..., bahwa ...]], ["Mengingat", [...]]]``, each label before a
    colon and its considerations, counted by letters ("huruf") or figures ("angka"); one alone is not counted.
    """
    if nomor not in ("huruf", "angka"):
        raise TemplateProblem(f'nomor "{nomor}" tidak dikenal', "pilih huruf atau angka")
    columns = [kolom("", 3), kolom("", 0.4, "tengah"), kolom("", 0.9), kolom("", 10.6)]
    made = TableBuilder(identifier_of(id, "ketentuan"), None, columns, None, False, "plain")
    for label, *rest in bagian:
        items = rest[0] if rest else []
        counted = rest[1] if len(rest) > 1 else nomor
        for number, item in enumerate(items):
            head = [label, ":"] if not number else ["", ""]
            if len(items) == 1:
                made.baris(None, [*head, sel(item, 2)])
            else:
                mark = f"{chr(97 + number % 26)}." if counted == "huruf" else f"{number + 1}."
                made.baris(None, [*head, mark, item])
    return made


FUNCTIONS = {"kolom": kolom, "sel": sel, "ketentuan": ketentuan}
