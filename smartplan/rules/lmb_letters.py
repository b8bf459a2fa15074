"""Family LMB, letters: dates and numbers of agreements, decrees, meetings and the regulation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.rules.base import Context, beside, found, rule
from smartplan.rules.letter_numbers import disagreement, gap
from smartplan.rules.mends import rewritten
from smartplan.rules.order_of_dates import clashes, dated
from smartplan.wording import join_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding
    from smartplan.plan.parts.kelembagaan import Kelembagaan, Kesepakatan, LaporanTertulis, PeraturanDaerah, Sk
    from smartplan.rules.order_of_dates import Dated

__all__ = ["LETTER_RULES"]


@rule("LMB004", "tanggal-sesudah-dokumen", needs="tanggal_dokumen", owner="diskominfo")
def date_after_document(ctx: Context) -> Iterator[Finding]:
    """Tanggal kesepakatan atau SK sesudah tanggal dokumen.

    Mengapa: dokumen tidak dapat merujuk keputusan yang belum ada.
    Perbaiki: cocokkan kedua tanggal dengan naskah aslinya, lalu ubah yang keliru.
    Salah: |
      kelembagaan: {dewan: {sk: {nomor: 1, tanggal: 2030-01-01}}}
    Benar: |
      kelembagaan: {dewan: {sk: {nomor: 1, tanggal: 2025-01-01}}}
    """
    kelembagaan, limit = ctx.rencana.kelembagaan, ctx.rencana.tanggal_dokumen
    if kelembagaan is None or limit is None:
        return
    related = beside(ctx.rencana, "tanggal_dokumen", "tanggal dokumen")
    for part, what in _letters(kelembagaan):
        if part.tanggal is not None and part.tanggal > limit:
            message = f"tanggal {what} ({part.tanggal.isoformat()}) sesudah tanggal dokumen ({limit.isoformat()})"
            yield found(part, "tanggal", message, "periksa kedua tanggalnya", related=related)


@rule("LMB005", "tanggal-tidak-berurutan", owner="diskominfo")
def dates_out_of_order(ctx: Context) -> Iterator[Finding]:
    """Tanggal kesepakatan, SK, Bimtek, komitmen, atau peraturan tidak berurutan.

    Mengapa: tiap langkah bersandar pada langkah sebelumnya, sehingga tanggal yang terbalik hampir selalu salah tulis.
    Perbaiki: cocokkan kedua tanggal dengan naskah aslinya, lalu ubah yang keliru.
    Salah: |
      jadwal: [{tahap: bimtek-1, mulai: 2025-07-05}]
      kelembagaan: {nota_kesepakatan: {tanggal: 2025-08-28}}
    Benar: |
      jadwal: [{tahap: bimtek-1, mulai: 2025-07-05}]
      kelembagaan: {nota_kesepakatan: {tanggal: 2025-02-28}}
    """
    for meeting in ctx.rencana.jadwal or ():
        if meeting.mulai is not None and meeting.selesai is not None and meeting.selesai < meeting.mulai:
            message = f"pertemuan selesai {meeting.selesai.isoformat()}, sebelum mulai {meeting.mulai.isoformat()}"
            related = beside(meeting, "mulai", "tanggal mulai")
            yield found(meeting, "selesai", message, "periksa kedua tanggalnya", related=related)
    rows = (dated(ctx, paths) for name, paths in ctx.limits.items() if name.startswith("urutan"))
    for clash in clashes(rows):
        odd, other = clash
        if any(_is_told_otherwise(ctx, one) for one in clash):
            continue
        what = "mendahului" if clash.is_early else "sesudah"
        message = f"{odd.name} ({odd.day.isoformat()}) {what} {other.name} ({other.day.isoformat()})"
        hint = "periksa kedua tanggal pada naskah aslinya"
        yield found(odd.part, odd.key, message, hint, related=beside(other.part, other.key, other.name))


@rule("LMB006", "nomor-naskah-tidak-cocok", needs="kelembagaan", owner="diskominfo")
def number_of_letter(ctx: Context) -> Iterator[Finding]:
    """Nomor naskah belum lengkap, atau tahun dan bulannya tidak cocok dengan tanggal di sampingnya.

    Mengapa: nomor dan tanggal dikutip dalam buku dan surat; keduanya dicocokkan dengan naskah aslinya.
    Perbaiki: salin nomor dan tanggal dari naskah yang sudah ditandatangani.
    Salah: |
      kelembagaan: {dewan: {sk: {nomor: 100.3/146/HK/2024, tanggal: 2025-05-09}}}
    Benar: |
      kelembagaan: {dewan: {sk: {nomor: 100.3/146/HK/2025, tanggal: 2025-05-09}}}
    """
    kelembagaan = ctx.rencana.kelembagaan
    if kelembagaan is None:
        return
    rows: list[tuple[Kesepakatan | Sk | LaporanTertulis | PeraturanDaerah, str, str]] = [
        (part, key, what) for part, what in _letters(kelembagaan) for key in ("nomor", "nomor_daerah")
    ]
    if kelembagaan.laporan_tertulis is not None:
        rows.append((kelembagaan.laporan_tertulis, "nomor", "laporan tertulis"))
    regulation = kelembagaan.peraturan
    if regulation is not None:
        rows.append((regulation, "nomor", "peraturan"))
    for part, key, what in rows:
        number, day = getattr(part, key, None), part.tanggal
        if not number:
            continue
        open_part = gap(number)
        if open_part:
            message = f'nomor {what} "{number}" {open_part}'
            yield found(part, key, message, "salin nomor lengkapnya, atau kosongkan sampai nomornya terbit")
        elif day is not None and (said := disagreement(number, day)):
            message = f'nomor {what} "{number}" {said}, tanggalnya {day.isoformat()}'
            yield found(part, key, message, "periksa nomor dan tanggalnya", related=beside(part, "tanggal", "tanggal"))
    if (
        regulation is not None
        and regulation.tahun
        and regulation.tanggal
        and regulation.tahun != regulation.tanggal.year
    ):
        message = f"peraturan bertahun {regulation.tahun}, ditetapkan {regulation.tanggal.isoformat()}"
        related = beside(regulation, "tanggal", "tanggal penetapan")
        yield found(regulation, "tahun", message, "samakan dengan naskah peraturannya", related=related)


@rule("LMB008", "status-peraturan-tidak-cocok", needs="kelembagaan.peraturan.status", owner="diskominfo")
def status_of_regulation(ctx: Context) -> Iterator[Finding]:
    """Peraturan dinyatakan terbit tanpa nomor atau tanggal, atau sudah bernomor tetapi belum dinyatakan terbit.

    Mengapa: payung hukum dikutip dengan nomor dan tahunnya; peraturan tanpa keduanya tidak dapat ditelusuri.
    Perbaiki: salin nomor dan tanggal dari lembaran berita daerah, atau betulkan statusnya.
    Salah: |
      kelembagaan: {peraturan: {jenis: Peraturan Bupati, status: terbit}}
    Benar: |
      kelembagaan: {peraturan: {jenis: Peraturan Bupati, status: disusun}}
    """
    regulation = ctx.rencana.kelembagaan.peraturan if ctx.rencana.kelembagaan else None
    if regulation is None:
        return
    if regulation.status == "terbit":
        has_day = regulation.tanggal is not None or regulation.tahun is not None
        lacking = [what for what, has in (("nomor", regulation.nomor), ("tahun atau tanggal", has_day)) if not has]
        if lacking:
            message = f"peraturan dinyatakan sudah terbit, tetapi {join_words(lacking)} belum ditulis"
            hint = "salin dari naskah peraturannya; bila belum terbit, tulis `status: disusun`"
            yield found(regulation, "status", message, hint)
    elif regulation.status and regulation.nomor and regulation.tanggal is not None:
        message = f"peraturan sudah bernomor {regulation.nomor} dan bertanggal, tetapi statusnya {regulation.status}"
        related = beside(regulation, "nomor", "nomor peraturan")
        edits = rewritten(regulation, "status", "terbit")
        hint = "tulis `status: terbit`, atau kosongkan nomor dan tanggalnya"
        yield found(regulation, "status", message, hint, related=related, edits=edits, unsafe=True)


def _is_told_otherwise(ctx: Context, odd: Dated) -> bool:
    """Whether the date is after the document, or not that of the number beside it: which is said of it already."""
    limit, house = ctx.rencana.tanggal_dokumen, ctx.rencana.kelembagaan
    is_letter = house is not None and any(part is odd.part for part, _ in _letters(house))
    if is_letter and limit is not None and odd.day > limit:
        return True
    number = getattr(odd.part, "nomor", None) or ""
    return is_letter and number != "" and gap(number) is None and disagreement(number, odd.day) is not None


def _letters(kelembagaan: Kelembagaan) -> Iterator[tuple[Kesepakatan | Sk, str]]:
    """Agreements and decrees, and what each is called."""
    dewan, tim = kelembagaan.dewan, kelembagaan.tim_pelaksana
    for part, what in (
        (kelembagaan.nota_kesepakatan, "Nota Kesepakatan"),
        (kelembagaan.surat_kesepakatan, "Surat Kesepakatan"),
        (dewan.sk if dewan else None, "SK Dewan Smart City"),
        (tim.sk if tim else None, "SK Tim Pelaksana"),
    ):
        if part is not None:
            yield part, what


LETTER_RULES = (
    date_after_document,
    dates_out_of_order,
    number_of_letter,
    status_of_regulation,
)
