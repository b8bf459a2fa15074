"""How far a plan is: required entries that are filled, out of all that are required."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartplan.plan import load_plan
from smartplan.progress import Progress, Share, measure
from tests.plans import edition, write

ROOT = Path(__file__).parents[2]


def of(folder: Path, text: str, **dimensions: str) -> Progress:
    files = {f"dimensi/{name}.yaml": content for name, content in dimensions.items()}
    return measure(write(folder, {"rencana.yaml": text, **files}), edition())


def share(shares: tuple[Share, ...], name: str) -> Share:
    return next(one for one in shares if one.id == name)


def test_documents_and_dimensions_come_in_the_order_of_the_edition(tmp_path: Path) -> None:
    progress = of(tmp_path, "skema: 1\n")
    assert [one.id for one in progress.documents] == edition().ids("dokumen")
    assert [one.id for one in progress.dimensions] == edition().ids("dimensi")
    assert progress.documents[0].title == "BUKU I: Analisis Strategis Smart City Daerah"


def test_an_empty_plan_has_nothing(tmp_path: Path) -> None:
    progress = of(tmp_path, "skema: 1\n")
    assert {one.met for one in (*progress.documents, *progress.dimensions)} == {0}
    assert all(one.required > 0 and one.percent == 0 for one in (*progress.documents, *progress.dimensions))


def test_each_entry_that_is_filled_counts_one(tmp_path: Path) -> None:
    before = share(of(tmp_path, "skema: 1\n").documents, "buku-1")
    after = share(of(tmp_path, "wilayah: {kode: 99.99, nama: Kabupaten Rekaan}\n").documents, "buku-1")
    assert (before.met, after.met) == (0, 2)
    assert before.required == after.required


def test_an_absent_dimension_asks_for_as_much_as_an_empty_one(tmp_path: Path) -> None:
    absent = share(of(tmp_path, "skema: 1\n").dimensions, "smart_living")
    begun = share(of(tmp_path, "skema: 1\n", smart_living="tren: Makin daring\n").dimensions, "smart_living")
    assert (absent.met, begun.met) == (0, 1)
    assert absent.required == begun.required


def test_percent_is_rounded_down_so_that_100_means_complete() -> None:
    assert Share("a", "A", 299, 300).percent == 99
    assert Share("a", "A", 300, 300).percent == 100
    assert Share("a", "A", 0, 0).percent == 100, "nothing is asked"


def test_a_file_that_cannot_be_read_is_never_complete(tmp_path: Path) -> None:
    assert Share("a", "A", 5, 5, is_partial=True).percent == 99
    assert Share("a", "A", 0, 0, is_partial=True).percent == 0
    (tmp_path / "rencana.yaml").write_text("skema: [\n", encoding="utf-8")
    shares = measure(load_plan(tmp_path), edition())
    assert all(share.is_partial and share.percent < 100 for share in (*shares.documents, *shares.dimensions))


def test_the_complete_example_is_complete() -> None:
    progress = measure(load_plan(ROOT / "examples" / "contoh"), edition())
    assert {one.id: one.percent for one in (*progress.documents, *progress.dimensions)} == dict.fromkeys(
        [*edition().ids("dokumen"), *edition().ids("dimensi")], 100
    )


@pytest.mark.parametrize(
    ("files", "partial"),
    [
        ({"rencana.yaml": "pengecualian: [{kode: PRF002, alasan: a, sampai: besok}]\n"}, False),
        ({"rencana.yaml": "misi: [{id: a, misi: A, dimensi: {a: b}}]\n"}, True),
        ({"rencana.yaml": "skema: 1\n", "dimensi/smart_living.yaml": "program: [{id: p, mulai: 26}]\n"}, True),
    ],
)
def test_only_what_may_hold_required_entries_makes_it_partial(
    files: dict[str, str], partial: bool, tmp_path: Path
) -> None:
    plan = write(tmp_path, files)
    assert plan.set_aside
    assert {share.is_partial for share in measure(plan, edition()).documents} == {partial}
