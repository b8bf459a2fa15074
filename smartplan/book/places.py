"""Where in a template something is wrong, and through which templates one came there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from smartplan import resources
from smartplan.findings import Related, Span
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment

__all__ = ["ROOT", "Frame", "Templates", "callers_of", "frames_of", "one_round", "place_of"]

ROOT: Final = "top-level template code"
"""``Frame.part`` of what stands in no block and no macro."""

_OWN: Final = ("templates/", resources.SHIPPED)
_MOST_CALLERS: Final = 6
_MOST_LINES: Final = 60
"""Lines of one statement that are looked through for a word."""
_EDGES: Final = lazy(r"\{[{%]|[}%]\}|\n")
_INCLUDE: Final = lazy(r"\{%[-+]?\s*include\b")
_IMPORT: Final = lazy(r"\{%[-+]?\s*(?:import|from)\b")
_EXTENDS: Final = lazy(r"\{%[-+]?\s*extends\b")


class Templates(Protocol):
    """What is known about all templates of a plan."""

    @property
    def environment(self) -> Environment: ...

    def source(self, name: str) -> str:
        """The text of the template of this name or label; empty when there is none."""

    def names(self) -> Iterable[str]:
        """All templates that a template may name."""


class Frame(NamedTuple):
    """A template at work. ``part``: "top-level template code", "block 'x'" or a macro; ``names``: what it sees."""

    file: str
    line: int
    part: str
    names: Iterable[str]


def place_of(templates: Templates, file: str, line: int, word: str | None = None) -> Span:
    """Line ``line`` of a template, at ``word`` where that stands in the statement which begins there."""
    if word:
        lines = templates.source(file).splitlines()
        text = "\n".join(lines[line - 1 : line - 1 + _MOST_LINES])
        match = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)
        if match and match.start() < _end_of_statement(text):
            before = text[: match.start()]
            row = line + before.count("\n")
            column = match.start() - before.rfind("\n")
            return Span(file, row, column, row, column + len(word))
    return Span(file, line, 1, line, 1)


def _end_of_statement(text: str) -> int:
    """Where the first line of ``text`` ends, or the tag that is still open there."""
    is_open = False
    for edge in _EDGES.finditer(text):
        if edge.group() == "\n":
            if not is_open:
                return edge.start()
        else:
            is_open = edge.group()[0] == "{"
    return len(text)


def frames_of(error: BaseException) -> list[Frame]:
    """The templates that were at work, the outermost first; Jinja puts them where its compiled code stood."""
    found: list[Frame] = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename.startswith(_OWN):
            found.append(Frame(code.co_filename, trace.tb_lineno, code.co_name, trace.tb_frame.f_locals))
        trace = trace.tb_next
    return found


def one_round(frames: list[Frame]) -> list[Frame]:
    """The way up to where the first template or macro comes again."""
    seen: set[tuple[str, int, str]] = set()
    for number, frame in enumerate(frames):
        if frame[:3] in seen:
            return frames[:number]
        seen.add(frame[:3])
    return frames


def callers_of(frames: list[Frame], templates: Templates) -> tuple[Related, ...]:
    """The way to the last of ``frames``, from the nearest caller to the farthest, each place once."""
    found: dict[Span, Related] = {}
    for outer, inner in zip(frames[-2::-1], frames[:0:-1], strict=True):
        line, verb = outer.line, "dipakai di sini"
        if inner.part == ROOT and inner.file != outer.file:
            line, verb = _entrance(outer, templates)
        elif inner.part.startswith("block "):
            verb = "bloknya dicetak di sini"
        span = Span(outer.file, line, 1, line, 1)
        if (span.file, span.line) != (frames[-1].file, frames[-1].line):
            found.setdefault(span, Related(span, verb))
    return tuple(found.values())[:_MOST_CALLERS]


def _entrance(outer: Frame, templates: Templates) -> tuple[int, str]:
    """The line with which one template takes up another; Jinja does not say on which one ``extends`` stands."""
    lines = templates.source(outer.file).splitlines()
    here = lines[outer.line - 1] if outer.line <= len(lines) else ""
    if _INCLUDE.search(here):
        return outer.line, "dimuat di sini"
    if _IMPORT.search(here):
        return outer.line, "diimpor di sini"
    extends = next((number for number, line in enumerate(lines, 1) if _EXTENDS.search(line)), None)
    return (extends, "diwarisi di sini") if extends is not None else (outer.line, "dipakai di sini")
