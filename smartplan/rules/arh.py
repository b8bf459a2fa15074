"""Family ARH: the direction: period, visi and misi here, sasaran and their targets in the module beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.rules.arh_targets import (
    baseline_after_start,
    percent_over_hundred,
    target_outside_period,
    target_reverses,
    target_stands_still,
    target_without_ground,
    unit_unfit,
)
from smartplan.rules.base import Context, beside, found, label, rule
from smartplan.rules.keywords import Words
from smartplan.rules.meant import Meanings
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_NUMBER: Final = lazy(r"\d+")
_DOCUMENT: Final = {
    "rpjmd": lazy(r"\bRPJMD\b|Rencana Pembangunan Jangka Menengah", re.IGNORECASE),
    "rpd": lazy(r"\bRPD\b|Rencana Pembangunan Daerah", re.IGNORECASE),
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
    known = Meanings(ctx.edition.ids("dimensi"))
    served |= known.meant_by(served)
    for name in known.ids:
        if name not in served:
            message = f"dimensi {ctx.edition.name_of('dimensi', name)} tidak dilayani misi mana pun"
            hint = f"tambahkan {name} pada `dimensi` salah satu misi"
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
    hint = "turunkan visi Smart City dari arah RPD dan visi RPJPD, lalu tulis di `visi:`"
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
            period, "akhir", f"periode berakhir ({period.akhir}) sebelum mulai ({period.awal})", "tukar kedua tahunnya"
        )
    elif lengths and length not in lengths:
        message = f"periode {period.awal}-{period.akhir} berjangka {length} tahun"
        usual = " atau ".join(str(years) for years in lengths)
        hint = f"rencana induk lazim berjangka {usual} tahun; periksa tahunnya"
        yield found(period, "akhir", message, hint)


@rule("ARH013", "kata-kunci-tidak-ada-dalam-visi", needs="visi.kata_kunci", owner="bappeda")
def keyword_not_in_vision(ctx: Context) -> Iterator[Finding]:
    """Kata kunci visi tidak terdapat dalam visi.

    Mengapa: kata kunci menjabarkan visi; kata yang tidak berasal dari visi menandakan visi berubah tanpa penjelasannya.
    Perbaiki: tulis kata kunci seperti dalam visi, atau hapus yang tidak lagi menjadi bagian visi.
    Salah: |
      visi: {smart_city: Tirta cerdas dan sejahtera, kata_kunci: [{kata: Lestari, makna: Alam terjaga}], keterkaitan: Meneruskan visi RPJMD.}
    Benar: |
      visi: {smart_city: Tirta cerdas dan sejahtera, kata_kunci: [{kata: Kesejahteraan, makna: Warga berkecukupan}], keterkaitan: Meneruskan visi RPJMD.}
    """
    visi, rpjmd = ctx.rencana.visi, ctx.rencana.rpjmd
    keywords = [row.kata for row in (visi.kata_kunci if visi is not None else None) or () if row.kata]
    if visi is None or not visi.smart_city or not keywords:
        return
    rpjpd = visi.rpjpd.visi if visi.rpjpd is not None else None
    words = Words(text for text in (visi.smart_city, rpjmd.visi if rpjmd is not None else None, rpjpd) if text)
    if words.is_abbreviated(visi.penjelasan or "") or words.are_spelt_by(keywords):
        return  # the keywords spell out a short word of the visi
    for row in visi.kata_kunci or ():
        if row.kata and not words.hold(row.kata):
            message = f'kata kunci "{row.kata}" tidak terdapat dalam visi'
            hint = "tulis kata kunci seperti dalam visi, atau hapus bila visi sudah berubah"
            yield found(row, "kata", message, hint)


@rule("ARH014", "periode-rencana-dan-rpjmd-tidak-bertemu", needs="rpjmd.periode", owner="bappeda")
def period_apart(ctx: Context) -> Iterator[Finding]:
    """Periode rencana dan periode RPJMD atau RPD tidak bertemu.

    Mengapa: rencana diturunkan dari RPJMD atau RPD yang berlaku pada masanya.
    Perbaiki: pakai RPJMD atau RPD yang berlaku pada masa rencana, atau perbaiki tahunnya.
    Salah: |
      rpjmd: {periode: {awal: 2016, akhir: 2021}}
    Benar: |
      rpjmd: {periode: {awal: 2025, akhir: 2029}}
    """
    period, rpjmd = ctx.rencana.periode, ctx.rencana.rpjmd
    other = rpjmd.periode if rpjmd is not None else None
    if period is None or period.awal is None or period.akhir is None or rpjmd is None:
        return
    if other is None or other.awal is None or other.akhir is None:
        return
    if period.awal > period.akhir or other.awal > other.akhir:
        return  # written the wrong way round, which is told of a period by itself
    if other.akhir < period.awal or period.akhir < other.awal:
        name = (rpjmd.jenis or "rpjmd").upper()
        related = beside(period, "awal", "periode rencana ditulis di sini")
        message = f"periode {name} {other.awal}-{other.akhir} tidak bertemu dengan periode rencana {period.awal}-{period.akhir}"
        hint = f"pakai {name} yang berlaku pada {period.awal}-{period.akhir}, atau perbaiki tahunnya"
        yield found(other, "akhir", message, hint, related=related)


RULES = (
    vision_untied,
    mission_without_dimension,
    vision_from_rpd,
    vision_in_rpd,
    target_without_ground,
    target_outside_period,
    target_stands_still,
    baseline_after_start,
    percent_over_hundred,
    unit_unfit,
    target_reverses,
    odd_period,
    keyword_not_in_vision,
    period_apart,
)
