"""The JSON Schema of a plan: valid itself, and agreed with by the examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from smartplan.plan.schema import PARTS, json_schema
from tests.plans import edition

ROOT = Path(__file__).parents[2]
FILES = sorted(file for file in (ROOT / "examples").rglob("*.yaml") if "templates" not in file.parts)


class NoDates(yaml.SafeLoader):
    """As the language servers of editors read YAML: a date stays text."""


NoDates.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def validator(part: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json_schema(part, edition()))


def as_json(value: Any) -> Any:
    """Keys as texts, as JSON has them."""
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    return [as_json(item) for item in value] if isinstance(value, list) else value


def errors(part: str, text: str) -> list[str]:
    document = as_json(yaml.load(text, Loader=NoDates))
    return [error.json_path for error in validator(part).iter_errors(document)]


@pytest.mark.parametrize("part", PARTS)
def test_the_schema_is_valid_2020_12(part: str) -> None:
    schema = json_schema(part, edition())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_there_are_example_files() -> None:
    assert len(FILES) >= 10


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_the_examples_agree_with_the_schema(file: Path) -> None:
    part = "dimensi" if file.parent.name == "dimensi" else "rencana"
    assert errors(part, file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("anggran: 1\n", "$"),
        ("tahap: bimtek-9\n", "$.tahap"),
        ("dimensi: {smart_living: {program: [{mulai: kapan}]}}\n", "$.dimensi.smart_living.program[0].mulai"),
        ("dimensi: {smart_living: {program: [{kelompok: lain}]}}\n", "$.dimensi.smart_living.program[0].kelompok"),
        ("dimensi: {smart_living: {program: [{anggaran: {26: 1}}]}}\n", "$.dimensi.smart_living.program[0].anggaran"),
    ],
)
def test_the_schema_finds_what_an_editor_should_underline(text: str, path: str) -> None:
    assert errors("rencana", text) == [path]


def test_every_property_is_described_and_choices_are_named() -> None:
    schema = json_schema("dimensi", edition())
    assert all(value.get("description") for value in schema["properties"].values())
    program = schema["$defs"]["Program"]["properties"]
    assert {"const": "literasi", "description": "Literasi"} in program["kelompok"]["anyOf"]
    assert "x-edisi" not in str(schema)
