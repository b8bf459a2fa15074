"""``smartplan status``: how far a plan is, and what comes next."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Final

from smartplan.cli import console
from smartplan.cli.declare import Opsi
from smartplan.cli.options import PlanPath, Today, read_choice, read_day
from smartplan.cli.refusal import UNREADABLE, is_unreadable, refuse, refuse_edition

if TYPE_CHECKING:
    from datetime import date

    from smartplan.api import Plan
    from smartplan.progress.board import Board

__all__ = ["EXAMPLES", "HELP", "status"]

HELP: Final = (
    "Tampilkan kemajuan rencana: berapa isian yang sudah ada menurut tahap, buku, dan dimensi; tahap berikutnya "
    "menurut `jadwal` dan berapa hari lagi; langkah yang paling banyak membantu; dan keterkaitan kesenjangan, "
    "inisiatif, sasaran, dan program.\n\n"
    "Kode keluar: 0 kemajuan ditampilkan, 1 rencana atau edisinya tidak dapat dipakai, 2 salah pakai."
)
EXAMPLES: Final = """
smartplan status  rencana di map ini
smartplan status buleleng --format md > kemajuan.md  untuk catatan rapat
smartplan status --today 2026-03-01  seolah-olah hari ini tanggal itu
"""
_FORMATS: Final = ("text", "md", "json")


def status(
    plan: PlanPath = ".",
    format: Annotated[
        str,
        Opsi("text untuk dibaca (bawaan), md untuk catatan, json untuk program", "BENTUK", lambda: _FORMATS),
    ] = "text",
    today: Today = None,
) -> int:
    """The board on stdout."""
    from smartplan import api
    from smartplan.edition import EditionError, EditionNotFound

    chosen = read_choice("--format", format, _FORMATS)
    day = read_day(today)
    loaded = api.load(plan)
    if is_unreadable(loaded):
        return refuse(UNREADABLE, loaded.findings)
    try:
        board = api.board(loaded, day)
    except (EditionError, EditionNotFound) as error:
        return refuse_edition(loaded, error)
    console.write(_report(board, loaded, plan, day, chosen))
    return 0


def _report(board: Board, plan: Plan, name: str, today: date, chosen: str) -> str:
    if chosen == "json":
        import smartplan
        from smartplan.report import board_json

        edition = plan.rencana.edisi or ""
        return board_json.report(board, version=smartplan.__version__, plan=name, edition=edition, today=today)
    region = (plan.rencana.wilayah.nama if plan.rencana.wilayah else None) or ""
    if chosen == "md":
        from smartplan.report import board_md

        return board_md.report(board, region, today)
    from smartplan.report import board_text

    return board_text.report(
        board,
        region,
        today,
        colour=console.colour_on(sys.stdout),
        width=console.width(),
        ascii_only=console.is_ascii_only(),
    )
