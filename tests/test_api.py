"""The public names: ``load``, ``check``, ``render``, ``Finding``."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

import smartplan

if TYPE_CHECKING:
    from pathlib import Path

PLAN = "skema: 1\nwilayah: {kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten}\n"


@pytest.fixture
def plan(tmp_path: Path) -> smartplan.api.Plan:
    (tmp_path / "rencana.yaml").write_text(PLAN, encoding="utf-8")
    return smartplan.load(tmp_path)


def test_only_a_handful_of_names_is_public() -> None:
    assert sorted(smartplan.__all__) == ["Finding", "__version__", "check", "load", "render"]
    assert all(hasattr(smartplan, name) for name in smartplan.__all__)
    with pytest.raises(AttributeError):
        smartplan.tidak_ada  # noqa: B018


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, smartplan; print(sorted({'pydantic', 'yaml', 'typer', 'docx'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout == "[]\n"


def test_check_gives_findings_of_the_stage(plan: smartplan.api.Plan) -> None:
    early = smartplan.check(plan)
    late = smartplan.check(plan, stage="pengajuan", today=date(2026, 2, 28))
    assert all(isinstance(finding, smartplan.Finding) for finding in early)
    assert len(late) > len(early) > 10


def test_check_names_a_stage_that_there_is_not(plan: smartplan.api.Plan) -> None:
    with pytest.raises(ValueError, match="bimtek-9"):
        smartplan.check(plan, stage="bimtek-9")


def test_render_names_a_book_or_format_that_there_is_not(plan: smartplan.api.Plan) -> None:
    with pytest.raises(ValueError, match="buku-9"):
        smartplan.render(plan, ["buku-9"])
    with pytest.raises(ValueError, match="odt"):
        smartplan.render(plan, ["buku-1"], ["odt"])  # type: ignore[list-item]
