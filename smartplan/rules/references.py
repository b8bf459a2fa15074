"""Which fields of a plan refer to something, and what stands in them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from smartplan.fields import Ref, ScalarList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartplan.fields import Bagian
    from smartplan.findings import Span

__all__ = ["Reference", "references"]


class Reference(NamedTuple):
    """One id that is written somewhere. ``edition``: it names something of the edition, else of the plan."""

    dimension: str | None
    part: Bagian
    key: str
    position: int | None
    value: str
    to: str
    edition: bool

    @property
    def span(self) -> Span | None:
        if self.position is None:
            return self.part.span(self.key)
        return self.part.item_span(self.key, self.position)


def references(parts: Iterable[tuple[str | None, Bagian]]) -> Iterator[Reference]:
    """All of them, in reading order."""
    for dimension, part in parts:
        for key, reference in _reference_keys(type(part)):
            held: Any = getattr(part, key)
            if isinstance(held, str):
                yield Reference(dimension, part, key, None, held, reference.to, reference.edition)
            elif held:
                for position, value in enumerate(held):
                    yield Reference(dimension, part, key, position, value, reference.to, reference.edition)


@cache
def _reference_keys(kind: type[Bagian]) -> tuple[tuple[str, Ref], ...]:
    return tuple((key, reference) for key in kind.model_fields if (reference := _reference(kind, key)) is not None)


def _reference(kind: type[Bagian], key: str) -> Ref | None:
    for mark in kind.model_fields[key].metadata:
        if isinstance(mark, Ref):
            return mark
        if isinstance(mark, ScalarList) and isinstance(mark.field, Ref):
            return mark.field
    return None
