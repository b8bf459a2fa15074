"""The register against the totals of the decree and of the agency for maps."""

from __future__ import annotations

from decimal import Decimal

import pytest

from smartplan.region import SOURCES, all_regions, by_code, provinces

# Kepmendagri 300.2.2-2138 Tahun 2025; areas: BIG B-16.10/DIGD-BIG/IGD.04.04/12/2024.
REGENCIES, CITIES, PROVINCES = 416, 98, 38
AREA_KM2 = Decimal("1890179.784")
POPULATION = 284_973_643
KECAMATAN, KELURAHAN, DESA = 7_285, 8_496, 75_266
MENDED_AREAS = {
    "11.10": "1851.615",
    "12.10": "2772.346",
    "12.20": "3914.413",
    "14.10": "3609.397",
    "91.10": "14068.312",
    "91.20": "26745.359",
    "92.06": "19946.579",
    "92.11": "1837.146",
}


def test_there_are_514_regencies_and_cities_and_38_provinces() -> None:
    kinds = [region.kind for region in all_regions()]
    assert (len(kinds), kinds.count("kabupaten"), kinds.count("kota")) == (REGENCIES + CITIES, REGENCIES, CITIES)
    assert len(provinces()) == PROVINCES


@pytest.mark.parametrize("regions", [all_regions, provinces])
def test_the_totals_are_those_of_the_decree(regions: object) -> None:
    rows = regions()  # type: ignore[operator]
    assert sum(region.area_km2 for region in rows) == AREA_KM2
    assert sum(region.population for region in rows) == POPULATION
    assert sum(region.kecamatan for region in rows) == KECAMATAN
    assert sum(region.kelurahan for region in rows) == KELURAHAN
    assert sum(region.desa for region in rows) == DESA


def test_codes_and_slugs_are_unique_and_begin_with_their_province() -> None:
    rows = all_regions()
    assert len({region.code for region in rows}) == len({region.slug for region in rows}) == len(rows)
    known = {province.code for province in provinces()}
    assert {region.province_code for region in rows} == known
    assert all(region.code.startswith(f"{region.province_code}.") for region in rows)


@pytest.mark.parametrize(("code", "area"), MENDED_AREAS.items())
def test_areas_that_the_compilation_has_wrong_are_mended(code: str, area: str) -> None:
    region = by_code(code)
    assert region is not None
    assert region.area_km2 == Decimal(area)


def test_a_capital_that_is_not_certain_stays_empty() -> None:
    tanimbar = by_code("81.03")
    buleleng = by_code("51.08")
    assert tanimbar is not None and tanimbar.capital is None
    assert buleleng is not None and buleleng.capital == "Singaraja"


def test_a_province_counts_its_regencies_and_cities() -> None:
    assert sum(province.regencies for province in provinces()) == REGENCIES + CITIES


def test_every_figure_of_a_region_has_a_source() -> None:
    assert {"luas", "penduduk", "kecamatan", "kelurahan", "desa", "data"} <= SOURCES.keys()
    assert "300.2.2-2138" in SOURCES["penduduk"]
    assert "IGD.04.04" in SOURCES["luas"]
