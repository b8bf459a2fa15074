"""Family LAK, rows: to which program and dimension they belong, and that each stands once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartplan.rules.base import Context, beside, found, label, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

__all__ = ["RULES"]


@rule("LAK006", "realisasi-di-dimensi-lain", needs="realisasi", owner="bappeda")
def row_in_another_dimension(ctx: Context) -> Iterator[Finding]:
    """Realisasi ditulis untuk dimensi lain daripada dimensi programnya.

    Mengapa: rata-rata dimensi menjadi keliru bila capaian program dihitung pada dimensi yang bukan miliknya.
    Perbaiki: samakan `dimensi` dengan dimensi programnya, atau perbaiki program yang dirujuk.
    Salah: |
      realisasi: [{tahun: 2026, dimensi: smart_society, program: living-program, target: 10, terealisasi: 4}]
    Benar: |
      realisasi: [{tahun: 2026, dimensi: smart_living, program: living-program, target: 10, terealisasi: 4}]
    """
    homes: dict[str, set[str]] = {}
    for dimension, program in ctx.index.items("program"):
        if program.id:
            homes.setdefault(program.id, set()).add(dimension)
    known = set(ctx.edition.ids("dimensi"))
    for row in ctx.rencana.realisasi or ():
        among = homes.get(row.program or "")
        if not among or row.dimensi in among or row.dimensi not in known:
            continue
        program = ctx.index.ids["program"].get(row.program or "")
        home = ctx.edition.name_of("dimensi", min(among))
        message = (
            f'realisasi program "{label(program)}" ditulis pada {ctx.edition.name_of("dimensi", row.dimensi)}, '
            f"padahal programnya berada di {home}"
        )
        hint = f"tulis `dimensi: {min(among)}`, atau perbaiki program yang dirujuk"
        related = beside(program, "id", "program itu ditulis di sini") if program is not None else ()
        yield found(row, "dimensi", message, hint, related=related, dimension=row.dimensi)


@rule("LAK007", "realisasi-ganda", needs="realisasi", owner="bappeda")
def row_twice(ctx: Context) -> Iterator[Finding]:
    """Capaian yang sama ditulis dua kali untuk program dan tahun yang sama.

    Mengapa: baris ganda dihitung dua kali dalam rata-rata dimensi.
    Perbaiki: hapus salah satu barisnya, atau bedakan keluarannya.
    Salah: |
      realisasi: [{tahun: 2026, dimensi: smart_living, program: living-program, keluaran: Loket dibuka, target: 10, terealisasi: 4}, {tahun: 2026, dimensi: smart_living, program: living-program, keluaran: Loket dibuka, target: 10, terealisasi: 4}]
    Benar: |
      realisasi: [{tahun: 2026, dimensi: smart_living, program: living-program, keluaran: Loket dibuka, target: 10, terealisasi: 4}, {tahun: 2026, dimensi: smart_living, program: living-program, keluaran: Petugas dilatih, target: 10, terealisasi: 4}]
    """
    first: dict[tuple[int, str, str], Any] = {}
    for row in ctx.rencana.realisasi or ():
        if row.tahun is None or not row.program or not row.keluaran:
            continue
        words = " ".join(row.keluaran.lower().rstrip(".").split())
        other = first.setdefault((row.tahun, row.program, words), row)
        if other is row:
            continue
        related = beside(other, "keluaran", "baris yang sama pertama ditulis di sini")
        message = f'realisasi "{row.keluaran}" tahun {row.tahun} sudah ditulis pada {other.path}'
        hint = "hapus salah satu barisnya, atau bedakan keluarannya"
        yield found(row, "keluaran", message, hint, related=related, dimension=row.dimensi)


RULES = (row_in_another_dimension, row_twice)
