"""Shapes and text of an SVG, with widths measured well enough that words stay in their boxes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "GRID",
    "INK",
    "MUTED",
    "NAVY",
    "Canvas",
    "Drawing",
    "cut",
    "fitting_size",
    "ribbon",
    "text_width",
    "without_ground",
    "wrap",
]

NAVY: Final = "#1F3864"
INK: Final = "#262626"
MUTED: Final = "#5F6B7A"
GRID: Final = "#D5DDE6"
_FONT: Final = "Arial, 'Liberation Sans', sans-serif"
_GROUND: Final = re.compile(r'\A(<svg\b[^>]*>)<rect width="[\d.]+" height="[\d.]+" fill="#FFFFFF"/>')
_NARROW: Final = frozenset("ijlI.,:;'|!()[]ft ")
_WIDE: Final = frozenset("mwMW%@&ABCDGHKNOQRUVXY")


class Drawing(NamedTuple):
    """``svg`` is empty when there is nothing to show; ``alt`` says in words what the chart shows."""

    svg: str
    alt: str = ""


def text_width(text: str, size: float) -> float:
    """Width in Arial, near enough, in the units of ``size``."""
    units = sum(0.32 if char in _NARROW else 0.74 if char in _WIDE else 0.56 for char in text)
    return units * size


def fitting_size(texts: Iterable[str], size: float, room: float) -> float:
    """``size``, or the smaller one at which the longest of ``texts`` fits into ``room``; not below 5."""
    longest = max((text_width(text, size) for text in texts), default=0)
    return size if longest <= room else max(round(size * room / longest, 1), 5.0)


def ribbon(dimension: Any) -> str | None:
    """The colour of a dimension; None for anything else."""
    colour = getattr(getattr(dimension, "warna", None), "pita", None)
    return f"#{colour}" if isinstance(colour, str) and colour else None


def cut(text: str, size: float, room: float) -> str:
    """``text`` shortened with an ellipsis to ``room``."""
    if text_width(text, size) <= room:
        return text
    while text and text_width(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def wrap(text: str, size: float, room: float, lines: int = 3) -> list[str]:
    """At most ``lines`` lines that fit into ``room``; the last one is shortened."""
    found: list[str] = []
    words = text.split()
    while words:
        line = words.pop(0)
        while words and text_width(f"{line} {words[0]}", size) <= room:
            line = f"{line} {words.pop(0)}"
        if len(found) == lines - 1:
            return [*found, cut(" ".join([line, *words]), size, room)]
        found.append(cut(line, size, room))
    return found


class Canvas:
    """Collects shapes; ``svg()`` closes the drawing. Lengths are points."""

    def __init__(self, width: float, height: float) -> None:
        self._width = width
        self._height = height
        self._parts: list[str] = []

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        *,
        stroke: str | None = None,
        radius: float = 0,
    ) -> None:
        line = f' stroke="{stroke}" stroke-width="0.8"' if stroke else ""
        self._parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" '
            f'rx="{radius:g}" fill="{fill}"{line}/>'
        )

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str = GRID, width: float = 0.7) -> None:
        self._parts.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
            f'stroke="{colour}" stroke-width="{width:g}"/>'
        )

    def polygon(self, points: str, fill: str) -> None:
        self._parts.append(f'<polygon points="{points}" fill="{fill}"/>')

    def circle(self, x: float, y: float, radius: float, fill: str, *, stroke: str | None = None) -> None:
        line = f' stroke="{stroke}" stroke-width="0.9"' if stroke else ""
        self._parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="{fill}"{line}/>')

    def turned(self, x: float, y: float, text: str, size: float = 9) -> None:
        """Bold words from below upwards, centred on the place."""
        self._parts.append(
            f'<text transform="rotate(-90 {x:.1f} {y:.1f})" x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" '
            f'text-anchor="middle" fill="{INK}" font-weight="bold">{_escape(text)}</text>'
        )

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 9,
        *,
        anchor: str = "start",
        fill: str = INK,
        bold: bool = False,
    ) -> None:
        weight = ' font-weight="bold"' if bold else ""
        self._parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}" fill="{fill}"{weight}>'
            f"{_escape(text)}</text>"
        )

    def block(
        self,
        x: float,
        y: float,
        lines: list[str],
        size: float = 9,
        *,
        anchor: str = "middle",
        fill: str = INK,
        bold: bool = False,
    ) -> None:
        """Lines of text that are centred on ``y``."""
        step = size * 1.22
        for number, line in enumerate(lines):
            offset = y + size * 0.36 + (number - (len(lines) - 1) / 2) * step
            self.text(x, offset, line, size, anchor=anchor, fill=fill, bold=bold)

    def svg(self) -> str:
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self._width:g} {self._height:g}" '
            f'width="{self._width:g}" height="{self._height:g}" font-family="{_FONT}">'
            f'<rect width="{self._width:g}" height="{self._height:g}" fill="#FFFFFF"/>{"".join(self._parts)}</svg>'
        )


def without_ground(svg: str) -> str:
    """``svg`` on whatever lies below it: on paper the ground is white anyway, a dark screen needs it."""
    return _GROUND.sub(r"\1", svg, count=1)


def _escape(text: str) -> str:
    """Text between tags. The standard library's own brings half of its network code with it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
