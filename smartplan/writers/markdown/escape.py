"""Text -> Markdown that shows exactly this text, whatever characters it holds."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["escape", "escape_line_start", "linked", "safe_href", "slug"]

_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)")
_LINE_START: Final = re.compile(r"(?P<mark>[-+=#]|\d{1,9}(?P<stop>[.)]))")
_BREAKS: Final = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANKS: Final = re.compile(r"[\t\x00-\x08\x0e-\x1b\x1f]")
_ANY: Final = re.compile(r"[\\`*_\[\]<>|~$&\t\r\x00-\x08\x0b-\x1f\x85\u2028\u2029]")
_ADDRESS: Final = re.compile(
    r"https?://[A-Za-z0-9][A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]*[A-Za-z0-9/]|"
    r"(?<![\w.+-])[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?![\w-])"
)
_SAFE_HREF: Final = re.compile(r"(https?://|mailto:)\S+\Z", re.IGNORECASE)


def escape(text: str) -> str:
    """``text`` for the middle of a line. Line breaks are left as ``\\n``; every other kind of break becomes one."""
    if not _ANY.search(text):
        return text
    text = _BLANKS.sub(" ", _BREAKS.sub("\n", text))
    return _SPECIAL.sub(lambda match: f"\\{match.group()}", text)


def linked(text: str) -> str:
    """``escape`` with web and mail addresses as links, which show as they are written."""
    if "://" not in text and "@" not in text:
        return escape(text)
    written, end = "", 0
    for match in _ADDRESS.finditer(text):
        written += f"{escape(text[end : match.start()])}<{match.group()}>"
        end = match.end()
    return written + escape(text[end:])


def escape_line_start(line: str) -> str:
    """An escaped ``line`` that Markdown takes for a heading, list or rule at its start -> plain text again."""
    line = line.lstrip(" ")
    match = _LINE_START.match(line)
    if match is None:
        return line
    if match.group("stop"):
        stop = match.start("stop")
        return f"{line[:stop]}\\{line[stop:]}"
    return f"\\{line}"


def safe_href(href: str) -> str | None:
    """``href`` as a link's target; None when it is not a plain web or mail address."""
    if not _SAFE_HREF.match(href):
        return None
    return href.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E").replace("|", "%7C")


def slug(text: str, used: dict[str, int]) -> str:
    """The anchor that GitHub gives a heading; ``used`` counts the anchors so far."""
    base = "".join(
        "-" if character == " " else character
        for character in text.lower()
        if character.isalnum() or character in " -_"
    )
    number = used.get(base, -1) + 1
    used[base] = number
    return f"{base}-{number}" if number else base
