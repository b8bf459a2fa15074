"""Family SIP: components of readiness given twice or in an element that is not theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan.source import apply_edits, load_bytes
from tests.plans import check, found

if TYPE_CHECKING:
    from pathlib import Path


def plan(*pairs: str) -> str:
    rows = "".join(f"  - {{elemen: {pair.split()[0]}, komponen: {pair.split()[1]}, tingkat: baik}}\n" for pair in pairs)
    return f"kesiapan:\n{rows}"


def test_a_component_is_given_once(tmp_path: Path) -> None:
    (finding,) = found(check(tmp_path, plan("struktur sdm", "struktur anggaran", "struktur sdm")), "SIP002")
    assert finding.message == "komponen Sumber Daya Manusia dinilai dua kali"
    assert finding.path == "kesiapan[#3].komponen"
    assert [related.span.line for related in finding.related] == [2]


def test_two_levels_of_one_component_are_told(tmp_path: Path) -> None:
    text = plan("struktur sdm", "struktur sdm").replace("baik", "buruk", 1)
    (finding,) = found(check(tmp_path, text), "SIP002")
    assert finding.message == "komponen Sumber Daya Manusia dinilai dua kali: buruk dan baik"


@pytest.mark.parametrize(
    "rows",
    [
        plan("struktur sdm", "infrastruktur fisik"),
        "kesiapan: [{elemen: struktur}, {elemen: struktur}]\n",
        "kesiapan: [{komponen: fisik}, {komponen: fisik}]\n",
        plan("struktur lain", "strktur fisik"),  # unknown names are KAI001's
    ],
)
def test_rows_that_are_in_place_or_unknown_stay_quiet(rows: str, tmp_path: Path) -> None:
    checked = check(tmp_path, rows)
    assert found(checked, "SIP002") == found(checked, "SIP003") == []


def test_a_component_in_another_element_is_moved(tmp_path: Path) -> None:
    text = plan("struktur fisik")
    checked = check(tmp_path, text)
    (finding,) = found(checked, "SIP003")
    assert finding.message == "komponen Infrastruktur Fisik bukan bagian elemen Struktur"
    assert finding.hint == "tulis `elemen: infrastruktur`, atau perbaiki komponennya"
    assert finding.unsafe
    loaded = load_bytes(text.encode(), "rencana.yaml")
    assert apply_edits(loaded.source, finding.edits) == plan("infrastruktur fisik")
    assert not any("Infrastruktur Fisik" in other.message for other in found(checked, "SIP001"))
    assert any("Sumber Daya Manusia" in other.message for other in found(checked, "SIP001"))


def test_a_component_whose_name_is_not_known_may_be_the_one_that_lacks(tmp_path: Path) -> None:
    told = found(
        check(tmp_path, plan("suprastruktur kebijakan", "suprastruktur kelembagaan", "suprastruktur tatalaksana")),
        "SIP001",
    )
    assert told and not any("Suprastruktur" in finding.message for finding in told)
