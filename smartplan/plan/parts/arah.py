"""Direction: visi, misi, road map, risks, and what later years report."""

from typing import Annotated

from smartplan.fields import (
    Angka,
    Bagian,
    Daftar,
    Id,
    KodeTemuan,
    PetaTeks,
    Prosa,
    Ref,
    ScalarList,
    Tahun,
    Tanggal,
    Teks,
    YaTidak,
    isian,
)
from smartplan.plan.parts.kelembagaan import OpdRef
from smartplan.plan.parts.rpjmd import DaftarDimensi
from smartplan.plan.parts.tambahan import TAMBAHAN
from smartplan.plan.parts.wilayah import Periode

__all__ = [
    "Arsip",
    "Evaluasi",
    "KataKunci",
    "Misi",
    "Pengecualian",
    "PeriodePeta",
    "PetaJalan",
    "Pustaka",
    "RataRealisasi",
    "Realisasi",
    "Risiko",
    "Tonggak",
    "Ulasan",
    "Visi",
    "VisiRpjpd",
]

TingkatRisiko = Annotated[str | None, Ref("tingkat_risiko", edition=True)]
ProgramRef = Annotated[str | None, Ref("program")]


class VisiRpjpd(Bagian):
    """Visi jangka panjang daerah."""

    visi: Teks = isian("visi RPJPD")
    periode: Periode | None = isian("periode RPJPD")
    peraturan: Teks = isian("peraturan yang menetapkan RPJPD")


class KataKunci(Bagian):
    """Kata kunci visi."""

    kata: Teks = isian("kata kunci visi")
    makna: Teks = isian("makna kata kunci")
    dimensi: DaftarDimensi = isian("dimensi yang terkait")


class Visi(Bagian):
    """Visi Smart City dan asal-usulnya."""

    smart_city: Teks = isian("visi Smart City")
    penjelasan: Prosa = isian("penjelasan visi Smart City")
    rpjpd: VisiRpjpd | None = isian("visi RPJPD")
    kata_kunci: Daftar[KataKunci] = isian("kata kunci visi")
    keterkaitan: Prosa = isian("keterkaitan visi Smart City dengan RPJMD atau RPD")


class Misi(Bagian):
    """Misi Smart City."""

    id: Id = isian("id misi", contoh="misi-layanan")
    misi: Teks = isian("misi Smart City")
    dimensi: DaftarDimensi = isian("dimensi yang dilayani misi")
    misi_rpjmd: Annotated[list[str] | None, ScalarList(Ref("misi_rpjmd"))] = isian("misi RPJMD atau RPD yang didukung")


class Tonggak(Bagian):
    """Tonggak peta jalan."""

    tahun: Tahun = isian("tahun tonggak")
    tonggak: Teks = isian("tonggak yang dicapai")


class PeriodePeta(Bagian):
    """Satu periode peta jalan."""

    id: Annotated[str | None, Ref("horizon", edition=True)] = isian("jangka waktu", contoh="jangka_pendek")
    awal: Tahun = isian("tahun awal periode")
    akhir: Tahun = isian("tahun akhir periode")
    tema: Teks = isian("tema periode")
    tonggak: Daftar[Tonggak] = isian("tonggak periode")


class PetaJalan(Bagian):
    """Peta jalan: periode dan tonggak; penempatan program dihitung dari tahunnya."""

    narasi: Prosa = isian("narasi peta jalan")
    periode: Daftar[PeriodePeta] = isian("periode peta jalan")


class Risiko(Bagian):
    """Satu risiko pelaksanaan."""

    id: Id = isian("id risiko", contoh="risiko-anggaran")
    risiko: Teks = isian("risiko")
    dimensi: DaftarDimensi = isian("dimensi yang terdampak")
    program: Annotated[list[str] | None, ScalarList(Ref("program"))] = isian("program yang terdampak")
    kemungkinan: TingkatRisiko = isian("kemungkinan terjadi", contoh="sedang")
    dampak: TingkatRisiko = isian("dampak", contoh="tinggi")
    tingkat: TingkatRisiko = isian("tingkat risiko", contoh="tinggi")
    mitigasi: Teks = isian("mitigasi risiko")
    opd: OpdRef = isian("penanggung jawab risiko")
    tambahan: PetaTeks = TAMBAHAN


class Realisasi(Bagian):
    """Capaian satu program pada satu tahun."""

    tahun: Tahun = isian("tahun realisasi")
    dimensi: Annotated[str | None, Ref("dimensi", edition=True)] = isian("dimensi")
    program: ProgramRef = isian("program")
    keluaran: Teks = isian("keluaran dalam kata-kata")
    target: Angka = isian("target")
    terealisasi: Angka = isian("yang terealisasi")
    belum: Angka = isian("yang belum terealisasi")
    persen: Angka = isian("persentase realisasi")


class RataRealisasi(Bagian):
    """Rata-rata realisasi satu dimensi pada satu tahun menurut dokumen."""

    tahun: Tahun = isian("tahun realisasi")
    dimensi: Annotated[str | None, Ref("dimensi", edition=True)] = isian("dimensi")
    persen: Angka = isian("rata-rata realisasi yang tertulis (persen)", contoh="62.5")


class Evaluasi(Bagian):
    """Hasil evaluasi tahunan Smart City."""

    tahun: Tahun = isian("tahun evaluasi")
    tahap: Teks = isian("tahap evaluasi")
    indeks: Angka = isian("indeks evaluasi (0-4)")
    peringkat: Angka = isian("peringkat")
    catatan: Prosa = isian("catatan evaluasi")
    sumber: Teks = isian("sumber hasil evaluasi")


class Ulasan(Bagian):
    """Komentar Tim Ahli atas satu bagian rencana."""

    jalur: Teks = isian("jalur data yang diulas", contoh="visi.smart_city")
    oleh: Teks = isian("nama pengulas")
    tanggal: Tanggal = isian("tanggal ulasan")
    komentar: Prosa = isian("isi ulasan")
    selesai: YaTidak = isian("apakah sudah ditindaklanjuti", contoh="tidak")


class Pengecualian(Bagian):
    """Temuan yang disengaja, dengan alasannya."""

    kode: KodeTemuan = isian("kode temuan", contoh="PRF002")
    jalur: Teks = isian("jalur data yang dikecualikan", contoh="profil.luas")
    alasan: Teks = isian("alasan pengecualian")
    oleh: Teks = isian("siapa yang memutuskan")
    sampai: Tanggal = isian("berlaku sampai tanggal")


class Pustaka(Bagian):
    """Satu sumber pustaka."""

    penulis: Teks = isian("penulis atau lembaga")
    tahun: Tahun = isian("tahun terbit")
    judul: Teks = isian("judul")
    penerbit: Teks = isian("penerbit")
    url: Teks = isian("alamat laman")


class Arsip(Bagian):
    """Satu berkas arsip."""

    nama: Teks = isian("nama arsip")
    berkas: Teks = isian("nama berkas")
    tanggal: Tanggal = isian("tanggal arsip")
    keterangan: Teks = isian("keterangan arsip")
