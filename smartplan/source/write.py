"""Text -> a YAML scalar that reads back to the same text."""

from __future__ import annotations

from typing import Final

from smartplan.source.characters import FORBIDDEN, describe
from smartplan.source.tree import NULLS, Style
from smartplan.wording.patterns import lazy

__all__ = ["UnwritableText", "write_scalar"]

_BREAKS: Final = lazy("[\n\r\u2028\u2029]")
_INDICATORS: Final = frozenset("-?:,[]{}#&*!|>'\"%@`")
_ESCAPES: Final = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\u2028": "\\L", "\u2029": "\\P"}
)


class UnwritableText(ValueError):
    """The text holds a character that no plan may hold; the message names it."""


def write_scalar(
    text: str,
    style: Style = "plain",
    indent: int = 2,
    newline: str = "\n",
    *,
    flow: bool = False,
    step: int | None = 2,
    width: int = 100,
) -> str:
    """``text`` in ``style``, or in the nearest style that can carry it. No line end at the end.

    ``indent`` is the number of spaces before the further lines of a literal or folded scalar; it stands ``step`` deeper
    than the key or dash that the scalar belongs to (None: unknown, then a text that begins with a space gets quotes).
    ``newline`` ends its lines. ``flow`` says that the scalar stands
    inside brackets or is a key, where only one line fits. ``width`` is where the lines of a folded scalar are broken.
    A text that would read as null (``""``, ``~``, ``null``) gets quotes.

    Raises UnwritableText for control, private-use and other characters that loading refuses.
    """
    match = FORBIDDEN.search(text)
    if match:
        raise UnwritableText(f"teks memuat {describe(match.group())}, yang tidak dapat disimpan")
    block = not flow and indent > 0
    if style == "folded" and block and _can_fold(text):
        return newline.join([_header(">", text), *_block_lines(_fold(text, max(width - indent, 20)), indent)])
    if style in ("literal", "folded") or "\n" in text:
        indicator = _indicator(text, step)
        if style in ("literal", "folded", "plain") and block and indicator is not None and _can_be_literal(text):
            lines = text.removesuffix("\n").split("\n")
            return newline.join([_header("|", text, indicator), *_block_lines(lines, indent)])
    if style == "double" or _BREAKS.search(text):
        return f'"{text.translate(_ESCAPES)}"'
    if style != "single" and _can_be_plain(text, flow):
        return text
    if style == "single" or '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text.translate(_ESCAPES)}"'


def _indicator(text: str, step: int | None) -> str | None:
    """The figure that a block needs when its first line begins with a space; None when it needs one we do not know."""
    first = next((line for line in text.split("\n") if line), "")
    if first[:1] not in (" ", "\t"):
        return ""
    return None if step is None else str(step)


def _can_be_plain(text: str, flow: bool) -> bool:
    if text in NULLS or text != text.strip() or "\t" in text or text.startswith(("---", "...", "<<")):
        return False
    if text[0] in _INDICATORS and not (text[0] == "-" and text[1:2].isalnum()):
        return False
    if ": " in text or " #" in text or text.endswith(":"):
        return False
    return not flow or not any(sign in text for sign in ",[]{}?:#")


def _can_be_literal(text: str) -> bool:
    """At most one line end at the end: more would need the sign that keeps blank lines, also foreign ones below."""
    body = text.removesuffix("\n")
    if not body or "\r" in body or "\u2028" in body or "\u2029" in body:
        return False
    last = body.rsplit("\n", 1)[-1]
    return last != "" and not last.isspace()


def _can_fold(text: str) -> bool:
    """Lines that begin with a space are kept as they are by a folded scalar, and so cannot be broken or joined."""
    if not _can_be_literal(text):
        return False
    lines = text.removesuffix("\n").split("\n")
    return lines[0] != "" and all(line[:1] not in (" ", "\t") and line[-1:] not in (" ", "\t") for line in lines)


def _header(sign: str, text: str, indicator: str = "") -> str:
    chomping = "" if text.endswith("\n") else "-"
    return f"{sign}{indicator}{chomping}"


def _block_lines(lines: list[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


def _fold(text: str, width: int) -> list[str]:
    """One more line end for each one of the text, because a folded scalar reads a single one as a space."""
    lines: list[str] = []
    for position, line in enumerate(text.removesuffix("\n").split("\n")):
        if position and lines[-1:] != [""]:
            lines.append("")
        lines += _wrap(line, width) if line else [""]
    return lines


_SINGLE_SPACE: Final = lazy(r"(?<=[^ \t]) (?=[^ \t])")


def _wrap(line: str, width: int) -> list[str]:
    """Broken at single spaces only: those are the ones that come back."""
    lines: list[str] = []
    start = cut = 0
    for match in _SINGLE_SPACE.finditer(line):
        if match.start() - start > width and cut > start:
            lines.append(line[start:cut])
            start = cut + 1
        cut = match.start()
    if len(line) - start > width and cut > start:
        lines.append(line[start:cut])
        start = cut + 1
    return [*lines, line[start:]]
