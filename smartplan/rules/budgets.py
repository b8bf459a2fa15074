"""What the programs of a plan cost, summed by year, dimension, office and source of money."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Bounds", "Budgets", "budget_of"]


class Bounds(NamedTuple):
    """A sum that lies between two amounts: they differ where a program does not say where its money belongs."""

    low: int
    high: int

    def distance(self, amount: int) -> int:
        """How far ``amount`` is above (positive) or below (negative) what the sum may be; 0 inside."""
        return amount - self.high if amount > self.high else min(amount - self.low, 0)


def budget_of(program: Any) -> int | None:
    """The amounts of all years, else the stated total, as the books print it; None when nothing is known."""
    if program.anggaran:
        return int(sum(program.anggaran.values()))
    total: int | None = program.total
    return total


class Budgets:
    """Sums over all programs (``count``), of which ``bare`` have no budget. ``own``: sources that are the own budget.

    Of a program with several sources nobody knows how its money is divided among them.
    """

    def __init__(self, programs: Iterable[tuple[str, Any]], own: set[str]) -> None:
        self.total = 0
        self.bare = 0
        self.count = 0
        self.has_minus = False
        self._years: dict[int, int] = {}
        self.own_by_year: dict[int, int] = {}
        """Of programs that use the region's own budget, or do not say what they use."""
        self._undated = 0
        self._dimensions: dict[str, int] = {}
        self._offices: dict[str | None, int] = {}
        self._funds: dict[tuple[str, ...], int] = {}
        for dimension, program in programs:
            self.count += 1
            amount = budget_of(program)
            if amount is None:
                self.bare += 1
                continue
            self.total += amount
            self._dimensions[dimension] = self._dimensions.get(dimension, 0) + amount
            self._offices[program.opd] = self._offices.get(program.opd, 0) + amount
            funds = tuple(program.sumber_dana or ())
            self._funds[funds] = self._funds.get(funds, 0) + amount
            if not program.anggaran:
                self._undated += amount
                continue
            uses_own = not funds or not own.isdisjoint(funds)
            for year, part in program.anggaran.items():
                self.has_minus = self.has_minus or part < 0
                self._years[year] = self._years.get(year, 0) + part
                if uses_own:
                    self.own_by_year[year] = self.own_by_year.get(year, 0) + part

    def of_all(self) -> Bounds:
        return Bounds(self.total, self.total)

    def of_year(self, year: int) -> Bounds:
        known = self._years.get(year, 0)
        return Bounds(known, known + self._undated)

    def of_dimension(self, dimension: str) -> Bounds:
        known = self._dimensions.get(dimension, 0)
        return Bounds(known, known)

    def of_office(self, name: str) -> Bounds:
        known = self._offices.get(name, 0)
        return Bounds(known, known + self._offices.get(None, 0))

    def of_fund(self, fund: str) -> Bounds:
        alone = sum(amount for funds, amount in self._funds.items() if set(funds) == {fund})
        shared = sum(amount for funds, amount in self._funds.items() if not funds or {fund} < set(funds))
        return Bounds(alone, alone + shared)
