"""A new plan: answers -> {relative path: text}."""

from __future__ import annotations

from smartplan.scaffold.answers import Answers, BadPeriod, read_period
from smartplan.scaffold.start import scaffold

__all__ = ["Answers", "BadPeriod", "read_period", "scaffold"]
