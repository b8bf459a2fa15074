"""The RPJMD or RPD that the plan must serve, and its mapping to the dimensions."""

from typing import Annotated

from smartplan.fields import Bagian, Choice, Daftar, DaftarTeks, Id, Kode, Ref, ScalarList, Teks, isian
from smartplan.plan.parts.kelembagaan import DasarHukum, OpdRef
from smartplan.plan.parts.wilayah import Periode

__all__ = ["DaftarDimensi", "IsuRpjmd", "MisiRpjmd", "ProgramRpjmd", "Rpjmd", "SasaranRpjmd", "TujuanRpjmd"]

JenisRpjmd = Annotated[
    str | None, Choice(rpjmd="Rencana Pembangunan Jangka Menengah Daerah", rpd="Rencana Pembangunan Daerah")
]
DaftarDimensi = Annotated[list[str] | None, ScalarList(Ref("dimensi", edition=True))]


class IsuRpjmd(Bagian):
    """Isu strategis RPJMD atau RPD."""

    id: Id = isian("id isu", contoh="isu-sampah")
    isu: Teks = isian("isu strategis")
    dimensi: DaftarDimensi = isian("dimensi yang terkait", contoh="[smart_environment]")


class SasaranRpjmd(Bagian):
    """Sasaran RPJMD atau RPD."""

    sasaran: Teks = isian("sasaran RPJMD atau RPD")
    indikator: DaftarTeks = isian("indikator sasaran")
    dimensi: DaftarDimensi = isian("dimensi yang dilayani sasaran")


class TujuanRpjmd(Bagian):
    """Tujuan RPJMD atau RPD."""

    tujuan: Teks = isian("tujuan RPJMD atau RPD")
    indikator: DaftarTeks = isian("indikator tujuan")
    sasaran: Daftar[SasaranRpjmd] = isian("sasaran dari tujuan ini")


class MisiRpjmd(Bagian):
    """Misi RPJMD atau RPD."""

    id: Id = isian("id misi RPJMD atau RPD", contoh="misi-1")
    misi: Teks = isian("misi RPJMD atau RPD")
    dimensi: DaftarDimensi = isian("dimensi yang dilayani misi")
    tujuan: Daftar[TujuanRpjmd] = isian("tujuan dari misi ini")


class ProgramRpjmd(Bagian):
    """Program RPJMD, RPD, atau Renstra."""

    kode: Kode = isian("kode program menurut Permendagri 90/2019", contoh="2.16.02")
    nama: Teks = isian("nama program RPJMD, RPD, atau Renstra")
    opd: OpdRef = isian("perangkat daerah pelaksana")
    dimensi: DaftarDimensi = isian("dimensi yang terkait")


class Rpjmd(Bagian):
    """RPJMD, atau RPD selama daerah dipimpin Penjabat."""

    jenis: JenisRpjmd = isian("jenis dokumen", contoh="rpjmd")
    nama: Teks = isian("nama lengkap RPJMD atau RPD")
    peraturan: DasarHukum | None = isian("peraturan yang menetapkan RPJMD atau RPD")
    periode: Periode | None = isian("periode RPJMD atau RPD")
    visi: Teks = isian("visi RPJMD")
    isu: Daftar[IsuRpjmd] = isian("isu strategis RPJMD atau RPD")
    misi: Daftar[MisiRpjmd] = isian("misi RPJMD atau RPD, beserta tujuan dan sasarannya")
    program: Daftar[ProgramRpjmd] = isian("program RPJMD, RPD, atau Renstra")
