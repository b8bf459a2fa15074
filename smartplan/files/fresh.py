"""A new folder, whole or not at all; an existing one is never touched."""

from __future__ import annotations

import contextlib
import secrets
import shutil
from typing import TYPE_CHECKING

from smartplan.files.atomic import write_atomic
from smartplan.files.errors import trouble_from

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["make_folder", "write_new_folder"]


def make_folder(folder: Path) -> None:
    """Make ``folder`` and those above it where they are missing. Raises NotWritable when the system refuses."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise trouble_from(error, folder) from error


def write_new_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make ``folder`` with ``files`` (name with ``/`` -> bytes) in it; its own folder has to exist.

    Raises NotWritable when the system refuses, and when there is such a folder already.
    """
    if folder.exists():
        raise trouble_from(FileExistsError(17, "File exists"), folder)
    temporary = folder.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        temporary.mkdir()
        for name, data in files.items():
            path = temporary / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(path, data)
        temporary.rename(folder)
    except OSError as error:
        raise trouble_from(error, folder) from error
    finally:
        with contextlib.suppress(OSError):
            shutil.rmtree(temporary)
