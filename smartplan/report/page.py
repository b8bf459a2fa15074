"""Plain pages for a terminal: looks, bars, lines that fit."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Page"]


class Page:
    """How a page is written: in colour or not, with characters that the terminal has, ``width`` columns wide."""

    def __init__(self, *, colour: bool = False, width: int = 100, ascii_only: bool = False) -> None:
        self._colour = colour
        self.width = width
        self._full, self._empty = ("#", ".") if ascii_only else ("█", "░")
        self.none = "-" if ascii_only else "–"
        self._cut = "..." if ascii_only else "…"

    def paint(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour else text

    def bold(self, text: str) -> str:
        return self.paint("1", text)

    def bar(self, percent: int, length: int = 20) -> str:
        full = length * percent // 100
        return self._full * full + self._empty * (length - full)

    def fit(self, text: str, room: int) -> str:
        """``text`` cut to ``room`` columns, padded to it."""
        if len(text) > room:
            text = text[: max(room - len(self._cut), 0)].rstrip() + self._cut
        return text.ljust(room)

    def wrap(self, text: str, first: str = "", rest: str = "") -> Iterator[str]:
        """``text`` in lines, with what stands before the first and before the others."""
        yield from textwrap.wrap(
            text,
            self.width,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [first.rstrip()]
