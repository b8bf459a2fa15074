"""Blocks -> GitHub-flavoured Markdown, for reading in a browser, comparing versions, and pasting elsewhere."""

from __future__ import annotations

from smartplan.writers.markdown.files import folder_of, write_files, write_markdown

__all__ = ["folder_of", "write_files", "write_markdown"]
