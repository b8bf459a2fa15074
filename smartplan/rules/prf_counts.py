"""Family PRF, figures that must agree with other figures, with lists and with the text."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any, Final

from smartplan.findings import Related
from smartplan.rules.base import Context, beside, found, found_in, related_at, rule
from smartplan.rules.figures import chosen
from smartplan.rules.units import measure, written
from smartplan.wording import format_number
from smartplan.wording.patterns import lazy
from smartplan.wording.terbilang import terbilang

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding
    from smartplan.plan.parts.profil import Profil

_UNITS: Final = ("kecamatan", "kelurahan", "desa")
_TOGETHER: Final = {
    **{f"jumlah {unit}": (unit,) for unit in _UNITS},
    **dict.fromkeys(
        ("jumlah desa dan kelurahan", "jumlah kelurahan dan desa", "jumlah desa/kelurahan", "jumlah kelurahan/desa"),
        ("desa", "kelurahan"),
    ),
}
"""Name of a further figure -> the facts that it adds up."""
_MADE_OF: Final = (
    r"(?:terdiri (?:atas|dari)|(?:ter|di)bagi (?:atas|menjadi|ke dalam|dalam)|memiliki|mempunyai|meliputi|mencakup|"
    r"membawahi)"
)
_BETWEEN: Final = r"(?:,?\s+(?:secara administrati[fs]|sendiri|saat ini|kini|ini|yang)\b,?)*"
_OPENING: Final = r"(?:^|[.,;:]\s+|\n\s*|\bsecara administrati[fs],?\s+|\b(?:kini|saat ini),?\s+)(?:wilayah\s+)?"
_EARLIER: Final = lazy(r"\b(?:semula|awalnya|mulanya|dahulu|dulu|pernah|sebelum\w*|ketika|saat itu|waktu itu)\b")
_YEAR: Final = lazy(r"\b(?:1[89]|20)\d\d\b")
_COUNTED: Final = (
    r"(?P<count>\d{1,4}|[a-z]+(?: [a-z]+){0,3}?)(?: \([^)]*\))? (?P<unit>kecamatan|kelurahan|desa)"
    r"(?=\s*(?:[,.;:)]|$)|\s+(?:serta|yaitu|yakni|dengan (?=\d|jumlah|total|luas)|dan(?! (?:kelurahan|desa)\b)))"
)
_PLACES: Final = ("profil", "naskah")
_LARGEST: Final = 999


@rule("PRF010", "jumlah-wilayah-tidak-cocok", needs="profil", owner="bappeda")
def counts_differ(ctx: Context) -> Iterator[Finding]:
    """Jumlah kecamatan, kelurahan, atau desa tidak sama dengan daftar, angka lain, atau uraiannya.

    Mengapa: pembaca menghitung sendiri daftar kecamatan; jumlah yang lain dari angkanya membuat profil diragukan.
    Perbaiki: lengkapi daftarnya, atau perbaiki angkanya menurut sumber resmi.
    Salah: |
      profil: {daftar_kecamatan: [Sawah, Embung], kecamatan: [{nilai: 3, satuan: kecamatan, tahun: 2024, sumber: BPS}]}
    Benar: |
      profil: {daftar_kecamatan: [Sawah, Embung], kecamatan: [{nilai: 2, satuan: kecamatan, tahun: 2024, sumber: BPS}]}
    """
    profil = ctx.rencana.profil
    if profil is None:
        return
    yield from _list_differs(profil)
    for row in profil.lainnya or ():
        units = _TOGETHER.get(" ".join((row.nama or "").casefold().split()))
        if units is None or row.nilai is None:
            continue
        rows = [[one for one in chosen(getattr(profil, unit)) if one.tahun == row.tahun] for unit in units]
        if not all(rows):
            continue
        sums = {_sum(*pair) for pair in product(*rows)}
        if row.nilai not in sums:
            parts = " + ".join(f"{unit} {format_number(ones[0].nilai)}" for unit, ones in zip(units, rows, strict=True))
            message = f"{row.nama} {format_number(row.nilai)} tidak sama dengan {parts}"
            yield found(row, "nilai", message, "samakan kedua angka, atau perbaiki tahunnya")
    yield from _text_differs(ctx, profil)


@rule("PRF011", "apbd-lebih-kecil-dari-bagiannya", needs="profil.apbd", owner="bappeda")
def budget_below_parts(ctx: Context) -> Iterator[Finding]:
    """PAD dan DAU bersama-sama melebihi APBD tahun yang sama.

    Mengapa: PAD dan DAU adalah bagian dari pendapatan dalam APBD; salah satu angka pasti keliru satuan atau tahunnya.
    Perbaiki: periksa satuan (juta, miliar) dan tahun ketiga angka itu pada Perda APBD.
    Salah: |
      profil: {apbd: [{nilai: 2, satuan: triliun rupiah, tahun: 2024, sumber: Perda}], pad: [{nilai: 5, satuan: triliun rupiah, tahun: 2024, sumber: Perda}]}
    Benar: |
      profil: {apbd: [{nilai: 2, satuan: triliun rupiah, tahun: 2024, sumber: Perda}], pad: [{nilai: 300, satuan: miliar rupiah, tahun: 2024, sumber: Perda}]}
    """
    profil = ctx.rencana.profil
    if profil is None:
        return
    bounds = (ctx.edition.aturan or {}).get("PRF007")
    numbers = re.findall(r"\d+", ((bounds.parameter if bounds else None) or {}).get("apbd", ""))
    least = int(numbers[0]) if numbers else 0
    for year in dict.fromkeys(row.tahun for row in profil.apbd or ()):
        total = _of_year(profil, "apbd", year)
        if not total:
            continue
        # What is least against them: the largest total, the smallest of each part.
        row, whole = max(total, key=lambda one: one[1].high)
        if whole.value < least:
            continue  # a budget in the wrong unit, which is said of it
        parts = [
            (key, *min(pairs, key=lambda one: one[1].low))
            for key in ("pad", "dau")
            if (pairs := _of_year(profil, key, year))
        ]
        larger = [part for part in parts if part[2].low > whole.high]
        if len(larger) == 1:
            key, part, _ = larger[0]
            message = f"{key.upper()} {written(key, part)} melebihi APBD {written('apbd', row)}"
            message += f" tahun {year}" if year else ""
            hint = f"periksa satuan dan tahunnya; {key.upper()} adalah bagian dari APBD"
            yield found(part, "nilai", message, hint, related=beside(row, "nilai", "APBD tahun yang sama"))
        elif parts and sum(one.low for _, _, one in parts) > whole.high:
            named = " + ".join(f"{key.upper()} {written(key, part)}" for key, part, _ in parts)
            message = f"{named} melebihi APBD {written('apbd', row)}" + (f" tahun {year}" if year else "")
            hint = "periksa satuan dan tahunnya; PAD dan DAU adalah bagian dari APBD"
            places = [(key, part.span("nilai")) for key, part, _ in parts]
            related = tuple(Related(place, f"{key.upper()} tahun yang sama") for key, place in places if place)
            yield found(row, "nilai", message, hint, related=related)


def _list_differs(profil: Profil) -> Iterator[Finding]:
    names = profil.daftar_kecamatan or []
    seen: dict[str, int] = {}
    doubled = False
    for position, name in enumerate(names):
        plain = " ".join(name.casefold().split()).removeprefix("kecamatan ").removeprefix("kec. ")
        if plain in seen:
            doubled = True
            first = profil.item_span("daftar_kecamatan", seen[plain])
            related = related_at(first, "disebut pertama kali di sini")
            span = profil.item_span("daftar_kecamatan", position)
            message = f'kecamatan "{name}" disebut dua kali dalam daftar'
            hint = "hapus salah satunya, atau tulis kecamatan yang dimaksud"
            yield found(profil, "daftar_kecamatan", message, hint, span=span, related=related)
        seen.setdefault(plain, position)
    rows = [row for row in chosen(profil.kecamatan) if row.nilai > 0 and row.nilai == row.nilai.to_integral_value()]
    if not names or not rows or doubled or any(row.nilai == len(seen) for row in rows):
        return
    place = profil.key_span("daftar_kecamatan")
    related = related_at(place, "daftar kecamatan")
    message = f"jumlah kecamatan {format_number(rows[0].nilai)}, tetapi daftarnya memuat {len(seen)}"
    hint = "lengkapi `daftar_kecamatan`, atau perbaiki angkanya"
    yield found(rows[0], "nilai", message, hint, related=related)


def _text_differs(ctx: Context, profil: Profil) -> Iterator[Finding]:
    """Sentences such as "Kabupaten Tirta terdiri atas 12 kecamatan", of the region as a whole only."""
    if not any(chosen(getattr(profil, unit)) for unit in _UNITS):
        return
    name = ctx.rencana.wilayah.nama if ctx.rencana.wilayah else None
    whole = "|".join((*((re.escape(name),) if name else ()), "kabupaten ini", "kota ini", "secara administrati[fs]"))
    pattern = re.compile(rf"{_OPENING}(?:{whole}){_BETWEEN}\s+{_MADE_OF}\s+(?P<parts>[^.;\n]*[.;]?)", re.IGNORECASE)
    for text in ctx.index.texts.holding(_UNITS):
        if not text.part.path.startswith(_PLACES):
            continue
        for match in pattern.finditer(text.text):
            start = max(text.text.rfind(mark, 0, match.start("parts")) for mark in (". ", ".\n", "\n\n"))
            sentence = text.text[start + 1 : match.end()]
            if _EARLIER.search(sentence.casefold()):
                continue
            years = {int(year) for year in _YEAR.findall(sentence)}
            told: set[str] = set()
            for part in re.finditer(_COUNTED, match["parts"], re.IGNORECASE):
                unit, count = part["unit"].casefold(), _number(part["count"])
                rows = chosen(getattr(profil, unit))
                if count is None or unit in told or _is_of_another_time(years, rows):
                    continue
                told.add(unit)
                if rows and all(row.nilai != count for row in rows):
                    message = f'teks menyebut "{part[0]}", tetapi jumlah {unit} {format_number(rows[0].nilai)}'
                    yield found_in(ctx, text, part[0], message, "samakan teks dan angkanya")


def _is_of_another_time(years: set[int], rows: list[Any]) -> bool:
    """Whether a sentence that names ``years`` may tell of what was before the figures."""
    known = {row.tahun for row in rows if row.tahun}
    return bool(years) and not years & known and (not known or min(years) < max(known))


def _number(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    words = text.casefold().split()
    names = _names()
    return next((names[name] for start in range(len(words)) if (name := " ".join(words[start:])) in names), None)


@cache
def _names() -> dict[str, int]:
    return {terbilang(number): number for number in range(1, _LARGEST + 1)}


def _sum(*rows: Any) -> Any:
    return sum(row.nilai for row in rows)


def _of_year(profil: Profil, key: str, year: int | None) -> list[tuple[Any, Any]]:
    pairs = (
        (row, measure(key, row)) for row in chosen([row for row in getattr(profil, key) or () if row.tahun == year])
    )
    return [(row, one) for row, one in pairs if one is not None]


RULES = (counts_differ, budget_below_parts)
