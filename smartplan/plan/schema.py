"""The JSON Schema (2020-12) of a plan, or of one dimension's file, for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, create_model

from smartplan.fields.containers import PlainContainer
from smartplan.fields.scalars import Field as ValueField
from smartplan.fields.scalars import nullable
from smartplan.plan.parts.dimensi import Dimensi
from smartplan.plan.parts.rencana import Rencana

if TYPE_CHECKING:
    from smartplan.edition import Edition
    from smartplan.fields import Bagian, FieldSpec

__all__ = ["PARTS", "json_schema"]

PARTS: Final[dict[str, type[Bagian]]] = {"rencana": Rencana, "dimensi": Dimensi}
"""Name of a kind of file -> the part that it holds."""

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def json_schema(part: str, edition: Edition) -> dict[str, Any]:
    """The schema of ``part`` (a key of ``PARTS``), with Indonesian descriptions.

    Values that the edition lists (dimensions, groups, stages ...) are offered with their names. Values that the
    reader understands although they are not written canonically are accepted, as in ``validate``.
    """
    schema = _model(PARTS[part], {}).model_json_schema()
    known = {key: _choices(items) for key, items in _edition_lists(edition).items()}
    _finish(schema, known)
    if "dimensi" in schema["properties"]:
        schema["properties"]["dimensi"]["propertyNames"] = {"enum": edition.ids("dimensi")}
    title = "Rencana induk Smart City" if part == "rencana" else "Satu dimensi Smart City"
    return {"$schema": _DIALECT, "title": f"{title} ({edition.nama or edition.id})", **_without(schema, "title")}


def _model(part: type[Bagian], made: dict[type[Bagian], type[BaseModel]]) -> type[BaseModel]:
    """The fields of ``part`` as pydantic knows them; made only here, because a plan is read without it."""
    if part not in made:
        fields: dict[str, Any] = {}
        for key, spec in part.fields.items():
            examples = [spec.example] if spec.example else None
            fields[key] = (_annotation(spec, made), Field(None, description=spec.description, examples=examples))
        config = ConfigDict(extra="forbid")
        made[part] = create_model(part.__name__, __config__=config, __doc__=part.__doc__, **fields)
    return made[part]


def _annotation(spec: FieldSpec, made: dict[type[Bagian], type[BaseModel]]) -> Any:
    if spec.part is not None:
        inner: Any = _model(spec.part, made)
        return {"list": list[inner] | None, "map": dict[str, inner] | None}.get(spec.kind, inner | None)
    if isinstance(spec.marker, PlainContainer):
        return Annotated[Any, WithJsonSchema(spec.marker.json_schema())]
    if isinstance(spec.marker, ValueField):
        return Annotated[Any, WithJsonSchema(nullable(spec.marker.json_schema()))]
    raise TypeError(f"no schema for {spec.marker!r}")


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
    alternatives = node.get("anyOf", ())
    if len(alternatives) == 2 and alternatives[1] == {"type": "null"} and "type" in alternatives[0]:
        # Said in one schema, so that an editor underlines the very item that is wrong.
        del node["anyOf"]
        node |= {**alternatives[0], "type": [alternatives[0]["type"], "null"]}
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
