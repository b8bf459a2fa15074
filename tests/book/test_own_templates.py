"""Templates of the plan take the place of ours, build on ours, and say where they are wrong."""

from __future__ import annotations

import os
import shutil

import pytest

from smartplan.book import TemplateFault
from smartplan.book.blocks import ListOfTables
from tests.closed import no_permission, open_to_all


def fault(blocks, template: str, **files: str):
    with pytest.raises(TemplateFault) as caught:
        blocks(template, **files)
    return caught.value.finding


def test_a_template_may_include_ours_in_whose_place_it_stands(blocks, tmp_path):
    own = tmp_path / "templates" / "buku" / "depan" / "daftar.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text('{% include "@bawaan/buku/depan/daftar.md.j2" %}\n', encoding="utf-8")
    assert ListOfTables() in blocks('{% include "buku/depan/daftar.md.j2" %}')


@pytest.mark.parametrize(
    "template",
    [
        '{% extends "buku/satu.md.j2" %}',
        '{% include "buku/satu.md.j2" %}',
        '{% from "buku/satu.md.j2" import m %}',
        '{% extends "buku/./satu.md.j2" %}',
    ],
)
def test_a_template_that_takes_up_itself_is_told_of_ours(blocks, template):
    found = fault(blocks, template)
    assert (found.span.file, found.span.line) == ("templates/buku/satu.md.j2", 1)
    assert "dirinya sendiri tanpa henti" in found.message
    assert '{% extends "@bawaan/buku/satu.md.j2" %}' in found.hint


def test_a_ring_of_templates_is_named_whole(blocks):
    found = fault(blocks, '\n{% include "buku/_b.md.j2" %}', _b='{% include "buku/satu.md.j2" %}')
    ring = ("templates/buku/satu.md.j2", "templates/buku/_b.md.j2", "templates/buku/satu.md.j2")
    assert " → ".join(ring) in found.message


@pytest.mark.parametrize("name", ["/etc/passwd", "../rencana.yaml", "@bawaan/../rahasia.md.j2", "C:\\rahasia"])
def test_what_lies_outside_the_folder_is_no_template(blocks, name):
    assert "tidak ada" in fault(blocks, f"{{% include {name!r} %}}").message


@pytest.mark.parametrize(
    ("template", "line", "column", "near"),
    [
        ("a\n{{ rencna.visi }}", 2, 4, "rencana"),
        ("{% set t = tabel('t', 'T',\n  [kolom(rencna.visi)]) %}", 2, 10, "rencana"),
        ("{{ rencana.vsi }}", 1, 12, "visi"),
        ("{{ rencana.visi.smart_cty }}", 1, 17, "smart_city"),
        ("{{ rencana['vsi'] }}", 1, 13, "visi"),
        ("{{ rencana.risiko[0].nma }}", 1, 22, None),
        ("{{ dimensi[0].naam }}", 1, 15, "nama"),
        ("{{ dimensi[0].isi.progrm }}", 1, 19, "program"),
        ("{{ semua('progrm') }}", 1, 11, "program"),
        ("{% set keterangan = 1 %}\n{{ keterangn }}", 2, 4, "keterangan"),
        ("{% for butir_program in [1] %}{{ butir_progam }}{% endfor %}", 1, 34, "butir_program"),
        ("{{ jumlh([]) }}", 1, 4, "jumlah"),
        ("{{ 3|rupia }}", 1, 6, "rupiah"),
        ("{% if 1 is kosng %}{% endif %}", 1, 12, "kosong"),
        ("{% if 1 %}{{ 3|rupia }}{% endif %}", 1, 16, "rupiah"),
        ("{% include 'buku/pengatar.md.j2' %}", 1, 13, "buku/pengantar.md.j2"),
        ("{% extends '@bawaan/surat/tagian.md.j2' %}", 1, 13, "@bawaan/surat/tagihan.md.j2"),
        ("\n{% fro a %}", 2, 4, "from"),
        ("{% for a in [1] %}{% endfr %}", 1, 22, "endfor"),
        ("{% set t = tabel('t', jdul='T') %}", 1, 23, "judul"),
    ],
)
def test_a_name_that_is_not_known_is_placed_and_the_nearest_named(blocks, template, line, column, near):
    found = fault(blocks, template)
    assert (found.span.line, found.span.column) == (line, column)
    assert f'maksud Anda "{near}"?' in found.hint if near else "maksud" not in found.hint


