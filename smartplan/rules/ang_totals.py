"""Family ANG, totals: what the plan and its document state beside what the programs sum up to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from smartplan.rules.base import Context, anywhere, found, found_in, related_at, rule
from smartplan.rules.units import measure
from smartplan.wording import format_number, format_rupiah, format_rupiah_short
from smartplan.wording.numbers import parse_rupiah
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding, Span
    from smartplan.rules.budgets import Bounds

_SCOPE: Final = r"rencana aksi|rencana induk|master ?plan|(?:seluruh|semua) program|smart city|kota cerdas"
_PART: Final = (
    r"quick ?win|dimensi|jangka|apbd|apbn|\bpad\b|\bper tahun|\b(?:se)?tiap\b|masing-masing|\bpertama\b|\bkedua\b|dinas|"
    r"\bopd\b|kelompok|sumber dana|realisasi|terserap|sebelumnya|terdahulu|\blalu\b|\btahap\b|kecamatan|desa"
)
"""Words of a sentence that may speak of a part of the money, or of other money."""
_OF_OTHERS: Final = ("ulasan", "evaluasi", "pengecualian", "arsip", "rekap_anggaran")
"""Parts whose words are about the plan, or about what was."""
_NEAR: Final = r"sekitar|kurang lebih|lebih dari|hampir|kira-kira|perkiraan|diperkirakan|sedikitnya|minimal|kurang dari"
_NEAR_SHARE: Final = 20
"""A sum that is told about (``sekitar``) may differ by one part in so many."""
_WHAT: Final = r"(?:anggaran|biaya|pembiayaan|pendanaan|investasi)(?:nya)?"
_TOTAL: Final = rf"\b(?:total|keseluruhan)(?:\s\w+){{0,2}}?\s{_WHAT}|\b{_WHAT}\s(?:total|keseluruhan)(?:nya)?\b"
_FARTHEST: Final = 80
"""Characters between the word for the total and the amount."""
_SENTENCE_END: Final = lazy(r"[.!?;]\s+(?=[A-Z\"“])|\n\n")
_MONEY: Final = lazy(
    r"\bRp\.?\s?(?P<amount>\d[\d.,]*)(?<![.,])(?:\s(?P<unit>ribu|juta|miliar|milyar|triliun|trilyun)\b)?", re.IGNORECASE
)


@rule("ANG008", "anggaran-melampaui-kemampuan", needs="profil.apbd", owner="bappeda")
def beyond_means(ctx: Context) -> Iterator[Finding]:
    """Anggaran satu tahun terlalu besar dibandingkan dengan APBD.

    Mengapa: rencana yang melampaui kemampuan keuangan daerah tidak akan masuk APBD; batasnya perkiraan yang dapat diubah dalam edisi.
    Perbaiki: bagi program ke tahun lain, cari sumber dana lain, atau periksa besaran anggaran dan APBD.
    Salah: |
      profil: {apbd: [{nilai: 2000000000, satuan: rupiah, tahun: 2025, sumber: Perda APBD 2025}]}
    Benar: |
      profil: {apbd: [{nilai: 400000000000, satuan: rupiah, tahun: 2025, sumber: Perda APBD 2025}]}
    """
    row = _own_budget(ctx)
    held = measure("apbd", row) if row is not None else None
    years = ctx.index.budgets.own_by_year
    if held is None or held.value <= 0 or not years:
        return
    fiscal = ctx.rencana.asesmen.kapasitas_fiskal if ctx.rencana.asesmen else None
    category = "_".join(fiscal.kategori.lower().split()) if fiscal is not None and fiscal.kategori else ""
    limit = ctx.limit("maks_persen", 10)
    if category:
        limit = ctx.limit(f"maks_persen_{category}", limit)
    over = [year for year, amount in years.items() if 100 * amount > limit * float(held.high)]
    if not over:
        return
    worst = max(over, key=lambda year: years[year])
    capacity = f" dengan kapasitas fiskal {category.replace('_', ' ')}" if category else ""
    message = (
        f"anggaran {worst} program yang memakai APBD {format_rupiah_short(years[worst])}, yaitu "
        f"{format_number(100 * years[worst] / float(held.value), 1)} persen APBD "
        f"{f'{row.tahun} ' if row.tahun else ''}({format_rupiah_short(int(held.value))}); "
        f"batas perkiraan{capacity} {format_number(limit)} persen"
    )
    if len(over) > 1:
        message += f", terlampaui pada {len(over)} tahun"
    hint = "bagi program ke tahun lain, cari sumber dana lain, atau periksa besaran anggaran dan APBD"
    place = row.span("nilai")
    told = f"APBD menurut {row.sumber}" if row.sumber else "APBD yang dipakai"
    related = related_at(place, told)
    yield found(ctx.rencana, "dimensi", message, hint, span=_largest(ctx, worst), related=related)


@rule("ANG010", "rekap-anggaran-tidak-cocok", needs="rekap_anggaran", owner="bappeda")
def stated_total_differs(ctx: Context) -> Iterator[Finding]:
    """Jumlah anggaran yang tertulis dalam dokumen tidak sama dengan jumlah anggaran program.

    Mengapa: jumlah yang keliru merusak kepercayaan pada seluruh tabel.
    Perbaiki: perbaiki jumlah yang tertulis, atau anggaran program yang keliru atau tertinggal.
    Salah: |
      rekap_anggaran: {tahun: {2026: 600000000}, dimensi: [{dimensi: smart_living, jumlah: 1000000000}], total: 6500000000}
    Benar: |
      rekap_anggaran: {tahun: {2026: 600000000}, dimensi: [{dimensi: smart_living, jumlah: 1000000000}], total: 6000000000}
    """
    stated = ctx.rencana.rekap_anggaran
    if stated is None or not ctx.index.is_whole("program"):
        return
    budgets, edition, period = ctx.index.budgets, ctx.edition, ctx.rencana.periode
    if not budgets.total or budgets.has_minus:
        return  # a minus is told by itself, and spoils every sum
    for year, amount in (stated.tahun or {}).items():
        if period is not None and not (period.awal or year) <= year <= (period.akhir or year):
            continue  # told by ANG006
        place = stated.item_span("tahun", year)
        yield from _compared(ctx, f"anggaran {year}", amount, budgets.of_year(year), stated, f"tahun.{year}", place)
    apart = 0
    for part in stated.dimensi or ():
        if part.jumlah is not None and edition.by_id("dimensi", part.dimensi) is not None:
            what = f"anggaran {edition.name_of('dimensi', part.dimensi)}"
            bounds = budgets.of_dimension(part.dimensi or "")
            apart += bounds.distance(part.jumlah)
            yield from _compared(ctx, what, part.jumlah, bounds, part, "jumlah")
    for row in stated.opd or ():
        office = ctx.plan.opd(row.opd)
        if row.jumlah is not None and office is not None and office.id:
            what = f"anggaran {office.singkatan or office.nama or office.id}"
            yield from _compared(ctx, what, row.jumlah, budgets.of_office(office.id), row, "jumlah")
    for fund in stated.sumber_dana or ():
        if fund.jumlah is not None and edition.by_id("sumber_dana", fund.sumber_dana) is not None:
            what = f"anggaran dari {edition.name_of('sumber_dana', fund.sumber_dana)}"
            yield from _compared(ctx, what, fund.jumlah, budgets.of_fund(fund.sumber_dana or ""), fund, "jumlah")
    if stated.total is not None and (not apart or budgets.of_all().distance(stated.total) != apart):
        yield from _compared(ctx, "total anggaran", stated.total, budgets.of_all(), stated, "total")


@rule("ANG011", "total-dalam-naskah-tidak-cocok", needs="dimensi.*.program", owner="bappeda")
def total_in_prose_differs(ctx: Context) -> Iterator[Finding]:
    """Total anggaran yang disebut dalam naskah tidak sama dengan jumlah anggaran program.

    Mengapa: pembaca ringkasan dan pembaca rencana aksi harus menemukan angka yang sama.
    Perbaiki: samakan angka dalam naskah dengan jumlah anggaran program, atau perbaiki anggaran programnya.
    Salah: |
      peta_jalan: {narasi: Rencana aksi ini membutuhkan total anggaran sebesar Rp12,5 miliar.}
    Benar: |
      peta_jalan: {narasi: Rencana aksi ini membutuhkan total anggaran sebesar Rp6 miliar.}
    """
    held = [text for text in ctx.index.texts.holding(("total ", "keseluruhan")) if text.dimension is None]
    if not held or not ctx.index.is_whole("program"):
        return
    budgets, period = ctx.index.budgets, ctx.rencana.periode
    years = {str(period.awal), str(period.akhir)} if period is not None else set()
    for text in held:
        if text.is_quoted or not budgets.total or text.part.path.startswith(_OF_OTHERS):
            continue
        for sentence in _SENTENCE_END.split(text.text):
            words = _total_in(sentence, years)
            amount = parse_rupiah(words).value if words else None
            if not words or amount is None or _is_told_by(budgets.total, amount, words, sentence):
                continue
            if amount > budgets.total and budgets.bare:
                continue  # the rest may be what programs without a budget will cost
            message = (
                f'naskah menyebut total anggaran "{words}", jumlah anggaran program '
                f"{format_rupiah(budgets.total)} (selisih {format_rupiah(abs(amount - budgets.total))})"
            )
            hint = f"tulis {format_rupiah_short(budgets.total)}, atau perbaiki anggaran programnya"
            yield found_in(ctx, text, words, message, hint)


def _largest(ctx: Context, year: int) -> Span | None:
    """Where the largest amount of that year stands, of the programs that may use the own budget."""
    own = {item.id for item in ctx.edition.sumber_dana or () if item.apbd and item.id}
    held = [
        program
        for _, program in ctx.index.items("program")
        if year in (program.anggaran or {}) and (not program.sumber_dana or not own.isdisjoint(program.sumber_dana))
    ]
    most = max(held, key=lambda program: program.anggaran[year], default=None)
    return most.item_span("anggaran", year) if most is not None else anywhere(ctx)


def _own_budget(ctx: Context) -> Any:
    """The figure of the APBD that counts: the one marked so, else the newest."""
    profil = ctx.rencana.profil
    rows = [row for row in (profil.apbd if profil is not None else None) or () if row.nilai is not None]
    return max(rows, key=lambda row: (bool(row.dipakai), row.tahun or 0), default=None)


def _compared(
    ctx: Context, what: str, stated: int, bounds: Bounds, part: Any, key: str, place: Span | None = None
) -> Iterator[Finding]:
    distance = bounds.distance(stated)
    if abs(distance) <= ctx.limit("toleransi_rupiah", 0):
        return
    budgets = ctx.index.budgets
    right = format_rupiah(bounds.high if distance > 0 else bounds.low)
    if bounds.low != bounds.high:
        right = f"paling {'banyak' if distance > 0 else 'sedikit'} {right}"
    message = f"{what} ditulis {format_rupiah(stated)}, jumlah anggaran program {right}"
    message += f" (selisih {format_rupiah(abs(distance))})"
    hint = "perbaiki jumlah yang tertulis, atau anggaran program yang keliru"
    if distance > 0 and budgets.bare:
        message += f"; {budgets.bare} dari {budgets.count} program belum beranggaran"
        hint = "lengkapi anggaran program yang belum ada, atau perbaiki jumlah yang tertulis"
    dimension, opd = getattr(part, "dimensi", None), getattr(part, "opd", None)
    yield found(
        part,
        key,
        message,
        hint,
        span=place,
        dimension=dimension if isinstance(dimension, str) else None,
        opd=opd if isinstance(opd, str) else None,
    )


def _total_in(sentence: str, years: set[str]) -> str | None:
    """The amount that a sentence gives as the total of the whole plan; None when it may mean anything else."""
    lower = sentence.lower()
    if "rp" not in lower or re.search(_PART, lower) or not re.search(_SCOPE, lower):
        return None
    amounts = list(_MONEY.finditer(sentence))
    if len(amounts) != 1 or set(re.findall(r"\b(?:19|20)\d\d\b", _MONEY.sub(" ", sentence))) - years:
        return None
    before = lower[: amounts[0].start()]
    totals = list(re.finditer(_TOTAL, before))
    return amounts[0][0] if totals and len(before) - totals[-1].end() <= _FARTHEST else None


def _is_told_by(total: int, amount: int, words: str, sentence: str) -> bool:
    """Whether ``words`` may stand for ``total``, rounded or cut as they are."""
    slack = 0
    money = _MONEY.match(words)
    if money is not None and money["unit"]:
        scale = parse_rupiah(f"Rp 1 {money['unit']}").value or 1
        slack = scale // 10 ** len(money["amount"].partition(",")[2])
    if re.search(_NEAR, sentence.lower()):
        slack = max(slack, total // _NEAR_SHARE)
    return abs(amount - total) <= slack


RULES = (beyond_means, stated_total_differs, total_in_prose_differs)
