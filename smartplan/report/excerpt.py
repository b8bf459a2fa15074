"""A line of the source with a caret under what is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.report.lines import columns, shown
from smartplan.source import lines_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartplan.findings import Span

__all__ = ["Excerpts"]


class Excerpts:
    """Cuts lines out of the sources."""

    def __init__(self, sources: Mapping[str, str], width: int) -> None:
        self._sources = sources
        self._width = max(width, 40)

    def of(self, span: Span) -> tuple[str, str] | None:
        """The line as shown and the line of carets below it; None when the file or line is not there."""
        line = self._line(span.file, span.line)
        if line is None or not line.strip():
            return None
        if line.lstrip().startswith("#") and (span.line, span.column) == (span.end_line, span.end_column):
            return None  # a place in the file, not what stands there
        start = min(span.column - 1, len(line))
        end = span.end_column - 1 if span.end_line == span.line else len(line)
        end = min(max(end, start + 1), max(len(line), start + 1))
        line, start, end = self._cut(line, start, end)
        carets = " " * columns(line[:start]) + "^" * max(columns(line[start:end]), 1)
        return shown(line), carets

    def _line(self, file: str, number: int) -> str | None:
        if file not in self._sources:
            return None
        lines = lines_of(self._sources[file])
        return lines[number - 1].rstrip() if 0 < number <= len(lines) else None

    def _cut(self, line: str, start: int, end: int) -> tuple[str, int, int]:
        """A window of the line that shows ``start``, no wider than the terminal."""
        room = self._width
        if len(line) <= room:
            return line, start, min(end, len(line) + 1)
        first = max(0, min(start - room // 3, len(line) - room))
        cut = line[first : first + room]
        if first:
            cut = "…" + cut[1:]
        if first + room < len(line):
            cut = cut[:-1] + "…"
        return cut, start - first, min(end - first, room)
