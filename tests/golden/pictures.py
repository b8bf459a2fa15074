"""Pages as small pictures, to be compared without a library: PPM from pdftoppm, PNG to keep."""

from __future__ import annotations

import struct
import subprocess
import zlib
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Picture", "differing_share", "from_png", "picture_of", "to_png"]

_DPI: Final = 32
_SQUARE: Final = 4  # dots, 3 mm: a letter that stands elsewhere within its word does not count
_VISIBLE: Final = 24  # of 255 levels of a colour
_SIGN: Final = b"\x89PNG\r\n\x1a\n"


class Picture(NamedTuple):
    """``dots``: three bytes each, red green blue, line by line."""

    width: int
    height: int
    dots: bytes


def picture_of(pdf: Path, page: int) -> Picture:
    """The page, from 1, as it looks from afar."""
    command = ["pdftoppm", "-r", str(_DPI), "-f", str(page), "-l", str(page), str(pdf)]
    made = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
    sign, width, height, highest = made.split(maxsplit=4)[:4]
    assert (sign, highest) == (b"P6", b"255")
    count = int(width) * int(height) * 3
    return Picture(int(width), int(height), made[-count:])


def to_png(picture: Picture) -> bytes:
    line = picture.width * 3
    lines = b"".join(b"\0" + picture.dots[at : at + line] for at in range(0, len(picture.dots), line))
    head = struct.pack(">IIBBBBB", picture.width, picture.height, 8, 2, 0, 0, 0)
    return _SIGN + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(lines, 9)) + _chunk(b"IEND", b"")


def from_png(data: bytes) -> Picture:
    """A picture that ``to_png`` wrote; one that a program for pictures saved anew is refused."""
    width, height = struct.unpack(">II", data[16:24])
    start = data.index(b"IDAT") + 4
    lines = zlib.decompressobj().decompress(data[start:])
    step = width * 3 + 1
    assert len(lines) == step * height and not any(lines[::step]), "renew with --update-golden"
    return Picture(width, height, b"".join(lines[at + 1 : at + step] for at in range(0, len(lines), step)))


def differing_share(one: Picture, other: Picture) -> float:
    """How much of the page looks different from afar, 0 to 1; 1 for another size. A square that is the same a dot or
    two beside or above is the same: layout engines round differently."""
    if one[:2] != other[:2]:
        return 1.0
    first = _squares(one, 0, 0)
    left = set(range(len(first)))
    for across in (0, 1, -1):
        for down in (0, 1, -1, 2, -2):
            second = _squares(other, across, down) if left else []
            left = {at for at in left if any(abs(a - b) > _VISIBLE for a, b in zip(first[at], second[at], strict=True))}
    return len(left) / len(first)


def _squares(picture: Picture, across: int, down: int) -> list[tuple[float, ...]]:
    """The mean colours of the squares of a grid that lies so many dots aside; beyond the edge the edge goes on."""
    last, step = picture.height - 1, picture.width * 3
    lines = []
    for at in range(-(-picture.height // _SQUARE) * _SQUARE):
        line = picture.dots[(start := min(max(at + down, 0), last) * step) : start + step]
        line = line[:3] * -across + line[max(across, 0) * 3 :] + line[-3:] * (across + _SQUARE)
        lines.append([line[color::3] for color in range(3)])
    means = []
    for top in range(0, len(lines), _SQUARE):
        for left in range(0, picture.width, _SQUARE):
            cells = [[line[color][left : left + _SQUARE] for line in lines[top : top + _SQUARE]] for color in range(3)]
            means.append(tuple(sum(map(sum, cell)) / _SQUARE**2 for cell in cells))
    return means


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
