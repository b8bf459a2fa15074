"""Filled fields that no document prints, for a terminal: place, data path, what is written there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.findings import Span

__all__ = ["report"]

_LONGEST: Final = 60


def report(rows: Iterable[tuple[Span | None, str, str]]) -> str:
    """``rows``: place, data path, text; one line each, as editors read places."""
    return "".join(f"{_place(span)}{path}: {_short(text)}\n" for span, path, text in rows)


def _place(span: Span | None) -> str:
    return f"{span.file}:{span.line}: " if span is not None else ""


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
