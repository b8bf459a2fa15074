"""A tree -> a part, with all findings about its structure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from smartplan.fields.base import Bagian
from smartplan.fields.paths import NodePaths
from smartplan.fields.reading import Reading

if TYPE_CHECKING:
    from smartplan.findings import Finding, Span
    from smartplan.source import Mapping

__all__ = ["LeftOut", "ReadPart", "read_part"]

P = TypeVar("P", bound=Bagian)


class LeftOut(NamedTuple):
    """A list item that could not be read: ``kind`` is the list's key, ``name`` and ``id`` as far as readable."""

    kind: str
    path: str
    name: str | None
    id: str | None
    span: Span


class ReadPart(NamedTuple, Generic[P]):
    """What a tree gave: the part (with holes where values were wrong), findings, and list items left out."""

    part: P
    findings: tuple[Finding, ...]
    left_out: tuple[LeftOut, ...]


def read_part(kind: type[P], tree: Mapping) -> ReadPart[P]:
    """Read ``tree`` as a ``kind``; never raises for what the tree holds."""
    reading = Reading()
    part = kind.read(tree, reading)
    if not reading.drafts and not reading.set_aside:
        return ReadPart(part, (), ())
    paths = NodePaths(tree)
    return ReadPart(
        part,
        tuple(paths.finding(draft) for draft in reading.drafts),
        tuple(LeftOut(item.key, paths.of(item.node), item.name, item.id, item.span) for item in reading.set_aside),
    )
