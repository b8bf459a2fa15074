"""When each stage is held, and which of them comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from smartplan.edition import Edition
    from smartplan.plan import Plan

__all__ = ["Meeting", "meeting_of", "meetings", "next_meeting"]


class Meeting(NamedTuple):
    """A stage and its dates in ``jadwal``; None where the plan does not say. What it asks is due at ``start``.

    ``days``: from today to the start, below zero after it; None without date or clock.
    """

    stage: str
    title: str
    start: date | None = None
    end: date | None = None
    days: int | None = None

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed; False where that is not known."""
        if self.start is None or self.days is None:
            return False
        return -self.days > ((self.end or self.start) - self.start).days


def meetings(plan: Plan, edition: Edition, today: date | None) -> tuple[Meeting, ...]:
    """One for each stage of the edition, in its order. Of several dates the first that is not over counts."""
    dates: dict[str, list[tuple[date, date]]] = {}
    for row in plan.rencana.jadwal or ():
        start = row.mulai or row.selesai
        if row.tahap and start is not None:
            dates.setdefault(row.tahap, []).append((start, max(start, row.selesai or start)))
    made = []
    for item in edition.tahap or ():
        held = sorted(dates.get(item.id or "", ()))
        meeting = Meeting(item.id or "", item.nama or item.id or "")
        if held:
            start, end = next((one for one in held if today is None or one[1] >= today), held[-1])
            meeting = meeting._replace(start=start, end=end, days=(start - today).days if today is not None else None)
        made.append(meeting)
    return tuple(made)


def next_meeting(plan: Plan, edition: Edition, today: date | None) -> Meeting:
    """The first by date that is not over; without one the stage that the plan prepares, else the one after the last
    that was held.
    """
    known = meetings(plan, edition, today)
    coming = [(one.start, one) for one in known if one.start is not None and one.days is not None and not one.is_over]
    if coming:
        return min(coming, key=lambda pair: pair[0])[1]
    own = next((one for one in known if one.stage == plan.rencana.tahap), None)
    if own is not None:
        return own
    held = [position for position, one in enumerate(known) if one.start is not None and one.days is not None]
    return known[min(max(held, default=-1) + 1, len(known) - 1)]


def meeting_of(plan: Plan, edition: Edition, stage: str, today: date | None) -> Meeting:
    """Raises KeyError for a stage that the edition lacks."""
    return {one.stage: one for one in meetings(plan, edition, today)}[stage]
