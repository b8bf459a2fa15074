"""Family KAI: what has to hang together: ids, offices and subdimensions here, the rest in modules beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.rules.base import Context, found, rule
from smartplan.rules.kai_applications import application_stands
from smartplan.rules.kai_chain import (
    gap_unanswered,
    initiative_without_program,
    mission_without_target,
    program_serves_elsewhere,
    target_unserved,
)
from smartplan.rules.kai_rpjmd import program_not_in_rpjmd, rpjmd_mission_unmapped, rpjmd_program_unserved
from smartplan.rules.meant import Meanings, meanings
from smartplan.rules.offices import Offices
from smartplan.rules.other_editions import OF_DIMENSIONS, known_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding
    from smartplan.rules.references import Reference

_ALSO: Final = {"menjawab": ("permasalahan", "isu"), "isu": ("permasalahan",)}
"""Key -> further kinds that it may name, beside the one that its field says."""
_FEW: Final = 12
_LONGEST: Final = 60
_SUB_LISTS: Final = (
    "permasalahan",
    "sub_kosong",
    "kesenjangan",
    "gap_indikator",
    "sasaran",
    "inventaris",
    "inisiatif",
    "program",
)


@rule("KAI001", "rujukan-tidak-ada", owner="diskominfo")
def reference_unknown(ctx: Context) -> Iterator[Finding]:
    """Rujukan menunjuk sesuatu yang tidak ada.

    Mengapa: rujukan yang salah memutus hubungan antara isu, inisiatif, program, dan quick win.
    Perbaiki: tulis id yang ada, atau tambahkan lebih dulu butir yang dimaksud.
    Salah: |
      misi: [{id: misi-a, misi: Melayani warga, dimensi: [smart_govermance, smart_governance, smart_branding, smart_economy, smart_living, smart_society, smart_environment]}]
    Benar: {}
    """
    listed: dict[str, Meanings] = {}
    elsewhere: dict[str, set[str]] = {}
    foreign = ctx.plan.dimensi.keys() - set(ctx.edition.ids("dimensi"))
    for reference in ctx.index.references:
        if reference.edition and reference.dimension in foreign:
            continue  # the dimension itself is not the edition's, which is said once
        if reference.to == "perangkat_daerah" and not reference.edition:
            continue  # a family of its own
        if reference.edition:
            known = listed.get(reference.to)
            if known is None:
                known = listed[reference.to] = _of_edition(ctx, reference.to)
        else:
            known = meanings(ctx, reference.to, *_ALSO.get(reference.key, ()))
        if not known.ids or reference.value in known.ids or (not reference.edition and ctx.plan.unread):
            continue  # nothing to choose from, or it may stand in a file that could not be read
        if reference.edition and reference.to in OF_DIMENSIONS and not known.near_for_sure(reference.value):
            if not elsewhere:
                elsewhere = known_elsewhere(ctx)
            if reference.value in elsewhere[reference.to]:
                yield _of_another_edition(ctx, reference)
                continue
        yield _finding(reference, known)


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
        several = offices.several(reference.value) if reference.position is None else []
        near = offices.nearest(reference.value) if not several else several[0]
        hint = f'maksud Anda "{near}"?' if near else "tambahkan ke perangkat_daerah, atau perbaiki rujukannya"
        if several:
            hint = f"tulis satu id, misalnya {near}; yang lain ditulis sebagai pendukung"
        message = f'perangkat daerah "{_short(reference.value)}" tidak ada dalam daftar'
        yield found(
            reference.part,
            reference.key,
            message,
            hint,
            span=reference.span,
            dimension=reference.dimension,
            edits=reference.rewrite(near) if near and not several else (),
            unsafe=near is None or bool(several) or not offices.is_sure(reference.value, near),
        )
    for dimension, program in ctx.index.items("program"):
        for position, name in enumerate(program.pendukung or ()):
            near = offices.misspelt(name)
            if near:
                message = f'pendukung "{name}" tidak ada dalam daftar perangkat daerah'
                span = program.item_span("pendukung", position)
                yield found(
                    program,
                    "pendukung",
                    message,
                    f'maksud Anda "{near}"?',
                    span=span,
                    dimension=dimension,
                    opd=program.opd,
                    edits=program.rewrite("pendukung", near, position),
                    unsafe=not offices.is_sure(name, near),
                )


@rule("KAI012", "subdimensi-milik-dimensi-lain", needs="dimensi", owner="koordinator dimensi")
def sub_of_another_dimension(ctx: Context) -> Iterator[Finding]:
    """Subdimensi yang ditulis milik dimensi lain.

    Mengapa: butir itu hilang dari subdimensi yang dinilai, dan tabel per subdimensi menjadi keliru.
    Perbaiki: tulis subdimensi milik dimensi itu, atau pindahkan butirnya ke dimensi yang memiliki subdimensi tersebut.
    Salah: |
      dimensi: {smart_living: {inventaris: [{id: aplikasi-a, nama: Antre Daring, sub: wajah_kota}]}}
    Benar: |
      dimensi: {smart_living: {inventaris: [{id: aplikasi-a, nama: Antre Daring, sub: prasarana_kesehatan}]}}
    """
    owners: dict[str, list[str]] = {}
    for item in ctx.edition.dimensi or ():
        for sub in item.sub or ():
            owners.setdefault(sub.id or "", []).append(item.id or "")
    for dimension, title, part in ctx.index.dimensions:
        own = [name for name, among in owners.items() if dimension in among]
        for kind in _SUB_LISTS:
            for item in getattr(part, kind) or ():
                if item.sub is None or item.sub in own or item.sub not in owners:
                    continue
                there = ctx.edition.name_of("dimensi", owners[item.sub][0])
                message = f'subdimensi "{item.sub}" milik {there}, bukan {title}'
                hint = f"pindahkan butir ini ke {there}, atau pilih: {', '.join(own)}"
                opd = getattr(item, "opd", None)
                yield found(item, "sub", message, hint, dimension=dimension, opd=opd)


def _of_edition(ctx: Context, key: str) -> Meanings:
    """The ids of what a list of the edition holds, and their names."""
    if key == "sub":
        items = [(sub.id, sub.nama) for item in ctx.edition.dimensi or () for sub in item.sub or ()]
    elif key == "komponen":
        items = [(component.id, component.nama) for _, component in ctx.edition.components()]
    else:
        items = [(item.id, item.nama) for item in getattr(ctx.edition, key) or ()]
    names = {id: name for id, name in items if id}
    dimensions = (ctx.edition.dimensi or ()) if key == "dimensi" else ()
    wrong = {name: item.id for item in dimensions for name in item.nama_keliru or () if item.id}
    return Meanings(names, names.get, wrong)


def _of_another_edition(ctx: Context, reference: Reference) -> Finding:
    what = "dimensi" if reference.to == "dimensi" else "subdimensi"
    edition = ctx.rencana.edisi or "ini"
    return found(
        reference.part,
        reference.key,
        f'{reference.key} "{_short(reference.value)}" tidak dikenal',
        f"{what} ini tidak ada dalam edisi {edition}; hapus, atau petakan sendiri ke {what} edisi",
        span=reference.span,
        dimension=reference.dimension,
        opd=getattr(reference.part, "opd", None),
    )


def _finding(reference: Reference, known: Meanings) -> Finding:
    same, several = known.same(reference.value), known.several(reference.value)
    near = None if several else known.near(reference.value)
    if several:
        listed = ", ".join(several)
        hint = f"tulis `{reference.key}: [{listed}]`" if reference.position is not None else f"pilih satu: {listed}"
    elif near:
        hint = f'maksud Anda "{near}"?'
    elif len(known.ids) <= _FEW:
        hint = "pilihan: " + ", ".join(known.ids)
    else:
        hint = f"tulis id {reference.to.replace('_', ' ')} yang ada, atau tambahkan lebih dulu butirnya"
    return found(
        reference.part,
        reference.key,
        f'{reference.key} "{_short(reference.value)}" tidak dikenal',
        hint,
        span=reference.span,
        dimension=reference.dimension,
        opd=getattr(reference.part, "opd", None) if reference.key != "opd" else None,
        edits=reference.rewrite(near) if near else (),
        unsafe=same is None,
    )


def _short(value: str) -> str:
    """A value on one line, cut for a message."""
    flat = " ".join(value.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"


RULES = (
    reference_unknown,
    office_unknown,
    gap_unanswered,
    initiative_without_program,
    program_not_in_rpjmd,
    rpjmd_mission_unmapped,
    target_unserved,
    program_serves_elsewhere,
    application_stands,
    rpjmd_program_unserved,
    mission_without_target,
    sub_of_another_dimension,
)
