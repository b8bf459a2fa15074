"""One part with a field of each type, and how a text is read into it."""

from typing import TYPE_CHECKING, Annotated, Any

from smartplan.fields import (
    Angka,
    AngkaPerTahun,
    Bagian,
    Bulat,
    Choice,
    Daftar,
    DaftarKode,
    DaftarTeks,
    Id,
    Kode,
    Persen,
    Peta,
    PetaTeks,
    Prosa,
    ReadPart,
    Ref,
    Rupiah,
    RupiahPerTahun,
    ScalarList,
    Tahun,
    Tanggal,
    Teks,
    YaTidak,
    isian,
    read_part,
)
from smartplan.fields.scalars import Year
from smartplan.source import Mapping, load_bytes

if TYPE_CHECKING:
    from smartplan.findings import Finding

__all__ = ["Butir", "Contoh", "faults", "read"]


class Butir(Bagian):
    """Butir."""

    id: Id = isian("id butir")
    nama: Teks = isian("nama butir")
    jumlah: Bulat = isian("jumlah", contoh="3")


class Contoh(Bagian):
    """Contoh."""

    teks: Teks = isian("satu baris", contoh="kata")
    prosa: Prosa = isian("paragraf")
    kode: Kode = isian("kode")
    id: Id = isian("id")
    angka: Angka = isian("angka")
    persen: Persen = isian("persen")
    bulat: Bulat = isian("bilangan bulat")
    rupiah: Rupiah = isian("uang")
    tahun: Tahun = isian("tahun")
    tanggal: Tanggal = isian("tanggal")
    ya: YaTidak = isian("ya atau tidak")
    pilihan: Annotated[str | None, Choice(aktif="Aktif", tidak_aktif="Tidak aktif")] = isian("pilihan")
    rujukan: Annotated[str | None, Ref("program")] = isian("rujukan")
    daftar_teks: DaftarTeks = isian("daftar teks")
    daftar_kode: DaftarKode = isian("daftar kode")
    daftar_tahun: Annotated[list[int] | None, ScalarList(Year())] = isian("daftar tahun")
    anggaran: RupiahPerTahun = isian("uang per tahun")
    target: AngkaPerTahun = isian("angka per tahun")
    peta_teks: PetaTeks = isian("nama bebas")
    butir: Daftar[Butir] = isian("daftar butir")
    peta: Peta[Butir] = isian("butir menurut id")
    bagian: Butir | None = isian("satu butir")


def read(text: str) -> ReadPart[Contoh]:
    loaded = load_bytes(text.encode(), "rencana.yaml")
    assert isinstance(loaded.root, Mapping), loaded.findings
    return read_part(Contoh, loaded.root)


def faults(read_part: ReadPart[Any]) -> "list[Finding]":
    return list(read_part.findings)
