"""Family QW: quick wins."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from smartplan.rules.base import Context, found, label, rule
from smartplan.wording import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding


@rule("QW001", "jumlah-quick-win", needs="dimensi.*.quick_win", owner="koordinator dimensi")
def number_of_quick_wins(ctx: Context) -> Iterator[Finding]:
    """Jumlah quick win satu dimensi tidak sesuai edisi.

    Mengapa: edisi menentukan berapa quick win yang dinilai tiap dimensi.
    Perbaiki: tambah atau kurangi quick win dimensi itu sampai jumlahnya sama dengan yang diminta edisi.
    Salah: |
      dimensi: {smart_living: {quick_win: []}}
    Benar: {}
    """
    wanted = int(ctx.limit("per_dimensi", 1))
    for name, title, dimensi in ctx.index.dimensions:
        if dimensi.quick_win is None or not ctx.index.is_whole("quick_win"):
            continue
        if len(dimensi.quick_win) != wanted:
            message = f"{title} memuat {len(dimensi.quick_win)} quick win, edisi meminta {wanted}"
            hint = "pilih satu yang paling cepat terasa" if len(dimensi.quick_win) > wanted else "tambahkan quick win"
            yield found(dimensi, "quick_win", message, hint, span=dimensi.key_span("quick_win"), dimension=name)


@rule("QW002", "quick-win-terlalu-lama", needs="dimensi.*.quick_win", owner="opd")
def quick_win_too_long(ctx: Context) -> Iterator[Finding]:
    """Quick win berlangsung lebih lama dari batas edisi.

    Mengapa: quick win harus terasa cepat; yang lama adalah program biasa.
    Perbaiki: persempit lingkupnya sampai selesai dalam batas itu, atau jadikan program biasa.
    Salah: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: isu-a, bulan: 18}]}}
    Benar: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: isu-a, bulan: 6}]}}
    """
    longest = int(ctx.limit("maks_bulan", 12))
    for dimension, item in ctx.index.items("quick_win"):
        if item.bulan is not None and item.bulan > longest:
            message = f'quick win "{label(item)}" berlangsung {item.bulan} bulan'
            hint = f"paling lama {longest} bulan; bagi menjadi tahap, atau jadikan program biasa"
            yield found(item, "bulan", message, hint, dimension=dimension, opd=item.opd)


@rule("QW003", "tahap-quick-win-tidak-lengkap", needs="dimensi.*.quick_win[*].tahapan", owner="opd")
def quick_win_steps(ctx: Context) -> Iterator[Finding]:
    """Tahap quick win kurang, ganda, atau tidak berurutan menurut lembar edisi.

    Mengapa: lembar quick win menilai kemajuan tiap tahap.
    Perbaiki: tulis tiap tahap sekali saja, juga yang masih 0 persen.
    Salah: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: isu-a, tahapan: [{tahap: perumusan_ide, persen: 100}]}]}}
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


@rule("QW005", "quick-win-tanpa-program-atau-isu", needs="dimensi.*.quick_win", owner="opd")
def quick_win_untied(ctx: Context) -> Iterator[Finding]:
    """Quick win tidak terikat pada program dan isu.

    Mengapa: quick win yang berdiri sendiri berhenti setelah diluncurkan.
    Perbaiki: tulis id program rencana aksi dan id isu atau permasalahan yang dijawabnya.
    Salah: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre}]}}
    Benar: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: isu-a}]}}
    """
    for dimension, item in ctx.index.items("quick_win"):
        for key, what in (("program", "program rencana aksi"), ("isu", "isu RPJMD atau permasalahan")):
            if not getattr(item, key):
                message = f'quick win "{label(item)}" belum terikat pada {what}'
                yield found(item, key, message, f"tulis `{key}: id`", dimension=dimension, opd=item.opd)


RULES = (
    number_of_quick_wins,
    quick_win_too_long,
    quick_win_steps,
    quick_win_percent,
    quick_win_untied,
)
