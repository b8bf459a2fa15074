"""Field types that hold several values: lists of parts, lists of values, amounts by year, maps by id."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeVar

from smartplan.fields.reading import Fault, Node, Reading, Unreadable, comma_hint, is_blank
from smartplan.fields.scalars import Code, Field, Grade, Money, Number, Text, canonical_hint, nullable
from smartplan.findings import Edit
from smartplan.source import Mapping, Scalar, Sequence, write_scalar

if TYPE_CHECKING:
    from collections.abc import Callable

    ReadItem = Callable[[Node, Reading], Any]

__all__ = [
    "AngkaPerTahun",
    "CapaianPerTahun",
    "Container",
    "Daftar",
    "DaftarKode",
    "DaftarTeks",
    "MapOf",
    "PartList",
    "Peta",
    "PetaTeks",
    "PlainContainer",
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


class PartList(Container):
    """A list whose items are read one by one: an item that cannot be read is named and left out."""

    kind = "list"

    def read(self, node: Node, reading: Reading, key: str, read_item: ReadItem) -> list[Any]:
        items = []
        nodes = _items(node)
        reading.item_depth += 1
        for item in nodes:
            if is_blank(item):
                continue
            try:
                items.append(read_item(item, reading))
            except Fault as found:
                reading.fault(found, f"butir {key}", item)
                reading.put_aside(key, item)
            except Unreadable:
                reading.put_aside(key, item)
        reading.item_depth -= 1
        return items


class MapOf(Container):
    """Id -> part. A value that cannot be read is noted and left out."""

    kind = "map"

    def read(self, node: Node, reading: Reading, key: str, read_item: ReadItem) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for entry in _entries(node):
            if is_blank(entry.value):
                continue
            if not isinstance(entry.value, Mapping):
                message = f"{entry.key} harus berupa kumpulan isian"
                reading.note("STR001", message, "tulis isiannya sebagai `kunci: nilai`", entry.value)
                continue
            found[entry.key] = read_item(entry.value, reading)
        return found


class PlainContainer(Container):
    """Holds plain values, so that it can be read without knowing any part."""

    __slots__ = ()

    def read(self, node: Node, reading: Reading, key: str) -> Any:
        raise NotImplementedError

    def json_schema(self) -> dict[str, Any]:
        raise NotImplementedError


class ScalarList(PlainContainer):
    """A list of single values. One value without a list is taken as a list of one, with a hint."""

    kind = "list"
    __slots__ = ("field",)

    def __init__(self, field: Field) -> None:
        self.field = field

    def read(self, node: Node, reading: Reading, key: str) -> list[Any]:
        read = self.field.read
        if isinstance(node, Scalar):
            found = read(node, reading)
            _list_of_one(reading, node)
            return [found]
        found_items = []
        faulty = False
        for item in _items(node):
            if is_blank(item):
                continue
            if not isinstance(item, Scalar):
                message = (
                    f"butir {key} harus satu nilai, bukan {'kumpulan isian' if isinstance(item, Mapping) else 'daftar'}"
                )
                hint = "bila teks memuat titik dua, apit seluruh teks dengan tanda kutip"
                reading.note("STR001", message, hint, item)
                continue
            try:
                found_items.append(read(item, reading))
            except Fault as fault:
                reading.fault(fault, f"butir {key}", item)
                faulty = True
        if faulty:
            raise Unreadable
        return found_items

    def json_schema(self) -> dict[str, Any]:
        return {"type": ["array", "null"], "items": self.field.json_schema()}


class YearMap(PlainContainer):
    """Year -> value, ascending; values as ``field`` reads them."""

    kind = "years"
    __slots__ = ("field",)

    def __init__(self, field: Field) -> None:
        self.field = field

    def read(self, node: Node, reading: Reading, key: str) -> dict[int, Any]:
        if not isinstance(node, Mapping):
            hint = "tulis tiap tahun di baris sendiri, misalnya `2026: 150000000`"
            raise Fault("bukan_kumpulan", "harus berisi nilai per tahun", hint)
        read = self.field.read
        found: dict[int, Any] = {}
        faulty = False
        for entry in node:
            year = entry.key.strip()
            if not (len(year) == 4 and year.isascii() and year.isdigit() and year[0] in "12"):
                message = f'{key} memuat "{entry.key}", yang bukan tahun'
                hint = comma_hint(entry) or "kunci di sini harus tahun, misalnya 2026"
                reading.note("STR001", message, hint, node, span=entry.key_span, key=entry.key)
                faulty = True
            elif not is_blank(entry.value):
                try:
                    found[int(year)] = read(entry.value, reading)
                except Fault as fault:
                    reading.fault(fault, f"{key} {year}", entry.value)
                    faulty = True
        if faulty:
            raise Unreadable
        return dict(sorted(found.items()))

    def json_schema(self) -> dict[str, Any]:
        return {
            "type": ["object", "null"],
            "patternProperties": {"^[12][0-9]{3}$": nullable(self.field.json_schema())},
            "additionalProperties": False,
        }


class TextMap(PlainContainer):
    """Any key -> text. Used where the keys are names of somebody else's (ids, stages, paths)."""

    kind = "texts"
    __slots__ = ()

    def read(self, node: Node, reading: Reading, key: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for entry in _entries(node):
            if not isinstance(entry.value, Scalar):
                reading.note("STR001", f"{entry.key} harus satu nilai", "tulis satu nilai saja", entry.value)
            elif not is_blank(entry.value):
                found[entry.key] = " ".join(entry.value.text.split())
        return found

    def json_schema(self) -> dict[str, Any]:
        return {"type": ["object", "null"], "additionalProperties": {"type": ["string", "number", "boolean", "null"]}}


def _list_of_one(reading: Reading, node: Scalar) -> None:
    if "," in node.text:  # it may be one item, or several
        canonical_hint(reading, node, node.text, "daftar berisi satu butir", ())
        return
    edits: tuple[Edit, ...] = ()
    if node.style not in ("literal", "folded") and node.source.file:
        written = write_scalar(node.text, node.style, flow=True)
        edits = (Edit(node.span, f"[{written}]"),)
    canonical_hint(reading, node, node.text, f"[{node.text}]", edits)


def _items(node: Node) -> list[Node]:
    if isinstance(node, Sequence):
        return node.items
    raise Fault(
        "bukan_daftar", "harus berupa daftar", "tulis tiap butir di baris sendiri, diawali tanda hubung dan spasi"
    )


def _entries(node: Node) -> Mapping:
    if isinstance(node, Mapping):
        return node
    raise Fault("bukan_kumpulan", "harus berupa kumpulan isian", "tulis tiap isian di baris sendiri: `kunci: nilai`")


Daftar = Annotated[list[T] | None, PartList()]
Peta = Annotated[dict[str, T] | None, MapOf()]
PetaTeks = Annotated[dict[str, str] | None, TextMap()]
DaftarTeks = Annotated[list[str] | None, ScalarList(Text())]
DaftarKode = Annotated[list[str] | None, ScalarList(Code())]
RupiahPerTahun = Annotated[dict[int, int] | None, YearMap(Money())]
AngkaPerTahun = Annotated[dict[int, Decimal] | None, YearMap(Number())]
CapaianPerTahun = Annotated[dict[int, Decimal | str] | None, YearMap(Grade())]
