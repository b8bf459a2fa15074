"""Planning documents that a plan names with their year, and those that its lists hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.rules.base import Context
    from smartplan.rules.texts import Text

__all__ = ["UNKNOWN", "listed_works", "named_works"]

_LONG: Final = {
    "rencana pembangunan jangka menengah daerah": "rpjmd",
    "rencana pembangunan jangka panjang daerah": "rpjpd",
    "rencana pembangunan jangka menengah nasional": "rpjmn",
    "rencana pembangunan daerah": "rpd",
    "rencana tata ruang wilayah": "rtrw",
    "rencana detail tata ruang": "rdtr",
    "rencana strategis": "renstra",
    "rencana kerja pemerintah daerah": "rkpd",
    "rencana induk pembangunan kepariwisataan daerah": "ripparda",
    "rencana induk pembangunan pariwisata daerah": "ripparda",
}
_SHORT: Final = ("rpjmd", "rpjpd", "rpjmn", "rpd", "rtrw", "rdtr", "renstra", "rkpd", "ripparda")
_SIGNS: Final = ("rencana ", "rpj", "rpd", "rtrw", "rdtr", "renstra", "rkpd", "ripparda")
_DATED: Final = lazy(
    rf"\b(?P<kind>(?i:{'|'.join((*_LONG, *_SHORT))}))\b(?P<between>(?: \([A-Z]+\))?(?: [A-Z][\w.]*){{0,5}}(?: Tahun)?)"
    r" (?P<year>(?:19|20)\d\d)(?:\s?[-–]\s?(?:19|20)\d\d)?(?!\d)"
)
_ANY: Final = lazy(rf"\b(?:{'|'.join((*_LONG, *_SHORT))})\b")
_YEARS: Final = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
UNKNOWN: Final = 0
_FREE_PARTS: Final = ("rpjmd", "visi.rpjpd", "evaluasi", "realisasi", "ulasan", "pengecualian", "arsip")


def named_works(ctx: Context) -> Iterator[tuple[Text, str, str, int]]:
    """Each text that names a document with its year: the words, the kind and the first year of them."""
    for text in ctx.index.texts.holding(_SIGNS):
        if text.is_quoted or text.part.path.startswith(_FREE_PARTS):
            continue
        for match in _DATED.finditer(text.text):
            kind = match["kind"].lower()
            yield text, match.group(), _LONG.get(kind, kind), int(match["year"])


def listed_works(ctx: Context) -> set[tuple[str, int]]:
    """Kind and every year of the documents that the plan lists: works, acts, sources, and its own RPJMD and RPJPD.

    The year is ``UNKNOWN`` for the own ones when the plan does not say it: then every year may be right.
    """
    plan = ctx.rencana
    rpjpd = plan.visi.rpjpd if plan.visi is not None else None
    listed: set[tuple[str, int]] = set()
    for own, kinds in ((plan.rpjmd, ("rpjmd", "rpd")), (rpjpd, ("rpjpd",))):
        period = own.periode if own is not None else None
        own_years = (period.awal, period.akhir) if period is not None else ()
        known = {(kind, year) for kind in kinds for year in own_years if year is not None}
        listed |= known or {(kind, UNKNOWN) for kind in kinds}
    names = [f"{row.judul} {row.tahun or ''}" for row in plan.daftar_pustaka or () if row.judul]
    names += [f"{row.tentang} {row.tahun or ''}" for row in plan.dasar_hukum or () if row.tentang]
    names += [name for name in (plan.rpjmd.nama if plan.rpjmd is not None else None,) if name]
    names += [text.text for text in ctx.index.texts.holding(_SIGNS) if text.key == "sumber"]
    for name in names:
        kinds_named = _ANY.findall(name.lower())
        years = [int(year) for year in _YEARS.findall(name)]
        listed.update((_LONG.get(kind, kind), year) for kind in kinds_named for year in years)
    return listed
