"""Family WJB: what the edition asks for and the plan does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plans import check, edition, found

if TYPE_CHECKING:
    from pathlib import Path

    from smartplan.findings import Finding
    from smartplan.rules import Checked


def at(checked: Checked, path: str) -> list[Finding]:
    """WJB findings at exactly this path."""
    return [finding for finding in checked.findings if finding.path == path and finding.code.startswith("WJB")]


def test_an_empty_key_is_told_at_the_key(tmp_path: Path) -> None:
    (finding,) = at(check(tmp_path, "wilayah:\n  kode: 99.99\n  nama:\n"), "wilayah.nama")
    assert str(finding.span) == "rencana.yaml:3:3"
    assert finding.message == "nama daerah belum diisi"
    assert finding.hint == "tulis misalnya `nama: Kabupaten Buleleng`"
    assert (finding.code, finding.document, finding.section) == ("WJB002", "buku-1", "pendahuluan")
    assert (finding.owner, finding.mark) == ("diskominfo", "I")


def test_an_absent_key_is_told_at_the_key_of_its_part(tmp_path: Path) -> None:
    (finding,) = at(check(tmp_path, "skema: 1\nwilayah:\n  kode: 99.99\n"), "wilayah.nama")
    assert str(finding.span) == "rencana.yaml:2:1"


def test_an_absent_part_gives_each_entry_with_the_key_to_write(tmp_path: Path) -> None:
    (finding,) = at(check(tmp_path, "skema: 1\n"), "wilayah.kode")
    assert finding.hint == "tulis misalnya `kode: 51.08` di bawah `wilayah`"


def test_an_absent_list_gives_one_finding(tmp_path: Path) -> None:
    paths = [finding.path or "" for finding in check(tmp_path, "skema: 1\n", smart_living="tren: x\n").findings]
    programs = [path for path in paths if path.startswith("dimensi.smart_living.program")]
    assert programs == ["dimensi.smart_living.program"]


def test_an_empty_list_means_none_and_is_not_missing(tmp_path: Path) -> None:
    assert at(check(tmp_path, "risiko:\n"), "risiko")
    assert not at(check(tmp_path, "risiko: []\n"), "risiko")


def test_each_item_is_asked_and_named_with_its_office(tmp_path: Path) -> None:
    living = "program:\n  - {id: antre, nama: Antre Daring, opd: dinkes}\n  - {nama: Kedua}\n"
    checked = check(tmp_path, "skema: 1\n", smart_living=living)
    (finding,) = at(checked, "dimensi.smart_living.program[antre].lokasi")
    assert finding.message == 'program "Antre Daring": lokasi belum diisi'
    assert (finding.dimension, finding.opd, finding.owner) == ("smart_living", "dinkes", "opd")
    assert str(finding.span) == "dimensi/smart_living.yaml:2:6"
    assert at(checked, "dimensi.smart_living.program[#2].lokasi")


def test_a_value_that_could_not_be_read_is_not_missing_too(tmp_path: Path) -> None:
    checked = check(tmp_path, "wilayah: {kode: 99.99}\nperiode: {awal: dua ribu, akhir: 2033}\n")
    assert found(checked, "STR001")
    assert not at(checked, "periode.awal")


def test_a_dimension_that_is_absent_is_told_once_at_its_file(tmp_path: Path) -> None:
    of_living = [finding for finding in check(tmp_path, "skema: 1\n").findings if finding.dimension == "smart_living"]
    assert [(finding.code, str(finding.span)) for finding in of_living] == [("DIM001", "dimensi/smart_living.yaml:1:1")]


def test_conditions_of_the_edition_hold(tmp_path: Path) -> None:
    assert at(check(tmp_path, "rpjmd: {jenis: rpjmd}\n"), "rpjmd.visi")
    assert not at(check(tmp_path, "rpjmd: {jenis: rpd}\n"), "rpjmd.visi"), "an RPD has no political vision"


def test_an_entry_that_two_books_ask_for_is_told_once(tmp_path: Path) -> None:
    paths = [finding.path for finding in check(tmp_path, "skema: 1\n").findings if finding.code.startswith("WJB")]
    assert len(paths) == len(set(paths)) > 40


def test_every_requirement_has_a_place_in_a_plan() -> None:
    from smartplan.rules.required import unknown_needs

    assert list(unknown_needs(edition())) == []


@pytest.mark.parametrize(("written", "told"), [("'-'", True), ("---", True), ("…", True), ("Loket", False)])
def test_a_dash_is_not_what_was_asked_for(written: str, told: bool, tmp_path: Path) -> None:
    living = f"program: [{{id: p, nama: P, indikator_output: {written}}}]\n"
    messages = [finding.message for finding in found(check(tmp_path, "skema: 1\n", smart_living=living), "WJB002")]
    assert ('program "P": indikator output belum diisi' in messages) == told


def test_a_unit_may_be_a_dash(tmp_path: Path) -> None:
    living = "sasaran: [{id: s, sasaran: S, satuan: '-'}]\n"
    messages = [finding.message for finding in found(check(tmp_path, "skema: 1\n", smart_living=living), "WJB002")]
    assert not any("satuan" in message for message in messages)
