"""Family ANL: gap, SWOT and TOWS."""

from __future__ import annotations

from smartplan.rules import anl_indicators, anl_swot

RULES = tuple(sorted((*anl_indicators.RULES, *anl_swot.RULES), key=lambda rule: rule.code))
