"""Family QW, progress: the steps of quick wins, their percent, evidence and dates."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from smartplan.rules.base import Context, beside, found, label, rule
from smartplan.rules.order_of_dates import Dated, clashes
from smartplan.wording import format_number, join_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding
    from smartplan.plan.parts.quick_win import QuickWin, TahapanQuickWin

__all__ = ["PROGRESS_RULES"]


@rule("QW003", "tahap-quick-win-tidak-lengkap", needs="dimensi.*.quick_win[*].tahapan", owner="opd")
def quick_win_steps(ctx: Context) -> Iterator[Finding]:
    """Tahap quick win kurang, ganda, atau tidak berurutan menurut lembar edisi.

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
        missing = [ctx.edition.name_of("tahapan_quick_win", name) for name in steps if name not in written]
        double = sorted({name for name in written if name and written.count(name) > 1})
        if missing:
            message = f'quick win "{label(item)}" belum memuat tahap {", ".join(missing)}'
            yield found(item, "tahapan", message, "tulis semua tahap, juga yang masih 0 persen", dimension=dimension)
        if double:
            message = f'quick win "{label(item)}" menulis tahap {", ".join(double)} lebih dari sekali'
            yield found(item, "tahapan", message, "satukan tahap yang sama", dimension=dimension)


@rule("QW004", "kemajuan-quick-win-tidak-cocok", needs="dimensi.*.quick_win[*].tahapan", owner="opd")
def quick_win_percent(ctx: Context) -> Iterator[Finding]:
    """Kemajuan keseluruhan tidak sama dengan rata-rata tahap, atau tahap terdahulu belum 100 persen.

    Mengapa: pada lembar quick win, kemajuan adalah rata-rata enam tahap dan tahap berjalan berurutan.
    Perbaiki: hitung ulang rata-rata tahapnya, dan tulis 100 persen pada tahap yang memang sudah selesai.
    Salah: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: isu-a, persen: 90, tahapan: [{tahap: perumusan_masalah, persen: 100}, {tahap: perumusan_ide, persen: 100}, {tahap: perencanaan, persen: 100}, {tahap: pembangunan, persen: 20}, {tahap: implementasi, persen: 0}, {tahap: evaluasi, persen: 0}]}]}}
    Benar: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: isu-a, persen: 53.3, tahapan: [{tahap: perumusan_masalah, persen: 100}, {tahap: perumusan_ide, persen: 100}, {tahap: perencanaan, persen: 100}, {tahap: pembangunan, persen: 20}, {tahap: implementasi, persen: 0}, {tahap: evaluasi, persen: 0}]}]}}
    """
    steps = ctx.edition.ids("tahapan_quick_win")
    for dimension, item in ctx.index.items("quick_win"):
        values = {step.tahap: step.persen for step in item.tahapan or () if step.persen is not None}
        ordered = [(name, values[name]) for name in steps if name in values]
        for (_, before), (name, after) in pairwise(ordered):
            if after > 0 and before < 100:
                title = ctx.edition.name_of("tahapan_quick_win", name)
                message = f'quick win "{label(item)}": tahap {title} berjalan sebelum tahap di depannya selesai'
                hint = "tahap terdahulu ditulis 100 persen, atau tahap ini 0"
                yield found(item, "tahapan", message, hint, dimension=dimension, opd=item.opd)
                break
        if item.persen is not None and len(ordered) == len(steps):
            mean = sum(values[name] for name in steps) / len(steps)
            if abs(mean - item.persen) > 1:
                message = (
                    f'kemajuan quick win "{label(item)}" ditulis {format_number(item.persen)} persen, '
                    f"rata-rata tahapnya {format_number(mean, 1)} persen"
                )
                yield found(item, "persen", message, "perbaiki persen, atau hapus", dimension=dimension, opd=item.opd)


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
