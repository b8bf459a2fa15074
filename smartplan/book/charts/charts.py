"""The charts that templates may ask for."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from smartplan.book.charts.drawing import GRID, INK, NAVY, Canvas, Drawing, cut, text_width, wrap
from smartplan.book.pieces import pieces_of
from smartplan.wording import format_number, format_rupiah_short

__all__ = ["FUNCTIONS"]

_WIDTH: Final = 480.0
_LABEL: Final = 165.0
_DEFAULT: Final = "#1F4E79"
_LEVELS: Final = ("#F9D9C9", "#FBEEDD", "#DDF1EF", "#BFE3D0")


def bagan_batang(baris: list[Any], satuan: str = "") -> Drawing:
    """Horizontal bars: ``[label, number, dimension or none]`` each; rows without a number are left out."""
    rows = [(_words(row[0]), _number(row[1]), _colour(row)) for row in baris if _number(row[1]) is not None]
    rows = [row for row in rows if row[1] is not None]
    if not rows:
        return Drawing("")
    top = max(abs(float(value or 0)) for _, value, _ in rows) or 1
    step = 24.0
    canvas = Canvas(_WIDTH, 12 + step * len(rows))
    room = _WIDTH - _LABEL - 92
    for position, (label, value, colour) in enumerate(rows):
        y = 8 + position * step
        canvas.text(_LABEL - 8, y + 11, cut(label, 9, _LABEL - 14), 9, anchor="end")
        length = max(room * abs(float(value or 0)) / top, 1)
        canvas.rect(_LABEL, y, length, 15, colour, radius=1.5)
        canvas.text(_LABEL + length + 6, y + 11, _shown(value, satuan), 9, fill=INK)
    canvas.line(_LABEL, 4, _LABEL, 8 + step * len(rows), "#8C9BAB")
    return Drawing(canvas.svg(), "; ".join(f"{label}: {_shown(value, satuan)}" for label, value, _ in rows))


def bagan_kolom(baris: list[Any], satuan: str = "") -> Drawing:
    """Columns, such as amounts by year: ``[label, number]`` each."""
    rows = [(_words(row[0]), _number(row[1])) for row in baris]
    known = [float(value) for _, value in rows if value is not None]
    if not known or not any(known):
        return Drawing("")
    top = max(known)
    canvas = Canvas(_WIDTH, 190)
    step = (_WIDTH - 20) / len(rows)
    width = min(step * 0.62, 46)
    canvas.line(10, 160, _WIDTH - 10, 160, "#8C9BAB")
    for position, (label, value) in enumerate(rows):
        centre = 10 + step * (position + 0.5)
        if value is not None:
            height = 125 * float(value) / top
            canvas.rect(centre - width / 2, 160 - height, width, height, _DEFAULT, radius=1.5)
            shown = _shown(value, satuan)
            size = 8.0 if text_width(shown, 8) <= step else max(5.0, 8 * step / text_width(shown, 8))
            canvas.text(centre, 154 - height, shown, size, anchor="middle")
        canvas.text(centre, 175, label, 9, anchor="middle", bold=True)
    words = "; ".join(f"{label}: {_shown(value, satuan)}" for label, value in rows if value is not None)
    return Drawing(canvas.svg(), words)


def bagan_peta_jalan(periode: list[Any], baris: list[Any]) -> Drawing:
    """Bars over years. ``periode``: ``[name, first, last]``; ``baris``: ``[label, first, last, dimension]``."""
    spans = [(_words(row[0]), _year(row[1]), _year(row[2])) for row in periode]
    rows = [(_words(row[0]), _year(row[1]), _year(row[2]), _colour(row, 3)) for row in baris]
    bars = [(label, first, last or first, colour) for label, first, last, colour in rows if first is not None]
    known = [(name, first, last) for name, first, last in spans if first is not None and last is not None]
    if not bars:
        return Drawing("")
    first = min([row[1] for row in bars] + [row[1] for row in known])
    last = max([row[2] or row[1] for row in bars] + [row[2] for row in known])
    years = list(range(first, last + 1))
    step, left = 15.0, 190.0
    unit = (_WIDTH - left - 6) / len(years)
    height = 46 + step * len(bars)
    canvas = Canvas(_WIDTH, height + 6)
    for number, (name, start, end) in enumerate(known):
        x = left + (start - first) * unit
        width = (end - start + 1) * unit
        canvas.rect(x, 4, width - 1, 17, NAVY if number % 2 == 0 else "#2F5597", radius=1)
        canvas.text(x + width / 2, 16, cut(name, 8, width - 4), 8, anchor="middle", fill="#FFFFFF", bold=True)
    for number, year in enumerate(years):
        x = left + number * unit
        canvas.line(x, 24, x, height)
        canvas.text(x + unit / 2, 35, str(year), min(8, unit / 2.6), anchor="middle", bold=True)
    canvas.line(left + len(years) * unit, 24, left + len(years) * unit, height)
    for number, (label, start, end, colour) in enumerate(bars):
        y = 42 + number * step
        canvas.text(left - 6, y + 9.5, cut(label, 7.5, left - 10), 7.5, anchor="end")
        canvas.rect(
            left + (start - first) * unit + 1, y + 1.5, ((end or start) - start + 1) * unit - 2, 10, colour, radius=1.5
        )
        canvas.line(left - 4, y + step - 0.5, _WIDTH - 6, y + step - 0.5, "#EEF2F6")
    canvas.line(left, 38, _WIDTH - 6, 38, "#8C9BAB")
    return Drawing(canvas.svg(), "; ".join(f"{label}: {start}-{end}" for label, start, end, _ in bars))


def bagan_alur(kotak: list[Any]) -> Drawing:
    """A flow of boxes, at most three in a row, joined by arrows."""
    words = [_words(item) for item in kotak]
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
        parts = wrap(text, 9.5, width - 14, 4)
        for line, part in enumerate(parts):
            offset = y + height / 2 + 3.5 + (line - (len(parts) - 1) / 2) * 11.5
            canvas.text(x + width / 2, offset, part, 9.5, anchor="middle")
        if number + 1 < len(words):
            if column + 1 < across:
                _arrow(canvas, x + width + 4, y + height / 2, x + width + gap - 4)
            else:
                canvas.line(x + width / 2, y + height + 2, x + width / 2, y + height + 12, NAVY, 1.2)
                canvas.line(20 + width_half(width), y + height + 12, x + width / 2, y + height + 12, NAVY, 1.2)
                end = 20 + width_half(width)
                canvas.line(end, y + height + 12, end, y + height + 20, NAVY, 1.2)
                bottom = y + height + 25
                canvas.triangle(f"{end - 4},{bottom - 7} {end + 4},{bottom - 7} {end},{bottom}", NAVY)
    return Drawing(canvas.svg(), " → ".join(words))


def width_half(width: float) -> float:
    return width / 2


def bagan_matriks(kolom: list[Any], baris: list[Any]) -> Drawing:
    """A grid: ``baris`` holds ``[label, [text or number, ...]]``; a number 1 to 4 also colours its cell."""
    heads = [_words(item) for item in kolom]
    rows = [(_words(row[0]), list(row[1])) for row in baris]
    if not heads or not rows:
        return Drawing("")
    left = 120.0
    unit = (_WIDTH - left - 6) / len(heads)
    step = 34.0
    canvas = Canvas(_WIDTH, 36 + step * len(rows))
    for number, head in enumerate(heads):
        for line, part in enumerate(wrap(head, 8.5, unit - 6, 2)):
            canvas.text(left + (number + 0.5) * unit, 13 + line * 11, part, 8.5, anchor="middle", bold=True)
    for number, (label, cells) in enumerate(rows):
        y = 30 + number * step
        for line, part in enumerate(wrap(label, 9, left - 12, 2)):
            canvas.text(left - 8, y + 15 + line * 11, part, 9, anchor="end", bold=True)
        for column, cell in enumerate(cells):
            text, level = _cell(cell)
            fill = _LEVELS[min(max(level, 1), 4) - 1] if level else "#FFFFFF"
            canvas.rect(left + column * unit, y, unit - 2, step - 3, fill, stroke=GRID, radius=2)
            parts = wrap(text, 8.5, unit - 8, 2)
            for line, part in enumerate(parts):
                offset = y + step / 2 + 1.5 + (line - (len(parts) - 1) / 2) * 10.5
                canvas.text(left + (column + 0.5) * unit - 1, offset, part, 8.5, anchor="middle")
    words = "; ".join(f"{label}: {', '.join(_cell(cell)[0] for cell in cells)}" for label, cells in rows)
    return Drawing(canvas.svg(), words)


def _arrow(canvas: Canvas, x1: float, y: float, x2: float) -> None:
    canvas.line(x1, y, x2 - 5, y, NAVY, 1.2)
    canvas.triangle(f"{x2 - 6},{y - 4} {x2 - 6},{y + 4} {x2},{y}", NAVY)


def _cell(cell: Any) -> tuple[str, int]:
    """``[text, level]`` or a text alone."""
    if isinstance(cell, (list, tuple)) and len(cell) == 2 and isinstance(cell[1], int):
        return _words(cell[0]), cell[1]
    return _words(cell), 0


def _words(value: Any) -> str:
    return "".join(piece.text for piece in pieces_of(value)) if not isinstance(value, int) else str(value)


def _number(value: Any) -> Decimal | int | float | None:
    held = getattr(value, "nilai", value)
    return held if isinstance(held, (int, float, Decimal)) else None


def _year(value: Any) -> int | None:
    held = getattr(value, "nilai", value)
    return held if isinstance(held, int) else None


def _colour(row: Any, position: int = 2) -> str:
    item = row[position] if len(row) > position else None
    ribbon = getattr(getattr(item, "warna", None), "pita", None)
    return f"#{ribbon}" if ribbon else _DEFAULT


def _shown(value: Any, unit: str) -> str:
    if unit == "Rp":
        return format_rupiah_short(int(value))
    return f"{format_number(value)}{f' {unit}' if unit else ''}"


FUNCTIONS = {
    function.__name__: function for function in (bagan_batang, bagan_kolom, bagan_peta_jalan, bagan_alur, bagan_matriks)
}
