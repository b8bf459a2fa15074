"""Columns: amounts by year, whole or stacked by what they are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from smartplan.book.charts.drawing import GRID, MUTED, Canvas, Drawing, cut, fitting_size, ribbon
from smartplan.book.charts.legend import Entry, draw_legend, legend_height
from smartplan.book.charts.numbers import Number, Scale, number_of, scale_of, sentence, shown
from smartplan.book.pieces import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["bagan_kolom", "bagan_tumpuk"]

_WIDTH: Final = 480.0
_AXIS: Final = "#8C9BAB"
_DEFAULT: Final = "#1F4E79"
_LEFT: Final = 34.0
_TOP: Final = 32.0
_BASE: Final = 182.0
_FOOT: Final = 22.0
_SHADES: Final = ("#1F4E79", "#8A4B00", "#00665E", "#7A2E7E", "#3A6B1F", "#A1262B", "#404040")
"""For parts without a colour of their own."""


class _Part(NamedTuple):
    """One colour of a stack: an amount in each column, None where none is known."""

    name: str
    amounts: list[Number | None]
    colour: str


def bagan_kolom(baris: list[Any], satuan: str = "") -> Drawing:
    """Columns, such as amounts by year: ``[label, number]`` each; one without a number has a dash."""
    rows = [(words_of(row[0]), number_of(row[1])) for row in baris]
    largest = max((value for _, value in rows if value is not None), default=0)
    if largest <= 0:
        return Drawing("")
    scale = scale_of(largest, satuan)
    canvas = Canvas(_WIDTH, _BASE + _FOOT)
    _frame(canvas, scale)
    labels = [label for label, _ in rows]
    _heads(canvas, labels, [value for _, value in rows], scale)
    for position, (_, value) in enumerate(rows):
        height = _height(value, scale)
        if height:
            x, width = _place(position, len(rows))
            canvas.rect(x, _BASE - height, width, height, _DEFAULT, radius=1)
    canvas.line(_LEFT, _BASE, _WIDTH - 6, _BASE, _AXIS)
    return Drawing(canvas.svg(), sentence((label, shown(value, satuan)) for label, value in rows))


def bagan_tumpuk(kolom: list[Any], seri: list[Any], satuan: str = "") -> Drawing:
    """Stacked columns with the total above each, and a legend with the total of each part.

    ``kolom``: the labels, such as years. ``seri``: ``[name, [number, ...], dimension or none]``, one number for each
    column. The first part stands at the bottom. A column without any known number has a dash.
    """
    labels = [words_of(label) for label in kolom]
    parts = [
        _Part(
            words_of(row[0]),
            [number_of(amount) for amount in row[1]],
            (ribbon(row[2]) if len(row) > 2 else None) or _SHADES[number % len(_SHADES)],
        )
        for number, row in enumerate(seri)
    ]
    totals = [_sum([part.amounts[position] for part in parts]) for position in range(len(labels))]
    largest = max((total for total in totals if total is not None), default=0)
    if largest <= 0:
        return Drawing("")
    scale = scale_of(largest, satuan)
    entries = [
        Entry(str(number), part.colour, part.name, shown(_sum(part.amounts), satuan))
        for number, part in enumerate(parts, 1)
    ]
    canvas = Canvas(_WIDTH, _BASE + _FOOT + legend_height(entries) + 4)
    _frame(canvas, scale)
    _heads(canvas, labels, totals, scale)
    for position in range(len(labels)):
        _stack(canvas, position, len(labels), parts, scale)
    canvas.line(_LEFT, _BASE, _WIDTH - 6, _BASE, _AXIS)
    draw_legend(canvas, entries, _BASE + _FOOT, _WIDTH)
    said = sentence((label, shown(total, satuan)) for label, total in zip(labels, totals, strict=True))
    made_of = sentence((part.name, shown(_sum(part.amounts), satuan)) for part in parts)
    return Drawing(canvas.svg(), f"{said}. Terdiri atas {made_of}")


def _stack(canvas: Canvas, position: int, columns: int, parts: Sequence[_Part], scale: Scale) -> None:
    x, width = _place(position, columns)
    y = _BASE
    for number, part in enumerate(parts, 1):
        height = _height(part.amounts[position], scale)
        if not height:
            continue
        y -= height
        canvas.rect(x, y, width, height, part.colour)
        if height >= 0.9:
            canvas.line(x, y, x + width, y, "#FFFFFF", 0.6)
        if height >= 9 and width >= 12:
            canvas.block(x + width / 2, y + height / 2, [str(number)], 7.5, fill="#FFFFFF", bold=True)


def _frame(canvas: Canvas, scale: Scale) -> None:
    """Lines and numbers of the scale, and what they count."""
    if scale.words:
        canvas.text(6, 10, f"Dalam {scale.words}" if scale.words.endswith("rupiah") else scale.words, 8, fill=MUTED)
    for mark in scale.marks():
        y = _BASE - _height(mark, scale)
        canvas.line(_LEFT, y, _WIDTH - 6, y, GRID, 0.5)
        canvas.text(_LEFT - 4, y + 2.7, scale.short(mark), 7.5, anchor="end", fill=MUTED)
    canvas.text(_LEFT - 4, _BASE + 2.7, "0", 7.5, anchor="end", fill=MUTED)


def _heads(canvas: Canvas, labels: list[str], totals: Sequence[Number | None], scale: Scale) -> None:
    """The label below each column and its total above it."""
    step = (_WIDTH - 6 - _LEFT) / len(labels)
    words = [scale.short(total) if total is not None else "–" for total in totals]
    size, label_size = fitting_size(words, 8.5, step - 2), fitting_size(labels, 9, step - 4)
    for position, label in enumerate(labels):
        centre = _LEFT + step * (position + 0.5)
        y = _BASE - _height(totals[position], scale) - 4
        canvas.text(centre, y, words[position], size, anchor="middle", bold=True)
        canvas.text(centre, _BASE + 14, cut(label, label_size, step - 2), label_size, anchor="middle")


def _place(position: int, columns: int) -> tuple[float, float]:
    """Left edge and width of a column."""
    step = (_WIDTH - 6 - _LEFT) / columns
    width = min(step * 0.66, 46)
    return _LEFT + step * (position + 0.5) - width / 2, width


def _height(value: Number | None, scale: Scale) -> float:
    return max((_BASE - _TOP) * float(value) / scale.top, 0.0) if value is not None else 0.0


def _sum(amounts: Sequence[Number | None]) -> Number | None:
    """The sum of what is known; None when nothing is."""
    known: list[Any] = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None
