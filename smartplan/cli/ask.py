"""Questions in a terminal: asked on stderr, answered on stdin."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from smartplan.cli import console

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartplan.files import Decision

__all__ = ["answer", "choose_region", "decide", "pick"]

_DECISIONS: Final[dict[str, Decision]] = {"s": "keep", "t": "replace", "k": "both"}


def answer(question: str) -> str:
    """The line that a person types. Who ends the input instead stops the command, as with Ctrl-C."""
    sys.stderr.write(question)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        console.note("")
        raise KeyboardInterrupt
    return line.strip()


def pick(question: str, choices: Sequence[tuple[str, str]], usual: str | None = None) -> str:
    """The key of one of ``choices`` (key, what it means), asked until it is one; an empty answer means ``usual``."""
    console.note(question)
    for key, meaning in choices:
        console.note(f"  {key}  {meaning}")
    keys = [key for key, _ in choices]
    while True:
        typed = answer(f"Pilihan [{usual}]: " if usual else "Pilihan: ").lower()
        if not typed and usual:
            return usual
        if typed in keys:
            return typed
        console.note(f"Ketik salah satu: {', '.join(keys)}.")


def decide(name: str) -> Decision:
    """What becomes of an output that a person changed."""
    key = pick(
        f"“{name}” sudah diubah sejak ditulis smartplan, atau bukan tulisan smartplan.",
        [("s", "simpan yang ada"), ("t", "timpa dengan yang baru"), ("k", "simpan keduanya")],
    )
    return _DECISIONS[key]


def choose_region(first: str | None = None) -> str:
    """The code of the region that a person finds by typing; ``first`` is what was typed already."""
    from smartplan.region import AmbiguousRegion, RegionTrouble, lookup, search

    shown: Sequence[str] = ()
    typed = first or answer("Nama atau kode daerah: ")
    while True:
        if typed.isdigit() and 0 < int(typed) <= len(shown):
            return shown[int(typed) - 1]
        try:
            return lookup(typed).code
        except AmbiguousRegion as trouble:
            found = trouble.candidates
        except RegionTrouble as trouble:
            found = search(typed) or trouble.candidates
            if not found:
                console.note(f"{trouble.message}; {trouble.hint}")
        for number, region in enumerate(found, 1):
            place = "" if region.kind == "provinsi" else f", {region.province}"
            console.note(f"  {number:>2}  {region.name}{place} ({region.code})")
        shown = [region.code for region in found]
        typed = answer("Nomor di atas, atau ketik lebih lengkap: " if shown else "Nama atau kode daerah: ")
