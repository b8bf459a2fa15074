"""Which page of a PDF each bookmark of a book came to, read from the PDF's named destinations.

This serves machines without a program that reads PDF text. Only what LibreOffice writes is understood.
"""

from __future__ import annotations

import re
import zlib
from typing import Final

__all__ = ["pages_of_bookmarks"]

_OBJECT: Final = re.compile(rb"\b(\d+) 0 obj\b(.*?)\bendobj\b", re.DOTALL)
_STREAM: Final = re.compile(rb"\bstream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_PACKED: Final = re.compile(rb"/Type\s*/ObjStm")
_FIRST: Final = re.compile(rb"/First\s+(\d+)")
_ROOT: Final = re.compile(rb"/Type\s*/Catalog")
_PAGES: Final = re.compile(rb"/Pages\s+(\d+) 0 R")
_KIDS: Final = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_REFERENCE: Final = re.compile(rb"(\d+) 0 R")
# The underscore before Toc is written as it is, as #5F or as 5F; the place follows at once or in an object of its own.
_NAMED: Final = re.compile(rb"Toc([0-9a-f]{12})\)?\s*(?:<<\s*/D\s*)?(\[\s*)?(\d+) 0 R")
_PLACE: Final = re.compile(rb"\[\s*(\d+) 0 R")
_DEEPEST: Final = 50
_LIMIT: Final = 100_000_000


def pages_of_bookmarks(pdf: bytes) -> dict[str, int]:
    """Bookmark of the contents -> sheet, the first is 1; empty when the PDF is not understood."""
    objects = _objects(pdf)
    sheets = {number: at for at, number in enumerate(_sheets(objects), 1)}
    found: dict[str, int] = {}
    for content in objects.values():
        for name, direct, number in _NAMED.findall(content):
            target = int(number)
            if not direct:
                place = _PLACE.search(objects.get(target, b""))
                target = int(place[1]) if place else -1
            if target in sheets:
                found[f"_Toc{name.decode('ascii')}"] = sheets[target]
    return found


def _objects(pdf: bytes) -> dict[int, bytes]:
    """Number -> content, those packed into object streams too."""
    objects = {int(number): content for number, content in _OBJECT.findall(pdf)}
    for content in list(objects.values()):
        if _PACKED.search(content[:200]):
            objects |= _unpacked(content)
    return objects


def _unpacked(content: bytes) -> dict[int, bytes]:
    first, stream = _FIRST.search(content), _STREAM.search(content)
    if first is None or stream is None:
        return {}
    try:
        text = zlib.decompressobj().decompress(stream[1], _LIMIT)
    except zlib.error:
        return {}
    start = int(first[1])
    head = [int(word) for word in text[:start].split() if word.isdigit()]
    numbers, offsets = head[::2], [start + offset for offset in head[1::2]]
    ends = [*offsets[1:], len(text)]
    return {number: text[begin:end] for number, begin, end in zip(numbers, offsets, ends, strict=False)}


def _sheets(objects: dict[int, bytes]) -> list[int]:
    """The page objects in order, down the tree from the catalogue."""
    root = next((content for content in objects.values() if _ROOT.search(content[:4000])), b"")
    top = _PAGES.search(root)
    return _leaves(objects, int(top[1]), 0) if top else []


def _leaves(objects: dict[int, bytes], number: int, depth: int) -> list[int]:
    kids = _KIDS.search(objects.get(number, b""))
    if kids is None:
        return [number]
    if depth > _DEEPEST:
        return []
    return [leaf for kid in _REFERENCE.findall(kids[1]) for leaf in _leaves(objects, int(kid), depth + 1)]
