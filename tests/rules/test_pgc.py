"""Waivers that waive nothing or point nowhere, comments that are open, and the paths that both write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan.rules.base import Context
from smartplan.rules.index import Index
from smartplan.rules.paths import Place, dimension_of, is_below, locate, nearest
from tests.plans import check, edition, found, write

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

ROOT = """\
skema: 1
visi: {smart_city: Tirta cerdas}
profil:
  luas:
    - {nilai: 10, satuan: km2, tahun: 2024, sumber: BPS}
    - {nilai: 11, satuan: km2, tahun: 2024, sumber: BPN}
misi: [{id: misi-a, misi: Melayani}, {misi: Menata}]
naskah: {tujuan: [Satu, Dua]}
judul: {buku: {buku-2: Rencana Induk}}
"""
LIVING = "program: [{id: jas-bule, nama: J, anggaran: {2026: 5}, kegiatan: [Satu]}]\n"
SOCIETY = "program: [{id: sekolah, nama: S}]\n"


def messages(folder: Path, code: str, rows: str, *, stage: str | None = None, today: date | None = None) -> list[str]:
    text = f"{ROOT}pengecualian: [{rows}]\n"
    checked = check(folder, text, stage=stage, today=today, smart_living=LIVING, smart_society=SOCIETY)
    return [finding.message for finding in found(checked, code)]


@pytest.mark.parametrize(
    ("waiver", "stage", "told"),
    [
        ("kode: PRF002, alasan: a", "pengajuan", False),
        ("kode: PRF002, jalur: profil.luas, alasan: a", "pengajuan", False),
        ("kode: PRF002, jalur: profil, alasan: a", "bimtek-1", False),
        ("kode: PRF002, jalur: profil.penduduk, alasan: a", "pengajuan", True),
        ("kode: PRF001, alasan: a", "pengajuan", False),  # cannot be checked: no density is written
        ("kode: DIM002, jalur: visi, alasan: a", "bimtek-1", True),
        ("kode: LMB010, alasan: a", "bimtek-1", False),  # not due at this stage
        ("kode: WJB001, jalur: risiko, alasan: a", "bimtek-1", False),  # only a later stage asks for it
        ("kode: WJB002, jalur: visi.smart_city, alasan: a", "pengajuan", True),
        ("kode: PRF002, jalur: profil.penduduk", "pengajuan", False),  # without a reason: told by another rule
        ("kode: PRF002, jalur: profil.lua, alasan: a", "pengajuan", False),  # likewise
        ("kode: PGC001, alasan: a", "pengajuan", False),
    ],
)
def test_a_waiver_that_matches_nothing_is_told(waiver: str, stage: str, told: bool, tmp_path: Path) -> None:
    assert len(messages(tmp_path, "PGC002", f"{{{waiver}}}", stage=stage)) == told


def test_nothing_is_said_of_waivers_when_something_could_not_be_read(tmp_path: Path) -> None:
    waivers = "{kode: PRF002, jalur: profil.penduduk, alasan: a}, {kode: PRF002, jalur: x, alasan: a}"
    text = f"{ROOT}pengecualian: [{waivers}]\n"
    for broken in ("program: [{id: a, nama: [x]}]\n", "program: [x\n"):
        checked = check(tmp_path, text, smart_living=broken)
        assert not found(checked, "PGC002") + found(checked, "PGC003")
    whole = check(tmp_path, text, smart_living=LIVING)
    assert (len(found(whole, "PGC002")), len(found(whole, "PGC003"))) == (1, 1)


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("profil.luas", None),
        ("profil.luas[#2].nilai", None),
        ("profil.kepadatan", None),  # a key that nobody wrote yet
        ("kelembagaan.dewan.sk.nomor", None),
        ("dimensi.smart_economy.program", None),  # a dimension without a file
        ("dimensi.smart_living.program[jas-bule].anggaran.2026", None),
        ("dimensi.smart_living.program[jas-bule].kegiatan[#1]", None),
        ("judul.buku.buku-2", None),
        ("naskah.tujuan[#2]", None),
        ("misi[#2].misi", None),
        ("profil.luass", "profil.luas"),
        ("profi.luass", "profil.luas"),
        ("dimensi.smart_livin.program", "dimensi.smart_living.program"),
        ("dimensi.smart_living.program[jas-bul].nama", "dimensi.smart_living.program[jas-bule].nama"),
        ("dimensi.smart_living.program[sekolah].nama", "dimensi.smart_society.program[sekolah].nama"),
        ("profil.luas[#9]", ""),
        ("naskah.tujuan[#3]", ""),
        ("visi.smart_city.isi", ""),
        ("visi..smart_city", ""),
        ("visi[a]", ""),
        ("misi.misi-a", ""),
        (".visi", ""),
        ("visi.", ""),
        ("]", ""),
        ("sama sekali lain", ""),
    ],
)
def test_a_path_that_leads_nowhere_is_told_with_the_one_that_was_meant(
    path: str, near: str | None, tmp_path: Path
) -> None:
    plan = write(
        tmp_path,
        {"rencana.yaml": ROOT, "dimensi/smart_living.yaml": LIVING, "dimensi/smart_society.yaml": SOCIETY},
    )
    context = Context(plan, edition(), Index(plan, edition()), {})
    assert isinstance(locate(context, path), Place) == (near is None)
    if near is not None:
        meant = nearest(context, path)
        assert meant == near if near else meant is None or isinstance(locate(context, meant), Place)


def test_a_waiver_of_nothing_is_mended_by_the_near_path(tmp_path: Path) -> None:
    text = f"{ROOT}pengecualian: [{{kode: PRF002, jalur: profil.luass, alasan: a}}]\n"
    (finding,) = found(check(tmp_path, text), "PGC003")
    assert finding.hint == 'maksud Anda "profil.luas"?'
    assert ([edit.new_text for edit in finding.edits], finding.unsafe) == (["profil.luas"], True)


def test_a_code_in_small_letters_is_taken_and_mended_safely(tmp_path: Path) -> None:
    checked = check(tmp_path, f"{ROOT}pengecualian: [{{kode: prf002, alasan: a}}]\n")
    assert [finding.waived for finding in found(checked, "PRF002")] == [True]
    assert not found(checked, "PGC001") and not found(checked, "PGC002")
    (hint,) = found(checked, "STR004")
    assert ([edit.new_text for edit in hint.edits], hint.unsafe) == (["PRF002"], False)


@pytest.mark.parametrize(
    ("code", "hint", "edits"),
    [
        ("prf02", 'maksud Anda "PRF002"?', ["PRF002"]),
        ("PRF", "tulis kode lengkap, misalnya PRF001", []),
        ("PRF992", "salin kodenya dari hasil `smartplan validate`", []),
    ],
)
def test_a_code_is_only_guessed_when_its_number_is_right(
    code: str, hint: str, edits: list[str], tmp_path: Path
) -> None:
    (finding,) = found(check(tmp_path, f"{ROOT}pengecualian: [{{kode: {code}, alasan: a}}]\n"), "PGC001")
    assert (finding.hint, [edit.new_text for edit in finding.edits]) == (hint, edits) and finding.unsafe


@pytest.mark.parametrize("path", ["profil.tidak_ada", "dimensi.smart_branding2.program"])
def test_a_path_that_is_like_none_is_not_guessed(path: str, tmp_path: Path) -> None:
    text = f"{ROOT}pengecualian: [{{kode: PRF002, jalur: {path}, alasan: a}}]\n"
    (finding,) = found(check(tmp_path, text), "PGC003")
    assert finding.hint == "salin jalurnya dari hasil `smartplan validate`" and not finding.edits


def test_faults_of_an_edition_cannot_be_waived(tmp_path: Path) -> None:
    (finding,) = found(check(tmp_path, f"{ROOT}pengecualian: [{{kode: EDS008, alasan: a}}]\n"), "PGC001")
    assert finding.message.endswith("kekeliruan edisi tidak dapat dikecualikan")


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("jalur: visi.smart_city, oleh: Ahli, komentar: Belum terukur", 1),
        ("jalur: visi.smart_city, komentar: Belum terukur, selesai: tidak", 1),
        ("komentar: Belum terukur", 1),
        ("jalur: visi.smart_city, komentar: Belum terukur, selesai: ya", 0),
        ("jalur: visi.smart_city, oleh: Ahli", 0),
    ],
)
def test_open_comments_are_told(comment: str, told: int, tmp_path: Path) -> None:
    assert len(found(check(tmp_path, f"{ROOT}ulasan: [{{{comment}}}]\n"), "ULS001")) == told


def test_an_open_comment_names_its_place_and_its_dimension(tmp_path: Path) -> None:
    comment = f"{{jalur: 'dimensi.smart_living.program[jas-bule].nama', oleh: Ahli, komentar: {'Kata ' * 40}}}"
    (finding,) = found(check(tmp_path, f"{ROOT}ulasan: [{comment}]\n", smart_living=LIVING), "ULS001")
    assert finding.dimension == "smart_living"
    assert [related.span.file for related in finding.related] == ["dimensi/smart_living.yaml"]
    assert len(finding.message) < 200


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("jalur: visi.smart_cty, komentar: a", 1),
        ("jalur: 'misi[misi-b]', komentar: a", 1),
        ("jalur: visi.smart_cty, komentar: a, selesai: ya", 0),
        ("jalur: visi.keterkaitan, komentar: a", 0),
        ("jalur: risiko, komentar: a", 0),
    ],
)
def test_a_comment_on_nothing_is_told_while_it_is_open(comment: str, told: int, tmp_path: Path) -> None:
    assert len(found(check(tmp_path, f"{ROOT}ulasan: [{{{comment}}}]\n"), "ULS002")) == told


def test_what_is_below_a_path_and_in_which_dimension() -> None:
    assert is_below("profil.luas[#2].nilai", "profil.luas")
    assert not is_below("profil.luasan", "profil.luas")
    assert (dimension_of("dimensi.smart_living.program[a]"), dimension_of("visi"), dimension_of("dimensi")) == (
        "smart_living",
        None,
        None,
    )
