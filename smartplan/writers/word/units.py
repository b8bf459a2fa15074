"""Lengths. Word counts in twips (1/20 point) and drawings in EMU (1/914,400 inch); we use points and centimetres."""

from __future__ import annotations

from typing import NewType

__all__ = ["Emu", "Twips", "cm", "drawing_cm", "points", "to_emu"]

Twips = NewType("Twips", int)
Emu = NewType("Emu", int)

_TWIPS_PER_CM = 1440 / 2.54
_EMU_PER_CM = 360_000
_EMU_PER_TWIP = 635


def points(value: float) -> Twips:
    return Twips(round(value * 20))


def cm(value: float) -> Twips:
    return Twips(round(value * _TWIPS_PER_CM))


def drawing_cm(value: float) -> Emu:
    return Emu(round(value * _EMU_PER_CM))


def to_emu(value: Twips) -> Emu:
    return Emu(value * _EMU_PER_TWIP)
