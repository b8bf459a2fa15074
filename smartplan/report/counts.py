"""The sentences that count, the same in every report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from smartplan.findings import Severity
from smartplan.wording import format_date

if TYPE_CHECKING:
    from smartplan.report.summary import Summary

__all__ = ["LETTERS", "count_line", "heading", "severities", "subtitle", "title_of"]

LETTERS: Final = {Severity.ERROR: "G", Severity.WARNING: "P", Severity.INFO: "I"}
"""The letter beside the colour of a severity."""


def heading(summary: Summary) -> str:
    """Stage and edition, as far as they are known."""
    edition = f"edisi {summary.edition}" if summary.edition else ""
    return ", ".join(part for part in (summary.stage_title, edition) if part)


def title_of(summary: Summary) -> str:
    """``Temuan rencana Kabupaten Rekaan (rekaan)``: the region, and the path where it says something."""
    path = summary.plan if summary.plan.rstrip("/\\") != "." else ""
    if summary.region:
        return f"Temuan rencana {summary.region}" + (f" ({path})" if path else "")
    return f"Temuan rencana {path}".rstrip()


def subtitle(summary: Summary) -> str:
    """Stage and edition, and when it was checked: ``diperiksa 28 Februari 2026``."""
    day = f"diperiksa {format_date(date.fromisoformat(summary.today))}" if summary.today else ""
    return ", ".join(part for part in (heading(summary), day) if part)


def severities(summary: Summary, *, letters: bool = False) -> str:
    """``2 galat, 1 info``; with ``letters`` each is followed by its own. Empty without findings."""
    counted = {Severity.ERROR: summary.error, Severity.WARNING: summary.warning, Severity.INFO: summary.info}
    return ", ".join(
        f"{count} {severity.label}{f' ({LETTERS[severity]})' if letters else ''}"
        for severity, count in counted.items()
        if count
    )


def count_line(summary: Summary) -> str:
    """The honest last line: what was found, of how many rules, and what was not looked at."""
    found = summary.error + summary.warning + summary.info
    chosen = summary.unselected is not None
    if not summary.rules:  # templates are not checked by rules
        notes = [f"{found} temuan{' yang dipilih' if chosen else ''}"]
    else:
        notes = [f"{found} temuan dari {len(summary.rules)} aturan{' yang dipilih' if chosen else ''}"]
    if summary.later_rules:
        notes.append(f"{len(summary.later_rules)} belum waktunya")
    if summary.not_checkable:
        notes.append(f"{len(summary.not_checkable)} tidak dapat diperiksa")
    if summary.waived:
        notes.append(f"{summary.waived} dikecualikan")
    if summary.known:
        notes.append(f"{summary.known} sudah tercatat")
    if summary.unselected:
        notes.append(f"{summary.unselected} temuan di luar pilihan")
    if summary.not_shown:
        notes.append(f"{summary.not_shown} temuan tidak ditampilkan")
    return "; ".join(notes)
