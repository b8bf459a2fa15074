"""Which documents a plan has: the books of its edition and its letters, those of a list one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartplan.edition import Edition
    from smartplan.edition.parts import Dokumen, Surat
    from smartplan.fields import Bagian
    from smartplan.plan import Plan

__all__ = ["ALL", "BOOKS", "LETTERS", "Entry", "choices", "chosen", "documents", "title_of"]

BOOKS: Final = "buku"
LETTERS: Final = "surat"
ALL: Final = "semua"


class Entry(NamedTuple):
    """``id`` names the file. ``origin`` is the id in the edition, which the letters of one list share; ``item`` what
    such a letter is for, and ``dimension`` where that stands. ``stage`` is when it must be there. ``wants``: the list
    of the plan that has no item yet, without which there is no such letter."""

    id: str
    origin: str
    title: str
    stage: str | None
    is_book: bool
    item: Bagian | None = None
    dimension: str | None = None
    wants: str | None = None


def title_of(plan: Plan, book: Dokumen) -> str:
    """The title that the regency chose for a book, or that of the edition."""
    titles = (plan.rencana.judul.buku if plan.rencana.judul else None) or {}
    return titles.get(book.id or "") or book.judul or book.id or ""


def documents(plan: Plan, edition: Edition, *, with_wanting: bool = False) -> tuple[Entry, ...]:
    """Books first, then letters, each in the edition's order. ``with_wanting``: also those of a list without items."""
    made = []
    for book in edition.dokumen or ():
        name = book.id or ""
        title = title_of(plan, book)
        made.append(Entry(name, name, f"{book.label}: {title}" if book.label else title, book.tahap, True))
    for letter in edition.surat or ():
        letters = list(_letters(letter, plan, edition))
        if with_wanting and not letters:
            name = letter.id or ""
            title = letter.judul or letter.nama or name
            letters.append(Entry(name, name, title, letter.tahap, False, wants=letter.ulang))
        made += letters
    return tuple(made)


def choices(entries: Iterable[Entry]) -> list[str]:
    """All names that ``chosen`` knows: documents, letters of one list together, and the groups."""
    entries = tuple(entries)
    names = [name for entry in entries for name in (entry.origin, entry.id)]
    return list(dict.fromkeys([*names, BOOKS, LETTERS, ALL]))


def chosen(names: Iterable[str], entries: Iterable[Entry]) -> list[Entry]:
    """The documents that known ``names`` stand for, in their own order and each once."""
    wanted = set(names)
    return [
        entry
        for entry in entries
        if not wanted.isdisjoint((entry.id, entry.origin, ALL, BOOKS if entry.is_book else LETTERS))
    ]


def _letters(letter: Surat, plan: Plan, edition: Edition) -> Iterator[Entry]:
    name = letter.id or ""
    title = letter.judul or letter.nama or name
    if not letter.ulang:
        yield Entry(name, name, title, letter.tahap, False)
        return
    taken: set[str] = set()
    for number, (dimension, item) in enumerate(_items(letter.ulang, plan, edition), 1):
        key = getattr(item, "id", None) or getattr(item, "tahap", None) or str(number)
        key = f"{key}-{number}" if key in taken else key
        taken.add(key)
        stage = letter.tahap or getattr(item, "tahap", None) or (key if key in edition.ids("tahap") else None)
        yield Entry(f"{name}-{key}", name, f"{title}: {_name(item, edition, key)}", stage, False, item, dimension)


def _items(path: str, plan: Plan, edition: Edition) -> Iterator[tuple[str | None, Bagian]]:
    """The items of a list of the edition's stages, of the plan, or of each of its dimensions in the edition's order."""
    if path == "tahap":
        yield from ((None, stage) for stage in edition.tahap or ())
        return
    keys = path.split(".")
    if keys[:2] == ["dimensi", "*"]:
        for name in edition.ids("dimensi"):
            yield from ((name, item) for item in _held(plan.dimensi.get(name), keys[2:]))
        return
    yield from ((None, item) for item in _held(plan.rencana, keys))


def _held(part: Any, keys: list[str]) -> Iterator[Bagian]:
    for key in keys:
        part = getattr(part, key, None)
    yield from (item for item in part or () if hasattr(item, "node"))


def _name(item: Bagian, edition: Edition, key: str) -> str:
    stage = getattr(item, "tahap", None)
    return (edition.name_of("tahap", stage) if stage else None) or getattr(item, "nama", None) or key
