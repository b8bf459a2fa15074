"""Editions written into a folder for one test, and a walk over all parts of an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.edition import Edition, EditionError, load_edition
from smartplan.fields import Bagian

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smartplan.findings import Finding

SMALL = """\
id: kecil
nama: Edisi kecil
tanda: G
sumber: uji
dimensi:
  - {id: satu, nama: Dimensi Satu, warna: {pita: 1F4E79, latar: E3ECF5}, tanda: G, sumber: uji}
  - {id: dua, nama: Dimensi Dua, warna: {pita: 7A2E7E, latar: F2E6F3}, tanda: G, sumber: uji}
tahap:
  - {id: awal, nama: Awal, tanda: G, sumber: uji}
  - {id: akhir, nama: Akhir, tanda: G, sumber: uji}
dokumen:
  - id: buku
    judul: Buku
    tanda: G
    sumber: uji
    bab:
      - id: bab
        judul: Bab
        templat: buku/bab.md.j2
        tanda: G
        sumber: uji
        wajib:
          - {jalur: visi.smart_city, isi: visi, sejak: {awal: peringatan, akhir: galat}, tanda: G, sumber: uji}
aturan:
  QW002: {sejak: {akhir: galat}, parameter: {maks_bulan: 12}, tanda: G, sumber: uji}
"""
"""An edition without fault."""


def write(root: Path, name: str, text: str) -> Path:
    """Write the edition ``name`` into ``root``'s own templates; returns ``root``."""
    file = root / "templates" / "edisi" / name / "edisi.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return root


def load(root: Path, text: str, name: str = "kecil") -> Edition:
    return load_edition(name, write(root, name, text))


def faults(root: Path, text: str, name: str = "kecil") -> list[Finding]:
    """What is wrong with the edition; empty when it loads."""
    try:
        load(root, text, name)
    except EditionError as error:
        return list(error.findings)
    return []


def parts(part: Bagian) -> Iterator[Bagian]:
    """``part`` and all that it holds."""
    yield part
    for name in type(part).fields:
        held = getattr(part, name)
        held = held.values() if isinstance(held, dict) else held if isinstance(held, list) else [held]
        for item in held:
            if isinstance(item, Bagian):
                yield from parts(item)
