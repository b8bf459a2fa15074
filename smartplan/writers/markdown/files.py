"""A document -> Markdown files and the drawings beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.book.blocks import Figure
from smartplan.book.numbering import number_blocks, walk_blocks
from smartplan.writers.markdown.document import Writer
from smartplan.writers.markdown.escape import escape
from smartplan.writers.markdown.layout import INDEX, Part, figure_files, parts_of
from smartplan.writers.markdown.places import Places

if TYPE_CHECKING:
    from smartplan.book.blocks import Document

__all__ = ["Book", "folder_of", "write_files", "write_markdown"]

_FRONT: Final = "Bagian depan"


def write_markdown(document: Document) -> str:
    """The whole book as one text: title, front, body, back, footnotes. The same document gives the same text."""
    book = Book(document, split=False)
    return book.text(book.parts[0])


def write_files(document: Document, *, split: bool = False) -> dict[str, bytes]:
    """Name -> bytes: ``buku-2.md`` and the drawings below ``buku-2-gambar/``.

    With ``split`` a file for each chapter below ``buku-2/``, an index ``README.md``, the drawings below
    ``buku-2/gambar/``. A letter is never split.
    """
    split = split and document.layout == "book"
    book = Book(document, split=split)
    texts = {part.name: book.text(part) for part in book.parts}
    if split:
        texts = {INDEX: book.index(), **texts}
    files = {name: text.encode() for name, text in texts.items()}
    files |= {book.drawings[block.id]: f"{block.svg}\n".encode() for block in book.figures}
    return {f"{document.id}/{name}": data for name, data in files.items()} if split else files


def folder_of(document: Document, *, split: bool = False) -> str:
    """The folder that holds nothing but what ``write_files`` puts there."""
    return document.id if split and document.layout == "book" else f"{document.id}-gambar"


class Book:
    """What all files of a book share."""

    def __init__(self, document: Document, *, split: bool) -> None:
        self.document = document
        self.labels = number_blocks(document)
        self.parts = parts_of(document, split=split)
        self.blocks = [block for part in self.parts for block in walk_blocks(part.blocks)]
        self.figures = [block for block in self.blocks if isinstance(block, Figure)]
        self.drawings = figure_files(self.blocks, "gambar" if split else f"{document.id}-gambar")
        self.title = escape(": ".join(name for name in (document.label, document.title) if name)).replace("\n", " ")
        self.places = Places(self.parts, self.labels, self.title)

    def text(self, part: Part) -> str:
        return Writer(self, part).write()

    def index(self) -> str:
        """The title and the chapters, each with its sections."""
        writer = Writer(self, Part(INDEX, (), titled=True))
        lines = [f"- [{_FRONT}]({part.name})" for part in self.parts if part.titled]
        return "\n\n".join([*writer.title(), "\n".join([*lines, *writer.entries(front=False)])]) + "\n"
