"""A base document of the regency's own carries a book, completed by ours, or is refused in words."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Cm
from lxml import etree

from smartplan.writers.word import BaseFault, write_word
from smartplan.writers.word.base import read_base
from smartplan.writers.word.purposes import PURPOSES
from smartplan.writers.word.units import cm
from tests.office import require_office
from tests.writers.word.checker import audit, faults_of, parts_of
from tests.writers.word.reading import W, root_of, style_of, text_of
from tests.writers.word.sample import sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def saved(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def changed(base: bytes, change: Callable[[str, str], str]) -> bytes:
    """The base with each part changed; a part that becomes empty is left out."""
    made = {name: change(name, content.decode("utf-8")).encode() for name, content in parts_of(base).items()}
    return zipped({name: content for name, content in made.items() if content})


def style_named(data: bytes, name: str) -> etree._Element:
    (found,) = root_of(data, "word/styles.xml").xpath(
        "w:style[w:name[translate(@w:val, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')=$name]]",
        namespaces={"w": W[1:-1]},
        name=name.lower(),
    )
    return found


def levels_of(data: bytes, style: str) -> list[str]:
    """The words of each level of the list that the style called ``style`` belongs to."""
    number = style_named(data, style).find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
    numbers = root_of(data, "word/numbering.xml")
    names = {"w": W[1:-1]}
    (shape,) = numbers.xpath("w:num[@w:numId=$n]/w:abstractNumId/@w:val", namespaces=names, n=number)
    return numbers.xpath("w:abstractNum[@w:abstractNumId=$n]/w:lvl/w:lvlText/@w:val", namespaces=names, n=shape)


def test_every_style_of_ours_has_a_purpose_in_words(base: bytes) -> None:
    known = {name for names in PURPOSES.values() for name in names}
    assert {name.lower() for name in known} == set(read_base(base).styles)


def test_a_plain_word_file_carries_a_book_with_its_page_and_its_looks() -> None:
    plain = docx.Document()
    plain.styles["Heading 1"].font.name = "Courier New"
    plain.sections[0].left_margin = Cm(5)
    data = write_word(sample(), saved(plain)).data
    assert faults_of(data) == []
    assert audit(data) == []
    assert style_named(data, "heading 1").find(f"{W}rPr/{W}rFonts").get(f"{W}ascii") == "Courier New"
    assert {node.get(f"{W}left") for node in root_of(data).iter(f"{W}pgMar")} >= {str(cm(5))}
    assert "id-ID" in etree.tostring(root_of(data, "word/styles.xml").find(f"{W}docDefaults")).decode()


def test_its_chapters_are_counted_as_the_book_says(base: bytes) -> None:
    data = write_word(sample(), saved(docx.Document())).data
    for style in ("heading 1", "heading 2", "heading 3"):
        assert levels_of(data, style) == ["BAB %1", "%1.%2", "%1.%2.%3"]
    assert levels_of(data, "Judul Lampiran")[0] == "Lampiran %1"
    own = levels_of(write_word(sample(), base).data, "List Bullet")
    assert levels_of(data, "List Bullet") == own


def test_what_is_missing_is_told_in_one_sentence_with_its_purpose() -> None:
    (note,) = read_base(saved(docx.Document())).notes
    assert note.startswith("templat Word tidak memuat ")
    assert "judul lampiran (Judul Lampiran, Subjudul Lampiran, Anak Judul Lampiran)" in note
    assert "tabel (Teks Tabel, " in note
    assert "heading 1" not in note


def test_one_style_taken_out_is_put_back(base: bytes) -> None:
    without = changed(base, lambda name, text: text.replace('w:name w:val="Body Text"', 'w:name w:val="Lain"'))
    # Another style has its id then.
    without = changed(without, lambda name, text: text.replace('"BodyText"', '"Lain"'))
    assert read_base(without).notes == ("templat Word tidak memuat 1 gaya; dipakai gaya bawaan untuk isi (Body Text)",)
    data = write_word(sample(), without).data
    assert faults_of(data) == []
    assert "BodyText" in {style_of(node) for node in root_of(data).iter(f"{W}p")}


def test_a_style_of_another_kind_under_our_name_is_set_apart(base: bytes) -> None:
    def as_character(name: str, text: str) -> str:
        return text.replace(
            '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Sumber">',
            '<w:style w:type="character" w:customStyle="1" w:styleId="Sumber">',
        )

    data = write_word(sample(), changed(base, as_character)).data
    assert faults_of(data) == []
    assert style_named(data, "Sumber").get(f"{W}type") == "paragraph"
    assert style_named(data, "Sumber (templat)").get(f"{W}type") == "character"


def test_translated_ids_and_translated_names_are_known(base: bytes) -> None:
    def ids(name: str, text: str) -> str:
        return text.replace('"Heading1"', '"Judul1"').replace('"BodyText"', '"TeksIsi"')

    def names(name: str, text: str) -> str:
        return text.replace('w:name w:val="heading 1"', 'w:name w:val="Judul 1"').replace(
            'w:name w:val="Title"', 'w:name w:val="Judul"'
        )

    data = write_word(sample(), changed(base, ids)).data
    assert {"Judul1", "TeksIsi"} <= {style_of(node) for node in root_of(data).iter(f"{W}p")}
    named = changed(base, names)
    assert read_base(named).notes == ()
    assert "Heading1" in {style_of(node) for node in root_of(write_word(sample(), named).data).iter(f"{W}p")}


def test_header_and_footer_keep_the_words_of_the_base_and_ours() -> None:
    plain = docx.Document()
    plain.sections[0].header.paragraphs[0].text = "Pemerintah Kabupaten Rekaan"
    plain.sections[0].footer.paragraphs[0].text = "Dokumen dinas"
    data = write_word(sample(), saved(plain)).data
    assert faults_of(data) == []
    parts = parts_of(data)
    names = {text_of(root_of(data, name)): name for name in parts if name.startswith(("word/header", "word/footer"))}
    assert sum("Pemerintah Kabupaten Rekaan" in words and "BUKU II" in words for words in names) >= 1
    assert any("Dokumen dinas" in words for words in names)
    cover = next(root_of(data).iter(f"{W}sectPr"))
    related = {node.get("Id"): node.get("Target") for node in root_of(data, "word/_rels/document.xml.rels")}
    for node in cover.iter(f"{W}headerReference", f"{W}footerReference"):
        target = related[node.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")]
        assert "Dokumen dinas" not in text_of(root_of(data, f"word/{target}"))


def test_a_sideways_page_is_set_upright_and_told() -> None:
    plain = docx.Document()
    section = plain.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    base = read_base(saved(plain))
    assert base.page.width < base.page.height
    assert any("mendatar" in note for note in base.notes)


def test_lists_of_contents_reach_the_right_margin_of_the_page(base: bytes) -> None:
    wide = changed(base, lambda name, text: text.replace('w:right="1701"', 'w:right="567"'))
    page = read_base(wide).page
    assert page.text_width == 11906 - 2268 - 567
    data = write_word(sample(), wide).data
    for style in ("toc 1", "table of figures", "Kepala Berjalan"):
        stops = style_named(data, style).findall(f"{W}pPr/{W}tabs/{W}tab")
        assert stops[-1].get(f"{W}pos") == str(page.text_width)


@pytest.mark.parametrize(
    "lost", ["word/footnotes.xml", "word/numbering.xml", "word/theme/theme1.xml", "word/settings.xml"]
)
def test_a_part_that_is_not_there_is_ours(base: bytes, lost: str) -> None:
    def without(name: str, text: str) -> str:
        if name == "[Content_Types].xml":
            return text.replace(f'<Override PartName="/{lost}"', '<Override PartName="/lain.xml"')
        return "" if name == lost else text

    data = write_word(sample(), changed(base, without)).data
    assert faults_of(data) == []
    assert lost in parts_of(data)
    if "theme" in lost:
        assert any("tema" in note for note in read_base(changed(base, without)).notes)


def test_text_comments_and_protection_of_the_base_stay_behind() -> None:
    plain = docx.Document()
    run = plain.add_paragraph("Rahasia kantor").runs[0]
    plain.add_comment([run], text="jangan dibagikan", author="X", initials="X")
    held = b"".join(parts_of(write_word(sample(), saved(plain)).data).values())
    assert b"Rahasia kantor" not in held
    assert b"jangan dibagikan" not in held


def strict(base: bytes) -> bytes:
    return changed(
        base,
        lambda name, text: text.replace(
            "http://schemas.openxmlformats.org/officeDocument/", "http://purl.oclc.org/ooxml/officeDocument/"
        ),
    )


def retyped(base: bytes, kind: str) -> bytes:
    return changed(
        base,
        lambda name, text: text.replace(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", kind
        ),
    )


REFUSED = {
    "with macros": (
        lambda base: retyped(base, "application/vnd.ms-word.document.macroEnabled.main+xml"),
        "memuat makro",
    ),
    "a macro part": (lambda base: zipped({**parts_of(base), "word/vbaProject.bin": b"x"}), "memuat makro"),
    "encrypted": (lambda base: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
    "old": (lambda base: b"\xd0\xcf\x11\xe0" + bytes(600), "bentuk lama (.doc)"),
    "strict": (strict, "Strict Open XML"),
    "OpenDocument": (lambda base: zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "OpenDocument"),
    "a workbook": (
        lambda base: retyped(base, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
        "buku kerja Excel",
    ),
    "cut off": (lambda base: base[: len(base) // 2], "bukan berkas .docx"),
    "broken styles": (
        lambda base: changed(base, lambda name, text: text[:-20] if name == "word/styles.xml" else text),
        "“word/styles.xml” di templat Word rusak",
    ),
    "entities": (
        lambda base: changed(
            base,
            lambda name, text: text.replace("<w:styles ", '<!DOCTYPE x [<!ENTITY a "b">]><w:styles ', 1),
        ),
        "rusak",
    ),
    "no styles": (
        lambda base: changed(base, lambda name, text: "" if name == "word/styles.xml" else text),
        "tidak memuat gaya",
    ),
    "a narrow page": (
        lambda base: changed(base, lambda name, text: text.replace('w:right="1701"', 'w:right="8000"')),
        "terlalu sempit",
    ),
}


@pytest.mark.parametrize(("change", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_carry_a_book_is_refused_in_words(
    base: bytes, change: Callable[[bytes], bytes], words: str
) -> None:
    with pytest.raises(BaseFault) as caught:
        write_word(sample(), change(base))
    assert words in caught.value.message
    assert caught.value.hint


@pytest.mark.office
def test_our_base_saved_by_libreoffice_carries_a_book(base: bytes, tmp_path: Path) -> None:
    source = tmp_path / "asli.docx"
    source.write_bytes(base)
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [
        require_office(),
        profile,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(tmp_path / "baru"),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    again = (tmp_path / "baru" / "asli.docx").read_bytes()
    data = write_word(sample(), again).data
    assert faults_of(data) == []
    assert levels_of(data, "heading 1")[0] == "BAB %1"
    # The header stands within the sheet although LibreOffice, which saw none, says 0.
    assert {node.get(f"{W}header") for node in root_of(data).iter(f"{W}pgMar")} == {"850"}
    shutil.rmtree(tmp_path / "profil", ignore_errors=True)
