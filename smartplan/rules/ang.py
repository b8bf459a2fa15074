"""Family ANG: budgets of programs."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Any, Final

from smartplan.rules import ang_totals
from smartplan.rules.base import Context, anywhere, found, label, rule
from smartplan.wording import format_rupiah

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_ENDLESS: Final = 9999
_FULL_RUPIAH: Final = "tulis rupiah penuh: 150 juta rupiah ditulis 150000000"


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
        if program.total != right and min(program.anggaran.values()) >= 0:  # a minus is told by itself
            message = (
                f'total program "{label(program)}" ditulis {format_rupiah(program.total)}, '
                f"jumlah per tahunnya {format_rupiah(right)}"
            )
            hint = f"tulis `total: {right}`, atau hapus total: program ini menghitungnya sendiri"
            edits = program.rewrite("total", str(right))
            if program.total in (1000 * right, 1_000_000 * right):
                unit = "ribu" if program.total == 1000 * right else "juta"
                hint, edits = f"anggaran per tahunnya tampak ditulis dalam {unit} rupiah; tulis rupiah penuh", ()
            yield found(program, "total", message, hint, dimension=dimension, opd=program.opd, edits=edits, unsafe=True)


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
    if len(programs) < ctx.limit("min_program", inf) or not ctx.index.is_whole("program"):
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
    if len(held) < ctx.limit("min_program", inf) or not ctx.index.is_whole("program"):
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


@rule("ANG006", "anggaran-di-luar-periode", needs="periode", owner="bappeda")
def budget_outside_period(ctx: Context) -> Iterator[Finding]:
    """Anggaran ditulis untuk tahun di luar periode rencana.

    Mengapa: anggaran di luar periode tidak masuk peta jalan dan jumlah per tahun mana pun.
    Perbaiki: perbaiki tahun anggarannya, atau periode rencana.
    Salah: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], opd: dinkes, anggaran: {2025: 5000000}}]}}
    Benar: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], opd: dinkes, anggaran: {2026: 5000000}}]}}
    """
    period = ctx.rencana.periode
    if period is None or period.awal is None or period.akhir is None or period.akhir < period.awal:
        return
    for dimension, program in ctx.index.items("program"):
        if not program.anggaran or (program.mulai and program.selesai and program.mulai <= program.selesai):
            continue  # a program that tells its years is measured by them
        for year in program.anggaran:
            if not period.awal <= year <= period.akhir:
                message = f'anggaran {year} program "{label(program)}" di luar periode {period.awal}-{period.akhir}'
                span = program.item_span("anggaran", year)
                path = program.path_of(f"anggaran.{year}")
                hint = "perbaiki tahun anggarannya, atau periode rencana"
                yield found(program, None, message, hint, span=span, path=path, dimension=dimension, opd=program.opd)
    stated = ctx.rencana.rekap_anggaran
    for year in (stated.tahun if stated else None) or ():
        if stated is not None and not period.awal <= year <= period.akhir:
            message = f"rekap anggaran memuat tahun {year}, di luar periode {period.awal}-{period.akhir}"
            span = stated.item_span("tahun", year)
            path = stated.path_of(f"tahun.{year}")
            yield found(stated, None, message, "perbaiki tahunnya, atau periode rencana", span=span, path=path)


@rule("ANG007", "tahun-program-tanpa-anggaran", needs="dimensi.*.program[*].anggaran", owner="opd")
def year_without_budget(ctx: Context) -> Iterator[Finding]:
    """Program berjalan beberapa tahun, tetapi salah satu tahunnya tidak beranggaran.

    Mengapa: tahun yang terlewat membuat program berhenti di tengah jalan, atau jumlah per tahun terlalu kecil.
    Perbaiki: isi anggaran tahun itu, tulis 0 bila memang tanpa biaya, atau perpendek masa program.
    Salah: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2028, opd: dinkes, anggaran: {2026: 5000000, 2028: 5000000}}]}}
    Benar: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2028, opd: dinkes, anggaran: {2026: 5000000, 2027: 0, 2028: 5000000}}]}}
    """
    period = ctx.rencana.periode
    start = (period.awal if period is not None else None) or 0
    end = (period.akhir if period is not None else None) or _ENDLESS
    for dimension, program in ctx.index.items("program"):
        held, first, last = program.anggaran, program.mulai, program.selesai
        if not held or first is None or last is None or last - first < len(held):
            continue
        if first < start or last > end:
            continue  # its years are wrong themselves
        missing = [year for year in range(first, last + 1) if year not in held]
        if len(missing) <= last - first:
            message = (
                f'program "{label(program)}" berjalan {first}-{last}, tetapi tahun {_years(missing)} tidak beranggaran'
            )
            hint = "isi anggaran tahun itu, tulis 0 bila memang tanpa biaya, atau perpendek masa program"
            yield found(program, "anggaran", message, hint, dimension=dimension, opd=program.opd)


@rule("ANG012", "besaran-anggaran-janggal", needs="dimensi.*.program[*].anggaran", owner="opd")
def implausible_amount(ctx: Context) -> Iterator[Finding]:
    """Besaran anggaran satu program jauh berbeda dari yang lain.

    Mengapa: angka yang ditulis dalam ribu atau juta rupiah, atau kelebihan nol, merusak semua jumlah.
    Perbaiki: tulis rupiah penuh, misalnya 150 juta rupiah ditulis 150000000.
    Salah: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 150}}]}}
    Benar: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 150000000}}]}}
    """
    amounts = sorted(
        amount
        for _, program in ctx.index.items("program")
        if program.anggaran
        for amount in program.anggaran.values()
        if amount > 0
    )
    if not amounts:
        return
    usual, floor, ceiling = amounts[len(amounts) // 2], ctx.limit("min_rupiah", 10_000), float("inf")
    if len(amounts) >= ctx.limit("min_angka", 10):
        ceiling = ctx.limit("kali_median", 1000) * usual
        floor = max(floor, min(usual / ctx.limit("kali_kecil", 100), ctx.limit("curiga_rupiah", 1_000_000)))
    if amounts[0] >= floor and amounts[-1] <= ceiling:
        return
    small: list[tuple[str, Any, int]] = []
    for dimension, program in ctx.index.items("program"):
        for year, amount in (program.anggaran or {}).items():
            if 0 < amount < floor:
                small.append((dimension, program, year))
                break
            if amount > ceiling:
                message = (
                    f'anggaran {year} program "{label(program)}" {format_rupiah(amount)}, '
                    f"padahal anggaran setahun yang lazim dalam rencana ini {format_rupiah(usual)}"
                )
                hint = "periksa kelebihan nol; angka ini dibaca sebagai rupiah penuh"
                yield _at_year(program, year, message, hint, dimension)
                break
    many = len(small) > ctx.limit("maks_temuan", 5)
    for dimension, program, year in small[:1] if many else small:
        message = f'anggaran {year} program "{label(program)}" hanya {format_rupiah(program.anggaran[year])}'
        if many:
            message += f", dan {len(small) - 1} program lain juga di bawah {format_rupiah(int(floor))}"
        message += ": tampaknya ditulis dalam ribu atau juta rupiah"
        yield _at_year(program, year, message, _FULL_RUPIAH, dimension)


def _at_year(program: Any, year: int, message: str, hint: str, dimension: str) -> Finding:
    span, path = program.item_span("anggaran", year), program.path_of(f"anggaran.{year}")
    return found(program, None, message, hint, span=span, path=path, dimension=dimension, opd=program.opd)


def _years(years: list[int]) -> str:
    """``2026``, ``2026-2028``, ``2026, 2028-2030`` of ascending years."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


RULES = (
    negative_budget,
    budget_outside_years,
    total_differs,
    many_without_budget,
    one_fund,
    budget_outside_period,
    year_without_budget,
    implausible_amount,
    *ang_totals.RULES,
)
