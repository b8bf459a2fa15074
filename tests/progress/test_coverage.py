"""What hangs together in each dimension."""

from __future__ import annotations

from pathlib import Path

from smartplan.plan import load_plan
from smartplan.progress import Pair, Row, coverage
from tests.plans import edition, write

NONE = Pair(0, 0)


def of(folder: Path, text: str = "skema: 1\n", **dimensions: str) -> dict[str, Row]:
    files = {f"dimensi/{name}.yaml": content for name, content in dimensions.items()}
    return {row.dimension: row for row in coverage(write(folder, {"rencana.yaml": text, **files}), edition())}


def test_rows_stand_in_the_order_of_the_edition_even_when_nothing_is_written(tmp_path: Path) -> None:
    rows = of(tmp_path)
    assert list(rows) == edition().ids("dimensi")
    assert rows["smart_living"] == Row("smart_living", "Smart Living", NONE, NONE, NONE, NONE)


def test_each_link_counts_once(tmp_path: Path) -> None:
    living = """
kesenjangan: [{id: a}, {id: b}, {gap: Tanpa id}]
sasaran: [{id: s}, {id: t}]
inisiatif: [{id: i, menjawab: [a]}, {id: j, menjawab: [a]}]
program: [{id: p, inisiatif: [i], sasaran: [s]}, {id: q, inisiatif: [i]}]
"""
    row = of(tmp_path, smart_living=living)["smart_living"]
    assert row[2:] == (Pair(1, 3), Pair(1, 2), Pair(1, 2), Pair(1, 2))


def test_a_gap_may_be_answered_by_another_dimension(tmp_path: Path) -> None:
    rows = of(tmp_path, smart_living="kesenjangan: [{id: a}]\n", smart_society="inisiatif: [{id: i, menjawab: [a]}]\n")
    assert rows["smart_living"].kesenjangan == Pair(1, 1)
    assert rows["smart_society"].inisiatif == Pair(0, 1)


def test_a_program_is_traced_by_a_code_of_the_list_and_not_by_one_that_points_nowhere(tmp_path: Path) -> None:
    text = "rpjmd: {program: [{kode: 1.02.02, nama: Kesehatan}]}\n"
    living = "program: [{id: p, program_rpjmd: [1.02.02]}, {id: q, program_rpjmd: [9.99.99]}, {id: r, sasaran: [x]}]\n"
    assert of(tmp_path, text, smart_living=living)["smart_living"].program == Pair(1, 3)


def test_the_example_hangs_together() -> None:
    for row in coverage(load_plan(Path(__file__).parents[2] / "examples/contoh"), edition()):
        assert all(pair.met == pair.total > 0 for pair in row[2:]), row


def test_a_plan_that_cannot_be_read_gives_rows_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "rencana.yaml").write_text("skema: [\n", encoding="utf-8")
    assert {row[2:] for row in coverage(load_plan(tmp_path), edition())} == {(NONE, NONE, NONE, NONE)}
