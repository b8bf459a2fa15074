"""Family PET: the road map."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from smartplan.rules.base import Context, found, label, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_ENDLESS: Final = 9999


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
    if not ctx.index.is_whole("periode"):
        return
    rows = [(row, row.awal, row.akhir) for row in periods if row.awal is not None and row.akhir is not None]
    for row, first, last in rows:
        name = _title(ctx, row)
        if last < first:
            yield found(row, "akhir", f"{name} berakhir ({last}) sebelum mulai ({first})", "tukar kedua tahunnya")
        elif previous is not None and first != previous + 1:
            message = f"{name} mulai {first}, padahal periode sebelumnya berakhir {previous}"
            yield found(row, "awal", message, f"mulai periode ini pada {previous + 1}")
        previous = max(first, last)
    if not rows or plan_period is None or (plan_period.awal or 0) > (plan_period.akhir or _ENDLESS):
        return
    (head, start, _), (tail, tail_start, end) = rows[0], rows[-1]
    if plan_period.awal and start != plan_period.awal and start <= rows[0][2]:
        message = f"{_title(ctx, head)} mulai {start}, padahal rencana mulai {plan_period.awal}"
        yield found(
            head, "awal", message, f"mulai periode pertama pada {plan_period.awal}, atau perbaiki periode rencana"
        )
    if plan_period.akhir and end != plan_period.akhir and tail_start <= end:
        message = f"{_title(ctx, tail)} berakhir {end}, padahal rencana berakhir {plan_period.akhir}"
        hint = f"akhiri periode terakhir pada {plan_period.akhir}, atau perbaiki periode rencana"
        yield found(tail, "akhir", message, hint)


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
    if not spans or not ctx.index.is_whole("periode"):
        return
    for dimension, program in ctx.index.items("program"):
        if program.mulai is None:
            continue
        end = program.selesai or program.mulai
        if end >= program.mulai and not any(first <= end and program.mulai <= last for first, last in spans):
            message = f'program "{label(program)}" ({program.mulai}-{end}) tidak berdiri pada periode mana pun'
            hint = "perbaiki tahun program, atau periode peta jalan"
            yield found(program, "mulai", message, hint, dimension=dimension, opd=program.opd)


@rule("PET003", "periode-berbeda-dari-edisi", needs="peta_jalan.periode", owner="bappeda")
def period_differs_from_edition(ctx: Context) -> Iterator[Finding]:
    """Panjang periode peta jalan berbeda dari jangka waktu dalam edisi.

    Mengapa: rencana yang memakai jangka waktu yang sama mudah dibandingkan; daerah boleh memilih lain bila beralasan.
    Perbaiki: pakai jangka waktu edisi, atau beri pengecualian dengan alasannya.
    Salah: |
      peta_jalan: {periode: [{id: jangka_pendek, awal: 2026, akhir: 2027}, {id: jangka_menengah, awal: 2028, akhir: 2030}, {id: jangka_panjang, awal: 2031, akhir: 2035}]}
    Benar: |
      peta_jalan: {periode: [{id: jangka_pendek, awal: 2026, akhir: 2026}, {id: jangka_menengah, awal: 2027, akhir: 2030}, {id: jangka_panjang, awal: 2031, akhir: 2035}]}
    """
    period = ctx.rencana.periode
    rows = _whole_periods(ctx)
    horizons = {item.id: item.tahun for item in ctx.edition.horizon or () if item.id and len(item.tahun or ()) == 2}
    if period is None or period.awal is None or period.akhir is None or not horizons or not _are_joined(rows, period):
        return
    longest = max(years[1] for years in horizons.values() if years)
    if period.akhir - period.awal + 1 != longest or [row.id for row in rows] != list(horizons):
        return  # the edition tells nothing of a plan of this length, or with other periods
    start = period.awal - 1
    for row in rows:
        years = horizons.get(row.id)
        if years and (row.awal - start, row.akhir - start) != (years[0], years[1]):
            name = ctx.edition.name_of("horizon", row.id)
            message = (
                f"{name} ditulis {_span(row.awal, row.akhir)}, "
                f"menurut edisi {_span(start + years[0], start + years[1])} (tahun ke-{_span(years[0], years[1], ' sampai ke-')})"
            )
            key = "awal" if row.awal != start + years[0] else "akhir"
            yield found(row, key, message, "pakai jangka waktu edisi, atau beri pengecualian dengan alasannya")
            return  # the other periods follow from this one


@rule("PET004", "tonggak-di-luar-periode", needs="peta_jalan.periode[*].tonggak", owner="bappeda")
def milestone_outside_period(ctx: Context) -> Iterator[Finding]:
    """Tahun tonggak berada di luar periodenya.

    Mengapa: tonggak dicetak pada periodenya; tahun lain membuat peta jalan bertentangan dengan dirinya.
    Perbaiki: perbaiki tahun tonggak, atau pindahkan tonggak ke periode yang memuat tahun itu.
    Salah: |
      peta_jalan: {periode: [{id: jangka_pendek, awal: 2026, akhir: 2026, tonggak: [{tahun: 2028, tonggak: Mal pelayanan dibuka}]}, {id: jangka_menengah, awal: 2027, akhir: 2030}, {id: jangka_panjang, awal: 2031, akhir: 2035}]}
    Benar: |
      peta_jalan: {periode: [{id: jangka_pendek, awal: 2026, akhir: 2026, tonggak: [{tahun: 2026, tonggak: Mal pelayanan dibuka}]}, {id: jangka_menengah, awal: 2027, akhir: 2030}, {id: jangka_panjang, awal: 2031, akhir: 2035}]}
    """
    rows = _whole_periods(ctx) if ctx.index.is_whole("periode") else []
    for row in rows:
        for milestone in row.tonggak or ():
            year = milestone.tahun
            if year is None or row.akhir < row.awal or row.awal <= year <= row.akhir:
                continue
            name = ctx.edition.name_of("horizon", row.id) or "periode ini"
            message = f'tonggak "{milestone.tonggak or year}" ({year}) di luar {name} ({_span(row.awal, row.akhir)})'
            home = next((other for other in rows if other.awal <= year <= other.akhir), None)
            if home is None and _is_in_plan(ctx, year):
                continue  # the periods leave this year out, which is told of them
            hint = "perbaiki tahunnya"
            if home is not None:
                hint += f", atau pindahkan tonggak ke {ctx.edition.name_of('horizon', home.id) or 'periode lain'}"
            yield found(milestone, "tahun", message, hint)


@rule("PET005", "periode-tanpa-program", needs="dimensi.*.program[*].mulai", owner="bappeda")
def period_without_program(ctx: Context) -> Iterator[Finding]:
    """Periode peta jalan tidak memuat satu program pun.

    Mengapa: periode kosong menunjukkan rencana berhenti sebelum masanya berakhir.
    Perbaiki: tambahkan atau perpanjang program sampai periode itu, atau perpendek rencana.
    Salah: |
      periode: {awal: 2026, akhir: 2045}
      peta_jalan: {periode: [{id: jangka_pendek, awal: 2026, akhir: 2026}, {id: jangka_menengah, awal: 2027, akhir: 2035}, {id: jangka_panjang, awal: 2036, akhir: 2045}]}
    Benar: |
      periode: {awal: 2026, akhir: 2045}
      peta_jalan: {periode: [{id: jangka_pendek, awal: 2026, akhir: 2026}, {id: jangka_menengah, awal: 2027, akhir: 2034}, {id: jangka_panjang, awal: 2035, akhir: 2045}]}
    """
    rows = [row for row in _whole_periods(ctx) if row.awal <= row.akhir]
    if not rows or not ctx.index.is_whole("program", "periode"):
        return
    years: set[tuple[int, int]] = set()
    for _, program in ctx.index.items("program"):
        if program.mulai is None:
            return  # nobody knows where it stands
        years.add((program.mulai, program.selesai or program.mulai))
    empty = [row for row in rows if not any(first <= row.akhir and row.awal <= last for first, last in years)]
    if len(empty) == len(rows):
        return  # each program is told to stand in no period
    for row in empty:
        name = ctx.edition.name_of("horizon", row.id) or "periode"
        message = f"{name} ({_span(row.awal, row.akhir)}) tidak memuat satu program pun"
        hint = "tambahkan atau perpanjang program sampai periode itu, atau perpendek rencana"
        yield found(row, "awal", message, hint)


def _title(ctx: Context, row: Any) -> str:
    return ctx.edition.name_of("horizon", row.id) or "periode"


def _is_in_plan(ctx: Context, year: int) -> bool:
    period = ctx.rencana.periode
    return period is not None and (period.awal or _ENDLESS) <= year <= (period.akhir or 0)


def _whole_periods(ctx: Context) -> list[Any]:
    """The periods of the road map that tell both years."""
    road = ctx.rencana.peta_jalan
    rows = (road.periode if road is not None else None) or ()
    return [row for row in rows if row.awal is not None and row.akhir is not None]


def _are_joined(rows: list[Any], period: Any) -> bool:
    """Whether the periods fill the plan's without a hole: else another rule speaks."""
    if not rows or rows[0].awal != period.awal or rows[-1].akhir != period.akhir:
        return False
    return all(row.awal <= row.akhir for row in rows) and all(
        later.awal == earlier.akhir + 1 for earlier, later in pairwise(rows)
    )


def _span(first: int, last: int, until: str = "-") -> str:
    return str(first) if first == last else f"{first}{until}{last}"


RULES = (
    periods_broken,
    program_without_period,
    period_differs_from_edition,
    milestone_outside_period,
    period_without_program,
)
