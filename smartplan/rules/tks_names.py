"""Family TKS: acronyms nobody wrote out, works nobody listed, numbers that two notations tell apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.rules.acronyms import unexplained
from smartplan.rules.base import Context, found_in, rule
from smartplan.rules.works import UNKNOWN, listed_works, named_works
from smartplan.wording import terbilang
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_NUMBER_WORD: Final = (
    r"(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu|puluh|belas|ratus|ribu|"
    r"juta|miliar|milyar|triliun)"
)
_IN_WORDS: Final = rf"{_NUMBER_WORD}(?:\s*{_NUMBER_WORD})*"
_FIGURE: Final = r"\d{1,3}(?:\.\d{3})+|\d+"
_BOTH: Final = lazy(
    rf"(?<![\d.,])(?P<figure>{_FIGURE})\s*\(\s*(?P<words>{_IN_WORDS})(?:\s+rupiah)?\s*\)|"
    rf"\b(?P<words_first>{_IN_WORDS})\s*\(\s*(?P<figure_behind>{_FIGURE})\s*\)",
    re.IGNORECASE,
)
_MOST: Final = 10**15
"""Nobody writes larger numbers in words."""
_YEAR: Final = lazy(r"(?:19|20)\d\d\Z")
_BOTH_SIGNS: Final = lazy(r"\((?=\s*(?:\d|nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|se[prb]))")


@rule("TKS006", "singkatan-tanpa-kepanjangan", owner="diskominfo")
def acronym_unexplained(ctx: Context) -> Iterator[Finding]:
    """Singkatan berulang kali dipakai, tetapi kepanjangannya tidak pernah ditulis.

    Mengapa: anggota Dewan, warga, dan penilai dari kementerian tidak mengenal singkatan setempat.
    Perbaiki: Tulis kepanjangannya pada pemakaian pertama, dengan singkatannya dalam kurung.
    Salah: |
      naskah: {maksud: "SIRATA dipakai semua kantor. Data SIRATA dibuka. Warga mengenal SIRATA."}
    Benar: |
      naskah: {maksud: "Sistem Rapat Tirta (SIRATA) dipakai semua kantor. Data SIRATA dibuka. Warga mengenal SIRATA."}
    """
    known = {word.strip() for word in ctx.limits.get("umum", "").split(",")}
    for office in ctx.rencana.perangkat_daerah or ():
        known.update(word for name in (office.singkatan, office.id) if name for word in name.upper().split("-"))
        known.add((office.singkatan or "").strip())
    fewest = int(ctx.limit("paling_sedikit", 3))
    for acronym in unexplained(ctx.index.texts, known, fewest):
        message = f"singkatan {acronym.word} dipakai {acronym.times} kali, kepanjangannya tidak pernah ditulis"
        hint = f"di sini tulis kepanjangannya, lalu ({acronym.word}) dalam kurung"
        yield found_in(ctx, acronym.first, acronym.word, message, hint)


@rule("TKS007", "dokumen-tidak-terdaftar", needs="daftar_pustaka", owner="bappeda")
def work_not_listed(ctx: Context) -> Iterator[Finding]:
    """Dokumen bertahun disebut dalam teks, tetapi tidak ada dalam daftar pustaka.

    Mengapa: pembaca yang hendak memeriksa suatu kutipan mencari dokumennya dalam daftar pustaka.
    Perbaiki: Tambahkan dokumen itu ke `daftar_pustaka`, atau peraturannya ke `dasar_hukum`.
    Salah: |
      naskah: {maksud: "Rencana ini mengikuti arah RIPPARDA 2020-2030."}
      daftar_pustaka: [{penulis: Rekaan, tahun: 2024, judul: Kabupaten Tirta dalam Angka}]
    Benar: |
      naskah: {maksud: "Rencana ini mengikuti arah RIPPARDA 2020-2030."}
      daftar_pustaka: [{penulis: Rekaan, tahun: 2020, judul: Rencana Induk Pembangunan Kepariwisataan Daerah (RIPPARDA) 2020-2030}]
    """
    if not ctx.index.is_whole("daftar_pustaka", "dasar_hukum"):
        return
    told: set[tuple[str, int]] = set()
    listed: set[tuple[str, int]] | None = None
    for text, words, kind, year in named_works(ctx):
        listed = listed_works(ctx) if listed is None else listed
        if (kind, year) in told or (kind, year) in listed or (kind, UNKNOWN) in listed:
            continue
        told.add((kind, year))
        message = f'dokumen "{words}" disebut, tetapi tidak ada dalam daftar pustaka'
        yield found_in(ctx, text, words, message, "tambahkan ke `daftar_pustaka`, atau perbaiki tahun yang disebut")


@rule("TKS008", "angka-dan-kata-berbeda", owner="diskominfo")
def number_and_word(ctx: Context) -> Iterator[Finding]:
    """Angka dan bilangan dalam kata di sampingnya tidak sama.

    Mengapa: salah satunya keliru, dan pembaca tidak dapat mengetahui yang mana.
    Perbaiki: Samakan keduanya, atau tulis salah satu saja.
    Salah: |
      naskah: {maksud: "Rencana ini memuat tiga (4) tujuan."}
    Benar: |
      naskah: {maksud: "Rencana ini memuat tiga (3) tujuan."}
    """
    for text in ctx.index.texts.where(_BOTH_SIGNS):
        if text.is_quoted or text.part.path.startswith("ulasan"):
            continue
        for match in _BOTH.finditer(text.text):
            figure = match["figure"] or match["figure_behind"]
            words = _plain(match["words"] or match["words_first"])
            number = int(figure.replace(".", ""))
            if not words or number >= _MOST or words == terbilang(number):
                continue
            if match["figure_behind"] and _YEAR.match(figure) and not words.startswith(("dua ribu", "seribu")):
                continue  # a step and its year
            if words.isspace() or not _is_number(words):
                continue
            message = f'angka dan katanya tidak sama: "{" ".join(match.group().split())}"'
            yield found_in(
                ctx, text, match.group(), message, f"{figure} dalam kata: {terbilang(number)}; samakan keduanya"
            )


def _plain(words: str) -> str:
    """Words as ``terbilang`` writes them."""
    text = re.sub(
        r"(?<=[a-z])(?=(?:belas|puluh|ratus|ribu|juta)\b)(?<!se)", " ", words.lower().replace("milyar", "miliar")
    )
    text = " ".join(text.split())
    for wrong, right in (("satu ratus", "seratus"), ("satu puluh", "sepuluh"), ("satu belas", "sebelas")):
        text = re.sub(rf"(?<!puluh ){wrong}", right, text)
    return re.sub(r"^satu ribu", "seribu", text)


def _is_number(words: str) -> bool:
    """Whether the words are one number, not several beside each other, as in ``dua tiga``."""
    units = words.split()
    return units[0] not in ("puluh", "belas", "ratus", "ribu", "juta", "miliar", "triliun")


RULES = (acronym_unexplained, work_not_listed, number_and_word)
