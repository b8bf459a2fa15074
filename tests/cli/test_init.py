"""``smartplan init``: a folder that can be worked in at once, and never over somebody's work."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.project import Project

FILES = [
    "rencana.yaml",
    "profil.yaml",
    "kelembagaan.yaml",
    "rpjmd.yaml",
    "analisis.yaml",
    "arah.yaml",
    "dimensi/smart_governance.yaml",
    "dimensi/smart_branding.yaml",
    "dimensi/smart_economy.yaml",
    "dimensi/smart_living.yaml",
    "dimensi/smart_society.yaml",
    "dimensi/smart_environment.yaml",
    "BACA-SAYA.md",
    ".smartplan/skema-rencana.json",
    ".smartplan/skema-dimensi.json",
]


@pytest.mark.parametrize(
    ("named", "folder", "region"),
    [
        ("buleleng", "buleleng", "Kabupaten Buleleng (51.08), Provinsi Bali"),
        ("kota-bogor", "kota-bogor", "Kota Bogor (32.71), Provinsi Jawa Barat"),
        ("Kota Denpasar", "denpasar", "Kota Denpasar (51.71), Provinsi Bali"),
        ("51", "bali", "Provinsi Bali (51)"),
    ],
)
def test_it_writes_a_folder_named_after_the_region(named: str, folder: str, region: str, project: Project) -> None:
    shown = project.run("init", named, "--period", "2025-2034")
    assert shown.code == 0
    assert shown.out.splitlines() == [f"{folder}/{name}" for name in FILES]
    assert shown.err == (
        f"Daerah: {region}\n\n"
        f"Rencana baru ada di map “{folder}”. Mulailah dari rencana.yaml, "
        "lalu lihat apa yang diperlukan untuk Bimtek I:\n"
        f"  smartplan validate {folder}\n"
    )
    assert all((project.folder / folder / name).is_file() for name in FILES)


@pytest.mark.parametrize("named", ["buleleng", "kota-bogor", "51"])
def test_a_new_plan_has_nothing_but_gaps(named: str, project: Project) -> None:
    project.run("init", named, "--folder", "baru", "--period", "2025-2034")
    shown = project.run("validate", "baru", "--format", "json")
    assert shown.code == 1
    report = json.loads(shown.out)
    assert {finding["code"] for finding in report["findings"]} == {"WJB001", "WJB002"}
    assert report["stage"] == "bimtek-1"
    paths = [finding["path"] for finding in report["findings"]]
    assert len(paths) == len(set(paths))
    assert {"asesmen.indeks_spbe", "rpjmd.isu", "dimensi.smart_living.permasalahan"} <= set(paths)
    assert not any(path.startswith(("wilayah", "periode", "profil.luas", "profil.penduduk")) for path in paths)


def test_a_name_of_two_regions_is_asked_back(project: Project) -> None:
    shown = project.run("init", "tegal", "--yes")
    assert (shown.code, shown.out) == (2, "")
    assert shown.err == (
        "galat: “tegal” dapat berarti Kabupaten Tegal (33.28) dan Kota Tegal (33.76)\n"
        "saran: tulis kab-tegal atau kota-tegal\n"
    )


def test_a_misspelt_region_is_answered_with_near_ones(project: Project) -> None:
    shown = project.run("init", "bulelng")
    assert shown.code == 2
    assert "Kabupaten Buleleng (51.08)" in shown.err


def test_a_plan_that_is_there_stays_as_it_is(project: Project) -> None:
    mine = project.write("buleleng/rencana.yaml", "skema: 1\n")
    shown = project.run("init", "buleleng", "--yes")
    assert shown.code == 2
    assert "sudah memuat rencana; tidak ada yang ditulis" in shown.err
    assert mine.read_text(encoding="utf-8") == "skema: 1\n"
    assert [path.name for path in mine.parent.iterdir()] == ["rencana.yaml"]


def test_any_file_in_the_way_stops_it_before_the_first_is_written(project: Project) -> None:
    project.write("kerja/profil.yaml", "milik orang\n")
    shown = project.run("init", "buleleng", "--folder", "kerja")
    assert shown.code == 2
    assert "sudah memuat profil.yaml" in shown.err
    assert [path.name for path in (project.folder / "kerja").iterdir()] == ["profil.yaml"]


def test_other_files_of_the_folder_do_not_matter(project: Project) -> None:
    project.write("kerja/catatan.txt", "milik orang\n")
    assert project.run("init", "buleleng", "--folder", "kerja").code == 0


def test_the_folder_is_looked_at_before_anything_else(project: Project) -> None:
    project.write("berkas", "")
    shown = project.run("init", "tidak-ada-daerahnya", "--folder", "berkas/rencana")
    assert shown.code == 2
    assert "“<map>/berkas” adalah berkas, bukan map" in shown.err


@pytest.mark.parametrize("period", ["2030", "2034-2025", "20-30", "2024 sampai 2033"])
def test_a_period_that_cannot_be_read_is_refused(period: str, project: Project) -> None:
    shown = project.run("init", "buleleng", "--period", period)
    assert shown.code == 2
    assert "contoh: --period 2024-2033" in shown.err
    assert not (project.folder / "buleleng").exists()
