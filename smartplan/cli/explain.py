"""``smartplan explain``: what a finding's code means."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Final

from smartplan.cli import console
from smartplan.cli.declare import Argumen, Opsi
from smartplan.cli.options import editions_here, plan_home, read_choice
from smartplan.cli.trouble import WrongUse
from smartplan.wording.near import meant

if TYPE_CHECKING:
    from smartplan.report.explain_words import Sheet
    from smartplan.rules.catalogue import Entry

__all__ = ["EXAMPLES", "HELP", "explain"]

HELP: Final = (
    "Jelaskan satu kode temuan: apa artinya, mengapa penting, dari mana asalnya, sejak tahap mana diperiksa, contoh "
    "salah dan benar, cara memperbaiki, dan cara mengecualikannya.\n\n"
    "Kode keluar: 0 penjelasan ditampilkan, 1 edisi tidak dapat dipakai, 2 salah pakai."
)
EXAMPLES: Final = """
smartplan explain HUK004  satu kode
smartplan explain HUK  semua kode satu keluarga, sebaris tiap kode
smartplan explain --all --format html > aturan.html  semua aturan, untuk dibaca atau dicetak
"""
_FORMATS: Final = ("text", "md", "html", "json")


def _codes() -> list[str]:
    from smartplan.rules.catalogue import FAMILIES, all_entries

    return [*(entry.code for entry in all_entries()), *FAMILIES]


def explain(
    code: Annotated[
        str | None, Argumen("KODE", "kode temuan seperti HUK004, atau keluarga seperti HUK", _codes)
    ] = None,
    all: Annotated[bool, Opsi("semua aturan")] = False,
    format: Annotated[
        str,
        Opsi("text untuk dibaca (bawaan), md, html satu berkas, json untuk program", "BENTUK", lambda: _FORMATS),
    ] = "text",
    edition: Annotated[
        str | None,
        Opsi("edisi panduan; bawaan: edisi rencana di map ini, atau kominfo-2023", "EDISI", editions_here),
    ] = None,
) -> int:
    """The page on stdout; the faults of an edition that cannot be used, with exit code 1."""
    from smartplan.cli.refusal import refuse
    from smartplan.edition import EditionError, load_edition
    from smartplan.report.explain_words import sheets
    from smartplan.rules.catalogue import all_entries

    chosen = read_choice("--format", format, _FORMATS)
    if all == (code is not None):
        raise WrongUse(
            "tulis satu kode, atau --all" if code is None else "kode dan --all tidak dipakai bersama",
            "contoh: smartplan explain HUK004; smartplan explain --all",
        )
    entries = all_entries() if code is None else _wanted(code, all_entries())
    try:
        found = load_edition(edition or _edition_here(), plan_home())
    except EditionError as error:
        return refuse(str(error), error.findings)
    console.write(_page(sheets(entries, found), found.id or "", chosen))
    return 0


def _wanted(code: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entry of this code or name, or all of this family."""
    plain = code.strip().upper()
    found = tuple(entry for entry in entries if plain in (entry.code, entry.name.upper(), entry.family))
    if found:
        return found
    hint = meant(code.strip(), {name for entry in entries for name in (entry.code, entry.name, entry.family)})
    raise WrongUse(f'tidak ada kode "{code}"', f"{hint}daftar semua kode: smartplan explain --all")


def _page(found: list[Sheet], edition: str, chosen: str) -> str:
    if chosen == "json":
        import smartplan
        from smartplan.report import explain_json

        return explain_json.report(found, edition, smartplan.__version__)
    if chosen == "md":
        from smartplan.report import explain_md

        return explain_md.report(found, edition)
    if chosen == "html":
        from smartplan.report import explain_html

        return explain_html.report(found, edition)
    from smartplan.report import explain_text

    colour, width = console.colour_on(sys.stdout), console.width()
    if len(found) == 1:
        return explain_text.report(found[0], edition, colour=colour, width=width)
    return explain_text.listing(found, colour=colour, width=width)


def _edition_here() -> str | None:
    home = plan_home()
    if home is None:
        return None
    from smartplan import api

    return api.load(home).rencana.edisi
