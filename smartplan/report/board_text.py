"""The board for a terminal: stages, what is next, which steps help most, what hangs together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.report.board_words import PAIRS, date_of, days_of, left_line, next_of, shares_of, step_line, unread_line
from smartplan.report.page import Page
from smartplan.wording import format_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from smartplan.progress.board import Board, StageShare
    from smartplan.progress.measure import Share

__all__ = ["report"]

_NARROWEST: Final = 24
_GAP: Final = "  "


def report(
    board: Board,
    region: str,
    today: date | None,
    *,
    colour: bool = False,
    width: int = 100,
    ascii_only: bool = False,
) -> str:
    """``width`` in columns of the terminal."""
    page = Page(colour=colour, width=width, ascii_only=ascii_only)
    parts = [_head(region, today, page), _stages(board, page), _matrix(board, page), _next(board, page)]
    parts += [_steps(board, page), _coverage(board, page)]
    return "\n\n".join("\n".join(lines) for lines in map(list, parts) if lines) + "\n"


def _head(region: str, today: date | None, page: Page) -> Iterator[str]:
    when = f", {format_date(today)}" if today is not None else ""
    yield page.bold(f"Kemajuan rencana induk {region or 'daerah'}{when}")


def _stages(board: Board, page: Page) -> Iterator[str]:
    yield "Isian yang ada, dari semua yang diminta sampai tahap itu"
    pad = max(len(stage.meeting.title) for stage in board.stages)
    for stage in board.stages:
        total = stage.total
        begin = f"  {stage.meeting.title:<{pad}}  {page.bar(total.percent)} {total.percent:>3} %"
        line = f"{begin}  {total.met} dari {total.required}"
        date, days = date_of(stage.meeting), days_of(stage.meeting)
        is_late = stage.meeting.is_over and total.met < total.required
        both = ", ".join(part for part in (date, days) if part)
        when = next((words for words in (both, date, days) if words and len(line) + 2 + len(words) <= page.width), "")
        if when:
            line += f"  {page.paint('1;31', when) if is_late else when}"
        yield line


def _matrix(board: Board, page: Page) -> Iterator[str]:
    """Documents and dimensions by stages; where the terminal is too narrow, by the next and the last stage."""
    stages: Sequence[StageShare] = board.stages
    if _room(stages, page) < _NARROWEST:
        stages = list(dict.fromkeys((shares_of(board), board.stages[-1])))
    room = min(_room(stages, page), max(len(share.title) for share in _all_shares(board.stages[0])) + 2)
    yield " " * room + "".join(_GAP + _title(stage) for stage in stages)
    for at, share in enumerate(_all_shares(stages[0])):
        if at == len(stages[0].documents):
            yield ""
        cells = (_cell(_all_shares(stage)[at], page).rjust(len(_title(stage))) for stage in stages)
        yield page.fit(f"  {share.title}", room) + "".join(_GAP + cell for cell in cells)
    if unread := unread_line(board):
        yield ""
        yield from page.wrap(unread, "  ", "  ")


def _all_shares(stage: StageShare) -> tuple[Share, ...]:
    return (*stage.documents, *stage.dimensions)


def _title(stage: StageShare) -> str:
    return f"{stage.meeting.title:>5}"


def _room(stages: Sequence[StageShare], page: Page) -> int:
    return page.width - sum(len(_title(stage)) + len(_GAP) for stage in stages)


def _cell(share: Share, page: Page) -> str:
    return f"{share.percent} %" if share.required else page.none


def _next(board: Board, page: Page) -> Iterator[str]:
    is_late = board.next.is_over
    yield from page.wrap(f"Tahap berikutnya: {next_of(board)}")
    total = shares_of(board).total
    for line in page.wrap(left_line(board), "  ", "  "):
        yield f"  {page.paint('1;31', line.strip())}" if is_late and total.met < total.required else line


def _steps(board: Board, page: Page) -> Iterator[str]:
    if not board.steps:
        return
    yield f"Langkah yang paling banyak membantu menuju {board.goal}"
    for number, step in enumerate(board.steps, 1):
        yield from page.wrap(step_line(step), f"  {number}. ", "     ")
        if step.span is not None:
            yield f"     {step.span.file}:{step.span.line}"


def _coverage(board: Board, page: Page) -> Iterator[str]:
    yield "Keterkaitan: berapa yang tersambung, dari yang tertulis"
    rows = board.coverage
    numbers = [title for _, title, _ in PAIRS]
    longest = max((len(row.title) for row in rows), default=0) + 2
    wide = sum(len(title) + len(_GAP) for title in numbers)
    gap = _GAP if page.width - wide >= longest else " "
    room = min(page.width - wide + (len(_GAP) - len(gap)) * len(numbers), longest)
    yield " " * room + "".join(gap + title for title in numbers)
    for row in rows:
        line = page.fit(f"  {row.title}", room)
        for field, title, _ in PAIRS:
            pair = getattr(row, field)
            line += gap + (f"{pair.met}/{pair.total}" if pair.total else page.none).rjust(len(title))
        yield line
    yield from page.wrap("; ".join(f"{title} {counted}" for _, title, counted in PAIRS) + ".", "  ", "  ")
