"""Sections: which pages lie how, what stands above and below the text, and where page numbers start."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from smartplan.writers.word import xml
from smartplan.writers.word.drawing import watermark
from smartplan.writers.word.package import OFFICE
from smartplan.writers.word.units import Twips

if TYPE_CHECKING:
    from smartplan.writers.word.base import Page
    from smartplan.writers.word.writing import Writing

__all__ = ["Body", "Kind", "Sections"]

Kind: TypeAlias = Literal[
    "cover", "front", "first", "chapter", "rest", "landscape", "first landscape", "chapter landscape", "letter"
]

WATERMARK: Final = "KONSEP"
FICTIONAL: Final = "Daerah rekaan: semua isi buku ini fiktif, hanya contoh"
FICTIONAL_LETTER: Final = "Daerah rekaan: semua isi naskah ini fiktif, hanya contoh"
_STYLED: Final = re.compile(r"<w:pStyle [^>]*/>")
_GRID_END: Final = "</w:tblGrid>"
_NO_RULES: Final = '<w:insideH w:val="nil"/>'
_HAIR: Final = Twips(20)
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."


class Body:
    """The body's paragraphs and tables in order."""

    def __init__(self, gap_style: str) -> None:
        self._gap_style = gap_style
        self._items: list[str] = []
        self._start = 0

    def add(self, *items: str) -> None:
        self._items += items

    def keep_last(self) -> None:
        """The last paragraph goes with what follows, as the last words of a letter with its signature."""
        last = self._items[-1] if not self.section_is_empty else ""
        if last.startswith("<w:p>") and "<w:keepNext/>" not in last:
            self._items[-1] = _STYLED.sub(r"\g<0><w:keepNext/>", last, count=1)
            before = self._items[-2:-1]
            if len(self._items) - self._start > 1 and before[0].startswith("<w:tbl>"):
                self._items[-2:-1] = self._last_row_apart(before[0])

    def _last_row_apart(self, table: str) -> list[str]:
        """A table whose last row is kept with what follows, that row as a table of its own: LibreOffice keeps whole
        tables only."""
        row, head = table.rindex("<w:tr>"), table.index(_GRID_END) + len(_GRID_END)
        if (
            row == head
            or "<w:keepNext/>" not in table[row:]
            or table.count("<w:tbl>") > 1
            or _NO_RULES not in table[:head]
        ):
            return [table]
        hair = xml.paragraph(self._gap_style, "", xml.space(exactly=_HAIR))
        return [f"{table[:row]}</w:tbl>", hair, f"{table[:head]}{table[row:]}"]

    @property
    def section_is_empty(self) -> bool:
        return len(self._items) == self._start

    def end_section(self, properties: str) -> None:
        """Give the section's mark to its last paragraph; after a table or a list of contents to one of its own, for
        LibreOffice loses a mark that stands inside the field of the list."""
        self._shrink_gap()
        last = self._items[-1] if not self.section_is_empty else ""
        if last.startswith("<w:p>") and not last.endswith(f"</w:pPr>{xml.field_end()}</w:p>"):
            self._items[-1] = last.replace("</w:pPr>", f"{properties}</w:pPr>", 1)
        else:
            self._items.append(xml.paragraph(self._gap_style, "", properties))
        self._start = len(self._items)

    def _shrink_gap(self) -> None:
        """The gap below a last table gets no height to speak of: after a full page it would fill one of its own."""
        if not self.section_is_empty and self._items[-1] == xml.paragraph(self._gap_style, ""):
            self._items[-1] = xml.paragraph(self._gap_style, "", xml.space(exactly=_HAIR))

    @property
    def items(self) -> tuple[str, ...]:
        """All of it, when nothing is added any more."""
        self._shrink_gap()
        return tuple(self._items)


