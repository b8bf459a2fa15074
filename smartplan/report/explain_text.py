"""Rules in words for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.report.explain_words import NOT_WAIVABLE, example, waiver_of
from smartplan.report.page import Page
from smartplan.rules.catalogue import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smartplan.report.explain_words import Sheet

__all__ = ["listing", "report"]


def report(sheet: Sheet, edition: str, *, colour: bool = False, width: int = 100) -> str:
    """All that there is to say of one code. ``edition``: its id."""
    return "\n".join(_lines(sheet, edition, Page(colour=colour, width=width))) + "\n"


def listing(found: Sequence[Sheet], *, colour: bool = False, width: int = 100) -> str:
    """A line a code, by family."""
    page = Page(colour=colour, width=width)
    lines: list[str] = []
    family = None
    for sheet in found:
        entry = sheet.entry
        if entry.family != family:
            family = entry.family
            lines += [""] * bool(lines) + [page.bold(f"{family}: {FAMILIES.get(family, family)}")]
        lines += page.wrap(entry.title, f"  {entry.code}  ", "          ")
    return "\n".join(lines) + "\n"


def _lines(sheet: Sheet, edition: str, page: Page) -> Iterator[str]:
    entry = sheet.entry
    yield page.bold(f"{entry.code} {entry.name}")
    yield from page.wrap(entry.title)
    yield ""
    yield from _said(page, "Mengapa", entry.why)
    yield from _said(page, "Perbaiki", entry.mend)
    yield ""
    if sheet.origin:
        yield from _said(page, "Asal", sheet.origin)
    if entry.owner:
        yield from _said(page, "Yang bertindak", entry.owner)
    if entry.needs:
        yield from _said(page, "Diperiksa bila ada", entry.needs)
    if sheet.when:
        yield from _said(page, "Tahap", sheet.when)
    if sheet.levels:
        yield page.bold(f"Tingkat menurut tahap, edisi {edition}")
        pad = max(len(title) for _, title, _ in sheet.levels)
        for _, title, level in sheet.levels:
            yield f"  {title:<{pad}}  {level.label if level else 'belum diperiksa'}"
    if sheet.parameters:
        yield page.bold("Parameter")
        for name, value in sheet.parameters.items():
            yield from page.wrap(f"{name}: {value}", "  ", "    ")
    for title, text in (("Salah", entry.wrong), ("Benar", entry.right)):
        if text:
            yield from ("", page.bold(title))
            yield from (f"  {line}".rstrip() for line in example(text).splitlines())
    yield ""
    if entry.waivable:
        yield page.bold("Bila memang disengaja, tulis di rencana.yaml")
        yield from (f"  {line}" for line in waiver_of(entry).splitlines())
    else:
        yield from page.wrap(NOT_WAIVABLE)


def _said(page: Page, name: str, text: str) -> Iterator[str]:
    first, *rest = page.wrap(f"{name}: {text}", "", "  ")
    yield page.bold(first[: len(name) + 1]) + first[len(name) + 1 :]
    yield from rest
