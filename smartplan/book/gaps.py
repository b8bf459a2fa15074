"""What documents show as missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartplan.book.blocks import Cell, Piece, Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.book.blocks import Document

__all__ = ["missing_in"]


def missing_in(documents: Iterable[Document]) -> set[str]:
    """The data paths (or words) of all pieces that stand for something missing."""
    found: set[str] = set()
    stack: list[Any] = [part for document in documents for part in (document.front, document.body, document.back)]
    while stack:
        part = stack.pop()
        kind = type(part)
        if kind is Piece:
            if part.origin == "missing":
                found.add(part.path or part.text)
            stack += part.footnote
        elif kind is Row:
            for cell in part.cells:
                for piece in cell.pieces if isinstance(cell, Cell) else cell:
                    if piece.origin == "missing" or piece.footnote:
                        stack.append(piece)
        else:
            stack += [inner for inner in part if isinstance(inner, tuple) and inner]
    return found
