"""The coat of arms of the region: a picture in the plan folder, looked at before it goes into a file."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from smartplan.plan import Plan

__all__ = ["Logo", "picture_size", "read_logo"]

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_PNG_END: Final = b"IEND"
_LARGEST: Final = 10_000_000  # bytes; it stands in every file
_WIDEST: Final = 20  # times as wide as high, or the other way round


class Logo(NamedTuple):
    """``content``: PNG or JPEG; None without one. ``fault``: a sentence for the user when the plan names a file that
    cannot be used."""

    content: bytes | None
    fault: str | None = None


def read_logo(plan: Plan) -> Logo:
    """What ``wilayah.logo`` of the plan names."""
    region = plan.rencana.wilayah
    if region is None or not region.logo:
        return Logo(None)
    name = region.logo
    root = plan.root.resolve()
    try:
        file = (root / PurePosixPath(name.replace("\\", "/"))).resolve()
        if not file.is_relative_to(root):
            return _unusable(name, "berada di luar map rencana")
        if not file.is_file():
            return _unusable(name, "tidak ada")
        if file.stat().st_size > _LARGEST:
            return _unusable(name, "lebih besar dari 10 MB")
        content = file.read_bytes()
    except (OSError, ValueError):
        return _unusable(name, "tidak dapat dibaca")
    if not content.startswith((_PNG, _JPEG)):
        return _unusable(name, "bukan PNG atau JPEG")
    size = picture_size(content)
    if size is None or (content.startswith(_PNG) and _PNG_END not in content):
        return _unusable(name, "rusak")
    if max(size) > _WIDEST * min(size):
        return _unusable(name, "terlalu pipih untuk sebuah lambang")
    return Logo(content)


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in dots, from the head of a PNG or the frame of a JPEG; None where neither says so."""
    size = (0, 0)
    if content.startswith(_PNG):
        size = int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")
    at = 2
    while not content.startswith(_PNG) and at + 9 < len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if marker == 0xFF:  # fill before a mark
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            size = int.from_bytes(content[at + 7 : at + 9], "big"), int.from_bytes(content[at + 5 : at + 7], "big")
            break
        at += 2 + length
    return size if all(size) else None


def _unusable(name: str, why: str) -> Logo:
    return Logo(None, f"berkas lambang “{name}” {why}; simpan lambang sebagai PNG atau JPEG di map rencana")
