"""A new folder, whole or not at all; an existing one is never touched."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from typing import TYPE_CHECKING

from smartplan.files.atomic import write_atomic
from smartplan.files.errors import NotWritable, trouble_from

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["check_folder", "make_folder", "write_new_folder"]


def check_folder(folder: Path) -> None:
    """Whether ``folder``, or the nearest one above it that exists, is a folder and takes files: to be known before long
    work, since what the system allows is known for sure only later. Raises NotWritable."""
    nearest = next((one for one in (folder, *folder.absolute().parents) if one.exists()), folder)
    if not nearest.is_dir():
        raise NotWritable(f"“{nearest}” adalah berkas, bukan map", "pilih map lain, atau pindahkan berkas itu")
    if not os.access(nearest, os.W_OK):
        raise NotWritable(f"map “{nearest}” tidak dapat ditulisi", "minta izin menulis di sana, atau pilih map lain")


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
