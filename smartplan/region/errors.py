"""Why a text does not name one region; each message is a sentence for the user, ``hint`` says what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartplan.wording.phrases import join_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartplan.region.region import Region

__all__ = ["AmbiguousRegion", "BpsLookalike", "RegionNotFound", "RegionTrouble"]


class RegionTrouble(Exception):
    """Base of all: ``message``, ``hint`` and the regions that may have been meant, in ``candidates``."""

    def __init__(self, text: str, message: str, hint: str, candidates: Sequence[Region]) -> None:
        super().__init__(message)
        self.text = text
        self.message = message
        self.hint = hint
        self.candidates = tuple(candidates)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.text, self.message, self.hint, self.candidates)


class AmbiguousRegion(RegionTrouble):
    """Several regions bear this name, as Kabupaten Tegal and Kota Tegal do."""

    def __init__(self, text: str, candidates: Sequence[Region]) -> None:
        names = join_words([f"{region.name} ({region.code})" for region in candidates])
        slugs = join_words([region.slug for region in candidates], last="atau")
        super().__init__(text, f"“{_short(text)}” dapat berarti {names}", f"tulis {slugs}", candidates)


class RegionNotFound(RegionTrouble):
    """No region has this code or name; ``suggestions`` are the nearest ones, best first."""

    def __init__(self, text: str, suggestions: Sequence[Region]) -> None:
        near = join_words([f"{region.name} ({region.code})" for region in suggestions], last="atau")
        hint = f"mungkin maksudnya {near}" if near else "tulis nama kabupaten/kota atau kodenya, misalnya 51.08"
        super().__init__(text, f"wilayah “{_short(text)}” tidak ditemukan", hint, suggestions)

    @property
    def suggestions(self) -> tuple[Region, ...]:
        return self.candidates


class BpsLookalike(RegionTrouble):
    """Digits without a dot look like a code of BPS, which often means another place than they do at Kemendagri."""

    def __init__(self, text: str, candidate: Region) -> None:
        super().__init__(
            text,
            f"“{text}” tampak seperti kode BPS; kode Kemendagri ditulis dengan titik",
            f"tulis {candidate.code} bila maksudnya {candidate.name}, {candidate.province} (kode Kemendagri), "
            "atau tulis nama daerahnya",
            [candidate],
        )

    @property
    def candidate(self) -> Region:
        return self.candidates[0]


def _rebuild(
    kind: type[RegionTrouble], text: str, message: str, hint: str, candidates: tuple[Region, ...]
) -> RegionTrouble:
    trouble = kind.__new__(kind)
    RegionTrouble.__init__(trouble, text, message, hint, candidates)
    return trouble


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:60] + "…"
