"""The charts that templates may ask for."""

from __future__ import annotations

from typing import Any, Final

from smartplan.book.charts.columns import bagan_kolom, bagan_tumpuk
from smartplan.book.charts.drawing import MUTED, NAVY, Canvas, Drawing, ribbon, text_width, wrap
from smartplan.book.charts.levels import bagan_kesiapan, bagan_matriks, bagan_risiko
from smartplan.book.charts.numbers import UNKNOWN, number_of, sentence, shown
from smartplan.book.charts.road_map import bagan_peta_jalan
from smartplan.book.charts.stages import bagan_tahap
from smartplan.book.charts.swot import bagan_swot
from smartplan.book.charts.targets import bagan_sasaran
from smartplan.book.pieces import words_of

__all__ = ["FUNCTIONS"]

_WIDTH: Final = 480.0
_LABEL: Final = 165.0
_AXIS: Final = "#8C9BAB"
_DEFAULT: Final = "#1F4E79"


def bagan_batang(baris: list[Any], satuan: str = "") -> Drawing:
    """Horizontal bars: ``[label, number, dimension or none]`` each; a row without a number says so.

    With ``satuan`` "%" a full bar is 100.
    """
    rows = [(words_of(row[0]), number_of(row[1]), _colour(row)) for row in baris]
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
            canvas.text(_LABEL + 6, y + 11, UNKNOWN, 9, fill=MUTED)
            continue
        length = max(room * abs(float(value)) / top, 1)
        canvas.rect(_LABEL, y, length, 15, colour, radius=1.5)
        canvas.text(_LABEL + length + 6, y + 11, shown(value, satuan), 9)
    canvas.line(_LABEL, 4, _LABEL, 8 + step * len(rows), _AXIS)
    return Drawing(canvas.svg(), sentence((label, shown(value, satuan)) for label, value, _ in rows))


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
                canvas.polygon(f"{end - 4},{bottom - 7} {end + 4},{bottom - 7} {end},{bottom}", NAVY)
    return Drawing(canvas.svg(), " → ".join(words))


def _arrow(canvas: Canvas, x1: float, y: float, x2: float) -> None:
    canvas.line(x1, y, x2 - 5, y, NAVY, 1.2)
    canvas.polygon(f"{x2 - 6},{y - 4} {x2 - 6},{y + 4} {x2},{y}", NAVY)


def _colour(row: Any) -> str:
    return (ribbon(row[2]) if len(row) > 2 else None) or _DEFAULT


FUNCTIONS = {
    function.__name__: function
    for function in (
        bagan_batang, bagan_kolom, bagan_tumpuk, bagan_peta_jalan, bagan_alur, bagan_matriks, bagan_kesiapan,
        bagan_risiko, bagan_swot, bagan_sasaran, bagan_tahap,
    )
}  # fmt: skip
