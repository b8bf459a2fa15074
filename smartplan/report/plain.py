"""The text report in sentences, one a finding, for screen readers and pipes: no colour, no bars, no carets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.report import coverage
from smartplan.report.counts import count_line, heading, severities
from smartplan.report.groups import grouped, open_and_waived
from smartplan.report.lines import one_line, shown
from smartplan.report.mendable import mendable_lines, mendable_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from smartplan.findings import Finding, Span
    from smartplan.report.look import Look
    from smartplan.report.summary import Summary

__all__ = ["report"]


def report(findings: Sequence[Finding], summary: Summary, sources: Mapping[str, str], look: Look) -> str:
    """Lines are not broken: a sentence is one line."""
    return "".join(f"{line}\n" for line in _lines(findings, summary, look))


def _lines(findings: Sequence[Finding], summary: Summary, look: Look) -> Iterator[str]:
    open_ones, waived = open_and_waived(findings)
    for title, group in grouped(open_ones, summary, look):
        yield f"{shown(title)}, {len(group)} temuan."
        yield from (_sentence(finding) for finding in group)
        yield ""
    if waived:
        yield f"Dikecualikan, {len(waived)} temuan."
        yield from (f"{_what(finding)} Alasan: {_ended(finding.reason or 'tidak disebut')}" for finding in waived)
        yield ""
    yield f"Ringkasan: {heading(summary)}."
    counted = severities(summary)
    if counted:
        yield f"{counted}."
    for share in (*summary.documents, *summary.dimensions):
        yield f"{share.title}: terisi {share.percent} persen, {share.met} dari {share.required} isian."
    if any(share.is_partial for share in (*summary.documents, *summary.dimensions)):
        yield "Isian dalam berkas yang tidak terbaca tidak ikut dihitung."
    if summary.later_entries:
        yield f"{summary.later_entries} isian yang belum ada baru diminta tahap berikutnya."
    yield from coverage.sentences(summary.coverage)
    yield from (f"{sentence}." for sentence in mendable_lines(findings))
    yield count_line(summary)


def _sentence(finding: Finding) -> str:
    parts = [_what(finding)]
    parts += [f"Lihat juga {_place(related.span)}: {_ended(related.message)}" for related in finding.related]
    if finding.hint:
        parts.append(f"Saran: {_ended(finding.hint + mendable_mark(finding))}")
    return " ".join(parts)


def _what(finding: Finding) -> str:
    place = f" di {_place(finding.span)}" if finding.span else ""
    return f"{finding.severity.label.capitalize()} {finding.code}{place}: {_ended(finding.message)}"


def _place(span: Span) -> str:
    return f"berkas {shown(span.file)} baris {span.line} kolom {span.column}"


def _ended(text: str) -> str:
    text = one_line(text)
    return text if text.endswith((".", "?", "!")) else f"{text}."
