"""Which files make a plan, and which only look like it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.findings import Finding, Severity, Span
from smartplan.plan.trouble import PlanNotFound

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["DIMENSION_FOLDER", "MAIN_FILE", "Changes", "PlanFiles", "find_files", "with_changes"]

MAIN_FILE: Final = "rencana.yaml"
DIMENSION_FOLDER: Final = "dimensi"

Changes = Mapping[str, bytes | None]
"""Name of a file, relative to the plan's root with ``/`` -> what it is to hold; None: it is to be gone."""

_COPY: Final = re.compile(
    r"( \(\d+\)| - (copy|salinan)( \(\d+\))?|^(copy of|salinan) .*|~|\.bak|\.orig)$", re.IGNORECASE
)


class PlanFiles(NamedTuple):
    """``root`` is the plan's folder. ``top`` and ``dimensions`` are the files to read, the main file first."""

    root: Path
    is_folder: bool
    top: tuple[Path, ...]
    dimensions: tuple[Path, ...]
    strangers: tuple[Finding, ...]


def find_files(path: Path) -> PlanFiles:
    """The files of the plan at ``path``, a YAML file or a folder. The main file of a folder stands for the folder.

    Raises:
        PlanNotFound: nothing there, a folder without the main file, or a file that is only a part of a plan.
    """
    if path.is_file() and path.name == MAIN_FILE:
        path = path.parent
    elif path.is_file():
        whole = _plan_around(path)
        if whole is not None:
            raise PlanNotFound(f"{path.name} hanya satu bagian dari rencana di map {whole}", f"sebut mapnya: {whole}")
        return PlanFiles(path.parent, False, (path,), (), ())
    if not path.is_dir():
        raise PlanNotFound(
            f"tidak ada berkas atau map {path}", "periksa ejaannya, atau buat rencana baru dengan `smartplan init`"
        )
    top, top_strangers = _sort_out(path, path)
    if not any(file.name == MAIN_FILE for file in top):
        raise PlanNotFound(
            f"map {path} tidak memuat {MAIN_FILE}",
            "pindah ke map rencana, atau buat rencana baru dengan `smartplan init`",
        )
    top.sort(key=lambda file: (file.name != MAIN_FILE, file.name))
    dimensions, strangers = _sort_out(path / DIMENSION_FOLDER, path)
    return PlanFiles(path, True, tuple(top), tuple(dimensions), tuple(top_strangers + strangers))


def _plan_around(part: Path) -> Path | None:
    """The folder of the plan that the file ``part`` belongs to."""
    folder = part.resolve().parent
    for home in (folder, folder.parent) if folder.name == DIMENSION_FOLDER else (folder,):
        if (home / MAIN_FILE).is_file() and part.suffix.lower() == ".yaml":
            return part.parent if home == folder else part.parent.parent
    return None


def with_changes(files: PlanFiles, changes: Changes) -> PlanFiles:
    """The files as they will be when ``changes`` are made; new ones may only stand among the dimensions."""
    gone = {files.root / name for name, data in changes.items() if data is None}
    new = {files.root / name for name, data in changes.items() if data is not None} - set(files.top)
    dimensions = {*files.dimensions, *(file for file in new if file.parent == files.root / DIMENSION_FOLDER)} - gone
    return files._replace(
        top=tuple(file for file in files.top if file not in gone),
        dimensions=tuple(sorted(dimensions)),
    )


def _sort_out(folder: Path, root: Path) -> tuple[list[Path], list[Finding]]:
    ours: list[Path] = []
    strangers: list[Finding] = []
    if not folder.is_dir():
        return ours, strangers
    for file in sorted(folder.iterdir()):
        name = file.name
        if name.startswith("~$"):
            strangers.append(_stranger(file, root, "berkas sementara program kantor", "tutup berkasnya, lalu hapus"))
        elif name.startswith(".") or not file.is_file():
            continue
        elif file.suffix.lower() == ".yml":
            strangers.append(_stranger(file, root, "berakhiran .yml", "ganti akhirannya menjadi .yaml"))
        elif file.suffix.lower() == ".yaml":
            if _COPY.search(file.stem):
                strangers.append(
                    _stranger(file, root, "tampak seperti salinan", "gabungkan isinya, lalu hapus salinan ini")
                )
            else:
                ours.append(file)
    return ours, strangers


def _stranger(file: Path, root: Path, what: str, remedy: str) -> Finding:
    name = file.relative_to(root).as_posix()
    return Finding(
        "STR010", Severity.WARNING, f"berkas {name} tidak dibaca karena {what}", Span(name, 1, 1, 1, 1), hint=remedy
    )
