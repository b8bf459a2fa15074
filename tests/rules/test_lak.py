"""What later years report: means, numbers in words, ranges and years."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.plans import check, found

if TYPE_CHECKING:
    from pathlib import Path

ROOT = "skema: 1\nperiode: {awal: 2026, akhir: 2035}\n"


def realised(*rows: str) -> str:
    return "realisasi:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


@pytest.mark.parametrize(
    ("figures", "hint"),
    [
        ("target: 10, terealisasi: 12, belum: 0, persen: 100", None),
        ("target: 10, terealisasi: 12, belum: -2, persen: 120", None),
        ("target: 10, terealisasi: 12, belum: 1", "tulis `belum: 0`, atau perbaiki target dan realisasinya"),
        ("target: 10, terealisasi: 4, belum: 5", "tulis `belum: 6`, atau perbaiki target dan realisasinya"),
        ("target: 10, terealisasi: 4, persen: 100", "tulis `persen: 40`, atau perbaiki target dan realisasinya"),
    ],
)
def test_more_than_the_target_leaves_nothing(figures: str, hint: str | None, tmp_path: Path) -> None:
    findings = found(check(tmp_path, ROOT + realised(f"tahun: 2026, {figures}")), "LAK001")
    assert [finding.hint for finding in findings] == ([hint] if hint else [])
    assert all(finding.edits[0].new_text in hint and finding.unsafe for finding in findings if hint)


@pytest.mark.parametrize(
    ("rows", "stated", "told"),
    [
        (("target: 10, terealisasi: 4", "target: 10, terealisasi: 8"), "60", None),
        (("persen: 33.3", "persen: 66.6"), "50", None),  # rounded
        (("persen: 150", "persen: 50"), "75", None),  # capped at a hundred
        (("persen: 150", "persen: 50"), "100", None),
        (("persen: 40", "persen: 80", "target: 10"), "99", None),  # a row is not known yet
        (("target: 10, terealisasi: 4", "target: 10, terealisasi: 8"), "75", "60"),
        (("persen: 33.3", "persen: 66.6"), "52", "50"),
    ],
)
def test_the_mean_of_a_dimension(rows: tuple[str, ...], stated: str, told: str | None, tmp_path: Path) -> None:
    text = realised(*(f"tahun: 2026, dimensi: smart_living, {row}" for row in rows))
    text += f"rata_realisasi: [{{tahun: 2026, dimensi: smart_living, persen: {stated}}}]\n"
    messages = [finding.message for finding in found(check(tmp_path, ROOT + text), "LAK002")]
    assert len(messages) == (told is not None)
    assert all(f"barisnya {told} persen" in message for message in messages)


def test_a_row_counts_for_the_dimension_of_its_program_and_for_its_year(tmp_path: Path) -> None:
    text = realised("tahun: 2026, program: a, persen: 40", "tahun: 2027, program: a, persen: 80")
    stated = "rata_realisasi: [{tahun: 2027, dimensi: smart_living, persen: 60}, {dimensi: smart_living, persen: 60}]\n"
    checked = check(tmp_path, ROOT + text + stated, smart_living="program: [{id: a, nama: A}]\n")
    assert [finding.path for finding in found(checked, "LAK002")] == ["rata_realisasi[#1].persen"]


def test_no_mean_is_judged_while_a_row_could_not_be_read(tmp_path: Path) -> None:
    row = "tahun: 2026, dimensi: smart_living, persen: 40"
    stated = "rata_realisasi: [{tahun: 2026, dimensi: smart_living, persen: 60}]\n"
    assert found(check(tmp_path, ROOT + realised(row) + stated), "LAK002")
    assert not found(check(tmp_path, ROOT + realised(row, "tahun: nanti") + stated), "LAK002")


@pytest.mark.parametrize(
    ("output", "figures", "told"),
    [
        ("Tersusunnya dua dokumen", "target: 1", "dua dokumen"),
        ("Puluhan desa terlayani", "target: 12", "Puluhan desa"),
        ("Belasan desa terlayani", "target: 12", None),
        ("Tersusunnya dua dokumen", "target: 2", None),
        ("Tersusunnya dua dokumen", "target: 3, terealisasi: 2", None),
        ("Tersusunnya dua dokumen", "target: 100", None),  # may be percent
        ("Tersusunnya dua dokumen", "target: 80", None),
        ("Tersusunnya dua dokumen", "terealisasi: 1", None),
        ("Layanan satu pintu bagi warga", "target: 4", None),
        ("Dua dokumen dan tiga laporan", "target: 5", None),
        ("Dua puluh satu dokumen", "target: 21", None),
        ("Setiap desa memiliki satu aplikasi", "target: 12", None),
        ("Sedikitnya dua dokumen", "target: 5", None),
        ("Dokumen kedua desa", "target: 5", None),
        ("Tersusunnya dua dokumen untuk 3 desa", "target: 3", None),
    ],
)
def test_a_number_word_of_an_output(output: str, figures: str, told: str | None, tmp_path: Path) -> None:
    findings = found(check(tmp_path, ROOT + realised(f"tahun: 2026, keluaran: {output}, {figures}")), "LAK003")
    assert len(findings) == (told is not None)
    for finding in findings:
        assert f'"{told}"' in finding.message
        assert finding.path == "realisasi[#1].keluaran"


@pytest.mark.parametrize(
    ("indicator", "unit", "targets", "told"),
    [
        ("Terbukanya tiga taman", "taman", "{2026: 1, 2030: 2}", True),
        ("Terbukanya tiga taman", "taman", "{2026: 1, 2030: 3}", False),
        ("Terbukanya tiga taman", "persen", "{2026: 1, 2030: 2}", False),
        ("Warga mencapai tiga taman", "taman", "", False),
        ("Data prioritas yang memenuhi prinsip Satu Data Indonesia", "data", "{2026: 40, 2030: 90}", False),
        ("Layanan melalui satu pintu", "pintu", "{2026: 40, 2030: 90}", False),
    ],
)
def test_a_number_word_of_a_goal(indicator: str, unit: str, targets: str, told: bool, tmp_path: Path) -> None:
    goal = f"sasaran: [{{id: a, sasaran: Taman, indikator: {indicator}, satuan: {unit}, target: {targets}}}]\n"
    assert bool(found(check(tmp_path, ROOT, smart_living=goal), "LAK003")) == told


@pytest.mark.parametrize(
    ("indicator", "target", "told"),
    [
        ("Tersusunnya dua dokumen", "1 dokumen", True),
        ("Tersusunnya dua dokumen", "2 dokumen", False),
        ("Tersusunnya dua dokumen", "1 dokumen dan 1 laporan", False),
        ("Tersusunnya dua dokumen", "90 persen", False),
        ("Jumlah dokumen", "1 dokumen", False),
    ],
)
def test_a_number_word_of_a_program(indicator: str, target: str, told: bool, tmp_path: Path) -> None:
    for kind in ("output", "outcome"):
        row = f"program: [{{id: a, nama: A, indikator_{kind}: {indicator}, target_{kind}: {target}}}]\n"
        findings = found(check(tmp_path, ROOT, smart_living=row), "LAK003")
        assert len(findings) == told
        assert all(finding.related[0].span.column > 1 for finding in findings)


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("indeks: 3.06, peringkat: 6", None),
        ("indeks: 0", None),
        ("indeks: 4", None),
        ("indeks: 4.01", "indeks"),
        ("indeks: -1", "indeks"),
        ("peringkat: 0", "peringkat"),
        ("peringkat: 2.5", "peringkat"),
    ],
)
def test_values_of_the_yearly_evaluation(row: str, key: str | None, tmp_path: Path) -> None:
    findings = found(check(tmp_path, ROOT + f"evaluasi: [{{tahun: 2026, {row}}}]\n"), "LAK004")
    assert [finding.path for finding in findings] == ([f"evaluasi[#1].{key}"] if key else [])


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("realisasi: [{tahun: 2026}]", None),
        ("realisasi: [{tahun: 2025}]", "realisasi[#1].tahun"),
        ("realisasi: [{tahun: 2028}]", "realisasi[#1].tahun"),
        ("rata_realisasi: [{tahun: 2036}]", "rata_realisasi[#1].tahun"),
        ("evaluasi: [{tahun: 2024}]", None),  # of the plan before
        ("evaluasi: [{tahun: 2028}]", "evaluasi[#1].tahun"),
        ("realisasi: [{persen: 3}]", None),
    ],
)
def test_years_of_what_was_reached(text: str, path: str | None, tmp_path: Path) -> None:
    findings = found(check(tmp_path, ROOT + text + "\n", today=date(2027, 3, 1)), "LAK005")
    assert [finding.path for finding in findings] == ([path] if path else [])


def test_without_a_clock_only_the_period_counts(tmp_path: Path) -> None:
    assert not found(check(tmp_path, ROOT + "realisasi: [{tahun: 2035}]\n"), "LAK005")


PROGRAM = "program: [{id: antre, nama: Antre dari Rumah}]\n"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("dimensi: smart_society, program: antre", True),
        ("dimensi: smart_living, program: antre", False),
        ("dimensi: smart_sosiety, program: antre", False),  # KAI001 tells it
        ("dimensi: smart_society, program: tidak-ada", False),
        ("program: antre", False),
        ("dimensi: smart_society", False),
    ],
)
def test_a_row_stands_in_the_dimension_of_its_program(row: str, told: bool, tmp_path: Path) -> None:
    findings = found(check(tmp_path, ROOT + realised(f"tahun: 2026, {row}"), smart_living=PROGRAM), "LAK006")
    assert bool(findings) == told
    for finding in findings:
        assert "Smart Living" in finding.message and finding.hint is not None and "smart_living" in finding.hint
        assert finding.path == "realisasi[#1].dimensi" and finding.related


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("tahun: 2026, program: a, keluaran: Loket dibuka",) * 2, ["realisasi[#2].keluaran"]),
        (
            ("tahun: 2026, program: a, keluaran: Loket", "tahun: 2026, program: a, keluaran: loket."),
            ["realisasi[#2].keluaran"],
        ),
        (("tahun: 2026, program: a, keluaran: Loket", "tahun: 2027, program: a, keluaran: Loket"), []),
        (("tahun: 2026, program: a, keluaran: Loket", "tahun: 2026, program: b, keluaran: Loket"), []),
        (("tahun: 2026, program: a, keluaran: Loket", "tahun: 2026, program: a, keluaran: Kelas"), []),
        (("tahun: 2026, program: a", "tahun: 2026, program: a"), []),
    ],
)
def test_a_row_that_stands_twice(rows: tuple[str, ...], told: list[str], tmp_path: Path) -> None:
    assert [finding.path for finding in found(check(tmp_path, ROOT + realised(*rows)), "LAK007")] == told


def test_what_was_reached_is_named(tmp_path: Path) -> None:
    text = ROOT + realised("tahun: 2026, program: antre, target: 10, terealisasi: 4, belum: 5")
    (finding,) = found(check(tmp_path, text, smart_living=PROGRAM), "LAK001")
    assert finding.message == 'yang belum terealisasi dari "Antre dari Rumah" 2026 ditulis 5, seharusnya 6'
