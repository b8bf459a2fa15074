"""Names, sums, selections over the plan, for templates. One ``Lookup`` serves one book."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from smartplan.book.pieces import pieces_of
from smartplan.book.views import Computed, ListView, Missing, Value, View, YearMap, text_of, view_of
from smartplan.fields import Ref, ScalarList
from smartplan.wording import NIHIL, capitalize, counted, format_number, format_rupiah, share, terbilang, to_roman

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.edition import Edition
    from smartplan.plan import Plan

__all__ = ["DimensionItem", "Lookup", "Sum"]

_NAME_KEYS = ("nama", "misi", "sasaran", "isu", "gap", "risiko", "id")


class Item:
    """An id and name of the edition."""

    __slots__ = ("id", "nama")

    def __init__(self, id: str, nama: str) -> None:
        self.id = id
        self.nama = nama


class DimensionItem(Item):
    """A dimension of the edition with what the plan says of it; ``warna`` has ``pita`` and ``latar`` (RRGGBB)."""

    __slots__ = ("isi", "sub", "warna")

    def __init__(self, id: str, nama: str, sub: list[Item], warna: Any, isi: Any) -> None:
        super().__init__(id, nama)
        self.sub = sub
        self.warna = warna
        self.isi = isi


class Sum:
    """A total over rows; ``nilai`` is None when no row has a figure: an unknown is never zero."""

    __slots__ = ("_kind", "_noun", "banyak", "nilai", "tanpa_angka")

    def __init__(self, values: list[Any], kind: str, noun: str) -> None:
        known = [value for value in values if value is not None]
        self.nilai = sum(known) if known else None
        self.banyak = len(values)
        self.tanpa_angka = len(values) - len(known)
        self._kind = kind
        self._noun = noun

    @property
    def catatan(self) -> str:
        """``3 dari 12 program belum beranggaran``, or nothing."""
        if not self.tanpa_angka:
            return ""
        return f"{self.tanpa_angka} dari {self.banyak} {self._noun} belum beranggaran"

    def _piece(self) -> Any:
        words = "belum ada angka" if self.nilai is None else text_of(self.nilai, self._kind)
        return Computed(words)._piece()

    def __bool__(self) -> bool:
        return self.nilai is not None

    def __str__(self) -> str:
        return str(Computed(self._piece().text))


class Lookup:
    """Everything that a book asks about the plan as a whole."""

    def __init__(self, plan: Plan, edition: Edition) -> None:
        self._plan = plan
        self._edition = edition
        self._lists: dict[str, ListView] = {}

    @cached_property
    def dimensions(self) -> list[DimensionItem]:
        root = self._plan.rencana
        from smartplan.plan.parts.dimensi import Dimensi

        found = []
        for item in self._edition.dimensi or ():
            part = (root.dimensi or {}).get(item.id or "")
            shown = DimensionItem(
                item.id or "",
                item.nama or item.id or "",
                [Item(sub.id or "", sub.nama or "") for sub in item.sub or ()],
                item.warna,
                None,
            )
            shown.isi = View(part, shown) if part else _absent(Dimensi, f"dimensi.{item.id}")
            found.append(shown)
        return found

    @cached_property
    def years(self) -> list[int]:
        period = self._plan.rencana.periode
        if period is None or period.awal is None or period.akhir is None or period.akhir - period.awal > 50:
            return []
        return list(range(period.awal, period.akhir + 1))

    def semua(self, jenis: str) -> ListView:
        """All items of a list over all dimensions, in the edition's order."""
        if jenis not in self._lists:
            items = []
            for dimensi in self.dimensions:
                held = getattr(dimensi.isi, jenis)
                items += [item for item in held if not isinstance(item, Missing)] if held else []
            self._lists[jenis] = ListView(items)
        return self._lists[jenis]

    @cached_property
    def _ids(self) -> dict[str, dict[str, Any]]:
        from smartplan.plan.identity import parts_with_ids

        found: dict[str, dict[str, Any]] = {}
        for kind, part in parts_with_ids(self._plan.rencana):
            name = getattr(part, "id", None)
            if name:
                found.setdefault(kind, {}).setdefault(name, part)
        return found

    def nama(self, rujukan: Any, singkat: bool = False) -> Any:
        """The printed name of a reference or choice; several are joined with commas and "dan"."""
        if isinstance(rujukan, ListView):
            if not len(rujukan):
                return Computed(NIHIL)
            return self.sebut(ListView([self.nama(item, singkat) for item in rujukan]))
        if not isinstance(rujukan, Value):
            return rujukan
        return Named(rujukan, self._name_of(rujukan, singkat))

    def singkatan(self, rujukan: Any) -> Any:
        return self.nama(rujukan, singkat=True)

    def _name_of(self, value: Value, short: bool) -> str:
        reference = _ref(type(value._part), value._key)
        raw = str(value.nilai)
        if reference is None:
            return value._text()
        if reference.edition:
            if reference.to == "sub":
                sub = self._edition.sub(raw)
                return (sub.nama if sub else None) or raw
            if reference.to == "komponen":
                known = {component.id: component.nama for _, component in self._edition.components()}
                return known.get(raw) or raw
            return self._edition.name_of(reference.to, raw)
        kinds = [reference.to, *(("permasalahan", "isu") if value._key == "menjawab" else ())]
        kinds += ["permasalahan"] if value._key == "isu" else []
        part = next((self._ids[kind][raw] for kind in kinds if raw in self._ids.get(kind, {})), None)
        if part is None:
            return raw
        if short and getattr(part, "singkatan", None):
            return str(part.singkatan)
        return next((str(text) for key in _NAME_KEYS if (text := getattr(part, key, None))), raw)

    def butir(self, rujukan: Any) -> Any:
        """What a reference points to, as a view; Missing stays Missing, an unknown id gives nothing."""
        if not isinstance(rujukan, Value):
            return rujukan
        reference = _ref(type(rujukan._part), rujukan._key)
        part = self._ids.get(reference.to, {}).get(str(rujukan.nilai)) if reference else None
        return View(part) if part is not None else None

    def sebut(self, daftar: Any, kata: str = "dan") -> Any:
        """``a, b, dan c``; each keeps its origin."""
        if isinstance(daftar, Missing):
            return daftar
        texts = [item if isinstance(item, str) else str(item) for item in daftar]
        if not texts:
            return Computed(NIHIL)
        if len(texts) <= 2:
            return f" {kata} ".join(texts)
        return f"{', '.join(texts[:-1])}, {kata} {texts[-1]}"

    def saring(self, daftar: Any, kunci: str, nilai: Any) -> ListView:
        """Items whose ``kunci`` equals ``nilai``, or whose list ``kunci`` holds it."""
        wanted = nilai.nilai if isinstance(nilai, Value) else nilai
        found = []
        for item in daftar:
            held = getattr(item, kunci)
            if isinstance(held, ListView):
                if any(value == wanted for value in held):
                    found.append(item)
            elif isinstance(held, Value) and held == wanted:
                found.append(item)
        return ListView(found)

    def urut(self, daftar: Any, kunci: str) -> ListView:
        """Sorted by ``kunci``; items without it come last."""
        rows = [item for item in daftar if not isinstance(item, Missing)]
        return ListView(sorted(rows, key=lambda item: _sort_key(getattr(item, kunci))))

    def anggaran(self, program: Any) -> Any:
        """The budget of one program over all years (rupiah)."""
        if isinstance(program, Missing):
            return program.anggaran
        by_year = program.anggaran
        if isinstance(by_year, YearMap) and len(by_year):
            total = sum(value.nilai for _, value in by_year.items())
            return Computed(format_rupiah(total), total)
        total = program.total
        return total if isinstance(total, Value) else by_year

    def anggaran_tahun(self, daftar: Any, tahun: int) -> Sum:
        """The budgets of one year; programs without any budget count as rows without figure."""
        values: list[Any] = []
        for program in daftar:
            by_year = program.anggaran
            if isinstance(by_year, YearMap):
                value = by_year.get(tahun)
                if value is not None:
                    values.append(value.nilai)
        return Sum(values, "rupiah", "program")

    def jumlah(self, daftar: Any, kunci: str = "anggaran") -> Sum:
        """The total of ``kunci`` (a dotted path) over a list."""
        values: list[Any] = []
        kind = "rupiah" if kunci in ("anggaran", "total") else "angka"
        for item in daftar:
            if isinstance(item, Missing):
                continue
            held: Any = self.anggaran(item) if kunci == "anggaran" else item
            for key in () if kunci == "anggaran" else kunci.split("."):
                held = getattr(held, key)
            values.append(getattr(held, "nilai", None) if isinstance(held, (Value, Computed)) else None)
        return Sum(values, kind, "program" if kind == "rupiah" else "butir")

    def program_periode(self, periode: Any) -> ListView:
        """Programs whose years touch a period of the road map."""
        first, last = periode.awal, periode.akhir
        if not isinstance(first, Value) or not isinstance(last, Value):
            return ListView([])
        found = []
        for program in self.semua("program"):
            start = program.mulai
            if isinstance(start, Value):
                end = program.selesai if isinstance(program.selesai, Value) else start
                if start.nilai <= last.nilai and first.nilai <= end.nilai:
                    found.append(program)
        return ListView(found)

    def angka_dipakai(self, daftar: Any) -> Any:
        """The figure of a fact that is marked, else the newest; Missing when there is none."""
        if isinstance(daftar, Missing):
            return daftar
        rows = [row for row in daftar if isinstance(row.nilai, Value)]
        marked = [row for row in rows if isinstance(row.dipakai, Value) and row.dipakai]
        if marked or rows:
            return marked[0] if marked else max(rows, key=lambda row: _sort_key(row.tahun))
        return _absent(None, daftar._path)

    def rata(self, daftar: Any, kunci: str) -> Computed:
        """The mean of a number over a list, one decimal."""
        values = [getattr(item, kunci).nilai for item in daftar if isinstance(getattr(item, kunci), Value)]
        if not values:
            return Computed("belum ada angka")
        mean = Decimal(sum(values)) / len(values)
        return Computed(format_number(mean, 1), mean)


