"""The worksheets of analysis: future, readiness, problems, gaps, SWOT and TOWS."""

from typing import Annotated

from smartplan.fields import Angka, Bagian, Daftar, DaftarKode, DaftarTeks, Id, Prosa, Ref, Tahun, Teks, isian
from smartplan.plan.parts.kelembagaan import OpdRef
from smartplan.plan.parts.rpjmd import DaftarDimensi

__all__ = [
    "GapIndikator",
    "Kesenjangan",
    "Kesiapan",
    "MasaDepan",
    "Permasalahan",
    "StrategiTows",
    "SubKosong",
    "Swot",
    "Tows",
]

SubRef = Annotated[str | None, Ref("sub", edition=True)]


class MasaDepan(Bagian):
    """Satu pertanyaan analisis masa depan."""

    kategori: Teks = isian("kategori pertanyaan", contoh="Teknologi")
    pertanyaan: Teks = isian("pertanyaan tentang masa depan")
    jawaban: Prosa = isian("jawaban")
    dimensi: DaftarDimensi = isian("dimensi yang terkait")


class Kesiapan(Bagian):
    """Satu komponen kesiapan daerah."""

    elemen: Annotated[str | None, Ref("kesiapan", edition=True)] = isian("elemen kesiapan", contoh="struktur")
    komponen: Annotated[str | None, Ref("komponen", edition=True)] = isian("komponen kesiapan", contoh="sdm")
    kondisi: Prosa = isian("kondisi saat ini")
    tingkat: Annotated[str | None, Ref("tingkat_kesiapan", edition=True)] = isian("tingkat kesiapan", contoh="sedang")
    sumber: Teks = isian("sumber data kondisi")


class Permasalahan(Bagian):
    """Permasalahan dan kebutuhan satu subdimensi."""

    id: Id = isian("id permasalahan", contoh="antrean-adminduk")
    sub: SubRef = isian("subdimensi")
    isu: Teks = isian("isu atau permasalahan")
    potensi: Teks = isian("potensi yang dapat dipakai")
    data: Teks = isian("data pendukung")
    sumber: Teks = isian("sumber data pendukung")
    opd: OpdRef = isian("perangkat daerah terkait")


class SubKosong(Bagian):
    """Alasan mengapa satu subdimensi tidak diisi."""

    sub: SubRef = isian("subdimensi yang tidak diisi")
    alasan: Teks = isian("alasan tidak diisi")


class Kesenjangan(Bagian):
    """Satu kesenjangan antara kondisi dan tren."""

    id: Id = isian("id kesenjangan", contoh="gap-layanan-daring")
    sub: SubRef = isian("subdimensi")
    kondisi: Prosa = isian("kondisi saat ini")
    tren: Prosa = isian("tren yang dihadapi")
    gap: Prosa = isian("kesenjangan")
    rekomendasi: Prosa = isian("rekomendasi")


class GapIndikator(Bagian):
    """Kesenjangan satu indikator RPJMD atau RPD."""

    sub: SubRef = isian("subdimensi")
    indikator: Teks = isian("indikator RPJMD atau RPD")
    satuan: Teks = isian("satuan indikator", contoh="persen")
    eksisting: Angka = isian("nilai eksisting")
    tahun: Tahun = isian("tahun nilai eksisting")
    target: Angka = isian("nilai target")
    tahun_target: Tahun = isian("tahun target")
    gap: Angka = isian("gap (target dikurangi eksisting)")
    sumber: Teks = isian("sumber data indikator")


class Swot(Bagian):
    """Kekuatan, kelemahan, peluang, ancaman; butir diberi nomor S1, W1, O1, T1 menurut urutan."""

    kekuatan: DaftarTeks = isian("kekuatan (S)")
    kelemahan: DaftarTeks = isian("kelemahan (W)")
    peluang: DaftarTeks = isian("peluang (O)")
    ancaman: DaftarTeks = isian("ancaman (T)")


class StrategiTows(Bagian):
    """Satu strategi dalam matriks TOWS."""

    strategi: Teks = isian("strategi")
    dari: DaftarKode = isian("butir SWOT yang melahirkan strategi", contoh="[S1, O2]")


class Tows(Bagian):
    """Empat sel matriks TOWS."""

    so: Daftar[StrategiTows] = isian("strategi SO (kekuatan dan peluang)")
    wo: Daftar[StrategiTows] = isian("strategi WO (kelemahan dan peluang)")
    st: Daftar[StrategiTows] = isian("strategi ST (kekuatan dan ancaman)")
    wt: Daftar[StrategiTows] = isian("strategi WT (kelemahan dan ancaman)")
