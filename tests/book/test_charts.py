"""Charts: self-contained SVG whose words fit and which say in words what they show."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from decimal import Decimal

import pytest
import resvg_py
from hypothesis import given
from hypothesis import strategies as st

from smartplan.book.blocks import Figure
from smartplan.book.charts.charts import FUNCTIONS
from smartplan.book.charts.drawing import cut, text_width, wrap
from smartplan.book.ledger import Ledger, use

LONG = "Nama yang amat panjang & tidak mungkin muat <di dalam> satu kotak yang kecil sekali"
CHARTS = {
    "batang": ("bagan_batang", ([["Satu", 5_000_000], [LONG, Decimal("2560783220")], ["Tiga", None]], "Rp")),
    "kolom": ("bagan_kolom", ([[str(year), year * 10**7] for year in range(2026, 2036)], "Rp")),
    "peta": ("bagan_peta_jalan", ([["Pendek", 2026, 2026]], [[LONG, 2026, 2030, None], ["B", 2031, None, None]])),
    "alur": ("bagan_alur", ([LONG, "Dua", "Tiga", "Empat"],)),
    "matriks": ("bagan_matriks", (["Rendah", LONG], [[LONG, [["Baik", 3], "teks"]]])),
}


@pytest.fixture(autouse=True)
def _ledger():
    use(Ledger())


def texts(svg):
    return [node for node in ElementTree.fromstring(svg).iter() if node.tag.endswith("text")]


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_drawn_and_its_words_stay_inside(name):
    function, arguments = CHARTS[name]
    drawing = FUNCTIONS[function](*arguments)
    root = ElementTree.fromstring(drawing.svg)
    width, height = (float(root.attrib[key]) for key in ("width", "height"))
    words = texts(drawing.svg)
    assert words
    for node in words:
        length = text_width(node.text, float(node.attrib["font-size"]))
        x, anchor = float(node.attrib["x"]), node.attrib["text-anchor"]
        left = x - {"start": 0, "middle": length / 2, "end": length}[anchor]
        assert left >= -1, node.text
        assert left + length <= width + 1, node.text
        assert 0 < float(node.attrib["y"]) <= height
    assert bytes(resvg_py.svg_to_bytes(svg_string=drawing.svg)).startswith(b"\x89PNG")
    assert "href" not in drawing.svg
    assert drawing.alt


@pytest.mark.parametrize("function", ["bagan_batang", "bagan_kolom", "bagan_alur"])
def test_a_chart_without_data_is_empty(function):
    assert FUNCTIONS[function]([]).svg == ""


def test_a_row_without_a_figure_says_so_instead_of_showing_zero():
    drawing = FUNCTIONS["bagan_batang"]([["A", 3], ["B", None]], "unit")
    assert "belum ada angka" in [node.text for node in texts(drawing.svg)]
    assert drawing.alt == "A: 3 unit; B: belum ada angka"


def test_a_full_bar_is_a_hundred_percent():
    def longest(percent):
        root = ElementTree.fromstring(FUNCTIONS["bagan_batang"]([["A", percent]], "%").svg)
        return [float(node.attrib["width"]) for node in root.iter() if node.tag.endswith("rect")][1]

    assert longest(50) == pytest.approx(longest(100) / 2, abs=0.1)


def test_the_road_map_names_dimensions_beside_their_colours(blocks):
    template = """
{{ gambar("peta", "Peta jalan", bagan_peta_jalan([], [["A", 2026, 2027, dimensi[0]], ["B", 2027, 2028, dimensi[1]]])) }}
"""
    (figure,) = blocks(template)
    assert isinstance(figure, Figure)
    shown = [node.text for node in texts(figure.svg)]
    assert "Smart Hijau" in shown
    assert "Smart Biru" in shown
    assert "#7A2E7E" in figure.svg


def test_a_road_map_longer_than_a_page_says_how_many_rows_it_left_out():
    drawing = FUNCTIONS["bagan_peta_jalan"]([], [[f"P{number}", 2026, 2027, None] for number in range(60)])
    assert "dan 16 baris lainnya" in [node.text for node in texts(drawing.svg)]


def test_a_long_name_in_a_chart_breaks_into_two_lines_instead_of_being_cut():
    name = "Meteran Digital dan Panel Sewa Gedung Pemerintah"
    for drawing in (
        FUNCTIONS["bagan_peta_jalan"]([], [[name, 2026, 2026, None]]),
        FUNCTIONS["bagan_batang"]([[name, 80]], "%"),
    ):
        shown = [node.text for node in texts(drawing.svg)]
        assert "…" not in "".join(shown)
        assert {*name.split()} <= {*" ".join(shown).split()}


def test_one_year_and_whole_percentages_are_said_shortly():
    assert FUNCTIONS["bagan_peta_jalan"]([], [["A", 2026, 2026, None], ["B", 2026, 2027, None]]).alt == (
        "A: 2026; B: 2026–2027"
    )
    assert FUNCTIONS["bagan_batang"]([["A", Decimal("80.0")], ["B", Decimal("79.2")]], "%").alt == "A: 80 %; B: 79,2 %"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))), st.floats(20, 200))
def test_shortened_and_wrapped_words_fit(text, room):
    assert text_width(cut(text, 9, room), 9) <= room
    lines = wrap(text, 9, room, 3)
    assert len(lines) <= 3
    assert all(text_width(line, 9) <= room for line in lines)
