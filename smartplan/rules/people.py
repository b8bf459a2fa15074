"""Names of people in the fields that hold them, and whether two of them are one person spelled in two ways."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.fields import Bagian
    from smartplan.plan.parts.rencana import Rencana

__all__ = ["NameField", "People", "name_words", "people_of"]

_TITLES: Final = frozenset(
    ("prof", "dr", "drs", "dra", "drg", "drh", "ir", "hj", "h", "kh", "apt", "ns", "adv", "letkol", "kolonel", "akbp",
     "kompol", "brigjen", "mayor")
)  # fmt: skip
"""Words before a name that are no part of it, without dots."""
_OFFICES: Final = frozenset(
    ("kepala", "ketua", "wakil", "camat", "lurah", "perbekel", "bupati", "wali", "walikota", "gubernur", "sekretaris",
     "rektor", "dekan", "direktur", "pimpinan", "komandan", "kapolres", "dandim", "kajari", "perwakilan", "unsur", "tokoh",
     "dinas", "badan", "bagian")
)  # fmt: skip
"""First words of an office that stands where a name is asked for."""
_WORD: Final = lazy(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ACTING: Final = lazy(r"^(?:pj|plt|plh|pjs|penjabat|pelaksana tugas|pelaksana harian)\b\.?\s*", re.IGNORECASE)
_FEWEST_LETTERS: Final = 5
"""In shorter words one letter makes another name: Sari and Sri."""
_ALIKE_ROLE: Final = 0.8
_MOST_ALIKE: Final = 200
"""Names with one word of difference that are compared."""
_VOWELS: Final = frozenset("aiueo")


class NameField(NamedTuple):
    """A name as written, its words without titles, and what tells who is meant: a number of service or an office."""

    part: Bagian
    key: str
    name: str
    words: tuple[str, ...]
    number: str | None
    role: str | None


def people_of(rencana: Rencana) -> Iterator[NameField]:
    """Every field that holds the name of an official, a member or a signatory, in reading order."""
    leaders = rencana.pejabat
    if leaders is not None:
        for part in (
            leaders.kepala_daerah,
            leaders.wakil_kepala_daerah,
            leaders.sekretaris_daerah,
            leaders.ketua_tim,
            *(leaders.sebelumnya or ()),
        ):
            yield from _field(part, "nama")
    for office in rencana.perangkat_daerah or ():
        yield from _field(office, "kepala")
    house = rencana.kelembagaan
    if house is None:
        return
    for agreement in (house.nota_kesepakatan, house.surat_kesepakatan, house.komitmen_bersama):
        for part in (agreement.penanda_tangan if agreement is not None else None) or ():
            yield from _field(part, "nama")
    for group in (house.dewan, house.tim_pelaksana):
        for part in (group.anggota if group is not None else None) or ():
            yield from _field(part, "nama")


class People:
    """Remembers names, and finds an earlier spelling of one without comparing it with each."""

    def __init__(self) -> None:
        self._spellings: set[tuple[str, ...]] = set()
        self._by_number: dict[str, NameField] = {}
        self._by_role: dict[str, NameField] = {}
        self._but_one: dict[tuple[int, tuple[str, ...]], list[NameField]] = {}

    def other_spelling(self, field: NameField) -> NameField | None:
        """An earlier field that spells the name of the same person otherwise; then remembers this spelling."""
        number, role, words = field.number, field.role, field.words
        first = self._by_number.setdefault(number, field) if number else field
        if first.words == words and role:
            holder = self._by_role.setdefault(role, field)
            first = holder if _is_alike(holder, field) else field
        is_new = words not in self._spellings
        self._spellings.add(words)
        for position, word in enumerate(words if is_new else ()):
            others = self._but_one.setdefault((position, words[:position] + words[position + 1 :]), [])
            if len(words) > 1 and first is field:
                first = next(
                    (one for one in others if _may_be_one(one, field) and _is_slip(one.words[position], word)), field
                )
            if len(others) < _MOST_ALIKE:
                others.append(field)
        return first if is_new and first.words != words else None


def _may_be_one(one: NameField, other: NameField) -> bool:
    return not (one.number and other.number and one.number != other.number)


def _is_alike(one: NameField, other: NameField) -> bool:
    """Whether the names of two holders of one office may be one name."""
    if one.words == other.words or not _may_be_one(one, other):
        return False
    from difflib import SequenceMatcher

    return SequenceMatcher(None, " ".join(one.words), " ".join(other.words)).ratio() >= _ALIKE_ROLE


def _field(part: Bagian | None, key: str) -> Iterator[NameField]:
    name = getattr(part, key, None)
    if part is None or not name:
        return
    words = name_words(name)
    if words and words[0] not in _OFFICES:
        number = re.sub(r"\D", "", getattr(part, "nip", None) or "") or None
        yield NameField(part, key, name, words, number, _role(part, key))


def name_words(name: str) -> tuple[str, ...]:
    """``Dr. H. Gede Suyasa, S.E., M.Si.`` -> ``gede suyasa``: titles behind a comma, and those in front, taken off."""
    words = [word.lower() for word in _WORD.findall(name.split(",")[0].replace("’", "'"))]
    while len(words) > 1 and words[0] in _TITLES:
        del words[0]
    return tuple(words)


def _role(part: Bagian, key: str) -> str | None:
    """The office that only one person holds at a time."""
    if key == "kepala":
        return f"kepala {getattr(part, 'id', None) or part.path}"
    title = _ACTING.sub("", (getattr(part, "jabatan", None) or "").strip()).lower()
    opd = getattr(part, "opd", None)
    if opd and title.startswith(("kepala dinas", "kepala badan", "direktur", "camat", "inspektur")):
        return f"kepala {opd}"
    is_leader = title.startswith(
        ("bupati", "wali kota", "wakil bupati", "wakil wali kota", "gubernur", "sekretaris daerah")
    )
    return title if is_leader else None


def _is_slip(one: str, other: str) -> bool:
    """Whether one letter is added, lost, replaced, or changes place with its neighbour, in words that are not short."""
    if min(len(one), len(other)) < _FEWEST_LETTERS or one[0] != other[0]:
        return False
    if len(one) > len(other):
        one, other = other, one
    start = next((at for at, letter in enumerate(one) if letter != other[at]), len(one))
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    if one[start + 1 :] == other[start + 1 :]:
        is_ending = start == len(one) - 1 and one[-1] in _VOWELS and other[-1] in _VOWELS
        return not is_ending  # Suryana and Suryani are a man and a woman
    swapped = one[start + 1 : start + 2] + one[start : start + 1]
    return other[start : start + 2] == swapped and one[start + 2 :] == other[start + 2 :]
