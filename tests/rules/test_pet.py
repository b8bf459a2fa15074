"""The road map: periods beside those of the edition, milestones, periods without programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plans import check, found

if TYPE_CHECKING:
    from pathlib import Path

ROOT = "skema: 1\nperiode: {awal: 2026, akhir: 2035}\n"


def road(*years: tuple[int, int], names: tuple[str, ...] = ("pendek", "menengah", "panjang"), more: str = "") -> str:
    rows = [
        f"    - {{id: jangka_{name}, awal: {first}, akhir: {last}{more}}}\n"
        for name, (first, last) in zip(names, years, strict=False)
    ]
    return "peta_jalan:\n  periode:\n" + "".join(rows)


@pytest.mark.parametrize(
    ("years", "told"),
    [
        (((2026, 2026), (2027, 2030), (2031, 2035)), None),
        (
            ((2026, 2028), (2029, 2030), (2031, 2035)),
            "Jangka Pendek ditulis 2026-2028, menurut edisi 2026 (tahun ke-1)",
        ),
        (
            ((2026, 2026), (2027, 2029), (2030, 2035)),
            "Jangka Menengah ditulis 2027-2029, menurut edisi 2027-2030 (tahun ke-2 sampai ke-5)",
        ),
        (((2026, 2028), (2030, 2030), (2031, 2035)), None),  # PET001 tells it
        (((2026, 2030), (2031, 2035)), None),  # other periods than the edition's
    ],
)
def test_periods_of_other_length_than_the_edition_has(
    years: tuple[tuple[int, int], ...], told: str | None, tmp_path: Path
) -> None:
    messages = [finding.message for finding in found(check(tmp_path, ROOT + road(*years)), "PET003")]
    assert messages == ([told] if told else [])


def test_a_plan_of_five_years_may_part_them_as_it_likes(tmp_path: Path) -> None:
    root = "skema: 1\nperiode: {awal: 2026, akhir: 2030}\n"
    assert not found(check(tmp_path, root + road((2026, 2027), (2028, 2029), (2030, 2030))), "PET003")


@pytest.mark.parametrize(("year", "told"), [("2026", 2), ("2027", 2), ("2040", 3), ("", 0)])
def test_a_milestone_stands_in_its_period(year: str, told: int, tmp_path: Path) -> None:
    more = f", tonggak: [{{tahun: {year}, tonggak: Pasar dibuka}}]"
    text = ROOT + road((2026, 2026), (2027, 2030), (2031, 2035), more=more)
    findings = found(check(tmp_path, text), "PET004")
    assert len(findings) == told
    for finding in findings:
        assert finding.path is not None
        assert finding.path.endswith(".tonggak[#1].tahun")
        assert ("pindahkan" in (finding.hint or "")) == (year != "2040")


def test_a_milestone_of_a_period_that_runs_backwards_is_left_alone(tmp_path: Path) -> None:
    text = ROOT + road((2030, 2026), more=", tonggak: [{tahun: 2040, tonggak: Pasar dibuka}]")
    assert found(check(tmp_path, text), "PET004") == []


@pytest.mark.parametrize(
    ("rows", "empty"),
    [
        ("{id: a, nama: A, mulai: 2026, selesai: 2035}", []),
        ("{id: a, nama: A, mulai: 2026, selesai: 2028}", ["jangka_panjang"]),
        ("{id: a, nama: A, mulai: 2026}", ["jangka_menengah", "jangka_panjang"]),
        ("{id: a, nama: A, mulai: 2026}, {id: b, nama: B}", []),
        ("{id: a, nama: A, mulai: 2026}, {id: b, nama: B, mulai: kelak}", []),
        ("{id: a, nama: A, mulai: 2046, selesai: 2047}", []),  # PET002 tells it
    ],
)
def test_a_period_without_a_program(rows: str, empty: list[str], tmp_path: Path) -> None:
    text = ROOT + road((2026, 2026), (2027, 2030), (2031, 2035))
    findings = found(check(tmp_path, text, smart_living=f"program: [{rows}]\n"), "PET005")
    assert [finding.path for finding in findings] == [f"peta_jalan.periode[{name}].awal" for name in empty]


@pytest.mark.parametrize(
    ("years", "told"),
    [
        (
            ((2026, 2026), (2028, 2030), (2031, 2035)),
            ["Jangka Menengah mulai 2028, padahal periode sebelumnya berakhir 2026"],
        ),
        (((2027, 2027), (2028, 2030), (2031, 2035)), ["Jangka Pendek mulai 2027, padahal rencana mulai 2026"]),
        (((2026, 2026), (2027, 2030), (2031, 2034)), ["Jangka Panjang berakhir 2034, padahal rencana berakhir 2035"]),
        (((2026, 2026), (2027, 2030), (2035, 2031)), ["Jangka Panjang berakhir (2031) sebelum mulai (2035)"]),
        (((2026, 2026), (2027, 2030), (2031, 2035)), []),
    ],
)
def test_periods_follow_each_other(years: tuple[tuple[int, int], ...], told: list[str], tmp_path: Path) -> None:
    findings = found(check(tmp_path, ROOT + road(*years)), "PET001")
    assert [finding.message for finding in findings][: len(told)] == told or not told
    assert bool(findings) == bool(told)


def test_a_milestone_of_a_year_that_the_periods_leave_out_is_told_of_the_periods(tmp_path: Path) -> None:
    text = ROOT + road((2026, 2026), (2028, 2030), (2031, 2035)).replace(
        "akhir: 2030}", "akhir: 2030, tonggak: [{tahun: 2027, tonggak: Pasar dibuka}]}"
    )
    checked = check(tmp_path, text)
    assert not found(checked, "PET004") and len(found(checked, "PET001")) == 1


def test_nothing_is_said_of_periods_of_which_one_could_not_be_read(tmp_path: Path) -> None:
    text = ROOT + road((2026, 2026), (2027, 2030), (2031, 2035)).replace("akhir: 2030", "akhir: tahun ke-5")
    living = "program: [{id: p, nama: P, mulai: 2028, selesai: 2029}]\n"
    codes = {finding.code for finding in check(tmp_path, text, smart_living=living).findings}
    assert "STR001" in codes and not any(code.startswith("PET") for code in codes)
