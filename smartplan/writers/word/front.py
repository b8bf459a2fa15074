"""Cover, inner title page, contents and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.writers.word.figures import picture
from smartplan.writers.word.state import PORTRAIT_WIDTH
from smartplan.writers.word.xml import field, hyperlink, paragraph, run, simple_text, tab

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartplan.writers.word.state import Entry, State

__all__ = ["contents", "cover", "inner_title", "listing"]

_NAVY: Final = "1F3864"


def cover(state: State) -> list[str]:
    """Logo, region, a navy plate with label and title, a strip of the dimensions' colours, office and year."""
    document = state.document
    parts = [_logo(state), simple_text("SampulDaerah", document.region.upper())]
    label = simple_text("SampulLabel", document.label) if document.label else ""
    plate = f"{label}{simple_text('SampulJudul', document.title)}"
    if document.subtitle:
        plate += simple_text("SampulLabel", document.subtitle)
    parts.append(_plate(plate))
    parts.append(paragraph("Rapat", ""))
    if state.document.palette:
        parts.append(_strip(state))
    parts.append(simple_text("SampulKaki", document.office))
    parts.append(simple_text("SampulTahun", document.year))
    return parts


def inner_title(state: State) -> list[str]:
    document = state.document
    return [
        simple_text("DalamLabel", document.label),
        simple_text("DalamJudul", document.title.upper()),
        simple_text("DalamDaerah", document.region),
        simple_text("DalamKaki", f"{document.office}\n{document.year}"),
    ]


def contents(entries: list[Entry], state: State) -> list[str]:
    """The table of contents as a real field whose result is written."""
    rows = [entry for entry in entries if entry.kind == "judul"]
    return _field_lines('TOC \\o "1-3" \\h \\z \\u', rows, state, lambda entry: f"TOC{entry.level}")


def listing(kind: str, entries: list[Entry], state: State) -> list[str]:
    """The list of tables ("Tabel") or figures ("Gambar")."""
    rows = [entry for entry in entries if entry.kind == kind.lower()]
    return _field_lines(f'TOC \\h \\z \\c "{kind}"', rows, state, lambda _: "TableofFigures")


def _field_lines(instruction: str, rows: list[Entry], state: State, style_of: Callable[[Entry], str]) -> list[str]:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction.replace(chr(34), "&quot;")} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    if not rows:
        return [paragraph("TOC2", f"{begin}{run('Tidak ada.')}{end}")]
    lines = []
    for number, entry in enumerate(rows):
        page = field(f"PAGEREF {entry.name} \\h", state.pages.get(entry.name, ""))
        label = f"{run(entry.number)}{tab()}" if entry.number else ""
        link = hyperlink(f"{label}{run(entry.title)}{tab()}{page}", anchor=entry.name)
        lines.append(paragraph(style_of(entry), f"{begin if number == 0 else ''}{link}"))
    lines.append(paragraph("Rapat", end))
    return lines


def _logo(state: State) -> str:
    logo = state.document.logo
    if logo is None:
        return paragraph("SampulLogo", "")
    kind = "png" if logo.startswith(b"\x89PNG") else "jpeg"
    state.package.add(f"word/media/lambang.{kind}", logo)
    relation = state.package.relate("word/document.xml", "image", f"media/lambang.{kind}")
    return paragraph("SampulLogo", picture(relation, f"Lambang {state.document.region}", 3.2, 3.6, state))


def _plate(inside: str) -> str:
    return _table([(PORTRAIT_WIDTH, _NAVY, inside)], margins=420)


def _strip(state: State) -> str:
    palette = state.document.palette
    width = PORTRAIT_WIDTH // len(palette)
    cells = [(width, swatch.ribbon, simple_text("SampulPita", swatch.name)) for swatch in palette]
    return _table(cells, margins=60)


def _table(cells: list[tuple[int, str, str]], margins: int) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width, _, _ in cells)
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
        f'<w:vAlign w:val="center"/></w:tcPr>{inside}</w:tc>'
        for width, fill, inside in cells
    )
    total = sum(width for width, _, _ in cells)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:top w:w="{margins}" w:type="dxa"/><w:left w:w="{min(margins, 200)}" w:type="dxa"/>'
        f'<w:bottom w:w="{margins}" w:type="dxa"/><w:right w:w="{min(margins, 200)}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr>{written}</w:tr></w:tbl>"
    )
