"""Family AKS: the action plan."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from smartplan.rules.base import Context, anywhere, found, label, rule
from smartplan.wording import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

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
    Perbaiki: tukar tahun yang terbalik, atau sesuaikan tahun program dengan periode rencana.
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


@rule("AKS006", "kelompok-tidak-tercakup", needs="dimensi.*.program", owner="bappeda")
def group_uncovered(ctx: Context) -> Iterator[Finding]:
    """Kelompok rencana aksi tidak memuat program.

    Mengapa: sebuah rencana kehilangan nilai karena tidak punya kelompok peningkatan SDM.
    Perbaiki: beri `kelompok:` yang sesuai pada program yang ada, atau tambahkan program untuk kelompok itu.
    Salah: |
      dimensi: {smart_society: {program: [{id: society-program, kelompok: literasi, sub: ekosistem_belajar, inisiatif: [society-inisiatif], program_rpjmd: [1.01.02], anggaran: {2026: 5000000}}]}}
    Benar: {}
    """
    used = {program.kelompok for _, program in ctx.index.items("program")}
    if not used - {None} or not ctx.index.is_whole("program"):
        return
    for name in ctx.edition.ids("kelompok"):
        if name not in used:
            message = f"kelompok {ctx.edition.name_of('kelompok', name)} belum memuat program"
            hint = f"beri `kelompok: {name}` pada program yang sesuai, atau tambahkan program"
            yield found(ctx.rencana, "dimensi", message, hint, span=anywhere(ctx))


@rule("AKS009", "terlalu-banyak-aplikasi", needs="dimensi.*.program", owner="bappeda")
def too_many_applications(ctx: Context) -> Iterator[Finding]:
    """Terlalu banyak program yang keluarannya aplikasi.

    Mengapa: rencana yang berpusat pada aplikasi melupakan layanan, orang, dan aturan.
    Perbaiki: rumuskan keluaran sebagai layanan atau hasil yang diterima warga, dan tambahkan program bukan aplikasi.
    Salah: |
      dimensi:
        smart_governance: {program: [{id: governance-program, nama: Aplikasi izin, kelompok: aplikasi, sub: layanan_publik, inisiatif: [governance-inisiatif], program_rpjmd: [2.16.03], mulai: 2026, selesai: 2026, opd: diskominfo, anggaran: {2026: 5000000}, indikator_output: Jumlah aplikasi}]}
        smart_branding: {program: [{id: branding-program, nama: Aplikasi wisata, kelompok: infrastruktur, sub: wajah_kota, inisiatif: [branding-inisiatif], program_rpjmd: [3.26.02], mulai: 2026, selesai: 2026, opd: dispar, anggaran: {2026: 5000000}, indikator_output: Jumlah aplikasi}]}
        smart_economy: {program: [{id: economy-program, nama: Aplikasi pasar, kelompok: kebijakan_kelembagaan, sub: ekosistem_industri, inisiatif: [economy-inisiatif], program_rpjmd: [2.17.07], mulai: 2026, selesai: 2026, opd: dinkop, anggaran: {2026: 5000000}, indikator_output: Jumlah aplikasi}]}
        smart_society: {program: [{id: society-program, nama: Aplikasi kelas, kelompok: kapasitas_sdm, sub: ekosistem_belajar, inisiatif: [society-inisiatif], program_rpjmd: [1.01.02], mulai: 2026, selesai: 2026, opd: disdik, anggaran: {2026: 5000000}, indikator_output: Jumlah aplikasi}]}
    Benar: {}
    """
    programs = [program for _, program in ctx.index.items("program")]
    if len(programs) < ctx.limit("min_program", _FEWEST_PROGRAMS) or not ctx.index.is_whole("program"):
        return
    apps = [program for program in programs if _APPLICATION.match(program.indikator_output or "")]
    limit = ctx.limit("maks_persen", 50)
    if 100 * len(apps) > limit * len(programs):
        message = f"{len(apps)} dari {len(programs)} program hanya menghasilkan aplikasi (batas {format_number(limit)} persen)"
        yield found(apps[0], "indikator_output", message, "rumuskan keluaran layanan, bukan nama aplikasinya")


@rule("AKS010", "bertumpu-pada-satu-opd", needs="dimensi.*.program", owner="bappeda")
def one_office(ctx: Context) -> Iterator[Finding]:
    """Terlalu banyak program dipegang satu perangkat daerah.

    Mengapa: rencana yang menjadi urusan satu OPD jarang bertahan.
    Perbaiki: pindahkan tanggung jawab program ke OPD yang melayani urusannya.
    Salah: |
      dimensi:
        smart_governance: {program: [{id: governance-program, nama: Izin, kelompok: aplikasi, sub: layanan_publik, inisiatif: [governance-inisiatif], program_rpjmd: [2.16.03], mulai: 2026, selesai: 2026, opd: diskominfo, anggaran: {2026: 5000000}}]}
        smart_branding: {program: [{id: branding-program, nama: Wisata, kelompok: infrastruktur, sub: wajah_kota, inisiatif: [branding-inisiatif], program_rpjmd: [3.26.02], mulai: 2026, selesai: 2026, opd: diskominfo, anggaran: {2026: 5000000}}]}
        smart_economy: {program: [{id: economy-program, nama: Pasar, kelompok: kebijakan_kelembagaan, sub: ekosistem_industri, inisiatif: [economy-inisiatif], program_rpjmd: [2.17.07], mulai: 2026, selesai: 2026, opd: diskominfo, anggaran: {2026: 5000000}}]}
    Benar: {}
    """
    holders = [program.opd for _, program in ctx.index.items("program") if program.opd]
    if len(holders) < ctx.limit("min_program", _FEWEST_PROGRAMS) or not ctx.index.is_whole("program"):
        return
    limit = ctx.limit("maks_persen", 40)
    for name, count in Counter(holders).most_common(1):
        if 100 * count > limit * len(holders):
            first = next(program for _, program in ctx.index.items("program") if program.opd == name)
            office = ctx.plan.opd(name)
            title = (office.singkatan or office.nama) if office is not None else None
            message = f"{count} dari {len(holders)} program dipegang {title or name} (batas {format_number(limit)} persen)"
            yield found(first, "opd", message, "bagi tanggung jawab kepada OPD yang melayani urusannya", opd=name)


RULES = (
    program_years,
    group_uncovered,
    too_many_applications,
    one_office,
)
