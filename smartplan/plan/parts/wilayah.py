"""Who the plan is for and when: region, period, meetings, and the longer texts of the books."""

from typing import Annotated

from smartplan.fields import (
    Bagian,
    Choice,
    Daftar,
    DaftarTeks,
    Kode,
    PetaTeks,
    Prosa,
    Ref,
    Tahun,
    Tanggal,
    Teks,
    YaTidak,
    isian,
)
from smartplan.plan.parts.kelembagaan import OpdRef

__all__ = ["Jadwal", "Judul", "Naskah", "Periode", "Peserta", "TindakLanjut", "Wilayah"]

JenisWilayah = Annotated[str | None, Choice(kabupaten="Kabupaten", kota="Kota", provinsi="Provinsi")]
TahapRef = Annotated[str | None, Ref("tahap", edition=True)]


class Wilayah(Bagian):
    """Daerah yang menyusun rencana."""

    kode: Kode = isian("kode wilayah Kemendagri (bukan kode BPS)", contoh="51.08")
    nama: Teks = isian("nama resmi daerah", contoh="Kabupaten Buleleng")
    jenis: JenisWilayah = isian("jenis daerah", contoh="kabupaten")
    provinsi: Teks = isian("nama provinsi", contoh="Bali")
    ibu_kota: Teks = isian("ibu kota daerah", contoh="Singaraja")
    fiktif: YaTidak = isian("apakah daerah ini rekaan untuk contoh", contoh="tidak")
    daerah_lain: DaftarTeks = isian(
        "daerah lain yang memang boleh disebut dalam naskah: tetangga, daerah pembanding", contoh="[Kabupaten Badung]"
    )
    logo: Teks = isian("nama berkas lambang daerah (PNG atau JPEG) di map rencana", contoh="logo.png")


class Judul(Bagian):
    """Judul dokumen menurut pilihan daerah."""

    buku: PetaTeks = isian("judul pilihan daerah untuk tiap buku", contoh="{buku-2: Rencana Induk Kota Cerdas}")


class Periode(Bagian):
    """Tahun awal dan akhir."""

    awal: Tahun = isian("tahun awal", contoh="2024")
    akhir: Tahun = isian("tahun akhir", contoh="2033")


class Peserta(Bagian):
    """Satu peserta pertemuan."""

    nama: Teks = isian("nama peserta")
    jabatan: Teks = isian("jabatan peserta")
    opd: OpdRef = isian("perangkat daerah asal peserta")


class TindakLanjut(Bagian):
    """Satu tindak lanjut pertemuan."""

    hal: Teks = isian("yang harus dikerjakan sesudah pertemuan")
    opd: OpdRef = isian("perangkat daerah yang mengerjakan tindak lanjut")
    batas: Tanggal = isian("batas waktu tindak lanjut", contoh="2023-07-28")


class Jadwal(Bagian):
    """Satu pertemuan Bimtek, dengan isi undangan dan berita acaranya."""

    tahap: TahapRef = isian("tahap pertemuan", contoh="bimtek-1")
    nama: Teks = isian("nama resmi pertemuan")
    mulai: Tanggal = isian("tanggal mulai", contoh="2023-07-05")
    selesai: Tanggal = isian("tanggal selesai", contoh="2023-07-06")
    tempat: Teks = isian("tempat pertemuan")
    waktu: Teks = isian("waktu pertemuan", contoh="pukul 09.00 WITA sampai selesai")
    nomor_undangan: Teks = isian("nomor surat undangan", contoh="005/1234/Setda/2023")
    tanggal_undangan: Tanggal = isian("tanggal surat undangan", contoh="2023-06-26")
    pakaian: Teks = isian("pakaian peserta")
    narahubung: Teks = isian("narahubung panitia pertemuan")
    tim_ahli: DaftarTeks = isian("Tim Ahli yang mendampingi pertemuan")
    nomor_berita_acara: Teks = isian("nomor berita acara pertemuan")
    peserta: Daftar[Peserta] = isian("peserta pertemuan")
    hasil: DaftarTeks = isian("hasil pertemuan")
    tindak_lanjut: Daftar[TindakLanjut] = isian("tindak lanjut pertemuan")


class Naskah(Bagian):
    """Teks panjang yang ditulis daerah sendiri."""

    kata_pengantar: Prosa = isian("kata pengantar kepala daerah")
    kata_pengantar_ketua: Prosa = isian("kata pengantar ketua Tim Pelaksana")
    sambutan: Prosa = isian("sambutan kepala daerah pada ringkasan eksekutif")
    latar_belakang: Prosa = isian("latar belakang penyusunan rencana induk")
    maksud: Prosa = isian("maksud penyusunan rencana induk")
    tujuan: DaftarTeks = isian("tujuan penyusunan rencana induk")
    kerangka_pikir: Prosa = isian("kerangka pikir penyusunan")
    metode: Prosa = isian("metode penyusunan")
    penutup_buku_1: Prosa = isian("penutup Buku 1")
    penutup_buku_2: Prosa = isian("penutup Buku 2")
    penutup_buku_3: Prosa = isian("penutup Buku 3")


DaftarJadwal = Daftar[Jadwal]
