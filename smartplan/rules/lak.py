"""Family LAK: what was realised each year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.rules.base import Context, found, rule
from smartplan.wording import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding


@rule("LAK001", "realisasi-tidak-cocok", needs="realisasi", owner="opd")
def realisation_differs(ctx: Context) -> Iterator[Finding]:
    """Yang belum terealisasi bukan target dikurangi yang terealisasi, atau persentasenya keliru.

    Mengapa: hitungan yang keliru ditemukan dalam tabel realisasi yang terbit.
    Perbaiki: hitung ulang: belum sama dengan target dikurangi terealisasi, persen sama dengan terealisasi dibagi target.
    Salah: |
      realisasi: [{tahun: 2027, dimensi: smart_living, program: living-program, target: 10, terealisasi: 4, belum: 5}]
    Benar: |
      realisasi: [{tahun: 2027, dimensi: smart_living, program: living-program, target: 10, terealisasi: 4, belum: 6}]
    """
    for row in ctx.rencana.realisasi or ():
        if row.target is None or row.terealisasi is None:
            continue
        left = row.target - row.terealisasi
        if row.belum is not None and row.belum != left:
            message = f"belum terealisasi ditulis {format_number(row.belum)}, seharusnya {format_number(left)}"
            yield found(row, "belum", message, f"tulis `belum: {left}`")
        if row.persen is not None and row.target:
            share = 100 * row.terealisasi / row.target
            if abs(share - row.persen) > 1:
                message = f"persentase ditulis {format_number(row.persen)}, hitungannya {format_number(share, 1)}"
                yield found(row, "persen", message, "perbaiki persentasenya")


RULES = (realisation_differs,)
