"""The due list as an Excel workbook, one sheet an office. Needs openpyxl (the extra ``excel``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from smartplan.report.due_words import NOBODY, deadline_of, greeting, thanks
from smartplan.report.sheet import fill_table, new_book, put, put_number, saved, sheet_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartplan.progress.debts import Debt, DueList, OfficeDebts

__all__ = ["report"]

_HEAD: Final = (
    ("No.", 5),
    ("Apa", 40),
    ("Cara mengisi", 36),
    ("Sel kertas kerja", 12),
    ("Berkas dan baris", 24),
    ("Jalur data", 28),
    ("Diminta oleh", 24),
    ("Aturan", 10),
    ("Paling lambat", 14),
    ("Selesai?", 10),
)


def report(due: DueList) -> bytes:
    """The file; the same list gives the same bytes. Every text is a text to Excel, whatever it begins with.

    Raises:
        ModuleNotFoundError: openpyxl is not there.
    """
    book = new_book(f"Isian yang ditunggu untuk {due.meeting.title}")
    taken: set[str] = set()
    for office in due.offices:
        _fill(book.create_sheet(sheet_name(office.who.id, taken)), due, office)
    if not due.offices:
        put(book.create_sheet("Kosong"), 1, 1, NOBODY)
    return saved(book)


def _fill(sheet: Any, due: DueList, office: OfficeDebts) -> None:
    from openpyxl.styles import Alignment, Font

    put(sheet, 1, 1, office.who.name).font = Font(bold=True, size=14, color="1F3864")
    sentence = put(sheet, 2, 1, greeting(due, office) if office.items else thanks(due, office))
    if not office.items:
        sentence.alignment = Alignment(vertical="top", wrap_text=True)
        sheet.column_dimensions["A"].width = 90
        sheet.row_dimensions[2].height = 30
        return
    rows = [(str(number), *_cells(due, item)) for number, item in enumerate(office.items, 1)]
    fill_table(sheet, 4, _HEAD, rows)
    for number in range(1, len(rows) + 1):
        put_number(sheet, 4 + number, 1, number)
    sheet.freeze_panes = "C5"


def _cells(due: DueList, item: Debt) -> Sequence[str]:
    return (
        item.what,
        item.hint or "",
        item.worksheet or "",
        item.place,
        item.path or "",
        item.reason,
        item.rule,
        deadline_of(due),
        "",
    )
