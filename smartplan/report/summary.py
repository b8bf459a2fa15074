"""What every report says beside the findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from smartplan.progress import Row, Share

__all__ = ["Summary"]


class Summary(NamedTuple):
    """Counts of findings that are not waived, by severity; ``today`` is an ISO date or None when no clock was given.

    ``plan`` is the path as the user named it. ``rules`` are the codes of those that ran, ``later_rules`` of those that
    a later stage asks for, ``not_checkable`` of those whose data is absent. ``entries`` counts the required entries
    that are due, ``later_entries`` the missing ones that a later stage asks for. ``documents`` and ``dimensions`` say
    how far the plan is, ``coverage`` how it hangs together; ``offices`` are id and name of those in the plan.

    ``known``: findings that a baseline knows; ``unselected``: findings that the user did not choose, None when nothing
    was chosen. Both are left out. ``not_shown``: findings that count and are not listed.

    ``region``: the name of the regency or city, empty when the plan has none.
    """

    version: str
    plan: str
    edition: str
    stage: str
    stage_title: str
    today: str | None = None
    error: int = 0
    warning: int = 0
    info: int = 0
    waived: int = 0
    rules: tuple[str, ...] = ()
    later_rules: tuple[str, ...] = ()
    not_checkable: tuple[str, ...] = ()
    entries: int = 0
    later_entries: int = 0
    documents: tuple[Share, ...] = ()
    dimensions: tuple[Share, ...] = ()
    known: int = 0
    coverage: tuple[Row, ...] = ()
    offices: tuple[tuple[str, str], ...] = ()
    unselected: int | None = None
    not_shown: int = 0
    region: str = ""
