"""The board: stages, what comes next, which steps help most."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from smartplan.plan import load_plan
from smartplan.progress import board as board_module
from smartplan.progress import measure
from smartplan.progress.board import Board, Step, make_board
from tests.plans import edition, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from smartplan.edition import Edition
    from smartplan.plan import Plan
    from smartplan.rules.required import Outcome

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 5, 1)


def of(folder: Path, text: str, **dimensions: str) -> Board:
    files = {f"dimensi/{name}.yaml": content for name, content in dimensions.items()}
    return make_board(write(folder, {"rencana.yaml": f"skema: 1\n{text}", **files}), edition(), TODAY)


def step(board: Board, path: str) -> Step:
    return next(one for one in board.steps if one.path == path)


def test_every_stage_of_the_edition_is_there_and_asks_for_no_less_than_the_one_before(tmp_path: Path) -> None:
    board = of(tmp_path, "")
    assert [stage.meeting.stage for stage in board.stages] == edition().ids("tahap")
    required = [stage.total.required for stage in board.stages]
    assert required == sorted(required) and required[0] > 0
    assert [share.id for share in board.stages[0].documents] == edition().ids("dokumen")
    assert [share.id for share in board.stages[0].dimensions] == edition().ids("dimensi")


def test_the_last_stage_counts_what_progress_counts() -> None:
    plan = load_plan(ROOT / "examples" / "buleleng")
    last = make_board(plan, edition()).stages[-1]
    progress = measure(plan, edition())
    assert (last.documents, last.dimensions) == (progress.documents, progress.dimensions)


def test_an_entry_that_two_books_ask_for_counts_once_in_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = of(tmp_path, "").stages[-1].total
    original = board_module.evaluate

    def asked_twice(plan: Plan, edition: Edition) -> Iterator[Outcome]:
        for outcome in original(plan, edition):
            yield outcome
            yield outcome._replace(document="buku-3")

    monkeypatch.setattr(board_module, "evaluate", asked_twice)
    last = of(tmp_path, "").stages[-1]
    assert last.total == alone
    assert sum(share.required for share in last.documents) == 2 * alone.required


def test_what_is_filled_counts_from_the_stage_that_asks_for_it(tmp_path: Path) -> None:
    board = of(tmp_path, "visi: {smart_city: Maju bersama}\n")
    met = {stage.meeting.stage: stage.total.met for stage in board.stages}
    assert (met["bimtek-1"], met["bimtek-2"]) == (0, 1)


def test_the_complete_example_is_complete_and_has_no_steps() -> None:
    board = make_board(load_plan(ROOT / "examples" / "contoh"), edition(), date(2025, 8, 1))
    assert {stage.total.percent for stage in board.stages} == {100}
    assert board.steps == ()
    assert (board.next.stage, board.next.days) == ("bimtek-3", 19)
    assert all(row.program.met == row.program.total > 0 for row in board.coverage)


def test_steps_fill_most_first_and_are_at_most_five(tmp_path: Path) -> None:
    board = of(tmp_path, "tahap: bimtek-1\n")
    entries = [one.entries for one in board.steps]
    assert 3 <= len(entries) <= 5
    assert entries == sorted(entries, reverse=True)
    assert board.goal == "Bimtek I"


def test_a_step_gathers_what_stands_in_one_list_of_a_dimension(tmp_path: Path) -> None:
    living = "program:\n  - {id: a, nama: A}\n  - {id: b, nama: B}\n"
    found = step(of(tmp_path, "tahap: bimtek-3\n", smart_living=living), "dimensi.smart_living.program")
    assert found.title == "program rencana aksi Smart Living"
    assert dict(found.parts)["lokasi"] == 2
    assert found.entries == sum(count for _, count in found.parts)
    assert found.span is not None and (found.span.file, found.span.line) == ("dimensi/smart_living.yaml", 2)


def test_a_dimension_that_is_not_written_is_one_step_at_the_file_to_write(tmp_path: Path) -> None:
    found = step(of(tmp_path, "tahap: bimtek-3\n"), "dimensi.smart_governance")
    assert found.span is not None and found.span.file == "dimensi/smart_governance.yaml"
    assert found.title == "Smart Governance"


def test_steps_look_further_when_the_next_stage_lacks_nothing(tmp_path: Path) -> None:
    import shutil

    shutil.copytree(ROOT / "examples" / "contoh", tmp_path / "rencana")
    main = tmp_path / "rencana" / "rencana.yaml"
    text = main.read_text(encoding="utf-8").replace("  kata_pengantar: |-", "  maksud_lama: |-", 1)
    main.write_text(text, encoding="utf-8")
    board = make_board(load_plan(tmp_path / "rencana"), edition(), date(2025, 6, 1))
    assert (board.next.stage, board.goal) == ("bimtek-1", "Bimtek IV")
    assert [(one.path, one.entries) for one in board.steps] == [("naskah", 1)]


def test_a_file_that_cannot_be_read_is_named_and_nothing_is_complete(tmp_path: Path) -> None:
    board = of(tmp_path, "", smart_living="program: [\n")
    assert board.unread == ("dimensi/smart_living.yaml",)
    assert all(stage.total.percent < 100 and stage.total.is_partial for stage in board.stages)


def test_an_item_that_cannot_be_read_is_named_and_nothing_is_complete(tmp_path: Path) -> None:
    board = of(tmp_path, "", smart_living="program: [{id: p, mulai: 26}]\n")
    assert board.set_aside == ("dimensi.smart_living.program[p]",) and not board.unread
    assert all(stage.total.is_partial for stage in board.stages)
