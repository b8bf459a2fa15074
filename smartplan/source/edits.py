"""Edits into the text: all that is not edited stays as it is, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.findings import Edit
from smartplan.source.write import write_scalar
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from smartplan.source.text import SourceText
    from smartplan.source.tree import Scalar

__all__ = ["EditConflict", "apply_edits", "edit_scalar"]

_NEWLINE: Final = lazy(r"\r\n|\n|\r")
_LEADING: Final = lazy(r" *(?:[-?:] +)*(?:[-?:]$)?")
_COMMENT_BEHIND: Final = lazy(r"[ \t]+#")
_HEADER_COMMENT: Final = lazy(r"[|>][-+0-9]*[ \t]+(#[^\r\n]*)")


class EditConflict(Exception):
    """Edits that cannot all be made; nothing was changed. ``edits`` are those that are in each other's way."""

    def __init__(self, message: str, edits: tuple[Edit, ...]) -> None:
        super().__init__(message)
        self.message = message
        self.edits = edits

    def __reduce__(self) -> tuple[type[EditConflict], tuple[str, tuple[Edit, ...]]]:
        return type(self), (self.message, self.edits)


def apply_edits(source: SourceText, edits: Iterable[Edit]) -> str:
    """The text of the file with ``edits`` made; with U+FEFF in front when the file has a byte order mark.

    Line ends of new text become those of the file. Insertions at one place follow each other in the order given, and
    stand before what replaces the text there.

    Raises EditConflict when edits overlap, are for another file, or point at a place that the file does not have.
    """
    text = source.text
    pieces: list[str] = ["\ufeff"] if source.bom else []
    done = 0
    previous: Edit | None = None
    for start, end, _, edit in sorted(_located(source, edits), key=lambda item: item[:3]):
        if start < done and previous is not None:
            raise EditConflict(f"dua perubahan bertumpuk di {edit.span}", (previous, edit))
        pieces += (text[done:start], _new_text(source, edit, end))
        done, previous = end, edit
    return "".join([*pieces, text[done:]])


def edit_scalar(scalar: Scalar, text: str) -> Edit:
    """The edit that makes ``text`` of ``scalar``, in its style, at its indentation, beside its comment.

    An empty value (``kunci:``) gets the space it needs. Raises UnwritableText as ``write_scalar`` does.
    """
    source, start, end = scalar.source, scalar.start, scalar.end
    before = source.text[source.line_starts[source.place(start)[0] - 1] : start]
    indent, step = _room_below(before)
    one_line = source.in_brackets(start) or _shares_line(source, end)
    style = "plain" if scalar.is_null else scalar.style
    written = write_scalar(text, style, indent, source.newline, flow=one_line, step=step)
    if style in ("literal", "folded"):
        written = _with_comment(written, _HEADER_COMMENT.match(source.text, start))
    if start == end:
        written = _lead(source.text, start) + written
    if scalar.is_null:
        end = _past_spaces(source.text, end)
    return Edit(source.span(start, end), written)


def _past_spaces(text: str, end: int) -> int:
    """The end of the line when only spaces stand before it, else ``end``."""
    after = end
    while text[after : after + 1] in (" ", "\t"):
        after += 1
    return after if text[after : after + 1] in ("", "\r", "\n") else end


def _room_below(before: str) -> tuple[int, int | None]:
    """Indentation for further lines of a scalar that stands after ``before``, and how much deeper that is.

    The key or the last dash is what it has to be deeper than. None where neither is on the line.
    """
    leading = _LEADING.match(before)
    signs = leading.group() if leading is not None else ""
    if signs == before:
        dash = max(before.rfind(sign) for sign in "-?:")
        return (len(before) + 2, None) if dash < 0 else (dash + 2, 2)
    return len(signs) + 2, 2


def _lead(text: str, start: int) -> str:
    """What has to stand between a key or dash and the value that was empty; ``{kunci}`` has no colon either."""
    sign = start
    while sign and text[sign - 1] in " \r\n":
        sign -= 1
    if text[sign - 1 : sign] not in (":", "-", "?"):
        return ": "
    return " " if sign == start else ""


def _shares_line(source: SourceText, end: int) -> bool:
    """Whether a comment follows: behind a scalar of several lines it would become text."""
    return _COMMENT_BEHIND.match(source.text, end) is not None


def _with_comment(written: str, header: re.Match[str] | None) -> str:
    if header is None:
        return written
    first = written.splitlines(keepends=True)[0].rstrip("\r\n")
    return f"{first} {header.group(1).rstrip()}{written[len(first) :]}"


def _located(source: SourceText, edits: Iterable[Edit]) -> Iterable[tuple[int, int, int, Edit]]:
    for order, edit in enumerate(edits):
        span = edit.span
        if span.file != source.file:
            raise EditConflict(f"perubahan untuk {span.file} tidak dapat dibuat di {source.file}", (edit,))
        try:
            start = source.offset(span.line, span.column)
            end = source.offset(span.end_line, span.end_column)
        except IndexError:
            raise EditConflict(f"{source.file} tidak lagi mempunyai tempat {span}", (edit,)) from None
        if end < start:
            raise EditConflict(f"perubahan di {span} berakhir sebelum awalnya", (edit,))
        yield start, end, order, edit


def _new_text(source: SourceText, edit: Edit, end: int) -> str:
    new = _NEWLINE.sub(source.newline, edit.new_text)
    # The last line of a literal scalar needs its end, or the scalar loses the one it has.
    if end == len(source.text) and _NEWLINE.search(new) and not new.endswith(source.newline):
        return new + source.newline
    return new
