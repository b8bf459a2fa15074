"""Pieces -> runs."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from smartplan.writers.word.xml import bookmark, field, hyperlink, run

if TYPE_CHECKING:
    from smartplan.book.blocks import Piece, Pieces
    from smartplan.writers.word.state import State

__all__ = ["reference_name", "runs"]

_MISSING: Final = '<w:highlight w:val="yellow"/>'


def reference_name(block_id: str) -> str:
    """The bookmark round the label and number of a caption or heading."""
    return f"_Ref{hashlib.sha256(block_id.encode()).hexdigest()[:16]}"


def runs(pieces: Pieces, state: State, looks: str = "") -> str:
    """``looks``: run properties that all pieces share."""
    return "".join(_run(piece, state, looks) for piece in pieces)


def _run(piece: Piece, state: State, looks: str) -> str:
    if piece.footnote:
        return _footnote(piece, state)
    # The order of these elements is that of the schema.
    properties = "".join(
        (
            "<w:b/>" if piece.strong and "<w:b/>" not in looks else "",
            "<w:i/>" if piece.emphasis and "<w:i/>" not in looks else "",
            looks,
            _MISSING if piece.origin == "missing" else "",
        )
    )
    if piece.ref is not None:
        label = state.labels.get(piece.ref)
        if label is None or not label.text:
            return run(piece.text, properties)
        return field(f"REF {reference_name(piece.ref)} \\h", label.text, properties)
    if piece.href:
        if piece.href not in state.links:
            state.links[piece.href] = state.package.relate("word/document.xml", "hyperlink", piece.href, external=True)
        return hyperlink(run(piece.text, '<w:rStyle w:val="Hyperlink"/>'), relation=state.links[piece.href])
    return run(piece.text, properties)


def _footnote(piece: Piece, state: State) -> str:
    number = len(state.footnotes) + 1
    state.footnotes.append("")  # keeps the place while the note's own pieces are written
    inside = runs(piece.footnote, state)
    state.footnotes[number - 1] = (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{inside}</w:p></w:footnote>'
    )
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def labelled(name: str, state: State, content: str) -> str:
    """``content`` inside the bookmark that references point to."""
    return bookmark(reference_name(name), state.next_bookmark(), content)
