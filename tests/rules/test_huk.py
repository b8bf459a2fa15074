"""Acts cited in prose, acts out of their time, and what may be mended in the list of acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan.plan import load_plan
from smartplan.rules import check_plan
from tests.plans import check, edition, found, last_stage
from tests.rules.test_tks import about, mended

if TYPE_CHECKING:
    from pathlib import Path

LISTED = "dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}]\n"
YEAR = "tahun_dokumen: 2025\n"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Menurut Perpres Nomor 95 Tahun 2018 tentang Satu Data Indonesia, data dibagi.",
            ["Perpres Nomor 95 Tahun 2018"],
        ),
        ("Menurut UU No. 23 Tahun 2004 tentang Pemerintahan Daerah urusan dibagi.", ["UU No. 23 Tahun 2004"]),
        ("Menurut PP 95/2018 tentang Sistem Pemerintahan Berbasis Elektronik.", ["PP 95/2018"]),
        (
            "Menurut Peraturan Presiden Republik Indonesia Nomor 39 Tahun 2019\ntentang Satu\nData Indonesia.",
            [],
        ),
        ("Menurut Peraturan Menteri Dalam Negeri Nomor 1 Tahun 2023 tentang Tata Naskah Dinas surat dibuat.", []),
        ("Menurut Perpres 95 Tahun 2018 tentang SPBE layanan dipadukan.", []),
        ("Menurut PP 95 Tahun 2018 tentang SPBE layanan dipadukan.", ["PP 95 Tahun 2018"]),
        (
            "Menurut Peraturan Pemerintah No.18 Tahun 2020 tentang RPJMN Tahun 2020-2025 kota dibangun.",
            ["Peraturan Pemerintah No.18 Tahun 2020"],
        ),
        ("Menurut Perpres 18 Tahun 2020 tentang RPJMN Tahun 2020-2024 kota dibangun.", []),
        ("Menurut Perpres 2 Tahun 2015 tentang RPJMN Tahun 2015-2019 kota dibangun.", []),
        ("Menurut Perda 18 Tahun 2020 tentang RPJMD Tahun 2020-2024 kota dibangun.", []),
        ("Menurut Perda 18 Tahun 2020 tentang APBD Tahun 2021 kota dibangun.", []),
        ("Menurut UU Nomor 32 Tahun 2004 tentang Pemerintahan Daerah, dahulu urusan dibagi.", []),
        ("Menurut UU Nomor 23 Tahun 2014 tentang urusan wajib, layanan itu milik daerah.", []),
        ("Menurut UU Nomor 23 Tahun 2006 tentang Administrasi Kependudukan.", []),
        ("Menurut Perda Nomor 95 Tahun 2018 tentang Retribusi Pasar.", []),
        ("Menurut Perpres Nomor 95 Tahun 2018, Satu Data Indonesia berjalan.", []),
        ("UU Nomor 5 Tahun 2014 tentang Pemerintahan Daerah Istimewa Rekaan.", []),
    ],
)
def test_number_and_title_of_a_cited_act_meet(sentence: str, words: list[str], tmp_path: Path) -> None:
    assert about(tmp_path, sentence, "HUK007", "") == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Ditata menurut PP Nomor 34 Tahun 2009.", ["PP Nomor 34 Tahun 2009"]),
        (
            "Ditata menurut Peraturan Pemerintah Nomor 34 Tahun 2009 dan PP 34/2009.",
            ["Peraturan Pemerintah Nomor 34 Tahun 2009"],
        ),
        ("PP Nomor 34 Tahun 2009 telah dicabut dengan PP Nomor 59 Tahun 2022.", []),
        ("PP Nomor 59 Tahun 2022 menggantikan PP Nomor 34 Tahun 2009.", []),
        ("Ditata menurut Perda Nomor 34 Tahun 2009.", []),
        ("Ditata menurut PP Nomor 59 Tahun 2022.", []),
    ],
)
def test_a_cited_act_that_is_repealed(sentence: str, words: list[str], tmp_path: Path) -> None:
    assert about(tmp_path, sentence, "HUK008", "") == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("menurut Perda 8/220 ditata", ["Perda 8/220"]),
        ("menurut UU Nomor 23 Tahun 14.", ["UU Nomor 23 Tahun 14"]),
        ("menurut PP Nomor 59 Tahun 20222 ditata", ["PP Nomor 59 Tahun 20222"]),
        ("menurut Perda 8/2020 ditata", []),
        ("menurut Peraturan Bupati Nomor 8/12/HK/2020 ditata", []),
        ("buka 24/7 dan nilai 8/10", []),
        ("berlaku 5 tahun 10 bulan", []),
        ("menurut Perda 8/220.5", []),
    ],
)
def test_the_year_of_a_cited_act_has_four_digits(sentence: str, words: list[str], tmp_path: Path) -> None:
    assert about(tmp_path, sentence, "HUK009", "") == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Mengikuti PP Nomor 28 Tahun 2018, lalu lagi PP 28/2018.", ["PP Nomor 28 Tahun 2018"]),
        (
            "Mengikuti Peraturan Daerah Kabupaten Tirta Nomor 2 Tahun 2024.",
            ["Peraturan Daerah Kabupaten Tirta Nomor 2 Tahun 2024"],
        ),
        ("Mengikuti Undang-Undang Nomor 23 Tahun 2014.", []),
        ("Mengikuti UU Nomor 23 Tahun 2014 yang diubah dengan UU Nomor 9 Tahun 2015.", []),
        ("UU Nomor 22 Tahun 1999 sudah dicabut.", []),
        ("Rencana ini akan ditetapkan dengan Peraturan Bupati Nomor 3 Tahun 2026.", []),
        ("Mengikuti Peraturan Bupati Nomor 41 Tahun 2025.", []),
    ],
)
def test_cited_acts_stand_in_the_list(sentence: str, words: list[str], tmp_path: Path) -> None:
    own = "kelembagaan: {peraturan: {jenis: Peraturan Bupati, nomor: 41, tahun: 2025}}\n"
    assert about(tmp_path, sentence, "HUK010", YEAR + LISTED + own) == words


@pytest.mark.parametrize("kind", ["Undang-Undang Republik Indonesia", "Risalah", "UU"])
def test_the_list_may_call_the_kind_otherwise(kind: str, tmp_path: Path) -> None:
    listed = f"dasar_hukum: [{{jenis: {kind}, nomor: 23, tahun: 2014}}]\n"
    assert not about(tmp_path, "Mengikuti UU Nomor 23 Tahun 2014.", "HUK010", YEAR + listed)


def test_without_a_list_nothing_is_missing_in_it(tmp_path: Path) -> None:
    assert not about(tmp_path, "Mengikuti PP Nomor 28 Tahun 2018.", "HUK010", YEAR)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("RPJMD Kabupaten Tirta Tahun 2017-2022", True),
        ("Anggaran Pendapatan dan Belanja Daerah Tahun Anggaran 2023", True),
        ("RPJMD Kabupaten Tirta Tahun 2025-2029", False),
        ("RPJPD Kabupaten Tirta Tahun 2005 - 2025", False),
        ("Retribusi Pasar", False),
    ],
)
def test_an_act_for_a_period_that_is_over(title: str, told: bool, tmp_path: Path) -> None:
    row = f"dasar_hukum: [{{jenis: Perda, nomor: 4, tahun: 2017, tentang: {title}}}]\n"
    assert bool(found(check(tmp_path, YEAR + row), "HUK011")) == told
    assert not found(check(tmp_path, row), "HUK011")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Mengikuti Permendagri Nomor 3 Tahun 2027.", ["Permendagri Nomor 3 Tahun 2027"]),
        ("Mengikuti Permendagri Nomor 3 Tahun 2025.", []),
        ("Rencana akan ditetapkan dengan Peraturan Bupati Nomor 3 Tahun 2026.", []),
    ],
)
def test_a_cited_act_is_not_newer_than_the_document(sentence: str, words: list[str], tmp_path: Path) -> None:
    assert about(tmp_path, sentence, "HUK011", YEAR) == words


def again(folder: Path, text: str, code: str) -> int:
    """How many findings of ``code`` are left in ``text``."""
    (folder / "rencana.yaml").write_text(text, encoding="utf-8", newline="")
    return len(found(check_plan(load_plan(folder), edition(), stage=last_stage()), code))


ORDER = """\
dasar_hukum:
  - {jenis: Perda, nomor: 3, tahun: 2020, tentang: Retribusi}
  - jenis: UU
    nomor: 25
    tahun: 2009
  - {jenis: UU, nomor: 23, tahun: 2014}
  - {jenis: Surat, nomor: 1, tahun: 2001}
  - {jenis: Perpres, nomor: 95, tahun: 2018}
  - {jenis: PP, nomor: 12, tahun: 2017}
