"""Family PRF: the figures of the profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from smartplan.findings import Related
from smartplan.region import by_code
from smartplan.rules.base import Context, found, rule
from smartplan.wording import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_FACTS: Final = (
    "luas", "penduduk", "kepadatan", "kecamatan", "kelurahan", "desa", "desa_adat", "ipm", "kemiskinan",
    "pertumbuhan_ekonomi", "pengangguran", "stunting", "tutupan_hutan", "panjang_pantai", "apbd", "pad", "dau",
)  # fmt: skip
_REGISTERED: Final = {
    "luas": "area_km2",
    "penduduk": "population",
    "kecamatan": "kecamatan",
    "kelurahan": "kelurahan",
    "desa": "desa",
}


@rule("PRF001", "kepadatan-tidak-cocok", needs="profil.kepadatan", owner="bappeda")
def density_differs(ctx: Context) -> Iterator[Finding]:
    """Kepadatan tidak sama dengan jumlah penduduk dibagi luas.

    Mengapa: angka yang saling bertentangan dalam satu buku pernah lolos.
    Salah: |
      profil: {luas: [{nilai: 100, satuan: km2, tahun: 2024, sumber: BPS}], penduduk: [{nilai: 5000, satuan: jiwa, tahun: 2024, sumber: BPS}], kepadatan: [{nilai: 80, satuan: jiwa/km2, tahun: 2024, sumber: BPS}]}
    Benar: |
      profil: {luas: [{nilai: 100, satuan: km2, tahun: 2024, sumber: BPS}], penduduk: [{nilai: 5000, satuan: jiwa, tahun: 2024, sumber: BPS}], kepadatan: [{nilai: 50, satuan: jiwa/km2, tahun: 2024, sumber: BPS}]}
    """
    profil = ctx.rencana.profil
    areas = _chosen(profil.luas if profil else None)
    people = _chosen(profil.penduduk if profil else None)
    if profil is None or not areas or not people:
        return
    tolerance = ctx.limit("toleransi_persen", 1) / 100
    for row in _chosen(profil.kepadatan):
        same_year = [person for person in people if person.tahun == row.tahun] or [people[-1]]
        computed = [(person, area, person.nilai / area.nilai) for person in same_year for area in areas if area.nilai]
        if not computed or any(
            abs(float(value) / float(row.nilai) - 1) <= tolerance for *_, value in computed if row.nilai
        ):
            continue
        person, area, value = max(computed, key=lambda one: one[1].tahun or 0)  # the newest area, as in the books
        message = (
            f"kepadatan {format_number(row.nilai)} tidak sama dengan {format_number(person.nilai)} jiwa "
            f"dibagi {format_number(area.nilai)} km2, yaitu {format_number(value, 0)}"
        )
        fits = next(
            (one for one in profil.penduduk or () for other in areas
             if one.nilai and other.nilai and abs(float(one.nilai / other.nilai) / float(row.nilai) - 1) <= tolerance), None
        )  # fmt: skip
        hint = (
            f"angka ini hanya cocok dengan penduduk tahun {fits.tahun}; perbarui"
            if fits
            else "hitung ulang kepadatannya"
        )
        place = person.span("nilai")
        yield found(row, "nilai", message, hint, related=(Related(place, "penduduk yang dipakai"),) if place else ())


@rule("PRF002", "dua-angka-satu-fakta", needs="profil", owner="bappeda")
def two_figures(ctx: Context) -> Iterator[Finding]:
    """Satu fakta punya dua angka berbeda untuk tahun yang sama, tanpa keterangan mana yang dipakai dan alasannya.

    Mengapa: buku yang menyebut dua luas wilayah tidak dipercaya pembacanya.
    Salah: |
      profil: {luas: [{nilai: 100, satuan: km2, tahun: 2024, sumber: BPS}, {nilai: 101, satuan: km2, tahun: 2024, sumber: Situs}], penduduk: [], kepadatan: []}
    Benar: |
      profil: {luas: [{nilai: 100, satuan: km2, tahun: 2024, sumber: BPS, dipakai: ya, alasan: Angka resmi terbaru}, {nilai: 101, satuan: km2, tahun: 2024, sumber: Situs}], penduduk: [], kepadatan: []}
    """
    profil = ctx.rencana.profil
    for key in _FACTS if profil else ():
        rows = [row for row in getattr(profil, key) or () if row.nilai is not None]
        if any(row.dipakai and row.alasan for row in rows):
            continue
        seen: dict[Any, Any] = {}
        for row in rows:
            first = seen.setdefault(row.tahun if key not in ("luas", "panjang_pantai") else None, row)
            if first.nilai != row.nilai:
                message = f"{key.replace('_', ' ')} punya dua angka: {format_number(first.nilai)} dan {format_number(row.nilai)}"
                hint = "tandai satu dengan `dipakai: ya` dan tulis `alasan:`; yang lain boleh tetap"
                place = first.span("nilai")
                related = (Related(place, "angka lain untuk fakta yang sama"),) if place else ()
                yield found(row, "nilai", message, hint, related=related)


@rule("PRF003", "angka-tanpa-sumber", needs="profil", owner="bappeda")
def figure_without_source(ctx: Context) -> Iterator[Finding]:
    """Angka tidak menyebut tahun atau sumbernya.

    Mengapa: angka tanpa tahun dan sumber tidak dapat diperiksa.
    Salah: |
      profil: {luas: [{nilai: 100, satuan: km2}], penduduk: [], kepadatan: []}
    Benar: |
      profil: {luas: [{nilai: 100, satuan: km2, tahun: 2024, sumber: BPS}], penduduk: [], kepadatan: []}
    """
    profil = ctx.rencana.profil
    for key in (*_FACTS, "lainnya") if profil else ():
        for row in getattr(profil, key) or ():
            missing = [name for name in ("tahun", "sumber") if getattr(row, name) is None]
            if row.nilai is not None and missing:
                title = getattr(row, "nama", None) or key.replace("_", " ")
                message = f"angka {title} {format_number(row.nilai)} tidak menyebut {' dan '.join(missing)}"
                yield found(row, missing[0], message, f"tulis `{missing[0]}:` di butir ini")


@rule("PRF004", "berbeda-dari-register", needs="profil", owner="bappeda")
def differs_from_register(ctx: Context) -> Iterator[Finding]:
    """Angka yang dipakai berbeda dari register wilayah.

    Mengapa: register memuat angka keputusan Menteri Dalam Negeri; perbedaan sebaiknya dijelaskan.
    Salah: |
      wilayah: {kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten, fiktif: tidak}
      profil: {kecamatan: [{nilai: 12, satuan: kecamatan, tahun: 2024, sumber: BPS}], luas: [], penduduk: [], kepadatan: []}
    Benar: |
      wilayah: {kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten, fiktif: tidak}
      profil: {kecamatan: [{nilai: 9, satuan: kecamatan, tahun: 2024, sumber: BPS}], luas: [], penduduk: [], kepadatan: []}
    """
    wilayah, profil = ctx.rencana.wilayah, ctx.rencana.profil
    region = by_code(wilayah.kode) if wilayah and wilayah.kode and not wilayah.fiktif else None
    if region is None or profil is None:
        return
    for key, attribute in _REGISTERED.items():
        rows = [row for row in getattr(profil, key) or () if row.nilai is not None]
        official = getattr(region, attribute)
        if rows and not any(row.nilai == official for row in rows):
            used = max(_chosen(rows), key=lambda row: row.tahun or 0, default=rows[0])
            message = f"{key} {format_number(used.nilai)} berbeda dari register: {format_number(official)}"
            yield found(used, "nilai", message, "periksa sumbernya, atau tambahkan angka register sebagai angka lain")


def _chosen(rows: Any) -> list[Any]:
    """Figures with a value; only the one that is marked, when one is."""
    known = [row for row in rows or () if row.nilai]
    return [row for row in known if row.dipakai] or known


RULES = (
    density_differs,
    two_figures,
    figure_without_source,
    differs_from_register,
)
