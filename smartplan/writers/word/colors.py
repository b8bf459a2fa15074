"""Colours as RRGGBB: those the writer sets itself, and which words can be read on a given ground."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

__all__ = ["NAVY", "NEUTRAL_TINT", "WHITE", "contrast", "words_on"]

NAVY: Final = "1F3864"
WHITE: Final = "FFFFFF"
NEUTRAL_TINT: Final = "E9F0F7"
_BLACK: Final = "000000"


@lru_cache(maxsize=256)
def contrast(first: str, second: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2); 4.5 is enough for text."""
    bright, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def words_on(fill: str | None) -> str:
    """The colour of words on ``fill``: empty where the style's own black will do."""
    if fill is None or contrast(_BLACK, fill) >= contrast(WHITE, fill):
        return ""
    return WHITE


def _luminance(color: str) -> float:
    channels = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
