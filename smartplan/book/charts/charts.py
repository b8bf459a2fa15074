"""The charts that templates may ask for."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from smartplan.book.charts.drawing import (
    GRID,
    MUTED,
    NAVY,
    Canvas,
    Drawing,
    cut,
    fitting_size,
    ribbon,
    text_width,
    wrap,
)
from smartplan.book.charts.road_map import bagan_peta_jalan
from smartplan.book.functions.words import percent_words
from smartplan.book.pieces import words_of
from smartplan.wording import format_number, format_rupiah_short

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["FUNCTIONS"]

_WIDTH: Final = 480.0
_LABEL: Final = 165.0
_AXIS: Final = "#8C9BAB"
_UNKNOWN: Final = "belum ada angka"
_DEFAULT: Final = "#1F4E79"
_LEVELS: Final = ("#F9D9C9", "#FBEEDD", "#DDF1EF", "#BFE3D0")


def bagan_batang(baris: list[Any], satuan: str = "") -> Drawing:
    """Horizontal bars: ``[label, number, dimension or none]`` each; a row without a number says so.

    With ``satuan`` "%" a full bar is 100.
    """
    rows = [(words_of(row[0]), _number(row[1]), _colour(row)) for row in baris]
    known = [float(value) for _, value, _ in rows if value is not None]
    if not known:
        return Drawing("")
    top = max(*(abs(value) for value in known), 100.0 if satuan == "%" else 0.0) or 1
    step = 24.0
    canvas = Canvas(_WIDTH, 12 + step * len(rows))
    room = _WIDTH - _LABEL - 92
    for position, (label, value, colour) in enumerate(rows):
        y = 8 + position * step
        size = 9 if text_width(label, 9) <= _LABEL - 14 else 8
        canvas.block(_LABEL - 8, y + 7.8, wrap(label, size, _LABEL - 14, 2), size, anchor="end")
        if value is None:
            canvas.text(_LABEL + 6, y + 11, _UNKNOWN, 9, fill=MUTED)
            continue
        length = max(room * abs(float(value)) / top, 1)
        canvas.rect(_LABEL, y, length, 15, colour, radius=1.5)
        canvas.text(_LABEL + length + 6, y + 11, _shown(value, satuan), 9)
    canvas.line(_LABEL, 4, _LABEL, 8 + step * len(rows), _AXIS)
    return Drawing(canvas.svg(), _sentence((label, _shown(value, satuan)) for label, value, _ in rows))


def bagan_kolom(baris: list[Any], satuan: str = "") -> Drawing:
    """Columns, such as amounts by year: ``[label, number]`` each; one without a number has a dash."""
    rows = [(words_of(row[0]), _number(row[1])) for row in baris]
    known = [float(value) for _, value in rows if value is not None]
    if not any(known):
        return Drawing("")
    top = max(known)
    canvas = Canvas(_WIDTH, 190)
    step = (_WIDTH - 20) / len(rows)
    width = min(step * 0.62, 46)
    shown = [_shown(value, satuan) if value is not None else "–" for _, value in rows]
    size = fitting_size(shown, 8, step - 2)
    label_size = fitting_size([label for label, _ in rows], 9, step - 4)
    for position, (label, value) in enumerate(rows):
        centre = 10 + step * (position + 0.5)
        height = max(125 * float(value) / top, 0) if value is not None else 0
        if height:
            canvas.rect(centre - width / 2, 160 - height, width, height, _DEFAULT, radius=1.5)
        canvas.text(centre, 154 - height, shown[position], size, anchor="middle")
        canvas.text(centre, 175, cut(label, label_size, step - 2), label_size, anchor="middle", bold=True)
    canvas.line(10, 160, _WIDTH - 10, 160, _AXIS)
    return Drawing(canvas.svg(), _sentence((label, _shown(value, satuan)) for label, value in rows))


def bagan_alur(kotak: list[Any]) -> Drawing:
    """A flow of boxes, at most three in a row, joined by arrows."""
    words = [words_of(item) for item in kotak]
    if not words:
        return Drawing("")
    across = min(3, len(words))
    width, height, gap = (_WIDTH - 40 - 30 * (across - 1)) / across, 56.0, 30.0
    lines = (len(words) + across - 1) // across
    canvas = Canvas(_WIDTH, 16 + lines * height + (lines - 1) * 26)
    for number, text in enumerate(words):
        row, column = divmod(number, across)
        x, y = 20 + column * (width + gap), 8 + row * (height + 26)
        canvas.rect(x, y, width, height, "#E9F0F7", stroke=_DEFAULT, radius=4)
        canvas.block(x + width / 2, y + height / 2, wrap(text, 9.5, width - 14, 4), 9.5)
        if number + 1 < len(words):
            if column + 1 < across:
                _arrow(canvas, x + width + 4, y + height / 2, x + width + gap - 4)
            else:
                canvas.line(x + width / 2, y + height + 2, x + width / 2, y + height + 12, NAVY, 1.2)
                canvas.line(20 + width / 2, y + height + 12, x + width / 2, y + height + 12, NAVY, 1.2)
                end = 20 + width / 2
                canvas.line(end, y + height + 12, end, y + height + 20, NAVY, 1.2)
                bottom = y + height + 25
                canvas.triangle(f"{end - 4},{bottom - 7} {end + 4},{bottom - 7} {end},{bottom}", NAVY)
    return Drawing(canvas.svg(), " → ".join(words))


def bagan_matriks(kolom: list[Any], baris: list[Any], terbalik: bool = False) -> Drawing:
    """A grid: ``baris`` holds ``[label, [cell, ...]]``; a cell is a text, or ``[text, level]`` with a level 1 to 4.

    Level 4 is the best (green), 1 the worst (red); with ``terbalik``, as for risks, the other way round.
    """
    heads = [words_of(item) for item in kolom]
    rows = [(words_of(row[0]), [_cell(cell) for cell in row[1]]) for row in baris]
    if not heads or not rows:
        return Drawing("")
    left, top, step = 120.0, 34.0, 34.0
    unit = (_WIDTH - left - 6) / len(heads)
    canvas = Canvas(_WIDTH, top + step * len(rows) + 4)
    levels = _LEVELS[::-1] if terbalik else _LEVELS
    for number, head in enumerate(heads):
        canvas.block(left + (number + 0.5) * unit, top - 17, wrap(head, 8.5, unit - 6, 2), 8.5, bold=True)
    for number, (label, cells) in enumerate(rows):
        y = top + number * step
        canvas.block(left - 8, y + step / 2 - 1.5, wrap(label, 9, left - 12, 2), 9, anchor="end", bold=True)
        for column, (text, level) in enumerate(cells[: len(heads)]):
            fill = levels[min(max(level, 1), 4) - 1] if level else "#FFFFFF"
            canvas.rect(left + column * unit, y, unit - 2, step - 3, fill, stroke=GRID, radius=2)
            canvas.block(left + (column + 0.5) * unit - 1, y + step / 2 - 1.5, wrap(text, 8.5, unit - 8, 2), 8.5)
    return Drawing(
        canvas.svg(), _sentence((label, ", ".join(text or "–" for text, _ in cells)) for label, cells in rows)
    )


def _arrow(canvas: Canvas, x1: float, y: float, x2: float) -> None:
    canvas.line(x1, y, x2 - 5, y, NAVY, 1.2)
    canvas.triangle(f"{x2 - 6},{y - 4} {x2 - 6},{y + 4} {x2},{y}", NAVY)


def _cell(cell: Any) -> tuple[str, int]:
    """``[text, level]`` or a text alone."""
    if isinstance(cell, (list, tuple)) and len(cell) == 2 and isinstance(cell[1], int):
        return words_of(cell[0]), cell[1]
    return words_of(cell), 0


def _number(value: Any) -> Decimal | int | float | None:
    held = getattr(value, "nilai", value)
    return held if isinstance(held, (int, float, Decimal)) else None


def _colour(row: Any) -> str:
    return (ribbon(row[2]) if len(row) > 2 else None) or _DEFAULT


def _shown(value: Any, unit: str) -> str:
    if value is None:
        return _UNKNOWN
    if unit == "Rp":
        return format_rupiah_short(int(value))
    if unit == "%":
        return percent_words(value)
    words = format_number(value)
    if unit == "%" and "," in words:
        words = words.rstrip("0").rstrip(",")
    return f"{words}{f' {unit}' if unit else ''}"


def _sentence(pairs: Iterable[tuple[str, str]]) -> str:
    """The words for those who cannot see the chart."""
    return "; ".join(f"{label}: {shown}" for label, shown in pairs)


FUNCTIONS = {
    function.__name__: function for function in (bagan_batang, bagan_kolom, bagan_peta_jalan, bagan_alur, bagan_matriks)
}
