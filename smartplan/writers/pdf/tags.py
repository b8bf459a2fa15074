"""Tags of tables that only lay out: a reader who listens should not be told of rows and columns that mean nothing.

Neither Word nor LibreOffice can say of a table that it only sets text in columns, as the "Menimbang : a. ..." of a
decree, signers side by side or the words of a box. A table with data has words in a style of tables, or a head.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.writers.word.purposes import PURPOSES

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["without_layout_tables"]

_KIND: Final = re.compile(rb"/Type/StructElem\s*/S/([^\s/<>\[\]()]+)")
_KIDS: Final = re.compile(rb"/K\s*\[([^\]]*)\]")
_ATTRIBUTES: Final = re.compile(rb"\s/A \d+ 0 R\s")
_REFERENCE: Final = re.compile(rb"(\d+) 0 R")
_OF_DATA: Final = frozenset({b"TH"}) | {
    name.replace(" ", "#20").encode() for purpose in ("tabel", "tabel rapat") for name in PURPOSES[purpose]
}
_FRAME: Final = (b"Table", b"THead", b"TBody", b"TFoot", b"TR", b"TD")


def without_layout_tables(objects: dict[int, bytes]) -> dict[int, bytes]:
    """The objects of a PDF by number, with a plain division in place of each part of a table that only lays out."""
    found = dict(objects)
    for number, content in objects.items():
        if b"/S/Table" not in content or _kind(content) != b"Table":
            continue
        frame = list(_frame(objects, number))
        inside = {_kind(objects[kid]) for part in frame for kid in _kids(objects, part)}
        if not inside & _OF_DATA:
            for part in frame:
                plain = _KIND.sub(b"/Type/StructElem\n/S/Div", found[part], count=1)
                found[part] = _ATTRIBUTES.sub(b"\n", plain, count=1)
    return found


def _frame(objects: dict[int, bytes], number: int) -> Iterator[int]:
    """The table, its rows and cells; not the tables within its cells."""
    yield number
    for kid in _kids(objects, number):
        if _kind(objects[kid]) in _FRAME[1:]:
            yield from _frame(objects, kid)


def _kind(content: bytes) -> bytes:
    found = _KIND.search(content)
    return found[1] if found else b""


def _kids(objects: dict[int, bytes], number: int) -> list[int]:
    held = _KIDS.search(objects[number])
    found = (int(kid) for kid in _REFERENCE.findall(held[1])) if held else ()
    return [kid for kid in found if kid in objects]
