"""Pictures: PNG for every reader, SVG beside it for those that can show it."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from smartplan.writers.word.package import RELATIONS
from smartplan.writers.word.xml import attribute

if TYPE_CHECKING:
    from smartplan.writers.word.state import State

__all__ = ["EMU_PER_CM", "drawing", "picture", "rasterize"]

EMU_PER_CM: Final = 360000
_VIEW: Final = re.compile(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"')
_MAIN: Final = "word/document.xml"
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def rasterize(svg: str, width: int) -> bytes:
    """PNG of ``width`` pixels."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width))


def drawing(svg: str, alt: str, width_cm: float, state: State) -> str:
    """``w:r`` with the drawing, as wide as asked; its height follows from the SVG."""
    match = _VIEW.search(svg)
    ratio = float(match.group(2)) / float(match.group(1)) if match else 0.6
    name = hashlib.sha256(svg.encode()).hexdigest()[:16]
    png = _media(f"{name}.png", rasterize(svg, int(width_cm / 2.54 * 220)), state)
    vector = _media(f"{name}.svg", svg.encode("utf-8"), state)
    extension = (
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
        f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{vector}"/></a:ext></a:extLst>'
    )
    return picture(png, alt, width_cm, width_cm * ratio, state, extension)


def picture(relation: str, alt: str, width_cm: float, height_cm: float, state: State, extension: str = "") -> str:
    """``w:r`` with ``w:drawing`` in line with the text."""
    number = state.next_drawing()
    wide, high = int(width_cm * EMU_PER_CM), int(height_cm * EMU_PER_CM)
    words = attribute(alt)
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr id="{number}" name="Gambar {number}" descr="{words}"/>'
        f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Gambar {number}" descr="{words}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}">{extension}</a:blip><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _media(name: str, data: bytes, state: State) -> str:
    part = f"word/media/{name}"
    if part not in state.package.parts:
        state.package.add(part, data)
    return state.package.relate(_MAIN, f"{RELATIONS}/image", f"media/{name}")
