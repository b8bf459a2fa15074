"""Write the documents of a plan into their folder, without losing what a person did to them."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Literal, NamedTuple

from smartplan.files.atomic import write_atomic
from smartplan.files.errors import ChangedOutputs, trouble_from
from smartplan.files.fresh import make_folder
from smartplan.files.lock import LOCK_NAME, folder_lock
from smartplan.files.register import REGISTER_NAME, Register

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["Decision", "Written", "changed_outputs", "outdated_outputs", "remove_outputs", "write_outputs"]

Decision = Literal["keep", "replace", "both"]


class Written(NamedTuple):
    """``paths``: written now; ``kept``: a person's files, left alone; ``unchanged``: held these bytes already."""

    paths: tuple[Path, ...]
    kept: tuple[Path, ...]
    unchanged: tuple[Path, ...]


def write_outputs(
    out_dir: Path,
    outputs: Mapping[str, bytes],
    *,
    force: bool = False,
    decide: Callable[[str], Decision] | None = None,
) -> Written:
    """Write ``outputs`` (name below ``out_dir``, with ``/`` -> bytes); the folder is made when it is missing.

    A file that a person changed since we wrote it, or that was never ours, is replaced with ``force`` only; else
    ``decide`` is asked for each: ``keep`` leaves it, ``replace`` replaces it, ``both`` writes ours beside it as
    ``nama (baru).ext``. Without either, ChangedOutputs names all of them before anything is written. Raises LockedFile,
    NotWritable and OutputBusy too, and ValueError for a name that leads out of the folder.
    """
    _check_names(outputs)
    _make_folders(out_dir, outputs)
    with folder_lock(out_dir) as keep_lock:
        seen = {} if force else _changed(out_dir, outputs)
        if not seen:
            return _write(out_dir, outputs, {}, keep_lock)
    if decide is None:
        raise ChangedOutputs(seen)
    # Asked without the lock, since a person may think for long; what was seen is compared with what is there then.
    choices = {name: decide(name) for name in seen}
    with folder_lock(out_dir) as keep_lock:
        now = _changed(out_dir, outputs)
        if moved := [name for name in now if seen.get(name) != now[name]]:
            raise ChangedOutputs(moved)
        return _write(out_dir, outputs, {name: choices[name] for name in now}, keep_lock)


def changed_outputs(out_dir: Path, names: Iterable[str]) -> dict[str, str]:
    """Name -> hash of each file that we wrote and a person changed since. A file that we never wrote is not among them:
    it may hold what will be written. Raises LockedFile or NotWritable for one that cannot be read."""
    register = Register(out_dir)
    found = {name: _digest_of(out_dir / name) for name in names if register.has(name)}
    return {name: digest for name, digest in found.items() if digest is not None and not register.knows(name, digest)}


def outdated_outputs(out_dir: Path, folders: Iterable[str], names: Iterable[str]) -> list[str]:
    """What we once wrote below ``folders`` and does not belong there any more, now that ``names`` do."""
    held = {name.casefold() for name in names}
    below = tuple(f"{folder}/" for folder in folders)
    return [name for name in Register(out_dir).names() if name.startswith(below) and name.casefold() not in held]


def remove_outputs(out_dir: Path, names: Iterable[str]) -> None:
    """Take away files that we wrote and nobody changed since, and a folder that is empty then; any other stays.

    Raises as ``write_outputs`` does.
    """
    doomed = [name for name in names if (out_dir / name).is_file()]
    if not doomed:
        return
    with folder_lock(out_dir):
        register = Register(out_dir)
        for name in doomed:
            digest = _digest_of(out_dir / name)
            if digest is None or not register.knows(name, digest):
                continue
            try:
                (out_dir / name).unlink(missing_ok=True)
            except OSError as error:
                raise trouble_from(error, out_dir / name) from error
            register.forget(name)
            for folder in PurePosixPath(name).parents[:-1]:
                with suppress(OSError):  # it holds other files
                    (out_dir / folder).rmdir()
        register.save()


def _write(
    out_dir: Path, outputs: Mapping[str, bytes], choices: Mapping[str, Decision], keep_lock: Callable[[], None]
) -> Written:
    register = Register(out_dir)
    kept = [name for name in outputs if choices.get(name) in ("keep", "both")]
    targets = {
        (_beside(out_dir, name, outputs, register) if choices.get(name) == "both" else name): data
        for name, data in outputs.items()
        if choices.get(name) != "keep"
    }
    digests = {name: _digest(data) for name, data in targets.items()}
    unchanged = [name for name in targets if _digest_of(out_dir / name) == digests[name]]
    written = [name for name in targets if name not in unchanged]
    _refuse_held(out_dir / name for name in written)
    for name in targets:
        register.add(name, digests[name])
    register.save()
    for name in written:
        keep_lock()
        write_atomic(out_dir / name, targets[name])
    for name in targets:
        register.settle(name, digests[name])
    register.save()
    return Written(*(tuple(out_dir / name for name in group) for group in (written, kept, unchanged)))


def _changed(out_dir: Path, outputs: Mapping[str, bytes]) -> dict[str, str]:
    """Name -> hash of each file that holds neither what we once wrote nor what we are about to write."""
    register = Register(out_dir)
    found = {name: _digest_of(out_dir / name) for name in outputs}
    return {
        name: digest
        for name, digest in found.items()
        if digest is not None and digest != _digest(outputs[name]) and not register.knows(name, digest)
    }


def _beside(out_dir: Path, name: str, outputs: Mapping[str, bytes], register: Register) -> str:
    """``nama (baru).ext``, or with a number when a person works on that one too."""
    path = PurePosixPath(name)
    number = 1
    while True:
        label = "baru" if number == 1 else f"baru {number}"
        candidate = str(path.with_name(f"{path.stem} ({label}){path.suffix}"))
        digest = _digest_of(out_dir / candidate)
        free = digest is None or digest == _digest(outputs[name]) or register.knows(candidate, digest)
        if free and candidate not in outputs:
            return candidate
        number += 1


def _refuse_held(paths: Iterable[Path]) -> None:
    """Notice before the first write that a later file is open in Word or was made read-only."""
    for path in paths:
        try:
            if path.exists():
                path.open("r+b").close()
        except OSError as error:
            raise trouble_from(error, path) from error


def _make_folders(out_dir: Path, names: Iterable[str]) -> None:
    for folder in dict.fromkeys((out_dir, *((out_dir / name).parent for name in names))):
        make_folder(folder)


def _check_names(names: Iterable[str]) -> None:
    taken: set[str] = set()
    for name in names:
        windows = PureWindowsPath(name)
        parts = PurePosixPath(name).parts
        if not parts or windows.drive or windows.root or "\\" in name or ".." in parts:
            raise ValueError(f"not a name below the output folder: {name!r}")
        if parts[0].casefold() in (REGISTER_NAME, LOCK_NAME) or name.casefold() in taken:
            raise ValueError(f"name already in use in the output folder: {name!r}")
        taken.add(name.casefold())


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _digest_of(path: Path) -> str | None:
    """None when there is no file. Raises LockedFile or NotWritable when there is one that cannot be read."""
    try:
        return _digest(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise trouble_from(error, path) from error
