"""How much of what is required is there, by document and by dimension."""

from __future__ import annotations

from smartplan.progress.measure import Progress, Share, measure

__all__ = ["Progress", "Share", "measure"]
