"""Institutions and people: agreements, decrees, council and team, commitment, regulation, officials, offices."""

from typing import Annotated

from smartplan.fields import Bagian, Choice, Daftar, DaftarTeks, Id, Ref, Tahun, Tanggal, Teks, isian

__all__ = [
    "AksiKesepakatan",
    "AnggotaDewan",
    "AnggotaTim",
    "DasarHukum",
    "Dewan",
    "Kelembagaan",
    "Kesepakatan",
    "KomitmenBersama",
    "Pejabat",
    "PejabatSebelumnya",
    "PemegangJabatan",
    "Penandatangan",
    "PerangkatDaerah",
    "PeraturanDaerah",
    "Sk",
    "TimPelaksana",
]

OpdRef = Annotated[str | None, Ref("perangkat_daerah")]
Unsur = Annotated[
    str | None,
    Choice(
        pemerintah="Pemerintah daerah",
        forkopimda="Forkopimda",
        akademisi="Akademisi",
        usaha="Dunia usaha",
        komunitas="Komunitas",
        adat="Tokoh adat",
        agama="Tokoh agama",
        media="Media",
    ),
]
StatusJabatan = Annotated[
    str | None,
    Choice(
        definitif="Definitif",
        pj="Penjabat (Pj.)",
        plt="Pelaksana Tugas (Plt.)",
        plh="Pelaksana Harian (Plh.)",
        pjs="Penjabat Sementara (Pjs.)",
    ),
]
StatusPeraturan = Annotated[
    str | None, Choice(direncanakan="Direncanakan", disusun="Sedang disusun", terbit="Sudah terbit")
]


class Penandatangan(Bagian):
    """Penanda tangan kesepakatan."""

    nama: Teks = isian("nama penanda tangan")
    jabatan: Teks = isian("jabatan penanda tangan")
    mewakili: Teks = isian("pihak yang diwakili")
    alamat: Teks = isian("alamat kantor pihak itu")
    kewenangan: Teks = isian("dasar kewenangannya, sesudah kata berdasarkan")


class AksiKesepakatan(Bagian):
    """Satu kegiatan dalam rencana aksi kesepakatan."""

    kegiatan: Teks = isian("kegiatan yang disepakati", contoh="Pendampingan penyusunan rencana induk")
    keluaran: Teks = isian("keluaran kegiatan")
    waktu: Teks = isian("waktu pelaksanaan", contoh="Juli sampai Desember 2025")
    pelaksana: Teks = isian("pihak yang melaksanakan", contoh="Para pihak")
    pembiayaan: Teks = isian("sumber pembiayaan", contoh="APBD")


class Kesepakatan(Bagian):
    """Nota Kesepakatan atau Surat Kesepakatan."""

    nomor: Teks = isian("nomor dari kementerian", contoh="014/DJAI/HK.04.01/03/2024")
    nomor_daerah: Teks = isian("nomor dari daerah")
    judul: Teks = isian("judul kesepakatan")
    tanggal: Tanggal = isian("tanggal penandatanganan", contoh="2023-02-28")
    tempat: Teks = isian("tempat penandatanganan")
    penanda_tangan: Daftar[Penandatangan] = isian("para penanda tangan, pihak kesatu lebih dahulu")
    ruang_lingkup: DaftarTeks = isian("ruang lingkup kesepakatan")
    jangka_waktu: Teks = isian("jangka waktu kesepakatan (boleh kosong)", contoh="5 (lima) tahun")
    rencana_aksi: Daftar[AksiKesepakatan] = isian("rencana aksi, lampiran kesepakatan")


class LaporanTertulis(Bagian):
    """Laporan tertulis kepada kementerian."""

    nomor: Teks = isian("nomor laporan tertulis")
    tanggal: Tanggal = isian("tanggal laporan tertulis")


class Sk(Bagian):
    """Surat keputusan."""

    nomor: Teks = isian("nomor SK", contoh="555/123/HK/2023")
    tanggal: Tanggal = isian("tanggal SK", contoh="2023-05-02")
    judul: Teks = isian("judul SK")


class AnggotaDewan(Bagian):
    """Anggota Dewan Smart City."""

    nama: Teks = isian("nama anggota Dewan")
    jabatan: Teks = isian("jabatan anggota Dewan")
    kedudukan: Teks = isian("kedudukan dalam Dewan", contoh="Pengarah")
    unsur: Unsur = isian("unsur yang diwakili", contoh="akademisi")


class Rapat(Bagian):
    """Rapat Dewan."""

    tanggal: Tanggal = isian("tanggal rapat")
    hasil: Teks = isian("hasil rapat")


class Dewan(Bagian):
    """Dewan Smart City."""

    sk: Sk | None = isian("SK Dewan Smart City")
    anggota: Daftar[AnggotaDewan] = isian("anggota Dewan Smart City")
    rapat: Daftar[Rapat] = isian("rapat Dewan Smart City")


