"""Family ANL: gaps of indicators, SWOT and TOWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan.source import apply_edits, load_bytes
from smartplan.wording import join_words
from tests.plans import check, found

if TYPE_CHECKING:
    from pathlib import Path

PERIODS = "periode: {awal: 2026, akhir: 2035}\nrpjmd: {periode: {awal: 2025, akhir: 2029}}\n"


def told(folder: Path, code: str, living: str, root: str = "skema: 1\n") -> list[str]:
    return [finding.message for finding in found(check(folder, root, smart_living=living), code)]


def gap(row: str) -> str:
    return f"gap_indikator:\n  - {{indikator: Imunisasi, {row}}}\n"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("eksisting: 80, target: 95, gap: 15", []),
        ("eksisting: 87.43, target: 96, gap: 8.6", []),  # 8.57, rounded
        ("eksisting: 87.43, target: 96, gap: 9", []),
        ("eksisting: 18.6, target: 14, gap: -4.6", []),  # lower is better
        ("eksisting: 18.6, target: 14, gap: 4.6", []),
        ("eksisting: 0.1, target: 0.3, gap: 0.2", []),
        ("eksisting: 80, gap: 15", []),
        ("eksisting: 80, target: 80, gap: 0", []),
        ("eksisting: 80, target: 95, gap: 20", ['gap "Imunisasi" ditulis 20, seharusnya 15']),
        ("eksisting: 87.43, target: 96, gap: 8.5", ['gap "Imunisasi" ditulis 8,5, seharusnya 8,57']),
        ("eksisting: 2.87, target: 3.2, gap: 0", ['gap "Imunisasi" ditulis 0, seharusnya 0,33']),
        ("eksisting: 80, target: 95, gap: -15", ['gap "Imunisasi" ditulis -15, seharusnya 15']),
        ("eksisting: 18.6, target: 14, gap: 5", []),  # 4.6, rounded
        ("eksisting: 18.6, target: 14, gap: 32.6", ['gap "Imunisasi" ditulis 32,6, seharusnya -4,6']),
    ],
)
def test_a_gap_is_the_difference_as_it_is_rounded(row: str, expected: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, "ANL001", gap(row)) == expected


def test_a_wrong_gap_can_be_mended(tmp_path: Path) -> None:
    text = gap("eksisting: 18.6, target: 14, gap: 32.6")
    (finding,) = found(check(tmp_path, "skema: 1\n", smart_living=text), "ANL001")
    loaded = load_bytes(text.encode(), "dimensi/smart_living.yaml")
    assert finding.unsafe
    assert apply_edits(loaded.source, finding.edits) == gap("eksisting: 18.6, target: 14, gap: -4.6")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("eksisting: 80, target: 95", []),
        ("eksisting: 80", []),
        ("satuan: persen, eksisting: 100, target: 100", []),
        ("eksisting: 100 %, target: 100 %", []),
        ("satuan: kasus, eksisting: 0, target: 0, gap: 0", []),
        ("eksisting: 80, target: 80, gap: 15", []),  # ANL001
        ("eksisting: 80, target: 80, gap: 0", ['target "Imunisasi" sama dengan nilai eksisting: 80']),
        ("satuan: buah, eksisting: 100, target: 100", ['target "Imunisasi" sama dengan nilai eksisting: 100']),
    ],
)
def test_a_target_moves(row: str, expected: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, "ANL006", gap(row)) == expected


def test_an_opinion_is_kept(tmp_path: Path) -> None:
    assert told(tmp_path, "ANL006", gap("eksisting: 5, target: 5").replace("Imunisasi", "Opini BPK (skor)")) == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("tahun: 2024, tahun_target: 2029", []),
        ("tahun: 2025, tahun_target: 2025", []),  # target and result of one year
        ("tahun: 2025, tahun_target: 2035", []),
        ("tahun: 2025", []),
        ("tahun_target: 2026", []),
        ("tahun: 2025, tahun_target: 2036", []),  # the year after the last one
        (
            "tahun: 2025, tahun_target: 2020",
            ['tahun target "Imunisasi" (2020) mendahului tahun nilai eksisting (2025)'],
        ),
        (
            "tahun: 2024, tahun_target: 2045",
            ['tahun target "Imunisasi" (2045) di luar periode rencana 2026-2035 dan RPJMD 2025-2029'],
        ),
        (
            "tahun_target: 2019",
            ['tahun target "Imunisasi" (2019) di luar periode rencana 2026-2035 dan RPJMD 2025-2029'],
        ),
    ],
)
def test_a_target_year_lies_ahead_and_in_a_period(row: str, expected: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, "ANL007", gap(row), PERIODS) == expected


def test_without_a_period_no_year_is_outside(tmp_path: Path) -> None:
    assert told(tmp_path, "ANL007", gap("tahun: 2024, tahun_target: 2045")) == []


@pytest.mark.parametrize(
    ("name", "row", "expected"),
    [
        ("Cakupan imunisasi", "satuan: persen, eksisting: 0, target: 100", []),
        ("Kunjungan", "satuan: orang, eksisting: 874, target: 960", []),
        ("Angka Partisipasi Kasar SD", "satuan: persen, eksisting: 104.3, target: 101", []),
        ("Realisasi PAD terhadap target", "satuan: '%', eksisting: 104.3, target: 110", []),
        ("Laju pertumbuhan ekonomi", "satuan: persen, eksisting: -2.4, target: 5", []),
        ("Tanpa satuan", "eksisting: 874, target: 960", []),
        (
            "Cakupan imunisasi",
            "satuan: persen, eksisting: 874, target: 96",
            ['eksisting "Cakupan imunisasi" 874 persen di luar 0 sampai 100'],
        ),
        (
            "Cakupan imunisasi",
            "eksisting: 87.4 %, target: 960%",
            ['target "Cakupan imunisasi" 960 persen di luar 0 sampai 100'],
        ),
        (
            "Penduduk miskin",
            "satuan: '%', eksisting: -9.3, target: 7",
            ['eksisting "Penduduk miskin" -9,3 persen di luar 0 sampai 100'],
        ),
    ],
)
def test_shares_are_parts_of_a_hundred(name: str, row: str, expected: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, "ANL008", gap(row).replace("Imunisasi", name)) == expected


SWOT = """\
swot:
  kekuatan: [Bidan aktif, Kader aktif, Data lengkap]
  kelemahan: [Jalan rusak, Sinyal lemah]
  peluang: [Pendampingan, Hibah]
  ancaman: [Hujan]
