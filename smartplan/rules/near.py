"""When a misspelt name may be put right without asking."""

from __future__ import annotations

from typing import Final

from smartplan.wording.patterns import lazy

__all__ = ["is_same", "is_slip", "is_variant", "only_slip"]

_MARKS: Final = lazy(r"[\W_]+")
_TWICE: Final = lazy(r"(.)\1+")
_LONG: Final = 8
"""Short names are near one another by nature: ``dispora`` is not a misspelt ``dispar``."""
_LIKE: Final = 0.9
_VARIANT: Final = 0.75
"""``Smart Government`` is a variant of ``Smart Governance``, ``Smart Mobility`` is none of ``Smart Living``."""


def is_same(name: str, known: str) -> bool:
    """Whether both are one but for case, spaces, hyphens and underscores."""
    return _plain(name) == _plain(known)


def is_slip(name: str, known: str) -> bool:
    """Whether ``name`` is ``known`` with a letter doubled or, when it is long, with a letter wrong.

    Words that both begin with say nothing: ``Dinas Pertanahan`` and ``Dinas Pertanian`` are two offices.
    """
    first, second = name.lower().split(), known.lower().split()
    while len(first) > 1 and len(second) > 1 and first[0] == second[0]:
        del first[0], second[0]
    one, other = _plain("".join(first)), _plain("".join(second))
    if _TWICE.sub(r"\1", one) == _TWICE.sub(r"\1", other):
        return True
    return min(len(one), len(other)) >= _LONG and _likeness(one, other) >= _LIKE


def is_variant(name: str, known: str, *, sure: bool) -> bool:
    """Whether ``name`` is written like ``known``; ``sure``: somebody said already that it stands for it."""
    return _likeness(name.lower(), known.lower()) >= (_VARIANT if sure else _LIKE)


def only_slip(name: str, meant: str, known: dict[str, str]) -> bool:
    """Whether ``meant``, and nothing else, is what ``name`` is a slip of. ``known``: name -> what it stands for."""
    same = {target for other, target in known.items() if is_same(name, other)}
    return meant in same if same else {target for other, target in known.items() if is_slip(name, other)} == {meant}


def _likeness(name: str, known: str) -> float:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, known, name).ratio()


def _plain(text: str) -> str:
    return _MARKS.sub("", text.lower())
