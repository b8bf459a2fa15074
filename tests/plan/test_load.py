"""A file or a folder becomes a plan, with all that is wrong in its structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan.findings import Severity
from smartplan.plan import PlanNotFound, load_plan
from tests.plans import check, found, write

if TYPE_CHECKING:
    from pathlib import Path

    from smartplan.plan import Plan


def told(plan: Plan, code: str) -> list[str]:
    return [f"{finding.span}: {finding.message}" for finding in plan.findings if finding.code == code]


def test_one_file_is_a_plan(tmp_path: Path) -> None:
    file = tmp_path / "rencana lain.yaml"
    file.write_text("wilayah: {nama: Kota Rekaan}\ndimensi: {smart_living: {tren: Daring}}\n", encoding="utf-8")
    plan = load_plan(file)
    assert plan.files == ("rencana lain.yaml",)
    assert not plan.is_folder
    assert plan.rencana.wilayah is not None and plan.rencana.wilayah.nama == "Kota Rekaan"
    assert str(plan.home_of("smart_economy")) == "rencana lain.yaml:2:1"


@pytest.mark.parametrize("part", ["profil.yaml", "dimensi/smart_living.yaml"])
def test_a_part_of_a_plan_is_no_plan(tmp_path: Path, part: str) -> None:
    write(tmp_path, {"rencana.yaml": "skema: 1\n", part: "tren: Daring\n"})
    with pytest.raises(PlanNotFound) as caught:
        load_plan(tmp_path / part)
    assert str(tmp_path) in caught.value.hint


def test_the_main_file_stands_for_its_folder(tmp_path: Path) -> None:
    write(tmp_path, {"rencana.yaml": "skema: 1\n", "profil.yaml": "profil: {gambaran: Pesisir}\n"})
    assert load_plan(tmp_path / "rencana.yaml").files == ("rencana.yaml", "profil.yaml")


def test_a_folder_joins_its_files_and_its_dimensions(tmp_path: Path) -> None:
    plan = write(
        tmp_path,
        {
            "rencana.yaml": "skema: 1\ndimensi: {smart_economy: {tren: Niaga}}\n",
            "profil.yaml": "profil: {gambaran: Pesisir}\n",
            "dimensi/smart_living.yaml": "tren: Daring\n",
            "lampiran/lain.yaml": "tidak: dibaca\n",
            ".rahasia.yaml": "tidak: dibaca\n",
        },
    )
    assert plan.files == ("rencana.yaml", "profil.yaml", "dimensi/smart_living.yaml")
    assert plan.findings == ()
    assert plan.rencana.profil is not None and plan.rencana.profil.gambaran == "Pesisir"
    assert {name: part.tren for name, part in plan.dimensi.items()} == {
        "smart_economy": "Niaga",
        "smart_living": "Daring",
    }
    assert plan.dimensi["smart_living"].path == "dimensi.smart_living"
    assert str(plan.dimensi["smart_living"].span("tren")) == "dimensi/smart_living.yaml:1:7"
    assert str(plan.home_of("smart_society")) == "dimensi/smart_society.yaml:1:1"


def test_the_same_key_in_two_files_names_both(tmp_path: Path) -> None:
    plan = write(tmp_path, {"rencana.yaml": "skema: 1\ntahap: bimtek-1\n", "tahap.yaml": "tahap: bimtek-2\n"})
    (finding,) = plan.findings
    assert (finding.code, str(finding.span)) == ("STR011", "tahap.yaml:1:1")
    assert [str(related.span) for related in finding.related] == ["rencana.yaml:2:1"]
    assert plan.rencana.tahap == "bimtek-1", "the first one counts"


def test_a_dimension_in_two_places_names_both(tmp_path: Path) -> None:
    files = {"rencana.yaml": "dimensi:\n  smart_living: {tren: A}\n", "dimensi/smart_living.yaml": "tren: B\n"}
    (finding,) = write(tmp_path, files).findings
    assert (finding.code, str(finding.span)) == ("STR011", "dimensi/smart_living.yaml:1:1")
    assert [str(related.span) for related in finding.related] == ["rencana.yaml:2:3"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("profil.yml", "berakhiran .yml"),
        ("rencana (1).yaml", "tampak seperti salinan"),
        ("rencana - Copy.yaml", "tampak seperti salinan"),
        ("Salinan rencana.yaml", "tampak seperti salinan"),
        ("~$rencana.yaml", "berkas sementara program kantor"),
        ("dimensi/smart_living.yml", "berakhiran .yml"),
        ("dimensi/smart_living (2).yaml", "tampak seperti salinan"),
    ],
)
def test_a_file_that_only_looks_like_a_plan_is_named_and_not_read(name: str, why: str, tmp_path: Path) -> None:
    plan = write(tmp_path, {"rencana.yaml": "skema: 1\n", name: "tahap: bimtek-1\n"})
    (finding,) = plan.findings
    assert (finding.code, finding.severity) == ("STR010", Severity.WARNING)
    assert finding.message == f"berkas {name} tidak dibaca karena {why}"
    assert plan.rencana.tahap is None


def test_a_path_without_plan_is_refused_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(PlanNotFound) as nothing:
        load_plan(tmp_path / "tidak-ada")
    assert nothing.value.message.startswith("tidak ada berkas atau map")
    with pytest.raises(PlanNotFound) as empty:
        load_plan(tmp_path)
    assert "tidak memuat rencana.yaml" in empty.value.message
    assert "smartplan init" in empty.value.hint


def test_an_unknown_key_is_told_at_itself_with_the_nearest_name(tmp_path: Path) -> None:
    living = "program:\n  - id: a\n    nama: A\n    anggran: {2026: 1}\n"
    plan = write(tmp_path, {"rencana.yaml": "skema: 1\n", "dimensi/smart_living.yaml": living})
    (finding,) = plan.findings
    assert (finding.code, str(finding.span)) == ("STR002", "dimensi/smart_living.yaml:4:5")
    assert finding.hint == 'maksud Anda "anggaran"?'
    assert finding.path == "dimensi.smart_living.program[a].anggran"


def test_a_wrong_type_is_told_at_the_value(tmp_path: Path) -> None:
    plan = write(tmp_path, {"rencana.yaml": "profil:\n  luas:\n    - {satuan: km2, nilai: luas sekali}\n"})
    assert told(plan, "STR001") == ['rencana.yaml:3:28: nilai harus berupa angka, tertulis "luas sekali"']


def test_a_broken_program_is_set_aside_and_the_other_119_are_checked(tmp_path: Path) -> None:
    rows = [f"  - {{id: p-{number}, nama: Program {number}, anggaran: {{2026: -1}}}}" for number in range(120)]
    rows[60] = "  - {id: p-60, nama: [rusak], anggaran: {2026: -1}}"
    checked = check(tmp_path, "skema: 1\n", smart_living="program:\n" + "\n".join(rows) + "\n")
    negative = [finding.path for finding in found(checked, "ANG001")]
    assert len(negative) == 119
    assert "dimensi.smart_living.program[p-60].anggaran.2026" not in negative
    (aside,) = found(checked, "STR009")
    assert (aside.severity, str(aside.span)) == (Severity.WARNING, "dimensi/smart_living.yaml:62:5")
    (fault,) = found(checked, "STR001")
    assert str(fault.span) == "dimensi/smart_living.yaml:62:22"


def test_a_file_that_cannot_be_parsed_leaves_the_others(tmp_path: Path) -> None:
    plan = write(tmp_path, {"rencana.yaml": "tahap: bimtek-2\n", "dimensi/smart_living.yaml": "tren: [x\n"})
    assert plan.unread == {"dimensi/smart_living.yaml"}
    assert plan.rencana.tahap == "bimtek-2"
    assert plan.findings[0].code.startswith("YML")


def test_an_empty_main_file_is_an_error_and_an_empty_other_one_a_warning(tmp_path: Path) -> None:
    plan = write(tmp_path, {"rencana.yaml": "# nanti\n", "dimensi/smart_living.yaml": ""})
    assert [(finding.code, finding.severity.value) for finding in plan.findings] == [
        ("STR012", "warning"),
        ("STR012", "error"),
    ]


def test_a_list_at_the_top_is_refused(tmp_path: Path) -> None:
    assert told(write(tmp_path, {"rencana.yaml": "- a\n"}), "STR001") == [
        "rencana.yaml:1:1: berkas harus berupa kumpulan isian, bukan daftar atau satu nilai"
    ]


def test_a_schema_of_another_version_is_told(tmp_path: Path) -> None:
    assert told(write(tmp_path, {"rencana.yaml": "skema: 9\n"}), "STR013") == [
        "rencana.yaml:1:8: skema 9 tidak dikenal oleh versi ini"
    ]


def test_an_item_without_id_is_warned_of_and_used(tmp_path: Path) -> None:
    living = "program:\n  - {nama: Pertama}\n  - {id: b, nama: Kedua}\n"
    plan = write(tmp_path, {"rencana.yaml": "skema: 1\n", "dimensi/smart_living.yaml": living})
    (finding,) = plan.findings
    assert (finding.code, finding.severity) == ("STR006", Severity.WARNING)
    assert finding.path == "dimensi.smart_living.program[#1]"
    assert len(list(plan.programs())) == 2


def test_an_id_is_unique_in_the_whole_plan_per_kind(tmp_path: Path) -> None:
    plan = write(
        tmp_path,
        {
            "rencana.yaml": "skema: 1\n",
            "dimensi/smart_living.yaml": "program: [{id: a, nama: A}]\ninisiatif: [{id: a, nama: A}]\n",
            "dimensi/smart_society.yaml": "program: [{id: a, nama: B}]\n",
        },
    )
    (finding,) = plan.findings
    assert (finding.code, str(finding.span)) == ("STR007", "dimensi/smart_society.yaml:1:16")
    assert [str(related.span) for related in finding.related] == ["dimensi/smart_living.yaml:1:16"]


def test_positions_are_those_an_editor_shows(tmp_path: Path) -> None:
    text = "\ufeffskema: 1\r\nwilayah:\r\n  nama: “Kota 😀”\r\n  anu: 1\r\n"
    (finding,) = write(tmp_path, {"rencana.yaml": text}).findings
    assert str(finding.span) == "rencana.yaml:4:3"


def test_the_digest_changes_with_any_file(tmp_path: Path) -> None:
    files = {"rencana.yaml": "skema: 1\n", "dimensi/smart_living.yaml": "tren: A\n"}
    first = write(tmp_path, files).sha256
    assert write(tmp_path, files).sha256 == first
    assert write(tmp_path, {**files, "dimensi/smart_living.yaml": "tren: B\n"}).sha256 != first


@pytest.mark.parametrize(("text", "unsafe"), [("03/04/2025", True), ("13/04/2025", False), ("04/04/2025", False)])
def test_a_date_of_two_readings_is_not_mended_unasked(text: str, unsafe: bool, tmp_path: Path) -> None:
    (tmp_path / "rencana.yaml").write_text(f"skema: 1\narsip: [{{nama: A, tanggal: {text}}}]\n", encoding="utf-8")
    (finding,) = (one for one in load_plan(tmp_path).findings if one.code == "STR004")
    assert finding.unsafe == unsafe and finding.edits
    both = "tulis 2025-04-03 bila yang dimaksud 3 April 2025, atau 2025-03-04 bila 4 Maret 2025"
    assert (finding.hint == both) == unsafe


def test_a_part_written_as_one_value_is_told_its_keys(tmp_path: Path) -> None:
    (tmp_path / "rencana.yaml").write_text("skema: 1\nperiode: 2026-2035\n", encoding="utf-8")
    (finding,) = (one for one in load_plan(tmp_path).findings if one.code == "STR001")
    assert finding.hint is not None and finding.hint.endswith("dengan kunci `awal:` dan `akhir:`")


@pytest.mark.parametrize("blank", ["", " ", "   ", " ~ "])
def test_an_id_that_is_put_in_leaves_no_space_behind(blank: str, tmp_path: Path) -> None:
    (tmp_path / "rencana.yaml").write_text(f"skema: 1\nmisi:\n  - id:{blank}\n    misi: Melayani\n", encoding="utf-8")
    (finding,) = (one for one in load_plan(tmp_path).findings if one.code == "STR006")
    (edit,) = finding.edits
    assert (edit.new_text.strip(), edit.new_text.endswith(" ")) == ("melayani", False)
    assert edit.span.end_column == len(f"  - id:{blank}") + 1
