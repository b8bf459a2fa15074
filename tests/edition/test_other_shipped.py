"""The shipped editions that inherit: each says only where it differs, and works from init to the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan import api, resources
from smartplan.edition import Wajib, list_editions, load_edition
from smartplan.plan import load_plan
from smartplan.region import by_code
from smartplan.rules import check_plan
from smartplan.scaffold import Answers, scaffold
from tests.edition.editions import parts
from tests.plans import write

if TYPE_CHECKING:
    from pathlib import Path

    from smartplan.edition import Edition

BASE = load_edition("kominfo-2023")
HEIRS = ("kominfo-2019", "perkotaan-2026-rancangan")


def test_these_editions_are_shipped() -> None:
    assert list_editions() == sorted(["kominfo-2023", *HEIRS])


@pytest.mark.parametrize("name", HEIRS)
def test_every_item_has_a_mark_and_a_source(name: str) -> None:
    marked = [part for part in parts(load_edition(name)) if "tanda" in type(part).fields]
    assert len(marked) > 300
    assert all(getattr(part, "tanda") in ("F", "I", "G") and getattr(part, "sumber") for part in marked)  # noqa: B009


def test_2019_has_three_books_that_ask_for_all_that_four_ask_for() -> None:
    heir = load_edition("kominfo-2019")
    assert heir.ids("dokumen") == ["buku-1", "buku-2", "buku-3"]
    asked = {need.jalur for need in needs(heir)}
    assert {need.jalur for need in needs(BASE)} - asked == {"dimensi.*.quick_win"}
    assert asked - {need.jalur for need in needs(BASE)} == set()


def needs(edition: Edition) -> list[Wajib]:
    return [part for part in parts(edition) if isinstance(part, Wajib)]


def test_2019_counts_horizons_in_calendar_years() -> None:
    horizons = load_edition("kominfo-2019").horizon or ()
    assert [(one.id, one.years(2031)) for one in horizons] == [
        ("jangka_pendek", (2020, 2020)),
        ("jangka_menengah", (2021, 2024)),
        ("jangka_panjang", (2025, 2029)),
    ]


def test_2023_counts_horizons_from_the_start_of_the_plan() -> None:
    horizons = BASE.horizon or ()
    assert [one.years(2024) for one in horizons] == [(2024, 2024), (2025, 2028), (2029, 2033)]
    assert [one.years(None) for one in horizons] == [None, None, None]


@pytest.mark.parametrize(("dimensions", "wanted"), [(2, ["QW001"]), (3, []), (6, [])])
def test_2019_wants_three_quick_wins_in_all(tmp_path: Path, dimensions: int, wanted: list[str]) -> None:
    quick_win = "quick_win: [{id: %s-qw, nama: Cepat}]\n"
    files = {f"dimensi/{name}.yaml": quick_win % name for name in BASE.ids("dimensi")[:dimensions]}
    write(tmp_path, {"rencana.yaml": "skema: 1\nedisi: kominfo-2019\n", **files})
    findings = check_plan(load_plan(tmp_path), load_edition("kominfo-2019"), stage="pengajuan").findings
    assert [finding.code for finding in findings if finding.code == "QW001"] == wanted


def test_the_draft_of_2026_has_mobility_for_branding() -> None:
    heir = load_edition("perkotaan-2026-rancangan")
    assert heir.ids("dimensi") == [
        "smart_governance",
        "smart_economy",
        "smart_living",
        "smart_society",
        "smart_environment",
        "mobilitas",
    ]
    assert not heir.dimensi[-1].sub  # type: ignore[index]
    assert "Smart Mobility" not in [name for one in heir.dimensi or () for name in one.nama_keliru or ()]


def test_no_sub_dimension_is_asked_where_the_edition_knows_none(tmp_path: Path) -> None:
    item = "permasalahan: [{id: macet, isu: Macet}]\n"
    write(
        tmp_path,
        {
            "rencana.yaml": "skema: 1\nedisi: perkotaan-2026-rancangan\n",
            "dimensi/mobilitas.yaml": item,
            "dimensi/smart_living.yaml": item.replace("macet", "banjir"),
        },
    )
    edition = load_edition("perkotaan-2026-rancangan")
    findings = check_plan(load_plan(tmp_path), edition, stage="pengajuan").findings
    asked = [finding.path for finding in findings if (finding.path or "").endswith(".sub")]
    assert asked == ["dimensi.smart_living.permasalahan[banjir].sub"]


def test_a_dimension_that_the_edition_lacks_is_told_once(tmp_path: Path) -> None:
    text = "permasalahan: [{id: a, sub: wajah_kota, isu: A}, {id: b, sub: ekosistem_bisnis, isu: B}]\n"
    write(
        tmp_path,
        {"rencana.yaml": "skema: 1\nedisi: perkotaan-2026-rancangan\n", "dimensi/smart_branding.yaml": text},
    )
    edition = load_edition("perkotaan-2026-rancangan")
    findings = check_plan(load_plan(tmp_path), edition, stage="pengajuan").findings
    told = [finding.code for finding in findings if finding.span and finding.span.file == "dimensi/smart_branding.yaml"]
    assert told == ["DIM002"]


@pytest.mark.parametrize("name", HEIRS)
def test_a_fresh_plan_has_the_files_and_books_of_its_edition(tmp_path: Path, name: str) -> None:
    edition = load_edition(name)
    region = by_code("51.08")
    assert region is not None
    write(tmp_path, scaffold(Answers(region, (2020, 2029)), edition))
    plan = load_plan(tmp_path)
    assert sorted(file.stem for file in (tmp_path / "dimensi").iterdir()) == sorted(edition.ids("dimensi"))
    assert {finding.code for finding in api.examine(plan, stage="pengajuan").findings} <= {"WJB001", "WJB002", "DIM003"}
    books = api.render(plan, formats=["md"])
    assert sorted(name for name in books if "/" not in name) == [f"{book}.md" for book in edition.ids("dokumen")]
    for one in edition.dimensi or ():
        assert (one.nama or "") in books["buku-2.md"].decode()
    gone = {one.nama for one in BASE.dimensi or ()} - {one.nama for one in edition.dimensi or ()}
    assert not [title for title in gone if (title or "") in books["buku-2.md"].decode()]


@pytest.mark.parametrize("name", HEIRS)
def test_the_worked_example_can_be_read_by_every_edition(name: str) -> None:
    plan = load_plan(resources.find_example("contoh"))
    findings = check_plan(plan, load_edition(name), stage="pengajuan").findings
    assert {finding.code for finding in findings if finding.code[:3] in ("EDS", "STR", "YML")} == set()
