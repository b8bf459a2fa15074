"""The legal basis: acts known by every name of their kind, doubles, and order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plans import check, found

if TYPE_CHECKING:
    from pathlib import Path


def test_a_law_is_known_by_its_long_and_short_kind(tmp_path: Path) -> None:
    text = (
        "dasar_hukum:\n"
        "  - {jenis: Undang-Undang, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}\n"
        "  - {jenis: Peraturan Menteri Dalam Negeri, nomor: 1, tahun: 2023, tentang: Tata Naskah Dinas di Lingkungan"
        " Pemerintah Daerah}\n"
        "  - {jenis: Permenkominfo, nomor: 1, tahun: 2023, tentang: Interoperabilitas Data}\n"
        "  - {jenis: Perda, nomor: 1, tahun: 2023, tentang: Apa Saja}\n"
    )
    checked = check(tmp_path, text)
    assert [finding.path for finding in found(checked, "HUK006")] == ["dasar_hukum[#3].nomor"]
    assert not found(checked, "HUK001")


def test_a_repealed_law_names_its_successor(tmp_path: Path) -> None:
    text = "dasar_hukum: [{jenis: Peraturan Pemerintah, nomor: 34, tahun: 2009, tentang: Pedoman Kawasan Perkotaan}]\n"
    (finding,) = found(check(tmp_path, text), "HUK002")
    assert finding.hint == "ganti dengan PP 59 Tahun 2022"


def acts(*rows: str) -> str:
    """``UU 23 2014 Pemerintahan Daerah`` with ``|`` between kind, number, year and title."""
    lines = []
    for row in rows:
        kind, number, year, *title = row.split("|")
        about = f", tentang: {title[0]}" if title else ""
        lines.append(f"  - {{jenis: {kind}, nomor: {number}, tahun: {year}{about}}}\n")
    return "dasar_hukum:\n" + "".join(lines)


@pytest.mark.parametrize("kind", ["UU", "Undang-Undang", "UNDANG UNDANG", "Undang-undang", "U.U."])
def test_the_register_knows_a_kind_however_it_is_written(kind: str, tmp_path: Path) -> None:
    checked = check(tmp_path, acts(f"{kind}|23|2014|Informasi dan Transaksi Elektronik"))
    assert len(found(checked, "HUK001")) == 1


@pytest.mark.parametrize(
    ("first", "second", "double"),
    [
        ("UU|23|2014|Pemerintahan Daerah", "Undang-Undang|23|2014|Pemerintahan Daerah", True),
        ("UU|23|2014", "Undang-Undang|23|2014|Pemerintahan Daerah", True),
        ("Perda|3|2020|Retribusi Pasar", "Perda|3|2020|Retribusi Pasar", True),
        ("Permendagri|5|2018|Tata Cara Kerja", "Peraturan Menteri Dalam Negeri|5|2018|Tata Cara Kerja", True),
        ("Peraturan Sekjen|5|2018|Tata Cara Kerja", "Peraturan Sekjen|5|2018|Tata Cara Kerja", True),
        ("UU|23|2014|Pemerintahan Daerah", "PP|23|2014|Pemerintahan Daerah", False),
        ("Perda|3|2020|Rencana Tata Ruang Wilayah Provinsi Bali", "Perda|3|2020|Retribusi Pasar", False),
        (
            "Perda|3|2020|Rencana Tata Ruang Wilayah Provinsi Bali",
            "Perda|3|2020|Rencana Tata Ruang Wilayah Kabupaten Buleleng",
            False,
        ),
        ("Peraturan Menteri|5|2018|Tata Cara Kerja", "Peraturan Menteri|5|2018|Standar Data", False),
        ("Permendagri|5|2018|Pedoman Penyusunan Renstra", "Permenkominfo|5|2018|Pedoman Penyusunan Data", False),
        ("Permendagri|5|2018", "Permenkominfo|5|2018", False),
    ],
)
def test_an_act_is_there_twice_when_rank_number_year_and_title_agree(
    first: str, second: str, double: bool, tmp_path: Path
) -> None:
    paths = [finding.path for finding in found(check(tmp_path, acts(first, second)), "HUK003")]
    assert paths == (["dasar_hukum[#2].nomor"] if double else [])


def test_one_act_in_the_wrong_place_is_one_finding(tmp_path: Path) -> None:
    rows = acts("Perda|3|2020|Retribusi", "UU|25|2009|A", "UU|23|2014|B", "PP|12|2017|C", "Perpres|95|2018|D")
    (finding,) = found(check(tmp_path, rows), "HUK004")
    assert finding.path == "dasar_hukum[#1].jenis"
    assert finding.message == "Perda 3 Tahun 2020 berdiri sebelum UU 25 Tahun 2009, yang tingkatnya lebih tinggi"


def test_an_act_that_stands_too_low_is_told_with_what_stands_above_it(tmp_path: Path) -> None:
    rows = acts("UU|25|2009|A", "PP|12|2017|B", "Perpres|95|2018|C", "UU|23|2014|D")
    (finding,) = found(check(tmp_path, rows), "HUK004")
    assert finding.path == "dasar_hukum[#4].jenis"
    assert finding.message == "UU 23 Tahun 2014 berdiri sesudah Perpres 95 Tahun 2018, yang tingkatnya lebih rendah"


def test_acts_of_one_rank_stand_by_year_and_number(tmp_path: Path) -> None:
    assert not found(check(tmp_path, acts("UU|14|2009|A", "UU|25|2009|B", "UU|23|2014|C", "PP|1|2000|D")), "HUK004")
    (finding,) = found(check(tmp_path, acts("UU|23|2014|A", "UU|25|2009|B", "PP|1|2000|C")), "HUK004")
    assert finding.message == "UU 25 Tahun 2009 berdiri sesudah UU 23 Tahun 2014, yang lebih baru"


@pytest.mark.parametrize(
    "row",
    [
        "Perda Provinsi Bali|4|2025|Rencana Pembangunan",
        "Peraturan Daerah Kota Jambi|4|2025|Rencana Pembangunan",
        "Peraturan Bupati Kupang|18|2023|Satu Data",
        "Perwal|18|2023|Satu Data",
        "Peraturan Walikota|18|2023|Satu Data",
        "Keputusan Wali Kota|310|2024|Tim Koordinasi",
        "Surat Edaran Bupati|5|2024|Jam Kerja",
        "Peraturan DPRD|1|2020|Tata Tertib",
        "Undang-Undang|Nomor 23|2014|Pemerintahan Daerah",
        "UU|No. 23|2014|Pemerintahan Daerah",
        "UU|23 Tahun 2014|2014|Pemerintahan Daerah",
        "UU|23/2014|2014|Pemerintahan Daerah",
        "UU|'023'|2014|Pemerintahan Daerah",
        "Undang-Undang Republik Indonesia|23|2014|Pemerintahan Daerah",
        "Peraturan Presiden RI|95|2018|SPBE",
        "Peraturan Menteri PANRB|59|2020|Pemantauan dan Evaluasi Sistem Pemerintahan Berbasis Elektronik",
        "Permen Kominfo|8|2019|Penyelenggaraan Urusan Pemerintahan Konkuren Bidang Komunikasi dan Informatika",
    ],
)
def test_a_known_or_local_act_is_not_called_unknown(row: str, tmp_path: Path) -> None:
    checked = check(tmp_path, acts(row))
    assert [finding.message for finding in checked.findings if finding.code.startswith("HUK")] == []


@pytest.mark.parametrize("kind", ["Perppu", "Peraturan Pemerintah Pengganti Undang-Undang"])
def test_an_act_in_place_of_a_law_stands_beside_laws(kind: str, tmp_path: Path) -> None:
    assert not found(check(tmp_path, acts("UU|23|2014|A", f"{kind}|2|2022|B", "UU|6|2023|C")), "HUK004")


def test_acts_of_the_province_stand_before_those_of_the_regency(tmp_path: Path) -> None:
    province, own = "Perda Provinsi Bali|4|2025|RPJMD", "Perda Kabupaten Tirta|2|2021|RTRW"
    assert not found(check(tmp_path, acts("UU|23|2014|A", province, own)), "HUK004")
    (finding,) = found(check(tmp_path, acts("UU|23|2014|A", own, province, "Perbup|1|2020|B")), "HUK004")
    assert "tingkatnya" in finding.message


def test_a_misspelt_kind_is_told_as_such(tmp_path: Path) -> None:
    (finding,) = found(check(tmp_path, acts("Undnag-Undang|23|2014|Pemerintahan Daerah")), "HUK006")
    assert finding.hint == "nomor, tahun, dan judul ini milik UU 23 Tahun 2014; tulis `jenis: UU`"


@pytest.mark.parametrize(
    ("row", "code", "hint"),
    [
        ("UU|23|1914|Pemerintahan Daerah", "HUK005", "judul ini milik UU 23 Tahun 2014; perbaiki nomor dan tahunnya"),
        ("UU|23|2041|Pemerintahan Daerah", "HUK005", "judul ini milik UU 23 Tahun 2014; perbaiki nomor dan tahunnya"),
        ("UU|23|2004|Pemerintahan Daerah", "HUK006", "judul ini milik UU 23 Tahun 2014; periksa nomor dan tahunnya"),
    ],
)
def test_a_wrong_year_is_told_once_with_the_act_that_is_meant(row: str, code: str, hint: str, tmp_path: Path) -> None:
    text = "tahun_dokumen: 2025\n" + acts("UU|25|2009|Pelayanan Publik", row, "UU|27|2022|Pelindungan Data Pribadi")
    told = [one for one in check(tmp_path, text).findings if one.code.startswith("HUK")]
    assert [(one.code, one.hint) for one in told] == [(code, hint)]


@pytest.mark.parametrize(
    ("row", "told"),
    [("Staatsblad|226|1926|Ordonansi Gangguan", False), ("UU|23|1914|Pemerintahan Rekaan", True)],
)
def test_only_acts_of_the_republic_have_a_first_year(row: str, told: bool, tmp_path: Path) -> None:
    assert bool(found(check(tmp_path, acts(row)), "HUK005")) == told
