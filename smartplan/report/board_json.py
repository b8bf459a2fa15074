"""The board as JSON. Keys are always present; null where there is nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from smartplan.report.board_words import PAIRS

if TYPE_CHECKING:
    from datetime import date

    from smartplan.progress.board import Board, Step
    from smartplan.progress.measure import Share
    from smartplan.progress.schedule import Meeting

__all__ = ["report"]


def report(board: Board, *, version: str, plan: str, edition: str, today: date | None) -> str:
    """One JSON object. ``plan`` as the user named it."""
    document = {
        "version": version,
        "plan": plan,
        "edition": edition,
        "today": today.isoformat() if today is not None else None,
        "next": _meeting(board.next),
        "stages": [
            {
                **_meeting(stage.meeting),
                "total": _counts(stage.total),
                "documents": [_share(share) for share in stage.documents],
                "dimensions": [_share(share) for share in stage.dimensions],
            }
            for stage in board.stages
        ],
        "steps_lead_to": board.goal,
        "steps": [_step(step) for step in board.steps],
        "coverage": [
            {
                "dimension": row.dimension,
                "title": row.title,
                **{
                    field: {"met": getattr(row, field).met, "total": getattr(row, field).total} for field, _, _ in PAIRS
                },
            }
            for row in board.coverage
        ],
        "unread": list(board.unread),
        "set_aside": list(board.set_aside),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _meeting(meeting: Meeting) -> dict[str, Any]:
    return {
        "stage": meeting.stage,
        "title": meeting.title,
        "start": meeting.start.isoformat() if meeting.start is not None else None,
        "end": meeting.end.isoformat() if meeting.end is not None else None,
        "days": meeting.days,
    }


def _counts(share: Share) -> dict[str, Any]:
    return {"percent": share.percent if share.required else None, "met": share.met, "required": share.required}


def _share(share: Share) -> dict[str, Any]:
    return {"id": share.id, "title": share.title, **_counts(share)}


def _step(step: Step) -> dict[str, Any]:
    return {
        "path": step.path,
        "title": step.title,
        "file": step.span.file if step.span is not None else None,
        "line": step.span.line if step.span is not None else None,
        "entries": step.entries,
        "parts": [{"title": name, "entries": count} for name, count in step.parts],
    }
