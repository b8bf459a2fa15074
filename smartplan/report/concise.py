"""One line a finding: ``file:line:column: severity CODE message``, for editors and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartplan.findings import Finding
    from smartplan.report.summary import Summary

__all__ = ["report"]


def report(findings: Sequence[Finding], summary: Summary, sources: Mapping[str, str]) -> str:
    """The lines, each ended; empty without findings. Waived findings are left out."""
    return "".join(f"{_line(finding)}\n" for finding in findings if not finding.waived)


def _line(finding: Finding) -> str:
    place = f"{finding.span}: " if finding.span else ""
    message = " ".join(finding.message.split())
    hint = f" ({' '.join(finding.hint.split())})" if finding.hint else ""
    return f"{place}{finding.severity.label} {finding.code} {message}{hint}"
