"""Replace one file as a whole."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import stat
import time
from typing import TYPE_CHECKING

from smartplan.files.errors import trouble_from

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["write_atomic"]

# A virus scanner on Windows holds a fresh file for a moment; a person in Word holds it for longer than this.
_ATTEMPTS = 4
_PAUSE_SECONDS = 0.1


def write_atomic(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` so that a reader, a crash or a power cut sees the old file or the new one, whole.

    The folder has to exist. A link keeps being a link, its target is replaced; the file's permissions stay. Raises
    LockedFile when another program holds the file, NotWritable for everything else that the system refuses.
    """
    try:
        target = path.resolve() if path.is_symlink() else path
        # A link that points at itself: RuntimeError up to Python 3.12, since then it resolves to a link.
        is_loop = target.is_symlink()
    except RuntimeError:
        is_loop = True
    except OSError as error:
        raise trouble_from(error, path) from error
    if is_loop:
        raise trouble_from(OSError(errno.ELOOP, os.strerror(errno.ELOOP)), path)
    if target.is_dir():
        raise trouble_from(IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)), path)
    temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        _write_through(temporary, data)
        _swap(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.chmod(stat.S_IREAD | stat.S_IWRITE)  # Windows does not remove what may not be written
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _write_through(path: Path, data: bytes) -> None:
    try:
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise trouble_from(error, path.parent) from error


def _swap(temporary: Path, target: Path) -> None:
    try:
        if target.exists():
            shutil.copymode(target, temporary)
        _replace(temporary, target)
    except OSError as error:
        raise trouble_from(error, target) from error


def _replace(source: Path, target: Path) -> None:
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            source.replace(target)
        except PermissionError as error:
            if attempt == _ATTEMPTS or not hasattr(error, "winerror"):
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut; Windows does so by itself and cannot open a folder."""
    if os.name == "nt":
        return
    # Some network file systems refuse to sync a folder; the file itself is safe by now.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