tahap: bimtek-1
"""


@pytest.mark.parametrize("text", [ORDER, ORDER.replace("tahap: bimtek-1\n", ""), ORDER.replace("\n", "\r\n")])
def test_acts_in_the_wrong_place_are_moved_whole(text: str, tmp_path: Path) -> None:
    new = mended(tmp_path, check(tmp_path, text), "HUK004")
    assert again(tmp_path, new, "HUK004") == 0
    assert sorted(new.splitlines()) == sorted(text.splitlines())
    assert len(new.splitlines()) == len(text.splitlines())
    rows = load_plan(tmp_path).rencana.dasar_hukum or []
    assert [row.jenis for row in rows] == ["UU", "UU", "Surat", "PP", "Perpres", "Perda"]


@pytest.mark.parametrize(
    "text",
    [
        "dasar_hukum: [{jenis: PP, nomor: 1, tahun: 2000}, {jenis: UU, nomor: 1, tahun: 2000}]\n",
        ORDER.replace("  - {jenis: Perpres", "  # dari pusat\n  - {jenis: Perpres"),
        ORDER.replace("nomor: 25\n", "nomor: 25  # periksa\n"),
        ORDER.replace("tahap: bimtek-1\n", "").rstrip("\n"),
    ],
)
def test_nothing_is_moved_where_that_is_not_certain(text: str, tmp_path: Path) -> None:
    findings = found(check(tmp_path, text), "HUK004")
    assert findings
    assert not any(finding.edits for finding in findings)


def test_the_same_row_twice_is_taken_out(tmp_path: Path) -> None:
    row = "  - {jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}\n"
    assert mended(tmp_path, check(tmp_path, "dasar_hukum:\n" + row + row), "HUK003") == "dasar_hukum:\n" + row
    other = row.replace("UU", "Undang-Undang")
    assert not any(one.edits for one in found(check(tmp_path, "dasar_hukum:\n" + row + other), "HUK003"))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("UU, nomor: 14, tahun: 2008", "UU, nomor: 11, tahun: 2008"), ["UU 11 Tahun 2008"]),
        (("UU, nomor: 11, tahun: 2008", "UU, nomor: 14, tahun: 2008"), []),
        (("PP, nomor: 9, tahun: 2017", "PP, nomor: 12, tahun: 2017"), []),
        (("Permendagri, nomor: 90, tahun: 2019", "Permenkominfo, nomor: 8, tahun: 2019"), []),
        (("Perda, nomor: 9, tahun: 2019", "Perda, nomor: 4, tahun: 2019"), []),
        (("UU, nomor: 14A, tahun: 2008", "UU, nomor: 11, tahun: 2008"), []),
    ],
)
def test_acts_of_one_maker_and_year_follow_their_numbers(
    rows: tuple[str, ...], told: list[str], tmp_path: Path
) -> None:
    text = "dasar_hukum:\n" + "".join(f"  - {{jenis: {row}}}\n" for row in rows)
    messages = [finding.message for finding in found(check(tmp_path, text), "HUK004")]
    assert [message.partition(" berdiri")[0] for message in messages] == told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Pembentukan Daerah-daerah Tingkat II dalam Wilayah Daerah-daerah Tingkat I Bali", False),
        ("Penetapan Undang-Undang Darurat tentang Pembentukan Daerah Tingkat II di Kalimantan", False),
        ("Pembentukan Kabupaten Katingan dan Kabupaten Seruyan", False),
        ("Kabupaten Buleleng di Provinsi Bali", False),
        ("Pembentukan Peraturan Negara", True),
        ("Kota Layak Huni", True),
        ("Pemerintahan Daerah", True),
    ],
)
def test_the_act_that_forms_a_region_need_not_be_known(title: str, told: bool, tmp_path: Path) -> None:
    row = f"{{jenis: UU, nomor: 69, tahun: 1958, tentang: {title}}}"
    assert bool(found(check(tmp_path, f"dasar_hukum: [{row}]\n"), "HUK006")) == told


@pytest.mark.parametrize(
    ("row", "hint"),
    [
        (
            "PP, nomor: 18, tahun: 2020, tentang: Rencana Pembangunan Jangka Menengah Nasional Tahun 2020-2025",
            "nomor, tahun, dan judul ini milik Perpres 18 Tahun 2020; tulis `jenis: Perpres`",
        ),
        (
            "UU, nomor: 23, tahun: 2004, tentang: Pemerintahan Daerah",
            "judul ini milik UU 23 Tahun 2014; periksa nomor dan tahunnya",
        ),
        ("PP, nomor: 18, tahun: 2020, tentang: Kebun Raya", "cocokkan nomor, tahun, dan judulnya dengan naskah resmi"),
    ],
)
def test_an_unknown_act_with_a_known_title_says_whose_it_is(row: str, hint: str, tmp_path: Path) -> None:
    (finding,) = found(check(tmp_path, f"dasar_hukum: [{{jenis: {row}}}]\n"), "HUK006")
    assert finding.hint == hint


def test_a_repealed_act_gives_place_to_its_successor(tmp_path: Path) -> None:
    text = "dasar_hukum:\n  - {jenis: PP, nomor: 34, tahun: 2009, tentang: Pedoman Pengelolaan Kawasan Perkotaan}\n"
    checked = check(tmp_path, text)
    assert found(checked, "HUK002")[0].unsafe
    assert mended(tmp_path, checked, "HUK002") == (
        "dasar_hukum:\n  - {jenis: PP, nomor: 59, tahun: 2022, tentang: Perkotaan}\n"
    )


def test_a_repealed_act_beside_its_successor_is_taken_out(tmp_path: Path) -> None:
    row = "  - {jenis: PP, nomor: 59, tahun: 2022, tentang: Perkotaan}\n"
    text = "dasar_hukum:\n  - {jenis: PP, nomor: 34, tahun: 2009, tentang: Pedoman Kawasan Perkotaan}\n" + row
    checked = check(tmp_path, text)
    assert found(checked, "HUK002")[0].hint == "hapus: penggantinya, PP 59 Tahun 2022, sudah ada dalam daftar"
    assert mended(tmp_path, checked, "HUK002") == "dasar_hukum:\n" + row


@pytest.mark.parametrize(
    ("row", "right"),
    [
        ("UU, nomor: 27, tahun: 2022, tentang: Perlindungan Data Pribadi", "Pelindungan Data Pribadi"),
        ("UU, nomor: 23, tahun: 2014, tentang: Pemerintah Daerah", "Pemerintahan Daerah"),
        ("UU, nomor: 23, tahun: 2014, tentang: PEMERINTAHAN DAERAH", None),
        ("UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah dan perubahannya", None),
        ("Perpres, nomor: 18, tahun: 2020, tentang: RPJMN Tahun 2020-2024", None),
    ],
)
def test_a_title_that_is_only_misspelt_is_mended(row: str, right: str | None, tmp_path: Path) -> None:
    checked = check(tmp_path, f"dasar_hukum:\n  - {{jenis: {row}}}\n")
    assert bool([one for one in found(checked, "HUK001") if one.edits]) == (right is not None)
    if right:
        assert f"tentang: {right}}}" in mended(tmp_path, checked, "HUK001")


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Menurut Perpres No. 39 Tahun 2018 tentang Satu Data Indonesia, data dibuka.", {"HUK007"}),
        ("Kawasan ditata menurut PP 34/2009.", {"HUK008"}),
        ("Rencana ini disusun menurut PP Nomor 12 Tahun 2027.", {"HUK011"}),
        ("Rencana ini disusun menurut PP Nomor 12 Tahun 2017.", {"HUK010"}),
        ("Ranperda yang akan menjadi Perda Nomor 3 Tahun 2027 masih dibahas.", set()),
    ],
)
def test_a_citation_is_told_once(sentence: str, codes: set[str], tmp_path: Path) -> None:
    listed = "dasar_hukum: [{jenis: UU, nomor: 23, tahun: 2014}]\n"
    text = f"tahun_dokumen: 2025\n{listed}naskah: {{maksud: '{sentence}'}}\n"
    prose = ("HUK007", "HUK008", "HUK009", "HUK010", "HUK011")
    assert {one.code for one in check(tmp_path, text).findings if one.code in prose} == codes
