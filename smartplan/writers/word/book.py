"""The walk over a document's blocks: one list of paragraphs and tables, cut into sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.book.blocks import (
    Block,
    Callout,
    Contents,
    Figure,
    Heading,
    ListBlock,
    ListOfFigures,
    ListOfTables,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
    plain_text,
)
from smartplan.writers.word import front
from smartplan.writers.word.figures import drawing
from smartplan.writers.word.sections import Sections
from smartplan.writers.word.state import LANDSCAPE_WIDTH, PORTRAIT_WIDTH, Entry
from smartplan.writers.word.tables import box, table
from smartplan.writers.word.text import labelled, runs
from smartplan.writers.word.xml import bookmark, field, hidden_field, paragraph, run, simple_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.writers.word.state import State

__all__ = ["Body"]

_STYLES: Final = {
    "body": "BodyText",
    "center": "Tengah",
    "right": "Kanan",
    "note": "Catatan",
    "quote": "Quote",
    "lead": "Pembuka",
}
_LIST: Final = "\0daftar:"


class Body:
    """Writes front matter, body and back matter; ``text()`` is the inside of ``w:body``."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._sections = Sections(state)
        self._out: list[str] = []
        self._first_chapter = True
        self._continued = False
        self._in_front = True
        self._nesting = 0

    def text(self) -> str:
        document = self._state.document
        self._out += front.cover(self._state)
        self._end_section(self._sections.cover())
        self._out += front.inner_title(self._state)
        self._blocks(document.front)
        if document.body or document.back:
            self._end_section(self._sections.front())
            self._in_front = False
            self._chapters((*document.body, *document.back))
            last = self._sections.chapter(is_first=self._first_chapter, continued=self._continued)
        else:
            last = self._sections.front()
        self._fill_lists()
        if self._out[-1].startswith("<w:tbl>"):
            self._out.append(paragraph("Rapat", ""))
        return "".join(self._out) + last

    def _chapters(self, blocks: Iterable[Block]) -> None:
        started = False
        for block in blocks:
            if isinstance(block, Heading) and block.level == 1:
                if started:
                    self._close_chapter()
                started = True
                self._continued = False
            self._block(block)

    def _close_chapter(self) -> None:
        self._end_section(self._sections.chapter(is_first=self._first_chapter, continued=self._continued))
        self._first_chapter = False

    def _end_section(self, properties: str) -> None:
        """The last paragraph carries the section; after a table a small one is added for it."""
        if not self._out or not self._out[-1].startswith("<w:p>"):
            self._out.append(paragraph("Rapat", ""))
        self._out[-1] = self._out[-1].replace("</w:pPr>", f"{properties}</w:pPr>", 1)

    def _blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Paragraph):
            content = self._state.anchor(block.key, block.pieces, runs(block.pieces, self._state))
            self._out.append(paragraph(_STYLES[block.style], content))
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Figure):
            self._figure(block)
        elif isinstance(block, ListBlock):
            self._list(block, 0)
        elif isinstance(block, Callout):
            self._callout(block)
        elif isinstance(block, Signatures):
            self._signatures(block)
        elif isinstance(block, PageBreak):
            self._out.append(paragraph("Rapat", '<w:r><w:br w:type="page"/></w:r>'))
        else:
            self._front_list(block)

    def _heading(self, block: Heading) -> None:
        state = self._state
        state.enter(block)
        label = state.labels[block.id]
        title = plain_text(block.pieces)
        name = f"_Toc{1001 + len(state.entries)}"
        words = runs(block.pieces, state)
        number = label.number
        if block.level == 1 and label.kind == "bab":
            style, lead = "Heading1", "<w:r><w:br/></w:r>"
            tail = hidden_field("SEQ Bab \\h")
            number = label.text
        elif block.level == 1 and label.kind == "lampiran":
            style, lead, tail, number = "JudulLampiran", run(f"{label.text}\n"), "", label.text
        elif block.level == 1:
            style, lead, tail = "JudulDepan", "", ""
        else:
            numbered = block.numbered and state.chapter_kind == "bab"
            style = f"Heading{block.level}" if numbered else f"Subjudul{block.level}"
            lead = tail = ""
            number = number if numbered else ""
        inner = bookmark(name, state.next_bookmark(), f"{lead}{words}")
        self._out.append(paragraph(style, f"{labelled(block.id, state, inner)}{tail}"))
        state.entries.append(Entry("judul", block.level, number, title, name, self._in_front))

    def _caption(self, kind: str, block: Table | Figure) -> str:
        """``Tabel 2.1`` with fields, then the words; the number is the cached result."""
        state = self._state
        assert block.caption is not None
        label = state.labels[block.id]
        name = f"_Toc{1001 + len(state.entries)}"
        ordinal = label.number.rpartition(".")[2]
        if state.chapter_kind == "bab":
            chapter = field("SEQ Bab \\c", label.number.partition(".")[0])
            within = field(f"SEQ {kind} \\* ARABIC \\s 1", ordinal)
            number = f"{chapter}{run('.')}{within}"
        else:
            seen = state.tables_in_annex.get(kind, 0)
            state.tables_in_annex[kind] = seen + 1
            prefix = label.number.rpartition(".")[0]
            again = "\\r 1 " if seen == 0 else ""
            counter = field(f"SEQ {kind} \\* ARABIC {again}".strip(), ordinal)
            number = f"{run(f'{prefix}.') if prefix else ''}{counter}"
        marked = labelled(block.id, state, f"{run(f'{kind} ')}{number}")
        words = f"{marked}{run('  ')}{runs(block.caption, state)}"
        title = plain_text(block.caption)
        state.entries.append(Entry(kind.lower(), 1, label.text, title, name, self._in_front))
        return bookmark(name, state.next_bookmark(), words)

    def _table(self, block: Table) -> None:
        wide = block.landscape and not self._in_front and self._nesting == 0
        if wide:
            self._close_part()
        if block.caption is not None:
            self._out.append(paragraph("KeteranganTabel", self._caption("Tabel", block)))
        elif self._out and self._out[-1].startswith("<w:tbl>"):
            self._out.append(paragraph("Rapat", ""))
        self._out.append(table(block, self._state, LANDSCAPE_WIDTH if wide else PORTRAIT_WIDTH))
        if block.source is not None:
            self._out.append(paragraph("Sumber", f"{run('Sumber: ')}{runs(block.source, self._state)}"))
        else:
            self._out.append(paragraph("Rapat", ""))
        if wide:
            self._end_section(self._sections.landscape(is_first=self._first_chapter))
            self._first_chapter = False
            self._continued = True

    def _close_part(self) -> None:
        """End the portrait pages before a wide table, unless the chapter has none yet beside the table before."""
        if self._out and "<w:sectPr>" in self._out[-1]:
            return
        self._end_section(self._sections.chapter(is_first=self._first_chapter, continued=self._continued))
        self._first_chapter = False

    def _figure(self, block: Figure) -> None:
        self._out.append(paragraph("Gambar", drawing(block.svg, block.alt, block.width_cm, self._state)))
        if block.caption is not None:
            self._out.append(paragraph("KeteranganGambar", self._caption("Gambar", block)))
        if block.source is not None:
            self._out.append(paragraph("Sumber", f"{run('Sumber: ')}{runs(block.source, self._state)}"))

    def _list(self, block: ListBlock, level: int) -> None:
        state = self._state
        number = f"{state.next_list()}" if block.ordered else ""
        for position, item in enumerate(block.items):
            for place, inner in enumerate(item):
                if isinstance(inner, ListBlock):
                    self._list(inner, level + 1)
                    continue
                pieces = inner.pieces if isinstance(inner, Paragraph) else ()
                content = state.anchor(inner.key if isinstance(inner, Paragraph) else None, pieces, runs(pieces, state))
                mark = f"{block.start + position}." if number else "•"
                lead = f"{run(mark)}<w:r><w:tab/></w:r>" if place == 0 else "<w:r><w:tab/></w:r>"
                left = 425 + 425 * level
                indent = (
                    f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs><w:ind w:left="{left}" w:hanging="425"/>'
                )
                self._out.append(paragraph("DaftarButir", f"{lead}{content}", indent))

    def _callout(self, block: Callout) -> None:
        before, self._out = self._out, []
        self._nesting += 1
        self._blocks(block.blocks)
        self._nesting -= 1
        inside, self._out = self._out, before
        title = paragraph("JudulKotak", runs(block.title, self._state)) if block.title else ""
        body = "".join(part.replace('w:val="BodyText"', 'w:val="IsiKotak"', 1) for part in inside)
        if self._out and self._out[-1].startswith("<w:tbl>"):
            self._out.append(paragraph("Rapat", ""))
        self._out.append(box(title, body or paragraph("IsiKotak", ""), block.kind, PORTRAIT_WIDTH))
        self._out.append(paragraph("Rapat", ""))

    def _signatures(self, block: Signatures) -> None:
        state = self._state
        count = max(len(block.signers), 2)
        width = PORTRAIT_WIDTH // count
        cells = ["" for _ in range(count - len(block.signers))]
        for signer in block.signers:
            lines = [paragraph("TandaTangan", runs(line, state)) for line in signer.above]
            lines.append(paragraph("RuangTandaTangan", ""))
            lines.append(paragraph("TandaTangan", runs(signer.name, state, "<w:b/>")))
            lines += [paragraph("TandaTangan", runs(line, state)) for line in signer.below]
            cells.append("".join(lines))
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for _ in cells)
        written = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell or paragraph("TandaTangan", "")}</w:tc>'
            for cell in cells
        )
        self._out.append(
            f'<w:tbl><w:tblPr><w:tblW w:w="{width * count}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{written}</w:tr></w:tbl>"
        )
        self._out.append(paragraph("Rapat", ""))

    def _front_list(self, block: Contents | ListOfTables | ListOfFigures) -> None:
        """The lists stand before what they list, so only their place is kept until all is known."""
        self._out.append(simple_text("JudulDaftar", block.title))
        kind = {Contents: "isi", ListOfTables: "Tabel", ListOfFigures: "Gambar"}[type(block)]
        self._out.append(f"{_LIST}{kind}")

    def _fill_lists(self) -> None:
        filled: list[str] = []
        for part in self._out:
            if not part.startswith(_LIST):
                filled.append(part)
                continue
            kind = part.removeprefix(_LIST)
            entries = self._state.entries
            lines = front.contents(entries, self._state) if kind == "isi" else front.listing(kind, entries, self._state)
            filled += lines
        self._out = filled
