"""Columns that an edition adds to the tables of the templates, changes or hides, without a template being touched."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from smartplan.book.blocks import Cell, Column, Pieces, Row
from smartplan.book.functions.words import FILTERS, Reworded
from smartplan.book.missing import Missing
from smartplan.book.pieces import pieces_of
from smartplan.book.trouble import TemplateProblem
from smartplan.book.values import Value
from smartplan.book.views import MapView, View
from smartplan.wording import parse_number
from smartplan.wording.near import meant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from smartplan.edition import Edition
    from smartplan.edition.parts import KolomTabel
    from smartplan.fields import Bagian

__all__ = ["SIDES", "ColumnChanges", "Shown", "identifiers"]

SIDES: Final[dict[str, Literal["left", "right", "center"]]] = {"kiri": "left", "kanan": "right", "tengah": "center"}
_NOT_IN_AN_ID: Final = re.compile(r"[^a-z0-9]+")
_END: Final = -2


class Shown(NamedTuple):
    """A row with the part of the plan that it shows, if any."""

    row: Row
    item: Any


class ColumnChanges:
    """What the edition says of tables. ``names`` and ``short_names`` give the printed names of references.

    A column that a table lacks today (some come and go with the plan) can be neither changed nor hidden there: only
    ``unmet`` tells of what was never found.
    """

    def __init__(self, edition: Edition, names: Callable[[Any], Any], short_names: Callable[[Any], Any]) -> None:
        self._tables = edition.tabel or {}
        self._names = {"nama": names, "singkatan": short_names}
        self._seen: dict[str, list[str]] = {}

    def of(self, table: str) -> list[KolomTabel]:
        """The changes of the table with this id."""
        found: list[KolomTabel] = []
        for key, changed in self._tables.items():
            if _means(key, table):
                found += changed.kolom or []
        return found

    def unmet(self) -> Iterator[tuple[Bagian, str | None, str, str]]:
        """What the edition says of tables and columns that no document had: part, key of it, message, hint."""
        for key, changed in self._tables.items():
            tables = [table for table in self._seen if _means(key, table)]
            if not tables:
                hint = f"{meant(key, self._seen)}id tabel yang ada: {', '.join(sorted(self._seen))}"
                yield changed, None, f'tidak ada tabel "{key}" dalam dokumen rencana ini', hint
                continue
            names = list(dict.fromkeys(name for table in tables for name in self._seen[table]))
            added = [change.id or "" for change in changed.kolom or [] if change.jalur]
            for change in changed.kolom or []:
                side = "sesudah" if change.sesudah else "sebelum"
                target = change.sesudah or change.sebelum
                if target and target not in (*names, *added):
                    hint = f"{meant(target, names)}kolom yang ada: {', '.join(names)}"
                    yield change, side, f'tabel {tables[0]} tidak mempunyai kolom "{target}"', hint
                if not change.jalur and change.id not in names:
                    near = meant(change.id or "", names)
                    hint = f"{near}kolom yang ada: {', '.join(names)}; kolom baru memerlukan jalur"
                    yield change, "id", f'tabel {tables[0]} tidak mempunyai kolom "{change.id}"', hint

    def grid(
        self, table: str, columns: Sequence[Column], rows: Sequence[Shown]
    ) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
        """Columns and rows of a table with the changes in them."""
        changes = self.of(table)
        names = self._seen[table] = identifiers([column.id or column.title for column in columns])
        if not changes:
            return tuple(columns), tuple(shown.row for shown in rows)
        kept = [_changed(column, name, changes) for name, column in zip(names, columns, strict=True)]
        added = _placed(names, [change for change in changes if (change.id or "") not in names])
        order = _order(names, kept, added)
        shown = tuple(column for at in order if (column := kept[at] if isinstance(at, int) else _column(at)))
        if not shown:
            raise _problem(changes[0], f"tabel {table} tidak mempunyai kolom lagi", "tampilkan sedikitnya satu kolom")
        return shown, tuple(self._row(one, order, len(columns)) for one in rows)

    def sheet(self, table: str, columns: Sequence[Column], rows: Sequence[Shown]) -> tuple[Row, ...]:
        """The rows of a form, of which each is what a column is elsewhere: label and value."""
        changes = self.of(table)
        labels = ["".join(piece.text for piece in _pieces(shown.row.cells[0])) for shown in rows]
        names = self._seen[table] = identifiers(labels)
        if not changes:
            return tuple(shown.row for shown in rows)
        item = next((shown.item for shown in rows if isinstance(shown.item, View)), None)
        by_name = {change.id: change for change in changes}
        kept: list[Row | None] = []
        for name, shown in zip(names, rows, strict=True):
            change = by_name.get(name)
            if change is not None and change.tampil is False:
                kept.append(None)
            elif change is not None and change.judul:
                kept.append(shown.row._replace(cells=(pieces_of(change.judul), *shown.row.cells[1:])))
            else:
                kept.append(shown.row)
        added = _placed(names, [change for change in changes if (change.id or "") not in names])
        found: list[Row] = []
        for at in _order(names, kept, added):
            if isinstance(at, int):
                row = kept[at]
                assert row is not None
                found.append(row)
            else:
                value = self._value(at, item)
                found.append(Row((pieces_of(at.judul or at.id or ""), _spanned(value, len(columns) - 1))))
        return tuple(found)

    def _row(self, shown: Shown, order: Sequence[int | KolomTabel], width: int) -> Row:
        """The cells of one row, each over as many columns as are left of those that it covered."""
        row = shown.row
        if row.kind == "group":
            cell = row.cells[0]
            return row._replace(cells=(Cell(_pieces(cell), len(order), strong=True),))
        owner: list[int] = []
        for number, cell in enumerate(row.cells):
            owner += [number] * (cell.span if isinstance(cell, Cell) else 1)
        owner = owner[:width]
        cells: list[Any] = []
        owners: list[int | None] = []
        for place, at in enumerate(order):
            if isinstance(at, int):
                held: int | None = owner[at]
            else:
                before = next((owner[one] for one in reversed(order[:place]) if isinstance(one, int)), None)
                after = next((owner[one] for one in order[place:] if isinstance(one, int)), None)
                held = before if before is not None and before == after else None
            if held is not None and owners and owners[-1] == held:
                cells[-1] = _wider(cells[-1])
            elif held is not None:
                cell = row.cells[held]
                cells.append(cell._replace(span=1) if isinstance(cell, Cell) else cell)
            else:
                assert not isinstance(at, int)
                cells.append(self._value(at, shown.item) if row.kind == "data" else ())
            owners.append(held)
        return row._replace(cells=tuple(cells))

    def _value(self, change: KolomTabel, item: Any) -> Pieces:
        """What a column shows of an item; nothing for a row that shows none."""
        if not isinstance(item, View):
            return ()
        value: Any = item
        for key in (change.jalur or "").split("."):
            if isinstance(value, MapView):
                value = value._values.get(key)
            elif isinstance(value, (View, Missing)):
                value = self._asked(change, value, key)
            else:
                value = None
            if value is None or isinstance(value, Missing):
                return self._empty(change, item)
        return pieces_of(self._written(change, value))

    def _asked(self, change: KolomTabel, owner: Any, key: str) -> Any:
        try:
            return getattr(owner, key)
        except AttributeError:
            known = list(owner._part.fields) if isinstance(owner, View) else []
            hint = f"{meant(key, known)}yang ada: {', '.join(known)}" if known else "periksa jalurnya"
            raise _problem(change, f'isian "{key}" tidak ada pada baris tabel ini', hint, "jalur") from None

    def _empty(self, change: KolomTabel, item: View) -> Pieces:
        if change.kosong is not None:
            return pieces_of(change.kosong)
        what = (change.judul or change.id or "").lower()
        return pieces_of(Missing(what, item._path_of(change.jalur or ""), None, "teks"))

    def _written(self, change: KolomTabel, value: Any) -> Any:
        form = change.format
        if form in self._names:
            return self._names[form](value)
        if isinstance(value, View):
            raise _problem(
                change, f"jalur {change.jalur} menunjuk kumpulan isian", "tambahkan nama isiannya, atau format: nama"
            )
        if not form:
            return value
        if isinstance(value, Value) and value._kind == "teks":
            number = parse_number(str(value._held)).value
            return Reworded(value, FILTERS[form](number)._piece().text) if number is not None else value
        return FILTERS[form](value)


def _means(key: str, table: str) -> bool:
    """Whether ``tabel-aksi-*`` or ``tabel-aksi`` stands for the table with this id."""
    return key == table or ("*" in key and fnmatchcase(table, key))


def identifiers(titles: Sequence[str]) -> list[str]:
    """``Sumber Dana`` -> ``sumber-dana``; of equal titles the later ones get a number."""
    found: list[str] = []
    for title in titles:
        plain = _NOT_IN_AN_ID.sub("-", title.lower()).strip("-") or "kolom"
        name, number = plain, 2
        while name in found:
            name, number = f"{plain}-{number}", number + 1
        found.append(name)
    return found


def _changed(column: Column, name: str, changes: Sequence[KolomTabel]) -> Column | None:
    """A column of the template as the edition wants it; None when it does not."""
    for change in changes:
        if change.id != name:
            continue
        if change.tampil is False:
            return None
        column = column._replace(
            title=change.judul or column.title,
            width=float(change.lebar) if change.lebar else column.width,
            align=SIDES[change.rata] if change.rata else column.align,
        )
    return column


def _column(change: KolomTabel) -> Column:
    side = SIDES[change.rata] if change.rata else "left"
    return Column(change.judul or change.id or "", float(change.lebar or 1), side)


def _placed(names: Sequence[str], added: Sequence[KolomTabel]) -> list[tuple[int, KolomTabel]]:
    """Each new column with the place that it follows, counted in the columns of the template; -1 is before the first.

    A new column may stand beside another new one.
    """
    known = {name: number for number, name in enumerate(names)}
    found: list[tuple[int, KolomTabel]] = []
    for change in added:
        if not change.jalur:
            continue
        target = change.sesudah or change.sebelum
        if not target:
            found.append((_END, change))
        elif target in known:
            found.append((known[target] if change.sesudah else known[target] - 1, change))
        else:  # its neighbour is not in this table, or got another name: ``unmet`` tells of it
            found.append((_END, change))
        if change.id:
            known[change.id] = found[-1][0] if found[-1][0] != _END else len(names) - 1
    return found


def _order(
    names: Sequence[str], kept: Sequence[Any], added: Sequence[tuple[int, KolomTabel]]
) -> list[int | KolomTabel]:
    """Numbers of the template's columns that are left, and the new ones, from left to right."""
    order: list[int | KolomTabel] = [change for place, change in added if place == -1]
    for number in range(len(names)):
        if kept[number] is not None:
            order.append(number)
        order += [change for place, change in added if place == number]
    return order + [change for place, change in added if place == _END]


def _pieces(cell: Pieces | Cell) -> Pieces:
    return cell.pieces if isinstance(cell, Cell) else cell


def _wider(cell: Any) -> Cell:
    return cell._replace(span=cell.span + 1) if isinstance(cell, Cell) else Cell(cell, 2)


def _spanned(pieces: Pieces, span: int) -> Pieces | Cell:
    return Cell(pieces, span) if span > 1 else pieces


def _problem(change: KolomTabel, message: str, hint: str, key: str | None = None) -> TemplateProblem:
    """A fault of the edition, which shows only when the table is made."""
    problem = TemplateProblem(message, hint)
    span = change.span(key)
    if span is not None:
        problem.place = (span.file, span.line)
    return problem
