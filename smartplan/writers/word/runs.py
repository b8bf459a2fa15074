"""Pieces -> runs: looks, missing words, links, references, footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.book.blocks import NO_LOOKS
from smartplan.writers.word import xml
from smartplan.writers.word.package import OFFICE
from smartplan.writers.word.writing import contents_bookmark, reference_bookmark
from smartplan.writers.word.xml import NO_BREAK

if TYPE_CHECKING:
    from smartplan.book.blocks import Piece, Pieces
    from smartplan.writers.word.writing import Writing

__all__ = ["anchored", "captioned_number", "inline", "text_paragraph"]

_BOLD: Final = "<w:b/><w:bCs/>"
_ITALIC: Final = "<w:i/><w:iCs/>"


def inline(writing: Writing, pieces: Pieces, *, strong: bool = False, color: str = "") -> str:
    """The runs of ``pieces``; ``color`` (RRGGBB) for words on a dark ground."""
    if writing.remarks and writing.remarks.concern(pieces):
        return _remarked(writing, pieces, strong=strong, color=color)
    if len(pieces) == 1:
        return _piece(writing, pieces[0], strong=strong, color=color)
    return "".join([_piece(writing, piece, strong=strong, color=color) for piece in pieces])


def text_paragraph(
    writing: Writing,
    style: str,
    pieces: Pieces,
    *,
    key: str | None = None,
    kind: str = "paragraph",
    properties: str = "",
) -> str:
    """A ``w:p`` in the style called ``style``, in its anchor when words of the plan stand in it."""
    inside = anchored(writing, pieces, inline(writing, pieces), key, kind)
    return xml.paragraph(writing.style(style), writing.remarks.mark(inside, writing.remarks.take(key)), properties)


def anchored(writing: Writing, pieces: Pieces, inside: str, key: str | None = None, kind: str = "paragraph") -> str:
    name = writing.anchors.paragraph(pieces, key, kind)
    return writing.bookmark(name, inside) if name else inside


def _remarked(writing: Writing, pieces: Pieces, *, strong: bool, color: str) -> str:
    """Like ``inline``, with comments round the pieces that they speak about: one round all that stand together for one
    place, and one on a footnote rests on its mark."""
    made = ""
    at = 0
    while at < len(pieces):
        end = at + 1
        while end < len(pieces) and pieces[at].path is not None and pieces[end].path == pieces[at].path:
            end += 1
        remarks = writing.remarks.take_all(pieces[at:end])
        runs = "".join(_piece(writing, piece, strong=strong, color=color) for piece in pieces[at:end])
        made += writing.remarks.mark(runs, remarks)
        at = end
    return made


def captioned_number(number: str) -> tuple[str, str]:
    """``"2.1"`` -> chapter and count; before the first chapter there is only a count."""
    chapter, _, count = number.rpartition(".")
    return chapter, count


def _piece(writing: Writing, piece: Piece, *, strong: bool, color: str) -> str:
    if not (strong or color) and piece.origin != "missing" and piece[5:] == NO_LOOKS:
        return xml.plain_run(piece.text)
    if piece.footnote:
        return writing.new_footnote(inline(writing, piece.footnote))
    missing = piece.origin == "missing"
    properties = f'<w:rStyle w:val="{writing.style("Belum Diisi")}"/>' if missing else ""
    if piece.href is not None and not missing:
        properties = f'<w:rStyle w:val="{writing.style("Hyperlink")}"/>'
    if strong or piece.strong:
        properties += _BOLD
    if piece.emphasis:
        properties += _ITALIC
    if color and not missing:
        properties += f'<w:color w:val="{color}"/>'
    if missing:
        properties += '<w:highlight w:val="yellow"/>'
    if piece.ref is not None:
        return _reference(writing, piece, properties)
    made = xml.run(xml.text(piece.text), properties)
    return _link(writing, piece.href, made) if piece.href is not None else made


def _link(writing: Writing, address: str, inside: str) -> str:
    if address.startswith("#"):
        known = address[1:] in writing.labels
        return xml.hyperlink(inside, anchor=contents_bookmark(address[1:])) if known else inside
    return xml.hyperlink(inside, relation=writing.package.relate(f"{OFFICE}/hyperlink", address, external=True))


def _reference(writing: Writing, piece: Piece, properties: str) -> str:
    """A living reference whose words are right before any update; in a static book only a link."""
    label = writing.labels.get(piece.ref or "")
    if label is None:
        return xml.run(xml.text(piece.text), properties)
    target = reference_bookmark(piece.ref or "")
    if writing.static:
        words = piece.text or label.text if label.kind == "depan" else label.text.replace(" ", NO_BREAK)
        if "<w:rStyle" not in properties:
            properties = f'<w:rStyle w:val="{writing.style("Acuan")}"/>{properties}'
        return xml.hyperlink(xml.run(xml.text(words), properties), anchor=target)
    if label.kind == "sub":
        # The field gives the number alone; "Subbab" is ours.
        words = label.text.removesuffix(label.number)
        return xml.run(xml.text(words.replace(" ", NO_BREAK)), properties) + xml.complex_field(
            f"REF {target} \\r \\h", label.number, properties
        )
    if label.kind == "depan":
        return xml.complex_field(f"REF {target} \\h", piece.text or label.text, properties)
    switch = "\\r \\h" if label.kind in ("bab", "lampiran") else "\\h"
    return xml.complex_field(f"REF {target} {switch}", label.text.replace(" ", NO_BREAK), properties)
