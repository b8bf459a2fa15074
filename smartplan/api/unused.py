"""What a plan says and no document prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.api.books import builder_of, documents_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartplan.book.unused import Filled
    from smartplan.plan import Plan

__all__ = ["unused_of"]


def unused_of(plan: Plan, *, step: Callable[[str], None] = lambda sentence: None) -> list[Filled]:
    """The filled fields that no document of the edition uses, in the order of the files.

    Raises:
        TemplateFault: a template is missing or wrong.
        EditionNotFound, EditionError: the plan's edition cannot be used.
    """
    from smartplan.book.unused import unused_in

    builder = builder_of(plan)
    made = []
    for entry in documents_of(plan, ["semua"]):
        step(f"Menyusun {entry.id}")
        made.append(builder.document(entry))
    return sorted(unused_in(plan.rencana, made, builder.views), key=_place)


def _place(filled: Filled) -> tuple[str, int, int, str]:
    span = filled.span
    return (span.file, span.line, span.column, filled.path) if span is not None else ("", 0, 0, filled.path)
