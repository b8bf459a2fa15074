"""The findings as Markdown (CommonMark with tables), for wikis, pull requests and meeting notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.report import coverage
from smartplan.report.counts import LETTERS, count_line, severities, subtitle, title_of
from smartplan.report.groups import grouped, open_and_waived
from smartplan.report.look import DEFAULT, Look
from smartplan.report.markdown import plain, table, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from smartplan.findings import Finding
    from smartplan.report.summary import Summary

__all__ = ["report"]

_AT_START: Final = re.compile(r"([-+=]|\d+[.)])(?=\s|$|-|=)")
"""What makes a list, a heading or a line of a text that begins with it."""


def report(findings: Sequence[Finding], summary: Summary, sources: Mapping[str, str], look: Look = DEFAULT) -> str:
    """A table a group, those that the plan excepts with their reasons, how far the plan is, the count."""
    return "\n".join(_lines(findings, summary, look)) + "\n"


def _lines(findings: Sequence[Finding], summary: Summary, look: Look) -> Iterator[str]:
    yield f"# {plain(title_of(summary))}"
    yield ""
    yield _paragraph(subtitle(summary))
    yield ""
    yield f"**{plain(count_line(summary))}**"
    counted = severities(summary, letters=True)
    if counted:
        yield ""
        yield plain(counted)
    open_ones, waived = open_and_waived(findings)
    for title, group in grouped(open_ones, summary, look):
        rows = ((_severity(one), one.code, _place(one), _message(one), one.hint or "") for one in group)
        yield from _table(f"{title} ({len(group)})", ("Tingkat", "Kode", "Tempat", "Temuan", "Saran"), rows, words)
    if waived:
        excepted = ((_severity(one), one.code, _place(one), one.message, one.reason or "") for one in waived)
        yield from _table(f"Dikecualikan ({len(waived)})", ("Tingkat", "Kode", "Tempat", "Temuan", "Alasan"), excepted)
    shares = [*summary.documents, *summary.dimensions]
    if shares:
        filled = ((share.title, f"{share.percent} %", f"{share.met} dari {share.required}") for share in shares)
        yield from _table("Isian yang sudah ada", ("Bagian", "Terisi", "Isian"), filled)
        if any(share.is_partial for share in shares):
            yield ""
            yield "Isian dalam berkas yang tidak terbaca tidak ikut dihitung."
    tied = coverage.cells(summary.coverage)
    if tied:
        yield from _table(coverage.TITLE, coverage.COLUMNS, tied)


def _table(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], last: Callable[[str], str] = plain
) -> Iterator[str]:
    yield ""
    yield f"## {plain(title)}"
    yield ""
    yield from table([plain(column) for column in columns], ([*map(plain, row[:-1]), last(row[-1])] for row in rows))


def _paragraph(text: str) -> str:
    escaped = plain(text)
    start = _AT_START.match(escaped)
    return f"{escaped[: start.end() - 1]}\\{escaped[start.end() - 1 :]}" if start else escaped


def _severity(finding: Finding) -> str:
    return f"{LETTERS[finding.severity]} {finding.severity.label}"


def _place(finding: Finding) -> str:
    return str(finding.span) if finding.span else ""


def _message(finding: Finding) -> str:
    more = "".join(f"; lihat juga {related.span}: {related.message}" for related in finding.related)
    return f"{finding.message}{more}"
