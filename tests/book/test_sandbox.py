"""Templates are foreign code: what they may not reach, and how their faults are told."""

from __future__ import annotations

import pickle

import pytest

from smartplan.book import TemplateFault
from tests.book.conftest import PLAN


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__",
        "rencana.__class__",
        "rencana._part",
        "rencana._node",
        "rencana.visi._shown",
        "rencana.visi.smart_city._owner",
        "dimensi[0].warna._node",
        "dimensi[0].isi._part",
        "edisi.model_dump()",
        "rencana.fields",
        "rencana.holder",
        "dimensi[0].warna.holder",
        "nama.__self__",
        "nama.__func__",
        "tabel.__globals__",
        "rencana.visi.smart_city.nilai.__class__",
        "''|attr('__class__')",
        "(rencana.perangkat_daerah|map(attribute='_part')|list)[0]",
        "'{0.__class__}'.format(rencana)",
        "'x' * 100000000",
        "'x'.ljust(300000000)",
        "'%300000000d' % 1",
        "'{:300000000}'.format(1)",
        "'x'.replace('x', 'y')",
        "[1]|batch(30000000, 'x')",
        "9 ** 9999999",
        "rencana.visi|safe",
        "'<b>'|escape",
        "range(10000000)",
    ],
)
def test_templates_cannot_reach_beyond_the_plan(blocks, expression):
    with pytest.raises(TemplateFault) as caught:
        blocks(f"satu\n\n{{{{ {expression} }}}}")
    finding = caught.value.finding
    assert (finding.code, finding.span.file, finding.span.line) == ("TPL001", "templates/buku/satu.md.j2", 3)
    assert "dicetak" not in finding.message, "it was reached, and only could not be printed"


@pytest.mark.parametrize(
    ("template", "line", "words"),
    [
        ("a\n{% if x %}", 2, "tidak dapat dibaca"),
        ("a\n\n{{ rencana.vsi }}", 3, '"vsi" tidak ada'),
        ("a\n\n{{ tidak_ada }}", 3, 'nama "tidak_ada" tidak dikenal'),
        ("a\n\n{{ tidak_ada.anu }}", 3, 'nama "tidak_ada" tidak dikenal'),
        ("a\n\n{{ none }}", 3, "nilai kosong dicetak"),
        ("a\n\n{{ rencana.visi }}", 3, "bagian visi dicetak utuh"),
        ("a\n\n{{ rencana.risiko[0].salah }}", 3, '"salah" tidak ada'),
        ("a\n\n{{ semua('salah') }}", 3, "salah"),
        ("a\n\n{{ 1 / 0 }}", 3, "gagal dijalankan"),
        ("a\n\nteks {{ daftar_isi() }} teks", 3, "di tengah kalimat"),
        ("a\n\n## judul {{ daftar_isi() }}", 3, "di tengah kalimat"),
        ("a\n\n- butir\n\n  {{ daftar_isi() }}", 5, "di dalam daftar"),
        ("{% call kotak('K') %}\n## judul\n{% endcall %}", 1, "di dalam kotak"),
        ("a\n{% include 'buku/_tidak.md.j2' %}", 2, "tidak ada"),
        ("{% set t = tabel('t', 'T', [kolom('A')]) %}\n{% do t.baris(none, [1, 2]) %}", 2, "berisi 2 sel"),
        ("{% set t = tabel('t', 'T', []) %}", 1, "tanpa kolom"),
        ("\n{{ kolom('A', rata='atas') }}", 2, 'rata "atas"'),
        ("\n{{ prosa('x') }}", 2, "prosa()"),
        ("{{ gambar('g', 'G', 'x') }}", 1, "bagan"),
        ("\n{{ kolom('A', lebar='x') }}", 2, "lebar kolom"),
        ("\n{{ kolom('A', lebar=-1) }}", 2, "lebar kolom"),
        ("{% set t = tabel(5, 'T', [kolom('A')]) %}", 1, "id tabel"),
        ("{% set t = tabel('t', 'T', ['A']) %}", 1, "tanpa kolom"),
        ("{% set t = tabel('t', 'T', [kolom('A')], gaya='x') %}", 1, "gaya tabel"),
        ("\n{{ sel('a', latar='merah') }}", 2, "warna"),
        ("\n{{ sel('a', rentang=0) }}", 2, "rentang sel"),
        ("{% call kotak('K', jenis='aneh') %}a{% endcall %}", 1, "jenis kotak"),
        ("{{ gambar('g', 'G', bagan_kolom([]), lebar=1000000) }}", 1, "lebar gambar"),
        ("a\n\n{{ '\\x00' }}", 3, "U+0000"),
        ("a\n\n{{ '\\ud800' }}", 3, "U+D800"),
        ("{% set t = tabel('t', 'T', [kolom('A')]) %}{% do t.baris(none, ['\\x0b']) %}", 1, "U+000B"),
        ("{% for a in range(90000) %}{{ 'x' }}{{ 'y' }}{% endfor %}", 1, "terlalu banyak nilai"),
        ("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", 1, "tanpa henti"),
    ],
)
def test_a_fault_names_file_line_and_remedy(blocks, template, line, words):
    with pytest.raises(TemplateFault) as caught:
        blocks(template)
    finding = caught.value.finding
    assert (finding.span.file, finding.span.line) == ("templates/buku/satu.md.j2", line)
    assert words in finding.message
    assert finding.hint


