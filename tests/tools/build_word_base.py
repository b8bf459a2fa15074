"""Makes ``templates/word/dasar.docx``, the looks of every Word book: styles, lists, theme, page, settings.

Usage: ``python tests/tools/build_word_base.py [OUT]``. A second run gives the same bytes. A designer may also open the
result in Word and change the looks there: the writer finds styles by their names and takes the page from it.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from typing import Final

TARGET: Final = Path(__file__).parents[2] / "templates" / "word" / "dasar.docx"
OFFICE: Final = "http://schemas.openxmlformats.org"
W: Final = f"{OFFICE}/wordprocessingml/2006/main"
R: Final = f"{OFFICE}/officeDocument/2006/relationships"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NAVY, BLUE, GOLD, DARK_GOLD = "1F3864", "1F4E79", "C9A227", "7A5F00"
GREY, RULE, RED = "404040", "B7C4D3", "A1262B"
FONT: Final = "Arial"
TEXT_WIDTH: Final = 7937  # twips: A4 with margins 4-3-3-3 cm


def element(tag: str, **attributes: object) -> str:
    """An empty element ``w:tag``; attributes carry the same prefix."""
    return f"<w:{tag}" + "".join(f' w:{name}="{value}"' for name, value in attributes.items()) + "/>"


def look(
    *,
    size: float = 0,
    bold: bool = False,
    italic: bool = False,
    color: str = "",
    caps: bool = False,
    spread: int = 0,
    under: bool = False,
) -> str:
    """The inside of ``w:rPr`` in the schema's order; ``size`` in points, ``spread`` in twentieths of a point."""
    parts = ["<w:b/><w:bCs/>"] if bold else []
    parts += ["<w:i/><w:iCs/>"] if italic else []
    parts += ["<w:caps/>"] if caps else []
    parts += [element("color", val=color)] if color else []
    parts += [element("spacing", val=spread)] if spread else []
    parts += [element("sz", val=round(size * 2)) + element("szCs", val=round(size * 2))] if size else []
    parts += [element("u", val="single")] if under else []
    return "".join(parts)


def spacing(before: float = 0, after: float = 0, line: float = 0) -> str:
    """``before`` and ``after`` in points, ``line`` as a multiple."""
    between = {"line": round(line * 240), "lineRule": "auto"} if line else {}
    return element("spacing", before=round(before * 20), after=round(after * 20), **between)


def border(side: str, size: int, color: str, space: int = 0) -> str:
    """``size`` in eighths of a point."""
    return element(side, val="single", sz=size, space=space, color=color)


def tabs(*stops: tuple[str, int, str]) -> str:
    """Stops as kind, position in twips, leader."""
    made = (element("tab", val=kind, **({"leader": leader} if leader else {}), pos=at) for kind, at, leader in stops)
    return f"<w:tabs>{''.join(made)}</w:tabs>"


