"""What a plan is, and how a file or a folder becomes one."""

from __future__ import annotations

from smartplan.fields import LeftOut
from smartplan.plan.load import SCHEMA, load_plan
from smartplan.plan.model import Plan
from smartplan.plan.parts.rencana import Rencana
from smartplan.plan.trouble import PlanNotFound

__all__ = ["SCHEMA", "LeftOut", "Plan", "PlanNotFound", "Rencana", "load_plan"]
