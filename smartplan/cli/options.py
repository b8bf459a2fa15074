"""Values of options that several commands read, each with what to write when it cannot be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

from smartplan.cli.declare import Argumen, Opsi
from smartplan.cli.trouble import WrongUse
from smartplan.wording.near import meant

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartplan.plan import Plan

__all__ = [
    "PlanPath",
    "Today",
    "completing",
    "editions_here",
    "is_plan_file",
    "plan_home",
    "read_choice",
    "read_choices",
    "read_date",
    "read_day",
    "read_names",
    "read_path",
    "refuse_plan_file",
    "stages_here",
]

Name = TypeVar("Name", bound=str)
PlanPath = Annotated[str, Argumen("RENCANA", "map rencana atau satu berkas YAML")]
Today = Annotated[
    str | None,
    Opsi("anggap hari ini tanggal ini, misalnya 2026-02-28; bawaan: tanggal hari ini", "TANGGAL"),
]


def read_choice(option: str, text: str, choices: Sequence[Name]) -> Name:
    """``text`` when it is one of ``choices``, whatever its case."""
    plain = text.strip().lower()
    for choice in choices:
        if choice == plain:
            return choice
    hint = f"{meant(plain, choices)}pilihan: {', '.join(choices)}"
    raise WrongUse(f'nilai "{text}" untuk opsi {option} tidak dikenal', hint)


def read_choices(option: str, text: str, choices: Sequence[Name]) -> list[Name]:
    """``docx,md`` -> both, without doubles, in the order written."""
    parts = [part for part in text.split(",") if part.strip()]
    if not parts:
        raise WrongUse(f"opsi {option} kosong", f"pilihan: {', '.join(choices)}; beberapa dipisah koma")
    return list(dict.fromkeys(read_choice(option, part, choices) for part in parts))


def read_names(option: str, text: str, hint: str) -> list[str]:
    """``Buku-1,sk-dewan`` -> both in small letters, without doubles; who knows them says whether there are such."""
    parts = [part.strip().lower() for part in text.split(",") if part.strip()]
    if not parts:
        raise WrongUse(f"opsi {option} kosong", hint)
    return list(dict.fromkeys(parts))


def read_path(option: str, text: str) -> Path:
    """An empty value, as a script gives whose variable is not set, would silently mean the current folder."""
    if not text.strip():
        raise WrongUse(f"opsi {option} kosong", f"sebut map atau berkasnya sesudah {option}, atau hapus opsi itu")
    return Path(text)


def read_date(option: str, text: str) -> date:
    """``2026-02-28``."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise WrongUse(
            f'nilai "{text}" untuk opsi {option} bukan tanggal', f"tulis tahun-bulan-hari: {option} 2026-02-28"
        ) from error


def read_day(today: str | None) -> date:
    """The day that ``--today`` names, else that of the clock."""
    return read_date("--today", today) if today is not None else date.today()


def is_plan_file(target: Path, plan: Plan | None = None) -> bool:
    """Whether ``target`` is a file of ``plan``, or has a name that a plan may read."""
    if target.suffix.lower() in (".yaml", ".yml"):
        return True
    return plan is not None and any(_is_same(target, plan.root / name) for name in plan.files)


def refuse_plan_file(what: str, target: Path, plan: Plan | None = None) -> None:
    """Raises WrongUse for a plan's file: what a command makes never stands there."""
    if is_plan_file(target, plan):
        raise WrongUse(f"{what} tidak ditulis ke “{target}”: itu nama berkas rencana", "pakai akhiran lain")


def plan_home() -> Path | None:
    """The plan folder that one stands in, whose own templates then count."""
    here = Path()
    return here if (here / "rencana.yaml").is_file() else None


def editions_here() -> list[str]:
    """The ids of the editions that the plan one stands in can name, its own among them."""
    from smartplan.edition import list_editions

    return list_editions(plan_home())


def stages_here() -> list[str]:
    """The stages that the shell offers: those of the default edition."""
    from smartplan.edition import load_edition

    return load_edition().ids("tahap")


def completing(choices: Callable[[], Sequence[str]]) -> Callable[[str], list[str]]:
    """For the shell: those of ``choices`` that begin with what is typed, after a comma too."""

    def complete(incomplete: str) -> list[str]:
        done, comma, last = incomplete.rpartition(",")
        return [f"{done}{comma}{choice}" for choice in choices() if choice.startswith(last)]

    return complete


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
