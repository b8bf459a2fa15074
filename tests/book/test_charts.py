"""Charts: self-contained SVG whose words fit and which say in words what they show."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from decimal import Decimal
from types import SimpleNamespace

import pytest
import resvg_py
from hypothesis import given
from hypothesis import strategies as st

from smartplan.book.blocks import Figure
from smartplan.book.charts.charts import FUNCTIONS
from smartplan.book.charts.drawing import cut, text_width, without_ground, wrap
from smartplan.book.ledger import Ledger, use

LONG = "Nama yang amat panjang & tidak mungkin muat <di dalam> satu kotak yang kecil sekali"
LEVELS = [
    SimpleNamespace(id=name, nama=name, nilai=value) for name, value in (("baik", 3), ("sedang", 2), ("buruk", 1))
]
CHARTS = {
    "batang": ("bagan_batang", ([["Satu", 5_000_000], [LONG, Decimal("2560783220")], ["Tiga", None]], "Rp")),
    "kolom": ("bagan_kolom", ([[str(year), year * 10**7] for year in range(2026, 2036)], "Rp")),
    "peta": ("bagan_peta_jalan", ([["Pendek", 2026, 2026]], [[LONG, 2026, 2030, None], ["B", 2031, None, None]])),
    "tonggak": (
        "bagan_peta_jalan",
        ([], [["A", 2026, 2035, None]], range(2026, 2036), [[2026 + number // 9, LONG] for number in range(20)]),
    ),
    "tumpuk": (
        "bagan_tumpuk",
        ([str(year) for year in range(2026, 2036)], [[LONG, [10**9] * 9 + [None]], ["Dua", [5, *[10**7] * 9]]], "Rp"),
    ),
    "kesiapan": (
        "bagan_kesiapan",
        ([[LONG, [[LONG, "baik"], ["B", None], ["C", "buruk"], ["D", "baik"], ["E", "baik"]]]], LEVELS),
    ),
    "risiko": (
        "bagan_risiko",
        (LEVELS, [[f"R{number}", "baik", "buruk"] for number in range(1, 40)], [["baik", "buruk", "sedang"]]),
    ),
    "swot": ("bagan_swot", ([LONG] * 9, ["Satu"], [], [LONG])),
    "banyak-swot": ("bagan_swot", tuple([[LONG, 12, None], ["B", 0, None]] for _ in range(4))),
    "sasaran": (
        "bagan_sasaran",
        (
            [
                [LONG, "jiwa", Decimal("1234567.5"), 2024, [[year, year * 1000] for year in range(2026, 2036)], None],
                ["Opini", None, "WDP", 2024, [[2026, "WTP"], [2035, "WTP"]], None],
                ["Tanpa awal", "%", None, None, [[2030, 40]], None],
            ],
        ),
    ),
    "alur": ("bagan_alur", ([LONG, "Dua", "Tiga", "Empat"],)),
    "matriks": ("bagan_matriks", (["Rendah", LONG], [[LONG, [["Baik", 3], "teks"]]])),
}


@pytest.fixture(autouse=True)
def _ledger():
    use(Ledger())


def texts(svg):
    """All words that lie; what is turned is left out."""
    nodes = ElementTree.fromstring(svg).iter()
    return [node for node in nodes if node.tag.endswith("text") and "transform" not in node.attrib]


def said(svg):
    return " ".join(node.text or "" for node in texts(svg))


def luminance(colour):
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ground_of(word, shapes):
    """The fill of the last shape that lies below a word."""
    x, y = (float(word.attrib[key]) for key in "xy")
    size = float(word.attrib["font-size"])
    for shape in reversed(shapes):
        if shape.tag.endswith("rect"):
            left, top, width, height = (float(shape.attrib.get(key, 0)) for key in ("x", "y", "width", "height"))
        else:
            spots = [[float(part) for part in spot.split(",")] for spot in shape.attrib["points"].split()]
            left, top = min(spot[0] for spot in spots), min(spot[1] for spot in spots)
            width, height = max(spot[0] for spot in spots) - left, max(spot[1] for spot in spots) - top
        if left <= x <= left + width and top <= y - size * 0.3 <= top + height:
            return shape.attrib["fill"]
    raise AssertionError(word.text)


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
    # Without the white ground it is the same drawing.
    bare = without_ground(drawing.svg)
    assert len(list(ElementTree.fromstring(bare))) == len(list(root)) - 1
    assert without_ground(bare) == bare


@pytest.mark.parametrize("name", CHARTS)
def test_words_stand_out_from_what_they_stand_on(name):
    function, arguments = CHARTS[name]
    shapes = []
    for node in ElementTree.fromstring(FUNCTIONS[function](*arguments).svg).iter():
        if node.tag.endswith(("rect", "polygon")):
            shapes.append(node)
        elif node.tag.endswith("text") and "transform" not in node.attrib:
            light, dark = sorted((luminance(node.attrib["fill"]), luminance(ground_of(node, shapes))), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, node.text


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        ("bagan_batang", ([],)),
        ("bagan_kolom", ([],)),
        ("bagan_kolom", ([["2026", None]],)),
        ("bagan_alur", ([],)),
        ("bagan_matriks", ([], [])),
        ("bagan_peta_jalan", ([["Pendek", 2026, 2026]], [], range(2026, 2030), [[2026, "Tonggak"]])),
        ("bagan_tumpuk", (["2026"], [["Satu", [None], None]], "Rp")),
        ("bagan_tumpuk", ([], [], "Rp")),
        ("bagan_kesiapan", ([["Struktur", [["SDM", None]]]], LEVELS)),
        ("bagan_risiko", (LEVELS, [["R1", "baik", None]], [])),
        ("bagan_swot", ([], [], [], [])),
        ("bagan_swot", tuple([["A", 0, None]] for _ in range(4))),
        ("bagan_sasaran", ([["Indikator", "%", 5, 2024, [], None]],)),
    ],
)
def test_a_chart_without_data_is_empty(function, arguments):
    assert FUNCTIONS[function](*arguments).svg == ""


def test_a_stack_says_the_total_of_each_year_and_of_each_part():
    drawing = FUNCTIONS["bagan_tumpuk"](
        ["2026", "2027", "2028"], [["Satu", [13_000_000_000, 10**9, None]], ["Dua", [165_000_000, None, None]]], "Rp"
    )
    shown = [node.text for node in texts(drawing.svg)]
    assert "Dalam miliar rupiah" in shown
    assert {"13,17", "1", "–", "Rp 14 miliar", "Rp 165 juta"} <= {*shown}
    assert drawing.alt == (
        "2026: Rp 13,17 miliar; 2027: Rp 1 miliar; 2028: belum ada angka. "
        "Terdiri atas Satu: Rp 14 miliar; Dua: Rp 165 juta"
    )


def test_the_numbers_of_a_stack_are_those_of_its_legend():
    drawing = FUNCTIONS["bagan_tumpuk"](["2026"], [["Satu", [10]], ["Dua", [10]], ["Tiga", [0]]], "unit")
    assert [node.text for node in texts(drawing.svg)].count("2") == 2  # in the column and in the legend
    assert [node.text for node in texts(drawing.svg)].count("3") == 1  # nothing of it in the column


def test_an_amount_too_small_for_the_scale_is_not_shown_as_nothing():
    drawing = FUNCTIONS["bagan_kolom"]([["2026", 20 * 10**9], ["2027", 10**6], ["2028", 0]], "Rp")
    assert {"< 0,01", "0", "20"} <= {node.text for node in texts(drawing.svg)}


def test_readiness_is_told_in_dots_and_words():
    drawing = FUNCTIONS["bagan_kesiapan"]([["Struktur", [["SDM", "sedang"], ["Anggaran", None]]]], LEVELS)
    dots = [node.attrib["fill"] for node in ElementTree.fromstring(drawing.svg).iter() if node.tag.endswith("circle")]
    assert [fill == "#FFFFFF" for fill in dots] == [False, False, True]
    assert "belum dinilai" in said(drawing.svg)
    assert drawing.alt == "Struktur: SDM sedang, Anggaran belum dinilai"


def test_each_cell_of_the_risk_matrix_names_its_level():
    drawing = FUNCTIONS["bagan_risiko"](
        LEVELS, [["R1", "baik", "buruk"], ["R2", "baik", "buruk"]], [["baik", "buruk", "sedang"]]
    )
    shown = [node.text for node in texts(drawing.svg)]
    assert {"R1", "R2", "Tingkat sedang"} <= {*shown}
    assert "Tingkat baik" not in shown
    assert drawing.alt == "kemungkinan baik, dampak buruk: R1, R2"


def test_points_of_swot_beyond_six_are_counted():
    drawing = FUNCTIONS["bagan_swot"]([f"Butir {number}" for number in range(1, 9)], ["Satu"], [], [])
    shown = [node.text for node in texts(drawing.svg)]
    assert {"S6. Butir 6", "dan 2 lainnya", "8 butir", "belum diisi"} <= {*shown}
    assert "S7. Butir 7" not in shown


def test_a_target_says_how_much_of_the_way_it_makes_and_a_grade_does_not():
    rows = [
        ["Kunjungan", "hari", 57, 2024, [[2026, 40], [2035, 4]], None],
        ["Opini BPK", None, "WDP", 2024, [[2026, "WTP"]], None],
        ["Tanpa awal", None, None, None, [[2026, 5]], None],
        ["Tetap", None, 5, 2024, [[2026, 5]], None],
    ]
    drawing = FUNCTIONS["bagan_sasaran"](rows)
    shown = [node.text for node in texts(drawing.svg)]
    assert [text for text in shown if text.endswith(" %")] == ["32 %", "100 %"]
    assert {"57 (2024)", "WDP (2024)", "WTP", "belum ada", "(hari)"} <= {*shown}
    assert "Opini BPK: nilai awal WDP (2024), 2026: WTP" in drawing.alt


def test_years_and_indicators_beyond_a_page_are_told():
    rows = [[f"I{number}", None, 1, 2024, [[year, year] for year in range(2025, 2035)], None] for number in range(14)]
    words = said(FUNCTIONS["bagan_sasaran"](rows).svg)
    assert "Target tahun lainnya terdapat dalam tabel." in words
    assert "Dan 2 indikator lainnya dalam tabel." in words
    assert {"2025", "2034"} <= {*words.split()}


def test_the_road_map_shows_every_year_of_the_plan_and_its_milestones_in_order():
    marks = [[2030, "Kedua"], [2026, "Pertama"]]
    drawing = FUNCTIONS["bagan_peta_jalan"]([], [["A", 2027, 2028, None]], range(2025, 2031), marks)
    shown = [node.text for node in texts(drawing.svg)]
    assert [text for text in shown if text.isdigit() and len(text) == 4] == [str(year) for year in range(2025, 2031)]
    assert shown.index("2026: Pertama") < shown.index("2030: Kedua")
    assert drawing.alt.endswith("Tonggak 2026: Pertama; 2030: Kedua")


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
    assert "dan 20 baris lainnya" in [node.text for node in texts(drawing.svg)]


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
