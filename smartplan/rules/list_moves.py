"""Edits that take whole items of a list out of a file, or put them elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.findings import Edit
from smartplan.source import Sequence
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from smartplan.fields import Bagian

__all__ = ["ListItems"]

_DASH: Final = lazy(r" *- +\Z")
_COMMENT: Final = lazy(r"(?:^|\s)#", re.MULTILINE)


class ListItems:
    """The items of the list ``key`` of ``part``, each on lines of its own.

    There is nothing to move where items share a line, stand in several files, or have comments between them: nobody
    knows to which item a comment belongs.
    """

    def __init__(self, part: Bagian, key: str) -> None:
        entry = part.entry(key)
        self._lines: dict[int, tuple[int, int]] = {}
        if entry is not None and isinstance(entry.value, Sequence):
            self._source = entry.value.source
            self._lines = _lines_of(entry.value)

    def removed(self, item: Bagian) -> tuple[Edit, ...]:
        """The edit that takes ``item`` out; none where that is not certain, or where nothing would be left."""
        place = self._lines.get(id(item.node))
        if place is None or len(self._lines) < 2:
            return ()
        return (Edit(self._source.span(*place), ""),)

    def moved(self, item: Bagian, other: Bagian, *, behind: bool = False) -> tuple[Edit, ...]:
        """The edits that put ``item`` in front of ``other``, or ``behind`` it."""
        place, target = self._lines.get(id(item.node)), self._lines.get(id(other.node))
        if place is None or target is None or place == target:
            return ()
        offset = target[behind]
        text = self._source.text[place[0] : place[1]]
        return (Edit(self._source.span(offset, offset), text), *self.removed(item))


def _lines_of(sequence: Sequence) -> dict[int, tuple[int, int]]:
    """Identity of an item's node -> offsets of its first line and of the line behind its last one."""
    source = sequence.source
    text = source.text
    starts: list[int] = []
    for item in sequence.items:
        if item.source is not source:
            return {}
        start = source.line_starts[source.place(item.start)[0] - 1]
        if not _DASH.match(text, start, item.start):
            return {}
        starts.append(start)
    if not starts:
        return {}
    last = source.place(sequence.items[-1].end)[0]
    if last >= len(source.line_starts) or _COMMENT.search(text, starts[0], source.line_starts[last]):
        return {}
    ends = [*starts[1:], source.line_starts[last]]
    return {id(item): place for item, place in zip(sequence.items, zip(starts, ends, strict=True), strict=True)}
