"""Family LMB: institutions, agreements and commitment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.rules.base import Context, found, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

_INSIDE: Final = ("pemerintah", "forkopimda")


@rule("LMB001", "dewan-tanpa-unsur-luar", needs="kelembagaan.dewan.anggota", owner="diskominfo")
def council_all_inside(ctx: Context) -> Iterator[Finding]:
    """Dewan Smart City tidak memuat unsur di luar pemerintah.

    Mengapa: akademisi, dunia usaha, dan tokoh masyarakat diminta hadir sungguh-sungguh.
    Perbaiki: tambahkan anggota Dewan dari luar pemerintah, lengkap dengan `unsur:`-nya.
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
    for name, title, dimensi in ctx.index.dimensions:
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
    names = {(row.nama or "").lower() for row in commitment.penanda_tangan}
    place = commitment.key_span("penanda_tangan")
    head = ctx.rencana.pejabat.kepala_daerah if ctx.rencana.pejabat else None
    if head is not None and head.nama and head.nama.lower() not in names:
        message = f"kepala daerah, {head.nama}, belum tercatat menandatangani Komitmen Bersama"
        yield found(commitment, "penanda_tangan", message, "tambahkan sebagai penanda tangan", span=place)
    missing = [opd for opd in ctx.rencana.perangkat_daerah or () if opd.id and opd.id not in signed]
    if missing and ctx.index.is_whole("penanda_tangan"):
        listed = ", ".join(opd.singkatan or opd.id or "" for opd in missing[:6]) + (" ..." if len(missing) > 6 else "")
        message = f"{len(missing)} kepala perangkat daerah belum menandatangani Komitmen Bersama: {listed}"
        yield found(commitment, "penanda_tangan", message, "tulis `opd:` pada tiap penanda tangan", span=place)


@rule("LMB004", "tanggal-sesudah-dokumen", needs="tanggal_dokumen", owner="diskominfo")
def date_after_document(ctx: Context) -> Iterator[Finding]:
    """Tanggal kesepakatan atau SK sesudah tanggal dokumen.

    Mengapa: dokumen tidak dapat merujuk keputusan yang belum ada.
    Perbaiki: cocokkan kedua tanggal dengan naskah aslinya, lalu ubah yang keliru.
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


RULES = (
    council_all_inside,
    coordinator_outside_team,
    commitment_incomplete,
    date_after_document,
)
