"""What hangs together: sasaran and programs, misi, the RPJMD, applications, subdimensions."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from smartplan.edition import load_edition
from smartplan.rules import check_plan
from tests.plans import check, found, write

if TYPE_CHECKING:
    from pathlib import Path

TWO_TARGETS = "sasaran: [{id: s-a, sasaran: Sehat}, {id: s-b, sasaran: Tersambung}]\n"


def test_a_sasaran_that_no_program_serves_is_named_with_what_to_write(tmp_path: Path) -> None:
    living = TWO_TARGETS + "program: [{id: p, sasaran: [s-a]}]\n"
    (finding,) = found(check(tmp_path, "skema: 1\n", smart_living=living), "KAI007")
    assert finding.message == 'sasaran "Tersambung" tidak dilayani program mana pun'
    assert finding.hint == "tulis `sasaran: [s-b]` pada program yang melayaninya"
    assert finding.dimension == "smart_living"
    assert finding.path == "dimensi.smart_living.sasaran[s-b].id"


@pytest.mark.parametrize(
    "rest",
    [
        "program: [{id: p, nama: Antre}]\n",
        "program: [{id: p, sasaran: [s-a, s-b]}]\n",
        "program: [{id: p, sasaran: [s-a]}, {id: q, sasaran: [s-b]}]\n",
        "program: [{id: p, sasaran: [s-a]}, satu kalimat saja]\n",
        "program: []\n",
    ],
)
def test_a_sasaran_is_not_told_to_be_unserved(rest: str, tmp_path: Path) -> None:
    assert not found(check(tmp_path, "skema: 1\n", smart_living=TWO_TARGETS + rest), "KAI007")


def test_a_sasaran_may_be_served_by_a_program_of_another_dimension(tmp_path: Path) -> None:
    living = TWO_TARGETS + "program: [{id: p, sasaran: [s-a]}]\n"
    society = "program: [{id: q, sasaran: [s-b]}]\n"
    assert not found(check(tmp_path, "skema: 1\n", smart_living=living, smart_society=society), "KAI007")


@pytest.mark.parametrize(
    ("served", "told"),
    [
        ("[s-a]", True),
        ("[s-a, s-b]", True),
        ("[s-a, milik-sendiri]", False),
        ("[s-a, tidak-ada]", False),
        ("[]", False),
        ("", False),
    ],
)
def test_a_program_that_serves_only_another_dimension_is_out_of_place(served: str, told: bool, tmp_path: Path) -> None:
    society = f"sasaran: [{{id: milik-sendiri}}]\nprogram: [{{id: p, nama: Antre, opd: dinkes, sasaran: {served}}}]\n"
    findings = found(check(tmp_path, "skema: 1\n", smart_living=TWO_TARGETS, smart_society=society), "KAI008")
    assert bool(findings) == told
    for finding in findings:
        assert "Smart Living" in finding.message and finding.opd == "dinkes"
        assert finding.related[0].span.file == "dimensi/smart_living.yaml"


@pytest.mark.parametrize(
    ("listed", "program", "told"),
    [
        ("nama: Aku Online, jenis: aplikasi", "nama: Pembangunan Aplikasi Aku Online", True),
        ("nama: Aplikasi Aku Online, keadaan: aktif", "nama: Aku Online", True),
        ("nama: SIMPEG, jenis: sistem", "nama: Pembuatan aplikasi SIMPEG baru", True),
        ("nama: SIMRS, jenis: sistem", "nama: Pembangunan Sistem Informasi Manajemen Rumah Sakit (SIMRS)", True),
        ("nama: Sistem Informasi Rumah Sakit (SIRS)", "nama: Pembuatan Sistem Informasi Rumah Sakit", True),
        ("nama: Aku Online, jenis: aplikasi", "nama: Pengembangan Aku Online", False),
        ("nama: Aku Online, jenis: aplikasi", "nama: Pengembangan (Aku Online) lanjutan, uraian: Melanjutkan", False),
        ("nama: Layanan Warga (web)", "nama: Pembuatan Peta Desa (web)", False),
        ("nama: Aku Online, jenis: aplikasi", "nama: Integrasi Aku Online dengan Portal Layanan", False),
        ("nama: Aku Online, jenis: aplikasi", "nama: Aku Online, uraian: Mengembangkan fitur antrean", False),
        ("nama: Aku Online, jenis: aplikasi", "nama: Aku Online, kegiatan: [Memperluas ke semua desa]", False),
        ("nama: Aku Online, jenis: aplikasi", "nama: Kami Online", False),
        ("nama: Aku Online, keadaan: tidak_aktif", "nama: Pembangunan Aku Online", False),
        ("nama: Aku Online, keadaan: pengembangan", "nama: Pembangunan Aku Online", False),
        ("nama: Mal Pelayanan, jenis: layanan", "nama: Pembangunan Mal Pelayanan", False),
        ("nama: Portal Informasi Desa, jenis: aplikasi", "nama: Pembangunan Sistem Informasi Desa", False),
        ("nama: Aplikasi, jenis: aplikasi", "nama: Pembuatan Aplikasi", False),
    ],
)
def test_an_application_that_stands_is_not_proposed_anew(listed: str, program: str, told: bool, tmp_path: Path) -> None:
    inventory = f"inventaris: [{{id: i, {listed}}}]\n"
    proposed = f"program: [{{id: p, kelompok: aplikasi, {program}}}]\n"
    checked = check(tmp_path, "skema: 1\n", smart_living=inventory, smart_governance=proposed)
    assert bool(found(checked, "KAI009")) == told


@pytest.mark.parametrize(
    ("inventory", "told"), [("inventaris: []\n", True), ("inventaris:\n", False), ("inventaris: [{id: i}]\n", False)]
)
def test_applications_beside_an_inventory_that_is_said_to_be_empty(inventory: str, told: bool, tmp_path: Path) -> None:
    living = inventory + "program: [{id: p, nama: A, kelompok: aplikasi}, {id: q, nama: B, kelompok: aplikasi}]\n"
    findings = found(check(tmp_path, "skema: 1\n", smart_living=living), "KAI009")
    assert [finding.message for finding in findings] == (
        ["inventaris Smart Living dinyatakan nihil, tetapi 2 program aplikasi diusulkan"] if told else []
    )


def test_an_empty_inventory_is_nothing_to_tell_when_no_application_is_proposed(tmp_path: Path) -> None:
    living = "inventaris: []\nprogram: [{id: p, nama: Kelas kader, kelompok: literasi}]\n"
    assert not found(check(tmp_path, "skema: 1\n", smart_living=living), "KAI009")


DIMENSIONS = ("governance", "branding", "economy", "living", "society", "environment")


def programs(**files: str) -> str:
    """A program in every dimension; ``files``: short name of a dimension -> what stands there instead."""
    served = {name: f"{{program: [{{id: p-{name}, program_rpjmd: [1.01.02]}}]}}" for name in DIMENSIONS}
    return "dimensi:\n" + "".join(f"  smart_{name}: {text}\n" for name, text in (served | files).items())


def rpjmd(*rows: str) -> str:
    return "rpjmd: {program: [" + ", ".join(f"{{{row}}}" for row in rows) + "]}\n"


SERVED = "kode: 1.01.02, nama: Pendidikan"
MAPPED = "kode: 1.02.02, nama: Kesehatan, opd: dinkes, dimensi: [smart_living]"


def test_a_program_of_the_rpjmd_that_was_mapped_is_served(tmp_path: Path) -> None:
    text = rpjmd(SERVED, MAPPED)
    (finding,) = found(check(tmp_path, text + programs()), "KAI010")
    assert finding.message == 'program RPJMD "1.02.02 Kesehatan" tidak dilayani satu program pun'
    assert (finding.dimension, finding.opd) == ("smart_living", "dinkes")
    served = programs(living="{program: [{id: p, program_rpjmd: [1.02.02]}]}")
    assert not found(check(tmp_path, text + served), "KAI010")


def test_nothing_is_said_while_programs_of_that_dimension_name_no_program_of_the_rpjmd(tmp_path: Path) -> None:
    text = rpjmd(SERVED, MAPPED)
    wrong = "{program: [{id: p, program_rpjmd: [1.01.02, 9.99.99]}]}"
    for unfinished in ("{program: [{id: p}]}", "{program: []}", "{tren: Makin daring}", "", wrong):
        assert not found(check(tmp_path, text + programs(living=unfinished)), "KAI010")
    assert found(check(tmp_path, text + programs(society="{program: [{id: p}]}")), "KAI010")
    elsewhere = rpjmd(SERVED, MAPPED.replace("smart_living", "smart_mobility"))
    assert not found(check(tmp_path, elsewhere + programs()), "KAI010")


def test_a_whole_rpjmd_that_was_copied_promises_only_what_is_mapped(tmp_path: Path) -> None:
    rest = [f"kode: 2.{number:02}.02, nama: Urusan {number}" for number in range(10, 30)]
    assert not found(check(tmp_path, rpjmd(SERVED, *rest) + programs()), "KAI010")
    findings = found(check(tmp_path, rpjmd(SERVED, MAPPED, *rest) + programs()), "KAI010")
    assert [finding.path for finding in findings] == ["rpjmd.program[#2].kode"]


def test_many_unserved_programs_are_summed_up(tmp_path: Path) -> None:
    rest = [f"kode: 2.{number:02}.02, nama: Urusan {number}, dimensi: [smart_living]" for number in range(10, 19)]
    findings = found(check(tmp_path, rpjmd(SERVED, *rest) + programs()), "KAI010")
    assert len(findings) == 6
    assert "masih 4 program RPJMD lain yang tidak dilayani satu program pun" in {one.message for one in findings}


MISI = "misi: [{id: misi-a, misi: Melayani}, {id: misi-b, misi: Merawat}]\n"


@pytest.mark.parametrize(
    ("sasaran", "told"),
    [
        ("[{id: s, misi: [misi-a]}]", ["misi[misi-b].id"]),
        ("[{id: s, misi: [misi-a, misi-b]}]", []),
        ("[{id: s}]", []),
        ("[]", []),
        ("[{id: s, misi: [misi-a]}, satu kalimat]", []),
    ],
)
def test_each_misi_comes_down_to_a_sasaran(sasaran: str, told: list[str], tmp_path: Path) -> None:
    findings = found(check(tmp_path, MISI, smart_living=f"sasaran: {sasaran}\n"), "KAI011")
    assert [finding.path for finding in findings] == told


@pytest.mark.parametrize(
    ("kind", "sub", "told"),
    [
        ("program", "wajah_kota", True),
        ("kesenjangan", "wajah_kota", True),
        ("gap_indikator", "wajah_kota", True),
        ("program", "prasarana_kesehatan", False),
        ("program", "tidak_ada", False),
        ("program", "", False),
    ],
)
def test_a_sub_dimension_belongs_to_its_dimension(kind: str, sub: str, told: bool, tmp_path: Path) -> None:
    findings = found(check(tmp_path, "skema: 1\n", smart_living=f"{kind}: [{{id: a, sub: {sub}}}]\n"), "KAI012")
    assert bool(findings) == told
    for finding in findings:
        assert finding.message == 'subdimensi "wajah_kota" milik Smart Branding, bukan Smart Living'
        assert finding.hint is not None and "prasarana_kesehatan" in finding.hint


@pytest.mark.parametrize(
    ("code", "living"),
    [
        (
            "KAI003",
            "kesenjangan: [{id: gap-antre}, {id: b}]\ninisiatif: [{id: i, menjawab: [gap-antri, b]}]\n",
        ),
        (
            "KAI004",
            "inisiatif: [{id: antre-daring}, {id: lain}]\nprogram: [{id: p, inisiatif: [Antre Daring, lain]}]\n",
        ),
        ("KAI007", "sasaran: [{id: sehat}, {id: lain}]\nprogram: [{id: p, sasaran: [sehatt, lain]}]\n"),
    ],
)
def test_what_a_misspelt_reference_means_is_not_told_to_be_without_one(code: str, living: str, tmp_path: Path) -> None:
    checked = check(tmp_path, "skema: 1\n", smart_living=living)
    assert not found(checked, code) and len(found(checked, "KAI001")) == 1


def test_a_misi_whose_id_is_misspelt_by_a_sasaran_is_told_once(tmp_path: Path) -> None:
    checked = check(tmp_path, MISI, smart_living="sasaran: [{id: s, misi: [misi-a, misi_b]}]\n")
    assert not found(checked, "KAI011") and len(found(checked, "KAI001")) == 1


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1.2.2", "1.02.02"),
        ("1.02.02.2.01", "1.02.02"),
        ("kesehatan", "1.02.02"),
        ("Program Kesehatan", "1.02.02"),
        ("1.03.02", None),
        ("Kesehatan Masyarakat", None),
    ],
)
def test_a_code_that_is_not_on_the_list_may_be_meant_otherwise(written: str, meant: str | None, tmp_path: Path) -> None:
    living = f"program: [{{id: p, program_rpjmd: [{written}]}}]\n"
    (finding,) = found(check(tmp_path, rpjmd(SERVED, MAPPED), smart_living=living), "KAI005")
    assert finding.hint is not None and (f"tulis {meant} " in finding.hint if meant else "perbaiki" in finding.hint)
    assert [edit.new_text for edit in finding.edits] == ([meant] if meant else [])


def test_a_code_of_wrong_form_in_the_list_is_told_there(tmp_path: Path) -> None:
    text = rpjmd(SERVED, "kode: 1.2.2, nama: Kesehatan")
    checked = check(tmp_path, text, smart_living="program: [{id: p, program_rpjmd: [1.02.02]}]\n")
    assert not found(checked, "KAI005") and len(found(checked, "AKS014")) == 1


def links(folder: Path, living: str, root: str = "skema: 1\n") -> list[tuple[str, str | None]]:
    checked = check(folder, root, smart_living=living)
    return [
        (finding.code, finding.hint) for finding in checked.findings if finding.code in ("KAI001", "KAI002", "KAI004")
    ]


@pytest.mark.parametrize(
    ("funds", "hints"),
    [
        ("[APBD/KPBU]", ["tulis `sumber_dana: [apbd, kpbu]`"]),
        ("APBD dan KPBU", ["tulis `sumber_dana: [apbd, kpbu]`"]),
        ("[APBD Kabupaten]", ['maksud Anda "apbd"?']),
        ("[Dana Alokasi Khusus]", ['maksud Anda "dak"?']),
        ("[DAK Fisik, APBD Provinsi]", ['maksud Anda "dak"?', 'maksud Anda "apbd_provinsi"?']),
        ("[apbd, kpbu]", []),
    ],
)
def test_sources_of_money_are_known_by_their_names(funds: str, hints: list[str], tmp_path: Path) -> None:
    assert [hint for _, hint in links(tmp_path, f"program: [{{id: p, sumber_dana: {funds}}}]\n")] == hints


@pytest.mark.parametrize("funds", ["[PAD]", "[DAU]", "[otsus]", "[dana lain dan APBD]"])
def test_a_source_that_is_near_to_none_is_shown_all_of_them(funds: str, tmp_path: Path) -> None:
    ((_, hint),) = links(tmp_path, f"program: [{{id: p, sumber_dana: {funds}}}]\n")
    assert hint is not None and ("apbd, apbd_provinsi" in hint or hint == 'maksud Anda "apbd"?')


def test_an_item_may_be_known_by_its_name(tmp_path: Path) -> None:
    living = "inisiatif: [{id: i, nama: Antre dari Rumah}]\nprogram: [{id: p, inisiatif: [antre dari rumah]}]\n"
    assert links(tmp_path, living) == [("KAI001", 'maksud Anda "i"?')]
    twins = living.replace("}]\nprogram", "}, {id: zz, nama: Antre dari rumah}]\nprogram")
    assert ("KAI001", 'maksud Anda "i"?') not in links(tmp_path, twins)


@pytest.mark.parametrize(
    ("edition_of_plan", "root", "files", "told"),
    [
        ("perkotaan-2026-rancangan", "misi: [{id: m, dimensi: [smart_branding]}]", {}, "petakan sendiri"),
        ("kominfo-2023", "misi: [{id: m, dimensi: [mobilitas]}]", {}, "petakan sendiri"),
        ("kominfo-2023", "misi: [{id: m, dimensi: [smart_laut]}]", {"smart_laut": "visi: a\n"}, "petakan sendiri"),
        ("perkotaan-2026-rancangan", "", {"smart_living": "program: [{id: p, sub: wajah_kota}]\n"}, "petakan sendiri"),
        ("kominfo-2023", "misi: [{id: m, dimensi: [smart_people]}]", {}, 'maksud Anda "smart_society"?'),
        ("kominfo-2023", "tahap: bimtek-9", {}, "pilihan: bimtek-1"),
        ("kominfo-2023", "tahap: bimtk-3", {}, 'maksud Anda "bimtek-3"?'),
    ],
)
def test_what_another_edition_has_is_no_slip(
    edition_of_plan: str, root: str, files: dict[str, str], told: str, tmp_path: Path
) -> None:
    named = {f"dimensi/{name}.yaml": text for name, text in files.items()}
    plan = write(tmp_path, {"rencana.yaml": f"skema: 1\nedisi: {edition_of_plan}\n{root}\n", **named})
    (finding,) = found(check_plan(plan, load_edition(edition_of_plan)), "KAI001")
    assert finding.hint is not None and told in finding.hint
    assert bool(finding.edits) == ("maksud Anda" in told) and (finding.unsafe or not finding.edits)


OFFICES = """\
wilayah: {nama: Kabupaten Tirta Rekaan}
perangkat_daerah: [{id: dishub, nama: Dinas Perhubungan}, {id: dinkes, nama: Dinas Kesehatan}]
"""


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("dishub, dinkes", "tulis satu id, misalnya dishub; yang lain ditulis sebagai pendukung"),
        ("Dishub/Dinkes", "tulis satu id, misalnya dishub; yang lain ditulis sebagai pendukung"),
        ("Dinas Kesehatan Kabupaten Tirta Rekaan", 'maksud Anda "dinkes"?'),
        ("Dinas Perhubungan", 'maksud Anda "dishub"?'),
        ("Dinas Kesehatan dan Keluarga", "tambahkan ke perangkat_daerah, atau perbaiki rujukannya"),
        ("dishub", None),
    ],
)
def test_an_office_in_other_words(written: str, hint: str | None, tmp_path: Path) -> None:
    living = f"program: [{{id: p, opd: '{written}'}}]\n"
    assert links(tmp_path, living, OFFICES) == ([("KAI002", hint)] if hint else [])


def test_many_slips_in_a_long_list_are_found_in_short_time(tmp_path: Path) -> None:
    known = ", ".join(f"{{id: inisiatif-nomor-{number}}}" for number in range(600))
    rows = ", ".join(f"{{id: p{number}, inisiatif: [tulisan-lain-sekali-{number}]}}" for number in range(600))
    start = perf_counter()
    assert len(links(tmp_path, f"inisiatif: [{known}]\nprogram: [{rows}]\n")) >= 600
    assert perf_counter() - start < 20
