"""Tables and words in Markdown, for messages and notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["code", "plain", "table"]

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>|#~])")


def plain(text: str) -> str:
    """``text`` on one line, none of it taken for a mark-up."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def code(text: str) -> str:
    """``text`` as code, also in a table."""
    clean = " ".join(text.split()).replace("|", "\\|")
    fence = "``" if "`" in clean else "`"
    return f"{fence} {clean} {fence}" if "`" in clean else f"{fence}{clean}{fence}" if clean else ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> Iterator[str]:
    """The lines of a table; ``right`` are positions of columns that stand at the right."""
    at_right = set(right)
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('---:' if at in at_right else '---' for at in range(len(head)))} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"
