"""One line a finding: ``file:line:column: G galat CODE message``, for editors and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.report.counts import LETTERS
from smartplan.report.lines import one_line
from smartplan.report.look import DEFAULT, Look

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartplan.findings import Finding
    from smartplan.report.summary import Summary

__all__ = ["report"]


def report(findings: Sequence[Finding], summary: Summary, sources: Mapping[str, str], look: Look = DEFAULT) -> str:
    """The lines, each ended; empty without findings. Waived findings are left out."""
    return "".join(f"{_line(finding)}\n" for finding in findings if not finding.waived)


def _line(finding: Finding) -> str:
    place = f"{finding.span}: " if finding.span else ""
    hint = f" ({one_line(finding.hint)})" if finding.hint else ""
    severity = finding.severity
    return f"{place}{LETTERS[severity]} {severity.label} {finding.code} {one_line(finding.message)}{hint}"
