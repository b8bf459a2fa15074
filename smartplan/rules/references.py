"""Which fields of a plan refer to something, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from smartplan.fields import Ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartplan.fields import Bagian
    from smartplan.findings import Edit, Span

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

    def rewrite(self, text: str) -> tuple[Edit, ...]:
        """The edit that writes ``text`` in its place."""
        return self.part.rewrite(self.key, text, self.position)


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


def _reference_keys(kind: type[Bagian]) -> tuple[tuple[str, Ref], ...]:
    known = _REFERENCE_KEYS.get(kind)
    if known is None:
        markers = ((key, spec.value_marker) for key, spec in kind.fields.items())
        known = _REFERENCE_KEYS[kind] = tuple((key, marker) for key, marker in markers if isinstance(marker, Ref))
    return known


_REFERENCE_KEYS: Final[dict[type[Bagian], tuple[tuple[str, Ref], ...]]] = {}
