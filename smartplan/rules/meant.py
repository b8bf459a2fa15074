"""What a reference stands for that no id bears: an id in other letters, a name, several at once, a slip."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from smartplan.rules.near import guess, is_slip, plain, words_of
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from smartplan.rules.base import Context

__all__ = ["Meanings", "meanings", "parts_of"]

_AND: Final = lazy(r"\s*[,;/&+]\s*|\s+dan\s+", re.IGNORECASE)
_MOST_SEARCHES: Final = 200
"""Slips that are looked for in a long list: more of them are no slips but another list."""
_NAMES: Final = {
    "inisiatif": "nama",
    "program": "nama",
    "sasaran": "sasaran",
    "misi": "misi",
    "misi_rpjmd": "misi",
    "isu": "isu",
    "permasalahan": "isu",
    "kesenjangan": "gap",
}
"""Kind of item -> the key by which a person calls it."""


class Meanings:
    """The ids of a list, and the names of what bears them (id -> name). Names are looked at when an id is unknown."""

    def __init__(
        self,
        ids: Iterable[str],
        name_of: Callable[[str], str | None] = lambda id: None,
        wrong_names: dict[str, str] | None = None,
    ) -> None:
        """``wrong_names``: name by which some call it -> id."""
        self.ids = dict.fromkeys(ids)
        self._name_of = name_of
        self._wrong = {plain(name): id for name, id in (wrong_names or {}).items()}
        self._near: dict[str, str | None] = {}

    @cached_property
    def _same(self) -> dict[str, str | None]:
        same: dict[str, str | None] = {}
        for id in self.ids:
            for written in (id, self._name_of(id)):
                if written:
                    key = plain(written)
                    same[key] = id if same.get(key, id) == id else None
        return same

    def same(self, written: str) -> str | None:
        """The only id that is ``written`` in other letters, or whose name it is."""
        return self._same.get(plain(written))

    def misnamed(self, written: str) -> str | None:
        """The id of what is often called ``written``, though wrongly."""
        return self._wrong.get(plain(written))

    def near_for_sure(self, written: str) -> bool:
        """Whether it is an id, a name or a wrong name in other letters, or a mere slip of the keys."""
        return bool(self.same(written) or self.misnamed(written)) or any(is_slip(written, id) for id in self.ids)

    def near(self, written: str) -> str | None:
        """The id that was probably meant; None when nothing is near."""
        if written not in self._near:
            self._near[written] = (
                self.same(written) or self.misnamed(written) or self._word_of(written) or self._slip_of(written)
            )
        return self._near[written]

    def several(self, written: str) -> list[str]:
        """The ids of a text that names two or more of them; empty when it is anything else."""
        parts = [self.same(part) for part in parts_of(written)]
        return [part for part in parts if part] if len(parts) > 1 and all(parts) else []

    def meant_by(self, written: Iterable[str]) -> set[str]:
        """All ids that misspelt names stand for: a slip is told once, where it was made."""
        unknown = [name for name in written if name not in self.ids]
        return {id for name in unknown for id in (*self.several(name), self.near(name)) if id is not None}

    def _word_of(self, written: str) -> str | None:
        """``apbd`` in ``APBD Kabupaten``; None when there are several."""
        words = set(words_of(written))
        held = [id for id in self.ids if id in words] if len(words) > 1 else []
        return held[0] if len(held) == 1 else None

    def _slip_of(self, written: str) -> str | None:
        if len(self._near) >= _MOST_SEARCHES and len(self.ids) > _MOST_SEARCHES:
            return None
        return guess(written.lower(), self.ids)


def meanings(ctx: Context, *kinds: str) -> Meanings:
    """Those of the plan's items of ``kinds``, made once a run."""
    cache = ctx.index.meanings
    if kinds not in cache:
        items = {id: (item, kind) for kind in kinds for id, item in ctx.index.ids.get(kind, {}).items()}

        def name_of(id: str) -> str | None:
            item, kind = items[id]
            return getattr(item, _NAMES.get(kind, "nama"), None)

        cache[kinds] = Meanings(items, name_of)
    return cache[kinds]


def parts_of(written: str) -> list[str]:
    """What commas, strokes and ``dan`` part."""
    return _AND.split(written.strip())
