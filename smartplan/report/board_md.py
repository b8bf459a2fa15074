"""The board as Markdown, for a note or a wiki."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.report.board_words import PAIRS, date_of, days_of, left_line, next_of, step_line, unread_line
from smartplan.report.markdown import code, plain, table
from smartplan.wording import format_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from smartplan.progress.board import Board
    from smartplan.progress.measure import Share

__all__ = ["report"]


def report(board: Board, region: str, today: date | None) -> str:
    """The whole board."""
    return "\n".join(_lines(board, region, today)) + "\n"


def _lines(board: Board, region: str, today: date | None) -> Iterator[str]:
    when = f", {format_date(today)}" if today is not None else ""
    yield f"# Kemajuan rencana induk {plain(region or 'daerah')}{when}"
    yield ""
    yield f"Tahap berikutnya: **{plain(next_of(board))}**. {left_line(board)}"
    if unread := unread_line(board):
        yield ""
        yield plain(unread)
    yield ""
    yield "## Isian yang ada, dari semua yang diminta sampai tahap itu"
    yield ""
    titles = [plain(stage.meeting.title) for stage in board.stages]
    yield from table(["", *titles], _rows(board), range(1, len(titles) + 1))
    if board.steps:
        yield ""
        yield f"## Langkah yang paling banyak membantu menuju {plain(board.goal)}"
        yield ""
        for number, step in enumerate(board.steps, 1):
            place = f" ({code(f'{step.span.file}:{step.span.line}')})" if step.span is not None else ""
            yield f"{number}. {plain(step_line(step))}{place}"
    yield ""
    yield "## Keterkaitan: berapa yang tersambung, dari yang tertulis"
    yield ""
    head = ["", *(f"{title} {counted}" for _, title, counted in PAIRS)]
    rows = ([plain(row.title), *(_pair(getattr(row, field)) for field, _, _ in PAIRS)] for row in board.coverage)
    yield from table(head, rows, range(1, len(head)))


def _rows(board: Board) -> Iterator[list[str]]:
    dates = [", ".join(part for part in (date_of(one.meeting), days_of(one.meeting)) if part) for one in board.stages]
    if any(dates):
        yield ["Tanggal", *(date or "–" for date in dates)]
    yield ["**Semua**", *(f"**{_cell(stage.total)}**" for stage in board.stages)]
    first = board.stages[0]
    for at, share in enumerate((*first.documents, *first.dimensions)):
        yield [plain(share.title), *(_cell((*stage.documents, *stage.dimensions)[at]) for stage in board.stages)]


def _cell(share: Share) -> str:
    return f"{share.percent} % ({share.met} dari {share.required})" if share.required else "–"


def _pair(pair: tuple[int, int]) -> str:
    return f"{pair[0]} dari {pair[1]}" if pair[1] else "–"
