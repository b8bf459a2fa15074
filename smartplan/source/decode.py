"""Bytes -> text, or a finding that says why they are no text of ours."""

from __future__ import annotations

import re
from typing import Final

from smartplan.findings import Finding, Severity, Span
from smartplan.source.guards import MAX_BYTES
from smartplan.source.text import SourceText

__all__ = ["decode"]

_UTF8_BOM: Final = b"\xef\xbb\xbf"
_LINE_END: Final = re.compile(rb"\r\n|\n|\r")

_OPENINGS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF-", "dokumen PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "dokumen Word atau Excel lama (.doc, .xls)"),
    (b"{\\rtf", "dokumen RTF"),
    (b"\x89PNG\r\n", "gambar PNG"),
    (b"\xff\xd8\xff", "gambar JPEG"),
    (b"GIF8", "gambar GIF"),
    (b"\x1f\x8b\x08", "arsip gzip"),
    (b"Rar!\x1a", "arsip RAR"),
    (b"7z\xbc\xaf\x27\x1c", "arsip 7z"),
    (b"SQLite format 3\0", "basis data SQLite"),
)
_ZIP_MEMBERS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"word/", "dokumen Word (.docx)"),
    (b"xl/", "buku kerja Excel (.xlsx)"),
    (b"ppt/", "presentasi PowerPoint (.pptx)"),
    (b"opendocument.text", "dokumen LibreOffice Writer (.odt)"),
    (b"opendocument.spreadsheet", "lembar kerja LibreOffice Calc (.ods)"),
)
_MARKUP: Final = re.compile(
    rb"\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+<(!doctype\s+html|html|head|body|\?xml|svg)\b", re.IGNORECASE | re.DOTALL
)
_HEAD: Final = 4096


def decode(data: bytes, file: str) -> SourceText | Finding:
    """The text of ``data``, or the one finding that stands for the whole file."""
    if len(data) > MAX_BYTES:
        message = f"berkas lebih besar dari {MAX_BYTES // 1_000_000} MB"
        return _finding("YML005", message, "bagi isinya ke beberapa berkas, atau keluarkan dari map rencana", file)
    kind = _other_kind(data)
    if kind is not None:
        return _finding("YML001", f"berkas ini tampaknya {kind}, bukan teks YAML", _WRONG_KIND_HINT, file)
    encoding = _other_encoding(data)
    if encoding is not None:
        return _finding("YML002", f"berkas ini disimpan dengan pengodean {encoding}, bukan UTF-8", _ENCODING_HINT, file)
    bom = data.startswith(_UTF8_BOM)
    body = data[len(_UTF8_BOM) :] if bom else data
    try:
        return SourceText(file, body.decode("utf-8"), bom=bom)
    except UnicodeDecodeError as error:
        return _invalid(body, error.start, file)


_WRONG_KIND_HINT: Final = "simpan isinya sebagai teks YAML, atau keluarkan berkas ini dari map rencana"
_ENCODING_HINT: Final = 'simpan ulang dari editor dengan pilihan "UTF-8"'


def _other_kind(data: bytes) -> str | None:
    for opening, kind in _OPENINGS:
        if data.startswith(opening):
            return kind
    if data and not data.strip(b"\0"):
        return "berkas rusak yang berisi byte nol saja"
    if data.startswith(b"PK\x03\x04"):
        # The names of members stand at the start of each and in the directory at the end.
        ends = data[:_HEAD] + data[-16 * _HEAD :]
        return next((kind for member, kind in _ZIP_MEMBERS if member in ends), "arsip ZIP")
    markup = _MARKUP.match(data.removeprefix(_UTF8_BOM)[:_HEAD])
    if markup is None:
        return None
    return "berkas XML" if markup.group(1).lower() in (b"?xml", b"svg") else "halaman web (HTML)"


def _other_encoding(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    head = data[:_HEAD]
    if len(head) >= 4 and head.count(0) * 3 >= len(head):  # no order mark, but every other byte is zero
        zero = [not any(head[offset::4]) for offset in range(4)]
        if (zero[0] and zero[1]) or (zero[2] and zero[3]):
            return "UTF-32"
        if (zero[0] and zero[2]) or (zero[1] and zero[3]):
            return "UTF-16"
    return None


def _invalid(body: bytes, position: int, file: str) -> Finding:
    starts = [0, *(match.end() for match in _LINE_END.finditer(body, 0, position))]
    line, column = len(starts), len(body[starts[-1] : position].decode("utf-8")) + 1
    message = f"byte 0x{body[position]:02X} di baris {line} kolom {column} bukan UTF-8"
    likely = _likely(body)
    if likely:
        message += f"; berkas ini tampaknya disimpan dengan pengodean {likely}"
    return Finding("YML002", Severity.ERROR, message, Span(file, line, column, line, column), hint=_ENCODING_HINT)


def _likely(body: bytes) -> str | None:
    """Windows-1252 when its quotation marks, dashes or accented letters stand alone between ASCII."""
    foreign = re.findall(rb"[\x80-\xff]+", body[: 16 * _HEAD])
    alone = [run for run in foreign if len(run) == 1]
    return "Windows-1252 (ANSI)" if foreign and len(alone) * 2 >= len(foreign) else None


def _finding(code: str, message: str, hint: str, file: str) -> Finding:
    return Finding(code, Severity.ERROR, message, Span(file, 1, 1, 1, 1), hint=hint)
