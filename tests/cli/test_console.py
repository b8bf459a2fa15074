"""Streams: any text to any of them, quiet ends, faults of ours told as such."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from smartplan.cli import console
from smartplan.cli.run import BUG, STOPPED, run
from tests.cli.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.project import Project


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_pipes_get_utf_8_in_any_locale(locale: dict[str, str], project: Project) -> None:
    project.write("rencana.yaml", "skema: 1\nwilayah: {nama: Kabupaten “Ā” 😀}\n")
    shown = project.run("validate", **locale)
    assert shown.code == 1
    assert "█" in shown.out or "░" in shown.out


def test_a_narrow_encoding_gets_near_letters(project: Project) -> None:
    project.write("rencana.yaml", "skema: 1\n")
    shown = project.run("validate", "tidak”ada", PYTHONIOENCODING="ascii")
    assert shown.code == 2
    assert 'map tidak"ada' in shown.err
    drawn = project.run("validate", PYTHONIOENCODING="ascii")
    assert "...................." in drawn.out


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX pipe")
def test_who_stops_reading_hears_no_complaint(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "smartplan", "edition", "show"]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "COLUMNS": "60"}
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("smartplan.api.load", stop)
    assert run(["validate"]) == STOPPED
    assert capsys.readouterr() == ("", "")


def test_a_fault_of_ours_shows_its_trace_after_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("tak terduga")

    monkeypatch.setattr("smartplan.api.load", fail)
    assert run(["validate"]) == BUG
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("galat: terjadi kesalahan di dalam smartplan")
    assert "Traceback" in shown.err
    assert shown.err.rstrip().endswith("RuntimeError: tak terduga")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_file_without_permission_is_told_in_one_sentence(project: Project) -> None:
    project.write("rencana.yaml", "skema: 1\n").chmod(0)
    shown = project.run("validate")
    assert shown.code == 2
    assert "tidak ada izin" in shown.err


def test_colours_only_in_a_terminal_and_not_against_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert console.colour_on(Terminal())  # type: ignore[arg-type]
    monkeypatch.setenv("NO_COLOR", "1")
    assert not console.colour_on(Terminal())  # type: ignore[arg-type]
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not console.colour_on(Terminal())  # type: ignore[arg-type]
