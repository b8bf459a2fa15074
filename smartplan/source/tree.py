"""What a file holds: scalars, mappings and sequences that know where they stand.

Nodes are to be read only. They keep offsets; a ``Span`` is made when somebody asks, because a plan has far more nodes
than findings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from smartplan.source.text import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Span

__all__ = ["NOWHERE", "NULLS", "OPEN", "Entry", "Mapping", "Node", "Scalar", "Sequence", "Style"]

Style = Literal["plain", "single", "double", "literal", "folded"]

NOWHERE: Final = SourceText("", "")
"""The source of a joined node that has no members."""

NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that mean: not known yet."""

_LONGEST_NULL: Final = 4


class Scalar:
    """One value as text. Nothing is typed here: ``no``, ``12:30`` and ``51.10`` stay as they are written.

    ``start`` and ``end`` are offsets into ``source.text``, quotes and block header included.
    """

    __slots__ = ("_end", "source", "start", "style", "text")

    def __init__(self, text: str, style: Style, source: SourceText, start: int, end: int) -> None:
        self.text = text
        self.style = style
        self.source = source
        self.start = start
        self._end = end

    @property
    def end(self) -> int:
        if self.style in ("literal", "folded"):
            return _block_end(self.source.text, self.start, self._end, self.text)
        return self._end

    @property
    def span(self) -> Span:
        return self.source.span(self.start, self.end)

    @property
    def is_null(self) -> bool:
        return self.style == "plain" and self.text in NULLS

    @property
    def is_blank(self) -> bool:
        """``null``, nothing, or blanks only."""
        text = self.text
        if len(text) > _LONGEST_NULL and not text[0].isspace():  # nearly all values: they need no second look
            return False
        return self.is_null or not text.strip()

    def __repr__(self) -> str:
        return f"Scalar({self.text!r}, {self.style!r})"


class Entry:
    """A key and its value. ``key_span`` covers the key as written, quotes included."""

    __slots__ = ("_end", "_source", "_start", "key", "value")

    def __init__(self, key: str, value: Node, source: SourceText, start: int, end: int) -> None:
        self.key = key
        self.value = value
        self._source = source
        self._start = start
        self._end = end

    @property
    def key_span(self) -> Span:
        return self._source.span(self._start, self._end)

    def with_value(self, value: Node) -> Entry:
        """The same key with another value."""
        return Entry(self.key, value, self._source, self._start, self._end)

    @classmethod
    def at_start(cls, source: SourceText, key: str, value: Node) -> Entry:
        """An entry whose key is not written: it points at the first character of the file that holds the value."""
        return cls(key, value, source, 0, 0)

    @classmethod
    def joined(cls, key: str, entries: tuple[Entry, ...], written: Entry | None) -> Entry:
        """An entry that gathers entries of several files; its key stands where ``written`` or the first one does."""
        value = Mapping.joined(entries)
        first = written or (entries[0] if entries else None)
        if first is None:
            return cls.at_start(NOWHERE, key, value)
        return cls(key, value, first._source, first._start, first._end)

    def __repr__(self) -> str:
        return f"Entry({self.key!r}, {self.value!r})"


class Mapping:
    """Entries in source order, each key once (of a key that is written twice the first stays)."""

    __slots__ = ("_by_key", "_end", "source", "start")

    def __init__(self, by_key: dict[str, Entry], source: SourceText, start: int, end: int | None = None) -> None:
        self._by_key = by_key
        self.source = source
        self.start = start
        self._end = end

    @classmethod
    def joined(cls, entries: tuple[Entry, ...]) -> Mapping:
        """A mapping that gathers entries of several files. Its span is the place of the first entry."""
        by_key: dict[str, Entry] = {}
        for entry in entries:
            by_key.setdefault(entry.key, entry)
        if not entries:
            return cls(by_key, NOWHERE, 0, 0)
        return cls(by_key, entries[0]._source, entries[0]._start, entries[0]._start)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._by_key.values())

    def get(self, key: str) -> Entry | None:
        return self._by_key.get(key)

    @property
    def last_member(self) -> Node | None:
        return next(reversed(self._by_key.values())).value if self._by_key else None

    @property
    def is_open(self) -> bool:
        return self._end == OPEN

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._by_key.values())

    @property
    def end(self) -> int:
        return _end_of(self)

    @property
    def span(self) -> Span:
        return self.source.span(self.start, _end_of(self))

    def __repr__(self) -> str:
        return f"Mapping({list(self)!r})"


class Sequence:
    """Items in source order."""

    __slots__ = ("_end", "items", "source", "start")

    def __init__(self, items: list[Node], source: SourceText, start: int, end: int | None = None) -> None:
        self.items = items
        self.source = source
        self.start = start
        self._end = end

    @classmethod
    def joined(cls, items: tuple[Node, ...]) -> Sequence:
        """A sequence that gathers items of several files. Its span is the place of the first item."""
        if not items:
            return cls([], NOWHERE, 0, 0)
        return cls(list(items), items[0].source, items[0].start, items[0].start)

    @property
    def last_member(self) -> Node | None:
        return self.items[-1] if self.items else None

    @property
    def is_open(self) -> bool:
        return self._end == OPEN

    def __iter__(self) -> Iterator[Node]:
        return iter(self.items)

    @property
    def end(self) -> int:
        return _end_of(self)

    @property
    def span(self) -> Span:
        return self.source.span(self.start, _end_of(self))

    def __repr__(self) -> str:
        return f"Sequence({self.items!r})"


Node = Scalar | Mapping | Sequence

OPEN: Final = -1
"""The end of a collection in brackets while the parser is still inside."""


def _end_of(collection: Mapping | Sequence) -> int:
    """A block collection ends where its last value ends; the parser would say: where the next token begins."""
    node: Node | None = collection
    while isinstance(node, (Mapping, Sequence)):
        if node._end is not None:
            return node._end
        node = node.last_member
    return collection.start if node is None else node.end


def _block_end(text: str, start: int, end: int, value: str) -> int:
    """The end of a literal or folded scalar without its last line break and without blank lines that do not count.

    The parser's end is the start of the line of the next token.
    """
    written = text[start:end]
    header = written.split("\n", 1)[0].split("\r", 1)[0].split("#", 1)[0]
    if "+" in header or value.rstrip("\n")[-1:] in (" ", "\t"):
        if written.endswith("\r\n"):
            return end - 2
        return end - 1 if written.endswith(("\n", "\r")) else end
    return start + len(written.rstrip())
