"""The name that was most likely meant, for messages: what is put right without asking is for ``rules`` to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["meant", "nearest"]


def nearest(written: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The one of ``known`` that is written most like ``written``; None when none is near."""
    from difflib import get_close_matches

    by_small = {name.lower(): name for name in sorted(known, reverse=True)}
    found = get_close_matches(written.lower(), by_small, n=1, cutoff=cutoff)
    return by_small[found[0]] if found else None


def meant(written: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """``maksud Anda "rencana"? ``, or nothing: the begin of a hint."""
    near = nearest(written, known, cutoff)
    return f'maksud Anda "{near}"? ' if near is not None else ""
