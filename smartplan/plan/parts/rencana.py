"""The root of a plan."""

from smartplan.fields import Bagian, Bulat, Daftar, Id, Peta, Tahun, Tanggal, isian
from smartplan.plan.parts.analisis import Kesiapan, MasaDepan
from smartplan.plan.parts.anggaran import RekapAnggaran
from smartplan.plan.parts.arah import (
    Arsip,
    Evaluasi,
    Misi,
    Pengecualian,
    PetaJalan,
    Pustaka,
    RataRealisasi,
    Realisasi,
    Risiko,
    Ulasan,
    Visi,
)
from smartplan.plan.parts.dimensi import Dimensi
from smartplan.plan.parts.kelembagaan import DasarHukum, Kelembagaan, Pejabat, PerangkatDaerah
from smartplan.plan.parts.profil import Asesmen, Profil
from smartplan.plan.parts.rpjmd import Rpjmd
from smartplan.plan.parts.wilayah import Jadwal, Judul, Naskah, Periode, TahapRef, Wilayah

__all__ = ["Rencana"]


class Rencana(Bagian):
    """Rencana induk Smart City satu daerah."""

    skema: Bulat = isian("nomor skema berkas rencana", contoh="1")
    edisi: Id = isian("edisi panduan yang dipakai", contoh="kominfo-2023")
    wilayah: Wilayah | None = isian("daerah penyusun")
    judul: Judul | None = isian("judul dokumen pilihan daerah")
    periode: Periode | None = isian("periode rencana induk")
    tahap: TahapRef = isian("tahap yang sedang dipersiapkan", contoh="bimtek-1")
    tahun_dokumen: Tahun = isian("tahun pada sampul", contoh="2023")
    tanggal_dokumen: Tanggal = isian("tanggal dokumen dan tanda tangan", contoh="2023-12-01")
    jadwal: Daftar[Jadwal] = isian("jadwal Bimtek")
    naskah: Naskah | None = isian("naskah panjang buku")
    profil: Profil | None = isian("profil daerah")
    asesmen: Asesmen | None = isian("asesmen awal")
    kelembagaan: Kelembagaan | None = isian("kelembagaan")
    pejabat: Pejabat | None = isian("pejabat daerah")
    perangkat_daerah: Daftar[PerangkatDaerah] = isian("daftar perangkat daerah")
    dasar_hukum: Daftar[DasarHukum] = isian("dasar hukum")
    rpjmd: Rpjmd | None = isian("RPJMD atau RPD")
    masa_depan: Daftar[MasaDepan] = isian("analisis masa depan")
    kesiapan: Daftar[Kesiapan] = isian("analisis kesiapan daerah")
    visi: Visi | None = isian("visi")
    misi: Daftar[Misi] = isian("misi Smart City")
    peta_jalan: PetaJalan | None = isian("peta jalan")
    rekap_anggaran: RekapAnggaran | None = isian(
        "jumlah anggaran yang tertulis dalam dokumen, untuk dicocokkan (boleh kosong)"
    )
    risiko: Daftar[Risiko] = isian("manajemen risiko")
    realisasi: Daftar[Realisasi] = isian("realisasi tahun berjalan")
    rata_realisasi: Daftar[RataRealisasi] = isian(
        "rata-rata realisasi per dimensi yang tertulis dalam dokumen, untuk dicocokkan (boleh kosong)"
    )
    evaluasi: Daftar[Evaluasi] = isian("hasil evaluasi tahunan")
    ulasan: Daftar[Ulasan] = isian("ulasan Tim Ahli")
    pengecualian: Daftar[Pengecualian] = isian("pengecualian temuan")
    daftar_pustaka: Daftar[Pustaka] = isian("daftar pustaka")
    arsip: Daftar[Arsip] = isian("arsip pendukung")
    dimensi: Peta[Dimensi] = isian("dimensi Smart City")
