"""An edition that inherits: what it says stands, what it does not say is taken over, ``hapus: ya`` takes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan.edition import EditionError, EditionNotFound, list_editions, load_edition
from tests.edition.editions import SMALL, faults, load, write

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "id: anak\nmewarisi: kecil\n"


def child(root: Path, text: str):
    write(root, "kecil", SMALL)
    return load(root, HEAD + text, "anak")


def test_an_empty_heir_is_its_parent(tmp_path: Path) -> None:
    heir, parent = child(tmp_path, ""), load_edition("kecil", tmp_path)
    assert repr(heir).replace("id='anak'", "id='kecil'").replace("mewarisi='kecil'", "mewarisi=None") == repr(parent)
    assert (heir.id, heir.mewarisi) == ("anak", "kecil")


def test_a_limit_is_changed_and_the_rest_of_the_rule_kept(tmp_path: Path) -> None:
    rule = (child(tmp_path, "aturan: {QW002: {parameter: {maks_bulan: 18}}}\n").aturan or {})["QW002"]
    assert (rule.parameter, rule.sejak, rule.tanda) == ({"maks_bulan": "18"}, {"akhir": "galat"}, "G")


def test_an_item_is_changed_by_its_id_in_its_place(tmp_path: Path) -> None:
    heir = child(tmp_path, "dimensi: [{id: satu, nama: Nama Baru}]\n")
    assert [(one.id, one.nama) for one in heir.dimensi or ()] == [("satu", "Nama Baru"), ("dua", "Dimensi Dua")]
    assert heir.dimensi and heir.dimensi[0].warna and heir.dimensi[0].warna.pita == "1F4E79"


def test_an_item_is_taken_out_and_another_added(tmp_path: Path) -> None:
    added = "{id: tiga, nama: Dimensi Tiga, warna: {pita: 23613A, latar: E1F1E6}, tanda: G, sumber: uji}"
    heir = child(tmp_path, f"dimensi: [{{id: satu, hapus: ya}}, {added}]\n")
    assert heir.ids("dimensi") == ["dua", "tiga"]


def test_a_requirement_is_changed_by_its_path(tmp_path: Path) -> None:
    text = "dokumen: [{id: buku, bab: [{id: bab, wajib: [{jalur: visi.smart_city, sejak: {awal: galat}}]}]}]\n"
    [need] = child(tmp_path, text).dokumen[0].bab[0].wajib
    assert (need.sejak, need.isi) == ({"awal": "galat", "akhir": "galat"}, "visi")


def test_a_rule_is_taken_out(tmp_path: Path) -> None:
    assert child(tmp_path, "aturan: {QW002: {hapus: ya}}\n").aturan in (None, {})


def test_each_part_knows_the_file_that_it_was_written_in(tmp_path: Path) -> None:
    heir = child(tmp_path, "dimensi: [{id: satu, nama: Nama Baru}]\n")
    first = (heir.dimensi or [])[0]
    name, colour = first.span("nama"), first.span("warna")
    assert name and (name.file, name.line) == ("templates/edisi/anak/edisi.yaml", 3)
    assert colour and (colour.file, colour.line) == ("templates/edisi/kecil/edisi.yaml", 6)


def test_a_fault_of_the_parent_is_told_at_the_parent(tmp_path: Path) -> None:
    write(tmp_path, "kecil", SMALL.replace("pita: 1F4E79", "pita: biru"))
    [finding] = faults(tmp_path, HEAD, "anak")
    assert finding.code == "EDS004"
    assert finding.span and finding.span.file == "templates/edisi/kecil/edisi.yaml"


def test_stages_that_the_heir_takes_out_may_not_be_named(tmp_path: Path) -> None:
    write(tmp_path, "kecil", SMALL)
    found = faults(tmp_path, HEAD + "tahap: [{id: awal, hapus: ya}]\n", "anak")
    assert [finding.code for finding in found] == ["EDS002"]


@pytest.mark.parametrize("parent", ["anak", "kecil"])
def test_nothing_inherits_itself(tmp_path: Path, parent: str) -> None:
    write(tmp_path, "kecil", "mewarisi: anak\n" + SMALL)
    with pytest.raises(EditionError) as caught:
        load(tmp_path, f"id: anak\nmewarisi: {parent}\n", "anak")
    assert any("mewarisi dirinya sendiri" in finding.message for finding in caught.value.findings)


def test_a_missing_parent_is_named_with_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(EditionNotFound) as caught:
        load(tmp_path, "id: anak\nmewarisi: tiada\n", "anak")
    assert "tiada" in caught.value.message
    assert "kominfo-2023" in caught.value.hint
    assert "anak" in caught.value.hint


def test_the_default_edition_can_be_inherited(tmp_path: Path) -> None:
    text = (
        "id: tiga-saja\nmewarisi: kominfo-2023\ndimensi: [{id: smart_branding, hapus: ya}]\n"
        "aturan: {QW001: {parameter: {per_dimensi: 3}}}\n"
    )
    heir, base = load(tmp_path, text, "tiga-saja"), load_edition()
    assert heir.ids("dimensi") == [name for name in base.ids("dimensi") if name != "smart_branding"]
    assert heir.aturan and heir.aturan["QW001"].parameter == {"per_dimensi": "3"}
    assert heir.ids("dokumen") == base.ids("dokumen")


def test_a_plans_own_edition_comes_before_ours_and_is_listed(tmp_path: Path) -> None:
    assert "kominfo-2023" in list_editions()
    own = load(tmp_path, SMALL, "kominfo-2023")
    assert own.ids("dimensi") == ["satu", "dua"]
    write(tmp_path, "kecil", SMALL)
    assert list_editions(tmp_path) == sorted([*list_editions(), "kecil"])


def dimension(name: str, more: str = "") -> str:
    return f"{{id: {name}, nama: {name}, warna: {{pita: 23613A, latar: E1F1E6}}, tanda: G, sumber: uji{more}}}"


@pytest.mark.parametrize(
    ("places", "order"),
    [
        ({"tiga": "sebelum: satu"}, ["tiga", "satu", "dua"]),
        ({"tiga": "sesudah: satu"}, ["satu", "tiga", "dua"]),
        ({"tiga": "sesudah: satu", "empat": "sesudah: satu"}, ["satu", "tiga", "empat", "dua"]),
        ({"tiga": "sesudah: empat", "empat": "sebelum: dua"}, ["satu", "empat", "tiga", "dua"]),
        ({"satu": "sesudah: dua"}, ["dua", "satu"]),
        ({"tiga": ""}, ["satu", "dua", "tiga"]),
    ],
)
def test_an_item_stands_where_it_says(tmp_path: Path, places: dict[str, str], order: list[str]) -> None:
    items = [dimension(name, f", {place}" if place else "") for name, place in places.items()]
    assert child(tmp_path, f"dimensi: [{', '.join(items)}]\n").ids("dimensi") == order


@pytest.mark.parametrize("place", ["sesudah: stu", "sebelum: tiga", "sesudah: tiga"])
def test_a_place_that_is_not_in_the_list_is_a_fault(tmp_path: Path, place: str) -> None:
    with pytest.raises(EditionError) as caught:
        child(tmp_path, f"dimensi: [{dimension('tiga', f', {place}')}]\n")
    [finding] = caught.value.findings
    assert finding.code == "EDS009"
    assert ('maksud Anda "satu"?' in (finding.hint or "")) == (place == "sesudah: stu")


def test_an_heir_of_an_heir_moves_what_its_parent_placed(tmp_path: Path) -> None:
    child(tmp_path, f"dimensi: [{dimension('tiga', ', sebelum: satu')}]\n")
    grandchild = load(tmp_path, "id: cucu\nmewarisi: anak\ndimensi: [{id: dua, sebelum: satu}]\n", "cucu")
    assert grandchild.ids("dimensi") == ["tiga", "dua", "satu"]