class AnggotaTim(Bagian):
    """Anggota Tim Pelaksana."""

    nama: Teks = isian("nama anggota Tim Pelaksana")
    jabatan: Teks = isian("jabatan anggota Tim Pelaksana")
    kedudukan: Teks = isian("kedudukan dalam Tim Pelaksana", contoh="Koordinator Smart Governance")
    opd: OpdRef = isian("perangkat daerah asal")


class TimPelaksana(Bagian):
    """Tim Pelaksana Smart City."""

    sk: Sk | None = isian("SK Tim Pelaksana")
    anggota: Daftar[AnggotaTim] = isian("anggota Tim Pelaksana")


class PenandatanganKomitmen(Bagian):
    """Penanda tangan Komitmen Bersama."""

    nama: Teks = isian("nama penanda tangan")
    jabatan: Teks = isian("jabatan penanda tangan")
    opd: OpdRef = isian("perangkat daerah yang diwakili")


class KomitmenBersama(Bagian):
    """Komitmen Bersama kepala daerah dan kepala perangkat daerah."""

    tanggal: Tanggal = isian("tanggal penandatanganan Komitmen Bersama")
    tempat: Teks = isian("tempat penandatanganan Komitmen Bersama")
    penanda_tangan: Daftar[PenandatanganKomitmen] = isian("penanda tangan Komitmen Bersama")


class PeraturanDaerah(Bagian):
    """Peraturan kepala daerah tentang rencana induk."""

    jenis: Teks = isian("jenis peraturan", contoh="Peraturan Bupati")
    nomor: Teks = isian("nomor peraturan", contoh="27")
    tahun: Tahun = isian("tahun peraturan", contoh="2024")
    tentang: Teks = isian("judul peraturan")
    tanggal: Tanggal = isian("tanggal penetapan")
    status: StatusPeraturan = isian("status peraturan", contoh="disusun")


class Kelembagaan(Bagian):
    """Kesepakatan, Dewan, Tim, komitmen, dan payung hukum."""

    nota_kesepakatan: Kesepakatan | None = isian("Nota Kesepakatan dengan kementerian")
    surat_kesepakatan: Kesepakatan | None = isian("Surat Kesepakatan")
    laporan_tertulis: LaporanTertulis | None = isian("laporan tertulis kepada kementerian")
    dewan: Dewan | None = isian("Dewan Smart City")
    tim_pelaksana: TimPelaksana | None = isian("Tim Pelaksana")
    komitmen_bersama: KomitmenBersama | None = isian("Komitmen Bersama")
    peraturan: PeraturanDaerah | None = isian("peraturan kepala daerah tentang rencana induk")


class PemegangJabatan(Bagian):
    """Pejabat pada satu jabatan."""

    nama: Teks = isian("nama pejabat beserta gelar")
    status: StatusJabatan = isian("status jabatan", contoh="definitif")
    jabatan: Teks = isian("jabatan")
    nip: Teks = isian("NIP")
    opd: OpdRef = isian("perangkat daerah")
    mulai: Tahun = isian("tahun mulai menjabat", contoh="2022")
    selesai: Tahun = isian("tahun selesai menjabat", contoh="2025")


class PejabatSebelumnya(Bagian):
    """Pejabat terdahulu."""

    peran: Teks = isian("jabatan yang dipegang", contoh="Bupati")
    nama: Teks = isian("nama pejabat")
    status: StatusJabatan = isian("status jabatan")
    mulai: Tahun = isian("tahun mulai menjabat")
    selesai: Tahun = isian("tahun selesai menjabat")


class Pejabat(Bagian):
    """Para pejabat yang menandatangani dan memimpin."""

    kepala_daerah: PemegangJabatan | None = isian("kepala daerah")
    wakil_kepala_daerah: PemegangJabatan | None = isian("wakil kepala daerah")
    sekretaris_daerah: PemegangJabatan | None = isian("sekretaris daerah")
    ketua_tim: PemegangJabatan | None = isian("ketua Tim Pelaksana")
    sebelumnya: Daftar[PejabatSebelumnya] = isian("pejabat sebelumnya")


class PerangkatDaerah(Bagian):
    """Satu perangkat daerah (OPD)."""

    id: Id = isian("id pendek perangkat daerah", contoh="diskominfo")
    nama: Teks = isian("nama lengkap perangkat daerah", contoh="Dinas Komunikasi dan Informatika")
    singkatan: Teks = isian("singkatan", contoh="Diskominfo")
    kepala: Teks = isian("nama kepala perangkat daerah")
    status: StatusJabatan = isian("status kepala perangkat daerah", contoh="definitif")
    nip: Teks = isian("NIP kepala perangkat daerah")


class DasarHukum(Bagian):
    """Satu peraturan yang menjadi dasar."""

    jenis: Teks = isian("jenis peraturan", contoh="Perpres")
    nomor: Teks = isian("nomor peraturan", contoh="95")
    tahun: Tahun = isian("tahun peraturan", contoh="2018")
    tentang: Teks = isian("judul peraturan", contoh="Sistem Pemerintahan Berbasis Elektronik")
