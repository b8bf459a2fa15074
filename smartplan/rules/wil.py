"""Family WIL: the region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.region import by_code
from smartplan.rules.base import Context, found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding


@rule("WIL001", "wilayah-tidak-cocok", needs="wilayah", owner="diskominfo")
def region_mismatch(ctx: Context) -> Iterator[Finding]:
    """Kode wilayah tidak dikenal, atau namanya tidak cocok dengan kodenya.

    Mengapa: kode Kemendagri dan kode BPS mirip tetapi berarti tempat lain.
    Salah: wilayah: {kode: 51.08, nama: Kabupaten Badung, jenis: kabupaten, fiktif: tidak}
    Benar: wilayah: {kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten, fiktif: tidak}
    """
    wilayah = ctx.rencana.wilayah
    if wilayah is None or wilayah.fiktif or not wilayah.kode:
        return
    region = by_code(wilayah.kode)
    if region is None:
        hint = "pakai kode Kemendagri seperti 51.08; `smartplan init` menuliskannya"
        yield found(wilayah, "kode", f'kode wilayah "{wilayah.kode}" tidak ada dalam register', hint)
    elif wilayah.nama and wilayah.nama.strip().lower() != region.name.lower():
        message = f'kode {region.code} adalah {region.name}, bukan "{wilayah.nama}"'
        yield found(wilayah, "nama", message, "samakan nama dan kodenya")


RULES = (region_mismatch,)
