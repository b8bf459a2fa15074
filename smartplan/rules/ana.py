"""Family ANA: the analyses agree with themselves and lead to what is proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.rules.base import Context, found, label, rule
from smartplan.wording import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_LETTERS: Final = {"S": "kekuatan", "W": "kelemahan", "O": "peluang", "T": "ancaman"}
_CELLS: Final = ("so", "wo", "st", "wt")


@rule("ANA001", "gap-tidak-cocok", needs="dimensi.*.gap_indikator", owner="opd")
def gap_differs(ctx: Context) -> Iterator[Finding]:
    """Gap indikator tidak sama dengan target dikurangi nilai eksisting.

    Mengapa: hitungan yang keliru pernah terbit dalam tabel yang diserahkan.
    Salah: |
      dimensi: {smart_living: {gap_indikator: [{sub: prasarana_kesehatan, indikator: Imunisasi, eksisting: 80, target: 95, gap: 20}]}}
    Benar: |
      dimensi: {smart_living: {gap_indikator: [{sub: prasarana_kesehatan, indikator: Imunisasi, eksisting: 80, target: 95, gap: 15}]}}
    """
    for dimension, row in ctx.index.items("gap_indikator"):
        if row.gap is None or row.target is None or row.eksisting is None:
            continue
        right = row.target - row.eksisting
        if row.gap not in (right, abs(right)):  # a target that lies lower is often written without the sign
            message = (
                f'gap "{label(row, "indikator")}" ditulis {format_number(row.gap)}, seharusnya {format_number(right)}'
            )
            plain = f", atau {abs(right)} tanpa tanda" if right < 0 else ""
            hint = f"tulis `gap: {right}`{plain}, atau perbaiki target dan nilai eksisting"
            yield found(row, "gap", message, hint, dimension=dimension)


@rule("ANA002", "tows-menunjuk-butir-yang-tidak-ada", needs="dimensi.*.tows", owner="koordinator dimensi")
def tows_points_nowhere(ctx: Context) -> Iterator[Finding]:
    """Strategi TOWS menunjuk butir SWOT yang tidak ada.

    Mengapa: strategi lahir dari butir yang disebut; butir yang tidak ada berarti strategi tanpa dasar.
    Salah: |
      dimensi: {smart_living: {swot: {kekuatan: [Bidan aktif]}, tows: {so: [{strategi: Memakai bidan, dari: [S9]}]}}}
    Benar: |
      dimensi: {smart_living: {swot: {kekuatan: [Bidan aktif]}, tows: {so: [{strategi: Memakai bidan, dari: [S1]}]}}}
    """
    for dimension, _, dimensi in ctx.index.dimensions:
        if dimensi.tows is None or dimensi.swot is None:
            continue
        known = {
            f"{letter}{number}"
            for letter, key in _LETTERS.items()
            for number in range(1, len(getattr(dimensi.swot, key) or ()) + 1)
        }
        for cell in _CELLS:
            for strategy in getattr(dimensi.tows, cell) or ():
                for code in strategy.dari or ():
                    if str(code).upper() not in known:
                        message = f'strategi "{label(strategy, "strategi")}" menunjuk {code} yang tidak ada dalam SWOT'
                        hint = "butir diberi nomor menurut urutan: S1, S2, W1, O1, T1"
                        yield found(strategy, "dari", message, hint, dimension=dimension)


@rule("ANA003", "kesenjangan-tidak-dijawab", needs="dimensi.*.kesenjangan", owner="koordinator dimensi")
def gap_unanswered(ctx: Context) -> Iterator[Finding]:
    """Kesenjangan tidak dijawab inisiatif mana pun.

    Mengapa: tujuan dan strategi yang tidak bertemu adalah kelemahan yang sering dicatat penilai.
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


@rule("ANA004", "inisiatif-tanpa-program", needs="dimensi.*.program", owner="koordinator dimensi")
def initiative_without_program(ctx: Context) -> Iterator[Finding]:
    """Inisiatif tidak dijalankan program mana pun.

    Mengapa: inisiatif tanpa program tidak punya anggaran, tahun, dan penanggung jawab.
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


@rule("ANA005", "kesiapan-tidak-lengkap", needs="kesiapan", owner="diskominfo")
def readiness_incomplete(ctx: Context) -> Iterator[Finding]:
    """Komponen kesiapan yang diminta edisi belum dinilai.

    Mengapa: kesiapan dinilai menurut setiap elemen dan komponennya.
    Salah: |
      kesiapan: [{elemen: struktur, komponen: sdm, kondisi: Cukup, tingkat: sedang, sumber: BKPSDM}]
    Benar: {}
    """
    if not ctx.index.is_whole("kesiapan"):
        return
    given = {(row.elemen, row.komponen) for row in ctx.rencana.kesiapan or ()}
    for element, component in ctx.edition.components():
        if (element.id, component.id) not in given:
            message = f"kesiapan {element.nama}: {component.nama} belum dinilai"
            hint = f"tambahkan butir dengan `elemen: {element.id}` dan `komponen: {component.id}`"
            yield found(ctx.rencana, "kesiapan", message, hint, span=ctx.rencana.key_span("kesiapan"))


RULES = (gap_differs, tows_points_nowhere, gap_unanswered, initiative_without_program, readiness_incomplete)
