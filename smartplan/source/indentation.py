"""What is seen in the lines before or beside the parser: tabs before the text of a line, and directives."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from smartplan.findings import Finding, Severity
from smartplan.source.tree import Mapping, Node, Scalar
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from smartplan.source.text import SourceText

__all__ = ["find_directive", "find_tabs", "tab_finding"]

_TAB: Final = lazy(r"(?:^|(?<=[\r\n]))[ ]*(\t[ \t]*)(?=[^ \t\r\n])")
# Possessive throughout: a file may begin with any number of blank lines and comments.
_DIRECTIVE: Final = lazy(r"(?:[ \t]*+(?:#[^\r\n]*+)?(?>\r\n|\n|\r))*+(%[^\r\n]*)")
_SHOWN: Final = 50


def find_directive(source: SourceText) -> Finding | None:
    match = _DIRECTIVE.match(source.text)
    if match is None:
        return None
    return Finding(
        "YML014",
        Severity.ERROR,
        f"baris arahan ({match.group(1)[:20].strip()}) tidak dipakai dalam rencana",
        source.span(match.start(1), match.end(1)),
        hint="hapus baris ini; bila % itu bagian dari teks, beri tanda kutip",
    )


def find_tabs(source: SourceText, root: Node | None) -> list[Finding]:
    """Lines that begin with a tab where the parser let it pass, but for text inside quotes or blocks."""
    if "\t" not in source.text:
        return []
    tabs = [match.span(1) for match in _TAB.finditer(source.text)]
    if not tabs:
        return []
    ranges = _texts(root)
    starts = [start for start, _ in ranges]
    findings = []
    for start, end in tabs:
        position = bisect_right(starts, start) - 1
        if position < 0 or start >= ranges[position][1]:
            findings.append(tab_finding(source, start, end))
    return findings[:_SHOWN]


def tab_finding(source: SourceText, start: int, end: int) -> Finding:
    return Finding(
        "YML004",
        Severity.ERROR,
        "baris ini dijorokkan dengan tab",
        source.span(start, end),
        hint="ganti tab dengan spasi, dua spasi untuk tiap tingkat",
    )


def _texts(root: Node | None) -> list[tuple[int, int]]:
    """Where the scalars that are not plain stand, in source order."""
    ranges: list[tuple[int, int]] = []
    rest = [root] if root is not None else []
    while rest:
        node = rest.pop()
        if isinstance(node, Scalar):
            if node.style != "plain":
                ranges.append((node.start, node.end))
        elif isinstance(node, Mapping):
            rest += [entry.value for entry in node]
        else:
            rest += node.items
    return sorted(ranges)
