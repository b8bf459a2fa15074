"""How pages look: a cover, contents, a chapter that opens, a wide table, a quick win sheet, as small pictures.

They come from a book made by hand and a plan of a few lines, so that only a change of looks changes them. LibreOffice
versions set letters a little differently; what differs over a whole area is a change.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from smartplan.api import render
from smartplan.resources import find
from smartplan.writers.pdf import write_pdfs
from tests.golden.pictures import Picture, differing_share, from_png, picture_of, to_png
from tests.office import pages_of, require_office
from tests.plans import write
from tests.writers.word.sample import sample

PICTURES = Path(__file__).parent / "gambar"
LIMIT: Final = 0.01
"""Of a page. The head of a table is two to five per cent, the band of the cover a third."""
PLAN = """
skema: 1
edisi: kominfo-2023
wilayah: {nama: Kabupaten Rekaan, jenis: kabupaten, fiktif: ya}
tahun_dokumen: 2026
tanggal_dokumen: 2026-02-28
perangkat_daerah: [{id: dinkes, nama: Dinas Kesehatan, singkatan: Dinkes}]
dimensi:
  smart_governance:
    program: [{id: antre, nama: Antre dari Rumah, opd: dinkes}]
    quick_win:
      - id: antre-cepat
        nama: Antre Cepat
        program: antre
        opd: dinkes
        mulai: 2026-03-01
        bulan: 8
        penjelasan: Nomor antrean puskesmas diambil dari rumah lewat pesan singkat, telepon, atau kader.
        manfaat: {masyarakat: Pasien berangkat mendekati gilirannya.}
"""
PAGES: Final = {
    "sampul": ("buku-2", "Pemerintah Kabupaten Rekaan"),
    "daftar-isi": ("buku-2", "DAFTAR ISI"),
    "bab": ("buku-2", "BAB II"),
    "tabel-lanskap": ("buku-2", "Tabel 2.2 Program dan anggaran"),
    "lembar-dan-bagan": ("buku-2", "Jas Bule: Jaga Sehat Bumil"),
    "lembar-quick-win": ("buku-4", "Antre Cepat"),
}
"""Name -> the book, and the end of a line of the first page that is meant."""


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    require_office()
    folder = tmp_path_factory.mktemp("gambar")
    by_hand = write_pdfs([sample()], find("word/dasar.docx").read_bytes()).by_document
    from_plan = render(write(folder, {"rencana.yaml": PLAN}), ["buku-4"], ["pdf"])
    files = {name: folder / f"{name}.pdf" for name in ("buku-2", "buku-4")}
    files["buku-2"].write_bytes(by_hand["buku-2"])
    files["buku-4"].write_bytes(from_plan["buku-4.pdf"])
    return files


@pytest.mark.office
@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(name: str, books: dict[str, Path], update_golden: bool, tmp_path: Path) -> None:
    book, words = PAGES[name]
    page = _page(pages_of(books[book]), words)
    now, golden = picture_of(books[book], page), PICTURES / f"{name}.png"
    if update_golden:
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(to_png(now))
    share = differing_share(from_png(golden.read_bytes()), now)
    seen = tmp_path / golden.name
    seen.write_bytes(to_png(now))
    assert share <= LIMIT, f"{share:.1%} of {golden.name} looks different; see {seen}, renew with --update-golden"


def _page(sheets: list[str], words: str) -> int:
    """The first page, from 1, with a line that ends with these words."""
    return next(at for at, sheet in enumerate(sheets, 1) if any(line.endswith(words) for line in sheet.splitlines()))


def test_what_is_kept_is_what_was_seen() -> None:
    picture = Picture(3, 2, bytes(range(18)))
    assert from_png(to_png(picture)) == picture
    assert differing_share(picture, picture) == 0


@pytest.mark.parametrize(("width", "height", "share"), [(20, 4, 0.008), (60, 20, 0.12), (100, 100, 1)])
def test_an_area_in_another_colour_is_different(width: int, height: int, share: float) -> None:
    other = bytearray(white().dots)
    for line in range(height):
        other[line * 300 : line * 300 + width * 3] = bytes((31, 78, 121)) * width
    assert differing_share(white(), white()._replace(dots=bytes(other))) == share


def test_what_moved_by_a_dot_or_two_is_the_same() -> None:
    page = bytearray(white().dots)
    for line in range(40, 60):
        page[line * 300 + 60 : line * 300 + 240] = bytes((31, 78, 121)) * 60
    picture = white()._replace(dots=bytes(page))
    for dots in (3, -3, 300, -600):
        assert differing_share(picture, picture._replace(dots=picture.dots[dots:] + picture.dots[:dots])) == 0
    assert differing_share(picture, picture._replace(dots=picture.dots[2_100:] + picture.dots[:2_100])) > 0.02


def test_dots_here_and_there_and_another_size_are_told_apart() -> None:
    speckled = bytearray(white().dots)
    speckled[15_150::3_000] = b"\0" * len(speckled[15_150::3_000])
    assert differing_share(white(), white()._replace(dots=bytes(speckled))) == 0
    assert differing_share(white(), Picture(10, 10, b"\xff" * 300)) == 1


def white() -> Picture:
    return Picture(100, 100, b"\xff" * 30_000)
