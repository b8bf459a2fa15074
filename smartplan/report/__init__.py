"""Findings -> text: one module a format, each with ``report(findings, summary, sources)``."""

from __future__ import annotations

from smartplan.report.summary import Summary

__all__ = ["FORMATS", "Summary"]

FORMATS = ("text", "concise", "json")
"""Names of the formats; each is a module of this room."""
