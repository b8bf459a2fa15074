"""Family ARH: sasaran: their ground, units, baselines and targets."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from smartplan.rules.base import Context, beside, found, label, rule
from smartplan.rules.indicators import (
    PERCENT,
    fitting,
    has_grades,
    is_percent,
    may_exceed_hundred,
    may_vary,
    wants_less,
)
from smartplan.rules.mends import rewritten
from smartplan.rules.texts import says_nothing
from smartplan.wording import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

__all__ = [
    "baseline_after_start",
    "percent_over_hundred",
    "target_outside_period",
    "target_reverses",
    "target_stands_still",
    "target_without_ground",
    "unit_unfit",
]

_FULL: Final = Decimal(100)
_KEPT: Final = r"pertahankan|terjaga|menjaga|terpelihara|memelihara|stabil|konsisten|predikat|opini|berkelanjutan"
"""Words of a sasaran that keeps what is there."""
_UNWANTED: Final = (
    r"kasus|kejadian|kematian|korban|insiden|kebocoran|keluhan|aduan|pelanggaran|kebakaran|konflik|temuan|kumuh|buta"
    r"|kecelakaan|henti|gangguan|sengketa|bebas|tanpa|nihil|nol|kejahatan|pencemaran|putus"
)
"""What is best at zero."""


@rule("ARH005", "sasaran-tanpa-dasar", needs="dimensi.*.sasaran", owner="koordinator dimensi")
def target_without_ground(ctx: Context) -> Iterator[Finding]:
    """Sasaran tidak menyebut dasar penetapannya.

    Mengapa: sasaran tanpa dasar tidak dapat dipertahankan di depan penilai.
    Perbaiki: tulis pada `dasar` dokumen atau alasan yang melahirkan sasaran itu.
    Salah: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: prasarana_kesehatan, sasaran: Sehat, misi: [misi-a]}]}}
    Benar: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: prasarana_kesehatan, sasaran: Sehat, misi: [misi-a], dasar: RPJMD}]}}
    """
    for dimension, sasaran in ctx.index.items("sasaran"):
        if says_nothing(sasaran.dasar):
            hint = "tulis `dasar:` dengan alasan atau dokumen yang mendasarinya"
            message = f'sasaran "{label(sasaran, "sasaran")}" tidak menyebut dasarnya'
            yield found(sasaran, "dasar", message, hint, dimension=dimension)


@rule("ARH006", "target-di-luar-periode", needs="dimensi.*.sasaran", owner="koordinator dimensi")
def target_outside_period(ctx: Context) -> Iterator[Finding]:
    """Tahun target sasaran berada di luar periode rencana.

    Mengapa: target yang jatuh di luar periode tidak pernah dievaluasi.
    Perbaiki: pindahkan target ke tahun dalam periode rencana, atau perbaiki periodenya.
    Salah: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: prasarana_kesehatan, sasaran: Sehat, misi: [misi-a], dasar: RPJMD, target: {2050: 1}}]}}
    Benar: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: prasarana_kesehatan, sasaran: Sehat, misi: [misi-a], dasar: RPJMD, target: {2026: 1}}]}}
    """
    period = ctx.rencana.periode
    if period is None or period.awal is None or period.akhir is None or period.akhir < period.awal:
        return
    for dimension, sasaran in ctx.index.items("sasaran"):
        for year in sasaran.target or {}:
            if not period.awal <= year <= period.akhir:
                name = label(sasaran, "indikator", "sasaran")
                message = f'target {year} "{name}" di luar periode rencana {period.awal}-{period.akhir}'
                span = sasaran.item_span("target", year)
                path = sasaran.path_of(f"target.{year}")
                hint = f"pindahkan ke tahun antara {period.awal} dan {period.akhir}, atau perbaiki periode rencana"
                yield found(sasaran, None, message, hint, span=span, path=path, dimension=dimension)


@rule("ARH007", "target-tidak-bergerak", needs="dimensi.*.sasaran", owner="opd")
def target_stands_still(ctx: Context) -> Iterator[Finding]:
    """Semua target sasaran sama dengan nilai baseline.

    Mengapa: target yang sama dengan keadaan awal tidak menjanjikan perubahan apa pun.
    Perbaiki: naikkan atau turunkan targetnya, atau tulis "mempertahankan" pada sasaran bila keadaannya memang dijaga.
    Salah: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: telekomunikasi_transportasi, sasaran: Sehat, misi: [misi-a], dasar: RPJMD, indikator: Persentase desa terlayani, satuan: persen, baseline: {nilai: 40, tahun: 2024}, target: {2027: 40, 2030: 40}}]}}
    Benar: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: telekomunikasi_transportasi, sasaran: Sehat, misi: [misi-a], dasar: RPJMD, indikator: Persentase desa terlayani, satuan: persen, baseline: {nilai: 40, tahun: 2024}, target: {2027: 55, 2030: 80}}]}}
    """
    for dimension, sasaran in ctx.index.items("sasaran"):
        base = sasaran.baseline.nilai if sasaran.baseline is not None else None
        targets = sasaran.target
        if base is None or not targets or any(value != base for value in targets.values()):
            continue
        words = f"{sasaran.sasaran or ''} {sasaran.indikator or ''} {sasaran.satuan or ''}"
        is_best = (base == _FULL and is_percent(sasaran.satuan)) or (base == 0 and re.search(_UNWANTED, words, re.I))
        if is_best or re.search(_KEPT, words, re.I) or may_vary(sasaran.indikator or "", sasaran.satuan):
            continue
        shown = base if isinstance(base, str) else format_number(base)
        message = f'target "{label(sasaran, "indikator", "sasaran")}" tetap {shown}, sama dengan baseline'
        hint = 'tulis target yang berubah, atau kata "mempertahankan" pada sasaran bila keadaan itu memang dijaga'
        yield found(sasaran, "target", message, hint, dimension=dimension)


@rule("ARH008", "baseline-sesudah-awal-rencana", needs="dimensi.*.sasaran", owner="opd")
def baseline_after_start(ctx: Context) -> Iterator[Finding]:
    """Tahun baseline sesudah tahun awal rencana.

    Mengapa: baseline menggambarkan keadaan sebelum rencana berjalan; tahun sesudahnya lazim salah tulis.
    Perbaiki: pakai angka tahun sebelum atau pada awal rencana, atau perbaiki tahunnya.
    Salah: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: telekomunikasi_transportasi, sasaran: Sehat, misi: [misi-a], dasar: RPJMD, baseline: {nilai: 40, tahun: 2028}}]}}
    Benar: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: telekomunikasi_transportasi, sasaran: Sehat, misi: [misi-a], dasar: RPJMD, baseline: {nilai: 40, tahun: 2024}}]}}
    """
    period = ctx.rencana.periode
    if period is None or period.awal is None:
        return
    related = beside(period, "awal", "awal rencana ditulis di sini")
    for dimension, sasaran in ctx.index.items("sasaran"):
        base = sasaran.baseline
        if base is not None and base.tahun is not None and base.tahun > period.awal:
            name = label(sasaran, "indikator", "sasaran")
            message = f'baseline "{name}" tahun {base.tahun}, sesudah awal rencana {period.awal}'
            hint = f"tulis angka tahun {period.awal} atau sebelumnya, atau perbaiki tahunnya"
            yield found(base, "tahun", message, hint, related=related, dimension=dimension)


@rule("ARH009", "persen-lebih-dari-seratus", needs="dimensi.*.sasaran", owner="opd")
def percent_over_hundred(ctx: Context) -> Iterator[Finding]:
    """Baseline atau target dalam persen lebih dari seratus, atau kurang dari nol.

    Mengapa: bagian dari keseluruhan terletak antara nol dan seratus persen; angka lain lazim salah ketik atau salah satuan.
    Perbaiki: perbaiki angkanya, atau satuannya bila yang dihitung bukan persen.
    Salah: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: telekomunikasi_transportasi, sasaran: Sehat, misi: [misi-a], dasar: RPJMD, indikator: Cakupan air minum, satuan: persen, target: {2027: 850}}]}}
    Benar: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: telekomunikasi_transportasi, sasaran: Sehat, misi: [misi-a], dasar: RPJMD, indikator: Cakupan air minum, satuan: persen, target: {2027: 85}}]}}
    """
    for dimension, sasaran in ctx.index.items("sasaran"):
        if not is_percent(sasaran.satuan) or may_exceed_hundred(f"{sasaran.indikator or ''} {sasaran.sasaran or ''}"):
            continue
        name = label(sasaran, "indikator", "sasaran")
        hint = "perbaiki angkanya, atau satuannya bila bukan persen"
        base = sasaran.baseline
        if base is not None and isinstance(base.nilai, Decimal) and not 0 <= base.nilai <= _FULL:
            message = f'baseline "{name}" {format_number(base.nilai)} persen, {_beyond(base.nilai)}'
            yield found(base, "nilai", message, hint, dimension=dimension)
        for year, value in (sasaran.target or {}).items():
            if isinstance(value, Decimal) and not 0 <= value <= _FULL:
                message = f'target {year} "{name}" {format_number(value)} persen, {_beyond(value)}'
                span, path = sasaran.item_span("target", year), sasaran.path_of(f"target.{year}")
                yield found(sasaran, None, message, hint, span=span, path=path, dimension=dimension)


@rule("ARH010", "satuan-tidak-cocok", needs="dimensi.*.sasaran", owner="opd")
def unit_unfit(ctx: Context) -> Iterator[Finding]:
    """Satuan tidak cocok dengan indikatornya, atau dengan nilainya.

    Mengapa: angka yang satuannya keliru tidak dapat dibandingkan dari tahun ke tahun.
    Perbaiki: tulis satuan yang sesuai dengan indikator, atau perbaiki kalimat indikatornya.
    Salah: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: telekomunikasi_transportasi, sasaran: Sehat, misi: [misi-a], dasar: RPJMD, indikator: Persentase desa terlayani, satuan: dokumen}]}}
    Benar: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: telekomunikasi_transportasi, sasaran: Sehat, misi: [misi-a], dasar: RPJMD, indikator: Persentase desa terlayani, satuan: persen}]}}
    """
    for dimension, sasaran in ctx.index.items("sasaran"):
        if not sasaran.indikator or not sasaran.satuan:
            continue
        yield from _graded(sasaran, dimension)
        wanted = fitting(sasaran.indikator, sasaran.satuan)
        if wanted is None:
            continue
        message = f'satuan "{sasaran.satuan}" tidak cocok dengan indikator "{sasaran.indikator}"'
        hint = f"tulis satuan {wanted}, atau perbaiki kalimat indikatornya"
        edits = rewritten(sasaran, "satuan", "persen") if wanted == PERCENT else ()
        yield found(sasaran, "satuan", message, hint, dimension=dimension, edits=edits, unsafe=bool(edits))


@rule("ARH011", "target-berbalik-arah", needs="dimensi.*.sasaran", owner="opd")
def target_reverses(ctx: Context) -> Iterator[Finding]:
    """Target sasaran berbalik arah dari tahun ke tahun, atau memburuk dari keadaan awal.

    Mengapa: target yang naik lalu turun lazim salah ketik; kemiskinan, kematian, atau waktu tunggu yang ditargetkan naik menjanjikan keadaan yang lebih buruk.
    Perbaiki: periksa angka pada tahun yang disebut; target hendaknya bergerak ke satu arah, menuju keadaan yang lebih baik.
    Salah: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: telekomunikasi_transportasi, sasaran: Sehat, misi: [misi-a], dasar: RPJMD, indikator: Cakupan air minum, satuan: persen, baseline: {nilai: 40, tahun: 2024}, target: {2027: 80, 2030: 55}}]}}
    Benar: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: telekomunikasi_transportasi, sasaran: Sehat, misi: [misi-a], dasar: RPJMD, indikator: Cakupan air minum, satuan: persen, baseline: {nilai: 40, tahun: 2024}, target: {2027: 55, 2030: 80}}]}}
    """
    for dimension, sasaran in ctx.index.items("sasaran"):
        written = sorted((sasaran.target or {}).items())
        targets = [(year, value) for year, value in written if isinstance(value, Decimal)]
        base = sasaran.baseline
        if (
            base is not None
            and isinstance(base.nilai, Decimal)
            and base.tahun
            and targets
            and base.tahun < targets[0][0]
        ):
            targets.insert(0, (base.tahun, base.nilai))
        turn = _turn(targets)
        name = label(sasaran, "indikator", "sasaran")
        if turn is None:
            if targets and targets[-1][1] > targets[0][1] and wants_less(sasaran.indikator or ""):
                (before, low), (year, value) = targets[0], targets[-1]
                message = (
                    f'target "{name}" naik dari {format_number(low)} ({before}) menjadi {format_number(value)} ({year}), '
                    "padahal makin kecil makin baik"
                )
                hint = "tulis target yang menurun, atau perbaiki kalimat indikatornya"
                span, path = sasaran.item_span("target", year), sasaran.path_of(f"target.{year}")
                yield found(sasaran, None, message, hint, span=span, path=path, dimension=dimension)
            continue
        if may_vary(sasaran.indikator or "", sasaran.satuan):
            continue
        (before, high), (year, value) = turn
        first, then = ("naik", "turun") if value < high else ("turun", "naik")
        message = (
            f'target "{name}" {first} sampai {format_number(high)} ({before}), '
            f"lalu {then} menjadi {format_number(value)} ({year})"
        )
        hint = f"periksa target {before} dan {year}; tulis angka yang bergerak ke satu arah"
        span, path = sasaran.item_span("target", year), sasaran.path_of(f"target.{year}")
        yield found(sasaran, None, message, hint, span=span, path=path, dimension=dimension)


def _graded(sasaran: Any, dimension: str) -> Iterator[Finding]:
    """Grades in words where the unit is that of a number."""
    base = sasaran.baseline
    held: list[tuple[Any, str, Any]] = [("baseline", "", base.nilai)] if base is not None else []
    held += [(f"target {year}", year, value) for year, value in (sasaran.target or {}).items()]
    words = [(what, key, value) for what, key, value in held if isinstance(value, str)]
    if not words or has_grades(sasaran.indikator, sasaran.satuan):
        return
    what, year, value = words[0]
    message = f'{what} "{sasaran.indikator}" ditulis "{value}", padahal satuannya "{sasaran.satuan}"'
    hint = "tulis angkanya, atau tulis `satuan: predikat` bila yang dinilai memang predikat"
    if what == "baseline":
        yield found(base, "nilai", message, hint, dimension=dimension)
    else:
        span, path = sasaran.item_span("target", year), sasaran.path_of(f"target.{year}")
        yield found(sasaran, None, message, hint, span=span, path=path, dimension=dimension)


def _beyond(value: Decimal) -> str:
    return "lebih dari seratus" if value > 0 else "kurang dari nol"


def _turn(points: list[tuple[int, Decimal]]) -> tuple[tuple[int, Decimal], tuple[int, Decimal]] | None:
    """The last point before the direction first changes, and the one after it."""
    rises: bool | None = None
    for one, other in pairwise(points):
        if one[1] == other[1]:
            continue
        if rises is not None and rises != (other[1] > one[1]):
            return one, other
        rises = other[1] > one[1]
    return None
