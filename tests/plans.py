"""Small plans for tests: files in a folder, loaded and checked."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from smartplan.edition import Edition, load_edition
from smartplan.plan import Plan, load_plan
from smartplan.rules import check_plan

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from smartplan.findings import Finding
    from smartplan.rules import Checked

__all__ = ["check", "edition", "found", "last_stage", "write"]


@cache
def edition() -> Edition:
    """The default edition."""
    return load_edition()


def last_stage() -> str:
    return edition().ids("tahap")[-1]


def write(folder: Path, files: dict[str, str]) -> Plan:
    """Write ``files`` (name -> text) and load the plan in ``folder``."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return load_plan(folder)


def check(folder: Path, text: str, *, stage: str | None = None, today: date | None = None, **files: str) -> Checked:
    """Check ``rencana.yaml`` with this ``text``; ``files``: dimension id -> text of its file."""
    named = {f"dimensi/{name}.yaml": content for name, content in files.items()}
    plan = write(folder, {"rencana.yaml": text, **named})
    return check_plan(plan, edition(), stage=stage or last_stage(), today=today)


def found(checked: Checked, code: str) -> list[Finding]:
    """The findings of this code."""
    return [finding for finding in checked.findings if finding.code == code]
