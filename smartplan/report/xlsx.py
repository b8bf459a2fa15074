"""The findings as an Excel workbook: a summary, a sheet an office. Needs openpyxl (the extra ``excel``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartplan.report import coverage
from smartplan.report.counts import LETTERS, count_line, severities, subtitle, title_of
from smartplan.report.groups import grouped, open_and_waived
from smartplan.report.look import DEFAULT, Look
from smartplan.report.sheet import fill_table, new_book, put, put_number, saved, sheet_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartplan.findings import Finding
    from smartplan.report.summary import Summary

__all__ = ["report"]

_HEAD = (
    ("Tingkat", 13),
    ("Kode", 9),
    ("Temuan", 46),
    ("Saran", 42),
    ("Berkas dan baris", 24),
    ("Jalur data", 28),
    ("Dimensi", 18),
)


def report(findings: Sequence[Finding], summary: Summary, sources: Mapping[str, str], look: Look = DEFAULT) -> bytes:
    """The file; the same findings give the same bytes. Every text is a text to Excel, whatever it begins with.

    Raises:
        ModuleNotFoundError: openpyxl is not there.
    """
    book = new_book(title_of(summary))
    taken: set[str] = set()
    dimensions = {share.id: share.title for share in summary.dimensions}
    open_ones, waived = open_and_waived(findings)
    groups = list(grouped(open_ones, summary, look._replace(by="opd")))
    _fill_summary(book.create_sheet(sheet_name("Ringkasan", taken)), summary, groups, len(waived))
    for title, group in groups:
        sheet = book.create_sheet(sheet_name(title, taken))
        _title(sheet, title, f"{len(group)} temuan")
        fill_table(sheet, 4, _HEAD, [_cells(finding, finding.hint, dimensions) for finding in group])
    if waived:
        sheet = book.create_sheet(sheet_name("Dikecualikan", taken))
        _title(sheet, "Dikecualikan", f"{len(waived)} temuan yang dikecualikan rencana")
        head = tuple(("Alasan", width) if name == "Saran" else (name, width) for name, width in _HEAD)
        fill_table(sheet, 4, head, [_cells(finding, finding.reason, dimensions) for finding in waived])
    return saved(book)


def _fill_summary(sheet: Any, summary: Summary, groups: Sequence[tuple[str, list[Finding]]], waived: int) -> None:
    _title(sheet, title_of(summary), subtitle(summary))
    put(sheet, 3, 1, count_line(summary))
    counted = severities(summary, letters=True)
    if counted:
        put(sheet, 4, 1, counted)
    rows = [(title, str(len(group))) for title, group in groups]
    if waived:
        rows.append(("Dikecualikan", str(waived)))
    fill_table(sheet, 6, (("Perangkat daerah", 52), ("Temuan", 22), ("", 26), ("", 20), ("", 24)), rows)
    for at, (_, count) in enumerate(rows, 7):
        put_number(sheet, at, 2, int(count))
    row = 8 + len(rows)
    shares = [*summary.documents, *summary.dimensions]
    for share in shares:
        put(sheet, row, 1, share.title)
        put(sheet, row, 2, f"{share.percent} %, {share.met} dari {share.required}")
        row += 1
    tied = coverage.cells(summary.coverage)
    if tied:
        for texts in (coverage.COLUMNS, *tied):
            row += 1
            for at, text in enumerate(texts, 1):
                put(sheet, row, at, text)


def _title(sheet: Any, title: str, text: str) -> None:
    from openpyxl.styles import Font

    put(sheet, 1, 1, title).font = Font(bold=True, size=14, color="1F3864")
    put(sheet, 2, 1, text)


def _cells(finding: Finding, more: str | None, dimensions: Mapping[str, str]) -> tuple[str, ...]:
    related = "".join(f"\nLihat juga {one.span}: {one.message}" for one in finding.related)
    return (
        f"{LETTERS[finding.severity]} {finding.severity.label}",
        finding.code,
        f"{finding.message}{related}",
        more or "",
        str(finding.span) if finding.span else "",
        finding.path or "",
        dimensions.get(finding.dimension or "", finding.dimension or ""),
    )
