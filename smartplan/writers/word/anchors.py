"""Anchors for the way back: hidden bookmarks round what comes from the plan, and the map that explains them."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartplan.book.blocks import Document, Pieces

__all__ = ["MAP_NAMESPACE", "Anchors", "has_data"]

MAP_NAMESPACE: Final = "urn:smartplan:peta"
_FORMAT: Final = 1


def has_data(pieces: Pieces) -> bool:
    """Whether a piece stands for a place in the plan, filled or missing."""
    return any(piece.path is not None for piece in pieces)


class Anchors:
    """Gives each data-bound block its bookmark name and keeps the map. In a final book it gives none."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._blocks: dict[str, dict[str, Any]] = {}
        self._seen: dict[str, int] = {}

    def paragraph(self, pieces: Pieces, key: str | None, kind: str) -> str | None:
        """The bookmark of a paragraph, or None when nothing in it comes from the plan."""
        if not self._document.draft or not (key or has_data(pieces)):
            return None
        entry: dict[str, Any] = {"kind": kind, "pieces": _pieces(pieces)}
        return self._enter(key or _derived(pieces), kind, key, entry)

    def row(self, cells: Sequence[Pieces], key: str | None, table: str) -> str | None:
        """The bookmark of a table row; the map has its pieces cell by cell."""
        if not self._document.draft or not (key or any(has_data(pieces) for pieces in cells)):
            return None
        derived = key or "|".join(_derived(pieces) for pieces in cells)
        entry: dict[str, Any] = {"kind": "row", "table": table, "cells": [_pieces(pieces) for pieces in cells]}
        return self._enter(f"{table}|{derived}", "row", key, entry)

    def block_map(self) -> bytes:
        """The map as JSON, UTF-8; the same bytes for the same book."""
        book = self._document
        content = {"format": _FORMAT, "document": book.id, "plan_sha256": book.plan_sha256, "blocks": self._blocks}
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8")

    def _enter(self, identity: str, kind: str, key: str | None, entry: dict[str, Any]) -> str:
        # The same sentence or item may stand in several places: the n-th of them keeps its own name.
        identity = f"{kind}|{identity}"
        count = self._seen[identity] = self._seen.get(identity, 0) + 1
        digest = sha256(f"{self._document.id}|{identity}|{count}".encode()).hexdigest()
        name = f"_sp_{digest[:16]}"
        self._blocks[name] = {"key": key, **entry} if key else entry
        return name


def _derived(pieces: Pieces) -> str:
    """An identity where no key is given: the places of the plan and their texts."""
    return ";".join(f"{piece.path}={piece.base or ''}" for piece in pieces if piece.path is not None)


def _pieces(pieces: Iterable[Any]) -> list[dict[str, Any]]:
    made = []
    for piece in pieces:
        if piece.footnote:
            made.append({"footnote": _pieces(piece.footnote)})
            continue
        entry: dict[str, Any] = {"text": piece.text}
        if piece.origin != "literal":
            entry["origin"] = piece.origin
        for name in ("path", "base", "code", "ref"):
            if (value := getattr(piece, name)) is not None:
                entry[name] = value
        made.append(entry)
    return made
