"""Family TKS: what was left in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.region.names import fold
from smartplan.rules import tks_names, tks_people
from smartplan.rules.base import Context, found_in, rule
from smartplan.rules.other_regions import SIGNS, Partners, left_in
from smartplan.rules.own_region import own_name
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_PLACEHOLDER: Final = lazy(
    r"\b[Xx]{3,}\b|\bTODO\b|\bTBD\b|"
    r"\[(?i:isi|diisi|nama|tanggal|nomor|lengkapi)\b[^\]]*\](?![(\[])|(?i:lorem ipsum)|\.{5,}|…{2,}|_{4,}|"
    r"<(?i:isi|diisi|nama|tanggal|nomor|lengkapi)\b[^<>\n]*>|\{\{[^{}\n]*\}\}|(?<!\w)\?{3,}|"
    r"\((?i:diisi (?:oleh )?(?:opd|operator|tim|kemudian|nanti)|(?:belum|akan) diisi|lengkapi|"
    r"nama (?:daerah|kabupaten|kota|opd|kepala daerah|bupati|wali ?kota))(?: [^()\n]*)?\)|"
    r"\b(?i:tabel|gambar|lampiran|halaman|nomor|bab) (?:xx|x{1,2}\.x{1,2})\b|"
    r"\A\s*(?P<only>\.{3,4}|…|(?i:(?:data )?menyusul|(?:belum|akan) diisi|(?:diisi|dilengkapi) kemudian|n/a)\.?)\s*\Z|"
    r"(?<=\s)(?P<gap>\.{3,4}|…)(?=\s|\Z|[,;)%/])"
)
"""Todo is a village in Manggarai, and brackets before a parenthesis are a link."""
_PLACEHOLDER_SIGNS: Final = (
    "xxx", "todo", "tbd", "[isi", "[diisi", "[nama", "[tanggal", "[nomor", "[lengkapi", "lorem ipsum", "...", "…", "____",
    "<isi", "<diisi", "<nama", "<tanggal", "<nomor", "<lengkapi", "{{", "???", "diisi", "(lengkapi", "(nama ", "menyusul",
    "dilengkapi kemudian", "n/a", " xx", " x.x",
)  # fmt: skip
_UNKNOWN_AFTER: Final = (
    "nomor", "no", "nip", "kabupaten", "kab", "kota", "provinsi", "kecamatan", "kelurahan", "desa", "tahun", "tanggal",
    "bupati", "wali", "walikota", "gubernur", "pemkab", "pemkot", "opd", "sk", "perda", "perbup", "perwali", "uu", "pp",
    "rpjmd", "rpd", "apbd", "rp", "uptd", "rsud", "bumd", "sd", "smp", "sma", "smk", "tpa", "pt", "cv",
)  # fmt: skip
"""Words after which XXX stands for something that was not known yet."""
_OPEN_BEFORE: Final = lazy(
    r"(?:\b(?:nomor|no\.?|tahun|tanggal|bulan|pukul|halaman|sebesar|sebanyak|sejumlah|selama|seluas|setinggi|seharga|rp\.?|"
    r"kabupaten|provinsi|kecamatan|desa|kelurahan|bupati|bernama|yaitu|adalah)|[:=])\s+\Z",
    re.IGNORECASE,
)
"""What waits for the value that the dots stand for."""
_AND_SO_ON: Final = lazy(r"\b(?:lain-lain|lainnya|dll|dsb|dst|seterusnya|sebagainya)\.?,?\s*\Z", re.IGNORECASE)
_COUNTED: Final = lazy(
    r"\b(?:pekan|olahraga|porprov|porda|hari jadi|ulang tahun|dies|kongres|muktamar|konferensi|musyawarah|munas|musabaqah|"
    r"angkatan|kontingen)\b[^.!?\n]{0,60}\Z",
    re.IGNORECASE,
)
"""What is counted in Roman numbers, when XXX follows it in the sentence."""
_SLASH: Final = lazy(
    r"\b(?:(?:Pemerintah(?: Daerah)?|Pemda|Sekretaris Daerah|RPJMD|RPD|Smart City) Kabupaten ?/ ?Kota|"
    r"Bupati ?/ ?Wali ?[Kk]ota|Perbup ?/ ?Perwali?|Pemkab ?/ ?Pemkot)\b(?! (?:se-|se |lain|yang |masing-masing|di [A-Z]))"
)
_SLASHED: Final = ("kabupaten", "bupati", "perbup", "pemkab")
"""What a plan calls its own government; ``kabupaten/kota`` alone is how laws and programmes speak."""
_MANY: Final = lazy(
    r"\b(?:(?:para|setiap|tiap|seluruh|semua|antar|antara|sejumlah|beberapa)|"
    r"(?:provinsi|pusat|gubernur|menteri)(?:,|,? (?:dan|atau|serta|maupun|dengan)(?: para)?)?)\s+\Z",
    re.IGNORECASE,
)
"""What stands before it when the governments of many regions are meant."""
_SKPD: Final = lazy(
    r"(?<![\w-])(?<!DPA )(?<!RKA )(?<!PPK )(?:SKPD|skpd|(?i:satuan kerja perangkat daerah))\b(?! (?:lama|terdahulu)\b)"
)
"""DPA-SKPD and the like are the names of forms."""


@rule("TKS001", "teks-isian-tertinggal", owner="diskominfo")
def placeholder_left(ctx: Context) -> Iterator[Finding]:
    """Teks isian sementara tertinggal.

    Mengapa: XXX atau [isi nama] yang tercetak membuat buku tampak belum selesai.
    Perbaiki: Tulis isi yang sebenarnya, atau kosongkan isiannya sampai isinya diketahui.
    Salah: |
      rpjmd: {nama: RPJMD XXX}
    Benar: {}
    """
    for text in ctx.index.texts.holding(_PLACEHOLDER_SIGNS):
        match = next(
            (one for one in _PLACEHOLDER.finditer(text.text) if not (_is_meant(one) or _is_in_address(one))), None
        )
        if match is not None:
            message = f'teks isian sementara tertinggal: "{match.group().strip()}"'
            hint = "ganti dengan isi sebenarnya, atau kosongkan isian ini"
            yield found_in(ctx, text, match.group().strip(), message, hint)


@rule("TKS002", "nama-daerah-lain", needs="wilayah.nama", owner="diskominfo")
def other_region(ctx: Context) -> Iterator[Finding]:
    """Nama daerah lain tertinggal dari salinan.

    Mengapa: nama daerah lain dalam naskah membuktikan bahwa rencana disalin.
    Perbaiki: Ganti dengan nama daerah ini; bila daerah lain itu memang dimaksud, tulis hubungannya, misalnya belajar dari atau berbatasan dengan, atau daftarkan namanya di wilayah.daerah_lain.
    Salah: |
      rpjmd: {nama: RPJMD Kabupaten Badung}
    Benar: |
      rpjmd: {nama: RPJMD Kabupaten Tirta}
    """
    own = ctx.rencana.wilayah
    if own is None or not own.nama:
        return
    profil = ctx.rencana.profil
    places = [*((profil.daftar_kecamatan if profil else None) or ()), *((own.ibu_kota,) if own.ibu_kota else ())]
    common = frozenset(fold(name) for name in ctx.limits.get("nama_umum", "").split(","))
    partners = Partners.of(ctx.words("mitra_sebelum"), ctx.words("mitra_sesudah"))
    for text in ctx.index.texts.holding(SIGNS):
        left = left_in(text, own, places, common, partners)
        if left is not None:
            hint = f"ganti dengan {own.nama}; bila memang dimaksud, jelaskan hubungannya dalam kalimat itu atau daftarkan di wilayah.daerah_lain"
            yield found_in(ctx, text, left.words, f"nama daerah lain tertinggal: {left.region.name}", hint)


@rule("TKS003", "garis-miring-jenis-daerah", owner="diskominfo")
def slash_left(ctx: Context) -> Iterator[Finding]:
    """Sebutan jenis daerah masih memakai garis miring.

    Mengapa: sebutan bergaris miring menandakan teks contoh yang belum disesuaikan.
    Perbaiki: Tulis sebutan daerah ini saja, kabupaten atau kota, Bupati atau Wali Kota.
    Salah: |
      rpjmd: {nama: RPJMD Kabupaten/Kota}
    Benar: {}
    """
    own = ctx.rencana.wilayah
    if own is not None and own.jenis == "provinsi":
        return  # there the words mean the regions of the province
    short = re.escape(re.sub(r"^(?:Kabupaten|Kota)\s+", "", own.nama)) if own is not None and own.nama else ""
    before_name = re.compile(rf"\bKabupaten ?/ ?Kota(?= {short}\b)") if short else None
    for text in ctx.index.texts.holding(tuple(f"{word}{blank}/" for word in _SLASHED for blank in ("", " "))):
        if text.is_quoted or text.part.path.startswith("rpjmd.program"):
            continue
        match = next((one for one in _SLASH.finditer(text.text) if not _is_about_many(one)), None)
        if match is None and before_name is not None:
            match = before_name.search(text.text)
        if match is not None:
            message = f'sebutan bergaris miring tertinggal: "{match.group()}"'
            new = _own_words(match.group(), own.jenis if own is not None else None)
            yield found_in(ctx, text, match.group(), message, f"tulis {new or 'sebutan daerah ini saja'}", new)


@rule("TKS004", "istilah-skpd", owner="diskominfo")
def old_term(ctx: Context) -> Iterator[Finding]:
    """Istilah SKPD masih dipakai.

    Mengapa: istilah resminya perangkat daerah (OPD) sejak UU 23 Tahun 2014.
    Perbaiki: Tulis OPD atau perangkat daerah; nama formulir seperti DPA-SKPD boleh tetap.
    Salah: |
      rpjmd: {nama: RPJMD untuk seluruh SKPD}
    Benar: {}
    """
    for text, match in ctx.index.texts.matching(_SKPD, ("skpd", "satuan kerja")):
        if text.is_quoted or text.key == "tentang":
            continue
        hint = "tulis OPD atau perangkat daerah"
        new = "OPD" if match.group().isupper() or " " not in match.group() else "perangkat daerah"
        yield found_in(ctx, text, match.group(), f'istilah lama tertinggal: "{match.group()}"', hint, new)


@rule("TKS012", "jenis-daerah-sendiri-keliru", needs="wilayah.nama", owner="diskominfo")
def own_kind_wrong(ctx: Context) -> Iterator[Finding]:
    """Daerah sendiri disebut dengan jenis yang keliru.

    Mengapa: "Kota" di depan nama kabupaten, atau "Bupati" di depan nama kota, menandakan teks salinan.
    Perbaiki: Tulis jenis daerah yang benar; ibu kota disebut dengan namanya sendiri.
    Salah: |
      naskah: {maksud: "Pemerintah Kota Tirta menetapkan rencana ini."}
    Benar: |
      naskah: {maksud: "Pemerintah Kabupaten Tirta menetapkan rencana ini."}
    """
    own, profil = ctx.rencana.wilayah, ctx.rencana.profil
    name = own_name(own, (profil.daftar_kecamatan if profil else None) or ()) if own is not None else None
    if name is None:
        return
    for text in ctx.index.texts.holding(name.signs):
        if text.is_quoted or text.part.path.startswith("pejabat.sebelumnya"):
            continue
        wrong = next(name.wrong_in(text.text), None)
        if wrong is not None:
            message = f'daerah sendiri disebut dengan jenis yang keliru: "{wrong.words}"'
            yield found_in(ctx, text, wrong.words, message, f"tulis {wrong.right}", wrong.right)


def _is_in_address(match: re.Match[str]) -> bool:
    """Whether ``xxx`` stands in an address of the web, which may hold any letters."""
    if match.group().lower().strip("x"):
        return False
    before, behind = match.string[: match.start()], match.string[match.end() :]
    word = (before.split() if before and not before[-1].isspace() else [""])[-1]
    return "://" in word + match.group() + re.split(r"\s", behind, maxsplit=1)[0]


def _is_meant(match: re.Match[str]) -> bool:
    """Whether what looks like a gap is none: a Roman number, a pause, the end of a list that goes on."""
    if match["gap"]:
        return _OPEN_BEFORE.search(match.string, 0, match.start()) is None
    if match.group().startswith((".", "…")) and not match["only"]:
        return _AND_SO_ON.search(match.string, 0, match.start()) is not None
    return _is_thirty(match)


def _is_thirty(match: re.Match[str]) -> bool:
    """Whether XXX is a Roman number, as in ``PON XXX`` or ``ke-XXX``: it follows what is counted so."""
    if match.group() != "XXX":
        return False
    before = match.string[: match.start()]
    word = before.split()[-1] if before.strip() else ""
    plain = word.lower().rstrip(".")
    if plain in _UNKNOWN_AFTER:
        return False
    is_acronym = len(word) > 1 and word.isalpha() and word.isupper()
    return plain in ("ke", "ke-") or is_acronym or _COUNTED.search(before) is not None


def _own_words(words: str, kind: str | None) -> str | None:
    """``Pemerintah Kabupaten/Kota`` -> ``Pemerintah Kota`` in a city; None when the kind is not known."""
    if kind not in ("kabupaten", "kota"):
        return None
    before, _, behind = words.partition("/")
    if before.strip().endswith("Bupati"):
        return "Bupati" if kind == "kabupaten" else "Wali Kota"
    if before.startswith(("Pem", "Per")) and " " not in before.strip():
        return before.strip() if kind == "kabupaten" else behind.strip()
    return before.strip() if kind == "kabupaten" else before.strip().removesuffix("Kabupaten") + behind.strip()


def _is_about_many(match: re.Match[str]) -> bool:
    return _MANY.search(match.string, 0, match.start()) is not None


RULES = (placeholder_left, other_region, slash_left, old_term, *tks_people.RULES, *tks_names.RULES, own_kind_wrong)
