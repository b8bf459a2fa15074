"""Tables that only lay out are no tables to those who listen; tables of data stay."""

from __future__ import annotations

import re

import pytest

from smartplan.writers.pdf.tags import without_layout_tables


def tagged(*paragraphs: str, cell: str = "TD") -> dict[int, bytes]:
    """A table with one row and a cell for each paragraph in its style, as LibreOffice writes it."""

    def element(kind: str, *kids: int) -> bytes:
        held = f"/K[{' '.join(f'{kid} 0 R' for kid in kids)} ]\n" if kids else "/K[8 ]\n"
        return f"<</Type/StructElem\n/S/{kind}\n/P 1 0 R\n/A 9 0 R\n{held}>>\nendobj\n\n".encode()

    count = len(paragraphs)
    cells, texts = range(3, 3 + count), range(3 + count, 3 + 2 * count)
    objects = {1: element("Table", 2), 2: element("TR", *cells)}
    objects |= {at: element(cell, text) for at, text in zip(cells, texts, strict=True)}
    objects |= {at: element(style) for at, style in zip(texts, paragraphs, strict=True)}
    return {number: b"%d 0 obj\n%s" % (number, content) for number, content in objects.items()}


def kinds(objects: dict[int, bytes]) -> list[str]:
    return [found[1].decode() for content in objects.values() if (found := re.search(rb"/S/(\S+)", content))]


def test_text_in_columns_is_no_table() -> None:
    objects = tagged("Text#20body", "Tanda#20Tangan")
    plain = without_layout_tables(objects)
    assert kinds(plain) == ["Div"] * 4 + ["Text#20body", "Tanda#20Tangan"]
    assert [b"/A 9 0 R" in content for content in plain.values()] == [False] * 4 + [True] * 2, "widths of cells"


@pytest.mark.parametrize("objects", [tagged("Text#20body", cell="TH"), tagged("Isi#20Tengah", "Teks#20Tabel#20Rapat")])
def test_a_table_with_a_head_or_with_words_of_a_table_stays(objects: dict[int, bytes]) -> None:
    assert without_layout_tables(objects) == objects


def test_a_table_of_data_in_a_box_stays_and_the_box_is_none() -> None:
    box, inner = tagged("Text#20body"), {number + 9: content for number, content in tagged("Teks#20Tabel").items()}
    box[3] = box[3].replace(b"4 0 R", b"4 0 R 10 0 R")
    shifted = {at: re.sub(rb"(\d) 0 R", lambda found: b"%d 0 R" % (int(found[1]) + 9), inner[at]) for at in inner}
    assert kinds(without_layout_tables(box | shifted)) == [
        *("Div", "Div", "Div", "Text#20body"),
        *("Table", "TR", "TD", "Teks#20Tabel"),
    ]


def test_what_is_no_structure_is_left_alone() -> None:
    objects = {1: b"1 0 obj\n<</Type/Font/S/Table>>", 2: b"2 0 obj\n<</Type/StructElem\n/S/Table\n/K[9 0 R ]\n>>"}
    assert without_layout_tables(objects)[1] == objects[1]
    assert kinds(without_layout_tables(objects))[1] == "Div", "an empty frame"
