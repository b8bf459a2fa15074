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
    (finding,) = found(check(tmp_path, text), "TKS001")
    assert finding.span is not None
    assert (str(finding.span), finding.span.end_column) == ("rencana.yaml:4:18", 21)


@pytest.mark.parametrize(
    "left",
    [
        "XXX", "xxx", "XXXX", "Nomor XXX", "Kabupaten XXX", "Puskesmas XXX", "TODO", "[isi nama]",
        "[nomor surat] (segera)", "Lorem ipsum dolor", "Nomor ..... Tahun", "____", "PON XXX oleh XXX",
    ],
)  # fmt: skip
def test_placeholders_are_found(left: str, tmp_path: Path) -> None:
    assert len(found(check(tmp_path, f"naskah: {{maksud: 'Kata {left} di sini'}}\n"), "TKS001")) == 1


@pytest.mark.parametrize(
    "fine",
    [
        "Tahun 2026...", "[kata](tautan)", "metodologi", "XX", "a__b", "PON XXX", "Pekan Olahraga Nasional XXX",
        "ke-XXX", "[Nomor 5 Tahun 2014](https://contoh.go.id)", "[Nama resmi][1]", "Kampung Todo",
    ],
)  # fmt: skip
def test_words_that_only_look_so_are_not(fine: str, tmp_path: Path) -> None:
    assert not found(check(tmp_path, f"naskah: {{maksud: 'Kata {fine} di sini'}}\n"), "TKS001")


def test_placeholders_are_found_in_lists_of_texts(tmp_path: Path) -> None:
    (finding,) = found(check(tmp_path, "naskah:\n  tujuan:\n    - Baik\n    - Menuju XXX\n"), "TKS001")
    assert str(finding.span) == "rencana.yaml:4:14"


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Warga Kabupaten Badung terlayani", "Kabupaten Badung"),
        ("Masyarakat Kab. Badung terlayani", "Kabupaten Badung"),
        ("Pemkab Badung melayani warga", "Kabupaten Badung"),
        ("Bupati Badung menetapkan rencana ini", "Kabupaten Badung"),
        ("Wali Kota Denpasar menetapkan rencana ini", "Kota Denpasar"),
        ("RPJMD Kabupaten Badung menjadi acuan", "Kabupaten Badung"),
        ("Pemerintah Kota Tanjung Balai melayani", "Kota Tanjungbalai"),
        ("Warga Kabupaten Buleleng terlayani", None),
        ("Kabupaten Buleleng berbatasan dengan Kabupaten Badung", None),
        ("Belajar dari Kota Bandung tentang pusat kendali", None),
        ("Pemerintah Kota Bandung menghibahkan 300 aplikasi", None),
        ("Perwakilan Pemerintah Kabupaten Demak datang pada 25 Maret", None),
        ("Pemkab Gianyar berkunjung untuk melihat pusat kendali", None),
        ("Pemkab Gianyar mendatangkan pelatih", "Kabupaten Gianyar"),
        ("Pelatihan dilaksanakan di Kota Denpasar", None),
        ("Wisatawan yang tiba di Kabupaten Badung melanjutkan perjalanan ke utara", None),
        ("Masyarakat Kota Denpasar dan Kabupaten Badung berkunjung pada akhir pekan", None),
        ("Bupati Buleleng menetapkan rencana ini", None),
        ("Kota Cerdas untuk semua", None),
        ("Setiap Kabupaten dan Kota", None),
    ],
)
def test_another_region_is_found_unless_it_is_meant(sentence: str, wrong: str | None, tmp_path: Path) -> None:
    messages = [
        finding.message for finding in found(check(tmp_path, f"{REGION}naskah: {{maksud: {sentence}}}\n"), "TKS002")
    ]
    assert messages == ([f"nama daerah lain tertinggal: {wrong}"] if wrong else [])


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("judul: {buku: {buku-2: Rencana Induk Kota Denpasar}}", True),
        ("visi: {smart_city: Kota Denpasar yang cerdas}", True),
        ("dasar_hukum: [{jenis: UU, nomor: 1, tahun: 1992, tentang: Pembentukan Kota Denpasar}]", False),
    ],
)
def test_a_title_of_the_plan_names_no_other_region(entry: str, told: bool, tmp_path: Path) -> None:
    assert bool(found(check(tmp_path, REGION + entry + "\n"), "TKS002")) == told


