"""The block model: what a book is, before any file format.

A ``Document`` is front matter, a body and back matter, each a tuple of blocks. Blocks are frozen values; the words in
them are ``Piece`` runs that know where they came from, so that a Word draft can find its way back to the plan.
Writers translate blocks and know nothing of plans. This module imports nothing of ours.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "NO_LOOKS",
    "Block",
    "Callout",
    "Cell",
    "Column",
    "Contents",
    "Document",
    "Figure",
    "Heading",
    "KeyFigure",
    "KeyFigures",
    "LetterHead",
    "ListBlock",
    "ListOfFigures",
    "ListOfTables",
    "Origin",
    "PageBreak",
    "Paragraph",
    "Piece",
    "Pieces",
    "Row",
    "Signature",
    "Signatures",
    "Swatch",
    "Table",
    "data_piece",
    "plain_text",
]

Origin: TypeAlias = Literal["literal", "data", "computed", "missing"]


class Piece(NamedTuple):
    """A run of text with one look and one origin.

    ``origin`` "literal": words of the template. "data": the value of the plan at ``path``; ``base`` is its text as it
    stands in the source, ``text`` as it is printed. "computed": a sum, a count, a derived text. "missing": the words
    that stand where a value is absent; ``path`` and ``code`` say which. A line break is the character ``\\n`` in
    ``text``. ``ref`` is the id of a heading, table or figure: the writer prints its label and number
    ("Tabel 2.1") in place of ``text``. ``footnote`` makes the piece a footnote mark.
    """

    text: str
    origin: Origin = "literal"
    path: str | None = None
    base: str | None = None
    code: str | None = None
    strong: bool = False
    emphasis: bool = False
    href: str | None = None
    ref: str | None = None
    footnote: tuple[Piece, ...] = ()


Pieces: TypeAlias = tuple[Piece, ...]

NO_LOOKS: Final = Piece("")[5:]
"""``strong`` and what follows it, of a piece that is nothing but words."""


def data_piece(text: str, path: str, base: str) -> Piece:
    """The same as ``Piece(text, "data", path, base)``, which a book makes most of all, in half the time."""
    return tuple.__new__(Piece, (text, "data", path, base, None, False, False, None, None, ()))


class Heading(NamedTuple):
    """``level`` 1 to 3. Level 1 numbered is a chapter (BAB I); unnumbered it is a front or back heading.

    ``id`` is unique in the document and is what ``Piece.ref`` names. ``annex`` numbers a level 1 heading as
    "Lampiran 1" instead. ``runs_on``: a level 1 heading that starts no new page.
    """

    level: int
    pieces: Pieces
    id: str
    numbered: bool = True
    annex: bool = False
    runs_on: bool = False


class Paragraph(NamedTuple):
    """``key`` is stable over renders (a data path, or one the template made) and names the anchor for the way back.

    ``style`` "line" is a line of the head of a letter; a tab in it stands before the colon of "Nomor : ...". "title" is
    a line of the title of a decree or agreement, or of a part of it: centred, bold, with what follows it. "annex" is
    the word LAMPIRAN over the head of an annex, at the right. "display" is a sentence in large letters, such as the
    vision. ``level`` 1 to 3 makes a heading of a title or annex, without a number; 0 makes none.
    """

    pieces: Pieces
    style: Literal["body", "center", "right", "note", "quote", "lead", "line", "title", "annex", "display"] = "body"
    key: str | None = None
    level: int = 0


class ListBlock(NamedTuple):
    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1
    marker: Literal["decimal", "alpha"] = "decimal"


class Column(NamedTuple):
    """``width`` is a weight: columns share the table's width by it. ``group`` joins neighbours under one head cell.

    ``id`` is what an edition calls it by, whatever its title becomes.
    """

    title: str
    width: float = 1.0
    align: Literal["left", "right", "center"] = "left"
    group: str | None = None
    id: str | None = None


class Cell(NamedTuple):
    """A cell that needs more than its pieces: a span over columns, a fill (RRGGBB), its own alignment."""

    pieces: Pieces
    span: int = 1
    fill: str | None = None
    align: Literal["left", "right", "center"] | None = None
    strong: bool = False


class Row(NamedTuple):
    """``cells``: plain pieces or ``Cell``, together as wide as the table. A ``\\n`` in a piece starts a new line.

    ``kind`` "group" is a heading row over the whole width (one cell), coloured by ``swatch``; "total" is a sum.
    ``key`` is the data path of the item that the row shows (``dimensi.smart_living.program[jas-bule]``).
    ``swatch`` is the id of a ``Swatch`` of the document.
    """

    cells: tuple[Pieces | Cell, ...]
    kind: Literal["data", "group", "total"] = "data"
    key: str | None = None
    swatch: str | None = None


class Table(NamedTuple):
    """``id`` is unique in the document. ``caption`` without its label and number; None for an uncaptioned table.

    ``style`` "grid" has head rows that repeat on each page; "sheet" is a form: first column are labels, no head row;
    "plain" has neither head nor rules and sets text in columns, as the "Menimbang : a. ..." of a decree.
    ``source`` is printed below as "Sumber: ...". ``landscape`` asks for a section of its own. ``together`` keeps a
    short table on one page; ``dense`` sets it in small letters.
    """

    id: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: Pieces | None = None
    source: Pieces | None = None
    landscape: bool = False
    style: Literal["grid", "sheet", "plain"] = "grid"
    together: bool = False
    dense: bool = False


class Figure(NamedTuple):
    """A drawing as SVG text (self-contained, no external references), with the words for those who cannot see it."""

    id: str
    svg: str
    alt: str
    caption: Pieces | None = None
    source: Pieces | None = None
    width_cm: float = 14.0


class KeyFigure(NamedTuple):
    """A number in large letters and, below it, what it counts. ``swatch`` is the id of a ``Swatch`` of the document."""

    value: Pieces
    label: Pieces
    swatch: str | None = None


class KeyFigures(NamedTuple):
    """Tiles of numbers, three in a row."""

    figures: tuple[KeyFigure, ...]


class Callout(NamedTuple):
    """A box: "info" for a summary, "missing" for what the plan does not say yet, "warning" for what contradicts."""

    blocks: tuple[Block, ...]
    kind: Literal["info", "missing", "warning"] = "info"
    title: Pieces = ()


class Signature(NamedTuple):
    """One signer: lines above (place and date, office), the name, and lines below (NIP, rank)."""

    above: tuple[Pieces, ...]
    name: Pieces
    below: tuple[Pieces, ...] = ()


class Signatures(NamedTuple):
    """Signers side by side; one alone stands at the right."""

    signers: tuple[Signature, ...]


class PageBreak(NamedTuple):
    pass


class LetterHead(NamedTuple):
    """A letter begins: a section of its own that counts its own pages, with this head.

    ``kind`` "office": the region's logo, then the lines (government, office, address) over a double rule. "leader": the
    coat of arms above the lines (the leader's title), all centred. "pair": the logos of two parties at the two sides.
    "none": no head. ``sizes`` are points of the first and second line, later lines have the size of the text.
    ``logo`` and ``second_logo`` are PNG or JPEG; without one a slot stands empty.
    """

    kind: Literal["office", "leader", "pair", "none"] = "office"
    lines: tuple[str, ...] = ()
    sizes: tuple[float, float] = (12, 16)
    logo: bytes | None = None
    second_logo: bytes | None = None


class Contents(NamedTuple):
    """The table of contents stands here; the writer makes it. ``title`` is its heading.

    ``depth`` is how many levels of headings it lists, 1 to 3; with ``runs_on`` it starts no new page.
    """

    title: str = "Daftar Isi"
    depth: int = 3
    runs_on: bool = False


class ListOfTables(NamedTuple):
    title: str = "Daftar Tabel"


class ListOfFigures(NamedTuple):
    title: str = "Daftar Gambar"


Block: TypeAlias = (
    Heading
    | Paragraph
    | ListBlock
    | Table
    | Figure
    | KeyFigures
    | Callout
    | Signatures
    | PageBreak
    | LetterHead
    | Contents
    | ListOfTables
    | ListOfFigures
)


class Swatch(NamedTuple):
    """A dimension's colours, RRGGBB: ``ribbon`` carries white text, ``tint`` fills group cells."""

    id: str
    name: str
    ribbon: str
    tint: str


class Document(NamedTuple):
    """One book, or letters, ready for any writer.

    ``label`` is "BUKU II" or empty, ``title`` stands on the cover, ``region`` is "Kabupaten Buleleng", ``year`` as
    printed. ``created`` (ISO date, empty for an undated plan) and ``author`` go to the file's properties; the clock is
    never read. ``fictional`` puts a note on every page; ``draft`` puts the watermark KONSEP and the anchors for the way
    back. ``front`` is numbered i, ii, iii; each level 1 heading of ``body`` and ``back`` starts a new page unless it
    runs on. ``brief`` leaves out the inner title page.

    ``layout`` "letter": the body holds letters, each of which begins with a ``LetterHead``; no cover, front or back.
    """

    id: str
    label: str
    title: str
    region: str
    office: str
    year: str
    subtitle: str = ""
    author: str = ""
    created: str = ""
    language: str = "id-ID"
    fictional: bool = False
    draft: bool = True
    logo: bytes | None = None
    palette: tuple[Swatch, ...] = ()
    front: tuple[Block, ...] = ()
    body: tuple[Block, ...] = ()
    back: tuple[Block, ...] = ()
    plan_sha256: str = ""
    texts: Mapping[str, str] = MappingProxyType({})
    layout: Literal["book", "letter"] = "book"
    brief: bool = False


def plain_text(pieces: Pieces) -> str:
    """The words of ``pieces`` without looks; a reference gives its ``text``, a footnote mark nothing."""
    return "".join(piece.text for piece in pieces if not piece.footnote)
