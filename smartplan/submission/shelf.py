"""Where packages stand: numbered and dated, none over another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.files import folder_lock, make_folder, write_atomic, write_new_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

__all__ = ["Shelved", "shelve", "twin_of"]

_NUMBERED: Final = re.compile(r"(\d{2,})-")


class Shelved(NamedTuple):
    """The folder of a package, its zip, and the file with the zip's SHA-256."""

    folder: Path
    archive: Path
    checksum: Path


def shelve(
    shelf: Path, stage: str, day: date, files: Mapping[str, bytes], archive: bytes, digest: str, *, draft: bool
) -> Shelved:
    """Put the package on ``shelf`` (made when missing) under the next free number: ``03-pengajuan-2026-11-26``.

    Raises FileTrouble when it cannot be written; what stands there already is left alone.
    """
    make_folder(shelf)
    with folder_lock(shelf):
        name = f"{_next(shelf):02}-{stage}-{day.isoformat()}" + ("-konsep" if draft else "")
        made = Shelved(shelf / name, shelf / f"{name}.zip", shelf / f"{name}.zip.sha256")
        write_new_folder(made.folder, files)
        write_atomic(made.archive, archive)
        write_atomic(made.checksum, f"{digest}  {made.archive.name}\n".encode())
    return made


def twin_of(shelf: Path, digest: str) -> str:
    """The name of a package on ``shelf`` whose zip has this SHA-256; empty when there is none."""
    for file in sorted(shelf.glob("*.zip.sha256")):
        if file.is_file() and file.read_text(encoding="utf-8", errors="replace").startswith(digest):
            return file.name.removesuffix(".zip.sha256")
    return ""


def _next(shelf: Path) -> int:
    """One more than the highest number in use, so that a package that was taken away is not replaced either."""
    used = [int(found[1]) for entry in shelf.iterdir() if (found := _NUMBERED.match(entry.name))]
    return max(used, default=0) + 1
