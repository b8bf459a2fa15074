"""What an edition must hold to be used: each fault is told with code, place and remedy; its repaired twin is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan.api import examine
from smartplan.api import load as api_load
from smartplan.edition.check import CODES
from tests.edition.editions import SMALL, faults

if TYPE_CHECKING:
    from pathlib import Path

WRONG = [
    pytest.param(
        "EDS001", ", latar: E3ECF5}, tanda: G, sumber: uji}", ", latar: E3ECF5}, sumber: uji}", 6, id="no mark"
    ),
    pytest.param(
        "EDS001", ", latar: E3ECF5}, tanda: G, sumber: uji}", ", latar: E3ECF5}, tanda: G}", 6, id="no source"
    ),
    pytest.param("EDS001", "nama: Akhir, tanda: G, sumber: uji", "nama: Akhir", 10, id="stage without mark"),
    pytest.param(
        "EDS001", "akhir: galat}, tanda: G, sumber: uji}", "akhir: galat}}", 23, id="requirement without mark"
    ),
    pytest.param("EDS001", "{maks_bulan: 12}, tanda: G,", "{maks_bulan: 12},", 25, id="rule without mark"),
    pytest.param("EDS002", "awal: peringatan", "tengah: peringatan", 23, id="unknown stage of a requirement"),
    pytest.param("EDS002", "awal: peringatan", "awal: berat", 23, id="unknown level of a requirement"),
    pytest.param(
        "EDS002",
        "sejak: {akhir: galat}, parameter",
        "sejak: {kelak: galat}, parameter",
        25,
        id="unknown stage of a rule",
    ),
    pytest.param("EDS003", "jalur: visi.smart_city", "jalur: visi/smart_city", 23, id="path with a slash"),
    pytest.param("EDS003", "jalur: visi.smart_city", "jalur: 'dimensi.*.program[0].opd'", 23, id="path with a number"),
    pytest.param("EDS003", "jalur: visi.smart_city, ", "", 23, id="no path"),
    pytest.param("EDS004", "pita: 1F4E79", "pita: biru", 6, id="colour as a word"),
    pytest.param("EDS004", "latar: F2E6F3", "latar: F2E", 7, id="short colour"),
    pytest.param("EDS006", "{id: dua,", "{id: satu,", 7, id="two dimensions with one id"),
    pytest.param("EDS006", "{id: akhir, nama", "{id: awal, nama", 10, id="two stages with one id"),
]


@pytest.mark.parametrize(("code", "right", "wrong", "line"), WRONG)
def test_a_fault_is_told_where_it_stands(tmp_path: Path, code: str, right: str, wrong: str, line: int) -> None:
    assert SMALL.count(right) == 1
    found = [finding for finding in faults(tmp_path, SMALL.replace(right, wrong)) if finding.code == code]
    assert [finding.span.line for finding in found if finding.span] == [line]
    assert found[0].hint and found[0].span and found[0].span.file == "templates/edisi/kecil/edisi.yaml"


def test_the_repaired_twin_has_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, SMALL) == []


@pytest.mark.parametrize("key", ["dimensi", "tahap", "dokumen"])
def test_an_edition_without_a_basic_list_cannot_be_used(tmp_path: Path, key: str) -> None:
    kept = "".join(block for block in _blocks(SMALL) if not block.startswith(f"{key}:"))
    assert [finding.code for finding in faults(tmp_path, kept) if key in finding.message][:1] == ["EDS005"]


def _blocks(text: str) -> list[str]:
    """Top-level keys with what stands below them."""
    blocks: list[str] = []
    for line in text.splitlines(keepends=True):
        if line.startswith(" "):
            blocks[-1] += line
        else:
            blocks.append(line)
    return blocks


def test_an_empty_file_is_no_edition(tmp_path: Path) -> None:
    assert {finding.code for finding in faults(tmp_path, "# kosong\n")} & {"EDS005", "STR012"}


def test_an_unknown_key_and_a_broken_text_are_told_too(tmp_path: Path) -> None:
    assert [finding.code for finding in faults(tmp_path, SMALL + "dimenssi: []\n")] == ["STR002"]
    broken = faults(tmp_path, SMALL.replace("dimensi:\n", "dimensi:\n\t- x\n", 1))
    assert [(finding.code[:3], finding.span.line) for finding in broken if finding.span] == [("YML", 6)]


def test_a_plan_that_names_an_edition_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "rencana.yaml").write_text("skema: 1\nedisi: kominfo-2032\n", encoding="utf-8")
    [finding] = [finding for finding in examine(api_load(tmp_path)).findings if finding.code == "EDS007"]
    assert finding.span and (finding.span.file, finding.span.line) == ("rencana.yaml", 2)
    assert "kominfo-2032" in finding.message
    assert "kominfo-2023" in (finding.hint or "")


def test_a_rule_that_is_not_known_and_a_limit_that_is_no_number_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "edisi" / "sendiri"
    folder.mkdir(parents=True)
    (folder / "edisi.yaml").write_text(
        "id: sendiri\nmewarisi: kominfo-2023\naturan:\n"
        "  PRF001: {parameter: {toleransi_persen: separuh}, tanda: G, sumber: uji}\n"
        "  AKS999: {sejak: {bimtek-1: galat}, tanda: G, sumber: uji}\n",
        encoding="utf-8",
    )
    figures = "{luas: [{nilai: 2, tahun: 2024}], penduduk: [{nilai: 9, tahun: 2024}], kepadatan: [{nilai: 4}]}"
    (tmp_path / "rencana.yaml").write_text(f"skema: 1\nedisi: sendiri\nprofil: {figures}\n", encoding="utf-8")
    told = [finding.message for finding in examine(api_load(tmp_path)).findings if finding.code == "EDS008"]
    assert sorted(told) == [
        'edisi mengatur aturan "AKS999", yang tidak dikenal',
        'parameter toleransi_persen aturan PRF001 bukan angka: "separuh"; angka bawaan yang dipakai',
    ]


def test_every_code_of_the_check_is_tested() -> None:
    told = {str(case.values[0]) for case in WRONG} | {"EDS005", "EDS007", "EDS008", "EDS009"}
    assert told == set(CODES)
