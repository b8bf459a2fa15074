"""The last touch on a PDF of LibreOffice: no clock, page labels as the pages are numbered, headings beside the pages,
keywords and XMP, no tables where there are none.

All versions of LibreOffice known so far write a plain cross-reference table and no packed objects; a PDF of another
build is left as it is, save for the dates. Objects stay unpacked although packing would take half of the bytes away:
much software that stamps, signs or joins PDFs cannot read packed ones.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from smartplan.writers.pdf.metadata import metadata
from smartplan.writers.pdf.tags import without_layout_tables
from smartplan.writers.word.properties import keywords_of

if TYPE_CHECKING:
    from smartplan.book.blocks import Document

__all__ = ["finish"]

_START: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE: Final = re.compile(rb"xref\r?\n0 (\d+)\r?\n")
_ENTRY: Final = 20
_INFO_DATE: Final = re.compile(rb"(/(?:CreationDate|ModDate)\(D:)\d{14}([^)]{0,8})(\))")
_XMP_DATE: Final = re.compile(
    rb"(<xmp:(?:Create|Modify|Metadata)Date>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([^<]{0,8})(</xmp:\w+>)"
)
_IDENTITY: Final = re.compile(rb"(?<=<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}")
_ROOT: Final = re.compile(rb"/Root (\d+) 0 R")
_INFO: Final = re.compile(rb"/Info (\d+) 0 R")
_SIZE: Final = re.compile(rb"/Size \d+")
_KEYWORDS: Final = re.compile(rb"/Keywords\s*<[0-9A-Fa-f]*>")
_CATALOG: Final = b"<</Type/Catalog"
_STREAM: Final = b"%d 0 obj\n<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%s\nendstream\nendobj\n\n"


def finish(pdf: bytes, document: Document, first_of_body: int | None) -> bytes:
    """``first_of_body`` is the sheet where the chapters begin, from 1; None where that is not known.

    The same document gives the same bytes whenever LibreOffice lays it out in the same way.
    """
    pdf = _dated(pdf, document.created)
    pieces = _taken_apart(pdf)
    if pieces is None:
        return pdf
    head, objects, trailer = pieces[0], without_layout_tables(pieces[1]), pieces[2]
    root, info = _ROOT.search(trailer), _INFO.search(trailer)
    described = objects.get(int(info[1]), b"") if info else b""
    if info is not None and described:
        # LibreOffice takes each word for a keyword.
        words = b"/Keywords<%s>" % _hexadecimal(", ".join(keywords_of(document)))
        objects[int(info[1])] = _KEYWORDS.sub(lambda _: words, described)
    if root is not None and (catalog := objects.get(int(root[1]))) is not None:
        more = b""
        if b"/PageLabels" not in catalog:
            more += b"/PageMode/UseOutlines" if b"/Outlines" in catalog and b"/PageMode" not in catalog else b""
            more += _page_labels(document, first_of_body)
        if b"/Metadata" not in catalog:
            number = max(objects) + 1
            packet = metadata(document, _named(described, b"Producer"), _named(described, b"Creator"))
            objects[number] = _STREAM % (number, len(packet), packet)
            more += b"/Metadata %d 0 R" % number
        objects[int(root[1])] = catalog.replace(_CATALOG, _CATALOG + more, 1)
    return _put_together(head, objects, _SIZE.sub(b"/Size %d" % (max(objects) + 1), trailer))


def _dated(pdf: bytes, day: str) -> bytes:
    """With all dates those of ``day``, or blanks where it is empty; as long as before."""

    def set_to(found: re.Match[bytes], moment: bytes) -> bytes:
        if not day:
            return b" " * len(found[0])
        zone = re.sub(rb"\d", b"0", found[2]).replace(b"-", b"+")
        return found[1] + moment + zone + found[3]

    pdf = _INFO_DATE.sub(lambda found: set_to(found, day.replace("-", "").encode() + b"000000"), pdf)
    return _XMP_DATE.sub(lambda found: set_to(found, day.encode() + b"T00:00:00"), pdf)


def _hexadecimal(words: str) -> bytes:
    """A text string as LibreOffice writes it."""
    return b"FEFF" + words.encode("utf-16-be").hex().upper().encode()


def _named(info: bytes, key: bytes) -> str:
    """The value of ``key`` where it is a text string in hexadecimal; else empty."""
    found = re.search(rb"/%s\s*<FEFF((?:[0-9A-Fa-f]{4})*)>" % key, info)
    return bytes.fromhex(found[1].decode()).decode("utf-16-be", "replace") if found else ""


def _page_labels(document: Document, first_of_body: int | None) -> bytes:
    """What a reader shows as the number of each page: as it is printed, so that "iv" in the contents is found."""
    if document.layout != "book" or first_of_body is None or first_of_body < 3:
        return b""
    return b"/PageLabels<</Nums[0<</P(Sampul)>>1<</S/r>>%d<</S/D>>]>>" % (first_of_body - 1)


def _taken_apart(pdf: bytes) -> tuple[bytes, dict[int, bytes], bytes] | None:
    """What stands before the objects, the objects by number in the order of the file, and the trailer."""
    start = _START.search(pdf)
    table = _TABLE.match(pdf, int(start[1])) if start else None
    if start is None or table is None:
        return None
    count, at, end = int(table[1]), table.end(), int(start[1])
    entries = [pdf[at + number * _ENTRY : at + (number + 1) * _ENTRY] for number in range(count)]
    places = sorted((int(entry[:10]), number) for number, entry in enumerate(entries) if entry[17:18] == b"n")
    trailer = pdf[at + count * _ENTRY : start.start()]
    if not places or len(places) != count - 1 or not trailer.startswith(b"trailer"):
        return None
    ends = [*(place for place, _ in places[1:]), end]
    objects = {number: pdf[place:stop] for (place, number), stop in zip(places, ends, strict=True)}
    if not all(content.startswith(b"%d 0 obj" % number) for number, content in objects.items()):
        return None
    return pdf[: places[0][0]], objects, trailer


def _put_together(head: bytes, objects: dict[int, bytes], trailer: bytes) -> bytes:
    places: dict[int, int] = {}
    at = len(head)
    for number, content in objects.items():
        places[number] = at
        at += len(content)
    body = b"".join([head, *objects.values()])
    lines = [b"%010d 00000 n \n" % places[number] for number in sorted(places)]
    identity = sha256(body).hexdigest()[:32].upper().encode()
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + b"".join(lines)
    return b"".join([body, table, _IDENTITY.sub(identity, trailer), b"startxref\n%d\n%%%%EOF\n" % at])
