"""Family RSK: risks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.rules.base import Context, found, label, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding


@rule("RSK001", "risiko-tanpa-mitigasi", needs="risiko", owner="diskominfo")
def risk_without_mitigation(ctx: Context) -> Iterator[Finding]:
    """Risiko tanpa mitigasi, atau mitigasi tanpa risiko.

    Mengapa: penilai memberi nilai pada risiko yang disertai mitigasinya.
    Perbaiki: lengkapi pasangannya: setiap risiko dengan mitigasi, setiap mitigasi dengan risiko yang ditanganinya.
    Salah: |
      risiko: [{id: risiko-a, risiko: Anggaran dipotong}]
    Benar: |
      risiko: [{id: risiko-a, risiko: Anggaran dipotong, mitigasi: Menyusun urutan prioritas}]
    """
    for row in ctx.rencana.risiko or ():
        for key, other in (("mitigasi", "risiko"), ("risiko", "mitigasi")):
            if not getattr(row, key) and getattr(row, other):
                yield found(row, key, f'{key} belum diisi untuk "{label(row, other)}"', f"tulis `{key}:`")


RULES = (risk_without_mitigation,)