def test_a_district_may_be_called_like_a_region(tmp_path: Path) -> None:
    text = f"{REGION}naskah: {{maksud: Warga Kota Banjar terlayani}}\n"
    assert found(check(tmp_path, text), "TKS002")
    assert not found(check(tmp_path, f"{text}profil: {{daftar_kecamatan: [Banjar, Sawan]}}\n"), "TKS002")


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Topografi wilayah Kota Jayapura bervariasi.", "Kota Jayapura"),
        ("Bergunung-gunung. Luas wilayah Kabupaten Keerom 9.000 km2.", "Kabupaten Keerom"),
        ("Secara geografis, luas Kabupaten Keerom besar.", "Kabupaten Keerom"),
        ("Luas wilayah Kabupaten Jayapura 14.081 km2.", None),
        ("Berbatasan dengan Kota Jayapura dan Kabupaten Keerom di timur.", None),
        ("Luas Kabupaten Keerom dan Kabupaten Sarmi lebih kecil.", None),
        ("Pelabuhan terdekat berada di Kota Jayapura.", None),
        ("Warga bekerja di Kabupaten Keerom.", None),
    ],
)
def test_a_profile_is_about_the_own_region(sentence: str, wrong: str | None, tmp_path: Path) -> None:
    text = f"wilayah: {{kode: 91.03, nama: Kabupaten Jayapura, jenis: kabupaten}}\nprofil: {{gambaran: '{sentence}'}}\n"
    messages = [finding.message for finding in found(check(tmp_path, text), "TKS002")]
    assert messages == ([f"nama daerah lain tertinggal: {wrong}"] if wrong else [])


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Pemerintah Kota Tegal menetapkan rencana ini.", "Kota Tegal"),
        ("RPJMD Kota Tegal memuat visi.", "Kota Tegal"),
        ("RPJMD Tegal memuat visi.", None),
        ("Pemerintah Kabupaten Tegal menetapkan rencana ini.", None),
        ("Bupati Tegal bertemu Wali Kota Tegal.", None),
        ("Layanan ini dipakai pula oleh warga Kota Tegal.", None),
        ("Angkutan menuju Kota Tegal bertambah.", None),
    ],
)
def test_a_city_may_share_its_name_with_the_regency(sentence: str, wrong: str | None, tmp_path: Path) -> None:
    text = f"wilayah: {{kode: 33.28, nama: Kabupaten Tegal, jenis: kabupaten}}\nnaskah: {{maksud: {sentence}}}\n"
    messages = [finding.message for finding in found(check(tmp_path, text), "TKS002")]
    assert messages == ([f"nama daerah lain tertinggal: {wrong}"] if wrong else [])


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        ("[Kota Denpasar]", False),
        ("[denpasar]", False),
        ("[Kota  DENPASAR, Kabupaten Badung]", False),
        ("[Kabupaten Denpasar]", True),
        ("[Kabupaten Badung]", True),
        ("[Kota]", True),
        ("[]", True),
        ("", True),
    ],
)
def test_a_region_that_the_plan_lists_may_be_named(listed: str, told: bool, tmp_path: Path) -> None:
    wilayah = f"{{kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten, daerah_lain: {listed}}}"
    text = f"wilayah: {wilayah}\nnaskah: {{maksud: Pemerintah Kota Denpasar melayani.}}\n"
    assert bool(found(check(tmp_path, text), "TKS002")) == told


def test_a_listed_region_hides_no_other_one_behind_it(tmp_path: Path) -> None:
    wilayah = "{kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten, daerah_lain: [Kota Denpasar]}"
    text = f"wilayah: {wilayah}\nnaskah: {{maksud: Warga Kota Denpasar terlayani. Pemkab Gianyar bangga.}}\n"
    (finding,) = found(check(tmp_path, text), "TKS002")
    assert finding.message == "nama daerah lain tertinggal: Kabupaten Gianyar"


