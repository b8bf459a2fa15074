"""Risks: their level, who answers for them, and what is done about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan.rules import check_plan
from tests.plans import check, edition, found, last_stage, write

if TYPE_CHECKING:
    from pathlib import Path

LIST = """
perangkat_daerah:
  - {id: dinkes, nama: Dinas Kesehatan}
  - {id: disdik, nama: Dinas Pendidikan}
  - {id: dishub, nama: Dinas Perhubungan}
  - {id: bapperida, nama: Badan Perencanaan Pembangunan}
  - {id: dinsos, nama: Dinas Sosial, singkatan: Dinsos P3A}
  - {id: dlh, nama: Dinas Lingkungan}
"""
LIVING = """koordinator: dinkes
anggota: [dishub]
inventaris: [{id: i, opd: dlh}]
program: [{id: p, opd: dinkes, pendukung: [dinsos p3a, Karang taruna]}]
"""


@pytest.mark.parametrize(
    ("likely", "impact", "level", "right"),
    [
        ("tinggi", "tinggi", "rendah", "tinggi"),
        ("tinggi", "tinggi", "sedang", "tinggi"),
        ("rendah", "rendah", "tinggi", "rendah"),
        ("sedang", "sedang", "tinggi", "sedang"),
        ("rendah", "tinggi", "tinggi", "sedang"),
        ("sedang", "tinggi", "tinggi", None),
        ("tinggi", "sedang", "tinggi", None),
        ("rendah", "sedang", "rendah", None),
        ("", "tinggi", "rendah", None),
        ("tinggi", "tinggi", "", None),
        ("tinggi", "sekali", "rendah", None),
    ],
)
def test_the_level_of_a_risk_follows_from_likelihood_and_impact(
    likely: str, impact: str, level: str, right: str | None, tmp_path: Path
) -> None:
    text = f"risiko: [{{id: r, risiko: Data bocor, kemungkinan: {likely}, dampak: {impact}, tingkat: {level}}}]\n"
    findings = found(check(tmp_path, text), "RSK002")
    assert [[edit.new_text for edit in finding.edits] for finding in findings] == ([[right]] if right else [])
    assert all(finding.unsafe and finding.path == "risiko[r].tingkat" for finding in findings)


def test_both_grades_and_the_level_are_quoted(tmp_path: Path) -> None:
    text = "risiko: [{id: r, risiko: Data bocor, kemungkinan: tinggi, dampak: sedang, tingkat: rendah}]\n"
    (finding,) = found(check(tmp_path, text), "RSK002")
    assert finding.message == (
        'tingkat risiko "Data bocor" ditulis rendah, sedangkan kemungkinan tinggi dan dampak sedang menghasilkan tinggi'
    )


def owned(folder: Path, opd: str, living: str = LIVING) -> list[str]:
    dimensions = {name: "program: [{id: p-" + name[6:] + ", opd: dinkes}]\n" for name in edition().ids("dimensi")}
    files = {f"dimensi/{name}.yaml": text for name, text in (dimensions | {"smart_living": living}).items()}
    risks = f"risiko: [{{id: r, risiko: Bidan pindah, dimensi: [smart_society], opd: {opd}}}]\n"
    checked = check_plan(write(folder, {"rencana.yaml": LIST + risks, **files}), edition(), stage=last_stage())
    return [finding.message for finding in found(checked, "RSK003")]


@pytest.mark.parametrize(
    ("opd", "told"),
    [
        ("disdik", True),
        ("dinkes", False),
        ("dishub", False),
        ("dinsos", False),
        ("dlh", False),
        ("bapperida", False),
        ("tidak-ada", False),
        ("", False),
    ],
)
def test_who_answers_for_a_risk_has_a_part_in_the_plan(opd: str, told: bool, tmp_path: Path) -> None:
    assert owned(tmp_path, opd) == (
        ['penanggung jawab risiko "Bidan pindah", Dinas Pendidikan, tidak memegang apa pun dalam rencana']
        if told
        else []
    )


def test_nothing_is_said_of_who_answers_while_a_dimension_has_no_programs(tmp_path: Path) -> None:
    assert not owned(tmp_path, "disdik", "koordinator: dinkes\n")
    assert not owned(tmp_path, "disdik", "program: [{id: p, opd: dinkes}, satu kalimat]\n")


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("Meningkatkan koordinasi", "meningkatkan  koordinasi.", True),
        ("Meningkatkan koordinasi", "Meningkatkan koordinasi antarbidang", False),
        ("", "", False),
        ("Melatih kader", "", False),
    ],
)
def test_the_same_mitigation_for_two_risks(first: str, second: str, told: bool, tmp_path: Path) -> None:
    text = f"""risiko:
  - {{id: r, risiko: Data bocor, mitigasi: {first}}}
  - {{id: s, risiko: Kader pindah, mitigasi: {second}}}
"""
    findings = found(check(tmp_path, text), "RSK004")
    assert [finding.message for finding in findings] == (
        ['mitigasi risiko "Kader pindah" sama dengan mitigasi risiko "Data bocor"'] if told else []
    )
    assert all(finding.related[0].span.line == 2 for finding in findings)


def test_the_level_is_asked_for_at_the_fourth_bimtek(tmp_path: Path) -> None:
    text = "risiko: [{id: r, risiko: Data bocor, mitigasi: Membatasi akses}]\n"
    asked = {finding.path for finding in found(check(tmp_path, text, stage="bimtek-4"), "WJB002")}
    assert "risiko[r].tingkat" in asked
    asked = {finding.path for finding in found(check(tmp_path, text, stage="bimtek-3"), "WJB002")}
    assert "risiko[r].tingkat" not in asked


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("risiko: Data bocor, mitigasi: '-'", ["mitigasi"]),
        ("risiko: Data bocor", ["mitigasi"]),
        ("mitigasi: Membatasi akses", ["risiko"]),
        ("risiko: Data bocor, mitigasi: Membatasi akses", []),
        ("risiko: '-', mitigasi: '-'", []),
    ],
)
def test_a_risk_and_what_is_done_about_it(row: str, told: list[str], tmp_path: Path) -> None:
    findings = found(check(tmp_path, f"risiko: [{{id: r, {row}}}]\n"), "RSK001")
    assert [(finding.path or "").rpartition(".")[2] for finding in findings] == told
