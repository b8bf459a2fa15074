"""The package that is handed in, and the proof that it is what it was."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest

from smartplan.files import NotWritable, zip_bytes
from smartplan.submission import CHECKSUMS, MANIFEST, README, Facts, pack, prove, sealed, shelve
from smartplan.submission.proof import NotAPackage

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 26)
FACTS = Facts(
    region="Kabupaten Rekaan",
    code="99.99",
    edition="kominfo-2023",
    edition_sha256="0" * 64,
    stage="pengajuan",
    stage_title="Pengajuan",
    day=DAY,
    draft=False,
    counts={"error": 0, "warning": 2, "info": 0, "waived": 1},
    plan_sha256="1" * 64,
    main="",
    version="0.1.0",
    engine={"python": "3.11.7"},
)
CONTENTS = {"buku/buku-1.md": b"# Buku\n", "rencana/rencana.yaml": b"skema: 1\n", "laporan/temuan.md": b"nihil\n"}


def changed(**files: bytes | None) -> bytes:
    """The zip of a package after somebody had a hand in it; None takes a file out."""
    held = sealed(CONTENTS, FACTS)
    for name, data in files.items():
        if data is None:
            del held[name]
        else:
            held[name] = data
    return pack(held)


def test_the_same_content_gives_the_same_zip() -> None:
    assert pack(sealed(CONTENTS, FACTS)) == pack(sealed(dict(reversed(CONTENTS.items())), FACTS))


def test_a_package_explains_itself_and_lists_every_file() -> None:
    files = sealed(CONTENTS, FACTS)
    manifest = json.loads(files[MANIFEST])
    assert [entry["name"] for entry in manifest["files"]] == sorted([*CONTENTS, README])
    assert (manifest["stage"], manifest["date"], manifest["draft"]) == ("pengajuan", "2026-11-26", False)
    page = files[README].decode()
    assert "Tanggal   : 26 November 2026" in page
    assert "Keadaan   : tidak ada galat" in page
    assert "\nbuku/ (buku yang diajukan)\n  buku-1.md\n" in page
    assert "surat/" not in page
    assert len(files[CHECKSUMS].decode().splitlines()) == len(files) - 1


def test_a_draft_says_so() -> None:
    files = sealed(CONTENTS, FACTS._replace(draft=True, counts={"error": 3}))
    assert "Keadaan   : KONSEP, masih ada 3 galat" in files[README].decode()


def test_an_untouched_package_is_proven() -> None:
    proof = prove(changed())
    assert proof.faults == ()
    assert proof.manifest["region"]["name"] == "Kabupaten Rekaan"


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({"buku/buku-1.md": b"# Lain\n"}, "buku/buku-1.md: isinya bukan yang tercantum dalam manifes"),
        ({"buku/buku-1.md": None}, "buku/buku-1.md: tidak ada, padahal tercantum dalam manifes"),
        ({"buku/tambahan.md": b"x"}, "buku/tambahan.md: tidak tercantum dalam manifes"),
        ({CHECKSUMS: None}, "SHA256SUMS: tidak ada"),
        ({CHECKSUMS: b""}, "SHA256SUMS: tidak cocok dengan isi kiriman"),
    ],
)
def test_a_touched_package_is_not(files: dict[str, bytes | None], fault: str) -> None:
    [found] = prove(changed(**files)).faults
    assert found.startswith(fault)


def test_a_manifest_that_was_made_to_fit_does_not_fit_the_checksums() -> None:
    forged = sealed({**CONTENTS, "buku/buku-1.md": b"# Lain\n"}, FACTS)
    forged[CHECKSUMS] = sealed(CONTENTS, FACTS)[CHECKSUMS]
    [fault] = prove(pack(forged)).faults
    assert fault.startswith("SHA256SUMS: tidak cocok")


def test_a_name_that_stands_twice_is_told() -> None:
    stream = io.BytesIO(changed())
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(README, "lain")
    assert f"{README}: ada dua kali dalam zip" in prove(stream.getvalue()).faults


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"bukan zip", "bukan zip"),
        (zip_bytes({"a.txt": b"a"}), "tidak ada manifes.json"),
        (zip_bytes({MANIFEST: b"{"}), "manifes.json tidak dapat dibaca"),
        (zip_bytes({MANIFEST: b"[1]"}), "manifes.json tidak dapat dibaca"),
        (zip_bytes({MANIFEST: b'{"format": 1, "files": [{"name": 1}]}'}), "manifes.json tidak dapat dibaca"),
        (
            changed(**{MANIFEST: sealed(CONTENTS, FACTS)[MANIFEST].replace(b'"format": 1', b'"format": 9')}),
            "lebih baru",
        ),
    ],
)
def test_what_is_no_package_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(NotAPackage, match=message):
        prove(data)


def test_a_file_that_is_damaged_inside_the_zip_is_named() -> None:
    data = bytearray(pack(sealed({**CONTENTS, "buku/besar.docx": b"isi" * 400}, FACTS)))
    at = data.find(b"isiisi")
    data[at] ^= 0xFF
    assert "buku/besar.docx: rusak, tidak dapat dibaca" in prove(bytes(data)).faults


def test_packages_are_numbered_and_none_is_replaced(tmp_path: Path) -> None:
    files = sealed(CONTENTS, FACTS)
    shelf = tmp_path / "kiriman"
    made = [shelve(shelf, "pengajuan", DAY, files, pack(files), "abc", draft=draft) for draft in (False, True)]
    assert [one.folder.name for one in made] == ["01-pengajuan-2026-11-26", "02-pengajuan-2026-11-26-konsep"]
    assert made[0].archive.read_bytes() == pack(files)
    assert made[0].checksum.read_text() == "abc  01-pengajuan-2026-11-26.zip\n"
    inside = {path.relative_to(made[0].folder).as_posix() for path in made[0].folder.rglob("*") if path.is_file()}
    assert inside == set(files)
    made[1].archive.unlink()
    third = shelve(shelf, "pengajuan", DAY, files, pack(files), "abc", draft=False)
    assert third.folder.name == "03-pengajuan-2026-11-26"
    assert not [path.name for path in shelf.iterdir() if path.name.startswith(".")]


def test_a_place_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "kiriman").write_text("catatan")
    with pytest.raises(NotWritable):
        shelve(tmp_path / "kiriman", "pengajuan", DAY, {}, b"", "", draft=False)
    assert (tmp_path / "kiriman").read_text() == "catatan"
