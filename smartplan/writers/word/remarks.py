"""Remarks as Word comments in the margin: the part that holds them, and the marks round the words they speak about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.book.remarks import TITLE
from smartplan.writers.word import xml
from smartplan.writers.word.package import OFFICE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartplan.book.blocks import Pieces
    from smartplan.book.remarks import Remark
    from smartplan.writers.word.writing import Writing

__all__ = ["Remarks"]

_AUTHOR: Final = "smartplan"
_INITIALS: Final = "SP"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_OPENED: Final = "</w:pPr>"
_CLOSED: Final = "</w:p>"


class Remarks:
    """Those that wait for their place are taken as the book is written; each is written once."""

    def __init__(self, writing: Writing, remarks: Iterable[Remark]) -> None:
        self._writing = writing
        self._waiting: dict[str, list[Remark]] = {}
        for remark in remarks:
            self._waiting.setdefault(remark.anchor, []).append(remark)
        self._comments: list[str] = []
        self.chapter: str | None = None  # the id of the level 1 heading above what is written

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def take(self, anchor: str | None) -> list[Remark]:
        """The remarks whose place is here; they wait no longer."""
        if anchor is None or anchor not in self._waiting:
            return []
        waiting = self._waiting.pop(anchor)
        if later := [remark for remark in waiting if remark.within not in (None, self.chapter)]:
            self._waiting[anchor] = later
        return [remark for remark in waiting if remark.within in (None, self.chapter)]

    def concern(self, pieces: Pieces) -> bool:
        """Whether a remark waits for one of ``pieces`` or for a footnote of theirs."""
        return any(piece.path in self._waiting or self.concern(piece.footnote) for piece in pieces)

    def take_all(self, pieces: Pieces) -> list[Remark]:
        """Those for any of ``pieces``, footnotes included."""
        return [remark for piece in pieces for remark in (*self.take(piece.path), *self.take_all(piece.footnote))]

    def mark(self, inside: str, remarks: Sequence[Remark]) -> str:
        """``inside``, which are runs, between the marks of a comment for each of ``remarks``."""
        if not remarks:
            return inside
        first = len(self._comments)
        self._comments += [self._comment(first + at, remark) for at, remark in enumerate(remarks)]
        reference = self._writing.style("annotation reference")
        numbers = range(first, len(self._comments))
        before = "".join(xml.comment_start(number) for number in numbers)
        return before + inside + "".join(xml.comment_end(number, reference) for number in numbers)

    def mark_paragraph(self, content: str, remarks: Sequence[Remark]) -> str:
        """The same round all words of the first paragraph of ``content``, and of its bookmarks, so that what refers to
        them does not repeat the comment."""
        if not remarks:
            return content
        begin = content.index(_OPENED) + len(_OPENED)
        end = content.index(_CLOSED, begin)
        return content[:begin] + self.mark(content[begin:end], remarks) + content[end:]

    def take_rest(self) -> list[Remark]:
        """Those for the title, and whatever found no place: nothing is lost."""
        rest = self.take(TITLE) + [remark for waiting in self._waiting.values() for remark in waiting]
        self._waiting = {}
        return rest

    def close(self) -> None:
        """Put the part with the comments into the package, if there are any."""
        if self._comments:
            package = self._writing.package
            content = f"{xml.DECLARATION}<w:comments {xml.NAMESPACES}>{''.join(self._comments)}</w:comments>"
            package.add("word/comments.xml", content, _TYPE)
            package.relate(f"{OFFICE}/comments", "comments.xml")

    def _comment(self, number: int, remark: Remark) -> str:
        day = self._writing.document.created
        style, reference = self._writing.style("annotation text"), self._writing.style("annotation reference")
        paragraphs = [
            xml.paragraph(style, xml.run(xml.text(line), "<w:b/><w:bCs/>" if at in remark.heads else ""))
            for at, line in enumerate(remark.lines)
        ]
        paragraphs[0] = paragraphs[0].replace(_OPENED, _OPENED + xml.comment_own_mark(reference), 1)
        date = f"{day}T00:00:00Z" if day else ""
        return xml.comment(number, "".join(paragraphs), author=_AUTHOR, initials=_INITIALS, date=date)
