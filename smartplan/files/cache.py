"""The user's cache folder: what can be made again, and is kept because making it takes long."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

__all__ = ["Cache", "cache_folder"]


def cache_folder(name: str) -> Path | None:
    """``smartplan/<name>`` in the user's cache folder, made when missing; None where it cannot be written."""
    try:
        folder = _home() / "smartplan" / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder if os.access(folder, os.W_OK) else None
    except (OSError, RuntimeError):
        return None


def _home() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


class Cache:
    """Files by name in one cache folder, at most ``limit`` of them: the ones written first go first.

    Whatever the system refuses is passed over: then there is no cache.
    """

    def __init__(self, name: str, limit: int) -> None:
        self._folder = cache_folder(name)
        self._limit = limit

    def get(self, name: str) -> bytes | None:
        if self._folder is None:
            return None
        with contextlib.suppress(OSError):
            return (self._folder / name).read_bytes()
        return None

    def put(self, name: str, data: bytes) -> None:
        if self._folder is None:
            return
        temporary = self._folder / f".{os.getpid()}-{name}"
        with contextlib.suppress(OSError):
            temporary.write_bytes(data)
            temporary.replace(self._folder / name)
            self._shed()

    def _shed(self) -> None:
        assert self._folder is not None
        files = [(entry.stat().st_mtime_ns, entry.path) for entry in os.scandir(self._folder)]
        if len(files) > self._limit:
            for _, path in sorted(files)[: len(files) - self._limit // 2]:
                with contextlib.suppress(OSError):
                    Path(path).unlink()
