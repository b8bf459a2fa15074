"""The house: which rooms there are, and that imports only point to rooms further up."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).parents[1] / "smartplan"

# From the ground up: a room may import only rooms that stand before it.
ROOMS: Final = (
    "findings",
    "files",
    "resources",
    "wording",
    "source",
    "region",
    "fields",
    "edition",
    "plan",
    "rules",
    "progress",
    "report",
    "book",
    "writers",
    "submission",
    "scaffold",
    "api",
    "cli",
)
NEVER: Final = {
    "writers": {"plan", "edition", "rules"},
    "report": {"plan"},
}
# The two faces of the package itself: what it exports, and what ``python -m`` runs.
FACES: Final = ("__init__", "__main__")


def room_of(module: str) -> str:
    """``smartplan.rules.base`` -> ``rules``; the package itself is ``__init__``."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imports_of(file: Path) -> set[str]:
    """Rooms that ``file`` imports, also inside functions and for types only."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(room_of(alias.name) for alias in node.names if alias.name.split(".")[0] == "smartplan")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            if node.module == "smartplan":
                found.update(alias.name if alias.name in ROOMS else "__init__" for alias in node.names)
            elif node.module and node.module.startswith("smartplan."):
                found.add(room_of(node.module))
    return found


def all_imports() -> dict[str, set[str]]:
    """Room -> rooms that it imports."""
    arrows: dict[str, set[str]] = {}
    for file in PACKAGE.rglob("*.py"):
        room = file.relative_to(PACKAGE).parts[0].removesuffix(".py")
        arrows.setdefault(room, set()).update(imports_of(file) - {room})
    return arrows


def test_every_room_is_in_the_list_and_every_listed_room_exists() -> None:
    assert set(all_imports()) - set(FACES) == set(ROOMS)


def test_no_room_imports_a_room_below_it() -> None:
    arrows = all_imports()
    wrong = {
        (room, other)
        for position, room in enumerate(ROOMS)
        for other in arrows[room]
        if other in ROOMS and ROOMS.index(other) > position
    }
    assert wrong == set()


def test_only_the_command_knows_the_face_of_the_package() -> None:
    assert {room for room, others in all_imports().items() if "__init__" in others} <= {"cli", "api"}


def test_some_rooms_never_know_each_other() -> None:
    arrows = all_imports()
    for room, strangers in NEVER.items():
        assert arrows[room] & strangers == set(), room
    assert arrows["rules"] & {"book", "writers"} == set()
