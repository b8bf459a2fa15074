"""Family ASM: several values of the SPBE index."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plans import check, found

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("{nilai: 2.87, tahun: 2024}, {nilai: 2.41, tahun: 2023}", []),
        ("{nilai: 2.87, tahun: 2024}, {nilai: 2.9, tahun: 2024}", []),  # the same, rounded
        ("{nilai: 2.87}, {nilai: 2.41}", []),  # no year: PRF003 and WJB ask for it
        ("{nilai: 2.87, tahun: 2024}, {tahun: 2024}", []),
        ("{nilai: 2.87, tahun: 2024, dipakai: ya}, {nilai: 2.41, tahun: 2023}", []),
        ("{nilai: 2.87, tahun: 2024, dipakai: ya}, {nilai: 3.1, tahun: 2024, alasan: Penilaian mandiri}", []),
        ("{nilai: 2.87, tahun: 2024}, {nilai: 3.1, tahun: 2024, dipakai: tidak, alasan: Penilaian mandiri}", []),
        (
            "{nilai: 2.87, tahun: 2024}, {nilai: 3.1, tahun: 2024, dipakai: tidak}",
            ["indeks SPBE tahun 2024 punya dua nilai: 2,87 dan 3,1"],
        ),
        (
            "{nilai: 2.87, tahun: 2024}, {nilai: 3.1, tahun: 2024}",
            ["indeks SPBE tahun 2024 punya dua nilai: 2,87 dan 3,1"],
        ),
        (
            "{nilai: 2.87, tahun: 2024, dipakai: ya}, {nilai: 3.1, tahun: 2024}",
            ["indeks SPBE tahun 2024 punya dua nilai: 2,87 dan 3,1"],
        ),
        (
            "{nilai: 2.87, tahun: 2024, dipakai: ya, alasan: a}, {nilai: 2.41, tahun: 2023, dipakai: ya, alasan: b}",
            ["2 indeks SPBE ditandai dipakai: 2,87 (2024) dan 2,41 (2023)"],
        ),
    ],
)
def test_one_index_a_year_is_in_use(rows: str, expected: list[str], tmp_path: Path) -> None:
    findings = found(check(tmp_path, f"asesmen: {{indeks_spbe: [{rows}]}}\n"), "ASM004")
    assert [finding.message for finding in findings] == expected
