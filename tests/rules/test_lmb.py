"""Institutions: council, team, commitment, letters, officials, the regulation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from smartplan.plan import Rencana
from tests.plans import check, edition, found

if TYPE_CHECKING:
    from pathlib import Path


def council(*groups: str) -> str:
    rows = ", ".join(f"{{nama: A{at}{f', unsur: {group}' if group else ''}}}" for at, group in enumerate(groups))
    return f"kelembagaan: {{dewan: {{anggota: [{rows}]}}}}\n"


@pytest.mark.parametrize(
    ("groups", "lacking"),
    [
        (("pemerintah", "forkopimda"), "akademisi, usaha, dan komunitas atau adat atau agama"),
        (("pemerintah", "akademisi", "adat"), "usaha"),
        (("akademisi", "usaha"), "komunitas atau adat atau agama"),
        (("akademisi", "usaha", "komunitas"), None),
        (("akademisi", "usaha", "agama"), None),
        (("akademisi", "usaha", ""), None),
        (("", ""), None),
    ],
)
def test_the_council_has_each_group_that_the_edition_asks_for(
    groups: tuple[str, ...], lacking: str | None, tmp_path: Path
) -> None:
    messages = [finding.message for finding in found(check(tmp_path, council(*groups)), "LMB001")]
    assert messages == ([f"Dewan Smart City belum memuat unsur {lacking}"] if lacking else [])


def test_a_member_that_could_not_be_read_may_be_the_one_that_lacks(tmp_path: Path) -> None:
    text = "kelembagaan: {dewan: {anggota: [{nama: A, unsur: akademisi}, {nama: [B], unsur: usaha}]}}\n"
    assert found(check(tmp_path, text), "LMB001") == []


@pytest.mark.parametrize(
    ("name", "missing"),
    [("Dr. Rekaan Satu, M.Si.", False), ("REKAAN SATU", False), ("Rekaan Dua", True), ("H. Rekaan Satu", False)]
    + [(name, False) for name in ("Rekaan Satu", "Drs H Rekaan Satu", "Ir Rekaan Satu", "Dr.Rekaan Satu")],
)
def test_the_head_is_known_by_name_whatever_the_titles(name: str, missing: bool, tmp_path: Path) -> None:
    text = (
        "pejabat: {kepala_daerah: {nama: 'Ir. Rekaan Satu'}}\n"
        f"kelembagaan: {{komitmen_bersama: {{penanda_tangan: [{{nama: '{name}'}}]}}}}\n"
    )
    assert bool(found(check(tmp_path, text), "LMB003")) == missing


STEPS = """\
jadwal:
  - {tahap: bimtek-1, mulai: 2025-06-10, selesai: 2025-06-11}
  - {tahap: bimtek-2, mulai: 2025-07-15, selesai: 2025-07-16}
kelembagaan:
  nota_kesepakatan: {tanggal: 2025-03-11}
  surat_kesepakatan: {tanggal: 2025-03-25}
  dewan: {sk: {tanggal: 2025-05-09}}
  tim_pelaksana: {sk: {tanggal: 2025-04-21}}
  komitmen_bersama: {tanggal: 2025-10-29}
  peraturan: {tanggal: 2025-11-14}
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2025-03-11", "2025-03-11", None),
        ("2025-03-25", "2025-03-11", None),
        ("{tanggal: 2025-05-09}", "{tanggal: 2025-06-20}", None),  # a draft goes along to the first meeting
        ("2025-03-25", "2025-03-10", "Surat Kesepakatan (2025-03-10) mendahului Nota Kesepakatan"),
        ("{tanggal: 2025-05-09}", "{tanggal: 2025-07-20}", "SK Dewan Smart City (2025-07-20) sesudah Bimtek II"),
        ("{tanggal: 2025-04-21}", "{tanggal: 2024-04-21}", "SK Tim Pelaksana (2024-04-21) mendahului Nota"),
        ("mulai: 2025-07-15", "mulai: 2025-05-15", "Bimtek I (2025-06-10) sesudah Bimtek II (2025-05-15)"),
        ("2025-10-29", "2025-12-29", "peraturan kepala daerah"),
        ("2025-11-14", "2025-01-14", "peraturan kepala daerah"),
        ("selesai: 2025-06-11", "selesai: 2025-06-01", "pertemuan selesai 2025-06-01, sebelum mulai 2025-06-10"),
    ],
)
def test_each_step_follows_the_one_before(old: str, new: str, told: str | None, tmp_path: Path) -> None:
    messages = [finding.message for finding in found(check(tmp_path, STEPS.replace(old, new)), "LMB005")]
    told_first = [message for message in messages if told and message.startswith(told)]
    assert (len(told_first) == 1) if told else not messages


