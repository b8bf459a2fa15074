"""When a misspelt name may be put right without asking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["guess", "is_same", "is_slip", "is_variant", "only_slip", "plain", "words_of"]

_MARKS: Final = lazy(r"[\W_]+")
_TWICE: Final = lazy(r"(.)\1+")
_LONG: Final = 8
"""Short names are near one another by nature: ``dispora`` is not a misspelt ``dispar``."""
_LIKE: Final = 0.9
_NUMBER: Final = lazy(r"\d+")
_GUESSED: Final = 0.75
_GUESSED_SHORT: Final = 0.8
_SHORT: Final = 4
_GUESSED_WORDS: Final = 0.65
_GUESSES: Final = 5
_VARIANT: Final = 0.75
"""``Smart Government`` is a variant of ``Smart Governance``, ``Smart Mobility`` is none of ``Smart Living``."""


def is_same(name: str, known: str) -> bool:
    """Whether both are one but for case, spaces, hyphens and underscores."""
    return plain(name) == plain(known)


def is_slip(name: str, known: str) -> bool:
    """Whether ``name`` is ``known`` with a letter doubled or, when it is long, with a letter wrong.

    Words that both begin with say nothing: ``Dinas Pertanahan`` and ``Dinas Pertanian`` are two offices.
    """
    first, second = name.lower().split(), known.lower().split()
    while len(first) > 1 and len(second) > 1 and first[0] == second[0]:
        del first[0], second[0]
    one, other = plain("".join(first)), plain("".join(second))
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


def guess(written: str, known: Iterable[str]) -> str | None:
    """The id that may be meant; None when all of them are something else.

    Ids whose numbers differ are different things, and words that both begin or end with say nothing.
    """
    from difflib import get_close_matches

    cutoff = _GUESSED if len(written) > _SHORT else _GUESSED_SHORT
    near = get_close_matches(written, known, n=_GUESSES, cutoff=cutoff)
    return next((one for one in near if _may_mean(written, one)), None)


def _may_mean(written: str, known: str) -> bool:
    first, second = (words_of(text) for text in (written, known))
    if _numbers(written) != _numbers(known):
        return False
    while len(first) > 1 and len(second) > 1 and first[0] == second[0]:
        del first[0], second[0]
    while len(first) > 1 and len(second) > 1 and first[-1] == second[-1]:
        del first[-1], second[-1]
    return _likeness("".join(first), "".join(second)) >= _GUESSED_WORDS


def _numbers(text: str) -> list[int]:
    return [int(digits) for digits in _NUMBER.findall(text[:200])]


def _likeness(name: str, known: str) -> float:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, known, name).ratio()


def plain(text: str) -> str:
    """``text`` in small letters without blanks and marks: what a slip of the pen leaves alike."""
    return _MARKS.sub("", text.lower())


def words_of(text: str) -> list[str]:
    """The words of ``text`` in small letters, parted by blanks and marks."""
    return _MARKS.sub(" ", text.lower()).split()
