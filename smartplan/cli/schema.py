"""``smartplan schema``: the JSON Schema of the plan's files, for editors."""

from __future__ import annotations

from typing import Annotated, Final

from smartplan.cli import console
from smartplan.cli.declare import Opsi
from smartplan.cli.options import editions_here, plan_home, read_choice

__all__ = ["EXAMPLES", "HELP", "schema"]

HELP: Final = (
    "Cetak skema JSON (2020-12) berkas rencana. Penyunting seperti VS Code memakainya untuk melengkapi dan memeriksa "
    "isian sambil mengetik."
)
EXAMPLES: Final = """
smartplan schema > .smartplan/skema-rencana.json  skema berkas utama, perbarui setelah memperbarui smartplan
smartplan schema --part dimensi > .smartplan/skema-dimensi.json  skema berkas di map dimensi
"""


def _parts() -> list[str]:
    from smartplan.plan.schema import PARTS

    return list(PARTS)


def schema(
    part: Annotated[
        str, Opsi("rencana (bawaan) atau dimensi: jenis berkas yang skemanya dicetak", "BAGIAN", _parts)
    ] = "rencana",
    edition: Annotated[str | None, Opsi("edisi panduan yang pilihannya ditawarkan", "EDISI", editions_here)] = None,
) -> int:
    """The schema on stdout."""
    import json

    from smartplan.edition import load_edition
    from smartplan.plan.schema import json_schema

    chosen = read_choice("--part", part, _parts())
    made = json_schema(chosen, load_edition(edition, plan_home()))
    console.write(json.dumps(made, ensure_ascii=False, indent=1) + "\n")
    return 0
