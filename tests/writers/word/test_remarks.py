"""Remarks become comments in the margin, each round the very words that it speaks about."""

from __future__ import annotations

import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from smartplan.book.blocks import Heading, Paragraph, Piece
from smartplan.book.remarks import TITLE, Remark, heading_anchor
from smartplan.writers.word import write_word
from tests.office import require_office
from tests.writers.word.checker import audit, faults_of, parts_of
from tests.writers.word.reading import W, root_of, text_of
from tests.writers.word.sample import data, sample, words

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = "dimensi.smart_living.program[p3]"
ANCHORS = {
    "a value in a sentence": ("visi.rumusan", "Kota yang melayani & mendengar"),
    "a missing value": ("profil.penduduk", "[belum diisi: jumlah penduduk]"),
    "a cell": (f"{PROGRAM}.nama", "Program Layanan 3"),
    "a row": (PROGRAM, "Program Layanan 3"),
    "a value in a heading": ("wilayah.nama", "\nRencana Aksi Kabupaten Rekaan"),
    "a chapter": (heading_anchor("bab-rencana"), "\nRencana Aksi Kabupaten Rekaan"),
    "a form": ("qw.anggaran", "[belum diisi: anggaran]"),
    "the title": (TITLE, "Masterplan Smart City Daerah"),
    "nothing in the book": ("tiada.di.sini", "Masterplan Smart City Daerah"),
}


def told(anchor: str, *more: str, within: str | None = None) -> Remark:
    return Remark(anchor, ("Galat WJB002: belum diisi", *more), within=within)


def marked(body: etree._Element) -> dict[str, str]:
    """Comment id -> the words between its marks."""
    found: dict[str, str] = {}
    opened: list[str] = []
    for node in body.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t", f"{W}br"):
        if node.tag == f"{W}commentRangeStart":
            opened.append(node.get(f"{W}id") or "")
            found[opened[-1]] = ""
        elif node.tag == f"{W}commentRangeEnd":
            opened.remove(node.get(f"{W}id") or "")
        elif node.getparent().find(f"{W}rPr/{W}vanish") is None:
            for number in opened:
                found[number] += node.text or "\n"
    return found


@pytest.mark.parametrize(("anchor", "expected"), ANCHORS.values(), ids=ANCHORS)
def test_a_comment_stands_round_the_words_it_speaks_about(base: bytes, anchor: str, expected: str) -> None:
    data = write_word(sample(), base, remarks=[told(anchor, "Yang perlu dilakukan: isi")]).data
    assert faults_of(data) == []
    assert audit(data) == []
    assert list(marked(root_of(data)).values()) == [expected]


def test_a_comment_is_signed_and_dated_by_the_plan(base: bytes) -> None:
    data = write_word(sample(), base, remarks=[told(TITLE, "Lakukan <ini> & itu")]).data
    (comment,) = root_of(data, "word/comments.xml")
    assert {etree.QName(key).localname: value for key, value in comment.attrib.items()} == {
        "id": "0",
        "author": "smartplan",
        "initials": "SP",
        "date": "2026-02-28T00:00:00Z",
    }
    assert [text_of(line) for line in comment] == ["Galat WJB002: belum diisi", "Lakukan <ini> & itu"]
    (plain,) = root_of(write_word(sample(created=""), base, remarks=[told(TITLE)]).data, "word/comments.xml")
    assert plain.get(f"{W}date") is None


def test_several_on_one_field_have_a_comment_each(base: bytes) -> None:
    data = write_word(sample(), base, remarks=[told("visi.rumusan"), told("visi.rumusan"), told(PROGRAM)]).data
    assert faults_of(data) == []
    assert len(marked(root_of(data))) == 3


def test_a_place_is_looked_for_in_the_chapter_that_is_named(base: bytes) -> None:
    body = (
        Heading(1, words("Satu"), "satu"),
        Paragraph((data("di satu", "a.b"),)),
        Heading(1, words("Dua"), "dua"),
        Paragraph((data("di dua", "a.b"),)),
    )
    document = sample(front=(), body=body, back=())
    assert list(marked(root_of(write_word(document, base, remarks=[told("a.b")]).data)).values()) == ["di satu"]
    within = write_word(document, base, remarks=[told("a.b", within="dua")]).data
    assert list(marked(root_of(within)).values()) == ["di dua"]


def test_a_value_in_a_footnote_has_its_comment_at_the_mark(base: bytes) -> None:
    note = Piece("", footnote=(data("Sumber rahasia", "profil.luas"),))
    document = sample(front=(), body=(Paragraph((Piece("Luas"), note)),), back=())
    made = write_word(document, base, remarks=[told("profil.luas")]).data
    assert faults_of(made) == []
    (reference,) = root_of(made).iter(f"{W}footnoteReference")
    assert reference.getparent().getprevious().tag == f"{W}commentRangeStart"


def test_a_long_text_in_several_runs_has_one_comment_round_all(base: bytes) -> None:
    pieces = (data("satu ", "a.b"), data("dua", "a.b")._replace(strong=True), Piece("."))
    document = sample(front=(), body=(Paragraph(pieces),), back=())
    assert list(marked(root_of(write_word(document, base, remarks=[told("a.b")]).data)).values()) == ["satu dua"]


def test_references_do_not_repeat_a_comment_on_a_heading(base: bytes) -> None:
    root = root_of(write_word(sample(), base, remarks=[told(heading_anchor("bab-rencana"))]).data)
    start = next(root.iter(f"{W}commentRangeStart"))
    assert start.getnext().tag == f"{W}bookmarkStart"
    assert start.getprevious().tag == f"{W}pPr"


def test_letters_take_comments_too(base: bytes) -> None:
    letter = (Paragraph(words("Kepada"), "line"), Paragraph((data("Dinas", "opd[a].nama"),)))
    document = sample(layout="letter", front=(), back=(), body=letter)
    made = write_word(document, base, remarks=[told(TITLE), told("opd[a].nama")]).data
    assert faults_of(made) == []
    assert "Dinas" in marked(root_of(made)).values()


def test_without_remarks_there_is_no_part_for_them(parts: dict[str, bytes]) -> None:
    assert not [name for name in parts if "comments" in name]


def test_the_same_remarks_give_the_same_bytes(base: bytes) -> None:
    remarks = [told(anchor) for anchor, _ in ANCHORS.values()]
    first, second = (write_word(sample(), base, remarks=remarks).data for _ in range(2))
    assert first == second


@pytest.mark.office
def test_libreoffice_keeps_every_comment(base: bytes, tmp_path: Path) -> None:
    remarks = [told(anchor, f"Tanda {number}") for number, (anchor, _) in enumerate(ANCHORS.values())]
    source = tmp_path / "buku.docx"
    source.write_bytes(write_word(sample(), base, remarks=remarks).data)
    for form in ("odt", "docx"):
        folder = tmp_path / form
        profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
        command = [require_office(), profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    with zipfile.ZipFile(tmp_path / "odt" / "buku.odt") as package:
        content = package.read("content.xml").decode("utf-8")
    assert content.count("<office:annotation ") == len(remarks)
    saved = parts_of((tmp_path / "docx" / "buku.docx").read_bytes())["word/comments.xml"].decode("utf-8")
    for number in range(len(remarks)):
        assert f"Tanda {number}" in content and f"Tanda {number}" in saved
