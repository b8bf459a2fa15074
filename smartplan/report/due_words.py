"""What all formats of the due list say in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.rules.required import CODES as REQUIRED_CODES
from smartplan.wording import capitalize, format_date, join_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartplan.progress.debts import Bundle, Debt, DueList, OfficeDebts

__all__ = [
    "NOBODY",
    "UNKNOWN_DATE",
    "deadline_of",
    "greeting",
    "reason_of",
    "thanks",
    "thanks_to_all",
    "what_of",
    "where_of",
]

UNKNOWN_DATE = "tanggal belum diketahui"
NOBODY = "Rencana belum memuat `perangkat_daerah`, dan tidak ada isian yang ditunggu."


def deadline_of(due: DueList) -> str:
    """``20 Agustus 2025``, or that the plan does not say."""
    start = due.meeting.start
    return format_date(start) if start is not None else UNKNOWN_DATE


def greeting(due: DueList, office: OfficeDebts) -> str:
    """The line that a message begins with."""
    days = due.meeting.days
    when = deadline_of(due)
    if days is not None and days > 0:
        when += f", {days} hari lagi"
    elif days is not None:
        when += f", lewat {-days} hari" if days else ", hari ini"
    plan = f"rencana induk Smart City {due.region}".strip()
    return f"Yth. {office.who.head}, berikut isian {plan} yang ditunggu untuk {due.meeting.title} ({when}):"


def thanks(due: DueList, office: OfficeDebts) -> str:
    """What an office is told that owes nothing, as far as the files could be read."""
    sentence = f"Yth. {office.who.head}, terima kasih: tidak ada isian yang ditunggu untuk {due.meeting.title}."
    return sentence + _unread(due)


def thanks_to_all(due: DueList, offices: Sequence[OfficeDebts]) -> str:
    """One sentence for all ``offices`` that owe nothing."""
    names = ", ".join(office.who.name for office in offices)
    return f"Terima kasih kepada {names}: tidak ada isian yang ditunggu untuk {due.meeting.title}.{_unread(due)}"


def _unread(due: DueList) -> str:
    return f" Belum terbaca, sehingga belum diperiksa: {join_words(due.unread)}." if due.unread else ""


def what_of(bundle: Bundle, most: int = 1000) -> str:
    """What to do, without a full stop. A missing thing names itself; a mistake says how to mend it."""
    words = capitalize(" ".join(bundle.sentence(most).split()))
    hint = bundle.first.hint
    if hint and bundle.first.rule not in REQUIRED_CODES:
        words = f"{words.rstrip('.')}; {' '.join(hint.split())}"
    return words


def where_of(debt: Debt) -> str:
    """The worksheet's cell where there is one, else file and line."""
    return debt.worksheet or debt.place


def reason_of(bundle: Bundle) -> str:
    """``BUKU II, Rencana Aksi (aturan WJB002)``"""
    rules = f"aturan {join_words(bundle.rules)}"
    return f"{bundle.first.reason} ({rules})" if bundle.first.reason else rules