def in_list(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def align(side: str) -> str:
    return element("jc", val=side)


def style(
    name: str,
    paragraph: str = "",
    run: str = "",
    *,
    based: str | None = "Normal",
    identifier: str = "",
    following: str = "",
    kind: str = "paragraph",
    default: bool = False,
) -> str:
    """A style. One of ours has its name without spaces as id; one of Word's own gets its ``identifier``."""
    marks = (' w:default="1"' if default else "") + ("" if identifier else ' w:customStyle="1"')
    inside = element("name", val=name)
    inside += element("basedOn", val=based) if based else ""
    inside += element("next", val=following) if following else ""
    inside += "<w:qFormat/>"
    inside += f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    inside += f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:style w:type="{kind}"{marks} w:styleId="{identifier or name.replace(" ", "")}">{inside}</w:style>'


KEEP: Final = "<w:keepNext/><w:keepLines/>"


def heading_styles() -> list[str]:
    rule = "<w:pBdr>" + border("bottom", 18, GOLD, space=8) + "</w:pBdr>"
    top_look = look(size=16, bold=True, color=NAVY, caps=True)
    second_look = look(size=13, bold=True, color=NAVY)
    third_look = look(size=11.5, bold=True, color="262626")

    def top(name: str, before_rule: str, identifier: str = "") -> str:
        shape = KEEP + before_rule + rule + spacing(0, 18, 1.2) + align("center") + element("outlineLvl", val=0)
        return style(name, shape, top_look, identifier=identifier, following="BodyText")

    def lower(name: str, level: int, number: int | None, identifier: str = "") -> str:
        before, after = (16, 6) if level == 1 else (12, 4)
        shape = (
            KEEP
            + (in_list(number, level) if number is not None else "")
            + spacing(before, after, 1.15)
            + align("left")
            + element("outlineLvl", val=level)
        )
        return style(
            name, shape, second_look if level == 1 else third_look, identifier=identifier, following="BodyText"
        )

    def letter_title(name: str, level: int) -> str:
        shape = KEEP + spacing(0, 0, 1.2) + align("center") + element("outlineLvl", val=level)
        return style(name, shape, look(bold=True), following="BodyText")

    return [
        top("heading 1", in_list(1, 0), "Heading1"),
        lower("heading 2", 1, 1, "Heading2"),
        lower("heading 3", 2, 1, "Heading3"),
        top("Judul Depan", "<w:pageBreakBefore/>"),
        top("Judul Lampiran", in_list(2, 0)),
        lower("Subjudul Lampiran", 1, 2),
        lower("Anak Judul Lampiran", 2, 2),
        lower("Subjudul Lepas", 1, None),
        lower("Anak Judul Lepas", 2, None),
        *(
            letter_title(name, level)
            for level, name in enumerate(("Judul Naskah", "Subjudul Naskah", "Anak Judul Naskah"))
        ),
        style(
            "Lampiran Naskah",
            "<w:keepNext/>" + spacing(0, 2.85, 1.15) + align("left") + element("outlineLvl", val=0),
            following="BodyText",
        ),
    ]


def text_styles() -> list[str]:
    item = spacing(0, 3, 1.3) + "<w:contextualSpacing/>" + align("left")
    rules = "<w:pBdr>" + border("top", 12, GOLD, space=8) + border("bottom", 12, GOLD, space=8) + "</w:pBdr>"
    quote_bar = "<w:pBdr>" + border("left", 18, GOLD, space=10) + "</w:pBdr>"
    return [
        style("Body Text", spacing(0, 6, 1.35) + align("both"), identifier="BodyText"),
        style("Isi Tengah", align("center"), based="BodyText"),
        style("Isi Kanan", align("right"), based="BodyText"),
        style("Pengantar", spacing(0, 10, 1.35) + align("left"), look(size=12, color=NAVY), based="BodyText"),
        style("Catatan", spacing(2, 8, 1.15) + align("left"), look(size=9.5, color=GREY), based="BodyText"),
        style(
            "Quote",
            quote_bar + spacing(4, 10, 1.3) + element("ind", left=567, right=567),
            look(italic=True, color=GREY),
            based="BodyText",
            identifier="Quote",
        ),
        style("Besar", rules + spacing(8, 12, 1.2) + align("center"), look(size=18, bold=True, color=NAVY)),
        style("List Bullet", in_list(3, 0) + item, based="BodyText", identifier="ListBullet"),
        style("List Number", in_list(4, 0) + item, based="BodyText", identifier="ListNumber"),
        style("Daftar Huruf", in_list(5, 0) + item, based="BodyText"),
        style(
            "caption", spacing(10, 4, 1.1) + align("center"), look(size=10, bold=True, color=NAVY), identifier="Caption"
        ),
        style("Judul Tabel", KEEP, based="Caption"),
        style("Judul Gambar", "<w:keepLines/>" + spacing(4, 6, 1.1), based="Caption"),
        style("Gambar", "<w:keepNext/>" + spacing(10, 4) + align("center")),
        style("Sumber", spacing(3, 12, 1.1) + align("left"), look(size=9, italic=True, color=GREY)),
        style("Jarak", element("spacing", before=0, after=0, line=200, lineRule="exact"), look(size=8)),
        style("Kotak", spacing(0, 4, 1.25) + align("left"), look(size=10)),
        style("Judul Kotak", "<w:keepNext/>" + spacing(2, 4, 1.15), look(bold=True, color=NAVY), based="Kotak"),
        style("Angka Besar", KEEP + spacing(2, 0, 1.05) + align("left"), look(size=15, bold=True, color=NAVY)),
        style("Keterangan Angka", spacing(0, 2, 1.1) + align("left"), look(size=9, color=GREY)),
        style("Tanda Tangan", KEEP + spacing(0, 0, 1.15) + align("center")),
        style("Nama Penanda Tangan", spacing(56, 0, 1.15), look(bold=True, under=True), based="TandaTangan"),
        style("footnote text", spacing(0, 2) + align("left"), look(size=9), identifier="FootnoteText"),
        style("annotation text", spacing(0, 2) + align("left"), look(size=10), identifier="CommentText"),
        style("header", tabs(("right", TEXT_WIDTH, "")) + spacing(), look(size=8.5, color=GREY), identifier="Header"),
        style("Kepala Berjalan", "<w:pBdr>" + border("bottom", 6, GOLD, space=4) + "</w:pBdr>", based="Header"),
        style("Catatan Rekaan", spacing(0, 4) + align("center"), look(bold=True, color=RED), based="Header"),
        style("footer", spacing() + align("center"), look(size=9, color=GREY), identifier="Footer"),
        style(
            "footnote reference",
            "",
            element("vertAlign", val="superscript"),
            based="DefaultParagraphFont",
            kind="character",
            identifier="FootnoteReference",
        ),
        style(
            "annotation reference",
            "",
            look(size=8),
            based="DefaultParagraphFont",
            kind="character",
            identifier="CommentReference",
        ),
        style(
            "Hyperlink",
            "",
            look(color=BLUE, under=True),
            based="DefaultParagraphFont",
            kind="character",
            identifier="Hyperlink",
        ),
        # Looks like the text round it: LibreOffice makes a link of a run only where it has a style of its own.
        style("Acuan", based="DefaultParagraphFont", kind="character"),
        style("Belum Diisi", "", look(color="5C3A00"), based="DefaultParagraphFont", kind="character"),
    ]


def table_text_styles() -> list[str]:
    """Of tables, and once more in small letters for tables of so many columns that words would break."""
    normal = _table_texts("", spacing(0, 0, 1.1), 9)
    return [
        *normal,
        *_table_texts(" Rapat", spacing(0, 0, 1.05), 7.5),
        style("Label Lembar", "", look(bold=True, color=NAVY), based="TeksTabel"),
    ]


def _table_texts(more: str, lines: str, size: float) -> list[str]:
    hang = tabs(("left", 170, "")) + element("ind", left=170, hanging=170)
    base = f"Teks Tabel{more}".replace(" ", "")
    return [
        style(f"Teks Tabel{more}", lines + align("left"), look(size=size)),
        style(f"Angka Tabel{more}", align("right"), based=base),
        style(f"Tengah Tabel{more}", align("center"), based=base),
        style(f"Butir Tabel{more}", hang, based=base),
        style(f"Kepala Tabel{more}", KEEP + align("center"), look(bold=True, color="FFFFFF"), based=base),
        style(f"Kelompok Tabel{more}", KEEP + spacing(2, 2), look(bold=True), based=base),
    ]


def contents_styles() -> list[str]:
    def entry(name: str, identifier: str, left: int, hanging: int, before: float, run: str) -> str:
        stops = tabs(("left", left, ""), ("right", TEXT_WIDTH, "dot"))
        shape = stops + spacing(before, 2, 1.1) + element("ind", left=left, hanging=hanging)
        return style(name, shape, run, identifier=identifier, following="Normal")

    return [
        entry("toc 1", "TOC1", 1361, 1361, 6, look(size=10.5, bold=True, color=NAVY)),
        entry("toc 2", "TOC2", 1361, 680, 0, look(size=10)),
        entry("toc 3", "TOC3", 2155, 794, 0, look(size=9.5, color=GREY)),
        entry("table of figures", "TableofFigures", 1361, 1361, 0, look(size=10)),
    ]


def cover_styles() -> list[str]:
    rule = "<w:pBdr>" + border("bottom", 18, GOLD, space=14) + "</w:pBdr>"
    return [
        style("Sampul Logo", spacing() + align("center")),
        style("Sampul Daerah", spacing(16, 0, 1.15) + align("center"), look(size=20, bold=True, color=NAVY, caps=True)),
        style(
            "Sampul Label",
            spacing(0, 10) + align("left"),
            look(size=15, bold=True, color="F2C94C", caps=True, spread=60),
        ),
        style("Sampul Judul", spacing(0, 0, 1.05) + align("left"), look(size=32, bold=True, color="FFFFFF")),
        style("Sampul Subjudul", spacing(12, 0, 1.1) + align("left"), look(size=14, color="E3ECF5")),
        style("Sampul Pita", spacing() + align("center"), look(size=8, bold=True, color="FFFFFF")),
        style("Sampul Kantor", spacing(0, 4, 1.15) + align("center"), look(size=13, bold=True, color=NAVY)),
        style("Sampul Tahun", spacing(0, 0, 1.15) + align("center"), look(size=13, color=GREY)),
        style(
            "Dalam Label",
            spacing(0, 12) + align("center"),
            look(size=14, bold=True, color=DARK_GOLD, caps=True, spread=40),
        ),
        style(
            "Title",
            rule + spacing(0, 18, 1.1) + align("center"),
            look(size=26, bold=True, color=NAVY),
            identifier="Title",
        ),
        style("Subtitle", spacing(0, 12, 1.15) + align("center"), look(size=14, color=GREY), identifier="Subtitle"),
    ]


def table_styles() -> list[str]:
    def margins(top: int, left: int) -> str:
        sides = (("top", top), ("left", left), ("bottom", top), ("right", left))
        return f"<w:tblCellMar>{''.join(element(side, w=width, type='dxa') for side, width in sides)}</w:tblCellMar>"

    outer = "".join(border(side, 8, NAVY) for side in ("top", "left", "bottom", "right"))
    inner = border("insideH", 4, RULE) + border("insideV", 4, RULE)
    return [
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        f'<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{margins(0, 108)}</w:tblPr></w:style>',
        '<w:style w:type="table" w:customStyle="1" w:styleId="TabelBuku"><w:name w:val="Tabel Buku"/><w:basedOn w:val="TableNormal"/>'
        f"<w:qFormat/><w:tblPr><w:tblBorders>{outer}{inner}</w:tblBorders>{margins(34, 85)}</w:tblPr></w:style>",
    ]


def styles() -> str:
    fonts = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/>'
    language = '<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{look(size=11)}{language}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{element('spacing', after=0, line=240, lineRule='auto')}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    hidden = '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    plain = [
        style("Normal", based=None, identifier="Normal", default=True),
        f'<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>{hidden}',
        f'<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>{hidden}',
    ]
    groups = (
        plain,
        heading_styles(),
        text_styles(),
        table_text_styles(),
        contents_styles(),
        cover_styles(),
        table_styles(),
    )
    return f'{HEAD}<w:styles xmlns:w="{W}">{defaults}{"".join("".join(group) for group in groups)}</w:styles>'


def level(
    index: int,
    form: str,
    text: str,
    *,
    linked: str = "",
    legal: bool = False,
    bare: bool = False,
    hang: tuple[int, int] | None = None,
    color: str = "",
) -> str:
    """A list level; ``bare`` puts nothing between number and words, ``hang`` is left edge and hanging part in twips."""
    inside = element("start", val=1) + element("numFmt", val=form)
    inside += element("pStyle", val=linked) if linked else ""
    inside += "<w:isLgl/>" if legal else ""
    inside += element("suff", val="nothing") if bare else ""
    inside += element("lvlText", val=text) + element("lvlJc", val="left")
    if hang:
        inside += f"<w:pPr>{tabs(('num', hang[0], ''))}{element('ind', left=hang[0], hanging=hang[1])}</w:pPr>"
    inside += f"<w:rPr>{element('color', val=color)}</w:rPr>" if color else ""
    return f'<w:lvl w:ilvl="{index}">{inside}</w:lvl>'


def item_levels(form: str, marks: tuple[str, ...], linked: str, color: str = "") -> list[str]:
    steps = [(397 * (depth + 1), 397) for depth in range(len(marks))]
    return [
        level(depth, form, mark, linked=linked if depth == 0 else "", hang=steps[depth], color=color)
        for depth, mark in enumerate(marks)
    ]


def numbering() -> str:
    shapes = [
        [
            level(0, "upperRoman", "BAB %1", linked="Heading1", bare=True, color=DARK_GOLD),
            level(1, "decimal", "%1.%2", linked="Heading2", legal=True, hang=(680, 680)),
            level(2, "decimal", "%1.%2.%3", linked="Heading3", legal=True, hang=(794, 794)),
        ],
        [
            level(0, "decimal", "Lampiran %1", linked="JudulLampiran", bare=True, color=DARK_GOLD),
            level(1, "decimal", "L%1.%2", linked="SubjudulLampiran", hang=(794, 794)),
            level(2, "decimal", "L%1.%2.%3", linked="AnakJudulLampiran", hang=(964, 964)),
        ],
        item_levels("bullet", ("•", "–", "▪"), "ListBullet", color=BLUE),
        item_levels("decimal", ("%1.", "%2)", "(%3)"), "ListNumber"),
        item_levels("lowerLetter", ("%1.", "%2)", "(%3)"), "DaftarHuruf"),
    ]
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="5A1D000{number}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
        for number, levels in enumerate(shapes, 1)
    )
    uses = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, len(shapes) + 1))
    return f'{HEAD}<w:numbering xmlns:w="{W}">{abstract}{uses}</w:numbering>'


