"""The quick win sheet: the fields and six stages of the form that regions hand in."""

from typing import Annotated

from smartplan.fields import (
    Bagian,
    Bulat,
    Daftar,
    DaftarTeks,
    Id,
    Persen,
    PetaTeks,
    Prosa,
    Ref,
    Tahun,
    Tanggal,
    Teks,
    isian,
)
from smartplan.plan.parts.arah import ProgramRef
from smartplan.plan.parts.kelembagaan import OpdRef
from smartplan.plan.parts.tambahan import TAMBAHAN

__all__ = ["Keberlangsungan", "Manfaat", "Mitra", "QuickWin", "SumberDaya", "TahapanQuickWin"]


class Manfaat(Bagian):
    """Manfaat bagi tiga pihak."""

    penyelenggara: Teks = isian("manfaat bagi penyelenggara")
    pemerintah: Teks = isian("manfaat bagi pemerintah")
    masyarakat: Teks = isian("manfaat bagi masyarakat")


class Keberlangsungan(Bagian):
    """Strategi keberlangsungan."""

    regulasi: Teks = isian("keberlangsungan dari sisi regulasi")
    kelembagaan: Teks = isian("keberlangsungan dari sisi kelembagaan")
    sumber_daya: Teks = isian("keberlangsungan dari sisi sumber daya")
    model_bisnis: Teks = isian("model bisnis")


class Kebutuhan(Bagian):
    """Berapa dan dari mana."""

    jumlah: Teks = isian("berapa")
    asal: Teks = isian("dari mana")


class SumberDaya(Bagian):
    """Sumber daya yang dipakai."""

    uang: Kebutuhan | None = isian("kebutuhan uang")
    orang: Kebutuhan | None = isian("kebutuhan orang")
    sarana: Kebutuhan | None = isian("kebutuhan sarana")


class Mitra(Bagian):
    """Mitra kerja sama."""

    bentuk: Teks = isian("bentuk kemitraan")
    nama: Teks = isian("nama mitra")


class TahapanQuickWin(Bagian):
    """Kemajuan satu tahap."""

    tahap: Annotated[str | None, Ref("tahapan_quick_win", edition=True)] = isian("tahap", contoh="perumusan_ide")
    persen: Persen = isian("kemajuan tahap (persen)", contoh="100")
    tanggal: Tanggal = isian("tanggal kemajuan", contoh="2023-09-01")
    keterangan: Teks = isian("keterangan kemajuan")
    berkas: Teks = isian("berkas bukti")


class QuickWin(Bagian):
    """Lembar quick win."""

    id: Id = isian("id quick win", contoh="bule-kepo")
    nama: Teks = isian("nama singkat quick win")
    program: ProgramRef = isian("program rencana aksi yang dipercepat")
    isu: Annotated[str | None, Ref("isu")] = isian("isu RPJMD, isu RPD, atau permasalahan yang dijawab")
    pengusul: Teks = isian("pengusul (perangkat daerah atau anggota Dewan)")
    opd: OpdRef = isian("perangkat daerah pelaksana")
    jenis: Annotated[str | None, Ref("jenis_quick_win", edition=True)] = isian("jenis inovasi", contoh="produk")
    mulai: Tanggal = isian("tanggal mulai", contoh="2023-08-01")
    bulan: Bulat = isian("lama pelaksanaan (bulan)", contoh="10")
    penjelasan: Prosa = isian("penjelasan singkat")
    manfaat: Manfaat | None = isian("manfaat")
    keunikan: Prosa = isian("keunikan")
    daya_tarik: Prosa = isian("daya tarik")
    potensi_pengembangan: Prosa = isian("potensi pengembangan")
    keberlangsungan: Keberlangsungan | None = isian("strategi keberlangsungan")
    analisis_risiko: Prosa = isian("analisis risiko")
    mitigasi: Prosa = isian("mitigasi risiko")
    sumber_daya: SumberDaya | None = isian("sumber daya")
    tahun_anggaran: Tahun = isian("tahun anggaran", contoh="2023")
    mitra: Daftar[Mitra] = isian("mitra")
    pihak_terlibat: DaftarTeks = isian("pihak yang terlibat")
    rujukan_rpjmd: Teks = isian("rujukan ke RPJMD atau RPD")
    tahapan: Daftar[TahapanQuickWin] = isian("kemajuan tiap tahap")
    persen: Persen = isian("kemajuan keseluruhan (persen)", contoh="53.3")
    tambahan: PetaTeks = TAMBAHAN
