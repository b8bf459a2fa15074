"""``smartplan validate``: formats, exit codes, and plans that are broken in many ways."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.project import Project

PLAN = "skema: 1\nwilayah: {kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten}\n"
KEYS = {
    "code", "severity", "message", "hint", "file", "line", "column", "end_line", "end_column", "path", "related",
    "document", "section", "dimension", "opd", "owner", "mark", "waived", "reason", "fix",
}  # fmt: skip


def test_text_shows_the_line_with_a_caret_and_a_summary(project: Project) -> None:
    project.write("rencana.yaml", PLAN + "periode: {awal: dua ribu, akhir: 2033}\n")
    shown = project.run("validate")
    assert (shown.code, shown.err) == (1, "")
    assert "rencana.yaml:3:17: G galat STR001 " in shown.out
    assert "  3 | periode: {awal: dua ribu, akhir: 2033}\n    |                 ^^^^^^^^\n" in shown.out, (
        "the caret stands under the value"
    )
    assert "Ringkasan: Bimtek I, edisi kominfo-2023" in shown.out


def test_concise_is_a_line_a_finding(project: Project) -> None:
    project.write("rencana.yaml", PLAN + "anggran: 1\n")
    shown = project.run("validate", "--format", "concise")
    assert shown.code == 1
    assert all(
        line.split(": ")[1].split()[:2] in (["G", "galat"], ["P", "peringatan"], ["I", "info"])
        for line in shown.out.splitlines()
    )
    assert any(line.startswith("rencana.yaml:3:1: ") and "STR002" in line for line in shown.out.splitlines())


def test_json_has_every_key(project: Project) -> None:
    project.write("rencana.yaml", PLAN)
    shown = project.run("validate", "--format", "json", "--today", "2026-02-28", "--stage", "bimtek-3")
    assert (shown.code, shown.err) == (1, "")
    report = json.loads(shown.out)
    assert list(report) == ["version", "plan", "edition", "stage", "today", "summary", "findings"]
    assert (report["plan"], report["edition"], report["stage"]) == (".", "kominfo-2023", "bimtek-3")
    assert report["today"] == "2026-02-28"
    assert set(report["summary"]) == {
        "error",
        "warning",
        "info",
        "waived",
        "known",
        "rules",
        "rules_not_yet_due",
        "rules_not_checkable",
        "entries",
        "entries_not_yet_due",
        "not_selected",
        "not_shown",
    }
    assert report["findings"]
    assert all(set(finding) == KEYS for finding in report["findings"])
    counted = [finding["severity"] for finding in report["findings"] if not finding["waived"]]
    assert {name: counted.count(name) for name in ("error", "warning", "info")} == {
        name: report["summary"][name] for name in ("error", "warning", "info")
    }


def test_the_level_decides_the_exit_code(project: Project) -> None:
    project.write("rencana.yaml", PLAN)
    assert project.run("validate", "--fail-on", "never").code == 0
    assert project.run("validate", "--fail-on", "error").code == 1
    assert project.run("validate", "--fail-on", "warning").code == 1


def test_strict_makes_errors_of_warnings(project: Project) -> None:
    project.write("rencana.yaml", PLAN)
    report = json.loads(project.run("validate", "--strict", "--format", "json").out)
    assert report["summary"]["warning"] == 0
    assert report["summary"]["error"] == len([one for one in report["findings"] if one["severity"] == "error"])


def test_an_unknown_stage_is_wrong_use(project: Project) -> None:
    project.write("rencana.yaml", PLAN)
    shown = project.run("validate", "--stage", "bimtek3")
    assert (shown.code, shown.out) == (2, "")
    assert shown.err == (
        'galat: tahap "bimtek3" tidak ada dalam edisi\n'
        'saran: maksud Anda "bimtek-3"? pilihan: bimtek-1, bimtek-2, bimtek-3, bimtek-4, pengajuan\n'
    )


def test_an_edition_that_is_not_there_is_a_finding_at_its_name(project: Project) -> None:
    project.write("rencana.yaml", PLAN + "edisi: kominfo-2024\n")
    shown = project.run("validate", "--format", "json")
    assert shown.code == 1
    (finding,) = json.loads(shown.out)["findings"]
    assert (finding["code"], finding["line"], finding["column"]) == ("EDS007", 3, 8)
    assert "kominfo-2023" in finding["hint"]


def test_an_own_edition_that_is_wrong_is_told_with_its_place(project: Project) -> None:
    project.write("rencana.yaml", PLAN + "edisi: sendiri\n")
    project.write("templates/edisi/sendiri/edisi.yaml", "id: sendiri\nnama: Sendiri\n")
    shown = project.run("validate", "--format", "concise")
    assert shown.code == 1
    assert "galat EDS005 edisi belum memuat dimensi" in shown.out


BROKEN = {
    "empty": "",
    "comment only": "# belum diisi\n",
    "list": "- satu\n- dua\n",
    "one value": "rencana\n",
    "open quote": PLAN + 'visi: "belum ditutup\n',
    "tab": PLAN + "visi:\n\tsmart_city: x\n",
    "alias": "a: &a 1\nb: *a\n",
    "merge key": "dasar: {a: 1}\nlain: {<<: {b: 2}}\n",
    "tag": "visi: !!python/object:os.system x\n",
    "deep": "a: " + "[" * 60 + "]" * 60 + "\n",
    "two documents": PLAN + "---\n" + PLAN,
    "double key": PLAN + "skema: 1\n",
    "no yaml": "PK\x03\x04 ini berkas Word {{{{ ::: \n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_plan_gives_findings_and_valid_json(name: str, project: Project) -> None:
    project.write("rencana.yaml", BROKEN[name])
    shown = project.run("validate", "--format", "json")
    assert (shown.code, shown.err) == (1, "")
    report = json.loads(shown.out)
    assert report["summary"]["error"] >= 1
    assert all(finding["hint"] for finding in report["findings"])
    assert project.run("validate").code == 1


def test_bytes_that_are_no_text_give_findings(project: Project) -> None:
    project.write("rencana.yaml", "").write_bytes(b"\xff\xfe\x00\x01\x80\x81" * 50)
    shown = project.run("validate", "--format", "concise")
    assert (shown.code, shown.err) == (1, "")
    assert "rencana.yaml:1:1: G galat YML002 " in shown.out


def test_a_folder_without_plan_is_wrong_use(project: Project) -> None:
    shown = project.run("validate")
    assert (shown.code, shown.out) == (2, "")
    assert "tidak memuat rencana.yaml" in shown.err


def test_nothing_is_loaded_that_a_plain_check_does_not_need(project: Project) -> None:
    project.write("rencana.yaml", PLAN)
    heavy = (
        "rich", "jinja2", "docx", "openpyxl", "lxml", "markdown_it", "typer", "pydantic", "inspect", "difflib", "json",
        "dataclasses", "subprocess",
    )  # fmt: skip
    project.write(
        "muat.py",
        "import sys\nfrom smartplan.cli.run import run\nrun(['validate', '--fail-on', 'never'])\n"
        f"print(sorted({set(heavy)!r} & set(sys.modules)), file=sys.stderr)\n",
    )
    import os
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "muat.py"],
        cwd=project.folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == "[]\n"
