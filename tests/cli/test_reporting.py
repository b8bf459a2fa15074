"""``smartplan validate``: which findings, in which form, to where."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.project import Project

PLAN = (
    "skema: 1\nwilayah: {kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten}\n"
    "perangkat_daerah: [{id: dinkes, nama: Dinas Kesehatan “Ā” 😀}]\nanggran: 1\n"
    "pengecualian: [{kode: WJB001, alasan: masih dibahas, oleh: Bappeda}]\n"
)


@pytest.fixture
def plan(project: Project) -> Project:
    project.write("rencana.yaml", PLAN)
    return project


def test_only_chosen_codes_are_told_and_decide_the_exit_code(plan: Project) -> None:
    assert plan.run("validate", "--select", "str002").code == 1
    assert plan.run("validate", "--select", "YML").code == 0
    assert plan.run("validate", "--ignore", "DIM,WJB", "--fail-on", "warning").code == 1
    shown = plan.run("validate", "--select", "STR", "--select", "YML,DIM", "--format", "concise")
    assert {line.split()[3] for line in shown.out.splitlines()} == {"STR002", "DIM001"}
    assert shown.code == 1
    last = plan.run("validate", "--select", "STR").out.splitlines()[-1]
    assert last.startswith("1 temuan yang dipilih; ") and last.endswith(" temuan di luar pilihan")


@pytest.mark.parametrize(
    ("arguments", "sentences"),
    [
        (["--select", "AKS999"], ['kode "AKS999" untuk opsi --select tidak dikenal', "maksud Anda AKS0", "keluarga: "]),
        (["--ignore", "STR,xx"], ['kode "xx" untuk opsi --ignore tidak dikenal', "keluarga: ", "WJB"]),
        (["--select", ","], ["opsi --select kosong", "--select AKS,QW003"]),
        (["--top", "nol"], ['nilai "nol" untuk opsi --top bukan bilangan mulai 1', "--top 10"]),
        (["--top", "0"], ["bukan bilangan mulai 1"]),
        (["--by", "orang"], ['nilai "orang" untuk opsi --by tidak dikenal', "document, dimension, opd, rule, file"]),
        (["--by", "opd", "--format", "json"], ["opsi --by tidak berlaku untuk bentuk json", "text, md, html"]),
        (["--plain", "--format", "md"], ["opsi --plain tidak berlaku untuk bentuk md"]),
        (["--output", "temuan.doc"], ["bentuk keluaran tidak diketahui", ".json"]),
        (["--output", "x.html", "--format", "json"], ["akhiran .html", "tidak cocok dengan --format json", ".json"]),
        (["--output", "x.pdf", "--format", "md"], ["akhiran .pdf", "tidak cocok dengan --format md"]),
        (["--output", "rencana.yaml", "--format", "json"], ["itu berkas rencana"]),
        (["--output", "rencana.yaml", "--format", "json", "--force"], ["itu berkas rencana"]),
        (["--output", "dimensi.md"], ["bukan nama berkas"]),
        (["--format", "xlsx"], ["bentuk xlsx tidak dapat dicetak", "--output temuan.xlsx"]),
        (["--fix", "--select", "STR"], ["--select dan --ignore tidak membatasi", "tanpa keduanya"]),
        (["--force"], ["opsi --force hanya berlaku bersama --output"]),
    ],
    ids=lambda value: " ".join(value) if value[0].startswith("-") else "",
)
def test_what_cannot_be_had_is_wrong_use(arguments: list[str], sentences: list[str], plan: Project) -> None:
    (plan.folder / "dimensi.md").mkdir()
    shown = plan.run("validate", *arguments)
    assert (shown.code, shown.out) == (2, "")
    assert shown.err.startswith("galat: ") and "\nsaran: " in shown.err
    for sentence in sentences:
        assert sentence in shown.err
    assert plan.folder.joinpath("rencana.yaml").read_text(encoding="utf-8") == PLAN


def test_the_first_ones_are_told_and_all_are_counted(plan: Project) -> None:
    whole, few = (json.loads(plan.run("validate", "--format", "json", *more).out) for more in ([], ["--top", "2"]))
    assert [one["severity"] for one in few["findings"] if not one["waived"]] == ["error", "error"]
    assert few["summary"] == {**whole["summary"], "not_shown": few["summary"]["not_shown"]}
    assert few["summary"]["not_shown"] == len([one for one in whole["findings"] if not one["waived"]]) - 2


def test_sentences_for_a_screen_reader(plan: Project) -> None:
    shown = plan.run("validate", "--plain")
    assert shown.code == 1
    assert not set("█░^|\x1b") & set(shown.out)
    assert "Galat STR002 di berkas rencana.yaml baris 4 kolom 1: " in shown.out
    assert "Alasan: masih dibahas (oleh Bappeda).\n" in shown.out


def test_groups_are_chosen(plan: Project) -> None:
    by_office = plan.run("validate", "--by", "opd").out
    assert by_office.startswith("Dinas Komunikasi dan Informatika (")
    assert "\nBadan Perencanaan Pembangunan Daerah (" in by_office
    assert "Tanpa OPD" not in by_office
    assert "\nSTR002 Kunci tidak dikenal (1)\n" in plan.run("validate", "--by", "rule").out


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.SARIF", "a.md", "a.html", "sub/map/a.md"])
def test_the_report_goes_to_a_file_in_the_form_of_its_name(name: str, plan: Project) -> None:
    shown = plan.run("validate", "--output", name, "--today", "2026-03-01")
    assert (shown.code, shown.out) == (1, "")
    assert shown.err.startswith(f"Laporan ditulis ke {name}: ")
    form = {"txt": "text"}.get(name.rpartition(".")[2].lower(), name.rpartition(".")[2].lower())
    printed = plan.run("validate", "--format", form, "--today", "2026-03-01")
    assert (plan.folder / name).read_text(encoding="utf-8") == printed.out
    assert plan.run("validate", "--output", name).code == 1, "a report of ours is replaced"


def test_a_form_that_is_named_outweighs_the_name(plan: Project) -> None:
    plan.run("validate", "--output", "a.txt", "--format", "json")
    assert json.loads((plan.folder / "a.txt").read_text(encoding="utf-8"))["plan"] == "."


def test_the_file_of_a_person_is_kept(plan: Project) -> None:
    plan.write("a.md", "catatan rapat\n")
    shown = plan.run("validate", "--output", "a.md")
    assert (shown.code, shown.out) == (2, "")
    assert "bukan laporan smartplan" in shown.err and "--force" in shown.err
    assert (plan.folder / "a.md").read_text(encoding="utf-8") == "catatan rapat\n"
    assert plan.run("validate", "--output", "a.md", "--force").code == 1
    plan.write("a.md", (plan.folder / "a.md").read_text(encoding="utf-8") + "catatan\n")
    assert plan.run("validate", "--output", "a.md").code == 2, "ours, but changed by a person since"


@pytest.mark.parametrize("form", ["text", "concise", "json", "sarif", "md", "html"])
@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437"])
def test_a_console_with_few_letters_gets_every_report(form: str, encoding: str, plan: Project) -> None:
    import os
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "smartplan", "validate", "--format", form, *(["--by", "opd"] if form == "md" else [])],
        cwd=plan.folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    shown = done.stdout.decode(encoding)
    if form in ("json", "sarif"):
        assert json.loads(shown)


def test_letters_that_json_can_say_are_not_lost_on_a_narrow_console(plan: Project) -> None:
    plan.write("rencana.yaml", "skema: 1\n“Ā” 😀: 1\n")
    wide, narrow = (
        plan.run("validate", "--format", "json", **more).out for more in ({}, {"PYTHONIOENCODING": "ascii"})
    )
    assert narrow.isascii() and not wide.isascii()
    assert json.loads(narrow) == json.loads(wide)


def test_lines_end_where_the_terminal_does(plan: Project) -> None:
    shown = plan.run("validate", COLUMNS="50")
    assert max(len(line) for line in shown.out.splitlines() if not line.startswith("dimensi/")) <= 50
    assert any(line.startswith("    ") and not line.startswith("    |") for line in shown.out.splitlines())


@pytest.mark.parametrize("form", ["text", "concise"])
def test_only_what_a_form_needs_is_loaded(form: str, plan: Project) -> None:
    plan.write(
        "muat.py",
        "import sys\nfrom smartplan.cli.run import run\n"
        f"run(['validate', '--fail-on', 'never', '--format', {form!r}])\n"
        "print(sorted({'jinja2', 'openpyxl', 'json', 'typer'} & set(sys.modules)), file=sys.stderr)\n",
    )
    import os
    import subprocess
    import sys

    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, "muat.py"], cwd=plan.folder, env=environment, capture_output=True, check=True
    )
    assert done.stderr.strip() == b"[]"


def test_the_shell_completes_forms_groups_and_codes(project: Project) -> None:
    def completed(words: str) -> list[str]:
        return project.run(
            _SMARTPLAN_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=str(words.count(" "))
        ).out.split()

    assert completed("smartplan validate --format sa") == ["sarif"]
    assert completed("smartplan validate --by d") == ["document", "dimension"]
    assert "WJB,QW" in completed("smartplan validate --select WJB,Q")


def test_a_workbook_goes_to_a_file(plan: Project) -> None:
    shown = plan.run("validate", "--output", "temuan.xlsx")
    assert (shown.code, shown.out) == (1, "")
    assert (plan.folder / "temuan.xlsx").read_bytes().startswith(b"PK")


def test_without_openpyxl_a_workbook_is_refused_with_the_command_that_brings_it(plan: Project) -> None:
    plan.write("openpyxl.py", "raise ModuleNotFoundError('no openpyxl', name='openpyxl')\n")
    shown = plan.run("validate", "--output", "temuan.xlsx")
    assert (shown.code, shown.out) == (2, "")
    assert 'pip install "smartplan[excel]"' in shown.err
    assert not (plan.folder / "temuan.xlsx").exists()


@pytest.mark.parametrize(("form", "title"), [("md", "# {}\n"), ("html", "<h1>{}</h1>")])
def test_a_report_is_named_after_the_region(form: str, title: str, plan: Project) -> None:
    shown = plan.run("validate", "--format", form, "--today", "2026-11-26").out
    assert title.format("Temuan rencana Kabupaten Buleleng") in shown
    assert "diperiksa 26 November 2026" in shown


@pytest.mark.parametrize("command", ["validate", "due"])
def test_an_empty_name_of_a_report_is_refused(plan: Project, command: str) -> None:
    shown = plan.run(command, "--output", "")
    assert (shown.code, shown.out) == (2, "")
    assert "opsi --output kosong" in shown.err
