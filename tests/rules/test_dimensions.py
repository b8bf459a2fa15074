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
    ("percents", "told"),
    [
        (
            {"perumusan_masalah": 100, "perencanaan": 50, "pembangunan": 50},
            "tahap Pembangunan sudah berjalan, padahal tahap Perencanaan pembangunan baru 50 persen",
        ),
        (
            {"perumusan_masalah": 50, "perencanaan": 50, "pembangunan": 0},
            "tahap Perencanaan pembangunan sudah berjalan, "
            "padahal tahap Perumusan masalah atau kebutuhan baru 50 persen",
        ),
        ({"perumusan_masalah": 100, "perencanaan": 100, "pembangunan": 50}, None),
    ],
)
def test_the_step_that_runs_too_early_is_named_though_one_has_no_figure(
    percents: dict[str, int], told: str | None, tmp_path: Path
) -> None:
    findings = found(check(tmp_path, "skema: 1\n", smart_living=steps(**percents)), "QW004")
    assert [finding.message for finding in findings] == ([f'quick win "Antre": {told}'] if told else [])


def test_every_misnamed_dimension_of_a_text_is_told_once_at_its_place(tmp_path: Path) -> None:
    text = """\
naskah:
  metode: |
    Kelompok Smart Branding, Smart Goverance, dan Smart Enviroment bertemu. Kelompok Smart
    People menyusul. Smart Goverance selesai lebih dahulu.
"""
    told = [(finding.message, finding.span) for finding in found(check(tmp_path, text), "DIM002")]
    assert [message.partition(" bukan")[0] for message, _ in told] == [
        '"Smart Goverance"', '"Smart Enviroment"', '"Smart People"',
    ]  # fmt: skip
    places = [(span.line, span.column, span.end_line, span.end_column) for _, span in told if span]
    assert places == [(3, 30, 3, 45), (3, 51, 3, 67), (3, 86, 4, 11)]


def test_right_names_over_two_lines_and_parts_of_words_are_left_alone(tmp_path: Path) -> None:
    text = "naskah:\n  metode: |\n    Smart Society dan Smart\n    Environment. Smart Peoples Bank hadir.\n"
    assert not found(check(tmp_path, text), "DIM002")


def test_a_mission_of_an_unknown_dimension_does_not_make_another_unserved(tmp_path: Path) -> None:
    plan = "rpjmd: {misi: [{id: misi-1, misi: Melayani, dimensi: [smart_governance, %s]}]}\n"
    checked = check(tmp_path, plan % "smart_people")
    assert found(checked, "KAI001")
    assert not found(checked, "KAI006")
    assert found(check(tmp_path, plan % "smart_living"), "KAI006")
