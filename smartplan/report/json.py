"""The findings as JSON, for other programs. Keys are always present; null where there is nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from smartplan.report.look import DEFAULT, Look
from smartplan.report.mendable import fix_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartplan.findings import Finding
    from smartplan.report.summary import Summary

__all__ = ["report"]


def report(findings: Sequence[Finding], summary: Summary, sources: Mapping[str, str], look: Look = DEFAULT) -> str:
    """One JSON object. Lines and columns count from 1 in code points, the end is exclusive."""
    document = {
        "version": summary.version,
        "plan": summary.plan,
        "edition": summary.edition,
        "stage": summary.stage,
        "today": summary.today,
        "summary": {
            "error": summary.error,
            "warning": summary.warning,
            "info": summary.info,
            "waived": summary.waived,
            "known": summary.known,
            "rules": len(summary.rules),
            "rules_not_yet_due": len(summary.later_rules),
            "rules_not_checkable": list(summary.not_checkable),
            "entries": summary.entries,
            "entries_not_yet_due": summary.later_entries,
            "not_selected": summary.unselected or 0,
            "not_shown": summary.not_shown,
        },
        "findings": [_finding(finding) for finding in findings],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        **_place(finding),
        "path": finding.path,
        "related": [
            {
                "message": related.message,
                "file": related.span.file,
                "line": related.span.line,
                "column": related.span.column,
            }
            for related in finding.related
        ],
        "document": finding.document,
        "section": finding.section,
        "dimension": finding.dimension,
        "opd": finding.opd,
        "owner": finding.owner,
        "mark": finding.mark,
        "waived": finding.waived,
        "reason": finding.reason,
        "fix": fix_of(finding),
    }


def _place(finding: Finding) -> dict[str, Any]:
    span = finding.span
    if span is None:
        return dict.fromkeys(("file", "line", "column", "end_line", "end_column"))
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
