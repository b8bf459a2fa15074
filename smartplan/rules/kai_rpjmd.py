"""Family KAI: the ties to the RPJMD or RPD."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.rules.aks_codes import right_code
from smartplan.rules.base import Context, found, label, rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from smartplan.findings import Finding

__all__ = ["program_not_in_rpjmd", "rpjmd_mission_unmapped", "rpjmd_program_unserved"]

_MOST_UNSERVED: Final = 5
"""Programs that are named one by one."""


@rule("KAI005", "program-tanpa-rujukan-rpjmd", needs="rpjmd.program", owner="bappeda")
def program_not_in_rpjmd(ctx: Context) -> Iterator[Finding]:
    """Program tidak merujuk program RPJMD atau Renstra, atau kodenya tidak ada dalam daftar.

    Mengapa: program yang tidak menyatu dengan RPJMD tidak dapat dianggarkan.
    Perbaiki: tulis kode program RPJMD, RPD, atau Renstra yang ada dalam `rpjmd.program`.
    Salah: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: aplikasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], program_rpjmd: [9.99.99], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5000000}}]}}
    Benar: {}
    """
    rpjmd = ctx.rencana.rpjmd
    rows = [(item.kode, _plain(item.nama)) for item in (rpjmd.program if rpjmd else None) or () if item.kode]
    codes, names = {code for code, _ in rows}, {name: code for code, name in rows if name}
    known = codes | {right_code(code) for code in codes}  # a code of wrong form is told where it is listed
    for dimension, program in ctx.index.items("program"):
        if not program.program_rpjmd:
            message = f'program "{label(program)}" tidak merujuk program RPJMD atau Renstra'
            hint = "tulis `program_rpjmd: [kode]`"
            yield found(program, "program_rpjmd", message, hint, dimension=dimension, opd=program.opd)
        for position, code in enumerate(program.program_rpjmd or ()):
            if code not in known:
                message = f'kode program RPJMD "{code}" tidak ada dalam rpjmd.program'
                span = program.item_span("program_rpjmd", position)
                meant = _meant(code, codes, names)
                hint = "perbaiki kodenya, atau tambahkan programnya ke rpjmd.program"
                if meant is not None:
                    hint = f"tulis {meant} bila itu yang dimaksud, atau tambahkan programnya ke rpjmd.program"
                yield found(
                    program,
                    "program_rpjmd",
                    message,
                    hint,
                    span=span,
                    dimension=dimension,
                    opd=program.opd,
                    edits=program.rewrite("program_rpjmd", meant, position) if meant is not None else (),
                    unsafe=True,
                )


@rule("KAI006", "misi-rpjmd-tidak-dipetakan", needs="rpjmd.misi", owner="bappeda")
def rpjmd_mission_unmapped(ctx: Context) -> Iterator[Finding]:
    """Misi RPJMD tidak melayani satu dimensi pun, atau satu dimensi tidak didukung RPJMD.

    Mengapa: pemetaan RPJMD adalah kertas kerja pertama; tanpa itu rencana tidak menyatu dengan RPJMD.
    Perbaiki: tulis `dimensi` pada misi atau sasaran RPJMD yang mendukung dimensi itu.
    Salah: |
      rpjmd: {misi: [{id: misi-1, misi: Membangun desa, dimensi: [], tujuan: []}]}
    Benar: {}
    """
    rpjmd = ctx.rencana.rpjmd
    if rpjmd is None:
        return
    served: set[str] = set()
    for misi in rpjmd.misi or ():
        own = set(misi.dimensi or ())
        for tujuan in misi.tujuan or ():
            for sasaran in tujuan.sasaran or ():
                own.update(sasaran.dimensi or ())
        served |= own
        if not own:
            hint = "tulis `dimensi: [...]` pada misi atau sasarannya"
            yield found(misi, "dimensi", f'misi RPJMD "{label(misi, "misi")}" belum dipetakan ke dimensi', hint)
    names = ctx.edition.ids("dimensi")
    if not served <= set(names):
        return  # which dimension is meant by an unknown name is not known yet
    for name in names:
        if served and name not in served:
            message = f"dimensi {ctx.edition.name_of('dimensi', name)} tidak didukung misi RPJMD mana pun"
            hint = "petakan misi atau sasaran RPJMD yang mendukungnya"
            yield found(rpjmd, "misi", message, hint, span=rpjmd.key_span("misi"), dimension=name)


@rule("KAI010", "program-rpjmd-tidak-dilayani", needs="rpjmd.program", owner="bappeda")
def rpjmd_program_unserved(ctx: Context) -> Iterator[Finding]:
    """Program RPJMD atau RPD yang dipetakan tidak dilayani satu program pun.

    Mengapa: program RPJMD yang dipetakan ke dimensi tetapi tidak dijalankan menunjukkan rencana yang belum menyatu.
    Perbaiki: tulis kodenya pada `program_rpjmd` program yang melayaninya, atau keluarkan dari daftar bila bukan urusan rencana ini.
    Salah: |
      rpjmd: {program: [{kode: 2.16.03, nama: Aplikasi informatika, opd: diskominfo}, {kode: 3.26.02, nama: Destinasi, opd: dispar}, {kode: 2.17.07, nama: Usaha mikro, opd: dinkop}, {kode: 1.02.02, nama: Kesehatan, opd: dinkes}, {kode: 1.01.02, nama: Pendidikan, opd: disdik}, {kode: 2.11.11, nama: Persampahan, opd: dlh}, {kode: 2.15.02, nama: Lalu lintas, dimensi: [smart_living]}]}
    Benar: {}
    """
    rpjmd = ctx.rencana.rpjmd
    listed = [item for item in (rpjmd.program if rpjmd else None) or () if item.kode]
    if rpjmd is None or not listed or not ctx.index.is_whole("program"):
        return
    served: set[str] = set()
    codes = {item.kode for item in listed}
    known = set(ctx.edition.ids("dimensi"))
    done = set(known)  # dimensions whose programs all name one of the list: of the others it is not known yet
    for name in known:
        part = ctx.plan.dimensi.get(name)
        for program in (part.program if part is not None else None) or ():
            served.update(program.program_rpjmd or ())
            if not program.program_rpjmd or not codes.issuperset(program.program_rpjmd):
                done.discard(name)
        if part is None or not part.program:
            done.discard(name)
    if served.isdisjoint(codes):
        return  # nothing is tied yet: that is told of each program
    unserved = [item for item in listed if item.kode not in served]
    if 2 * len(unserved) > len(listed):  # the whole RPJMD was copied: only what was mapped is promised
        unserved = [item for item in unserved if item.dimensi]
    unserved = [item for item in unserved if done.issuperset(item.dimensi or known)]
    for item in unserved[:_MOST_UNSERVED]:
        message = f'program RPJMD "{item.kode} {label(item)}" tidak dilayani satu program pun'
        hint = f"tulis `program_rpjmd: [{item.kode}]` pada program yang melayaninya, atau keluarkan dari daftar"
        dimension = item.dimensi[0] if item.dimensi and len(item.dimensi) == 1 else None
        yield found(item, "kode", message, hint, dimension=dimension, opd=item.opd)
    if len(unserved) > _MOST_UNSERVED:
        message = f"masih {len(unserved) - _MOST_UNSERVED} program RPJMD lain yang tidak dilayani satu program pun"
        hint = "tulis kodenya pada program_rpjmd, atau keluarkan dari daftar, lalu periksa kembali"
        yield found(rpjmd, "program", message, hint, span=rpjmd.key_span("program"))


def _meant(written: str, codes: Collection[str], names: dict[str, str]) -> str | None:
    """The code of the list that stands in what was written: in another form, of an activity below it, or as a name."""
    right = right_code(written)
    if right in codes:
        return right
    above = written
    while "." in above:
        above = above.rpartition(".")[0]
        if above in codes:
            return above
    return names.get(_plain(written))


def _plain(name: str | None) -> str:
    return " ".join((name or "").lower().removeprefix("program ").split())
