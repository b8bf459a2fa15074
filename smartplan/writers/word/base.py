"""The base document: its parts, the ids behind its style names, its lists and its page."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from smartplan.resources import find
from smartplan.writers.word.faults import BaseFault
from smartplan.writers.word.units import Twips, cm
from smartplan.writers.word.unpacking import unpack

__all__ = ["Base", "BaseFault", "Level", "Page", "read_base"]

_STYLE: Final = re.compile(r"<w:style\b([^>]*)>(.*?)</w:style>", re.DOTALL)
_STYLE_ID: Final = re.compile(r'w:styleId="([^"]+)"')
_NAME: Final = re.compile(r'<w:name w:val="([^"]+)"')
_LEFT_TAB: Final = re.compile(r'<w:tab w:val="left" w:pos="(\d+)"')
_NUM_ID: Final = re.compile(r'<w:numId w:val="(\d+)"')
_LEVEL: Final = re.compile(r"<w:lvl\b[^>]*>(.*?)</w:lvl>", re.DOTALL)
_LEVEL_STYLE: Final = re.compile(r'<w:pStyle w:val="([^"]+)"')
_LEVEL_INDENT: Final = re.compile(r"<w:ind\b[^>]*/>")
_LEVEL_LOOK: Final = re.compile(r"<w:rPr>(.*?)</w:rPr>", re.DOTALL)
_NUM: Final = re.compile(r'<w:num w:numId="(\d+)"[^>]*>\s*<w:abstractNumId w:val="(\d+)"')
_PAGE_SIZE: Final = re.compile(r"<w:pgSz\b[^>]*>")
_PAGE_MARGINS: Final = re.compile(r"<w:pgMar\b[^>]*>")


class Page(NamedTuple):
    """A sheet and its margins."""

    width: Twips
    height: Twips
    top: Twips
    right: Twips
    bottom: Twips
    left: Twips
    header: Twips
    footer: Twips

    @property
    def text_width(self) -> Twips:
        return Twips(self.width - self.left - self.right)

    @property
    def text_height(self) -> Twips:
        return Twips(self.height - self.top - self.bottom)

    def turned(self) -> Page:
        """The sheet on its side: the binding edge, left before, is now at the top."""
        return Page(
            width=self.height,
            height=self.width,
            top=self.left,
            right=self.top,
            bottom=self.right,
            left=self.bottom,
            header=self.header,
            footer=self.footer,
        )


class Level(NamedTuple):
    """How a list sets its paragraphs: the inside of ``w:rPr`` of the number, and ``w:ind`` of the paragraph."""

    look: str
    indent: str


class Base(NamedTuple):
    """``styles`` and what follows go by the style's name: Word keeps names when it translates ids. ``levels``: style
    id -> the level of the list that belongs to it."""

    parts: dict[str, bytes]
    styles: dict[str, str]
    style_numbers: dict[str, int]
    left_tabs: dict[str, int]
    abstract_numbers: dict[int, int]
    levels: dict[str, Level]
    page: Page
    header: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def style(self, name: str) -> str:
        """The id of the style called ``name``; Word writes names of its own styles in any case."""
        try:
            return self.styles[name.lower()]
        except KeyError:
            raise BaseFault(f"gaya “{name}” tidak ada di templat Word") from None

    def left_tab(self, name: str) -> int | None:
        """The first left tab stop of the style called ``name``, in twips."""
        return self.left_tabs.get(name.lower())

    def level(self, name: str) -> Level:
        """How the list of the style called ``name`` sets its paragraphs; plain where no level names the style."""
        return self.levels.get(self.style(name), Level("", ""))

    def number(self, name: str) -> int:
        """The list (``w:numId``) that the style called ``name`` belongs to."""
        self.style(name)
        try:
            return self.style_numbers[name.lower()]
        except KeyError:
            raise BaseFault(f"gaya “{name}” di templat Word tidak terhubung ke daftar bernomor") from None

    def abstract(self, name: str) -> int:
        """The shape (``w:abstractNumId``) of that list."""
        number = self.number(name)
        try:
            return self.abstract_numbers[number]
        except KeyError:
            raise BaseFault(f"daftar bernomor gaya “{name}” di templat Word tidak ada") from None


@lru_cache(maxsize=4)
def read_base(data: bytes) -> Base:
    """A base other than the one that we ship is completed from ours; ``notes`` tell of it.

    Raises BaseFault when ``data`` is no plain Word document that can be read.
    """
    ours = find("word/dasar.docx").read_bytes()
    if data == ours:
        return _read(unpack(data))
    from smartplan.writers.word.adoption import adopt

    own = _read(unpack(ours))
    adopted = adopt(data, own.parts, own.page.text_width)
    return _read(adopted.parts)._replace(header=adopted.header, footer=adopted.footer, notes=adopted.notes)


def _read(parts: dict[str, bytes]) -> Base:
    styles: dict[str, str] = {}
    numbers: dict[str, int] = {}
    tabs: dict[str, int] = {}
    for attributes, inside in _STYLE.findall(_text(parts, "word/styles.xml")):
        identifier, named = _STYLE_ID.search(attributes), _NAME.search(inside)
        if identifier and named:
            name = named[1].lower()
            styles[name] = identifier[1]
            if in_list := _NUM_ID.search(inside):
                numbers[name] = int(in_list[1])
            if stop := _LEFT_TAB.search(inside):
                tabs[name] = int(stop[1])
    numbering = _text(parts, "word/numbering.xml")
    abstract = {int(num): int(shape) for num, shape in _NUM.findall(numbering)}
    page = _page(_text(parts, "word/document.xml"))
    return Base(parts, styles, numbers, tabs, abstract, _levels(numbering), page)


def _levels(numbering: str) -> dict[str, Level]:
    levels: dict[str, Level] = {}
    for inside in _LEVEL.findall(numbering):
        if style := _LEVEL_STYLE.search(inside):
            look, indent = _LEVEL_LOOK.search(inside), _LEVEL_INDENT.search(inside)
            levels[style[1]] = Level(look[1] if look else "", indent[0] if indent else "")
    return levels


def _text(parts: dict[str, bytes], name: str) -> str:
    try:
        return parts[name].decode("utf-8")
    except UnicodeDecodeError:
        raise BaseFault(f"bagian “{name}” di templat Word bukan UTF-8") from None


def _page(document: str) -> Page:
    """The last section's page, or A4 with margins 4-3-3-3 cm where it says nothing."""

    def measure(elements: list[str], name: str, default: Twips) -> Twips:
        found = re.search(rf'w:{name}="(-?\d+)', elements[-1]) if elements else None
        return Twips(abs(int(found[1]))) if found else default

    size, margins = _PAGE_SIZE.findall(document), _PAGE_MARGINS.findall(document)
    return Page(
        width=measure(size, "w", Twips(11906)),
        height=measure(size, "h", Twips(16838)),
        top=measure(margins, "top", cm(3)),
        right=measure(margins, "right", cm(3)),
        bottom=measure(margins, "bottom", cm(3)),
        left=measure(margins, "left", cm(4)),
        header=measure(margins, "header", cm(1.5)),
        footer=measure(margins, "footer", cm(1.5)),
    )
