"""The terminal: results on stdout, everything else on stderr; any text can be written to any of them."""

from __future__ import annotations

import codecs
import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.findings import Finding

__all__ = [
    "can_ask",
    "colour_on",
    "is_ascii_only",
    "line_of",
    "note",
    "paint",
    "prepare",
    "quoted",
    "stderr_is_terminal",
    "trouble",
    "width",
    "write",
]

_PLAIN: Final = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "·": "-", "…": "...", "→": "->"}
_BLOCKS: Final = "█░"
_WIDTHS: Final = (40, 120)
_ELSEWHERE: Final = 100
"""Columns where there is no terminal."""


def prepare() -> None:
    """Make stdout and stderr take any text: UTF-8 into files and pipes; near letters where a terminal lacks them."""
    codecs.register_error("smartplan.plain", _near_letters)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed before we began: nobody wants to read it
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - as long as the process
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty() or os.environ.get("PYTHONIOENCODING"):
            reconfigure(errors="smartplan.plain")
        else:
            reconfigure(encoding="utf-8", errors="smartplan.plain", newline="\n")


def _near_letters(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN.get(char, "?") for char in error.object[error.start : error.end]), error.end


def write(text: str) -> None:
    """``text`` to stdout. Who stops reading, as ``head`` does, wants no more and no complaint."""
    _put(sys.stdout, text)


def note(text: str) -> None:
    """A line to stderr."""
    _put(sys.stderr, f"{text}\n")


def trouble(message: str, hint: str | None = None) -> None:
    """What is wrong and what to do, to stderr."""
    note(f"{paint('1;31', 'galat', sys.stderr)}: {message}")
    if hint:
        note(f"{paint('1', 'saran', sys.stderr)}: {hint}")


def line_of(finding: Finding) -> str:
    """A finding on one line, for commands that stop because of it."""
    place = f"{finding.span}: " if finding.span else ""
    hint = f" ({finding.hint})" if finding.hint else ""
    return f"{place}{finding.severity.label} {finding.code} {finding.message}{hint}"


def _put(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        if not _nobody_reads(error):
            raise
        # Python flushes once more when it ends; that has to go somewhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _nobody_reads(error: OSError) -> bool:
    """Windows says that a closed pipe is an invalid argument."""
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)


def quoted(text: str) -> str:
    """``text`` as one word of a command that a person may paste."""
    return f'"{text}"' if any(char.isspace() for char in text) else text


def paint(code: str, text: str, stream: TextIO | None = None) -> str:
    """``text`` in a look of the terminal (SGR code) where colour is on."""
    return f"\x1b[{code}m{text}\x1b[0m" if colour_on(stream or sys.stdout) else text


def colour_on(stream: TextIO) -> bool:
    """Colours only in a terminal, and not against NO_COLOR."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return False
    if os.name == "nt":
        os.system("")  # an older Windows console understands colours only after this
    return True


def width() -> int:
    """Columns for text: those of the terminal within reason, 100 elsewhere."""
    return min(max(_columns(), _WIDTHS[0]), _WIDTHS[1])


def _columns() -> int:
    """As ``shutil.get_terminal_size`` finds them, which comes with all of Python's archives."""
    written = os.environ.get("COLUMNS", "")
    if written.isdecimal() and int(written) > 0:
        return int(written)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or _ELSEWHERE  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):  # no stdout, a closed one, no terminal
        return _ELSEWHERE


def is_ascii_only() -> bool:
    """Whether stdout lacks the characters that bars are drawn with."""
    try:
        _BLOCKS.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    return False


def can_ask(streams: Iterable[TextIO] | None = None) -> bool:
    """Whether a person sits there: questions go to stderr and are answered on stdin."""
    return all(stream is not None and stream.isatty() for stream in streams or (sys.stdin, sys.stderr))


def stderr_is_terminal() -> bool:
    return sys.stderr.isatty()
