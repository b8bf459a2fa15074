"""The report for people: findings in groups, the line with a caret, and how far the plan is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.findings import Severity
from smartplan.report import coverage
from smartplan.report.counts import LETTERS, count_line, heading, severities
from smartplan.report.excerpt import Excerpts
from smartplan.report.groups import grouped, open_and_waived
from smartplan.report.lines import columns, one_line, shown, wrapped
from smartplan.report.look import DEFAULT, Look
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
_LEAST_BAR: Final = 5
_NUMBERS: Final = 26
"""Columns of a line of progress beside title and bar."""
_HANG: Final = 4


def report(findings: Sequence[Finding], summary: Summary, sources: Mapping[str, str], look: Look = DEFAULT) -> str:
    """All findings, the waived ones apart with their reasons, then the summary."""
    if look.plain:
        from smartplan.report import plain

        return plain.report(findings, summary, sources, look)
    page = _Page(look)
    excerpts = Excerpts(sources, look.width - 10)
    lines: list[str] = []
    open_ones, waived = open_and_waived(findings)
    for title, group in grouped(open_ones, summary, look):
        lines += [*page.title(f"{title} ({len(group)})"), ""]
        for finding in group:
            lines += [*_finding(finding, page, excerpts), ""]
    if waived:
        lines += [*page.title(f"Dikecualikan ({len(waived)})"), ""]
        for finding in waived:
            lines += [*page.finding(finding), *page.line(f"alasan: {finding.reason or 'tidak disebut'}", "  "), ""]
    return "\n".join([*lines, *_closing(findings, summary, page)]) + "\n"


class _Page:
    def __init__(self, look: Look) -> None:
        self._colour = look.colour
        self.width = look.width
        self.full, self.empty = ("#", ".") if look.ascii_only else ("█", "░")

    def paint(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour else text

    def finding(self, finding: Finding) -> list[str]:
        """Place, severity and message, broken where the terminal ends."""
        severity = f"{LETTERS[finding.severity]} {finding.severity.label} {finding.code}"
        words = [(severity, self.paint(_COLOUR[finding.severity], severity))]
        if finding.span is not None:
            place = f"{shown(str(finding.span))}:"
            words.insert(0, (place, f"{self.paint(_BOLD, place[:-1])}:"))
        words += [(word, word) for word in one_line(finding.message).split(" ")]
        return wrapped(words, self.width, _HANG)

    def title(self, text: str) -> list[str]:
        return [self.paint(_BOLD, line) for line in self.line(text)]

    def line(self, text: str, margin: str = "") -> list[str]:
        words = [(word, word) for word in one_line(text).split(" ")]
        words[0] = (margin + words[0][0], margin + words[0][1])
        return wrapped(words, self.width, len(margin) + 2)


def _finding(finding: Finding, page: _Page, excerpts: Excerpts) -> list[str]:
    lines = page.finding(finding)
    if finding.span is not None:
        excerpt = excerpts.of(finding.span)
        if excerpt is not None:
            number = str(finding.span.line)
            lines.append(f"  {page.paint(_DIM, f'{number} |')} {excerpt[0]}")
            lines.append(
                f"  {page.paint(_DIM, ' ' * len(number) + ' |')} {page.paint(_COLOUR[finding.severity], excerpt[1])}"
            )
    for related in finding.related:
        lines += page.line(f"lihat juga {related.span}: {related.message}", "  ")
    if finding.hint:
        lines += page.line(f"saran: {finding.hint}{mendable_mark(finding)}", "  ")
    return lines


def _closing(findings: Sequence[Finding], summary: Summary, page: _Page) -> Iterator[str]:
    yield from page.title(f"Ringkasan: {heading(summary)}")
    counted = severities(summary, letters=True)
    if counted:
        yield f"  {counted}"
    shares = [*summary.documents, *summary.dimensions]
    if shares:
        yield ""
        yield from page.line("Isian yang sudah ada, dari semua yang diminta panduan")
        pad = max(columns(share.title) for share in shares)
        for share in shares:
            yield from _progress(share, pad, page)
        if any(share.is_partial for share in shares):
            yield from page.line("Isian dalam berkas yang tidak terbaca tidak ikut dihitung.", "  ")
    if summary.later_entries:
        yield from page.line(f"{summary.later_entries} isian yang belum ada baru diminta tahap berikutnya.", "  ")
    yield from _coverage(summary, page)
    yield ""
    for sentence in mendable_lines(findings):
        yield from page.line(sentence)
    yield from page.line(count_line(summary))


def _progress(share: Share, pad: int, page: _Page) -> list[str]:
    """A bar, or where the terminal is too narrow for one, a sentence."""
    size = min(_BAR, page.width - pad - _NUMBERS)
    if size < _LEAST_BAR:
        return page.line(f"{share.title}: {share.percent} %, {share.met} dari {share.required}", "  ")
    full = size * share.percent // 100
    bar = page.full * full + page.empty * (size - full)
    title = share.title + " " * (pad - columns(share.title))
    return [f"  {title}  {bar} {share.percent:>3} %  {share.met} dari {share.required}"]


def _coverage(summary: Summary, page: _Page) -> Iterator[str]:
    """A table, or where the terminal is too narrow for one, a sentence a dimension."""
    rows = coverage.cells(summary.coverage)
    if not rows:
        return
    yield ""
    yield coverage.TITLE
    table = [coverage.COLUMNS, *rows]
    widths = [max(columns(cell) for cell in column) for column in zip(*table, strict=True)]
    if sum(widths) + 2 * len(widths) <= page.width:
        for row in table:
            padded = (cell + " " * (size - columns(cell)) for cell, size in zip(row, widths, strict=True))
            yield f"  {'  '.join(padded)}".rstrip()
        return
    for sentence in coverage.sentences(summary.coverage):
        yield from page.line(sentence, "  ")
