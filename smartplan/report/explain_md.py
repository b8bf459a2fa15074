"""Rules as a Markdown page."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from smartplan.report.explain_words import NOT_WAIVABLE, example, waiver_of
from smartplan.report.markdown import code, plain, table
from smartplan.rules.catalogue import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smartplan.report.explain_words import Sheet

__all__ = ["report"]


def report(found: Sequence[Sheet], edition: str) -> str:
    """A section a family, a chapter a code. ``edition``: its id."""
    lines = ["# Aturan pemeriksaan", "", f"Tingkat dan parameter menurut edisi {code(edition)}.", ""]
    for family, group in groupby(found, lambda sheet: sheet.entry.family):
        lines += [f"## {family}: {plain(FAMILIES.get(family, family))}", ""]
        for sheet in group:
            lines += _sheet(sheet)
    return "\n".join(lines).rstrip("\n") + "\n"


def _sheet(sheet: Sheet) -> Iterator[str]:
    entry = sheet.entry
    yield from (f"### {entry.code} {plain(entry.name)}", "", _words(entry.title), "")
    yield from (f"**Mengapa:** {_words(entry.why)}", "", f"**Perbaiki:** {_words(entry.mend)}", "")
    facts = (
        ("Asal", sheet.origin and plain(sheet.origin)),
        ("Yang bertindak", entry.owner and plain(entry.owner)),
        ("Diperiksa bila ada", entry.needs and code(entry.needs)),
        ("Tahap", sheet.when and _words(sheet.when)),
        ("Parameter", ", ".join(code(f"{name}: {value}") for name, value in sheet.parameters.items())),
    )
    said = [f"- {name}: {text}" for name, text in facts if text]
    if said:
        yield from (*said, "")
    if sheet.levels:
        head = [plain(title) for _, title, _ in sheet.levels]
        yield from table(head, [[level.label if level else "belum" for _, _, level in sheet.levels]])
        yield ""
    for title, text in (("Salah", entry.wrong), ("Benar", entry.right)):
        if text:
            yield from (f"{title}:", "", "```yaml", *example(text).splitlines(), "```", "")
    if entry.waivable:
        yield from ("Bila memang disengaja:", "", "```yaml", *waiver_of(entry).splitlines(), "```", "")
    else:
        yield from (NOT_WAIVABLE, "")


def _words(text: str) -> str:
    """A sentence of ours: what stands between backticks in it is code."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return plain(text)
    return "".join(code(part) if at % 2 else _inner(part) for at, part in enumerate(parts))


def _inner(text: str) -> str:
    """Like ``plain``, with the blanks at both ends."""
    clean = plain(text)
    return f"{' ' * text.startswith(' ')}{clean}{' ' * (text.endswith(' ') and bool(clean))}"
