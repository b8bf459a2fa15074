"""The due list as an Excel workbook, one sheet an office. Needs openpyxl (the extra ``excel``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from smartplan.report.due_words import NOBODY, deadline_of, greeting, thanks
from smartplan.report.sheet import new_book, put, saved, sheet_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartplan.progress.debts import Debt, DueList, OfficeDebts

__all__ = ["report"]

_HEAD: Final = (
    ("No.", 6),
    ("Apa", 52),
    ("Cara mengisi", 44),
    ("Sel kertas kerja", 16),
    ("Berkas dan baris", 34),
    ("Jalur data", 44),
    ("Diminta oleh", 34),
    ("Aturan", 10),
    ("Paling lambat", 18),
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
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    put(sheet, 1, 1, office.who.name).font = Font(bold=True, size=14, color="1F3864")
    put(sheet, 2, 1, greeting(due, office) if office.items else thanks(due, office))
    if not office.items:
        return
    for at, (title, width) in enumerate(_HEAD, 1):
        cell = put(sheet, 4, at, title)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color="1F3864")
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(at)].width = width
    top = Alignment(vertical="top", wrap_text=True)
    for row, item in enumerate(office.items, 5):
        sheet.cell(row, 1, row - 4).alignment = top
        for at, text in enumerate(_cells(due, item), 2):
            put(sheet, row, at, text).alignment = top
    last = f"{get_column_letter(len(_HEAD))}{4 + len(office.items)}"
    sheet.auto_filter.ref = f"A4:{last}"
    sheet.freeze_panes = "C5"
    sheet.print_title_rows = "4:4"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


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
