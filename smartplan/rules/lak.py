"""Family LAK: what was realised each year."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from smartplan.rules import lak_rows, lak_words
from smartplan.rules.base import Context, found, label, rule
from smartplan.wording import format_number, plain_number

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
        if row.belum is not None and row.belum not in (left, max(left, 0)):  # more than the target leaves nothing
            left = max(left, Decimal(0))
            message = (
                f"yang belum terealisasi dari {_named(ctx, row)} ditulis {format_number(row.belum)}, "
                f"seharusnya {format_number(left)}"
            )
            number = plain_number(left)
            hint, edits = (
                f"tulis `belum: {number}`, atau perbaiki target dan realisasinya",
                row.rewrite("belum", number),
            )
            yield found(row, "belum", message, hint, dimension=row.dimensi, edits=edits, unsafe=True)
        if row.persen is not None and row.target:
            share = 100 * row.terealisasi / row.target
            if abs(share - row.persen) > 1 and not (share > 100 and row.persen == 100):
                number = plain_number(round(share, 1).normalize())
                message = (
                    f"persentase realisasi {_named(ctx, row)} ditulis {format_number(row.persen)}, "
                    f"hitungannya {format_number(Decimal(number))}"
                )
                hint, edits = (
                    f"tulis `persen: {number}`, atau perbaiki target dan realisasinya",
                    row.rewrite("persen", number),
                )
                yield found(row, "persen", message, hint, dimension=row.dimensi, edits=edits, unsafe=True)


@rule("LAK002", "rata-rata-realisasi-keliru", needs="rata_realisasi", owner="bappeda")
def mean_differs(ctx: Context) -> Iterator[Finding]:
    """Rata-rata realisasi dimensi yang tertulis bukan rata-rata barisnya.

    Mengapa: rata-rata yang keliru ditemukan dalam tabel realisasi yang terbit.
    Perbaiki: hitung ulang rata-rata dari persentase tiap baris dimensi pada tahun itu.
    Salah: |
      realisasi: [{tahun: 2027, dimensi: smart_living, program: living-program, target: 10, terealisasi: 4}, {tahun: 2027, dimensi: smart_living, program: living-program, target: 10, terealisasi: 8}]
      rata_realisasi: [{tahun: 2027, dimensi: smart_living, persen: 75}]
    Benar: |
      realisasi: [{tahun: 2027, dimensi: smart_living, program: living-program, target: 10, terealisasi: 4}, {tahun: 2027, dimensi: smart_living, program: living-program, target: 10, terealisasi: 8}]
      rata_realisasi: [{tahun: 2027, dimensi: smart_living, persen: 60}]
    """
    if not ctx.index.is_whole("realisasi"):
        return
    shares: dict[tuple[str, int | None], list[Decimal | None]] = {}
    homes = {program.id: dimension for dimension, program in ctx.index.items("program") if program.id}
    for row in ctx.rencana.realisasi or ():
        dimension = row.dimensi or homes.get(row.program)
        if dimension:
            shares.setdefault((dimension, row.tahun), []).append(_share(row))
    for stated in ctx.rencana.rata_realisasi or ():
        if stated.persen is None or not stated.dimensi:
            continue
        held = [
            share
            for (dimension, year), found_shares in shares.items()
            if dimension == stated.dimensi and (stated.tahun is None or year == stated.tahun)
            for share in found_shares
        ]
        known = [share for share in held if share is not None]
        if not known or len(known) != len(held):
            continue  # a mean of rows that are not all known
        exponent = stated.persen.as_tuple().exponent
        slack = Decimal((0, (1,), min(exponent, 0) if isinstance(exponent, int) else 0))
        means = [
            sum(shown, Decimal(0)) / len(known) for shown in (known, [min(share, Decimal(100)) for share in known])
        ]
        if any(abs(mean - stated.persen) <= slack for mean in means):
            continue
        name = ctx.edition.name_of("dimensi", stated.dimensi)
        year = f" {stated.tahun}" if stated.tahun else ""
        number = plain_number(round(means[0], 1).normalize())
        message = (
            f"rata-rata realisasi {name}{year} ditulis {format_number(stated.persen)} persen, "
            f"rata-rata barisnya {format_number(Decimal(number))} persen ({len(known)} baris)"
        )
        hint, edits = f"tulis `persen: {number}`, atau perbaiki barisnya", stated.rewrite("persen", number)
        yield found(stated, "persen", message, hint, dimension=stated.dimensi, edits=edits, unsafe=True)


@rule("LAK004", "nilai-evaluasi-di-luar-rentang", needs="evaluasi", owner="bappeda")
def index_out_of_range(ctx: Context) -> Iterator[Finding]:
    """Indeks evaluasi Smart City di luar rentangnya.

    Mengapa: evaluasi Smart City bernilai paling tinggi 4; nilai di atasnya biasanya indeks SPBE, yang paling tinggi 5.
    Perbaiki: salin nilai dari laporan evaluasi, dan tulis indeks SPBE pada asesmen.indeks_spbe.
    Salah: |
      evaluasi: [{tahun: 2027, indeks: 4.2, sumber: Laporan evaluasi}]
    Benar: |
      evaluasi: [{tahun: 2027, indeks: 3.2, sumber: Laporan evaluasi}]
    """
    lowest, highest = ctx.limit("min", 0), ctx.limit("maks", 4)
    for row in ctx.rencana.evaluasi or ():
        if row.indeks is not None and not lowest <= row.indeks <= highest:
            message = f"indeks evaluasi {format_number(row.indeks)} di luar rentang "
            message += f"{format_number(lowest)} sampai {format_number(highest)}"
            hint = "salin nilai dari laporan evaluasi; indeks SPBE ditulis pada asesmen.indeks_spbe"
            yield found(row, "indeks", message, hint)
        if row.peringkat is not None and (row.peringkat < 1 or row.peringkat % 1):
            message = f"peringkat evaluasi ditulis {format_number(row.peringkat)}"
            yield found(row, "peringkat", message, "tulis peringkat sebagai bilangan bulat mulai dari 1")


@rule("LAK005", "tahun-realisasi-keliru", owner="opd")
def year_out_of_time(ctx: Context) -> Iterator[Finding]:
    """Realisasi ditulis untuk tahun di luar periode rencana, atau tahun yang belum datang.

    Mengapa: yang belum terjadi belum dapat terealisasi, dan rencana lain mempunyai laporannya sendiri.
    Perbaiki: perbaiki tahunnya, atau pindahkan baris ke laporan rencana yang memuat tahun itu.
    Salah: |
      realisasi: [{tahun: 2024, dimensi: smart_living, program: living-program, target: 10, terealisasi: 4}]
    Benar: |
      realisasi: [{tahun: 2026, dimensi: smart_living, program: living-program, target: 10, terealisasi: 4}]
    """
    period = ctx.rencana.periode
    first = period.awal if period is not None else None
    last = period.akhir if period is not None else None
    now = ctx.today.year if ctx.today is not None else None
    for key, what, rows in (
        ("realisasi", "realisasi", ctx.rencana.realisasi or ()),
        ("rata_realisasi", "rata-rata realisasi", ctx.rencana.rata_realisasi or ()),
        ("evaluasi", "evaluasi", ctx.rencana.evaluasi or ()),
    ):
        for row in rows:
            year, dimension = row.tahun, getattr(row, "dimensi", None)
            if year is None:
                continue
            if now is not None and year > now:
                message = f"tahun {what} {year} belum datang"
                hint = f"perbaiki tahunnya, paling akhir {now}"
                yield found(row, "tahun", message, hint, dimension=dimension)
            elif key != "evaluasi" and not (first or year) <= year <= (last or year):
                message = f"tahun {what} {year} di luar periode rencana ({first or '...'}-{last or '...'})"
                hint = "perbaiki tahunnya, atau pindahkan baris ke laporan rencana yang memuat tahun itu"
                yield found(row, "tahun", message, hint, dimension=dimension)


def _named(ctx: Context, row: Any) -> str:
    program = ctx.index.ids["program"].get(row.program)
    name = label(program) if program is not None else row.keluaran or row.program
    return (f'"{name}" ' if name else "") + (str(row.tahun) if row.tahun else "") or "baris ini"


def _share(row: Any) -> Decimal | None:
    """What part of the target was reached, in percent, as written or computed."""
    if row.persen is not None:
        return Decimal(row.persen)
    if row.terealisasi is None or not row.target:
        return None
    return Decimal(100 * row.terealisasi / row.target)


RULES = (realisation_differs, mean_differs, *lak_words.RULES, index_out_of_range, year_out_of_time, *lak_rows.RULES)