def test_a_wrong_first_date_is_told_once_and_not_at_all_that_follow(tmp_path: Path) -> None:
    findings = found(check(tmp_path, STEPS.replace("2025-03-11", "2052-03-11")), "LMB005")
    assert [finding.path for finding in findings] == ["kelembagaan.nota_kesepakatan.tanggal"]
    assert all(finding.related for finding in findings)


def test_every_date_of_the_orders_is_one_that_a_plan_can_have() -> None:
    row = (edition().aturan or {})["LMB005"].parameter or {}
    for path in ",".join(row.values()).split(","):
        kind: type | None = Rencana
        for step in path.strip().split("."):
            key, _, item = step.removesuffix("]").partition("[")
            assert kind is not None and key in kind.fields, path  # type: ignore[attr-defined]
            assert not item or item in edition().ids("tahap")
            kind = kind.part_of(key)  # type: ignore[attr-defined]


def letter(number: str, day: str = "2025-03-11") -> str:
    return f"kelembagaan: {{nota_kesepakatan: {{nomor: '{number}', tanggal: {day}}}}}\n"


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("014/DJAI/HK.04.01/03/2025", None),
        ("415.4/017/KB/2025", None),
        ("188.45/12/2025", None),  # decree 12, not December
        ("05/SK/III/2025", None),
        ("27", None),
        ("2024/017/KB/2025", None),
        (".....", None),  # a text that was left over: told elsewhere
        ("014/DJAI/HK.04.01/03/2024", "bertahun 2024"),
        ("014/DJAI/HK.04.01/04/2025", "berbulan April"),
        ("05/SK/XII/2025", "berbulan Desember"),
        ("014/..../HK.04.01/03/2025", "masih memuat bagian kosong"),
        ("/DJAI/HK.04.01/03/2025", "masih memuat bagian kosong"),
        ("014/ /03/2025", "masih memuat bagian kosong"),
        ("DJAI/HK", "tidak memuat angka"),
    ],
)
def test_the_number_of_a_letter_agrees_with_its_date(number: str, told: str | None, tmp_path: Path) -> None:
    messages = [finding.message for finding in found(check(tmp_path, letter(number)), "LMB006")]
    assert len(messages) == bool(told)
    assert not told or told in messages[0]


def test_a_number_without_a_date_is_only_looked_at_for_gaps(tmp_path: Path) -> None:
    assert found(check(tmp_path, letter("014/DJAI/HK/03/2024", "")), "LMB006") == []
    assert len(found(check(tmp_path, letter("014/../HK/03/2024", "")), "LMB006")) == 1


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("jenis: Peraturan Bupati, nomor: 41, tahun: 2025, tanggal: 2025-11-14", 0),
        ("jenis: Peraturan Bupati, nomor: 41, tahun: 2025", 0),
        ("jenis: Peraturan Bupati, nomor: 41, tahun: 2024, tanggal: 2025-11-14", 1),
        ("jenis: Peraturan Bupati, nomor: 41 Tahun 2024, tanggal: 2025-11-14", 1),
    ],
)
def test_the_year_of_the_regulation_is_that_of_its_date(rows: str, told: int, tmp_path: Path) -> None:
    text = f"kelembagaan: {{peraturan: {{{rows}, status: terbit}}}}\n"
    assert len(found(check(tmp_path, text), "LMB006")) == told


