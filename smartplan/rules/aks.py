"""Family AKS: the action plan."""

from __future__ import annotations

import re
from collections import Counter
from math import inf
from typing import TYPE_CHECKING, Any, Final

from smartplan.rules import aks_codes
from smartplan.rules.base import Context, anywhere, beside, found, label, rule
from smartplan.wording import format_number
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_APPLICATION: Final = lazy(
    r"\s*(?:(?:jumlah|ter\w+nya|\d+|satu|unit|buah) )*aplikasi\b"
    r"(?!.*\b(?:dihentikan|ditutup|dihapus|digabung\w*|disatukan|dipadukan|(?:ter|di)integrasi\w*))",
    re.IGNORECASE,
)
"""An output that is an application, not one that tells who uses it or how many were closed."""
_MARKS: Final = ".,;:!?()\"'“”‘’-–/"


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
            edits = program.rewrite("mulai", str(program.selesai)) + program.rewrite("selesai", str(program.mulai))
            hint = "tukar kedua tahunnya"
            yield found(
                program, "selesai", message, hint, dimension=dimension, opd=program.opd, edits=edits, unsafe=True
            )
            continue
        if period is None or period.awal is None or period.akhir is None or period.akhir < period.awal:
            continue
        for key in ("mulai", "selesai"):
            year = getattr(program, key)
            if year and not period.awal <= year <= period.akhir:
                message = (
                    f'tahun {key} program "{label(program)}", {year}, di luar periode {period.awal}-{period.akhir}'
                )
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
    if len(programs) < ctx.limit("min_program", inf) or not ctx.index.is_whole("program"):
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
    if len(holders) < ctx.limit("min_program", inf) or not ctx.index.is_whole("program"):
        return
    limit = ctx.limit("maks_persen", 40)
    for name, count in Counter(holders).most_common():
        if 100 * count > limit * len(holders):
            first = next(program for _, program in ctx.index.items("program") if program.opd == name)
            office = ctx.plan.opd(name)
            title = (office.singkatan or office.nama) if office is not None else None
            message = (
                f"{count} dari {len(holders)} program dipegang {title or name} (batas {format_number(limit)} persen)"
            )
            yield found(first, "opd", message, "bagi tanggung jawab kepada OPD yang melayani urusannya", opd=name)


@rule("AKS012", "program-ganda", needs="dimensi.*.program", owner="bappeda")
def program_twice(ctx: Context) -> Iterator[Finding]:
    """Program yang sama ditulis dua kali untuk perangkat daerah yang sama.

    Mengapa: program ganda menghitung anggaran dan keluaran dua kali.
    Perbaiki: gabungkan kedua baris, atau bedakan namanya menurut lokasi atau tahapnya.
    Salah: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre dari Rumah, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5000000}}, {id: antre-lagi, nama: "Program antre dari rumah.", kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2027, selesai: 2027, opd: dinkes, anggaran: {2027: 5000000}}]}}
    Benar: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre dari Rumah, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5000000}}, {id: antre-lagi, nama: Antre di Posyandu, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2027, selesai: 2027, opd: dinkes, anggaran: {2027: 5000000}}]}}
    """
    alike: dict[tuple[str, str], list[tuple[str, Any]]] = {}
    for dimension, program in ctx.index.items("program"):
        if program.nama and program.opd:  # most names differ in their last word already
            last = program.nama.rsplit(None, 1)[-1].strip(_MARKS).lower()
            alike.setdefault((program.opd, last), []).append((dimension, program))
    for rows in alike.values():
        first: dict[str, Any] = {}
        for dimension, program in rows if len(rows) > 1 else ():
            earlier = first.setdefault(_plain_name(program.nama), program)
            if earlier is program or _are_kin(program, earlier):
                continue
            office = ctx.plan.opd(program.opd)
            title = (office.singkatan or office.nama if office is not None else None) or program.opd
            message = f'program "{program.nama}" ({title}) sudah ditulis pada {earlier.path}'
            hint = "gabungkan kedua baris, atau bedakan namanya menurut lokasi atau tahapnya"
            related = beside(earlier, "nama", f'program "{earlier.nama}" yang pertama')
            yield found(program, "nama", message, hint, related=related, dimension=dimension, opd=program.opd)


