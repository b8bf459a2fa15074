"""``Bagian``: paths, places, kinds of fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fields.sample import Butir, Contoh, read

if TYPE_CHECKING:
    from smartplan.fields import Bagian

TEXT = """\
teks: satu
bulat:
bagian:
  nama: B
butir:
  - id: a
    nama: Pertama
  - nama: Tanpa id
peta:
  kunci:
    jumlah: 3
anggaran: {2026: 10, 2027: 20}
daftar_teks: [x, y]
"""


def item(position: int) -> Butir:
    items = read(TEXT).part.butir
    assert items is not None
    return items[position]


def test_paths_name_ids_and_positions() -> None:
    part = read(TEXT).part
    assert part.path == ""
    assert part.path_of("teks") == "teks"
    assert item(0).path_of("nama") == "butir[a].nama"
    assert item(1).path == "butir[#2]"
    assert part.bagian is not None and part.bagian.path == "bagian"
    assert part.peta is not None and part.peta["kunci"].path_of("jumlah") == "peta.kunci.jumlah"


def test_a_position_counts_items_that_were_set_aside() -> None:
    items = read("butir:\n  - {nama: [x]}\n  - {nama: Kedua}\n").part.butir
    assert items is not None
    assert [one.path for one in items] == ["butir[#2]"]


def test_a_value_is_placed_at_itself_an_empty_one_at_its_key_an_absent_one_at_its_part() -> None:
    part = read(TEXT).part
    assert str(part.span("teks")) == "rencana.yaml:1:7"
    assert str(part.span("bulat")) == "rencana.yaml:2:1"
    assert part.bagian is not None
    assert str(part.bagian.span("jumlah")) == "rencana.yaml:3:1"
    assert str(item(1).span("jumlah")) == "rencana.yaml:8:5"
    assert str(part.key_span("teks")) == "rencana.yaml:1:1"


def test_years_and_items_have_places_of_their_own() -> None:
    part = read(TEXT).part
    assert str(part.item_span("anggaran", 2027)) == "rencana.yaml:12:28"
    assert str(part.item_span("daftar_teks", 1)) == "rencana.yaml:13:18"


def test_a_part_knows_its_holder_and_its_text() -> None:
    part = read(TEXT).part
    assert item(0).holder is not None
    assert part.holder is None
    assert part.raw("teks") == "satu"
    assert part.raw("tahun") is None


def test_a_part_made_by_a_program_has_no_place() -> None:
    part = Butir()
    assert (part.nama, part.span("nama"), part.node, part.path) == (None, None, None, "")


def test_a_part_does_not_change() -> None:
    part = read("id: a\n").part
    with pytest.raises(AttributeError, match="Contoh"):
        part.id = "b"
    assert part.id == "a"


def test_kinds_tell_what_a_field_holds() -> None:
    kinds = {key: Contoh.kind_of(key) for key in ("teks", "prosa", "rupiah", "butir", "peta", "anggaran", "bagian")}
    assert kinds == {
        "teks": "teks",
        "prosa": "prosa",
        "rupiah": "rupiah",
        "butir": "list",
        "peta": "map",
        "anggaran": "years",
        "bagian": "part",
    }
    assert (Contoh.item_kind("anggaran"), Contoh.item_kind("butir"), Contoh.item_kind("teks")) == (
        "rupiah",
        "part",
        None,
    )
    assert (Contoh.part_of("butir"), Contoh.part_of("peta"), Contoh.part_of("bagian")) == (Butir, Butir, Butir)
    assert Contoh.part_of("teks") is None
    assert (Contoh.example("teks"), Contoh.example("prosa"), Contoh.describe("teks")) == ("kata", None, "satu baris")


def parts_below(kind: type[Bagian], seen: set[type[Bagian]]) -> set[type[Bagian]]:
    if kind not in seen:
        seen.add(kind)
        for key in kind.fields:
            below = kind.part_of(key)
            if below is not None:
                parts_below(below, seen)
    return seen


def test_every_field_of_a_plan_is_described_in_words() -> None:
    from smartplan.plan import Rencana

    kinds = parts_below(Rencana, set())
    assert len(kinds) > 50
    for kind in kinds:
        for key, field in kind.fields.items():
            assert field.description and getattr(kind, key) is None, f"{kind.__name__}.{key}"
