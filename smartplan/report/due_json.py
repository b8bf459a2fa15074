"""The due list as JSON, one entry an item. Keys are always present; null where there is nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smartplan.progress.debts import Debt, DueList

__all__ = ["report"]


def report(due: DueList, *, version: str, plan: str) -> str:
    """One JSON object. ``plan`` as the user named it."""
    start = due.meeting.start
    date = start.isoformat() if start is not None else None
    document = {
        "version": version,
        "plan": plan,
        "stage": due.meeting.stage,
        "due_date": date,
        "offices": [
            {
                "id": office.who.id,
                "name": office.who.name,
                "head": office.who.head,
                "known": office.who.is_office,
                "items": [_item(item, date) for item in office.items],
            }
            for office in due.offices
        ],
        "unread": list(due.unread),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _item(item: Debt, date: str | None) -> dict[str, Any]:
    return {
        "code": item.rule,
        "severity": item.severity.value,
        "what": item.what,
        "hint": item.hint,
        "path": item.path,
        "file": item.file,
        "line": item.line,
        "column": item.column,
        "worksheet": item.worksheet,
        "document": item.document,
        "section": item.section,
        "reason": item.reason or None,
        "dimension": item.dimension,
        "source": item.source,
        "due_date": date,
    }
