"""Family AKS: the action plan."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from smartplan.rules.base import Context, found, label, rule
from smartplan.wording import format_rupiah

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding, Span

_FEWEST_PROGRAMS: Final = 5
"""Below this many programs a share says nothing."""
_APPLICATION: Final = re.compile(
    r"\s*(?:(?:jumlah|ter\w+nya|\d+|satu|unit|buah) )*aplikasi\b"
    r"(?!.*\b(?:dihentikan|ditutup|dihapus|digabung\w*|disatukan|dipadukan|(?:ter|di)integrasi\w*))",
    re.IGNORECASE,
)
"""An output that is an application, not one that tells who uses it or how many were closed."""


@rule("AKS002", "tahun-program-keliru", needs="dimensi.*.program", owner="opd")
def program_years(ctx: Context) -> Iterator[Finding]:
    """Tahun program terbalik atau di luar periode rencana.

    Mengapa: program di luar periode tidak dapat dianggarkan oleh rencana ini.
    Salah: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2028, selesai: 2026, opd: dinkes}]}}
    Benar: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2028, opd: dinkes}]}}
    """
    period = ctx.rencana.periode
    for dimension, program in ctx.index.items("program"):
        if program.mulai and program.selesai and program.selesai < program.mulai:
            message = f'program "{label(program)}" selesai ({program.selesai}) sebelum mulai ({program.mulai})'
            yield found(program, "selesai", message, "tukar kedua tahunnya", dimension=dimension, opd=program.opd)
            continue
        if period is None or period.awal is None or period.akhir is None:
            continue
        for key in ("mulai", "selesai"):
            year = getattr(program, key)
            if year and not period.awal <= year <= period.akhir:
                message = f'program "{label(program)}": tahun {key} {year} di luar periode {period.awal}-{period.akhir}'
                hint = "perbaiki tahunnya, atau pindahkan program ke rencana berikutnya"
                yield found(program, key, message, hint, dimension=dimension, opd=program.opd)


@rule("AKS003", "anggaran-negatif", needs="dimensi.*.program", owner="opd")
def negative_budget(ctx: Context) -> Iterator[Finding]:
    """Anggaran bernilai negatif.

    Mengapa: anggaran paling kecil nol; tanda minus biasanya salah ketik.
    Salah: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: -5}}]}}
    Benar: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5}}]}}
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


@rule("AKS004", "anggaran-di-luar-tahun-program", needs="dimensi.*.program", owner="opd")
def budget_outside_years(ctx: Context) -> Iterator[Finding]:
    """Anggaran ditulis untuk tahun di luar masa program.

    Mengapa: anggaran dan tahun pelaksanaan harus bercerita sama.
    Salah: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2027: 5}}]}}
    Benar: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5}}]}}
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


@rule("AKS005", "total-tidak-cocok", needs="dimensi.*.program", owner="opd")
def total_differs(ctx: Context) -> Iterator[Finding]:
    """Jumlah yang ditulis tidak sama dengan jumlah anggaran per tahun.

    Mengapa: jumlah yang keliru merusak kepercayaan pada seluruh tabel.
    Salah: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5}, total: 6}]}}
    Benar: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5}, total: 5}]}}
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


@rule("AKS006", "kelompok-tidak-tercakup", needs="dimensi.*.program", owner="bappeda")
def group_uncovered(ctx: Context) -> Iterator[Finding]:
    """Kelompok rencana aksi tidak memuat program.

    Mengapa: sebuah rencana kehilangan nilai karena tidak punya kelompok peningkatan SDM.
    Salah: |
      dimensi: {smart_society: {program: [{id: society-program, kelompok: literasi, sub: ekosistem_belajar, inisiatif: [society-inisiatif], program_rpjmd: [1.01.02], anggaran: {2026: 5}}]}}
    Benar: {}
    """
    used = {program.kelompok for _, program in ctx.index.items("program")}
    if not used - {None} or not ctx.index.is_whole("program"):
        return
    for name in ctx.edition.ids("kelompok"):
        if name not in used:
            message = f"kelompok {ctx.edition.name_of('kelompok', name)} belum memuat program"
            hint = f"beri `kelompok: {name}` pada program yang sesuai, atau tambahkan program"
            yield found(ctx.rencana, "dimensi", message, hint, span=_anywhere(ctx))


