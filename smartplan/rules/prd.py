"""Family PRD: the period of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.rules.base import Context, found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_LENGTHS: Final = (5, 10)


@rule("PRD001", "periode-tidak-lazim", needs="periode", owner="bappeda")
def odd_period(ctx: Context) -> Iterator[Finding]:
    """Periode rencana terbalik, atau bukan lima atau sepuluh tahun.

    Mengapa: rencana induk lazim berjangka lima atau sepuluh tahun.
    Salah: |
      periode: {awal: 2026, akhir: 2028}
      peta_jalan: {periode: []}
      dimensi: {smart_living: {sasaran: []}}
    Benar: |
      periode: {awal: 2026, akhir: 2030}
      peta_jalan: {periode: []}
      dimensi: {smart_living: {sasaran: []}}
    """
    period = ctx.rencana.periode
    if period is None or period.awal is None or period.akhir is None:
        return
    if period.akhir < period.awal:
        yield found(
            period, "akhir", f"periode berakhir ({period.akhir}) sebelum mulai ({period.awal})", "tukar tahunnya"
        )
    elif period.akhir - period.awal + 1 not in _LENGTHS:
        message = f"periode {period.awal}-{period.akhir} berjangka {period.akhir - period.awal + 1} tahun"
        yield found(period, "akhir", message, "rencana induk lazim berjangka 5 atau 10 tahun; periksa tahunnya")


RULES = (odd_period,)
