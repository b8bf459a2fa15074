"""The register of law: sound by itself, found by kind, number and year, and a plan's own comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan.edition import EditionError, load_edition, load_law
from smartplan.edition.law import plain_kind
from smartplan.findings import Severity

if TYPE_CHECKING:
    from pathlib import Path

REGISTER = load_law()
ACTS = REGISTER.hukum or []


def test_every_act_is_whole_marked_and_listed_once() -> None:
    whole = ("jenis", "nomor", "tahun", "tentang", "status", "tanda", "sumber")
    assert len(ACTS) > 20
    assert [act.path for act in ACTS if not all(getattr(act, key) for key in whole)] == []
    keys = [(act.jenis, act.nomor, act.tahun) for act in ACTS]
    assert len(keys) == len(set(keys))


def test_a_repealed_act_names_what_came_after_it_and_that_is_listed_and_later() -> None:
    repealed = [act for act in ACTS if act.status == "dicabut"]
    assert repealed
    for act in repealed:
        assert act.pengganti is not None, act.tentang
        successor = REGISTER.find(act.pengganti.jenis, act.pengganti.nomor, act.pengganti.tahun)
        assert successor is not None and successor.status != "dicabut"
        assert (successor.tahun or 0) >= (act.tahun or 0)


def test_what_an_act_changes_is_listed_as_changed_and_older() -> None:
    changing = [act for act in ACTS if act.mengubah is not None]
    assert changing
    for act in changing:
        first = REGISTER.find(act.mengubah.jenis, act.mengubah.nomor, act.mengubah.tahun)
        assert first is not None and first.status == "diubah" and first.tahun < act.tahun
        assert first.tentang in act.tentang


def test_kinds_are_those_that_the_edition_puts_in_order() -> None:
    order = load_edition().urutan_hukum or []
    known = {name.lower() for row in order for name in (row.singkatan or "", row.nama or "", *(row.ejaan or ()))}
    assert {act.jenis for act in ACTS if (act.jenis or "").lower() not in known} == set()


@pytest.mark.parametrize("kind", ["Perpres", "perpres", " PERPRES "])
def test_an_act_is_found_however_its_kind_is_written(kind: str) -> None:
    act = REGISTER.find(kind, " 95", 2018)
    assert act is not None and act.tentang == "Sistem Pemerintahan Berbasis Elektronik"


def test_an_act_is_found_by_the_first_name_of_its_kind_that_is_listed() -> None:
    act = REGISTER.find(["Undang-Undang", "U.U."], "23", 2014)
    assert act is not None and act.tentang == "Pemerintahan Daerah"
    assert REGISTER.find(["Undang-Undang"], "23", 2014) is None
    assert plain_kind("Undang-Undang") == plain_kind("UNDANG UNDANG")


@pytest.mark.parametrize(
    "asked", [("Perpres", "95", 2019), ("PP", "95", 2018), ("Perpres", "9", 2018), (None, None, None)]
)
def test_an_act_that_is_not_listed_is_not_guessed(asked: tuple) -> None:
    assert REGISTER.find(*asked) is None


def test_a_plans_own_register_comes_before_ours(tmp_path: Path) -> None:
    file = tmp_path / "templates" / "hukum.yaml"
    file.parent.mkdir()
    file.write_text("hukum:\n  - {jenis: Perda, nomor: 3, tahun: 2021, tentang: Rekaan, status: berlaku}\n", "utf-8")
    own = load_law(tmp_path)
    assert [act.tentang for act in own.hukum or ()] == ["Rekaan"]
    assert load_law() is not own and len(load_law().hukum or ()) == len(ACTS)


def test_a_wrong_register_is_refused_with_its_places(tmp_path: Path) -> None:
    file = tmp_path / "templates" / "hukum.yaml"
    file.parent.mkdir()
    file.write_text("hukum:\n  - {jenis: Perda, nomor: 3, tahun: 220, status: lama}\n", "utf-8")
    with pytest.raises(EditionError) as caught:
        load_law(tmp_path)
    found = [finding for finding in caught.value.findings if finding.severity is Severity.ERROR]
    assert {finding.span.line for finding in found if finding.span} == {2}
    assert any("220" in finding.message for finding in found)
