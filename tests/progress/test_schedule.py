"""Which stage comes next, by the dates of the plan and today."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from smartplan.progress.schedule import Meeting, meeting_of, next_meeting
from tests.plans import edition, write

if TYPE_CHECKING:
    from pathlib import Path

    from smartplan.plan import Plan

DATES = """
jadwal:
  - {tahap: bimtek-2, mulai: 2026-07-10, selesai: 2026-07-11}
  - {tahap: bimtek-1, mulai: 2026-05-05, selesai: 2026-05-06}
"""


def plan(folder: Path, text: str) -> Plan:
    return write(folder, {"rencana.yaml": f"skema: 1\n{text}"})


def coming(folder: Path, text: str, today: date | None) -> Meeting:
    return next_meeting(plan(folder, text), edition(), today)


@pytest.mark.parametrize(
    ("today", "stage", "days"),
    [
        (date(2026, 5, 1), "bimtek-1", 4),
        (date(2026, 5, 5), "bimtek-1", 0),
        (date(2026, 5, 6), "bimtek-1", -1),
        (date(2026, 5, 7), "bimtek-2", 64),
    ],
)
def test_the_first_meeting_that_is_not_over_comes_next(tmp_path: Path, today: date, stage: str, days: int) -> None:
    found = coming(tmp_path, f"tahap: bimtek-4\n{DATES}", today)
    assert (found.stage, found.days) == (stage, days)


def test_when_all_are_over_the_stage_of_the_plan_counts_and_may_be_late(tmp_path: Path) -> None:
    found = coming(tmp_path, f"tahap: bimtek-2\n{DATES}", date(2026, 7, 21))
    assert (found.stage, found.days) == ("bimtek-2", -11)


def test_a_stage_without_date_has_no_days(tmp_path: Path) -> None:
    assert coming(tmp_path, f"tahap: bimtek-3\n{DATES}", date(2026, 8, 1)) == Meeting("bimtek-3", "Bimtek III")


def test_without_a_stage_the_one_after_the_last_meeting_comes_next(tmp_path: Path) -> None:
    assert coming(tmp_path, DATES, date(2026, 8, 1)).stage == "bimtek-3"
    assert coming(tmp_path, "tahap: tidak-ada\n", date(2026, 8, 1)).stage == "bimtek-1"


def test_after_the_last_stage_there_is_no_further_one(tmp_path: Path) -> None:
    text = "jadwal:\n  - {tahap: pengajuan, mulai: 2026-05-05}\n"
    assert coming(tmp_path, text, date(2026, 8, 1)).stage == "pengajuan"


def test_without_a_clock_the_stage_of_the_plan_comes_next(tmp_path: Path) -> None:
    found = coming(tmp_path, f"tahap: bimtek-2\n{DATES}", None)
    assert (found.stage, found.start, found.days) == ("bimtek-2", date(2026, 7, 10), None)


def test_of_two_meetings_of_a_stage_the_one_that_is_not_over_counts(tmp_path: Path) -> None:
    text = """
jadwal:
  - {tahap: bimtek-1, mulai: 2026-05-05, selesai: 2026-05-06}
  - {tahap: bimtek-1, selesai: 2026-06-06}
  - {tahap: bimtek-1, tempat: Aula}
"""
    found = meeting_of(plan(tmp_path, text), edition(), "bimtek-1", date(2026, 5, 30))
    assert (found.start, found.end, found.days) == (date(2026, 6, 6), date(2026, 6, 6), 7)


def test_a_meeting_that_ends_before_it_begins_ends_when_it_begins(tmp_path: Path) -> None:
    text = "jadwal:\n  - {tahap: bimtek-1, mulai: 2026-05-05, selesai: 2026-05-01}\n"
    found = meeting_of(plan(tmp_path, text), edition(), "bimtek-1", date(2026, 5, 5))
    assert (found.start, found.end, found.days) == (date(2026, 5, 5), date(2026, 5, 5), 0)


@pytest.mark.parametrize(("day", "days", "is_over"), [(4, 1, False), (5, 0, False), (6, -1, False), (7, -2, True)])
def test_days_count_from_the_first_day_and_the_last_day_ends_it(
    tmp_path: Path, day: int, days: int, is_over: bool
) -> None:
    found = meeting_of(plan(tmp_path, DATES), edition(), "bimtek-1", date(2026, 5, day))
    assert (found.days, found.is_over) == (days, is_over)
