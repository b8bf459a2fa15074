"""Blocks -> a Word book on a base document that carries the looks."""

from __future__ import annotations

from smartplan.writers.word.write import WordBook, bookmark_places, write_word

__all__ = ["WordBook", "bookmark_places", "write_word"]
