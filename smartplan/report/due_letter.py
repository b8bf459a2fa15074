"""What the letters of the due list say, for their template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartplan.progress.debts import bundles
from smartplan.report.due_words import reason_of, what_of
from smartplan.wording import format_date, join_words

if TYPE_CHECKING:
    from datetime import date

    from smartplan.progress.debts import Bundle, DueList

__all__ = ["letters_of", "sender_of"]


def letters_of(due: DueList, today: date | None, *, by_secretary: bool) -> list[dict[str, Any]]:
    """One entry an office that owes something. ``by_secretary``: the secretary of the region signs, and not the head
    of the team.
    """
    start = due.meeting.start
    common = {
        "tahap": due.meeting.title,
        "tanggal": format_date(today) if today is not None else "....................",
        "batas": format_date(start) if start is not None else "",
        "hari": due.meeting.days,
        "penanda_tangan": "sekretaris_daerah" if by_secretary else "ketua_tim",
        "belum_terbaca": join_words(due.unread),
    }
    return [
        {
            **common,
            "penerima": office.who.head,
            "kantor": office.who.name,
            "butir": [_item(bundle) for bundle in bundles(office.items)],
        }
        for office in due.offices
        if office.items
    ]


def sender_of(*, by_secretary: bool) -> str:
    """Who stands in the letterhead below the government."""
    return "Sekretariat Daerah" if by_secretary else "Tim Pelaksana Smart City"


def _path_in_file(bundle: Bundle) -> str:
    """The data path below what the file's name says already: ``program[jas-bule]`` in a dimension's own file."""
    path, file = bundle.path or "", bundle.first.file or ""
    home = f"dimensi.{bundle.first.dimension}"
    if file == f"{home.replace('.', '/')}.yaml" and (path == home or path.startswith(f"{home}.")):
        return path[len(home) + 1 :]
    return path


def _item(bundle: Bundle) -> dict[str, str]:
    first = bundle.first
    place = f"{first.file} baris {first.line}" if first.file is not None else ""
    return {
        "apa": what_of(bundle),
        "di_mana": "\n".join(part for part in (first.worksheet, place, _path_in_file(bundle)) if part),
        "mengapa": reason_of(bundle),
    }
