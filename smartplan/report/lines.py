"""Text on a terminal: how wide it is, and where it breaks."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["columns", "one_line", "shown", "wrapped"]


def shown(text: str) -> str:
    """``text`` without anything that moves the cursor or cannot be seen."""
    if text.isprintable():
        return text
    return "".join(" " if char == "\t" else char if char.isprintable() else "·" for char in text)


def one_line(text: str) -> str:
    """``text`` on one line, spaces single."""
    return shown(" ".join(text.split()))


def columns(text: str) -> int:
    """How many terminal columns ``text`` takes as shown."""
    return len(text) if text.isascii() else sum(_width(char) for char in text)


def wrapped(words: Iterable[tuple[str, str]], width: int, hang: int) -> list[str]:
    """Lines no wider than ``width`` where that can be, later ones indented by ``hang`` columns.

    ``words``: each as it is and as it is painted; only the first counts for the width.
    """
    lines: list[list[str]] = [[]]
    used = 0
    for word, painted in words:
        size = columns(word)
        if lines[-1] and used + 1 + size > width:
            lines.append([])
            used = hang - 1
        lines[-1].append(painted)
        used += size + (1 if len(lines[-1]) > 1 or len(lines) > 1 else 0)
    margin = " " * hang
    return [f"{margin if number else ''}{' '.join(line)}" for number, line in enumerate(lines)]


def _width(char: str) -> int:
    if char == "\t" or not char.isprintable():
        return 1
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
