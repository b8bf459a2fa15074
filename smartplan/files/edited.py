"""Change the files of a plan, each only when it still is what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartplan.files.atomic import write_atomic
from smartplan.files.errors import ChangedSource, trouble_from
from smartplan.files.lock import folder_lock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["Change", "write_changes"]


class Change(NamedTuple):
    """``file`` gets the bytes ``after`` instead of ``before``, and the name ``new_file``, which may be the same."""

    file: str
    new_file: str
    before: bytes
    after: bytes


def write_changes(root: Path, changes: Sequence[Change]) -> None:
    """Make all ``changes`` below ``root``. Nothing is written when a file differs from its ``before``, when a new name
    is taken, or when a file may not be written.

    Raises ChangedSource, LockedFile, NotWritable, OutputBusy.
    """
    if not changes:
        return
    with folder_lock(root) as keep_lock:
        for change in changes:
            _check(root, change)
        for change in changes:
            keep_lock()
            path = root / change.file
            if change.after != change.before:
                write_atomic(path, change.after)
            if change.new_file != change.file:
                _rename(path, root / change.new_file)


def _check(root: Path, change: Change) -> None:
    path = root / change.file
    try:
        now = path.read_bytes()
        path.open("r+b").close()
    except FileNotFoundError:
        raise ChangedSource(change.file, "sudah tidak ada") from None
    except OSError as error:
        raise trouble_from(error, path) from error
    if now != change.before:
        raise ChangedSource(change.file, "berubah sejak dibaca")
    if change.new_file != change.file and _is_taken(path, root / change.new_file):
        raise ChangedSource(change.new_file, "sudah ada")


def _is_taken(path: Path, target: Path) -> bool:
    """Where case does not matter, ``Smart_Living.yaml`` is found under its new name already."""
    try:
        return target.exists() and not target.samefile(path)
    except OSError as error:
        raise trouble_from(error, target) from error


def _rename(path: Path, target: Path) -> None:
    try:
        path.rename(target)
    except OSError as error:
        raise trouble_from(error, target) from error
