"""Tables and words in Markdown, for messages and notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.report.lines import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["code", "plain", "table", "words"]

_CODE: Final = re.compile(r"`([^`]+)`")

_SPECIAL: Final = re.compile(r"[\\`*\[\]<>|~&$#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=//)|@(?=\w)|(?<=\bwww)\.")
"""What Markdown, raw HTML in it, or the automatic links of code hosts may take for more than text."""


def plain(text: str) -> str:
    """``text`` on one line, all of it taken literally."""
    return _SPECIAL.sub(r"\\\g<0>", one_line(text))


def code(text: str) -> str:
    """``text`` as code, also in a table."""
    clean = " ".join(text.split()).replace("|", "\\|")
    fence = "``" if "`" in clean else "`"
    return f"{fence} {clean} {fence}" if "`" in clean else f"{fence}{clean}{fence}" if clean else ""


def words(text: str) -> str:
    """``text`` taken literally, but for what stands between backticks: that is code."""
    parts = _CODE.split(one_line(text))
    return "".join(code(part) if at % 2 else _SPECIAL.sub(r"\\\g<0>", part) for at, part in enumerate(parts))


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> Iterator[str]:
    """The lines of a table; ``right`` are positions of columns that stand at the right."""
    at_right = set(right)
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('---:' if at in at_right else '---' for at in range(len(head)))} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"
