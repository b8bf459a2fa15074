"""Required entries that are filled, out of all that are required up to the last stage."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.rules.required import evaluate
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.edition import Edition
    from smartplan.plan import Plan
    from smartplan.rules.required import Outcome

__all__ = ["Progress", "Share", "is_partial", "measure"]

_IN_BRACKETS: Final = lazy(r"\[[^\]]*\]")
_COUNTED: Final = attrgetter("document", "dimension", "met")


class Share(NamedTuple):
    """How much of what is required is there. ``percent`` is whole, rounded down: 100 only when nothing is missing.

    ``is_partial``: a file or an item could not be read, so that more may be required than was counted.
    """

    id: str
    title: str
    met: int
    required: int
    is_partial: bool = False

    @property
    def percent(self) -> int:
        if not self.required:
            return 0 if self.is_partial else 100
        return min(100 * self.met // self.required, 99 if self.is_partial else 100)


class Progress(NamedTuple):
    """In the order of the edition."""

    documents: tuple[Share, ...]
    dimensions: tuple[Share, ...]


def is_partial(plan: Plan, edition: Edition) -> bool:
    """Whether something could not be read that may hold required entries: a file, or an item of such a list."""
    if plan.unread:
        return True
    if not plan.set_aside:
        return False
    asked: set[tuple[str, ...]] = set()
    for document in edition.dokumen or ():
        for chapter in document.chapters():
            for need in chapter.wajib or ():
                steps = (need.jalur or "").replace("[*]", "").split(".")
                asked.update(tuple(steps[:length]) for length in range(1, len(steps) + 1))
    return any(_steps(item.path) in asked for item in plan.set_aside)


def _steps(path: str) -> tuple[str, ...]:
    """``dimensi.smart_living.program[p]`` as ``dimensi``, ``*``, ``program``."""
    steps = _IN_BRACKETS.sub("", path).split(".")
    return ("dimensi", "*", *steps[2:]) if steps[0] == "dimensi" else tuple(steps)


def measure(plan: Plan, edition: Edition, outcomes: Iterable[Outcome] | None = None) -> Progress:
    """One pass over all requirements. An absent dimension is asked as much as an empty one.

    ``outcomes``: those of a check of the same plan, so that it is not looked through again.
    """
    alike = Counter(map(_COUNTED, outcomes if outcomes is not None else evaluate(plan, edition)))
    counts: dict[tuple[str, str], list[int]] = {}
    for (document, dimension, met), count in alike.items():
        for key in (("dokumen", document), ("dimensi", dimension or "")):
            entry = counts.setdefault(key, [0, 0])
            entry[0] += count * met
            entry[1] += count
    partial = is_partial(plan, edition)

    def share(kind: str, name: str, title: str, unknown: int) -> Share:
        met, required = counts.get((kind, name), (0, unknown))
        return Share(name, title, met, required, partial)

    documents = [share("dokumen", item.id or "", f"{item.label}: {item.judul}", 0) for item in edition.dokumen or ()]
    dimensions = [share("dimensi", item.id or "", item.nama or item.id or "", 1) for item in edition.dimensi or ()]
    return Progress(tuple(documents), tuple(dimensions))
