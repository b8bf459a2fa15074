"""Family PRF: the figures of the profile, compared with each other and with the register of regions."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from smartplan.region import by_code
from smartplan.rules import prf_counts, prf_figures
from smartplan.rules.base import Context, beside, found, rule
from smartplan.rules.figures import chosen, newest
from smartplan.rules.units import Measure, is_in_own_unit, measure, written
from smartplan.wording import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_REGISTERED: Final = {
    "luas": "area_km2",
    "penduduk": "population",
    "kecamatan": "kecamatan",
    "kelurahan": "kelurahan",
    "desa": "desa",
}
_MOST: Final = 60
"""Figures of one fact that are compared with all of another."""
_ROUNDED_FROM: Final = 100
_OWN_UNITS: Final = {"luas": "km2", "penduduk": "jiwa"}


@rule("PRF001", "kepadatan-tidak-cocok", needs="profil.kepadatan", owner="bappeda")
def density_differs(ctx: Context) -> Iterator[Finding]:
    """Kepadatan tidak sama dengan jumlah penduduk dibagi luas.

    Mengapa: angka yang saling bertentangan dalam satu buku pernah lolos.
    Perbaiki: hitung kepadatan dari penduduk dan luas tahun yang sama, atau perbarui angka yang sudah lama.
    Salah: |
      profil: {luas: [{nilai: 100, satuan: km2, tahun: 2024, sumber: BPS}], penduduk: [{nilai: 5000, satuan: jiwa, tahun: 2024, sumber: BPS}], kepadatan: [{nilai: 80, satuan: jiwa/km2, tahun: 2024, sumber: BPS}]}
    Benar: |
      profil: {luas: [{nilai: 100, satuan: km2, tahun: 2024, sumber: BPS}], penduduk: [{nilai: 5000, satuan: jiwa, tahun: 2024, sumber: BPS}], kepadatan: [{nilai: 50, satuan: jiwa/km2, tahun: 2024, sumber: BPS}]}
    """
    profil = ctx.rencana.profil
    areas = _measured("luas", profil.luas if profil else None)
    people = _measured("penduduk", profil.penduduk if profil else None)
    if profil is None or not areas or not people:
        return
    tolerance = Decimal(str(ctx.limit("toleransi_persen", 0))) / 100
    growth = Decimal(str(ctx.limit("perubahan_persen_per_tahun", 3))) / 100
    rounding = Decimal(str(ctx.limit("pembulatan_persen", 1))) / 100
    every_size, everyone = (
        _measured("luas", profil.luas, marked=False),
        _measured("penduduk", profil.penduduk, marked=False),
    )
    printed = newest(profil.kepadatan) if profil.kepadatan else None
    for row, density in _measured("kepadatan", profil.kepadatan):
        of_then = ((count, size) for person, count in everyone if person.tahun == row.tahun for _, size in every_size)
        if row is not printed and any(_fits(density, count, size, tolerance) for count, size in of_then):
            continue  # of an earlier year, with the area of that time
        near = _of_nearest_year(people, row.tahun)
        apart = abs(near[0][0].tahun - row.tahun) if row.tahun and near[0][0].tahun else 0
        allowed = tolerance + growth * apart  # people of another year cannot tell more
        if _is_round(row.nilai):
            allowed = max(allowed, rounding)
        if any(_fits(density, count, size, allowed) for _, count in near for _, size in areas):
            continue
        size = max(areas, key=lambda one: one[0].tahun or 0)[1]  # the newest area, as in the books
        person, count = near[0]
        places = max(0, -int(row.nilai.as_tuple().exponent)) if density.value == row.nilai else 0
        when = f" tahun {person.tahun}" if apart else ""
        message = (
            f"kepadatan {written('kepadatan', row)} tidak sama dengan {_number(count)} jiwa{when} "
            f"dibagi {_number(size)} km2, yaitu {format_number(count.value / size.value, places)}"
        )
        fits = next(
            (one for one, other in everyone for _, size in areas if _fits(density, other, size, tolerance)), None
        )
        related = beside(person, "nilai", "penduduk yang dipakai")
        yield found(row, "nilai", message, _density_hint(fits), related=related)


@rule("PRF004", "berbeda-dari-register", needs="profil", owner="bappeda")
def differs_from_register(ctx: Context) -> Iterator[Finding]:
    """Angka yang dipakai berbeda dari register wilayah.

    Mengapa: register memuat angka keputusan Menteri Dalam Negeri; perbedaan sebaiknya dijelaskan.
    Perbaiki: periksa sumbernya, atau tambahkan angka register sebagai angka lain dan beri alasan.
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
    document = ctx.index.document_year
    for key, attribute in _REGISTERED.items():
        rows = [row for row in getattr(profil, key) or () if row.nilai is not None]
        official = getattr(region, attribute)
        year = region.population_year if key == "penduduk" else None
        if year and document and document < year:
            continue  # the register counts people that the document could not know of
        measures = [one for one in (measure(key, row) for row in rows) if one is not None]
        if not rows or official is None or any(one.is_near(official) for one in measures):
            continue
        used = max(chosen(rows), key=lambda row: row.tahun or 0, default=rows[0])
        if measure(key, used) is not None:
            unit = "" if is_in_own_unit(key, used) else f" {_OWN_UNITS.get(key, key)}"
            own_year = f" tahun {used.tahun}" if year and used.tahun else ""
            of_year = f" tahun {year}" if year else ""
            message = (
                f"{key} {written(key, used)}{own_year} berbeda dari register: {format_number(official)}{unit}{of_year}"
            )
            yield found(used, "nilai", message, "periksa sumbernya, atau tambahkan angka register sebagai angka lain")


