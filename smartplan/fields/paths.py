"""The data path of any node of a tree, also of one that no part was made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.findings import Finding
from smartplan.source import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from smartplan.fields.reading import Draft
    from smartplan.source import Node

__all__ = ["NodePaths"]


class NodePaths:
    """Made only when something is wrong: one walk over the whole tree."""

    def __init__(self, root: Mapping) -> None:
        self._paths: dict[int, str] = {}
        self._walk(root, "")

    def _walk(self, node: Node, path: str) -> None:
        self._paths[id(node)] = path
        if isinstance(node, Mapping):
            for entry in node.entries:
                self._walk(entry.value, f"{path}.{entry.key}" if path else entry.key)
        elif isinstance(node, Sequence):
            for position, item in enumerate(node.items, 1):
                self._walk(item, f"{path}[{_id_of(item) or f'#{position}'}]")

    def of(self, node: Node) -> str:
        """``dimensi.smart_living.program[jas-bule].anggaran``; empty for the root."""
        return self._paths.get(id(node), "")

    def finding(self, draft: Draft) -> Finding:
        path = self.of(draft.node)
        if draft.key:
            path = f"{path}.{draft.key}" if path else draft.key
        return Finding(
            draft.code,
            draft.severity,
            draft.message,
            draft.span,
            hint=draft.hint,
            path=path or None,
            related=draft.related,
            edits=draft.edits,
            unsafe=draft.unsafe,
        )


def _id_of(item: Node) -> str | None:
    if not isinstance(item, Mapping):
        return None
    entry = item.get("id")
    return entry.value.text if entry is not None and isinstance(entry.value, Scalar) and entry.value.text else None