def theme() -> str:
    accents = ("1F4E79", "7A2E7E", "8A4B00", "00665E", RED, "3A6B1F")
    colors = {"dk1": "000000", "lt1": "FFFFFF", "dk2": NAVY, "lt2": "E9F0F7"}
    colors |= {f"accent{number}": color for number, color in enumerate(accents, 1)}
    colors |= {"hlink": BLUE, "folHlink": "7A2E7E"}
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colors.items())
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}<a:prstDash val="solid"/></a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{HEAD}<a:theme xmlns:a="{OFFICE}/drawingml/2006/main" name="smartplan"><a:themeElements>'
        f'<a:clrScheme name="smartplan">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="smartplan"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="smartplan"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def settings() -> str:
    modern = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    mapping = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"}
    mapping |= {f"accent{number}": f"accent{number}" for number in range(1, 7)}
    mapping |= {"hyperlink": "hyperlink", "followedHyperlink": "followedHyperlink"}
    return (
        f'{HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f'<w:compat>{modern}</w:compat><w:themeFontLang w:val="id-ID"/>{element("clrSchemeMapping", **mapping)}'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def footnotes() -> str:
    def mark(number: int, kind: str) -> str:
        return f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'

    both = mark(-1, "separator") + mark(0, "continuationSeparator")
    return f'{HEAD}<w:footnotes xmlns:w="{W}" xmlns:r="{R}">{both}</w:footnotes>'


def font_table() -> str:
    return (
        f'{HEAD}<w:fonts xmlns:w="{W}"><w:font w:name="{FONT}"><w:panose1 w:val="020B0604020202020204"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def document() -> str:
    words = (
        "Templat Word untuk semua buku. Ubah gaya di berkas ini untuk mengubah tampilan buku; tulisannya tidak dipakai."
    )
    return (
        f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body><w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'
        f"<w:r><w:t>{words}</w:t></w:r></w:p>"
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1701" w:bottom="1701" w:left="2268"'
        ' w:header="850" w:footer="850" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def core_properties() -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{OFFICE}/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Templat Word smartplan</dc:title>'
        "<dc:language>id-ID</dc:language></cp:coreProperties>"
    )


def extended_properties() -> str:
    return f'{HEAD}<Properties xmlns="{OFFICE}/officeDocument/2006/extended-properties"><Application>smartplan</Application></Properties>'


def relations(pairs: list[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(pairs, 1)
    )
    return f'{HEAD}<Relationships xmlns="{OFFICE}/package/2006/relationships">{inside}</Relationships>'


def content_types() -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    names = ("styles", "numbering", "settings", "fontTable", "footnotes")
    kinds = {"word/document.xml": f"{word}document.main+xml"} | {
        f"word/{name}.xml": f"{word}{name}+xml" for name in names
    }
    kinds["word/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    kinds["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    kinds["docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    inside = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{HEAD}<Types xmlns="{OFFICE}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inside}</Types>'
    )


def build() -> bytes:
    core = f"{OFFICE}/package/2006/relationships/metadata/core-properties"
    root = [
        (f"{R}/officeDocument", "word/document.xml"),
        (core, "docProps/core.xml"),
        (f"{R}/extended-properties", "docProps/app.xml"),
    ]
    names = ("styles", "numbering", "settings", "fontTable", "footnotes")
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(root),
        "docProps/app.xml": extended_properties(),
        "docProps/core.xml": core_properties(),
        "word/_rels/document.xml.rels": relations(
            [*((f"{R}/{name}", f"{name}.xml") for name in names), (f"{R}/theme", "theme/theme1.xml")]
        ),
        "word/document.xml": document(),
        "word/fontTable.xml": font_table(),
        "word/footnotes.xml": footnotes(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/styles.xml": styles(),
        "word/theme/theme1.xml": theme(),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            archive.writestr(entry, text.encode("utf-8"), zipfile.ZIP_DEFLATED, 6)
    return stream.getvalue()


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(build())
    print(target)
