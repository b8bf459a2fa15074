"""Family TXT: what was left in the text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from smartplan.region import all_regions
from smartplan.region.names import fold
from smartplan.rules.base import Context, found_in, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding
    from smartplan.region import Region
    from smartplan.rules.texts import Text

_PLACEHOLDER: Final = re.compile(
    r"\bX{3,}\b|\bTODO\b|\bTBD\b|\[(?:isi|diisi|nama|tanggal|nomor|lengkapi)\b[^\]]*\]|lorem ipsum|\.{5,}|_{4,}",
    re.IGNORECASE,
)
_PLACEHOLDER_SIGNS: Final = (
    "xxx", "todo", "tbd", "[isi", "[diisi", "[nama", "[tanggal", "[nomor", "[lengkapi", "lorem ipsum", ".....", "____",
)  # fmt: skip
_OFFICIAL_NAMES: Final = ("jadwal", "dasar_hukum", "daftar_pustaka", "kelembagaan.nota_kesepakatan")
"""Where names of meetings, acts and works stand, which are quoted as they are."""
_SLASH: Final = re.compile(r"\bKabupaten ?/ ?Kota\b|\bBupati ?/ ?Wali ?Kota\b", re.IGNORECASE)
_SKPD: Final = re.compile(r"\bSKPD\b")
_REGION: Final = re.compile(r"\b(?:Kabupaten|Kab\.|Kota) (?:[A-Z][\w'-]*)(?: [A-Z][\w'-]*){0,3}")
_MENTIONED: Final = re.compile(
    r"batas|tetangga|seperti|sebagaimana|studi|belajar|banding|contoh|kerja sama|bekerja sama|bermitra|bersama|antar|"
    r"rujukan|meniru|mengikuti|asal|menuju|ke arah|dari dan ke",
    re.IGNORECASE,
)
"""Words that show that another region is named on purpose."""
_FREE_PARTS: Final = ("profil", "daftar_pustaka", "arsip", "evaluasi", "ulasan", "pengecualian")
_FREE_KEYS: Final = ("sumber", "mitra", "bukti", "catatan", "alasan", "berkas", "url", "tempat", "pihak_terlibat")


@rule("TXT001", "teks-isian-tertinggal", owner="diskominfo")
def placeholder_left(ctx: Context) -> Iterator[Finding]:
    """Teks isian sementara tertinggal.

    Mengapa: XXX atau [isi nama] yang tercetak membuat buku tampak belum selesai.
    Salah: |
      rpjmd: {nama: RPJMD XXX}
    Benar: {}
    """
    for text, match in ctx.index.texts.matching(_PLACEHOLDER, _PLACEHOLDER_SIGNS):
        message = f'teks isian sementara tertinggal: "{match.group()}"'
        yield found_in(ctx, text, match.group(), message, "ganti dengan isi sebenarnya, atau kosongkan isian ini")


@rule("TXT002", "nama-daerah-lain", needs="wilayah.nama", owner="diskominfo")
def other_region(ctx: Context) -> Iterator[Finding]:
    """Nama daerah lain tertinggal dari salinan.

    Mengapa: nama daerah lain dalam naskah membuktikan bahwa rencana disalin.
    Salah: |
      rpjmd: {nama: RPJMD Kabupaten Badung}
    Benar: |
      rpjmd: {nama: RPJMD Kabupaten Tirta}
    """
    own = ctx.rencana.wilayah
    if own is None or not own.nama:
        return
    for text in ctx.index.texts.holding(("kabupaten ", "kab. ", "kota ")):
        if _is_free(text):
            continue
        for match in _REGION.finditer(text.text):
            if fold(match.group()).startswith(fold(own.nama)):
                continue
            region = _region_in(match.group())
            if region is None or _is_own(region, own.nama, own.kode) or _is_mentioned(text.text, match.start()):
                continue
            hint = f"ganti dengan {own.nama}; bila memang dimaksud, jelaskan hubungannya dalam kalimat itu"
            yield found_in(ctx, text, match.group(), f"nama daerah lain tertinggal: {region.name}", hint)
            break


@rule("TXT003", "garis-miring-jenis-daerah", owner="diskominfo")
def slash_left(ctx: Context) -> Iterator[Finding]:
    """Sebutan jenis daerah masih memakai garis miring.

    Mengapa: sebutan bergaris miring menandakan teks contoh yang belum disesuaikan.
    Salah: |
      rpjmd: {nama: RPJMD Kabupaten/Kota}
    Benar: {}
    """
    for text, match in ctx.index.texts.matching(_SLASH, ("kabupaten/", "kabupaten /", "bupati/", "bupati /")):
        if text.key == "sumber" or text.part.path.startswith(_OFFICIAL_NAMES):
            continue
        message = f'sebutan bergaris miring tertinggal: "{match.group()}"'
        yield found_in(ctx, text, match.group(), message, "tulis sebutan daerah ini saja")


@rule("TXT004", "istilah-skpd", owner="diskominfo")
def old_term(ctx: Context) -> Iterator[Finding]:
    """Istilah SKPD masih dipakai.

    Mengapa: istilah resminya perangkat daerah (OPD) sejak UU 23 Tahun 2014.
    Salah: |
      rpjmd: {nama: RPJMD untuk seluruh SKPD}
    Benar: {}
    """
    for text, match in ctx.index.texts.matching(_SKPD, ("skpd",)):
        yield found_in(ctx, text, match.group(), 'istilah lama tertinggal: "SKPD"', "tulis OPD atau perangkat daerah")


def _is_free(text: Text) -> bool:
    """Whether other regions may stand here: sources, partners, works, figures beside others."""
    return text.key in _FREE_KEYS or text.part.path.startswith(_FREE_PARTS) or ".mitra[" in text.part.path


def _is_own(region: Region, name: str, code: str | None) -> bool:
    """The region of the plan, one of the same short name, or a regency of the province that the plan is for."""
    if fold(region.name) == fold(name) or fold(name).endswith(fold(region.short)):
        return True
    return bool(code) and region.province_code == code


def _is_mentioned(text: str, start: int) -> bool:
    begin = max(text.rfind(mark, 0, start) for mark in ".!?\n")
    return _MENTIONED.search(text, begin + 1, start) is not None


def _region_in(words: str) -> Region | None:
    """The region with the longest name that ``words`` begin with."""
    parts = words.replace("Kab. ", "Kabupaten ").split()
    for length in range(len(parts), 1, -1):
        region = _by_name().get(fold(" ".join(parts[:length])))
        if region is not None:
            return region
    return None


@cache
def _by_name() -> dict[str, Region]:
    return {fold(region.name): region for region in all_regions()}


RULES = (placeholder_left, other_region, slash_left, old_term)
