"""Family ASM: the assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.rules.base import Context, found, rule
from smartplan.wording import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding


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
        yield found(fiscal, "kategori", message, "pilihan: " + ", ".join(name.lower() for name in names))


RULES = (
    spbe_out_of_scale,
    spbe_predicate,
    fiscal_category,
)
