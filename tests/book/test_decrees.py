"""Wording of decrees, invitations, minutes and checklists: by kind of region, status, and what the plan says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan.api import make_books
from smartplan.book.blocks import Paragraph, plain_text
from smartplan.book.documents import documents
from smartplan.book.letters import LetterBuilder
from tests.plans import edition, write

if TYPE_CHECKING:
    from pathlib import Path

KINDS = {
    "kabupaten": ("Kabupaten Rekaan", "Bupati", "BUPATI REKAAN", "Gubernur Nusa"),
    "kota": ("Kota Rekaan", "Wali Kota", "WALI KOTA REKAAN", "Gubernur Nusa"),
    "provinsi": ("Provinsi Rekaan", "Gubernur", "GUBERNUR REKAAN", "Menteri Dalam Negeri"),
}
STATUSES = {"definitif": "", "pj": "Pj. ", "plt": "Plt. ", "plh": "Plh. ", "pjs": "Pjs. "}


def plan_of(kind: str = "kabupaten", status: str = "definitif", more: str = "") -> str:
    return f"""
skema: 1
edisi: kominfo-2023
wilayah: {{nama: {KINDS[kind][0]}, jenis: {kind}, provinsi: Nusa, ibu_kota: Wening}}
pejabat:
  kepala_daerah: {{nama: Satya Pertama, status: {status}}}
  sekretaris_daerah: {{nama: Tekun Ketiga, status: {status}, nip: 99 001}}
{more}"""


def text(folder: Path, letter: str, plan: str) -> str:
    loaded = write(folder, {"rencana.yaml": plan})
    return make_books(loaded, [letter], ["md"]).files[f"{letter}.md"].decode("utf-8")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("letter", ["sk-dewan", "sk-tim"])
def test_a_decree_speaks_for_its_kind_of_region(tmp_path: Path, kind: str, letter: str) -> None:
    name, leader, capitals, copied = KINDS[kind]
    words = text(tmp_path, letter, plan_of(kind))
    assert f"KEPUTUSAN {capitals}" in words
    assert f"perlu menetapkan Keputusan {leader} Rekaan tentang Pembentukan" in words
    assert f"laporan kepada {leader}" in words or f"tugasnya kepada {leader} melalui Sekretaris Daerah" in words
    assert f"Anggaran Pendapatan dan Belanja Daerah {name}" in words
    assert f"1\\. {copied}" in words
    others = {other for other, _, _, _ in KINDS.values()} - {name}
    assert not any(other in words for other in others)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("kind", KINDS)
def test_whoever_acts_as_leader_signs_as_such_but_decrees_as_the_office(tmp_path: Path, kind: str, status: str) -> None:
    words = text(tmp_path, "sk-dewan", plan_of(kind, status))
    capitals = KINDS[kind][2]
    assert words.count(f"\n{STATUSES[status]}{capitals},\\\n*(tanda tangan)*\\\n**Satya Pertama**") == 2
    assert f"KEPUTUSAN {capitals}\n" in words
    assert "NIP" not in words


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_secretary_invites(tmp_path: Path, kind: str, status: str) -> None:
    words = text(tmp_path, "undangan-bimtek-1", plan_of(kind, status, "jadwal: [{tahap: bimtek-1, mulai: 2023-07-05}]"))
    name = KINDS[kind][0].upper()
    signed = f"{STATUSES[status]}SEKRETARIS DAERAH {name},\\\n*(tanda tangan)*\\\n**Tekun Ketiga**\\\nNIP 99 001"
    assert words.count(signed) == 1
    assert "Hari, tanggal : Rabu, 5 Juli 2023" in words


def test_a_decree_without_number_and_date_has_dots(tmp_path: Path) -> None:
    words = text(tmp_path, "sk-dewan", plan_of())
    assert words.count("NOMOR ........................................") == 1
    assert "NOMOR : ........................................" in words
    assert "pada tanggal .............................." in words


def test_a_decree_recalls_law_in_official_order_but_none_of_later_years(tmp_path: Path) -> None:
    more = """
