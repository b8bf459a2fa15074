"""The head of a letter: who writes, with the coat of arms where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.writers.word import xml
from smartplan.writers.word.figures import logo
from smartplan.writers.word.units import Twips, cm

if TYPE_CHECKING:
    from smartplan.book.blocks import LetterHead
    from smartplan.writers.word.writing import Writing

__all__ = ["letterhead"]

_LOGO_WIDTH: Final = cm(3)
_RULE: Final = '<w:pBdr><w:bottom w:val="thinThickSmallGap" w:sz="18" w:space="1" w:color="auto"/></w:pBdr>'
_SLOT: Final = "(lambang)"


def letterhead(writing: Writing, head: LetterHead) -> list[str]:
    """The paragraphs and tables of the head; nothing for a letter without one."""
    gap = xml.paragraph(writing.style("Jarak"), "")
    match head.kind:
        case "office":
            return [*_office(writing, head), xml.paragraph(writing.style("Jarak"), "", _RULE), gap]
        case "leader":
            return [_arms(writing, head.logo), *_lines(writing, head), gap]
        case "pair":
            return [*_pair(writing, head), gap]
        case "none":
            return []


def _lines(writing: Writing, head: LetterHead) -> list[str]:
    """The first two in capitals and bold in their own sizes, the others as they are."""
    made = []
    for at, words in enumerate(head.lines):
        look = '<w:color w:val="000000"/>'
        if at < len(head.sizes):
            size = round(head.sizes[at] * 2)
            look += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
            made.append(xml.paragraph(writing.style("Sampul Kantor"), xml.run(xml.text(words.upper()), look), _TIGHT))
        else:
            made.append(xml.paragraph(writing.style("Jarak"), xml.run(xml.text(words), _SMALL), xml.centred()))
    return made


_TIGHT: Final = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
_SMALL: Final = '<w:sz w:val="18"/><w:szCs w:val="18"/>'


def _office(writing: Writing, head: LetterHead) -> list[str]:
    """The lines centred; the logo stands left of them where there is one."""
    lines = _lines(writing, head)
    if not head.logo and not writing.document.draft:
        return lines
    widths = [_LOGO_WIDTH, Twips(writing.base.page.text_width - _LOGO_WIDTH)]
    return [_beside(widths, (_arms(writing, head.logo), "".join(lines)), head.lines[0] if head.lines else "")]


def _pair(writing: Writing, head: LetterHead) -> list[str]:
    """The logos of the two parties at the two sides, the lines between them."""
    middle = "".join(_lines(writing, head)) or xml.paragraph(writing.style("Jarak"), "")
    widths = [_LOGO_WIDTH, Twips(writing.base.page.text_width - 2 * _LOGO_WIDTH), _LOGO_WIDTH]
    cells = (_arms(writing, head.logo), middle, _arms(writing, head.second_logo))
    return [_beside(widths, cells, "Lambang para pihak")]


def _beside(widths: list[Twips], contents: tuple[str, ...], title: str) -> str:
    cells = "".join(
        xml.cell(xml.cell_properties(width, more=xml.vertical_centre()), content)
        for width, content in zip(widths, contents, strict=True)
    )
    return xml.table(widths, [xml.row(cells)], borders=xml.no_borders(), title=title)


def _arms(writing: Writing, content: bytes | None) -> str:
    """The coat of arms, or the words that say where it goes."""
    inside = logo(writing, content, f"Lambang {writing.document.region}") if content else ""
    inside = inside or xml.run(xml.text(_SLOT), '<w:color w:val="808080"/>' + _SMALL)
    return xml.paragraph(writing.style("Sampul Logo"), inside)
