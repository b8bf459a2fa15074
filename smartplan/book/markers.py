"""What a field of a part stands for: a reference to something, or one of a fixed set of choices."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from smartplan.fields import Choice, Ref, ScalarList

if TYPE_CHECKING:
    from smartplan.fields import Bagian

__all__ = ["choices_of", "reference_of"]


@cache
def choices_of(part: type[Bagian], key: str) -> dict[str, str]:
    """Choice -> printed words; empty when ``key`` is no choice."""
    return next((mark.choices for mark in _marks(part, key) if isinstance(mark, Choice)), {})


@cache
def reference_of(part: type[Bagian], key: str) -> Ref | None:
    """What ``key`` refers to, alone or in a list."""
    return next((mark for mark in _marks(part, key) if isinstance(mark, Ref)), None)


def _marks(part: type[Bagian], key: str) -> list[object]:
    return [mark.field if isinstance(mark, ScalarList) else mark for mark in part.model_fields[key].metadata]
