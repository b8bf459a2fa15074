"""What all formats of the board say in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.wording import capitalize, format_range

if TYPE_CHECKING:
    from smartplan.progress.board import Board, StageShare, Step
    from smartplan.progress.schedule import Meeting

__all__ = ["PAIRS", "date_of", "days_of", "left_line", "next_of", "shares_of", "step_line", "unread_line"]

PAIRS = (
    ("kesenjangan", "kesenjangan", "dijawab inisiatif"),
    ("inisiatif", "inisiatif", "dijalankan program"),
    ("sasaran", "sasaran", "dilayani program"),
    ("program", "program", "berujung pada sasaran atau program RPJMD"),
)
"""Field of a row of the coverage, its title, what it is counted for."""

_NAMED = 4


def date_of(meeting: Meeting) -> str:
    """``5–6 Juli 2023``; empty without a date."""
    return format_range(meeting.start, meeting.end or meeting.start) if meeting.start is not None else ""


def days_of(meeting: Meeting) -> str:
    """``12 hari lagi``, ``berlangsung hari ini``, ``lewat 3 hari`` (since it began); empty where it is not known."""
    days = meeting.days
    if days is None:
        return ""
    if days > 0:
        return f"{days} hari lagi"
    return f"lewat {-days} hari" if meeting.is_over else "berlangsung hari ini"


def next_of(board: Board) -> str:
    """``Bimtek III, 20–21 Agustus 2025 (12 hari lagi)``, or how to make the date known."""
    meeting = board.next
    date, days = date_of(meeting), days_of(meeting)
    if not date:
        return f"{meeting.title}, tanggalnya belum ada di `jadwal`"
    return f"{meeting.title}, {date}" + (f" ({days})" if days else "")


def shares_of(board: Board) -> StageShare:
    """The stage that comes next."""
    return next(stage for stage in board.stages if stage.meeting.stage == board.next.stage)


def step_line(step: Step) -> str:
    """``Kelembagaan: 9 isian (nomor SK, tanggal SK, dan 7 lainnya)``"""
    names = [f"{name} ({count})" if count > 1 else name for name, count in step.parts]
    left = len(names) - _NAMED
    listed = ", ".join(names[:_NAMED]) + (f", dan {left} lainnya" if left > 0 else "")
    return f"{capitalize(step.title)}: {step.entries} isian, yaitu {listed}"


def unread_line(board: Board) -> str:
    """A sentence on files and items that could not be read; empty without any."""
    told = [", ".join(board.unread)] if board.unread else []
    if board.set_aside:
        shown = ", ".join(board.set_aside[:_NAMED])
        left = len(board.set_aside) - _NAMED
        told.append(f"{shown}, dan {left} butir lain" if left > 0 else shown)
    if not told:
        return ""
    hint = "Perbaiki berkas ini dahulu" if board.unread else "Lihat sebabnya dengan `smartplan validate`"
    return f"Tidak terbaca, sehingga tidak ikut dihitung: {'; '.join(told)}. {hint}."


def left_line(board: Board) -> str:
    """How much lacks for the stage that comes next."""
    total = shares_of(board).total
    left = total.required - total.met
    if left:
        return f"{left} isian belum ada."
    read = "terbaca dan " if board.unread or board.set_aside else ""
    return f"Semua isian yang {read}diminta sampai tahap ini sudah ada."
