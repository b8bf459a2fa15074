"""The documents of a plan for a terminal: what each is called, how complete it is, when it must be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.report.columns_text import in_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["report"]


def report(rows: Sequence[tuple[str, int, str, str]], *, bold: Callable[[str], str] = lambda text: text) -> str:
    """``rows``: id, how many entries are missing, stage, title; in this order, one line each."""
    table = [("Dokumen", "Keadaan", "Tahap", "Judul")]
    table += [
        (name, f"{missing} tempat kosong" if missing else "lengkap", stage, title)
        for name, missing, stage, title in rows
    ]
    return in_columns(table, bold)
