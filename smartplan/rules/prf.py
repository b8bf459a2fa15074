"""Family PRF: the figures of the profile."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from smartplan.findings import Related
from smartplan.region import by_code
from smartplan.rules.base import Context, found, rule
from smartplan.rules.units import Measure, is_in_own_unit, measure, plain_unit, written
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
_OWN_UNITS: Final = {"luas": "km2", "penduduk": "jiwa"}
_LASTING: Final = ("luas", "panjang_pantai")
"""Facts that do not change from year to year."""


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
    tolerance = Decimal(str(ctx.limit("toleransi_persen", 1))) / 100
    for row, density in _measured("kepadatan", profil.kepadatan):
        same_year = [(person, count) for person, count in people if person.tahun == row.tahun] or [people[-1]]
        if any(_fits(density, count, size, tolerance) for _, count in same_year for _, size in areas):
            continue
        size = max(areas, key=lambda one: one[0].tahun or 0)[1]  # the newest area, as in the books
        person, count = same_year[0]
        message = (
            f"kepadatan {written('kepadatan', row)} tidak sama dengan {_number(count)} jiwa "
            f"dibagi {_number(size)} km2, yaitu {format_number(count.value / size.value, 0)}"
        )
        everyone = _measured("penduduk", profil.penduduk, marked=False)
        fits = next(
            (one for one, other in everyone for _, size in areas if _fits(density, other, size, tolerance)), None
        )
        place = person.span("nilai")
        related = (Related(place, "penduduk yang dipakai"),) if place else ()
        yield found(row, "nilai", message, _density_hint(fits), related=related)


@rule("PRF002", "dua-angka-satu-fakta", needs="profil", owner="bappeda")
def two_figures(ctx: Context) -> Iterator[Finding]:
    """Satu fakta punya dua angka berbeda untuk tahun yang sama, tanpa keterangan mana yang dipakai dan alasannya.

    Mengapa: buku yang menyebut dua luas wilayah tidak dipercaya pembacanya.
    Perbaiki: tandai satu angka dengan `dipakai: ya` dan tulis alasannya; angka lain tetap disimpan.
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
        seen: dict[tuple[int | None, str | None], Any] = {}
        for row in rows:
            # What is written in units that are not known can only be compared with its like.
            unit = plain_unit(row.satuan) if measure(key, row) is None else None
            first = seen.setdefault((row.tahun if key not in _LASTING else None, unit), row)
            if not _is_same(key, first, row):
                message = f"{key.replace('_', ' ')} punya dua angka: {written(key, first)} dan {written(key, row)}"
                hint = "tandai satu dengan `dipakai: ya` dan tulis `alasan:`; yang lain boleh tetap"
                place = first.span("nilai")
                related = (Related(place, "angka lain untuk fakta yang sama"),) if place else ()
                yield found(row, "nilai", message, hint, related=related)


@rule("PRF003", "angka-tanpa-sumber", needs="profil", owner="bappeda")
def figure_without_source(ctx: Context) -> Iterator[Finding]:
    """Angka tidak menyebut tahun atau sumbernya.

    Mengapa: angka tanpa tahun dan sumber tidak dapat diperiksa.
    Perbaiki: tulis tahun data dan sumbernya di butir angka itu, atau hapus angka yang asalnya tidak diketahui.
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
    for key, attribute in _REGISTERED.items():
        rows = [row for row in getattr(profil, key) or () if row.nilai is not None]
        official = getattr(region, attribute)
        measures = [one for one in (measure(key, row) for row in rows) if one is not None]
        if not rows or official is None or any(one.is_near(official) for one in measures):
            continue
        used = max(_chosen(rows), key=lambda row: row.tahun or 0, default=rows[0])
        if measure(key, used) is not None:
            unit = "" if is_in_own_unit(key, used) else f" {_OWN_UNITS.get(key, key)}"
            message = f"{key} {written(key, used)} berbeda dari register: {format_number(official)}{unit}"
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
    chosen = _chosen(rows) if marked else rows or ()
    pairs = ((row, measure(key, row)) for row in chosen)
    return [(row, one) for row, one in pairs if one is not None and one.low > 0]


def _fits(density: Measure, count: Measure, size: Measure, tolerance: Decimal) -> bool:
    """Whether the density can be people by area, each as it is rounded, or differs by ``tolerance`` at most."""
    if density.low <= count.high / size.low and count.low / size.high <= density.high:
        return True
    return abs(count.value / size.value / density.value - 1) <= tolerance


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


def _is_same(key: str, first: Any, row: Any) -> bool:
    """Whether two figures of one year are one fact, where one may be rounded."""
    one, other = measure(key, first), measure(key, row)
    if one is None or other is None:
        return bool(first.nilai == row.nilai)
    return one.is_near(other.value) or other.is_near(one.value)


def _chosen(rows: Any) -> list[Any]:
    """Figures with a value; only the one that is marked, when one is."""
    known = [row for row in rows or () if row.nilai]
    return [row for row in known if row.dipakai] or known


RULES = (
    density_differs,
    two_figures,
    figure_without_source,
    differs_from_register,
    region_mismatch,
)
