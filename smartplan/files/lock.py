"""One writer at a time in an output folder.

A lock file and no lock of the operating system, because outputs often lie on a shared drive of the office, where those
are not reliable. A lock whose owner is gone is recognised and broken.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import socket
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from smartplan.files.errors import OutputBusy, trouble_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["LOCK_NAME", "STALE_SECONDS", "folder_lock"]

LOCK_NAME = ".smartplan.lock"
STALE_SECONDS = 120.0
"""A holder touches its lock before each file; one that was silent for so long is gone."""

_PAUSE_SECONDS = 0.05
_ATTEMPTS = 5


class _Holder(NamedTuple):
    text: str
    age: float

    @property
    def is_gone(self) -> bool:
        return self.age > STALE_SECONDS or self._died_here

    @property
    def _died_here(self) -> bool:
        try:
            fields = json.loads(self.text)
            host, process = str(fields["host"]), int(fields["process"])
        except (ValueError, TypeError, KeyError):
            return False
        return host == socket.gethostname() and not _may_be_alive(process)


@contextmanager
def folder_lock(folder: Path, *, wait_seconds: float = 10.0) -> Iterator[Callable[[], None]]:
    """Hold the lock of ``folder``, which has to exist; yields a function that keeps it fresh during long work.

    Raises OutputBusy when somebody else holds it for longer than ``wait_seconds``, NotWritable when none can be made.
    """
    path = folder / LOCK_NAME
    text = json.dumps({"host": socket.gethostname(), "process": os.getpid(), "token": secrets.token_hex(8)})
    _take(path, text, time.monotonic() + wait_seconds)
    try:
        yield lambda: _touch(path)
    finally:
        if (holder := _holder(path)) and holder.text == text:
            _remove(path)


def _remove(path: Path) -> None:
    """Windows refuses while another process just reads the lock."""
    for _ in range(_ATTEMPTS):
        with contextlib.suppress(FileNotFoundError):
            try:
                path.unlink()
            except PermissionError:
                time.sleep(_PAUSE_SECONDS)
                continue
            except OSError:
                return
        return


def _take(path: Path, text: str, deadline: float) -> None:
    while True:
        try:
            with path.open("x", encoding="utf-8", newline="") as file:
                file.write(text)
            return
        except FileExistsError:
            pass
        except PermissionError as error:
            # Windows answers so while another process is just deleting its lock.
            if not hasattr(error, "winerror") or time.monotonic() >= deadline:
                raise trouble_from(error, path.parent) from error
        except OSError as error:
            raise trouble_from(error, path.parent) from error
        if (holder := _holder(path)) and holder.is_gone:
            _break(path, holder)
        elif time.monotonic() >= deadline:
            raise OutputBusy(
                f"map “{path.parent}” sedang ditulis oleh smartplan yang lain",
                f"tunggu sampai selesai, lalu ulangi; bila tidak ada yang berjalan, hapus berkas {LOCK_NAME} di sana",
            )
        else:
            time.sleep(_PAUSE_SECONDS)


def _holder(path: Path) -> _Holder | None:
    try:
        age = time.time() - path.stat().st_mtime
        return _Holder(path.read_text(encoding="utf-8", errors="replace"), age)
    except OSError:
        return None


def _break(path: Path, seen: _Holder) -> None:
    """Take the dead lock away. Renaming succeeds for one process only, and that one looks what it has got."""
    aside = path.with_name(f"{LOCK_NAME}.{secrets.token_hex(4)}.tmp")
    try:
        path.rename(aside)
    except OSError:
        return
    if (got := _holder(aside)) and got.text != seen.text:
        with contextlib.suppress(OSError):
            aside.rename(path)
        return
    with contextlib.suppress(OSError):
        aside.unlink()


def _touch(path: Path) -> None:
    with contextlib.suppress(OSError):
        os.utime(path)


def _may_be_alive(process: int) -> bool:
    if os.name == "nt":
        return True  # os.kill(process, 0) would send Ctrl-C there; the age of the lock has to do
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
