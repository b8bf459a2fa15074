"""Sums over the plan. What is not known is said, and never counted as zero."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from smartplan.book.ledger import placeholder
from smartplan.book.missing import Missing
from smartplan.book.views import Computed, Value, YearMap, text_of
from smartplan.wording import format_number, format_rupiah

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.book.blocks import Piece

__all__ = ["FUNCTIONS", "Sum", "anggaran"]

_UNKNOWN = "belum ada angka"


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
        """``3 dari 12 program belum beranggaran``, or nothing."""
        if not self.tanpa_angka:
            return ""
        what = ("program", "beranggaran") if self._kind == "rupiah" else ("butir", "berangka")
        rows = f"{format_number(self.tanpa_angka)} dari {format_number(self.banyak)}"
        return f"{rows} {what[0]} belum {what[1]}"

    def _piece(self) -> Piece:
        words = _UNKNOWN if self.nilai is None else text_of(self.nilai, self._kind)
        return Computed(words)._piece()

    def __bool__(self) -> bool:
        return self.nilai is not None

    def __str__(self) -> str:
        return placeholder(self._piece())


def anggaran(program: Any) -> Any:
    """The budget of one program over all years (rupiah); Missing when it has none."""
    by_year = program.anggaran
    if isinstance(by_year, YearMap) and len(by_year):
        total = sum(value.nilai for _, value in by_year.items())
        return Computed(format_rupiah(total), total)
    total = program.total
    return total if isinstance(total, Value) else by_year if isinstance(by_year, Missing) else total


def anggaran_tahun(daftar: Iterable[Any], tahun: Any) -> Sum:
    """The budgets of one year. Programs whose budget names its years, but not this one, do not count as unknown."""
    year = getattr(tahun, "nilai", tahun)
    values: list[Any] = []
    for program in _known(daftar):
        by_year = program.anggaran
        if isinstance(by_year, YearMap) and len(by_year):
            value = by_year.get(year)
            if value is None:
                continue
            values.append(value.nilai)
        else:
            values.append(None)
    return Sum(values, "rupiah")


def jumlah(daftar: Iterable[Any], kunci: str = "anggaran") -> Sum:
    """The total of ``kunci`` (a dotted path, or ``anggaran`` of programs) over a list."""
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
    values = [held.nilai for item in _known(daftar) if isinstance(held := getattr(item, kunci), Value)]
    if not values:
        return Computed(_UNKNOWN)
    mean = Decimal(sum(values)) / len(values)
    return Computed(format_number(mean, 1), mean)


def _known(rows: Iterable[Any]) -> list[Any]:
    return [row for row in rows if not isinstance(row, Missing)]


FUNCTIONS = {"anggaran": anggaran, "anggaran_tahun": anggaran_tahun, "jumlah": jumlah, "rata": rata}
