"""Family ARH: the direction: period, visi, misi, sasaran."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.rules.base import Context, found, label, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_NUMBER: Final = re.compile(r"\d+")
_DOCUMENT: Final = {
    "rpjmd": re.compile(r"\bRPJMD\b|Rencana Pembangunan Jangka Menengah", re.IGNORECASE),
    "rpd": re.compile(r"\bRPD\b|Rencana Pembangunan Daerah", re.IGNORECASE),
}
"""Kind of document -> how a text names it."""


@rule("ARH001", "visi-tidak-terkait", needs="visi.keterkaitan", owner="bappeda")
def vision_untied(ctx: Context) -> Iterator[Finding]:
    """Keterkaitan visi Smart City tidak menyebut RPJMD atau RPD yang berlaku.

    Mengapa: visi Smart City sah bila jelas meneruskan visi RPJMD, atau arah RPD selama daerah dipimpin Penjabat.
    Perbaiki: sebutkan RPJMD atau RPD dalam `keterkaitan`, dan bagian mana yang diteruskan visi Smart City.
    Salah: |
      visi: {keterkaitan: Visi ini lahir dari lokakarya.}
    Benar: |
      visi: {keterkaitan: Visi ini meneruskan visi RPJMD.}
    """
    visi, rpjmd = ctx.rencana.visi, ctx.rencana.rpjmd
    kind = rpjmd.jenis if rpjmd is not None else None
    pattern = _DOCUMENT.get(kind or "")
    if visi is None or not visi.keterkaitan or pattern is None or kind is None:
        return
    name = kind.upper()
    if not pattern.search(visi.keterkaitan) and not (rpjmd and rpjmd.nama and rpjmd.nama in visi.keterkaitan):
        hint = f"sebutkan bagaimana visi Smart City meneruskan {name}"
        yield found(visi, "keterkaitan", f"keterkaitan visi tidak menyebut {name}", hint)


@rule("ARH002", "misi-tidak-melayani-dimensi", needs="misi", owner="bappeda")
def mission_without_dimension(ctx: Context) -> Iterator[Finding]:
    """Misi Smart City tidak melayani satu dimensi pun, atau satu dimensi tidak dilayani misi mana pun.

    Mengapa: misi menjadi jembatan antara visi dan sasaran tiap dimensi.
    Perbaiki: tulis `dimensi` pada misi, atau tambahkan misi untuk dimensi yang belum dilayani.
    Salah: |
      misi: [{id: misi-a, misi: Melayani warga, dimensi: []}]
    Benar: {}
    """
    served: set[str] = set()
    for misi in ctx.rencana.misi or ():
        served.update(misi.dimensi or ())
        if not misi.dimensi:
            hint = "tulis `dimensi: [...]` dengan dimensi yang dilayani"
            yield found(misi, "dimensi", f'misi "{label(misi, "misi")}" tidak melayani dimensi mana pun', hint)
    if not served or not ctx.index.is_whole("misi"):
        return
    for name in ctx.edition.ids("dimensi"):
        if name not in served:
            message = f"dimensi {ctx.edition.name_of('dimensi', name)} tidak dilayani misi mana pun"
            hint = "tambahkan dimensi ini pada salah satu misi"
            yield found(ctx.rencana, "misi", message, hint, span=ctx.rencana.key_span("misi"), dimension=name)


@rule("ARH003", "visi-diturunkan-dari-rpd", needs="rpjmd.jenis", owner="bappeda")
def vision_from_rpd(ctx: Context) -> Iterator[Finding]:
    """Dokumen daerah adalah RPD tanpa visi kepala daerah, dan visi Smart City belum ditulis.

    Mengapa: selama daerah dipimpin Penjabat tidak ada visi politik; visi Smart City diturunkan dari arah RPD dan RPJPD.
    Perbaiki: turunkan visi Smart City dari arah RPD dan visi RPJPD.
    Salah: |
      rpjmd: {jenis: rpd, visi: null}
      visi: {smart_city: null, keterkaitan: null}
    Benar: |
      rpjmd: {jenis: rpd, visi: null}
      visi: {smart_city: Tirta cerdas melayani, keterkaitan: Meneruskan arah RPD.}
    """
    rpjmd, visi = ctx.rencana.rpjmd, ctx.rencana.visi
    if rpjmd is None or rpjmd.jenis != "rpd" or rpjmd.visi or (visi is not None and visi.smart_city):
        return
    message = "dokumen daerah adalah RPD, yang tidak memuat visi kepala daerah; visi RPJMD memang tidak diminta"
    hint = "turunkan visi Smart City dari arah RPD dan visi RPJPD, lalu tulis di `visi:` paling lambat Bimtek II"
    yield found(rpjmd, "jenis", message, hint)


@rule("ARH004", "visi-pada-rpd", needs="rpjmd.visi", owner="bappeda")
def vision_in_rpd(ctx: Context) -> Iterator[Finding]:
    """Visi politik diisi padahal dokumennya RPD.

    Mengapa: RPD disusun saat daerah dipimpin Penjabat, yang tidak membawa visi politik.
    Perbaiki: kosongkan `visi`, atau ubah `jenis` menjadi rpjmd bila dokumennya memang RPJMD.
    Salah: |
      rpjmd: {jenis: rpd}
      visi: {keterkaitan: Meneruskan arah RPD.}
    Benar: {}
    """
    rpjmd = ctx.rencana.rpjmd
    if rpjmd is not None and rpjmd.jenis == "rpd" and rpjmd.visi:
        hint = "kosongkan visi, atau ubah jenis menjadi rpjmd"
        yield found(rpjmd, "visi", "RPD tidak memuat visi kepala daerah, tetapi visi diisi", hint)


@rule("ARH005", "sasaran-tanpa-dasar", needs="dimensi.*.sasaran", owner="koordinator dimensi")
def target_without_ground(ctx: Context) -> Iterator[Finding]:
    """Sasaran tidak menyebut dasar penetapannya.

    Mengapa: sasaran tanpa dasar tidak dapat dipertahankan di depan penilai.
    Perbaiki: tulis pada `dasar` dokumen atau alasan yang melahirkan sasaran itu.
    Salah: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: prasarana_kesehatan, sasaran: Sehat, misi: [misi-a]}]}}
    Benar: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: prasarana_kesehatan, sasaran: Sehat, misi: [misi-a], dasar: RPJMD}]}}
    """
    for dimension, sasaran in ctx.index.items("sasaran"):
        if not sasaran.dasar:
            hint = "tulis `dasar:` dengan alasan atau dokumen yang mendasarinya"
            message = f'sasaran "{label(sasaran, "sasaran")}" tidak menyebut dasarnya'
            yield found(sasaran, "dasar", message, hint, dimension=dimension)


@rule("ARH006", "target-di-luar-periode", needs="dimensi.*.sasaran", owner="koordinator dimensi")
def target_outside_period(ctx: Context) -> Iterator[Finding]:
    """Tahun target sasaran berada di luar periode rencana.

    Mengapa: target yang jatuh di luar periode tidak pernah dievaluasi.
    Perbaiki: pindahkan target ke tahun dalam periode rencana, atau perbaiki periodenya.
    Salah: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: prasarana_kesehatan, sasaran: Sehat, misi: [misi-a], dasar: RPJMD, target: {2050: 1}}]}}
    Benar: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: prasarana_kesehatan, sasaran: Sehat, misi: [misi-a], dasar: RPJMD, target: {2026: 1}}]}}
    """
    period = ctx.rencana.periode
    if period is None or period.awal is None or period.akhir is None:
        return
    for dimension, sasaran in ctx.index.items("sasaran"):
        for year in sasaran.target or {}:
            if not period.awal <= year <= period.akhir:
                message = f"target tahun {year} di luar periode rencana {period.awal}-{period.akhir}"
                span = sasaran.item_span("target", year)
                path = sasaran.path_of(f"target.{year}")
                yield found(sasaran, None, message, "perbaiki tahunnya", span=span, path=path, dimension=dimension)


@rule("ARH012", "periode-tidak-lazim", needs="periode", owner="bappeda")
def odd_period(ctx: Context) -> Iterator[Finding]:
    """Periode rencana terbalik, atau lamanya tidak lazim menurut edisi.

    Mengapa: rencana induk lazim berjangka lima atau sepuluh tahun.
    Perbaiki: periksa tahun awal dan akhir rencana terhadap peraturan atau surat yang menetapkannya.
    Salah: |
      periode: {awal: 2026, akhir: 2028}
      peta_jalan: {periode: []}
      dimensi: {smart_living: {sasaran: []}}
    Benar: |
      periode: {awal: 2026, akhir: 2030}
      peta_jalan: {periode: []}
      dimensi: {smart_living: {sasaran: []}}
    """
    period = ctx.rencana.periode
    if period is None or period.awal is None or period.akhir is None:
        return
    lengths = [int(number) for number in _NUMBER.findall(ctx.limits.get("lama_tahun", ""))]
    length = period.akhir - period.awal + 1
    if period.akhir < period.awal:
        yield found(
            period, "akhir", f"periode berakhir ({period.akhir}) sebelum mulai ({period.awal})", "tukar tahunnya"
        )
    elif lengths and length not in lengths:
        message = f"periode {period.awal}-{period.akhir} berjangka {length} tahun"
        usual = " atau ".join(str(years) for years in lengths)
        hint = f"rencana induk lazim berjangka {usual} tahun; periksa tahunnya"
        yield found(period, "akhir", message, hint)


RULES = (
    vision_untied,
    mission_without_dimension,
    vision_from_rpd,
    vision_in_rpd,
    target_without_ground,
    target_outside_period,
    odd_period,
)
