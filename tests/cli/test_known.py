"""``validate --write-baseline`` and ``--baseline``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.project import Project

HEAD = "skema: 1\nwilayah: {kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten}\n"


def test_what_is_recorded_is_not_reported_again_and_what_is_new_is(project: Project) -> None:
    project.write("rencana.yaml", HEAD + "anggran: 1\n")
    shown = project.run("validate", "--write-baseline", "lama.json")
    assert (shown.code, shown.out) == (0, "")
    count = int(shown.err.split()[0])
    assert shown.err == f"{count} temuan tercatat di lama.json. Berikutnya: smartplan validate --baseline lama.json\n"
    first = (project.folder / "lama.json").read_text(encoding="utf-8")

    project.write("rencana.yaml", "# catatan\n\n" + HEAD + "anggran: 1\n")
    shown = project.run("validate", "--baseline", "lama.json")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.rstrip().splitlines()[-1].endswith(f"{count} sudah tercatat")
    assert "anggran" not in shown.out

    project.write("rencana.yaml", HEAD + "anggran: 1\nbelanj: 2\n")
    shown = project.run("validate", "--baseline", "lama.json", "--format", "json")
    assert shown.code == 1
    report = json.loads(shown.out)
    assert [finding["path"] for finding in report["findings"]] == ["belanj"]
    assert report["summary"]["error"] == 1
    assert report["summary"]["known"] == count

    project.write("rencana.yaml", HEAD + "anggran: 1\n")
    assert project.run("validate", "--write-baseline", "lama.json").code == 0, "a baseline may be renewed"
    assert (project.folder / "lama.json").read_text(encoding="utf-8") == first


def test_a_file_of_somebody_else_is_not_overwritten(project: Project) -> None:
    project.write("rencana.yaml", HEAD)
    for name, text in {"rencana.yaml": HEAD, "catatan.json": '{"a": 1}'}.items():
        path = project.write(name, text)
        shown = project.run("validate", "--write-baseline", name)
        assert shown.code == 2
        assert "tidak ditimpa" in shown.err or "itu nama berkas rencana" in shown.err
        assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "others",
    [
        ["--output", "x.html"],
        ["--format", "json"],
        ["--select", "PRF"],
        ["--top", "2"],
        ["--by", "opd"],
        ["--plain"],
    ],
    ids=lambda others: others[0],
)
@pytest.mark.parametrize("alone", [["--write-baseline", "lama.json"], ["--diff"]], ids=lambda alone: alone[0])
def test_what_makes_no_report_takes_no_form_of_one(project: Project, alone: list[str], others: list[str]) -> None:
    project.write("rencana.yaml", HEAD)
    shown = project.run("validate", *alone, *others)
    assert (shown.code, shown.out) == (2, "")
    assert others[0] in shown.err
    assert [path.name for path in project.folder.iterdir()] == ["rencana.yaml"]


def test_the_next_command_can_be_pasted(project: Project) -> None:
    project.write("map ku/rencana.yaml", HEAD)
    shown = project.run("validate", "map ku", "--write-baseline", "la ma.json")
    assert 'smartplan validate "map ku" --baseline "la ma.json"' in shown.err


@pytest.mark.parametrize(("name", "words"), [("tidak-ada.json", "tidak ada"), ("rencana.yaml", "bukan catatan temuan")])
def test_a_baseline_that_cannot_be_read_is_wrong_use(project: Project, name: str, words: str) -> None:
    project.write("rencana.yaml", HEAD)
    shown = project.run("validate", "--baseline", name)
    assert (shown.code, shown.out) == (2, "")
    assert words in shown.err
    assert "saran: " in shown.err


def test_bytes_are_no_baseline(project: Project) -> None:
    project.write("rencana.yaml", HEAD)
    (project.folder / "x.json").write_bytes(b"\xff\xfe\x00")
    assert project.run("validate", "--baseline", "x.json").code == 2


def test_a_file_that_cannot_be_read_is_never_known(project: Project) -> None:
    project.write("rencana.yaml", HEAD + 'visi: "x\n')
    shown = project.run("validate", "--write-baseline", "lama.json")
    assert shown.code == 1
    assert "YML021" in shown.out
    assert project.run("validate", "--baseline", "lama.json").code == 1


def test_both_together_are_wrong_use(project: Project) -> None:
    project.write("rencana.yaml", HEAD)
    assert project.run("validate", "--baseline", "a.json", "--write-baseline", "a.json").code == 2


@pytest.mark.parametrize("option", ["--baseline", "--write-baseline"])
def test_an_empty_name_is_refused(project: Project, option: str) -> None:
    project.write("rencana.yaml", "skema: 1\n")
    shown = project.run("validate", option, "")
    assert (shown.code, shown.out) == (2, "")
    assert f"opsi {option} kosong" in shown.err