kelembagaan: {dewan: {sk: {nomor: "1", tanggal: 2025-05-09}}}
dasar_hukum:
  - {jenis: Perbup, nomor: 41, tahun: 2026, tentang: Rencana Induk}
  - {jenis: Perpres, nomor: 95, tahun: 2018, tentang: Sistem Pemerintahan Berbasis Elektronik}
  - {jenis: UU, nomor: 23, tahun: 2014, tentang: Pemerintahan Daerah}
"""
    words = text(tmp_path, "sk-dewan", plan_of(more=more))
    assert "Mengingat : 1\\. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;" in words
    assert "2\\. Peraturan Presiden Nomor 95 Tahun 2018" in words
    assert "Nomor 41" not in words


@pytest.mark.parametrize(("signed", "recalled"), [("2025-03-11", True), ("2025-06-11", False)])
def test_a_decree_recalls_the_agreement_that_came_before_it(tmp_path: Path, signed: str, recalled: bool) -> None:
    more = f"""
kelembagaan:
  nota_kesepakatan: {{nomor: 14/DJAI/2025, judul: Gerakan Menuju Kota Cerdas, tanggal: {signed}}}
  tim_pelaksana: {{sk: {{nomor: "1", tanggal: 2025-05-09}}}}
"""
    words = text(tmp_path, "sk-tim", plan_of(more=more))
    assert (
        "Memperhatikan : Nota Kesepakatan tentang Gerakan Menuju Kota Cerdas, Nomor 14/DJAI/2025" in words
    ) is recalled


def test_members_and_coordinators_are_those_of_the_plan(tmp_path: Path) -> None:
    more = """
perangkat_daerah: [{id: dinkes, nama: Dinas Kesehatan, singkatan: Dinkes}]
kelembagaan:
  tim_pelaksana:
    anggota: [{nama: Sehat, jabatan: Kepala Dinas Kesehatan, kedudukan: Koordinator Smart Living, opd: dinkes}]
  dewan:
    anggota:
      - {nama: Satya, jabatan: Bupati, kedudukan: Pembina, unsur: pemerintah}
      - {nama: Cendekia, jabatan: Dekan, kedudukan: Anggota, unsur: akademisi}
dimensi: {smart_living: {koordinator: dinkes}}
"""
    team = text(tmp_path, "sk-tim", plan_of(more=more))
    assert "d. Smart Living: Dinas Kesehatan;" in team
    assert "c. Smart Economy: **\\[belum diisi: perangkat daerah koordinator dimensi\\]**;" in team
    assert "| 1 | Sehat | Kepala Dinas Kesehatan | Koordinator Smart Living |" in team
    council = text(tmp_path, "sk-dewan", plan_of(more=more))
    assert "terdiri atas Pembina dan Anggota." in council
    assert "| 2 | Cendekia | Dekan | Anggota | Akademisi |" in council


def test_minutes_say_days_in_words_and_leave_room_for_those_who_come(tmp_path: Path) -> None:
    more = "jadwal: [{tahap: bimtek-1, nama: Bimtek Satu, mulai: 2023-07-05, selesai: 2023-07-06, tempat: Aula}]"
    words = text(tmp_path, "berita-acara-bimtek-1", plan_of(more=more))
    assert (
        "Pada hari ini, Rabu, tanggal lima bulan Juli tahun dua ribu dua puluh tiga, sampai dengan hari Kamis, tanggal "
        "enam bulan Juli tahun dua ribu dua puluh tiga (5–6 Juli 2023), bertempat di Aula, telah dilaksanakan "
        "Bimtek Satu"
    ) in words
    assert "**\\[belum diisi: hasil pertemuan\\]**" in words
    assert "| 20 |" in words and "| 21 |" not in words


def test_minutes_give_results_and_who_came_when_the_plan_knows(tmp_path: Path) -> None:
    more = """
perangkat_daerah: [{id: dinkes, nama: Dinas Kesehatan, singkatan: Dinkes}]
jadwal:
  - tahap: bimtek-1
    mulai: 2023-07-05
    tim_ahli: [Telaah Kota]
    hasil: [Kertas kerja selesai]
    peserta: [{nama: Sehat, jabatan: Kepala Dinas, opd: dinkes}]
    tindak_lanjut: [{hal: Melengkapi data, opd: dinkes, batas: 2023-07-28}]
