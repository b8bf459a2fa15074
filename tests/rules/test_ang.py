"""Budgets: years, sizes, sources, and totals that a document states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plans import check, found

if TYPE_CHECKING:
    from pathlib import Path

    from smartplan.rules import Checked

ROOT = "skema: 1\nperiode: {awal: 2026, akhir: 2030}\nperangkat_daerah: [{id: dinkes, nama: Dinas Kesehatan}]\n"


def programs(*rows: str) -> str:
    return "program:\n" + "".join(f"  - {{id: p{number}, nama: P{number}, {row}}}\n" for number, row in enumerate(rows))


def living(folder: Path, *rows: str, root: str = "") -> Checked:
    return check(folder, ROOT + root, smart_living=programs(*rows))


@pytest.mark.parametrize(
    ("row", "paths"),
    [
        ("anggaran: {2025: 50000000, 2026: 50000000}", ["anggaran.2025"]),
        ("mulai: 2026, anggaran: {2031: 50000000}", ["anggaran.2031"]),
        ("mulai: 2026, selesai: 2027, anggaran: {2031: 50000000}", []),  # ANG002 tells it
        ("mulai: 2030, selesai: 2031, anggaran: {2031: 50000000}", []),  # AKS002 tells it
        ("anggaran: {2026: 50000000, 2030: 50000000}", []),
    ],
)
def test_a_budget_outside_the_period_is_told_once(row: str, paths: list[str], tmp_path: Path) -> None:
    findings = found(living(tmp_path, row), "ANG006")
    assert [finding.path for finding in findings] == [f"dimensi.smart_living.program[p0].{path}" for path in paths]


def test_a_stated_total_of_a_year_outside_the_period_is_told_by_one_rule(tmp_path: Path) -> None:
    root = "rekap_anggaran: {tahun: {2031: 7}}\n"
    checked = living(tmp_path, "mulai: 2026, selesai: 2026, anggaran: {2026: 50000000}", root=root)
    assert [finding.path for finding in found(checked, "ANG006")] == ["rekap_anggaran.tahun.2031"]
    assert found(checked, "ANG010") == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("mulai: 2026, selesai: 2030, anggaran: {2026: 90000000, 2028: 90000000}", "2027, 2029-2030"),
        ("mulai: 2026, selesai: 2027, anggaran: {2026: 90000000, 2027: 0}", None),
        ("mulai: 2026, selesai: 2027, total: 90000000", None),
        ("mulai: 2026, selesai: 2027, anggaran: {2029: 90000000}", None),  # ANG002 tells it
        ("mulai: 2028, selesai: 2026, anggaran: {2026: 90000000}", None),
        ("mulai: 2026, anggaran: {2026: 90000000}", None),
    ],
)
def test_a_year_of_a_program_without_money(row: str, told: str | None, tmp_path: Path) -> None:
    messages = [finding.message for finding in found(living(tmp_path, row), "ANG007")]
    assert len(messages) == (told is not None)
    assert all(f"tahun {told} tidak beranggaran" in message for message in messages)


@pytest.mark.parametrize(
    ("apbd", "fiscal", "told"),
    [
        ("nilai: 900000000, satuan: rupiah", "", True),
        ("nilai: 0.9, satuan: miliar rupiah", "", True),
        ("nilai: 1100000000, satuan: rupiah", "", False),
        ("nilai: 1100000000, satuan: rupiah", "rendah", True),
        ("nilai: 1100000000, satuan: rupiah", "Sangat Rendah", True),
        ("nilai: 1100000000, satuan: rupiah", "tinggi", False),
        ("nilai: 900000000, satuan: dolar", "", False),
    ],
)
def test_a_year_against_the_budget_of_the_region(apbd: str, fiscal: str, told: bool, tmp_path: Path) -> None:
    root = f"profil: {{apbd: [{{{apbd}, tahun: 2025, sumber: Perda APBD}}]}}\n"
    root += f"asesmen: {{kapasitas_fiskal: {{kategori: {fiscal}}}}}\n" if fiscal else ""
    row = "mulai: 2026, selesai: 2026, anggaran: {2026: 50000000}, sumber_dana: "
    checked = living(tmp_path, row + "[apbd]", row + "[apbd, csr]", row + "[csr]", root=root)
    findings = found(checked, "ANG008")
    assert len(findings) == told
    assert all("Perda APBD" in finding.related[0].message for finding in findings)


def test_without_a_known_budget_of_the_region_nothing_can_be_said(tmp_path: Path) -> None:
    checked = living(tmp_path, "anggaran: {2026: 50000000}")
    assert "ANG008" in checked.not_checkable


STATED = (
    "opd: dinkes, sumber_dana: [apbd], anggaran: {2026: 30000000, 2027: 20000000}",
    "opd: dlh, sumber_dana: [apbd, csr], anggaran: {2026: 10000000}",
)


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ("total: 60000000", None),
        ("tahun: {2026: 40000000, 2027: 20000000}", None),
        ("dimensi: [{dimensi: smart_living, jumlah: 60000000}]", None),
        ("opd: [{opd: dinkes, jumlah: 50000000}]", None),
        ("sumber_dana: [{sumber_dana: apbd, jumlah: 55000000}]", None),  # how two sources share is not known
        ("dimensi: [{dimensi: smart_lving, jumlah: 1}]", None),  # told as an unknown name
        ("opd: [{opd: tidak-ada, jumlah: 1}]", None),
        (
            "total: 65000000",
            "total anggaran ditulis Rp 65.000.000, jumlah anggaran program Rp 60.000.000 (selisih Rp 5.000.000)",
        ),
        (
            "tahun: {2026: 39000000}",
            "anggaran 2026 ditulis Rp 39.000.000, jumlah anggaran program Rp 40.000.000 (selisih Rp 1.000.000)",
        ),
        (
            "dimensi: [{dimensi: smart_living, jumlah: 61000000}]",
            "anggaran Smart Living ditulis Rp 61.000.000, jumlah anggaran program Rp 60.000.000 (selisih Rp 1.000.000)",
        ),
        (
            "opd: [{opd: dinkes, jumlah: 40000000}]",
            "anggaran Dinas Kesehatan ditulis Rp 40.000.000, "
            "jumlah anggaran program Rp 50.000.000 (selisih Rp 10.000.000)",
        ),
        (
            "sumber_dana: [{sumber_dana: csr, jumlah: 12000000}]",
            "anggaran dari CSR ditulis Rp 12.000.000, "
            "jumlah anggaran program paling banyak Rp 10.000.000 (selisih Rp 2.000.000)",
        ),
    ],
)
def test_a_stated_total_is_compared_with_the_sum(stated: str, message: str | None, tmp_path: Path) -> None:
    checked = living(tmp_path, *STATED, root=f"rekap_anggaran: {{{stated}}}\n")
    findings = found(checked, "ANG010")
    assert [finding.message for finding in findings] == ([message] if message else [])
    for finding in findings:
        key = finding.path.removeprefix("rekap_anggaran.").split("[")[0] if finding.path else ""
        assert key.split(".")[0] in stated
        assert finding.span is not None
        line = (tmp_path / finding.span.file).read_text(encoding="utf-8").splitlines()[finding.span.line - 1]
        assert line[finding.span.column - 1 : finding.span.end_column - 1].isdigit()


def test_a_name_in_the_stated_totals_that_is_not_known_is_told(tmp_path: Path) -> None:
    root = "rekap_anggaran: {dimensi: [{dimensi: smart_lving, jumlah: 1}], opd: [{opd: dinkess, jumlah: 1}]}\n"
    findings = living(tmp_path, *STATED, root=root).findings
    told = {finding.path for finding in findings if finding.code in ("KAI001", "KAI002")}
    assert {path for path in told if path and path.startswith("rekap")} == {
        "rekap_anggaran.dimensi[#1].dimensi",
        "rekap_anggaran.opd[#1].opd",
    }


def test_a_total_without_years_may_belong_to_any_year(tmp_path: Path) -> None:
    root = "rekap_anggaran: {tahun: {2026: 70000000}}\n"
    checked = living(tmp_path, *STATED, "total: 40000000", root=root)
    assert found(checked, "ANG010") == []
    checked = living(tmp_path, *STATED, "total: 10000000", root=root)
    assert len(found(checked, "ANG010")) == 1


def test_a_stated_total_tells_how_many_programs_have_no_budget(tmp_path: Path) -> None:
    checked = living(tmp_path, *STATED, "opd: dlh", root="rekap_anggaran: {total: 65000000}\n")
    (finding,) = found(checked, "ANG010")
    assert finding.message.endswith("; 1 dari 3 program belum beranggaran")


def test_nothing_is_compared_while_a_program_could_not_be_read(tmp_path: Path) -> None:
    root = "rekap_anggaran: {total: 1}\nnaskah: {penutup_buku_2: Total anggaran rencana aksi ini Rp 5 miliar.}\n"
    whole = living(tmp_path, *STATED, root=root)
    torn = living(tmp_path, *STATED, "mulai: kelak", root=root)
    for code in ("ANG010", "ANG011"):
        assert found(whole, code), code
        assert not found(torn, code), code


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Total anggaran rencana aksi ini sebesar Rp12,5 miliar.", "Rp12,5 miliar"),
        ("Rencana aksi memuat dua program dengan kebutuhan anggaran keseluruhan Rp 70.000.000,00.", "Rp 70.000.000,00"),
        ("Rencana induk 2026-2030 menelan total biaya Rp. 55 juta untuk warga.", "Rp. 55 juta"),
        ("Total anggaran rencana aksi ini sebesar Rp60 juta.", None),
        ("Total anggaran seluruh program sekitar Rp61 juta.", None),
        ("Total anggaran rencana aksi ini Rp0,06 miliar.", None),
        ("Total anggaran rencana aksi tahun 2027 sebesar Rp5 miliar.", None),
        ("Total anggaran dimensi ini dalam rencana aksi Rp5 miliar.", None),
        ("Total anggaran rencana aksi setiap tahun Rp5 miliar.", None),
        ("Total APBD daerah dan anggaran rencana aksi Rp5 miliar.", None),
        ("Total anggaran pembangunan Rp5 miliar.", None),
        ("Total anggaran rencana aksi naik dari Rp5 miliar menjadi Rp7 miliar.", None),
        ("Total program rencana aksi ada dua. Pasar menelan Rp5 miliar.", None),
    ],
)
def test_only_an_unmistakable_total_in_prose_is_compared(sentence: str, words: str | None, tmp_path: Path) -> None:
    checked = living(tmp_path, *STATED, root=f'naskah: {{penutup_buku_2: "Kami menutup buku. {sentence}"}}\n')
    findings = found(checked, "ANG011")
    assert len(findings) == (words is not None)
    for finding in findings:
        assert f'"{words}"' in finding.message
        assert finding.path == "naskah.penutup_buku_2"


def test_a_total_of_a_dimension_or_above_unfinished_programs_is_left_alone(tmp_path: Path) -> None:
    told = "Total anggaran rencana aksi ini Rp5 miliar."
    in_dimension = check(tmp_path, ROOT, smart_living=programs(*STATED) + f"gambaran: {told}\n")
    assert found(in_dimension, "ANG011") == []
    unfinished = living(tmp_path, *STATED, "opd: dlh", root=f"naskah: {{penutup_buku_2: {told}}}\n")
    assert found(unfinished, "ANG011") == []


def test_a_total_in_a_comment_of_a_reviewer_is_left_alone(tmp_path: Path) -> None:
    told = "ulasan: [{komentar: Total anggaran rencana aksi ini Rp5 miliar.}]\n"
    assert found(living(tmp_path, *STATED, root=told), "ANG011") == []


def yearly(*amounts: int) -> list[str]:
    return [f"anggaran: {{2026: {amount}}}" for amount in amounts]


@pytest.mark.parametrize(
    ("amounts", "paths"),
    [
        ((150,), [0]),
        ((150_000_000,) * 10 + (150_000,), [10]),  # in thousands
        ((150_000_000,) * 10 + (160_000_000_000,), [10]),
        ((150_000_000,) * 3 + (160_000_000_000,), []),
        ((150_000_000,) * 10 + (0, 2_000_000, 90_000_000_000), []),
        ((2_000_000_000,) * 10 + (1_900_000,), []),
        ((150,) * 7, [0]),  # all in millions: told once
    ],
)
def test_an_amount_of_implausible_size(amounts: tuple[int, ...], paths: list[int], tmp_path: Path) -> None:
    findings = found(living(tmp_path, *yearly(*amounts)), "ANG012")
    assert [finding.path for finding in findings] == [
        f"dimensi.smart_living.program[p{number}].anggaran.2026" for number in paths
    ]


@pytest.mark.parametrize(
    ("funds", "told"),
    [
        (["apbd"] * 5, "semua program hanya dibiayai APBD sendiri (5 program)"),
        (["hibah"] * 5, "semua program hanya dibiayai satu sumber dana, Hibah (5 program)"),
        (["apbd"] * 4 + ["apbd, csr"], None),
        (["hibah"] * 4 + ["csr"], None),
        (["apbd"] * 4, None),
    ],
)
def test_all_programs_from_one_source(funds: list[str], told: str | None, tmp_path: Path) -> None:
    rows = [f"anggaran: {{2026: 90000000}}, sumber_dana: [{fund}]" for fund in funds]
    findings = found(living(tmp_path, *rows), "ANG005")
    assert [finding.message for finding in findings] == ([told] if told else [])


@pytest.mark.parametrize(
    ("row", "hint"),
    [
        ("anggaran: {2026: 50000000}, total: 60000000", "tulis `total: 50000000`"),
        ("anggaran: {2026: 50}, total: 50000000", "ditulis dalam juta rupiah"),
        ("anggaran: {2026: 50000}, total: 50000000", "ditulis dalam ribu rupiah"),
        ("anggaran: {2026: -50000000, 2027: 60000000}, total: 110000000", None),  # ANG001 tells it
        ("anggaran: {2026: 50000000}, total: 50000000", None),
    ],
)
def test_a_total_of_a_program(row: str, hint: str | None, tmp_path: Path) -> None:
    findings = found(living(tmp_path, row), "ANG003")
    assert [hint is not None and hint in (finding.hint or "") for finding in findings] == ([True] if hint else [])
    assert all(bool(finding.edits) == ("tulis `total" in (finding.hint or "")) for finding in findings)


def test_a_wrong_sum_is_not_told_again_of_the_total(tmp_path: Path) -> None:
    row = "mulai: 2026, selesai: 2026, anggaran: {2026: 50000000}"
    root = "rekap_anggaran: {dimensi: [{dimensi: smart_living, jumlah: 60000000}], total: %s}\n"
    assert len(found(living(tmp_path, row, root=root % 60000000), "ANG010")) == 1
    assert len(found(living(tmp_path, row, root=root % 70000000), "ANG010")) == 2
    minus = row.replace("50000000", "-50000000")
    assert not found(living(tmp_path, minus, row, row, root=root % 60000000), "ANG010")


def test_years_outside_the_period_are_not_told_to_lack_money(tmp_path: Path) -> None:
    row = "mulai: 2026, selesai: 2035, anggaran: {2026: 50000000, 2027: 50000000}"
    assert not found(living(tmp_path, row), "ANG007")


def test_too_large_a_year_is_told_where_most_of_it_stands(tmp_path: Path) -> None:
    root = "profil: {apbd: [{nilai: 1000000000, satuan: rupiah, tahun: 2025}]}\n"
    rows = ("anggaran: {2026: 50000000}", "anggaran: {2026: 900000000}", "anggaran: {2026: 60000000}")
    (finding,) = found(living(tmp_path, *rows, root=root), "ANG008")
    assert finding.span is not None and (finding.span.file, finding.span.line) == ("dimensi/smart_living.yaml", 3)
