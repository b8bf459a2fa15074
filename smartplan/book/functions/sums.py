"""Sums over the plan. What is not known is said, and never counted as zero."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from smartplan.book.functions.arguments import key_of
from smartplan.book.ledger import placeholder
from smartplan.book.missing import Missing
from smartplan.book.views import Computed, ListView, Value, View, YearMap, text_of
from smartplan.wording import alike, format_number, format_rupiah

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from smartplan.book.blocks import Piece

__all__ = ["FUNCTIONS", "Sum", "anggaran", "kept"]

_UNKNOWN = "belum ada angka"
_BUDGET = "\0anggaran"  # kept with what a program has shown; no key of a plan is written so


class Sum:
    """A total over ``banyak`` rows, of which ``tanpa_angka`` have no figure; ``nilai`` is None when none has one."""

    __slots__ = ("_kind", "banyak", "nilai", "tanpa_angka")

    def __init__(self, values: list[Any], kind: str) -> None:
        known = [value for value in values if value is not None]
        self.nilai = sum(known) if known else None
        self.banyak = len(values)
        self.tanpa_angka = len(values) - len(known)
        self._kind = kind

    @property
    def catatan(self) -> str:
        """``tiga dari dua belas program belum beranggaran``, or nothing."""
        if not self.tanpa_angka:
            return ""
        what = ("program", "beranggaran") if self._kind == "rupiah" else ("butir", "berangka")
        if self.tanpa_angka == self.banyak > 1:
            return f"belum satu pun {what[0]} {what[1]}"
        return f"{' dari '.join(alike((self.tanpa_angka, self.banyak)))} {what[0]} belum {what[1]}"

    def _piece(self) -> Piece:
        words = _UNKNOWN if self.nilai is None else text_of(self.nilai, self._kind)
        return Computed(words)._piece()

    def __bool__(self) -> bool:
        return self.nilai is not None

    def __str__(self) -> str:
        return placeholder(self._piece())


def anggaran(program: Any) -> Any:
    """The budget of one program over all years (rupiah); Missing when it has none."""
    if type(program) is not View:
        return _budget(program)
    known = program.__dict__.get(_BUDGET)
    if known is None:
        known = program.__dict__[_BUDGET] = _budget(program)
    return known


def _budget(program: Any) -> Any:
    by_year = program.anggaran
    if isinstance(by_year, YearMap) and len(by_year):
        total = by_year.total()
        return Computed(format_rupiah(total), total)
    total = program.total
    return total if isinstance(total, Value) else by_year if isinstance(by_year, Missing) else total


def anggaran_tahun(daftar: Iterable[Any], tahun: Any) -> Sum:
    """The budgets of one year. Programs whose budget names its years, but not this one, do not count as unknown."""
    found = kept(daftar, "anggaran_tahun", lambda: _by_year(daftar))
    unknown: int = found[None]
    return Sum([*found.get(getattr(tahun, "nilai", tahun), ()), *[None] * unknown], "rupiah")


def _by_year(rows: Iterable[Any]) -> dict[Any, Any]:
    """Year -> the amounts of all programs that name it; under None how many programs name no year."""
    found: dict[Any, Any] = {None: 0}
    for program in _known(rows):
        by_year = program.anggaran
        if isinstance(by_year, YearMap) and len(by_year):
            for year, value in by_year._values.items():
                found.setdefault(year, []).append(value._held)
        else:
            found[None] += 1
    return found


def jumlah(daftar: Iterable[Any], kunci: str = "anggaran") -> Sum:
    """The total of ``kunci`` (a dotted path, or ``anggaran`` of programs) over a list."""
    kunci = key_of(kunci)
    found: Sum = kept(daftar, ("jumlah", kunci), lambda: _total(daftar, kunci))
    return found


def kept(rows: Iterable[Any], name: Any, work: Callable[[], Any]) -> Any:
    """What ``work`` finds about a list of the plan, worked out once."""
    if type(rows) is not ListView:
        return work()
    if name not in rows._known:
        rows._known[name] = work()
    return rows._known[name]


def _total(daftar: Iterable[Any], kunci: str) -> Sum:
    values: list[Any] = []
    kind = "rupiah" if kunci in ("anggaran", "total") else "angka"
    for item in _known(daftar):
        if kunci in ("anggaran", "total"):
            held = anggaran(item)
        else:
            held = item
            for key in kunci.split("."):
                held = getattr(held, key)
        if isinstance(held, Value):
            kind = held._kind
        values.append(held.nilai if isinstance(held, (Value, Computed)) else None)
    return Sum(values, kind)


def rata(daftar: Iterable[Any], kunci: str) -> Computed:
    """The mean of a number over a list, one decimal."""
    kunci = key_of(kunci)
    values = [held.nilai for item in _known(daftar) if isinstance(held := getattr(item, kunci), Value)]
    if not values:
        return Computed(_UNKNOWN)
    mean = Decimal(sum(values)) / len(values)
    return Computed(format_number(mean, 1), mean)


def _known(rows: Iterable[Any]) -> list[Any]:
    return [row for row in rows if not isinstance(row, Missing)]


FUNCTIONS = {"anggaran": anggaran, "anggaran_tahun": anggaran_tahun, "jumlah": jumlah, "rata": rata}
