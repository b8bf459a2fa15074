"""A drawing as a bitmap, for readers that do not know SVG. Drawing takes long, so that what was drawn is kept."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from functools import cache
from pathlib import Path
from typing import Final

from smartplan.files.cache import Cache

__all__ = ["PNG", "bitmap"]

PNG: Final = b"\x89PNG\r\n\x1a\n"
_END: Final = b"IEND\xaeB`\x82"
_KEPT: Final = 1000


def bitmap(svg: str, pixels: int) -> bytes:
    """``svg`` as a PNG that is ``pixels`` wide. Raises ValueError when it is no drawing."""
    import resvg_py

    made_by = f"{getattr(resvg_py, '__version__', '')} {pixels} {_fonts()}\n"
    name = hashlib.sha256((made_by + svg).encode()).hexdigest() + ".png"
    kept = _cache().get(name)
    if kept is not None and kept.startswith(PNG) and kept.endswith(_END):
        return kept
    drawn = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=pixels))
    _cache().put(name, drawn)
    return drawn


@cache
def _cache() -> Cache:
    return Cache("gambar", _KEPT)


@cache
def _fonts() -> str:
    """When fonts were last added or taken away: letters are drawn with those that are there."""
    roots = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path("/Library/Fonts")]
    if sys.platform == "win32":
        roots = [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"]
    with contextlib.suppress(RuntimeError):  # a user without a home
        roots += [Path.home() / ".fonts", Path.home() / ".local/share/fonts", Path.home() / "Library/Fonts"]
    times: list[int] = []
    for root in roots:
        with contextlib.suppress(OSError):
            folders = [root, *root.glob("*/"), *root.glob("truetype/*/")]
            times += [folder.stat().st_mtime_ns for folder in folders if folder.is_dir()]
    return hashlib.sha256(repr(times).encode()).hexdigest()
