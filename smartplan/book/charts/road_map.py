"""The road map: bars over the years of the plan, below its periods, parted by dimension."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from smartplan.book.charts.drawing import INK, NAVY, Canvas, Drawing, ribbon, wrap
from smartplan.book.pieces import words_of

__all__ = ["bagan_peta_jalan"]

_WIDTH: Final = 480.0
_LEFT: Final = 190.0
_HEAD: Final = 50.0
_STEP: Final = 15.0
_LINE: Final = 8.0
"""What a second line of a label adds to its row."""
_SIZE: Final = 7.5
_MOST: Final = 44 * _STEP
"""Height of the bars that one page can hold; more are counted below the chart."""
_BLUES: Final = (NAVY, "#2F5597")


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
        return wrap(self.label, _SIZE, _LEFT - 14, 2)

    @property
    def height(self) -> float:
        return _STEP + _LINE * (len(self.lines) - 1)


def bagan_peta_jalan(periode: list[Any], baris: list[Any]) -> Drawing:
    """Bars over years. ``periode``: ``[name, first, last]``; ``baris``: ``[label, first, last, dimension]``.

    Rows without a first year cannot be placed and are left out; one without a last year lasts one year.
    """
    spans = [
        _Bar(words_of(row[0]), first, last, None)
        for row in periode
        if (first := _year(row[1])) and (last := _year(row[2]))
    ]
    bars = [
        _Bar(words_of(row[0]), first, max(_year(row[2]) or first, first), row[3] if len(row) > 3 else None)
        for row in baris
        if (first := _year(row[1]))
    ]
    if not bars:
        return Drawing("")
    first = min(bar.first for bar in (*bars, *spans))
    last = max(bar.last for bar in (*bars, *spans))
    shown = _fitting(bars)
    rows = _rows(shown)
    height = _HEAD + sum(row.height if isinstance(row, _Bar) else _STEP for row in rows)
    canvas = Canvas(_WIDTH, height + (18 if len(bars) > len(shown) else 6))
    unit = (_WIDTH - _LEFT - 6) / (last - first + 1)
    _head(canvas, spans, range(first, last + 1), unit, height)
    y = _HEAD
    for row in rows:
        if isinstance(row, _Bar):
            _bar(canvas, row, y, _LEFT + (row.first - first) * unit, unit)
            y += row.height
        else:
            canvas.text(6, y + 10.5, row.nama, 8, fill=ribbon(row) or INK, bold=True)
            y += _STEP
    if len(bars) > len(shown):
        canvas.text(6, height + 12, f"dan {len(bars) - len(shown)} baris lainnya", 8)
    return Drawing(canvas.svg(), "; ".join(f"{bar.label}: {bar.years}" for bar in bars))


def _fitting(bars: list[_Bar]) -> list[_Bar]:
    """The first bars that fit on a page."""
    room = _MOST
    for number, bar in enumerate(bars):
        room -= bar.height
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


def _head(canvas: Canvas, spans: list[_Bar], years: range, unit: float, height: float) -> None:
    for number, span in enumerate(spans):
        x = _LEFT + (span.first - years[0]) * unit
        width = (span.last - span.first + 1) * unit
        canvas.rect(x, 3, width - 1, 24, _BLUES[number % 2], radius=1)
        size = 8.0 if width > 60 else 7.0
        canvas.block(x + width / 2, 15, wrap(span.label, size, width - 3, 2), size, bold=True, fill="#FFFFFF")
    for number, year in enumerate(years):
        x = _LEFT + number * unit
        canvas.line(x, 29, x, height)
        canvas.text(x + unit / 2, 40, str(year), min(8, unit / 2.6), anchor="middle", bold=True)
    canvas.line(_LEFT + len(years) * unit, 29, _LEFT + len(years) * unit, height)
    canvas.line(_LEFT, 44, _WIDTH - 6, 44, "#8C9BAB")


def _bar(canvas: Canvas, bar: _Bar, y: float, x: float, unit: float) -> None:
    middle = y + bar.height / 2
    canvas.block(_LEFT - 6, middle - 0.8, bar.lines, _SIZE, anchor="end")
    width = (bar.last - bar.first + 1) * unit - 2
    canvas.rect(x + 1, middle - 6, width, 10, ribbon(bar.dimension) or "#1F4E79", radius=1.5)
    canvas.line(6, y + bar.height - 0.5, _WIDTH - 6, y + bar.height - 0.5, "#EEF2F6")


def _year(value: Any) -> int | None:
    held = getattr(value, "nilai", value)
    return held if isinstance(held, int) else None
