"""Family PRF: what is said of the profile's figures, and of what it keeps quiet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.plans import check, found

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 3, 1)


def told(folder: Path, code: str, profil: str, more: str = "") -> list[str]:
    """The messages of ``code`` about a profile; each figure gets a year and a source."""
    text = f"{more}profil: {{{profil}}}\n"
    return [finding.message for finding in found(check(folder, text, today=TODAY), code)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # A series without marks: the newest is used.
        ("ipm: [{nilai: 70, tahun: 2022}, {nilai: 71, tahun: 2023}, {nilai: 72, tahun: 2024}]", []),
        ("ipm: [{nilai: 70, tahun: 2022}, {nilai: 72, tahun: 2024, dipakai: ya}]", []),
        ("ipm: [{nilai: 70, tahun: 2022, dipakai: ya, alasan: Dasar RPJMD}, {nilai: 72, tahun: 2024}]", []),
        # The reason may stand at the figure that was refused.
        ("luas: [{nilai: 9, dipakai: ya}, {nilai: 8, dipakai: tidak, alasan: Sebelum pemekaran}]", []),
        # The same figure, once rounded.
        ("luas: [{nilai: 1365.88, dipakai: ya}, {nilai: 1366}]", []),
        ("luas: [{nilai: 1365.88, dipakai: ya}, {nilai: 136588, satuan: ha}]", []),
        # Two ways to tell of poverty are two facts.
        ("kemiskinan: [{nilai: 5.8, satuan: persen, dipakai: ya}, {nilai: 39, satuan: ribu jiwa, dipakai: ya}]", []),
        ("lainnya: [{nama: Jumlah pasar, nilai: 4, dipakai: ya}, {nama: Jumlah bank, nilai: 5, dipakai: ya}]", []),
        ("ipm: [{nilai: 72, tahun: 2024, dipakai: tidak}, {nilai: 71, tahun: 2023, dipakai: ya, alasan: Resmi}]", []),
        ("penduduk: [{nilai: 9, tahun: 2024, dipakai: ya}, {nilai: 10, tahun: 2035, catatan: Proyeksi}]", []),
        (
            "luas: [{nilai: 9, dipakai: ya}, {nilai: 8}]",
            ["luas 9 ditandai dipakai tanpa alasan, padahal ada 8"],
        ),
        (
            "ipm: [{nilai: 70, tahun: 2022, dipakai: ya}, {nilai: 72, tahun: 2024}]",
            ["IPM 70 (2022) ditandai dipakai tanpa alasan, padahal ada 72 (2024)"],
        ),
        (
            "ipm: [{nilai: 70, tahun: 2022, dipakai: ya, alasan: a}, {nilai: 72, tahun: 2024, dipakai: ya, alasan: b}]",
            ["IPM punya 2 angka yang ditandai dipakai: 70 (2022) dan 72 (2024)"],
        ),
        (
            "ipm: [{nilai: 72, tahun: 2024, dipakai: tidak}]",
            ["IPM 72 (2024) ditandai tidak dipakai, tetapi tidak ada angka lain yang dipakai"],
        ),
        (
            "lainnya: [{nama: Pasar, nilai: 4, dipakai: ya, tahun: 2024}, {nama: pasar, nilai: 5, tahun: 2024}]",
            ["Pasar 4 (2024) ditandai dipakai tanpa alasan, padahal ada 5 (2024)"],
        ),
    ],
)
def test_of_several_figures_exactly_one_is_marked_with_a_reason(rows: str, expected: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, "PRF006", rows) == expected


def test_a_contradiction_without_a_mark_is_told_once(tmp_path: Path) -> None:
    rows = "luas: [{nilai: 9, dipakai: tidak}, {nilai: 8, dipakai: tidak}]"
    assert told(tmp_path, "PRF006", rows) == []
    assert told(tmp_path, "PRF002", rows) == ["luas punya dua angka: 9 dan 8"]


def test_further_figures_of_one_name_and_year_contradict_each_other(tmp_path: Path) -> None:
    rows = (
        "{nama: Wisatawan, nilai: 4, satuan: orang, tahun: 2024}, {nama: wisatawan, nilai: 5, satuan: orang, tahun: %s}"
    )
    assert told(tmp_path, "PRF002", f"lainnya: [{rows % 2024}]") == ["Wisatawan punya dua angka: 4 orang dan 5 orang"]
    assert told(tmp_path, "PRF002", f"lainnya: [{rows % 2023}]") == []
    noted = (rows % 2024).replace("orang, tahun", "orang, catatan: Mancanegara, tahun", 1)
    assert told(tmp_path, "PRF002", f"lainnya: [{noted}]") == []


@pytest.mark.parametrize(
    "rows",
    [
        "ipm: [{nilai: 74.87, satuan: poin}]",
        "kemiskinan: [{nilai: 0}, {nilai: 100, satuan: persen}]",
        "kemiskinan: [{nilai: 39250, satuan: jiwa}]",
        "pertumbuhan_ekonomi: [{nilai: -2.47, satuan: persen}]",
        "tutupan_hutan: [{nilai: 51200, satuan: ha}]",
        "penduduk: [{nilai: 826.1, satuan: ribu jiwa}]",
        "desa: [{nilai: 0, satuan: desa}]",
        "desa_adat: [{nilai: 0}]",
        "panjang_pantai: [{nilai: 0, satuan: km}]",
        "apbd: [{nilai: 1684.35, satuan: miliar rupiah}]",
        "apbd: [{nilai: 1.6, satuan: triliun}]",
        "lainnya: [{nama: Rasio Gini, nilai: 0.338}, {nama: Gini, nilai: 33.8, satuan: persen}]",
        "lainnya: [{nama: Penurunan rasio gini, nilai: -0.004}, {nama: Peringkat IPM nasional, nilai: 211}]",
        "lainnya: [{nama: Angka partisipasi kasar SD, nilai: 104.2, satuan: persen}]",
        "lainnya: [{nama: Garis kemiskinan, nilai: 512000, satuan: rupiah}]",
        "lainnya: [{nama: Kenaikan PAD, nilai: 150, satuan: persen}, {nama: Inflasi, nilai: -0.3, satuan: persen}]",
        "lainnya: [{nilai: 7}, {nama: Gini}]",
    ],
)
def test_figures_that_can_be_are_not_out_of_range(rows: str, tmp_path: Path) -> None:
    assert told(tmp_path, "PRF007", rows) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "kemiskinan: [{nilai: 937, satuan: persen}]",
            "kemiskinan 937 persen di luar batas yang mungkin: 0 sampai 100",
        ),
        ("stunting: [{nilai: 186}]", "stunting 186 di luar batas yang mungkin: 0 sampai 100"),
        ("pengangguran: [{nilai: -4.6, satuan: '%'}]", "pengangguran -4,6 % tidak mungkin: angkanya di bawah nol"),
        ("kemiskinan: [{nilai: -3, satuan: keluarga}]", "kemiskinan -3 keluarga tidak mungkin: angkanya di bawah nol"),
        ("ipm: [{nilai: 0.7487, satuan: poin}]", "IPM 0,7487 poin di luar batas yang mungkin: 1 sampai 100"),
        ("luas: [{nilai: -100, satuan: km2}]", "luas -100 km2 tidak mungkin: angkanya di bawah nol"),
        ("luas: [{nilai: 0, satuan: km2}]", "luas 0 km2 di luar batas yang mungkin: di atas 0"),
        ("penduduk: [{nilai: 0}]", "penduduk 0 di luar batas yang mungkin: di atas 0"),
        ("penduduk: [{nilai: 826.1, satuan: jiwa}]", "penduduk 826,1 jiwa tidak mungkin: harus bilangan bulat"),
        ("kecamatan: [{nilai: 9.5}]", "kecamatan 9,5 tidak mungkin: harus bilangan bulat"),
        (
            "apbd: [{nilai: 1684.35, satuan: rupiah}]",
            "APBD 1.684,35 rupiah di luar batas yang mungkin: paling sedikit 1.000.000.000",
        ),
        ("lainnya: [{nama: Rasio Gini, nilai: 33.8}]", "Rasio Gini 33,8 di luar batas yang mungkin: 0 sampai 1"),
        (
            "lainnya: [{nama: Tingkat kemiskinan ekstrem, nilai: 120, satuan: persen}]",
            "Tingkat kemiskinan ekstrem 120 persen di luar batas yang mungkin: 0 sampai 100",
        ),
    ],
)
def test_figures_that_cannot_be_are_out_of_range(rows: str, expected: str, tmp_path: Path) -> None:
    assert told(tmp_path, "PRF007", rows) == [expected]


@pytest.mark.parametrize(
    "rows",
    [
        "luas: [{nilai: 1, satuan: Hektare}, {nilai: 1, satuan: km²}, {nilai: 1, satuan: petak}]",
        "penduduk: [{nilai: 1, satuan: Jiwa}, {nilai: 1, satuan: orang}, {nilai: 1, satuan: ribu jiwa}, {nilai: 1}]",
        "kepadatan: [{nilai: 1, satuan: jiwa / km2}, {nilai: 1, satuan: orang per ha}, {nilai: 1, satuan: KK/km2}]",
        "kecamatan: [{nilai: 1, satuan: distrik}], desa: [{nilai: 1, satuan: gampong}], kelurahan: [{nilai: 1}]",
        "desa_adat: [{nilai: 1, satuan: desa pakraman}, {nilai: 1, satuan: desa}]",
        "ipm: [{nilai: 70, satuan: poin}, {nilai: 70, satuan: skor}, {nilai: 70, satuan: angka}]",
        "kemiskinan: [{nilai: 1, satuan: '%'}, {nilai: 1, satuan: ribu jiwa}, {nilai: 1, satuan: KK}]",
        "apbd: [{nilai: 1, satuan: Rp. Miliar}, {nilai: 1, satuan: milyar rupiah}], pad: [{nilai: 1, satuan: M}]",
        "lainnya: [{nama: Luas panen, nilai: 1, satuan: ton}]",
    ],
)
def test_units_of_the_fact_and_unknown_ones_fit(rows: str, tmp_path: Path) -> None:
    assert told(tmp_path, "PRF008", rows) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("luas: [{nilai: 5000, satuan: orang}]", 'luas 5.000 bersatuan "orang"'),
        ("penduduk: [{nilai: 1365.88, satuan: km2}]", 'penduduk 1.365,88 bersatuan "km2"'),
        ("penduduk: [{nilai: 9000, satuan: KK}]", 'penduduk 9.000 bersatuan "KK"'),
        ("kepadatan: [{nilai: 580, satuan: jiwa}]", 'kepadatan 580 bersatuan "jiwa"'),
        ("ipm: [{nilai: 70, satuan: persen}]", 'IPM 70 bersatuan "persen"'),
        ("panjang_pantai: [{nilai: 144, satuan: km2}]", 'panjang pantai 144 bersatuan "km2"'),
        ("desa: [{nilai: 19, satuan: kelurahan}]", 'desa 19 bersatuan "kelurahan"'),
        ("luas: [{nilai: 5000, satuan: M}]", 'luas 5.000 bersatuan "M"'),
        ("pad: [{nilai: 11.7, satuan: persen}]", 'PAD 11,7 bersatuan "persen"'),
        ("luas: [{satuan: jiwa}]", 'luas bersatuan "jiwa"'),
    ],
)
def test_units_of_something_else_do_not_fit(rows: str, expected: str, tmp_path: Path) -> None:
    assert told(tmp_path, "PRF008", rows) == [expected]


@pytest.mark.parametrize(
    ("rows", "more", "expected"),
    [
        ("ipm: [{nilai: 70, tahun: 2026}]", "", []),
        ("ipm: [{nilai: 70, tahun: 2025}]", "tahun_dokumen: 2025\n", []),
        ("ipm: [{nilai: 70}]", "tahun_dokumen: 2025\n", []),
        ("apbd: [{nilai: 2000000000000, tahun: 2026}]", "tahun_dokumen: 2025\n", []),
        ("lainnya: [{nama: Proyeksi penduduk, nilai: 9, tahun: 2035}]", "", []),
        ("penduduk: [{nilai: 9, tahun: 2030, catatan: Angka proyeksi}]", "", []),
        ("penduduk: [{nilai: 9, tahun: 2030, sumber: Proyeksi Penduduk 2020-2035}]", "", []),
        ("ipm: [{nilai: 70, tahun: 2042}]", "", ["data IPM bertahun 2042, padahal sekarang 2026"]),
        (
            "ipm: [{nilai: 70, tahun: 2025}]",
            "tahun_dokumen: 2024\n",
            ["data IPM bertahun 2025, sesudah tahun dokumen 2024"],
        ),
        (
            "ipm: [{nilai: 70, tahun: 2025}]",
            "tanggal_dokumen: 2024-11-01\n",
            ["data IPM bertahun 2025, sesudah tahun dokumen 2024"],
        ),
        (
            "apbd: [{nilai: 2000000000000, tahun: 2026}]",
            "tahun_dokumen: 2024\n",
            ["data APBD bertahun 2026, sesudah tahun dokumen 2024"],
        ),
        (
            "gambaran: Ada",
            "asesmen: {indeks_spbe: [{nilai: 3, tahun: 2027}], kapasitas_fiskal: {kategori: rendah, tahun: 2028}}\n",
            [
                "data indeks SPBE bertahun 2027, padahal sekarang 2026",
                "data kapasitas fiskal bertahun 2028, padahal sekarang 2026",
            ],
        ),
    ],
)
def test_a_figure_is_not_newer_than_the_document(rows: str, more: str, expected: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, "PRF009", rows, more) == expected


def test_without_a_clock_only_the_document_dates_a_figure(tmp_path: Path) -> None:
    assert found(check(tmp_path, "profil: {ipm: [{nilai: 70, tahun: 2042}]}\n"), "PRF009") == []


REGION = "wilayah: {nama: Kabupaten Tirta, fiktif: ya}\n"
COUNTS = "kecamatan: [{nilai: 12}], kelurahan: [{nilai: 19}], desa: [{nilai: 129}]"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("daftar_kecamatan: [A, B], kecamatan: [{nilai: 2}]", []),
        ("daftar_kecamatan: [A, B], kecamatan: []", []),
        ("kecamatan: [{nilai: 2}]", []),
        ("daftar_kecamatan: [], kecamatan: [{nilai: 2}]", []),
        ("daftar_kecamatan: [A, B], kecamatan: [{nilai: 3, tahun: 2010}, {nilai: 2, tahun: 2024}]", []),
        ("lainnya: [{nama: Jumlah desa, nilai: 130, tahun: 2010}], desa: [{nilai: 129, tahun: 2024}]", []),
        (
            "lainnya: [{nama: Jumlah desa dan kelurahan, nilai: 148}], desa: [{nilai: 129}], kelurahan: [{nilai: 19}]",
            [],
        ),
        ("lainnya: [{nama: Jumlah desa dan kelurahan, nilai: 148}], desa: [{nilai: 129}]", []),
        ("lainnya: [{nama: Jumlah desa wisata, nilai: 4}], desa: [{nilai: 129}]", []),
        ("daftar_kecamatan: [A, B], kecamatan: [{nilai: 3}]", ["jumlah kecamatan 3, tetapi daftarnya memuat 2"]),
        (
            "daftar_kecamatan: [Banjar, Sawan, Kecamatan Banjar], kecamatan: [{nilai: 3}]",
            ['kecamatan "Kecamatan Banjar" disebut dua kali dalam daftar'],
        ),
        (
            "lainnya: [{nama: Jumlah desa, nilai: 130}], desa: [{nilai: 129}]",
            ["Jumlah desa 130 tidak sama dengan desa 129"],
        ),
        (
            "lainnya: [{nama: Jumlah Desa/Kelurahan, nilai: 150}], desa: [{nilai: 129}], kelurahan: [{nilai: 19}]",
            ["Jumlah Desa/Kelurahan 150 tidak sama dengan desa 129 + kelurahan 19"],
        ),
    ],
)
def test_counts_agree_with_lists_and_other_figures(rows: str, expected: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, "PRF010", rows) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kabupaten Tirta terdiri atas 12 kecamatan, 19 kelurahan, dan 129 desa.", []),
        ("Secara administratif, Kabupaten Tirta terbagi menjadi dua belas kecamatan serta 148 desa dan kelurahan.", []),
        ("Kabupaten Tirta terdiri atas 12 (dua belas) kecamatan dan 148 desa/kelurahan.", []),
        ("Kabupaten Tirta bagian utara terdiri atas 3 kecamatan.", []),
        ("Kecamatan Sawan terdiri atas 14 desa.", []),
        ("Kabupaten Tirta memiliki 4 kecamatan pesisir, 20 desa wisata.", []),
        ("Kabupaten Tirta memiliki 4 kecamatan yang berpantai.", []),
        ("Survei dilakukan di 3 kecamatan, 6 desa.", []),
        ("Kabupaten Tirta terdiri atas 12 kecamatan, 4 kecamatan di antaranya pesisir.", []),
        ("Wilayah pesisir Kabupaten Tirta terdiri atas 7 kecamatan.", []),
        ("Semula Kabupaten Tirta terdiri atas 4 kecamatan.", []),
        ("Pada tahun 1950, Kabupaten Tirta terdiri atas 4 kecamatan.", []),
        ("Kabupaten Tirta terbagi menjadi 129 desa dinas.", []),
        (
            "Daerah ini indah. Kabupaten Tirta terdiri dari 10 kecamatan.",
            ['teks menyebut "10 kecamatan", tetapi jumlah kecamatan 12'],
        ),
        (
            "Kabupaten Tirta terdiri atas 11 kecamatan, 19 kelurahan, dan 129 desa.",
            ['teks menyebut "11 kecamatan", tetapi jumlah kecamatan 12'],
        ),
        (
            "Secara administratif Kabupaten Tirta terbagi menjadi sebelas kecamatan.",
            ['teks menyebut "sebelas kecamatan", tetapi jumlah kecamatan 12'],
        ),
        ("Kabupaten Tirta memiliki 12 kecamatan, 19 kelurahan, dan 129 desa.", []),
        ("Kabupaten Tirta memiliki 4 kecamatan di pesisir.", []),
        ("Kabupaten Tirta mempunyai 4 desa adat.", []),
        (
            "Kabupaten Tirta memiliki 12 kecamatan, 19 kelurahan, dan 128 desa.",
            ['teks menyebut "128 desa", tetapi jumlah desa 129'],
        ),
        (
            "Wilayah Kabupaten Tirta meliputi 13 kecamatan.",
            ['teks menyebut "13 kecamatan", tetapi jumlah kecamatan 12'],
        ),
        (
            "Kabupaten ini terdiri dari 12 kecamatan dengan 130 desa.",
            ['teks menyebut "130 desa", tetapi jumlah desa 129'],
        ),
    ],
)
def test_the_text_counts_as_the_figures_do(sentence: str, expected: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, "PRF010", f'{COUNTS}, gambaran: "{sentence}"', REGION) == expected


def money(apbd: str, pad: str, dau: str) -> str:
    return f"apbd: [{{{apbd}}}], pad: [{{{pad}}}], dau: [{{{dau}}}]"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (money("nilai: 2.1, satuan: triliun", "nilai: 371, satuan: miliar", "nilai: 965, satuan: miliar"), []),
        (money("nilai: 900, satuan: miliar, tahun: 2018", "nilai: 2, satuan: triliun, tahun: 2024", "tahun: 2018"), []),
        (money("tahun: 2024", "nilai: 2, satuan: triliun", ""), []),
        (money("nilai: 2, satuan: lembar", "nilai: 2, satuan: triliun", ""), []),
        (
            money(
                "nilai: 1000, satuan: miliar, tahun: 2024",
                "nilai: 400, satuan: miliar, tahun: 2024",
                "nilai: 965435235000, tahun: 2024",
            ),
            ["PAD 400 miliar + DAU 965.435.235.000 melebihi APBD 1.000 miliar tahun 2024"],
        ),
        (
            money("nilai: 1000, satuan: miliar", "nilai: 400000, satuan: miliar", "tahun: 2020"),
            ["PAD 400.000 miliar melebihi APBD 1.000 miliar"],
        ),
    ],
)
def test_the_parts_are_not_more_than_the_budget(rows: str, expected: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, "PRF011", rows) == expected


@pytest.mark.parametrize(
    ("people", "area", "density", "fits"),
    [
        # 51,200 / 100 = 512, told as 512 for all that rounds to it.
        ("nilai: 51249, tahun: 2024", "nilai: 100.0", "nilai: 512, tahun: 2024", True),
        ("nilai: 51290, tahun: 2024", "nilai: 100.0", "nilai: 512, tahun: 2024", True),  # cut off
        ("nilai: 51400, tahun: 2024", "nilai: 100.0", "nilai: 512, tahun: 2024", False),
        ("nilai: 51090, tahun: 2024", "nilai: 100.0", "nilai: 512, tahun: 2024", False),
        ("nilai: 51400, tahun: 2024", "nilai: 100", "nilai: 512, tahun: 2024", True),  # the area is rounded
        ("nilai: 51.2, satuan: ribu jiwa, tahun: 2024", "nilai: 100.00", "nilai: 512.4, tahun: 2024", True),
        # People of two years before have grown.
        ("nilai: 50000, tahun: 2022", "nilai: 100.0", "nilai: 512, tahun: 2024", True),
        ("nilai: 40000, tahun: 2022", "nilai: 100.0", "nilai: 512, tahun: 2024", False),
    ],
)
def test_the_density_is_as_exact_as_it_is_written(
    people: str, area: str, density: str, fits: bool, tmp_path: Path
) -> None:
    rows = f"penduduk: [{{{people}}}], luas: [{{{area}}}], kepadatan: [{{{density}}}]"
    assert (told(tmp_path, "PRF001", rows) == []) is fits


def test_the_density_is_compared_with_people_of_its_year_or_the_nearest(tmp_path: Path) -> None:
    people = "penduduk: [{nilai: 60000, tahun: 2024}, {nilai: 40000, tahun: 2010}]"
    rows = f"{people}, luas: [{{nilai: 100.0}}], kepadatan: [{{nilai: 480.5, tahun: %s}}]"
    assert told(tmp_path, "PRF001", rows % 2023) == [
        "kepadatan 480,5 tidak sama dengan 60.000 jiwa tahun 2024 dibagi 100 km2, yaitu 600,0"
    ]
    assert told(tmp_path, "PRF001", rows.replace(", tahun: %s", "")) == [
        "kepadatan 480,5 tidak sama dengan 60.000 jiwa dibagi 100 km2, yaitu 600,0"
    ]


def test_a_density_of_before_fits_the_area_of_its_time(tmp_path: Path) -> None:
    rows = (
        "luas: [{nilai: 5130.7, tahun: 2024, dipakai: ya, alasan: BIG}, {nilai: 5525.8, tahun: 2020, dipakai: tidak}], "
        "penduduk: [{nilai: 391539, tahun: 2024}, {nilai: 366383, tahun: 2020}], "
        "kepadatan: [{nilai: %s, tahun: 2024}, {nilai: %s, tahun: 2020}]"
    )
    assert told(tmp_path, "PRF001", rows % ("76.3", "66.3")) == []
    assert len(told(tmp_path, "PRF001", rows % ("70.9", "66.3"))) == 1  # what is printed is of the area in use
    assert len(told(tmp_path, "PRF001", rows % ("76.3", "60.3"))) == 1


@pytest.mark.parametrize(
    ("rows", "told_two"),
    [
        ("stunting: [{nilai: 13.5, tahun: 2023}, {nilai: 2.4, tahun: 2023, dipakai: tidak, alasan: Hasil timbang}]", 0),
        (
            "stunting: [{nilai: 13.5, tahun: 2023}, {nilai: 2.4, tahun: 2023, dipakai: tidak, catatan: Hasil timbang}]",
            0,
        ),
        ("stunting: [{nilai: 13.5, tahun: 2023}, {nilai: 2.4, tahun: 2023, dipakai: tidak}]", 1),
        ("ipm: [{nilai: 74.5, tahun: 2024}, {nilai: 75, tahun: 2025, dipakai: tidak, alasan: Sementara}]", 0),
    ],
)
def test_a_figure_refused_with_a_reason_leaves_the_other_in_use(rows: str, told_two: int, tmp_path: Path) -> None:
    assert len(told(tmp_path, "PRF002", rows)) == told_two
    assert told(tmp_path, "PRF006", rows) == []


def test_a_count_of_none_is_added_up(tmp_path: Path) -> None:
    rows = (
        "desa: [{nilai: 0, tahun: 2024}], kelurahan: [{nilai: 9, tahun: 2024}], "
        "lainnya: [{nama: Jumlah desa/kelurahan, nilai: %s, tahun: 2024}]"
    )
    assert told(tmp_path, "PRF010", rows % 9) == []
    assert told(tmp_path, "PRF010", rows % 8) == ["Jumlah desa/kelurahan 8 tidak sama dengan desa 0 + kelurahan 9"]


def test_a_count_that_cannot_be_is_told_once(tmp_path: Path) -> None:
    rows = "daftar_kecamatan: [Satu, Dua], kecamatan: [{nilai: 2.5, tahun: 2024}]"
    assert told(tmp_path, "PRF007", rows) and not told(tmp_path, "PRF010", rows)


def test_a_budget_in_the_wrong_unit_is_told_once(tmp_path: Path) -> None:
    rows = money(
        "nilai: 1684, satuan: rupiah, tahun: 2024", "nilai: 2, satuan: miliar rupiah, tahun: 2024", "tahun: 2024"
    )
    assert told(tmp_path, "PRF007", rows) and not told(tmp_path, "PRF011", rows)


def test_the_part_that_is_larger_than_the_budget_is_told_itself(tmp_path: Path) -> None:
    rows = money(
        "nilai: 2, satuan: triliun, tahun: 2024",
        "nilai: 5, satuan: triliun, tahun: 2024",
        "nilai: 1, satuan: triliun, tahun: 2024",
    )
    (finding,) = found(check(tmp_path, f"profil: {{{rows}}}\n"), "PRF011")
    assert finding.path == "profil.pad[#1].nilai"
    assert finding.message == "PAD 5 triliun melebihi APBD 2 triliun tahun 2024"
