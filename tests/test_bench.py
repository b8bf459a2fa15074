"""The plan that the benchmarks make is as rich as a written one: else they would measure something else."""

from __future__ import annotations

from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from smartplan import api
from tests.bench.generate import write_plan

if TYPE_CHECKING:
    from smartplan.plan import Plan

TEXTS = ("nama", "uraian", "indikator_output", "indikator_outcome", "lokasi", "keterangan")
LISTS = ("kegiatan", "sumber_dana", "pendukung", "sasaran")


def lengths(plan: Plan) -> dict[str, float]:
    programs = [program for _, program in plan.programs()]
    texts = {key: mean(len(getattr(program, key) or "") for program in programs) for key in TEXTS}
    lists = {key: mean(len(" ".join(getattr(program, key) or ())) for program in programs) for key in LISTS}
    return texts | lists


def test_generated_programs_are_about_as_long_as_written_ones(tmp_path: Path) -> None:
    write_plan(tmp_path, 120)
    generated = api.load(tmp_path)
    assert not generated.findings
    written = lengths(api.load(Path("examples/contoh")))
    ratios = {key: length / written[key] for key, length in lengths(generated).items()}
    assert {key: ratio for key, ratio in ratios.items() if not 0.7 < ratio < 1.5} == {}
