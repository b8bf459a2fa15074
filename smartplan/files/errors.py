"""Why a file cannot be written; each message is a sentence for the user."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = [
    "ChangedOutputs",
    "ChangedSource",
    "FileTrouble",
    "LockedFile",
    "NotWritable",
    "OutputBusy",
    "reason_of",
    "trouble_from",
]

# Windows: access denied, sharing violation, lock violation. Office programs hold their files so.
_HELD = {5, 32, 33}
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


class FileTrouble(Exception):
    """``message`` says what is wrong, ``hint`` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.message, self.hint)


class LockedFile(FileTrouble):
    """Another program, most often Word or Excel, holds the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"berkas “{path.name}” sedang dibuka program lain, biasanya Word atau Excel",
            "tutup berkas itu di Word atau Excel, lalu ulangi",
        )
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.path,)


class NotWritable(FileTrouble):
    """The place refuses: no permission, read-only medium, full disk, a folder where a file should be."""


class ChangedSource(FileTrouble):
    """A file of the plan is not what it was when it was read; nothing has been written."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(
            f"berkas “{name}” {what}; tidak ada yang ditulis",
            "simpan dan tutup berkas itu di penyunting, lalu ulangi perintah ini",
        )
        self.name = name
        self.what = what

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.name, self.what)


class OutputBusy(FileTrouble):
    """Another run of ours is writing into the same folder."""


class ChangedOutputs(FileTrouble):
    """``names`` were changed by a person since we wrote them (or were never ours); nothing has been written."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        listed = ", ".join(f"“{name}”" for name in self.names)
        super().__init__(
            f"{listed} sudah diubah sejak ditulis smartplan, atau bukan tulisan smartplan; tidak ada yang ditulis",
            "simpan dengan nama lain lalu ulangi, tulis ke map lain dengan --out, atau timpa dengan --force",
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.names,)


def reason_of(error: OSError) -> str:
    """Why the system refuses, in Indonesian."""
    known = {
        errno.EACCES: "tidak ada izin",
        errno.EPERM: "tidak ada izin",
        errno.ENOENT: "tidak ada",
        errno.EROFS: "tempatnya hanya dapat dibaca",
        errno.ENOSPC: "tempat penyimpanan penuh",
        errno.EEXIST: "sudah ada",
        errno.ENAMETOOLONG: "namanya terlalu panjang",
        errno.EISDIR: "map dan berkas tertukar",
        errno.ENOTDIR: "map dan berkas tertukar",
        errno.ELOOP: "tautannya menunjuk diri sendiri",
        errno.EIO: "penyimpanan gagal membaca atau menulis",
        errno.EPIPE: "penerima keluaran sudah berhenti",
        errno.EBUSY: "sedang dipakai",
    }
    if error.errno in known:
        return known[error.errno]
    return f"kode kesalahan sistem {error.errno}" if error.errno is not None else str(error)


def trouble_from(error: OSError, path: Path) -> FileTrouble:
    """The sentence for an error of the system while ``path`` was being written."""
    if _is_held(error) and path.is_file() and os.access(path, os.W_OK):
        return LockedFile(path)
    if error.errno in _FULL:
        return NotWritable(f"tempat penyimpanan “{path.parent}” penuh", "kosongkan ruang, lalu ulangi")
    if error.errno == errno.ENAMETOOLONG:
        return NotWritable(f"nama berkas “{path.name}” terlalu panjang", "pakai nama atau map yang lebih pendek")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        kind = "map " if path.is_dir() else ""
        return NotWritable(
            f"{kind}“{path}” tidak dapat ditulis: tidak ada izin, atau tempatnya hanya dapat dibaca",
            "minta izin menulis di sana, atau pilih map lain",
        )
    if error.errno in (errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENOENT):
        if in_the_way := next((one for one in (path, *path.parents) if one.is_file()), None):
            return NotWritable(f"“{in_the_way}” adalah berkas, bukan map", "pilih map lain, atau pindahkan berkas itu")
        if path.is_dir():
            hint = "pilih nama lain, atau pindahkan map itu"
            return NotWritable(f"“{path}” tidak dapat ditulis: sudah ada map bernama itu", hint)
    reason = "mapnya tidak ada" if error.errno == errno.ENOENT else reason_of(error)
    return NotWritable(f"“{path}” tidak dapat ditulis: {reason}", "periksa mapnya, lalu ulangi")


def _is_held(error: OSError) -> bool:
    # Opening a file on Windows goes through the C library, which tells errno only; replacing one tells winerror.
    return getattr(error, "winerror", None) in _HELD or (os.name == "nt" and error.errno == errno.EACCES)
