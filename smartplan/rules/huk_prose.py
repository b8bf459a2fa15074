"""Family HUK: acts that the texts cite, and acts whose time is over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.rules.base import Context, found, found_in, rule
from smartplan.rules.law_match import (
    act_name,
    kind_names,
    number_of,
    rank_of,
    spelled_out,
    title_list,
    without_period,
)
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.edition import Hukum
    from smartplan.findings import Finding
    from smartplan.rules.citations import Citation

_OF_PAST: Final = lazy(
    r"\b(?:dicabut|mencabut|pencabutan|diganti(?:kan)?|menggantikan|pengganti|tidak (?:lagi )?berlaku|semula|dahulu|dulu|"
    r"sebelumnya|lama)\b",
    re.IGNORECASE,
)
"""Words that show that an act is named because it is over."""
_CHANGED_BY: Final = lazy(r"\b(?:diubah|perubahan\w*|dicabut|diganti\w*)\b[^.;]*\Z", re.IGNORECASE)
_OF_FUTURE: Final = lazy(
    r"\b(?:akan|direncanakan|rencananya|rancangan|ra[np]\w*perda|menunggu|paling lambat|(?:sedang|tengah|masih|belum) di\w+|"
    r"rencana (?:penetapan|perubahan|peraturan|perda|perbup|perwali))\b",
    re.IGNORECASE,
)
_PERIOD: Final = lazy(r"(?<!\d)(?:19|20)\d\d\s?[-–]\s?(?P<end>(?:19|20)\d\d)(?!\d)|Tahun Anggaran (?P<only>20\d\d)")
_FEWEST_TITLE_WORDS: Final = 2
_BEGINNING: Final = 3
_SAME_SHARE: Final = 0.5
_COMPARED: Final = 8
"""Words of a long title that are compared."""


@rule("HUK007", "kutipan-peraturan-tidak-cocok", owner="diskominfo")
def citation_misquoted(ctx: Context) -> Iterator[Finding]:
    """Nomor, tahun, atau judul peraturan yang dikutip dalam teks tidak bertemu.

    Mengapa: kutipan yang keliru menyesatkan pembaca yang mencari naskahnya.
    Perbaiki: Samakan jenis, nomor, tahun, dan judulnya dengan naskah resmi.
    Salah: |
      naskah: {maksud: "Rencana ini mengikuti Perpres Nomor 95 Tahun 2018 tentang Satu Data Indonesia."}
    Benar: |
      naskah: {maksud: "Rencana ini mengikuti Perpres Nomor 39 Tahun 2019 tentang Satu Data Indonesia."}
    """
    for cited in ctx.index.citations:
        register = ctx.index.law
        if register is None or not cited.tentang or cited.tahun is None:
            continue
        act = _act_of(ctx, cited)
        if act is not None:
            if _has_other_title(cited, act):
                message = f'{act_name(act)} adalah tentang "{act.tentang}"'
                yield found_in(ctx, cited.text, cited.words, message, "perbaiki nomor dan tahunnya, atau judulnya")
            continue
        meant = _meant_by(ctx, cited)
        if meant is not None:
            message = f'"{cited.words}" tidak bertemu dengan judulnya, yang milik {act_name(meant)}'
            yield found_in(ctx, cited.text, cited.words, message, f"tulis {act_name(meant)}, atau perbaiki judulnya")


@rule("HUK008", "kutipan-peraturan-dicabut", owner="diskominfo")
def citation_repealed(ctx: Context) -> Iterator[Finding]:
    """Teks mengutip peraturan yang sudah dicabut.

    Mengapa: kewenangan dan kewajiban yang bersandar pada peraturan lama dapat sudah berubah.
    Perbaiki: Ganti dengan peraturan penggantinya, atau tulis bahwa peraturan itu sudah dicabut.
    Salah: |
      naskah: {maksud: "Kawasan ditata menurut PP Nomor 34 Tahun 2009."}
    Benar: |
      naskah: {maksud: "Kawasan ditata menurut PP Nomor 59 Tahun 2022."}
    """
    told: set[tuple[int, str, str, int | None]] = set()
    for cited in ctx.index.citations:
        act = _act_of(ctx, cited)
        if act is None or act.status != "dicabut" or _OF_PAST.search(cited.before + cited.behind):
            continue
        place = (id(cited.text), act.jenis or "", cited.nomor, cited.tahun)
        if place in told:
            continue
        told.add(place)
        successor = act.pengganti
        hint = f"ganti dengan {act_name(successor)}" if successor is not None else "ganti, atau hapus kutipannya"
        yield found_in(ctx, cited.text, cited.words, f"{act_name(act)} tidak berlaku lagi", hint)


@rule("HUK009", "tahun-kutipan-bukan-empat-angka", owner="diskominfo")
def citation_year(ctx: Context) -> Iterator[Finding]:
    """Tahun peraturan dalam teks tidak terdiri atas empat angka.

    Mengapa: "Perda 8/220" pernah terbit dalam tabel yang diserahkan.
    Perbaiki: Tulis tahunnya lengkap dengan empat angka.
    Salah: |
      naskah: {maksud: "Kawasan ditata menurut Perda 8/220."}
    Benar: |
      naskah: {maksud: "Kawasan ditata menurut rencana tata ruang."}
    """
    for cited in ctx.index.citations:
        if cited.tahun is None:
            message = f'tahun peraturan tidak terdiri atas empat angka: "{cited.words}"'
            yield found_in(ctx, cited.text, cited.words, message, "tulis tahunnya dengan empat angka")


@rule("HUK010", "kutipan-di-luar-dasar-hukum", needs="dasar_hukum", owner="diskominfo")
def citation_not_listed(ctx: Context) -> Iterator[Finding]:
    """Teks mengutip peraturan yang tidak ada dalam dasar hukum.

    Mengapa: peraturan yang dijadikan sandaran dalam naskah patut tercantum pada daftar dasar hukum.
    Perbaiki: Tambahkan ke `dasar_hukum`, atau hapus kutipannya bila tidak dijadikan sandaran.
    Salah: |
      naskah: {maksud: "Kerja sama mengikuti PP Nomor 28 Tahun 2018."}
      dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}]
    Benar: |
      naskah: {maksud: "Kerja sama mengikuti PP Nomor 28 Tahun 2018."}
      dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}, {jenis: PP, nomor: 28, tahun: 2018, tentang: Kerja Sama Daerah}]
    """
    if not ctx.index.is_whole("dasar_hukum"):
        return
    house = ctx.rencana.kelembagaan
    own = house.peraturan if house is not None else None
    rows = [*(ctx.rencana.dasar_hukum or ()), *((own,) if own is not None else ())]
    listed = {(rank_of(ctx, row.jenis), number_of(row), row.tahun) for row in rows}
    for cited in ctx.index.citations:
        rank = rank_of(ctx, cited.jenis)
        place = (rank, cited.nomor, cited.tahun)
        if rank is None or cited.tahun is None or place in listed or (None, *place[1:]) in listed:
            continue
        listed.add(place)
        around = cited.before + cited.behind
        if (
            _CHANGED_BY.search(cited.before)
            or _OF_PAST.search(around)
            or _is_to_come(ctx, cited)
            or _is_told_otherwise(ctx, cited)
        ):
            continue
        message = f'"{cited.words}" dikutip, tetapi tidak ada dalam dasar hukum'
        yield found_in(ctx, cited.text, cited.words, message, "tambahkan ke `dasar_hukum`, atau hapus kutipannya")


@rule("HUK011", "peraturan-di-luar-waktunya", owner="diskominfo")
def law_out_of_time(ctx: Context) -> Iterator[Finding]:
    """Peraturan lebih baru daripada dokumen, atau mengatur periode yang sudah lewat.

    Mengapa: peraturan yang belum terbit tidak dapat dikutip, dan yang periodenya lewat tidak lagi menjadi dasar.
    Perbaiki: Ganti dengan peraturan untuk periode yang berjalan, atau perbaiki tahunnya.
    Salah: |
      dasar_hukum: [{jenis: Perda, nomor: 4, tahun: 2017, tentang: RPJMD Kabupaten Tirta Tahun 2017-2022}]
    Benar: |
      dasar_hukum: [{jenis: Perda, nomor: 4, tahun: 2025, tentang: RPJMD Kabupaten Tirta Tahun 2025-2029}]
    """
    limit = ctx.index.document_year
    if limit is None:
        return
    for row in ctx.rencana.dasar_hukum or ():
        match = _PERIOD.search(row.tentang or "")
        end = int(match["end"] or match["only"]) if match is not None else limit
        if end < limit:
            message = f"{act_name(row)} mengatur periode sampai {end}, dokumen ini bertahun {limit}"
            hint = "ganti dengan peraturan untuk periode yang berjalan, atau hapus dari daftar"
            yield found(row, "tentang", message, hint)
    for cited in ctx.index.citations:
        if cited.tahun is not None and cited.tahun > limit and not _is_to_come(ctx, cited):
            message = f'"{cited.words}" belum ada pada tahun dokumen, {limit}'
            yield found_in(ctx, cited.text, cited.words, message, "periksa tahun peraturannya, atau tahun dokumen")


def _act_of(ctx: Context, cited: Citation) -> Hukum | None:
    """What the register says of an act of the very kind."""
    register = ctx.index.law
    if register is None or cited.tahun is None:
        return None
    return register.find(kind_names(ctx, cited.jenis, rank_of(ctx, cited.jenis)), cited.nomor, cited.tahun)


def _is_told_otherwise(ctx: Context, cited: Citation) -> bool:
    """Whether it is to be mended anyhow: too new, repealed, or not the act that its title names."""
    act, limit = _act_of(ctx, cited), ctx.index.document_year
    if limit is not None and cited.tahun is not None and cited.tahun > limit:
        return True
    return (act is not None and act.status == "dicabut") or _meant_by(ctx, cited) is not None


def _is_to_come(ctx: Context, cited: Citation) -> bool:
    """Whether the sentence speaks of an act that is still to be made."""
    limit = ctx.index.document_year
    is_newer = cited.tahun is not None and limit is not None and cited.tahun > limit
    return is_newer and _OF_FUTURE.search(cited.before + cited.behind) is not None


def _has_other_title(cited: Citation, act: Hukum) -> bool:
    """Whether the words behind ``tentang`` are not the title of ``act``; an acronym for it says nothing."""
    written = (cited.tentang or "").split()
    wanted = title_list(act.tentang)
    if not written or not wanted or not written[0][0].isupper():
        return False  # what it is about, in words of the writer
    if written[0].strip(",").isupper() and len(written[0]) > _FEWEST_TITLE_WORDS:
        return False
    heard = title_list(cited.tentang)
    if sum(word in wanted for word in heard[:_BEGINNING]) >= min(_FEWEST_TITLE_WORDS, len(wanted)):
        return False  # the title, or a part of it
    compared = wanted[:_COMPARED]
    heard = heard[: len(compared) + _FEWEST_TITLE_WORDS]
    return sum(word in heard for word in compared) < _SAME_SHARE * len(compared)


def _meant_by(ctx: Context, cited: Citation) -> Hukum | None:
    """The act whose title a citation has, when it is unknown and but one of kind, number and year is another."""
    register = ctx.index.law
    if register is None or not cited.tentang or cited.tahun is None or _act_of(ctx, cited) is not None:
        return None
    return next((act for act in register.hukum or () if _is_one_off(ctx, cited, act)), None)


def _is_one_off(ctx: Context, cited: Citation, act: Hukum) -> bool:
    """Whether ``act`` has the title, and but one of kind, number and year is another."""
    wanted = without_period(title_list(act.tentang))
    words = re.findall(r"\w+|[^\w\s]", cited.tentang or "")
    spoken = spelled_out([word for word in words if word.lower() not in ("dan", "atau")], wanted)
    if len(wanted) < _FEWEST_TITLE_WORDS or [word.lower() for word in spoken[: len(wanted)]] != wanted:
        return False
    behind = spoken[len(wanted)] if len(spoken) > len(wanted) else ""
    if behind[:1].isupper() and behind.lower() != "tahun":
        return False  # the title goes on
    same_kind = rank_of(ctx, cited.jenis) == rank_of(ctx, act.jenis)
    return same_kind + (cited.nomor == act.nomor) + (cited.tahun == act.tahun) == 2


RULES = (citation_misquoted, citation_repealed, citation_year, citation_not_listed, law_out_of_time)
