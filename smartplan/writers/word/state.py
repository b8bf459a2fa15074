"""What one writing needs at hand: numbers given so far, labels, notes, anchors."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from smartplan.book.numbering import Label, number_blocks
from smartplan.writers.word.xml import bookmark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartplan.book.blocks import Document, Heading, Pieces
    from smartplan.writers.word.package import Package

__all__ = ["LANDSCAPE_WIDTH", "PORTRAIT_WIDTH", "Entry", "State"]

PORTRAIT_WIDTH: Final = 7937
"""Text width in twentieths of a point: A4 with 4 cm at the left and 3 cm at the right."""
LANDSCAPE_WIDTH: Final = 13436


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents or of a list; ``kind`` is "judul", "tabel" or "gambar"."""

    kind: str
    level: int
    number: str
    title: str
    name: str
    is_front: bool


@dataclass(slots=True)
class State:
    """``pages``: bookmark -> page number as printed, as far as known."""

    document: Document
    package: Package
    pages: Mapping[str, str]
    labels: dict[str, Label] = field(init=False)
    swatches: dict[str, Any] = field(init=False)
    entries: list[Entry] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    anchors: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    chapter_kind: str = "front"
    annex: int = 0
    tables_in_annex: dict[str, int] = field(default_factory=dict)
    _bookmarks: int = 0
    _drawings: int = 0
    _lists: int = 0

    def __post_init__(self) -> None:
        self.labels = number_blocks(self.document)
        self.swatches = {swatch.id: swatch for swatch in self.document.palette}

    def next_bookmark(self) -> int:
        self._bookmarks += 1
        return self._bookmarks

    def next_drawing(self) -> int:
        self._drawings += 1
        return self._drawings

    def next_list(self) -> int:
        self._lists += 1
        return self._lists

    def anchor(self, key: str | None, pieces: Pieces, content: str) -> str:
        """``content`` inside a hidden bookmark that leads back to the plan; drafts only, and only where data is."""
        if not self.document.draft or not any(piece.origin in ("data", "missing") for piece in pieces):
            return content
        path = key or next(piece.path for piece in pieces if piece.path)
        name = self._free_name(path, pieces)
        self.anchors[name] = [
            {"asal": piece.origin, "teks": piece.text, "jalur": piece.path, "sumber": piece.base} for piece in pieces
        ]
        return bookmark(name, self.next_bookmark(), content)

    def _free_name(self, path: str, pieces: Pieces) -> str:
        seed = f"{self.document.id}|{path}|{'|'.join(piece.path or '' for piece in pieces)}"
        number = 0
        while True:
            digest = hashlib.sha256(f"{seed}|{number}".encode()).hexdigest()[:16]
            if f"_sp_{digest}" not in self.anchors:
                return f"_sp_{digest}"
            number += 1

    def enter(self, heading: Heading) -> None:
        """Remember which kind of chapter the following captions stand in."""
        if heading.level == 1:
            kind = self.labels[heading.id].kind
            self.chapter_kind = kind
            if kind == "lampiran":
                self.annex += 1
                self.tables_in_annex = {}
