"""Family KAI: from gap to initiative to program, from misi to sasaran to program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.rules.base import Context, found, label, related_at, rule
from smartplan.rules.meant import meanings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

__all__ = [
    "gap_unanswered",
    "initiative_without_program",
    "mission_without_target",
    "program_serves_elsewhere",
    "target_unserved",
]


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
    answered |= meanings(ctx, "kesenjangan", "permasalahan", "isu").meant_by(answered)
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
    carried |= meanings(ctx, "inisiatif").meant_by(carried)
    for dimension, item in ctx.index.items("inisiatif"):
        if item.id and item.id not in carried:
            hint = f"tulis `inisiatif: [{item.id}]` pada program yang menjalankannya"
            message = f'inisiatif "{label(item)}" tidak dijalankan program mana pun'
            yield found(item, "id", message, hint, dimension=dimension)


@rule("KAI007", "sasaran-tanpa-program", needs="dimensi.*.program", owner="koordinator dimensi")
def target_unserved(ctx: Context) -> Iterator[Finding]:
    """Sasaran tidak dilayani program mana pun.

    Mengapa: sasaran tanpa program tidak punya jalan, anggaran, dan penanggung jawab untuk dicapai.
    Perbaiki: tulis id sasaran pada `sasaran` program yang melayaninya, atau susun programnya.
    Salah: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: telekomunikasi_transportasi, sasaran: Sehat, dasar: RPJMD}, {id: living-b, sub: telekomunikasi_transportasi, sasaran: Tersambung, dasar: RPJMD}], program: [{id: living-program, nama: Antre, kelompok: literasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], sasaran: [living-a], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5}, sumber_dana: [apbd]}]}}
    Benar: |
      dimensi: {smart_living: {sasaran: [{id: living-a, sub: telekomunikasi_transportasi, sasaran: Sehat, dasar: RPJMD}], program: [{id: living-program, nama: Antre, kelompok: literasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], sasaran: [living-a], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5}, sumber_dana: [apbd]}]}}
    """
    if not ctx.index.is_whole("program"):
        return
    served = {name for _, program in ctx.index.items("program") for name in program.sasaran or ()}
    served |= meanings(ctx, "sasaran").meant_by(served)
    begun = {dimension for dimension, sasaran in ctx.index.items("sasaran") if sasaran.id in served}
    for dimension, sasaran in ctx.index.items("sasaran"):
        if dimension in begun and sasaran.id and sasaran.id not in served:
            hint = f"tulis `sasaran: [{sasaran.id}]` pada program yang melayaninya"
            message = f'sasaran "{label(sasaran, "sasaran")}" tidak dilayani program mana pun'
            yield found(sasaran, "id", message, hint, dimension=dimension)


@rule("KAI008", "program-melayani-sasaran-dimensi-lain", needs="dimensi.*.program", owner="opd")
def program_serves_elsewhere(ctx: Context) -> Iterator[Finding]:
    """Program hanya melayani sasaran dimensi lain.

    Mengapa: program yang tidak melayani sasaran dimensinya sendiri salah tempat, atau sasarannya belum ditulis.
    Perbaiki: tulis sasaran dimensi itu, atau pindahkan program ke dimensi yang sasarannya dilayani.
    Salah: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: literasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], sasaran: [society-a], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5}, sumber_dana: [apbd]}]}}
    Benar: |
      dimensi: {smart_living: {program: [{id: living-program, nama: Antre, kelompok: literasi, sub: prasarana_kesehatan, inisiatif: [living-inisiatif], sasaran: [living-a], program_rpjmd: [1.02.02], mulai: 2026, selesai: 2026, opd: dinkes, anggaran: {2026: 5}, sumber_dana: [apbd]}]}}
    """
    homes: dict[str, set[str]] = {}
    for dimension, sasaran in ctx.index.items("sasaran"):
        if sasaran.id:
            homes.setdefault(sasaran.id, set()).add(dimension)
    known = ctx.index.ids["sasaran"]
    own = {name: {id for id, among in homes.items() if name in among} for name, _, _ in ctx.index.dimensions}
    for dimension, program in ctx.index.items("program"):
        served = program.sasaran
        if not served or not own[dimension].isdisjoint(served) or not all(name in homes for name in served):
            continue  # an id that points nowhere may have been meant for a sasaran of its own
        there = ctx.edition.name_of("dimensi", min(homes[served[0]]))
        place = known[served[0]].span("id") if known.get(served[0]) is not None else None
        related = related_at(place, "sasaran itu ditulis di sini")
        named = ", ".join(f'"{name}"' for name in served)
        message = f'program "{label(program)}" hanya melayani sasaran dimensi lain: {named} ({there})'
        hint = f"tulis sasaran dimensi ini, atau pindahkan program ke {there}"
        yield found(program, "sasaran", message, hint, related=related, dimension=dimension, opd=program.opd)


@rule("KAI011", "misi-tanpa-sasaran", needs="misi", owner="bappeda")
def mission_without_target(ctx: Context) -> Iterator[Finding]:
    """Misi Smart City tidak dilayani sasaran mana pun.

    Mengapa: misi yang tidak turun menjadi sasaran tidak dapat diukur dan berhenti sebagai kalimat.
    Perbaiki: tulis id misi pada `misi` sasaran yang melayaninya, atau susun sasarannya.
    Salah: |
      misi: [{id: misi-a, misi: Melayani warga, dimensi: [smart_governance, smart_branding, smart_economy, smart_living, smart_society, smart_environment]}, {id: misi-b, misi: Menjaga alam, dimensi: [smart_environment]}]
    Benar: {}
    """
    served = {name for _, sasaran in ctx.index.items("sasaran") for name in sasaran.misi or ()}
    if not served or not ctx.index.is_whole("sasaran"):
        return
    served |= meanings(ctx, "misi").meant_by(served)
    for misi in ctx.rencana.misi or ():
        if misi.id and misi.id not in served:
            hint = f"tulis `misi: [{misi.id}]` pada sasaran yang melayaninya"
            yield found(misi, "id", f'misi "{label(misi, "misi")}" belum turun menjadi sasaran', hint)