@rule("AKS007", "banyak-program-tanpa-anggaran", needs="dimensi.*.program", owner="bappeda")
def many_without_budget(ctx: Context) -> Iterator[Finding]:
    """Terlalu banyak program tanpa anggaran.

    Mengapa: rencana tanpa anggaran sulit dinilai kelayakannya.
    Salah: |
      dimensi:
        smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes}]}
        smart_society: {program: [{id: society-program, nama: Kelas, kelompok: kapasitas_sdm, sub: ekosistem_belajar, inisiatif: [society-inisiatif], program_rpjmd: [1.01.02], mulai: 2026, selesai: 2026, opd: disdik}]}
        smart_environment: {program: [{id: environment-program, nama: Pilah, kelompok: literasi, sub: proteksi_lingkungan, inisiatif: [environment-inisiatif], program_rpjmd: [2.11.11], mulai: 2026, selesai: 2026, opd: dlh}]}
    Benar: {}
    """
    programs = [program for _, program in ctx.index.items("program")]
    bare = [program for program in programs if not program.anggaran and program.total is None]
    if programs and 100 * len(bare) > ctx.limit("maks_persen", 30) * len(programs):
        message = f"{len(bare)} dari {len(programs)} program belum beranggaran"
        hint = "isi `anggaran:` per tahun pada program yang sudah dapat dihitung"
        yield found(bare[0], "anggaran", message, hint)


@rule("AKS008", "tanpa-sumber-luar-apbd", needs="dimensi.*.program", owner="bappeda")
def only_own_budget(ctx: Context) -> Iterator[Finding]:
    """Semua program hanya dibiayai APBD sendiri.

    Mengapa: pembiayaan lain menunjukkan kemitraan dan mengurangi beban APBD.
    Salah: |
      dimensi:
        smart_branding: {program: [{id: branding-program, kelompok: infrastruktur, sub: ekosistem_bisnis, inisiatif: [branding-inisiatif], program_rpjmd: [3.26.02], anggaran: {2026: 5}, sumber_dana: [apbd]}]}
        smart_environment: {program: [{id: environment-program, kelompok: literasi, sub: tata_kelola_sampah_limbah, inisiatif: [environment-inisiatif], program_rpjmd: [2.11.11], anggaran: {2026: 5}, sumber_dana: [apbd]}]}
    Benar: {}
    """
    own = {item.id for item in ctx.edition.sumber_dana or () if item.apbd}
    used = [name for _, program in ctx.index.items("program") for name in program.sumber_dana or ()]
    if used and all(name in own for name in used):
        hint = "tambahkan sumber lain pada `sumber_dana:`, atau beri pengecualian dengan alasannya"
        yield found(ctx.rencana, "dimensi", "semua program hanya dibiayai APBD sendiri", hint, span=_anywhere(ctx))


@rule("AKS009", "terlalu-banyak-aplikasi", needs="dimensi.*.program", owner="bappeda")
def too_many_applications(ctx: Context) -> Iterator[Finding]:
    """Terlalu banyak program yang keluarannya aplikasi.

    Mengapa: rencana yang berpusat pada aplikasi melupakan layanan, orang, dan aturan.
    Salah: |
      dimensi:
        smart_governance: {program: [{id: governance-program, nama: Aplikasi izin, kelompok: aplikasi, sub: layanan_publik, inisiatif: [governance-inisiatif], program_rpjmd: [2.16.03], mulai: 2026, selesai: 2026, opd: diskominfo, anggaran: {2026: 5}, indikator_output: Jumlah aplikasi}]}
        smart_branding: {program: [{id: branding-program, nama: Aplikasi wisata, kelompok: infrastruktur, sub: wajah_kota, inisiatif: [branding-inisiatif], program_rpjmd: [3.26.02], mulai: 2026, selesai: 2026, opd: dispar, anggaran: {2026: 5}, indikator_output: Jumlah aplikasi}]}
        smart_economy: {program: [{id: economy-program, nama: Aplikasi pasar, kelompok: kebijakan_kelembagaan, sub: ekosistem_industri, inisiatif: [economy-inisiatif], program_rpjmd: [2.17.07], mulai: 2026, selesai: 2026, opd: dinkop, anggaran: {2026: 5}, indikator_output: Jumlah aplikasi}]}
        smart_society: {program: [{id: society-program, nama: Aplikasi kelas, kelompok: kapasitas_sdm, sub: ekosistem_belajar, inisiatif: [society-inisiatif], program_rpjmd: [1.01.02], mulai: 2026, selesai: 2026, opd: disdik, anggaran: {2026: 5}, indikator_output: Jumlah aplikasi}]}
    Benar: {}
    """
    programs = [program for _, program in ctx.index.items("program")]
    apps = [program for program in programs if _APPLICATION.match(program.indikator_output or "")]
    if programs and 100 * len(apps) > ctx.limit("maks_persen", 50) * len(programs):
        message = f"{len(apps)} dari {len(programs)} program hanya menghasilkan aplikasi"
        yield found(apps[0], "indikator_output", message, "rumuskan keluaran layanan, bukan nama aplikasinya")


