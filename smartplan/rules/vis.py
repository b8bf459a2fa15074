"""Family VIS: the vision and missions of the smart city."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.rules.base import Context, found, label, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_DOCUMENT: Final = {
    "rpjmd": re.compile(r"\bRPJMD\b|Rencana Pembangunan Jangka Menengah", re.IGNORECASE),
    "rpd": re.compile(r"\bRPD\b|Rencana Pembangunan Daerah", re.IGNORECASE),
}
"""Kind of document -> how a text names it."""


@rule("VIS001", "visi-tidak-terkait", needs="visi.keterkaitan", owner="bappeda")
def vision_untied(ctx: Context) -> Iterator[Finding]:
    """Keterkaitan visi Smart City tidak menyebut RPJMD atau RPD yang berlaku.

    Mengapa: visi Smart City sah bila jelas meneruskan visi RPJMD, atau arah RPD selama daerah dipimpin Penjabat.
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


@rule("VIS002", "misi-tidak-melayani-dimensi", needs="misi", owner="bappeda")
def mission_without_dimension(ctx: Context) -> Iterator[Finding]:
    """Misi Smart City tidak melayani satu dimensi pun, atau satu dimensi tidak dilayani misi mana pun.

    Mengapa: misi menjadi jembatan antara visi dan sasaran tiap dimensi.
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


@rule("VIS003", "visi-diturunkan-dari-rpd", needs="rpjmd.jenis", owner="bappeda")
def vision_from_rpd(ctx: Context) -> Iterator[Finding]:
    """Dokumen daerah adalah RPD tanpa visi kepala daerah, dan visi Smart City belum ditulis.

    Mengapa: selama daerah dipimpin Penjabat tidak ada visi politik; visi Smart City diturunkan dari arah RPD dan RPJPD.
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


RULES = (vision_untied, mission_without_dimension, vision_from_rpd)
