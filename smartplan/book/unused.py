"""The filled fields of a plan that no document uses.

A text is used when a document prints it or a template compares it. A number, a date or a choice is used already when a
template reads it: sums, counts, charts and orders are made of such, and do not show each of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from smartplan.book.blocks import Piece
from smartplan.book.markers import reference_of
from smartplan.book.values import Value
from smartplan.book.views import ListView, MapView, View, YearMap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartplan.book.blocks import Document
    from smartplan.fields import Bagian
    from smartplan.findings import Span

__all__ = ["Filled", "unused_in"]

_NOT_FOR_READERS: Final = {
    "skema": "how the file is to be read",
    "edisi": "which guide the documents follow",
    "tahap": "where the checks stand",
    "pengecualian": "of checks, not of the region; an annex prints them where there are some",
    "ulasan": "talk of reviewers about the plan",
    "wilayah.fiktif": "a note on every page",
    "wilayah.logo": "the picture on the cover",
    "judul": "the titles on the covers",
    "tahun_dokumen": "the year on the cover",
    "rata_realisasi": "means written elsewhere, for the checks to compare with those that the books compute",
    "rekap_anggaran": "sums written elsewhere, for the checks to compare with the programs that the books print",
}
"""Data path -> what it is for: nobody looks for its words in a book."""
_WORDS: Final = ("teks", "prosa", "kode")


class Filled(NamedTuple):
    """A field that says something: its data path, where it stands, and what it says."""

    path: str
    span: Span | None
    text: str


def unused_in(root: Bagian, documents: Iterable[Document], views: Iterable[View]) -> list[Filled]:
    """What ``documents``, made from ``views``, say nothing of; references and ids are left out."""
    used = _printed(documents)
    for view in views:
        used |= set(_consulted(view))
    return [filled for filled in _filled(root) if filled.path not in used and not _is_machinery(filled.path)]


def _is_machinery(path: str) -> bool:
    return any(path == name or path.startswith((f"{name}.", f"{name}[")) for name in _NOT_FOR_READERS)


def _printed(documents: Iterable[Document]) -> set[str]:
    """The data paths of all pieces."""
    found: set[str] = set()
    stack: list[Any] = [part for document in documents for part in (document.front, document.body, document.back)]
    while stack:
        part = stack.pop()
        if type(part) is Piece and part.path is not None:
            found.add(part.path)
        stack += [inner for inner in part if isinstance(inner, tuple) and inner]
    return found


def _consulted(shown: Any) -> Iterator[str]:
    """The data paths of the values that templates worked with. A view keeps what it has shown."""
    if isinstance(shown, View):
        for held in list(shown.__dict__.values()):
            yield from _consulted(held)
    elif isinstance(shown, ListView):
        for item in shown:
            yield from _consulted(item)
    elif isinstance(shown, (YearMap, MapView)):
        for _, item in shown.items():
            yield from _consulted(item)
    elif isinstance(shown, Value) and (shown._consulted or shown._kind not in _WORDS):
        yield shown._path


def _filled(part: Bagian) -> Iterator[Filled]:
    for key, spec in part.fields.items():
        held = getattr(part, key)
        if held is None or spec.kind == "id" or reference_of(type(part), key) is not None:
            continue
        if key == "total" and getattr(part, "anggaran", None):
            continue  # the same amount as that of its years together, which is printed
        path = part.path_of(key)
        if spec.kind == "part":
            yield from _filled(held)
        elif spec.kind == "map":
            for item in held.values():
                yield from _filled(item)
        elif spec.kind == "list" and spec.item_kind == "part":
            for item in held:
                yield from _filled(item)
        elif spec.kind == "list":
            for number, item in enumerate(held):
                yield Filled(f"{path}[#{number + 1}]", part.item_span(key, number), str(item))
        elif spec.kind in ("years", "texts"):
            for name, item in held.items():
                yield Filled(f"{path}.{name}", part.item_span(key, name), str(item))
        else:
            yield Filled(path, part.span(key), str(held))