class Sections:
    """Makes the headers and footers once, and each section's properties."""

    _references: dict[Kind, str]

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._page = writing.base.page
        self._turned = self._page.turned()
        self._count = 0
        if writing.document.layout == "letter":
            self._references = self._of_letters()
            return
        head, foot = self._own_lines(writing.base.header, "header"), self._own_lines(writing.base.footer, "footer")
        cover = self._part("header", self._bare_header())
        bare = self._part("header", head + self._bare_header()) if head else cover
        running = self._part("header", head + self._running_header(self._page.text_width))
        wide = self._part("header", head + self._running_header(self._turned.text_width))
        blank = xml.paragraph(writing.style("footer"), "")
        of_cover = self._part("footer", blank)
        empty = self._part("footer", foot) if foot else of_cover
        number = self._part("footer", foot + self._page_number())
        opening = _references(header=running, footer=empty, first_header=bare, first_footer=number)
        turned_opening = _references(header=wide, footer=empty, first_header=bare, first_footer=number)
        self._references = {
            "cover": _references(header=cover, footer=of_cover),
            "front": _references(header=bare, footer=number, first_header=bare, first_footer=empty),
            "first": opening,
            "chapter": opening,
            "rest": _references(header=running, footer=empty),
            "landscape": _references(header=wide, footer=empty),
            "first landscape": turned_opening,
            "chapter landscape": turned_opening,
        }

    def _of_letters(self) -> dict[Kind, str]:
        """The first page of a letter has no number, the others have it above the text."""
        bare = self._part("header", self._bare_header())
        number = xml.paragraph(
            self._writing.style("header"),
            xml.run(xml.text("- ")) + xml.complex_field("PAGE", "2") + xml.run(xml.text(" -")),
            xml.centred(),
        )
        numbered = self._part("header", self._notes() + number)
        empty = self._part("footer", xml.paragraph(self._writing.style("footer"), ""))
        following = _references(header=numbered, footer=empty)
        return {
            "letter": _references(header=numbered, footer=empty, first_header=bare, first_footer=empty),
            "rest": following,
            "landscape": following,
        }

    def properties(self, kind: Kind) -> str:
        """The ``w:sectPr`` of a section of this kind."""
        opening = kind.removesuffix(" landscape")
        page = self._turned if kind.endswith("landscape") else self._page
        numbers = {"front": "lowerRoman", "first": "decimal", "letter": "decimal"}.get(opening, "")
        return xml.section_properties(
            references=self._references[kind],
            size=(page.width, page.height),
            margins=(page.top, page.right, page.bottom, page.left),
            distances=(page.header, page.footer),
            numbers=numbers,
            start=1 if numbers else None,
            first_differs=opening in ("front", "first", "chapter", "letter"),
        )

    def width(self, *, landscape: bool) -> Twips:
        page: Page = self._turned if landscape else self._page
        return page.text_width

    def _part(self, kind: Literal["header", "footer"], inside: str) -> str:
        """Adds a header or footer; gives its relation id."""
        self._count += 1
        name = f"{kind}-sp{self._count}.xml"
        tag = "hdr" if kind == "header" else "ftr"
        content = f"{xml.DECLARATION}<w:{tag} {xml.NAMESPACES}>{inside}</w:{tag}>"
        self._writing.package.add(f"word/{name}", content, f"{_WORD}{kind}+xml")
        return self._writing.package.relate(f"{OFFICE}/{kind}", name)

    def _own_lines(self, lines: tuple[str, ...], style: str) -> str:
        """Words that the base has on its pages, above or below ours."""
        return "".join(xml.paragraph(self._writing.style(style), xml.run(xml.text(line))) for line in lines)

    def _page_number(self) -> str:
        return xml.paragraph(self._writing.style("footer"), xml.complex_field("PAGE", "1"), xml.centred())

    def _bare_header(self) -> str:
        """Nothing but the notes that every page carries."""
        return self._notes() or xml.paragraph(self._writing.style("header"), "")

    def _running_header(self, width: Twips) -> str:
        book = self._writing.document
        words = " · ".join(part for part in (book.label, book.title, book.region) if part)
        inside = xml.run(xml.text(words)) + xml.run(xml.tab()) + xml.complex_field("PAGE", "1")
        stops = xml.right_tab(width, instead_of=self._page.text_width)
        return self._notes() + xml.paragraph(self._writing.style("Kepala Berjalan"), inside, stops)

    def _notes(self) -> str:
        """The watermark of a draft and the note on a made-up region, in a paragraph of their own."""
        book = self._writing.document
        if not book.draft and not book.fictional:
            return ""
        # The watermark takes no room, only time to lay out.
        marked = book.draft and not self._writing.probe
        marks = xml.run(watermark(WATERMARK, self._count + 1)) if marked else ""
        words = FICTIONAL_LETTER if book.layout == "letter" else FICTIONAL
        note = xml.run(xml.text(words)) if book.fictional else ""
        return xml.paragraph(self._writing.style("Catatan Rekaan"), marks + note)


def _references(*, header: str, footer: str, first_header: str = "", first_footer: str = "") -> str:
    made = ""
    for kind, of_first, of_all in (("header", first_header, header), ("footer", first_footer, footer)):
        made += f'<w:{kind}Reference w:type="default" r:id="{of_all}"/>'
        made += f'<w:{kind}Reference w:type="first" r:id="{of_first}"/>' if of_first else ""
    return made
