"""``smartplan template``: list, copy and check the texts and looks that a plan may change."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from smartplan import resources

if TYPE_CHECKING:
    from tests.cli.project import Outcome, Project

EXAMPLE = Path(__file__).parents[2] / "examples" / "contoh"
CHAPTER = "templates/buku/buku-2/strategi.md.j2"


@pytest.fixture
def plan(project: Project) -> Project:
    """The fictional example, without templates of its own."""
    shutil.copytree(EXAMPLE, project.folder, dirs_exist_ok=True)
    return project


def rows(shown: Outcome) -> dict[str, dict[str, object]]:
    return {row["name"]: row for row in json.loads(shown.out)["templates"]}


def findings(project: Project, code: int) -> list[tuple[str, str, int | None, int | None]]:
    shown = project.run("template", "check", "--format", "json")
    assert shown.code == code, shown.err
    return [(one["code"], one["file"], one["line"], one["column"]) for one in json.loads(shown.out)["findings"]]


def test_without_a_plan_the_list_is_that_of_the_default_edition(project: Project) -> None:
    shown = project.run("template", "list")
    assert shown.code == 0
    assert "buku/buku-2/strategi.md.j2 " in shown.out
    assert {row["state"] for row in rows(project.run("template", "list", "--format", "json")).values()} == {"shipped"}


def test_the_list_tells_what_is_whose_and_what_nothing_uses(plan: Project) -> None:
    plan.write(CHAPTER, '{% include "buku/bagian.md.j2" %}\n')
    plan.write("templates/buku/bagian.md.j2", "Isi.\n")
    plan.write("templates/buku/lain.md.j2", "Isi.\n")
    found = rows(plan.run("template", "list", "--format", "json"))
    assert found["buku/buku-2/strategi.md.j2"]["state"] == "own"
    assert found["buku/bagian.md.j2"] | {"title": None} == {
        "name": "buku/bagian.md.j2",
        "state": "new",
        "document": None,
        "title": None,
        "users": ["buku/buku-2/strategi.md.j2"],
    }
    assert found["buku/lain.md.j2"]["state"] == "unused"
    assert found["word/dasar.docx"]["state"] == "shipped"
    assert "buku-2: Strategi Pembangunan Smart City" in plan.run("template", "list").out


def test_a_copy_is_ours_and_changes_nothing(plan: Project) -> None:
    before = plan.run("render", "--doc", "buku-2", "--format", "md", "--out", "satu")
    shown = plan.run("template", "copy", "buku-2/strategi,word/dasar")
    assert (shown.code, shown.out.split()) == (0, [CHAPTER, "templates/word/dasar.docx"])
    assert (plan.folder / CHAPTER).read_bytes() == resources.find("buku/buku-2/strategi.md.j2").read_bytes()
    assert findings(plan, 0) == []
    assert plan.run("render", "--doc", "buku-2", "--format", "md", "--out", "dua").code == before.code == 0
    texts = [(plan.folder / name / "buku-2.md").read_text(encoding="utf-8") for name in ("satu", "dua")]
    assert texts[0] == texts[1]


def test_the_name_of_a_folder_copies_all_that_is_in_it(plan: Project) -> None:
    assert len(plan.run("template", "copy", "buku-4").out.split()) == 3


def test_what_a_person_changed_is_not_written_over(plan: Project) -> None:
    plan.write(CHAPTER, "Milik kami.\n")
    shown = plan.run("template", "copy", "buku-2/strategi")
    assert shown.code == 2
    assert "--force" in shown.err
    assert (plan.folder / CHAPTER).read_text(encoding="utf-8") == "Milik kami.\n"
    assert plan.run("template", "copy", "buku-2/strategi", "--force").code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["buku-2/stratgi"], 'maksud Anda "buku-2/strategi"?'),
        (["word/dasar", "--extend"], "salin utuh"),
        (["../rencana"], "tidak ada templat"),
        ([], "templat belum disebut"),
    ],
)
def test_a_copy_that_cannot_be_made_says_what_to_write(plan: Project, arguments: list[str], words: str) -> None:
    shown = plan.run("template", "copy", *arguments)
    assert shown.code == 2
    assert words in shown.err


@pytest.mark.parametrize("name", ["buku-2/strategi", "buku/_umum", "surat/tagihan"])
def test_what_extends_ours_changes_nothing_yet(plan: Project, name: str) -> None:
    plain = plan.run("render", "--doc", "buku-2", "--format", "md", "--out", "satu")
    assert plan.run("template", "copy", name, "--extend").code == plain.code == 0
    assert findings(plan, 0) == []
    plan.run("render", "--doc", "buku-2", "--format", "md", "--out", "dua")
    texts = [(plan.folder / name / "buku-2.md").read_text(encoding="utf-8") for name in ("satu", "dua")]
    assert texts[0] == texts[1]


def test_one_macro_of_a_partial_is_changed_and_the_others_stay_ours(plan: Project) -> None:
    plan.write("templates/buku/_umum.md.j2", "{% macro masa(p) %}masa kami{% endmacro %}\n")
    assert findings(plan, 0) == []
    plan.run("render", "--doc", "buku-2", "--format", "md", "--out", "satu")
    assert "untuk masa masa kami" in (plan.folder / "satu" / "buku-2.md").read_text(encoding="utf-8")


def test_an_edition_of_ones_own_inherits_that_of_the_plan(plan: Project) -> None:
    shown = plan.run("template", "copy", "edisi/edisi-kami")
    assert shown.out.split() == ["templates/edisi/edisi-kami/edisi.yaml"]
    text = (plan.folder / "rencana.yaml").read_text(encoding="utf-8")
    plan.write("rencana.yaml", text.replace("edisi: kominfo-2023", "edisi: edisi-kami"))
    assert plan.run("edition", "show").out.startswith("edisi-kami: ")
    assert findings(plan, 0) == []
    assert rows(plan.run("template", "list", "--format", "json"))["edisi/edisi-kami/edisi.yaml"]["state"] == "new"


def test_all_faults_are_told_at_once_with_their_places(plan: Project) -> None:
    plan.write(CHAPTER, "a\n{{ rencna.visi }}\n{{ 3|rupia }}\n")
    plan.write("templates/buku/buku-2/arah.md.j2", "{% for p in semua('program') %}\n{{ p.nma }}\n{% endfor %}\n")
    plan.write("templates/buku/buku-2/risiko.md.j2", "{% if true %}\n")
    plan.write("templates/buku/buku2/penutup.md.j2", "Isi.\n")
    plan.write("templates/word/dasar.docx", "bukan Word\n")
    assert findings(plan, 1) == [
        ("TPL001", "templates/buku/buku-2/arah.md.j2", 2, 6),
        ("TPL001", "templates/buku/buku-2/risiko.md.j2", 1, 1),
        ("TPL001", CHAPTER, 2, 4),
        ("TPL001", CHAPTER, 3, 6),
        ("TPL002", "templates/buku/buku2/penutup.md.j2", 1, 1),
        ("TPL001", "templates/word/dasar.docx", 1, 1),
    ]
    text = plan.run("template", "check").out
    assert f"{CHAPTER}:2:4:" in text
    assert 'maksud Anda "buku/buku-2/penutup.md.j2"?' in text
    assert not any((plan.folder / name).exists() for name in ("hasil", ".smartplan"))


def test_what_a_word_template_of_the_plan_lacks_is_told_and_is_no_fault(plan: Project) -> None:
    plan.write("templates/word/dasar.docx", "")
    docx.Document().save(str(plan.folder / "templates/word/dasar.docx"))
    assert findings(plan, 0) == [("TPL006", "templates/word/dasar.docx", 1, 1)]
    assert "sampul (Sampul Logo, " in " ".join(plan.run("template", "check").out.split())


def test_what_a_child_says_outside_the_blocks_of_its_parent_is_told(plan: Project) -> None:
    plan.write("templates/buku/_induk.md.j2", "{% block pembuka %}a{% endblock %}\n")
    plan.write(CHAPTER, '{% extends "buku/_induk.md.j2" %}\n\nHilang.\n{% block pembka %}b{% endblock %}\n')
    assert findings(plan, 1) == [("TPL004", CHAPTER, 3, 1), ("TPL004", CHAPTER, 4, 10)]
    assert 'maksud Anda "pembuka"?' in plan.run("template", "check").out


def test_a_copy_of_what_changed_since_is_told_and_shown(plan: Project) -> None:
    plan.run("template", "copy", "buku-2/strategi")
    register = plan.folder / "templates" / ".smartplan.json"
    held = json.loads(register.read_text(encoding="utf-8"))
    held["outputs"]["buku/buku-2/strategi.md.j2"] = ["0" * 64]
    register.write_text(json.dumps(held), encoding="utf-8")
    assert findings(plan, 0) == [], "the plan's copy is what ours is now"
    own = plan.folder / CHAPTER
    own.write_text("Kalimat kami.\n" + own.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    assert findings(plan, 0) == [("TPL003", CHAPTER, 1, 1)]
    assert "+Kalimat kami." in plan.run("template", "check", "--diff").out


def test_differences_come_with_the_faults_and_their_exit_code(plan: Project) -> None:
    plan.write(CHAPTER, "{% if %}\n")
    shown = plan.run("template", "check", "--diff")
    assert (shown.code, shown.out) == (1, "")
    assert f"{CHAPTER}:1:1: galat TPL001 " in shown.err


@pytest.mark.parametrize("option", ["--format=json", "--output=a.html"])
def test_differences_are_text_on_stdout_only(plan: Project, option: str) -> None:
    shown = plan.run("template", "check", "--diff", option)
    assert (shown.code, shown.out) == (2, "")
    assert f"--diff tidak dapat dipakai bersama {option.partition('=')[0]}" in shown.err


@pytest.mark.parametrize("text", ["Isi kami.\n", '{% extends "@bawaan/buku/buku-2/stratgi.md.j2" %}\n'])
def test_what_was_made_to_extend_ours_is_never_taken_for_an_old_copy(plan: Project, text: str) -> None:
    assert plan.run("template", "copy", "buku-2/strategi", "--extend").code == 0
    plan.write(CHAPTER, text)
    assert "TPL003" not in plan.run("template", "check", "--format", "json").out


def test_an_edition_of_ones_own_is_told_how_it_is_used(plan: Project) -> None:
    shown = plan.run("template", "copy", "edisi/edisi-kami")
    assert "tulis `edisi: edisi-kami` di rencana.yaml" in shown.err
    unused = plan.run("template", "check")
    assert unused.code == 1
    assert "`edisi: edisi-kami` di rencana.yaml" in unused.out
    assert unused.out.rstrip().endswith("1 temuan")


@pytest.mark.parametrize("name", ["edisi/Edisi Kami", "edisi/edisi_kami", "edisi/-a"])
def test_the_name_of_an_edition_has_plain_characters(plan: Project, name: str) -> None:
    shown = plan.run("template", "copy", name)
    assert shown.code == 2
    assert "huruf kecil, angka, dan tanda hubung" in shown.err


def test_litter_among_the_templates_is_passed_over(plan: Project) -> None:
    for name in ("Thumbs.db", "buku/strategi.md.j2~", "README.txt", ".DS_Store", "word/~$dasar.docx"):
        plan.write(f"templates/{name}", "")
    assert findings(plan, 0) == []


def test_the_letter_to_those_who_owe_something_is_tried_too(plan: Project) -> None:
    plan.write("templates/surat/tagihan.md.j2", "a\n{{ surat.penerma }}\n")
    (plan.folder / "analisis.yaml").unlink()
    assert findings(plan, 1) == [("TPL001", "templates/surat/tagihan.md.j2", 2, 10)]
    assert 'maksud Anda "penerima"?' in plan.run("template", "check").out


def test_a_plan_without_templates_of_its_own_has_nothing_wrong(plan: Project) -> None:
    shown = plan.run("template", "check")
    assert (shown.code, shown.out) == (0, "")
    assert "Tidak ada yang salah" in shown.err


def test_the_shell_offers_the_names(project: Project) -> None:
    words = "smartplan template copy buku/buku-2/str"
    done = project.run(_SMARTPLAN_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD="3")
    assert done.out.split() == ["buku/buku-2/strategi"]