class Named:
    """A reference that is printed by name: the path is that of the reference."""

    __slots__ = ("_value", "_words", "nilai")

    def __init__(self, value: Value, words: str) -> None:
        self._value = value
        self._words = words
        self.nilai = value.nilai

    def _piece(self) -> Any:
        return self._value._piece(self._words)

    def __str__(self) -> str:
        from smartplan.book.ledger import placeholder

        return placeholder(self._piece())


def filters() -> dict[str, Any]:
    return {
        "rupiah": lambda value: _numeric(value, format_rupiah),
        "angka": lambda value, tempat=None: _numeric(value, lambda number: format_number(number, tempat)),
        "persen": lambda value, tempat=None: _numeric(value, lambda number: f"{format_number(number, tempat)} persen"),
        "terbilang": lambda value: _numeric(value, lambda number: terbilang(int(number))),
        "romawi": lambda value: _numeric(value, lambda number: to_roman(int(number))),
        "tanggal": lambda value: value,
        "kapital": lambda value: _texts(value, capitalize),
        "judul_besar": lambda value: _texts(value, str.upper),
    }


def banyak(jumlah: Any, benda: str) -> Computed:
    """``tidak ada program``, ``dua program``, ``12 program``."""
    number = jumlah if isinstance(jumlah, int) else len(jumlah)
    return Computed(counted(number, benda), number)


