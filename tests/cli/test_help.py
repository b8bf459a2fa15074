"""Help and errors of the command line are Indonesian in every locale."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.project import Project

PAGES = Path(__file__).parent / "bantuan"
COMMANDS = {
    "smartplan": [],
    "init": ["init"],
    "validate": ["validate"],
    "status": ["status"],
    "due": ["due"],
    "explain": ["explain"],
    "render": ["render"],
    "submit": ["submit"],
    "verify": ["verify"],
    "schema": ["schema"],
    "edition": ["edition"],
    "edition-list": ["edition", "list"],
    "edition-show": ["edition", "show"],
    "template": ["template"],
    "template-list": ["template", "list"],
    "template-copy": ["template", "copy"],
    "template-check": ["template", "check"],
}
LOCALES = [{"LC_ALL": "C"}, {"LC_ALL": "en_US.UTF-8", "LANGUAGE": "en"}, {"LC_ALL": "id_ID.UTF-8", "LANGUAGE": "id"}]
ENGLISH = ("Usage", "Options", "Arguments", "Commands", "Error", "Show this", "default", "required", "Try ")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_as_written_down(name: str, project: Project, update_golden: bool) -> None:
    page = PAGES / f"{name}.txt"
    shown = project.run(*COMMANDS[name], "--help")
    assert (shown.code, shown.err) == (0, "")
    if update_golden:
        page.write_text(shown.out, encoding="utf-8", newline="\n")
    assert shown.out == page.read_text(encoding="utf-8"), "renew with: pytest tests/cli --update-golden"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_shows_examples_first_and_no_english(name: str) -> None:
    page = (PAGES / f"{name}.txt").read_text(encoding="utf-8")
    assert not any(word in page for word in ENGLISH)
    assert page.index("Pemakaian:") < page.index("Opsi:")
    if "Contoh:" in page:
        assert page.index("Contoh:") < page.index("Pemakaian:")


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale["LC_ALL"])
@pytest.mark.parametrize(
    ("arguments", "sentences"),
    [
        (["validte"], ['tidak ada perintah "validte"', 'maksud Anda "validate"?']),
        (
            ["xyzzy"],
            [
                'tidak ada perintah "xyzzy"',
                "perintah yang ada: init, validate, status, explain, due, render",
            ],
        ),
        (["edition", "shw"], ['tidak ada perintah "shw"', 'maksud Anda "show"?']),
        (["validate", "--stge", "x"], ["tidak ada opsi --stge", "maksud Anda --stage?", "smartplan validate --help"]),
        (["validate", "-z"], ["tidak ada opsi -z", "smartplan validate --help"]),
        (["validate", "--stage"], ["opsi --stage memerlukan nilai", "tulis --stage TAHAP"]),
        (["validate", "--strict=1"], ["opsi --strict tidak memakai nilai"]),
        (["validate", "a", "b"], ["terlalu banyak argumen: b"]),
        (["validate", "--format", "jsn"], ['nilai "jsn" untuk opsi --format tidak dikenal', 'maksud Anda "json"?']),
        (["validate", "--today", "kemarin"], ['nilai "kemarin" untuk opsi --today bukan tanggal', "2026-02-28"]),
        (["render", "--format", ","], ["opsi --format kosong", "docx, md"]),
        (["schema", "--part", "x"], ['nilai "x" untuk opsi --part tidak dikenal', "rencana, dimensi"]),
        (["edition", "show", "x"], ['tidak ada edisi "x"', "kominfo-2023"]),
        (["init"], ["daerah belum disebut", "smartplan init buleleng"]),
        (["validate", "tidak-ada"], ["tidak ada berkas atau map tidak-ada", "smartplan init"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) and len(value) < 4 else None,
)
def test_wrong_use_says_what_to_write_instead(
    arguments: list[str], sentences: list[str], locale: dict[str, str], project: Project
) -> None:
    shown = project.run(*arguments, **locale)
    assert (shown.code, shown.out) == (2, "")
    assert shown.err.startswith("galat: ")
    assert "\nsaran: " in shown.err
    assert not any(word in shown.err for word in ENGLISH)
    for sentence in sentences:
        assert sentence in shown.err


def test_called_alone_it_shows_its_help(project: Project) -> None:
    assert project.run().out == (PAGES / "smartplan.txt").read_text(encoding="utf-8")
    assert project.run("edition").out == (PAGES / "edition.txt").read_text(encoding="utf-8")


def test_the_version_is_printed(project: Project) -> None:
    import smartplan

    assert project.run("--version").out == f"smartplan {smartplan.__version__}\n"


def test_completion_knows_commands_options_and_values(project: Project) -> None:
    def completed(words: str) -> str:
        return project.run(_SMARTPLAN_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=str(words.count(" "))).out

    assert completed("smartplan va").split() == ["validate"]
    assert "--stage" in completed("smartplan validate --st")
    assert completed("smartplan validate --stage bimtek-").split() == ["bimtek-1", "bimtek-2", "bimtek-3", "bimtek-4"]
    assert completed("smartplan init kab-bulel").split() == ["kab-buleleng"]
    assert completed("smartplan render --doc buku-1,buku-4").split() == ["buku-1,buku-4"]
