"""The two parsers of PyYAML that give events: the fast one in C where it is installed, and the one in Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FASTEST", "EventSource", "PurePythonParser"]


class EventSource(Protocol):
    """Gives one event of PyYAML a call, None after the last one. Marks count code points of the text."""

    def get_event(self) -> Any: ...


class PurePythonParser(Reader, Scanner, Parser):
    """PyYAML's loader in Python without composer and constructor."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def _fastest() -> Callable[[str], EventSource]:
    try:
        from yaml._yaml import CParser
    except ImportError:
        return PurePythonParser
    return CParser


FASTEST: Final = _fastest()
