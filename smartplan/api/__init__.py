"""What smartplan does, as functions: load a plan, check it, make its books. Nothing here prints or writes a file."""

from __future__ import annotations

from smartplan.api.books import (
    Books,
    DocumentState,
    Format,
    Pages,
    count_steps,
    documents_of,
    main_files,
    make_books,
    render,
    states_of,
)
from smartplan.api.checks import Examination, check, examine, guides, mend, no_edition, without_known
from smartplan.api.handing_in import (
    Comparison,
    StandingErrors,
    Submission,
    compare,
    count_of_steps,
    stages_of,
    submission_of,
)
from smartplan.api.plans import UnknownChoice, load, unread_edition
from smartplan.api.templates import (
    TemplateRow,
    changed_since,
    check_templates,
    copies_of,
    edition_made,
    template_names,
    templates_of,
)
from smartplan.api.unused import unused_of
from smartplan.api.work import board, due, due_letters, office_of
from smartplan.findings import Finding
from smartplan.plan import Plan

__all__ = [
    "Books",
    "Comparison",
    "DocumentState",
    "Examination",
    "Finding",
    "Format",
    "Pages",
    "Plan",
    "StandingErrors",
    "Submission",
    "TemplateRow",
    "UnknownChoice",
    "board",
    "changed_since",
    "check",
    "check_templates",
    "compare",
    "copies_of",
    "count_of_steps",
    "count_steps",
    "documents_of",
    "due",
    "due_letters",
    "edition_made",
    "examine",
    "guides",
    "load",
    "main_files",
    "make_books",
    "mend",
    "no_edition",
    "office_of",
    "render",
    "stages_of",
    "states_of",
    "submission_of",
    "template_names",
    "templates_of",
    "unread_edition",
    "unused_of",
    "without_known",
]
