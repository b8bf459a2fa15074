"""Long texts of the plan are simple Markdown, parsed alone."""

from __future__ import annotations

import pytest

from smartplan.book.blocks import ListBlock, Paragraph, plain_text


def plan_with(text):
    lines = "\n".join(f"    {line}" for line in text.split("\n"))
    return f"skema: 1\nedisi: uji\nvisi:\n  penjelasan: |-\n{lines}\n"


@pytest.fixture
def prose(blocks):
    def make(text):
        return blocks("{{ prosa(rencana.visi.penjelasan) }}", plan_with(text))

    return make


def test_each_paragraph_knows_path_source_and_its_place(prose):
    text = "Satu *dua* tiga.\n\nEmpat **lima**."
    first, second = prose(text)
    assert [(piece.text, piece.emphasis, piece.strong) for piece in first.pieces] == [
        ("Satu ", False, False),
        ("dua", True, False),
        (" tiga.", False, False),
    ]
    assert (first.key, second.key) == ("visi.penjelasan#0", "visi.penjelasan#1")
    assert {(piece.origin, piece.path, piece.base) for one in (first, second) for piece in one.pieces} == {
        ("data", "visi.penjelasan", text)
    }


def test_lists_stay_lists_and_a_heading_becomes_a_strong_paragraph(prose):
    heading, items, ordered = prose("# Judul\n\n- satu\n- dua\n\n3. tiga")
    assert isinstance(heading, Paragraph)
    assert (plain_text(heading.pieces), heading.pieces[0].strong) == ("Judul", True)
    assert isinstance(items, ListBlock)
    assert [plain_text(item[0].pieces) for item in items.items] == ["satu", "dua"]
    assert (ordered.ordered, ordered.start) == (True, 3)


@pytest.mark.parametrize(
    "text",
    [
        "<b>tebal</b> & &amp; <!-- catatan -->",
        "[1]: catatan di akhir",
        "![gambar](x.png)",
        "---",
        "``` kode",
        "| a | b |",
        "{{ rencana }} {% raw %}",
    ],
)
def test_no_word_of_a_text_vanishes(prose, text):
    (paragraph,) = prose(text)
    shown = plain_text(paragraph.pieces)
    assert [word for word in text.replace("![", " ").replace("](x.png)", " ").split() if word not in shown] == []


def test_indented_lines_are_ordinary_text(prose):
    (paragraph,) = prose("    menjorok\n    ke dalam")
    assert plain_text(paragraph.pieces) == "menjorok ke dalam"


def test_a_summary_is_the_first_sentence_without_marks(blocks):
    text = "Kab. Rekaan **maju** sejak No. 5 terbit. Kalimat kedua."
    (paragraph,) = blocks("Yaitu: {{ ringkas(rencana.visi.penjelasan) }}.", plan_with(text))
    assert plain_text(paragraph.pieces) == "Yaitu: Kab. Rekaan maju sejak No. 5 terbit."
    assert paragraph.pieces[1].path == "visi.penjelasan"


def test_prose_in_a_cell_becomes_its_lines(blocks):
    template = """
{% set t = tabel("t", "T", [kolom("A"), kolom("B")]) %}
{% do t.baris(none, [rencana.visi.penjelasan, prosa(rencana.visi.penjelasan)]) %}
{{ t }}
"""
    (table,) = blocks(template, plan_with("Satu **dua**.\n\n- tiga\n- empat"))
    first, second = table.rows[0].cells
    assert plain_text(first) == "Satu dua.\n• tiga\n• empat"
    assert first == second


def test_prose_stands_in_a_box_and_in_a_list(blocks):
    box, items = blocks(
        "{% call kotak('Inti', jenis='warning') %}\n{{ prosa(rencana.visi.penjelasan) }}\n{% endcall %}\n"
        "\n- {{ prosa(rencana.visi.penjelasan) }}\n",
        plan_with("Isi."),
    )
    assert (box.kind, plain_text(box.title), plain_text(box.blocks[0].pieces)) == ("warning", "Inti", "Isi.")
    assert plain_text(items.items[0][0].pieces) == "Isi."
