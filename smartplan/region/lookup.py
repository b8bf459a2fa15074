"""From what a person types to a region."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from smartplan.region.errors import AmbiguousRegion, BpsLookalike, RegionNotFound
from smartplan.region.names import ABBREVIATIONS, fold, split_kind
from smartplan.region.register import all_regions, by_code, provinces
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from smartplan.region.region import Kind, Region

__all__ = ["lookup", "search"]

_BPS = lazy(r"[0-9]{4}")
_CODE = lazy(r"[0-9]{2}(?:\.[0-9]{2})?")
_LONGEST = 80
_NEAR = 0.6
_SUGGESTIONS = 3


def lookup(text: str) -> Region:
    """The region of a code (``51.08``, ``51``), a name with or without its kind, or a slug; case and spacing are free.

    Raises AmbiguousRegion, RegionNotFound with near misses, or BpsLookalike for four digits without a dot.
    """
    clean = " ".join(text.split())
    if _CODE.fullmatch(clean) and (region := by_code(clean)):
        return region
    if _BPS.fullmatch(clean) and (candidate := by_code(f"{clean[:2]}.{clean[2:]}")):
        raise BpsLookalike(clean, candidate)
    found = _named(clean)
    if not found:
        raise RegionNotFound(clean, _near(clean))
    if len(found) > 1:
        raise AmbiguousRegion(clean, found)
    return found[0]


def search(text: str, limit: int = 10) -> tuple[Region, ...]:
    """Regions for a text that is still being typed, best first: names that begin so, words that begin so, the rest.

    Digits are taken for the beginning of a code, with or without its dot: the caller shows the names beside them.
    """
    digits = re.fullmatch(r"[0-9][0-9.]*", text.strip())
    if digits:
        wanted = digits[0].replace(".", "")
        return tuple(region for region in _everything() if region.code.replace(".", "").startswith(wanted))[:limit]
    kind, wanted = split_kind(text)
    if not wanted:
        return ()
    ranked = ((_rank(region, wanted, fold(text), kind), region.code, region) for region in _everything())
    return tuple(region for rank, _, region in sorted(ranked, key=lambda row: row[:2]) if rank < _NO_MATCH)[:limit]


_NO_MATCH = 9


def _rank(region: Region, wanted: str, whole: str, kind: Kind | None) -> int:
    short = fold(region.short)
    if kind in (None, region.kind):
        if short.startswith(wanted):
            return 0 if short == wanted else 1
        if any(fold(word).startswith(wanted) for word in region.short.split()):
            return 2
        if len(wanted) > 2 and wanted in short:
            return 3
    # "kota b" may also be the beginning of Kotabaru.
    return 4 if short.startswith(whole) or fold(region.name).startswith(whole) else _NO_MATCH


def _named(clean: str) -> tuple[Region, ...]:
    whole = _by_name().get(fold(clean), ())
    kind, rest = split_kind(clean)
    if whole or kind is None:
        return whole
    return tuple(region for region in _by_name().get(rest, ()) if region.kind == kind)


@cache
def _by_name() -> dict[str, tuple[Region, ...]]:
    """Folded short name, full name, slug and everyday name -> the regions that bear it, regencies first."""
    names: dict[str, dict[str, Region]] = {}
    for region in _everything():
        for name in (region.short, region.name, region.slug):
            names.setdefault(fold(name), {})[region.code] = region
    for name, code in ABBREVIATIONS.items():
        if known := by_code(code):
            names.setdefault(name, {})[code] = known
    return {name: tuple(found.values()) for name, found in names.items()}


@cache
def _everything() -> tuple[Region, ...]:
    return (*all_regions(), *provinces())


def _near(clean: str) -> tuple[Region, ...]:
    kind, wanted = split_kind(clean[:_LONGEST])
    if not wanted:
        return ()
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    scored: list[tuple[float, int, str, Region]] = []
    for region in _everything():
        matcher.set_seq1(fold(region.short))
        if (
            matcher.real_quick_ratio() >= _NEAR
            and matcher.quick_ratio() >= _NEAR
            and (ratio := matcher.ratio()) >= _NEAR
        ):
            scored.append((-ratio, 0 if kind in (None, region.kind) else 1, region.code, region))
    alike = [region for *_, region in sorted(scored, key=lambda row: row[:3])]
    # A name of which one word was written ("selayar") is nearer than any that only sounds like it.
    return tuple(dict.fromkeys((*search(clean[:_LONGEST], _SUGGESTIONS), *alike)))[:_SUGGESTIONS]
