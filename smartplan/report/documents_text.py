"""The documents of a plan for a terminal: what each is called, how complete it is, when it must be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["report"]


def report(rows: Sequence[tuple[str, int, str, str]], *, bold: Callable[[str], str] = lambda text: text) -> str:
    """``rows``: id, how many entries are missing, stage, title; in this order, one line each."""
    return "".join(f"{line}\n" for line in _lines(rows, bold))


def _lines(rows: Sequence[tuple[str, int, str, str]], bold: Callable[[str], str]) -> Iterator[str]:
    table = [("Dokumen", "Keadaan", "Tahap", "Judul")]
    table += [
        (name, f"{missing} tempat kosong" if missing else "lengkap", stage, title)
        for name, missing, stage, title in rows
    ]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for number, row in enumerate(table):
        line = "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        yield line if number else bold(line)
