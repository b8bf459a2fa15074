"""The own region called by the wrong kind: Kota in a kabupaten, Kabupaten in a kota."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.region import all_regions
from smartplan.region.names import fold
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartplan.plan.parts.wilayah import Wilayah

__all__ = ["OwnName", "WrongKind", "own_name"]

_OF_CITY: Final = {
    "pemerintah kota": "Pemerintah Kabupaten",
    "pemkot": "Pemkab",
    "kota": "Kabupaten",
    "perwali": "Perbup",
    "perwal": "Perbup",
}
_OF_REGENCY: Final = {
    "pemerintah kabupaten": "Pemerintah Kota",
    "pemkab": "Pemkot",
    "bupati": "Wali Kota",
    "perbup": "Perwali",
}
_HEADS: Final = {
    "kabupaten": (
        r"Pemerintah Kota|Pemkot|Perwali?|Wali [Kk]ota|Walikota|Kota",
        ("kota", "pemkot", "perwali", "perwal"),
    ),
    "kota": (
        r"Pemerintah Kabupaten|Pemkab|Perbup|Bupati|Kabupaten|Kab\.",
        ("kabupaten", "pemkab", "perbup", "bupati", "kab."),
    ),
}
"""Kind of the own region -> words of the other kind, and how they end in lower case."""
_COMPOUND: Final = lazy(
    r"\b(?:ibu|taman|hutan|wajah|tata|angkutan|pusat|pasar|alun-alun|terminal|dalam|bus|kebun|jantung|sudut|kawasan|"
    r"kecamatan|jalan|penataan|batas|tepi|pinggir|gerbang|balai)\s+\Z",
    re.IGNORECASE,
)
"""Words that take ``kota`` as their own: taman kota, ibu kota."""
_DISTRICT: Final = lazy(r"(?:kecamatan|kec\.)\s+", re.IGNORECASE)
_PREFIX: Final = lazy(r"(?:kabupaten|kab\.|kota)\s+", re.IGNORECASE)


class WrongKind(NamedTuple):
    """The words as they stand, and how they ought to be."""

    words: str
    right: str


class OwnName(NamedTuple):
    """The own name behind the words of the wrong kind.

    ``bare``: whether the kind alone may not stand before it. ``longer``: whether another region's name begins with it.
    """

    kind: str
    pattern: re.Pattern[str]
    signs: tuple[str, ...]
    bare: bool
    longer: bool

    def wrong_in(self, text: str) -> Iterator[WrongKind]:
        """Every place where the wrong kind stands before the own name."""
        for match in self.pattern.finditer(text):
            head, name = match.groups()
            is_bare = head.lower() in ("kota", "kabupaten", "kab.")
            if head.isupper() is not name.isupper() or text[: match.start()].rstrip().endswith("/"):
                continue  # a slash is told of itself
            is_longer = text[match.end() : match.end() + 2].strip()[:1].isupper() and not head.isupper()
            if (is_bare or self.longer) and is_longer:
                continue
            if is_bare and (not self.bare or _COMPOUND.search(text, 0, match.start())):
                continue
            right = _right(head.lower(), self.kind)
            yield WrongKind(match.group(), f"{right.upper() if head.isupper() else right} {name}")


def own_name(own: Wilayah, districts: Iterable[str] = ()) -> OwnName | None:
    """What to look for; None when the words may rightly name another region.

    ``districts``: a regency may have a town of its own name that is not its capital.
    """
    kind = own.jenis
    short = _PREFIX.sub("", (own.nama or "").strip(), count=1)
    if kind not in ("kabupaten", "kota") or not short:
        return None
    other = "Kota" if kind == "kabupaten" else "Kabupaten"
    if any(fold(region.name) == fold(f"{other} {short}") for region in all_regions()):
        return None
    longer = any(region.short.startswith(f"{short} ") for region in all_regions())
    heads, signs = _HEADS[kind]
    in_capitals = f"{heads}|{heads.upper()}".replace("[KK]", "K")
    pattern = re.compile(rf"\b({in_capitals}) ({re.escape(short)}|{re.escape(short.upper())})\b")
    towns = {fold(_DISTRICT.sub("", name.strip(), count=1)) for name in (own.ibu_kota or short, *districts)}
    bare = kind == "kota" or fold(short) not in towns
    return OwnName(kind, pattern, tuple(f"{sign} {short.lower()}" for sign in signs), bare, longer)


def _right(head: str, kind: str) -> str:
    if kind == "kota":
        return _OF_REGENCY.get(head, "Kota")
    return _OF_CITY.get(head, "Bupati")