"""


def tows(**cells: str) -> str:
    rows = "".join(f"  {cell}: [{{strategi: Bekerja, dari: {items}}}]\n" for cell, items in cells.items())
    return f"{SWOT}tows:\n{rows}"


@pytest.mark.parametrize(
    ("items", "unknown"),
    [
        ("[S1, O2]", []),
        ("[s1, o-2]", []),
        ('"S1, O2"', []),
        ('"S1 dan O2"', []),
        ("[S1-S3, O1]", []),
        ("[S1-O2]", []),
        ('["S1 s.d. S3", "O1 & O2"]', []),
        ('["S1: Bidan aktif", "O1 Pendampingan 2 tahun"]', []),
        ('["S1 x O2"]', []),
        ('["(S.1 + O.2)"]', []),
        ("[S1-3, O1]", []),
        ('["S1 - 9 bidan", "O1 - Pendampingan"]', []),
        ("[Kekuatan 1, peluang ke-2]", []),
        ('["Strength 3", "Opportunity no. 1"]', []),
        ('["S1: Peluang 9 tahun", O1]', []),
        ("[Kekuatan 4, O1]", ["S4"]),
        ("[K1, P9]", ["K1", "P9"]),
        ("[S4, O1]", ["S4"]),
        ('["S1, K1", O1]', ["S1, K1"]),
        ("[S1-S4, O1]", ["S4"]),
        ("[K1, O1]", ["K1"]),
        ("[Bidan aktif, O1]", ["Bidan aktif"]),
    ],
)
def test_items_are_named_as_people_write_them(items: str, unknown: list[str], tmp_path: Path) -> None:
    lost = [f'strategi "Bekerja" menunjuk {join_words(unknown)} yang tidak ada dalam SWOT'] if unknown else []
    assert told(tmp_path, "ANL002", tows(so=items)) == lost
    assert told(tmp_path, "ANL004", tows(so=items)) == []


@pytest.mark.parametrize(
    ("cells", "expected", "hint"),
    [
        ({"so": "[S1, S2, O1]", "wo": "[W1, O1]", "st": "[S1, T1]", "wt": "[T1, W2]"}, None, None),
        ({"so": "[]", "wo": "[Bidan]"}, None, None),
        (
            {"so": "[W1, O1]"},
            'strategi SO "Bekerja" memakai W1, padahal sel SO menggabungkan kekuatan (S) dan peluang (O)',
            "pindahkan ke `wo:`, atau perbaiki `dari:`",
        ),
        (
            {"wt": "[S1, O1]"},
            'strategi WT "Bekerja" memakai S1 dan O1, padahal sel WT menggabungkan kelemahan (W) dan ancaman (T)',
            "pindahkan ke `so:`, atau perbaiki `dari:`",
        ),
        (
            {"so": "[S1, W1, O1]"},
            'strategi SO "Bekerja" memakai W1, padahal sel SO menggabungkan kekuatan (S) dan peluang (O)',
            "perbaiki `dari:`, atau bagi strateginya",
        ),
        (
            {"st": "[S1, S2]"},
            'strategi ST "Bekerja" hanya memakai S1 dan S2; sel ST menggabungkan kekuatan (S) dan ancaman (T)',
            "tambahkan butir T yang dipakai strategi ini pada `dari:`",
        ),
    ],
)
def test_a_strategy_stands_in_the_cell_of_its_items(
    cells: dict[str, str], expected: str | None, hint: str | None, tmp_path: Path
) -> None:
    findings = found(check(tmp_path, "skema: 1\n", smart_living=tows(**cells)), "ANL004")
    assert [(finding.message, finding.hint) for finding in findings] == ([(expected, hint)] if expected else [])


def test_what_the_swot_lacks_is_not_asked_of_a_strategy(tmp_path: Path) -> None:
    assert told(tmp_path, "ANL004", "swot: {kekuatan: [Bidan]}\ntows: {so: [{strategi: A, dari: [S1]}]}\n") == []


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"so": "[S1, S2, S3, O1]", "wo": "[W1, W2, O2]", "st": "[S1, T1]", "wt": "[W1, T1]"}, []),
        # A cell is still empty: the item may be meant for it.
        ({"so": "[S1, O1]", "wo": "[W1, O1]"}, ["peluang O2 tidak dipakai strategi TOWS mana pun"]),
        ({"so": "[S1, O1]"}, []),
        ({"so": "[S1, O1]", "wo": "[]", "st": "[S1, T1]"}, []),
        ({"so": "[S1, O1]", "wo": "[Jalan, O1]", "st": "[S1, T1]"}, []),
        (
            {"so": "[S1, O1]", "wo": "[W1, O1]", "st": "[S1, T1]", "wt": "[W1, T1]"},
            [
                "kekuatan S2 dan S3 tidak dipakai strategi TOWS mana pun",
                "kelemahan W2 tidak dipakai strategi TOWS mana pun",
                "peluang O2 tidak dipakai strategi TOWS mana pun",
            ],
        ),
    ],
)
def test_every_item_gives_birth_to_a_strategy(cells: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, "ANL005", tows(**cells)) == expected


@pytest.mark.parametrize(
    ("swot", "expected"),
    [
        ("{kekuatan: [Bidan aktif, Kader aktif], kelemahan: [Bidan kurang]}", []),
        ("{kekuatan: [3 puskesmas baik, 4 puskesmas baik]}", []),
        ("{kekuatan: [Bidan aktif]}", []),
        ("{kekuatan: [Bidan aktif, bidan  aktif.]}", ['butir S2 sama dengan S1: "bidan  aktif."']),
        ("{kekuatan: ['S1. Bidan aktif', '2) Bidan aktif']}", ['butir S2 sama dengan S1: "2) Bidan aktif"']),
        ("{kekuatan: [Letak], peluang: [Letak]}", ['butir O1 sama dengan S1: "Letak"']),
    ],
)
def test_an_item_stands_once(swot: str, expected: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, "ANL009", f"swot: {swot}\n") == expected


def test_strength_and_weakness_at_once_is_told_so(tmp_path: Path) -> None:
    text = "swot: {kekuatan: [SDM aparatur], kelemahan: [SDM aparatur]}\n"
    (finding,) = found(check(tmp_path, "skema: 1\n", smart_living=text), "ANL009")
    assert finding.hint == "satu hal tidak dapat menjadi kekuatan dan kelemahan; pilih satu, atau tulis perbedaannya"
    assert finding.path == "dimensi.smart_living.swot.kelemahan"


def both(left: str, right: str) -> str:
    return f"gap_indikator: [{{{left}}}]\nsasaran: [{{id: a, sasaran: Sehat, {right}}}]\n"


GAP = "indikator: Prevalensi balita pendek, satuan: persen, eksisting: 18.6, tahun: 2024"


@pytest.mark.parametrize(
    ("right", "is_told"),
    [
        ("indikator: Prevalensi balita pendek, satuan: persen, baseline: {nilai: 18.6, tahun: 2024}", False),
        ("indikator: Prevalensi balita pendek, satuan: '%', baseline: {nilai: 19, tahun: 2024}", False),  # rounded
        ("indikator: Prevalensi balita pendek, satuan: persen, baseline: {nilai: 21, tahun: 2023}", False),
        ("indikator: Prevalensi balita pendek, satuan: persen, baseline: {nilai: 21}", False),
        ("indikator: Prevalensi balita pendek, satuan: balita, baseline: {nilai: 2100, tahun: 2024}", False),
        ("indikator: Prevalensi balita pendek (kota), satuan: persen, baseline: {nilai: 21, tahun: 2024}", False),
        ("indikator: Prevalensi balita gemuk, satuan: persen, baseline: {nilai: 21, tahun: 2024}", False),
        ("indikator: Prevalensi balita pendek, satuan: persen, baseline: {nilai: 21, tahun: 2024}", True),
        ("indikator: PREVALENSI balita pendek (%), satuan: '%', baseline: {nilai: 21, tahun: 2024}", True),
        ("indikator: Prevalensi Balita Pendek (PBP), satuan: persen, baseline: {nilai: 21, tahun: 2024}", True),
    ],
)
def test_an_indicator_has_one_value_a_year(right: str, is_told: bool, tmp_path: Path) -> None:
    messages = told(tmp_path, "ANL010", both(GAP, right))
    assert bool(messages) is is_told
    if is_told:
        assert messages[0].endswith("tahun 2024 bernilai 21, tetapi 18,6 dalam tabel gap")


@pytest.mark.parametrize(
    ("row", "root", "expected"),
    [
        ("indikator: IPM, eksisting: 70.8, tahun: 2024", "profil: {ipm: [{nilai: 70.84, tahun: 2024}]}", []),
        ("indikator: IPM, eksisting: 70.8, tahun: 2024", "profil: {ipm: [{nilai: 72, tahun: 2023}]}", []),
        (
            "indikator: Tingkat kemiskinan, satuan: persen, eksisting: 9.4, tahun: 2024",
            "profil: {kemiskinan: [{nilai: 39.2, satuan: ribu jiwa, tahun: 2024}]}",
            [],
        ),
        (
            "indikator: Indeks Pembangunan Manusia (IPM), eksisting: 71, tahun: 2024",
            "profil: {ipm: [{nilai: 69.84, satuan: poin, tahun: 2024}]}",
            [
                'indikator "Indeks Pembangunan Manusia (IPM)" tahun 2024 bernilai 71, tetapi 69,84 dalam profil',
            ],
        ),
        (
            "indikator: Indeks SPBE, satuan: poin, eksisting: 2.4, tahun: 2024",
            "asesmen: {indeks_spbe: [{nilai: 2.87, tahun: 2024}]}",
            ['indikator "Indeks SPBE" tahun 2024 bernilai 2,4, tetapi 2,87 dalam asesmen'],
        ),
    ],
)
def test_an_indicator_agrees_with_the_profile(row: str, root: str, expected: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, "ANL010", f"gap_indikator: [{{{row}}}]\n", f"{root}\n") == expected


def test_a_share_out_of_range_is_told_once(tmp_path: Path) -> None:
    text = gap("satuan: persen, eksisting: 874, tahun: 2024, target: 96, gap: 8.6")
    assert told(tmp_path, "ANL008", text) and not told(tmp_path, "ANL001", text)
    profile = "profil: {ipm: [{nilai: 7084, tahun: 2024}], kemiskinan: [{nilai: 937, satuan: persen, tahun: 2024}]}\n"
    for name, value in (("IPM", "70.84"), ("Persentase penduduk miskin", "9.37")):
        row = gap(f"eksisting: {value}, tahun: 2024, target: 96").replace("Imunisasi", name)
        assert not told(tmp_path, "ANL010", row, profile)


def test_a_code_that_is_not_there_may_be_the_item_that_is_not_used(tmp_path: Path) -> None:
    cells = {"so": "[S1, S2, O1, O2]", "wo": "[W1, W2, O1]", "st": "[S1, T1]", "wt": "[W1, T1]"}
    assert told(tmp_path, "ANL005", tows(**cells)) == ["kekuatan S3 tidak dipakai strategi TOWS mana pun"]
    assert not told(tmp_path, "ANL005", tows(**{**cells, "st": "[S9, T1]"}))
    assert not told(tmp_path, "ANL005", tows(**{**cells, "st": "[W1, T1]"}))


@pytest.mark.parametrize(("index", "is_told"), [("2.87", False), ("2.7", True), ("28.7", False), ("-1", False)])
def test_an_index_agrees_with_the_assessment_that_can_be(index: str, is_told: bool, tmp_path: Path) -> None:
    text = gap("eksisting: 2.87, tahun: 2024, target: 3.6").replace("Imunisasi", "Indeks SPBE")
    root = f"asesmen: {{indeks_spbe: [{{nilai: {index}, tahun: 2024}}]}}\n"
    assert bool(told(tmp_path, "ANL010", text, root)) is is_told
