"""Names of other regions that stand where a plan names its own government."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.region import all_regions, provinces
from smartplan.region.names import fold, split_kind
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from smartplan.plan.parts.wilayah import Wilayah
    from smartplan.region import Region
    from smartplan.rules.texts import Text

__all__ = ["SIGNS", "Left", "Partners", "left_in"]

SIGNS: Final = (
    "kab", "kota ", "pemkot ", "bupati ", "pemda ", "pemerintah ", "rpjmd ", "rpd ", "smart city ", "masterplan ",
    "rencana induk ",
)  # fmt: skip
"""One of these stands in every text of interest, in lower case."""
_NAME: Final = r"[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3}"
_REGION: Final = lazy(
    rf"\b(?P<kind>Kabupaten|Kab\.|Kota|Pemkab|Pemkot|Bupati|Walikota|Wali kota|KABUPATEN|KOTA|PEMKAB|PEMKOT|BUPATI|WALIKOTA)"
    rf" (?P<name>{_NAME})"
)
_DIRECT: Final = re.compile(
    rf"\b(?P<kind>Pemda|Pemerintah(?: Daerah)?|RPJMD|RPD|(?:(?:Master ?[Pp]lan|Rencana Induk) )?Smart City|Master[Pp]lan|Rencana Induk) (?P<name>{_NAME})"
)
"""What belongs to a government, with the name of a region right behind it."""
_SHORTEST: Final = 5
"""Letters of a name that says without its kind that a region is meant."""
_OF_CITY: Final = ("kota", "pemkot", "walikota", "wali kota")
_OFFICES: Final = ("pemkab", "pemkot", "bupati", "walikota", "wali kota")
_OWN_GOVERNMENT: Final = lazy(
    r"\b(?:pemerintah(?: daerah)?|pemda|rpjmd|rpd|pembangunan (?:jangka menengah )?daerah|sekretaris daerah|warga|"
    r"masyarakat|wali|smart city|masterplan|master plan|rencana induk|dprd|sekda|diskominfo|dinas kominfo|"
    r"dinas komunikasi(?:,? (?:dan )?[a-z]+){1,4}|bappeda|perangkat daerah|opd|visi|misi|apbd)\s+\Z",
    re.IGNORECASE,
)
"""What stands before the name of the region whose plan this is: its government, its people, its documents."""
_SUBJECT: Final = lazy(
    r"(?:\A|[.!?:;]\s+|\n\s*)(?:Secara (?:geografis|administrati[fs]|astronomis),? )?"
    r"(?:(?:[Tt]opografi|[Ii]klim|[Ll]uas|[Ll]etak|[Jj]umlah penduduk|[Kk]epadatan penduduk|[Kk]ondisi geografis|"
    r"[Pp]erekonomian|[Pp]ertumbuhan ekonomi)\s+(?:(?:wilayah|geografis)\s+)?)\Z"
)
"""What stands before the region that a sentence of the profile is about."""
_PEOPLE: Final = ("warga", "masyarakat")
_PROFILE_KEYS: Final = ("gambaran", "demografi", "ekonomi")
_MENTIONED: Final = lazy(
    r"batas|tetangga|seperti|sebagaimana|studi|belajar|banding|contoh|kerja sama|bekerja sama|bermitra|bersama|antar|"
    r"rujukan|meniru|mengikuti|pusat pemerintah|asal|menuju|ke arah|dari dan ke|perwakilan|rombongan|delegasi|utusan|tamu|kunjung|hibah",
    re.IGNORECASE,
)
"""Words that show that another region is named on purpose."""
_VISITS: Final = lazy(r"\b(?:ber|me(?:ng)?)(?:kunjung|unjungi|datangi|hibahkan)|\bdatang\b|\bbertandang\b")
"""What another region does, behind its name."""
_HEADS: Final = lazy(
    r"\bpara (?:bupati|wali ?kota|kepala daerah)\b|\b\d+ (?:pemerintah )?(?:kabupaten|kota|daerah)\b", re.IGNORECASE
)
_DIVIDED: Final = lazy(r",? (?:secara administrati[fs] )?(?:terdiri (?:atas|dari)|terbagi (?:atas|menjadi)) ")
"""What follows the region whose profile this is."""
_FREE_PARTS: Final = ("profil.", "daftar_pustaka", "arsip", "evaluasi", "ulasan", "pengecualian", "pejabat.sebelumnya")
_FREE_KEYS: Final = ("sumber", "mitra", "bukti", "catatan", "alasan", "berkas", "url", "tempat", "pihak_terlibat")
_TITLES: Final = (("judul", "buku"), ("rpjmd", "nama"), ("rpjmd", "visi"), ("visi", "smart_city"))
"""Parts and keys of which the words are a title of this region."""


class Left(NamedTuple):
    """The words as they stand, and the region that they name."""

    words: str
    region: Region


class Partners(NamedTuple):
    """Words that show, before or behind the name in its sentence, that a guest or partner is meant."""

    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None

    @classmethod
    def of(cls, before: Iterable[str], behind: Iterable[str]) -> Partners:
        return cls(_any_of(before), _any_of(behind))


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    listed = "|".join(map(re.escape, words))
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE) if listed else None


class _Place(NamedTuple):
    match: re.Match[str]
    region: Region


def left_in(
    text: Text, own: Wilayah, districts: Iterable[str], common: Collection[str], partners: Partners
) -> Left | None:
    """The first name of another region that must be left from a copy.

    ``districts``: places of the own region. ``common``: names, folded, that are words of daily speech as well: they
    name a region only behind its kind. What the plan lists under ``wilayah.daerah_lain`` is meant: with its kind that
    region alone, without it all of the name.
    """
    if own.nama is None or text.key in _FREE_KEYS or text.part.path.startswith(_FREE_PARTS):
        return None
    if ".mitra[" in text.part.path:
        return None
    in_profile = text.part.path == "profil"
    if in_profile and text.key not in _PROFILE_KEYS:
        return None
    places = [*_places(text.text), *_direct_places(text.text, common)]
    known = {fold(name) for name in districts}
    meant = {split_kind(name) for name in own.daerah_lain or ()}
    for place in places:
        match, region = place
        short = fold(region.short)
        if short in known or (None, short) in meant or (region.kind, short) in meant:
            continue
        if _is_own(place, own.nama, own.kode):
            continue
        if in_profile:
            is_office = _SUBJECT.search(text.text, 0, match.start()) is not None
        else:
            before = _OWN_GOVERNMENT.search(text.text, 0, match.start())
            if before is not None and _has_own_name(region, own.nama) and before.group().lower().startswith(_PEOPLE):
                before = None  # the people of the city beside the regency, or the other way round
            is_office = match["kind"].lower() in _OFFICES or match.re is _DIRECT or before is not None
        is_office = is_office or _DIVIDED.match(text.text, match.start() + len(_words_of(place))) is not None
        stands_for_own = _is_title(text) or (is_office and not _is_listed(text.text, place, places))
        if stands_for_own and not _is_mentioned(text.text, match, partners):
            return Left(_words_of(place), region)
    return None


def _places(text: str) -> Iterator[_Place]:
    for match in _REGION.finditer(text):
        kind = "Kota" if match["kind"].lower() in _OF_CITY else "Kabupaten"
        region = _region_in(f"{kind} {match['name']}")
        if region is not None:
            yield _Place(match, region)


def _words_of(place: _Place) -> str:
    """The words of the match without what follows the name."""
    match, region = place
    if match.re is not _DIRECT:
        return match.group()
    return f"{match['kind']} {' '.join(match['name'].split()[: len(region.short.split())])}"


def _direct_places(text: str, common: Collection[str]) -> Iterator[_Place]:
    for match in _DIRECT.finditer(text):
        region = _unmistakable(match["name"], common)
        if region is not None:
            yield _Place(match, region)


def _unmistakable(words: str, common: Collection[str]) -> Region | None:
    """The region that ``words`` begin with, when the name is neither a daily word nor that of a province."""
    parts = words.split()
    for length in range(len(parts), 0, -1):
        name = fold(" ".join(parts[:length]))
        region = _by_short().get(name)
        if region is not None:
            return region if len(name) >= _SHORTEST and name not in common else None
    return None


def _is_title(text: Text) -> bool:
    return text.key == "judul" or (text.part.path, text.key) in _TITLES


def _is_own(place: _Place, name: str, code: str | None) -> bool:
    """The region of the plan, its name without a kind, or a regency of the province that the plan is for.

    Where a regency and a city share a name, the kind before it tells which is meant.
    """
    match, region = place
    if fold(match.group()).startswith(fold(name)) or fold(region.name) == fold(name):
        return True
    if _has_own_name(region, name) and (match.re is _DIRECT or not _has_twin(region)):
        return True
    return bool(code) and region.province_code == code


def _has_own_name(region: Region, name: str) -> bool:
    return fold(name).endswith(fold(region.short))


def _has_twin(region: Region) -> bool:
    """Whether the other kind of region bears the same name."""
    other = "Kota" if region.kind == "kabupaten" else "Kabupaten"
    return fold(f"{other} {region.short}") in _by_name()


def _is_listed(text: str, place: _Place, places: list[_Place]) -> bool:
    """Whether the sentence names a further region beside this one, or several at once: then both are meant."""
    start, end = _sentence_around(text, place.match)
    return _HEADS.search(text, start, end) is not None or any(
        other.region is not place.region and start <= other.match.start() < end for other in places
    )


def _is_mentioned(text: str, match: re.Match[str], partners: Partners) -> bool:
    begin, end = _sentence_around(text, match)
    before = (_MENTIONED, partners.before)
    behind = (_VISITS, partners.behind)
    return any(words is not None and words.search(text, begin, match.start()) for words in before) or any(
        words is not None and words.search(text, match.end(), end) for words in behind
    )


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
def _by_short() -> dict[str, Region]:
    of_provinces = " ".join(fold(province.short) for province in provinces())
    shorts = {fold(region.short): region for region in all_regions() if region.kind != "provinsi"}
    return {name: region for name, region in shorts.items() if name not in of_provinces}


@cache
def _by_name() -> dict[str, Region]:
    return {fold(region.name): region for region in all_regions()}
