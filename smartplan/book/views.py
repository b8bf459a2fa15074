"""What templates see of a plan: read-only views.

Attribute names are the YAML keys; a name that no part has is a template error. A ``View`` keeps what it has shown, so
that a plan is walked once in a book, however often its values are printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartplan.book.blocks import Piece
from smartplan.book.ledger import placeholder
from smartplan.book.missing import Missing
from smartplan.book.values import DASH, Computed, Item, PlainText, Value, plain_value, text_of
from smartplan.edition.parts import Bertanda
from smartplan.fields.reading import is_blank
from smartplan.source import Mapping, Sequence
from smartplan.wording import NIHIL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.fields import Bagian
    from smartplan.source import Node

__all__ = [
    "Computed", "Item", "ListView", "MapView", "Missing", "PlainText", "Value", "View", "YearMap", "text_of",
]  # fmt: skip


class View:
    """A part of the plan. ``dimensi_`` is the dimension that it stands in, where that is known."""

    __slots__ = ("__dict__", "_base_path", "_foreign", "_part", "_source", "dimensi_")

    def __init__(self, part: Bagian, dimensi: Any = None, path: str | None = None) -> None:
        self._part = part
        self._source = part.node
        self._base_path = path
        self._foreign = isinstance(part, Bertanda)
        self.dimensi_ = dimensi

    @property
    def _path(self) -> str:
        if self._base_path is None:
            self._base_path = self._part.path
        return self._base_path

    def _path_of(self, key: str) -> str:
        path = self._base_path
        if path is None:
            path = self._path
        return f"{path}.{key}" if path else key

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        shown = self.__dict__[name] = self._look_up(name)
        return shown

    def _look_up(self, key: str) -> Any:
        part = self._part
        spec = part.fields.get(key)
        if spec is None:
            raise AttributeError(key)
        kind = spec.kind
        held = getattr(part, key)
        if held is None or (kind == "part" and held.is_empty):
            return Missing.of(type(part), key, self._path_of(key))
        if kind == "part":
            return View(held, self.dimensi_, self._path_of(key))
        if kind == "list":
            inner = spec.item_kind or "teks"
            if inner == "part":
                path = self._path_of(key)
                return ListView([View(item, self.dimensi_, _item_path(path, item)) for item in held], path)
            nodes = _items_of(self._node_of(key), len(held))
            items = [
                Value(item, self, key, inner, f"[#{number}]", node)
                for number, (item, node) in enumerate(zip(held, nodes, strict=True), 1)
            ]
            return ListView(items, self._path_of(key))
        if kind == "years":
            return YearMap(self, key, held)
        if kind == "map":
            return MapView(self, key, {name: View(item) for name, item in held.items()})
        if kind == "texts":
            return MapView(self, key, _values_of(self, key, "teks", held))
        return Value(held, self, key, kind, "", self._node_of(key))

    def _node_of(self, key: str) -> Node | None:
        """Where the value of ``key`` stands."""
        entry = self._source.get(key) if self._source is not None else None
        return entry.value if entry is not None else None

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, View) and other._part is self._part

    def __hash__(self) -> int:
        return id(self._part)


class ListView:
    """A list of the plan, in its order; an empty one was written as empty (nihil).

    ``_known`` keeps what was worked out about it: chapters ask the same of the same list.
    """

    __slots__ = ("_items", "_known", "_path")

    def __init__(self, items: list[Any], path: str = "") -> None:
        self._items = items
        self._path = path
        self._known: dict[Any, Any] = {}

    def __iter__(self) -> Iterator[Any]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, index: Any) -> Any:
        found = self._items[index]
        return ListView(found, self._path) if isinstance(index, slice) else found

    def __add__(self, other: Any) -> ListView:
        return ListView([*self._items, *other], self._path)

    def __str__(self) -> str:
        if not self._items:
            return placeholder(Piece(NIHIL, "computed"))
        return "; ".join(str(item) for item in self._items)


class YearMap:
    """Amounts by year. A year without amount prints a dash: the plan gives nothing in that year."""

    __slots__ = ("_values",)

    def __init__(self, owner: View, key: str, held: dict[int, Any]) -> None:
        kind = owner._part.item_kind(key) or "angka"
        self._values = _values_of(owner, key, kind, held)

    def items(self) -> list[tuple[int, Value]]:
        return list(self._values.items())

    def get(self, year: int) -> Value | None:
        return self._values.get(year)

    def total(self) -> Any:
        """The sum over all years."""
        return sum(value._held for value in self._values.values())

    def __getitem__(self, year: int) -> Value | Computed:
        return self._values.get(plain_value(year)) or Computed(DASH)

    def __contains__(self, year: object) -> bool:
        return plain_value(year) in self._values

    def __iter__(self) -> Iterator[int]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


class MapView:
    """A map of the plan by id; what it does not hold is missing."""

    __slots__ = ("_key", "_owner", "_values")

    def __init__(self, owner: View, key: str, values: dict[str, Any]) -> None:
        self._owner = owner
        self._key = key
        self._values = values

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: Any) -> Any:
        found = self._values.get(str(plain_value(name)))
        if found is not None:
            return found
        return Missing.of(type(self._owner._part), self._key, self._owner._path_of(self._key))[str(plain_value(name))]

    def items(self) -> list[tuple[str, Any]]:
        return list(self._values.items())

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def _items_of(node: Node | None, count: int) -> list[Node] | list[None]:
    """The items of a list as they stand in the source, without the blank ones, which hold no value."""
    items = [item for item in node.items if not is_blank(item)] if isinstance(node, Sequence) else []
    return items if len(items) == count else [None] * count


def _values_of(owner: View, key: str, kind: str, held: dict[Any, Any]) -> dict[Any, Value]:
    """Each value of a map by its name or year."""
    node = owner._node_of(key)
    known = node if isinstance(node, Mapping) else None
    return {
        name: Value(
            value, owner, key, kind, f".{name}", entry.value if known and (entry := known.get(str(name))) else None
        )
        for name, value in held.items()
    }


def _item_path(path: str, item: Any) -> str | None:
    """The path of an item that has an id; only the item itself knows its position."""
    name = getattr(item, "id", None)
    return f"{path}[{name}]" if isinstance(name, str) else None
