"""Offices of the region: which of the list a name means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.rules.meant import parts_of
from smartplan.rules.near import only_slip
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from smartplan.rules.base import Context

__all__ = ["Offices"]

_OFFICE: Final = lazy(r"(?:dinas|badan|kantor|bagian|inspektorat|sekretariat|satuan|kecamatan)\b|[a-z0-9-]+\Z")
"""How the name of an office of the region begins, or an id."""
_ELSEWHERE: Final = lazy(r"\b(?:provinsi|kabupaten|kota|kementerian|nasional|republik|pusat)\b")
"""Words that tell of an office of another government."""
_MISSPELT: Final = 0.85


class Offices:
    """Ids, names and short names of the offices on the list; those set aside are known by their id."""

    def __init__(self, ctx: Context) -> None:
        self.ids = ctx.index.ids["perangkat_daerah"]
        self._by_name: dict[str, str] = {name.lower(): name for name in self.ids}
        for item in ctx.rencana.perangkat_daerah or ():
            for name in (item.nama, item.singkatan):
                if name and item.id:
                    self._by_name.setdefault(name.lower(), item.id)
        self._answers: dict[str, str | None] = {}
        self._slips: dict[str, str | None] = {}
        own = ctx.rencana.wilayah
        self._region = " " + ((own.nama if own is not None else None) or "").lower()

    def nearest(self, name: str) -> str | None:
        """The id of the office whose id, name or short name is closest."""
        plain = " ".join(name.lower().split())
        if len(self._region) > 1:
            plain = plain.removesuffix(self._region)
        if plain not in self._answers:
            from difflib import get_close_matches

            near = get_close_matches(plain, self._by_name, n=1, cutoff=0.7)
            self._answers[plain] = self._by_name[near[0]] if near else None
        return self._answers[plain]

    def several(self, name: str) -> list[str]:
        """The ids of a text that names two or more offices; empty when it is anything else."""
        parts = [self._by_name.get(part.lower()) for part in parts_of(name)]
        return [part for part in parts if part] if len(parts) > 1 and all(parts) else []

    def is_sure(self, name: str, office: str) -> bool:
        """Whether ``name`` can only be a slip of the id, name or short name of ``office``."""
        return only_slip(name, office, self._by_name)

    def misspelt(self, name: str) -> str | None:
        """The id that was probably meant when ``name`` looks like an office but is none of the list."""
        plain = name.lower()
        if plain not in self._slips:
            self._slips[plain] = self._slip_of(plain)
        return self._slips[plain]

    def _slip_of(self, plain: str) -> str | None:
        if plain in self._by_name or not _OFFICE.match(plain):
            return None
        elsewhere = set(_ELSEWHERE.findall(plain))
        near = {
            _likeness(plain, known): office
            for known, office in self._by_name.items()
            if elsewhere <= set(_ELSEWHERE.findall(known))
        }
        best = max(near, default=0.0)
        return near[best] if best >= _MISSPELT else None


def _likeness(name: str, known: str) -> float:
    """From 0 to 1. Names of one kind begin alike: there the rest is compared, else Pertanahan is taken for Pertanian."""
    from difflib import SequenceMatcher

    (kind, rest), (known_kind, known_rest) = _halves(name), _halves(known)
    one, other = (rest, known_rest) if kind == known_kind else (name, known)
    return SequenceMatcher(None, other, one).ratio()


def _halves(name: str) -> tuple[str, str]:
    """``dinas`` and ``kesehatan``; the second is empty for a single word."""
    kind, _, rest = name.partition(" ")
    return kind, rest
