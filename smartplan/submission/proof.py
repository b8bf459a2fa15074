"""Whether a package is what its manifest says: every file there, none changed, none added."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from hashlib import sha256
from typing import Any, Final, NamedTuple

from smartplan.files import FileTrouble
from smartplan.submission.package import CHECKSUMS, FORMAT, MANIFEST, checksums

__all__ = ["NotAPackage", "Proof", "prove"]

_LIMIT: Final = 500_000_000  # bytes unpacked: a zip from a stranger may be a bomb
_MOST_FILES: Final = 10_000
_PIECE: Final = 1 << 20


class NotAPackage(FileTrouble):
    """The file is no package of smartplan."""


class Proof(NamedTuple):
    """``manifest`` as read; ``files``: name -> bytes; ``faults``: a sentence for each thing that is not as it should
    be; ``digest``: SHA-256 of the zip, to be compared with what the sender wrote down."""

    manifest: dict[str, Any]
    files: dict[str, bytes]
    faults: tuple[str, ...]
    digest: str


def prove(data: bytes) -> Proof:
    """Look through the zip ``data``.

    Raises:
        NotAPackage: not a zip, too large, or without a manifest that can be read.
    """
    files, faults = _read(data)
    manifest = _manifest(files)
    listed = {entry["name"]: entry for entry in manifest["files"]}
    for name, entry in listed.items():
        content = files.get(name)
        if content is None:
            faults.append(f"{name}: tidak ada, padahal tercantum dalam manifes")
        elif (len(content), sha256(content).hexdigest()) != (entry["size"], entry["sha256"]):
            faults.append(f"{name}: isinya bukan yang tercantum dalam manifes")
    faults += [
        f"{name}: tidak tercantum dalam manifes"
        for name in sorted(files.keys() - listed.keys() - {MANIFEST, CHECKSUMS})
    ]
    sums = files.get(CHECKSUMS)
    if sums is None:
        faults.append(f"{CHECKSUMS}: tidak ada")
    elif not faults and sums != checksums(files):
        faults.append(f"{CHECKSUMS}: tidak cocok dengan isi kiriman; manifes mungkin diubah setelah kiriman dibuat")
    return Proof(manifest, files, tuple(faults), sha256(data).hexdigest())


def _read(data: bytes) -> tuple[dict[str, bytes], list[str]]:
    files: dict[str, bytes] = {}
    faults: list[str] = []
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_FILES:
                raise NotAPackage(f"zip memuat {len(entries)} berkas", "minta kiriman yang asli kepada pengirimnya")
            for entry in entries:
                if entry.is_dir():
                    continue
                if entry.filename in files:
                    faults.append(f"{entry.filename}: ada dua kali dalam zip")
                try:
                    content = _content(archive, entry, _LIMIT - total)
                except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
                    faults.append(f"{entry.filename}: rusak, tidak dapat dibaca")
                    content = b""
                total += len(content)
                files[entry.filename] = content
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise NotAPackage("bukan zip, atau zip yang rusak", "minta kiriman yang asli kepada pengirimnya") from error
    return files, faults


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    pieces, length = [], 0
    with archive.open(entry) as stream:
        while piece := stream.read(_PIECE):
            length += len(piece)
            if length > room:
                raise NotAPackage("isi zip terlalu besar", "minta kiriman yang asli kepada pengirimnya")
            pieces.append(piece)
    return b"".join(pieces)


def _manifest(files: dict[str, bytes]) -> dict[str, Any]:
    hint = "yang diperiksa adalah zip yang dibuat `smartplan submit`"
    if MANIFEST not in files:
        raise NotAPackage(f"tidak ada {MANIFEST} di dalamnya, jadi bukan kiriman smartplan", hint)
    try:
        manifest = json.loads(files[MANIFEST].decode("utf-8"))
        format_number = int(manifest["format"])
        entries = manifest["files"]
        said = (
            manifest["tool"]["version"], manifest["region"]["name"], manifest["edition"]["id"], manifest["stage"],
            manifest["date"], manifest["plan"]["main"],
        )  # fmt: skip
        whole = all(isinstance(text, str) for text in said) and isinstance(manifest["tool"]["engine"], dict)
        whole = (
            whole
            and isinstance(manifest["draft"], bool)
            and all(
                isinstance(entry["name"], str) and isinstance(entry["size"], int) and isinstance(entry["sha256"], str)
                for entry in entries
            )
        )
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NotAPackage(f"{MANIFEST} tidak dapat dibaca", hint) from error
    if format_number > FORMAT:
        raise NotAPackage(f"{MANIFEST} berbentuk {format_number}, dari smartplan yang lebih baru", "perbarui smartplan")
    if not whole:
        raise NotAPackage(f"{MANIFEST} tidak lengkap", hint)
    return dict(manifest)
