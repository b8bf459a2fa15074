"""``Plan``: a plan that was read, with all that is needed to speak about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smartplan.findings import Finding, Span
from smartplan.plan.files import DIMENSION_FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from smartplan.fields import LeftOut
    from smartplan.plan.parts.aksi import Program
    from smartplan.plan.parts.dimensi import Dimensi
    from smartplan.plan.parts.kelembagaan import PerangkatDaerah
    from smartplan.plan.parts.rencana import Rencana

__all__ = ["Plan"]


class Plan(NamedTuple):
    """A plan as read. Never raises for holes: absent values are None.

    ``findings`` are those of the text and the structure only, sorted. ``sources`` maps each file (relative, with
    ``/``) to its text. ``unread`` names files that could not be parsed: what they would hold is unknown, not absent.
    """

    rencana: Rencana
    root: Path
    is_folder: bool
    files: tuple[str, ...]
    sources: Mapping[str, str]
    findings: tuple[Finding, ...]
    set_aside: tuple[LeftOut, ...]
    unread: frozenset[str]
    sha256: str

    @property
    def dimensi(self) -> dict[str, Dimensi]:
        """Dimension id -> what its group wrote; empty when there is none."""
        return self.rencana.dimensi or {}

    def programs(self) -> Iterator[tuple[str, Program]]:
        """All programs in the order of the source, each with the id of its dimension."""
        for name, dimensi in self.dimensi.items():
            for program in dimensi.program or ():
                yield name, program

    def opd(self, name: str | None) -> PerangkatDaerah | None:
        """The office with the id ``name``."""
        return next((opd for opd in self.rencana.perangkat_daerah or () if opd.id == name), None) if name else None

    def home_of(self, dimension: str) -> Span:
        """Where a dimension that is not in the plan would be written."""
        if self.is_folder:
            return Span(f"{DIMENSION_FOLDER}/{dimension}.yaml", 1, 1, 1, 1)
        span = self.rencana.key_span("dimensi")
        return span or Span(self.files[0], 1, 1, 1, 1)
