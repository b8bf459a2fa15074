"""What one run of the writer carries: the book, its labels, counters, anchors, and the parts that grow on the way."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from smartplan.book.blocks import Contents, Figure, Heading, ListOfFigures, ListOfTables, Table, plain_text
from smartplan.book.numbering import number_blocks, walk_blocks
from smartplan.writers.word import xml
from smartplan.writers.word.anchors import Anchors
from smartplan.writers.word.colors import NAVY, NEUTRAL_TINT
from smartplan.writers.word.package import Package
from smartplan.writers.word.remarks import Remarks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartplan.book.blocks import Document, Swatch
    from smartplan.book.numbering import Label
    from smartplan.book.remarks import Remark
    from smartplan.writers.word.base import Base

__all__ = ["LIST_IDS", "Entry", "Writing", "contents_bookmark", "listed", "reference_bookmark"]

LIST_IDS = {Contents: "daftar-isi", ListOfTables: "daftar-tabel", ListOfFigures: "daftar-gambar"}


def contents_bookmark(identifier: str) -> str:
    """The bookmark that the contents and the lists point to."""
    return "_Toc" + sha256(identifier.encode()).hexdigest()[:12]


def reference_bookmark(identifier: str) -> str:
    """The bookmark round label and number that references in the text point to."""
    return "_Ref" + sha256(identifier.encode()).hexdigest()[:12]


class Entry:
    """A line of the contents or of a list: level 1 to 3 or 0 for a caption, number and words, where it stands."""

    __slots__ = ("bookmark", "front", "kind", "level", "number", "text")

    def __init__(self, kind: str, level: int, number: str, text: str, identifier: str, front: bool) -> None:
        self.kind = kind
        self.level = level
        self.number = number
        self.text = " ".join(text.split())
        self.bookmark = contents_bookmark(identifier)
        self.front = front


class Writing:
    """``static`` writes numbers, references and contents as plain words, without fields and anchors: for a PDF, which
    nobody updates, and for engines that count otherwise than Word. ``probe`` does so too, for a book that is only laid
    out: same lines and heights, pictures left blank."""

    def __init__(
        self,
        document: Document,
        base: Base,
        pages: Mapping[str, str],
        *,
        remarks: Sequence[Remark] = (),
        static: bool = False,
        probe: bool = False,
    ) -> None:
        self.document = document
        self.base = base
        self.pages = pages
        self.static = static or probe
        self.probe = probe
        self.package = Package(base)
        self.anchors = Anchors(document, kept=document.draft and not self.static)
        self.remarks = Remarks(self, remarks)
        self.labels = number_blocks(document)
        self.swatches: dict[str, Swatch] = {swatch.id: swatch for swatch in document.palette}
        self.entries = listed(document, self.labels)
        self.footnotes: list[str] = []
        self.lists: list[str] = []
        self._chapters = 0
        self._bookmarks = 0
        self._drawings = 0
        self._next_list = max(base.abstract_numbers, default=0) + 1

    def style(self, name: str) -> str:
        return self.base.style(name)

    def table_style(self, name: str, *, dense: bool) -> str:
        """The style called ``name``, or its twin for dense tables where the base has one."""
        return self.base.styles.get(f"{name} rapat".lower()) or self.style(name) if dense else self.style(name)

    def bookmark(self, name: str, inside: str) -> str:
        """``inside`` between the marks of a bookmark with an id of its own."""
        self._bookmarks += 1
        return xml.bookmark(self._bookmarks, name, inside)

    def next_chapter(self) -> str:
        """The number of the chapter that begins, in digits."""
        self._chapters += 1
        return str(self._chapters)

    def drawing_id(self) -> int:
        self._drawings += 1
        return self._drawings

    def new_list(self, style: str, level: int, start: int) -> int:
        """The number of a list that starts anew, in the shape of the list style ``style``."""
        number = self._next_list
        self._next_list += 1
        self.lists.append(xml.num(number, self.base.abstract(style), level, start))
        return number

    def colors_of(self, swatch: str | None) -> tuple[str, str]:
        """Ribbon and tint of a dimension; neutral ones where there is none."""
        found = self.swatches.get(swatch or "")
        return (found.ribbon, found.tint) if found else (NAVY, NEUTRAL_TINT)

    def new_footnote(self, inside: str) -> str:
        """The mark of a new footnote, for the text."""
        number = len(self.footnotes) + 1
        mark = self.style("footnote reference")
        self.footnotes.append(xml.footnote(number, self.style("footnote text"), mark, inside))
        return xml.footnote_reference(mark, number)


def listed(document: Document, labels: Mapping[str, Label]) -> list[Entry]:
    """The lines of the contents and the lists of a book, in reading order; ``labels`` as ``number_blocks`` gives."""
    entries: list[Entry] = []
    for part, front in ((document.front, True), ((*document.body, *document.back), False)):
        for block in walk_blocks(part):
            if isinstance(block, Heading):
                label = labels[block.id]
                number = label.text if label.kind in ("bab", "lampiran") else label.number
                entries.append(Entry("heading", block.level, number, plain_text(block.pieces), block.id, front))
            elif isinstance(block, Table | Figure):
                if block.caption is not None:
                    label = labels[block.id]
                    entries.append(Entry(label.kind, 0, label.text, plain_text(block.caption), block.id, front))
            elif isinstance(block, Contents | ListOfTables | ListOfFigures):
                entries.append(Entry("heading", 1, "", block.title, LIST_IDS[type(block)], front))
    return entries
