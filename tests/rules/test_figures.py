"""Which of several figures a rule compares: the one that is marked, else the newest, as the books print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plans import check, found

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """\
skema: 1
wilayah: {kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten, fiktif: tidak}
profil:
  penduduk:
"""
OLD = "    - {nilai: 791813, tahun: 2020, sumber: Situs resmi}\n"
NEW = "    - {nilai: 826193, tahun: 2024, sumber: Ensiklopedia}\n"


@pytest.mark.parametrize(
    ("rows", "path"),
    [
        (OLD + NEW, "profil.penduduk[#2].nilai"),
        (NEW + OLD, "profil.penduduk[#1].nilai"),
        (OLD.replace("}", ", dipakai: ya}") + NEW, "profil.penduduk[#1].nilai"),
    ],
)
def test_the_figure_in_use_is_compared_with_the_register(tmp_path: Path, rows: str, path: str) -> None:
    [finding] = found(check(tmp_path, PLAN + rows), "PRF004")
    assert finding.path == path


def test_a_figure_of_the_register_beside_others_is_enough(tmp_path: Path) -> None:
    [finding] = found(check(tmp_path, PLAN + OLD), "PRF004")
    official = finding.message.rpartition("register: ")[2].replace(".", "")
    rows = OLD + f"    - {{nilai: {official}, tahun: 2019, sumber: Register}}\n"
    assert found(check(tmp_path, PLAN + rows), "PRF004") == []