@pytest.mark.parametrize(
    ("head", "rest", "told"),
    [
        ("mulai: 2020, selesai: 2025", "tanggal_dokumen: 2025-11-01", None),
        ("mulai: 2020, selesai: 2025", "periode: {awal: 2026, akhir: 2035}\ntahun_dokumen: 2025", None),
        ("mulai: 2020", "tanggal_dokumen: 2025-11-01", None),
        ("mulai: 2026", "periode: {awal: 2025, akhir: 2035}", None),  # who comes to office during the plan
        ("selesai: 2020", "profil:", None),  # no year to compare with
        ("mulai: 2025, selesai: 2020", "profil:", "masa jabatan A selesai 2020, sebelum mulai 2025"),
        ("selesai: 2024", "tanggal_dokumen: 2025-11-01", "masa jabatan A selesai 2024, sebelum tanggal dokumen (2025)"),
        ("selesai: 2024", "tahun_dokumen: 2025", "masa jabatan A selesai 2024, sebelum tahun dokumen (2025)"),
        ("selesai: 2025", "periode: {awal: 2026}", "masa jabatan A selesai 2025, sebelum awal rencana (2026)"),
        ("mulai: 2026", "tanggal_dokumen: 2025-11-01", "masa jabatan A mulai 2026, sesudah tanggal dokumen (2025)"),
    ],
)  # fmt: skip
def test_officials_hold_their_office_in_the_year_of_the_document(
    head: str, rest: str, told: str | None, tmp_path: Path
) -> None:
    text = f"pejabat: {{kepala_daerah: {{nama: A, {head}}}}}\n{rest}\n"
    assert [one.message for one in found(check(tmp_path, text), "LMB007")] == ([told] if told else [])


def test_former_officials_may_have_left_but_not_before_they_came(tmp_path: Path) -> None:
    rows = "{nama: A, mulai: 2010, selesai: 2015}, {nama: B, mulai: 2015, selesai: 2010}"
    text = f"tahun_dokumen: 2025\npejabat: {{sebelumnya: [{rows}]}}\n"
    assert [one.path for one in found(check(tmp_path, text), "LMB007")] == ["pejabat.sebelumnya[#2].selesai"]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("status: terbit, nomor: 27, tahun: 2024", None),
        ("status: terbit, nomor: 27, tanggal: 2024-08-01", None),
        ("status: direncanakan", None),
        ("status: disusun, tahun: 2025", None),
        ("nomor: 27", None),
        ("status: terbit", "peraturan dinyatakan sudah terbit, tetapi nomor dan tahun atau tanggal belum ditulis"),
        ("status: terbit, nomor: 27", "peraturan dinyatakan sudah terbit, tetapi tahun atau tanggal belum ditulis"),
        ("status: terbit, tahun: 2024", "peraturan dinyatakan sudah terbit, tetapi nomor belum ditulis"),
        (
            "status: disusun, nomor: 27, tanggal: 2024-08-01",
            "peraturan sudah bernomor 27 dan bertanggal, tetapi statusnya disusun",
        ),
    ],
)
def test_what_is_issued_has_number_and_date(rows: str, told: str | None, tmp_path: Path) -> None:
    text = f"kelembagaan: {{peraturan: {{jenis: Perbup, {rows}}}}}\n"
    assert [one.message for one in found(check(tmp_path, text), "LMB008")] == ([told] if told else [])


@pytest.mark.parametrize(
    ("kind", "title", "regulation", "mended"),
    [
        ("kota", "Wali Kota X", "Peraturan Wali Kota", []),
        ("kota", "Walikota X", "Perwali", []),
        ("kabupaten", "Pj. Bupati X", "Peraturan Bupati X", []),
        ("kabupaten", "Bupati X", "Peraturan Daerah", []),
        ("", "Wali Kota X", "Perwali", []),
        ("kota", "Bupati X", "Peraturan Bupati X", ["Peraturan Wali Kota X", "Wali Kota X"]),
        ("kabupaten", "Pj. Walikota X", "Perwali", ["Perbup", "Pj. Bupati X"]),
        ("provinsi", "Gubernur X", "Peraturan bupati", ["Peraturan Gubernur"]),
    ],
)
def test_titles_are_those_of_the_kind_of_region(
    kind: str, title: str, regulation: str, mended: list[str], tmp_path: Path
) -> None:
    text = (
        f"wilayah: {{jenis: {kind}}}\npejabat: {{kepala_daerah: {{nama: A, jabatan: {title}}}}}\n"
        f"kelembagaan: {{peraturan: {{jenis: {regulation}, status: direncanakan}}}}\n"
    )
    findings = found(check(tmp_path, text), "LMB009")
    assert sorted(edit.new_text for finding in findings for edit in finding.edits) == sorted(mended)
    assert all(finding.unsafe for finding in findings)


