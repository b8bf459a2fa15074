"""One dimension: all that its working group writes."""

from typing import Annotated

from smartplan.fields import Bagian, Daftar, Prosa, Ref, ScalarList, isian
from smartplan.plan.parts.aksi import Inisiatif, Inventaris, Program, Sasaran
from smartplan.plan.parts.analisis import GapIndikator, Kesenjangan, Permasalahan, SubKosong, Swot, Tows
from smartplan.plan.parts.kelembagaan import OpdRef
from smartplan.plan.parts.quick_win import QuickWin

__all__ = ["Dimensi"]


class Dimensi(Bagian):
    """Satu dimensi Smart City: analisis, sasaran, inisiatif, program, quick win."""

    koordinator: OpdRef = isian("perangkat daerah koordinator dimensi", contoh="diskominfo")
    anggota: Annotated[list[str] | None, ScalarList(Ref("perangkat_daerah"))] = isian(
        "perangkat daerah anggota kelompok"
    )
    gambaran: Prosa = isian("gambaran umum dimensi di daerah")
    permasalahan: Daftar[Permasalahan] = isian("permasalahan dan kebutuhan")
    sub_kosong: Daftar[SubKosong] = isian("subdimensi yang tidak diisi, dengan alasan")
    tren: Prosa = isian("tren masa depan dimensi")
    kesenjangan: Daftar[Kesenjangan] = isian("analisis kesenjangan")
    gap_indikator: Daftar[GapIndikator] = isian("gap indikator RPJMD atau RPD")
    swot: Swot | None = isian("analisis SWOT")
    tows: Tows | None = isian("strategi TOWS")
    sasaran: Daftar[Sasaran] = isian("sasaran dimensi")
    inventaris: Daftar[Inventaris] = isian("inventaris inovasi dan aplikasi")
    inisiatif: Daftar[Inisiatif] = isian("Smart Inisiatif")
    program: Daftar[Program] = isian("program rencana aksi")
    quick_win: Daftar[QuickWin] = isian("quick win")
