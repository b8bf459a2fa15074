"""Where templates/ and examples/ are.

A plan folder's own ``templates/`` wins name by name; a name that begins with ``@bawaan/`` always means ours, so that a
template can take the place of ours and still build on it. Ours lie beside the package in a checkout (also an editable
install) and inside the package, under ``_data``, in a wheel.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

__all__ = [
    "SHIPPED",
    "ResourceMissing",
    "ResourceNameRefused",
    "examples_root",
    "files_in",
    "find",
    "find_example",
    "label",
    "names",
    "roots",
    "walk",
]

SHIPPED: Final = "@bawaan/"
"""What the name of a template begins with that is to be ours, whatever the plan's own folder holds."""

_LITTER: Final = frozenset(("thumbs.db", "desktop.ini", "readme", "readme.txt", "readme.md"))
_PACKAGE = Path(__file__).resolve().parent


class ResourceMissing(Exception):
    """No root has the file; the message is a sentence for the user, ``hint`` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type[ResourceMissing], tuple[str, str]]:
        return type(self), (self.message, self.hint)


class ResourceNameRefused(ResourceMissing):
    """The name is absolute or leads out of its folder."""


def roots(plan_root: Path | None = None) -> tuple[Path, ...]:
    """The template folders in the order in which they are asked; the plan's own only when it exists."""
    ours = (_shipped("templates"),)
    if plan_root is None or not (plan_root / "templates").is_dir():
        return ours
    return (plan_root / "templates", *ours)


def examples_root() -> Path:
    """The folder of the example plans. Raises ResourceMissing when the installation has none."""
    folder = _shipped("examples")
    if not folder.is_dir():
        raise _incomplete("map contoh (examples)")
    return folder


def find(relative: str, plan_root: Path | None = None) -> Path:
    """The file or folder ``relative`` (``buku/buku-1/pendahuluan.md.j2``) in the first root that has it.

    Raises ResourceMissing, or ResourceNameRefused for an absolute name or one with ``..``; PermissionError for a
    folder of the plan that may not be read.
    """
    parts = _parts(relative)
    if parts[0] == SHIPPED[:-1] and len(parts) > 1:
        parts, plan_root = parts[1:], None
    for root in roots(plan_root):
        if found := _inside(root, parts):
            return found
    if not _shipped("templates").is_dir():
        raise _incomplete("map templates")
    where = "map templates bawaan" if plan_root is None else "map templates rencana maupun bawaan"
    raise ResourceMissing(
        f"berkas templat “{relative}” tidak ada di {where}",
        "periksa ejaan namanya di edisi panduan, atau tambahkan berkasnya di map templates rencana",
    )


def label(file: Path, plan_root: Path | None) -> str:
    """How a template that ``find`` gave is called in messages: ``templates/...`` in the plan, ``@bawaan/...`` ours."""
    *own, ours = roots(plan_root)
    if own and file.is_relative_to(own[0]):
        return f"templates/{file.relative_to(own[0]).as_posix()}"
    return SHIPPED + file.relative_to(ours).as_posix()


def find_example(relative: str) -> Path:
    """The file or folder ``relative`` among the example plans; raises like ``find``."""
    parts = _parts(relative)
    if found := _inside(examples_root(), parts):
        return found
    raise ResourceMissing(f"contoh “{relative}” tidak ada", "pilih salah satu: " + ", ".join(_entries(examples_root())))


def names(folder: str, plan_root: Path | None = None) -> tuple[str, ...]:
    """Names of everything in ``folder`` over all roots, sorted, without hidden entries and litter; empty when no root
    has it."""
    parts = _parts(folder)
    found = (inside for root in roots(plan_root) if (inside := _inside(root, parts)) and inside.is_dir())
    return tuple(sorted({name for path in found for name in _entries(path)}))


def walk(plan_root: Path | None = None) -> tuple[str, ...]:
    """The name of every file over all roots (``buku/buku-1/visi.md.j2``), sorted, without hidden ones and litter."""
    found = {name for root in roots(plan_root) for name in files_in(root)}
    return tuple(sorted(found))


def files_in(root: Path) -> tuple[str, ...]:
    """The names of the files below ``root``, sorted, without hidden ones, litter and those behind links that
    lead out."""
    found: list[str] = []
    pending: list[tuple[str, ...]] = [()]
    while pending:
        parts = pending.pop()
        folder = _inside(root, parts)
        for name in _entries(folder) if folder is not None else ():
            path = _inside(root, (*parts, name))
            if path is not None and path.is_dir() and not path.is_symlink():
                pending.append((*parts, name))
            elif path is not None and path.is_file():
                found.append("/".join((*parts, name)))
    return tuple(sorted(found))


@cache
def _shipped(folder: str) -> Path:
    # A folder "templates" beside the package means ours only in a checkout: in site-packages it could be anybody's.
    if (_PACKAGE.parent / "pyproject.toml").is_file():
        return _PACKAGE.parent / folder
    return _PACKAGE / "_data" / folder


def _parts(relative: str) -> tuple[str, ...]:
    windows = PureWindowsPath(relative)
    parts = PurePosixPath(relative.replace("\\", "/")).parts
    if not parts or windows.drive or windows.root or ".." in parts or "\0" in relative:
        raise ResourceNameRefused(
            f"nama berkas “{relative}” tidak dapat dipakai",
            "tulis nama di dalam map templates, tanpa “..” dan tanpa awalan / atau C:",
        )
    return parts


def _inside(root: Path, parts: tuple[str, ...]) -> Path | None:
    """The path below ``root`` when it exists and no link leads out: a plan folder may come from strangers."""
    path = root.joinpath(*parts)
    try:
        path.stat()
        inside = path.resolve().is_relative_to(root.resolve())
    except PermissionError as error:
        # Taking ours instead would print other words than those of the plan, and say nothing.
        closed = next(folder for folder in path.parents if _is_seen(folder))
        raise PermissionError(error.errno, error.strerror, str(closed)) from error
    except OSError:  # not there, or a name longer than the system takes
        return None
    return path if inside else None


def _is_seen(path: Path) -> bool:
    try:
        path.stat()
    except OSError:
        return False
    return True


def _entries(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir() if not _is_litter(entry.name))


def _is_litter(name: str) -> bool:
    """What systems, Word and text editors leave in a folder, and a person's note on it."""
    small = name.lower()
    return small.startswith((".", "~")) or small.endswith(("~", ".bak", ".tmp")) or small in _LITTER


def _incomplete(what: str) -> ResourceMissing:
    return ResourceMissing(f"pemasangan smartplan tidak lengkap: {what} tidak ada", "pasang ulang smartplan")
