"""Family LMB: council, team, commitment and officials; letters have a module of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smartplan.rules.base import Context, beside, found, rule
from smartplan.rules.lmb_letters import LETTER_RULES
from smartplan.rules.mends import rewritten
from smartplan.rules.own_region import own_name
from smartplan.rules.people import name_words
from smartplan.wording import join_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.fields import Bagian
    from smartplan.findings import Finding


@rule("LMB001", "dewan-tanpa-unsur-luar", needs="kelembagaan.dewan.anggota[*].unsur", owner="diskominfo")
def council_lacks_group(ctx: Context) -> Iterator[Finding]:
    """Dewan Smart City belum memuat akademisi, dunia usaha, atau masyarakat.

    Mengapa: ketiga unsur itu diminta hadir sungguh-sungguh, bukan hanya pemerintah.
    Perbaiki: tambahkan anggota Dewan dari unsur yang disebut, lengkap dengan `unsur:`-nya.
    Salah: |
      kelembagaan: {dewan: {anggota: [{nama: Rekaan Satu, jabatan: Rektor, unsur: akademisi}, {nama: Rekaan Dua, jabatan: Ketua asosiasi, unsur: usaha}]}}
    Benar: |
      kelembagaan: {dewan: {anggota: [{nama: Rekaan Satu, jabatan: Rektor, unsur: akademisi}, {nama: Rekaan Dua, jabatan: Ketua asosiasi, unsur: usaha}, {nama: Rekaan Tiga, jabatan: Bendesa, unsur: adat}]}}
    """
    dewan = ctx.rencana.kelembagaan.dewan if ctx.rencana.kelembagaan else None
    if dewan is None or not dewan.anggota or not ctx.index.is_whole("anggota"):
        return
    present = {member.unsur for member in dewan.anggota}
    if None in present:
        return  # one whose group is not known may be the one that seems to lack
    lacking = [
        [one.strip() for one in group.split("|")]
        for group in ctx.limits.get("unsur", "").split(",")
        if group.strip() and not present & {one.strip() for one in group.split("|")}
    ]
    if lacking:
        listed = join_words([" atau ".join(group) for group in lacking])
        message = f"Dewan Smart City belum memuat unsur {listed}"
        hint = f"tambahkan anggota dengan `unsur: {lacking[0][0]}`"
        yield found(dewan, "anggota", message, hint, span=dewan.key_span("anggota"))


@rule("LMB002", "koordinator-di-luar-tim", needs="kelembagaan.tim_pelaksana.anggota", owner="diskominfo")
def coordinator_outside_team(ctx: Context) -> Iterator[Finding]:
    """Perangkat daerah koordinator dimensi tidak duduk dalam Tim Pelaksana.

    Mengapa: tiap dimensi punya satu OPD koordinator, dan koordinator bekerja dalam Tim Pelaksana.
    Perbaiki: masukkan pejabat OPD koordinator ke dalam Tim Pelaksana, atau tunjuk koordinator dari OPD anggota tim.
    Salah: |
      kelembagaan: {tim_pelaksana: {anggota: [{nama: Rekaan Dua, jabatan: Kepala Dinas, opd: diskominfo}]}}
    Benar: |
      kelembagaan:
        tim_pelaksana:
          anggota:
            - {nama: Rekaan Dua, opd: diskominfo}
            - {nama: Rekaan Tiga, opd: dispar}
            - {nama: Rekaan Empat, opd: dinkop}
            - {nama: Rekaan Lima, opd: dinkes}
            - {nama: Rekaan Enam, opd: disdik}
            - {nama: Rekaan Tujuh, opd: dlh}
    """
    team = ctx.rencana.kelembagaan.tim_pelaksana if ctx.rencana.kelembagaan else None
    offices = {member.opd for member in (team.anggota if team else None) or () if member.opd}
    if not offices or not ctx.index.is_whole("anggota"):
        return
    known = ctx.index.ids["perangkat_daerah"]
    for name, title, dimensi in ctx.index.dimensions:
        if known and dimensi.koordinator not in known:
            continue  # told by itself
        if dimensi.koordinator and dimensi.koordinator not in offices:
            message = f"koordinator {title}, {dimensi.koordinator}, tidak duduk dalam Tim Pelaksana"
            hint = f"tambahkan anggota Tim Pelaksana dengan `opd: {dimensi.koordinator}`, atau ganti koordinatornya"
            yield found(dimensi, "koordinator", message, hint, dimension=name, opd=dimensi.koordinator)


@rule("LMB003", "komitmen-belum-lengkap", needs="kelembagaan.komitmen_bersama.penanda_tangan", owner="diskominfo")
def commitment_incomplete(ctx: Context) -> Iterator[Finding]:
    """Komitmen Bersama belum ditandatangani kepala daerah dan semua kepala perangkat daerah.

    Mengapa: komitmen yang tidak lengkap tidak mengikat OPD yang tidak menandatangani.
    Perbaiki: catat kepala daerah dan tiap kepala OPD yang menandatangani, dengan `opd:` pada tiap barisnya.
    Salah: |
      kelembagaan: {komitmen_bersama: {penanda_tangan: [{nama: Rekaan Satu, jabatan: Bupati Tirta}]}}
    Benar: {}
    """
    kelembagaan = ctx.rencana.kelembagaan
    commitment = kelembagaan.komitmen_bersama if kelembagaan else None
    if commitment is None or not commitment.penanda_tangan:
        return
    signed = {row.opd for row in commitment.penanda_tangan if row.opd}
    names = {name_words(row.nama) for row in commitment.penanda_tangan if row.nama}
    place = commitment.key_span("penanda_tangan")
    head = ctx.rencana.pejabat.kepala_daerah if ctx.rencana.pejabat else None
    is_whole = ctx.index.is_whole("penanda_tangan")
    if head is not None and head.nama and is_whole and name_words(head.nama) not in names:
        message = f"kepala daerah, {head.nama}, belum tercatat menandatangani Komitmen Bersama"
        yield found(commitment, "penanda_tangan", message, "tambahkan sebagai penanda tangan", span=place)
    missing = [opd for opd in ctx.rencana.perangkat_daerah or () if opd.id and opd.id not in signed]
    if missing and is_whole:
        listed = ", ".join(opd.singkatan or opd.id or "" for opd in missing[:6]) + (" ..." if len(missing) > 6 else "")
        hint = "tambahkan penanda tangannya, dengan `opd:` pada tiap baris"
        message = f"{len(missing)} kepala perangkat daerah belum menandatangani Komitmen Bersama: {listed}"
        yield found(commitment, "penanda_tangan", message, hint, span=place)


@rule("LMB007", "masa-jabatan-tidak-cocok", needs="pejabat", owner="diskominfo")
def term_of_office(ctx: Context) -> Iterator[Finding]:
    """Masa jabatan terbalik, atau pejabat tidak menjabat pada tahun dokumen.

    Mengapa: dokumen ditandatangani pejabat yang menjabat pada saat itu.
    Perbaiki: betulkan tahun mulai dan selesai, atau ganti pejabatnya dan pindahkan yang lama ke `sebelumnya`.
    Salah: |
      pejabat: {kepala_daerah: {nama: Rekaan Satu, mulai: 2019, selesai: 2024}}
    Benar: |
      pejabat: {kepala_daerah: {nama: Rekaan Satu, mulai: 2019, selesai: 2025}}
    """
    rencana, officials = ctx.rencana, ctx.rencana.pejabat
    if officials is None:
        return
    year, of, key = _year_of_document(ctx)
    holders = (officials.kepala_daerah, officials.wakil_kepala_daerah, officials.sekretaris_daerah, officials.ketua_tim)
    for holder in (*holders, *(officials.sebelumnya or ())):
        if holder is None:
            continue
        name, first, last = holder.nama or "pejabat ini", holder.mulai, holder.selesai
        if first is not None and last is not None and last < first:
            message = f"masa jabatan {name} selesai {last}, sebelum mulai {first}"
            related = beside(holder, "mulai", "tahun mulai")
            yield found(holder, "selesai", message, "periksa kedua tahunnya", related=related)
        elif holder in holders and year is not None and last is not None and last < year:
            message = f"masa jabatan {name} selesai {last}, sebelum {of} ({year})"
            hint = "tulis pejabat yang sekarang, dan pindahkan yang lama ke `sebelumnya`"
            yield found(holder, "selesai", message, hint, related=beside(rencana, key, of))
        elif holder in holders and year is not None and key != "periode" and first is not None and first > year:
            message = f"masa jabatan {name} mulai {first}, sesudah {of} ({year})"
            hint = "tulis pejabat yang menandatangani dokumen, atau perbarui tanggal dokumen"
            yield found(holder, "mulai", message, hint, related=beside(rencana, key, of))


@rule("LMB009", "sebutan-jenis-daerah", needs="wilayah.jenis", owner="diskominfo")
def title_of_other_kind(ctx: Context) -> Iterator[Finding]:
    """Jenis peraturan atau sebutan jabatan milik jenis daerah lain.

    Mengapa: kabupaten dipimpin Bupati dengan Peraturan Bupati, kota dipimpin Wali Kota dengan Peraturan Wali Kota.
    Perbaiki: pakai sebutan yang sesuai dengan jenis daerah pada `wilayah.jenis`.
    Salah: |
      kelembagaan: {peraturan: {jenis: Peraturan Wali Kota, status: direncanakan}}
    Benar: |
      kelembagaan: {peraturan: {jenis: Peraturan Bupati, status: direncanakan}}
    """
    region, kinds = ctx.rencana.wilayah, ctx.edition.istilah or {}
    kind = region.jenis if region else None
    own = kinds.get(kind or "")
    if region is None or own is None:
        return
    officials, institutions = ctx.rencana.pejabat, ctx.rencana.kelembagaan
    places: list[tuple[Bagian | None, str, tuple[str, ...]]] = [
        (institutions.peraturan if institutions else None, "jenis", ("peraturan", "singkatan"))
    ]
    if officials is not None:
        places += [(one, "jabatan", ("kepala",)) for one in (officials.kepala_daerah, officials.wakil_kepala_daerah)]
    related = beside(region, "jenis", "jenis daerah")
    for part, key, terms in places:
        text = getattr(part, key, None)
        if part is None or not text:
            continue
        for term in terms:
            right = getattr(own, term)
            others = [getattr(item, term) for name, item in kinds.items() if name != kind]
            wrong = next(filter(None, (_said(name, text) for name in others if name)), None)
            if wrong is None or not right or _said(right, text) or _is_told_as_own_name(ctx, text):
                continue
            message = f'"{text}" tidak sesuai untuk {own.wilayah or kind}: sebutannya {right}'
            edits = rewritten(part, key, text.replace(wrong, right))
            hint = f'ganti "{wrong}" dengan "{right}", atau betulkan `wilayah.jenis`'
            yield found(part, key, message, hint, related=related, edits=edits, unsafe=True)
            break


def _is_told_as_own_name(ctx: Context, text: str) -> bool:
    """Whether the wrong title stands before the own name: a rule of words tells that everywhere."""
    name = own_name(ctx.rencana.wilayah) if ctx.rencana.wilayah and "TKS012" in (ctx.edition.aturan or {}) else None
    return name is not None and next(name.wrong_in(text), None) is not None


def _said(name: str, text: str) -> str | None:
    """The words in ``text`` that say ``name``, with or without its blanks; None when it is not said."""
    pattern = r"\s*".join(re.escape(word) for word in name.split())
    match = re.search(rf"\b{pattern}\b", text, re.IGNORECASE)
    return match.group() if match is not None else None


@rule("LMB010", "rapat-dewan-tidak-tahunan", needs="kelembagaan.dewan.rapat", owner="sekda")
def council_meets_yearly(ctx: Context) -> Iterator[Finding]:
    """Ada tahun tanpa rapat Dewan Smart City.

    Mengapa: evaluasi menanyakan rapat Dewan sedikitnya sekali setahun.
    Perbaiki: catat rapat yang belum ditulis beserta hasilnya, atau jadwalkan rapat Dewan.
    Salah: |
      kelembagaan: {dewan: {rapat: [{tanggal: 2022-06-24}, {tanggal: 2024-06-24}]}}
    Benar: |
      kelembagaan: {dewan: {rapat: [{tanggal: 2023-06-24}, {tanggal: 2024-06-24}]}}
    """
    dewan = ctx.rencana.kelembagaan.dewan if ctx.rencana.kelembagaan else None
    if dewan is None or not dewan.rapat or not ctx.index.is_whole("rapat"):
        return
    met = [meeting.tanggal.year for meeting in dewan.rapat if meeting.tanggal is not None]
    if len(met) < len(dewan.rapat):
        return
    year, _, key = _year_of_document(ctx)
    decreed = dewan.sk.tanggal.year + 1 if dewan.sk and dewan.sk.tanggal else met[0]
    last = max(year - 1 if year is not None and key != "periode" else 0, *met)
    fewest = int(ctx.limit("rapat_per_tahun", 1))
    poor = [one for one in range(min(decreed, *met), last + 1) if met.count(one) < fewest]
    if poor:
        message = f"Dewan Smart City belum tercatat rapat pada {join_words([str(one) for one in poor])}"
        yield found(dewan, "rapat", message, "catat rapat tahun itu beserta hasilnya", span=dewan.key_span("rapat"))


def _year_of_document(ctx: Context) -> tuple[int | None, str, str]:
    """The year in which the document is signed, else that in which the plan begins; its name; its key."""
    rencana = ctx.rencana
    year = ctx.index.document_year
    if year is not None and rencana.tanggal_dokumen is not None and rencana.tanggal_dokumen.year == year:
        return year, "tanggal dokumen", "tanggal_dokumen"
    if year is not None:
        return year, "tahun dokumen", "tahun_dokumen"
    return (rencana.periode.awal if rencana.periode else None), "awal rencana", "periode"


RULES = (
    council_lacks_group,
    coordinator_outside_team,
    commitment_incomplete,
    term_of_office,
    title_of_other_kind,
    council_meets_yearly,
    *LETTER_RULES,
)
