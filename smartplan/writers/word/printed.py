"""Sheets and printed pages: the cover has no number, the front matter i, ii, iii, the chapters 1, 2, 3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.book.blocks import Contents, ListOfFigures, ListOfTables
from smartplan.book.numbering import number_blocks, walk_blocks
from smartplan.wording.roman import to_roman
from smartplan.writers.word.writing import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartplan.book.blocks import Document
    from smartplan.writers.word.writing import Entry

__all__ = ["as_printed", "entries_of", "first_of_body", "names_pages", "printed_pages"]


def names_pages(document: Document) -> bool:
    """Whether it is a book whose pages are named in it: in a table of contents or a list."""
    blocks = walk_blocks((*document.front, *document.body, *document.back))
    lists = Contents | ListOfTables | ListOfFigures
    return document.layout == "book" and any(isinstance(block, lists) for block in blocks)


def entries_of(document: Document) -> Sequence[Entry]:
    """The lines of the contents and the lists of a book."""
    return listed(document, number_blocks(document))


def as_printed(entries: Sequence[Entry], numbers: Mapping[str, str]) -> dict[str, str]:
    """The front matter prints i, ii, iii; LibreOffice gives its pages in digits all the same, rdocx does not."""
    return {
        entry.bookmark: to_roman(int(number), lower=True) if entry.front and number.isdigit() else number
        for entry in entries
        if (number := numbers.get(entry.bookmark, "0")) != "0"
    }


def printed_pages(entries: Sequence[Entry], sheets: Mapping[str, int]) -> dict[str, str]:
    """Bookmark -> printed page, from the sheets on which they stand: the front matter counts after the cover, the
    chapters anew from their first page."""
    before = {True: 1, False: (first_of_body(entries, sheets) or 1) - 1}
    counted = {
        entry.bookmark: str(max(0, sheets[entry.bookmark] - before[entry.front]))
        for entry in entries
        if entry.bookmark in sheets
    }
    return as_printed(entries, counted)


def first_of_body(entries: Sequence[Entry], sheets: Mapping[str, int]) -> int | None:
    """The sheet where pages count from 1; None when nothing of the body was found."""
    body = [sheets[entry.bookmark] for entry in entries if not entry.front and entry.bookmark in sheets]
    return min(body, default=None)
