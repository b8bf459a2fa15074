"""What a dimension's group proposes: sasaran, inventory, initiatives, programs."""

from typing import Annotated

from smartplan.fields import (
    Bagian,
    Capaian,
    CapaianPerTahun,
    Choice,
    DaftarKode,
    DaftarTeks,
    Id,
    PetaTeks,
    Prosa,
    Ref,
    Rupiah,
    RupiahPerTahun,
    ScalarList,
    Tahun,
    Teks,
    isian,
)
from smartplan.plan.parts.analisis import SubRef
from smartplan.plan.parts.kelembagaan import OpdRef
from smartplan.plan.parts.tambahan import TAMBAHAN

__all__ = ["Baseline", "Inisiatif", "Inventaris", "Program", "Sasaran"]

JenisInventaris = Annotated[
    str | None,
    Choice(
        aplikasi="Aplikasi",
        inovasi="Inovasi",
        sistem="Sistem",
        perangkat="Perangkat",
        layanan="Layanan",
        kegiatan="Kegiatan",
    ),
]
Keadaan = Annotated[
    str | None,
    Choice(aktif="Aktif", pengembangan="Dalam pengembangan", terbatas="Terbatas", tidak_aktif="Tidak aktif"),
]


class Baseline(Bagian):
    """Nilai awal indikator."""

    nilai: Capaian = isian("nilai baseline")
    tahun: Tahun = isian("tahun baseline")


class Sasaran(Bagian):
    """Sasaran pembangunan satu dimensi."""

    id: Id = isian("id sasaran", contoh="layanan-daring")
    sub: SubRef = isian("subdimensi")
    kategori: Teks = isian("kategori sasaran")
    sasaran: Teks = isian("sasaran")
    dasar: Teks = isian("dasar penetapan (alasan atau dokumen)")
    misi: Annotated[list[str] | None, ScalarList(Ref("misi"))] = isian("misi Smart City yang dilayani")
    indikator: Teks = isian("indikator sasaran")
    satuan: Teks = isian("satuan indikator", contoh="persen")
    baseline: Baseline | None = isian("baseline (nilai dan tahun)")
    target: CapaianPerTahun = isian("target per tahun", contoh="{2028: 80, 2033: 95}")
    sumber: Teks = isian("sumber data indikator")
    tambahan: PetaTeks = TAMBAHAN


class Inventaris(Bagian):
    """Inovasi atau aplikasi yang sudah ada."""

    id: Id = isian("id inventaris", contoh="aku-online")
    nama: Teks = isian("nama inovasi atau aplikasi")
    jenis: JenisInventaris = isian("jenis", contoh="aplikasi")
    sub: SubRef = isian("subdimensi")
    opd: OpdRef = isian("perangkat daerah pengelola")
    tahun: Tahun = isian("tahun mulai dipakai")
    keadaan: Keadaan = isian("keadaan sekarang", contoh="aktif")
    keterangan: Teks = isian("keterangan")
    sumber: Teks = isian("sumber")
    tambahan: PetaTeks = TAMBAHAN


class Inisiatif(Bagian):
    """Smart Inisiatif: jawaban atas kesenjangan dan isu."""

    id: Id = isian("id inisiatif", contoh="layanan-satu-pintu")
    sub: SubRef = isian("subdimensi")
    nama: Teks = isian("nama inisiatif")
    uraian: Prosa = isian("uraian inisiatif")
    menjawab: Annotated[list[str] | None, ScalarList(Ref("kesenjangan"))] = isian("kesenjangan atau isu yang dijawab")
    tambahan: PetaTeks = TAMBAHAN


class Program(Bagian):
    """Satu baris rencana aksi."""

    id: Id = isian("id program", contoh="aku-online")
    nama: Teks = isian("nama program")
    uraian: Prosa = isian("uraian program")
    kelompok: Annotated[str | None, Ref("kelompok", edition=True)] = isian("kelompok rencana aksi", contoh="literasi")
    sub: SubRef = isian("subdimensi")
    inisiatif: Annotated[list[str] | None, ScalarList(Ref("inisiatif"))] = isian("inisiatif yang dijalankan")
    sasaran: Annotated[list[str] | None, ScalarList(Ref("sasaran"))] = isian("sasaran yang dilayani")
    program_rpjmd: DaftarKode = isian("kode program RPJMD, RPD, atau Renstra", contoh="[2.16.02]")
    kegiatan: DaftarTeks = isian("kegiatan dalam program")
    indikator_output: Teks = isian("indikator output")
    target_output: Teks = isian("target output")
    indikator_outcome: Teks = isian("indikator outcome")
    target_outcome: Teks = isian("target outcome")
    lokasi: Teks = isian("lokasi")
    mulai: Tahun = isian("tahun mulai", contoh="2024")
    selesai: Tahun = isian("tahun selesai", contoh="2026")
    anggaran: RupiahPerTahun = isian("anggaran per tahun (rupiah)", contoh="{2024: 150000000}")
    total: Rupiah = isian("jumlah anggaran (rupiah)", contoh="150000000")
    sumber_dana: Annotated[list[str] | None, ScalarList(Ref("sumber_dana", edition=True))] = isian(
        "sumber dana", contoh="[apbd]"
    )
    opd: OpdRef = isian("perangkat daerah penanggung jawab", contoh="diskominfo")
    pendukung: DaftarTeks = isian("perangkat daerah atau pemangku kepentingan pendukung")
    induk: Annotated[str | None, Ref("program")] = isian("program induk")
    keterangan: Teks = isian("keterangan")
    tambahan: PetaTeks = TAMBAHAN
