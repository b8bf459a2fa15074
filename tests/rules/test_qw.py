"""Quick wins: how many, how far they are, and what they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan.edition import load_edition
from smartplan.plan.parts.quick_win import QuickWin
from smartplan.rules import check_plan
from tests.plans import check, edition, found, write

if TYPE_CHECKING:
    from pathlib import Path

ROOT = """\
skema: 1
perangkat_daerah:
  - {id: dinkes, nama: Dinas Kesehatan, singkatan: Dinkes}
  - {id: dishub, nama: Dinas Perhubungan, singkatan: Dishub}
rpjmd:
  isu:
    - {id: isu-a, isu: A, dimensi: [smart_living]}
    - {id: isu-b, isu: B, dimensi: [smart_society]}
    - {id: isu-c, isu: C}
"""
PROGRAM = "program: [{id: prog, nama: P, opd: dinkes, pendukung: [%s]}]\n"
SOCIETY = "permasalahan: [{id: masalah-s, isu: S}]\nprogram: [{id: prog-s, nama: S, opd: dinkes}]\n"


def codes(folder: Path, code: str, living: str, *, society: str = SOCIETY, stage: str | None = None) -> list[str]:
    checked = check(folder, ROOT, stage=stage, smart_living=living, smart_society=society)
    return [finding.message for finding in found(checked, code)]


@pytest.mark.parametrize(("written", "told"), [(0, 0), (1, 1), (2, 1), (3, 0), (5, 0)])
def test_an_edition_may_ask_for_a_number_in_all(written: int, told: int, tmp_path: Path) -> None:
    edisi = tmp_path / "templates" / "edisi" / "lama" / "edisi.yaml"
    edisi.parent.mkdir(parents=True)
    edisi.write_text(
        "id: lama\nnama: Lama\nmewarisi: kominfo-2023\ntanda: G\nsumber: uji\n"
        "aturan: {QW001: {parameter: {per_dimensi: 0, jumlah_minimal: 3}}}\n",
        encoding="utf-8",
    )
    rows = ", ".join(f"{{id: q-{at}, nama: Q}}" for at in range(written))
    plan = write(tmp_path, {"rencana.yaml": "skema: 1\n", "dimensi/smart_living.yaml": f"quick_win: [{rows}]\n"})
    lama = load_edition("lama", tmp_path)
    findings = [one for one in check_plan(plan, lama, stage="pengajuan").findings if one.code == "QW001"]
    assert len(findings) == told
    assert not told or "paling sedikit 3" in findings[0].message


def test_a_quick_win_that_could_not_be_read_is_counted_by_nobody(tmp_path: Path) -> None:
    assert codes(tmp_path, "QW001", "quick_win: [{id: a, nama: A}, {id: b, nama: [x]}]\n") == []


def steps(*rows: str, percent: str = "") -> str:
    listed = ", ".join(f"{{{row}}}" for row in rows)
    return f"quick_win: [{{id: q, nama: Q, opd: dinkes, persen: {percent or 'null'}, tahapan: [{listed}]}}]\n"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["tahap: perumusan_masalah, persen: 100, berkas: a.pdf, tanggal: 2025-05-01"], []),
        (["tahap: perumusan_masalah, persen: 0", "tahap: perumusan_ide"], []),
        (["tahap: perumusan_masalah, persen: 100, tanggal: 2025-05-01"], ["berkas bukti"]),
        (["tahap: perumusan_masalah, persen: 100, berkas: a.pdf"], ["tanggal"]),
        (["tahap: perumusan_masalah, persen: 5", "tahap: perumusan_ide, persen: 5"], ["berkas bukti", "tanggal"]),
    ],
)
def test_progress_has_evidence_and_a_date(rows: list[str], told: list[str], tmp_path: Path) -> None:
    messages = codes(tmp_path, "QW006", steps(*rows))
    assert [message.rpartition("tanpa ")[2] for message in messages] == told


SIX = ["perumusan_masalah", "perumusan_ide", "perencanaan", "pembangunan", "implementasi", "evaluasi"]


@pytest.mark.parametrize(
    ("percent", "stage", "told"),
    [
        ("40", "bimtek-3", 0),
        ("40", "bimtek-4", 1),
        ("20", "bimtek-3", 1),
        ("20", "bimtek-2", 0),
        ("60", "pengajuan", 0),
        ("59", "pengajuan", 1),
        ("", "pengajuan", 0),
    ],
)
def test_progress_grows_with_the_stages(percent: str, stage: str, told: int, tmp_path: Path) -> None:
    messages = codes(tmp_path, "QW007", steps(percent=percent), stage=stage)
    assert len(messages) == told


def test_progress_that_is_not_written_is_the_mean_of_all_steps(tmp_path: Path) -> None:
    rows = [f"tahap: {name}, persen: 10" for name in SIX]
    assert codes(tmp_path, "QW007", steps(*rows)) == [
        'kemajuan quick win "Q" 10 persen, lazimnya sedikitnya 60 persen pada Pengajuan'
    ]
    assert codes(tmp_path, "QW007", steps(*rows[:5])) == []


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (["2025-05-01", "2025-05-01", "2025-06-01"], None),
        (["2025-05-01", "", "2025-04-30"], "tahap Perencanaan pembangunan (2025-04-30) mendahului"),
        (["2025-05-01", "2024-05-02", "2025-06-01"], "tahap Perumusan ide (2024-05-02) mendahului tahap Perumusan"),
        (["2052-05-01", "2025-05-02", "2025-06-01"], "tahap Perumusan masalah atau kebutuhan (2052-05-01) sesudah"),
    ],
)  # fmt: skip
def test_the_dates_of_the_steps_are_in_order(days: list[str], told: str | None, tmp_path: Path) -> None:
    rows = [f"tahap: {name}, persen: 100, tanggal: {day}" for name, day in zip(SIX, days, strict=False)]
    for written in (rows, rows[::-1]):  # as written does not matter, the edition's order does
        messages = codes(tmp_path, "QW008", steps(*written))
        assert len(messages) == bool(told)
        assert not told or told in messages[0]


def quick_win(**keys: str) -> str:
    rest = "".join(f", {key}: {value}" for key, value in keys.items())
    return f"quick_win: [{{id: q, nama: Q{rest}}}]\n"


@pytest.mark.parametrize(
    ("keys", "supporters", "told"),
    [
        ({"program": "prog", "opd": "dinkes"}, "", None),
        ({"program": "prog"}, "", None),
        ({"program": "prog", "opd": "dishub"}, "dishub", None),
        ({"program": "prog", "opd": "dishub"}, "Dinas Perhubungan", None),
        ({"program": "prog", "opd": "dishub"}, "DISHUB", None),
        ({"program": "tidak-ada", "opd": "dishub"}, "", None),
        ({"program": "prog-s", "opd": "dishub"}, "", "berada di Smart Society"),
        ({"program": "prog", "opd": "dishub"}, "Dinas Sosial", "dilaksanakan dishub, programnya dipegang dinkes"),
    ],
)
def test_a_quick_win_speeds_up_a_program_of_its_own_group(
    keys: dict[str, str], supporters: str, told: str | None, tmp_path: Path
) -> None:
    messages = codes(tmp_path, "QW009", PROGRAM % supporters + quick_win(**keys))
    assert len(messages) == bool(told)
    assert not told or told in messages[0]


@pytest.mark.parametrize(
    ("issue", "told"),
    [
        ("isu-a", None),
        ("isu-c", None),  # nobody said which dimension it is of
        ("masalah", None),
        ("tidak-ada", None),
        ("isu-b", 'isu "isu-b" quick win "Q" milik Smart Society'),
        ("masalah-s", 'isu "masalah-s" quick win "Q" milik Smart Society'),
    ],
)
def test_a_quick_win_answers_an_issue_of_its_dimension(issue: str, told: str | None, tmp_path: Path) -> None:
    living = "permasalahan: [{id: masalah, isu: L}]\n" + quick_win(isu=issue)
    assert codes(tmp_path, "QW010", living) == ([told] if told else [])


def test_every_field_of_the_sheet_is_asked_for(tmp_path: Path) -> None:
    living = "quick_win: [{id: q, nama: Q, mitra: [{bentuk: X}], sumber_daya: {uang: {jumlah: 5}}}]\n"
    checked = check(tmp_path, "skema: 1\n", smart_living=living)
    missing = {one.path for one in checked.findings if one.code.startswith("WJB") and "quick_win" in (one.path or "")}
    base = "dimensi.smart_living.quick_win[q]"
    assert {f"{base}.mitra[#1].nama", f"{base}.sumber_daya.uang.asal", f"{base}.sumber_daya.orang"} <= missing
    assert not any(path and path.endswith(".orang.jumlah") for path in missing), "what is absent is told once"
    chapters = (chapter for book in edition().dokumen or () for chapter in book.bab or ())
    paths = [need.jalur or "" for chapter in chapters for need in chapter.wajib or ()]
    asked = {path.split(".")[3] for path in paths if path.startswith("dimensi.*.quick_win[*].")}
    by_rules = {"id", "program", "isu", "persen"}
    of_the_region = {"tambahan"}
    assert set(QuickWin.fields) - by_rules - of_the_region <= {key.removesuffix("[*]") for key in asked}


@pytest.mark.parametrize(
    ("months", "told"), [("0", True), ("-8", True), ("13", True), ("1", False), ("12", False), ("", False)]
)
def test_how_long_a_quick_win_lasts(months: str, told: bool, tmp_path: Path) -> None:
    messages = codes(tmp_path, "QW002", f"quick_win: [{{id: a, nama: Antre, bulan: {months}}}]\n")
    assert bool(messages) == told and all(months in message for message in messages)


ALL_STEPS = ("perumusan_masalah", "perumusan_ide", "perencanaan", "pembangunan", "implementasi", "evaluasi")


def sheet(steps: dict[str, int], more: str = "") -> str:
    rows = ", ".join(f"{{tahap: {name.rstrip('+')}, persen: {percent}}}" for name, percent in steps.items())
    return f"quick_win: [{{id: a, nama: Antre, tahapan: [{rows}]{more}}}]\n"


@pytest.mark.parametrize(
    ("steps", "more", "words"),
    [
        ({"perumusan_masalah": 120}, "", ["kemajuan tahap Perumusan masalah atau kebutuhan"]),
        ({"perumusan_masalah": -5}, "", ["ditulis -5 persen"]),
        (dict.fromkeys(ALL_STEPS, 100), ", persen: 767", ["ditulis 767 persen"]),
        (dict.fromkeys(ALL_STEPS, 100), ", persen: 90", ["rata-rata tahapnya 100,0 persen"]),
        (dict.fromkeys(ALL_STEPS, 100), ", persen: 100", []),
        ({**dict.fromkeys(ALL_STEPS, 0), "evaluasi": 50}, ", persen: 60", ["sudah berjalan"]),
    ],
)
def test_the_progress_of_a_quick_win_is_told_once(
    steps: dict[str, int], more: str, words: list[str], tmp_path: Path
) -> None:
    messages = codes(tmp_path, "QW004", sheet(steps, more))
    assert len(messages) == len(words) and all(word in message for word, message in zip(words, messages, strict=True))


def test_a_step_that_is_misspelt_is_not_told_to_lack(tmp_path: Path) -> None:
    steps = dict.fromkeys(ALL_STEPS, 0)
    del steps["evaluasi"]
    assert not codes(tmp_path, "QW003", sheet({**steps, "Evaluasi": 0}))
    assert codes(tmp_path, "QW003", sheet(steps)) == ['quick win "Antre" belum memuat tahap Evaluasi']
    assert codes(tmp_path, "QW003", sheet({**steps, "implementasi+": 0})) == [
        'quick win "Antre" menulis tahap Implementasi lebih dari sekali dan belum memuat tahap Evaluasi'
    ]
