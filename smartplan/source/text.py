"""The text of one file, and the way between positions in it and the lines and columns that an editor shows."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, count
from operator import add
from typing import Final

from smartplan.findings import Span

__all__ = ["SourceText", "lines_of"]

_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_BOM: Final = b"\xef\xbb\xbf"
_MOST_FILES: Final = 32


@lru_cache(_MOST_FILES)
def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a file without their ends; kept, because many findings ask for lines of the same files."""
    return tuple(_LINE_END.split(text) if "\r" in text else text.split("\n"))


class SourceText:
    """A decoded file; to be read only.

    ``file`` is relative to the plan's root with ``/``. ``text`` has no byte order mark (``bom`` tells whether the file
    has one) and keeps its line ends; ``newline`` is the first of them, ``"\\n"`` where there is none. Positions are
    offsets into ``text`` in code points. Only LF, CRLF and CR end a line. ``brackets`` are the collections in brackets
    that the walk met, in the order in which they were closed.
    """

    __slots__ = ("_outermost", "_starts", "bom", "brackets", "file", "newline", "text")

    def __init__(self, file: str, text: str, *, bom: bool = False) -> None:
        self.file = file
        self.text = text
        self.bom = bom
        first = _LINE_END.search(text)
        self.newline = first.group() if first else "\n"
        self._starts: list[int] | None = None
        self.brackets: list[tuple[int, int]] = []
        self._outermost: list[tuple[int, int]] | None = None

    @property
    def sha256(self) -> str:
        """Of the bytes of the file."""
        return hashlib.sha256((_BOM if self.bom else b"") + self.text.encode()).hexdigest()

    @property
    def line_starts(self) -> list[int]:
        """Offset of each line, first line first."""
        if self._starts is None:
            if "\r" in self.text:
                self._starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
            else:
                widths = map(len, lines_of(self.text)[:-1])
                self._starts = list(map(add, accumulate(widths, initial=0), count()))
        return self._starts

    def line(self, number: int) -> str:
        """Line ``number`` (from 1) without its end. Raises IndexError where there is no such line."""
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            raise IndexError(f"{self.file} has no line {number}")
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of ``offset``."""
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The reverse of ``place``. Raises IndexError where the file has no such place."""
        width = len(self.line(line))
        if not 1 <= column <= width + 1:
            raise IndexError(f"{self.file} has no column {column} in line {line}")
        return self.line_starts[line - 1] + column - 1

    def in_brackets(self, offset: int) -> bool:
        if self._outermost is None:
            self._outermost = []
            for start, end in reversed(self.brackets):  # what encloses is closed later
                if not self._outermost or end <= self._outermost[-1][0]:
                    self._outermost.append((start, end))
            self._outermost.reverse()
        position = bisect_right(self._outermost, offset, key=lambda pair: pair[0]) - 1
        return position >= 0 and self._outermost[position][0] < offset < self._outermost[position][1]

    def span(self, start: int, end: int) -> Span:
        return Span(self.file, *self.place(start), *self.place(end))
