"""Family ANL, SWOT and TOWS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.findings import Related
from smartplan.rules.base import Context, found, label, related_at, rule
from smartplan.rules.swot import CELLS, LETTERS, items, named, strategies
from smartplan.wording import join_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_OPPOSITE: Final = ({"kekuatan", "kelemahan"}, {"peluang", "ancaman"})


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
        known = {code for code, _, _, _ in items(dimensi.swot)}
        for _, strategy in strategies(dimensi.tows):
            read = named(strategy)
            lost = dict.fromkeys((*(code for code in read.codes if code not in known), *read.unread))
            if lost:
                message = f'strategi "{label(strategy, "strategi")}" menunjuk {join_words(list(lost))} yang tidak ada dalam SWOT'
                hint = "tulis kode butir yang ada menurut nomor urutnya, misalnya S1, W2, O1, atau T1"
                yield found(strategy, "dari", message, hint, dimension=dimension)


@rule("ANL004", "tows-di-sel-yang-salah", needs="dimensi.*.tows", owner="koordinator dimensi")
def strategy_in_wrong_cell(ctx: Context) -> Iterator[Finding]:
    """Strategi TOWS berdiri di sel yang tidak sesuai dengan butir SWOT yang dipakainya.

    Mengapa: strategi SO menggabungkan kekuatan dan peluang; tanpa keduanya matriks TOWS kehilangan arti.
    Perbaiki: pindahkan strategi ke sel yang sesuai, atau perbaiki butir yang disebut.
    Salah: |
      dimensi: {smart_living: {swot: {kekuatan: [Bidan aktif], kelemahan: [Data terpisah], peluang: [Pendampingan]}, tows: {so: [{strategi: Menghimpun data, dari: [W1, O1]}]}}}
    Benar: |
      dimensi: {smart_living: {swot: {kekuatan: [Bidan aktif], kelemahan: [Data terpisah], peluang: [Pendampingan]}, tows: {wo: [{strategi: Menghimpun data, dari: [W1, O1]}]}}}
    """
    for dimension, _, dimensi in ctx.index.dimensions:
        for cell, strategy in strategies(dimensi.tows) if dimensi.tows else ():
            read = named(strategy)
            asked = set(cell.upper())
            name = f'strategi {cell.upper()} "{label(strategy, "strategi")}"'
            pair = f"{_named(cell[0])} dan {_named(cell[1])}"
            foreign = [code for code in read.codes if code[0] not in asked]
            home = next((other for other in CELLS if set(other.upper()) == read.letters), None)
            if foreign:
                message = f"{name} memakai {join_words(foreign)}, padahal sel {cell.upper()} menggabungkan {pair}"
                hint = (
                    f"pindahkan ke `{home}:`, atau perbaiki `dari:`"
                    if home
                    else "perbaiki `dari:`, atau bagi strateginya"
                )
                yield found(strategy, "dari", message, hint, dimension=dimension)
                continue
            lacking = [letter for letter in cell.upper() if letter not in read.letters]
            if not read.codes or read.unread or not lacking:
                continue
            if dimensi.swot is not None and getattr(dimensi.swot, LETTERS[lacking[0]]):
                message = f"{name} hanya memakai {join_words(read.codes)}; sel {cell.upper()} menggabungkan {pair}"
                hint = f"tambahkan butir {lacking[0]} yang dipakai strategi ini pada `dari:`"
                yield found(strategy, "dari", message, hint, dimension=dimension)


@rule("ANL005", "butir-swot-tidak-dipakai", needs="dimensi.*.tows", owner="koordinator dimensi")
def item_unused(ctx: Context) -> Iterator[Finding]:
    """Butir SWOT tidak dipakai strategi TOWS mana pun.

    Mengapa: butir yang tidak melahirkan strategi menandakan analisis yang berhenti di tengah jalan.
    Perbaiki: tambahkan butir itu pada `dari:` strategi yang menjawabnya, atau susun strategi baru.
    Salah: |
      dimensi: {smart_living: {swot: {kekuatan: [Bidan aktif, Data lengkap], peluang: [Pendampingan], ancaman: [Hujan]}, tows: {so: [{strategi: Memakai bidan, dari: [S1, O1]}], st: [{strategi: Menjaga bidan, dari: [S1, T1]}]}}}
    Benar: |
      dimensi: {smart_living: {swot: {kekuatan: [Bidan aktif, Data lengkap], peluang: [Pendampingan], ancaman: [Hujan]}, tows: {so: [{strategi: Memakai bidan, dari: [S1, O1]}], st: [{strategi: Menjaga data, dari: [S2, T1]}]}}}
    """
    if not ctx.index.is_whole(*CELLS):
        return
    for dimension, _, dimensi in ctx.index.dimensions:
        tows, swot = dimensi.tows, dimensi.swot
        if tows is None or swot is None:
            continue
        known = {code for code, _, _, _ in items(swot)}
        written = [(cell, named(strategy)) for cell, strategy in strategies(tows)]
        if any(read.unread or not read.codes or not known.issuperset(read.codes) for _, read in written):
            continue  # it may be that one
        if any(not read.letters <= set(cell.upper()) for cell, read in written):
            continue
        used = {code for _, read in written for code in read.codes}
        filled = {cell for cell in CELLS if getattr(tows, cell)}
        unused: dict[str, list[tuple[str, int]]] = {}
        for code, key, position, _ in items(swot):
            if code not in used and all(cell in filled for cell in CELLS if code[0].lower() in cell):
                unused.setdefault(key, []).append((code, position))
        for key, found_here in unused.items():
            codes = join_words([code for code, _ in found_here])
            spans = [swot.item_span(key, position) for _, position in found_here]
            related = tuple(Related(span, "juga tidak dipakai") for span in spans[1:] if span)
            message = f"{key} {codes} tidak dipakai strategi TOWS mana pun"
            hint = "sebut pada `dari:` strategi yang menjawabnya, atau susun strategi baru"
            yield found(swot, key, message, hint, span=spans[0], related=related, dimension=dimension)


@rule("ANL009", "butir-swot-ganda", needs="dimensi.*.swot", owner="koordinator dimensi")
def item_twice(ctx: Context) -> Iterator[Finding]:
    """Butir SWOT yang sama ditulis dua kali dalam satu dimensi.

    Mengapa: butir yang berulang memberi bobot semu, dan satu hal tidak dapat sekaligus kekuatan dan kelemahan.
    Perbaiki: hapus salah satunya, atau tulis perbedaan yang dimaksud.
    Salah: |
      dimensi: {smart_living: {swot: {kekuatan: [Bidan aktif, Bidan aktif.]}}}
    Benar: |
      dimensi: {smart_living: {swot: {kekuatan: [Bidan aktif, Kader aktif]}}}
    """
    for dimension, _, dimensi in ctx.index.dimensions:
        swot = dimensi.swot
        seen: dict[str, tuple[str, str, int]] = {}
        for code, key, position, words in items(swot) if swot else ():
            first = seen.setdefault(words, (code, key, position))
            if swot is None or not words or first[0] == code:
                continue
            place = swot.item_span(first[1], first[2])
            related = related_at(place, "butir pertama")
            message = f"butir {code} sama dengan {first[0]}: " + _quoted(swot, key, position)
            hint = "hapus salah satunya, atau tulis perbedaannya"
            if {first[1], key} in _OPPOSITE:
                hint = f"satu hal tidak dapat menjadi {first[1]} dan {key}; pilih satu, atau tulis perbedaannya"
            span = swot.item_span(key, position)
            yield found(swot, key, message, hint, span=span, related=related, dimension=dimension)


def _quoted(swot: object, key: str, position: int) -> str:
    return f'"{getattr(swot, key)[position]}"'


def _named(letter: str) -> str:
    letter = letter.upper()
    return f"{LETTERS[letter]} ({letter})"


RULES = (tows_points_nowhere, strategy_in_wrong_cell, item_unused, item_twice)
