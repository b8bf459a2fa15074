"""Events -> tree, in one loop over the parser."""

from __future__ import annotations

import gc
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from smartplan.source.guards import MAX_DEPTH, MAX_NODES, Guards, Stopped
from smartplan.source.tree import OPEN, Entry, Mapping, Node, Scalar, Sequence, Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.source.parsers import EventSource
    from smartplan.source.text import SourceText

__all__ = ["Walk"]

_STYLES: Final[dict[str, Style]] = {
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
}


class Walk:
    """One walk. ``root`` is there, as far as it came, even when the parser gave up."""

    def __init__(self, source: SourceText, guards: Guards) -> None:
        self.source = source
        self.guards = guards
        self.root: Node | None = None
        self._documents = 0

    def run(self, parser: EventSource) -> None:
        """Raises what the parser raises: ``yaml.YAMLError``, and from the Python one ValueError or OverflowError."""
        with suppress(Stopped), _no_collections():
            self._run(parser)
        self.guards.close()

    def _run(self, parser: EventSource) -> None:
        # One long loop on purpose: it runs for every node of the plan, and a call would cost more than all it does.
        source, guards, styles, get_event = self.source, self.guards, _STYLES, parser.get_event
        text, brackets = source.text, source.brackets
        stack: list[Any] = []
        node: Any
        opened: Any = None  # the collection whose members come now, None at the top
        members: Any = None  # its entries (dict) or items (list)
        in_mapping = False
        key: str | None = None  # of the open mapping, when its value comes next
        start = end = key_start = key_end = nodes = 0
        while (event := get_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                nodes += 1
                start = event.start_mark.index
                end = event.end_mark.index
                style = event.style  # None or empty when plain
                value = event.value
                if event.tag is not None or event.anchor is not None:
                    self._properties(event, start, end)
                if style == '"':
                    guards.characters(value, start, end)
                if in_mapping and key is None:
                    if value == "<<" and not style:
                        guards.merge_key(start, end)
                    key = value
                    key_start = start
                    key_end = end
                    continue
                node = Scalar(value, styles[style] if style else "plain", source, start, end)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                nodes += 1
                start = event.start_mark.index
                end = event.end_mark.index
                if event.tag is not None or event.anchor is not None:
                    self._properties(event, start, end)
                if len(stack) >= MAX_DEPTH:
                    guards.depth(start, end)
                # A pair inside brackets ([a: b]) is in flow style too, but has no bracket of its own to end at.
                closing = OPEN if event.flow_style and text[start] in "[{" else None
                node = (
                    Mapping({}, source, start, closing)
                    if kind is MappingStartEvent
                    else Sequence([], source, start, closing)
                )
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                if opened._end is not None or not members:
                    opened._end = event.end_mark.index
                    brackets.append((opened.start, opened._end))
                opened, members, in_mapping, key, key_start, key_end = stack.pop()
                continue
            elif kind is AliasEvent:
                start = event.start_mark.index
                end = event.end_mark.index
                guards.alias(start, end)
                node = Scalar("", "plain", source, start, end)
            else:
                if kind is DocumentStartEvent:
                    self._document(event)
                continue

            if in_mapping:
                if key is None:  # a collection or an alias where a key should be
                    if kind is not AliasEvent:
                        guards.complex_key(start, end)
                    key, key_start, key_end = "", start, end
                else:
                    if key in members:
                        guards.repeated(key, members[key], source.span(key_start, key_end))
                    else:
                        members[key] = Entry(key, node, source, key_start, key_end)
                    key = None
            elif opened is not None:
                members.append(node)
            else:
                self.root = node
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                stack.append((opened, members, in_mapping, key, key_start, key_end))
                opened = node
                in_mapping = kind is MappingStartEvent
                members = node._by_key if in_mapping else node.items
                key = None
            if nodes > MAX_NODES:
                guards.too_many(start, end)

    def _document(self, event: DocumentStartEvent) -> None:
        start, end = _offsets(event)
        if event.version or event.tags:
            self.guards.directive(start, end)
        if self._documents:
            self.guards.second_document(start, end)
        self._documents += 1

    def _properties(self, event: NodeEvent, start: int, end: int) -> None:
        if getattr(event, "tag", None) is not None:
            self.guards.tag(start, end)
        if event.anchor is not None:
            self.guards.anchor(event.anchor, start, end)


@contextmanager
def _no_collections() -> Iterator[None]:
    """Python's search for circles would look at all nodes again and again, and there are none among them."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _offsets(event: Event) -> tuple[int, int]:
    assert event.start_mark is not None
    assert event.end_mark is not None
    return event.start_mark.index, event.end_mark.index
