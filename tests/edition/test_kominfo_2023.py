"""The edition that is shipped: complete, marked, sourced, and in step with rules, plan keys and templates."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from smartplan import resources
from smartplan.edition import LEVELS, Bab, Wajib, load_edition
from smartplan.edition.parts import Aturan
from smartplan.plan.parts.rencana import Rencana
from smartplan.rules import all_rules
from tests.edition.editions import parts

if TYPE_CHECKING:
    from smartplan.fields import Bagian

EDITION = load_edition()
PARTS = list(parts(EDITION))
MARKED = [part for part in PARTS if "tanda" in type(part).fields]
NEEDS = [part for part in PARTS if isinstance(part, Wajib)]
RULES = EDITION.aturan or {}
SIX = {
    "Smart Governance": ["Layanan Publik", "Kebijakan Publik", "Tata Kelola Birokrasi"],
    "Smart Branding": ["Ekosistem Pariwisata", "Platform dan Ekosistem Bisnis", "Wajah Kota"],
    "Smart Economy": [
        "Ekosistem Industri yang Berdaya Saing",
        "Kesejahteraan Rakyat",
        "Ekosistem Transaksi Keuangan",
    ],
    "Smart Living": [
        "Harmonisasi Tata Ruang Wilayah",
        "Prasarana Kesehatan",
        "Ketersediaan Sarana Telekomunikasi dan Transportasi",
    ],
    "Smart Society": [
        "Interaksi Masyarakat yang Efisien",
        "Ekosistem Belajar yang Efisien",
        "Sistem Keamanan Masyarakat",
    ],
    "Smart Environment": [
        "Proteksi Lingkungan",
        "Tata Kelola Sampah dan Limbah",
        "Tata Kelola Energi yang Bertanggung Jawab",
    ],
}


def test_the_six_dimensions_have_their_official_names() -> None:
    assert {one.nama: [sub.nama for sub in one.sub or ()] for one in EDITION.dimensi or ()} == SIX


def test_wrong_names_are_mapped_to_one_dimension_each() -> None:
    wrong = {name: one.nama for one in EDITION.dimensi or () for name in one.nama_keliru or ()}
    assert len(wrong) == sum(len(one.nama_keliru or ()) for one in EDITION.dimensi or ())
    assert not wrong.keys() & SIX.keys()
    met = ("Smart Government", "Smart Environtment", "Smart People", "Smart Mobility")
    assert [wrong[name] for name in met] == ["Smart Governance", "Smart Environment", "Smart Society", "Smart Living"]


def test_every_item_has_a_mark_and_a_source() -> None:
    assert len(MARKED) > 300
    assert [part.path for part in MARKED if part.tanda not in ("F", "I", "G") or not (part.sumber or "").strip()] == []
    assert {part.tanda for part in MARKED} == {"F", "I", "G"}


def test_sources_are_plain_words_and_name_no_file() -> None:
    assert [part.sumber for part in MARKED if re.search(r"\.(md|ya?ml|py|docx?)\b|[/\\_]", part.sumber or "")] == []


@pytest.mark.parametrize("dimension", EDITION.dimensi or (), ids=lambda one: one.id)
def test_words_on_a_dimensions_colours_can_be_read(dimension) -> None:
    ribbon, tint = dimension.warna.pita, dimension.warna.latar
    assert contrast("FFFFFF", ribbon) >= 4.5
    assert contrast(ribbon, tint) >= 4.5
    assert contrast("000000", tint) >= 4.5


def contrast(one: str, other: str) -> float:
    """Ratio of two colours RRGGBB, 1 to 21 (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_dimensions_differ_in_colour() -> None:
    ribbons = [one.warna.pita for one in EDITION.dimensi or () if one.warna]
    assert len(set(ribbons)) == len(SIX)


def test_every_rule_has_its_row_and_every_row_its_rule() -> None:
    assert set(RULES) == {rule.code for rule in all_rules()}


def test_a_requirement_never_grows_milder_with_time() -> None:
    stages = EDITION.ids("tahap")
    for part in PARTS:
        if isinstance(part, (Wajib, Aturan)):
            since = part.sejak or {}
            assert since, part.path
            assert list(since) == sorted(since, key=stages.index), part.path
            assert all(LEVELS[a].rank >= LEVELS[b].rank for a, b in pairwise(since.values())), part.path


def test_what_is_only_custom_never_stops_a_plan() -> None:
    assert [need.jalur for need in NEEDS if need.tanda == "G" and "galat" in (need.sejak or {}).values()] == []


def test_every_requirement_says_what_is_asked_and_of_whom() -> None:
    assert [need.jalur for need in NEEDS if not need.isi or not need.pemilik] == []


def test_every_required_path_is_a_key_of_a_plan() -> None:
    assert len(NEEDS) > 100
    assert [need.jalur for need in NEEDS if not leads_somewhere(need.jalur or "")] == []
    conditions = {path for need in NEEDS for path in {**(need.kecuali or {}), **(need.hanya or {})}}
    assert conditions
    assert [path for path in conditions if not leads_somewhere(path)] == []


def leads_somewhere(path: str) -> bool:
    part: type[Bagian] | None = Rencana
    for step in path.replace("[*]", "").split("."):
        if step == "*":
            continue
        if part is None or step not in part.fields:
            return False
        part = part.part_of(step)
    return True


def test_a_path_that_leads_nowhere_is_noticed() -> None:
    assert leads_somewhere("dimensi.*.program[*].opd")
    assert not leads_somewhere("dimensi.*.programm[*].opd")
    assert not leads_somewhere("visi.smart_city.lagi")


def test_no_requirement_stands_twice_in_a_chapter() -> None:
    for part in PARTS:
        if isinstance(part, Bab):
            paths = [need.jalur for need in part.wajib or ()]
            assert len(paths) == len(set(paths)), part.path


def test_every_chapter_has_its_template() -> None:
    chapters = [part for part in PARTS if isinstance(part, Bab)]
    assert len(chapters) > 30
    assert [part.path for part in chapters if not resources.find(part.templat or "").is_file()] == []


def test_the_four_books_have_the_outline_of_real_ones() -> None:
    outline = {one.id: [chapter.id for chapter in one.bab or ()] for one in EDITION.dokumen or ()}
    assert outline == {
        "buku-1": ["pendahuluan", "masa-depan", "kesiapan", "kesenjangan", "visi", "strategi", "penutup"],
        "buku-2": ["pendahuluan", "arah", "strategi", "rencana-aksi", "peta-jalan", "risiko", "penutup"],
        "buku-3": ["gambaran", "arah", "strategi", "quick-win", "rencana-aksi", "peta-jalan", "penutup"],
        "buku-4": ["ikhtisar", "lembar", "penutup"],
    }
    assert [one.label for one in EDITION.dokumen or ()] == ["BUKU I", "BUKU II", "BUKU III", "BUKU IV"]
    assert all(part.lampiran for one in EDITION.dokumen or () for part in one.belakang or () if "lampiran" in part.id)


def test_each_book_has_a_stage_that_the_edition_knows() -> None:
    assert {one.tahap for one in EDITION.dokumen or ()} <= set(EDITION.ids("tahap"))


@pytest.mark.parametrize(
    ("index", "predicate"),
    [("1", "Kurang"), ("1.79", "Kurang"), ("1.8", "Cukup"), ("2.59", "Cukup"), ("2.6", "Baik"), ("3.49", "Baik"),
     ("3.5", "Sangat Baik"), ("4.19", "Sangat Baik"), ("4.2", "Memuaskan"), ("5", "Memuaskan")],
)  # fmt: skip
def test_the_spbe_index_has_one_predicate(index: str, predicate: str) -> None:
    bands = EDITION.predikat_spbe or []
    value = type(bands[0].dari)(index)
    names = [
        band.nama for band in bands if band.dari <= value < band.sampai or value == band.sampai == bands[-1].sampai
    ]
    assert names == [predicate]


def test_the_weights_of_each_evaluation_make_one_hundred() -> None:
    keys = ("baseline", "output", "outcome", "impact", "quick_win", "kolaborasi")
    assert [sum(getattr(row, key) or 0 for key in keys) for row in EDITION.bobot_evaluasi or ()] == [100, 100, 100]


def test_horizons_follow_each_other_from_the_first_year() -> None:
    spans = [row.tahun for row in EDITION.horizon or ()]
    assert spans[0] and spans[0][0] == 1
    assert all(later[0] == earlier[1] + 1 for earlier, later in pairwise(spans))


def test_readiness_and_quick_win_steps_are_in_order() -> None:
    assert [(element.id, component.id) for element, component in EDITION.components()] == [
        ("struktur", "sdm"), ("struktur", "anggaran"), ("struktur", "tata_kelola"),
        ("infrastruktur", "fisik"), ("infrastruktur", "digital"), ("infrastruktur", "sosial"),
        ("suprastruktur", "kebijakan"), ("suprastruktur", "kelembagaan"), ("suprastruktur", "tata_laksana"),
    ]  # fmt: skip
    assert EDITION.ids("tahapan_quick_win") == [
        "perumusan_masalah", "perumusan_ide", "perencanaan", "pembangunan", "implementasi", "evaluasi",
    ]  # fmt: skip


def test_lookups_answer_with_names_and_fall_back_to_the_id() -> None:
    assert EDITION.name_of("kelompok", "literasi") == "Literasi"
    assert EDITION.name_of("kelompok", "tiada") == "tiada"
    assert EDITION.sub("wajah_kota") is not None
    assert EDITION.sub("tiada") is None
    assert EDITION.stage_rank("bimtek-1") < EDITION.stage_rank("pengajuan") < EDITION.stage_rank("tiada")
    assert [EDITION.istilah[kind].kepala for kind in ("kabupaten", "kota", "provinsi")] == [
        "Bupati", "Wali Kota", "Gubernur",
    ]  # fmt: skip
