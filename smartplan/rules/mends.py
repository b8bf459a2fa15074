"""Edits that a rule proposes for the text of a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.source import Scalar, UnwritableText, edit_scalar

if TYPE_CHECKING:
    from smartplan.fields import Bagian
    from smartplan.findings import Edit

__all__ = ["rewritten"]


def rewritten(part: Bagian, key: str, text: str) -> tuple[Edit, ...]:
    """The edit that makes ``text`` of the single value of ``key``; none where there is no such value."""
    entry = part.entry(key)
    if entry is None or not isinstance(entry.value, Scalar):
        return ()
    try:
        return (edit_scalar(entry.value, text),)
    except UnwritableText:
        return ()
