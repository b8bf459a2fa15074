"""``smartplan status`` and ``smartplan due``."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from tests.cli.project import ROOT

if TYPE_CHECKING:
    from tests.cli.project import Project

PLAN = """\
skema: 1
edisi: kominfo-2023
wilayah: {nama: Kabupaten Rekaan, jenis: kabupaten}
tahap: bimtek-1
jadwal:
  - {tahap: bimtek-1, mulai: 2026-05-05, selesai: 2026-05-06}
  - {tahap: bimtek-2, mulai: 2026-07-10, selesai: 2026-07-11}
perangkat_daerah:
  - {id: dinkes, nama: Dinas Kesehatan}
  - {id: brida, nama: Badan Riset Daerah}
"""
LIVING = "koordinator: dinkes\nprogram:\n  - {id: jas, nama: Jas, opd: dinkes}\n"
TODAY = ("--today", "2026-05-07")


@pytest.fixture
def plan(project: Project) -> Project:
    project.write("rencana.yaml", PLAN)
    project.write("dimensi/smart_living.yaml", LIVING)
    return project


def test_status_shows_the_next_stage_and_its_days(plan: Project) -> None:
    shown = plan.run("status", *TODAY)
    assert (shown.code, shown.err) == (0, "")
    assert "Tahap berikutnya: Bimtek II, 10–11 Juli 2026 (64 hari lagi)" in shown.out
    assert "\x1b" not in shown.out


@pytest.mark.parametrize(
    ("day", "owed", "board"),
    [
        ("05", "5 Mei 2026, hari ini", "5–6 Mei 2026 (berlangsung hari ini)"),
        ("06", "5 Mei 2026, lewat 1 hari", "5–6 Mei 2026 (berlangsung hari ini)"),
    ],
)
def test_what_is_owed_is_late_from_the_day_after_the_meeting_began(
    plan: Project, day: str, owed: str, board: str
) -> None:
    assert f"({owed})" in plan.run("due", "--opd", "dinkes", "--today", f"2026-05-{day}").out
    assert board in plan.run("status", "--today", f"2026-05-{day}").out


def test_status_draws_with_what_the_terminal_has(plan: Project) -> None:
    assert "█" in plan.run("status", *TODAY).out or "░" in plan.run("status", *TODAY).out
    plain = plan.run("status", *TODAY, PYTHONIOENCODING="ascii")
    assert plain.code == 0 and plain.out.isascii() and "...." in plain.out


def test_status_as_markdown_and_json(plan: Project) -> None:
    assert plan.run("status", "--format", "md", *TODAY).out.startswith("# Kemajuan rencana induk Kabupaten Rekaan")
    document = json.loads(plan.run("status", "--format=json", *TODAY).out)
    assert (document["plan"], document["today"], document["next"]["days"]) == (".", "2026-05-07", 64)


@pytest.mark.parametrize("command", ["status", "due"])
def test_a_plan_that_cannot_be_read_is_refused(command: str, project: Project) -> None:
    project.write("rencana.yaml", "skema: [\n")
    shown = project.run(command, *TODAY)
    assert shown.code == 1
    assert "tidak dapat dibaca sama sekali" in shown.err


@pytest.mark.parametrize("command", ["status", "due", "render"])
def test_an_edition_that_is_not_there_is_refused_with_its_place(command: str, project: Project) -> None:
    project.write("rencana.yaml", "skema: 1\nedisi: tidak-ada\n")
    shown = project.run(command)
    assert shown.code == 1
    assert "rencana.yaml:2:8" in shown.out and "EDS007" in shown.out and 'tidak ada edisi "tidak-ada"' in shown.out
    assert shown.err.startswith("galat: edisi rencana tidak ditemukan")
    assert not (project.folder / "hasil").exists()


@pytest.mark.parametrize("command", ["status", "due"])
def test_an_edition_with_faults_is_refused_with_its_findings(command: str, project: Project) -> None:
    project.write("rencana.yaml", "skema: 1\nedisi: rusak\n")
    project.write("templates/edisi/rusak/edisi.yaml", "id: rusak\nnama: Rusak\n")
    shown = project.run(command, *TODAY)
    assert shown.code == 1
    assert "EDS005" in shown.out


def test_due_asks_for_the_next_stage_and_thanks_who_owes_nothing(plan: Project) -> None:
    shown = plan.run("due", *TODAY)
    assert (shown.code, shown.err) == (0, "")
    assert "Yth. Kepala Dinas Kesehatan, berikut isian" in shown.out
    assert "Bimtek II (10 Juli 2026, 64 hari lagi):" in shown.out
    assert "Terima kasih kepada Badan Riset Daerah: tidak ada isian" in shown.out


def test_due_for_one_stage_and_one_office(plan: Project) -> None:
    document = json.loads(plan.run("due", "--stage", "bimtek-3", "--opd", "dinkes", "--format", "json", *TODAY).out)
    assert (document["stage"], document["due_date"]) == ("bimtek-3", None)
    assert [office["id"] for office in document["offices"]] == ["dinkes"]
    paths = [item["path"] for item in document["offices"][0]["items"]]
    assert "dimensi.smart_living.program[jas].lokasi" in paths


@pytest.mark.parametrize(
    ("arguments", "sentences"),
    [
        (["--opd", "dinke"], ['tidak ada perangkat daerah "dinke"', 'maksud Anda "dinkes"?']),
        (["--stage", "bimtek3"], ['tahap "bimtek3" tidak ada', 'maksud Anda "bimtek-3"?']),
        (["--format", "doc"], ['nilai "doc" untuk opsi --format tidak dikenal']),
        (["--output", "t.pdf"], ["bentuk keluaran tidak diketahui", ".docx", "--format"]),
        (["--output", "t"], ["bentuk keluaran tidak diketahui"]),
        (["--format", "xlsx", "--output", "q.md"], ["akhiran .md", "tidak cocok dengan --format xlsx", ".xlsx"]),
        (["--format", "text", "--output", "q.pdf"], ["akhiran .pdf", "tidak cocok dengan --format text"]),
        (["--output", ".smartplan.json"], ["bukan nama berkas yang dapat ditulis", "--output"]),
    ],
)
def test_due_says_what_to_write_instead(plan: Project, arguments: list[str], sentences: list[str]) -> None:
    shown = plan.run("due", *arguments, *TODAY)
    assert (shown.code, shown.out) == (2, "")
    assert all(sentence in shown.err for sentence in sentences)


def test_due_writes_a_file_and_spares_a_person_s(plan: Project) -> None:
    first = plan.run("due", "--format", "md", "--output", "surat/tagihan.md", *TODAY)
    assert (first.code, first.out) == (0, "surat/tagihan.md\n")
    file = plan.folder / "surat" / "tagihan.md"
    written = file.read_bytes()
    assert plan.run("due", "--format", "md", "--output", "surat/tagihan.md", *TODAY).code == 0
    file.write_text("catatan orang\n", encoding="utf-8")
    refused = plan.run("due", "--format", "md", "--output", "surat/tagihan.md", *TODAY)
    assert refused.code == 2 and "--force" in refused.err and "--output" in refused.err and "--out," not in refused.err
    assert file.read_text(encoding="utf-8") == "catatan orang\n"
    assert plan.run("due", "--format", "md", "--output", "surat/tagihan.md", "--force", *TODAY).code == 0
    assert file.read_bytes() == written


def test_due_takes_its_form_from_the_name_of_the_file(plan: Project) -> None:
    assert plan.run("due", "--output", "t.docx", *TODAY).code == 0
    assert plan.folder.joinpath("t.docx").read_bytes()[:2] == b"PK"
    assert plan.run("due", "--output", "T.MD", *TODAY).code == 0
    assert plan.folder.joinpath("T.MD").read_text(encoding="utf-8").startswith("# Isian yang ditunggu")
    assert plan.run("due", "--format", "text", "--output", "pesan", *TODAY).code == 0
    assert plan.folder.joinpath("pesan").read_text(encoding="utf-8").startswith("Yth. ")


def test_due_as_a_workbook_goes_to_the_plan_s_outputs(plan: Project) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    shown = plan.run("due", "--format", "xlsx", "--opd", "dinkes", *TODAY)
    assert (shown.code, shown.out) == (0, "hasil/tagihan-bimtek-2-dinkes.xlsx\n")
    assert openpyxl.load_workbook(plan.folder / "hasil" / "tagihan-bimtek-2-dinkes.xlsx").sheetnames == ["dinkes"]


def test_due_as_letters_goes_to_the_plan_s_outputs_and_is_the_same_each_time(plan: Project) -> None:
    import docx

    shown = plan.run("due", "--format", "docx", *TODAY)
    assert (shown.code, shown.out, shown.err) == (0, "hasil/tagihan-bimtek-2.docx\n", "")
    file = plan.folder / "hasil" / "tagihan-bimtek-2.docx"
    texts = [paragraph.text for paragraph in docx.Document(str(file)).paragraphs]
    assert "Yth. Kepala Dinas Kesehatan" in texts
    assert "Yth. Kepala Badan Riset Daerah" not in texts
    first = file.read_bytes()
    assert plan.run("due", "--format", "docx", "--output", "lain.docx", *TODAY).code == 0
    assert (plan.folder / "lain.docx").read_bytes() == first


def test_due_writes_no_letters_when_nobody_owes_anything(plan: Project) -> None:
    shown = plan.run("due", "--format", "docx", "--opd", "brida", *TODAY)
    assert (shown.code, shown.out) == (0, "")
    assert "Terima kasih kepada Badan Riset Daerah: tidak ada isian yang ditunggu untuk Bimtek II." in shown.err
    assert "tidak ada surat yang ditulis" in shown.err
    assert not (plan.folder / "hasil").exists()


def test_due_takes_the_title_of_a_stage(plan: Project) -> None:
    shown = plan.run("due", "--stage", "bimtek III", "--format", "json", *TODAY)
    assert json.loads(shown.out)["stage"] == "bimtek-3"


def test_a_fault_in_the_regency_s_own_letter_has_a_place(plan: Project) -> None:
    plan.write("templates/surat/tagihan.md.j2", "{{ surat.entah }}\n")
    shown = plan.run("due", "--format", "docx", *TODAY)
    assert shown.code == 1
    assert "templates/surat/tagihan.md.j2:1" in shown.out
    assert not (plan.folder / "hasil").exists()


def test_without_openpyxl_the_workbook_names_the_extra(plan: Project) -> None:
    plan.write("tanpa/openpyxl/__init__.py", "raise ModuleNotFoundError(\"No module\", name='openpyxl')\n")
    path = os.pathsep.join([str(plan.folder / "tanpa"), str(ROOT)])
    shown = plan.run("due", "--format", "xlsx", *TODAY, PYTHONPATH=path)
    assert (shown.code, shown.out) == (2, "")
    assert "openpyxl" in shown.err and "smartplan[excel]" in shown.err
    assert not (plan.folder / "hasil").exists()


@pytest.mark.parametrize("name", ["rencana.yaml", "dimensi/baru.yml"])
def test_the_list_never_stands_where_a_plan_is_read(plan: Project, name: str) -> None:
    before = (plan.folder / "rencana.yaml").read_text(encoding="utf-8")
    shown = plan.run("due", "--format", "text", "--output", name, "--force", *TODAY)
    assert shown.code == 2
    assert "itu nama berkas rencana" in shown.err
    assert (plan.folder / "rencana.yaml").read_text(encoding="utf-8") == before
    assert not (plan.folder / "dimensi" / "baru.yml").exists()


def test_a_plan_that_is_one_file_of_another_name_is_not_written_over(project: Project) -> None:
    project.write("kota.txt", PLAN)
    shown = project.run("due", "kota.txt", "--output", "kota.txt", "--force", *TODAY)
    assert (shown.code, shown.out) == (2, "")
    assert "itu nama berkas rencana" in shown.err
    assert (project.folder / "kota.txt").read_text(encoding="utf-8") == PLAN
