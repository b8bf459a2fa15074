"""What smartplan does, as functions: load a plan, check it, make its books. Nothing here prints or writes a file."""

from __future__ import annotations

from smartplan.api.books import Books, Format, Pages, count_steps, documents_of, make_books, render
from smartplan.api.checks import Examination, check, examine, guides, mend, no_edition, without_known
from smartplan.api.plans import UnknownChoice, load
from smartplan.api.work import board, due, due_letters, office_of
from smartplan.findings import Finding
from smartplan.plan import Plan

__all__ = [
    "Books",
    "Examination",
    "Finding",
    "Format",
    "Pages",
    "Plan",
    "UnknownChoice",
    "board",
    "check",
    "count_steps",
    "documents_of",
    "due",
    "due_letters",
    "examine",
    "guides",
    "load",
    "make_books",
    "mend",
    "no_edition",
    "office_of",
    "render",
    "without_known",
]