@rule("AKS010", "bertumpu-pada-satu-opd", needs="dimensi.*.program", owner="bappeda")
def one_office(ctx: Context) -> Iterator[Finding]:
    """Terlalu banyak program dipegang satu perangkat daerah.

    Mengapa: rencana yang menjadi urusan satu OPD jarang bertahan.
    Salah: |
      dimensi:
        smart_governance: {program: [{id: governance-program, nama: Izin, kelompok: aplikasi, sub: layanan_publik, inisiatif: [governance-inisiatif], program_rpjmd: [2.16.03], mulai: 2026, selesai: 2026, opd: diskominfo, anggaran: {2026: 5}}]}
        smart_branding: {program: [{id: branding-program, nama: Wisata, kelompok: infrastruktur, sub: wajah_kota, inisiatif: [branding-inisiatif], program_rpjmd: [3.26.02], mulai: 2026, selesai: 2026, opd: diskominfo, anggaran: {2026: 5}}]}
        smart_economy: {program: [{id: economy-program, nama: Pasar, kelompok: kebijakan_kelembagaan, sub: ekosistem_industri, inisiatif: [economy-inisiatif], program_rpjmd: [2.17.07], mulai: 2026, selesai: 2026, opd: diskominfo, anggaran: {2026: 5}}]}
    Benar: {}
    """
    holders = [program.opd for _, program in ctx.index.items("program") if program.opd]
    for name, count in Counter(holders).most_common(1):
        if len(holders) >= _FEWEST_PROGRAMS and 100 * count > ctx.limit("maks_persen", 40) * len(holders):
            first = next(program for _, program in ctx.index.items("program") if program.opd == name)
            office = ctx.plan.opd(name)
            title = (office.singkatan or office.nama) if office is not None else None
            message = f"{count} dari {len(holders)} program dipegang {title or name}"
            yield found(first, "opd", message, "bagi tanggung jawab kepada OPD yang melayani urusannya", opd=name)


@rule("AKS011", "program-tanpa-rujukan-rpjmd", needs="rpjmd.program", owner="bappeda")
def program_not_in_rpjmd(ctx: Context) -> Iterator[Finding]:
    """Program tidak merujuk program RPJMD atau Renstra, atau kodenya tidak ada dalam daftar.

    Mengapa: program yang tidak menyatu dengan RPJMD tidak dapat dianggarkan.
    Salah: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [9.99.99], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5}}]}}
    Benar: {}
    """
    rpjmd = ctx.rencana.rpjmd
    known = {item.kode for item in (rpjmd.program if rpjmd else None) or ()}
    for dimension, program in ctx.index.items("program"):
        if not program.program_rpjmd:
            message = f'program "{label(program)}" tidak merujuk program RPJMD atau Renstra'
            hint = "tulis `program_rpjmd: [kode]`"
            yield found(program, "program_rpjmd", message, hint, dimension=dimension, opd=program.opd)
        for position, code in enumerate(program.program_rpjmd or ()):
            if code not in known:
                message = f'kode program RPJMD "{code}" tidak ada dalam rpjmd.program'
                span = program.item_span("program_rpjmd", position)
                hint = "perbaiki kodenya, atau tambahkan programnya ke rpjmd.program"
                yield found(program, "program_rpjmd", message, hint, span=span, dimension=dimension, opd=program.opd)


def _anywhere(ctx: Context) -> Span | None:
    return ctx.rencana.key_span("dimensi")


RULES = (
    program_years,
    negative_budget,
    budget_outside_years,
    total_differs,
    group_uncovered,
    many_without_budget,
    only_own_budget,
    too_many_applications,
    one_office,
    program_not_in_rpjmd,
)
