"""Why a template cannot be used."""

from __future__ import annotations

from smartplan.findings import Finding, Severity, Span

__all__ = ["CODES", "TemplateFault", "TemplateProblem"]

CODES = {"TPL001": "templat-keliru"}


class TemplateProblem(Exception):
    """Raised inside a template function; the engine adds file and line. ``hint`` says what to write instead."""

    def __init__(self, message: str, hint: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.line = line


class TemplateFault(Exception):
    """A template is wrong; ``finding`` (TPL001) names its file and line."""

    def __init__(self, file: str, line: int, message: str, hint: str) -> None:
        super().__init__(f"{file}:{line}: {message}")
        self.finding = Finding("TPL001", Severity.ERROR, message, Span(file, line, 1, line, 1), hint=hint)
