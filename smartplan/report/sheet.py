"""What every Excel workbook of ours needs: texts that stay texts, names that Excel takes, no clock. Needs openpyxl."""

from __future__ import annotations

import io
import re
import textwrap
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["fill_table", "new_book", "put", "put_number", "saved", "sheet_name"]

_NO_NAME: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_NAME: Final = 31
_LONGEST_TEXT: Final = 32_767
_LINE: Final = 15
"""Height of a line in points."""
_NAVY: Final = "1F3864"
_THEN: Final = datetime(2000, 1, 1)
_MODIFIED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def new_book(title: str) -> Any:
    """A workbook without sheets. Raises ModuleNotFoundError when openpyxl is not there."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "smartplan"
    book.properties.title = _CONTROL.sub(" ", title)
    book.properties.created = _THEN
    return book


def put(sheet: Any, row: int, column: int, text: str) -> Any:
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


def put_number(sheet: Any, row: int, column: int, number: int) -> None:
    """A number that Excel counts with, in place of what the cell held."""
    cell = sheet.cell(row, column, number)
    cell.data_type, cell.number_format = "n", "0"


def fill_table(sheet: Any, top: int, head: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]]) -> None:
    """Titles at row ``top`` (name and width of each column) that stay in sight and on each printed page, then rows."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.page import PageMargins

    for at, (title, width) in enumerate(head, 1):
        cell = put(sheet, top, at, title)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color=_NAVY)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(at)].width = width
    look = Alignment(vertical="top", wrap_text=True)
    for row, texts in enumerate(rows, top + 1):
        for at, text in enumerate(texts, 1):
            put(sheet, row, at, text).alignment = look
        lines = (_lines(text, width) for text, (_, width) in zip(texts, head, strict=False))
        sheet.row_dimensions[row].height = _LINE * max(lines, default=1)
    sheet.auto_filter.ref = f"A{top}:{get_column_letter(len(head))}{top + max(len(rows), 1)}"
    sheet.freeze_panes = f"A{top + 1}"
    sheet.print_title_rows = f"{top}:{top}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.oddFooter.right.text = "&P / &N"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _lines(text: str, width: int) -> int:
    """In how many lines a column of ``width`` characters shows ``text``; words leave room at line ends."""
    room = max(width - 2, 1)
    return sum(len(textwrap.wrap(line, room)) or 1 for line in text.split("\n"))


def sheet_name(text: str, taken: set[str]) -> str:
    """A name that a sheet may have, once in the book (``taken``: those in use, which it joins), as short as it must."""
    plain = _CONTROL.sub(" ", _NO_NAME.sub(" ", text)).strip(" '") or "OPD"
    if plain.casefold() == "history":  # Excel keeps this one for itself
        plain = f"{plain} opd"
    name, number = plain[:_LONGEST_NAME].rstrip(" '"), 1
    while name.casefold() in taken:
        number += 1
        end = f" {number}"
        name = plain[: _LONGEST_NAME - len(end)].rstrip(" '") + end
    taken.add(name.casefold())
    return name


def saved(book: Any) -> bytes:
    """The workbook with no moment of writing in it: the same content gives the same bytes."""
    held, out = io.BytesIO(), io.BytesIO()
    book.save(held)
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", content)
            made = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            made.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(made, content)
    return out.getvalue()
