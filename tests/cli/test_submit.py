"""``smartplan submit`` and ``smartplan verify`` with a small edition and templates of the plan's own."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest

from smartplan.submission import CHECKSUMS, MANIFEST, pack
from smartplan.submission.package import checksums
from tests.cli.test_render import CHAPTER, EDITION, PLAN
from tests.office import require_office

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.project import Outcome, Project

DAY = ("--today", "2026-11-26")
WHOLE = PLAN + "visi: {smart_city: Maju}\n"
NOWHERE = "/nowhere"
NAME = "01-awal-2026-11-26"


@pytest.fixture
def kecil(project: Project) -> Project:
    project.write("templates/edisi/kecil/edisi.yaml", EDITION)
    project.write("templates/buku/isi.md.j2", CHAPTER)
    project.write("rencana.yaml", WHOLE)
    return project


def submit(project: Project, *arguments: str) -> Outcome:
    """Without LibreOffice, which takes seconds."""
    return project.run("submit", *arguments, PATH=NOWHERE)


def verify(project: Project, *arguments: str) -> Outcome:
    return project.run("verify", *arguments, PATH=NOWHERE)


def names(archive: Path) -> list[str]:
    with zipfile.ZipFile(archive) as held:
        return held.namelist()


def test_a_package_has_books_reports_and_the_plan_with_its_templates(kecil: Project) -> None:
    done = submit(kecil, *DAY)
    assert (done.code, done.out) == (0, f"kiriman/{NAME}\nkiriman/{NAME}.zip\n")
    assert set(names(kecil.folder / "kiriman" / f"{NAME}.zip")) == {
        "BACA-SAYA.txt",
        "SHA256SUMS",
        "manifes.json",
        "buku/satu.docx",
        "buku/satu.md",
        "buku/dua.docx",
        "buku/dua.md",
        "laporan/temuan.html",
        "laporan/temuan.json",
        "laporan/temuan.md",
        "rencana/rencana.yaml",
        "rencana/templates/buku/isi.md.j2",
        "rencana/templates/edisi/kecil/edisi.yaml",
    }
    assert "PDF tidak disertakan karena LibreOffice tidak ditemukan" in done.err
    assert "Sidik zip (SHA-256): " in done.err


@pytest.mark.office
def test_where_libreoffice_is_the_books_are_there_as_pdf_too(kecil: Project) -> None:
    require_office()
    done = kecil.run("submit", *DAY)
    assert (done.code, "PDF tidak" in done.err) == (0, False)
    with zipfile.ZipFile(kecil.folder / "kiriman" / f"{NAME}.zip") as held:
        assert held.read("buku/satu.pdf").startswith(b"%PDF-")
        assert b'"libreoffice": "LibreOffice' in held.read("manifes.json")
    assert kecil.run("verify", f"kiriman/{NAME}.zip", "--rebuild").code == 0


def test_the_same_plan_gives_the_same_bytes_under_the_next_number(kecil: Project) -> None:
    first, second = submit(kecil, *DAY), submit(kecil, *DAY)
    assert (first.code, second.code) == (0, 0)
    shelf = kecil.folder / "kiriman"
    assert (shelf / f"{NAME}.zip").read_bytes() == (shelf / "02-awal-2026-11-26.zip").read_bytes()


def test_it_is_refused_while_errors_stand(kecil: Project) -> None:
    kecil.write("rencana.yaml", PLAN)
    done = submit(kecil, *DAY)
    assert done.code == 1
    assert "visi Smart City" in done.out
    assert "kiriman ditolak selama masih ada 1 galat" in done.err
    assert not (kecil.folder / "kiriman").exists()


def test_force_makes_a_draft_of_it(kecil: Project) -> None:
    kecil.write("rencana.yaml", PLAN)
    done = submit(kecil, "--force", *DAY)
    assert (done.code, done.out.splitlines()[1]) == (0, f"kiriman/{NAME}-konsep.zip")
    with zipfile.ZipFile(kecil.folder / "kiriman" / f"{NAME}-konsep.zip") as held:
        assert b'"draft": true' in held.read("manifes.json")
        book = docx.Document(io.BytesIO(held.read("buku/satu.docx")))
    assert all("KONSEP" in section.header._element.xml for section in book.sections)


def test_force_without_errors_is_no_draft(kecil: Project) -> None:
    done = submit(kecil, "--force", *DAY)
    assert done.out.splitlines()[0] == f"kiriman/{NAME}"


def test_an_unknown_stage_names_those_that_there_are(kecil: Project) -> None:
    done = submit(kecil, "--stage", "awl")
    assert done.code == 2
    assert 'maksud Anda "awal"?' in done.err


def test_a_package_is_verified_and_made_again(kecil: Project) -> None:
    submit(kecil, *DAY)
    archive = f"kiriman/{NAME}.zip"
    done = verify(kecil, archive, "--rebuild")
    assert (done.code, done.err) == (0, "Cocokkan sidik ini dengan yang ditulis pengirim, atau pakai --sha256.\n")
    assert done.out.startswith("Utuh: ")
    assert "hasilnya sama sampai ke bit terakhir" in done.out
    digest = done.out.rpartition(": ")[2].strip()
    assert verify(kecil, archive, "--sha256", digest.upper()).code == 0
    zeros = "0" * 64
    other = verify(kecil, archive, "--sha256", zeros)
    assert (other.code, other.out) == (1, f"sidik zip {digest}, bukan {zeros}\n")
    for no_digest in ("00", "zz" * 32, "3f5a..."):
        refused = verify(kecil, archive, "--sha256", no_digest)
        assert (refused.code, refused.out) == (2, ""), no_digest


def test_a_package_that_was_touched_fails(kecil: Project) -> None:
    submit(kecil, *DAY)
    archive = kecil.folder / "kiriman" / f"{NAME}.zip"
    with zipfile.ZipFile(archive, "a") as held:
        held.writestr("buku/tambahan.md", "x")
    done = verify(kecil, f"kiriman/{NAME}.zip")
    assert (done.code, done.out) == (1, "buku/tambahan.md: tidak tercantum dalam manifes\n")
    assert "kiriman tidak utuh: 1 hal tidak cocok" in done.err


def repacked(archive: Path, old: bytes, new: bytes) -> None:
    """The package as somebody else would have made it: manifest changed, checksums made to fit."""
    with zipfile.ZipFile(archive) as held:
        files = {name: held.read(name) for name in held.namelist()}
    files[MANIFEST] = files[MANIFEST].replace(old, new)
    archive.write_bytes(pack({**files, CHECKSUMS: checksums(files)}))


def test_a_package_of_another_version_is_whole_but_cannot_be_compared(kecil: Project) -> None:
    submit(kecil, *DAY)
    archive = kecil.folder / "kiriman" / f"{NAME}.zip"
    repacked(archive, b'"jinja2": "', b'"jinja2": "0.')
    done = verify(kecil, f"kiriman/{NAME}.zip", "--rebuild")
    assert done.code == 2
    assert done.out.startswith("Utuh: ")
    assert "cetak ulangnya tidak dapat dibandingkan: kiriman dibuat dengan jinja2 0." in done.err
    assert "lxml" not in done.err, "only what differs is named"


def test_words_of_a_stranger_do_not_reach_the_terminal_as_they_are(kecil: Project) -> None:
    submit(kecil, *DAY)
    repacked(kecil.folder / "kiriman" / f"{NAME}.zip", b"Kabupaten Buleleng", b"Kota \\u001b[31mJahat\\nUtuh")
    done = verify(kecil, f"kiriman/{NAME}.zip")
    assert "Kota ·[31mJahat Utuh, tahap awal" in done.out


def test_a_linked_file_of_the_plan_goes_along(kecil: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("lain") / "visi.yaml"
    elsewhere.write_text("visi: {smart_city: Maju}\n", encoding="utf-8")
    kecil.write("rencana.yaml", PLAN)
    try:
        (kecil.folder / "visi.yaml").symlink_to(elsewhere)
    except OSError:
        pytest.skip("no links here")
    assert submit(kecil, *DAY).code == 0
    with zipfile.ZipFile(kecil.folder / "kiriman" / f"{NAME}.zip") as held:
        assert held.read("rencana/visi.yaml") == elsewhere.read_bytes()
    assert verify(kecil, f"kiriman/{NAME}.zip", "--rebuild").code == 0


def test_what_cannot_be_read_is_told(kecil: Project) -> None:
    kecil.write("profil.yaml", "profil: [\n")
    done = submit(kecil, "--force", *DAY)
    assert "Tidak terbaca sehingga tidak ikut dicetak: profil.yaml." in done.err


def test_the_same_content_again_is_told(kecil: Project) -> None:
    submit(kecil, *DAY)
    assert f"Isinya sama dengan kiriman terdahulu {NAME}." in submit(kecil, *DAY).err


def test_a_place_that_cannot_be_written_to_is_told_before_the_work(kecil: Project) -> None:
    kecil.write("berkas", "catatan")
    done = submit(kecil, "--out", "berkas", *DAY)
    assert (done.code, "Menyusun" in done.err) == (2, False)
    assert submit(kecil, "--out", "", *DAY).code == 2


def test_the_folder_beside_the_zip_is_no_package(kecil: Project) -> None:
    submit(kecil, *DAY)
    done = verify(kecil, f"kiriman/{NAME}")
    assert done.code == 2
    assert f"smartplan verify kiriman/{NAME}.zip" in done.err


@pytest.mark.parametrize("arguments", [(), ("rencana.yaml",), ("tidak-ada.zip",)])
def test_what_is_no_package_is_wrong_use(kecil: Project, arguments: tuple[str, ...]) -> None:
    done = verify(kecil, *arguments)
    assert (done.code, done.out) == (2, "")
    assert "saran: " in done.err
