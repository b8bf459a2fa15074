"""Family RPJ: the RPJMD or RPD, and how it is mapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.rules.base import Context, found, label, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding


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
      visi: {keterkaitan: Meneruskan arah RPD.}
    Benar: {}
    """
    rpjmd = ctx.rencana.rpjmd
    if rpjmd is not None and rpjmd.jenis == "rpd" and rpjmd.visi:
        hint = "kosongkan visi, atau ubah jenis menjadi rpjmd"
        yield found(rpjmd, "visi", "RPD tidak memuat visi kepala daerah, tetapi visi diisi", hint)


RULES = (
    rpjmd_mission_unmapped,
    vision_in_rpd,
)
