"""The content of a package: what is in it, and the manifest and checksums that let anybody check it."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from smartplan.files import zip_bytes
from smartplan.wording import format_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

__all__ = ["CHECKSUMS", "FORMAT", "MANIFEST", "README", "Facts", "checksums", "pack", "sealed"]

FORMAT: Final = 1
"""Of the manifest; a reader refuses a higher one."""

MANIFEST: Final = "manifes.json"
CHECKSUMS: Final = "SHA256SUMS"
README: Final = "BACA-SAYA.txt"

_FOLDERS: Final = {
    "buku": "buku yang diajukan",
    "surat": "surat dan naskah dinas",
    "laporan": "temuan pemeriksaan beserta pengecualiannya",
    "rencana": "rencana sebagaimana adanya saat kiriman dibuat",
}


class Facts(NamedTuple):
    """What the manifest says beside the files. ``draft``: made although errors stand, each page bears KONSEP.
    ``counts``: error, warning, info, waived -> how many. ``engine``: programs that had a part, with their versions.
    """

    region: str
    code: str
    edition: str
    edition_sha256: str
    stage: str
    stage_title: str
    day: date
    draft: bool
    counts: Mapping[str, int]
    plan_sha256: str
    main: str
    version: str
    engine: Mapping[str, str]


def sealed(contents: Mapping[str, bytes], facts: Facts) -> dict[str, bytes]:
    """``contents`` (name below the package -> bytes) with a page for readers, the manifest and the checksums."""
    files = {**contents, README: _readme(contents, facts).encode()}
    files[MANIFEST] = _manifest(files, facts)
    return {**files, CHECKSUMS: checksums(files)}


def pack(files: Mapping[str, bytes]) -> bytes:
    """The zip of a sealed package; the same files give the same bytes."""
    return zip_bytes(files, leading=(README, MANIFEST, CHECKSUMS))


def checksums(files: Mapping[str, bytes]) -> bytes:
    """A line a file, as ``sha256sum --check`` reads it."""
    lines = (f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files) if name != CHECKSUMS)
    return "".join(lines).encode()


def _manifest(files: Mapping[str, bytes], facts: Facts) -> bytes:
    said: dict[str, Any] = {
        "format": FORMAT,
        "tool": {"name": "smartplan", "version": facts.version, "engine": dict(facts.engine)},
        "region": {"name": facts.region, "code": facts.code},
        "edition": {"id": facts.edition, "sha256": facts.edition_sha256},
        "stage": facts.stage,
        "date": facts.day.isoformat(),
        "draft": facts.draft,
        "findings": dict(facts.counts),
        "plan": {"sha256": facts.plan_sha256, "main": facts.main},
        "files": [
            {"name": name, "size": len(data), "sha256": sha256(data).hexdigest()}
            for name, data in sorted(files.items())
        ],
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _readme(contents: Mapping[str, bytes], facts: Facts) -> str:
    lines = [
        f"Kiriman rencana induk Smart City {facts.region}".rstrip(),
        "",
        f"Tahap     : {facts.stage_title}",
        f"Tanggal   : {format_date(facts.day)}",
        f"Keadaan   : {_state(facts)}",
        f"Edisi     : {facts.edition}",
        f"Dibuat    : smartplan {facts.version}",
        "",
        "Isi:",
    ]
    for folder, words in _FOLDERS.items():
        names = sorted(name for name in contents if name.startswith(f"{folder}/"))
        if names:
            lines += ["", f"{folder}/ ({words})", *(f"  {name.removeprefix(f'{folder}/')}" for name in names)]
    lines += [
        "",
        f"{MANIFEST} memuat ukuran dan sidik SHA-256 setiap berkas. Keutuhannya diperiksa dengan",
        "  smartplan verify BERKAS.zip",
        f"atau, tanpa smartplan, dengan `sha256sum --check {CHECKSUMS}` di map kiriman ini.",
    ]
    return "\n".join(lines) + "\n"


def _state(facts: Facts) -> str:
    if facts.draft:
        return f"KONSEP, masih ada {facts.counts.get('error', 0)} galat"
    return "tidak ada galat"