def test_sources_and_partners_may_name_other_regions(tmp_path: Path) -> None:
    text = REGION + "profil: {luas: [{nilai: 1, tahun: 2024, sumber: Situs Kabupaten Badung}]}\n"
    assert not found(check(tmp_path, text), "TKS002")


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (
            "rpjmd: {program: [{kode: 1.01.01, nama: Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota}]}",
            False,
        ),
        ("naskah: {maksud: Urusan ini menjadi kewenangan kabupaten/kota.}", False),
        ("naskah: {maksud: Predikat Kabupaten/Kota Layak Anak diraih.}", False),
        ("naskah: {maksud: Para Bupati/Wali Kota hadir.}", False),
        ("naskah: {maksud: Pembagian urusan antara Pemerintah Provinsi dan Pemerintah Kabupaten/Kota.}", False),
        ("naskah: {maksud: Pemerintah Kabupaten/Kota berkomitmen.}", True),
        ("naskah: {maksud: Rencana ini ditetapkan Bupati/Wali Kota.}", True),
        ("wilayah: {jenis: provinsi}\nnaskah: {maksud: Gubernur mengundang Bupati/Wali Kota.}", False),
    ],
)
def test_a_slash_is_left_only_where_the_plan_names_its_own_government(entry: str, told: bool, tmp_path: Path) -> None:
    assert bool(found(check(tmp_path, entry + "\n"), "TKS003")) == told


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("dasar_hukum: [{jenis: Perda, nomor: 1, tahun: 2020, tentang: Pelaksanaan APBD bagi SKPD}]", False),
        ("rpjmd: {peraturan: {jenis: Perda, nomor: 1, tahun: 2020, tentang: Pelaksanaan APBD bagi SKPD}}", False),
        ("naskah: {maksud: Anggaran ditulis dalam DPA-SKPD dan RKA SKPD.}", False),
        ("naskah: {maksud: Anggaran dibagi kepada SKPD.}", True),
        ("naskah: {maksud: DPA-SKPD disusun oleh SKPD.}", True),
    ],
)
def test_the_old_term_may_stand_in_titles_of_acts_and_names_of_forms(entry: str, told: bool, tmp_path: Path) -> None:
    assert bool(found(check(tmp_path, entry + "\n"), "TKS004")) == told


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("daftar_pustaka: [{penulis: Rekaan, judul: 'Smart People, Smart Cities', tahun: 2019}]", False),
        ("dasar_hukum: [{jenis: Perda, nomor: 1, tahun: 2020, tentang: Smart Government Daerah}]", False),
        ("profil: {ipm: [{nilai: 70, tahun: 2024, sumber: Indeks Smart People}]}", False),
        ("naskah: {maksud: Mulai dari Smart People.}", True),
    ],
)
def test_titles_of_others_may_hold_other_names_of_dimensions(entry: str, told: bool, tmp_path: Path) -> None:
    assert bool(found(check(tmp_path, entry + "\n"), "DIM002")) == told


def test_a_wrong_dimension_name_is_corrected_in_texts_and_keys(tmp_path: Path) -> None:
    text = "naskah: {maksud: Mulai dari Smart Goverment.}\ndimensi: {smart_people: {tren: x}}\n"
    hints = [(str(finding.span), finding.hint) for finding in found(check(tmp_path, text), "DIM002")]
    assert hints == [
        ("rencana.yaml:1:29", "nama resminya Smart Governance"),
        ("rencana.yaml:2:11", 'maksud Anda "smart_society"?'),
    ]


def test_a_wrong_name_of_a_dimension_file_is_told_at_the_file(tmp_path: Path) -> None:
    (finding,) = found(check(tmp_path, "skema: 1\n", smart_enviroment="tren: x\n"), "DIM002")
    assert str(finding.span) == "dimensi/smart_enviroment.yaml:1:1"
    assert finding.hint == 'maksud Anda "smart_environment"?'


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
  - {id: distan, nama: Dinas Pertanian}
  - {id: disbud, nama: Dinas Kebudayaan}
"""


@pytest.mark.parametrize(
    ("supporter", "hint"),
    [
        ("Dinas Kesehtan", 'maksud Anda "dinkes"?'),
        ("dishb", 'maksud Anda "dishub"?'),
        ("Dinas Kesehatan", None),
        ("Badan Kesehatan", None),
        ("Dinas Perhubungan Provinsi", None),
        ("Dinas Kesehatan Kota", None),
        ("Dinas Pertanahan", None),
        ("Dinas Kehutanan", None),
        ("diskop", None),
        ("Universitas Rekaan", None),
        ("dinkes", None),
    ],
)
def test_supporting_offices_are_compared_with_the_list(supporter: str, hint: str | None, tmp_path: Path) -> None:
    living = f"program: [{{id: a, nama: A, pendukung: [{supporter}]}}]\n"
    findings = found(check(tmp_path, OFFICES, smart_living=living), "KAI002")
    assert [finding.hint for finding in findings] == ([hint] if hint else [])


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Warga dilayani Pemerintah\nKota Bandung setiap hari.", {"TKS002"}),
        ("Warga dilayani Pemerintah Kota\n  Bandung setiap hari.", {"TKS002"}),
        ("Belajar dari layanan\nPemerintah Kota Bandung.", set()),
        ("Belajar dari sana.\n\nPemerintah Kota Bandung melayani.", {"TKS002"}),
        ("Sekretaris Daerah Kota\nBuleleng hadir.", {"TKS012"}),
        ("Pemerintah Kota\n\nBandung Raya", set()),
        ("- Pemerintah Kota\n- Bandung", set()),
    ],
)
def test_a_line_that_ends_inside_a_paragraph_parts_no_words(sentence: str, codes: set[str], tmp_path: Path) -> None:
    prose = "".join(f"    {line}\n" if line else "\n" for line in sentence.split("\n"))
    wilayah = "wilayah: {kode: 51.08, nama: Kabupaten Buleleng, jenis: kabupaten, ibu_kota: Singaraja}\n"
    checked = check(tmp_path, f"{wilayah}naskah:\n  maksud: |\n{prose}")
    assert {finding.code for finding in checked.findings if finding.code in ("TKS002", "TKS012")} == codes
