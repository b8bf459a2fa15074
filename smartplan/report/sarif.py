"""The findings as SARIF 2.1.0 (OASIS), for code hosts and editors.

Columns count code points, which SARIF has to be told; a finding is known again by code and data path.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from smartplan.findings import Severity
from smartplan.report.counts import count_line
from smartplan.report.look import DEFAULT, Look

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from smartplan.findings import Edit, Finding, Span
    from smartplan.report.summary import Summary
    from smartplan.rules.catalogue import Entry

__all__ = ["report"]

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_CHECKED_OUT: Final = "%SRCROOT%"
_PLAN: Final = "PLANROOT"


def report(findings: Sequence[Finding], summary: Summary, sources: Mapping[str, str], look: Look = DEFAULT) -> str:
    """One log with one run. Files are named from the folder in which the command ran, where that can be."""
    codes = sorted({finding.code for finding in findings} | set(summary.rules))
    numbers = {code: number for number, code in enumerate(codes)}
    places = _Places(summary.plan)
    run = {
        "tool": {
            "driver": {
                "name": "smartplan",
                "version": summary.version,
                "rules": [_rule(code, look.guides.get(code)) for code in codes],
            }
        },
        "language": "id",
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": places.bases,
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [{"level": "note", "message": {"text": count_line(summary)}}],
            }
        ],
        "results": [
            _result(finding, numbers[finding.code], mark, places)
            for finding, mark in zip(findings, _fingerprints(findings), strict=True)
        ],
        "properties": {
            "plan": summary.plan,
            "edition": summary.edition,
            "stage": summary.stage,
            "today": summary.today,
            "rulesNotYetDue": list(summary.later_rules),
            "rulesNotCheckable": list(summary.not_checkable),
        },
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, guide: Entry | None) -> dict[str, Any]:
    if guide is None:
        return {"id": code, "shortDescription": {"text": code}}
    paragraphs = [text for text in (guide.why, guide.mend) if text]
    described: dict[str, Any] = {
        "id": code,
        "name": "".join(word.capitalize() for word in guide.name.split("-")),
        "shortDescription": {"text": guide.title.rstrip(".")},
        "properties": {"tags": [guide.family]},
    }
    if paragraphs:
        described["fullDescription"] = {"text": paragraphs[0]}
        described["help"] = {"text": "\n\n".join(paragraphs)}
    return described


def _result(finding: Finding, number: int, mark: str, places: _Places) -> dict[str, Any]:
    hint = f"\nSaran: {finding.hint}" if finding.hint else ""
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}{hint}"},
        "locations": [_location(finding, places)],
        "partialFingerprints": {"smartplan/v1": mark},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": position, "physicalLocation": places.physical(related.span), "message": {"text": related.message}}
            for position, related in enumerate(finding.related, start=1)
        ]
    if finding.edits:
        result["fixes"] = [_fix(finding, places)]
    if finding.waived:
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": finding.reason or "alasan tidak disebut"}
        ]
    said = {name: getattr(finding, name) for name in ("document", "section", "dimension", "opd", "owner", "mark")}
    kept = {name: value for name, value in said.items() if value is not None}
    if kept:
        result["properties"] = kept
    return result


def _location(finding: Finding, places: _Places) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if finding.span is not None:
        location["physicalLocation"] = places.physical(finding.span)
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.path, "kind": "member"}]
    return location


def _fix(finding: Finding, places: _Places) -> dict[str, Any]:
    files: dict[str, list[Edit]] = {}
    for edit in finding.edits:
        files.setdefault(edit.span.file, []).append(edit)
    text = finding.hint or "perbaiki"
    return {
        "description": {"text": f"{text} (periksa dahulu)" if finding.unsafe else text},
        "artifactChanges": [
            {
                "artifactLocation": places.artifact(file),
                "replacements": [
                    {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.new_text}} for edit in edits
                ],
            }
            for file, edits in files.items()
        ],
    }


def _region(span: Span) -> dict[str, int]:
    """SARIF counts lines and columns from 1 and leaves the end out, as spans do."""
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Of code and data path (file and message without one); doubles are numbered in their order."""
    seen: dict[str, int] = {}
    marks = []
    for finding in findings:
        where = finding.path or f"{finding.span.file if finding.span else ''}\0{finding.message}"
        mark = sha256(f"{finding.code}\0{where}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
        seen[mark] = seen.get(mark, 0) + 1
        marks.append(f"{mark}:{seen[mark]}")
    return marks


class _Places:
    """Files of the plan as URIs: below the working folder when the plan was named so, else below the plan's own."""

    def __init__(self, plan: str) -> None:
        folder = PurePosixPath(plan.replace("\\", "/"))
        if folder.suffix in (".yaml", ".yml"):
            folder = folder.parent
        absolute = folder.is_absolute() or bool(PureWindowsPath(plan).drive)
        self._base = _PLAN if absolute or ".." in folder.parts else _CHECKED_OUT
        self._prefix = "" if self._base == _PLAN or folder == PurePosixPath() else f"{folder.as_posix()}/"
        about = "map tempat perintah dijalankan" if self._base == _CHECKED_OUT else "map rencana"
        self.bases: dict[str, Any] = {self._base: {"description": {"text": about}}}
        whole = PureWindowsPath(folder.as_posix()) if PureWindowsPath(plan).drive else folder
        if whole.is_absolute():
            self.bases[self._base]["uri"] = f"{whole.as_uri()}/"

    def artifact(self, file: str) -> dict[str, str]:
        return {"uri": quote(f"{self._prefix}{file}", safe="/"), "uriBaseId": self._base}

    def physical(self, span: Span) -> dict[str, Any]:
        return {"artifactLocation": self.artifact(span.file), "region": _region(span)}
