"""How much of what is required is there, by document and by dimension, and how it hangs together."""

from __future__ import annotations

from smartplan.progress.coverage import Pair, Row, coverage
from smartplan.progress.measure import Progress, Share, measure

__all__ = ["Pair", "Progress", "Row", "Share", "coverage", "measure"]
