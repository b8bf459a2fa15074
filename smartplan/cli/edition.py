"""``smartplan edition``: which guide editions there are, and what one of them asks."""

from __future__ import annotations

from typing import Annotated, Final

from smartplan.cli import console
from smartplan.cli.declare import Argumen
from smartplan.cli.options import editions_here, plan_home

__all__ = ["EXAMPLES", "EXAMPLES_SHOW", "HELP", "HELP_LIST", "HELP_SHOW", "list_all", "show"]

HELP: Final = (
    "Tampilkan edisi panduan: dimensi, tahap, susunan buku, isian wajib, dan aturan, masing-masing dengan asalnya."
)
EXAMPLES: Final = """
smartplan edition list  edisi yang tersedia
smartplan edition show kominfo-2023  semua ketentuan satu edisi
"""
HELP_LIST: Final = "Daftar edisi panduan yang tersedia."
HELP_SHOW: Final = "Tampilkan semua ketentuan satu edisi, dengan tanda asalnya (F, I, G)."
EXAMPLES_SHOW: Final = """
smartplan edition show  edisi bawaan
smartplan edition show kominfo-2023 | more  halaman demi halaman
"""


def list_all() -> int:
    """Id and name of each edition on stdout."""
    from smartplan.edition import DEFAULT_EDITION, EditionError, load_edition

    names = editions_here()
    column = max(map(len, names), default=0) + 2
    for name in names:
        try:
            title = load_edition(name, plan_home()).nama or ""
        except EditionError as error:
            title = str(error)
        default = " (bawaan)" if name == DEFAULT_EDITION else ""
        console.write(f"{name:<{column}}{title}{default}\n")
    return 0


def show(
    edition: Annotated[
        str | None, Argumen("EDISI", "id edisi; bawaan: edisi rencana di map ini, atau kominfo-2023", editions_here)
    ] = None,
) -> int:
    """The page on stdout; the faults of an edition that cannot be used, with exit code 1."""
    from smartplan.cli.edition_page import page
    from smartplan.edition import EditionError, load_edition
    from smartplan.rules import all_rules

    try:
        found = load_edition(edition or _edition_here(), plan_home())
    except EditionError as error:
        console.trouble(str(error))
        console.write("".join(f"{console.line_of(finding)}\n" for finding in error.findings))
        return 1
    names = {rule.code: rule.name for rule in all_rules()}
    console.write(page(found, names, console.width(), lambda title: console.paint("1", title)))
    return 0


def _edition_here() -> str | None:
    home = plan_home()
    if home is None:
        return None
    from smartplan import api

    return api.load(home).rencana.edisi
