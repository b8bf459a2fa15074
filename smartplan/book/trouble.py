"""Why a template cannot be used."""

from __future__ import annotations

import sys
from typing import Any, NamedTuple

from smartplan.findings import Finding, Severity, Span

__all__ = ["CODES", "TemplateFault", "TemplateLine", "TemplateProblem", "template_line"]

CODES = {"TPL001": "templat-keliru"}


class TemplateProblem(Exception):
    """Raised inside a template function; the engine adds file and line. ``hint`` says what to write instead."""

    def __init__(self, message: str, hint: str, line: TemplateLine | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.line = line.number if line is not None else None


class TemplateFault(Exception):
    """A template is wrong; ``finding`` (TPL001) names its file and line."""

    def __init__(self, file: str, line: int, message: str, hint: str) -> None:
        super().__init__(f"{file}:{line}: {message}")
        self.finding = Finding("TPL001", Severity.ERROR, message, Span(file, line, 1, line, 1), hint=hint)
        self._given = (file, line, message, hint)

    def __reduce__(self) -> tuple[type[TemplateFault], tuple[str, int, str, str]]:
        return type(self), self._given


class TemplateLine(NamedTuple):
    """A line of a template, as its compiled code counts; only an error wants to know which that is."""

    template: Any
    compiled: int

    @property
    def number(self) -> int:
        return int(self.template.get_corresponding_lineno(self.compiled))


def template_line() -> TemplateLine | None:
    """The line of the template that is running right now."""
    frame: Any = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return TemplateLine(template, frame.f_lineno)
        frame = frame.f_back
    return None
