"""SWOT as four quarters: points in short, or how many there are. Where a region stands between them is not measured."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from smartplan.book.charts.drawing import INK, MUTED, NAVY, Canvas, Drawing, ribbon, wrap
from smartplan.book.charts.numbers import Number, number_of, sentence, shown
from smartplan.book.missing import Missing
from smartplan.book.pieces import words_of

__all__ = ["bagan_swot"]

_WIDTH: Final = 480.0
_LEFT: Final = 22.0
_TOP: Final = 18.0
_HEAD: Final = 20.0
_GAP: Final = 6.0
_SIZE: Final = 8.5
_LINE: Final = 10.6
_BAR: Final = 16.0
_LABEL: Final = 96.0
_MOST: Final = 6
"""Points that one quarter shows; more are counted."""
_QUARTERS: Final = (("S", "Kekuatan"), ("W", "Kelemahan"), ("O", "Peluang"), ("T", "Ancaman"))
_DEFAULT: Final = "#1F4E79"
_EMPTY: Final = "belum diisi"


class _Point(NamedTuple):
    """A point in words, or a count (``number``) with its bar in ``colour``."""

    words: str
    number: Number | None
    colour: str


def bagan_swot(kekuatan: Any, kelemahan: Any, peluang: Any, ancaman: Any) -> Drawing:
    """Four quarters. Each list holds texts (points, cut to two lines), or ``[label, number, dimension or none]``."""
    lists = [_points(held) for held in (kekuatan, kelemahan, peluang, ancaman)]
    if not any(point.words and point.number != 0 for points in lists for point in points):
        return Drawing("")
    width = (_WIDTH - _LEFT - _GAP - 4) / 2
    most = max([1.0, *(float(point.number) for points in lists for point in points if point.number is not None)])
    heights = [max(_height(points, width) for points in lists[row : row + 2]) for row in (0, 2)]
    canvas = Canvas(_WIDTH, _TOP + sum(heights) + _GAP + 4)
    for column, words in enumerate(("Mendukung", "Menghambat")):
        canvas.text(_LEFT + column * (width + _GAP) + width / 2, 12, words, 9, anchor="middle", bold=True)
    y = _TOP
    for row, words in enumerate(("Dari dalam", "Dari luar")):
        canvas.turned(12, y + heights[row] / 2, words)
        for column in (0, 1):
            _quarter(canvas, row * 2 + column, lists, (_LEFT + column * (width + _GAP), y, width, heights[row]), most)
        y += heights[row] + _GAP
    said = []
    for (_, name), points in zip(_QUARTERS, lists, strict=True):
        told = (f"{one.words} {shown(one.number, '')}" if one.number is not None else one.words for one in points)
        said.append((name, ", ".join(told) or _EMPTY))
    return Drawing(canvas.svg(), sentence(said))


def _points(held: Any) -> list[_Point]:
    if isinstance(held, Missing):
        return []
    found = []
    for item in held:
        if isinstance(item, (list, tuple)):
            colour = (ribbon(item[2]) if len(item) > 2 else None) or _DEFAULT
            found.append(_Point(words_of(item[0]), number_of(item[1]), colour))
        elif not isinstance(item, Missing):
            found.append(_Point(words_of(item), None, _DEFAULT))
    return found


def _lines(letter: str, number: int, point: _Point, width: float) -> list[str]:
    return wrap(f"{letter}{number}. {point.words}", _SIZE, width - 16, 2)


def _height(points: list[_Point], width: float) -> float:
    if points and points[0].number is not None:
        return _HEAD + 10 + _BAR * len(points)
    lines = sum(len(_lines("S", 10, point, width)) for point in points[:_MOST])
    return _HEAD + 12 + _LINE * max(lines + (len(points) > _MOST), 1) + 3 * max(len(points[:_MOST]) - 1, 0)


def _quarter(
    canvas: Canvas, position: int, lists: list[list[_Point]], place: tuple[float, float, float, float], most: float
) -> None:
    x, y, width, height = place
    letter, name = _QUARTERS[position]
    points = lists[position]
    counted = bool(points) and points[0].number is not None
    total = sum(point.number or 0 for point in points) if counted else len(points)
    canvas.rect(x, y, width, height, "#FFFFFF", stroke="#8C9BAB", radius=3)
    canvas.rect(x, y, width, _HEAD, NAVY, radius=3)
    canvas.text(x + 8, y + 13.6, f"{name} ({letter})", 9.5, fill="#FFFFFF", bold=True)
    canvas.text(x + width - 8, y + 13.6, f"{shown(total, 'butir')}", 8.5, anchor="end", fill="#FFFFFF")
    top = y + _HEAD + 6
    if not points:
        canvas.text(x + 8, top + 9, _EMPTY, _SIZE, fill=MUTED)
    elif counted:
        _bars(canvas, points, x, top, width, most)
    else:
        _words(canvas, letter, points, x, top, width)


def _bars(canvas: Canvas, points: list[_Point], x: float, top: float, width: float, most: float) -> None:
    room = width - _LABEL - 34
    for number, point in enumerate(points):
        y = top + number * _BAR
        canvas.block(x + _LABEL, y + 5.5, wrap(point.words, 8, _LABEL - 10, 1), 8, anchor="end")
        length = max(room * float(point.number or 0) / most, 0.6)
        canvas.rect(x + _LABEL + 6, y, length, 11, point.colour, radius=1)
        canvas.text(x + _LABEL + 10 + length, y + 8.7, shown(point.number, ""), 8.5)


def _words(canvas: Canvas, letter: str, points: list[_Point], x: float, top: float, width: float) -> None:
    y = top + 8
    for number, point in enumerate(points[:_MOST], 1):
        for line in _lines(letter, number, point, width):
            canvas.text(x + 8, y, line, _SIZE, fill=INK)
            y += _LINE
        y += 3
    if len(points) > _MOST:
        canvas.text(x + 8, y - 1, f"dan {len(points) - _MOST} lainnya", _SIZE, fill=MUTED)
