"""Where text goes: results to stdout, notes to stderr, both as UTF-8, colour only for people at a terminal."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from smartplan.findings import Finding

__all__ = [
    "is_ascii_only",
    "is_interactive",
    "note",
    "prepare",
    "result",
    "say_findings",
    "trouble",
    "width",
    "with_colour",
]


def prepare() -> None:
    """Make both streams carry any character, also on a Windows console and in the C locale."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = None if stream.isatty() else "utf-8"
            reconfigure(encoding=encoding, errors="replace")


def result(text: str) -> None:
    """What the command was asked for."""
    sys.stdout.write(text)
    sys.stdout.flush()


def note(text: str) -> None:
    """What a person may like to know beside it."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def trouble(message: str, hint: str | None) -> None:
    """Why the command was refused."""
    note(f"galat: {message}")
    if hint:
        note(f"  saran: {hint}")


def say_findings(findings: tuple[Finding, ...]) -> None:
    """Findings about a guide edition or a template, one a line."""
    for finding in findings:
        place = f"{finding.span}: " if finding.span else ""
        hint = f" ({finding.hint})" if finding.hint else ""
        note(f"{place}{finding.severity.label} {finding.code} {finding.message}{hint}")


def with_colour(stream: TextIO | None = None) -> bool:
    stream = stream or sys.stdout
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns of the terminal; 100 where there is none."""
    return shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100


def is_ascii_only() -> bool:
    """Whether the terminal cannot show block characters."""
    try:
        "█░".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return True
    return False


def is_interactive() -> bool:
    """Whether a person sits there who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()
