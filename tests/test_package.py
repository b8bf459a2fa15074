"""The built package: what is in it, and that it works away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import smartplan

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Built:
    sdist: Path
    wheel: Path


@dataclass(frozen=True)
class Installed:
    """A fresh environment with the wheel in it, and a folder far from the checkout to work in."""

    bin: Path
    folder: Path

    def run(self, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        return subprocess.run(
            [str(self.bin / name), *arguments],
            cwd=self.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Source package and wheel; the wheel is made from the source package, as pip does."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (sdist,), (wheel,) = out.glob("*.tar.gz"), out.glob("*.whl")
    return Built(sdist, wheel)


@pytest.fixture(scope="module")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=True)
    bin_folder = home / ("Scripts" if os.name == "nt" else "bin")
    install = [
        str(bin_folder / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        str(built.wheel),
    ]
    done = subprocess.run(install, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    # The libraries are those of this run, so that nothing has to be downloaded.
    site = next(home.glob("lib*/**/site-packages" if os.name != "nt" else "Lib/site-packages"))
    (site / "pustaka.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    return Installed(bin_folder, tmp_path_factory.mktemp("kerja"))


def tracked(folder: str) -> list[str]:
    return sorted(
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and "hasil" not in path.parts
    )


def test_the_wheel_holds_templates_examples_and_types(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as package:
        held = set(package.namelist())
    assert {"smartplan/py.typed", "smartplan/region/data/regencies.csv"} <= held
    for folder in ("templates", "examples"):
        wanted = tracked(folder)
        assert wanted
        assert {f"smartplan/_data/{name}" for name in wanted} <= held
    assert "smartplan/_data/templates/word/dasar.docx" in held
    assert not any(name.startswith("tests/") for name in held)


def test_the_source_package_holds_what_tests_need(built: Built) -> None:
    with tarfile.open(built.sdist) as package:
        held = {name.partition("/")[2] for name in package.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "tests/test_package.py"} <= held
    assert set(tracked("templates")) <= held


def test_the_command_runs_away_from_the_checkout(installed: Installed) -> None:
    assert installed.run("smartplan", "--version").stdout == f"smartplan {smartplan.__version__}\n"
    assert installed.run("python", "-m", "smartplan", "--version").stdout == f"smartplan {smartplan.__version__}\n"
    where = installed.run("python", "-c", "import smartplan; print(smartplan.__file__)").stdout
    assert not Path(where.strip()).is_relative_to(ROOT)


def test_a_plan_goes_from_init_to_a_word_book(installed: Installed) -> None:
    made = installed.run("smartplan", "init", "buleleng", "--period", "2025-2034")
    assert made.returncode == 0, made.stderr
    checked = installed.run("smartplan", "validate", "buleleng", "--format", "concise")
    assert (checked.returncode, checked.stderr) == (1, "")
    assert "WJB001" in checked.stdout
    printed = installed.run("smartplan", "render", "buleleng", "--doc", "buku-1", "--pages", "none")
    assert printed.returncode == 0, printed.stderr
    made_files = ["buleleng/hasil/buku-1-gambar/", "buleleng/hasil/buku-1.docx", "buleleng/hasil/buku-1.md"]
    assert printed.stdout.splitlines() == made_files
    with zipfile.ZipFile(installed.folder / "buleleng" / "hasil" / "buku-1.docx") as book:
        assert "word/document.xml" in book.namelist()


def test_the_examples_come_along(installed: Installed) -> None:
    code = "from smartplan.resources import find_example; print(find_example('buleleng'))"
    folder = installed.run("python", "-c", code).stdout.strip()
    assert installed.run("smartplan", "validate", folder, "--fail-on", "never").returncode == 0
