"""Family PGC: waivers that have no effect, waive nothing, or point nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.edition.check import CODES as EDITION_CODES
from smartplan.fields import CODES as STRUCTURE_CODES
from smartplan.rules.base import Context, found, rule
from smartplan.rules.mends import rewritten
from smartplan.rules.near import guess
from smartplan.rules.paths import Lost, is_below, locate, path_findings
from smartplan.rules.required import CODES as REQUIRED_CODES
from smartplan.source import CODES as TEXT_CODES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding
    from smartplan.plan.parts.arah import Pengecualian


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
            hint = "perbaiki tulisan yang ditunjuk temuan itu, lalu hapus pengecualian ini"
            yield found(waiver, "kode", message, hint)
        elif waiver.kode in EDITION_CODES:
            message = f"pengecualian {waiver.kode} tidak berlaku: kekeliruan edisi tidak dapat dikecualikan"
            yield found(waiver, "kode", message, "perbaiki berkas edisinya, lalu hapus pengecualian ini")
        elif waiver.kode not in known:
            near = guess(waiver.kode, known)
            hint = f'maksud Anda "{near}"?' if near else "salin kodenya dari hasil `smartplan validate`"
            if waiver.kode in {code[:3] for code in known}:
                hint = "tulis kode lengkap, misalnya " + next(code for code in known if code.startswith(waiver.kode))
            message = f'pengecualian untuk kode "{waiver.kode}", yang tidak dikenal'
            edits = rewritten(waiver, "kode", near) if near else ()
            yield found(waiver, "kode", message, hint, edits=edits, unsafe=True)
        elif not waiver.alasan:
            message = f"pengecualian {waiver.kode} tidak berlaku karena alasannya belum ditulis"
            yield found(waiver, "alasan", message, "tulis `alasan:`")
        elif waiver.sampai is not None and ctx.today is not None and waiver.sampai < ctx.today:
            message = f"pengecualian {waiver.kode} berakhir pada {waiver.sampai.isoformat()}"
            yield found(waiver, "sampai", message, "selesaikan temuannya, perpanjang tanggalnya, atau hapus")


@rule("PGC002", "pengecualian-tidak-terpakai", needs="pengecualian", owner="diskominfo", last=True)
def waiver_unused(ctx: Context) -> Iterator[Finding]:
    """Pengecualian tidak mengecualikan temuan apa pun.

    Mengapa: pengecualian yang tertinggal akan menutupi temuan baru yang tidak pernah diputuskan siapa pun.
    Perbaiki: hapus pengecualiannya; temuannya sudah tidak ada.
    Salah: |
      pengecualian: [{kode: PRF002, jalur: profil.luas, alasan: Menunggu BPS}]
      profil: {luas: [{nilai: 10, satuan: km2, tahun: 2024, sumber: BPS}]}
    Benar: |
      pengecualian: [{kode: PRF002, jalur: profil.luas, alasan: Menunggu BPS}]
      profil: {luas: [{nilai: 10, satuan: km2, tahun: 2024, sumber: BPS}, {nilai: 11, satuan: km2, tahun: 2024, sumber: BPN}]}
    """
    if ctx.plan.unread or ctx.plan.set_aside:
        return  # what it waives may stand in what could not be read
    for waiver in _in_force(ctx):
        path = waiver.jalur or ""
        if waiver.kode not in ctx.run.codes or waiver.kode.startswith("PGC") or isinstance(locate(ctx, path), Lost):
            continue
        if any(one.code == waiver.kode and is_below(one.path or "", path) for one in ctx.run.findings):
            continue
        if waiver.kode in REQUIRED_CODES and any(
            not one.met and is_below(one.part.path_of(one.key), path) for one in ctx.run.outcomes
        ):
            continue  # a later stage asks for it
        where = f" pada {path}" if path else ""
        message = f"pengecualian {waiver.kode}{where} tidak terpakai: tidak ada temuan yang cocok"
        yield found(waiver, "kode", message, "hapus pengecualian ini")


@rule("PGC003", "jalur-pengecualian-tidak-ada", needs="pengecualian[*].jalur", owner="diskominfo")
def waiver_of_nothing(ctx: Context) -> Iterator[Finding]:
    """Jalur pengecualian tidak ada dalam rencana.

    Mengapa: pengecualian itu tidak berlaku, dan temuan yang disangka selesai tetap dihitung.
    Perbaiki: salin jalurnya dari hasil `smartplan validate`.
    Salah: |
      pengecualian: [{kode: PRF003, jalur: profil.luass, alasan: Menunggu BPS}]
    Benar: |
      pengecualian: [{kode: PRF003, jalur: profil.luas, alasan: Menunggu BPS}]
    """
    if ctx.plan.unread or ctx.plan.set_aside:
        return
    for waiver in _in_force(ctx):
        yield from path_findings(ctx, waiver, waiver.jalur, f"pengecualian {waiver.kode}")


def _in_force(ctx: Context) -> Iterator[Pengecualian]:
    """Waivers that no other finding speaks of."""
    known = {*(ctx.edition.aturan or {}), *REQUIRED_CODES}
    for waiver in ctx.rencana.pengecualian or ():
        has_run_out = waiver.sampai is not None and ctx.today is not None and waiver.sampai < ctx.today
        if waiver.kode in known and waiver.alasan and not has_run_out:
            yield waiver


RULES = (waiver_without_effect, waiver_unused, waiver_of_nothing)
