"""A plan written by ``init``, opened in an editor with yaml-language-server: what it offers, and what it flags."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan.edition import load_edition
from smartplan.region import by_code
from smartplan.scaffold import Answers, scaffold
from tests.editor.language_server import LanguageServer, require_server
from tests.plans import write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EDITION = load_edition()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    region = by_code("51.08")
    assert region is not None
    root = tmp_path_factory.mktemp("rencana")
    write(root, scaffold(Answers(region, (2026, 2035)), EDITION))
    return root


@pytest.fixture
def server(folder: Path) -> Iterator[LanguageServer]:
    with LanguageServer(require_server(), folder) as running:
        yield running


def content(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def test_a_fresh_plan_has_no_fault_in_any_file(server: LanguageServer, folder: Path) -> None:
    files = [*folder.glob("*.yaml"), *folder.glob("dimensi/*.yaml")]
    assert len(files) > 8
    faults = {file.name: server.open(file, file.read_text(encoding="utf-8")) for file in files}
    assert {name: found for name, found in faults.items() if found} == {}


def test_keys_of_the_root_are_offered_with_their_texts(server: LanguageServer, folder: Path) -> None:
    file = folder / "rencana.yaml"
    lines = content(file)
    server.open(file, "\n".join([*lines, ""]))
    offered = server.complete(file, len(lines), 0)
    assert offered["profil"].startswith("profil daerah")
    assert offered["pengecualian"].startswith("pengecualian temuan")
    assert "wilayah" not in offered  # it is there already


def test_choices_of_the_root_are_offered_with_their_names(server: LanguageServer, folder: Path) -> None:
    file = folder / "rencana.yaml"
    lines = content(file)
    row = next(number for number, line in enumerate(lines) if line.startswith("tahap:"))
    lines[row] = "tahap: "
    server.open(file, "\n".join(lines))
    offered = server.complete(file, row, len("tahap: "))
    assert {name: offered[name] for name in EDITION.ids("tahap")} == {
        name: EDITION.name_of("tahap", name) for name in EDITION.ids("tahap")
    }


def test_a_wrong_choice_is_flagged_at_its_place(server: LanguageServer, folder: Path) -> None:
    file = folder / "rencana.yaml"
    lines = content(file)
    row = next(number for number, line in enumerate(lines) if line.startswith("tahap:"))
    lines[row] = "tahap: bimtek-9"
    (fault,) = server.open(file, "\n".join(lines))
    assert fault["range"] == {"start": {"line": row, "character": 7}, "end": {"line": row, "character": 15}}
    assert "bimtek-3" in fault["message"]


def test_an_unknown_key_is_flagged_at_its_place(server: LanguageServer, folder: Path) -> None:
    file = folder / "rencana.yaml"
    lines = content(file)
    (fault,) = server.open(file, "\n".join([*lines, "wilaya: x"]))
    assert fault["range"]["start"] == {"line": len(lines), "character": 0}
    assert "wilaya" in fault["message"]


def test_keys_of_a_dimension_are_offered_with_their_texts(server: LanguageServer, folder: Path) -> None:
    file = folder / "dimensi" / "smart_living.yaml"
    server.open(file, "\n".join([content(file)[0], "program:", "  - id: antre", "    "]))
    offered = server.complete(file, 3, 4)
    assert {"nama", "kelompok", "opd", "anggaran", "sumber_dana"} <= offered.keys()
    assert all(offered[name] for name in ("nama", "kelompok", "opd", "anggaran"))


def test_choices_of_a_dimension_are_offered_with_their_names(server: LanguageServer, folder: Path) -> None:
    file = folder / "dimensi" / "smart_living.yaml"
    server.open(file, "\n".join([content(file)[0], "program:", "  - id: antre", "    kelompok: "]))
    offered = server.complete(file, 3, len("    kelompok: "))
    assert {name: offered.get(name) for name in EDITION.ids("kelompok")} == {
        name: EDITION.name_of("kelompok", name) for name in EDITION.ids("kelompok")
    }


def test_a_wrong_choice_in_a_dimension_is_flagged_at_its_place(server: LanguageServer, folder: Path) -> None:
    file = folder / "dimensi" / "smart_living.yaml"
    (fault,) = server.open(file, "\n".join([content(file)[0], "program:", "  - id: antre", "    kelompok: aplikas"]))
    assert fault["range"]["start"] == {"line": 3, "character": 14}
    assert "aplikasi" in fault["message"]


def test_help_at_a_key_is_in_indonesian(server: LanguageServer, folder: Path) -> None:
    file = folder / "dimensi" / "smart_living.yaml"
    server.open(file, "\n".join([content(file)[0], "koordinator: dinkes"]))
    assert "koordinator" in server.hover(file, 1, 3)
