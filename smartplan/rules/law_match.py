"""What the register and the edition say of an act: which it is, what it is called, where its kind stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.edition.law import plain_kind
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.edition import Hukum, LawRegister
    from smartplan.fields import Bagian
    from smartplan.findings import Edit
    from smartplan.plan.parts.kelembagaan import DasarHukum
    from smartplan.rules.base import Context

__all__ = [
    "LOCAL",
    "act_name",
    "alike",
    "bare_kind",
    "edits_of",
    "find_act",
    "is_local",
    "is_misspelt",
    "kind_id",
    "kind_names",
    "known_acts",
    "number_of",
    "place_of",
    "rank_of",
    "same_title",
    "spelled_out",
    "title_list",
    "title_words",
    "without_period",
]

_WORD: Final = lazy(r"\w+")
LOCAL: Final = ("perda", "perkada")
"""Kinds (ids of the edition) that regions make themselves: the register does not know them."""
_OF_REGION: Final = lazy(
    r"\b(?:bupati|wali ?kota|gubernur|daerah|kabupaten|kota|provinsi|dprd|desa|nagari)\b", re.IGNORECASE
)
"""Who makes an act of a region, in the words of its kind."""
_OF_PROVINCE: Final = lazy(r"\b(?:provinsi|propinsi|gubernur|pergub)\b", re.IGNORECASE)
_STATE: Final = lazy(r"\s+(?:republik indonesia|r\.?\s?i\.?)\s*\Z", re.IGNORECASE)
_NUMBER_MARK: Final = lazy(r"\A\s*(?:nomor|nomer|no\b\.?)\s*", re.IGNORECASE)
_WITH_YEAR: Final = lazy(r"(?P<number>\d+\w?)\s*(?:/|\s+tahun\b)\s*(?P<year>\d{4})\Z", re.IGNORECASE)
_ALIKE: Final = 0.6
_LIKE_SPELT: Final = 0.75
_MOST_MISSPELT: Final = 2
_SHORTEST_ACRONYM: Final = 3


def known_acts(ctx: Context, register: LawRegister | None) -> Iterator[tuple[DasarHukum, Hukum | None]]:
    """The national acts of the plan with what the register says of them."""
    if register is None:
        return
    for row in ctx.rencana.dasar_hukum or ():
        if row.jenis and row.nomor and row.tahun is not None and not is_local(ctx, row.jenis):
            yield row, find_act(ctx, register, row)


def find_act(ctx: Context, register: LawRegister, row: DasarHukum) -> Hukum | None:
    """The act of this number and year: of the very kind, else of the same rank when the title fits it as well.

    ``Permendagri`` and ``Peraturan Menteri Dalam Negeri`` are of one rank, and so are acts of other ministers.
    """
    wanted = rank_of(ctx, row.jenis)
    number = number_of(row)
    act = register.find(kind_names(ctx, row.jenis, wanted), number, row.tahun)
    if act is not None or wanted is None or not row.tentang:
        return act
    return next(
        (
            act
            for act in register.hukum or ()
            if (act.nomor, act.tahun) == (number, row.tahun)
            and rank_of(ctx, act.jenis) == wanted
            and act.tentang
            and alike(row.tentang, act.tentang)
        ),
        None,
    )


def kind_names(ctx: Context, kind: str | None, rank: int | None) -> list[str]:
    """``kind`` and, when it names the rank itself, not one of several of that rank, the other names of it."""
    names = [bare_kind(kind)]
    if rank is not None:
        row = (ctx.edition.urutan_hukum or [])[rank]
        own = [plain_kind(row.nama), plain_kind(row.singkatan)]
        if names[0] in own:
            names += own
    return names


def same_title(register: LawRegister | None, row: DasarHukum) -> Hukum | None:
    """The act of the very title, else one of this number and year with an alike title, whose kind is another."""
    title = title_words(row.tentang)
    acts = (register.hukum if register else None) or []
    if not title:
        return None
    for act in acts:
        if title_words(act.tentang) == title:
            return act
    number = number_of(row)
    return next(
        (
            act
            for act in acts
            if (act.nomor, act.tahun) == (number, row.tahun) and alike(row.tentang or "", act.tentang or "")
        ),
        None,
    )


def alike(one: str, other: str) -> bool:
    """Whether two titles mean the same act: most words of the shorter one stand in the longer one."""
    first, second = title_words(one), title_words(other)
    if len(first) == 1 and next(iter(first)) == "".join(word[0] for word in title_list(other)):
        return True  # its initials
    return not first or not second or len(first & second) >= _ALIKE * min(len(first), len(second))


def title_words(title: str | None) -> frozenset[str]:
    return frozenset(title_list(title)) - {"tentang"}


def title_list(title: str | None) -> list[str]:
    """The words of a title in lower case, in order, without those that join."""
    return [word for word in _WORD.findall((title or "").lower()) if word not in ("dan", "atau")]


def without_period(words: list[str]) -> list[str]:
    """A title without ``tahun 2020 2024`` at its end."""
    if "tahun" not in words:
        return words
    at = len(words) - 1 - words[::-1].index("tahun")
    return words[:at] if words[at + 1 :] and all(word.isdigit() for word in words[at + 1 :]) else words


def spelled_out(spoken: list[str], title: list[str]) -> list[str]:
    """``spoken`` with the acronym that it begins with replaced by the words of ``title`` that it stands for."""
    length = len(spoken[0]) if spoken else 0
    if length < _SHORTEST_ACRONYM or not spoken[0].isupper():
        return spoken
    initials = "".join(word[:1] for word in title[:length])
    return [*title[:length], *spoken[1:]] if initials == spoken[0].lower() else spoken


def act_name(act: object) -> str:
    """``UU 23 Tahun 2014``."""
    kind, number, year = getattr(act, "jenis", None), number_of(act), getattr(act, "tahun", None)
    return " ".join(text for text in (kind, number, f"Tahun {year}" if year else None) if text)


def number_of(act: object) -> str:
    """The number alone: ``Nomor 23``, ``023`` and ``23 Tahun 2014`` are 23, when the year is that of the act."""
    text = _NUMBER_MARK.sub("", getattr(act, "nomor", None) or "").strip()
    both = _WITH_YEAR.match(text)
    if both is not None and both["year"] == str(getattr(act, "tahun", None)):
        text = both["number"]
    return text.lstrip("0") or text


def bare_kind(kind: str | None) -> str:
    """As ``plain_kind`` writes it, without the name of the state."""
    return plain_kind(_STATE.sub("", kind or ""))


def rank_of(ctx: Context, kind: str | None) -> int | None:
    """Place in the official order; ``Peraturan Daerah Kabupaten Tirta`` is what its longest known beginning is."""
    kinds = ctx.index.law_kinds
    words = (kind or "").split()
    beginnings = (plain_kind("".join(words[:length])) for length in range(len(words), 0, -1))
    return next((kinds[name] for name in beginnings if name in kinds), None)


def place_of(ctx: Context, row: DasarHukum) -> tuple[int, int, int] | None:
    """Where an act stands in the official order: its kind, the province before the regency, its year."""
    rank = rank_of(ctx, row.jenis)
    if rank is None or row.tahun is None:
        return None
    is_lower = is_local(ctx, row.jenis) and not _OF_PROVINCE.search(f"{row.jenis} {row.tentang}")
    return rank, int(is_lower), row.tahun


def is_local(ctx: Context, kind: str | None) -> bool:
    """Whether a region makes acts of this kind."""
    rank = rank_of(ctx, kind)
    return kind_id(ctx, kind) in LOCAL or (rank is None and _OF_REGION.search(kind or "") is not None)


def kind_id(ctx: Context, kind: str | None) -> str | None:
    """The edition's id of this kind of act."""
    rank = rank_of(ctx, kind)
    return (ctx.edition.urutan_hukum or [])[rank].id if rank is not None else None


def is_misspelt(written: str, official: str) -> bool:
    """Whether a title differs from the official one by the spelling of a word or two: ``Perlindungan``."""
    one, other = title_list(written), title_list(official)
    differing = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    if len(one) != len(other) or not 0 < len(differing) <= _MOST_MISSPELT:
        return False
    from difflib import SequenceMatcher

    return all(SequenceMatcher(None, *pair).ratio() >= _LIKE_SPELT and not pair[0].isdigit() for pair in differing)


def edits_of(row: Bagian, values: dict[str, str]) -> tuple[Edit, ...]:
    """The edits that write ``values`` (key -> text) into ``row``; none unless all of them can be made."""
    edits: list[Edit] = []
    for key, text in values.items():
        made = row.rewrite(key, text)
        if not made:
            return ()
        edits += made
    return tuple(edits)
