"""The report for people: findings grouped by document or dimension, the line with a caret, and how far the plan is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.findings import Severity
from smartplan.report.excerpt import Excerpts
from smartplan.report.mendable import mendable_lines, mendable_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from smartplan.findings import Finding
    from smartplan.progress import Share
    from smartplan.report.summary import Summary

__all__ = ["report"]

_BOLD: Final = "1"
_DIM: Final = "2"
_COLOUR: Final = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;34"}
_BAR: Final = 20


def report(
    findings: Sequence[Finding],
    summary: Summary,
    sources: Mapping[str, str],
    *,
    colour: bool = False,
    width: int = 100,
    ascii_only: bool = False,
) -> str:
    """All findings that are not waived, then the summary. ``width`` in columns of the terminal."""
    page = _Page(colour, ascii_only)
    excerpts = Excerpts(sources, width - 10)
    lines: list[str] = []
    for title, group in _grouped([finding for finding in findings if not finding.waived], summary):
        lines += [page.paint(_BOLD, f"{title} ({len(group)})"), ""]
        for finding in group:
            lines += _finding(finding, page, excerpts)
            lines.append("")
    return "\n".join([*lines, *_closing(summary, page), *mendable_lines(findings)]) + "\n"


class _Page:
    def __init__(self, colour: bool, ascii_only: bool) -> None:
        self._colour = colour
        self.full, self.empty = ("#", ".") if ascii_only else ("█", "░")

    def paint(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour else text


def _grouped(findings: Sequence[Finding], summary: Summary) -> Iterator[tuple[str, list[Finding]]]:
    """Groups in the order of the books and dimensions; what stands in the text itself comes first."""
    titles = {"": "Berkas dan isian"}
    titles.update({f"dokumen:{share.id}": share.title for share in summary.documents})
    titles.update({f"dimensi:{share.id}": share.title for share in summary.dimensions})
    groups: dict[str, list[Finding]] = {key: [] for key in titles}
    for finding in findings:
        groups.setdefault(_group_of(finding), []).append(finding)
    for key, group in groups.items():
        if group:
            yield titles.get(key, key.partition(":")[2] or "Rencana"), group


def _group_of(finding: Finding) -> str:
    if finding.dimension:
        return f"dimensi:{finding.dimension}"
    return f"dokumen:{finding.document}" if finding.document else ""


def _finding(finding: Finding, page: _Page, excerpts: Excerpts) -> list[str]:
    place = f"{page.paint(_BOLD, str(finding.span))}: " if finding.span else ""
    severity = page.paint(_COLOUR[finding.severity], f"{finding.severity.label} {finding.code}")
    lines = [f"{place}{severity} {finding.message}"]
    if finding.span is not None:
        excerpt = excerpts.of(finding.span)
        if excerpt is not None:
            number = str(finding.span.line)
            lines.append(f"  {page.paint(_DIM, f'{number} |')} {excerpt[0]}")
            lines.append(
                f"  {page.paint(_DIM, ' ' * len(number) + ' |')} {page.paint(_COLOUR[finding.severity], excerpt[1])}"
            )
    for related in finding.related:
        lines.append(f"  lihat juga {related.span}: {related.message}")
    if finding.hint:
        lines.append(f"  saran: {finding.hint}{mendable_mark(finding)}")
    return lines


def _closing(summary: Summary, page: _Page) -> Iterator[str]:
    yield page.paint(_BOLD, f"Ringkasan: {summary.stage_title}, edisi {summary.edition}")
    found = summary.error + summary.warning + summary.info
    if found:
        counts = [f"{summary.error} galat", f"{summary.warning} peringatan", f"{summary.info} info"]
        yield "  " + ", ".join(count for count in counts if not count.startswith("0 "))
    notes = [f"{found} temuan dari {summary.rules} aturan"]
    if summary.later_rules:
        notes.append(f"{summary.later_rules} belum waktunya")
    if summary.not_checkable:
        notes.append(f"{len(summary.not_checkable)} tidak dapat diperiksa")
    if summary.waived:
        notes.append(f"{summary.waived} dikecualikan")
    if summary.known:
        notes.append(f"{summary.known} sudah tercatat")
    shares = [*summary.documents, *summary.dimensions]
    if shares:
        yield ""
        yield "Isian yang sudah ada, dari semua yang diminta sampai pengajuan"
        pad = max(len(share.title) for share in shares)
        yield from (_progress(share, pad, page) for share in shares)
        if any(share.is_partial for share in shares):
            yield "  Isian dalam berkas yang tidak terbaca tidak ikut dihitung."
    if summary.later_entries:
        yield f"  {summary.later_entries} isian yang belum ada baru diminta tahap berikutnya."
    yield ""
    yield "; ".join(notes)


def _progress(share: Share, pad: int, page: _Page) -> str:
    full = _BAR * share.percent // 100
    bar = page.full * full + page.empty * (_BAR - full)
    return f"  {share.title:<{pad}}  {bar} {share.percent:>3} %  {share.met} dari {share.required}"
