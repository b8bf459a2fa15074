"""What a field of a part stands for: a reference to something, or one of a fixed set of choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.fields import Choice, Ref

if TYPE_CHECKING:
    from smartplan.fields import Bagian

__all__ = ["choices_of", "reference_of"]


def choices_of(part: type[Bagian], key: str) -> dict[str, str]:
    """Choice -> printed words; empty when ``key`` is no choice."""
    marker = part.fields[key].value_marker
    return marker.choices if isinstance(marker, Choice) else {}


def reference_of(part: type[Bagian], key: str) -> Ref | None:
    """What ``key`` refers to, alone or in a list."""
    marker = part.fields[key].value_marker
    return marker if isinstance(marker, Ref) else None
