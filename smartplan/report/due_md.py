"""The due list as Markdown: a heading and a table an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.progress.debts import bundles
from smartplan.report.due_words import NOBODY, deadline_of, greeting, reason_of, thanks, what_of, where_of
from smartplan.report.markdown import code, plain, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.progress.debts import DueList

__all__ = ["report"]

_HEAD = ("No.", "Apa", "Di mana", "Mengapa", "Paling lambat")


def report(due: DueList) -> str:
    """All offices, also those that owe nothing."""
    return "\n".join(_lines(due)) + "\n"


def _lines(due: DueList) -> Iterator[str]:
    yield f"# Isian yang ditunggu untuk {plain(due.meeting.title)}, {plain(due.region)}".rstrip(", ")
    if not due.offices:
        yield ""
        yield NOBODY
    for office in due.offices:
        yield ""
        yield f"## {plain(office.who.name)}"
        yield ""
        if not office.items:
            yield plain(thanks(due, office))
            continue
        yield plain(greeting(due, office))
        yield ""
        yield from table(
            _HEAD,
            (
                [
                    str(number),
                    plain(what_of(bundle)),
                    "<br>".join(code(text) for text in (where_of(bundle.first), bundle.path or "") if text),
                    plain(reason_of(bundle)),
                    deadline_of(due),
                ]
                for number, bundle in enumerate(bundles(office.items), 1)
            ),
        )
