"""All books tell the same facts: read back from the rendered texts and compared with one another and with the plan."""

from __future__ import annotations

import re

import pytest

from smartplan import api, resources
from smartplan.wording import format_rupiah, spoken, terbilang
from smartplan.wording.phrases import counted

BOOKS = ("buku-1", "buku-2", "buku-3", "buku-4")


@pytest.fixture(scope="module")
def plan():
    return api.load(resources.find_example("contoh"))


@pytest.fixture(scope="module")
def books(plan) -> dict[str, str]:
    made = api.render(plan, BOOKS, formats=["md"], pages="none")
    return {name: made[f"{name}.md"].decode() for name in BOOKS}


@pytest.fixture(scope="module")
def programs(plan):
    return [program for dimension in plan.rencana.dimensi.values() for program in dimension.program or ()]


def test_the_vision_is_the_same_in_all_books_that_tell_it(books, plan):
    shown = {
        name: set(re.findall(r"^> \*\*(Tirta Rekaan .+?)\*\*$", text, re.MULTILINE)) for name, text in books.items()
    }
    assert shown["buku-1"] == shown["buku-2"] == shown["buku-3"] == {plan.rencana.visi.smart_city}


def test_the_number_of_programs_and_the_total_are_the_same(books, programs):
    total = sum(sum(program.anggaran.values()) if program.anggaran else program.total or 0 for program in programs)
    told = f"{counted(len(programs), 'program')} dengan anggaran seluruhnya {format_rupiah(total)}"
    found = {
        name: set(re.findall(r"terdiri atas (\S+ program dengan anggaran seluruhnya Rp [\d.]+\d)", text))
        for name, text in books.items()
    }
    assert found["buku-2"] == found["buku-3"] == {told}
    assert f"{format_rupiah(total)} ({terbilang(total)} rupiah)" in books["buku-2"]


def test_the_programs_of_the_groups_add_up_to_all(books, programs):
    said = {spoken(number): number for number in range(1, len(programs))}
    groups = [
        said[words] for words in re.findall(r"^Kelompok ini memuat ([\w ]+?) program", books["buku-2"], re.MULTILINE)
    ]
    assert len(groups) > 1
    assert sum(groups) == len(programs)
    budgets = re.findall(r"^\| \*\*Jumlah\*\* \|.*?\| \*\*([\d.]+)\*\* \|", books["buku-3"], re.MULTILINE)
    assert budgets


def progress(text: str, name: str) -> set[str]:
    """Each percentage that stands in one table row, list item or sentence with a quick win."""
    lines = [line for line in text.splitlines() if name in line]
    found = {percent for line in lines for percent in re.findall(rf"{name}[^|]*?\(kemajuan ([\d,]+ %)\)", line)}
    found |= {percent for line in lines for percent in re.findall(rf"quick win {name} adalah ([\d,]+ %)", line)}
    rows = [line for line in lines if line.startswith("|") and line.rstrip().endswith("% |")]
    return found | {row.rstrip(" |").rsplit("|", 1)[1].strip() for row in rows if f"| {name} |" in row}


def test_each_quick_win_has_one_progress_in_all_books(books, plan):
    seen = 0
    for dimension in plan.rencana.dimensi.values():
        for quick_win in dimension.quick_win or ():
            mean = sum(step.persen for step in quick_win.tahapan) / len(quick_win.tahapan)
            for name in ("buku-2", "buku-3", "buku-4"):
                found = progress(books[name], quick_win.nama)
                assert len(found) == 1, (name, quick_win.nama, found)
                assert abs(float(found.pop().removesuffix(" %").replace(",", ".")) - float(mean)) < 0.06
            seen += 1
    assert seen == len(plan.rencana.dimensi)


def test_missions_serve_the_dimensions_whose_targets_name_them(plan):
    served = {mission.id: set(mission.dimensi) for mission in plan.rencana.misi}
    named = {
        (name, mission)
        for name, dimension in plan.rencana.dimensi.items()
        for target in dimension.sasaran or ()
        for mission in target.misi or ()
    }
    assert named
    assert not [pair for pair in named if pair[0] not in served[pair[1]]]


def test_units_stand_before_the_year_of_their_figure(books):
    assert re.search(r": 31 % \(2024\) → 85 % \(2035\)", books["buku-3"])
    for text in books.values():
        assert not re.search(r"\((19|20)\d\d\) (%|[a-z]+[,;])", text)


def test_a_period_of_one_year_names_that_year(books):
    assert "Anggaran yang dirinci untuk tahun 2026 berjumlah" in books["buku-2"]
    assert books["buku-2"].count("untuk tahun-tahun periode ini") == 2


def test_groups_of_the_action_plan_do_not_all_say_the_same(books):
    told = re.findall(r"^Kelompok ini memuat .+?\. (.+?)\. Anggaran terbesar", books["buku-2"], re.MULTILINE)
    assert len(told) == len({re.sub(r"[\d,]+", "", words) for words in told}) == 5
