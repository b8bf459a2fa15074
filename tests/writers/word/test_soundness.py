"""Every book is a sound file: valid, consistent, the same bytes each time, its words unharmed."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartplan.book.blocks import Cell, Column, Document, Heading, Paragraph, Piece, Row, Table
from smartplan.writers.word import write_word
from smartplan.writers.word.package import ControlCharacter
from tests.writers.word.checker import audit, faults_of
from tests.writers.word.reading import W, root_of, text_of
from tests.writers.word.sample import sample

if TYPE_CHECKING:
    from smartplan.writers.word import WordBook

VARIANTS = {
    "draft of a made-up region": {},
    "final": {"draft": False},
    "real region": {"fictional": False},
    "final of a real region": {"draft": False, "fictional": False},
    "no dimensions": {"palette": ()},
    "no front matter": {"front": ()},
    "headings without numbers": {
        "front": (
            Heading(1, (Piece("Muka"),), "muka", numbered=False),
            Heading(2, (Piece("Satu"),), "satu", numbered=False),
            Heading(3, (Piece("Dua"),), "dua", numbered=False),
        )
    },
    "nothing at all": {"front": (), "body": (), "back": (), "label": "", "subtitle": "", "author": ""},
    "back matter only": {"front": (), "body": ()},
    "words before the first chapter": {"body": (Paragraph((Piece("Lepas"),)),)},
    "figure as logo": {"logo": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (40).to_bytes(4, "big") + (60).to_bytes(4, "big")},
}


@pytest.mark.parametrize("changes", VARIANTS.values(), ids=VARIANTS)
def test_a_book_passes_the_auditor_and_our_checker(base: bytes, changes: dict[str, object]) -> None:
    data = write_word(sample(**changes), base).data
    assert faults_of(data) == []
    assert audit(data) == []


def test_a_book_that_word_fills_on_opening_is_valid(base: bytes) -> None:
    data = write_word(sample(), base, update_fields=True).data
    assert audit(data) == []
    settings_part = root_of(data, "word/settings.xml")
    assert settings_part.find(f"{W}updateFields").get(f"{W}val") == "true"


def test_two_writes_give_the_same_bytes(base: bytes, book: WordBook) -> None:
    again = write_word(sample(), base)
    assert again.data == book.data
    assert again.block_map == book.block_map


def test_the_zip_tells_nothing_of_clock_and_machine(book: WordBook) -> None:
    with zipfile.ZipFile(io.BytesIO(book.data)) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries[:2]] == ["[Content_Types].xml", "_rels/.rels"]
    rest = [entry.filename for entry in entries[2:]]
    assert rest == sorted(rest)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {3}


anything = st.text(
    st.characters(
        exclude_categories=("Cs", "Cc"), include_characters="\n\t&<>\"']]>", exclude_characters="\ufffe\uffff"
    )
)


@settings(max_examples=60, deadline=None)
@given(anything, anything, anything)
def test_any_words_stand_in_the_book_as_they_are(base: bytes, title: str, prose: str, cell: str) -> None:
    document = _small(title, prose, cell)
    root = root_of(write_word(document, base).data)
    assert f"\n{title}" in text_of(root)
    assert f"[{prose}]" in text_of(root)
    table = next(root.iter(f"{W}tbl"))
    tables = [node for node in root.iter(f"{W}tbl") if "KEPALA" in text_of(node)]
    assert table is not None
    lines = [text_of(node) for node in list(tables[0].iter(f"{W}tc"))[1].iter(f"{W}p")]
    shown = [f"•\t{line[2:]}" if line.startswith("• ") else line for line in cell.split("\n")]
    assert lines == shown


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800"])
@pytest.mark.parametrize("place", range(3))
def test_a_control_character_is_refused_not_dropped(base: bytes, bad: str, place: int) -> None:
    texts = ["Judul", "Isi", "Sel"]
    texts[place] += bad
    with pytest.raises(ValueError):
        write_word(_small(*texts), base)


def test_the_refusal_names_the_part(base: bytes) -> None:
    with pytest.raises(ControlCharacter, match=r"word/document\.xml"):
        write_word(_small("a\x07", "", ""), base)


def test_properties_are_escaped_too(base: bytes) -> None:
    document = sample(title="A & B < C", author='"D" & E', region="F > G", draft=True)
    data = write_word(document, base).data
    assert faults_of(data) == []
    core = root_of(data, "docProps/core.xml")
    assert "BUKU II – A & B < C – F > G" in [node.text for node in core]


def _small(title: str, prose: str, cell: str) -> Document:
    table = Table("t", (Column("KEPALA"),), (Row((Cell((Piece(cell, origin="data", path="a.b"),)),)),))
    body = (Heading(1, (Piece(title),), "bab"), Paragraph((Piece("["), Piece(prose), Piece("]"))), table)
    return Document("b", "", "Judul", "Daerah", "Kantor", "2026", body=body)
