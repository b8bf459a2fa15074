"""Sections: page sizes, numbering, headers and footers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.writers.word.package import CONTENT_TYPES
from smartplan.writers.word.state import LANDSCAPE_WIDTH, PORTRAIT_WIDTH
from smartplan.writers.word.xml import NAMESPACES, field, run, tab

if TYPE_CHECKING:
    from smartplan.writers.word.state import State

__all__ = ["Sections"]

_MAIN: Final = "word/document.xml"
_PORTRAIT: Final = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1701" w:right="1701" w:bottom="1701" w:left="2268" w:header="850" w:footer="850" w:gutter="0"/>'
)
# The bound edge stays: turned, it lies at the top.
_LANDSCAPE: Final = (
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="2268" w:right="1701" w:bottom="1701" w:left="1701" w:header="850" w:footer="850" w:gutter="0"/>'
)
_FICTION: Final = "DAERAH REKAAN: SELURUH ISI HANYA CONTOH"


class Sections:
    """Makes the header and footer parts once, and the ``w:sectPr`` of each kind of section."""

    def __init__(self, state: State) -> None:
        self._state = state
        document = state.document
        left = " ".join(part for part in (document.label, document.title) if part)
        self._headers = {
            "cover": self._header("cover", ""),
            "first": self._header("awal", ""),
            "running": self._header("jalan", self._running(left, document.region, PORTRAIT_WIDTH)),
            "landscape": self._header("lebar", self._running(left, document.region, LANDSCAPE_WIDTH)),
        }
        self._footers = {
            "empty": self._footer("kosong", ""),
            "center": self._footer(
                "tengah", f'<w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="center"/></w:pPr>{_page()}</w:p>'
            ),
            "right": self._footer(
                "kanan", f'<w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="right"/></w:pPr>{_page()}</w:p>'
            ),
        }

    def cover(self) -> str:
        return self._section("cover", "empty", None, None, _PORTRAIT, "", first=False)

    def front(self) -> str:
        return self._section(
            "first", "center", "first", "empty", _PORTRAIT, '<w:pgNumType w:fmt="lowerRoman" w:start="1"/>', first=True
        )

    def chapter(self, *, is_first: bool, continued: bool) -> str:
        """A chapter's portrait pages; ``continued``: after a wide table, so without an opening page."""
        numbers = '<w:pgNumType w:fmt="decimal" w:start="1"/>' if is_first else '<w:pgNumType w:fmt="decimal"/>'
        return self._section("running", "right", "first", "center", _PORTRAIT, numbers, first=not continued)

    def landscape(self, *, is_first: bool) -> str:
        numbers = '<w:pgNumType w:fmt="decimal" w:start="1"/>' if is_first else '<w:pgNumType w:fmt="decimal"/>'
        return self._section("landscape", "right", "landscape", "right", _LANDSCAPE, numbers, first=False)

    def _section(
        self,
        header: str,
        footer: str,
        first_header: str | None,
        first_footer: str | None,
        page: str,
        numbers: str,
        *,
        first: bool,
    ) -> str:
        references = [("header", "default", self._headers[header]), ("footer", "default", self._footers[footer])]
        if first_header is not None and first_footer is not None:
            references.insert(1, ("header", "first", self._headers[first_header]))
            references.append(("footer", "first", self._footers[first_footer]))
        written = "".join(
            f'<w:{kind}Reference w:type="{which}" r:id="{relation}"/>' for kind, which, relation in references
        )
        title_page = "<w:titlePg/>" if first else ""
        return f'<w:sectPr>{written}<w:type w:val="nextPage"/>{page}{numbers}{title_page}</w:sectPr>'

    def _running(self, left: str, right: str, width: int) -> str:
        stop = f'<w:tabs><w:tab w:val="clear" w:pos="{PORTRAIT_WIDTH}"/><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
        return f'<w:p><w:pPr><w:pStyle w:val="Header"/>{stop}</w:pPr>{run(left)}{tab()}{run(right)}</w:p>'

    def _header(self, name: str, words: str) -> str:
        document = self._state.document
        fiction = ""
        if document.fictional:
            fiction = f'<w:p><w:pPr><w:pStyle w:val="CatatanRekaan"/></w:pPr>{run(_FICTION)}</w:p>'
        mark = _watermark(f"konsep_{name}") if document.draft else ""
        body = f"{words}{fiction}"
        body = f'{body or ""}<w:p><w:pPr><w:pStyle w:val="KepalaKosong"/></w:pPr>{mark}</w:p>'
        return self._part("header", name, f"<w:hdr {NAMESPACES}>{body}</w:hdr>")

    def _footer(self, name: str, body: str) -> str:
        content = body or '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p>'
        return self._part("footer", name, f"<w:ftr {NAMESPACES}>{content}</w:ftr>")

    def _part(self, kind: str, name: str, content: str) -> str:
        target = f"{kind}_{name}.xml"
        text = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{content}'
        self._state.package.add(f"word/{target}", text.encode("utf-8"), CONTENT_TYPES[kind])
        return self._state.package.relate(_MAIN, kind, target)


def _page() -> str:
    return field("PAGE", "1")


def _watermark(name: str) -> str:
    """``w:pict`` with the word KONSEP across the page."""
    return (
        f'<w:r><w:pict><v:shape id="{name}" o:spid="_x0000_{name}" type="#_x0000_t136" alt="Tanda air KONSEP" '
        'style="position:absolute;margin-left:0;margin-top:0;width:380pt;height:110pt;rotation:315;z-index:-251658752;'
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" '
        'fillcolor="#e3e7ec" stroked="f" coordsize="21600,21600" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
        '<v:fill opacity=".5"/><v:textpath on="t" fitshape="t" style="font-family:&quot;Arial&quot;;font-size:1pt" '
        'string="KONSEP"/></v:shape></w:pict></w:r>'
    )
