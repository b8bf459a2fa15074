"""Levels in a grid: readiness by component, risks by likelihood and impact. Each level is said in words too."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from smartplan.book.charts.drawing import GRID, INK, MUTED, NAVY, Canvas, Drawing, wrap
from smartplan.book.charts.legend import Entry, draw_legend, legend_height
from smartplan.book.charts.numbers import number_of, sentence
from smartplan.book.pieces import words_of

__all__ = ["LEVELS", "bagan_kesiapan", "bagan_matriks", "bagan_risiko"]

_WIDTH: Final = 480.0
_AXIS: Final = "#8C9BAB"
_WHITE: Final = "#FFFFFF"
LEVELS: Final = ("#F9D9C9", "#FBEEDD", "#DDF1EF", "#BFE3D0")
"""From the worst to the best."""
_CHIP: Final = (25.0, 14.0)
_MOST: Final = 24
"""Risks that one cell names; more are counted."""


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
    levels = LEVELS[::-1] if terbalik else LEVELS
    for number, head in enumerate(heads):
        canvas.block(left + (number + 0.5) * unit, top - 17, wrap(head, 8.5, unit - 6, 2), 8.5, bold=True)
    for number, (label, cells) in enumerate(rows):
        y = top + number * step
        canvas.block(left - 8, y + step / 2 - 1.5, wrap(label, 9, left - 12, 2), 9, anchor="end", bold=True)
        for column, (text, level) in enumerate(cells[: len(heads)]):
            fill = levels[min(max(level, 1), 4) - 1] if level else _WHITE
            canvas.rect(left + column * unit, y, unit - 2, step - 3, fill, stroke=GRID, radius=2)
            canvas.block(left + (column + 0.5) * unit - 1, y + step / 2 - 1.5, wrap(text, 8.5, unit - 8, 2), 8.5)
    return Drawing(
        canvas.svg(), sentence((label, ", ".join(text or "–" for text, _ in cells)) for label, cells in rows)
    )


def bagan_kesiapan(baris: list[Any], tingkat: list[Any]) -> Drawing:
    """Readiness: ``baris`` holds ``[element, [[component, level id or none], ...]]``, ``tingkat`` the edition's levels.

    As many dots are filled as the level stands from the lowest. A component without a level is told as such; without
    any level there is no chart.
    """
    ranks = _ranks(tingkat)
    rows = [(words_of(row[0]), [(words_of(one[0]), _held(one[1])) for one in row[1]]) for row in baris]
    rows = [(label, cells) for label, cells in rows if cells]
    if not any(level in ranks for _, cells in rows for _, level in cells):
        return Drawing("")
    left, step = 104.0, 44.0
    across = min(max(len(cells) for _, cells in rows), 4)
    unit = (_WIDTH - left - 6) / across
    lines = [-(-len(cells) // across) for _, cells in rows]
    canvas = Canvas(_WIDTH, 6 + step * sum(lines) + 8 * len(rows))
    y = 4.0
    said = []
    for (label, cells), count in zip(rows, lines, strict=True):
        height = step * count
        canvas.rect(4, y, left - 8, height - 4, NAVY, radius=2)
        canvas.block(left / 2, y + height / 2 - 2, wrap(label, 9, left - 20, 3), 9, fill=_WHITE, bold=True)
        for number, (name, level) in enumerate(cells):
            row, column = divmod(number, across)
            _component(canvas, left + column * unit, y + row * step, unit - 4, name, ranks.get(level))
        y += height + 8
        told = (f"{name} {ranks[level].name if level in ranks else 'belum dinilai'}" for name, level in cells)
        said.append((label, ", ".join(told)))
    return Drawing(canvas.svg(), sentence(said))


def bagan_risiko(tingkat: list[Any], letak: list[Any], gabungan: list[Any] = []) -> Drawing:  # noqa: B006 - only read
    """Risks by likelihood (upwards) and impact (to the right), over the edition's levels from low to high.

    ``letak``: ``[code, likelihood, impact]`` with the ids of levels; ``gabungan``: ``[likelihood, impact, level]`` says
    which level both together make, which colours and names the cell. Risks that name an unknown level are left out.
    """
    ranks = _ranks(tingkat)
    places: dict[tuple[str, str], list[str]] = {}
    for code, likely, impact in letak:
        if _held(likely) in ranks and _held(impact) in ranks:
            places.setdefault((_held(likely), _held(impact)), []).append(words_of(code))
    if not places:
        return Drawing("")
    levels = {(_held(row[0]), _held(row[1])): _held(row[2]) for row in gabungan}
    names = list(ranks)
    left, unit = 112.0, (_WIDTH - 112 - 6) / len(names)
    across = max(int((unit - 8) // (_CHIP[0] + 3)), 1)
    heights = [
        24 + max(1, *(-(-min(len(places.get((one, two), ())), _MOST + 1) // across) for two in names)) * (_CHIP[1] + 4)
        for one in reversed(names)
    ]
    bottom = 4 + sum(heights)
    used = [level for level in names if level in levels.values()]
    entries = [Entry("", _heat(ranks[level]), f"Tingkat {ranks[level].name.lower()}", dark=True) for level in used]
    canvas = Canvas(_WIDTH, bottom + 44 + legend_height(entries, len(entries) or 1))
    canvas.turned(12, 4 + (bottom - 4) / 2, "Kemungkinan", 9)
    y = 4.0
    for likely, height in zip(reversed(names), heights, strict=True):
        canvas.block(left - 8, y + height / 2 - 2, wrap(ranks[likely].name, 9, left - 40, 2), 9, anchor="end")
        for column, impact in enumerate(names):
            level = ranks.get(levels.get((likely, impact), ""))
            x = left + column * unit
            canvas.rect(x, y, unit - 3, height - 3, _heat(level) if level else "#F4F7FA", stroke=_AXIS, radius=2)
            if level:
                canvas.text(x + 6, y + 11, level.name, 7.5)
            _codes(canvas, x + 6, y + 17, across, places.get((likely, impact), []))
        y += height
    for column, impact in enumerate(names):
        canvas.block(left + (column + 0.5) * unit, bottom + 9, wrap(ranks[impact].name, 9, unit - 8, 2), 9)
    canvas.text(left + (_WIDTH - 6 - left) / 2, bottom + 32, "Dampak", 9, anchor="middle", bold=True)
    draw_legend(canvas, entries, bottom + 40, _WIDTH, len(entries) or 1)
    said = (
        (f"kemungkinan {ranks[likely].name}, dampak {ranks[impact].name}", ", ".join(places[likely, impact]))
        for likely in reversed(names)
        for impact in reversed(names)
        if (likely, impact) in places
    )
    return Drawing(canvas.svg(), sentence(said))


class _Level(NamedTuple):
    name: str
    rank: int
    of: int


def _ranks(levels: list[Any]) -> dict[str, _Level]:
    """Id -> level with its rank, from the lowest value (1); in the order of the list where values are missing."""
    listed = [(number_of(item.nilai), _held(item.id), words_of(item.nama)) for item in levels]
    if all(value is not None for value, _, _ in listed):
        listed.sort(key=lambda one: one[0] or 0)
    return {name: _Level(words, rank, len(listed)) for rank, (_, name, words) in enumerate(listed, 1)}


def _component(canvas: Canvas, x: float, y: float, width: float, name: str, level: _Level | None) -> None:
    fill = LEVELS[_share(level)] if level else _WHITE
    canvas.rect(x, y, width, 40, fill, stroke=_AXIS if level else GRID, radius=2)
    canvas.block(x + width / 2, y + 12.5, wrap(name, 8.5, width - 8, 2), 8.5, bold=True)
    if level is None:
        canvas.block(x + width / 2, y + 31.5, ["belum dinilai"], 8, fill=MUTED)
        return
    words = wrap(level.name, 8, width - 12 - 8 * level.of, 1)
    start = x + width / 2 - (8 * level.of + 3 + 4.3 * len(words[0])) / 2
    for number in range(level.of):
        canvas.circle(start + 3 + 8 * number, y + 31.5, 2.8, INK if number < level.rank else _WHITE, stroke=INK)
    canvas.text(start + 8 * level.of + 3, y + 34.4, words[0], 8)


def _codes(canvas: Canvas, x: float, y: float, across: int, codes: list[str]) -> None:
    """Codes in white on dark chips, in rows."""
    width, height = _CHIP
    for number, code in enumerate(codes[:_MOST]):
        row, column = divmod(number, across)
        left, top = x + column * (width + 3), y + row * (height + 4)
        canvas.rect(left, top, width, height, NAVY, radius=6)
        canvas.block(left + width / 2, top + height / 2, wrap(code, 8, width - 3, 1), 8, fill=_WHITE, bold=True)
    if len(codes) > _MOST:
        row, column = divmod(_MOST, across)
        canvas.text(x + column * (width + 3), y + row * (height + 4) + 10, f"+{len(codes) - _MOST}", 8)


def _heat(level: _Level) -> str:
    """The higher a risk, the redder."""
    return LEVELS[_share(level._replace(rank=level.of + 1 - level.rank))]


def _share(level: _Level) -> int:
    """0 for the lowest level to 3 for the highest."""
    return (level.rank - 1) * 3 // (level.of - 1) if level.of > 1 else 0


def _held(value: Any) -> str:
    """An id as text; empty for what is missing."""
    held = getattr(value, "nilai", value)
    return held if isinstance(held, str) else ""


def _cell(cell: Any) -> tuple[str, int]:
    """``[text, level]`` or a text alone."""
    if isinstance(cell, (list, tuple)) and len(cell) == 2 and isinstance(cell[1], int):
        return words_of(cell[0]), cell[1]
    return words_of(cell), 0
