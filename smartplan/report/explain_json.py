"""Rules as JSON. Keys are always present; null where there is nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartplan.report.explain_words import Sheet

__all__ = ["report"]


def report(found: Sequence[Sheet], edition: str, version: str) -> str:
    """One JSON object. ``edition``: its id; ``version``: that of the program."""
    document = {"version": version, "edition": edition, "rules": [_rule(sheet) for sheet in found]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _rule(sheet: Sheet) -> dict[str, Any]:
    entry = sheet.entry
    return {
        "code": entry.code,
        "name": entry.name,
        "family": entry.family,
        "title": entry.title,
        "why": entry.why,
        "mend": entry.mend,
        "wrong": entry.wrong or None,
        "right": entry.right or None,
        "owner": entry.owner,
        "needs": entry.needs,
        "waivable": entry.waivable,
        "applies": sheet.applies,
        "mark": sheet.mark,
        "source": sheet.source,
        "parameters": sheet.parameters,
        "stages": [{"stage": name, "severity": level.value if level else None} for name, _, level in sheet.levels],
    }
