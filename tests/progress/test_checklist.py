"""What one stage asks for, and how much of it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.progress import make_checklist
from tests.plans import edition, write

if TYPE_CHECKING:
    from pathlib import Path

    from smartplan.progress.checklist import Chapter, Entry

PLAN = """
skema: 1
wilayah: {nama: Kabupaten Rekaan, jenis: kabupaten}
perangkat_daerah: [{id: kominfo, nama: Dinas Komunikasi dan Informatika, singkatan: Diskominfo}]
rpjmd: {jenis: rpd}
dimensi:
  smart_living: {koordinator: kominfo}
  smart_society: {koordinator: kominfo}
"""


def entry_of(chapters: tuple[Chapter, ...], what: str) -> Entry:
    return next(entry for chapter in chapters for entry in chapter.entries if entry.what == what)


def test_an_entry_counts_its_places_and_names_the_dimensions_that_lack_it(tmp_path: Path) -> None:
    made = make_checklist(write(tmp_path, {"rencana.yaml": PLAN}), edition(), "bimtek-1")
    coordinator = entry_of(made.chapters, "OPD koordinator dimensi")
    assert (coordinator.met, coordinator.asked, coordinator.is_done) == (2, 6, False)
    assert coordinator.lacking == ("Smart Governance", "Smart Branding", "Smart Economy", "Smart Environment")


def test_an_office_of_the_plan_stands_under_its_short_name(tmp_path: Path) -> None:
    made = make_checklist(write(tmp_path, {"rencana.yaml": PLAN}), edition(), "bimtek-1")
    assert entry_of(made.chapters, "nama daerah").owner == "Diskominfo"
    assert entry_of(made.chapters, "tahun awal rencana").owner == "Badan Perencanaan Pembangunan Daerah"


def test_what_a_plan_is_not_asked_for_is_left_out(tmp_path: Path) -> None:
    without_vision = make_checklist(write(tmp_path, {"rencana.yaml": PLAN}), edition(), "bimtek-1")
    with_vision = PLAN.replace("rpd}", "rpjmd}")
    asked = make_checklist(write(tmp_path, {"rencana.yaml": with_vision}), edition(), "bimtek-1")
    names = [{entry.what for entry in made.entries} for made in (without_vision, asked)]
    assert names[1] - names[0] == {"visi RPJMD", "misi RPJMD"}


def test_entries_of_a_list_without_items_are_shown_but_asked_of_nothing(tmp_path: Path) -> None:
    made = make_checklist(write(tmp_path, {"rencana.yaml": PLAN}), edition(), "bimtek-1")
    tense = [entry for entry in made.entries if not entry.asked]
    assert tense and not any(entry.is_done for entry in tense)


def test_documents_count_everything_up_to_the_stage(tmp_path: Path) -> None:
    plan = write(tmp_path, {"rencana.yaml": PLAN})
    first = make_checklist(plan, edition(), "bimtek-1").documents["buku-1"]
    second = make_checklist(plan, edition(), "bimtek-2").documents["buku-1"]
    assert 0 < first[0] < first[1] < second[1]
