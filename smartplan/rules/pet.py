"""Family PET: the road map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.rules.base import Context, found, label, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding


@rule("PET001", "periode-peta-jalan-tidak-bersambung", needs="peta_jalan.periode", owner="bappeda")
def periods_broken(ctx: Context) -> Iterator[Finding]:
    """Periode peta jalan tidak berurutan, bertumpang tindih, atau tidak berakhir bersama rencana.

    Mengapa: program di antara dua periode tidak punya tempat pada peta jalan.
    Perbaiki: mulai tiap periode tepat setelah periode sebelumnya berakhir, dan akhiri yang terakhir bersama rencana.
    Salah: |
      peta_jalan: {periode: [{id: jangka_pendek, awal: 2026, akhir: 2026}, {id: jangka_menengah, awal: 2028, akhir: 2030}, {id: jangka_panjang, awal: 2031, akhir: 2035}]}
    Benar: {}
    """
    road = ctx.rencana.peta_jalan
    plan_period = ctx.rencana.periode
    previous = None
    periods = (road.periode if road else None) or ()
    rows = [(row, row.awal, row.akhir) for row in periods if row.awal is not None and row.akhir is not None]
    for row, first, last in rows:
        if last < first:
            yield found(row, "akhir", f"periode berakhir ({last}) sebelum mulai ({first})", "tukar tahunnya")
        elif previous is not None and first != previous + 1:
            message = f"periode mulai {first}, padahal periode sebelumnya berakhir {previous}"
            yield found(row, "awal", message, f"mulai periode ini pada {previous + 1}")
        previous = last
    if rows and plan_period is not None:
        if plan_period.awal and rows[0][1] != plan_period.awal:
            message = f"periode pertama mulai {rows[0][1]}, rencana mulai {plan_period.awal}"
            yield found(rows[0][0], "awal", message, "samakan dengan periode rencana")
        if plan_period.akhir and rows[-1][2] != plan_period.akhir:
            message = f"periode terakhir berakhir {rows[-1][2]}, rencana berakhir {plan_period.akhir}"
            yield found(rows[-1][0], "akhir", message, "samakan dengan periode rencana")


@rule("PET002", "program-tanpa-periode", needs="peta_jalan.periode", owner="opd")
def program_without_period(ctx: Context) -> Iterator[Finding]:
    """Program tidak berdiri pada periode peta jalan mana pun.

    Mengapa: peta jalan harus memuat semua program.
    Perbaiki: perbaiki tahun program, atau periode peta jalan, sampai program itu berdiri pada satu periode.
    Salah: |
      peta_jalan: {periode: [{id: jangka_panjang, awal: 2036, akhir: 2045}]}
      periode: {awal: 2036, akhir: 2045}
    Benar: |
      peta_jalan: {periode: []}
      periode: {awal: 2036, akhir: 2045}
    """
    road = ctx.rencana.peta_jalan
    spans = [(row.awal, row.akhir) for row in (road.periode if road else None) or () if row.awal and row.akhir]
    if not spans:
        return
    for dimension, program in ctx.index.items("program"):
        if program.mulai is None:
            continue
        end = program.selesai or program.mulai
        if end >= program.mulai and not any(first <= end and program.mulai <= last for first, last in spans):
            message = f'program "{label(program)}" ({program.mulai}-{end}) tidak berdiri pada periode mana pun'
            hint = "perbaiki tahun program, atau periode peta jalan"
            yield found(program, "mulai", message, hint, dimension=dimension, opd=program.opd)


RULES = (
    periods_broken,
    program_without_period,
)
