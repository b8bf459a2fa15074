"""Figures: the drawing as SVG and, for readers that do not know it, as a bitmap; the words for those who listen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.book.charts.drawing import without_ground
from smartplan.book.logo import picture_size
from smartplan.writers.word import xml
from smartplan.writers.word.bitmaps import PNG, bitmap
from smartplan.writers.word.drawing import picture
from smartplan.writers.word.headings import caption
from smartplan.writers.word.tables import source_line
from smartplan.writers.word.units import Emu, Twips, drawing_cm, to_emu

if TYPE_CHECKING:
    from smartplan.book.blocks import Figure
    from smartplan.writers.word.writing import Writing

__all__ = ["BLANK", "figure", "logo", "logo_slot"]

_VIEW_BOX: Final = re.compile(
    r'<svg\b[^>]*?\bviewBox\s*=\s*["\']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)', re.DOTALL
)
_SIZE: Final = re.compile(r'<svg\b[^>]*?\bwidth\s*=\s*["\']([\d.]+)[^>]*?\bheight\s*=\s*["\']([\d.]+)', re.DOTALL)
_DPI: Final = 192  # twice what a screen shows
_SLOT_WORDS: Final = "Tempat lambang daerah; berkasnya belum ada"
_SLOT: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 104 128" font-family="Arial, Liberation Sans, sans-serif">'
    '<rect x="1" y="1" width="102" height="126" rx="8" fill="#F4F7FA" stroke="#8A9BB0" stroke-width="1.5"'
    ' stroke-dasharray="5 4"/><text x="52" y="61" font-size="14" fill="#404040" text-anchor="middle">Lambang</text>'
    '<text x="52" y="79" font-size="14" fill="#404040" text-anchor="middle">daerah</text></svg>'
)
# One transparent dot: stands for every picture while a book is only laid out.
BLANK: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def figure(writing: Writing, block: Figure, *, width: Twips) -> list[str]:
    """The drawing, its caption below, its source. Never wider than ``width``."""
    size = _fit(block, width, Twips(round(writing.base.page.text_height * 0.8)))
    identifier = writing.drawing_id()
    if writing.static:
        # LibreOffice draws the SVG itself, sharp at any size, and the watermark of a draft goes on below it.
        svg = without_ground(block.svg) if writing.document.draft else block.svg
        content = (BLANK, "png") if writing.probe else (svg.encode("utf-8"), "svg")
        drawing = picture(identifier, f"Gambar {identifier}", block.alt, writing.package.picture(*content), size)
    else:
        dots, vector = _drawn(writing, block.svg, size)
        drawing = picture(identifier, f"Gambar {identifier}", block.alt, dots, size, vector)
    made = [xml.paragraph(writing.style("Gambar"), xml.run(drawing))]
    if block.caption is not None:
        made.append(caption(writing, block.id, block.caption, style="Judul Gambar"))
    made.append(source_line(writing, block.source, xml.centred()))
    return made


def logo(writing: Writing, content: bytes, alt: str) -> str:
    """The run of the cover's logo, PNG or JPEG, at most 3.2 cm high and 5 cm wide."""
    extension = "png" if content.startswith(PNG) else "jpeg"
    width, height = picture_size(content) or (1, 1)
    scale = min(drawing_cm(3.2) / height, drawing_cm(5) / width)
    size = (Emu(round(width * scale)), Emu(round(height * scale)))
    identifier = writing.drawing_id()
    return xml.run(picture(identifier, "Logo", alt, writing.package.picture(content, extension), size))


def logo_slot(writing: Writing) -> str:
    """The run that stands for a coat of arms that is not there yet."""
    size = (drawing_cm(2.6), drawing_cm(3.2))
    identifier = writing.drawing_id()
    if writing.probe:
        return xml.run(picture(identifier, "Logo", _SLOT_WORDS, writing.package.picture(BLANK, "png"), size))
    dots, vector = _drawn(writing, _SLOT, size)
    return xml.run(picture(identifier, "Logo", _SLOT_WORDS, dots, size, vector))


def _drawn(writing: Writing, svg: str, size: tuple[Emu, Emu]) -> tuple[str, str]:
    """The relations of a drawing: as dots for readers that do not know SVG, and as it is."""
    dots = writing.package.picture(bitmap(svg, round(size[0] / 914_400 * _DPI)), "png")
    return dots, writing.package.picture(svg.encode("utf-8"), "svg")


def _fit(block: Figure, width: Twips, height: Twips) -> tuple[Emu, Emu]:
    """As wide as asked for, but neither wider than the text nor higher than most of a page."""
    found = _VIEW_BOX.search(block.svg) or _SIZE.search(block.svg)
    across, down = (float(found[1]), float(found[2])) if found else (4.0, 3.0)
    if not across or not down:
        raise ValueError(f"figure {block.id}: the drawing has no size")
    wide = min(drawing_cm(block.width_cm), to_emu(width), round(to_emu(height) * across / down))
    return Emu(wide), Emu(round(wide * down / across))
