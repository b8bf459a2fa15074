"""``smartplan explain``: one code, a family, all of them."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from smartplan.report.explain_words import example, waiver_of
from smartplan.rules.catalogue import all_entries

if TYPE_CHECKING:
    from tests.cli.project import Project


def test_one_code_says_all_there_is(project: Project) -> None:
    shown = project.run("explain", "huk004")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith("HUK004 urutan-hukum\nDasar hukum tidak menurut urutan resmi.\n\nMengapa: ")
    for words in (
        "\nPerbaiki: ",
        "\nAsal: F, fakta dari sumber terbuka: UU 12 Tahun 2011\n",
        "\nTingkat menurut tahap, edisi kominfo-2023\n  Bimtek I    peringatan\n",
        "\nSalah\n  dasar_hukum:\n",
        "\nBenar\n",
        "  pengecualian:\n    - kode: HUK004\n      jalur: dasar_hukum\n",
    ):
        assert words in shown.out
    assert project.run("explain", "urutan-hukum").out == shown.out, "a rule is found by its name too"


def test_parameters_and_stages_before_it_is_due_are_told(project: Project) -> None:
    shown = project.run("explain", "PRF001")
    assert "\nParameter\n  toleransi_persen: 0\n" in shown.out
    assert "belum diperiksa" in project.run("explain", "ANG001").out


@pytest.mark.parametrize("code", ["YML021", "STR004", "EDS007", "TPL001", "WJB001"])
def test_codes_that_are_no_rules_are_explained(project: Project, code: str) -> None:
    shown = project.run("explain", code)
    assert shown.code == 0
    assert "\nPerbaiki: " in shown.out
    assert ("tidak dapat dikecualikan" in shown.out) == (code != "WJB001")


def test_a_family_is_a_line_a_code(project: Project) -> None:
    lines = project.run("explain", "HUK").out.splitlines()
    assert lines[0] == "HUK: Dasar hukum"
    assert lines[1].startswith("  HUK001  ")
    assert all(line.startswith(("  HUK", "          ")) for line in lines[1:])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["HUK04"], 'maksud Anda "HUK004"?'),
        (["urutan-hukm"], 'maksud Anda "urutan-hukum"?'),
        (["xyzzy"], "smartplan explain --all"),
        ([], "contoh: smartplan explain HUK004"),
        (["HUK004", "--all"], "tidak dipakai bersama"),
        (["HUK004", "--edition", "x"], 'tidak ada edisi "x"'),
    ],
)
def test_wrong_use_says_what_to_write_instead(project: Project, arguments: list[str], words: str) -> None:
    shown = project.run("explain", *arguments)
    assert (shown.code, shown.out) == (2, "")
    assert words in shown.err


def test_the_edition_of_the_plan_counts(project: Project) -> None:
    project.write("rencana.yaml", "edisi: daerah\n")
    project.write(
        "templates/edisi/daerah/edisi.yaml",
        "id: daerah\nnama: Daerah\nmewarisi: kominfo-2023\naturan: {HUK004: {hapus: ya}}\n",
    )
    assert "\nTahap: tidak berlaku pada edisi ini\n" in project.run("explain", "HUK004").out
    assert "Bimtek I " in project.run("explain", "HUK004", "--edition", "kominfo-2023").out


def test_all_as_json(project: Project) -> None:
    report = json.loads(project.run("explain", "--all", "--format", "json").out)
    assert list(report) == ["version", "edition", "rules"]
    assert [one["code"] for one in report["rules"]] == [entry.code for entry in all_entries()]
    rule = next(one for one in report["rules"] if one["code"] == "PRF001")
    assert rule["stages"][0] == {"stage": "bimtek-1", "severity": "warning"}
    assert rule["parameters"]["toleransi_persen"] == "0"
    assert len({tuple(one) for one in report["rules"]}) == 1, "every rule has the same keys"


def test_all_as_markdown(project: Project) -> None:
    page = project.run("explain", "--all", "--format", "md").out
    assert page.startswith("# Aturan pemeriksaan\n")
    assert "\n## HUK: Dasar hukum\n" in page
    assert page.count("\n### ") == len(all_entries())
    assert page.count("```") % 2 == 0
    assert "| Bimtek I | Bimtek II |" in page


class Tags(HTMLParser):
    """Which tags are open; fails when one closes that is not the last."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)
        self.ids += [value for name, value in attrs if name == "id"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_all_as_one_html_file(project: Project) -> None:
    page = project.run("explain", "--all", "--format", "html").out
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert {entry.code for entry in all_entries()} <= set(tags.ids)
    assert not any(sign in page for sign in ("src=", "<link", "@import", "<script")), "it needs no other file"
    assert "&lt;&lt;&lt;" in page, "words are escaped"


def test_examples_are_laid_out_without_changing_them() -> None:
    for entry in all_entries():
        for text in (entry.wrong, entry.right):
            if text:
                assert yaml.load(example(text), yaml.BaseLoader) == yaml.load(text, yaml.BaseLoader), entry.code


def test_the_waiver_is_one_that_a_plan_takes(project: Project) -> None:
    project.write("rencana.yaml", waiver_of(next(entry for entry in all_entries() if entry.code == "ANG001")))
    assert "STR" not in project.run("validate", "--format", "concise").out
