"""markdownlint for tests: skip where it is missing, unless SMARTPLAN_REQUIRE_MARKDOWNLINT=1 asks for it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["lint", "require_markdownlint"]

RULES: Final = {
    "default": True,
    "MD013": False,  # a paragraph of the plan is one line
}


def require_markdownlint() -> str:
    """The program. Skips where it is missing; fails instead when SMARTPLAN_REQUIRE_MARKDOWNLINT=1."""
    program = shutil.which("markdownlint-cli2")
    if program is None:
        reason = "markdownlint-cli2 not found (npm install -g markdownlint-cli2)"
        if os.environ.get("SMARTPLAN_REQUIRE_MARKDOWNLINT") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return program


def lint(folder: Path) -> list[str]:
    """Its findings on all Markdown files below ``folder``, one a line."""
    program = require_markdownlint()
    (folder / ".markdownlint.json").write_text(json.dumps(RULES), encoding="utf-8")
    command = [program, "**/*.md"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=120)
    lines = f"{done.stdout}\n{done.stderr}".splitlines()
    assert any(line.startswith("Linting: ") and not line.startswith("Linting: 0 ") for line in lines), lines
    return [line for line in lines if " MD" in line]
