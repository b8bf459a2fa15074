"""Field types: how the text of a value is read, and the base of all parts that are made of such fields."""

from __future__ import annotations

from smartplan.fields.base import Bagian, FieldSpec, isian
from smartplan.fields.codes import CODES
from smartplan.fields.containers import (
    AngkaPerTahun,
    CapaianPerTahun,
    Daftar,
    DaftarKode,
    DaftarTeks,
    Peta,
    PetaTeks,
    RupiahPerTahun,
    ScalarList,
)
from smartplan.fields.reading import Draft, Reading, SetAside
from smartplan.fields.scalars import (
    Angka,
    Bulat,
    Capaian,
    Choice,
    Id,
    Kode,
    KodeTemuan,
    Persen,
    Prosa,
    Ref,
    Rupiah,
    Tahun,
    Tanggal,
    Teks,
    YaTidak,
)
from smartplan.fields.tree import LeftOut, ReadPart, read_part

__all__ = [
    "CODES",
    "Angka",
    "AngkaPerTahun",
    "Bagian",
    "Bulat",
    "Capaian",
    "CapaianPerTahun",
    "Choice",
    "Daftar",
    "DaftarKode",
    "DaftarTeks",
    "Draft",
    "FieldSpec",
    "Id",
    "Kode",
    "KodeTemuan",
    "LeftOut",
    "Persen",
    "Peta",
    "PetaTeks",
    "Prosa",
    "ReadPart",
    "Reading",
    "Ref",
    "Rupiah",
    "RupiahPerTahun",
    "ScalarList",
    "SetAside",
    "Tahun",
    "Tanggal",
    "Teks",
    "YaTidak",
    "isian",
    "read_part",
]
