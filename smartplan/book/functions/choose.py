"""Choosing and ordering items of lists, and saying them in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartplan.book.functions.arguments import key_of
from smartplan.book.missing import Missing
from smartplan.book.pieces import words_of
from smartplan.book.views import Computed, Item, ListView, Value, View
from smartplan.wording import NIHIL, join_words

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["FUNCTIONS", "overlapping"]


def sebut(daftar: Any, kata: str = "dan") -> Any:
    """``a, b, dan c``; each keeps its path. Where an item itself says "dan", the last follows "serta"; where one has
    commas, semicolons part them."""
    if isinstance(daftar, Missing):
        return daftar
    items = list(daftar)
    if not items:
        return Computed(NIHIL)
    if kata == "dan" and len(items) > 1 and any(" dan " in words_of(item) for item in items):
        kata = "serta"
    if len(items) > 2 and any(", " in words_of(item) for item in items):
        return f"{'; '.join(str(item) for item in items[:-1])}; {kata} {items[-1]}"
    return join_words([str(item) for item in items], kata)


def saring(daftar: Iterable[Any], kunci: str, nilai: Any) -> ListView:
    """Items whose ``kunci`` equals ``nilai``, or whose list ``kunci`` holds it.

    ``nilai`` is an id, a value, or something that has an id, such as a dimension or a group of the edition.
    """
    if isinstance(nilai, (View, Item)):
        nilai = nilai.id
    wanted = getattr(nilai, "nilai", nilai)
    kunci = key_of(kunci)
    found = []
    for item in daftar:
        held = getattr(item, kunci)
        if isinstance(held, ListView):
            if any(value == wanted for value in held):
                found.append(item)
        elif isinstance(held, Value) and held == wanted:
            found.append(item)
    return ListView(found)


def urut(daftar: Iterable[Any], kunci: str) -> ListView:
    """Sorted by ``kunci``; items without it come last."""
    kunci = key_of(kunci)
    rows = [item for item in daftar if not isinstance(item, Missing)]
    return ListView(sorted(rows, key=lambda item: _sort_key(getattr(item, kunci))))


def angka_dipakai(daftar: Any) -> Any:
    """The figure of a fact that is marked ``dipakai``, else the newest that is not marked as unused.

    Missing when there is none; when all are marked as unused, the newest.
    """
    if isinstance(daftar, Missing):
        return daftar[0]
    rows = [row for row in daftar if isinstance(row.nilai, Value)]
    marked = [row for row in rows if isinstance(row.dipakai, Value) and row.dipakai]
    if marked:
        return marked[0]
    if rows:
        open_rows = [row for row in rows if not isinstance(row.dipakai, Value)]
        return max(open_rows or rows, key=lambda row: row.tahun.nilai if isinstance(row.tahun, Value) else 0)
    if not len(daftar):
        return Missing("angka", daftar._path, None, "any")
    lacking = daftar[0].nilai  # a row without its number tells nothing, whatever else it says
    return Missing(lacking._what, lacking._path, None, "any")


def overlapping(programs: Iterable[Any], periode: Any) -> ListView:
    """Programs whose years touch ``periode``."""
    first, last = periode.awal, periode.akhir
    if not isinstance(first, Value) or not isinstance(last, Value):
        return ListView([])
    opens, closes = first._held, last._held
    found = []
    for program in programs:
        start, end = program.mulai, program.selesai
        if isinstance(start, Value):
            end = end if isinstance(end, Value) else start
            if start._held <= closes and opens <= end._held:
                found.append(program)
    return ListView(found)


def _sort_key(value: Any) -> tuple[int, Any]:
    return (0, value.nilai) if isinstance(value, Value) else (1, 0)


FUNCTIONS = {"sebut": sebut, "saring": saring, "urut": urut, "angka_dipakai": angka_dipakai}
