"""Family PRD: the period of the plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.rules.base import Context, found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_NUMBER: Final = re.compile(r"\d+")


@rule("PRD001", "periode-tidak-lazim", needs="periode", owner="bappeda")
def odd_period(ctx: Context) -> Iterator[Finding]:
    """Periode rencana terbalik, atau lamanya tidak lazim menurut edisi.

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
    lengths = [int(number) for number in _NUMBER.findall(ctx.limits.get("lama_tahun", ""))]
    length = period.akhir - period.awal + 1
    if period.akhir < period.awal:
        yield found(
            period, "akhir", f"periode berakhir ({period.akhir}) sebelum mulai ({period.awal})", "tukar tahunnya"
        )
    elif lengths and length not in lengths:
        message = f"periode {period.awal}-{period.akhir} berjangka {length} tahun"
        usual = " atau ".join(str(years) for years in lengths)
        hint = f"rencana induk lazim berjangka {usual} tahun; periksa tahunnya"
        yield found(period, "akhir", message, hint)


RULES = (odd_period,)
