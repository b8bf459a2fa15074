"""Family PRF, what can be said of the figures of one fact."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from smartplan.rules.base import Context, beside, found, related_at, rule
from smartplan.rules.figures import FACTS, LASTING, Fact, facts, is_left_out, is_same, newest, titled, told
from smartplan.rules.units import fits, is_share, measure, plain_unit, usual_unit, written
from smartplan.wording import format_number, join_words
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_COUNTS: Final = ("penduduk", "kecamatan", "kelurahan", "desa", "desa_adat")
"""Facts that are counted in whole numbers."""
_BARE_UNITS: Final = ("", "poin", "indeks", "rasio", "skor", "angka", "nilai")
_WORD: Final = lazy(r"[^\W_]+")
_NUMBER: Final = lazy(r"-?\d+(?:[.,]\d+)?")


@rule("PRF002", "dua-angka-satu-fakta", needs="profil", owner="bappeda")
def two_figures(ctx: Context) -> Iterator[Finding]:
    """Satu fakta punya dua angka berbeda untuk tahun yang sama, tanpa tanda mana yang dipakai.

    Mengapa: buku yang menyebut dua luas wilayah tidak dipercaya pembacanya.
    Perbaiki: tandai satu angka dengan `dipakai: ya` dan tulis alasannya; angka lain tetap disimpan.
    Salah: |
      profil: {luas: [{nilai: 100, satuan: km2, tahun: 2024, sumber: BPS}, {nilai: 101, satuan: km2, tahun: 2024, sumber: Situs}], penduduk: [], kepadatan: []}
    Benar: |
      profil: {luas: [{nilai: 100, satuan: km2, tahun: 2024, sumber: BPS, dipakai: ya, alasan: Angka resmi terbaru}, {nilai: 101, satuan: km2, tahun: 2024, sumber: Situs}], penduduk: [], kepadatan: []}
    """
    for fact in facts(ctx.rencana.profil):
        if any(row.dipakai for row in fact.rows):
            continue
        for first, row in _conflicts(fact):
            message = f"{fact.title} punya dua angka: {written(fact.key, first)} dan {written(fact.key, row)}"
            hint = "tandai satu dengan `dipakai: ya` dan tulis `alasan:`; yang lain boleh tetap"
            related = beside(first, "nilai", "angka lain untuk fakta yang sama")
            yield found(row, "nilai", message, hint, related=related)


@rule("PRF003", "angka-tanpa-sumber", needs="profil", owner="bappeda")
def figure_without_source(ctx: Context) -> Iterator[Finding]:
    """Angka tidak menyebut tahun atau sumbernya.

    Mengapa: angka tanpa tahun dan sumber tidak dapat diperiksa.
    Perbaiki: tulis tahun data dan sumbernya di butir angka itu, atau hapus angka yang asalnya tidak diketahui.
    Salah: |
      profil: {luas: [{nilai: 100, satuan: km2}], penduduk: [], kepadatan: []}
    Benar: |
      profil: {luas: [{nilai: 100, satuan: km2, tahun: 2024, sumber: BPS}], penduduk: [], kepadatan: []}
    """
    for title, row in _rows(ctx):
        missing = [name for name in ("tahun", "sumber") if getattr(row, name) is None]
        if missing:
            message = f"angka {title} {format_number(row.nilai)} tidak menyebut {' dan '.join(missing)}"
            yield found(row, missing[0], message, f"tulis `{missing[0]}:` di butir ini")


@rule("PRF006", "tanda-dipakai-keliru", needs="profil", owner="bappeda")
def marked_wrongly(ctx: Context) -> Iterator[Finding]:
    """Dari beberapa angka satu fakta, yang ditandai dipakai bukan tepat satu, atau alasannya tidak ditulis.

    Mengapa: buku mencetak satu angka saja; pembaca perlu tahu yang mana dan mengapa bukan yang lain.
    Perbaiki: simpan semua angka, tandai tepat satu dengan `dipakai: ya`, dan tulis alasannya.
    Salah: |
      profil: {luas: [{nilai: 100, satuan: km2, tahun: 2024, sumber: BPS, dipakai: ya}, {nilai: 101, satuan: km2, tahun: 2024, sumber: Situs}], penduduk: [], kepadatan: []}
    Benar: |
      profil: {luas: [{nilai: 100, satuan: km2, tahun: 2024, sumber: BPS, dipakai: ya, alasan: Angka resmi}, {nilai: 101, satuan: km2, tahun: 2024, sumber: Situs}], penduduk: [], kepadatan: []}
    """
    for fact in facts(ctx.rencana.profil):
        marked = [row for row in fact.rows if row.dipakai]
        if len(marked) > 1:
            figures = join_words([told(fact.key, row) for row in marked])
            message = f"{fact.title} punya {len(marked)} angka yang ditandai dipakai: {figures}"
            place = marked[0].span("dipakai")
            related = related_at(place, "angka pertama yang ditandai dipakai")
            hint = "sisakan satu `dipakai: ya`; hapus tanda pada yang lain"
            yield found(marked[1], "dipakai", message, hint, related=related)
        elif marked:
            yield from _without_reason(ctx, fact, marked[0])
        elif newest(fact.rows).dipakai is False and next(_conflicts(fact), None) is None:
            row = newest(fact.rows)
            message = (
                f"{fact.title} {told(fact.key, row)} ditandai tidak dipakai, tetapi tidak ada angka lain yang dipakai"
            )
            hint = "tandai angka yang dipakai dengan `dipakai: ya`; tanpa tanda itu buku tetap mencetak angka ini"
            yield found(row, "dipakai", message, hint)


@rule("PRF007", "angka-di-luar-batas", needs="profil", owner="bappeda")
def figure_out_of_range(ctx: Context) -> Iterator[Finding]:
    """Angka profil berada di luar batas yang mungkin.

    Mengapa: persen di atas 100 atau IPM di atas 100 hampir selalu salah letak koma atau salah satuan.
    Perbaiki: periksa angka, letak koma, dan satuannya pada sumber data.
    Salah: |
      profil: {ipm: [{nilai: 7084, satuan: poin, tahun: 2024, sumber: BPS}]}
    Benar: |
      profil: {ipm: [{nilai: 70.84, satuan: poin, tahun: 2024, sumber: BPS}]}
    """
    profil = ctx.rencana.profil
    ranges = _ranges(ctx)
    for key in FACTS if profil else ():
        for row in getattr(profil, key) or ():
            if row.nilai is not None:
                yield from _out_of_range(key, titled(key), row, ranges.get(key))
    exempt = ctx.words("kecuali")
    closed = [(key, key.replace("_", " "), one) for key, one in ranges.items() if one.high is not None]
    for row in (profil.lainnya if profil else None) or ():
        if row.nilai is None or not row.nama:
            continue
        name = f" {' '.join(_WORD.findall(row.nama.casefold()))} "
        if any(f" {word} " in name for word in exempt):
            continue
        for key, phrase, one in closed:
            by_share = key in FACTS and key != "ipm"
            if f" {phrase} " in name and (is_share(row.satuan) if by_share else plain_unit(row.satuan) in _BARE_UNITS):
                yield from _out_of_range("", row.nama, row, one)
                break


@rule("PRF008", "satuan-tidak-sesuai", needs="profil", owner="bappeda")
def unit_unfit(ctx: Context) -> Iterator[Finding]:
    """Satuan tidak sesuai dengan faktanya.

    Mengapa: luas dalam orang atau penduduk dalam km2 berarti dua baris tertukar saat disalin.
    Perbaiki: tulis satuan yang benar, atau pindahkan angka ini ke fakta yang dimaksud.
    Salah: |
      profil: {luas: [{nilai: 5000, satuan: orang, tahun: 2024, sumber: BPS}]}
    Benar: |
      profil: {luas: [{nilai: 5000, satuan: km2, tahun: 2024, sumber: BPS}]}
    """
    profil = ctx.rencana.profil
    for key in FACTS if profil else ():
        for row in getattr(profil, key) or ():
            if row.satuan and not fits(key, row.satuan):
                figure = f" {format_number(row.nilai)}" if row.nilai is not None else ""
                message = f'{titled(key)}{figure} bersatuan "{row.satuan}"'
                hint = f"lazimnya {usual_unit(key)}; perbaiki satuannya, atau pindahkan angkanya bila barisnya tertukar"
                yield found(row, "satuan", message, hint)


@rule("PRF009", "tahun-data-terlalu-baru", needs="profil", owner="bappeda")
def figure_too_new(ctx: Context) -> Iterator[Finding]:
    """Tahun data sesudah tahun dokumen, atau belum terjadi.

    Mengapa: data tidak dapat lebih baru daripada buku yang memuatnya; tahunnya mungkin salah ketik.
    Perbaiki: perbaiki tahun data, atau sebut di `catatan:` bahwa angka itu proyeksi.
    Salah: |
      profil: {ipm: [{nilai: 70.84, satuan: poin, tahun: 2042, sumber: BPS}]}
    Benar: |
      profil: {ipm: [{nilai: 70.84, satuan: poin, tahun: 2024, sumber: BPS}]}
    """
    asesmen = ctx.rencana.asesmen
    document = ctx.index.document_year
    ahead = ctx.words("tahun_depan")
    rows = [(title, row) for title, row in _rows(ctx)]
    rows += [("indeks SPBE", row) for row in (asesmen.indeks_spbe if asesmen else None) or ()]
    if asesmen is not None and asesmen.kapasitas_fiskal is not None:
        rows.append(("kapasitas fiskal", asesmen.kapasitas_fiskal))
    for title, row in rows:
        if row.tahun is None:
            continue
        year = row.tahun - (title.casefold() in ahead)  # the budget of a year is set the year before
        if ctx.today is not None and year > ctx.today.year:
            message = f"data {title} bertahun {row.tahun}, padahal sekarang {ctx.today.year}"
        elif document is not None and year > document:
            message = f"data {title} bertahun {row.tahun}, sesudah tahun dokumen {document}"
        else:
            continue
        if not _is_forecast(ctx, row):
            hint = "perbaiki tahunnya; bila memang proyeksi atau target, sebutkan di `catatan:`"
            yield found(row, "tahun", message, hint)


class _Range(NamedTuple):
    """``above``: the lower bound itself is not possible."""

    low: Decimal
    high: Decimal | None
    above: bool

    def holds(self, value: Decimal) -> bool:
        return (value > self.low if self.above else value >= self.low) and (self.high is None or value <= self.high)

    def __str__(self) -> str:
        low = format_number(self.low)
        if self.high is not None:
            return f"{low} sampai {format_number(self.high)}"
        return f"di atas {low}" if self.above else f"paling sedikit {low}"


def _rows(ctx: Context) -> Iterator[tuple[str, Any]]:
    """Every figure of the profile that has a value, with what it is called."""
    profil = ctx.rencana.profil
    for key in (*FACTS, "lainnya") if profil else ():
        for row in getattr(profil, key) or ():
            if row.nilai is not None:
                yield getattr(row, "nama", None) or titled(key), row


def _conflicts(fact: Fact) -> Iterator[tuple[Any, Any]]:
    """The first figure of a year, and each that contradicts it."""
    seen: dict[int | None, Any] = {}
    for row in fact.rows:
        if is_left_out(row):
            continue
        first = seen.setdefault(row.tahun if fact.key not in LASTING else None, row)
        if not is_same(fact.key, first, row):
            yield first, row


def _is_forecast(ctx: Context, row: Any) -> bool:
    """Whether its own words say that the figure is none of what was, in the words that the edition gives."""
    words = " ".join(getattr(row, key, None) or "" for key in ("nama", "catatan", "sumber", "satuan")).casefold()
    return any(word in words for word in ctx.words("kecuali"))


def _pairs(fact: Fact, used: Any) -> Iterator[tuple[Any, Any]]:
    """The used figure with each of the same year."""
    return ((used, row) for row in fact.rows if fact.key in LASTING or row.tahun == used.tahun)


def _without_reason(ctx: Context, fact: Fact, used: Any) -> Iterator[Finding]:
    if any(row.alasan for row in fact.rows):
        return
    other = next((row for first, row in _pairs(fact, used) if not is_same(fact.key, first, row)), None)
    if other is None and used.tahun is not None:
        newer = (row for row in fact.rows if (row.tahun or 0) > used.tahun)
        other = next((row for row in newer if not _is_forecast(ctx, row)), None)
    if other is not None:
        message = (
            f"{fact.title} {told(fact.key, used)} ditandai dipakai tanpa alasan, padahal ada {told(fact.key, other)}"
        )
        related = beside(other, "nilai", "angka lain untuk fakta yang sama")
        hint = "tulis `alasan:` mengapa angka ini yang dipakai"
        yield found(used, "dipakai", message, hint, related=related)


def _out_of_range(key: str, title: str, row: Any, bounds: _Range | None) -> Iterator[Finding]:
    own = measure(key, row) if key else None
    value = own.value if own is not None else row.nilai
    figure = f"{title} {format_number(row.nilai)}" + (f" {row.satuan}" if row.satuan else "")
    hint = "periksa angka, letak koma, dan satuannya pada sumber data"
    if bounds is not None and value < 0 <= bounds.low:
        yield found(row, "nilai", f"{figure} tidak mungkin: angkanya di bawah nol", hint)
    elif bounds is not None and (own is not None or not key) and not bounds.holds(value):
        yield found(row, "nilai", f"{figure} di luar batas yang mungkin: {bounds}", hint)
    elif key in _COUNTS and value != value.to_integral_value() and (own is not None or not row.satuan):
        yield found(row, "nilai", f"{figure} tidak mungkin: harus bilangan bulat", hint)


def _ranges(ctx: Context) -> dict[str, _Range]:
    """The edition's ranges: "0 sampai 100", "di atas 0", "paling sedikit 0"."""
    ranges: dict[str, _Range] = {}
    for key, text in ctx.limits.items():
        numbers = [Decimal(number.replace(",", ".")) for number in _NUMBER.findall(text)]
        if key == "kecuali":
            continue
        if not 1 <= len(numbers) <= 2:
            ctx.unread_limits.add(key)
            continue
        high = numbers[1] if len(numbers) == 2 else None
        ranges[key] = _Range(numbers[0], high, text.strip().casefold().startswith("di atas"))
    return ranges


RULES = (
    two_figures,
    figure_without_source,
    marked_wrongly,
    figure_out_of_range,
    unit_unfit,
    figure_too_new,
)
