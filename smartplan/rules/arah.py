"""Families VIS, RPJ, SAS: direction, and how it is tied to the RPJMD."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.rules.base import Context, found, label, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding


@rule("VIS002", "misi-tidak-melayani-dimensi", needs="misi", owner="bappeda")
def mission_without_dimension(ctx: Context) -> Iterator[Finding]:
    """Misi Smart City tidak melayani satu dimensi pun, atau satu dimensi tidak dilayani misi mana pun.

    Mengapa: misi menjadi jembatan antara visi dan sasaran tiap dimensi.
    Salah: misi: [{id: misi-a, misi: Melayani warga, dimensi: []}]
    Benar: {}
    """
    served: set[str] = set()
    for misi in ctx.rencana.misi or ():
        served.update(misi.dimensi or ())
        if not misi.dimensi:
            hint = "tulis `dimensi: [...]` dengan dimensi yang dilayani"
            yield found(misi, "dimensi", f'misi "{label(misi, "misi")}" tidak melayani dimensi mana pun', hint)
    for name in ctx.edition.ids("dimensi"):
        if served and name not in served:
            message = f"dimensi {ctx.edition.name_of('dimensi', name)} tidak dilayani misi mana pun"
            hint = "tambahkan dimensi ini pada salah satu misi"
            yield found(ctx.rencana, "misi", message, hint, span=ctx.rencana.key_span("misi"), dimension=name)


@rule("RPJ001", "misi-rpjmd-tidak-dipetakan", needs="rpjmd.misi", owner="bappeda")
def rpjmd_mission_unmapped(ctx: Context) -> Iterator[Finding]:
    """Misi RPJMD tidak melayani satu dimensi pun, atau satu dimensi tidak didukung RPJMD.

    Mengapa: pemetaan RPJMD adalah kertas kerja pertama; tanpa itu rencana tidak menyatu dengan RPJMD.
    Salah: |
      rpjmd: {misi: [{id: misi-1, misi: Membangun desa, dimensi: [], tujuan: []}]}
    Benar: {}
    """
    rpjmd = ctx.rencana.rpjmd
    if rpjmd is None:
        return
    served: set[str] = set()
    for misi in rpjmd.misi or ():
        own = set(misi.dimensi or ())
        for tujuan in misi.tujuan or ():
            for sasaran in tujuan.sasaran or ():
                own.update(sasaran.dimensi or ())
        served |= own
        if not own:
            hint = "tulis `dimensi: [...]` pada misi atau sasarannya"
            yield found(misi, "dimensi", f'misi RPJMD "{label(misi, "misi")}" belum dipetakan ke dimensi', hint)
    for name in ctx.edition.ids("dimensi"):
        if served and name not in served:
            message = f"dimensi {ctx.edition.name_of('dimensi', name)} tidak didukung misi RPJMD mana pun"
            hint = "petakan misi atau sasaran RPJMD yang mendukungnya"
            yield found(rpjmd, "misi", message, hint, span=rpjmd.key_span("misi"), dimension=name)


@rule("RPJ002", "visi-pada-rpd", needs="rpjmd.visi", owner="bappeda")
def vision_in_rpd(ctx: Context) -> Iterator[Finding]:
    """Visi politik diisi padahal dokumennya RPD.

    Mengapa: RPD disusun saat daerah dipimpin Penjabat, yang tidak membawa visi politik.
    Salah: |
      rpjmd: {jenis: rpd}
    Benar: {}
    """
    rpjmd = ctx.rencana.rpjmd
    if rpjmd is not None and rpjmd.jenis == "rpd" and rpjmd.visi:
        hint = "kosongkan visi, atau ubah jenis menjadi rpjmd"
        yield found(rpjmd, "visi", "RPD tidak memuat visi kepala daerah, tetapi visi diisi", hint)


@rule("SAS001", "sasaran-tanpa-dasar", needs="dimensi.*.sasaran", owner="koordinator dimensi")
def target_without_ground(ctx: Context) -> Iterator[Finding]:
    """Sasaran tidak menyebut dasar penetapannya.

    Mengapa: sasaran tanpa dasar tidak dapat dipertahankan di depan penilai.
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


@rule("SAS002", "target-di-luar-periode", needs="dimensi.*.sasaran", owner="koordinator dimensi")
def target_outside_period(ctx: Context) -> Iterator[Finding]:
    """Tahun target sasaran berada di luar periode rencana.

    Mengapa: target yang jatuh di luar periode tidak pernah dievaluasi.
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


RULES = (
    mission_without_dimension,
    rpjmd_mission_unmapped,
    vision_in_rpd,
    target_without_ground,
    target_outside_period,
)
