"""The head of a letter: who writes, with the logo where there is one, above a double rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.writers.word import xml
from smartplan.writers.word.figures import logo
from smartplan.writers.word.units import Twips, cm

if TYPE_CHECKING:
    from smartplan.writers.word.writing import Writing

__all__ = ["letterhead"]

_LOGO_WIDTH: Final = cm(3)
_RULE: Final = '<w:pBdr><w:bottom w:val="thinThickSmallGap" w:sz="18" w:space="1" w:color="auto"/></w:pBdr>'
_BLACK: Final = '<w:color w:val="000000"/>'


def letterhead(writing: Writing) -> list[str]:
    """Government and office in capitals, centred; the logo stands left of them."""
    book = writing.document
    lines = [
        xml.paragraph(writing.style("Sampul Kantor"), xml.run(xml.text(words.upper()), _BLACK))
        for words in (book.office, book.subtitle)
        if words
    ]
    rule = xml.paragraph(writing.style("Jarak"), "", _RULE)
    gap = xml.paragraph(writing.style("Jarak"), "")
    if not book.logo:
        return [*lines, rule, gap]
    width = writing.base.page.text_width
    picture = xml.paragraph(writing.style("Sampul Logo"), logo(writing, book.logo, f"Lambang {book.region}"))
    widths = [_LOGO_WIDTH, Twips(width - _LOGO_WIDTH)]
    cells = xml.cell(xml.cell_properties(widths[0], more=xml.vertical_centre()), picture)
    cells += xml.cell(xml.cell_properties(widths[1], more=xml.vertical_centre()), "".join(lines))
    return [xml.table(widths, [xml.row(cells)], borders=xml.no_borders(), title=book.office), rule, gap]
