"""The due list as an Excel workbook, one sheet an office. Needs openpyxl (the extra ``excel``)."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from smartplan.report.due_words import NOBODY, deadline_of, greeting, thanks

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
_NO_NAME: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONGEST_NAME: Final = 31
_LONGEST_TEXT: Final = 32_767
_NAVY: Final = "1F3864"
_THEN: Final = datetime(2000, 1, 1)
_MODIFIED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def report(due: DueList) -> bytes:
    """The file; the same list gives the same bytes. Every text is a text to Excel, whatever it begins with.

    Raises:
        ModuleNotFoundError: openpyxl is not there.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "smartplan"
    book.properties.title = f"Isian yang ditunggu untuk {due.meeting.title}"
    book.properties.created = _THEN
    taken: set[str] = set()
    for office in due.offices:
        _fill(book.create_sheet(_name(office, taken)), due, office)
    if not due.offices:
        _put(book.create_sheet("Kosong"), 1, 1, NOBODY)
    out = io.BytesIO()
    book.save(out)
    return _without_clock(out.getvalue())


def _fill(sheet: Any, due: DueList, office: OfficeDebts) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    _put(sheet, 1, 1, office.who.name).font = Font(bold=True, size=14, color=_NAVY)
    _put(sheet, 2, 1, greeting(due, office) if office.items else thanks(due, office))
    if not office.items:
        return
    for at, (title, width) in enumerate(_HEAD, 1):
        cell = _put(sheet, 4, at, title)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color=_NAVY)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(at)].width = width
    top = Alignment(vertical="top", wrap_text=True)
    for row, item in enumerate(office.items, 5):
        sheet.cell(row, 1, row - 4).alignment = top
        for at, text in enumerate(_cells(due, item), 2):
            _put(sheet, row, at, text).alignment = top
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


def _put(sheet: Any, row: int, column: int, text: str) -> Any:
    """A cell of text: never a formula, never an error value, in a look that keeps it so when it is edited."""
    cell = sheet.cell(row, column)
    clean = _CONTROL.sub(" ", text)[:_LONGEST_TEXT]
    if clean:
        cell.value = clean
        cell.data_type = "s"
        cell.number_format = "@"
        if clean[0] in "=+-@\t\r":
            cell.quotePrefix = True
    return cell


def _name(office: OfficeDebts, taken: set[str]) -> str:
    """A name that a sheet may have, once in the book: the office's id, as short as it must be."""
    plain = _NO_NAME.sub(" ", office.who.id).strip(" '") or "OPD"
    if plain.casefold() == "history":  # Excel keeps this one for itself
        plain = f"{plain} opd"
    name, number = plain[:_LONGEST_NAME].rstrip(" '"), 1
    while name.casefold() in taken:
        number += 1
        end = f" {number}"
        name = plain[: _LONGEST_NAME - len(end)].rstrip(" '") + end
    taken.add(name.casefold())
    return name


def _without_clock(data: bytes) -> bytes:
    """The same workbook with no moment of writing in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", content)
            made = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            made.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(made, content)
    return out.getvalue()
