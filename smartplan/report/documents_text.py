"""The documents of a plan for a terminal: what each is called, how complete it is, when it must be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.report.columns_text import in_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["report"]


def report(
    rows: Sequence[tuple[str, int, str, str, str | None]], *, bold: Callable[[str], str] = lambda text: text
) -> str:
    """``rows``: id, how many entries are missing, stage, title, and the path of the list that a letter waits for; in
    this order, one line each."""
    table = [("Dokumen", "Keadaan", "Tahap", "Judul")]
    table += [(name, _state(missing, wants), stage, title) for name, missing, stage, title, wants in rows]
    return in_columns(table, bold)


def _state(missing: int, wants: str | None) -> str:
    """``belum ada quick win`` for ``dimensi.*.quick_win``."""
    if wants:
        return f"belum ada {wants.rpartition('.')[2].replace('_', ' ')}"
    return f"{missing} tempat kosong" if missing else "lengkap"
