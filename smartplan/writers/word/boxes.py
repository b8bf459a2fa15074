"""Call-outs and signatures: small tables that only lay out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.writers.word import xml
from smartplan.writers.word.colors import NAVY, NEUTRAL_TINT, WHITE
from smartplan.writers.word.runs import anchored, inline, text_paragraph
from smartplan.writers.word.units import Twips
from smartplan.writers.word.widths import share

if TYPE_CHECKING:
    from smartplan.book.blocks import Callout, KeyFigure, KeyFigures, Pieces, Signature, Signatures
    from smartplan.writers.word.writing import Writing

__all__ = ["BOX_PADDING", "callout", "key_figures", "signatures"]

# kind -> fill, bar, the word that says the kind to those who do not see colours
_KINDS: Final = {
    "info": (NEUTRAL_TINT, NAVY, ""),
    "missing": ("FFF6E0", "B45F06", "Belum diisi"),
    "warning": ("FBEAEA", "A1262B", "Perhatian"),
}
_KEPT: Final = "<w:keepNext/>"
BOX_PADDING: Final = 170  # twips at each side
_ACROSS: Final = 3
_GAP: Final = Twips(113)


def callout(writing: Writing, block: Callout, inside: str, *, width: Twips, indent: int = 0) -> list[str]:
    """A one-cell box round the blocks ``inside``, with a bar at its left."""
    fill, bar, word = _KINDS[block.kind]
    title = _title(writing, block, word, bar)
    properties = xml.cell_properties(width, more=xml.cell_bar("left", 36, bar) + xml.shading(fill))
    content = title + inside
    if not content.endswith("</w:p>"):
        content += xml.paragraph(writing.style("Jarak"), "")
    rows = [xml.row(xml.cell(properties, content), split=True)]
    box = xml.table([width], rows, indent=indent, margins=(85, BOX_PADDING, 57, BOX_PADDING))
    return [box, xml.paragraph(writing.style("Jarak"), "")]


def _title(writing: Writing, block: Callout, word: str, color: str) -> str:
    if not word and not block.title:
        return ""
    spoken = "".join(piece.text for piece in block.title).lower()
    said = word if not spoken.startswith(word.lower()) else ""
    runs = xml.run(xml.text(f"{said}: " if block.title else said), f'<w:color w:val="{color}"/>') if said else ""
    runs += anchored(writing, block.title, inline(writing, block.title, color=color), kind="callout")
    return xml.paragraph(writing.style("Judul Kotak"), runs)


def key_figures(writing: Writing, block: KeyFigures, *, width: Twips, indent: int = 0) -> list[str]:
    """Tiles three in a row, parted by white, each with a bar above in its colour."""
    widths = share([1] * _ACROSS, Twips(width - _GAP * (_ACROSS - 1)))
    between = xml.cell(xml.cell_properties(_GAP), xml.paragraph(writing.style("Keterangan Angka"), ""))
    columns = [widths[0], *(wide for tile in widths[1:] for wide in (_GAP, tile))]
    figures: list[KeyFigure | None] = list(block.figures)
    figures += [None] * (-len(figures) % _ACROSS)
    rows = []
    for start in range(0, len(figures), _ACROSS):
        line = figures[start : start + _ACROSS]
        rows.append(xml.row(between.join(_tile(writing, one, wide) for one, wide in zip(line, widths, strict=True))))
    borders = f'<w:insideH w:val="single" w:sz="48" w:space="0" w:color="{WHITE}"/>'
    gap = xml.paragraph(writing.style("Jarak"), "")
    return [xml.table(columns, rows, indent=indent, borders=borders, margins=(57, 113, 57, 57)), gap]


def _tile(writing: Writing, figure: KeyFigure | None, width: Twips) -> str:
    if figure is None:
        return xml.cell(xml.cell_properties(width), xml.paragraph(writing.style("Keterangan Angka"), ""))
    bar, tint = writing.colors_of(figure.swatch)
    properties = xml.cell_properties(width, more=xml.cell_bar("left", 36, bar) + xml.shading(tint))
    value = anchored(writing, figure.value, inline(writing, figure.value, color=bar), kind="tile")
    return xml.cell(
        properties,
        xml.paragraph(writing.style("Angka Besar"), value)
        + text_paragraph(writing, "Keterangan Angka", figure.label, kind="tile"),
    )


def signatures(writing: Writing, block: Signatures, *, width: Twips) -> list[str]:
    """Signers side by side, two or three in a row; one alone at the right."""
    signers: list[Signature | None] = list(block.signers)
    if len(signers) == 1:
        signers.insert(0, None)
    across = 3 if len(signers) == 3 or len(signers) > 4 else 2
    widths = share([1] * across, width)
    rows = []
    for start in range(0, len(signers), across):
        line = signers[start : start + across]
        line += [None] * (across - len(line))
        rows += [
            xml.row("".join(part(writing, signer, widths[at]) for at, signer in enumerate(line)))
            for part in (_office, _name)
        ]
    gap = xml.paragraph(writing.style("Jarak"), "")
    kept = xml.paragraph(writing.style("Jarak"), "", _KEPT)
    return [kept, xml.table(widths, rows, borders=xml.no_borders()), gap]


def _office(writing: Writing, signer: Signature | None, width: Twips) -> str:
    """Place, day and office; the name below stays with them, and names of one row stand at one height."""
    lines = signer.above if signer is not None else ()
    return xml.cell(xml.cell_properties(width), _lines(writing, "Tanda Tangan", lines, _KEPT))


def _name(writing: Writing, signer: Signature | None, width: Twips) -> str:
    if signer is None:
        return xml.cell(xml.cell_properties(width), _lines(writing, "Tanda Tangan", ()))
    inside = _lines(writing, "Nama Penanda Tangan", (signer.name,))
    inside += _lines(writing, "Tanda Tangan", signer.below) if signer.below else ""
    return xml.cell(xml.cell_properties(width), inside)


def _lines(writing: Writing, style: str, texts: tuple[Pieces, ...], properties: str = "") -> str:
    """A paragraph each; an empty one where there is none, since a cell needs it."""
    made = (text_paragraph(writing, style, pieces, kind="signature", properties=properties) for pieces in texts)
    return "".join(made) or xml.paragraph(writing.style(style), "", properties)
