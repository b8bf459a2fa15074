"""The findings as one HTML file that needs no other and no network, to read on a screen or to print.

Nothing in it runs: the only style is named by its hash, and the browser is told to take no other.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING, Final

from smartplan.report import coverage
from smartplan.report.counts import LETTERS, count_line, severities, subtitle, title_of
from smartplan.report.groups import grouped, open_and_waived
from smartplan.report.lines import one_line
from smartplan.report.look import DEFAULT, Look
from smartplan.report.mendable import mendable_lines, mendable_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from smartplan.findings import Finding
    from smartplan.report.summary import Summary

__all__ = ["report"]

_STYLE: Final = """
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
body { color: #1c2430; background: #fff; }
h1, h2 { line-height: 1.25; }
h2 { border-bottom: 2px solid #1f4e79; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; table-layout: auto; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { border: 1px solid #8a96a3; padding: .3rem .5rem; text-align: left; vertical-align: top; }
th { background: #eef2f6; }
td { overflow-wrap: break-word; }
.tingkat, .kode { white-space: nowrap; }
.tingkat { font-weight: 700; }
.galat { color: #8c1d1d; }
.peringatan { color: #6b4a00; }
.info { color: #1f4e79; }
.tempat, code { font-family: ui-monospace, monospace; font-size: .875em; }
.tempat { white-space: nowrap; }
.temuan, .saran { overflow-wrap: anywhere; }
code { background: #eef2f6; padding: 0 .2em; }
.lihat { display: block; }
@media (max-width: 60rem) { .tempat { white-space: normal; overflow-wrap: anywhere; min-width: 8em; } }
@page { margin: 15mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 9.5pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  nav { display: none; }
}
"""
_CODE: Final = re.compile(r"`([^`]+)`")
_HASH: Final = b64encode(sha256(_STYLE.encode()).digest()).decode()
_POLICY: Final = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"


def report(findings: Sequence[Finding], summary: Summary, sources: Mapping[str, str], look: Look = DEFAULT) -> str:
    """A table a group, those that the plan excepts with their reasons, how far the plan is, the rules in words."""
    return "\n".join(_lines(findings, summary, look)) + "\n"


def _lines(findings: Sequence[Finding], summary: Summary, look: Look) -> Iterator[str]:
    title = _text(title_of(summary))
    yield from (
        "<!DOCTYPE html>",
        '<html lang="id">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="generator" content="smartplan">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{title}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        f"<h1>{title}</h1>",
    )
    yield f"<p>{_text(subtitle(summary))}</p>"
    yield f"<p><strong>{_text(count_line(summary))}</strong></p>"
    counted = severities(summary, letters=True)
    if counted:
        yield f"<p>{_text(counted)}</p>"
    yield from (f"<p>{_text(sentence)}</p>" for sentence in mendable_lines(findings))
    open_ones, waived = open_and_waived(findings)
    groups = [(f"{name} ({len(group)})", group) for name, group in grouped(open_ones, summary, look)]
    if len(groups) > 1:
        yield "<nav><ul>"
        for number, (name, _) in enumerate(groups, 1):
            yield f'<li><a href="#bagian-{number}">{_text(name)}</a></li>'
        yield "</ul></nav>"
    for number, (name, group) in enumerate(groups, 1):
        yield f'<h2 id="bagian-{number}">{_text(name)}</h2>'
        yield from _findings(group, look, "Saran")
    if waived:
        yield f"<h2>Dikecualikan ({len(waived)})</h2>"
        yield from _findings(waived, look, "Alasan")
    yield from _progress(summary)
    yield "</body>"
    yield "</html>"


def _findings(group: Iterable[Finding], look: Look, last: str) -> Iterator[str]:
    yield "<table>"
    yield from _head(("Tingkat", "Kode", "Tempat", "Temuan", last))
    yield "<tbody>"
    for one in group:
        severity = one.severity
        more = one.reason if one.waived else f"{one.hint or ''}{mendable_mark(one)}"
        related = "".join(
            f'<span class="lihat">lihat juga {_text(str(found.span))}: {_text(found.message)}</span>'
            for found in one.related
        )
        guide = look.guides.get(one.code)
        meaning = f' title="{_text(guide.title)}"' if guide is not None else ""
        yield (
            f'<tr><td class="tingkat {severity.label}">{LETTERS[severity]} {severity.label}</td>'
            f'<td class="kode"{meaning}>{_text(one.code)}</td>'
            f'<td class="tempat">{_text(str(one.span)) if one.span else ""}</td>'
            f'<td class="temuan">{_words(one.message)}{related}</td><td class="saran">{_words(more or "")}</td></tr>'
        )
    yield "</tbody></table>"


def _progress(summary: Summary) -> Iterator[str]:
    shares = [*summary.documents, *summary.dimensions]
    if shares:
        yield "<h2>Isian yang sudah ada</h2>"
        yield "<table>"
        yield from _head(("Bagian", "Terisi", "Isian"))
        yield "<tbody>"
        for share in shares:
            filled = f"{share.met} dari {share.required}"
            yield f"<tr><td>{_text(share.title)}</td><td>{share.percent} %</td><td>{filled}</td></tr>"
        yield "</tbody></table>"
        if any(share.is_partial for share in shares):
            yield "<p>Isian dalam berkas yang tidak terbaca tidak ikut dihitung.</p>"
    tied = coverage.cells(summary.coverage)
    if tied:
        yield f"<h2>{coverage.TITLE}</h2>"
        yield "<table>"
        yield from _head(coverage.COLUMNS)
        yield "<tbody>"
        yield from (f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in tied)
        yield "</tbody></table>"


def _head(names: Iterable[str]) -> Iterator[str]:
    cells = "".join(f'<th scope="col">{name}</th>' for name in names)
    yield f"<thead><tr>{cells}</tr></thead>"


def _words(text: str) -> str:
    """``text``, what stands between backticks as code."""
    return _CODE.sub(r"<code>\1</code>", _text(text))


def _text(text: str) -> str:
    return escape(one_line(text))