def bagian(sebagian: Any, semua: Any) -> Computed:
    """``37,5 %``."""
    return Computed(share(_plain(sebagian), _plain(semua)))


def is_given(value: Any) -> bool:
    if isinstance(value, Missing) or value is None:
        return False
    return len(value) > 0 if isinstance(value, (ListView, YearMap, list)) else True


def is_nihil(value: Any) -> bool:
    return isinstance(value, ListView) and not len(value)


def _plain(value: Any) -> Any:
    if isinstance(value, ListView):
        return len(value)
    held = getattr(value, "nilai", value)
    return 0 if held is None else held


def _numeric(value: Any, write: Any) -> Any:
    if isinstance(value, Value):
        return Reworded(value, write(value.nilai))
    if isinstance(value, (Computed, Sum)):
        return Computed(write(value.nilai), value.nilai) if value.nilai is not None else value
    return value if isinstance(value, Missing) else Computed(write(value), value)


def _texts(value: Any, write: Any) -> Any:
    if isinstance(value, (Value, Named)):
        return Reworded(value, write(value._piece().text))
    if isinstance(value, Missing):
        return value
    return Computed(write("".join(piece.text for piece in pieces_of(value))))


class Reworded(Named):
    """A value printed in another form; path and base stay."""

    __slots__ = ()

    def __init__(self, value: Any, words: str) -> None:
        super().__init__(value, words)

    def _piece(self) -> Any:
        from dataclasses import replace

        return replace(self._value._piece(), text=self._words)


def _sort_key(value: Any) -> tuple[int, Any]:
    return (0, value.nilai) if isinstance(value, Value) else (1, 0)


def _absent(kind: Any, path: str) -> Missing:
    return Missing(kind, path.rpartition(".")[2], path)


def _ref(kind: Any, key: str) -> Ref | None:
    for mark in kind.model_fields[key].metadata:
        if isinstance(mark, Ref):
            return mark
        if isinstance(mark, ScalarList) and isinstance(mark.field, Ref):
            return mark.field
    return None


def years_of(program: Any) -> Iterator[int]:
    """The years in which a program runs."""
    if isinstance(program.mulai, Value):
        last = program.selesai.nilai if isinstance(program.selesai, Value) else program.mulai.nilai
        yield from range(program.mulai.nilai, last + 1)


__all__ += ["bagian", "banyak", "filters", "is_given", "is_nihil", "view_of", "years_of"]
