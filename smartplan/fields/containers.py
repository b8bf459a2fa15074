"""Field types that hold several values: lists of parts, lists of values, amounts by year, maps by id."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeVar, get_args

from pydantic_core import ValidationError, core_schema

from smartplan.fields.reading import Reading, is_blank
from smartplan.fields.scalars import Code, Field, Money, Number, Text, canonical_hint, fault, nullable
from smartplan.source import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler

__all__ = [
    "AngkaPerTahun",
    "Container",
    "Daftar",
    "DaftarKode",
    "DaftarTeks",
    "MapOf",
    "PartList",
    "Peta",
    "PetaTeks",
    "RupiahPerTahun",
    "ScalarList",
    "TextMap",
    "YearMap",
]

T = TypeVar("T")


class Container:
    """Base of the field types for several values. ``kind`` as ``Bagian.kind_of`` tells it."""

    kind: ClassVar[str]
    __slots__ = ()


def _inner(source: Any, position: int = 0) -> Any:
    """The item type X of ``list[X] | None`` or ``dict[str, X] | None``."""
    for candidate in get_args(source):
        arguments = get_args(candidate)
        if arguments:
            return arguments[position]
    raise TypeError(f"not a nullable container: {source!r}")


def _not_a_list() -> Any:
    return fault(
        "bukan_daftar", "harus berupa daftar", "tulis tiap butir di baris sendiri, diawali tanda hubung dan spasi"
    )


class PartList(Container):
    """A list whose items are read one by one: an item that cannot be read is named and left out."""

    kind = "list"

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        item = handler.generate_schema(_inner(source))
        return core_schema.with_info_wrap_validator_function(self.read, item)

    def read(self, value: Any, handler: Callable[[Any], Any], info: Any) -> list[Any] | None:
        if value is None:
            return None
        if isinstance(value, (list, tuple)):
            return [handler(item) for item in value]
        if not isinstance(value, Sequence):
            raise _not_a_list()
        reading: Reading = info.context
        key = info.field_name or "butir"
        items = []
        reading.item_depth += 1
        try:
            for node in value.items:
                if is_blank(node):
                    continue
                try:
                    items.append(handler(node))
                except ValidationError as error:
                    reading.invalid(error, node)
                    reading.put_aside(key, node)
        finally:
            reading.item_depth -= 1
        return items

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["array", "null"], "items": handler(schema)}


class ScalarList(Container):
    """A list of single values. One value without a list is taken as a list of one, with a hint."""

    kind = "list"
    __slots__ = ("field",)

    def __init__(self, field: Field) -> None:
        self.field = field

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(self.read)

    def read(self, value: Any, info: Any) -> list[Any] | None:
        if value is None:
            return None
        read = self.field.read
        if isinstance(value, (list, tuple)):
            return [read(item, info) for item in value]
        reading: Reading = info.context
        if isinstance(value, Scalar):
            found = read(value, info)
            canonical_hint(
                reading, value, value.text, f"[{value.text}]" if "," not in value.text else "daftar berisi satu butir"
            )
            return [found]
        if not isinstance(value, Sequence):
            raise _not_a_list()
        key = info.field_name or "butir"
        found_items = []
        for node in value.items:
            if is_blank(node):
                continue
            if not isinstance(node, Scalar):
                message = (
                    f"butir {key} harus satu nilai, bukan {'kumpulan isian' if isinstance(node, Mapping) else 'daftar'}"
                )
                hint = "bila teks memuat titik dua, apit seluruh teks dengan tanda kutip"
                reading.note("STR001", message, hint, node)
                continue
            found_items.append(read(node, info))
        return found_items

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["array", "null"], "items": self.field.json_schema()}


class YearMap(Container):
    """Year -> value, ascending; values as ``field`` reads them."""

    kind = "years"
    __slots__ = ("field",)

    def __init__(self, field: Field) -> None:
        self.field = field

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(self.read)

    def read(self, value: Any, info: Any) -> dict[int, Any] | None:
        if value is None:
            return None
        if isinstance(value, dict):
            return {int(year): self.field.read(amount, info) for year, amount in sorted(value.items())}
        if not isinstance(value, Mapping):
            hint = "tulis tiap tahun di baris sendiri, misalnya `2026: 150000000`"
            raise fault("bukan_kumpulan", "harus berisi nilai per tahun", hint)
        found: dict[int, Any] = {}
        for entry in value.entries:
            key = entry.key.strip()
            if not (len(key) == 4 and key.isascii() and key.isdigit()):
                raise fault(
                    "kunci_bukan_tahun",
                    f'memuat "{entry.key}", yang bukan tahun',
                    "kunci di sini harus tahun, misalnya 2026",
                )
            if not is_blank(entry.value):
                found[int(key)] = self.field.read(entry.value, info)
        return dict(sorted(found.items()))

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {
            "type": ["object", "null"],
            "patternProperties": {"^[12][0-9]{3}$": nullable(self.field.json_schema())},
            "additionalProperties": False,
        }


class TextMap(Container):
    """Any key -> text. Used where the keys are names of somebody else's (ids, stages, paths)."""

    kind = "texts"

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(self.read)

    def read(self, value: Any, info: Any) -> dict[str, str] | None:
        if value is None or isinstance(value, dict):
            return value
        if not isinstance(value, Mapping):
            raise fault(
                "bukan_kumpulan", "harus berupa kumpulan isian", "tulis tiap isian di baris sendiri: `kunci: nilai`"
            )
        reading: Reading = info.context
        found: dict[str, str] = {}
        for entry in value.entries:
            if not isinstance(entry.value, Scalar):
                reading.note("STR001", f"{entry.key} harus satu nilai", "tulis satu nilai saja", entry.value)
            elif not is_blank(entry.value):
                found[entry.key] = " ".join(entry.value.text.split())
        return found

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["object", "null"], "additionalProperties": {"type": ["string", "number", "boolean", "null"]}}


class MapOf(Container):
    """Id -> part. A value that cannot be read is noted and left out."""

    kind = "map"

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        item = handler.generate_schema(_inner(source, 1))
        return core_schema.with_info_wrap_validator_function(self.read, item)

    def read(self, value: Any, handler: Callable[[Any], Any], info: Any) -> dict[str, Any] | None:
        if value is None:
            return None
        if isinstance(value, dict):
            return {key: handler(item) for key, item in value.items()}
        if not isinstance(value, Mapping):
            raise fault(
                "bukan_kumpulan", "harus berupa kumpulan isian", "tulis tiap isian di baris sendiri: `kunci: nilai`"
            )
        reading: Reading = info.context
        found: dict[str, Any] = {}
        for entry in value.entries:
            if is_blank(entry.value):
                continue
            if not isinstance(entry.value, Mapping):
                reading.note(
                    "STR001",
                    f"{entry.key} harus berupa kumpulan isian",
                    "tulis isiannya sebagai `kunci: nilai`",
                    entry.value,
                )
                continue
            try:
                found[entry.key] = handler(entry.value)
            except ValidationError as error:
                reading.invalid(error, entry.value)
        return found

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["object", "null"], "additionalProperties": handler(schema)}


Daftar = Annotated[list[T] | None, PartList()]
Peta = Annotated[dict[str, T] | None, MapOf()]
PetaTeks = Annotated[dict[str, str] | None, TextMap()]
DaftarTeks = Annotated[list[str] | None, ScalarList(Text())]
DaftarKode = Annotated[list[str] | None, ScalarList(Code())]
RupiahPerTahun = Annotated[dict[int, int] | None, YearMap(Money())]
AngkaPerTahun = Annotated[dict[int, Decimal] | None, YearMap(Number())]