@pytest.mark.parametrize(
    ("expression", "words", "hint"),
    [
        ("1 / 0", "templat gagal dijalankan: pembagian dengan nol", "{% if pembagi %}"),
        ("'a' ~ (1 + 'a')", "nilai yang jenisnya berbeda", "~"),
        ("().__class__", 'templat tidak boleh memakai "__class__"', "tertutup bagi templat"),
        ("range(10000000)", "bilangannya terlalu besar", "perulangan"),
        ("5()", "bukan fungsi", "tanda kurung"),
    ],
)
def test_what_jinja_and_python_say_is_told_in_indonesian(blocks, expression, words, hint):
    with pytest.raises(TemplateFault) as caught:
        blocks(f"{{{{ {expression} }}}}")
    finding = caught.value.finding
    assert words in finding.message
    assert hint in finding.hint
    assert not any(english in finding.message for english in ("Error", "unsafe", "object", "unsupported"))


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{{ a b }}", 'seharusnya }}, tertulis "b"'),
        ("{{ a }", '"}" tidak pada tempatnya'),
        ("{{ (a }}", "tidak"),
        ("{# a", "tidak ditutup"),
        ("{% for a b %}{% endfor %}", 'seharusnya "in", tertulis "b"'),
    ],
)
def test_why_a_template_cannot_be_read_is_told_in_indonesian(blocks, template, words):
    with pytest.raises(TemplateFault) as caught:
        blocks(template)
    assert words in caught.value.finding.message
    assert "Jinja" not in caught.value.finding.message


@pytest.mark.parametrize(
    ("name", "near"),
    [("profil.luas", "profil"), ("profl.luas", "profil"), ("misi", "misi"), ("peta_jlan", "peta_jalan")],
)
def test_a_key_of_the_plan_is_seen_below_rencana(blocks, name, near):
    with pytest.raises(TemplateFault) as caught:
        blocks(f"{{{{ {name} }}}}")
    assert f'maksud Anda "rencana.{near}"?' in caught.value.finding.hint


def test_a_fault_in_a_partial_names_the_partial(blocks):
    with pytest.raises(TemplateFault) as caught:
        blocks(
            "{% from 'buku/_bagian.md.j2' import m %}\n{{ m() }}",
            _bagian="{% macro m() %}\n{{ salah }}\n{% endmacro %}",
        )
    assert (caught.value.finding.span.file, caught.value.finding.span.line) == ("templates/buku/_bagian.md.j2", 2)


def test_a_fault_crosses_processes(blocks):
    with pytest.raises(TemplateFault) as caught:
        blocks("{{ salah }}")
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (copy.finding, str(copy)) == (caught.value.finding, str(caught.value))


def test_an_output_without_end_is_stopped(blocks):
    with pytest.raises(TemplateFault, match="tanpa henti"):
        blocks("{% for a in range(99999) %}" + "x" * 300 + "{% endfor %}")


def test_a_table_without_end_is_stopped(blocks):
    template = (
        "{% set t = tabel('t', 'T', [kolom('A')]) %}"
        "{% for a in range(400) %}{% for b in range(400) %}{% do t.baris(none, ['']) %}{% endfor %}{% endfor %}"
    )
    with pytest.raises(TemplateFault, match="100000 baris"):
        blocks(template)


def test_an_id_that_two_blocks_share_is_a_fault_at_the_second(blocks):
    table = "{% set t = tabel('kembar', 'T', [kolom('A')]) %}{% do t.baris(none, [1]) %}\n{{ t }}\n"
    with pytest.raises(TemplateFault, match="dipakai dua kali") as caught:
        blocks(f"{table}\n{table}")
    assert caught.value.finding.span.line == 4


def test_a_template_that_is_not_utf8_is_a_fault(book, tmp_path):
    book("a")
    (tmp_path / "templates" / "buku" / "pengantar.md.j2").write_bytes(b"\xff\xfe\x00")
    from smartplan.book import build_book
    from smartplan.edition import load_edition
    from smartplan.plan import load_plan

    with pytest.raises(TemplateFault, match="UTF-8"):
        build_book(load_plan(tmp_path), load_edition("uji", tmp_path), "buku")


@pytest.mark.parametrize(
    "expression",
    [
        "semua('_source')", "semua('__dict__')", "semua('')", "saring(dimensi, '_part', 1)",
        "urut(dimensi, '__class__')", "kelompokkan(dimensi, '_part')", "jumlah(dimensi, 'isi._part')",
        "rata(dimensi, '_isi')",
    ],
)  # fmt: skip
def test_functions_take_no_hidden_names(blocks, expression):
    # With every dimension in the plan, so that none of them is merely missing.
    plan = f"{PLAN}  biru: {{tren: Turun}}\n"
    with pytest.raises(TemplateFault, match="nama isian"):
        blocks(f"{{{{ {expression} }}}}", plan)


@pytest.mark.parametrize("change", ["dimensi.clear()", "dimensi[0].sub.clear()", "tahun_rencana.clear()"])
def test_what_all_books_share_cannot_be_changed(blocks, change):
    with pytest.raises(TemplateFault, match="clear"):
        blocks(f"{{% do {change} %}}")
