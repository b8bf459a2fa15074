"""Family DIM: dimensions, their names, their sub-dimensions, and sentences that stand in two of them."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from smartplan.findings import Related, Span
from smartplan.rules.base import Context, found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.fields import Bagian
    from smartplan.findings import Finding

_SUB_LISTS: Final = ("permasalahan", "kesenjangan", "sasaran", "inisiatif", "program")
_SENTENCE: Final = re.compile(r"[^.!?\n]+")
_SHORTEST: Final = 40


@rule("DIM001", "dimensi-tidak-ada", owner="diskominfo")
def dimension_absent(ctx: Context) -> Iterator[Finding]:
    """Dimensi yang diminta edisi belum ditulis.

    Mengapa: rencana dinilai pada setiap dimensi; dimensi yang kosong menghilangkan seluruh nilainya.
    Salah: dimensi: {smart_environment: null}
    Benar: {}
    """
    for item in ctx.edition.dimensi or ():
        if item.id and item.id not in ctx.plan.dimensi and f"dimensi/{item.id}.yaml" not in ctx.plan.unread:
            home = ctx.plan.home_of(item.id)
            hint = f"buat berkas dimensi/{item.id}.yaml" if ctx.plan.is_folder else f"tulis dimensi.{item.id}"
            message = f"dimensi {item.nama} belum ditulis"
            yield found(None, None, message, hint, span=home, path=f"dimensi.{item.id}", dimension=item.id)


@rule("DIM002", "nama-dimensi-keliru", owner="diskominfo")
def dimension_misnamed(ctx: Context) -> Iterator[Finding]:
    """Nama dimensi bukan nama resmi edisi.

    Mengapa: nama yang keliru pernah lolos sampai dokumen yang diserahkan.
    Salah: |
      visi: {smart_city: Tirta cerdas, penjelasan: Enam dimensi dimulai dari Smart Government., keterkaitan: Meneruskan visi RPJMD.}
    Benar: |
      visi: {smart_city: Tirta cerdas, penjelasan: Enam dimensi dimulai dari Smart Governance., keterkaitan: Meneruskan visi RPJMD.}
    """
    known = {item.id: item.nama or item.id for item in ctx.edition.dimensi or () if item.id}
    right = {
        wrong.lower(): known[item.id]
        for item in ctx.edition.dimensi or ()
        if item.id
        for wrong in item.nama_keliru or ()
    }
    keys = {wrong.replace(" ", "_"): name for wrong, name in right.items()}
    for name, part in ctx.plan.dimensi.items():
        if name in known:
            continue
        near = get_close_matches(name, [*known, *keys], n=1, cutoff=0.6)
        official = (known.get(near[0]) or keys[near[0]]) if near else None
        hint = f"maksud Anda {official}?" if official else "dimensi edisi: " + ", ".join(known.values())
        yield found(part, None, f'dimensi "{name}" tidak ada dalam edisi', hint, span=_home(ctx, name, part))
    if not right:
        return
    pattern = re.compile("|".join(rf"\b{re.escape(wrong)}\b" for wrong in right), re.IGNORECASE)
    for dimension, place, key, text in _texts(ctx):
        match = pattern.search(text)
        if match:
            hint = f"nama resminya {right[match.group().lower()]}"
            yield found(place, key, f'"{match.group()}" bukan nama dimensi yang resmi', hint, dimension=dimension)


@rule("DIM003", "sub-dimensi-kosong", needs="dimensi", owner="koordinator dimensi")
def sub_dimension_empty(ctx: Context) -> Iterator[Finding]:
    """Sub-dimensi tidak memuat apa pun dan alasannya tidak disebut.

    Mengapa: dasar fakta yang lemah adalah kekurangan yang paling sering ditemukan dalam rencana daerah.
    Salah: |
      dimensi: {smart_living: {permasalahan: [], kesenjangan: [], sasaran: [], inisiatif: [], program: [], quick_win: []}}
    Benar: |
      dimensi:
        smart_living:
          permasalahan: []
          kesenjangan: []
          sasaran: []
          inisiatif: []
          program: []
          quick_win: []
          sub_kosong:
            - {sub: harmonisasi_tata_ruang, alasan: Ditangani provinsi}
            - {sub: prasarana_kesehatan, alasan: Ditangani provinsi}
            - {sub: telekomunikasi_transportasi, alasan: Ditangani provinsi}
    """
    subs = {item.id: item.sub or [] for item in ctx.edition.dimensi or ()}
    for name, _, dimensi in ctx.index.dimensions:
        if all(getattr(dimensi, kind) is None for kind in _SUB_LISTS):
            continue  # nothing is written yet: absence is reported as such
        used = {getattr(item, "sub", None) for kind in _SUB_LISTS for item in getattr(dimensi, kind) or ()}
        excused = {item.sub for item in dimensi.sub_kosong or () if item.alasan}
        for sub in subs.get(name, []):
            if sub.id not in used and sub.id not in excused:
                hint = f"isi permasalahan, sasaran, atau program dengan `sub: {sub.id}`, atau tulis alasannya di sub_kosong"
                message = f"sub-dimensi {sub.nama} belum diisi"
                yield found(dimensi, None, message, hint, span=_home(ctx, name, dimensi), dimension=name)


@rule("DIM004", "kalimat-berulang-antardimensi", needs="dimensi", owner="koordinator dimensi")
def repeated_sentence(ctx: Context) -> Iterator[Finding]:
    """Kalimat yang sama berdiri di dua dimensi.

    Mengapa: kalimat yang disalin dengan kata benda lain menandakan analisis yang tidak dikerjakan.
    Salah: |
      dimensi:
        smart_living: {tren: Layanan akan berpindah sepenuhnya ke ruang digital dalam sepuluh tahun.}
        smart_society: {tren: Layanan akan berpindah sepenuhnya ke ruang digital dalam sepuluh tahun.}
    Benar: |
      dimensi:
        smart_living: {tren: Layanan akan berpindah sepenuhnya ke ruang digital dalam sepuluh tahun.}
        smart_society: {tren: Percakapan warga makin banyak berlangsung di luar pertemuan resmi.}
    """
    seen: dict[str, tuple[str, Bagian, str]] = {}
    for dimension, part, key, text in _texts(ctx):
        if dimension is None:
            continue
        for sentence in _SENTENCE.findall(text):
            plain = " ".join(sentence.lower().split())
            if len(plain) < _SHORTEST:
                continue
            first = seen.setdefault(plain, (dimension, part, key))
            if first[0] != dimension:
                place = first[1].span(first[2])
                related = (Related(place, "kalimat yang sama pertama ditulis di sini"),) if place else ()
                short = plain if len(plain) <= 60 else f"{plain[:59]}…"
                message = f'kalimat "{short}" berdiri pula di dimensi lain'
                yield found(part, key, message, "tulis keadaan khas dimensi ini", related=related, dimension=dimension)
                break


def _texts(ctx: Context) -> Iterator[tuple[str | None, Bagian, str, str]]:
    for dimension, part in ctx.index.parts:
        for key, kind in part._kinds.items():
            if kind in ("prosa", "teks"):
                text = getattr(part, key)
                if text:
                    yield dimension, part, key, text


def _home(ctx: Context, name: str, part: Bagian) -> Span | None:
    return Span(f"dimensi/{name}.yaml", 1, 1, 1, 1) if f"dimensi/{name}.yaml" in ctx.plan.files else part.span()


RULES = (dimension_absent, dimension_misnamed, sub_dimension_empty, repeated_sentence)
