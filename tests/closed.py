"""A folder or a file that this process may not read, also when the tests run as root."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["no_permission", "open_to_all"]

_NOBODY = 65534


@contextmanager
def open_to_all() -> Iterator[Path]:
    """A new folder that any user may read: pytest's own are root's alone."""
    folder = Path(tempfile.mkdtemp()).resolve()
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def no_permission(path: Path) -> Iterator[None]:
    """``path`` is closed meanwhile."""
    mode = path.stat().st_mode
    as_root = os.geteuid() == 0
    path.chmod(0)
    if as_root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if as_root:
            os.seteuid(0)
        path.chmod(mode)
