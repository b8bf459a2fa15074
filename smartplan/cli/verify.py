"""``smartplan verify``: whether a package is what it was."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from smartplan.cli import console
from smartplan.cli.declare import Argumen, Opsi
from smartplan.cli.trouble import WrongUse

if TYPE_CHECKING:
    from smartplan.submission import Proof

__all__ = ["EXAMPLES", "HELP", "verify"]

HELP: Final = (
    "Periksa keutuhan kiriman buatan smartplan submit: setiap berkas ada, tidak berubah, dan tidak ada yang "
    "ditambahkan. Bahwa kiriman itu memang dari pengirimnya dibuktikan oleh sidik zip yang ditulisnya, dengan "
    "--sha256.\n\n"
    "Kode keluar: 0 utuh, 1 tidak utuh, 2 salah pakai, berkasnya bukan kiriman, atau cetak ulangnya tidak dapat "
    "dibandingkan."
)
EXAMPLES: Final = """
smartplan verify kiriman/01-pengajuan-2026-11-26.zip  setiap berkas terhadap manifesnya
smartplan verify 01.zip --sha256 SIDIK  juga terhadap sidik 64 angka yang ditulis pengirim
smartplan verify 01.zip --rebuild  cetak ulang dari rencana di dalamnya, lalu bandingkan
"""
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


def verify(
    file: Annotated[str | None, Argumen("BERKAS", "zip kiriman")] = None,
    sha256: Annotated[str | None, Opsi("sidik zip yang ditulis pengirim; zip harus bersidik sama", "SIDIK")] = None,
    rebuild: Annotated[
        bool, Opsi("cetak ulang semuanya dari rencana di dalam kiriman, dan bandingkan hasilnya")
    ] = False,
) -> int:
    """What is wrong on stdout, one line each; else what was found to be right."""
    from smartplan.report.lines import one_line

    wanted = _digest(sha256)
    proof = _read(file)
    faults = [one_line(fault) for fault in proof.faults]
    if wanted and wanted != proof.digest:
        faults.append(f"sidik zip {proof.digest}, bukan {wanted}")
    obstacle = ""
    if rebuild and not faults:
        from smartplan import api

        compared = api.compare(proof)
        faults += [one_line(fault) for fault in compared.faults]
        obstacle = one_line(compared.obstacle)
    if faults:
        console.write("".join(f"{fault}\n" for fault in faults))
        console.trouble(f"kiriman tidak utuh: {len(faults)} hal tidak cocok", "minta yang asli kepada pengirimnya")
        return 1
    lines = [f"Utuh: {len(proof.manifest['files'])} berkas, semuanya seperti dalam manifes."]
    if rebuild and not obstacle:
        lines.append("Dicetak ulang dari rencana di dalamnya, hasilnya sama sampai ke bit terakhir.")
    console.write("".join(f"{line}\n" for line in (*lines, *_facts(proof), f"Sidik zip (SHA-256): {proof.digest}")))
    if obstacle:
        console.trouble(
            f"cetak ulangnya tidak dapat dibandingkan: {obstacle}",
            "pasang versi yang sama, atau periksa tanpa --rebuild",
        )
        return 2
    if not wanted:
        console.note("Cocokkan sidik ini dengan yang ditulis pengirim, atau pakai --sha256.")
    return 0


def _digest(text: str | None) -> str:
    if text is None:
        return ""
    wanted = text.strip().lower()
    if _DIGEST.fullmatch(wanted) is None:
        raise WrongUse(
            f'nilai "{text}" untuk opsi --sha256 bukan sidik SHA-256', "tulis ke-64 angka heksadesimalnya, tanpa spasi"
        )
    return wanted


def _read(file: str | None) -> Proof:
    """Raises WrongUse for what is no package."""
    from smartplan.submission.proof import NotAPackage, prove

    if file is None:
        raise WrongUse("sebut zip yang diperiksa", "contoh: smartplan verify kiriman/01-pengajuan-2026-11-26.zip")
    path = Path(file)
    if path.is_dir():
        beside = path.with_name(f"{path.name}.zip")
        hint = f"smartplan verify {console.quoted(beside.as_posix())}" if beside.is_file() else "sebut zipnya"
        raise WrongUse(
            f"“{file}” sebuah map; yang diperiksa adalah zip di sampingnya",
            f"{hint}; isi map diperiksa dengan `sha256sum --check SHA256SUMS` di dalamnya",
        )
    try:
        return prove(path.read_bytes())
    except NotAPackage as error:
        raise WrongUse(f"“{file}”: {error.message}", error.hint) from error


def _facts(proof: Proof) -> list[str]:
    """What the manifest says of itself; its words may come from anybody."""
    from smartplan.report.lines import one_line

    manifest = proof.manifest
    state = "KONSEP" if manifest["draft"] else "tanpa galat"
    region = one_line(manifest["region"]["name"]) or "Daerah tidak disebut"
    made = one_line(manifest["tool"]["version"])
    return [
        f"{region}, tahap {one_line(manifest['stage'])}, {one_line(manifest['date'])}, {state}.",
        f"Edisi {one_line(manifest['edition']['id'])}, smartplan {made}.",
    ]
