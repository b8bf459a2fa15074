"""Family QW: quick wins and what they belong to; their progress has a module of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.rules.base import Context, anywhere, beside, found, label, rule
from smartplan.rules.qw_progress import PROGRESS_RULES
from smartplan.wording import join_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding
    from smartplan.plan.parts.aksi import Program


@rule("QW001", "jumlah-quick-win", needs="dimensi.*.quick_win", owner="koordinator dimensi")
def number_of_quick_wins(ctx: Context) -> Iterator[Finding]:
    """Jumlah quick win satu dimensi, atau seluruh rencana, tidak sesuai edisi.

    Mengapa: edisi menentukan berapa quick win yang dinilai, tiap dimensi atau semuanya.
    Perbaiki: tambah atau kurangi quick win sampai jumlahnya sama dengan yang diminta edisi.
    Salah: |
      dimensi: {smart_living: {quick_win: []}}
    Benar: {}
    """
    if not ctx.index.is_whole("quick_win"):
        return
    wanted = int(ctx.limit("per_dimensi", 1))
    total = 0
    for name, title, dimensi in ctx.index.dimensions:
        if dimensi.quick_win is None:
            continue
        total += len(dimensi.quick_win)
        if wanted and len(dimensi.quick_win) != wanted:
            message = f"{title} memuat {len(dimensi.quick_win)} quick win, edisi meminta {wanted}"
            hint = "tulis satu lembar lagi dari program yang hasilnya cepat terasa"
            if len(dimensi.quick_win) > wanted:
                hint = "pilih yang paling cepat terasa, dan tulis yang lain sebagai program biasa"
            yield found(dimensi, "quick_win", message, hint, span=dimensi.key_span("quick_win"), dimension=name)
    fewest = int(ctx.limit("jumlah_minimal", 0))
    if 0 < total < fewest:
        message = f"rencana memuat {total} quick win, edisi meminta paling sedikit {fewest}"
        hint = "pilih program yang hasilnya cepat terasa, dan tulis sebagai quick win pada dimensinya"
        yield found(ctx.rencana, "dimensi", message, hint, span=anywhere(ctx))


@rule("QW002", "quick-win-terlalu-lama", needs="dimensi.*.quick_win", owner="opd")
def quick_win_too_long(ctx: Context) -> Iterator[Finding]:
    """Quick win berlangsung lebih lama dari batas edisi, atau lamanya bukan bilangan bulan yang mungkin.

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
        elif item.bulan is not None and item.bulan < 1:
            message = f'lama quick win "{label(item)}" ditulis {item.bulan} bulan'
            hint = f"tulis lamanya dalam bulan, dari 1 sampai {longest}"
            yield found(item, "bulan", message, hint, dimension=dimension, opd=item.opd)


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
                hint = f"tulis `{key}:` dengan id {what} itu"
                yield found(item, key, message, hint, dimension=dimension, opd=item.opd)


@rule("QW009", "program-quick-win-berbeda", needs="dimensi.*.quick_win[*].program", owner="koordinator dimensi")
def program_of_others(ctx: Context) -> Iterator[Finding]:
    """Program quick win berada di dimensi lain atau dipegang perangkat daerah lain.

    Mengapa: quick win mempercepat program kelompoknya sendiri; bila tidak, tidak jelas siapa yang melanjutkannya.
    Perbaiki: pilih program dimensi ini, pindahkan quick win, atau catat OPD pelaksana sebagai `pendukung` program itu.
    Salah: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: society-program, isu: isu-a}]}}
    Benar: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: isu-a}]}}
    """
    for dimension, item in ctx.index.items("quick_win"):
        program = ctx.index.ids["program"].get(item.program) if item.program else None
        if program is None:
            continue
        home = program.holder
        if home is not None and home is not item.holder:
            other = ctx.edition.name_of("dimensi", home.path.removeprefix("dimensi."))
            message = f'program "{item.program}" quick win "{label(item)}" berada di {other}'
            hint = "pilih program dimensi ini, atau pindahkan quick win ke dimensi programnya"
            related = beside(program, "id", f"program di {other}")
            yield found(item, "program", message, hint, related=related, dimension=dimension, opd=item.opd)
        elif item.opd and program.opd and item.opd != program.opd and not _supports(ctx, item.opd, program):
            message = (
                f'quick win "{label(item)}" dilaksanakan {item.opd}, programnya dipegang {program.opd} '
                f"tanpa {item.opd} sebagai pendukung"
            )
            hint = f"samakan `opd:` keduanya, atau tambahkan {item.opd} ke `pendukung` program"
            related = beside(program, "opd", "penanggung jawab program")
            yield found(item, "opd", message, hint, related=related, dimension=dimension, opd=item.opd)


@rule("QW010", "isu-quick-win-dimensi-lain", needs="dimensi.*.quick_win[*].isu", owner="koordinator dimensi")
def issue_of_others(ctx: Context) -> Iterator[Finding]:
    """Isu yang dijawab quick win milik dimensi lain.

    Mengapa: quick win dinilai dari isu dimensinya yang terjawab.
    Perbaiki: pilih isu atau permasalahan dimensi ini, atau tambahkan dimensi ini pada isunya di RPJMD.
    Salah: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: society-masalah}]}}
    Benar: |
      dimensi: {smart_living: {quick_win: [{id: living-qw, nama: Antre, program: living-program, isu: living-masalah}]}}
    """
    issues, problems = ctx.index.ids["isu"], ctx.index.ids["permasalahan"]
    for dimension, item in ctx.index.items("quick_win"):
        issue, problem = issues.get(item.isu), problems.get(item.isu)
        if issue is not None and issue.dimensi and dimension not in issue.dimensi:
            homes, place = issue.dimensi, beside(issue, "dimensi", "dimensi yang terkait isu ini")
        elif issue is None and problem is not None and problem.holder not in (None, item.holder):
            homes, place = [problem.holder.path.removeprefix("dimensi.")], beside(problem, "id", "permasalahan ini")
        else:
            continue
        listed = join_words([ctx.edition.name_of("dimensi", name) for name in homes])
        message = f'isu "{item.isu}" quick win "{label(item)}" milik {listed}'
        hint = "pilih isu atau permasalahan dimensi ini, atau tambahkan dimensi ini pada isunya"
        yield found(item, "isu", message, hint, related=place, dimension=dimension, opd=item.opd)


def _supports(ctx: Context, office: str, program: Program) -> bool:
    """Whether ``office`` is written as a supporter, by its id, name or short name."""
    listed = ctx.plan.opd(office)
    names = (
        {office.lower()} | {name.lower() for name in (listed.nama, listed.singkatan) if name} if listed else {office}
    )
    return any(supporter.lower() in names for supporter in program.pendukung or ())


RULES = (
    number_of_quick_wins,
    quick_win_too_long,
    quick_win_untied,
    program_of_others,
    issue_of_others,
    *PROGRESS_RULES,
)
