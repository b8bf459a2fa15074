"""Targets: from where an indicator starts to where it should be, one small line for each indicator."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any, Final, NamedTuple

from smartplan.book.charts.drawing import GRID, INK, MUTED, NAVY, Canvas, Drawing, fitting_size, ribbon, wrap
from smartplan.book.charts.numbers import Number, number_of, sentence, year_of
from smartplan.book.functions.words import percent_words
from smartplan.book.missing import Missing
from smartplan.book.pieces import words_of

__all__ = ["bagan_sasaran"]

_WIDTH: Final = 480.0
_LABEL: Final = 172.0
_HEAD: Final = 30.0
_ROW: Final = 56.0
_RISE: Final = 14.0
_DEFAULT: Final = "#1F4E79"
_COLUMNS: Final = 5
"""Years of targets that fit beside the start."""
_MOST: Final = 12
"""Indicators that fit on a page; more are counted."""


class _Point(NamedTuple):
    """``value`` is None for a grade in words, such as WTP."""

    year: int | None
    words: str
    value: Number | None


class _Row(NamedTuple):
    name: str
    unit: str
    start: _Point | None
    targets: dict[int, _Point]
    colour: str


def bagan_sasaran(baris: list[Any]) -> Drawing:
    """One row for each indicator: ``[name, unit, start, start year, [[year, target], ...], dimension or none]``.

    The line is drawn between the row's own least and greatest figure. Below a target stands how much of the way from
    the start to the last target it makes. A grade in words has no height and no share of the way. Rows without any
    target are left out.
    """
    rows = [row for row in map(_row, baris) if row.targets]
    if not rows:
        return Drawing("")
    years = sorted({year for row in rows for year in row.targets})
    shown_years = _chosen(years)
    drawn = rows[:_MOST]
    notes = []
    if len(shown_years) < len(years):
        notes.append("Target tahun lainnya terdapat dalam tabel.")
    if len(rows) > len(drawn):
        notes.append(f"Dan {len(rows) - len(drawn)} indikator lainnya dalam tabel.")
    if any(_share(row, row.targets.get(year)) for row in drawn for year in shown_years):
        notes.insert(0, "Persen: bagian jalan dari nilai awal ke target terakhir.")
    canvas = Canvas(_WIDTH, _HEAD + _ROW * len(drawn) + (16 if notes else 4))
    unit = (_WIDTH - _LABEL - 6) / (len(shown_years) + 1)
    heads = ["Nilai awal", *(str(year) for year in shown_years)]
    for number, head in enumerate(heads):
        x = _LABEL + (number + 0.5) * unit
        canvas.rect(_LABEL + number * unit + 1, 4, unit - 2, 18, NAVY, radius=1.5)
        canvas.text(x, 16.4, head, fitting_size(heads, 9, unit - 6), anchor="middle", fill="#FFFFFF", bold=True)
    for number, row in enumerate(drawn):
        _draw(canvas, row, _HEAD + number * _ROW, shown_years, unit)
    if notes:
        canvas.text(6, _HEAD + _ROW * len(drawn) + 9, " ".join(notes), 8, fill=MUTED)
    return Drawing(canvas.svg(), sentence((row.name, _said(row)) for row in rows))


def _row(row: Any) -> _Row:
    name, unit, start, year, targets, *rest = row
    points = {
        held: point
        for when, target in targets
        if (held := year_of(when)) is not None and (point := _point(held, target)) is not None
    }
    unit_words = words_of(unit) if unit is not None and not isinstance(unit, Missing) else ""
    colour = (ribbon(rest[0]) if rest else None) or _DEFAULT
    return _Row(words_of(name), unit_words, _point(year_of(year), start), points, colour)


def _point(year: int | None, value: Any) -> _Point | None:
    """None where nothing is known; a text that is no number is a grade."""
    if value is None or isinstance(value, Missing):
        return None
    return _Point(year, words_of(value), number_of(value))


def _chosen(years: list[int]) -> list[int]:
    """The years that are shown: all, or the first, the last and some between them at even distances."""
    if len(years) <= _COLUMNS:
        return years
    return [years[round(number * (len(years) - 1) / (_COLUMNS - 1))] for number in range(_COLUMNS)]


def _draw(canvas: Canvas, row: _Row, y: float, years: list[int], unit: float) -> None:
    middle = y + _ROW / 2 - 2
    lines = wrap(row.name, 8.5, _LABEL - 16, 3)
    words = f"({row.unit})" if row.unit else ""
    if words:
        lines = [*wrap(row.name, 8.5, _LABEL - 16, 2), *wrap(words, 8.5, _LABEL - 16, 1)]
    canvas.rect(4, y + 5, 3, _ROW - 12, row.colour)
    for number, line in enumerate(lines):
        offset = middle + 3 + (number - (len(lines) - 1) / 2) * 10.6
        canvas.text(12, offset, line, 8.5, fill=MUTED if words and number == len(lines) - 1 else INK)
    points = [row.start, *(row.targets.get(year) for year in years)]
    places = [(_LABEL + (number + 0.5) * unit, point) for number, point in enumerate(points) if point is not None]
    size = fitting_size([_words(point, point is row.start) for _, point in places], 8.5, unit - 4)
    heights = _heights([point for _, point in places])
    spots = [(x, middle - height) for (x, _), height in zip(places, heights, strict=True)]
    for (x1, y1), (x2, y2) in pairwise(spots):
        canvas.line(x1, y1, x2, y2, row.colour, 1.4)
    for (x, spot), (_, point) in zip(spots, places, strict=True):
        is_start = point is row.start
        canvas.circle(x, spot, 3.4, "#FFFFFF" if is_start else row.colour, stroke=row.colour)
        canvas.text(x, spot - 7, _words(point, is_start), size, anchor="middle", bold=True)
        share = None if is_start else _share(row, point)
        if share:
            canvas.text(x, spot + 13, share, 7.5, anchor="middle", fill=MUTED)
    if row.start is None:
        canvas.text(_LABEL + unit / 2, middle + 3, "belum ada", 8, anchor="middle", fill=MUTED)
    canvas.line(6, y + _ROW - 2, _WIDTH - 6, y + _ROW - 2, GRID, 0.6)


def _words(point: _Point, is_start: bool) -> str:
    return f"{point.words} ({point.year})" if is_start and point.year is not None else point.words


def _heights(points: list[_Point]) -> list[float]:
    """How far each point stands above the middle of its row; grades stand on it."""
    numbers = [float(point.value) for point in points if point.value is not None]
    if len(numbers) < len(points) or max(numbers) == min(numbers):
        return [-3.0] * len(points)
    low, high = min(numbers), max(numbers)
    return [(number - low) / (high - low) * _RISE - _RISE / 2 - 3 for number in numbers]


def _share(row: _Row, point: _Point | None) -> str:
    """``38 %`` of the way; empty where start, target or last target is no number, or where there is no way to go."""
    last = row.targets[max(row.targets)]
    if row.start is None or row.start.value is None or last.value is None or point is None or point.value is None:
        return ""
    start, end = Decimal(str(row.start.value)), Decimal(str(last.value))
    return percent_words((Decimal(str(point.value)) - start) / (end - start) * 100, 0) if end != start else ""


def _said(row: _Row) -> str:
    unit = f" {row.unit}" if row.unit else ""
    parts = ["nilai awal belum ada"]
    if row.start:
        year = f" ({row.start.year})" if row.start.year is not None else ""
        parts = [f"nilai awal {row.start.words}{unit}{year}"]
    parts += [f"{year}: {row.targets[year].words}{unit}" for year in sorted(row.targets)]
    return ", ".join(parts)
