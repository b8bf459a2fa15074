"""Family ANG: budgets of programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.rules.base import Context, anywhere, found, label, rule
from smartplan.wording import format_rupiah

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_FEWEST_PROGRAMS: Final = 5
"""Below this many programs a share says nothing."""


@rule("ANG001", "anggaran-negatif", needs="dimensi.*.program", owner="opd")
def negative_budget(ctx: Context) -> Iterator[Finding]:
    """Anggaran bernilai negatif.

    Mengapa: anggaran paling kecil nol; tanda minus biasanya salah ketik.
    Perbaiki: hapus tanda minusnya.
    Salah: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: -5000000}}]}}
    Benar: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5000000}}]}}
    """
    for dimension, program in ctx.index.items("program"):
        for year, amount in (program.anggaran or {}).items():
            if amount < 0:
                message = f'anggaran {year} program "{label(program)}" negatif'
                span = program.item_span("anggaran", year)
                path = program.path_of(f"anggaran.{year}")
                yield found(
                    program,
                    None,
                    message,
                    "hapus tanda minusnya",
                    span=span,
                    path=path,
                    dimension=dimension,
                    opd=program.opd,
                )


@rule("ANG002", "anggaran-di-luar-tahun-program", needs="dimensi.*.program", owner="opd")
def budget_outside_years(ctx: Context) -> Iterator[Finding]:
    """Anggaran ditulis untuk tahun di luar masa program.

    Mengapa: anggaran dan tahun pelaksanaan harus bercerita sama.
    Perbaiki: pindahkan anggaran ke tahun yang benar, atau perpanjang tahun mulai dan selesai program.
    Salah: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2027: 5000000}}]}}
    Benar: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5000000}}]}}
    """
    for dimension, program in ctx.index.items("program"):
        if program.mulai is None or program.selesai is None or program.selesai < program.mulai:
            continue
        for year in program.anggaran or {}:
            if not program.mulai <= year <= program.selesai:
                message = f'anggaran {year} di luar masa program "{label(program)}" ({program.mulai}-{program.selesai})'
                span = program.item_span("anggaran", year)
                path = program.path_of(f"anggaran.{year}")
                hint = "perbaiki tahun anggaran, atau tahun mulai dan selesai"
                yield found(program, None, message, hint, span=span, path=path, dimension=dimension, opd=program.opd)


@rule("ANG003", "total-tidak-cocok", needs="dimensi.*.program", owner="opd")
def total_differs(ctx: Context) -> Iterator[Finding]:
    """Jumlah yang ditulis tidak sama dengan jumlah anggaran per tahun.

    Mengapa: jumlah yang keliru merusak kepercayaan pada seluruh tabel.
    Perbaiki: samakan `total` dengan jumlah per tahun, atau hapus `total`.
    Salah: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5000000}, total: 6000000}]}}
    Benar: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5000000}, total: 5000000}]}}
    """
    for dimension, program in ctx.index.items("program"):
        if program.total is None or not program.anggaran:
            continue
        right = sum(program.anggaran.values())
        if program.total != right:
            message = (
                f'total program "{label(program)}" ditulis {format_rupiah(program.total)}, '
                f"jumlah per tahunnya {format_rupiah(right)}"
            )
            hint = f"tulis `total: {right}`, atau hapus total: program ini menghitungnya sendiri"
            yield found(program, "total", message, hint, dimension=dimension, opd=program.opd)


@rule("ANG004", "banyak-program-tanpa-anggaran", needs="dimensi.*.program", owner="bappeda")
def many_without_budget(ctx: Context) -> Iterator[Finding]:
    """Terlalu banyak program tanpa anggaran.

    Mengapa: rencana tanpa anggaran sulit dinilai kelayakannya.
    Perbaiki: isi `anggaran:` per tahun pada program yang sudah dapat dihitung.
    Salah: |
      dimensi:
        smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes}]}
        smart_society: {program: [{id: society-program, nama: Kelas, kelompok: kapasitas_sdm, sub: ekosistem_belajar, inisiatif: [society-inisiatif], program_rpjmd: [1.01.02], mulai: 2026, selesai: 2026, opd: disdik}]}
        smart_environment: {program: [{id: environment-program, nama: Pilah, kelompok: literasi, sub: proteksi_lingkungan, inisiatif: [environment-inisiatif], program_rpjmd: [2.11.11], mulai: 2026, selesai: 2026, opd: dlh}]}
    Benar: {}
    """
    programs = [program for _, program in ctx.index.items("program")]
    if len(programs) < ctx.limit("min_program", _FEWEST_PROGRAMS) or not ctx.index.is_whole("program"):
        return
    bare = [program for program in programs if not program.anggaran and program.total is None]
    if 100 * len(bare) > ctx.limit("maks_persen", 30) * len(programs):
        message = f"{len(bare)} dari {len(programs)} program belum beranggaran"
        hint = "isi `anggaran:` per tahun pada program yang sudah dapat dihitung"
        yield found(bare[0], "anggaran", message, hint)


@rule("ANG005", "satu-sumber-dana", needs="dimensi.*.program[*].sumber_dana", owner="bappeda")
def one_fund(ctx: Context) -> Iterator[Finding]:
    """Semua program hanya dibiayai APBD sendiri, atau satu sumber dana yang sama.

    Mengapa: pembiayaan lain menunjukkan kemitraan, mengurangi beban APBD, dan menjaga program bila satu sumber berhenti.
    Perbaiki: tambahkan sumber lain pada `sumber_dana:` program yang dapat dibiayai bersama, atau beri pengecualian dengan alasannya.
    Salah: |
      dimensi:
        smart_branding: {program: [{id: branding-program, kelompok: infrastruktur, sub: ekosistem_bisnis, inisiatif: [branding-inisiatif], program_rpjmd: [3.26.02], anggaran: {2026: 5000000}, sumber_dana: [apbd]}]}
        smart_environment: {program: [{id: environment-program, kelompok: literasi, sub: tata_kelola_sampah_limbah, inisiatif: [environment-inisiatif], program_rpjmd: [2.11.11], anggaran: {2026: 5000000}, sumber_dana: [apbd]}]}
    Benar: {}
    """
    held = [program.sumber_dana for _, program in ctx.index.items("program") if program.sumber_dana]
    if len(held) < ctx.limit("min_program", _FEWEST_PROGRAMS) or not ctx.index.is_whole("program"):
        return
    used = {name for names in held for name in names}
    if used <= {item.id for item in ctx.edition.sumber_dana or () if item.apbd}:
        message = f"semua program hanya dibiayai APBD sendiri ({len(held)} program)"
    elif len(used) == 1:
        fund = ctx.edition.name_of("sumber_dana", next(iter(used)))
        message = f"semua program hanya dibiayai satu sumber dana, {fund} ({len(held)} program)"
    else:
        return
    hint = "tambahkan sumber lain pada `sumber_dana:`, atau beri pengecualian dengan alasannya"
    yield found(ctx.rencana, "dimensi", message, hint, span=anywhere(ctx))


RULES = (
    negative_budget,
    budget_outside_years,
    total_differs,
    many_without_budget,
    one_fund,
)
