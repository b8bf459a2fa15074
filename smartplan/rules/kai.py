"""Family KAI: what has to hang together."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from smartplan.rules.base import Context, found, label, rule
from smartplan.rules.offices import Offices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding
    from smartplan.rules.references import Reference

_ALSO: Final = {"menjawab": ("permasalahan", "isu"), "isu": ("permasalahan",)}
"""Key -> further kinds that it may name, beside the one that its field says."""
_FEW: Final = 12


@rule("KAI001", "rujukan-tidak-ada", owner="diskominfo")
def reference_unknown(ctx: Context) -> Iterator[Finding]:
    """Rujukan menunjuk sesuatu yang tidak ada.

    Mengapa: rujukan yang salah memutus hubungan antara isu, inisiatif, program, dan quick win.
    Perbaiki: tulis id yang ada, atau tambahkan lebih dulu butir yang dimaksud.
    Salah: |
      misi: [{id: misi-a, misi: Melayani warga, dimensi: [smart_govermance, smart_governance, smart_branding, smart_economy, smart_living, smart_society, smart_environment]}]
    Benar: {}
    """
    listed: dict[tuple[str, bool, tuple[str, ...]], dict[str, object]] = {}
    foreign = ctx.plan.dimensi.keys() - set(ctx.edition.ids("dimensi"))
    for reference in ctx.index.references:
        if reference.edition and reference.dimension in foreign:
            continue  # the dimension itself is not the edition's, which is said once
        if reference.to == "perangkat_daerah" and not reference.edition:
            continue  # a family of its own
        kinds = (reference.to, reference.edition, () if reference.edition else _ALSO.get(reference.key, ()))
        known = listed.get(kinds)
        if known is None:
            known = listed[kinds] = _known(ctx, *kinds)
        if not known or reference.value in known or (not reference.edition and ctx.plan.unread):
            continue  # nothing to choose from, or it may stand in a file that could not be read
        yield _finding(reference, list(known))


@rule("KAI002", "opd-tidak-terdaftar", needs="perangkat_daerah", owner="diskominfo")
def office_unknown(ctx: Context) -> Iterator[Finding]:
    """Perangkat daerah yang dirujuk tidak ada dalam daftar.

    Mengapa: nama OPD yang ditulis berbeda-beda membuat tanggung jawab kabur.
    Perbaiki: tulis id OPD dari `perangkat_daerah`, atau tambahkan OPD itu ke daftarnya.
    Salah: |
      dimensi: {smart_living: {koordinator: dinkess}}
    Benar: {}
    """
    offices = Offices(ctx)
    for reference in ctx.index.references:
        if reference.to != "perangkat_daerah" or reference.edition or reference.value in offices.ids:
            continue
        near = offices.nearest(reference.value)
        hint = f'maksud Anda "{near}"?' if near else "tambahkan ke perangkat_daerah, atau perbaiki rujukannya"
        message = f'perangkat daerah "{reference.value}" tidak ada dalam daftar'
        yield found(
            reference.part,
            reference.key,
            message,
            hint,
            span=reference.span,
            dimension=reference.dimension,
        )
    for dimension, program in ctx.index.items("program"):
        for position, name in enumerate(program.pendukung or ()):
            near = offices.misspelt(name)
            if near:
                message = f'pendukung "{name}" tidak ada dalam daftar perangkat daerah'
                span = program.item_span("pendukung", position)
                hint = f'maksud Anda "{near}"?'
                yield found(program, "pendukung", message, hint, span=span, dimension=dimension, opd=program.opd)


@rule("KAI003", "kesenjangan-tidak-dijawab", needs="dimensi.*.kesenjangan", owner="koordinator dimensi")
def gap_unanswered(ctx: Context) -> Iterator[Finding]:
    """Kesenjangan tidak dijawab inisiatif mana pun.

    Mengapa: tujuan dan strategi yang tidak bertemu adalah kelemahan yang sering dicatat penilai.
    Perbaiki: tulis id kesenjangan pada `menjawab` sebuah inisiatif, atau hapus kesenjangan yang tidak ditangani rencana ini.
    Salah: |
      dimensi: {smart_living: {kesenjangan: [{id: living-gap, gap: Antrean}, {id: gap-lain, gap: Rujukan}]}}
    Benar: |
      dimensi: {smart_living: {kesenjangan: [{id: living-gap, gap: Antrean}]}}
    """
    answered = {name for _, item in ctx.index.items("inisiatif") for name in item.menjawab or ()}
    if not answered or not ctx.index.is_whole("inisiatif"):
        return
    for dimension, gap in ctx.index.items("kesenjangan"):
        if gap.id and gap.id not in answered:
            hint = f"tulis `menjawab: [{gap.id}]` pada inisiatif yang menjawabnya"
            message = f'kesenjangan "{gap.id}" tidak dijawab inisiatif mana pun'
            yield found(gap, "id", message, hint, dimension=dimension)


@rule("KAI004", "inisiatif-tanpa-program", needs="dimensi.*.program", owner="koordinator dimensi")
def initiative_without_program(ctx: Context) -> Iterator[Finding]:
    """Inisiatif tidak dijalankan program mana pun.

    Mengapa: inisiatif tanpa program tidak punya anggaran, tahun, dan penanggung jawab.
    Perbaiki: tulis id inisiatif pada `inisiatif` program yang menjalankannya, atau susun programnya.
    Salah: |
      dimensi: {smart_living: {inisiatif: [{id: living-inisiatif, sub: prasarana_kesehatan, menjawab: [living-gap]}, {id: living-lain, nama: Lain}]}}
    Benar: |
      dimensi: {smart_living: {inisiatif: [{id: living-inisiatif, sub: prasarana_kesehatan, menjawab: [living-gap]}]}}
    """
    carried = {name for _, program in ctx.index.items("program") for name in program.inisiatif or ()}
    if not carried or not ctx.index.is_whole("program"):
        return
    for dimension, item in ctx.index.items("inisiatif"):
        if item.id and item.id not in carried:
            hint = f"tulis `inisiatif: [{item.id}]` pada program yang menjalankannya"
            message = f'inisiatif "{label(item)}" tidak dijalankan program mana pun'
            yield found(item, "id", message, hint, dimension=dimension)


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
    known = {item.kode for item in (rpjmd.program if rpjmd else None) or ()}
    for dimension, program in ctx.index.items("program"):
        if not program.program_rpjmd:
            message = f'program "{label(program)}" tidak merujuk program RPJMD atau Renstra'
            hint = "tulis `program_rpjmd: [kode]`"
            yield found(program, "program_rpjmd", message, hint, dimension=dimension, opd=program.opd)
        for position, code in enumerate(program.program_rpjmd or ()):
            if code not in known:
                message = f'kode program RPJMD "{code}" tidak ada dalam rpjmd.program'
                span = program.item_span("program_rpjmd", position)
                hint = "perbaiki kodenya, atau tambahkan programnya ke rpjmd.program"
                yield found(program, "program_rpjmd", message, hint, span=span, dimension=dimension, opd=program.opd)


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
    for name in ctx.edition.ids("dimensi"):
        if served and name not in served:
            message = f"dimensi {ctx.edition.name_of('dimensi', name)} tidak didukung misi RPJMD mana pun"
            hint = "petakan misi atau sasaran RPJMD yang mendukungnya"
            yield found(rpjmd, "misi", message, hint, span=rpjmd.key_span("misi"), dimension=name)


def _known(ctx: Context, to: str, edition: bool, more: tuple[str, ...]) -> dict[str, object]:
    if edition:
        return dict.fromkeys(_edition_ids(ctx, to))
    return {name: None for kind in (to, *more) for name in ctx.index.ids.get(kind, ())}


def _edition_ids(ctx: Context, key: str) -> list[str]:
    if key == "sub":
        return [sub.id for item in ctx.edition.dimensi or () for sub in item.sub or () if sub.id]
    if key == "komponen":
        return [component.id for _, component in ctx.edition.components() if component.id]
    return ctx.edition.ids(key)


def _finding(reference: Reference, known: list[str]) -> Finding:
    near = get_close_matches(reference.value.lower(), known, n=1, cutoff=0.6)
    if near:
        hint = f'maksud Anda "{near[0]}"?'
    elif len(known) <= _FEW:
        hint = "pilihan: " + ", ".join(known)
    else:
        hint = f"periksa id {reference.to} yang dirujuk"
    return found(
        reference.part,
        reference.key,
        f'{reference.key} "{reference.value}" tidak dikenal',
        hint,
        span=reference.span,
        dimension=reference.dimension,
        opd=getattr(reference.part, "opd", None) if reference.key != "opd" else None,
    )


RULES = (
    reference_unknown,
    office_unknown,
    gap_unanswered,
    initiative_without_program,
    program_not_in_rpjmd,
    rpjmd_mission_unmapped,
)