def test_a_name_that_an_import_lacks_is_looked_for_among_those_it_has(blocks):
    template = "{% from 'buku/_b.md.j2' import massa %}\n{{ massa() }}"
    found = fault(blocks, template, _b="{% macro masa() %}{% endmacro %}")
    assert found.message == 'templat "buku/_b.md.j2" tidak memuat "massa"'
    assert 'maksud Anda "masa"?' in found.hint


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{% for a in [1] %}", "tambahkan {% endfor %}"),
        ("{% for a in [1] %}{% endif %}", "tutup dahulu dengan {% endfor %}"),
        ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "gabungkan"),
    ],
)
def test_what_is_not_closed_says_with_what_to_close_it(blocks, template, words):
    assert words in fault(blocks, template).hint


def test_the_way_to_a_fault_is_told_from_the_nearest_to_the_farthest(blocks):
    found = fault(
        blocks,
        "a\n{% include 'buku/_b.md.j2' %}",
        _b="\n\n{% from 'buku/_c.md.j2' import m %}\n{{ m() }}",
        _c="{% macro m() %}\n\n\n\n{{ salah }}\n{% endmacro %}",
    )
    assert str(found.span) == "templates/buku/_c.md.j2:5:4"
    assert [(one.span.file, one.span.line, one.message) for one in found.related] == [
        ("templates/buku/_b.md.j2", 4, "dipakai di sini"),
        ("templates/buku/satu.md.j2", 2, "dimuat di sini"),
    ]


def test_a_fault_in_a_block_names_the_parent_and_where_it_is_extended(blocks):
    found = fault(
        blocks,
        "{% extends 'buku/_induk.md.j2' %}\n{% set a = 1 %}\n{% block isi %}\n{{ salah }}\n{% endblock %}",
        _induk="Pembuka.\n\n{% block isi %}{% endblock %}",
    )
    assert str(found.span) == "templates/buku/satu.md.j2:4:4"
    assert [(one.span.file, one.span.line, one.message) for one in found.related] == [
        ("templates/buku/_induk.md.j2", 3, "bloknya dicetak di sini"),
        ("templates/buku/satu.md.j2", 1, "diwarisi di sini"),
    ]


def test_a_table_that_stands_wrongly_in_a_partial_is_placed_there(blocks):
    found = fault(
        blocks,
        "{% from 'buku/_b.md.j2' import m %}\n{{ m() }}",
        _b="{% macro m() %}\n\n- butir\n\n  {{ daftar_isi() }}\n{% endmacro %}",
    )
    assert (found.span.file, found.span.line) == ("templates/buku/_b.md.j2", 5)


def test_a_template_of_ours_that_is_wrong_is_not_looked_for_in_the_plan(blocks):
    found = fault(blocks, "{% from '@bawaan/surat/tagihan.md.j2' import a %}")
    assert found.span.file == "@bawaan/surat/tagihan.md.j2"


def test_a_missing_template_is_placed_where_the_edition_names_it(book, tmp_path):
    book("a")
    (tmp_path / "templates" / "buku" / "satu.md.j2").unlink()
    from smartplan.book import build_book
    from smartplan.edition import load_edition
    from smartplan.plan import load_plan

    edition = load_edition("uji", tmp_path)
    with pytest.raises(TemplateFault, match="tidak ada") as caught:
        build_book(load_plan(tmp_path), edition, "buku")
    section = edition.dokumen[0].bab[0]
    assert caught.value.finding.span == section.span("templat")


@pytest.mark.skipif(os.name == "nt", reason="permissions of a file are of another kind there")
def test_a_template_that_may_not_be_read_is_named_itself(book, tmp_path):
    from smartplan.book import BookBuilder
    from smartplan.edition import load_edition
    from smartplan.plan import load_plan

    book("a")
    with open_to_all() as folder:
        shutil.copytree(tmp_path, folder, dirs_exist_ok=True, copy_function=shutil.copyfile)
        folder.chmod(0o755)
        template = folder / "templates" / "buku" / "satu.md.j2"
        plan = load_plan(folder)
        builder = BookBuilder(plan, load_edition("uji", folder))
        with no_permission(template), pytest.raises(TemplateFault) as caught:
            builder.build("buku")
    found = caught.value.finding
    assert found.span.file == "templates/buku/satu.md.j2"
    assert "berkas templates/buku/satu.md.j2 tidak dapat dibuka: tidak ada izin" in found.message


def test_a_map_that_changes_while_it_is_walked_is_a_fault_of_the_template(blocks):
    template = "{% set d = {'a': 1} %}{% for x in d %}{% do d.update({x ~ 'b': 1}) %}{% endfor %}"
    assert "gagal dijalankan" in fault(blocks, template).message
