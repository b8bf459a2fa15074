"""Profile of the region and the assessment: figures, each with unit, year and source."""

from smartplan.fields import Angka, Bagian, Daftar, DaftarTeks, Prosa, Tahun, Tanggal, Teks, YaTidak, isian

__all__ = ["Angkaan", "AngkaanLain", "Asesmen", "IndeksSpbe", "KapasitasFiskal", "Komitmen", "Profil"]


class Angkaan(Bagian):
    """Satu angka tentang daerah; satu fakta boleh punya beberapa angka, satu di antaranya ditandai dipakai."""

    nilai: Angka = isian("nilai angka", contoh="1365.88")
    satuan: Teks = isian("satuan", contoh="km2")
    tahun: Tahun = isian("tahun data", contoh="2024")
    sumber: Teks = isian("sumber data", contoh="BPS, Kabupaten Dalam Angka 2025")
    dipakai: YaTidak = isian("apakah angka ini yang dipakai bila ada beberapa", contoh="ya")
    alasan: Teks = isian("alasan angka ini dipakai atau tidak")
    catatan: Teks = isian("catatan")


class AngkaanLain(Angkaan):
    """Angka lain yang tidak punya kunci sendiri."""

    nama: Teks = isian("nama angka", contoh="Indeks kualitas udara")


class Profil(Bagian):
    """Gambaran umum daerah."""

    gambaran: Prosa = isian("gambaran geografi dan sejarah daerah")
    demografi: Prosa = isian("uraian kependudukan")
    ekonomi: Prosa = isian("uraian perekonomian daerah")
    daftar_kecamatan: DaftarTeks = isian("nama-nama kecamatan")
    luas: Daftar[Angkaan] = isian("luas wilayah (km2)")
    penduduk: Daftar[Angkaan] = isian("jumlah penduduk (jiwa)")
    kepadatan: Daftar[Angkaan] = isian("kepadatan penduduk (jiwa/km2)")
    kecamatan: Daftar[Angkaan] = isian("jumlah kecamatan")
    kelurahan: Daftar[Angkaan] = isian("jumlah kelurahan")
    desa: Daftar[Angkaan] = isian("jumlah desa")
    desa_adat: Daftar[Angkaan] = isian("jumlah desa adat")
    ipm: Daftar[Angkaan] = isian("indeks pembangunan manusia")
    kemiskinan: Daftar[Angkaan] = isian("persentase penduduk miskin")
    pertumbuhan_ekonomi: Daftar[Angkaan] = isian("pertumbuhan ekonomi (persen)")
    pengangguran: Daftar[Angkaan] = isian("tingkat pengangguran terbuka (persen)")
    stunting: Daftar[Angkaan] = isian("prevalensi stunting (persen)")
    tutupan_hutan: Daftar[Angkaan] = isian("tutupan hutan (persen)")
    panjang_pantai: Daftar[Angkaan] = isian("panjang garis pantai (km)")
    apbd: Daftar[Angkaan] = isian("APBD (rupiah)")
    pad: Daftar[Angkaan] = isian("pendapatan asli daerah (rupiah)")
    dau: Daftar[Angkaan] = isian("dana alokasi umum (rupiah)")
    lainnya: Daftar[AngkaanLain] = isian("angka lain tentang daerah")
    potensi: DaftarTeks = isian("potensi unggulan daerah")


class Komitmen(Bagian):
    """Komitmen kepala daerah."""

    pernyataan: Prosa = isian("pernyataan komitmen kepala daerah")
    tanggal: Tanggal = isian("tanggal pernyataan", contoh="2023-02-28")
    bukti: Teks = isian("bukti komitmen", contoh="surat pernyataan bermeterai")


class IndeksSpbe(Bagian):
    """Hasil evaluasi SPBE satu tahun."""

    nilai: Angka = isian("indeks SPBE (1-5)", contoh="3.12")
    predikat: Teks = isian("predikat SPBE", contoh="Baik")
    tahun: Tahun = isian("tahun penilaian", contoh="2023")
    sumber: Teks = isian("sumber indeks SPBE")
    dipakai: YaTidak = isian("apakah indeks ini yang dipakai", contoh="ya")
    alasan: Teks = isian("alasan indeks ini dipakai atau tidak")


class KapasitasFiskal(Bagian):
    """Kapasitas fiskal daerah."""

    kategori: Teks = isian("kategori kapasitas fiskal daerah", contoh="sedang")
    nilai: Angka = isian("nilai kapasitas fiskal", contoh="1.05")
    tahun: Tahun = isian("tahun kapasitas fiskal", contoh="2023")
    sumber: Teks = isian("sumber kapasitas fiskal")


class Asesmen(Bagian):
    """Asesmen awal: komitmen, indeks SPBE, kapasitas fiskal."""

    komitmen: Komitmen | None = isian("komitmen kepala daerah")
    indeks_spbe: Daftar[IndeksSpbe] = isian("indeks SPBE per tahun")
    kapasitas_fiskal: KapasitasFiskal | None = isian("kapasitas fiskal daerah")
    catatan: Prosa = isian("catatan asesmen")
