"""``smartplan schema``: the JSON Schema, for completion in editors."""

from __future__ import annotations

from typing import Annotated

import typer

from smartplan.cli import output
from smartplan.cli.opening import open_edition
from smartplan.cli.trouble import UserError

__all__ = ["schema"]


def schema(
    part: Annotated[str, typer.Option(metavar="BAGIAN", help="rencana (bawaan) atau dimensi.")] = "rencana",
    edition: Annotated[
        str | None, typer.Option(metavar="EDISI", help="Edisi panduan yang pilihannya ditawarkan.")
    ] = None,
) -> None:
    """Cetak JSON Schema rencana, untuk pelengkapan di penyunting teks."""
    import json

    from smartplan.plan.schema import PARTS, json_schema

    if part not in PARTS:
        raise UserError(f'bagian "{part}" tidak dikenal', f"pilih salah satu: {', '.join(PARTS)}")
    text = json.dumps(json_schema(part, open_edition(edition, None)), ensure_ascii=False, indent=2)
    output.result(f"{text}\n")
