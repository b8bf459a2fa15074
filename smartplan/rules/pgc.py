"""Family PGC: waivers that have no effect."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from smartplan.fields import CODES as STRUCTURE_CODES
from smartplan.rules.base import Context, found, rule
from smartplan.rules.required import CODES as REQUIRED_CODES
from smartplan.source import CODES as TEXT_CODES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding


@rule("PGC001", "pengecualian-tidak-berlaku", needs="pengecualian", owner="diskominfo")
def waiver_without_effect(ctx: Context) -> Iterator[Finding]:
    """Pengecualian tidak berlaku: tanpa alasan, kodenya tidak dikenal atau tidak dapat dikecualikan, atau masanya lewat.

    Mengapa: pengecualian yang diam-diam tidak berlaku membuat temuan yang disangka selesai muncul kembali.
    Perbaiki: betulkan kodenya, tulis alasannya, perpanjang tanggalnya, atau hapus pengecualiannya.
    Salah: |
      pengecualian: [{kode: PFR002, jalur: profil.luas, alasan: Menunggu BPS}]
    Benar: |
      pengecualian: [{kode: PRF002, jalur: profil.luas, alasan: Menunggu BPS}]
    """
    known = [*(ctx.edition.aturan or {}), *REQUIRED_CODES]
    for waiver in ctx.rencana.pengecualian or ():
        if waiver.kode is None:
            yield found(waiver, "kode", "pengecualian tidak menyebut kode temuan", "tulis misalnya `kode: PRF002`")
        elif waiver.kode in STRUCTURE_CODES or waiver.kode in TEXT_CODES:
            message = f"pengecualian {waiver.kode} tidak berlaku: yang tidak terbaca tidak dapat dikecualikan"
            yield found(
                waiver, "kode", message, "perbaiki tulisan yang ditunjuk temuan itu, lalu hapus pengecualian ini"
            )
        elif waiver.kode not in known:
            near = get_close_matches(waiver.kode.upper(), known, n=1, cutoff=0.6)
            hint = f'maksud Anda "{near[0]}"?' if near else "salin kodenya dari hasil `smartplan validate`"
            yield found(waiver, "kode", f'pengecualian untuk kode "{waiver.kode}", yang tidak dikenal', hint)
        elif not waiver.alasan:
            message = f"pengecualian {waiver.kode} tidak berlaku karena alasannya belum ditulis"
            yield found(waiver, "alasan", message, "tulis `alasan:`")
        elif waiver.sampai is not None and ctx.today is not None and waiver.sampai < ctx.today:
            message = f"pengecualian {waiver.kode} berakhir pada {waiver.sampai.isoformat()}"
            yield found(waiver, "sampai", message, "selesaikan temuannya, perpanjang tanggalnya, atau hapus")


RULES = (waiver_without_effect,)
