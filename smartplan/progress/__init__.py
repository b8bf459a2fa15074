"""How much of what is required is there, how it hangs together, what comes next and who owes what."""

from __future__ import annotations

from smartplan.progress.checklist import Checklist, make_checklist
from smartplan.progress.coverage import Pair, Row, coverage
from smartplan.progress.freed import missing_below
from smartplan.progress.measure import Progress, Share, measure

__all__ = ["Checklist", "Pair", "Progress", "Row", "Share", "coverage", "make_checklist", "measure", "missing_below"]
