"""The cover and the inner title page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.writers.word import xml
from smartplan.writers.word.colors import NAVY, words_on
from smartplan.writers.word.figures import logo, logo_slot
from smartplan.writers.word.units import Twips, points
from smartplan.writers.word.widths import share

if TYPE_CHECKING:
    from smartplan.writers.word.writing import Writing

__all__ = ["cover", "inner_title"]

_BAND: Final = points(270)  # least height of the navy band
_FULL_HEIGHT: Final = 13436  # twips, of the text on A4 with margins of 3 cm
_STRIP: Final = points(34)
_PLAIN_STRIP: Final = ("1F3864", "C9A227", "1F3864")


def cover(writing: Writing) -> list[str]:
    """Logo (a draft without one shows where it goes), region, the navy band with label and title, a strip in the
    dimensions' colours, office and year."""
    book = writing.document
    page = writing.base.page
    picture = logo(writing, book.logo, f"Lambang {book.region}") if book.logo else ""
    if book.draft and not picture:
        picture = logo_slot(writing)
    top = points(12) if picture else points(96)
    # On a sheet lower than A4 the gaps give way, or office and year would fall on a page of their own.
    short = max(0, _FULL_HEIGHT - page.text_height)
    low = points(110) if not short else Twips(max(points(10), points(80) - short))
    return [
        xml.paragraph(writing.style("Sampul Logo"), picture, xml.space(before=top)),
        _line(writing, "Sampul Daerah", book.region),
        xml.paragraph(writing.style("Jarak"), "", xml.space(before=points(46))),
        _band(writing, page.width, page.left, page.right),
        # Two tables in a row would melt into one; this hairline paragraph keeps them apart.
        xml.paragraph(writing.style("Jarak"), "", xml.space(exactly=points(1))),
        _strip(writing, page.width, page.left),
        xml.paragraph(writing.style("Jarak"), "", xml.space(before=low)),
        _line(writing, "Sampul Kantor", book.office),
        _line(writing, "Sampul Tahun", book.year),
    ]


def inner_title(writing: Writing) -> list[str]:
    """The title once more, in the text's width, on paper white."""
    book = writing.document
    made = [xml.paragraph(writing.style("Jarak"), "", xml.space(before=points(130)))]
    made += [_line(writing, "Dalam Label", book.label)] if book.label else []
    made.append(_line(writing, "Title", book.title))
    made += [_line(writing, "Subtitle", text) for text in (book.subtitle, book.region) if text]
    made.append(xml.paragraph(writing.style("Jarak"), "", xml.space(before=points(180))))
    return [*made, _line(writing, "Sampul Kantor", book.office), _line(writing, "Sampul Tahun", book.year)]


def _line(writing: Writing, style: str, words: str) -> str:
    return xml.paragraph(writing.style(style), xml.run(xml.text(words)))


def _band(writing: Writing, width: Twips, left: Twips, right: Twips) -> str:
    """The title's table, one cell over the whole sheet, its words within the margins."""
    book = writing.document
    lines = [("Sampul Label", book.label), ("Sampul Judul", book.title), ("Sampul Subjudul", book.subtitle)]
    inside = "".join(_line(writing, style, words) for style, words in lines if words)
    properties = xml.cell_properties(width, more=xml.shading(NAVY) + xml.vertical_centre())
    rows = [xml.row(xml.cell(properties, inside), height=_BAND)]
    return xml.table([width], rows, indent=-left, margins=(227, left, 227, right), title=book.title)


def _strip(writing: Writing, width: Twips, left: Twips) -> str:
    """One cell for each dimension, named and in its colour; plain where the book has none."""
    swatches = writing.document.palette
    cells = [(swatch.ribbon, swatch.name) for swatch in swatches] or [(color, "") for color in _PLAIN_STRIP]
    widths = share([1] * len(cells), width)
    made = ""
    for (fill, name), wide in zip(cells, widths, strict=True):
        color = words_on(fill) or "000000"
        inside = xml.run(xml.text(name), f'<w:color w:val="{color}"/>') if name else ""
        properties = xml.cell_properties(wide, more=xml.shading(fill) + xml.vertical_centre())
        made += xml.cell(properties, xml.paragraph(writing.style("Sampul Pita"), inside))
    return xml.table(widths, [xml.row(made, height=_STRIP)], indent=-left, margins=(57, 57, 57, 57))
