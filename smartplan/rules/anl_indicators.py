"""Family ANL, indicators and their gaps."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from smartplan.rules.base import Context, beside, found, label, related_at, rule
from smartplan.rules.indicators import is_percent, may_exceed_hundred
from smartplan.rules.mends import rewritten
from smartplan.rules.units import is_share, plain_unit, rounded
from smartplan.wording import format_number, plain_number
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.fields import Bagian
    from smartplan.findings import Finding
    from smartplan.plan.parts.analisis import GapIndikator

_WORD: Final = lazy(r"\w+")
_BRACKETS: Final = lazy(r"\s*\(([^()]*)\)")
_NEXT: Final = 1
"""An RPJMD also sets targets for the year after its last, until the next one is there."""
_UNIT_WORDS: Final = ("%", "persen", "poin", "indeks", "rp", "rupiah")


@rule("ANL001", "gap-tidak-cocok", needs="dimensi.*.gap_indikator", owner="opd")
def gap_differs(ctx: Context) -> Iterator[Finding]:
    """Gap indikator tidak sama dengan target dikurangi nilai eksisting.

    Mengapa: hitungan yang keliru pernah terbit dalam tabel yang diserahkan.
    Perbaiki: hitung ulang target dikurangi nilai eksisting, atau perbaiki salah satu dari ketiga angkanya.
    Salah: |
      dimensi: {smart_living: {gap_indikator: [{sub: prasarana_kesehatan, indikator: Imunisasi, eksisting: 80, target: 95, gap: 20}]}}
    Benar: |
      dimensi: {smart_living: {gap_indikator: [{sub: prasarana_kesehatan, indikator: Imunisasi, eksisting: 80, target: 95, gap: 15}]}}
    """
    for dimension, row in ctx.index.items("gap_indikator"):
        if row.gap is None or row.target is None or row.eksisting is None or _is_slipped(row):
            continue
        right = row.target - row.eksisting
        gap = rounded(row.gap)
        # A target that lies lower is often written without the sign. No gap is not a rounded gap.
        if row.gap != right and (not row.gap or not (gap.is_near(right) or gap.is_near(abs(right)))):
            message = (
                f'gap "{label(row, "indikator")}" ditulis {format_number(row.gap)}, seharusnya {format_number(right)}'
            )
            number = plain_number(right)
            plain = f", atau {plain_number(abs(right))} tanpa tanda" if right < 0 else ""
            hint = f"tulis `gap: {number}`{plain}, atau perbaiki target dan nilai eksisting"
            edits = rewritten(row, "gap", number)
            yield found(row, "gap", message, hint, dimension=dimension, edits=edits, unsafe=True)


@rule("ANL006", "target-gap-tidak-bergerak", needs="dimensi.*.gap_indikator", owner="opd")
def target_still(ctx: Context) -> Iterator[Finding]:
    """Target indikator sama dengan nilai eksisting.

    Mengapa: tabel gap memuat indikator yang harus berubah; target yang sama berarti tidak ada kesenjangan.
    Perbaiki: periksa target pada RPJMD, atau keluarkan indikator yang memang sudah tercapai dari tabel gap.
    Salah: |
      dimensi: {smart_living: {gap_indikator: [{sub: prasarana_kesehatan, indikator: Imunisasi, eksisting: 80, target: 80}]}}
    Benar: |
      dimensi: {smart_living: {gap_indikator: [{sub: prasarana_kesehatan, indikator: Imunisasi, eksisting: 80, target: 95}]}}
    """
    exempt = ctx.words("kecuali")
    for dimension, row in ctx.index.items("gap_indikator"):
        if row.target is None or row.target != row.eksisting or row.gap:
            continue  # a gap beside equal numbers is a wrong sum, which is said of the gap
        full = row.target == 0 or (row.target == 100 and _is_share(row, "target"))
        if full or _holds(row.indikator, exempt):
            continue  # what cannot be better is to be kept
        message = f'target "{label(row, "indikator")}" sama dengan nilai eksisting: {format_number(row.target)}'
        related = beside(row, "eksisting", "nilai eksisting")
        hint = "periksa targetnya, atau keluarkan indikator ini dari tabel bila sudah tercapai"
        yield found(row, "target", message, hint, related=related, dimension=dimension)


@rule("ANL007", "tahun-target-keliru", needs="dimensi.*.gap_indikator", owner="opd")
def target_year_odd(ctx: Context) -> Iterator[Finding]:
    """Tahun target indikator mendahului tahun nilai eksisting, atau di luar periode rencana dan RPJMD.

    Mengapa: kesenjangan diukur terhadap target yang masih akan dicapai.
    Perbaiki: perbaiki tahunnya, atau ambil target dari RPJMD yang berlaku.
    Salah: |
      dimensi: {smart_living: {gap_indikator: [{sub: prasarana_kesehatan, indikator: Imunisasi, eksisting: 80, tahun: 2025, target: 95, tahun_target: 2020}]}}
    Benar: |
      dimensi: {smart_living: {gap_indikator: [{sub: prasarana_kesehatan, indikator: Imunisasi, eksisting: 80, tahun: 2025, target: 95, tahun_target: 2029}]}}
    """
    rpjmd = ctx.rencana.rpjmd
    periods = [
        (name, one.awal, one.akhir)
        for name, one in (("rencana", ctx.rencana.periode), ("RPJMD", rpjmd.periode if rpjmd else None))
        if one is not None and one.awal is not None and one.akhir is not None
    ]
    for dimension, row in ctx.index.items("gap_indikator"):
        year = row.tahun_target
        if year is None:
            continue
        if row.tahun is not None and year < row.tahun:
            message = (
                f'tahun target "{label(row, "indikator")}" ({year}) mendahului tahun nilai eksisting ({row.tahun})'
            )
            related = beside(row, "tahun", "tahun nilai eksisting")
            hint = "perbaiki salah satu tahunnya, atau ambil target yang masih akan dicapai"
            yield found(row, "tahun_target", message, hint, related=related, dimension=dimension)
        elif periods and not min(one[1] for one in periods) <= year <= max(one[2] for one in periods) + _NEXT:
            told = " dan ".join(f"{name} {first}-{last}" for name, first, last in periods)
            message = f'tahun target "{label(row, "indikator")}" ({year}) di luar periode {told}'
            yield found(
                row, "tahun_target", message, "perbaiki tahunnya, atau pakai target dalam periode", dimension=dimension
            )


@rule("ANL008", "persen-di-luar-batas", needs="dimensi.*.gap_indikator", owner="opd")
def share_out_of_range(ctx: Context) -> Iterator[Finding]:
    """Nilai eksisting atau target dalam persen di luar 0 sampai 100.

    Mengapa: bagian dari keseluruhan tidak dapat melebihi 100 persen; biasanya komanya salah letak.
    Perbaiki: periksa letak koma dan satuannya; bila indikatornya memang dapat melebihi 100, sebut dalam namanya.
    Salah: |
      dimensi: {smart_living: {gap_indikator: [{sub: prasarana_kesehatan, indikator: Cakupan imunisasi, satuan: persen, eksisting: 874, target: 96}]}}
    Benar: |
      dimensi: {smart_living: {gap_indikator: [{sub: prasarana_kesehatan, indikator: Cakupan imunisasi, satuan: persen, eksisting: 87.4, target: 96}]}}
    """
    exempt = ctx.words("kecuali")
    for dimension, row in ctx.index.items("gap_indikator"):
        for key in ("eksisting", "target"):
            value = getattr(row, key)
            if value is None or 0 <= value <= 100 or not _is_share(row, key) or _holds(row.indikator, exempt):
                continue
            if value > 100 and may_exceed_hundred(row.indikator or ""):
                continue
            message = f'{key} "{label(row, "indikator")}" {format_number(value)} persen di luar 0 sampai 100'
            hint = "periksa letak koma dan satuannya"
            yield found(row, key, message, hint, dimension=dimension)


@rule("ANL010", "dua-nilai-awal", needs="dimensi", owner="opd")
def two_baselines(ctx: Context) -> Iterator[Finding]:
    """Satu indikator punya dua nilai awal yang berbeda untuk tahun yang sama.

    Mengapa: tabel gap, tabel sasaran, dan profil tercetak dalam buku yang sama; angka yang berbeda membingungkan penilai.
    Perbaiki: samakan nilainya menurut satu sumber, atau bedakan nama indikatornya.
    Salah: |
      dimensi:
        smart_living:
          gap_indikator: [{sub: prasarana_kesehatan, indikator: Cakupan imunisasi, satuan: persen, eksisting: 87.4, tahun: 2024}]
          sasaran: [{id: living-a, sub: prasarana_kesehatan, sasaran: Sehat, misi: [misi-a], dasar: RPJMD, indikator: Cakupan imunisasi, satuan: persen, baseline: {nilai: 84, tahun: 2024}}]
    Benar: |
      dimensi:
        smart_living:
          gap_indikator: [{sub: prasarana_kesehatan, indikator: Cakupan imunisasi, satuan: persen, eksisting: 87.4, tahun: 2024}]
          sasaran: [{id: living-a, sub: prasarana_kesehatan, sasaran: Sehat, misi: [misi-a], dasar: RPJMD, indikator: Cakupan imunisasi, satuan: persen, baseline: {nilai: 87.4, tahun: 2024}}]
    """
    facts = {name: key for key in ctx.limits for name in ctx.words(key)}
    seen: dict[tuple[str, int, str], _Value] = {}
    for one in _values(ctx):
        if is_percent(one.unit) and _cannot_be(one.name, one.value):
            continue  # which is said of the value itself
        unit = "persen" if is_percent(one.unit) else plain_unit(one.unit)
        name = _plain_name(one.name)
        first = seen.setdefault((name, one.year, unit), one)
        others = [first] if first is not one else _in_profile(ctx, facts.get(name), one)
        if others and not any(rounded(other.value).may_equal(rounded(one.value)) for other in others):
            message = (
                f'indikator "{one.name}" tahun {one.year} bernilai {format_number(one.value)}, '
                f"tetapi {format_number(others[0].value)} {others[0].where}"
            )
            place = others[0].part.span(others[0].key)
            related = related_at(place, "nilai lain untuk tahun yang sama")
            hint = "samakan menurut satu sumber, atau bedakan nama indikatornya"
            yield found(one.part, one.key, message, hint, related=related, dimension=one.dimension)


class _Value(NamedTuple):
    """What an indicator was in a year. ``where``: how a sentence says where that stands."""

    name: str
    year: int
    unit: str | None
    value: Decimal
    part: Bagian
    key: str
    where: str
    dimension: str | None


def _values(ctx: Context) -> Iterator[_Value]:
    for dimension, row in ctx.index.items("gap_indikator"):
        if row.indikator and row.tahun is not None and row.eksisting is not None:
            where = "dalam tabel gap"
            yield _Value(row.indikator, row.tahun, row.satuan, row.eksisting, row, "eksisting", where, dimension)
    for dimension, row in ctx.index.items("sasaran"):
        baseline = row.baseline
        if row.indikator and baseline is not None and baseline.tahun and isinstance(baseline.nilai, Decimal):
            where = "pada baseline sasaran"
            yield _Value(row.indikator, baseline.tahun, row.satuan, baseline.nilai, baseline, "nilai", where, dimension)


def _in_profile(ctx: Context, fact: str | None, one: _Value) -> list[_Value]:
    """The figures of the same fact and year in the profile or the assessment, in the same unit."""
    rencana = ctx.rencana
    held: Any = rencana.asesmen if fact == "indeks_spbe" else rencana.profil
    rows = (getattr(held, fact, None) if fact and held is not None else None) or ()
    most = (
        max((band.sampai or 0 for band in ctx.edition.predikat_spbe or ()), default=0) if fact == "indeks_spbe" else 100
    )
    where = "dalam asesmen" if fact == "indeks_spbe" else "dalam profil"
    return [
        _Value(one.name, one.year, None, row.nilai, row, "nilai", where, None)
        for row in rows
        if row.nilai is not None
        and row.tahun == one.year
        and (0 <= row.nilai <= most or not _may_be_share(row))
        and (fact == "indeks_spbe" or not one.unit or not row.satuan or is_share(one.unit) == is_share(row.satuan))
    ]


def _may_be_share(row: Any) -> bool:
    """Whether the figure has no unit, or that of shares."""
    unit = getattr(row, "satuan", None)
    return unit is None or is_share(unit)


def _plain_name(name: str) -> str:
    """Words only, without a unit or the name's own initials in brackets."""
    parts = _BRACKETS.split(name)
    kept = parts[0]
    for inner, after in zip(parts[1::2], parts[2::2], strict=True):
        initials = "".join(word[0] for word in _WORD.findall(kept)).casefold()
        plain = inner.strip().casefold()
        kept += after if plain in _UNIT_WORDS or (plain and initials.endswith(plain)) else f" {inner} {after}"
    return " ".join(_WORD.findall(kept.casefold()))


def _is_share(row: GapIndikator, key: str) -> bool:
    return is_percent(row.satuan) or (row.satuan is None and (row.raw(key) or "").rstrip().endswith(("%", "persen")))


def _is_slipped(row: GapIndikator) -> bool:
    """Whether a share is told of itself to be out of range: nothing is computed from it."""
    values = [value for value in (row.eksisting, row.target) if value is not None]
    return _is_share(row, "eksisting") and any(_cannot_be(row.indikator or "", value) for value in values)


def _cannot_be(indicator: str, share: Decimal) -> bool:
    return share < 0 or (share > 100 and not may_exceed_hundred(indicator))


def _holds(text: str | None, phrases: tuple[str, ...]) -> bool:
    words = f" {' '.join(_WORD.findall((text or '').casefold()))} "
    return any(f" {phrase} " in words for phrase in phrases)


RULES = (gap_differs, target_still, target_year_odd, share_out_of_range, two_baselines)
