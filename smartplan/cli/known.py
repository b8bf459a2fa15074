"""``--baseline`` and ``--write-baseline`` of ``smartplan validate``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smartplan.cli import console
from smartplan.cli.options import read_path, refuse_plan_file
from smartplan.cli.trouble import WrongUse

if TYPE_CHECKING:
    from smartplan.api import Examination
    from smartplan.rules.baseline import Baseline

__all__ = ["only_new", "record"]


def only_new(examined: Examination, file: str) -> Examination:
    """Without what the baseline ``file`` knows."""
    from smartplan import api

    read_path("--baseline", file)
    return api.without_known(examined, _read(file))


def record(examined: Examination, file: str) -> int:
    """Write what was found to ``file``; exit code 1 when a fault of the text is left, which is never known."""
    from smartplan.files import write_atomic
    from smartplan.rules.baseline import NoBaseline, baseline_of
    from smartplan.source import CODES

    path = read_path("--write-baseline", file)
    refuse_plan_file("catatan temuan", path)
    if path.exists():
        try:
            _read(file)
        except NoBaseline as error:
            raise WrongUse(
                f"{error.message}, maka tidak ditimpa",
                "pilih nama lain, atau hapus berkas itu dahulu",
            ) from error
    found = baseline_of(examined.findings)
    write_atomic(path, found.as_text().encode())
    plan = examined.summary.plan
    words = ["smartplan", "validate", *([plan] if plan != "." else []), "--baseline", file]
    console.note(f"{len(found)} temuan tercatat di {file}. Berikutnya: {' '.join(map(console.quoted, words))}")
    faults = [finding for finding in examined.findings if finding.code in CODES]
    for finding in faults:
        console.write(f"{console.line_of(finding)}\n")
    if faults:
        console.note("Berkas yang tidak terbaca tidak dapat dicatat: perbaiki yang disebut di atas, lalu ulangi.")
    return 1 if faults else 0


def _read(file: str) -> Baseline:
    from smartplan.rules.baseline import NoBaseline, read_baseline

    try:
        return read_baseline(Path(file).read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise NoBaseline(f"“{file}” bukan catatan temuan: isinya bukan teks") from None
    except NoBaseline as error:
        raise NoBaseline(f"“{file}” {error.message}", error.hint) from None
