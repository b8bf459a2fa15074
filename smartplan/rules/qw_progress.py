"""Family QW, progress: the steps of quick wins, their percent, evidence and dates."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from smartplan.rules.base import Context, beside, found, label, rule
from smartplan.rules.order_of_dates import Dated, clashes
from smartplan.wording import format_number, join_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding
    from smartplan.plan.parts.quick_win import QuickWin, TahapanQuickWin

__all__ = ["PROGRESS_RULES"]

_FULL: Final = 100


@rule("QW003", "tahap-quick-win-tidak-lengkap", needs="dimensi.*.quick_win[*].tahapan", owner="opd")
def quick_win_steps(ctx: Context) -> Iterator[Finding]:
    """Tahap quick win kurang atau ganda menurut lembar edisi.

    Mengapa: lembar quick win menilai kemajuan tiap tahap.
    Perbaiki: tulis tiap tahap sekali saja, juga yang masih 0 persen.
    Salah: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: isu-a, tahapan: [{tahap: perumusan_ide, persen: 0}]}]}}
    Benar: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: isu-a}]}}
    """
    steps = ctx.edition.ids("tahapan_quick_win")
    for dimension, item in ctx.index.items("quick_win"):
        if item.tahapan is None:
            continue
        written = [step.tahap for step in item.tahapan]
        if any(name and name not in steps for name in written):
            continue  # a name that is not known is told where it stands, and may be what seems to lack
        missing = [ctx.edition.name_of("tahapan_quick_win", name) for name in steps if name not in written]
        double = [ctx.edition.name_of("tahapan_quick_win", name) for name in steps if written.count(name) > 1]
        if not missing and not double:
            continue
        told = [f"menulis tahap {join_words(double)} lebih dari sekali"] if double else []
        told += [f"belum memuat tahap {join_words(missing)}"] if missing else []
        hint = "satukan tahap yang sama" if double else "tulis semua tahap, juga yang masih 0 persen"
        if double and missing:
            hint = "ganti nama tahap yang berlebih dengan tahap yang belum ada, atau satukan lalu tambahkan"
        message = f'quick win "{label(item)}" {" dan ".join(told)}'
        yield found(item, "tahapan", message, hint, dimension=dimension, opd=item.opd)


@rule("QW004", "kemajuan-quick-win-tidak-cocok", needs="dimensi.*.quick_win[*].tahapan", owner="opd")
def quick_win_percent(ctx: Context) -> Iterator[Finding]:
    """Kemajuan quick win di luar 0 sampai 100, tidak sama dengan rata-rata tahap, atau tahap terdahulu belum 100 persen.

    Mengapa: pada lembar quick win, kemajuan adalah rata-rata enam tahap dan tahap berjalan berurutan.
    Perbaiki: hitung ulang rata-rata tahapnya, dan tulis 100 persen pada tahap yang memang sudah selesai.
    Salah: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: isu-a, persen: 90, tahapan: [{tahap: perumusan_masalah, persen: 100}, {tahap: perumusan_ide, persen: 100}, {tahap: perencanaan, persen: 100}, {tahap: pembangunan, persen: 20}, {tahap: implementasi, persen: 0}, {tahap: evaluasi, persen: 0}]}]}}
    Benar: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: isu-a, persen: 53.3, tahapan: [{tahap: perumusan_masalah, persen: 100}, {tahap: perumusan_ide, persen: 100}, {tahap: perencanaan, persen: 100}, {tahap: pembangunan, persen: 20}, {tahap: implementasi, persen: 0}, {tahap: evaluasi, persen: 0}]}]}}
    """
    steps = ctx.edition.ids("tahapan_quick_win")
    for dimension, item in ctx.index.items("quick_win"):
        named: list[tuple[str, Any]] = [(f" tahap {_step_name(ctx, step)}", step) for step in item.tahapan or ()]
        named.append(("", item))
        beyond = [(name, part) for name, part in named if part.persen is not None and not 0 <= part.persen <= _FULL]
        for name, part in beyond:
            message = f'kemajuan{name} quick win "{label(item)}" ditulis {format_number(part.persen)} persen'
            yield found(part, "persen", message, "tulis angka 0 sampai 100", dimension=dimension, opd=item.opd)
        if beyond:
            continue
        values = {step.tahap: step.persen for step in item.tahapan or () if step.persen is not None}
        ordered = [(name, values[name]) for name in steps if name in values]
        early = next((pair for pair in pairwise(ordered) if pair[1][1] > 0 and pair[0][1] < _FULL), None)
        if early is not None:
            (first, before), (name, _) = early
            names = [ctx.edition.name_of("tahapan_quick_win", one) for one in (first, name)]
            message = (
                f'quick win "{label(item)}": tahap {names[1]} sudah berjalan, '
                f"padahal tahap {names[0]} baru {format_number(before)} persen"
            )
            hint = f"tulis 100 persen pada tahap {names[0]} bila sudah selesai, atau 0 persen pada tahap {names[1]}"
            yield found(item, "tahapan", message, hint, dimension=dimension, opd=item.opd)
        elif item.persen is not None and len(ordered) == len(steps):
            mean = sum(values[name] for name in steps) / len(steps)
            if abs(mean - item.persen) > 1:
                message = (
                    f'kemajuan quick win "{label(item)}" ditulis {format_number(item.persen)} persen, '
                    f"rata-rata tahapnya {format_number(mean, 1)} persen"
                )
                hint = "hapus `persen:`, yang dihitung sendiri dari tahapnya, atau perbaiki persen tahapnya"
                yield found(item, "persen", message, hint, dimension=dimension, opd=item.opd)


@rule("QW006", "kemajuan-tanpa-bukti", needs="dimensi.*.quick_win[*].tahapan", owner="opd")
def progress_without_evidence(ctx: Context) -> Iterator[Finding]:
    """Kemajuan quick win ditulis tanpa berkas bukti atau tanggal.

    Mengapa: penilai menerima persen kemajuan hanya bila buktinya dapat ditunjukkan.
    Perbaiki: tulis `berkas:` dan `tanggal:` pada tiap tahap yang sudah berjalan; tahap yang masih 0 persen tidak perlu.
    Salah: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: isu-a, tahapan: [{tahap: perumusan_masalah, persen: 100}, {tahap: perumusan_ide, persen: 100}, {tahap: perencanaan, persen: 100}, {tahap: pembangunan, persen: 20}, {tahap: implementasi, persen: 0}, {tahap: evaluasi, persen: 0}]}]}}
    Benar: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: isu-a, tahapan: [{tahap: perumusan_masalah, persen: 100, tanggal: 2025-05-01, berkas: a.pdf}, {tahap: perumusan_ide, persen: 100, tanggal: 2025-06-01, berkas: b.pdf}, {tahap: perencanaan, persen: 100, tanggal: 2025-07-01, berkas: c.pdf}, {tahap: pembangunan, persen: 20, tanggal: 2025-08-01, berkas: d.pdf}, {tahap: implementasi, persen: 0}, {tahap: evaluasi, persen: 0}]}]}}
    """
    for dimension, item in ctx.index.items("quick_win"):
        under_way = [step for step in item.tahapan or () if step.persen]
        for key, what in (("berkas", "berkas bukti"), ("tanggal", "tanggal")):
            bare = [step for step in under_way if getattr(step, key) is None]
            if bare:
                listed = join_words([_step_name(ctx, step) for step in bare])
                message = f'quick win "{label(item)}": kemajuan tahap {listed} ditulis tanpa {what}'
                hint = f"tulis `{key}:` pada tahap itu"
                yield found(bare[0], key, message, hint, dimension=dimension, opd=item.opd)


@rule("QW007", "kemajuan-quick-win-rendah", needs="dimensi.*.quick_win", owner="opd")
def progress_too_low(ctx: Context) -> Iterator[Finding]:
    """Kemajuan quick win lebih rendah daripada yang lazim pada tahap ini.

    Mengapa: quick win ditinjau kemajuannya pada tiap Bimtek; yang belum berjalan jarang selesai sebelum dinilai.
    Perbaiki: perbarui persen tiap tahap, atau pilih quick win lain yang sudah berjalan.
    Salah: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: isu-a, persen: 5}]}}
    Benar: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: isu-a, persen: 80}]}}
    """
    reached = [stage for stage in ctx.edition.ids("tahap") if ctx.edition.stage_rank(stage) <= _rank(ctx)]
    stage = next((stage for stage in reversed(reached) if stage in ctx.limits), None)
    if stage is None:
        return
    fewest = ctx.limit(stage, 0)
    for dimension, item in ctx.index.items("quick_win"):
        percent = _progress(ctx, item)
        if percent is not None and percent < fewest:
            key = "persen" if item.persen is not None else "tahapan"
            message = (
                f'kemajuan quick win "{label(item)}" {format_number(round(percent, 1))} persen, '
                f"lazimnya sedikitnya {format_number(fewest)} persen pada {ctx.edition.name_of('tahap', stage)}"
            )
            hint = "perbarui kemajuan tahapnya; bila memang tertinggal, percepat atau ganti quick win ini"
            yield found(item, key, message, hint, span=item.key_span(key), dimension=dimension, opd=item.opd)


@rule("QW008", "tanggal-tahap-quick-win-terbalik", needs="dimensi.*.quick_win[*].tahapan[*].tanggal", owner="opd")
def steps_out_of_order(ctx: Context) -> Iterator[Finding]:
    """Tanggal tahap quick win tidak berurutan.

    Mengapa: keenam tahap berjalan berurutan, dari perumusan masalah sampai evaluasi.
    Perbaiki: cocokkan tanggal dengan berkas buktinya, lalu ubah yang keliru.
    Salah: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: isu-a, tahapan: [{tahap: perumusan_masalah, persen: 100, tanggal: 2025-06-01, berkas: a.pdf}, {tahap: perumusan_ide, persen: 100, tanggal: 2025-05-01, berkas: b.pdf}, {tahap: perencanaan, persen: 100, tanggal: 2025-07-01, berkas: c.pdf}, {tahap: pembangunan, persen: 20, tanggal: 2025-08-01, berkas: d.pdf}, {tahap: implementasi, persen: 0}, {tahap: evaluasi, persen: 0}]}]}}
    Benar: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: isu-a, tahapan: [{tahap: perumusan_masalah, persen: 100, tanggal: 2025-05-01, berkas: a.pdf}, {tahap: perumusan_ide, persen: 100, tanggal: 2025-06-01, berkas: b.pdf}, {tahap: perencanaan, persen: 100, tanggal: 2025-07-01, berkas: c.pdf}, {tahap: pembangunan, persen: 20, tanggal: 2025-08-01, berkas: d.pdf}, {tahap: implementasi, persen: 0}, {tahap: evaluasi, persen: 0}]}]}}
    """
    ranks = {name: at for at, name in enumerate(ctx.edition.ids("tahapan_quick_win"))}
    for dimension, item in ctx.index.items("quick_win"):
        steps = sorted((step for step in item.tahapan or () if step.tahap in ranks), key=lambda step: ranks[step.tahap])
        row = [
            Dated(step, "tanggal", _step_name(ctx, step), step.tanggal) for step in steps if step.tanggal is not None
        ]
        for odd, other in clashes([row]):
            what = "mendahului" if odd.day < other.day else "sesudah"
            message = (
                f'quick win "{label(item)}": tahap {odd.name} ({odd.day.isoformat()}) '
                f"{what} tahap {other.name} ({other.day.isoformat()})"
            )
            related = beside(other.part, other.key, f"tahap {other.name}")
            hint = "periksa tanggal kedua tahap"
            yield found(odd.part, odd.key, message, hint, related=related, dimension=dimension, opd=item.opd)


def _step_name(ctx: Context, step: TahapanQuickWin) -> str:
    return ctx.edition.name_of("tahapan_quick_win", step.tahap) or "tanpa nama"


def _rank(ctx: Context) -> int:
    return ctx.edition.stage_rank(ctx.stage)


def _progress(ctx: Context, item: QuickWin) -> float | None:
    """What is written, else the mean of the steps when all are there."""
    if item.persen is not None:
        return float(item.persen)
    values = {step.tahap: step.persen for step in item.tahapan or () if step.persen is not None}
    steps = ctx.edition.ids("tahapan_quick_win")
    return float(sum(values[name] for name in steps)) / len(steps) if steps and values.keys() >= set(steps) else None


PROGRESS_RULES = (
    quick_win_steps,
    quick_win_percent,
    progress_without_evidence,
    progress_too_low,
    steps_out_of_order,
)
