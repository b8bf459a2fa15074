"""The hook for pre-commit: which plan a file belongs to, and the real pre-commit with it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from smartplan.cli.hook import main, plans_of

if TYPE_CHECKING:
    from tests.cli.project import Project

ROOT = Path(__file__).parents[2]
HEAD = "skema: 1\nwilayah: {kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten}\n"
OFFLINE = ("Could not find a version", "NewConnectionError", "NameResolutionError")
NAMES = ("smartplan", "templates", "examples", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")


def test_each_file_leads_to_its_plan_once(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.folder)
    for name in ("a/rencana.yaml", "b/rencana.yaml", "b/dimensi/smart_living.yaml", "lain/x.yaml"):
        project.write(name, HEAD)
    files = ["b/dimensi/smart_living.yaml", "a/rencana.yaml", "b/rencana.yaml", "lain/x.yaml", "a/templates/x.yaml"]
    assert plans_of(files) == [Path("b"), Path("a")]
    project.write("rencana.yaml", HEAD)
    assert plans_of(["lain/x.yaml"]) == [Path()]


def test_options_go_to_validate_and_the_worst_exit_code_counts(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project.folder)
    project.write("a/rencana.yaml", HEAD)
    project.write("b/rencana.yaml", HEAD + "anggran: 1\n")
    files = ["a/rencana.yaml", "b/rencana.yaml"]
    assert main(["--format", "concise", "--fail-on", "never", *files]) == 0
    assert "STR002" in capsys.readouterr().out
    assert main(["--format", "concise", *files]) == 1
    assert main(["--format", "salah", *files]) == 2
    assert main(["--strict", "lain.yaml"]) == 0
    assert main([]) == 0


@pytest.mark.slow
@pytest.mark.skipif(find_spec("pre_commit") is None, reason="needs pre-commit")
@pytest.mark.skipif(not (ROOT / ".pre-commit-hooks.yaml").is_file(), reason="needs a checkout")
@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_pre_commit_runs_it_from_a_clone(tmp_path: Path) -> None:
    source, plan = tmp_path / "smartplan", tmp_path / "rencana"
    for name in NAMES:
        source.mkdir(exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(ROOT / name, source / name)
    revision = commit(source)
    hook = {"repo": str(source), "rev": revision, "hooks": [{"id": "smartplan-validate"}]}
    (plan / "kabupaten").mkdir(parents=True)
    (plan / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [hook]}), encoding="utf-8")
    (plan / "lain.yaml").write_text("a: 1\n", encoding="utf-8")
    (plan / "kabupaten" / "rencana.yaml").write_text(HEAD + "anggran: 1\n", encoding="utf-8")
    commit(plan)

    shown = pre_commit(plan, tmp_path, "run", "--all-files")
    if "CalledProcessError" in shown.stdout and any(words in shown.stdout for words in OFFLINE):
        pytest.skip("no package index to install from")
    assert shown.returncode == 1, shown.stdout
    assert "rencana.yaml:3:1: G galat STR002" in shown.stdout
    assert "lain.yaml" not in shown.stdout
    shown = pre_commit(plan, tmp_path, "run", "--files", "lain.yaml")
    assert shown.returncode == 0, shown.stdout


def commit(folder: Path) -> str:
    settings = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.autocrlf=false"]
    for arguments in (["init", "-q"], ["add", "-A"], [*settings, "commit", "-q", "--no-verify", "-m", "x"]):
        subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env=environment())
    done = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def pre_commit(folder: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=folder,
        env={**environment(), "PRE_COMMIT_HOME": str(home / "cache"), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )


def environment() -> dict[str, str]:
    """Without what a git hook or pytest put there."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHONPATH"))}
