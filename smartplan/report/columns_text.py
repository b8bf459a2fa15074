"""A table for a terminal: as wide as its words, head in bold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["in_columns"]


def in_columns(rows: Sequence[Sequence[str]], bold: Callable[[str], str] = lambda text: text) -> str:
    """One line for each of ``rows``, the first of which is the head; the last column may be of any length."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "".join(f"{line if number else bold(line)}\n" for number, line in enumerate(lines))
