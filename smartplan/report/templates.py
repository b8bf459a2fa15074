"""The templates of a plan, for a terminal or for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from smartplan.report.columns_text import in_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["as_json", "as_text"]

Row = tuple[str, str, str, str, tuple[str, ...]]
"""Name, state (shipped, own, new, missing, unused), document, title, the templates that use it."""

_STATES: Final = {
    "shipped": "bawaan",
    "own": "milik rencana, menggantikan bawaan",
    "new": "milik rencana",
    "missing": "tidak ada",
    "unused": "tidak dipakai",
}


def as_text(rows: Sequence[Row], bold: Callable[[str], str] = lambda text: text) -> str:
    """One line for each use, in the order of ``rows``."""
    table = [("Templat", "Dipakai oleh", "Keadaan")]
    table += [(name, _user(document, title, users), _STATES[state]) for name, state, document, title, users in rows]
    return in_columns(table, bold)


def _user(document: str, title: str, users: tuple[str, ...]) -> str:
    if document:
        return f"{document}: {title}"
    if title:
        return title
    return f"{len(users)} templat lain" if users else "-"


def as_json(rows: Sequence[Row], version: str) -> str:
    """``users``: the templates that take it up."""
    keys = ("name", "state", "document", "title", "users")
    found = [{**dict(zip(keys, row, strict=True)), "document": row[2] or None, "title": row[3] or None} for row in rows]
    return json.dumps({"version": version, "templates": found}, ensure_ascii=False, indent=2) + "\n"
