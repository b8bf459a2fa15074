"""Family SIP: readiness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.rules.base import Context, found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding


@rule("SIP001", "kesiapan-tidak-lengkap", needs="kesiapan", owner="diskominfo")
def readiness_incomplete(ctx: Context) -> Iterator[Finding]:
    """Komponen kesiapan yang diminta edisi belum dinilai.

    Mengapa: kesiapan dinilai menurut setiap elemen dan komponennya.
    Perbaiki: tambahkan satu butir untuk tiap komponen yang belum dinilai.
    Salah: |
      kesiapan: [{elemen: struktur, komponen: sdm, kondisi: Cukup, tingkat: sedang, sumber: BKPSDM}]
    Benar: {}
    """
    if not ctx.index.is_whole("kesiapan"):
        return
    given = {(row.elemen, row.komponen) for row in ctx.rencana.kesiapan or ()}
    for element, component in ctx.edition.components():
        if (element.id, component.id) not in given:
            message = f"kesiapan {element.nama}: {component.nama} belum dinilai"
            hint = f"tambahkan butir dengan `elemen: {element.id}` dan `komponen: {component.id}`"
            yield found(ctx.rencana, "kesiapan", message, hint, span=ctx.rencana.key_span("kesiapan"))


RULES = (readiness_incomplete,)
