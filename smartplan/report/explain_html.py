"""Rules as one HTML file that needs no other, to read on a screen or to print."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Final

from smartplan.report.explain_words import NOT_WAIVABLE, example, waiver_of
from smartplan.rules.catalogue import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smartplan.report.explain_words import Sheet

__all__ = ["report"]

_STYLE: Final = """\
body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; }
h1, h2, h3 { line-height: 1.25; }
h2 { border-bottom: 2px solid #1f4e79; margin-top: 2.5rem; }
h3 code { color: #1f4e79; }
nav ul { columns: 2; }
pre { background: #f4f6f8; border: 1px solid #d5dbe1; padding: .6rem .8rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
pre.salah { border-left: 4px solid #a1262b; }
pre.benar { border-left: 4px solid #00665e; }
table { border-collapse: collapse; }
th, td { border: 1px solid #b8c2cc; padding: .2rem .6rem; text-align: left; }
dt { font-weight: 600; }
dd { margin: 0 0 .3rem 1.5rem; }
.galat { font-weight: 700; color: #a1262b; }
@media print {
  body { max-width: none; margin: 0; font-size: 10pt; }
  nav { display: none; }
  section { break-inside: avoid-page; }
  h2, h3 { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
}
"""


def report(found: Sequence[Sheet], edition: str) -> str:
    """A part a family, a section a code. ``edition``: its id."""
    groups = [(family, list(group)) for family, group in groupby(found, lambda sheet: sheet.entry.family)]
    lines = [
        "<!DOCTYPE html>",
        '<html lang="id">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<title>Aturan pemeriksaan smartplan</title>",
        f"<style>\n{_STYLE}</style>",
        "</head>",
        "<body>",
        "<h1>Aturan pemeriksaan</h1>",
        f"<p>Tingkat dan parameter menurut edisi <code>{escape(edition)}</code>.</p>",
        "<nav><ul>",
        *(f'<li><a href="#{escape(family)}">{_family(family)}</a> ({len(group)})</li>' for family, group in groups),
        "</ul></nav>",
    ]
    for family, group in groups:
        lines.append(f'<h2 id="{escape(family)}">{_family(family)}</h2>')
        for sheet in group:
            lines += _sheet(sheet)
    return "\n".join([*lines, "</body>", "</html>"]) + "\n"


def _family(family: str) -> str:
    return f"{escape(family)}: {escape(FAMILIES.get(family, family))}"


def _sheet(sheet: Sheet) -> Iterator[str]:
    entry = sheet.entry
    yield f'<section id="{escape(entry.code)}">'
    yield f"<h3><code>{escape(entry.code)}</code> {escape(entry.name)}</h3>"
    yield f"<p>{_words(entry.title)}</p>"
    facts = (
        ("Mengapa", _words(entry.why)),
        ("Perbaiki", _words(entry.mend)),
        ("Asal", escape(sheet.origin or "")),
        ("Yang bertindak", escape(entry.owner or "")),
        ("Diperiksa bila ada", f"<code>{escape(entry.needs)}</code>" if entry.needs else ""),
        ("Tahap", _words(sheet.when or "")),
        (
            "Parameter",
            "<br>".join(f"<code>{escape(name)}: {escape(value)}</code>" for name, value in sheet.parameters.items()),
        ),
    )
    yield "<dl>"
    yield from (f"<dt>{name}</dt><dd>{text}</dd>" for name, text in facts if text)
    yield "</dl>"
    if sheet.levels:
        yield f"<table><tr>{''.join(f'<th>{escape(title)}</th>' for _, title, _ in sheet.levels)}</tr>"
        labels = [level.label if level else "belum" for _, _, level in sheet.levels]
        cells = [f'<td class="{label}">{label}</td>' for label in labels]
        yield f"<tr>{''.join(cells)}</tr></table>"
    for title, text in (("Salah", entry.wrong), ("Benar", entry.right)):
        if text:
            yield f'<p>{title}:</p><pre class="{title.lower()}">{escape(example(text))}</pre>'
    if entry.waivable:
        yield f"<p>Bila memang disengaja:</p><pre>{escape(waiver_of(entry).rstrip())}</pre>"
    else:
        yield f"<p>{escape(NOT_WAIVABLE)}</p>"
    yield "</section>"


def _words(text: str) -> str:
    """A sentence of ours: what stands between backticks in it is code."""
    parts = escape(text).split("`")
    if len(parts) % 2 == 0:
        return escape(text)
    return "".join(f"<code>{part}</code>" if at % 2 else part for at, part in enumerate(parts))
