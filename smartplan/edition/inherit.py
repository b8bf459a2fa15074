"""Inheritance of editions, on trees: maps merge by key, lists of items by id.

``hapus: ya`` takes an item out; ``sesudah: <id>`` or ``sebelum: <id>`` says where one stands, new or inherited.
"""

from __future__ import annotations

from smartplan.source import Entry, Mapping, Scalar, Sequence
from smartplan.source import Node as SourceNode

__all__ = ["merge_trees"]


def merge_trees(base: Mapping, own: Mapping) -> Mapping:
    """``own`` laid over ``base``. Every node keeps the place where it was written."""
    merged: dict[str, Entry] = {entry.key: entry for entry in base.entries}
    for entry in own.entries:
        first = merged.get(entry.key)
        merged[entry.key] = entry if first is None else _over(first, entry)
    return Mapping.joined(tuple(entry for entry in merged.values() if not _is_removed(entry.value)))


def _over(base: Entry, own: Entry) -> Entry:
    if isinstance(base.value, Mapping) and isinstance(own.value, Mapping):
        return Entry.with_value(own, merge_trees(base.value, own.value))
    if isinstance(base.value, Sequence) and isinstance(own.value, Sequence):
        items = _merge_items(base.value, own.value)
        if items is not None:
            return Entry.with_value(own, Sequence.joined(items))
    return own


def _merge_items(base: Sequence, own: Sequence) -> tuple[SourceNode, ...] | None:
    """None when the items have no ids: then the own list stands alone."""
    merged: dict[str, SourceNode] = {}
    for item in (*base.items, *own.items):
        name = _text(item, "id") or _text(item, "jalur")
        if name is None:
            return None
        first = merged.get(name)
        if isinstance(first, Mapping) and isinstance(item, Mapping):
            merged[name] = merge_trees(first, item)
        else:
            merged[name] = item
    return tuple(_in_order({name: item for name, item in merged.items() if not _is_removed(item)}))


def _in_order(items: dict[str, SourceNode]) -> list[SourceNode]:
    """Items that say where they stand are put there, in the order in which they are written; the others keep theirs.

    Where the place that is named is not in the list, the item stays at the end: ``check_edition`` names it.
    """
    waiting = {name: place for name, item in items.items() if (place := _place(item)) is not None}
    order = [name for name in items if name not in waiting]
    behind: dict[str, str] = {}
    while ready := [name for name, (target, _) in waiting.items() if target in order]:
        for name in ready:
            target, is_after = waiting.pop(name)
            at = order.index(behind.get(target, target)) + 1 if is_after else order.index(target)
            order.insert(at, name)
            if is_after:
                behind[target] = name
    return [items[name] for name in (*order, *waiting)]


def _place(item: SourceNode) -> tuple[str, bool] | None:
    """The id beside which an item wants to stand, and whether after it."""
    for key in ("sesudah", "sebelum"):
        target = _text(item, key)
        if target:
            return target, key == "sesudah"
    return None


def _text(item: SourceNode, key: str) -> str | None:
    if not isinstance(item, Mapping):
        return None
    entry = item.get(key)
    return entry.value.text if entry is not None and isinstance(entry.value, Scalar) else None


def _is_removed(item: SourceNode) -> bool:
    return (_text(item, "hapus") or "").lower() in ("ya", "true")
