"""``smartplan schema`` and ``smartplan edition``."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from smartplan.edition import list_editions, load_edition

if TYPE_CHECKING:
    from tests.cli.project import Project


@pytest.mark.parametrize(("part", "key"), [("rencana", "wilayah"), ("dimensi", "program")])
def test_the_schema_is_one_and_describes_its_keys(part: str, key: str, project: Project) -> None:
    shown = project.run("schema", "--part", part)
    assert (shown.code, shown.err) == (0, "")
    schema = json.loads(shown.out)
    Draft202012Validator.check_schema(schema)
    assert schema["properties"][key]["description"]


def test_the_schema_offers_what_the_edition_lists(project: Project) -> None:
    schema = json.loads(project.run("schema").out)
    offered = [choice.get("const") for choice in schema["properties"]["tahap"]["anyOf"]]
    assert offered[:-1] == load_edition().ids("tahap")


def test_the_editions_are_listed(project: Project) -> None:
    listed = [line.split(maxsplit=1) for line in project.run("edition", "list").out.splitlines()]
    assert ["kominfo-2023", "Gerakan Menuju Kota Cerdas, panduan 2023 (bawaan)"] in listed
    assert [name for name, _ in listed] == list_editions()


def test_an_edition_of_the_plan_is_listed_beside_ours(project: Project) -> None:
    project.write("rencana.yaml", "skema: 1\nedisi: sendiri\n")
    project.write("templates/edisi/sendiri/edisi.yaml", "id: sendiri\nnama: Panduan sendiri\nmewarisi: kominfo-2023\n")
    assert re.search(r"^sendiri +Panduan sendiri$", project.run("edition", "list").out, re.MULTILINE)
    assert project.run("edition", "show").out.startswith("sendiri: Panduan sendiri\n")


def test_what_an_edition_changes_in_tables_is_shown(project: Project) -> None:
    project.write("rencana.yaml", "skema: 1\nedisi: sendiri\n")
    columns = "[{id: dpa, judul: Nomor DPA, jalur: tambahan.dpa}, {id: kegiatan, tampil: tidak}]"
    text = f"id: sendiri\nnama: Sendiri\nmewarisi: kominfo-2023\ntabel: {{tabel-aksi*: {{kolom: {columns}}}}}\n"
    project.write("templates/edisi/sendiri/edisi.yaml", text)
    page = project.run("edition", "show").out
    assert "  tabel-aksi*\n      Nomor DPA: tambahan.dpa\n      kegiatan: disembunyikan\n" in page


def test_an_edition_is_shown_whole_with_its_marks(project: Project) -> None:
    edition = load_edition()
    page = project.run("edition", "show", "kominfo-2023").out
    assert "Tanda: F fakta" in page
    flat = " ".join(page.split())
    for dimensi in edition.dimensi or ():
        assert f"[{dimensi.tanda}] {dimensi.nama} ({dimensi.id})" in flat
    for document in edition.dokumen or ():
        assert f"{document.label}: {document.judul} [{document.tanda}]" in flat
        for chapter in document.bab or ():
            assert f": {chapter.judul} ({chapter.id})" in flat
    for code in edition.aturan or ():
        assert f"] {code} " in flat
    assert max(map(len, page.splitlines())) <= 100