def test_a_wrong_title_before_the_own_name_is_told_once(tmp_path: Path) -> None:
    text = (
        "wilayah: {nama: Kota Denpasar, jenis: kota}\n"
        "pejabat: {kepala_daerah: {nama: A, jabatan: Bupati Denpasar}, sebelumnya: [{nama: B, peran: Bupati}]}\n"
        "kelembagaan: {peraturan: {jenis: Peraturan Bupati, status: disusun}}\n"
    )
    checked = check(tmp_path, text)
    places = [one.path for code in ("TKS012", "LMB009") for one in found(checked, code)]
    assert places == ["pejabat.kepala_daerah.jabatan", "kelembagaan.peraturan.jenis"]


def test_two_wrong_dates_are_both_told_and_no_other(tmp_path: Path) -> None:
    text = STEPS.replace("2025-03-11", "2052-03-11").replace("2025-11-14", "2015-11-14")
    assert {one.path for one in found(check(tmp_path, text), "LMB005")} == {
        "kelembagaan.nota_kesepakatan.tanggal",
        "kelembagaan.peraturan.tanggal",
    }


@pytest.mark.parametrize(
    ("decree", "meetings", "document", "told"),
    [
        ("2025-05-09", ["2025-06-24"], "2025-11-17", None),
        ("2025-11-09", ["2026-02-01"], "2026-03-17", None),
        ("2022-05-09", ["2023-01-01", "2024-01-01"], "2024-03-17", None),
        ("2022-05-09", ["2022-06-01", "2023-01-01"], "", None),
        ("2022-05-09", ["2024-01-01", ""], "2024-03-17", None),  # one without its date may be of that year
        ("2022-05-09", ["2022-06-01", "2024-01-01"], "", "2023"),
        ("2022-05-09", ["2022-06-01"], "2025-03-17", "2023 dan 2024"),
        ("", ["2021-06-01", "2023-01-01"], "", "2022"),
    ],
)
def test_the_council_meets_every_year(
    decree: str, meetings: list[str], document: str, told: str | None, tmp_path: Path
) -> None:
    rows = ", ".join(f"{{hasil: x, tanggal: {day}}}" for day in meetings)
    dewan = f"{{sk: {{nomor: 1, tanggal: {decree}}}, rapat: [{rows}]}}"
    text = f"tanggal_dokumen: {document}\nkelembagaan: {{dewan: {dewan}}}\n"
    messages = [one.message for one in found(check(tmp_path, text), "LMB010")]
    assert messages == ([f"Dewan Smart City belum tercatat rapat pada {told}"] if told else [])
    assert not told or re.search(r"20\d\d", messages[0])


@pytest.mark.parametrize(
    ("number", "day", "codes"),
    [
        ("014/DJAI/HK.04.01/03/2025", "2025-11-03", {"LMB006"}),  # the number tells that the date is wrong
        ("14 Tahun 2025", "2025-11-03", {"LMB005"}),
        ("14 Tahun 2026", "2026-03-11", {"LMB004"}),  # after the document
        ("014/DJAI/HK.04.01/03/2025", "2025-03-11", set()),
    ],
)
def test_a_wrong_date_of_a_letter_is_told_once(number: str, day: str, codes: set[str], tmp_path: Path) -> None:
    text = (
        "tanggal_dokumen: 2025-12-01\njadwal: [{tahap: bimtek-1, mulai: 2025-06-10}]\n"
        f"kelembagaan: {{nota_kesepakatan: {{nomor: {number}, tanggal: {day}}}}}\n"
    )
    checked = check(tmp_path, text)
    assert {one.code for one in checked.findings if one.code in ("LMB004", "LMB005", "LMB006")} == codes


def test_the_year_of_the_document_goes_before_that_of_its_date(tmp_path: Path) -> None:
    years = "tahun_dokumen: 2026\ntanggal_dokumen: 2025-12-01\n"
    text = years + "pejabat: {kepala_daerah: {nama: Rekaan Satu, mulai: 2019, selesai: 2025}}\n"
    (finding,) = found(check(tmp_path, text), "LMB007")
    assert "tahun dokumen (2026)" in finding.message
