"""The annex of waivers: what was decided not to mend, in the books that carry the plan, and only when there is any."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan import api
from smartplan.book import BookBuilder
from smartplan.edition import load_edition
from smartplan.plan import load_plan
from smartplan.rules.catalogue import all_entries
from smartplan.writers.markdown import write_markdown

if TYPE_CHECKING:
    from pathlib import Path

PLAN = "skema: 1\nwilayah: {kode: 99.99, nama: Kabupaten Tirta, jenis: kabupaten, fiktif: ya}\n"
WAIVERS = """\
pengecualian:
  - {kode: PRF002, jalur: profil.luas, alasan: Menunggu BPS, oleh: Bappeda, sampai: 2026-12-31}
  - {kode: TKS003, alasan: Nama resmi, oleh: Diskominfo}
  - {kode: LMB010, jalur: kelembagaan.dewan.rapat}
"""
TITLE = "Pengecualian Pemeriksaan"


def book(folder: Path, text: str, name: str) -> str:
    (folder / "rencana.yaml").write_text(text, encoding="utf-8")
    return write_markdown(BookBuilder(load_plan(folder), load_edition()).build(name))


@pytest.mark.parametrize("name", ["buku-1", "buku-2"])
def test_waivers_are_printed_with_reason_and_who_decided(name: str, tmp_path: Path) -> None:
    annex = book(tmp_path, PLAN + WAIVERS, name).rpartition(TITLE)[2]
    for words in (
        "PRF002",
        "profil.luas",
        "Menunggu BPS",
        "Bappeda",
        "31 Desember 2026",
        "seluruh rencana",
        "tanpa batas",
    ):
        assert words in annex
    assert "tiga pengecualian" in annex or "3 pengecualian" in annex


@pytest.mark.parametrize("name", ["buku-1", "buku-2"])
@pytest.mark.parametrize("rows", ["", "pengecualian: []\n", "pengecualian:\n"])
def test_without_waivers_there_is_no_annex(name: str, rows: str, tmp_path: Path) -> None:
    assert TITLE not in book(tmp_path, PLAN + rows, name)


@pytest.mark.parametrize("name", ["buku-3", "buku-4"])
def test_the_summary_and_the_quick_wins_do_without(name: str, tmp_path: Path) -> None:
    assert TITLE not in book(tmp_path, PLAN + WAIVERS, name)


def test_each_waiver_says_what_it_excuses(tmp_path: Path) -> None:
    (tmp_path / "rencana.yaml").write_text(PLAN + WAIVERS, encoding="utf-8")
    annex = api.render(api.load(tmp_path), ["buku-1"], ["md"])["buku-1.md"].decode().rpartition(TITLE)[2]
    title = next(entry.title for entry in all_entries() if entry.code == "PRF002")
    assert title.rstrip(".") in annex
