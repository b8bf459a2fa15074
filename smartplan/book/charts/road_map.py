"""The road map: bars over the years of the plan, upon the bands of its periods, parted by dimension."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from smartplan.book.charts.drawing import GRID, INK, MUTED, NAVY, Canvas, Drawing, ribbon, text_width, wrap
from smartplan.book.charts.numbers import year_of
from smartplan.book.pieces import words_of

__all__ = ["bagan_peta_jalan"]

_WIDTH: Final = 480.0
_LEFT: Final = 190.0
_HEAD: Final = 50.0
_STEP: Final = 16.0
_LINE: Final = 9.0
"""What a second line of a label adds to its row."""
_SIZE: Final = 8.0
_MOST: Final = 640.0
"""Height of the bars that one page can hold; more are counted below the chart."""
_MARKS: Final = 12
"""Milestones that are shown; more are counted."""
_BLUES: Final = (NAVY, "#2F5597")
_BANDS: Final = ("#F1F5FA", "#FFFFFF")
_GOLD: Final = "#C9A227"


class _Bar(NamedTuple):
    label: str
    first: int
    last: int
    dimension: Any

    @property
    def years(self) -> str:
        return f"{self.first}–{self.last}" if self.last > self.first else str(self.first)

    @property
    def lines(self) -> list[str]:
        return wrap(self.label, _SIZE, _LEFT - 18, 2)

    @property
    def height(self) -> float:
        return _STEP + _LINE * (len(self.lines) - 1)


class _Mark(NamedTuple):
    year: int
    words: str


class _Axis(NamedTuple):
    """The years of the chart; ``unit`` is the width of one."""

    years: range
    unit: float

    def x(self, year: int) -> float:
        return _LEFT + (year - self.years[0]) * self.unit


def bagan_peta_jalan(periode: list[Any], baris: list[Any], tahun: Any = (), tonggak: Any = ()) -> Drawing:
    """Bars over years. ``periode``: ``[name, first, last]``; ``baris``: ``[label, first, last, dimension]``.

    ``tahun``: the years of the plan, all of which are shown; ``tonggak``: ``[year, words]``, numbered marks with their
    words below. Rows without a first year cannot be placed and are left out; one without a last year lasts one year.
    """
    spans = [
        _Bar(words_of(row[0]), first, last, None)
        for row in periode
        if (first := year_of(row[1])) and (last := year_of(row[2]))
    ]
    bars = [
        _Bar(words_of(row[0]), first, max(year_of(row[2]) or first, first), row[3] if len(row) > 3 else None)
        for row in baris
        if (first := year_of(row[1]))
    ]
    if not bars:
        return Drawing("")
    marks = [_Mark(year, words_of(row[1])) for row in tonggak if (year := year_of(row[0]))]
    marks.sort(key=lambda mark: mark.year)
    ends = [year for bar in (*bars, *spans) for year in (bar.first, bar.last)]
    ends += [*(mark.year for mark in marks), *(year for item in tahun if (year := year_of(item)))]
    years = range(min(ends), max(ends) + 1)
    axis = _Axis(years, (_WIDTH - _LEFT - 6) / len(years))
    shown = _fitting(bars)
    rows = _rows(shown)
    places = _places(marks, axis)
    top = _HEAD + (places[-1][2] + 1) * 16 + 2 if places else _HEAD
    bottom = top + sum(row.height if isinstance(row, _Bar) else _STEP for row in rows)
    rest = 16 if len(bars) > len(shown) else 6
    canvas = Canvas(_WIDTH, bottom + rest + _legend_height(marks))
    _head(canvas, spans, axis, bottom)
    if places:
        canvas.text(6, _HEAD + 9, "Tonggak", 8.5, bold=True)
    for x, number, row in places:
        _diamond(canvas, x, _HEAD + 6 + row * 16, number + 1)
    y = top
    for row in rows:
        if isinstance(row, _Bar):
            _bar(canvas, row, y, axis)
            y += row.height
        else:
            canvas.text(6, y + 11, row.nama, 8.5, fill=ribbon(row) or INK, bold=True)
            y += _STEP
    if len(bars) > len(shown):
        canvas.text(6, bottom + 12, f"dan {len(bars) - len(shown)} baris lainnya", 8, fill=MUTED)
    _legend(canvas, marks, bottom + rest)
    said = "; ".join(f"{bar.label}: {bar.years}" for bar in bars)
    if marks:
        said += ". Tonggak " + "; ".join(f"{mark.year}: {mark.words}" for mark in marks)
    return Drawing(canvas.svg(), said)


def _fitting(bars: list[_Bar]) -> list[_Bar]:
    """The first bars that fit on a page, with the names of their dimensions."""
    room = _MOST
    for number, bar in enumerate(bars):
        room -= bar.height
        if number and bar.dimension is not bars[number - 1].dimension:
            room -= _STEP
        if room < 0:
            return bars[:number]
    return bars


def _rows(bars: list[_Bar]) -> list[Any]:
    """The bars, with the dimension before its first bar where the bars belong to several."""
    if len({id(bar.dimension) for bar in bars}) < 2:
        return list(bars)
    found: list[Any] = []
    held = None
    for bar in bars:
        if bar.dimension is not held and ribbon(bar.dimension):
            found.append(bar.dimension)
        held = bar.dimension
        found.append(bar)
    return found


def _head(canvas: Canvas, spans: list[_Bar], axis: _Axis, bottom: float) -> None:
    """The periods as bands behind everything, and the years."""
    for number, span in enumerate(spans):
        x, width = axis.x(span.first), (span.last - span.first + 1) * axis.unit
        canvas.rect(x, 27, width, bottom - 27, _BANDS[number % 2])
        canvas.rect(x, 3, width - 1, 24, _BLUES[number % 2], radius=1)
        size = 8.0 if width > 60 else 7.0
        canvas.block(x + width / 2, 15, wrap(span.label, size, width - 3, 2), size, bold=True, fill="#FFFFFF")
    for year in axis.years:
        x = axis.x(year)
        canvas.line(x, 29, x, bottom)
        canvas.text(x + axis.unit / 2, 40, str(year), min(8, axis.unit / 2.6), anchor="middle", bold=True)
    end = axis.x(axis.years[-1] + 1)
    canvas.line(end, 29, end, bottom)
    canvas.line(_LEFT, 45, _WIDTH - 6, 45, "#8C9BAB")


def _bar(canvas: Canvas, bar: _Bar, y: float, axis: _Axis) -> None:
    middle = y + bar.height / 2
    canvas.block(_LEFT - 8, middle - 0.8, bar.lines, _SIZE, anchor="end")
    width = (bar.last - bar.first + 1) * axis.unit - 2
    canvas.rect(axis.x(bar.first) + 1, middle - 5.5, width, 11, ribbon(bar.dimension) or "#1F4E79", radius=1.5)
    if text_width(bar.years, 7.5) <= width - 6:
        canvas.block(axis.x(bar.first) + 1 + width / 2, middle, [bar.years], 7.5, fill="#FFFFFF")
    canvas.line(6, y + bar.height - 0.2, _WIDTH - 6, y + bar.height - 0.2, GRID, 0.4)


def _places(marks: list[_Mark], axis: _Axis) -> list[tuple[float, int, int]]:
    """Where each mark stands: x, its number and its row, the last row last. Marks of one year share their column."""
    across = max(int(axis.unit // 15), 1)
    found = []
    shown = marks[:_MARKS]
    for year in {mark.year for mark in shown}:
        numbers = [number for number, mark in enumerate(shown) if mark.year == year]
        for position, number in enumerate(numbers):
            row, column = divmod(position, across)
            beside = min(across, len(numbers) - row * across)
            x = axis.x(year) + axis.unit / 2 + (column - (beside - 1) / 2) * 14.5
            found.append((x, number, row))
    return sorted(found, key=lambda place: (place[2], place[1]))


def _diamond(canvas: Canvas, x: float, y: float, number: int) -> None:
    canvas.polygon(f"{x:.1f},{y - 7.5:.1f} {x + 7.5:.1f},{y:.1f} {x:.1f},{y + 7.5:.1f} {x - 7.5:.1f},{y:.1f}", _GOLD)
    canvas.block(x, y, [str(number)], 7, bold=True)


def _legend_height(marks: list[_Mark]) -> float:
    if not marks:
        return 0.0
    return sum(11.0 * len(_lines(mark)) + 3 for mark in marks[:_MARKS]) + 8 + (12 if len(marks) > _MARKS else 0)


def _lines(mark: _Mark) -> list[str]:
    return wrap(f"{mark.year}: {mark.words}", 8.5, _WIDTH - 40, 2)


def _legend(canvas: Canvas, marks: list[_Mark], y: float) -> None:
    y += 6
    for number, mark in enumerate(marks[:_MARKS], 1):
        _diamond(canvas, 16, y + 5, number)
        for line in _lines(mark):
            canvas.text(30, y + 8, line, 8.5)
            y += 11
        y += 3
    if len(marks) > _MARKS:
        canvas.text(30, y + 8, f"dan {len(marks) - _MARKS} tonggak lainnya", 8.5, fill=MUTED)
