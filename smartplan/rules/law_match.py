"""What the register and the edition say of an act: which it is, what it is called, where its kind stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.edition.law import plain_kind

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
    "edits_of",
    "find_act",
    "is_misspelt",
    "kind_id",
    "kind_names",
    "known_acts",
    "rank_of",
    "same_title",
    "title_list",
    "title_words",
]

_WORD: Final = re.compile(r"\w+")
LOCAL: Final = ("perda", "perkada")
"""Kinds (ids of the edition) that regions make themselves: the register does not know them."""
_ALIKE: Final = 0.6
_LIKE_SPELT: Final = 0.75
_MOST_MISSPELT: Final = 2


def known_acts(ctx: Context, register: LawRegister | None) -> Iterator[tuple[DasarHukum, Hukum | None]]:
    """The national acts of the plan with what the register says of them."""
    if register is None:
        return
    for row in ctx.rencana.dasar_hukum or ():
        if row.jenis and row.nomor and row.tahun is not None and kind_id(ctx, row.jenis) not in LOCAL:
            yield row, find_act(ctx, register, row)


def find_act(ctx: Context, register: LawRegister, row: DasarHukum) -> Hukum | None:
    """The act of this number and year: of the very kind, else of the same rank when the title fits it as well.

    ``Permendagri`` and ``Peraturan Menteri Dalam Negeri`` are of one rank, and so are acts of other ministers.
    """
    wanted = rank_of(ctx, row.jenis)
    act = register.find(kind_names(ctx, row.jenis, wanted), row.nomor, row.tahun)
    if act is not None or wanted is None or not row.tentang:
        return act
    number = (row.nomor or "").strip()
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
    names = [plain_kind(kind)]
    if rank is not None:
        row = (ctx.edition.urutan_hukum or [])[rank]
        own = [plain_kind(row.nama), plain_kind(row.singkatan)]
        if names[0] in own:
            names += own
    return names


def same_title(register: LawRegister | None, row: DasarHukum) -> Hukum | None:
    title = title_words(row.tentang)
    return next(
        (act for act in (register.hukum if register else None) or () if title and title_words(act.tentang) == title),
        None,
    )


def alike(one: str, other: str) -> bool:
    """Whether two titles mean the same act: most words of the shorter one stand in the longer one."""
    first, second = title_words(one), title_words(other)
    return not first or not second or len(first & second) >= _ALIKE * min(len(first), len(second))


def title_words(title: str | None) -> frozenset[str]:
    return frozenset(title_list(title)) - {"tentang"}


def title_list(title: str | None) -> list[str]:
    """The words of a title in lower case, in order, without those that join."""
    return [word for word in _WORD.findall((title or "").lower()) if word not in ("dan", "atau")]


def act_name(act: object) -> str:
    """``UU 23 Tahun 2014``."""
    kind, number, year = (getattr(act, key, None) for key in ("jenis", "nomor", "tahun"))
    return " ".join(text for text in (kind, number, f"Tahun {year}" if year else None) if text)


def rank_of(ctx: Context, kind: str | None) -> int | None:
    plain = plain_kind(kind)
    for position, row in enumerate(ctx.edition.urutan_hukum or ()):
        if any(plain and plain == plain_kind(name) for name in (row.nama, row.singkatan, *(row.ejaan or ()))):
            return position
    return None


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
