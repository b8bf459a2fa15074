"""The way back: anchors of a draft, their map, and their absence in a final book."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from smartplan.book.blocks import Column, Heading, Paragraph, Piece, Row, Table
from smartplan.writers.word import write_word
from tests.writers.word.checker import parts_of
from tests.writers.word.reading import W, root_of, text_of
from tests.writers.word.sample import data, sample, words

if TYPE_CHECKING:
    from lxml import etree

    from smartplan.writers.word import WordBook


def anchors_of(root: etree._Element) -> list[str]:
    names = (node.get(f"{W}name") or "" for node in root.iter(f"{W}bookmarkStart"))
    return [name for name in names if name.startswith("_sp_")]


def test_the_map_knows_every_anchor_and_no_other(book: WordBook, body: etree._Element) -> None:
    known = json.loads(book.block_map)
    assert sorted(known["blocks"]) == sorted(anchors_of(body))
    assert (known["document"], known["plan_sha256"]) == ("buku-2", "ab" * 32)


def test_anchor_names_are_sixteen_hex_digits(body: etree._Element) -> None:
    assert anchors_of(body)
    assert all(len(name) == 20 and int(name[4:], 16) >= 0 for name in anchors_of(body))


def test_the_map_tells_literal_words_from_data(book: WordBook) -> None:
    blocks = json.loads(book.block_map)["blocks"].values()
    (vision,) = [block for block in blocks if "Dengan visi" in json.dumps(block)]
    assert vision["pieces"] == [
        {"text": "Dengan visi "},
        {"text": "Kota yang melayani & mendengar", "origin": "data", "path": "visi.rumusan"},
        {"text": " kami melangkah."},
    ]


def test_a_row_has_its_anchor_in_the_first_cell_and_its_cells_in_the_map(book: WordBook, body: etree._Element) -> None:
    blocks = json.loads(book.block_map)["blocks"]
    path = "dimensi.smart_living.program[p3]"
    rows = {name: block for name, block in blocks.items() if block["kind"] == "row" and block.get("key") == path}
    assert sorted(block["table"] for block in rows.values()) == ["tabel-lebar", "tabel-lebar-2", "tabel-program"]
    for name, block in rows.items():
        (start,) = [node for node in body.iter(f"{W}bookmarkStart") if node.get(f"{W}name") == name]
        cell = next(start.iterancestors(f"{W}tc"))
        row = cell.getparent()
        assert row.find(f"{W}tc") is cell
        assert text_of(cell) == "3"
        assert [len(pieces) for pieces in block["cells"]] == [1] * 6


def test_the_map_in_the_file_is_the_map_beside_it(book: WordBook, parts: dict[str, bytes]) -> None:
    part = root_of(book.data, "customXml/item1.xml")
    assert part.tag == "{urn:smartplan:peta}peta"
    assert (part.text or "").encode("utf-8") == book.block_map
    custom = parts["docProps/custom.xml"].decode()
    assert 'name="smartplan.sha256"' in custom
    assert "ab" * 32 in custom


def test_a_missing_value_is_an_anchor_too(book: WordBook) -> None:
    missing = [
        block for block in json.loads(book.block_map)["blocks"].values() if block.get("key") == "profil.penduduk"
    ]
    assert missing[0]["pieces"][1]["code"] == "WJB001"


def test_a_final_book_carries_nothing_of_it(base: bytes) -> None:
    final = write_word(sample(draft=False), base)
    assert final.block_map == b""
    assert anchors_of(root_of(final.data)) == []
    names = parts_of(final.data)
    assert not [name for name in names if name.startswith("customXml") or name == "docProps/custom.xml"]


def test_anchors_keep_their_names_when_other_parts_change(base: bytes, body: etree._Element) -> None:
    more = (Heading(1, words("Bab baru"), "baru"), Paragraph((data("nilai", "bagian.baru"),)))
    document = sample()
    longer = sample(body=(*more, *document.body))
    before, after = anchors_of(body), anchors_of(root_of(write_word(longer, base).data))
    assert set(before) < set(after)


def test_the_same_value_in_two_places_has_two_anchors(base: bytes) -> None:
    twice = (Paragraph((data("sama", "visi.rumusan"),)),) * 2
    document = sample(front=(), body=twice, back=())
    first, second = anchors_of(root_of(write_word(document, base).data))
    assert first != second


def test_words_of_the_template_alone_have_no_anchor(base: bytes) -> None:
    table = Table("t", (Column("A"),), (Row((words("biasa"),)),))
    total = Paragraph((Piece("Jumlah "), Piece("12", origin="computed")))
    document = sample(front=(), body=(Paragraph(words("biasa")), total, table), back=())
    assert anchors_of(root_of(write_word(document, base).data)) == []
