"""Books of plans with holes and nonsense of any kind are made to the end, and are sound."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from smartplan.api import load, render
from tests.rules.test_holes import write_spoilt
from tests.writers.word.checker import faults_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("seed", range(6))
def test_all_books_of_a_spoilt_plan_are_made(seed: int, tmp_path: Path) -> None:
    write_spoilt(tmp_path, random.Random(1000 + seed))
    books = render(load(tmp_path), pages="none")
    assert len([name for name in books if "/" not in name]) == 8
    for name, data in books.items():
        if name.endswith(".docx"):
            assert faults_of(data) == [], name
        else:
            assert "None" not in data.decode("utf-8").split(), name


@pytest.mark.parametrize(
    "profile",
    [
        "kepadatan: [{nilai: , satuan: jiwa/km2, tahun: 2024, sumber: BPS}]",
        "kepadatan: [{satuan: jiwa/km2}]",
        "kepadatan: []",
        "kepadatan: [{nilai: 4}]",
    ],
)
def test_a_figure_without_its_number_stops_no_book(profile: str, tmp_path: Path) -> None:
    figures = f"luas: [{{nilai: 2, tahun: 2024}}], penduduk: [{{nilai: 9, tahun: 2024}}], {profile}"
    (tmp_path / "rencana.yaml").write_text(f"skema: 1\nprofil: {{{figures}}}\n", encoding="utf-8")
    assert len([name for name in render(load(tmp_path), formats=["md"]) if "/" not in name]) == 4
