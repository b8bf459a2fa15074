"""From what a person types to one region, or to a question."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartplan.region import AmbiguousRegion, BpsLookalike, RegionNotFound, RegionTrouble, all_regions, lookup, search


@pytest.mark.parametrize(
    "text",
    ["51.08", "buleleng", "Buleleng", "KABUPATEN BULELENG", "kab. buleleng", "kab-buleleng", "  Kab   Buleleng "],
)
def test_a_region_is_found_by_code_name_and_slug(text: str) -> None:
    assert lookup(text).code == "51.08"


@pytest.mark.parametrize(("text", "code"), [("51", "51"), ("Bali", "51"), ("provinsi bali", "51"), ("diy", "34")])
def test_a_province_is_found_too(text: str, code: str) -> None:
    region = lookup(text)
    assert (region.code, region.kind) == (code, "provinsi")


@pytest.mark.parametrize("name", ["tegal", "Bogor", "malang"])
def test_a_name_of_both_a_kabupaten_and_a_kota_is_never_resolved_by_itself(name: str) -> None:
    with pytest.raises(AmbiguousRegion) as caught:
        lookup(name)
    slugs = {region.slug for region in caught.value.candidates}
    assert slugs == {f"kab-{name.lower()}", f"kota-{name.lower()}"}
    assert all(slug in caught.value.hint for slug in slugs)


def test_26_names_are_both_and_each_slug_decides() -> None:
    by_name: dict[str, set[str]] = {}
    for region in all_regions():
        by_name.setdefault(region.short, set()).add(region.kind)
    both = [name for name, kinds in by_name.items() if len(kinds) == 2]
    assert len(both) == 26
    for region in all_regions():
        assert lookup(region.slug) is region
        assert lookup(region.code) is region
        assert lookup(region.name) is region


@pytest.mark.parametrize(("typed", "meant"), [("bulelng", "Kabupaten Buleleng"), ("surabya", "Kota Surabaya")])
def test_near_misses_are_suggested_not_taken(typed: str, meant: str) -> None:
    with pytest.raises(RegionNotFound) as caught:
        lookup(typed)
    assert meant in [region.name for region in caught.value.suggestions]
    assert meant in caught.value.hint


def test_everyday_names_of_provinces_and_parts_of_names_lead_to_the_region() -> None:
    assert [lookup(name).code for name in ("sumut", "sumbar", "sumsel", "jabar")] == ["12", "13", "16", "32"]
    for part, meant in (("selayar", "Kepulauan Selayar"), ("kutai", "Kutai"), ("siantar", "Pematangsiantar")):
        with pytest.raises(RegionNotFound) as caught:
            lookup(part)
        assert meant in caught.value.suggestions[0].short


def test_a_code_of_bps_is_not_taken_silently() -> None:
    with pytest.raises(BpsLookalike) as caught:
        lookup("5108")
    assert "51.08" in f"{caught.value.message} {caught.value.hint}"


def test_typing_finds_names_that_begin_so_first() -> None:
    assert [region.name for region in search("bule")] == ["Kabupaten Buleleng"]
    assert search("kota bog")[0].name == "Kota Bogor"
    assert {region.code[:2] for region in search("510")} == {"51"}
    assert search("") == ()


def test_trouble_crosses_processes() -> None:
    with pytest.raises(RegionTrouble) as caught:
        lookup("tegal")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.message, again.hint) == (caught.value.message, caught.value.hint)


@given(st.text(max_size=40))
def test_any_text_gives_a_region_or_a_sentence(text: str) -> None:
    search(text)
    try:
        assert lookup(text).code
    except RegionTrouble as trouble:
        assert trouble.message
        assert trouble.hint
