"""Run the command as a person does, and see exit code, stdout and stderr together."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Outcome", "Project"]

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


class Project:
    """A folder with files in which the command runs, in a process of its own: fixed width, no colour, no terminal."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def run(self, *arguments: str, **environment: str) -> Outcome:
        keep = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "NO_COLOR"))}
        done = subprocess.run(
            [sys.executable, "-m", "smartplan", *arguments],
            cwd=self.folder,
            env={**keep, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "TERM": "dumb", **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        return Outcome(done.returncode, self._plain(done.stdout), self._plain(done.stderr))

    def _plain(self, data: bytes) -> str:
        return data.decode("utf-8").replace("\r\n", "\n").replace(str(self.folder), "<map>")
