"""Who owes what: each finding of a stage is given to one office."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan.findings import Finding, Severity, Span
from smartplan.progress.debts import Bundle, DueList, bundles, make_due_list
from smartplan.progress.offices import Offices, head_of
from smartplan.progress.schedule import meeting_of
from smartplan.rules import all_rules, check_plan
from tests.plans import edition, write

if TYPE_CHECKING:
    from pathlib import Path

    from smartplan.plan import Plan

OFFICES = """
perangkat_daerah:
  - {id: dinkes, nama: Dinas Kesehatan, kepala: dr. Rekaan}
  - {id: diskominfosanti, nama: "Dinas Komunikasi, Informatika, Persandian dan Statistik"}
  - {id: brida, nama: Badan Riset dan Inovasi Daerah}
  - {id: bag-org, nama: Bagian Organisasi Sekretariat Daerah}
"""
LIVING = """
koordinator: dinkes
program:
  - {id: jas, nama: Jas, opd: dinkes}
  - {id: lain, nama: Lain}
"""


def plan(folder: Path, text: str = OFFICES, living: str = LIVING) -> Plan:
    return write(folder, {"rencana.yaml": f"skema: 1\n{text}", "dimensi/smart_living.yaml": living})


def due(plan: Plan, stage: str = "bimtek-3") -> DueList:
    checked = check_plan(plan, edition(), stage=stage)
    return make_due_list(plan, edition(), checked.findings, meeting_of(plan, edition(), stage, None))


def finding(**more: object) -> Finding:
    return Finding("PRF001", Severity.ERROR, "salah")._replace(**more)  # type: ignore[arg-type]


def owner(plan: Plan, **more: object) -> str:
    return Offices(plan, edition()).of(finding(**more)).id


def test_the_office_that_a_finding_names_is_asked(tmp_path: Path) -> None:
    assert owner(plan(tmp_path), opd="dinkes", owner="bappeda") == "dinkes"
    assert owner(plan(tmp_path), opd="entah", owner="bappeda") == "entah"


def test_what_stands_below_a_program_is_its_office_s(tmp_path: Path) -> None:
    path = "dimensi.smart_living.program[jas].indikator_output.satuan"
    assert owner(plan(tmp_path), owner="opd", path=path, dimension="smart_living") == "dinkes"


def test_what_no_office_has_is_the_coordinator_s(tmp_path: Path) -> None:
    path = "dimensi.smart_living.program[lain].lokasi"
    made = plan(tmp_path)
    assert owner(made, owner="opd", path=path, dimension="smart_living") == "dinkes"
    assert owner(made, owner="koordinator dimensi", dimension="smart_living") == "dinkes"
    found = Offices(made, edition()).of(finding(owner="koordinator dimensi", dimension="smart_economy"))
    assert (found.id, found.name) == ("koordinator-smart-economy", "Koordinator Smart Economy (belum ditunjuk)")
    assert not found.is_office and found.head == "Koordinator Smart Economy"


def test_what_cannot_be_read_in_a_dimension_is_its_coordinator_s(tmp_path: Path) -> None:
    made = plan(tmp_path)
    assert owner(made, path="dimensi.smart_living.program[rusak].mulai") == "dinkes"
    assert owner(made, span=Span("dimensi/smart_living.yaml", 1, 1, 1, 1)) == "dinkes"
    assert owner(made, path="dimensi.smart_living.program[jas].mulai") == "dinkes"
    assert owner(made, path="dimensi.smart_economy.program[rusak].mulai") == "koordinator-smart-economy"
    assert owner(made, path="dimensi.smart_people.program[rusak].mulai") == owner(made, path="profil.luas")
    broken = plan(tmp_path, living=LIVING.replace("nama: Lain", "nama: Lain, mulai: 26"))
    owed = {office.who.id: [item.rule for item in office.items] for office in due(broken).offices}
    assert "STR001" in owed["dinkes"] and not any("STR009" in codes for codes in owed.values())


def test_roles_are_found_by_the_words_of_the_edition(tmp_path: Path) -> None:
    made = plan(tmp_path)
    assert owner(made, owner="diskominfo") == "diskominfosanti"
    found = Offices(made, edition()).of(finding(owner="bappeda"))
    assert (found.id, found.name, found.is_office) == ("bappeda", "Badan Perencanaan Pembangunan Daerah", False)
    assert found.head == "Kepala Badan Perencanaan Pembangunan Daerah"


def test_a_part_of_the_secretariat_is_not_the_secretary(tmp_path: Path) -> None:
    found = Offices(plan(tmp_path), edition()).of(finding(owner="sekda"))
    assert (found.id, found.head, found.is_office) == ("sekda", "Sekretaris Daerah", False)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("perangkat_daerah:\n  - {id: x, nama: Sekretariat Daerah}\n", "x"),
        ("perangkat_daerah:\n  - {id: x, nama: Sekretariat, singkatan: Setda}\n", "x"),
    ],
)
def test_the_secretariat_is_the_secretary_s(tmp_path: Path, text: str, who: str) -> None:
    assert owner(plan(tmp_path, text), owner="sekda") == who


def test_owners_that_are_no_office_keep_their_plain_name(tmp_path: Path) -> None:
    made = plan(tmp_path, f"wilayah: {{nama: Kota Rekaan, jenis: kota}}\n{OFFICES}")
    offices = Offices(made, edition())
    assert offices.of(finding(owner="kepala daerah")).head == "Wali Kota"
    assert offices.of(finding(owner=None)).name == "Pengelola rencana"
    assert offices.of(finding(owner="opd")).name == "Perangkat daerah terkait"


def test_every_office_is_there_also_without_debts_and_everything_is_given_away(tmp_path: Path) -> None:
    made = plan(tmp_path)
    found = due(made)
    assert [one.who.id for one in found.offices][:4] == ["dinkes", "diskominfosanti", "brida", "bag-org"]
    assert found.only("brida").offices[0].items == ()
    expected = [
        one
        for one in check_plan(made, edition(), stage="bimtek-3").findings
        if one.severity is not Severity.INFO or one.code.startswith("WJB")
    ]
    assert sum(len(one.items) for one in found.offices) == len(expected) > 0


def test_waived_findings_and_mere_notes_are_not_asked_for(tmp_path: Path) -> None:
    made = plan(tmp_path)
    given = [finding(opd="dinkes", waived=True), finding(opd="dinkes", severity=Severity.INFO)]
    missing = finding(opd="dinkes", severity=Severity.INFO, code="WJB002")
    found = make_due_list(made, edition(), [*given, missing], meeting_of(made, edition(), "bimtek-1", None))
    assert [one.rule for one in found.only("dinkes").offices[0].items] == ["WJB002"]


def test_a_debt_says_where_and_what_asks_for_it(tmp_path: Path) -> None:
    item = next(one for one in due(plan(tmp_path)).only("dinkes").offices[0].items if "sumber dana" in one.what)
    assert item.path == "dimensi.smart_living.program[jas].sumber_dana"
    assert (item.place, item.reason) == ("dimensi/smart_living.yaml:4", "BUKU II, Rencana Aksi")
    assert (item.document, item.section, item.worksheet) == ("buku-2", "rencana-aksi", None)


def test_an_unknown_office_is_a_key_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        due(plan(tmp_path)).only("dinke")


def test_what_lacks_in_one_program_is_told_together(tmp_path: Path) -> None:
    told = bundles(due(plan(tmp_path)).only("dinkes").offices[0].items)
    jas = [one for one in told if one.subject == 'program "Jas"']
    assert len(jas) == 1
    assert jas[0].path == "dimensi.smart_living.program[jas]"
    assert {"sumber dana", "lokasi"} <= set(jas[0].things)
    assert jas[0].rules == ("WJB001", "WJB002")
    assert jas[0].sentence(1).startswith('program "Jas": isi ')
    assert jas[0].sentence(1).endswith(f", dan {len(jas[0].things) - 1} isian lain")


def test_a_mistake_is_told_alone_and_the_worst_first(tmp_path: Path) -> None:
    place = Span("rencana.yaml", 1, 1, 1, 2)
    made = plan(tmp_path)
    given = [
        finding(opd="dinkes", severity=Severity.WARNING, message="luas belum diisi benar", span=place),
        finding(opd="dinkes", message="jumlah salah"),
        finding(opd="dinkes", message="jumlah salah lagi"),
    ]
    office = make_due_list(made, edition(), given, meeting_of(made, edition(), "bimtek-1", None)).only("dinkes")
    told: list[Bundle] = bundles(office.offices[0].items)
    assert [one.sentence(9) for one in told] == ["jumlah salah", "jumlah salah lagi", "luas belum diisi benar"]
    assert told[0].first.place == ""


@pytest.mark.parametrize(
    ("office", "head"),
    [
        ("Dinas Kesehatan", "Kepala Dinas Kesehatan"),
        ("Kecamatan Seririt", "Camat Seririt"),
        ("Inspektorat Daerah", "Inspektur Daerah"),
        ("Sekretariat DPRD", "Sekretaris DPRD"),
        ("Rumah Sakit Umum Daerah", "Direktur Rumah Sakit Umum Daerah"),
        ("Kelurahan Kampung Baru", "Lurah Kampung Baru"),
        ("Sekretaris Daerah", "Sekretaris Daerah"),
        ("Bagian Organisasi Sekretariat Daerah", "Kepala Bagian Organisasi Sekretariat Daerah"),
    ],
)
def test_heads_are_called_by_their_title(office: str, head: str) -> None:
    assert head_of(office) == head


def test_every_owner_is_an_office_of_the_edition_or_a_role_with_words_of_its_own() -> None:
    chapters = (
        chapter
        for document in edition().dokumen or ()
        for chapter in (*(document.depan or ()), *(document.bab or ()), *(document.belakang or ()))
    )
    owners = {need.pemilik for chapter in chapters for need in chapter.wajib or ()}
    owners |= {rule.owner for rule in all_rules()}
    known = {*edition().ids("pemilik"), "opd", "koordinator dimensi", "kepala daerah", None}
    assert owners - known == set()
