"""What ``init`` has to know before it can write a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from smartplan.region import Region

__all__ = ["Answers", "BadPeriod", "read_period"]


class BadPeriod(ValueError):
    """A period that cannot be read; the text is an Indonesian sentence."""


class Answers(NamedTuple):
    """``period``: first and last year of the plan, or None while it is not decided."""

    region: Region
    period: tuple[int, int] | None = None


def read_period(text: str) -> tuple[int, int]:
    """``2024-2033`` (any dash, spaces allowed) -> (2024, 2033).

    Raises:
        BadPeriod: not two years of four digits in order.
    """
    parts = [part.strip() for part in text.replace("–", "-").replace("—", "-").split("-")]
    if len(parts) != 2 or not all(len(part) == 4 and part.isascii() and part.isdigit() for part in parts):
        raise BadPeriod(f'periode "{text}" tidak dapat dibaca; tulis tahun awal dan akhir, misalnya 2024-2033')
    first, last = int(parts[0]), int(parts[1])
    if last < first:
        raise BadPeriod(f"periode {text} terbalik: tahun akhir lebih kecil daripada tahun awal")
    return first, last
