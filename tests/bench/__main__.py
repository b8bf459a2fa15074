"""Time ``render`` beside pandoc and ``validate`` beside yamllint on the same plans; print the ratios.

pandoc gets our ready Markdown and makes a Word file of it; yamllint reads the same YAML. The runs take turns, so that
a busy moment of the machine meets both sides; the best of several rounds counts. Needs the extra ``bench``.
"""

from __future__ import annotations

import argparse
import compileall
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

import smartplan
from tests.bench.generate import write_plan

_SIZES: Final = (120, 2000)


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--sizes", type=int, nargs="+", default=list(_SIZES))
    chosen = options.parse_args()
    compileall.compile_dir(Path(smartplan.__file__).parent, quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        for size in chosen.sizes:
            _compare(Path(folder) / str(size), size, chosen.rounds)


def _compare(plan: Path, size: int, rounds: int) -> None:
    write_plan(plan, size)
    out = plan / "hasil"
    ours = [sys.executable, "-m", "smartplan"]
    render = [*ours, "render", str(plan), "--doc", "buku-2", "--pages", "none", "--out", str(out), "--force"]
    validate = [*ours, "validate", str(plan), "--fail-on", "never"]
    _run(render)  # fills the bytecode cache of the templates, and makes the Markdown for pandoc
    pandoc = [_pandoc(), str(out / "buku-2.md"), "-o", str(plan / "pandoc.docx")]
    yamllint = [sys.executable, "-m", "yamllint", "-d", "relaxed", str(plan)]
    for name, own, peer, peer_name in (
        ("render", render, pandoc, "pandoc"),
        ("validate", validate, yamllint, "yamllint"),
    ):
        mine, theirs = _best_of(own, peer, rounds)
        print(f"{name} {size} program: {mine:.2f} s, {peer_name} {theirs:.2f} s, ratio {mine / theirs:.2f}")


def _best_of(own: list[str], peer: list[str], rounds: int) -> tuple[float, float]:
    times = [(_run(own), _run(peer)) for _ in range(rounds)]
    return min(mine for mine, _ in times), min(theirs for _, theirs in times)


def _run(command: list[str]) -> float:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    spent = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    return spent


def _pandoc() -> str:
    import pypandoc

    return str(pypandoc.get_pandoc_path())


if __name__ == "__main__":
    main()
