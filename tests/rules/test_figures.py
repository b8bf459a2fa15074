"""Which figures a rule compares (the marked one, else the newest, as the books print it), in which units and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plans import check, found

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """\
skema: 1
wilayah: {kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten, fiktif: tidak}
profil:
  penduduk:
"""
OLD = "    - {nilai: 791813, tahun: 2020, sumber: Situs resmi}\n"
NEW = "    - {nilai: 826193, tahun: 2024, sumber: Ensiklopedia}\n"


@pytest.mark.parametrize(
    ("rows", "path"),
    [
        (OLD + NEW, "profil.penduduk[#2].nilai"),
        (NEW + OLD, "profil.penduduk[#1].nilai"),
        (OLD.replace("}", ", dipakai: ya}") + NEW, "profil.penduduk[#1].nilai"),
    ],
)
def test_the_figure_in_use_is_compared_with_the_register(tmp_path: Path, rows: str, path: str) -> None:
    [finding] = found(check(tmp_path, PLAN + rows), "PRF004")
    assert finding.path == path


def test_a_figure_of_the_register_beside_others_is_enough(tmp_path: Path) -> None:
    [finding] = found(check(tmp_path, PLAN + OLD), "PRF004")
    official = finding.message.rpartition("register: ")[2].split()[0].replace(".", "")
    rows = OLD + f"    - {{nilai: {official}, tahun: 2019, sumber: Register}}\n"
    assert found(check(tmp_path, PLAN + rows), "PRF004") == []


def test_the_register_says_of_which_year_its_people_are(tmp_path: Path) -> None:
    [finding] = found(check(tmp_path, PLAN + OLD), "PRF004")
    assert finding.message == "penduduk 791.813 tahun 2020 berbeda dari register: 828.156 tahun 2024"


@pytest.mark.parametrize(("document", "told"), [("2023", 0), ("2024", 1), ("2026", 1)])
def test_a_document_older_than_the_register_is_not_asked_for_its_people(
    document: str, told: int, tmp_path: Path
) -> None:
    text = f"tahun_dokumen: {document}\n{PLAN}{OLD}"
    assert len(found(check(tmp_path, text), "PRF004")) == told


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("luas: [{nilai: 1322.12, satuan: km2, tahun: 2024, sumber: BIG}]", None),
        ("luas: [{nilai: 132212.4, satuan: ha, tahun: 2024, sumber: BIG}]", None),
        ("luas: [{nilai: 7, satuan: petak, tahun: 2024, sumber: BIG}]", None),
        ("luas: [{nilai: 1322.15, tahun: 2024, sumber: BIG}]", "luas 1.322,15 berbeda dari register: 1.322,124"),
        (
            "luas: [{nilai: 136588, satuan: ha, tahun: 2024, sumber: Situs}]",
            "luas 136.588 ha berbeda dari register: 1.322,124 km2",
        ),
    ],
)
def test_the_register_is_compared_in_one_unit_as_exactly_as_the_plan_writes(
    fact: str, told: str | None, tmp_path: Path
) -> None:
    text = PLAN.replace("  penduduk:\n", f"  {fact}\n")
    assert [finding.message for finding in found(check(tmp_path, text), "PRF004")] == ([told] if told else [])


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("kemiskinan: [{nilai: 5.85, satuan: persen}, {nilai: 39.25, satuan: ribu jiwa}]", None),
        ("kemiskinan: [{nilai: 5.85, satuan: persen}, {nilai: 5.9, satuan: '%'}]", None),
        ("kemiskinan: [{nilai: 5.85}, {nilai: 6.2, satuan: persen}]", "kemiskinan punya dua angka: 5,85 dan 6,2"),
        (
            "kemiskinan: [{nilai: 39.25, satuan: ribu jiwa}, {nilai: 41.5, satuan: Ribu Jiwa}]",
            "kemiskinan punya dua angka: 39,25 ribu jiwa dan 41,5 Ribu Jiwa",
        ),
        ("luas: [{nilai: 1365.88, satuan: km2}, {nilai: 136588, satuan: ha}]", None),
        (
            "luas: [{nilai: 1365.88, satuan: km2}, {nilai: 140000, satuan: ha}]",
            "luas punya dua angka: 1.365,88 dan 140.000 ha",
        ),
    ],
)
def test_two_figures_of_one_fact_are_of_one_unit(rows: str, told: str | None, tmp_path: Path) -> None:
    text = f"profil: {{{rows.replace('}', ', tahun: 2024, sumber: BPS}')}}}\n"
    assert [finding.message for finding in found(check(tmp_path, text), "PRF002")] == ([told] if told else [])


def density(people: str, area: str, value: str) -> str:
    return f"profil:\n  luas: [{{{area}}}]\n  penduduk: [{{{people}}}]\n  kepadatan: [{{{value}}}]\n"


@pytest.mark.parametrize(
    ("people", "area", "value", "told"),
    [
        ("nilai: 825100", "nilai: 136588, satuan: ha", "nilai: 604", None),
        ("nilai: 825.1, satuan: ribu jiwa", "nilai: 1365.88, satuan: km²", "nilai: 604, satuan: jiwa/km²", None),
        ("nilai: 825100", "nilai: 1365.88", "nilai: 6.04, satuan: jiwa/ha", None),
        ("nilai: 12700", "nilai: 2000", "nilai: 6", None),
        ("nilai: 825100", "nilai: 1365.88", "nilai: 90, satuan: keluarga/km2", None),
        (
            "nilai: 825.1, satuan: ribu jiwa",
            "nilai: 136588, satuan: ha",
            "nilai: 580, satuan: jiwa/km2",
            "kepadatan 580 tidak sama dengan 825.100 jiwa dibagi 1.365,88 km2, yaitu 604",
        ),
        (
            "nilai: 825100",
            "nilai: 1365.88",
            "nilai: 5.8, satuan: jiwa/ha",
            "kepadatan 5,8 jiwa/ha tidak sama dengan 825.100 jiwa dibagi 1.365,88 km2, yaitu 604",
        ),
    ],
)
def test_the_density_is_compared_in_one_unit(
    people: str, area: str, value: str, told: str | None, tmp_path: Path
) -> None:
    findings = found(check(tmp_path, density(people, area, value)), "PRF001")
    assert [finding.message for finding in findings] == ([told] if told else [])


def test_the_density_tells_which_year_it_fits(tmp_path: Path) -> None:
    text = (
        "profil:\n  luas: [{nilai: 10, tahun: 2024, sumber: BPS}]\n"
        "  penduduk:\n    - {nilai: 1000, tahun: 2020, sumber: BPS}\n    - {nilai: 2000, tahun: 2024, sumber: BPS}\n"
        "  kepadatan: [{nilai: 100, tahun: 2024, sumber: BPS}]\n"
    )
    (finding,) = found(check(tmp_path, text), "PRF001")
    assert finding.hint == "angka ini hanya cocok dengan penduduk tahun 2020; perbarui"


def test_a_year_that_is_not_written_is_not_told(tmp_path: Path) -> None:
    text = (
        "profil:\n  luas: [{nilai: 10, sumber: BPS}]\n"
        "  penduduk:\n    - {nilai: 1000, sumber: BPS}\n    - {nilai: 2000, tahun: 2024, sumber: BPS}\n"
        "  kepadatan: [{nilai: 100, tahun: 2024, sumber: BPS}]\n"
    )
    (finding,) = found(check(tmp_path, text), "PRF001")
    assert finding.hint == "angka ini hanya cocok dengan penduduk 1.000, yang tidak bertahun; perbarui"


@pytest.mark.parametrize(
    ("density", "told"),
    [
        ("9500", False),  # 9.494, to hundreds
        ("9490", False),
        ("9600", True),
        ("9194", True),
        ("9475", True),  # no round figure
        ("8", True),
    ],
)
def test_a_density_may_be_rounded_to_tens_or_hundreds(density: str, told: bool, tmp_path: Path) -> None:
    rows = {"luas": ("37.36", "km2"), "penduduk": ("354679", "jiwa"), "kepadatan": (density, "jiwa/km2")}
    rest = "tahun: 2024, sumber: BPS"
    facts = "".join(f"  {key}: [{{nilai: {one}, satuan: {unit}, {rest}}}]\n" for key, (one, unit) in rows.items())
    assert bool(found(check(tmp_path, f"profil:\n{facts}"), "PRF001")) == told
