"""Family KAI: what has to hang together: ids, offices and sub-dimensions here, the rest in modules beside it."""

from __future__ import annotations

from difflib import get_close_matches
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
from smartplan.rules.near import is_same
from smartplan.rules.offices import Offices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding
    from smartplan.rules.references import Reference

_ALSO: Final = {"menjawab": ("permasalahan", "isu"), "isu": ("permasalahan",)}
"""Key -> further kinds that it may name, beside the one that its field says."""
_FEW: Final = 12
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
            edits=reference.rewrite(near) if near else (),
            unsafe=near is None or not offices.is_sure(reference.value, near),
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


@rule("KAI012", "sub-dimensi-milik-dimensi-lain", needs="dimensi", owner="koordinator dimensi")
def sub_of_another_dimension(ctx: Context) -> Iterator[Finding]:
    """Sub-dimensi yang ditulis milik dimensi lain.

    Mengapa: butir itu hilang dari sub-dimensi yang dinilai, dan tabel per sub-dimensi menjadi keliru.
    Perbaiki: tulis sub-dimensi milik dimensi itu, atau pindahkan butirnya ke dimensi yang memiliki sub-dimensi tersebut.
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
                message = f'sub-dimensi "{item.sub}" milik {there}, bukan {title}'
                hint = f"pindahkan butir ini ke {there}, atau pilih: {', '.join(own)}"
                opd = getattr(item, "opd", None)
                yield found(item, "sub", message, hint, dimension=dimension, opd=opd)


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
    same = [name for name in known if is_same(reference.value, name)]
    near = same or get_close_matches(reference.value.lower(), known, n=1, cutoff=0.6)
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
        edits=reference.rewrite(near[0]) if near else (),
        unsafe=len(same) != 1,
    )


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
