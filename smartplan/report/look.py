"""How a reader wants a report."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from smartplan.findings import Finding
    from smartplan.progress.offices import Who
    from smartplan.rules.catalogue import Entry

__all__ = ["DEFAULT", "Look"]


class Look(NamedTuple):
    """Each format takes of it what it can show.

    ``by``: what findings are grouped by (a name of ``groups.BY``; "" for books and dimensions). ``width`` in columns of
    the terminal. ``ascii_only``: bars of plain characters. ``plain``: sentences for screen readers, without colour,
    bars or carets. ``guides``: code -> what its rule says of itself. ``office_of``: who has to act on a finding;
    without it only the office that the finding itself names is known.
    """

    by: str = ""
    width: int = 100
    colour: bool = False
    ascii_only: bool = False
    plain: bool = False
    guides: Mapping[str, Entry] = MappingProxyType({})
    office_of: Callable[[Finding], Who] | None = None


DEFAULT: Final = Look()
