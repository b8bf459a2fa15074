"""Names of other regions that stand where a plan names its own government."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.region import all_regions
from smartplan.region.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartplan.plan.parts.wilayah import Wilayah
    from smartplan.region import Region
    from smartplan.rules.texts import Text

__all__ = ["SIGNS", "Left", "left_in"]

SIGNS: Final = ("kabupaten ", "kab. ", "kota ", "pemkab ", "pemkot ", "bupati ")
"""One of these stands in every text of interest, in lower case."""
_NAME: Final = r"[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3}"
_REGION: Final = re.compile(
    rf"\b(?P<kind>Kabupaten|Kab\.|Kota|Pemkab|Pemkot|Bupati|Walikota|Wali kota) (?P<name>{_NAME})"
)
_KINDS: Final = {"Kota": "Kota", "Pemkot": "Kota", "Walikota": "Kota", "Wali kota": "Kota"}
_OFFICES: Final = ("Pemkab", "Pemkot", "Bupati", "Walikota", "Wali kota")
_OWN_GOVERNMENT: Final = re.compile(
    r"\b(?:pemerintah(?: daerah)?|pemda|rpjmd|rpd|pembangunan (?:jangka menengah )?daerah|sekretaris daerah|warga|"
    r"masyarakat|wali|smart city|masterplan|master plan|rencana induk)\s+\Z",
    re.IGNORECASE,
)
"""What stands before the name of the region whose plan this is: its government, its people, its documents."""
_MENTIONED: Final = re.compile(
    r"batas|tetangga|seperti|sebagaimana|studi|belajar|banding|contoh|kerja sama|bekerja sama|bermitra|bersama|antar|"
    r"rujukan|meniru|mengikuti|asal|menuju|ke arah|dari dan ke",
    re.IGNORECASE,
)
"""Words that show that another region is named on purpose."""
_FREE_PARTS: Final = ("profil", "daftar_pustaka", "arsip", "evaluasi", "ulasan", "pengecualian", "pejabat.sebelumnya")
_FREE_KEYS: Final = ("sumber", "mitra", "bukti", "catatan", "alasan", "berkas", "url", "tempat", "pihak_terlibat")
_TITLES: Final = (("judul", "buku"), ("rpjmd", "nama"), ("rpjmd", "visi"), ("visi", "smart_city"))
"""Parts and keys of which the words are a title of this region."""


class Left(NamedTuple):
    """The words as they stand, and the region that they name."""

    words: str
    region: Region


class _Place(NamedTuple):
    match: re.Match[str]
    region: Region


def left_in(text: Text, own: Wilayah, districts: Iterable[str]) -> Left | None:
    """The first name of another region that must be left from a copy; ``districts``: those of the own region."""
    if own.nama is None or text.key in _FREE_KEYS or text.part.path.startswith(_FREE_PARTS):
        return None
    if ".mitra[" in text.part.path:
        return None
    places = list(_places(text.text))
    known = {fold(name) for name in districts}
    for place in places:
        match, region = place
        if _is_own(place, own.nama, own.kode) or fold(region.short) in known:
            continue
        is_office = match["kind"] in _OFFICES or _OWN_GOVERNMENT.search(text.text, 0, match.start()) is not None
        stands_for_own = _is_title(text) or (is_office and not _is_listed(text.text, place, places))
        if stands_for_own and not _is_mentioned(text.text, match.start()):
            return Left(match.group(), region)
    return None


def _places(text: str) -> Iterator[_Place]:
    for match in _REGION.finditer(text):
        region = _region_in(f"{_KINDS.get(match['kind'], 'Kabupaten')} {match['name']}")
        if region is not None:
            yield _Place(match, region)


def _is_title(text: Text) -> bool:
    return text.key == "judul" or (text.part.path, text.key) in _TITLES


def _is_own(place: _Place, name: str, code: str | None) -> bool:
    """The region of the plan, one of the same short name, or a regency of the province that the plan is for."""
    match, region = place
    if fold(match.group()).startswith(fold(name)) or fold(region.name) == fold(name):
        return True
    return fold(name).endswith(fold(region.short)) or (bool(code) and region.province_code == code)


def _is_listed(text: str, place: _Place, places: list[_Place]) -> bool:
    """Whether the sentence names a further region beside this one: then both are meant."""
    start, end = _sentence_around(text, place.match)
    return any(other.region is not place.region and start <= other.match.start() < end for other in places)


def _is_mentioned(text: str, start: int) -> bool:
    begin = max(text.rfind(mark, 0, start) for mark in ".!?\n")
    return _MENTIONED.search(text, begin + 1, start) is not None


def _sentence_around(text: str, match: re.Match[str]) -> tuple[int, int]:
    begin = max(text.rfind(mark, 0, match.start()) for mark in ".!?\n") + 1
    ends = [end for mark in ".!?\n" if (end := text.find(mark, match.end())) >= 0]
    return begin, min(ends, default=len(text))


def _region_in(words: str) -> Region | None:
    """The region with the longest name that ``words`` begin with."""
    parts = words.split()
    for length in range(len(parts), 1, -1):
        region = _by_name().get(fold(" ".join(parts[:length])))
        if region is not None:
            return region
    return None


@cache
def _by_name() -> dict[str, Region]:
    return {fold(region.name): region for region in all_regions()}
