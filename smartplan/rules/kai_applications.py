"""Family KAI: applications that are proposed, and those that stand already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from smartplan.rules.base import Context, beside, found, label, rule
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

__all__ = ["application_stands"]

_WORD: Final = lazy(r"\w+")
_BUILDING: Final = {"pembangunan", "pembuatan", "perancangan", "penciptaan", "membangun", "membuat", "merancang"}
_NO_NAME: Final = _BUILDING | {"aplikasi", "baru"}
"""Words around the name of an application that are not part of it."""
_GOING_ON: Final = lazy(
    r"[kg]embang|lanjut|ingkatk?an|perluas|integrasi|empurna|(?:t|n)ambah|ulang|melihara|pelihara|perbarui"
)
"""Parts of words that tell of work on something that stands already."""
_SHORTEST: Final = 4
"""Shorter names are those of many things."""
_STANDS: Final = (None, "aktif", "terbatas")
_IS_APPLICATION: Final = (None, "aplikasi", "sistem")


@rule("KAI009", "aplikasi-sudah-ada", needs="dimensi.*.program", owner="koordinator dimensi")
def application_stands(ctx: Context) -> Iterator[Finding]:
    """Aplikasi baru diusulkan padahal sudah ada dalam inventaris, atau inventarisnya dinyatakan nihil.

    Mengapa: aplikasi yang dibangun dua kali adalah pemborosan; yang sudah ada dicatat dahulu, lalu dikembangkan.
    Perbaiki: tulis program sebagai pengembangan aplikasi yang ada, atau lengkapi inventaris dimensi itu.
    Salah: |
      dimensi: {smart_governance: {inventaris: [{id: antre, nama: Program governance, jenis: aplikasi, sub: layanan_publik}]}}
    Benar: |
      dimensi: {smart_governance: {inventaris: [{id: antre, nama: Antre Daring, jenis: aplikasi, sub: layanan_publik}]}}
    """
    group = ctx.limits.get("kelompok", "aplikasi")
    standing: dict[str, Any] = {}
    for _, item in ctx.index.items("inventaris"):
        if item.nama and item.keadaan in _STANDS and item.jenis in _IS_APPLICATION:
            for name in _names(item.nama):
                standing.setdefault(name, item)
    for dimension, title, part in ctx.index.dimensions:
        proposed = 0
        for program in part.program or ():
            if program.kelompok != group or not program.nama:
                continue
            proposed += 1
            if not standing:
                continue
            item = next((standing[name] for name in _names(program.nama) if name in standing), None)
            if item is not None and (_is_built(program.nama) or not _goes_on(program)):
                related = beside(item, "nama", "aplikasi itu tercatat di sini")
                message = f'"{label(item)}" sudah ada dalam inventaris, tetapi diusulkan sebagai aplikasi baru'
                hint = f'tulis "Pengembangan {label(item)}" bila melanjutkan yang ada, atau beri nama lain'
                yield found(program, "nama", message, hint, related=related, dimension=dimension, opd=program.opd)
        if proposed and part.inventaris == [] and ctx.index.is_whole("inventaris"):
            message = f"inventaris {title} dinyatakan nihil, tetapi {proposed} program aplikasi diusulkan"
            hint = "catat dahulu aplikasi yang sudah dipakai OPD dimensi ini, atau jelaskan dengan pengecualian"
            yield found(part, "inventaris", message, hint, dimension=dimension)


def _names(name: str) -> list[str]:
    """What the application may be called: all of it, what stands before brackets, and what stands in them."""
    before, _, within = name.partition("(")
    called = [_bare(text) for text in (name, before, within.partition(")")[0])]
    return [text for text in dict.fromkeys(called) if len(text) >= _SHORTEST]


def _bare(name: str) -> str:
    return " ".join(word for word in _WORD.findall(name.lower()) if word not in _NO_NAME)


def _is_built(name: str) -> bool:
    return not _BUILDING.isdisjoint(_WORD.findall(name.lower()))


def _goes_on(program: Any) -> bool:
    """Whether something of the program tells that the application is carried further."""
    words = " ".join((program.uraian or "", *(program.kegiatan or ()), program.keterangan or "")).lower()
    return _GOING_ON.search(words) is not None
