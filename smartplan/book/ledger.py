"""Placeholders: each value that a template prints is one private-use character, swapped back after Markdown."""

from __future__ import annotations

import re
from contextvars import ContextVar
from typing import Any, Final

from smartplan.book.trouble import TemplateProblem

__all__ = ["PLACEHOLDERS", "Ledger", "current", "placeholder"]

_FIRST: Final = 0xF0000
_PLANE: Final = 0xFFFE  # the last two code points of a plane are no characters
_CAPACITY: Final = 2 * _PLANE
PLACEHOLDERS: Final = re.compile("[\U000f0000-\U000ffffd\U00100000-\U0010fffd]")


class Ledger:
    """What the placeholders of one chapter stand for."""

    def __init__(self) -> None:
        self._items: list[Any] = []

    def add(self, item: Any) -> str:
        number = len(self._items)
        if number >= _CAPACITY:
            hint = "tampilkan daftar panjang dengan tabel(), bukan satu per satu"
            raise TemplateProblem("satu bab mencetak terlalu banyak nilai", hint)
        self._items.append(item)
        return chr(_FIRST + number) if number < _PLANE else chr(_FIRST + 0x10000 + number - _PLANE)

    def get(self, character: str) -> Any:
        number = ord(character) - _FIRST
        return self._items[number if number < 0x10000 else number - 0x10000 + _PLANE]


_CURRENT: ContextVar[Ledger] = ContextVar("ledger")


def current() -> Ledger:
    """The ledger of the chapter that is being rendered."""
    return _CURRENT.get()


def use(ledger: Ledger) -> None:
    """Make ``ledger`` the current one."""
    _CURRENT.set(ledger)


def placeholder(item: Any) -> str:
    return current().add(item)
