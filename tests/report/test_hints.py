"""Every finding ends in a way to act."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smartplan.plan import PlanNotFound, load_plan
from smartplan.rules import check_plan
from tests.plans import edition, last_stage

if TYPE_CHECKING:
    from smartplan.findings import Finding

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
PLANS = [*sorted(path for path in FIXTURES.iterdir() if (path / "salah").is_dir()), ROOT / "examples" / "buleleng"]


def findings_of(folder: Path) -> tuple[Finding, ...]:
    plan = folder / "salah" if (folder / "salah").is_dir() else folder
    try:
        return check_plan(load_plan(plan), edition(), stage=last_stage()).findings
    except PlanNotFound:
        return ()


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_every_finding_says_what_to_do(folder: Path) -> None:
    silent = [
        f"{finding.code} {finding.message}" for finding in findings_of(folder) if not (finding.hint or "").strip()
    ]
    assert silent == []


def test_the_plans_give_findings_of_many_codes() -> None:
    assert len({finding.code for folder in PLANS for finding in findings_of(folder)}) > 25
