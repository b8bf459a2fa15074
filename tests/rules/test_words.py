"""Rules that look at words: exact places, near misses, other regions, sentences written twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plans import check, found

if TYPE_CHECKING:
    from pathlib import Path

REGION = "wilayah: {kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten}\n"


def test_the_exact_word_inside_a_paragraph_is_marked(tmp_path: Path) -> None:
    text = "naskah:\n  maksud: |\n    Kalimat pertama.\n    Disusun oleh XXX bersama warga.\n"
    (finding,) = found(check(tmp_path, text), "TXT001")
    assert finding.span is not None
    assert (str(finding.span), finding.span.end_column) == ("rencana.yaml:4:18", 21)


@pytest.mark.parametrize("left", ["XXX", "TODO", "[isi nama]", "Lorem ipsum dolor", "Nomor ..... Tahun", "____"])
def test_placeholders_are_found(left: str, tmp_path: Path) -> None:
    assert len(found(check(tmp_path, f"naskah: {{maksud: 'Kata {left} di sini'}}\n"), "TXT001")) == 1


@pytest.mark.parametrize("fine", ["Tahun 2026...", "[kata](tautan)", "metodologi", "XX", "a__b"])
def test_words_that_only_look_so_are_not(fine: str, tmp_path: Path) -> None:
    assert not found(check(tmp_path, f"naskah: {{maksud: 'Kata {fine} di sini'}}\n"), "TXT001")


def test_placeholders_are_found_in_lists_of_texts(tmp_path: Path) -> None:
    (finding,) = found(check(tmp_path, "naskah:\n  tujuan:\n    - Baik\n    - Menuju XXX\n"), "TXT001")
    assert str(finding.span) == "rencana.yaml:4:14"


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Warga Kabupaten Badung terlayani", "Kabupaten Badung"),
        ("Kab. Badung melayani warga", "Kabupaten Badung"),
        ("Pemerintah Kota Tanjung Balai melayani", "Kota Tanjungbalai"),
        ("Warga Kabupaten Buleleng terlayani", None),
        ("Kabupaten Buleleng berbatasan dengan Kabupaten Badung", None),
        ("Belajar dari Kota Bandung tentang pusat kendali", None),
        ("Kota Cerdas untuk semua", None),
        ("Setiap Kabupaten dan Kota", None),
    ],
)
def test_another_region_is_found_unless_it_is_meant(sentence: str, wrong: str | None, tmp_path: Path) -> None:
    messages = [
        finding.message for finding in found(check(tmp_path, f"{REGION}naskah: {{maksud: {sentence}}}\n"), "TXT002")
    ]
    assert messages == ([f"nama daerah lain tertinggal: {wrong}"] if wrong else [])


def test_sources_and_partners_may_name_other_regions(tmp_path: Path) -> None:
    text = REGION + "profil: {luas: [{nilai: 1, tahun: 2024, sumber: Situs Kabupaten Badung}]}\n"
    assert not found(check(tmp_path, text), "TXT002")


def test_a_wrong_dimension_name_is_corrected_in_texts_and_keys(tmp_path: Path) -> None:
    text = "naskah: {maksud: Mulai dari Smart Goverment.}\ndimensi: {smart_people: {tren: x}}\n"
    hints = [(str(finding.span), finding.hint) for finding in found(check(tmp_path, text), "DIM002")]
    assert hints == [
        ("rencana.yaml:1:29", "nama resminya Smart Governance"),
        ("rencana.yaml:2:11", "maksud Anda Smart Society?"),
    ]


def test_a_wrong_name_of_a_dimension_file_is_told_at_the_file(tmp_path: Path) -> None:
    (finding,) = found(check(tmp_path, "skema: 1\n", smart_enviroment="tren: x\n"), "DIM002")
    assert str(finding.span) == "dimensi/smart_enviroment.yaml:1:1"
    assert finding.hint == "maksud Anda Smart Environment?"


FIRST = "Puskesmas akan melayani pendaftaran pasien sepenuhnya secara daring pada tahun kelima."


@pytest.mark.parametrize(
    ("second", "repeated"),
    [
        (FIRST, True),
        ("Sekolah akan melayani pendaftaran siswa sepenuhnya secara daring pada tahun kelima.", True),
        ("Pada tahun kelima tiap sekolah menerima siswa baru tanpa antre di loket mana pun.", False),
        ("Dinas Komunikasi Informatika Persandian dan Statistik Kabupaten Tirta Rekaan Jaya Makmur", False),
    ],
)
def test_a_sentence_of_another_dimension_is_found_with_other_nouns_too(
    second: str, repeated: bool, tmp_path: Path
) -> None:
    checked = check(tmp_path, "skema: 1\n", smart_living=f"tren: {FIRST}\n", smart_society=f"tren: {second}\n")
    findings = found(checked, "DIM004")
    assert len(findings) == repeated
    if findings:
        assert findings[0].dimension == "smart_society"
        assert str(findings[0].related[0].span) == "dimensi/smart_living.yaml:1:7"


def test_a_sentence_twice_in_one_dimension_is_not_meant(tmp_path: Path) -> None:
    assert not found(check(tmp_path, "skema: 1\n", smart_living=f"tren: {FIRST}\ngambaran: {FIRST}\n"), "DIM004")


def test_many_repeated_sentences_are_summed_up(tmp_path: Path) -> None:
    rows = [FIRST.replace("kelima", f"kelima menurut catatan nomor {number}") for number in range(9)]
    lines = "kesenjangan:\n" + "".join(f"  - {{id: g{n}, gap: {row}}}\n" for n, row in enumerate(rows))
    findings = found(check(tmp_path, "skema: 1\n", smart_living=lines, smart_society=lines), "DIM004")
    assert len(findings) == 6
    assert any(finding.message.startswith("masih 4 kalimat lain") for finding in findings)


OFFICES = """\
perangkat_daerah:
  - {id: dinkes, nama: Dinas Kesehatan, singkatan: Dinkes}
  - {id: dishub, nama: Dinas Perhubungan}
"""


@pytest.mark.parametrize(
    ("supporter", "hint"),
    [
        ("Dinas Kesehtan", 'maksud Anda "dinkes"?'),
        ("dishb", 'maksud Anda "dishub"?'),
        ("Dinas Kesehatan", None),
        ("Universitas Rekaan", None),
        ("dinkes", None),
    ],
)
def test_supporting_offices_are_compared_with_the_list(supporter: str, hint: str | None, tmp_path: Path) -> None:
    living = f"program: [{{id: a, nama: A, pendukung: [{supporter}]}}]\n"
    findings = found(check(tmp_path, OFFICES, smart_living=living), "OPD001")
    assert [finding.hint for finding in findings] == ([hint] if hint else [])


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


def test_the_density_tells_which_year_it_fits(tmp_path: Path) -> None:
    text = (
        "profil:\n  luas: [{nilai: 10, tahun: 2024, sumber: BPS}]\n"
        "  penduduk:\n    - {nilai: 1000, tahun: 2020, sumber: BPS}\n    - {nilai: 2000, tahun: 2024, sumber: BPS}\n"
        "  kepadatan: [{nilai: 100, tahun: 2024, sumber: BPS}]\n"
    )
    (finding,) = found(check(tmp_path, text), "PRF001")
    assert finding.hint == "angka ini hanya cocok dengan penduduk tahun 2020; perbarui"
