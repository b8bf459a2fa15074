"""The due list as chat messages: one an office that owes something, a greeting, numbered lines, no boxes; then
one thanks to all others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan.progress.debts import bundles
from smartplan.report.due_words import NOBODY, greeting, reason_of, thanks_to_all, what_of, where_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.progress.debts import DueList, OfficeDebts

__all__ = ["report"]

_MOST_LINES: Final = 15
_MOST_THINGS: Final = 6


def report(due: DueList) -> str:
    """The messages, an empty line between two. A long list ends with how many more there are."""
    if not due.offices:
        return f"{NOBODY}\n"
    messages = ["\n".join(_message(due, office)) for office in due.offices if office.items]
    free = [office for office in due.offices if not office.items]
    if free:
        messages.append(thanks_to_all(due, free))
    return "\n\n".join(messages) + "\n"


def _message(due: DueList, office: OfficeDebts) -> Iterator[str]:
    yield greeting(due, office)
    lines = bundles(office.items)
    for number, bundle in enumerate(lines[:_MOST_LINES], 1):
        first = bundle.first
        where = where_of(first)
        line = f"{number}. {what_of(bundle, _MOST_THINGS).rstrip('.')}."
        if where:
            line += f" Di {where}" + (f" ({bundle.path})." if bundle.path else ".")
        yield f"{line} Diminta oleh {reason_of(bundle)}."
    left = len(lines) - _MOST_LINES
    if left > 0:
        yield f"Dan {left} butir lain; daftar lengkapnya dalam lembar atau surat."
    if due.unread:
        yield f"Belum terbaca, sehingga belum diperiksa: {', '.join(due.unread)}."
