"""Dates of a plan that have to follow each other, as an edition lists them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from smartplan.fields import Bagian

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartplan.rules.base import Context

__all__ = ["Clash", "Dated", "clashes", "dated"]


class Dated(NamedTuple):
    """A date in the plan. ``name``: what a person calls what bears it."""

    part: Bagian
    key: str
    name: str
    day: date

    @property
    def place(self) -> str:
        return self.part.path_of(self.key)


class Clash(NamedTuple):
    """``odd`` stands out of the order; ``other`` is the nearest that shows it."""

    odd: Dated
    other: Dated

    @property
    def is_early(self) -> bool:
        """Whether ``odd`` comes before what it should follow."""
        return self.odd.day < self.other.day


def dated(ctx: Context, paths: str) -> list[Dated]:
    """The dates that the plan has of ``paths``: data paths with commas between, in the order that is asked for.

    An item of a list is chosen by its id or its stage: ``jadwal[bimtek-1].mulai``.
    """
    found = (_dated(ctx, path.strip()) for path in paths.split(","))
    return [one for one in found if one is not None]


def clashes(rows: Iterable[list[Dated]]) -> Iterator[Clash]:
    """The fewest dates that have to change for each row to be in order, each with the nearest that contradicts it.

    The date that contradicts most others is the odd one; of two that contradict only each other, that with fewer dates
    that bear it out, then the later in the row.
    """
    pairs = _pairs(rows)
    found: list[tuple[int, Clash]] = []
    while True:
        against: Counter[str] = Counter()
        bearing: Counter[str] = Counter()
        for first, second, _ in pairs:
            (against if first.day > second.day else bearing).update((first.place, second.place))
        if not against:
            break
        places = list(dict.fromkeys(one.place for first, second, _ in pairs for one in (first, second)))
        odd = max(against, key=lambda place: (against[place], -bearing[place], places.index(place)))
        wrong = [pair for pair in pairs if odd in (pair[0].place, pair[1].place) and pair[0].day > pair[1].day]
        first, second, _ = min(wrong, key=lambda pair: pair[2])
        clash = Clash(first, second) if first.place == odd else Clash(second, first)
        found.append((places.index(odd), clash))
        pairs = [pair for pair in pairs if odd not in (pair[0].place, pair[1].place)]
    yield from (clash for _, clash in sorted(found, key=lambda item: item[0]))


def _pairs(rows: Iterable[list[Dated]]) -> list[tuple[Dated, Dated, int]]:
    """Each two dates of a row in the order that is asked for, once, with how far apart they stand in it."""
    pairs: dict[tuple[str, str], tuple[Dated, Dated, int]] = {}
    for row in rows:
        for (at, first), (behind, second) in combinations(enumerate(row), 2):
            pairs.setdefault((first.place, second.place), (first, second, behind - at))
    return list(pairs.values())


def _dated(ctx: Context, path: str) -> Dated | None:
    part: Bagian = ctx.rencana
    name = ""
    *steps, last = path.split(".")
    for step in steps:
        key, _, item = step.removesuffix("]").partition("[")
        held = getattr(part, key, None)
        if isinstance(held, list):
            held = next((one for one in held if item in (getattr(one, "tahap", None), getattr(one, "id", None))), None)
            name = ctx.edition.name_of("tahap", item)
        elif isinstance(held, Bagian):
            name = part.describe(key)
        if not isinstance(held, Bagian):
            return None
        part = held
    day = getattr(part, last, None)
    return Dated(part, last, name or part.describe(last), day) if isinstance(day, date) else None
