"""A legend below a chart: numbered chips, so that what belongs together is told without its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.book.charts.drawing import INK, wrap

if TYPE_CHECKING:
    from smartplan.book.charts.drawing import Canvas

__all__ = ["Entry", "draw_legend", "legend_height"]

_SIZE: Final = 8.5
_STEP: Final = 24.0
_CHIP: Final = 13.0


class Entry(NamedTuple):
    """``mark`` stands in the chip, white on ``colour`` or in ink with ``dark``; ``words`` beside it, ``more`` below."""

    mark: str
    colour: str
    words: str
    more: str = ""
    dark: bool = False


def legend_height(entries: list[Entry], across: int = 3) -> float:
    return _STEP * -(-len(entries) // across) + 4 if entries else 0.0


def draw_legend(canvas: Canvas, entries: list[Entry], y: float, width: float, across: int = 3) -> None:
    """``entries`` from left to right in rows of ``across``, below ``y``."""
    room = (width - 12) / across
    for number, entry in enumerate(entries):
        row, column = divmod(number, across)
        x, top = 6 + column * room, y + row * _STEP + 4
        canvas.rect(x, top + 2, _CHIP, _CHIP, entry.colour, stroke="#8C9BAB" if entry.dark else None, radius=2)
        if entry.mark:
            fill = INK if entry.dark else "#FFFFFF"
            canvas.block(x + _CHIP / 2, top + 2 + _CHIP / 2, [entry.mark], 8, fill=fill, bold=True)
        lines = wrap(entry.words, _SIZE, room - _CHIP - 10, 1 if entry.more else 2)
        lines += [entry.more] if entry.more else []
        first = top + 2 + _CHIP / 2 - (len(lines) - 1) * 5.2
        for position, line in enumerate(lines):
            canvas.text(x + _CHIP + 5, first + position * 10.4 + 3, line, _SIZE)
