"""Family SAS: what each dimension wants to reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.rules.base import Context, found, label, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding


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
    target_without_ground,
    target_outside_period,
)
