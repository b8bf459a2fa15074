"""Grouping the rows of a list once, so that a template looks things up instead of searching for each row."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from smartplan.book.functions.arguments import key_of
from smartplan.book.functions.sums import Sum, anggaran, kept
from smartplan.book.functions.words import percent_words
from smartplan.book.missing import Missing
from smartplan.book.views import Computed, ListView, Value, YearMap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["FUNCTIONS", "Group", "Groups"]


class Group:
    """The rows (``isi``) that share the value ``kunci``."""

    __slots__ = ("isi", "kunci")

    def __init__(self, key: Value) -> None:
        self.kunci = key
        self.isi = ListView([])


class Groups:
    """Groups in the order of their size, the largest first; ``tanpa`` holds rows without a known key."""

    def __init__(self, groups: dict[Any, Group], rest: list[Any]) -> None:
        self._groups = groups
        self.tanpa = ListView(rest)

    def di(self, kunci: Any) -> ListView:
        """The rows of one key; none when no row has it, or when the key is missing."""
        if isinstance(kunci, Missing):
            return ListView([])
        group = self._groups.get(getattr(kunci, "nilai", kunci))
        return group.isi if group is not None else ListView([])

    def __iter__(self) -> Iterator[Group]:
        return iter(sorted(self._groups.values(), key=lambda group: -len(group.isi)))

    def __len__(self) -> int:
        return len(self._groups)


def kelompokkan(daftar: Iterable[Any], kunci: str, dikenal: Iterable[Any] | None = None) -> Groups:
    """Rows by their ``kunci``; a row whose ``kunci`` is a list stands in several groups.

    With ``dikenal`` (items with ``id``) a row that fits none of these stands in ``tanpa``.
    """
    kunci = key_of(kunci)
    known = None if dikenal is None else frozenset(getattr(item.id, "nilai", item.id) for item in dikenal)
    found: Groups = kept(daftar, ("kelompokkan", kunci, known), lambda: _grouped(daftar, kunci, known))
    return found


def _grouped(daftar: Iterable[Any], kunci: str, known: frozenset[Any] | None) -> Groups:
    groups: dict[Any, Group] = {}
    rest: list[Any] = []
    for row in daftar:
        if isinstance(row, Missing):
            continue
        held = getattr(row, kunci)
        placed = False
        for value in (held,) if isinstance(held, Value) else held:
            if not isinstance(value, Value) or (known is not None and value._held not in known):
                continue
            group = groups.get(value._held)
            if group is None:
                group = groups[value._held] = Group(value)
            group.isi._items.append(row)
            placed = True
        if not placed:
            rest.append(row)
    return Groups(groups, rest)


def deret(daftar: Any, cara: Callable[[Any], Any] | None = None) -> Any:
    """The items of a list one per line in a cell, each put through ``cara`` (such as ``nama``)."""
    if isinstance(daftar, Missing):
        return daftar
    return ListView([cara(item) if cara is not None else item for item in daftar])


def rentang_tahun(daftar: Iterable[Any]) -> tuple[int | None, int | None]:
    """First and last year of programs; two times none when no program has a year."""
    found: tuple[int | None, int | None] = kept(daftar, "rentang_tahun", lambda: _years(daftar))
    return found


def _years(daftar: Iterable[Any]) -> tuple[int | None, int | None]:
    first: list[int] = []
    last: list[int] = []
    for program in daftar:
        start, end = program.mulai, program.selesai
        if isinstance(start, Value):
            first.append(start._held)
            last.append(end._held if isinstance(end, Value) else start._held)
    return (min(first), max(last)) if first else (None, None)


def berjalan(daftar: Iterable[Any], tahun: Iterable[int]) -> dict[int, int]:
    """How many programs run in each year; those without a first year count in none."""
    found = dict.fromkeys(tahun, 0)
    for program in daftar:
        start, end = program.mulai, program.selesai
        if isinstance(start, Value):
            for year in range(start._held, (end._held if isinstance(end, Value) else start._held) + 1):
                if year in found:
                    found[year] += 1
    return found


def anggaran_rentang(daftar: Iterable[Any], awal: Any, akhir: Any) -> Sum:
    """The budgets from ``awal`` to ``akhir``; a program whose budget does not name its years counts as unknown."""
    first, last = getattr(awal, "nilai", awal), getattr(akhir, "nilai", akhir)
    values: list[Any] = []
    for program in daftar:
        by_year = getattr(program, "anggaran", None)
        if (
            not isinstance(by_year, YearMap)
            or not len(by_year)
            or isinstance(awal, Missing)
            or isinstance(akhir, Missing)
        ):
            values.append(None)
            continue
        inside = [value._held for year, value in by_year.items() if first <= year <= last]
        if inside:
            values.append(sum(inside))
    return Sum(values, "rupiah")


def program_terbesar(daftar: Iterable[Any], banyak: int) -> ListView:
    """The programs with the largest known budgets, the largest first."""
    known = [
        (program, amount) for program in daftar if (amount := getattr(anggaran(program), "nilai", None)) is not None
    ]
    known = [pair for pair in known if not isinstance(pair[1], Missing)]
    return ListView([program for program, _ in sorted(known, key=lambda pair: -pair[1])[:banyak]])


class Progress:
    """The mean over the stages of a quick win; ``nilai`` is None while ``tanpa_angka`` of ``banyak`` say nothing."""

    __slots__ = ("banyak", "nilai", "tanpa_angka")

    def __init__(self, values: list[Decimal | None]) -> None:
        known = [value for value in values if value is not None]
        self.banyak = len(values)
        self.tanpa_angka = len(values) - len(known)
        self.nilai = sum(known, Decimal(0)) / len(known) if known and not self.tanpa_angka else None

    def _piece(self) -> Any:
        words = "belum dapat dihitung" if self.nilai is None else percent_words(self.nilai, 1)
        return Computed(words)._piece()

    def beda(self, tertulis: Any) -> bool:
        """Whether a stated percentage differs from the mean by more than rounding."""
        return (
            isinstance(tertulis, Value)
            and self.nilai is not None
            and abs(self.nilai - tertulis.nilai) >= Decimal("0.5")
        )

    def __bool__(self) -> bool:
        return self.nilai is not None


def kemajuan(quick_win: Any, tahapan: Iterable[Any]) -> Progress:
    """The progress of a quick win: the mean of the edition's stages, each of which must say its percentage."""
    steps = kelompokkan(quick_win.tahapan, "tahap")
    values: list[Decimal | None] = []
    for stage in tahapan:
        rows = steps.di(stage.id)
        shown = rows[0].persen if len(rows) else None
        values.append(Decimal(shown.nilai) if isinstance(shown, Value) else None)
    return Progress(values)


FUNCTIONS = {
    function.__name__: function
    for function in (
        kelompokkan, deret, rentang_tahun, berjalan, anggaran_rentang, program_terbesar, kemajuan,
    )
}  # fmt: skip
