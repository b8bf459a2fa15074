"""Family ASM: the assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.rules.base import Context, found, related_at, rule
from smartplan.rules.figures import is_left_out
from smartplan.rules.units import rounded
from smartplan.wording import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding
    from smartplan.plan.parts.profil import IndeksSpbe


@rule("ASM001", "indeks-spbe-di-luar-skala", needs="asesmen.indeks_spbe", owner="diskominfo")
def spbe_out_of_scale(ctx: Context) -> Iterator[Finding]:
    """Indeks SPBE di luar skala 1 sampai 5.

    Mengapa: indeks SPBE berskala 1-5; evaluasi Smart City berskala 0-4; keduanya sering tertukar.
    Perbaiki: salin indeks dari surat hasil evaluasi SPBE; jangan memakai nilai evaluasi Smart City.
    Salah: |
      asesmen: {indeks_spbe: [{nilai: 7, tahun: 2024, sumber: Hasil evaluasi}]}
    Benar: |
      asesmen: {indeks_spbe: [{nilai: 3, tahun: 2024, sumber: Hasil evaluasi}]}
    """
    asesmen = ctx.rencana.asesmen
    bounds = [value for row in ctx.edition.predikat_spbe or () for value in (row.dari, row.sampai) if value is not None]
    for row in (asesmen.indeks_spbe if asesmen else None) or ():
        if row.nilai is not None and bounds and not min(bounds) <= row.nilai <= max(bounds):
            message = f"indeks SPBE {format_number(row.nilai)} di luar skala {min(bounds)}-{max(bounds)}"
            yield found(row, "nilai", message, "periksa angkanya; skala evaluasi Smart City memang lain")


@rule("ASM002", "predikat-spbe-tidak-cocok", needs="asesmen.indeks_spbe", owner="diskominfo")
def spbe_predicate(ctx: Context) -> Iterator[Finding]:
    """Predikat SPBE tidak sesuai dengan indeksnya.

    Mengapa: predikat ditentukan oleh indeks; keduanya dicetak berdampingan.
    Perbaiki: tulis predikat yang sesuai dengan indeksnya, atau perbaiki indeksnya.
    Salah: |
      asesmen: {indeks_spbe: [{nilai: 2.5, predikat: Baik, tahun: 2024, sumber: Hasil evaluasi}]}
    Benar: |
      asesmen: {indeks_spbe: [{nilai: 2.6, predikat: Baik, tahun: 2024, sumber: Hasil evaluasi}]}
    """
    asesmen = ctx.rencana.asesmen
    bands = ctx.edition.predikat_spbe or []
    for row in (asesmen.indeks_spbe if asesmen else None) or ():
        if row.nilai is None or not row.predikat:
            continue
        right = next(
            (band for band in bands if band.dari is not None and band.sampai is not None
             and band.dari <= row.nilai and (row.nilai < band.sampai or (band is bands[-1] and row.nilai == band.sampai))), None
        )  # fmt: skip
        if right is not None and row.predikat.strip().lower() != (right.nama or "").lower():
            message = f'indeks {format_number(row.nilai)} berpredikat {right.nama}, bukan "{row.predikat}"'
            yield found(row, "predikat", message, f"tulis `predikat: {right.nama}`")


@rule("ASM003", "kategori-fiskal-tidak-dikenal", needs="asesmen.kapasitas_fiskal", owner="bappeda")
def fiscal_category(ctx: Context) -> Iterator[Finding]:
    """Kategori kapasitas fiskal tidak ada dalam daftar.

    Mengapa: kategori ditetapkan Menteri Keuangan dan menjadi kriteria seleksi daerah.
    Perbaiki: pilih kategori dari daftar pada peta kapasitas fiskal daerah.
    Salah: |
      asesmen: {kapasitas_fiskal: {kategori: cukup, tahun: 2024, sumber: Kementerian Keuangan}}
    Benar: |
      asesmen: {kapasitas_fiskal: {kategori: sedang, tahun: 2024, sumber: Kementerian Keuangan}}
    """
    asesmen = ctx.rencana.asesmen
    fiscal = asesmen.kapasitas_fiskal if asesmen else None
    names = [item.nama or "" for item in ctx.edition.kategori_fiskal or ()]
    if fiscal is None or not fiscal.kategori or not names:
        return
    if fiscal.kategori.strip().lower().replace("_", " ") not in [name.lower() for name in names]:
        message = f'kategori kapasitas fiskal "{fiscal.kategori}" tidak dikenal'
        yield found(fiscal, "kategori", message, "pilih salah satu: " + ", ".join(name.lower() for name in names))


@rule("ASM004", "dua-indeks-spbe", needs="asesmen.indeks_spbe", owner="diskominfo")
def two_indexes(ctx: Context) -> Iterator[Finding]:
    """Indeks SPBE satu tahun punya dua nilai, atau lebih dari satu indeks ditandai dipakai.

    Mengapa: nilai mandiri dan nilai evaluasi sering tercampur; buku hanya mencetak satu.
    Perbaiki: simpan semuanya, tandai satu dengan `dipakai: ya`, dan tulis alasannya.
    Salah: |
      asesmen: {indeks_spbe: [{nilai: 2.87, tahun: 2024, sumber: Hasil evaluasi}, {nilai: 3.1, tahun: 2024, sumber: Penilaian mandiri}]}
    Benar: |
      asesmen: {indeks_spbe: [{nilai: 2.87, tahun: 2024, sumber: Hasil evaluasi, dipakai: ya, alasan: Hasil resmi}, {nilai: 3.1, tahun: 2024, sumber: Penilaian mandiri}]}
    """
    asesmen = ctx.rencana.asesmen
    rows = [row for row in (asesmen.indeks_spbe if asesmen else None) or () if row.nilai is not None]
    marked = [row for row in rows if row.dipakai]
    if len(marked) > 1:
        first, second = marked[:2]
        message = f"{len(marked)} indeks SPBE ditandai dipakai: {_dated(first)} dan {_dated(second)}"
        place = first.span("dipakai")
        related = related_at(place, "indeks pertama yang ditandai dipakai")
        yield found(
            second, "dipakai", message, "sisakan satu `dipakai: ya`; hapus tanda pada yang lain", related=related
        )
        return
    years: dict[int, list[IndeksSpbe]] = {}
    for row in rows:
        if row.tahun is not None:
            years.setdefault(row.tahun, []).append(row)
    for year, same in years.items():
        open_rows = [row for row in same if not is_left_out(row)] or same
        first = open_rows[0]
        other = next((row for row in open_rows if not _is_same(first, row)), None)
        is_told = any(row.dipakai for row in same) and any(row.alasan for row in same)
        if other is not None and not is_told:
            message = f"indeks SPBE tahun {year} punya dua nilai: {_number(first)} dan {_number(other)}"
            place = first.span("nilai")
            related = related_at(place, "nilai lain untuk tahun yang sama")
            hint = "tandai satu dengan `dipakai: ya` dan tulis `alasan:`; yang lain boleh tetap"
            yield found(other, "nilai", message, hint, related=related)


def _is_same(first: IndeksSpbe, row: IndeksSpbe) -> bool:
    if first.nilai is None or row.nilai is None:
        return True
    return rounded(first.nilai).may_equal(rounded(row.nilai))


def _number(row: IndeksSpbe) -> str:
    return format_number(row.nilai) if row.nilai is not None else ""


def _dated(row: IndeksSpbe) -> str:
    return f"{_number(row)} ({row.tahun})" if row.tahun else _number(row)


RULES = (
    spbe_out_of_scale,
    spbe_predicate,
    fiscal_category,
    two_indexes,
)
