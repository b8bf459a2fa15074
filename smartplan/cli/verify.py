"""``smartplan verify``: prove that a package is what it was."""

from __future__ import annotations

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
    "ditambahkan.\n\n"
    "Kode keluar: 0 utuh, 1 tidak utuh, 2 salah pakai, atau berkasnya bukan kiriman."
)
EXAMPLES: Final = """
smartplan verify kiriman/01-pengajuan-2026-11-26.zip  setiap berkas terhadap manifesnya
smartplan verify 01.zip --sha256 3f5a...  juga terhadap sidik yang ditulis pengirim
smartplan verify 01.zip --rebuild  cetak ulang dari rencana di dalamnya, lalu bandingkan
"""


def verify(
    file: Annotated[str | None, Argumen("BERKAS", "zip kiriman")] = None,
    sha256: Annotated[str | None, Opsi("sidik zip yang ditulis pengirim; zip harus bersidik sama", "SIDIK")] = None,
    rebuild: Annotated[
        bool, Opsi("cetak ulang semuanya dari rencana di dalam kiriman, dan bandingkan hasilnya")
    ] = False,
) -> int:
    """What is wrong on stdout, one line each; else what was proven."""
    from smartplan.submission.proof import NotAPackage, prove

    if file is None:
        raise WrongUse("sebut zip yang diperiksa", "contoh: smartplan verify kiriman/01-pengajuan-2026-11-26.zip")
    try:
        proof = prove(Path(file).read_bytes())
    except NotAPackage as error:
        raise WrongUse(f"“{file}”: {error.message}", error.hint) from error
    faults = list(proof.faults)
    if sha256 is not None and sha256.strip().lower() != proof.digest:
        faults.append(f"sidik zip {proof.digest}, bukan {sha256.strip().lower()}")
    if rebuild and not faults:
        from smartplan import api

        faults += api.differences(proof)
    if faults:
        console.write("".join(f"{fault}\n" for fault in faults))
        console.trouble(
            f"kiriman tidak utuh: {len(faults)} hal tidak cocok", "minta kiriman yang asli kepada pengirimnya"
        )
        return 1
    console.write(_said(proof, rebuild))
    return 0


def _said(proof: Proof, rebuilt: bool) -> str:
    manifest = proof.manifest
    state = "KONSEP" if manifest["draft"] else "tanpa galat"
    lines = [
        f"Utuh: {len(manifest['files'])} berkas, semuanya seperti dalam manifes.",
        f"{manifest['region']['name']}, tahap {manifest['stage']}, {manifest['date']}, {state}.",
        f"Edisi {manifest['edition']['id']}, smartplan {manifest['tool']['version']}.",
        f"Sidik zip (SHA-256): {proof.digest}",
    ]
    if rebuilt:
        lines.insert(1, "Dicetak ulang dari rencana di dalamnya, hasilnya sama sampai ke bit terakhir.")
    return "".join(f"{line}\n" for line in lines)
