"""Family ANL: gap, SWOT and TOWS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.rules.base import Context, found, label, rule
from smartplan.wording import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_LETTERS: Final = {"S": "kekuatan", "W": "kelemahan", "O": "peluang", "T": "ancaman"}
_CELLS: Final = ("so", "wo", "st", "wt")


@rule("ANL001", "gap-tidak-cocok", needs="dimensi.*.gap_indikator", owner="opd")
def gap_differs(ctx: Context) -> Iterator[Finding]:
    """Gap indikator tidak sama dengan target dikurangi nilai eksisting.

    Mengapa: hitungan yang keliru pernah terbit dalam tabel yang diserahkan.
    Perbaiki: hitung ulang target dikurangi nilai eksisting, atau perbaiki salah satu dari ketiga angkanya.
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


@rule("ANL002", "tows-menunjuk-butir-yang-tidak-ada", needs="dimensi.*.tows", owner="koordinator dimensi")
def tows_points_nowhere(ctx: Context) -> Iterator[Finding]:
    """Strategi TOWS menunjuk butir SWOT yang tidak ada.

    Mengapa: strategi lahir dari butir yang disebut; butir yang tidak ada berarti strategi tanpa dasar.
    Perbaiki: sebut butir yang ada menurut nomor urutnya, atau tambahkan butir yang dimaksud ke SWOT.
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


RULES = (
    gap_differs,
    tows_points_nowhere,
)
