"""What stands in dimensions: whether they are written, gaps, outputs, steps of quick wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plans import check, found

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("held", ["x", "[x]", "{tren: Sehat}"])
def test_a_dimension_that_cannot_be_read_is_not_told_to_be_absent(held: str, tmp_path: Path) -> None:
    checked = check(tmp_path, f"dimensi: {{smart_living: {held}}}\n")
    assert "smart_living" not in {finding.dimension for finding in found(checked, "DIM001")}


@pytest.mark.parametrize("held", ["", "null", "''"])
def test_a_dimension_with_a_blank_key_is_absent(held: str, tmp_path: Path) -> None:
    checked = check(tmp_path, f"dimensi:\n  smart_living: {held}\n")
    assert "smart_living" in {finding.dimension for finding in found(checked, "DIM001")}


def test_a_dimension_file_that_holds_a_list_is_told_as_such(tmp_path: Path) -> None:
    checked = check(tmp_path, "skema: 1\n", smart_living="- x\n")
    assert found(checked, "STR001")
    assert "smart_living" not in {finding.dimension for finding in found(checked, "DIM001")}


@pytest.mark.parametrize(
    ("before", "target", "gap", "hint"),
    [
        ("20", "14", "6", None),
        ("20", "14", "-6", None),
        ("80", "95", "15", None),
        ("20", "14", "5", "tulis `gap: -6`, atau 6 tanpa tanda, atau perbaiki target dan nilai eksisting"),
        ("80", "95", "-15", "tulis `gap: 15`, atau perbaiki target dan nilai eksisting"),
    ],
)
def test_a_gap_downwards_may_be_written_without_its_sign(
    before: str, target: str, gap: str, hint: str | None, tmp_path: Path
) -> None:
    row = f"gap_indikator: [{{indikator: Stunting, eksisting: {before}, target: {target}, gap: {gap}}}]\n"
    findings = found(check(tmp_path, "skema: 1\n", smart_living=row), "ANL001")
    assert [finding.hint for finding in findings] == ([hint] if hint else [])


@pytest.mark.parametrize(
    ("output", "counted"),
    [
        ("Jumlah aplikasi", True),
        ("Tersedianya aplikasi layanan", True),
        ("Aplikasi antrean daring", True),
        ("1 aplikasi", True),
        ("Jumlah pengguna aplikasi", False),
        ("OPD yang berhenti memakai aplikasi lama", False),
        ("Jumlah aplikasi yang dihentikan", False),
        ("Jumlah kelas", False),
    ],
)
def test_only_an_output_that_is_an_application_is_counted(output: str, counted: bool, tmp_path: Path) -> None:
    rows = ", ".join(f"{{id: {name}, nama: {name}, indikator_output: {output}}}" for name in "abcde")
    living = f"program: [{rows}]\n"
    assert bool(found(check(tmp_path, "skema: 1\n", smart_living=living), "AKS009")) == counted


def steps(**percents: int) -> str:
    rows = ", ".join(f"{{tahap: {name}, persen: {percent}}}" for name, percent in percents.items())
    return f"quick_win: [{{id: a, nama: Antre, tahapan: [{rows}]}}]\n"


@pytest.mark.parametrize(
    ("percents", "title"),
    [
        ({"perumusan_masalah": 100, "perencanaan": 50, "pembangunan": 50}, "Pembangunan"),
        ({"perumusan_masalah": 50, "perencanaan": 50, "pembangunan": 0}, "Perencanaan pembangunan"),
        ({"perumusan_masalah": 100, "perencanaan": 100, "pembangunan": 50}, None),
    ],
)
def test_the_step_that_runs_too_early_is_named_though_one_has_no_figure(
    percents: dict[str, int], title: str | None, tmp_path: Path
) -> None:
    findings = found(check(tmp_path, "skema: 1\n", smart_living=steps(**percents)), "QW004")
    expected = f'quick win "Antre": tahap {title} berjalan sebelum tahap di depannya selesai'
    assert [finding.message for finding in findings] == ([expected] if title else [])
