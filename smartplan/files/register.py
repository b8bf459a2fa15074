"""The register ``.smartplan.json`` beside the outputs: which bytes we wrote under which name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from smartplan.files.atomic import write_atomic

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["REGISTER_NAME", "Register"]

REGISTER_NAME = ".smartplan.json"


class Register:
    """Hashes (sha256, hex) by output name; a name has two while its file is being replaced.

    A register that cannot be read counts as absent: every file is then taken for a person's, none is lost.
    """

    def __init__(self, out_dir: Path) -> None:
        self._path = out_dir / REGISTER_NAME
        self._hashes = _read(self._path)

    def knows(self, name: str, digest: str) -> bool:
        return digest in self._hashes.get(name, ())

    def has(self, name: str) -> bool:
        """Whether we ever wrote ``name``."""
        return name in self._hashes

    def add(self, name: str, digest: str) -> None:
        """Know ``digest`` too: to be saved before the file is replaced."""
        if not self.knows(name, digest):
            self._hashes.setdefault(name, []).append(digest)

    def settle(self, name: str, digest: str) -> None:
        """Know ``digest`` only: to be saved after the file was replaced."""
        self._hashes[name] = [digest]

    def names(self) -> list[str]:
        return sorted(self._hashes)

    def forget(self, name: str) -> None:
        """Know nothing of ``name``: to be saved after the file was removed."""
        self._hashes.pop(name, None)

    def save(self) -> None:
        """Raises like ``write_atomic``."""
        content = {"schema": 1, "outputs": self._hashes}
        text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
        write_atomic(self._path, f"{text}\n".encode())


def _read(path: Path) -> dict[str, list[str]]:
    try:
        outputs = json.loads(path.read_bytes())["outputs"]
        return {str(name): [str(digest) for digest in digests] for name, digests in outputs.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}
