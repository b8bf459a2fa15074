"""Make templates/word/dasar.docx, the looks of all books: ``python tests/tools/build_word_base.py``.

A second run gives the same bytes. Written by hand rather than taken from another program, so that the file holds only
styles that books use, its language is Indonesian, and a designer finds every style by its name in Word.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Final

TARGET: Final = Path(__file__).parents[2] / "templates" / "word" / "dasar.docx"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE: Final = "http://schemas.openxmlformats.org"
W: Final = f'xmlns:w="{OFFICE}/wordprocessingml/2006/main"'
R: Final = f'xmlns:r="{OFFICE}/officeDocument/2006/relationships"'
MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAVY, GOLD, GREY = "1F3864", "C9A227", "404040"


def style(
    name: str,
    title: str,
    paragraph: str = "",
    looks: str = "",
    *,
    based: str | None = "Normal",
    following: str | None = None,
    extra: str = "",
    default: bool = False,
) -> str:
    """A paragraph style; ``paragraph`` and ``looks`` are in the order of the schema."""
    parts = [f'<w:name w:val="{title}"/>']
    if based and not default:
        parts.append(f'<w:basedOn w:val="{based}"/>')
    if following:
        parts.append(f'<w:next w:val="{following}"/>')
    parts.append(f"{extra}<w:qFormat/>")
    if paragraph:
        parts.append(f"<w:pPr>{paragraph}</w:pPr>")
    if looks:
        parts.append(f"<w:rPr>{looks}</w:rPr>")
    mark = ' w:default="1"' if default else ""
    return f'<w:style w:type="paragraph"{mark} w:styleId="{name}">{"".join(parts)}</w:style>'


def spacing(before: int = 0, after: int = 0, line: int | None = None) -> str:
    """Twentieths of a point; ``line`` in 240ths of a line."""
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def size(points: float) -> str:
    half = int(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def styles() -> str:
    center, right, left = ('<w:jc w:val="center"/>', '<w:jc w:val="right"/>', '<w:jc w:val="left"/>')
    bold, caps = "<w:b/><w:bCs/>", "<w:caps/>"
    navy = f'<w:color w:val="{NAVY}"/>'
    white = '<w:color w:val="FFFFFF"/>'
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="{GOLD}"/></w:pBdr>'
    dots = '<w:tabs><w:tab w:val="{kind}" w:pos="{first}"/><w:tab w:val="right" w:leader="dot" w:pos="7937"/></w:tabs>'
    keep = "<w:keepNext/><w:keepLines/>"
    found = [
        style("Normal", "Normal", spacing(0, 120, 324), default=True),
        style("BodyText", "Body Text", '<w:jc w:val="both"/>'),
        style("Tengah", "Tengah", center),
        style("Kanan", "Kanan", right),
        style("Catatan", "Catatan", "", f'<w:i/><w:iCs/><w:color w:val="{GREY}"/>{size(9.5)}'),
        style("Quote", "Quote", '<w:ind w:left="567" w:right="567"/><w:jc w:val="both"/>', "<w:i/><w:iCs/>"),
        style("Pembuka", "Pembuka", '<w:jc w:val="both"/>', f"{navy}{size(12)}"),
        style(
            "Heading1",
            "heading 1",
            f'{keep}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{rule}{spacing(0, 360, 300)}{center}'
            '<w:outlineLvl w:val="0"/>',
            f"{bold}{caps}{navy}{size(16)}",
            following="BodyText",
        ),
        style(
            "Heading2",
            "heading 2",
            f'{keep}<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>{spacing(320, 120, 276)}{left}'
            '<w:outlineLvl w:val="1"/>',
            f"{bold}{navy}{size(13)}",
            following="BodyText",
        ),
        style(
            "Heading3",
            "heading 3",
            f'{keep}<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>{spacing(240, 100, 276)}{left}'
            '<w:outlineLvl w:val="2"/>',
            f"{bold}{navy}{size(11.5)}",
            following="BodyText",
        ),
        style(
            "JudulDepan",
            "Judul Depan",
            f'{keep}<w:pageBreakBefore/>{rule}{spacing(0, 360, 300)}{center}<w:outlineLvl w:val="0"/>',
            f"{bold}{caps}{navy}{size(15)}",
            following="BodyText",
        ),
        style(
            "JudulDaftar",
            "Judul Daftar",
            f"{keep}<w:pageBreakBefore/>{rule}{spacing(0, 240, 300)}{center}",
            f"{bold}{caps}{navy}{size(15)}",
            following="BodyText",
        ),
        style(
            "JudulLampiran",
            "Judul Lampiran",
            f'{keep}{rule}{spacing(0, 360, 300)}{center}<w:outlineLvl w:val="0"/>',
            f"{bold}{caps}{navy}{size(15)}",
            following="BodyText",
        ),
        style("Subjudul2", "Subjudul 2", f"{keep}{spacing(300, 120, 276)}{left}", f"{bold}{navy}{size(13)}"),
        style("Subjudul3", "Subjudul 3", f"{keep}{spacing(220, 100, 276)}{left}", f"{bold}{navy}{size(11.5)}"),
        style("KeteranganTabel", "Keterangan Tabel", f"{keep}{spacing(240, 80, 264)}{center}", f"{bold}{size(10)}"),
        style("Gambar", "Gambar", f"<w:keepNext/>{spacing(200, 60, 240)}{center}"),
        style("KeteranganGambar", "Keterangan Gambar", f"{spacing(60, 60, 264)}{center}", f"{bold}{size(10)}"),
        style(
            "Sumber", "Sumber", f"{spacing(60, 200, 252)}{left}", f'<w:i/><w:iCs/><w:color w:val="{GREY}"/>{size(9)}'
        ),
        style("Rapat", "Rapat", f"{spacing(0, 0, 240)}", size(6)),
        style("IsiTabel", "Isi Tabel", f"{spacing(30, 30, 252)}{left}", size(9)),
        style("KepalaTabel", "Kepala Tabel", f"<w:keepNext/>{spacing(50, 50, 252)}{center}", size(9), based="IsiTabel"),
        style("IsiKotak", "Isi Kotak", f"{spacing(0, 80, 288)}{left}", size(10.5)),
        style("JudulKotak", "Judul Kotak", f"<w:keepNext/>{spacing(0, 60, 264)}{left}", f"{bold}{navy}{size(10.5)}"),
        style("DaftarButir", "Daftar Butir", f'{spacing(0, 70, 312)}<w:jc w:val="both"/>'),
        style("TandaTangan", "Tanda Tangan", f"<w:keepNext/>{spacing(0, 20, 276)}{center}"),
        style("RuangTandaTangan", "Ruang Tanda Tangan", f"<w:keepNext/>{spacing(900, 0, 240)}{center}"),
        style("SampulLogo", "Sampul Logo", f"{spacing(600, 240, 240)}{center}"),
        style("SampulDaerah", "Sampul Daerah", f"{spacing(300, 700, 288)}{center}", f"{bold}{navy}{size(20)}"),
        style(
            "SampulLabel",
            "Sampul Label",
            f"{spacing(60, 60, 276)}{center}",
            f'{bold}<w:color w:val="E7C65A"/>{size(16)}',
        ),
        style("SampulJudul", "Sampul Judul", f"{spacing(60, 60, 300)}{center}", f"{bold}{white}{size(26)}"),
        style("SampulPita", "Sampul Pita", f"{spacing(20, 20, 240)}{center}", f"{bold}{white}{size(8)}"),
        style("SampulKaki", "Sampul Kaki", f"{spacing(2600, 60, 276)}{center}", f"{bold}{navy}{size(14)}"),
        style("SampulTahun", "Sampul Tahun", f"{spacing(0, 0, 276)}{center}", f"{bold}{navy}{size(14)}"),
        style(
            "DalamLabel",
            "Dalam Label",
            f"{spacing(2600, 200, 276)}{center}",
            f'{bold}<w:color w:val="8A6D0B"/>{size(14)}',
        ),
        style("DalamJudul", "Dalam Judul", f"{rule}{spacing(0, 300, 300)}{center}", f"{bold}{navy}{size(20)}"),
        style("DalamDaerah", "Dalam Daerah", f"{spacing(200, 4200, 276)}{center}", f"{navy}{size(14)}"),
        style("DalamKaki", "Dalam Kaki", f"{spacing(0, 0, 300)}{center}", f"{bold}{navy}{size(12)}"),
        style(
            "Header",
            "header",
            f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{GOLD}"/></w:pBdr>'
            f'<w:tabs><w:tab w:val="right" w:pos="7937"/></w:tabs>{spacing(0, 0, 240)}',
            f'<w:color w:val="{GREY}"/>{size(8.5)}',
        ),
        style("KepalaKosong", "Kepala Kosong", spacing(0, 0, 240), size(2)),
        style(
            "CatatanRekaan",
            "Catatan Rekaan",
            f"{spacing(20, 0, 240)}{center}",
            f'{bold}<w:color w:val="A1262B"/>{size(8)}',
        ),
        style("Footer", "footer", spacing(0, 0, 240), f'<w:color w:val="{GREY}"/>{size(9.5)}'),
        style(
            "TOC1",
            "toc 1",
            dots.format(kind="left", first=1134)
            + f'{spacing(120, 40, 264)}<w:ind w:left="1134" w:hanging="1134"/>{left}',
            bold,
        ),
        style(
            "TOC2",
            "toc 2",
            dots.format(kind="left", first=1134) + f'{spacing(0, 20, 264)}<w:ind w:left="1134" w:hanging="567"/>{left}',
        ),
        style(
            "TOC3",
            "toc 3",
            dots.format(kind="left", first=1871) + f'{spacing(0, 20, 264)}<w:ind w:left="1871" w:hanging="737"/>{left}',
            size(10),
        ),
        style(
            "TableofFigures",
            "table of figures",
            dots.format(kind="left", first=1361)
            + f'{spacing(0, 40, 264)}<w:ind w:left="1361" w:hanging="1361"/>{left}',
            size(10.5),
        ),
        style("FootnoteText", "footnote text", f"{spacing(0, 40, 240)}{left}", size(9)),
    ]
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{size(11)}<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="TabelBuku"><w:name w:val="Tabel Buku"/><w:basedOn w:val="TableNormal"/>'
        "<w:tblPr><w:tblBorders>"
        f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{NAVY}"/><w:left w:val="single" w:sz="4" w:space="0" w:color="B7C4D3"/>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{NAVY}"/><w:right w:val="single" w:sz="4" w:space="0" w:color="B7C4D3"/>'
        '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="B7C4D3"/>'
        '<w:insideV w:val="single" w:sz="4" w:space="0" w:color="B7C4D3"/></w:tblBorders></w:tblPr></w:style>'
    )
    character = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
        "</w:style>"
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1F4E79"/>'
        '<w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr>'
        '<w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )
    return f"{HEAD}<w:styles {W}>{defaults}{''.join(found)}{character}{table}</w:styles>"


def numbering() -> str:
    """One list for all headings: BAB I, 1.1, 1.1.1."""
    levels = (
        ("upperRoman", "Heading1", '<w:suff w:val="nothing"/>', "BAB %1", "", '<w:ind w:left="0" w:firstLine="0"/>'),
        ("decimal", "Heading2", "", "%1.%2", "<w:isLgl/>", '<w:ind w:left="709" w:hanging="709"/>'),
        ("decimal", "Heading3", "", "%1.%2.%3", "<w:isLgl/>", '<w:ind w:left="851" w:hanging="851"/>'),
    )
    written = "".join(
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{name}"/>{legal}{suffix}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr></w:lvl>'
        for number, (form, name, suffix, text, legal, indent) in enumerate(levels)
    )
    return (
        f'{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{written}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def settings() -> str:
    return (
        f'{HEAD}<w:settings {W}><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def footnotes() -> str:
    return (
        f'{HEAD}<w:footnotes {W} {R}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )


def theme() -> str:
    colours = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": NAVY, "lt2": "E9F0F7", "accent1": "1F4E79", "accent2": GOLD,
        "accent3": "00665E", "accent4": "7A2E7E", "accent5": "A1262B", "accent6": "3A6B1F", "hlink": "1F4E79", "folHlink": "7A2E7E",
    }  # fmt: skip
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="{OFFICE}/drawingml/2006/main" name="smartplan"><a:themeElements>'
        f'<a:clrScheme name="smartplan">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="smartplan"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="smartplan"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def fonts() -> str:
    return (
        f'{HEAD}<w:fonts {W}><w:font w:name="Arial"><w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def parts() -> dict[str, str]:
    kinds = {
        "document": f"{MAIN}.document.main+xml",
        "styles": f"{MAIN}.styles+xml",
        "numbering": f"{MAIN}.numbering+xml",
        "settings": f"{MAIN}.settings+xml",
        "footnotes": f"{MAIN}.footnotes+xml",
        "fontTable": f"{MAIN}.fontTable+xml",
    }
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in kinds.items())
    types = (
        f'{HEAD}<Types xmlns="{OFFICE}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="svg" ContentType="image/svg+xml"/>'
        f"{overrides}"
        '<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )
    relation = f"{OFFICE}/officeDocument/2006/relationships"
    package = f"{OFFICE}/package/2006/relationships"
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{relation}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(
            (
                ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("settings", "settings.xml"),
                ("footnotes", "footnotes.xml"), ("fontTable", "fontTable.xml"), ("theme", "theme/theme1.xml"),
            ),
            1,
        )
    )  # fmt: skip
    core = f"{package}/metadata/core-properties"
    return {
        "[Content_Types].xml": types,
        "_rels/.rels": (
            f'{HEAD}<Relationships xmlns="{package}">'
            f'<Relationship Id="rId1" Type="{relation}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/></Relationships>'
        ),
        "docProps/core.xml": (
            f'{HEAD}<cp:coreProperties xmlns:cp="{OFFICE}/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>id-ID</dc:language></cp:coreProperties>'
        ),
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{package}">{inner}</Relationships>',
        "word/document.xml": (
            f'{HEAD}<w:document {W}><w:body><w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1701" w:right="1701" w:bottom="1701" w:left="2268" w:header="850" w:footer="850" w:gutter="0"/>'
            "</w:sectPr></w:body></w:document>"
        ),
        "word/fontTable.xml": fonts(),
        "word/footnotes.xml": footnotes(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/styles.xml": styles(),
        "word/theme/theme1.xml": theme(),
    }


def main() -> None:
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts().items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 3
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode("utf-8"))


if __name__ == "__main__":
    main()
