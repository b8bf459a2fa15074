"""Totals as a document states them, to be compared with the sums of the programs."""

from typing import Annotated

from smartplan.fields import Bagian, Daftar, Ref, Rupiah, RupiahPerTahun, Teks, isian
from smartplan.plan.parts.kelembagaan import OpdRef

__all__ = ["RekapAnggaran", "RekapDimensi", "RekapOpd", "RekapSumberDana"]


class RekapDimensi(Bagian):
    """Jumlah anggaran satu dimensi menurut dokumen."""

    dimensi: Annotated[str | None, Ref("dimensi", edition=True)] = isian("dimensi", contoh="smart_living")
    jumlah: Rupiah = isian("jumlah anggaran dimensi yang tertulis (rupiah)", contoh="4200000000")


class RekapOpd(Bagian):
    """Jumlah anggaran satu perangkat daerah menurut dokumen."""

    opd: OpdRef = isian("perangkat daerah", contoh="dinkes")
    jumlah: Rupiah = isian("jumlah anggaran perangkat daerah yang tertulis (rupiah)", contoh="4200000000")


class RekapSumberDana(Bagian):
    """Jumlah anggaran satu sumber dana menurut dokumen."""

    sumber_dana: Annotated[str | None, Ref("sumber_dana", edition=True)] = isian("sumber dana", contoh="apbd")
    jumlah: Rupiah = isian("jumlah anggaran sumber dana yang tertulis (rupiah)", contoh="4200000000")


class RekapAnggaran(Bagian):
    """Jumlah anggaran yang tertulis dalam dokumen, untuk dicocokkan dengan jumlah anggaran program."""

    tahun: RupiahPerTahun = isian("jumlah anggaran per tahun yang tertulis (rupiah)", contoh="{2026: 1250000000}")
    dimensi: Daftar[RekapDimensi] = isian("jumlah anggaran per dimensi yang tertulis")
    opd: Daftar[RekapOpd] = isian("jumlah anggaran per perangkat daerah yang tertulis")
    sumber_dana: Daftar[RekapSumberDana] = isian("jumlah anggaran per sumber dana yang tertulis")
    total: Rupiah = isian("jumlah seluruh anggaran yang tertulis (rupiah)", contoh="12500000000")
    sumber: Teks = isian("dokumen dan tabel tempat jumlah itu tertulis", contoh="Buku 2, Tabel 4.7")
