"""Broken plans and their clean twins: a folder below ``fixtures`` that holds ``salah`` is a test.

``salah/`` holds a plan, ``expected.txt`` what is said of it; of ``benar/`` nothing of the kind is said. Entries that
are missing (WJB) and dimensions that are absent are left out, since these plans are small. The stage is bimtek-2, or
what ``tahap.txt`` beside the two folders says.

``nyata-*`` are plans made of what public pages say of real regions, with the mistakes of those pages; the address
stands beside each fact.
"""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smartplan.plan import PlanNotFound, load_plan
from smartplan.region import by_code
from smartplan.report import Summary, concise
from smartplan.rules import check_plan
from tests.plans import edition

if TYPE_CHECKING:
    from smartplan.findings import Finding

FIXTURES = Path(__file__).with_name("fixtures")
CASES = sorted(folder for folder in FIXTURES.iterdir() if (folder / "salah").is_dir())
FIGURE = re.compile(r"^ *- \{.*\bnilai: .*\}", re.MULTILINE)
FIGURES = re.compile(r"^ *- \{.*\bnilai: (?!.*\b(?:Kepmendagri 300|dihitung dari)).*?\bsumber: [^,}]+", re.MULTILINE)
"""The figure rows, up to the name of the source, that are neither the register's nor calculated."""
DECREED = re.compile(r"nilai: ([\d.]+), satuan: (\w+), .*\bsumber: Kepmendagri")
NOTE = re.compile(r" *#")
ADDRESS = re.compile(r"https?://[^\s.]+\.(?!\S*\.\.\.)\S+|\bKepmendagri 300")
SUMMARY = Summary("0", "", "", "", "")


def stage_of(case: Path) -> str:
    named = case / "tahap.txt"
    return named.read_text(encoding="utf-8").strip() if named.is_file() else "bimtek-2"


def findings_of(folder: Path) -> list[Finding]:
    findings = check_plan(load_plan(folder), edition(), stage=stage_of(folder.parent)).findings
    return [finding for finding in findings if not finding.code.startswith("WJB") and finding.code != "DIM001"]


def told(folder: Path) -> str:
    try:
        return concise.report(findings_of(folder), SUMMARY, {})
    except PlanNotFound as error:
        return f"{error.message.replace(str(folder), '<map>')} ({error.hint})\n"


def test_there_are_broken_plans_of_many_kinds() -> None:
    assert len(CASES) >= 20


def test_plans_of_real_regions_name_their_sources() -> None:
    plans = [plan for case in CASES if case.name.startswith("nyata-") for plan in case.rglob("*.yaml")]
    assert len({plan.parts[-3] for plan in plans}) >= 5
    assert all("http" in plan.read_text(encoding="utf-8") for plan in plans)


def unsourced(text: str) -> list[str]:
    """The figures of a plan that have no address on their own line or the line above, nor name the register."""
    lines = ["", *text.splitlines()]
    return [
        line.strip()
        for above, line in itertools.pairwise(lines)
        if FIGURE.match(line) and not ADDRESS.search(line) and not (NOTE.match(above) and ADDRESS.search(above))
    ]


def test_each_figure_of_a_real_region_has_an_address_or_names_the_register() -> None:
    plans = [plan for case in CASES if case.name.startswith("nyata-") for plan in case.rglob("*.yaml")]
    assert sum(len(FIGURE.findall(plan.read_text(encoding="utf-8"))) for plan in plans) > 100
    assert {str(plan): left for plan in plans if (left := unsourced(plan.read_text(encoding="utf-8")))} == {}


def test_a_figure_without_an_address_is_noticed() -> None:
    row = "    - {nilai: 46, satuan: desa, tahun: 2020, sumber: Ensiklopedia}"
    assert unsourced(f"  desa:\n{row}\n") == [row.strip()]
    assert unsourced(f"    # https://contoh.id/... : ringkasan\n{row}\n") == [row.strip()]
    assert unsourced(f"{row}  # https://contoh.id/desa\n{row}\n") == [row.strip()]
    assert unsourced(f"    # https://contoh.id/desa\n{row}\n") == []


def test_a_figure_under_the_decree_is_that_of_the_register() -> None:
    seen = 0
    for plan in (case / "benar" / "rencana.yaml" for case in CASES if case.name.startswith("nyata-")):
        text = plan.read_text(encoding="utf-8")
        code = re.search(r"kode: ([\d.]+)", text)
        region = by_code(code[1]) if code else None
        assert region is not None
        held = {"km2": region.area_km2, "jiwa": region.population, "kecamatan": region.kecamatan}
        for value, unit in DECREED.findall(text):
            seen += 1
            assert float(value) == float(held[unit] or 0), plan
    assert seen >= 10


def figures_of(folder: Path) -> set[str]:
    return {line for plan in folder.rglob("*.yaml") for line in FIGURES.findall(plan.read_text(encoding="utf-8"))}


def test_a_clean_twin_gives_no_figure_that_only_it_knows() -> None:
    """What the twin adds to the figures of the broken plan is the register's or calculated."""
    for case in CASES:
        if case.name.startswith("nyata-"):
            assert figures_of(case / "benar") <= figures_of(case / "salah"), case.name


def test_each_stage_named_is_one_of_the_edition() -> None:
    assert {stage_of(case) for case in CASES} <= set(edition().ids("tahap"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_broken_plan_is_told_in_these_words(case: Path, update_golden: bool) -> None:
    expected = case / "expected.txt"
    if update_golden:
        expected.write_text(told(case / "salah"), encoding="utf-8", newline="\n")
    assert told(case / "salah") == expected.read_text(encoding="utf-8")
    assert expected.stat().st_size > 0


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_its_twin_is_clean(case: Path) -> None:
    assert told(case / "benar") == ""
