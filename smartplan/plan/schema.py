"""The JSON Schema (2020-12) of a plan, or of one dimension's file, for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic.json_schema import GenerateJsonSchema

from smartplan.plan.parts.dimensi import Dimensi
from smartplan.plan.parts.rencana import Rencana

if TYPE_CHECKING:
    from smartplan.edition import Edition
    from smartplan.fields import Bagian

__all__ = ["PARTS", "json_schema"]

PARTS: Final[dict[str, type[Bagian]]] = {"rencana": Rencana, "dimensi": Dimensi}
"""Name of a kind of file -> the part that it holds."""

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def json_schema(part: str, edition: Edition) -> dict[str, Any]:
    """The schema of ``part`` (a key of ``PARTS``), with Indonesian descriptions.

    Values that the edition lists (dimensions, groups, stages ...) are offered with their names. Values that the
    reader understands although they are not written canonically are accepted, as in ``validate``.
    """
    model = PARTS[part]
    schema = model.model_json_schema(schema_generator=GenerateJsonSchema)
    known = {key: _choices(items) for key, items in _edition_lists(edition).items()}
    _finish(schema, known)
    title = "Rencana induk Smart City" if part == "rencana" else "Satu dimensi Smart City"
    return {"$schema": _DIALECT, "title": f"{title} ({edition.nama or edition.id})", **_without(schema, "title")}


def _edition_lists(edition: Edition) -> dict[str, list[Any]]:
    keys = ("dimensi", "tahap", "kelompok", "horizon", "kesiapan", "tingkat_kesiapan", "sumber_dana")
    more = ("jenis_quick_win", "tahapan_quick_win", "tingkat_risiko")
    lists: dict[str, list[Any]] = {key: list(getattr(edition, key) or ()) for key in (*keys, *more)}
    lists["sub"] = [sub for dimensi in edition.dimensi or () for sub in dimensi.sub or ()]
    lists["komponen"] = [component for _, component in edition.components()]
    return lists


def _choices(items: list[Any]) -> list[dict[str, str]]:
    return [{"const": item.id, "description": item.nama or item.id} for item in items if item.id]


def _finish(node: Any, known: dict[str, list[dict[str, str]]]) -> None:
    """Put the edition's values in, and take out what pydantic adds for Python readers only."""
    if isinstance(node, list):
        for item in node:
            _finish(item, known)
        return
    if not isinstance(node, dict):
        return
    listed = node.pop("x-edisi", None)
    if known.get(listed):
        node.pop("type", None)
        node["anyOf"] = [*known[listed], {"type": "null"}]
    if node.get("default", 0) is None:
        del node["default"]
    properties = node.get("properties")
    if isinstance(properties, dict):
        for value in properties.values():
            if isinstance(value, dict):
                value.pop("title", None)
    for value in node.values():
        _finish(value, known)


def _without(schema: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in schema.items() if name != key}
