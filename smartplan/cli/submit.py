"""``smartplan submit``: freeze a package of all that is handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from smartplan.cli import console
from smartplan.cli.declare import Opsi
from smartplan.cli.options import PlanPath, Today, read_choice, read_day, read_path, stages_here
from smartplan.cli.refusal import UNREADABLE, is_unreadable, refuse, refuse_edition

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from smartplan.api import Plan, Submission
    from smartplan.findings import Finding
    from smartplan.submission import Shelved

__all__ = ["EXAMPLES", "HELP", "submit"]

HELP: Final = (
    "Bekukan kiriman: buku, surat, laporan temuan, dan rencana sebagaimana adanya (semua berkas YAML di mapnya, "
    "templat, dan lambang daerah), dalam map dan zip bernomor dan bertanggal beserta manifes sidik SHA-256. Ditolak "
    "selama masih ada galat. Kiriman terdahulu tidak pernah ditimpa.\n\n"
    "Kode keluar: 0 kiriman dibuat, 1 ditolak karena galat atau rencana tidak dapat dipakai, 2 salah pakai atau tempat "
    "yang tidak dapat ditulisi."
)
EXAMPLES: Final = """
smartplan submit  kiriman untuk tahap terakhir, ke map kiriman
smartplan submit buleleng --stage bimtek-2  yang harus ada sampai Bimtek II
smartplan submit --force  juga selama masih ada galat; tiap halaman bertuliskan KONSEP
smartplan verify kiriman/01-pengajuan-2026-11-26.zip  periksa keutuhannya
"""


def submit(
    plan: PlanPath = ".",
    stage: Annotated[
        str | None, Opsi("tahap yang diajukan; bawaan: tahap terakhir edisi, pengajuan", "TAHAP", stages_here)
    ] = None,
    out: Annotated[str | None, Opsi("map tempat kiriman dikumpulkan; bawaan: RENCANA/kiriman", "MAP")] = None,
    force: Annotated[bool, Opsi("buat juga selama masih ada galat; tiap halaman bertuliskan KONSEP")] = False,
    today: Today = None,
) -> int:
    """The places of the package on stdout. Nothing is written unless all of it was made."""
    from smartplan import api
    from smartplan.book import TemplateFault
    from smartplan.edition import EditionError, EditionNotFound

    day = read_day(today)
    loaded = api.load(plan)
    if is_unreadable(loaded):
        return refuse(UNREADABLE, loaded.findings)
    shelf = read_path("--out", out) if out is not None else loaded.root / "kiriman"
    try:
        chosen = read_choice("--stage", stage, api.stages_of(loaded)) if stage is not None else None
        made = _make(loaded, chosen, day, force, shelf)
    except (EditionError, EditionNotFound) as error:
        return refuse_edition(loaded, error)
    except TemplateFault as error:
        return refuse("templat tidak dapat dipakai; tidak ada yang dibuat", [error.finding])
    except api.StandingErrors as error:
        return _refuse(error.findings)
    from smartplan.submission import shelve, twin_of

    twin = twin_of(shelf, made.digest)
    placed = shelve(shelf, made.stage, made.day, made.files, made.archive, made.digest, draft=made.draft)
    _tell(made, placed, twin)
    return 0


def _make(plan: Plan, stage: str | None, day: date, force: bool, shelf: Path) -> Submission:
    """A place that cannot be written to is told before the long work."""
    from smartplan import api
    from smartplan.cli.steps import steps
    from smartplan.files import check_folder

    with steps(api.count_of_steps(plan, stage)) as step:
        return api.submission_of(plan, stage, today=day, force=force, step=step, begin=lambda: check_folder(shelf))


def _refuse(findings: Sequence[Finding]) -> int:
    code = refuse(f"kiriman ditolak selama masih ada {len(findings)} galat", findings)
    console.note("Untuk kiriman percobaan: --force, tiap halamannya bertuliskan KONSEP.")
    return code


def _tell(made: Submission, placed: Shelved, twin: str) -> None:
    console.write(f"{placed.folder.as_posix()}\n{placed.archive.as_posix()}\n")
    if twin:
        console.note(f"Isinya sama dengan kiriman terdahulu {twin}.")
    for sentence in made.notes:
        console.note(f"{sentence}.")
    if made.draft:
        console.note("Masih ada galat, maka tiap halaman bertuliskan KONSEP.")
    console.note(f"Sidik zip (SHA-256): {made.digest}")
    console.note(f"Diperiksa dengan: smartplan verify {console.quoted(placed.archive.as_posix())}")
