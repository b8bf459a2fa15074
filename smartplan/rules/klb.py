"""Families KLB, HUK, RLS, TXT: institutions, law, yearly reports, and what was left in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.findings import Related
from smartplan.rules.base import Context, found, rule
from smartplan.wording import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_INSIDE: Final = ("pemerintah", "forkopimda")
_PLACEHOLDER: Final = re.compile(
    r"\bX{3,}\b|\bTODO\b|\bTBD\b|\[(?:isi|nama|tanggal|nomor|lengkapi)[^\]]*\]|lorem ipsum|\.{5,}|_{4,}", re.IGNORECASE
)
_SLASH: Final = re.compile(r"Kabupaten ?/ ?Kota|Bupati ?/ ?Wali ?[Kk]ota")
_SKPD: Final = re.compile(r"\bSKPD\b")


@rule("KLB001", "dewan-tanpa-unsur-luar", needs="kelembagaan.dewan.anggota", owner="diskominfo")
def council_all_inside(ctx: Context) -> Iterator[Finding]:
    """Dewan Smart City tidak memuat unsur di luar pemerintah.

    Mengapa: akademisi, dunia usaha, dan tokoh masyarakat diminta hadir sungguh-sungguh.
    Salah: |
      kelembagaan: {dewan: {anggota: [{nama: Rekaan Satu, jabatan: Bupati, unsur: pemerintah}]}}
    Benar: |
      kelembagaan: {dewan: {anggota: [{nama: Rekaan Satu, jabatan: Rektor, unsur: akademisi}]}}
    """
    kelembagaan = ctx.rencana.kelembagaan
    dewan = kelembagaan.dewan if kelembagaan else None
    members = (dewan.anggota if dewan else None) or []
    known = [member for member in members if member.unsur]
    if dewan is not None and known and all(member.unsur in _INSIDE for member in known):
        hint = "tambahkan anggota dari akademisi, dunia usaha, adat, agama, komunitas, atau media"
        message = "Dewan Smart City hanya memuat unsur pemerintah"
        yield found(dewan, "anggota", message, hint, span=dewan.key_span("anggota"))


@rule("KLB003", "komitmen-belum-lengkap", needs="kelembagaan.komitmen_bersama.penanda_tangan", owner="diskominfo")
def commitment_incomplete(ctx: Context) -> Iterator[Finding]:
    """Komitmen Bersama belum ditandatangani kepala daerah dan semua kepala perangkat daerah.

    Mengapa: komitmen yang tidak lengkap tidak mengikat OPD yang tidak menandatangani.
    Salah: |
      kelembagaan: {komitmen_bersama: {penanda_tangan: [{nama: Rekaan Satu, jabatan: Bupati Tirta}]}}
    Benar: {}
    """
    kelembagaan = ctx.rencana.kelembagaan
    commitment = kelembagaan.komitmen_bersama if kelembagaan else None
    if commitment is None or not commitment.penanda_tangan:
        return
    signed = {row.opd for row in commitment.penanda_tangan if row.opd}
    names = {(row.nama or "").lower() for row in commitment.penanda_tangan}
    place = commitment.key_span("penanda_tangan")
    head = ctx.rencana.pejabat.kepala_daerah if ctx.rencana.pejabat else None
    if head is not None and head.nama and head.nama.lower() not in names:
        message = f"kepala daerah, {head.nama}, belum tercatat menandatangani Komitmen Bersama"
        yield found(commitment, "penanda_tangan", message, "tambahkan sebagai penanda tangan", span=place)
    missing = [opd for opd in ctx.rencana.perangkat_daerah or () if opd.id and opd.id not in signed]
    if missing:
        listed = ", ".join(opd.singkatan or opd.id or "" for opd in missing[:6]) + (" ..." if len(missing) > 6 else "")
        message = f"{len(missing)} kepala perangkat daerah belum menandatangani Komitmen Bersama: {listed}"
        yield found(commitment, "penanda_tangan", message, "tulis `opd:` pada tiap penanda tangan", span=place)


@rule("KLB004", "tanggal-sesudah-dokumen", needs="tanggal_dokumen", owner="diskominfo")
def date_after_document(ctx: Context) -> Iterator[Finding]:
    """Tanggal kesepakatan atau SK sesudah tanggal dokumen.

    Mengapa: dokumen tidak dapat merujuk keputusan yang belum ada.
    Salah: |
      kelembagaan: {dewan: {sk: {nomor: 1, tanggal: 2030-01-01}}}
    Benar: |
      kelembagaan: {dewan: {sk: {nomor: 1, tanggal: 2025-01-01}}}
    """
    kelembagaan, limit = ctx.rencana.kelembagaan, ctx.rencana.tanggal_dokumen
    if kelembagaan is None or limit is None:
        return
    dewan, tim = kelembagaan.dewan, kelembagaan.tim_pelaksana
    for part, what in (
        (kelembagaan.nota_kesepakatan, "Nota Kesepakatan"),
        (kelembagaan.surat_kesepakatan, "Surat Kesepakatan"),
        (dewan.sk if dewan else None, "SK Dewan Smart City"),
        (tim.sk if tim else None, "SK Tim Pelaksana"),
    ):
        if part is not None and part.tanggal is not None and part.tanggal > limit:
            message = f"tanggal {what} ({part.tanggal.isoformat()}) sesudah tanggal dokumen ({limit.isoformat()})"
            yield found(part, "tanggal", message, "periksa kedua tanggalnya")


@rule("HUK003", "peraturan-ganda", needs="dasar_hukum", owner="diskominfo")
def law_twice(ctx: Context) -> Iterator[Finding]:
    """Peraturan yang sama ditulis dua kali.

    Mengapa: daftar hukum yang berulang menandakan salinan.
    Salah: |
      dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}, {jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}]
    Benar: |
      dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}]
    """
    seen: dict[tuple[object, ...], object] = {}
    for row in ctx.rencana.dasar_hukum or ():
        if not row.nomor or row.tahun is None:
            continue
        first = seen.setdefault((_rank(ctx, row.jenis), (row.jenis or "").lower(), row.nomor, row.tahun), row)
        if first is not row:
            place = first.span()  # type: ignore[attr-defined]
            related = (Related(place, "pertama ditulis di sini"),) if place else ()
            message = f"{row.jenis} {row.nomor} Tahun {row.tahun} ditulis dua kali"
            yield found(row, "nomor", message, "hapus salah satunya", related=related)


@rule("HUK004", "urutan-hukum", needs="dasar_hukum", owner="diskominfo")
def law_order(ctx: Context) -> Iterator[Finding]:
    """Dasar hukum tidak menurut urutan resmi.

    Mengapa: urutan peraturan mengikuti tingkatannya, lalu tahunnya.
    Salah: |
      dasar_hukum: [{jenis: PP, nomor: 28, tahun: 2018, tentang: Kerja Sama Daerah}, {jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}]
    Benar: |
      dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}, {jenis: PP, nomor: 28, tahun: 2018, tentang: Kerja Sama Daerah}]
    """
    last: tuple[int, int] | None = None
    for row in ctx.rencana.dasar_hukum or ():
        rank = _rank(ctx, row.jenis)
        if rank is None or row.tahun is None:
            continue
        place = (rank, row.tahun)
        if last is not None and place < last:
            message = f"{row.jenis} {row.nomor or ''} Tahun {row.tahun} berdiri sesudah peraturan yang lebih rendah atau lebih baru"
            yield found(row, "jenis", message, "urutkan menurut tingkat, lalu tahun")
        else:
            last = place


@rule("HUK005", "tahun-peraturan-keliru", needs="dasar_hukum", owner="diskominfo")
def law_year(ctx: Context) -> Iterator[Finding]:
    """Tahun peraturan sesudah tahun dokumen.

    Mengapa: "Perda 8/220" pernah terbit dalam tabel yang diserahkan.
    Salah: |
      dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2199, tentang: Pemerintahan Daerah}]
    Benar: |
      dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}]
    """
    limit = ctx.rencana.tahun_dokumen
    for row in ctx.rencana.dasar_hukum or ():
        if row.tahun is not None and (row.tahun < 1945 or (limit is not None and row.tahun > limit)):
            message = f"tahun peraturan {row.tahun} tidak masuk akal untuk dokumen tahun {limit or '-'}"
            yield found(row, "tahun", message, "periksa tahun peraturannya")


@rule("RLS001", "realisasi-tidak-cocok", needs="realisasi", owner="opd")
def realisation_differs(ctx: Context) -> Iterator[Finding]:
    """Yang belum terealisasi bukan target dikurangi yang terealisasi, atau persentasenya keliru.

    Mengapa: hitungan yang keliru ditemukan dalam tabel realisasi yang terbit.
    Salah: |
      realisasi: [{tahun: 2027, dimensi: smart_living, program: living-program, target: 10, terealisasi: 4, belum: 5}]
    Benar: |
      realisasi: [{tahun: 2027, dimensi: smart_living, program: living-program, target: 10, terealisasi: 4, belum: 6}]
    """
    for row in ctx.rencana.realisasi or ():
        if row.target is None or row.terealisasi is None:
            continue
        left = row.target - row.terealisasi
        if row.belum is not None and row.belum != left:
            message = f"belum terealisasi ditulis {format_number(row.belum)}, seharusnya {format_number(left)}"
            yield found(row, "belum", message, f"tulis `belum: {left}`")
        if row.persen is not None and row.target:
            share = 100 * row.terealisasi / row.target
            if abs(share - row.persen) > 1:
                message = f"persentase ditulis {format_number(row.persen)}, hitungannya {format_number(share, 1)}"
                yield found(row, "persen", message, "perbaiki persentasenya")


@rule("TXT001", "teks-isian-tertinggal", owner="diskominfo")
def placeholder_left(ctx: Context) -> Iterator[Finding]:
    """Teks isian sementara tertinggal.

    Mengapa: XXX atau [isi nama] yang tercetak membuat buku tampak belum selesai.
    Salah: |
      rpjmd: {nama: RPJMD XXX}
    Benar: {}
    """
    yield from _matching(
        ctx, _PLACEHOLDER, "teks isian sementara", "ganti dengan isi sebenarnya, atau kosongkan isian ini"
    )


@rule("TXT003", "garis-miring-jenis-daerah", owner="diskominfo")
def slash_left(ctx: Context) -> Iterator[Finding]:
    """Sebutan jenis daerah masih memakai garis miring.

    Mengapa: sebutan bergaris miring menandakan teks contoh yang belum disesuaikan.
    Salah: |
      rpjmd: {nama: RPJMD Kabupaten/Kota}
    Benar: {}
    """
    yield from _matching(ctx, _SLASH, "sebutan bergaris miring", "tulis sebutan daerah ini saja")


@rule("TXT004", "istilah-skpd", owner="diskominfo")
def old_term(ctx: Context) -> Iterator[Finding]:
    """Istilah SKPD masih dipakai.

    Mengapa: istilah resminya perangkat daerah (OPD) sejak UU 23 Tahun 2014.
    Salah: |
      rpjmd: {nama: RPJMD untuk seluruh SKPD}
    Benar: {}
    """
    yield from _matching(ctx, _SKPD, "istilah lama", "tulis OPD atau perangkat daerah")


def _matching(ctx: Context, pattern: re.Pattern[str], what: str, hint: str) -> Iterator[Finding]:
    for dimension, part in ctx.index.parts:
        for key, kind in part._kinds.items():
            held = getattr(part, key)
            texts = [held] if isinstance(held, str) else held if kind == "list" and held else ()
            for text in texts:
                match = pattern.search(text) if isinstance(text, str) else None
                if match:
                    yield found(part, key, f'{what} tertinggal: "{match.group()}"', hint, dimension=dimension)


def _rank(ctx: Context, kind: str | None) -> int | None:
    plain = (kind or "").lower().replace(".", "").strip()
    for position, row in enumerate(ctx.edition.urutan_hukum or ()):
        names = [row.nama, row.singkatan, *(row.ejaan or ())]
        if any(plain == (name or "").lower() for name in names):
            return position
    return None


RULES = (
    council_all_inside,
    commitment_incomplete,
    date_after_document,
    law_twice,
    law_order,
    law_year,
    realisation_differs,
    placeholder_left,
    slash_left,
    old_term,
)