@rule("PRF005", "wilayah-tidak-cocok", needs="wilayah", owner="diskominfo")
def region_mismatch(ctx: Context) -> Iterator[Finding]:
    """Kode wilayah tidak dikenal, atau namanya tidak cocok dengan kodenya.

    Mengapa: kode Kemendagri dan kode BPS mirip tetapi berarti tempat lain.
    Perbaiki: pakai kode Kemendagri dan tulis nama daerah persis seperti dalam register.
    Salah: wilayah: {kode: 51.08, nama: Kabupaten Badung, jenis: kabupaten, fiktif: tidak}
    Benar: wilayah: {kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten, fiktif: tidak}
    """
    wilayah = ctx.rencana.wilayah
    if wilayah is None or wilayah.fiktif or not wilayah.kode:
        return
    region = by_code(wilayah.kode)
    if region is None:
        hint = "pakai kode Kemendagri seperti 51.08; `smartplan init` menuliskannya"
        yield found(wilayah, "kode", f'kode wilayah "{wilayah.kode}" tidak ada dalam register', hint)
    elif wilayah.nama and wilayah.nama.strip().lower() != region.name.lower():
        message = f'kode {region.code} adalah {region.name}, bukan "{wilayah.nama}"'
        yield found(wilayah, "nama", message, "samakan nama dan kodenya")


def _measured(key: str, rows: Any, *, marked: bool = True) -> list[tuple[Any, Measure]]:
    """Figures above zero in a unit that is known; only the one that is marked, when one is and ``marked`` asks so."""
    pairs = ((row, measure(key, row)) for row in (chosen(rows) if marked else rows or ())[:_MOST])
    return [(row, one) for row, one in pairs if one is not None and one.low > 0]


def _of_nearest_year(people: list[tuple[Any, Measure]], year: int | None) -> list[tuple[Any, Measure]]:
    """The figures of ``year``, else of the year that is nearest to it; without a year the newest, as in the books."""
    if year is None:
        top = newest([person for person, _ in people]).tahun
    else:
        top = min((person.tahun for person, _ in people if person.tahun), key=lambda one: abs(one - year), default=None)
    return [(person, count) for person, count in people if person.tahun == top]


def _fits(density: Measure, count: Measure, size: Measure, tolerance: Decimal) -> bool:
    """Whether the density can be people by area, each as it is rounded (the density may be cut off as well).

    Else it may differ by ``tolerance``.
    """
    if density.low <= count.high / size.low and count.low / size.high < density.high + density.slack:
        return True
    return abs(count.value / size.value / density.value - 1) <= tolerance


def _is_round(value: Decimal) -> bool:
    """Whether the figure may be written to tens or hundreds: ``9500``, but not ``20``."""
    return value == value.to_integral_value() and value >= _ROUNDED_FROM and value % 10 == 0


def _density_hint(fits: Any) -> str:
    if fits is None:
        return "hitung ulang kepadatannya"
    which = (
        f"penduduk tahun {fits.tahun}" if fits.tahun else f"penduduk {written('penduduk', fits)}, yang tidak bertahun"
    )
    return f"angka ini hanya cocok dengan {which}; perbarui"


def _number(one: Measure) -> str:
    """Without zeros that scaling added."""
    whole = int(one.value)
    return format_number(whole if whole == one.value else one.value.normalize())


RULES = tuple(
    sorted(
        (density_differs, differs_from_register, region_mismatch, *prf_figures.RULES, *prf_counts.RULES),
        key=lambda rule: rule.code,
    )
)
