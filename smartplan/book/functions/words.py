"""Values printed in another form: names, filters, counts. The path of the value stays."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from smartplan.book.counts import Count
from smartplan.book.ledger import placeholder
from smartplan.book.missing import Missing
from smartplan.book.pieces import words_of
from smartplan.book.trouble import TemplateProblem
from smartplan.book.views import Computed, ListView, MapView, Value, YearMap
from smartplan.wording import (
    capitalize,
    day_name,
    format_number,
    format_range,
    format_rupiah,
    format_rupiah_short,
    month_name,
    share,
    spoken,
    terbilang,
    to_roman,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartplan.book.blocks import Piece

__all__ = ["FILTERS", "FUNCTIONS", "TESTS", "Reworded", "is_given", "percent_words", "plain"]

_MOST_DIGITS = 40


class Reworded:
    """A value in other words; path and source text are those of the value."""

    __slots__ = ("_value", "_words", "nilai")

    def __init__(self, value: Any, words: str) -> None:
        self._value = value
        self._words = words
        self.nilai = value.nilai

    def _piece(self) -> Piece:
        if isinstance(self._value, Value):
            return self._value._piece(self._words)
        piece: Piece = self._value._piece()
        return piece._replace(text=self._words)

    def __str__(self) -> str:
        return placeholder(self._piece())


def percent_words(number: Any, places: int | None = None) -> str:
    """``79,2 %``, ``80 %``: the one form of a percentage in the books, that of ``bagian``; trailing zeros go."""
    words = format_number(number, places)
    return f"{words.rstrip('0').rstrip(',') if ',' in words else words} %"


def plain(value: Any) -> Any:
    """The plain Python value; the length of a list; None when there is no figure."""
    if isinstance(value, (ListView, Missing)):
        return len(value) if isinstance(value, ListView) else None
    return getattr(value, "nilai", value)


def is_given(value: Any) -> bool:
    """Test ``ada``: neither missing nor empty."""
    if value is None or isinstance(value, Missing):
        return False
    if isinstance(value, (ListView, YearMap, MapView, list, tuple, dict)):
        return len(value) > 0
    if isinstance(value, str):
        return bool(value.strip())
    return True if isinstance(value, Value) else bool(value)


def is_empty(value: Any) -> bool:
    """Test ``kosong``: missing, or without anything in it."""
    return not is_given(value)


def is_nihil(value: Any) -> bool:
    """Test ``nihil``: written in the plan as an empty list."""
    return isinstance(value, ListView) and not len(value)


def tanpa_titik(teks: Any) -> Any:
    """A text without the full stop at its end, for a sentence that sets its own: ``, dengan alasan: ... .``"""
    return _text(teks, lambda words: words.rstrip().removesuffix("."))


def rentang(mulai: Any, selesai: Any) -> Any:
    """``5–6 Juli 2023``, ``30 Juni – 2 Juli 2023``; one date when the other is missing, the same, or earlier."""
    first, last = plain(mulai), plain(selesai)
    if not isinstance(first, date) or not isinstance(last, date):
        return mulai if isinstance(first, date) or not isinstance(last, date) else selesai
    return Reworded(mulai, format_range(first, last)) if first < last else mulai


def hari(mulai: Any, selesai: Any = None) -> Any:
    """``Rabu``; ``Rabu–Kamis`` for the days of a range, one alone when the other is missing, the same, or earlier."""
    first, last = plain(mulai), plain(selesai)
    if not isinstance(first, date):
        return mulai if selesai is None or not isinstance(last, date) else Reworded(selesai, day_name(last))
    if not isinstance(last, date) or last <= first:
        return Reworded(mulai, day_name(first))
    return Reworded(mulai, f"{day_name(first)}–{day_name(last)}")


def banyak(jumlah: Any, benda: str) -> Count:
    """``tidak ada program``, ``dua program``, ``21 program``; in digits too where another count of its sentence is."""
    return Count(jumlah if isinstance(jumlah, int) else len(jumlah), benda)


def bagian(sebagian: Any, semua: Any) -> Computed:
    """``37,5 %``, the share of ``sebagian`` in ``semua``."""
    return Computed(share(plain(sebagian) or 0, plain(semua) or 0))


def angka_kata(jumlah: Any) -> Any:
    """A number of one or two words in letters, above that in digits, as ``banyak`` writes it."""
    number = plain(jumlah)
    if isinstance(number, int) and not isinstance(jumlah, (Value, Reworded)):
        return Count(number)
    return _number(jumlah, lambda number: spoken(int(number)) if number == int(number) else format_number(number))


def _number(value: Any, write: Callable[[Any], str]) -> Any:
    number = plain(value)
    if number is None:
        return value
    if isinstance(value, (Value, Reworded)):
        return Reworded(value, write(number))
    return Computed(write(number), number)


def _text(value: Any, write: Callable[[str], str]) -> Any:
    if isinstance(value, Missing):
        return value
    if isinstance(value, (Value, Reworded)):
        return Reworded(value, write(value._piece().text))
    return Computed(write(words_of(value)))


def _rupiah(value: Any) -> Any:
    return _number(value, lambda number: format_rupiah(int(number)))


def _rupiah_singkat(value: Any) -> Any:
    return _number(value, lambda number: format_rupiah_short(int(number)))


def _angka(value: Any, tempat: int | None = None) -> Any:
    return _number(value, lambda number: format_number(number, tempat))


def _persen(value: Any, tempat: int | None = None) -> Any:
    return _number(value, lambda number: percent_words(number, tempat))


def _terbilang(value: Any) -> Any:
    return _number(value, lambda number: terbilang(int(number)))


def _romawi(value: Any) -> Any:
    return _number(value, lambda number: to_roman(int(number)))


def _tanggal_kata(value: Any) -> Any:
    """``lima bulan Juli tahun dua ribu dua puluh tiga``, as minutes say a day."""
    day = plain(value)
    if not isinstance(day, date):
        return value
    return Reworded(value, f"{terbilang(day.day)} bulan {month_name(day.month)} tahun {terbilang(day.year)}")


def _tanggal(value: Any) -> Any:
    return value if isinstance(value, (Missing, Value)) else Computed(words_of(value))


def _kapital(value: Any) -> Any:
    if isinstance(value, Count):
        return value.capitalized()
    return _text(value, capitalize)


def _judul_besar(value: Any) -> Any:
    return _text(value, str.upper)


def _bulat(value: Any) -> Any:
    number = plain(value)
    if number is None:
        return value
    exact = Decimal(number)
    if exact.is_finite() and exact.adjusted() < _MOST_DIGITS:
        return int(exact)
    raise TemplateProblem("bilangan terlalu besar", "periksa apa yang diubah menjadi bilangan")


FILTERS = {
    "rupiah": _rupiah,
    "rupiah_singkat": _rupiah_singkat,
    "angka": _angka,
    "persen": _persen,
    "terbilang": _terbilang,
    "romawi": _romawi,
    "tanggal": _tanggal,
    "tanggal_kata": _tanggal_kata,
    "kapital": _kapital,
    "judul_besar": _judul_besar,
    "upper": _judul_besar,
    "lower": lambda value: _text(value, str.lower),
    "int": _bulat,
}
TESTS = {"ada": is_given, "kosong": is_empty, "nihil": is_nihil}
FUNCTIONS = {
    "banyak": banyak,
    "bagian": bagian,
    "angka_kata": angka_kata,
    "tanpa_titik": tanpa_titik,
    "rentang": rentang,
    "hari": hari,
}
