"""The action plan: programs twice, parents in a ring, codes, indicators, shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plans import check, found

if TYPE_CHECKING:
    from pathlib import Path

ROOT = "skema: 1\n"


def programs(*rows: str) -> str:
    return "program:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("nama: Taman Pintar, opd: dlh", "nama: taman  pintar., opd: dlh", True),
        ("nama: Program Taman Pintar, opd: dlh", "nama: Taman Pintar, opd: dlh", True),
        ("nama: Taman Pintar, opd: dlh", "nama: Taman Pintar, opd: dinkes", False),
        ("nama: Taman Pintar, opd: dlh", "nama: Taman Pintar Tahap II, opd: dlh", False),
        ("nama: Taman Pintar", "nama: Taman Pintar", False),
        ("nama: Taman Pintar, opd: dlh", "nama: Taman Pintar, opd: dlh, induk: a", False),
    ],
)
def test_a_program_is_twice_when_name_and_office_are_the_same(
    first: str, second: str, told: bool, tmp_path: Path
) -> None:
    checked = check(
        tmp_path, ROOT, smart_living=programs(f"id: a, {first}"), smart_society=programs(f"id: b, {second}")
    )
    findings = found(checked, "AKS012")
    assert len(findings) == told
    for finding in findings:
        assert finding.path == "dimensi.smart_society.program[b].nama"
        assert [related.span.file for related in finding.related] == ["dimensi/smart_living.yaml"]


@pytest.mark.parametrize(
    ("parents", "told"),
    [
        ({"a": "b", "b": "c", "c": "a"}, ["induk program melingkar: a → b → c → a"]),
        ({"d": "a", "a": "b", "b": "a"}, ["induk program melingkar: a → b → a"]),
        ({"a": "a"}, ['program "a" menjadi induk dirinya sendiri']),
        ({"a": "b", "b": "b", "c": "b"}, ['program "b" menjadi induk dirinya sendiri']),
        ({"a": "b", "c": "b", "b": None}, []),
        ({"a": "b", "b": "c", "c": None, "d": "a"}, []),
        ({"a": "tidak-ada"}, []),
    ],
)
def test_a_ring_of_parents_is_told_once(parents: dict[str, str | None], told: list[str], tmp_path: Path) -> None:
    rows = [f"id: {name}, nama: {name}" + (f", induk: {parent}" if parent else "") for name, parent in parents.items()]
    checked = check(tmp_path, ROOT, smart_living=programs(*rows))
    assert [finding.message for finding in found(checked, "AKS013")] == told


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("2.16.2", "tulis 2.16.02, juga pada `program_rpjmd:` yang merujuknya"),
        ("02-16-03", "tulis 2.16.03, juga pada `program_rpjmd:` yang merujuknya"),
        ("2.16.02.2.01", "tulis kode programnya, 2.16.02"),
        ("2.16", "lengkapi urusan, bidang, dan program, misalnya 2.16.03"),
        ("P-12", "tulis urusan, bidang, dan program, misalnya 2.16.03"),
        ("2.16.03", None),
        ("X.XX.01", None),
        ("7.01.02", None),
    ],
)
def test_a_code_of_wrong_form_is_told_with_the_right_one(code: str, hint: str | None, tmp_path: Path) -> None:
    listed = check(tmp_path, ROOT + f"rpjmd: {{program: [{{kode: {code}, nama: A}}]}}\n")
    referred = check(tmp_path, ROOT, smart_living=programs(f"id: a, nama: A, program_rpjmd: [{code}]"))
    for checked in (listed, referred):
        assert [finding.hint for finding in found(checked, "AKS014")] == ([hint] if hint else [])


def test_a_code_is_mended_where_it_is_listed_and_where_it_is_referred_to(tmp_path: Path) -> None:
    row = programs("id: a, nama: A, program_rpjmd: [1.02.02, 2.16.2]")
    checked = check(tmp_path, ROOT + "rpjmd: {program: [{kode: 2.16.2, nama: A}]}\n", smart_living=row)
    (finding,) = found(checked, "AKS014")
    assert {(edit.span.file, edit.new_text) for edit in finding.edits} == {
        ("rencana.yaml", "2.16.02"),
        ("dimensi/smart_living.yaml", "2.16.02"),
    }
    assert not finding.unsafe
    taken = "rpjmd: {program: [{kode: 2.16.2, nama: A}, {kode: 2.16.02, nama: B}]}\n"
    (finding,) = found(check(tmp_path, ROOT + taken, smart_living=row), "AKS014")
    assert finding.edits == ()


def test_years_that_run_backwards_can_be_swapped(tmp_path: Path) -> None:
    row = programs("id: a, nama: A, mulai: 2028, selesai: 2026")
    (finding,) = found(check(tmp_path, ROOT, smart_living=row), "AKS002")
    assert [edit.new_text for edit in finding.edits] == ["2026", "2028"] and finding.unsafe


def test_a_code_is_told_in_the_list_and_not_again_where_it_is_referred_to(tmp_path: Path) -> None:
    row = programs("id: a, nama: A, program_rpjmd: [2.16.2]")
    checked = check(tmp_path, ROOT + "rpjmd: {program: [{kode: 2.16.2, nama: A}]}\n", smart_living=row)
    assert [finding.path for finding in found(checked, "AKS014")] == ["rpjmd.program[#1].kode"]


@pytest.mark.parametrize(
    ("output", "outcome", "told"),
    [
        ("Jumlah taman yang dibuka", "jumlah taman yang dibuka.", True),
        ("Jumlah taman yang dibuka", "Jumlah pengunjung taman", False),
        ("Taman", "", False),
    ],
)
def test_output_and_outcome_that_are_one_sentence(output: str, outcome: str, told: bool, tmp_path: Path) -> None:
    row = f"id: a, nama: A, indikator_output: {output}, indikator_outcome: {outcome}"
    assert bool(found(check(tmp_path, ROOT, smart_living=programs(row)), "AKS015")) == told


@pytest.mark.parametrize(
    ("offices", "told"),
    [("aaabc", True), ("aabbc", False), ("aaa", False), ("aaaaa", True)],
)
def test_one_office_with_too_many_programs(offices: str, told: bool, tmp_path: Path) -> None:
    rows = [f"id: p{number}, nama: P{number}, opd: {office}" for number, office in enumerate(offices)]
    assert bool(found(check(tmp_path, ROOT, smart_living=programs(*rows)), "AKS010")) == told


def test_each_office_with_too_many_programs_is_told(tmp_path: Path) -> None:
    rows = [f"id: p{number}, nama: P{number}, opd: {office}" for number, office in enumerate("aaaaabbbbbc")]
    assert [one.opd for one in found(check(tmp_path, ROOT, smart_living=programs(*rows)), "AKS010")] == ["a", "b"]


def test_a_ring_is_told_in_the_dimension_where_it_stands(tmp_path: Path) -> None:
    into, ring = programs("id: a, nama: A, induk: b"), programs("id: b, nama: B, induk: b")
    (finding,) = found(check(tmp_path, ROOT, smart_governance=into, smart_living=ring), "AKS013")
    assert finding.dimension == "smart_living"
    assert finding.span is not None
    assert finding.span.file.endswith("smart_living.yaml")


def test_shares_are_not_judged_while_a_program_could_not_be_read(tmp_path: Path) -> None:
    rows = [f"id: p{number}, nama: P{number}, opd: a, indikator_output: Jumlah aplikasi" for number in range(5)]
    whole = check(tmp_path, ROOT, smart_living=programs(*rows))
    torn = check(tmp_path, ROOT, smart_living=programs(*rows, "id: p9, nama: P9, mulai: kelak"))
    for code in ("AKS009", "AKS010", "ANG004"):
        assert found(whole, code), code
        assert not found(torn, code), code
