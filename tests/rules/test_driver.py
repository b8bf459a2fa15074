"""Running rules: stages, severities of the edition, waivers, data that is absent or could not be read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from smartplan.edition import load_edition
from smartplan.findings import Severity
from smartplan.plan import load_plan
from smartplan.rules import UnknownStage, all_rules, check_plan
from tests.plans import check, edition, found, last_stage, write

if TYPE_CHECKING:
    from pathlib import Path

AREAS = """\
profil:
  luas:
    - {nilai: 100, satuan: km2, tahun: 2024, sumber: BPS}
    - {nilai: 101, satuan: km2, tahun: 2024, sumber: Situs}
"""
EMPTY_SUBS = "sasaran: [{id: a, sub: prasarana_kesehatan, sasaran: Sehat, dasar: RPJMD}]\n"


def test_severity_grows_with_the_stage(tmp_path: Path) -> None:
    early = found(check(tmp_path, "skema: 1\n", stage="bimtek-1", smart_living=EMPTY_SUBS), "DIM003")
    late = found(check(tmp_path, "skema: 1\n", stage="bimtek-4", smart_living=EMPTY_SUBS), "DIM003")
    assert {finding.severity for finding in early} == {Severity.WARNING}
    assert {finding.severity for finding in late} == {Severity.ERROR}
    assert len(early) == len(late) == 2


def test_a_rule_before_its_first_stage_does_not_run(tmp_path: Path) -> None:
    text = "dimensi: {smart_living: {program: [{id: a, nama: A, anggaran: {2026: -1}}]}}\n"
    assert found(check(tmp_path, text, stage="bimtek-2"), "ANG001") == []
    assert len(found(check(tmp_path, text, stage="bimtek-3"), "ANG001")) == 1


def test_missing_entries_of_later_stages_are_counted_not_told(tmp_path: Path) -> None:
    early = check(tmp_path, "skema: 1\n", stage="bimtek-1")
    late = check(tmp_path, "skema: 1\n", stage="pengajuan")
    assert early.later_entries > 50
    assert late.later_entries == 0
    assert early.later_rules
    assert not late.later_rules
    assert len(found(late, "WJB002")) > len(found(early, "WJB002"))
    assert late.entries > early.entries


def test_the_stage_is_that_of_the_plan_else_the_first(tmp_path: Path) -> None:
    plan = write(tmp_path, {"rencana.yaml": "tahap: bimtek-3\n"})
    assert check_plan(plan, edition()).stage == "bimtek-3"
    assert check_plan(plan, edition(), stage="bimtek-2").stage == "bimtek-2"
    assert check_plan(write(tmp_path, {"rencana.yaml": "skema: 1\n"}), edition()).stage == "bimtek-1"


@pytest.mark.parametrize("name", ["Bimtek III", "bimtek  iii", "BIMTEK-3"])
def test_a_stage_may_be_named_by_its_title(tmp_path: Path, name: str) -> None:
    plan = write(tmp_path, {"rencana.yaml": "skema: 1\n"})
    assert check_plan(plan, edition(), stage=name).stage == "bimtek-3"


def test_an_unknown_stage_raises_with_the_one_that_was_meant(tmp_path: Path) -> None:
    plan = write(tmp_path, {"rencana.yaml": "skema: 1\n"})
    with pytest.raises(UnknownStage) as caught:
        check_plan(plan, edition(), stage="Bimtek 3")
    assert caught.value.message == 'tahap "Bimtek 3" tidak ada dalam edisi'
    assert caught.value.hint.startswith('maksud Anda "bimtek-3"?')


def test_a_stage_of_another_number_is_not_guessed(tmp_path: Path) -> None:
    with pytest.raises(UnknownStage) as caught:
        check_plan(write(tmp_path, {"rencana.yaml": "skema: 1\n"}), edition(), stage="bimtek-9")
    assert caught.value.hint.startswith("pilihan: bimtek-1")


def test_an_unknown_stage_in_the_plan_is_a_finding_and_the_first_stage_counts(tmp_path: Path) -> None:
    checked = check_plan(write(tmp_path, {"rencana.yaml": "tahap: bimtek-9\n"}), edition())
    assert checked.stage == "bimtek-1"
    assert [finding.path for finding in found(checked, "KAI001")] == ["tahap"]


def test_a_rule_without_its_data_is_counted_as_not_checkable(tmp_path: Path) -> None:
    without = check(tmp_path, "skema: 1\n")
    with_areas = check(tmp_path, AREAS)
    needing = [rule for rule in all_rules() if rule.needs is not None]
    assert set(without.not_checkable) == {rule.code for rule in needing}
    fewer = {rule.code for rule in needing if rule.needs == "profil"}
    assert fewer
    assert set(with_areas.not_checkable) == set(without.not_checkable) - fewer


def test_a_finding_carries_what_the_edition_says_of_its_rule(tmp_path: Path) -> None:
    (finding,) = found(check(tmp_path, AREAS), "PRF002")
    row = (edition().aturan or {})["PRF002"]
    assert (finding.mark, finding.source, finding.owner) == (row.tanda, row.sumber, "bappeda")
    assert (finding.document, finding.section) == ("buku-1", "pendahuluan")
    assert finding.path == "profil.luas[#2].nilai"
    assert str(finding.span) == "rencana.yaml:4:15"
    assert [str(related.span) for related in finding.related] == ["rencana.yaml:3:15"]


def test_an_edition_can_take_a_rule_out_and_change_a_limit(tmp_path: Path) -> None:
    own = (
        "id: sendiri\nmewarisi: kominfo-2023\nnama: Sendiri\ntanda: G\nsumber: uji\naturan:\n"
        "  PRF002: {hapus: ya, tanda: G, sumber: uji}\n  QW002: {parameter: {maks_bulan: 3}}\n"
    )
    text = AREAS + "dimensi: {smart_living: {quick_win: [{id: a, nama: A, bulan: 6}]}}\n"
    plan = write(tmp_path, {"rencana.yaml": text, "templates/edisi/sendiri/edisi.yaml": own})
    theirs = check_plan(plan, load_edition("sendiri", tmp_path), stage="pengajuan")
    ours = check_plan(plan, edition(), stage="pengajuan")
    assert (len(found(ours, "PRF002")), len(found(theirs, "PRF002"))) == (1, 0)
    assert (len(found(ours, "QW002")), len(found(theirs, "QW002"))) == (0, 1)


def test_an_edition_that_asks_for_a_path_no_plan_has_is_told(tmp_path: Path) -> None:
    own = (
        "id: sendiri\nmewarisi: kominfo-2023\nnama: Sendiri\ntanda: G\nsumber: uji\ndokumen:\n  - id: buku-3\n"
        "    bab:\n      - id: arah\n        wajib:\n"
        "          - {jalur: visi.smartcity, sejak: {bimtek-1: galat}, tanda: G, sumber: uji}\n"
    )
    plan = write(tmp_path, {"rencana.yaml": "skema: 1\n", "templates/edisi/sendiri/edisi.yaml": own})
    (finding,) = found(check_plan(plan, load_edition("sendiri", tmp_path)), "EDS003")
    assert '"visi.smartcity"' in finding.message
    assert finding.span is not None and finding.span.line == 11


def test_an_edition_that_prints_a_chapter_by_a_path_no_plan_has_is_told(tmp_path: Path) -> None:
    own = (
        "id: sendiri\nmewarisi: kominfo-2023\nnama: Sendiri\ntanda: G\nsumber: uji\ndokumen:\n  - id: buku-3\n"
        "    bab:\n      - {id: arah, bila: %s}\n"
    )
    messages = []
    for path in ("pengecualiann", "pengecualian"):
        plan = write(tmp_path, {"rencana.yaml": "skema: 1\n", "templates/edisi/sendiri/edisi.yaml": own % path})
        messages += [one.message for one in found(check_plan(plan, load_edition("sendiri", tmp_path)), "EDS003")]
    assert messages == [
        'edisi mencetak bab "arah" hanya bila jalur "pengecualiann" berisi, yang tidak ada dalam rencana'
    ]


def waived(folder: Path, waiver: str, today: date | None = None) -> list[bool]:
    text = f"{AREAS}pengecualian:\n  - {{{waiver}}}\n"
    return [finding.waived for finding in found(check(folder, text, today=today), "PRF002")]


@pytest.mark.parametrize(
    ("waiver", "expected"),
    [
        ("kode: PRF002, alasan: Menunggu BPS", True),
        ("kode: PRF002, jalur: profil.luas, alasan: Menunggu BPS", True),
        ("kode: PRF002, jalur: 'profil.luas[#2].nilai', alasan: Menunggu BPS", True),
        ("kode: PRF002, jalur: profil.lua, alasan: Menunggu BPS", False),
        ("kode: PRF002, jalur: profil.penduduk, alasan: Menunggu BPS", False),
        ("kode: PRF003, alasan: Menunggu BPS", False),
        ("kode: PRF002", False),
    ],
)
def test_a_waiver_needs_code_reason_and_path(waiver: str, expected: bool, tmp_path: Path) -> None:
    assert waived(tmp_path, waiver) == [expected]


def test_what_cannot_be_read_cannot_be_waived(tmp_path: Path) -> None:
    text = "tahun_dokumen: kapan\npengecualian:\n  - {kode: STR001, alasan: Menunggu}\n"
    assert [finding.waived for finding in found(check(tmp_path, text), "STR001")] == [False]


def test_a_waiver_runs_out_after_its_day(tmp_path: Path) -> None:
    waiver = "kode: PRF002, alasan: Menunggu BPS, sampai: 2026-02-28"
    assert waived(tmp_path, waiver, date(2026, 2, 28)) == [True]
    assert waived(tmp_path, waiver, date(2026, 3, 1)) == [False]
    assert waived(tmp_path, waiver) == [True], "without a clock nothing has run out"


def test_a_waiver_without_effect_is_told(tmp_path: Path) -> None:
    text = (
        "pengecualian:\n  - {kode: PRF002}\n  - {kode: PRF02, alasan: a}\n  - {alasan: a}\n"
        "  - {kode: WJB001, alasan: a, sampai: 2026-02-28}\n  - {kode: YML008, alasan: a}\n"
    )
    findings = found(check(tmp_path, text, today=date(2026, 3, 1)), "PGC001")
    assert [(finding.path, finding.hint) for finding in findings] == [
        ("pengecualian[#1].alasan", "tulis `alasan:`"),
        ("pengecualian[#2].kode", 'maksud Anda "PRF002"?'),
        ("pengecualian[#3].kode", "tulis misalnya `kode: PRF002`"),
        ("pengecualian[#4].sampai", "selesaikan temuannya, perpanjang tanggalnya, atau hapus"),
        ("pengecualian[#5].kode", "perbaiki tulisan yang ditunjuk temuan itu, lalu hapus pengecualian ini"),
    ]


def test_nothing_is_said_to_lack_when_a_file_could_not_be_read(tmp_path: Path) -> None:
    living = "program: [{id: a, nama: A, kelompok: literasi, inisiatif: [b]}]\ninisiatif: [{id: b, nama: B}]\n"
    whole = check(tmp_path, "skema: 1\n", smart_living=living, smart_society="tren: x\n")
    torn = check(tmp_path, "skema: 1\n", smart_living=living, smart_society="tren: [x\n")
    assert found(whole, "AKS006")
    assert not found(torn, "AKS006")
    assert not any(finding.dimension == "smart_society" for finding in torn.findings)


def test_a_reference_to_an_item_that_was_set_aside_is_not_wrong(tmp_path: Path) -> None:
    text = (
        "dimensi:\n  smart_living:\n    program:\n      - {id: a, nama: [x]}\n      - {id: b, nama: B}\n"
        "    quick_win: [{id: q, nama: Q, program: a, isu: i}]\n"
    )
    checked = check(tmp_path, text)
    assert [finding.path for finding in found(checked, "STR009")] == ["dimensi.smart_living.program[a]"]
    assert not [finding for finding in found(checked, "KAI001") if finding.message.startswith("program")]


def test_findings_are_sorted_and_the_same_in_every_run(tmp_path: Path) -> None:
    write(tmp_path, {"rencana.yaml": AREAS, "dimensi/smart_living.yaml": EMPTY_SUBS})
    first, second = (check_plan(load_plan(tmp_path), edition(), stage="pengajuan").findings for _ in range(2))
    assert list(first) == sorted(first, key=lambda finding: finding.sort_key)
    assert first == second
    assert len(first) > 50


def test_a_register_of_law_of_the_plan_that_is_wrong_is_told(tmp_path: Path) -> None:
    files = {
        "rencana.yaml": "dasar_hukum: [{jenis: UU, nomor: 1, tahun: 2024, tentang: Apa Saja}]\n",
        "templates/hukum.yaml": "hukum:\n  - {jenis: UU, nomor: 1, tahun: kapan}\n",
    }
    checked = check_plan(write(tmp_path, files), edition())
    assert [str(finding.span) for finding in found(checked, "STR001")] == ["templates/hukum.yaml:2:34"]
    assert not found(checked, "HUK001")


@pytest.mark.parametrize("limit", ["nan", "inf", "-inf", "1e999", "tiga"])
def test_a_limit_that_is_no_finite_number_is_told_and_left_out(limit: str, tmp_path: Path) -> None:
    own = (
        "id: sendiri\nmewarisi: kominfo-2023\nnama: Sendiri\ntanda: G\nsumber: uji\n"
        f"aturan: {{QW001: {{parameter: {{per_dimensi: {limit}}}}}}}\n"
    )
    living = "quick_win: [{id: a, nama: A}, {id: b, nama: B}]\n"
    files = {"dimensi/smart_living.yaml": living, "templates/edisi/sendiri/edisi.yaml": own}
    plan = write(tmp_path, {"rencana.yaml": "skema: 1\n", **files})
    findings = check_plan(plan, load_edition("sendiri", tmp_path), stage="pengajuan").findings
    assert any("per_dimensi" in one.message for one in findings)


@pytest.mark.parametrize(
    ("code", "parameter"),
    [
        ("AKS009", "min_program"),
        ("AKS010", "min_program"),
        ("ANG004", "min_program"),
        ("ANG005", "min_program"),
        ("LAK003", "satuan"),
        ("TKS011", "penyedia"),
    ],
)
def test_a_rule_without_its_limit_or_words_is_silent(code: str, parameter: str, tmp_path: Path) -> None:
    rows = "".join(
        f"  - {{id: p{number}, nama: P{number}, opd: a, indikator_output: Aplikasi, sumber_dana: [apbd_kabkota]}}\n"
        for number in range(6)
    )
    row = "tahun: 2026, dimensi: smart_living, keluaran: Tersusunnya dua dokumen, target: 1, terealisasi: 1"
    text = f"naskah: {{maksud: Tulis ke rekaan@gmail.com.}}\nrealisasi: [{{{row}}}]\n"
    own = (
        "id: sendiri\nmewarisi: kominfo-2023\nnama: Sendiri\ntanda: G\nsumber: uji\n"
        f"aturan: {{{code}: {{parameter: {{{parameter}: ''}}}}}}\n"
    )
    files = {"dimensi/smart_living.yaml": f"program:\n{rows}", "templates/edisi/sendiri/edisi.yaml": own}
    plan = write(tmp_path, {"rencana.yaml": text, **files})
    assert found(check_plan(plan, edition(), stage=last_stage()), code)
    assert not found(check_plan(plan, load_edition("sendiri", tmp_path), stage=last_stage()), code)


def test_an_edition_without_common_acronyms_knows_none(tmp_path: Path) -> None:
    own = (
        "id: sendiri\nmewarisi: kominfo-2023\nnama: Sendiri\ntanda: G\nsumber: uji\n"
        "aturan: {TKS006: {parameter: {umum: ''}}}\n"
    )
    text = "naskah: {maksud: Belanja APBD dibuka. Rincian APBD dicetak. Warga membaca APBD.}\n"
    plan = write(tmp_path, {"rencana.yaml": text, "templates/edisi/sendiri/edisi.yaml": own})
    assert not found(check_plan(plan, edition(), stage=last_stage()), "TKS006")
    assert found(check_plan(plan, load_edition("sendiri", tmp_path), stage=last_stage()), "TKS006")
