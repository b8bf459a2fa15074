"""A base document of a stranger -> its parts, or a sentence on why it is none."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.writers.word.faults import BaseFault

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["CONTENT_TYPES", "Source", "open_source", "parsed", "unpack"]

CONTENT_TYPES: Final = "[Content_Types].xml"
_LIMIT: Final = 50_000_000  # bytes unpacked: it may be a zip bomb
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_OTHERS: Final = {"spreadsheetml": "buku kerja Excel", "presentationml": "presentasi PowerPoint"}
_PASSWORD: Final = "templat Word terkunci dengan kata sandi"
_NO_PASSWORD: Final = "buka di Word, hapus kata sandinya (Berkas, Info, Lindungi Dokumen), lalu simpan"


class Source(NamedTuple):
    """``related`` holds the parts that the text names, by the last word of the relation's kind ("styles", "theme");
    ``references`` the same by relation id. Names have no leading slash."""

    parts: dict[str, bytes]
    main: str
    related: dict[str, str]
    references: dict[str, str]


def open_source(data: bytes) -> Source:
    """Raises BaseFault for whatever is no plain .docx."""
    parts = unpack(data)
    if "_rels/.rels" not in parts or CONTENT_TYPES not in parts:
        raise BaseFault(
            f"templat Word bukan berkas .docx{' melainkan OpenDocument (.odt)' if 'mimetype' in parts else ''}"
        )
    roots = _relations(parts, "_rels/.rels", "")
    main = next((target for kind, target, _ in roots if kind.endswith("/officeDocument")), "")
    if any(kind.startswith(_STRICT) for kind, _, _ in roots):
        hint = "simpan di Word sebagai Dokumen Word (.docx), bukan “Strict Open XML Document”"
        raise BaseFault("templat Word disimpan dalam bentuk Strict Open XML", hint)
    _refuse_other_kinds(parts, main)
    found = _relations(parts, f"word/_rels/{posixpath.basename(main)}.rels", "word")
    related = {kind.rpartition("/")[2]: target for kind, target, _ in reversed(found) if target in parts}
    references = {identifier: target for _, target, identifier in found if target in parts}
    return Source(parts, main, related, references)


def _refuse_other_kinds(parts: dict[str, bytes], main: str) -> None:
    types = {
        (node.get("PartName") or "").removeprefix("/"): node.get("ContentType") or ""
        for node in parsed(parts, CONTENT_TYPES)
    }
    kind = types.get(main, "")
    if "macroEnabled" in kind or any(name.endswith("vbaProject.bin") for name in parts):
        hint = "simpan di Word sebagai Dokumen Word (.docx), yang tidak memuat makro"
        raise BaseFault("templat Word memuat makro", hint)
    for sign, name in _OTHERS.items():
        if sign in kind:
            raise BaseFault(f"templat Word bukan dokumen Word melainkan {name}")
    if main not in parts or posixpath.dirname(main) != "word":
        raise BaseFault("templat Word tidak memuat dokumen Word")


def unpack(data: bytes) -> dict[str, bytes]:
    """Part name -> bytes. Raises BaseFault."""
    if data.startswith(_COMPOUND):
        if _ENCRYPTED in data:
            raise BaseFault(_PASSWORD, _NO_PASSWORD)
        raise BaseFault("templat Word disimpan dalam bentuk lama (.doc)")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if any(entry.flag_bits & 1 for entry in entries):
                raise BaseFault(_PASSWORD, _NO_PASSWORD)
            if sum(entry.file_size for entry in entries) > _LIMIT:
                raise BaseFault("templat Word terlalu besar (lebih dari 50 MB setelah dibuka)")
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error, ValueError) as fault:
        raise BaseFault("templat Word bukan berkas .docx yang dapat dibaca") from fault


def parsed(parts: dict[str, bytes], name: str) -> etree._Element:
    """The part as a tree, without entities and network. Raises BaseFault."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        tree = etree.fromstring(parts[name], parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise BaseFault(f"bagian “{name}” di templat Word rusak") from fault
    if b"<!DOCTYPE" in parts[name]:
        raise BaseFault(f"bagian “{name}” di templat Word rusak")
    return tree


def _relations(parts: dict[str, bytes], name: str, folder: str) -> list[tuple[str, str, str]]:
    """Kind, target and id of each relation that stays inside the file."""
    if name not in parts:
        return []
    found = []
    for node in parsed(parts, name):
        target = node.get("Target") or ""
        if node.get("TargetMode") != "External":
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found.append((node.get("Type") or "", path, node.get("Id") or ""))
    return found