"""
    words = text(tmp_path, "berita-acara-bimtek-1", plan_of(more=more))
    assert "1. Kertas kerja selesai" in words
    assert "| 1 | Melengkapi data | Dinas Kesehatan | 28 Juli 2023 |" in words
    assert "| 1 | Sehat | Kepala Dinas | Dinkes |" in words
    assert "didampingi Tim Ahli, yaitu Telaah Kota." in words


def test_an_invitation_lists_offices_by_group_and_those_of_none_last(tmp_path: Path) -> None:
    more = """
jadwal: [{tahap: bimtek-1, mulai: 2023-07-05}]
perangkat_daerah:
  - {id: dinkes, nama: Dinas Kesehatan}
  - {id: dlh, nama: Dinas Lingkungan Hidup}
  - {id: bkad, nama: Badan Keuangan}
dimensi: {smart_living: {koordinator: dinkes, anggota: [dinkes, dlh]}}
"""
    words = text(tmp_path, "undangan-bimtek-1", plan_of(more=more))
    group = words[words.index("Kelompok Smart Living") : words.index("Kelompok Smart Society")]
    assert "Dinas Kesehatan | Koordinator" in group and "Dinas Lingkungan Hidup | Anggota" in group
    assert group.count("Dinas Kesehatan") == 1
    rest = words[words.index("Perangkat daerah lain") :]
    assert "Badan Keuangan | Peserta" in rest and "Dinas Kesehatan" not in rest


def test_a_checklist_ticks_what_is_there(tmp_path: Path) -> None:
    words = text(tmp_path, "daftar-periksa-bimtek-1", plan_of())
    assert "| ☑ | Nama daerah | Dinas Komunikasi dan Informatika | 1 dari 1 | – |" in words
    assert "| ☐ | Kode wilayah Kemendagri | Dinas Komunikasi dan Informatika | 0 dari 1 | – |" in words
    assert "| ☐ | OPD koordinator dimensi | Dinas Komunikasi dan Informatika | 0 dari 6 | seluruh dimensi |" in words
    assert "| ☐ | Keputusan tentang Dewan Smart City |" in words
    assert "tahap sebelumnya" not in words


def test_a_later_checklist_holds_what_earlier_stages_still_lack(tmp_path: Path) -> None:
    words = text(tmp_path, "daftar-periksa-bimtek-2", plan_of())
    before, _, late = words.partition("**Isian tahap sebelumnya yang belum lengkap:**")
    assert "Kode wilayah Kemendagri" in late and "Kode wilayah Kemendagri" not in before
    assert "Nama daerah" not in words


def test_a_quick_win_has_a_sheet_of_its_own(tmp_path: Path) -> None:
    more = "dimensi: {smart_living: {quick_win: [{id: antre, nama: Antre Cepat}]}}"
    words = text(tmp_path, "lembar-quick-win-antre", plan_of(more=more))
    assert "## LEMBAR QUICK WIN ANTRE CEPAT\n\nSmart Living, Kabupaten Rekaan" in words
    assert "**Nama singkat** | Antre Cepat" in words or "| Nama singkat | Antre Cepat |" in words


def test_lines_of_a_title_with_a_level_are_one_heading(tmp_path: Path) -> None:
    own = """{{ judul_naskah(["", ["BAB ", 1|romawi], "", istilah.kepala, ""], tingkat=2) }}

{{ judul_naskah(["", ""], tingkat=2) }}

{{ judul_lampiran() }}

{{ judul_naskah(["Tak bertingkat"]) }}"""
    plan = write(tmp_path, {"rencana.yaml": plan_of(), "templates/surat/sk-dewan.md.j2": own})
    letters = LetterBuilder(plan, edition())
    document = letters.document(next(one for one in documents(plan, edition()) if one.id == "sk-dewan"))
    found = [(plain_text(one.pieces), one.style, one.level) for one in document.body if isinstance(one, Paragraph)]
    assert [one for one in found if one[0]] == [
        ("BAB I\n\nBupati", "title", 2),
        ("LAMPIRAN", "annex", 1),
        ("Tak bertingkat", "title", 0),
    ]
    assert len(found) == 7, "empty lines round a title stay lines"
