"""The Word document that carries the looks of all others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from smartplan import resources
from smartplan.findings import Span

if TYPE_CHECKING:
    from smartplan.plan import Plan

__all__ = ["word_base"]

_BASE: Final = "word/dasar.docx"


def word_base(plan: Plan) -> tuple[bytes, tuple[str, ...]]:
    """The document, and what to tell of one that is the regency's own.

    Raises TemplateFault when it cannot be used.
    """
    from smartplan.book import TemplateFault
    from smartplan.writers.word.base import BaseFault, read_base

    file = resources.find(_BASE, plan.root)
    base = file.read_bytes()
    try:
        return base, read_base(base).notes
    except BaseFault as fault:
        span = Span(resources.label(file, plan.root), 1, 1, 1, 1)
        raise TemplateFault(span, fault.message, fault.hint) from fault
