"""Blocks -> GitHub-flavoured Markdown, for reading in a browser, comparing versions, and pasting elsewhere."""

from __future__ import annotations

from smartplan.writers.markdown.document import write_markdown

__all__ = ["write_markdown"]
