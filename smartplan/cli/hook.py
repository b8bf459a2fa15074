"""For pre-commit: validate the plans that changed files belong to. ``python -m smartplan.cli.hook [OPTIONS] FILES``"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smartplan.cli.run import end, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["main", "plans_of"]

_MAIN_FILE: Final = "rencana.yaml"
_ENDINGS: Final = (".yaml", ".yml")


def main(arguments: Sequence[str]) -> int:
    """The worst exit code of ``smartplan validate`` over all plans; 0 when no file belongs to one.

    The files stand at the end, as pre-commit puts them; what stands before is for ``validate``.
    """
    first = len(arguments)
    while first and arguments[first - 1].lower().endswith(_ENDINGS):
        first -= 1
    options, files = arguments[:first], arguments[first:]
    return max((run(["validate", *options, plan.as_posix()]) for plan in plans_of(files)), default=0)


def plans_of(files: Iterable[str]) -> list[Path]:
    """The plan folder of each file: the nearest one above it, below the folder that we stand in, each once."""
    found: dict[Path, None] = {}
    for file in files:
        folder = next((folder for folder in Path(file).parents if (folder / _MAIN_FILE).is_file()), None)
        if folder is not None:
            found[folder] = None
    return list(found)


if __name__ == "__main__":
    end(main(sys.argv[1:]))
