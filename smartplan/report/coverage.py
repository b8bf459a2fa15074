"""The matrix of what hangs together, dimension by dimension, for every report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartplan.progress import Pair, Row

__all__ = ["COLUMNS", "NOTHING", "TITLE", "cells", "sentences"]

TITLE: Final = "Keterkaitan tiap dimensi"
COLUMNS: Final = ("Dimensi", "gap dijawab", "inisiatif dibawa program", "sasaran dilayani", "program menuju sasaran")
NOTHING: Final = "-"
"""Where there is nothing to tie."""


def cells(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    """Title and ``2 dari 3`` for each column; empty when no dimension has anything to tie."""
    if not any(pair.total for row in rows for pair in _pairs(row)):
        return []
    return [
        (row.title, *(f"{pair.met} dari {pair.total}" if pair.total else NOTHING for pair in _pairs(row)))
        for row in rows
    ]


def sentences(rows: Sequence[Row]) -> list[str]:
    """The same without a table, a sentence a dimension."""
    told = []
    for title, *values in cells(rows):
        named = zip(COLUMNS[1:], values, strict=True)
        parts = [f"{label} {value}" for label, value in named if value != NOTHING]
        told.append(f"{title}: {', '.join(parts) or 'belum ada yang dapat dikaitkan'}.")
    return told


def _pairs(row: Row) -> tuple[Pair, Pair, Pair, Pair]:
    return row.kesenjangan, row.inisiatif, row.sasaran, row.program
