"""What must hold in an edition beyond its structure, with positions (codes EDS)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from smartplan.edition.parts import Bertanda, KolomTabel
from smartplan.fields import Bagian
from smartplan.findings import Finding, Severity
from smartplan.source.codes import CodeText
from smartplan.wording.near import meant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.edition.parts import Edition

__all__ = ["CODES", "LEVELS", "check_edition"]

LEVELS: Final = {"galat": Severity.ERROR, "peringatan": Severity.WARNING, "info": Severity.INFO}
"""Word of an edition -> severity."""

_PATH: Final = re.compile(r"[a-z][a-z0-9_]*(?:\[\*\])?(?:\.(?:[a-z][a-z0-9_]*|\*)(?:\[\*\])?)*\Z")
_COLOUR: Final = re.compile(r"[0-9A-Fa-f]{6}\Z")

CODES: dict[str, CodeText] = {
    "EDS001": CodeText(
        "butir-edisi-tanpa-tanda",
        "Tiap ketentuan edisi menyebut tanda asal (F, I, G) dan sumbernya, agar orang tahu mana yang fakta dan "
        "mana yang kebiasaan.",
        "Tulis `tanda` dan `sumber` pada ketentuan itu.",
    ),
    "EDS002": CodeText(
        "tahap-tidak-dikenal",
        "`sejak` hanya boleh memuat tahap edisi dan tingkat galat, peringatan, atau info; yang lain tidak pernah "
        "berlaku.",
        "Perbaiki tahap atau tingkatnya.",
    ),
    "EDS003": CodeText(
        "jalur-keliru",
        "Jalur data yang tidak dapat dibaca tidak menunjuk isian mana pun.",
        "Tulis kunci yang dipisah titik; `*` untuk tiap dimensi, `[*]` untuk tiap butir.",
    ),
    "EDS004": CodeText(
        "warna-keliru",
        "Warna yang tidak dapat dibaca tidak dapat dicetak.",
        "Tulis enam angka heksadesimal, misalnya 1F4E79.",
    ),
    "EDS005": CodeText(
        "edisi-tidak-lengkap",
        "Tanpa dimensi, tahap, dan dokumen tidak ada yang dapat diperiksa atau dicetak.",
        "Tulis daftar yang belum ada pada edisi.",
    ),
    "EDS006": CodeText(
        "id-edisi-ganda",
        "Dua butir dalam satu daftar edisi memakai id yang sama, sehingga rujukan kepadanya tidak pasti.",
        "Ganti salah satunya.",
    ),
    "EDS007": CodeText(
        "edisi-tidak-ada",
        "Rencana menyebut edisi panduan yang tidak tersedia, maka hanya susunan berkasnya yang diperiksa.",
        "Pilih salah satu edisi dari `smartplan edition list`.",
    ),
    "EDS008": CodeText(
        "ketentuan-aturan-keliru",
        "Edisi mengatur aturan yang tidak dikenal, atau parameternya bukan angka; ketentuan itu tidak berlaku.",
        "Perbaiki kode atau parameternya di berkas edisi; `smartplan edition show` memuat semua kode.",
    ),
    "EDS009": CodeText(
        "tempat-butir-tidak-dikenal",
        "`sesudah` dan `sebelum` menyebut butir lain dalam daftar yang sama; yang tidak ada tidak menunjuk tempat.",
        "Pakai id butir dalam daftar itu, misalnya id bab dari `smartplan edition show`.",
    ),
}


def check_edition(edition: Edition) -> list[Finding]:
    """All faults of a merged edition; empty when it can be used."""
    stages = set(edition.ids("tahap"))
    return [
        *_missing_lists(edition),
        *(finding for part in _parts(edition) for finding in _check_part(part, stages)),
    ]


def _fault(code: str, part: Bagian, key: str | None, message: str, hint: str) -> Finding:
    path = part.path_of(key) if key else part.path
    return Finding(code, Severity.ERROR, message, part.span(key), hint=hint, path=path or None)


def _missing_lists(edition: Edition) -> Iterator[Finding]:
    for key in ("dimensi", "tahap", "dokumen"):
        if not getattr(edition, key):
            yield _fault("EDS005", edition, key, f"edisi belum memuat {key}", f"tulis daftar {key}")


def _parts(part: Bagian) -> Iterator[Bagian]:
    yield part
    for name in part._holders:
        held = getattr(part, name)
        if isinstance(held, Bagian):
            yield from _parts(held)
        elif held:
            for item in held.values() if isinstance(held, dict) else held:
                yield from _parts(item)


def _check_part(part: Bagian, stages: set[str]) -> Iterator[Finding]:
    fields = type(part).fields
    if "tanda" in fields and not (getattr(part, "tanda") and getattr(part, "sumber")):  # noqa: B009 - any part with a mark
        yield _fault(
            "EDS001",
            part,
            None,
            f"{part.path or 'edisi'} tanpa tanda atau sumber",
            "tambahkan tanda: F, I, atau G, dan sumber",
        )
    for key in part._holders:
        held = getattr(part, key)
        if isinstance(held, list):
            yield from _doubles(held)
            yield from _unplaced(held)
    if "sejak" in fields:
        yield from _check_levels(part, getattr(part, "sejak") or {}, stages)  # noqa: B009 - as above
    if "jalur" in fields:
        path = getattr(part, "jalur") or ""  # noqa: B009 - as above
        if not _PATH.match(path) and (path or not isinstance(part, KolomTabel)):
            yield _fault(
                "EDS003", part, "jalur", f'jalur "{path}" tidak dapat dibaca', "contoh: dimensi.*.program[*].opd"
            )
    if "pita" in fields:
        for key in ("pita", "latar"):
            colour = getattr(part, key) or ""
            if not _COLOUR.match(colour):
                yield _fault("EDS004", part, key, f'warna "{colour}" tidak dapat dibaca', "contoh: 1F4E79")


def _doubles(held: list[Bagian]) -> Iterator[Finding]:
    seen: set[str] = set()
    for item in held:
        name = getattr(item, "id", None)
        if name in seen:
            yield _fault("EDS006", item, "id", f'id "{name}" dipakai dua kali', "ganti salah satunya")
        if name:
            seen.add(name)


def _unplaced(held: list[Bagian]) -> Iterator[Finding]:
    """Items that want to stand beside one which the list does not have; columns of a table are for the book to know."""
    known = [name for item in held if (name := getattr(item, "id", None))]
    for item in held:
        for key in ("sesudah", "sebelum") if isinstance(item, Bertanda) else ():
            target = getattr(item, key)
            if target and (target not in known or target == getattr(item, "id", None)):
                hint = f"{meant(target, known)}pilihan: {', '.join(known)}"
                yield _fault("EDS009", item, key, f'tidak ada butir "{target}" dalam daftar ini', hint)


def _check_levels(part: Bagian, levels: dict[str, str], stages: set[str]) -> Iterator[Finding]:
    for stage, level in levels.items():
        if stage not in stages:
            yield _fault(
                "EDS002", part, "sejak", f'tahap "{stage}" tidak ada dalam edisi', "pilih: " + ", ".join(sorted(stages))
            )
        if level not in LEVELS:
            yield _fault("EDS002", part, "sejak", f'tingkat "{level}" tidak dikenal', "pilih: " + ", ".join(LEVELS))
