"""A plan of N programs, made by rule: the words vary with the number, so that no two rows are alike."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

from smartplan.edition import load_edition

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["write_plan"]

_FIRST: Final = 2025
_LAST: Final = 2034
_VERBS: Final = ("Penataan", "Penguatan", "Pemetaan", "Pembinaan", "Penyediaan", "Perluasan", "Pemulihan", "Pengawasan")
_THINGS: Final = (
    "layanan",
    "jaringan",
    "kebun",
    "pasar",
    "sungai",
    "arsip",
    "sekolah",
    "jalan",
    "puskesmas",
    "pesisir",
)
_PLACES: Final = ("hulu", "hilir", "lereng", "dermaga", "alun-alun", "perbatasan", "lembah", "tanjung", "muara")
_OFFICES: Final = 24


def write_plan(folder: Path, programs: int) -> None:
    """Write a plan folder with ``programs`` programs spread over the dimensions of the default edition."""
    random_words = random.Random(programs)
    edition = load_edition()
    dimensions = edition.ids("dimensi")
    (folder / "dimensi").mkdir(parents=True, exist_ok=True)
    (folder / "rencana.yaml").write_text("\n".join(_root()) + "\n", encoding="utf-8")
    for position, dimension in enumerate(dimensions):
        numbers = range(position, programs, len(dimensions))
        subs = [sub.id or "" for item in edition.dimensi or () if item.id == dimension for sub in item.sub or ()]
        groups = edition.ids("kelompok")
        lines = [*_analysis(dimension, subs), *_programs(dimension, subs, groups, numbers, random_words)]
        (folder / "dimensi" / f"{dimension}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _root() -> Iterator[str]:
    yield "skema: 1"
    yield "wilayah: {kode: 99.99, nama: Kabupaten Rekaan, jenis: kabupaten, provinsi: Rekaan, fiktif: ya}"
    yield f"periode: {{awal: {_FIRST}, akhir: {_LAST}}}"
    yield "tahap: bimtek-3\ntahun_dokumen: 2024\ntanggal_dokumen: 2024-11-01"
    yield "perangkat_daerah:"
    for number in range(_OFFICES):
        yield f"  - {{id: dinas-{number}, nama: Dinas Urusan Nomor {number}, singkatan: Dinas {number},"
        yield f"     kepala: Kepala {number}}}"
    yield "rpjmd:\n  jenis: rpjmd\n  visi: Daerah rekaan yang tertib dan sejahtera\n  program:"
    for number in range(_OFFICES):
        yield f"    - {{kode: 2.{number:02}.01, nama: Program Induk {number}, opd: dinas-{number}}}"
    yield "visi: {smart_city: Daerah rekaan yang cerdas melayani, keterkaitan: Visi ini meneruskan visi RPJMD.}"
    yield "peta_jalan:\n  periode:"
    yield f"    - {{id: jangka_pendek, awal: {_FIRST}, akhir: {_FIRST}, tema: Awal}}"
    yield f"    - {{id: jangka_menengah, awal: {_FIRST + 1}, akhir: {_FIRST + 4}, tema: Tengah}}"
    yield f"    - {{id: jangka_panjang, awal: {_FIRST + 5}, akhir: {_LAST}, tema: Akhir}}"


def _analysis(dimension: str, subs: list[str]) -> Iterator[str]:
    yield "koordinator: dinas-1\nsasaran:"
    for number, sub in enumerate(subs):
        yield f"  - id: {dimension.replace('_', '-')}-sasaran-{number}\n    sub: {sub}"
        yield f"    sasaran: Terwujudnya bidang {sub.replace('_', ' ')} yang mudah dijangkau"
        yield f"    indikator: Indeks {number}\n    satuan: persen\n    baseline: {{nilai: 4{number}, tahun: 2024}}"
        yield f"    target: {{2029: 6{number}, 2034: 8{number}}}"
    yield "inisiatif:"
    for number, sub in enumerate(subs):
        yield f"  - {{id: {dimension.replace('_', '-')}-inisiatif-{number}, sub: {sub}, nama: Inisiatif {sub}}}"


def _programs(
    dimension: str, subs: list[str], groups: list[str], numbers: range, words: random.Random
) -> Iterator[str]:
    """Fields and lengths are those of the written plan in examples/contoh; a test compares them."""
    prefix = dimension.replace("_", "-")
    yield "program:"
    for number in numbers:
        verb, thing, place = words.choice(_VERBS), words.choice(_THINGS), words.choice(_PLACES)
        start = _FIRST + number % 6
        end = start + 1 + number % 3
        budget = {year: 100_000_000 + number * 250_000 + (year - start) * 7_500_000 for year in range(start, end + 1)}
        yield f"  - id: {prefix}-{number}"
        yield f"    nama: {verb} {thing} {place} {number}"
        yield f"    uraian: {verb} {thing} di {place} dikerjakan bertahap bersama warga kelompok {number} dan"
        yield "      dipelihara pengurus setempat sesudahnya."
        yield f"    kelompok: {groups[number % len(groups)]}"
        yield f"    sub: {subs[number % len(subs)]}"
        yield f"    inisiatif: [{prefix}-inisiatif-{number % len(subs)}]"
        yield f"    sasaran: [{prefix}-sasaran-{number % len(subs)}]"
        yield f"    program_rpjmd: [2.{number % _OFFICES:02}.01]"
        yield "    kegiatan:"
        yield f"      - Menyusun peta {thing} bersama pengurus {place} kelompok {number}"
        yield f"      - Menguji coba cara baru pada {number % 7 + 2} lokasi di {place}"
        yield f"      - Memperluas {verb.lower()} {thing} ke seluruh {place}"
        yield f"    indikator_output: Jumlah {thing} di {place} yang telah tertata"
        yield f"    target_output: {number + 3} unit"
        yield f"    indikator_outcome: Kepuasan warga {place} atas {thing}"
        yield f"    target_outcome: Sedikitnya {70 + number % 25} persen"
        yield f"    lokasi: Kecamatan {place} {number % 9} dan sekitarnya\n    mulai: {start}\n    selesai: {end}"
        yield "    anggaran: {" + ", ".join(f"{year}: {amount}" for year, amount in budget.items()) + "}"
        yield f"    total: {sum(budget.values())}"
        yield f"    sumber_dana: [{'apbd, csr' if number % 3 else 'dak, apbd, swadaya'}]"
        yield f"    opd: dinas-{number % _OFFICES}"
        others = f"dinas-{(number + 5) % _OFFICES}, Paguyuban {thing} {place} tahap {number}, Pemerintah desa {place}"
        yield f"    pendukung: [{others}]"
        yield f"    keterangan: Meneruskan {thing} tahun {start - 1} kelompok {number}"
