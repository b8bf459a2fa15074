"""Why a template cannot be used."""

from __future__ import annotations

import sys
from typing import Any, NamedTuple

from smartplan.findings import Finding, Related, Severity, Span

__all__ = ["TemplateFault", "TemplateLine", "TemplateProblem", "template_line"]


class TemplateProblem(Exception):
    """Raised inside a template function; the engine adds file and line. ``hint`` says what to write instead.

    ``line`` where the template printed what is wrong, when that is known only later.
    """

    def __init__(self, message: str, hint: str, line: TemplateLine | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.place: tuple[str, int] | None = (line.file, line.number) if line is not None else None


class TemplateFault(Exception):
    """A template is wrong; ``finding`` (TPL001) says where, and which templates led there."""

    def __init__(self, span: Span, message: str, hint: str, related: tuple[Related, ...] = ()) -> None:
        super().__init__(f"{span}: {message}")
        self.finding = Finding("TPL001", Severity.ERROR, message, span, hint=hint, related=related)
        self._given = (span, message, hint, related)

    def __reduce__(self) -> tuple[type[TemplateFault], tuple[Span, str, str, tuple[Related, ...]]]:
        return type(self), self._given


class TemplateLine(NamedTuple):
    """A line of a template, as its compiled code counts; only an error wants to know which that is."""

    template: Any
    compiled: int

    @property
    def file(self) -> str:
        return str(self.template.filename)

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
