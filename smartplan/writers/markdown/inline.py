"""Pieces -> the words of one paragraph, heading or cell."""

from __future__ import annotations

import re
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final
from unicodedata import category

from smartplan.book.blocks import NO_LOOKS
from smartplan.writers.markdown.escape import escape, escape_line_start, linked, safe_href

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from smartplan.book.blocks import Piece, Pieces
    from smartplan.book.numbering import Label

__all__ = ["Inline"]

_BREAKS: Final = re.compile(r" *\n[ \n]*")
_MARKS: Final = {(True, False): "**", (False, True): "*", (True, True): "***"}
_TAGS: Final = {
    (True, False): ("<strong>", "</strong>"),
    (False, True): ("<em>", "</em>"),
    (True, True): ("<strong><em>", "</em></strong>"),
}


class Inline:
    """Writes pieces. Footnotes are collected in ``notes``, in the order of their marks.

    ``link``: id -> what a reference to it points to; without it references are plain words.
    """

    def __init__(self, labels: Mapping[str, Label], link: Callable[[str], str | None] = lambda name: None) -> None:
        self._labels = labels
        self._link = link
        self.notes: list[str] = []

    def paragraph(self, pieces: Pieces) -> str:
        """Lines that end with a hard break."""
        lines = _BREAKS.sub("\n", self._words(pieces)).strip(" \n").split("\n")
        # A line of nothing but blanks, of whatever kind, would leave the mark of a hard break to be seen.
        return "\\\n".join(escape_line_start(line) for line in lines if line.strip() or len(lines) == 1)

    def line(self, pieces: Pieces) -> str:
        """One line, for a heading or a caption. Number signs at its end would be taken for the end of a heading."""
        line = _BREAKS.sub(" ", self._words(pieces)).strip()
        return f"{line[:-1]}\\#" if line.endswith("#") else line

    def cell(self, pieces: Pieces, *, strong: bool = False) -> str:
        """One cell of a table; its lines are parted by ``<br>``."""
        words = self._words(pieces, strong=strong).strip()
        return _BREAKS.sub("<br>", words) if "\n" in words else words

    def _words(self, pieces: Pieces, *, strong: bool = False) -> str:
        plain: list[str] = []
        for piece in pieces if not strong else ():
            if piece.origin == "missing" or piece[5:] != NO_LOOKS:
                break
            plain.append(piece.text)
        if len(plain) == len(pieces):
            return linked("".join(plain))
        if not strong and all(map(_is_plain, pieces)):
            return "".join(self._text(piece) for piece in pieces)

        def looks(piece: Piece) -> tuple[bool, bool, str | None, bool]:
            bold = piece.strong or strong or piece.origin == "missing"
            return bold, piece.emphasis, piece.href, bool(piece.footnote)

        runs = [(key, list(group)) for key, group in groupby(pieces, looks)]
        texts = ["".join(self._text(piece) for piece in group) for _, group in runs]
        written = ""
        for position, ((bold, emphasis, href, _), _group) in enumerate(runs):
            text = texts[position]
            target = safe_href(href) if href else None
            if target and text.strip():
                text = _around(text, partial(_link, target))
            if bold or emphasis:
                following = next((later for later in texts[position + 1 :] if later), "")
                text = _emphasise(text, bold, emphasis, written[-1:], following[:1])
            written += text
        return written

    def _text(self, piece: Piece) -> str:
        if piece.footnote:
            self.notes.append("")
            number = len(self.notes)
            self.notes[number - 1] = self.line(piece.footnote)
            return f"[^{number}]"
        if piece.ref:
            label = self._labels.get(piece.ref)
            words = escape(label.text if label and label.text else piece.text)
            target = self._link(piece.ref) if words and not piece.href else None
            return f"[{words}]({target})" if target else words
        return escape(piece.text) if piece.href else linked(piece.text)


def _is_plain(piece: Piece) -> bool:
    return not (piece.strong or piece.emphasis or piece.href or piece.origin == "missing")


def _link(target: str, words: str) -> str:
    return f"[{words}](<{target}>)"


def _around(text: str, wrap: Callable[[str], str]) -> str:
    """``wrap`` the words of ``text`` and leave the blanks at its ends outside."""
    inner = text.strip()
    if not inner:
        return text
    start = text.index(inner)
    return f"{text[:start]}{wrap(inner)}{text[start + len(inner) :]}"


def _emphasise(text: str, bold: bool, emphasis: bool, before: str, after: str) -> str:
    """Asterisks where Markdown will see them as marks, HTML tags where it would not (``kata**"kutipan"**kata``)."""

    def wrap(inner: str) -> str:
        left = text[: len(text) - len(text.lstrip())][-1:] or before
        right = text[len(text.rstrip()) :][:1] or after
        if "\n" in inner or not (_opens(left, inner[0]) and _opens(right, inner[-1])):
            opening, closing = _TAGS[bold, emphasis]
            return f"{opening}{inner}{closing}"
        mark = _MARKS[bold, emphasis]
        return f"{mark}{inner}{mark}"

    return _around(text, wrap)


def _opens(outside: str, inside: str) -> bool:
    """Whether a mark between these two characters leans to the inner one."""
    if outside and outside in "*>\\":
        return False
    return inside.isalnum() or not outside or outside.isspace() or category(outside)[0] in "PS"
