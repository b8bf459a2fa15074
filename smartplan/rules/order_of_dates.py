"""Dates of a plan that have to follow each other, as an edition lists them."""

from __future__ import annotations

from datetime import date
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
    """The fewest dates that have to change for the others to be in order, each with one that contradicts it.

    Each row is an order of its own. A date that is out of one order is not looked at in the next ones, and one that was
    in order counts for more than one that is new.
    """
    odd: set[str] = set()
    trusted: set[str] = set()
    for row in rows:
        row = [one for one in row if one.place not in odd]
        kept = _longest_in_order(row, trusted)
        for position, one in enumerate(row):
            before = [row[at] for at in kept if at < position and row[at].day > one.day]
            after = [row[at] for at in kept if at > position and row[at].day < one.day]
            if position not in kept and (before or after):
                odd.add(one.place)
                yield Clash(one, before[-1] if before else after[0])
        if len(kept) > 1:
            trusted.update(row[at].place for at in kept)


def _longest_in_order(row: list[Dated], trusted: set[str]) -> list[int]:
    """Positions of the longest run in which no day comes before the one in front of it.

    Of equally long ones that with most ``trusted`` dates, then the earliest.
    """

    def worth(run: list[int]) -> tuple[int, int]:
        return len(run), sum(row[at].place in trusted for at in run)

    runs: list[list[int]] = []
    for position, one in enumerate(row):
        fitting = (run for run in runs if row[run[-1]].day <= one.day)
        runs.append([*max(fitting, key=worth, default=[]), position])
    return max(runs, key=worth, default=[])


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
