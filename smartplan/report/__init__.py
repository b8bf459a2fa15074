"""Findings -> text or bytes: one module a format, each with ``report(findings, summary, sources, look)``."""

from __future__ import annotations

from smartplan.report.look import Look
from smartplan.report.summary import Summary

__all__ = ["FORMATS", "Look", "Summary"]

FORMATS = ("text", "concise", "json", "sarif", "md", "html", "xlsx")
"""Names of the formats; each is a module of this room."""
