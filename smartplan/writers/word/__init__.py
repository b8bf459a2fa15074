"""Blocks -> a Word book: body XML as text, looks from a base document, the same bytes each time."""

from smartplan.writers.word.base import BaseFault
from smartplan.writers.word.write import WordBook, write_word

__all__ = ["BaseFault", "WordBook", "write_word"]
