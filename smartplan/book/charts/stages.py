"""How far something has come: a bar for the whole, and a row of stages that are filled one after another."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from smartplan.book.charts.drawing import GRID, INK, MUTED, Canvas, Drawing, ribbon, wrap
from smartplan.book.charts.numbers import number_of
from smartplan.book.functions.words import percent_words
from smartplan.book.pieces import words_of

__all__ = ["bagan_tahap"]

_WIDTH: Final = 480.0
_DEFAULT: Final = "#1F4E79"
_EMPTY: Final = "#EEF2F6"
_SIZE: Final = 7.5


def bagan_tahap(keseluruhan: Any, tahap: list[Any], warna: Any = None) -> Drawing:
    """``keseluruhan``: percent of the whole or none; ``tahap``: ``[name, percent]`` each; ``warna``: a dimension."""
    stages = [(words_of(row[0]), _percent(row[1])) for row in tahap]
    if not stages:
        return Drawing("")
    colour = ribbon(warna) or _DEFAULT
    whole = _percent(keseluruhan)
    said = percent_words(round(whole, 1)) if whole is not None else "belum terhitung"
    canvas = Canvas(_WIDTH, 84)
    canvas.text(4, 15, "Kemajuan", 9, bold=True)
    _fill(canvas, 62, 5, _WIDTH - 140, 13, whole, colour)
    canvas.text(_WIDTH - 4, 15.5, said, 12 if whole is not None else 9, anchor="end", fill=colour, bold=True)
    unit = (_WIDTH - 8) / len(stages)
    for number, (name, percent) in enumerate(stages):
        x = 4 + number * unit
        _fill(canvas, x, 30, unit - 4, 9, percent, colour)
        shown = percent_words(percent) if percent is not None else "–"
        canvas.text(x + (unit - 4) / 2, 50, shown, 8, anchor="middle", bold=True, fill=INK if percent else MUTED)
        canvas.block(x + (unit - 4) / 2, 66, wrap(name, _SIZE, unit - 6, 3), _SIZE)
    told = "; ".join(f"{name}: {percent_words(percent) if percent is not None else '–'}" for name, percent in stages)
    return Drawing(canvas.svg(), f"Kemajuan {said}. {told}")


def _fill(
    canvas: Canvas, x: float, y: float, width: float, height: float, percent: Decimal | None, colour: str
) -> None:
    canvas.rect(x, y, width, height, _EMPTY, stroke=GRID, radius=2)
    if percent:
        canvas.rect(x, y, width * min(float(percent), 100.0) / 100, height, colour, radius=2)


def _percent(value: Any) -> Decimal | None:
    number = number_of(value)
    return Decimal(number) if number is not None else None