@rule("AKS013", "induk-program-melingkar", needs="dimensi.*.program[*].induk", owner="bappeda")
def parents_in_a_ring(ctx: Context) -> Iterator[Finding]:
    """Program menjadi induk dari induknya sendiri.

    Mengapa: baris yang saling menjadi induk tidak dapat disusun menjadi kelompok.
    Perbaiki: hapus `induk:` pada program yang paling atas.
    Salah: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5000000}, induk: living-program}]}}
    Benar: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5000000}}]}}
    """
    programs = ctx.index.ids["program"]
    done: set[str] = set()
    for _, program in ctx.index.items("program"):
        trail: list[str] = []
        name, item = program.id, program
        while item is not None and name and name not in done and item.induk:
            done.add(name)
            trail.append(name)
            name, item = item.induk, programs.get(item.induk)
        if name not in trail:
            continue
        ring = trail[trail.index(name) :]
        first = programs[ring[0]]
        if len(ring) == 1:
            message = f'program "{label(first)}" menjadi induk dirinya sendiri'
        else:
            message = "induk program melingkar: " + " → ".join([*ring, ring[0]])
        hint = "hapus `induk:` pada program yang paling atas"
        home = next((one for one, item in ctx.index.items("program") if item is first), None)
        yield found(first, "induk", message, hint, dimension=home, opd=first.opd)


@rule("AKS015", "output-sama-dengan-outcome", needs="dimensi.*.program", owner="opd")
def output_is_outcome(ctx: Context) -> Iterator[Finding]:
    """Indikator output dan indikator outcome ditulis dengan kalimat yang sama.

    Mengapa: output adalah yang dihasilkan program, outcome perubahan yang dirasakan penerimanya; penilai memberi nilai untuk keduanya sendiri-sendiri.
    Perbaiki: tulis pada outcome perubahan yang terjadi setelah output dipakai.
    Salah: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5000000}, indikator_output: Jumlah puskesmas yang melayani antrean, indikator_outcome: jumlah puskesmas yang melayani antrean.}]}}
    Benar: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5000000}, indikator_output: Jumlah puskesmas yang melayani antrean, indikator_outcome: Waktu tunggu pasien}]}}
    """
    for dimension, program in ctx.index.items("program"):
        output, outcome = program.indikator_output, program.indikator_outcome
        if not output or not outcome or output[:1].lower() != outcome[:1].lower():
            continue
        if _words(output) == _words(outcome):
            message = f'program "{label(program)}": indikator outcome sama dengan indikator output, "{outcome}"'
            hint = "tulis pada `indikator_outcome:` perubahan yang terjadi setelah output dipakai"
            related = beside(program, "indikator_output", "indikator output")
            yield found(
                program, "indikator_outcome", message, hint, related=related, dimension=dimension, opd=program.opd
            )


def _words(text: str) -> list[str]:
    """The words of ``text``, without what punctuation and capitals make different."""
    text = text.lower()
    for mark in _MARKS:
        if mark in text:
            text = text.replace(mark, " ")
    return text.split()


def _plain_name(name: str) -> str:
    words = _words(name)
    return " ".join(words[1:] if words[:1] == ["program"] else words)


def _are_kin(program: Any, other: Any) -> bool:
    """Whether one row groups the other."""
    return bool((program.induk and program.induk == other.id) or (other.induk and other.induk == program.id))


RULES = (
    program_years,
    group_uncovered,
    too_many_applications,
    one_office,
    program_twice,
    parents_in_a_ring,
    *aks_codes.RULES,
    output_is_outcome,
)
