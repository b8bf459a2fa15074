"""Anchors for the way back: hidden bookmarks round what comes from the plan, and the map that explains them."""

from __future__ import annotations

from hashlib import sha256
from json.encoder import encode_basestring as _quoted
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartplan.book.blocks import Document, Pieces

__all__ = ["MAP_NAMESPACE", "Anchors", "has_data"]

MAP_NAMESPACE: Final = "urn:smartplan:peta"
_FORMAT: Final = 1


def has_data(pieces: Pieces) -> bool:
    """Whether a piece stands for a place in the plan, filled or missing."""
    return any(piece.path is not None for piece in pieces)


class Anchors:
    """Gives each data-bound block its bookmark name and keeps the map; none when they are not ``kept``, as in a final
    book.

    In the map a ``path`` that begins with a dot goes on from the ``key`` of its block, and a ``base`` that is left out
    is the ``text``: a plan of thousands of rows would else fill the book with what it says already.
    """

    def __init__(self, document: Document, *, kept: bool) -> None:
        self._document = document
        self._kept = kept
        self._blocks: dict[str, str] = {}
        self._seen: dict[str, int] = {}

    def paragraph(self, pieces: Pieces, key: str | None, kind: str) -> str | None:
        """The bookmark of a paragraph, or None when nothing in it comes from the plan."""
        if not self._kept or not (key or has_data(pieces)):
            return None
        entry = f'"kind":{_quoted(kind)},"pieces":{_pieces(pieces, key)}'
        return self._enter(key or _derived(pieces), kind, key, entry)

    def row(self, cells: Sequence[Pieces], key: str | None, table: str) -> str | None:
        """The bookmark of a table row; the map has its pieces cell by cell."""
        if not self._kept or not (key or any(has_data(pieces) for pieces in cells)):
            return None
        derived = key or "|".join(_derived(pieces) for pieces in cells)
        entry = (
            f'"kind":"row","table":{_quoted(table)},"cells":[{",".join([_pieces(pieces, key) for pieces in cells])}]'
        )
        return self._enter(f"{table}|{derived}", "row", key, entry)

    def block_map(self) -> bytes:
        """The map as JSON, UTF-8; the same bytes for the same book."""
        book = self._document
        head = f'"format":{_FORMAT},"document":{_quoted(book.id)},"plan_sha256":{_quoted(book.plan_sha256)}'
        blocks = ",".join(f'"{name}":{entry}' for name, entry in self._blocks.items())
        return f'{{{head},"blocks":{{{blocks}}}}}'.encode()

    def _enter(self, identity: str, kind: str, key: str | None, entry: str) -> str:
        # The same sentence or item may stand in several places: the n-th of them keeps its own name.
        identity = f"{kind}|{identity}"
        count = self._seen[identity] = self._seen.get(identity, 0) + 1
        digest = sha256(f"{self._document.id}|{identity}|{count}".encode()).hexdigest()
        name = f"_sp_{digest[:16]}"
        self._blocks[name] = f'{{"key":{_quoted(key)},{entry}}}' if key else f"{{{entry}}}"
        return name


def _derived(pieces: Pieces) -> str:
    """An identity where no key is given: the places of the plan and their texts."""
    return ";".join(f"{piece.path}={piece.base or ''}" for piece in pieces if piece.path is not None)


def _pieces(pieces: Pieces, key: str | None) -> str:
    """The JSON of the pieces. A book has tens of thousands of them, so that they are written out in one loop."""
    above = len(key) if key else 0
    made: list[str] = []
    for text, origin, path, base, code, _, _, _, ref, footnote in pieces:
        if footnote:
            made.append(f'{{"footnote":{_pieces(footnote, key)}}}')
            continue
        more = "" if origin == "literal" else f',"origin":"{origin}"'
        if path is not None:
            below = key and path.startswith(key) and path[above : above + 1] == "."
            more += f',"path":{_quoted(path[above:] if below else path)}'
        if base is not None and base != text:
            more += f',"base":{_quoted(base)}'
        if code is not None:
            more += f',"code":{_quoted(code)}'
        if ref is not None:
            more += f',"ref":{_quoted(ref)}'
        made.append(f'{{"text":{_quoted(text)}{more}}}')
    return f"[{','.join(made)}]"
