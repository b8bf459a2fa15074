"""Each field type: what it reads, what it refuses, and what it says then."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartplan.fields import CODES
from smartplan.findings import Severity
from tests.fields.sample import Contoh, faults, read

GOOD: list[tuple[str, str, Any]] = [
    ("teks", "Kota Cerdas", "Kota Cerdas"),
    ("teks", "12:30", "12:30"),
    ("teks", "no", "no"),
    ("teks", "1365.80", "1365.80"),
    ("prosa", '"satu\\n\\ndua"', "satu\n\ndua"),
    ("kode", "51.10", "51.10"),
    ("kode", "0123", "0123"),
    ("id", "aku-online", "aku-online"),
    ("angka", "1365.88", Decimal("1365.88")),
    ("angka", "-2", Decimal(-2)),
    ("persen", "37.65", Decimal("37.65")),
    ("bulat", "12", 12),
    ("rupiah", "150000000", 150_000_000),
    ("rupiah", "0", 0),
    ("tahun", "2026", 2026),
    ("tanggal", "2023-02-28", date(2023, 2, 28)),
    ("ya", "ya", True),
    ("ya", "tidak", False),
    ("ya", "true", True),
    ("pilihan", "aktif", "aktif"),
    ("rujukan", "aku-online", "aku-online"),
    ("daftar_teks", "[a, b]", ["a", "b"]),
    ("daftar_teks", "[]", []),
    ("daftar_kode", "[2.16.02, 2.10]", ["2.16.02", "2.10"]),
    ("anggaran", "{2027: 2, 2026: 1}", {2026: 1, 2027: 2}),
    ("target", "{2026: 1.5}", {2026: Decimal("1.5")}),
    ("peta_teks", "{apa saja: 'satu  dua'}", {"apa saja": "satu dua"}),
]


@pytest.mark.parametrize(("key", "text", "value"), GOOD)
def test_a_canonical_value_is_read_without_a_word(key: str, text: str, value: Any) -> None:
    result = read(f"{key}: {text}\n")
    assert getattr(result.part, key) == value
    assert faults(result) == []


@pytest.mark.parametrize(
    ("key", "text", "value", "canonical"),
    [
        ("angka", "1.365,88", Decimal("1365.88"), "1365.88"),
        ("persen", "37,65 %", Decimal("37.65"), "37.65"),
        ("rupiah", "Rp 1.500.000", 1_500_000, "1500000"),
        ("rupiah", "1.500.000", 1_500_000, "1500000"),
        ("rupiah", "2,5 miliar", 2_500_000_000, "2500000000"),
        ("tanggal", "28 Februari 2023", date(2023, 2, 28), "2023-02-28"),
        ("tanggal", "28/02/2023", date(2023, 2, 28), "2023-02-28"),
        ("ya", "yes", True, "ya"),
        ("ya", "no", False, "tidak"),
        ("pilihan", "Tidak Aktif", "tidak_aktif", "tidak_aktif"),
    ],
)
def test_an_understood_value_gets_a_hint_with_the_canonical_form(
    key: str, text: str, value: Any, canonical: str
) -> None:
    result = read(f"{key}: {text}\n")
    assert getattr(result.part, key) == value
    (finding,) = faults(result)
    assert (finding.code, finding.severity, finding.path) == ("STR004", Severity.INFO, key)
    assert finding.hint == f"tulis {canonical}"


@pytest.mark.parametrize(
    ("key", "text", "code", "message"),
    [
        ("teks", "[a]", "STR001", "teks harus satu nilai, bukan daftar"),
        ("teks", "{a: b}", "STR001", "teks harus satu nilai, bukan kumpulan isian"),
        ("angka", "banyak", "STR001", 'angka harus berupa angka, tertulis "banyak"'),
        ("angka", "1.500", "STR003", "angka bermakna ganda"),
        ("rupiah", "1.500", "STR003", 'rupiah bermakna ganda: "1.500"'),
        ("rupiah", "12.5", "STR001", 'rupiah harus berupa angka rupiah bulat, tertulis "12.5"'),
        ("bulat", "2.5", "STR001", 'bulat harus berupa bilangan bulat, tertulis "2.5"'),
        ("angka", "9" * 6000, "STR001", "angka harus berupa angka"),
        ("tahun", "220", "STR001", 'tahun harus berupa tahun empat angka, tertulis "220"'),
        ("tahun", "dua ribu", "STR001", "tahun harus berupa tahun empat angka"),
        ("tanggal", "2023-02-30", "STR001", 'tanggal harus berupa tanggal yang ada, tertulis "2023-02-30"'),
        ("tanggal", "kemarin", "STR001", "tanggal harus berupa tanggal yang ada"),
        ("ya", "mungkin", "STR001", 'ya harus ya atau tidak, tertulis "mungkin"'),
        ("pilihan", "rusak", "STR008", 'pilihan tidak mengenal "rusak"'),
        ("id", "Aku Online", "STR005", 'id "Aku Online" tidak baku'),
        ("daftar_teks", "{a: b}", "STR001", "daftar_teks harus berupa daftar"),
        ("daftar_teks", "[[a]]", "STR001", "butir daftar_teks harus satu nilai, bukan daftar"),
        ("anggaran", "{tahun ini: 5}", "STR001", 'anggaran memuat "tahun ini", yang bukan tahun'),
        ("anggaran", "{2026: 1,5 miliar}", "STR001", 'anggaran memuat "5 miliar", yang bukan tahun'),
        ("anggaran", "5", "STR001", "anggaran harus berisi nilai per tahun"),
        ("anggaran", "{2026: banyak}", "STR001", "anggaran 2026 harus berupa angka rupiah bulat"),
        ("peta_teks", "[a]", "STR001", "peta_teks harus berupa kumpulan isian"),
        ("peta_teks", "{a: [b]}", "STR001", "a harus satu nilai"),
        ("butir", "kata", "STR001", "butir harus berupa daftar"),
        ("bagian", "kata", "STR001", "bagian harus berupa kumpulan isian, bukan satu nilai"),
        ("bagian", "[a]", "STR001", "bagian harus berupa kumpulan isian, bukan daftar"),
        ("peta", "[a]", "STR001", "peta harus berupa kumpulan isian"),
        ("peta", "{a: kata}", "STR001", "a harus berupa kumpulan isian"),
        ("tidak_ada", "1", "STR002", 'kunci "tidak_ada" tidak dikenal di sini'),
    ],
)
def test_a_wrong_value_is_told_with_a_remedy(key: str, text: str, code: str, message: str) -> None:
    (finding,) = faults(read(f"{key}: {text}\n"))
    assert finding.code == code
    assert finding.message.startswith(message)
    assert finding.severity is Severity.ERROR
    assert finding.hint
    assert (finding.span.line, finding.span.file) == (1, "rencana.yaml") if finding.span else False


def test_all_wrong_values_of_a_list_or_a_map_of_years_are_told_each_at_its_place() -> None:
    result = read("anggaran: {2024: 5, 2025: abc, 2026: def, tahun: 5}\ndaftar_tahun: [2024, x, y]\n")
    told = [(finding.message.partition(",")[0], str(finding.span)) for finding in faults(result)]
    assert told == [
        ("anggaran 2025 harus berupa angka rupiah bulat", "rencana.yaml:1:27"),
        ("anggaran 2026 harus berupa angka rupiah bulat", "rencana.yaml:1:38"),
        ('anggaran memuat "tahun"', "rencana.yaml:1:43"),
        ("butir daftar_tahun harus berupa tahun empat angka", "rencana.yaml:2:22"),
        ("butir daftar_tahun harus berupa tahun empat angka", "rencana.yaml:2:25"),
    ]
    assert (result.part.anggaran, result.part.daftar_tahun) == (None, None)


def test_a_wrong_value_leaves_a_hole_and_the_rest_is_read() -> None:
    result = read("tahun: kapan\nteks: ada\nbulat: x\n")
    assert (result.part.tahun, result.part.teks, result.part.bulat) == (None, "ada", None)
    assert {finding.path for finding in faults(result)} == {"tahun", "bulat"}


@pytest.mark.parametrize("empty", ["", "null", "~", '""', "' '"])
def test_an_empty_value_is_not_known_yet(empty: str) -> None:
    for key in Contoh.fields:
        result = read(f"{key}: {empty}\n")
        assert getattr(result.part, key) is None
        assert faults(result) == []


def test_one_value_where_a_list_is_meant_is_taken_as_one() -> None:
    result = read("daftar_teks: satu\n")
    assert result.part.daftar_teks == ["satu"]
    assert [(finding.code, finding.hint) for finding in faults(result)] == [("STR004", "tulis [satu]")]


def test_the_nearest_known_key_is_named() -> None:
    (finding,) = faults(read("anggran: {2026: 1}\n"))
    assert finding.hint == 'maksud Anda "anggaran"?'
    assert str(finding.span) == "rencana.yaml:1:1"


def test_an_item_that_cannot_be_read_is_set_aside_and_named() -> None:
    result = read("butir:\n  - {id: a, nama: A, jumlah: banyak}\n  - {id: b, jumlah: 2}\n  - kata\n")
    assert [item.id for item in result.part.butir or ()] == ["b"]
    assert [(item.kind, item.id, item.name, item.path) for item in result.left_out] == [
        ("butir", "a", "A", "butir[a]"),
        ("butir", None, "kata", "butir[#3]"),
    ]
    assert [(finding.code, finding.path) for finding in faults(result)] == [
        ("STR001", "butir[a].jumlah"),
        ("STR009", "butir[a]"),
        ("STR001", "butir[#3]"),
        ("STR009", "butir[#3]"),
    ]


def test_every_code_that_reading_gives_is_explained() -> None:
    assert all(text.title and text.why for text in CODES.values())
    assert len(CODES) >= 10


KEYS = sorted(Contoh.fields)
LETTERS = st.characters(exclude_categories=("Cs", "Co", "Cc", "Cn"))
TEXTS = st.text(LETTERS, max_size=40) | st.text("0123456789.,-+RpjutamiliarX% ", max_size=30)
TREES = st.recursive(
    TEXTS | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "nama", "2026", "x"]), inner),
    max_leaves=6,
)


@given(key=st.sampled_from(KEYS), tree=TREES)
def test_anything_gives_a_value_or_a_finding_and_never_another_error(key: str, tree: Any) -> None:
    result = read(f"{key}: {json.dumps(tree, ensure_ascii=False)}\n")
    value = getattr(result.part, key)
    blank = tree is None or (isinstance(tree, str) and not tree.strip())
    assert (value is None and blank) or value is not None or faults(result)
    assert all(finding.span is not None and finding.hint for finding in faults(result))


@given(amount=st.integers(min_value=0, max_value=10**17))
def test_rupiah_reads_back_as_it_is_printed(amount: int) -> None:
    from smartplan.wording import format_rupiah

    printed = format_rupiah(amount)
    assert read(f"rupiah: {printed}\n").part.rupiah == amount
    assert read(f"rupiah: {amount}\n").part.rupiah == amount
