"""Data reaches the book as it is, whatever Markdown, macro or expression it passes through."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smartplan.book.blocks import Heading, ListBlock, Paragraph, Table, plain_text
from smartplan.source.characters import FORBIDDEN

VISI = "Daerah yang *cerdas* | dan <b>hijau</b>"


def data(pieces):
    return [piece for piece in pieces if piece.origin == "data"]


@pytest.mark.parametrize(
    "template",
    [
        "**{{ rencana.visi.smart_city }}**",
        "*{{ rencana.visi.smart_city }}*",
        "`{{ rencana.visi.smart_city }}`",
        "[{{ rencana.visi.smart_city }}](https://contoh.id)",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(rencana.visi.smart_city) }}",
        "{% set x = rencana.visi.smart_city %}{{ x }}",
        "{% set x %}{{ rencana.visi.smart_city }}{% endset %}{{ x }}",
        '{{ "awal " ~ rencana.visi.smart_city ~ " akhir" }}',
        '{{ [rencana.visi.smart_city, "lain"] | join(", ") }}',
        '{{ "awal " + rencana.visi.smart_city }}',
        "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ rencana.visi.smart_city }}{% endcall %}",
    ],
)
def test_a_value_keeps_its_words_and_path_through(blocks, template):
    (paragraph,) = blocks(template)
    (piece,) = data(paragraph.pieces)
    assert (piece.text, piece.path, piece.base) == (VISI, "visi.smart_city", VISI)


def test_emphasis_of_the_template_falls_on_the_value(blocks):
    (paragraph,) = blocks("**{{ rencana.visi.smart_city }}** dan *{{ daerah }}*")
    first, _, last = paragraph.pieces
    assert (first.strong, first.emphasis, last.strong, last.emphasis) == (True, False, False, True)


def test_a_heading_and_a_list_hold_values(blocks):
    heading, items = blocks("## Visi {{ rencana.visi.smart_city }} {id=visi}\n\n- {{ daerah }}\n")
    assert isinstance(heading, Heading)
    assert (heading.id, plain_text(heading.pieces)) == ("visi", f"Visi {VISI}")
    assert isinstance(items, ListBlock)
    assert plain_text(items.items[0][0].pieces) == "Kabupaten Rekaan"


def test_a_macro_in_a_cell_may_carry_emphasis_of_the_template(blocks):
    template = """
{% macro tebal(x) %}**{{ x }}** _{{ "*" }}_{% endmacro %}
{% set t = tabel("t", "T", [kolom("A"), kolom("B")]) %}
{% do t.baris(none, [tebal(rencana.visi.smart_city), "**tetap**"]) %}
{{ t }}
"""
    (table,) = blocks(template)
    first, second = table.rows[0].cells
    assert [(piece.text, piece.strong, piece.emphasis) for piece in first] == [
        (VISI, True, False),
        (" ", False, False),
        ("*", False, True),
    ]
    assert plain_text(second) == "**tetap**"


def test_the_plain_text_behind_a_value_is_not_parsed_either(blocks):
    template = (
        "{% macro m() %}x{% endmacro %}{{ rencana.visi.smart_city.nilai }} {{ rencana.visi.smart_city.nilai ~ m() }}"
    )
    (paragraph,) = blocks(template)
    assert plain_text(paragraph.pieces) == f"{VISI} {VISI}x"


def test_words_of_the_template_are_literal_and_those_of_expressions_computed(blocks):
    (paragraph,) = blocks('Ada {{ 1 + 1 }} & {{ "*dua*" }} hal')
    assert [(piece.text, piece.origin) for piece in paragraph.pieces] == [
        ("Ada ", "literal"),
        ("2", "computed"),
        (" & ", "literal"),
        ("*dua*", "computed"),
        (" hal", "literal"),
    ]


def test_neither_html_nor_entities_nor_definitions_of_a_template_lose_words(blocks):
    first, second, third = blocks("<b>satu</b>\n\n&amp; dua\n\n[tiga]: http://contoh.id\n")
    assert [plain_text(one.pieces) for one in (first, second, third)] == [
        "<b>satu</b>",
        "&amp; dua",
        "[tiga]: http://contoh.id",
    ]


def test_a_link_to_anything_but_the_web_or_mail_is_no_link(blocks):
    plan_text = "skema: 1\nedisi: uji\ndaftar_pustaka: [{judul: J, url: 'javascript:alert(1)'}]\n"
    template = "[{{ rencana.daftar_pustaka[0].judul }}]({{ rencana.daftar_pustaka[0].url }}) [a](https://a.id/b%20c)"
    (paragraph,) = blocks(template, plan_text)
    assert [(piece.text, piece.href) for piece in paragraph.pieces] == [
        ("J", None),
        (" ", None),
        ("a", "https://a.id/b%20c"),
    ]


def test_more_values_than_one_private_plane_holds_are_printed(blocks):
    (paragraph,) = blocks("{% for i in range(66000) %}{{ i }}{% endfor %}{{ daerah }}")
    assert paragraph.pieces[-1].path == "wilayah.nama"
    assert paragraph.pieces[65533].text == "65.533"
    assert paragraph.pieces[65999].text == "65.999"


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Co", "Cc", "Cn", "Zl", "Zp")), min_size=1).filter(
    lambda text: text.strip() == text and not FORBIDDEN.search(text)
)


def quoted(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    TEXTS
    | st.sampled_from(["# a", "- a", "1. a", "|a|b|", "a  ", "```", "---", "{{ a }}", "[a](b)", "&lt;", "![x](y)"])
)
def test_any_text_of_the_plan_stands_in_the_book_as_it_is(blocks, text):
    template = """
Awal {{ rencana.visi.smart_city }} **{{ rencana.visi.smart_city }}** akhir

- {{ rencana.visi.smart_city }}

{% set t = tabel("t", "T", [kolom("A")]) %}
{% do t.baris(none, [rencana.visi.smart_city]) %}
{{ t }}
"""
    shown = text.strip()
    paragraph, items, table = blocks(template, f"skema: 1\nedisi: uji\nvisi: {{smart_city: {quoted(text)}}}\n")
    assert isinstance(paragraph, Paragraph)
    assert plain_text(paragraph.pieces) == f"Awal {shown} {shown} akhir"
    assert plain_text(items.items[0][0].pieces) == shown
    assert isinstance(table, Table)
    assert plain_text(table.rows[0].cells[0]) == shown
