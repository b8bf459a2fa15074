"""Figures of the profile in one unit each, with what their last digit leaves open."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final, NamedTuple

from smartplan.wording import format_number

__all__ = ["Measure", "is_in_own_unit", "measure", "written"]

_PEOPLE: Final = {
    "jiwa": Decimal(1), "orang": Decimal(1), "penduduk": Decimal(1), "ribu": Decimal(1000), "ribu jiwa": Decimal(1000),
    "ribu orang": Decimal(1000), "juta jiwa": Decimal(10**6), "juta orang": Decimal(10**6),
}  # fmt: skip
_AREA: Final = {
    "km2": Decimal(1), "kilometer persegi": Decimal(1), "km persegi": Decimal(1), "ha": Decimal("0.01"),
    "hektare": Decimal("0.01"), "hektar": Decimal("0.01"), "m2": Decimal("0.000001"),
}  # fmt: skip
_SHARE: Final = {"persen": Decimal(1), "%": Decimal(1)}
_MONEY: Final = {
    "rupiah": Decimal(1), "rp": Decimal(1), "ribu rupiah": Decimal(1000), "juta rupiah": Decimal(10**6),
    "miliar rupiah": Decimal(10**9), "triliun rupiah": Decimal(10**12),
}  # fmt: skip
_SCALES: Final[dict[str, dict[str, Decimal]]] = {
    "luas": _AREA,
    "penduduk": _PEOPLE,
    "kepadatan": {
        f"{people}{per}{area}": count / size
        for people, count in _PEOPLE.items()
        for area, size in _AREA.items()
        for per in ("/", " per ")
    },
    **{name: {name: Decimal(1), "buah": Decimal(1)} for name in ("kecamatan", "kelurahan", "desa")},
    **dict.fromkeys(("kemiskinan", "pertumbuhan_ekonomi", "pengangguran", "stunting", "tutupan_hutan"), _SHARE),
    **dict.fromkeys(("apbd", "pad", "dau"), _MONEY),
    "ipm": {"poin": Decimal(1), "indeks": Decimal(1)},
    "panjang_pantai": {"km": Decimal(1), "kilometer": Decimal(1), "m": Decimal("0.001"), "meter": Decimal("0.001")},
}
"""Fact -> unit -> how many of the fact's own unit (the first) one of it is."""


class Measure(NamedTuple):
    """A figure in the fact's own unit. ``slack``: half a unit of the last digit that was written."""

    value: Decimal
    slack: Decimal

    @property
    def low(self) -> Decimal:
        return self.value - self.slack

    @property
    def high(self) -> Decimal:
        return self.value + self.slack

    def is_near(self, value: Decimal | int) -> bool:
        """Whether ``value`` may have been rounded to this figure."""
        return self.low <= value <= self.high


def measure(key: str, row: Any) -> Measure | None:
    """The figure ``row`` of the fact ``key``; None when it has no value or a unit that is not known."""
    scale = _scale(key, row.satuan)
    if row.nilai is None or scale is None:
        return None
    exponent = row.nilai.as_tuple().exponent
    return Measure(row.nilai * scale, Decimal((0, (5,), exponent - 1)) * scale)


def is_in_own_unit(key: str, row: Any) -> bool:
    """Whether the figure needs no word beside it: it has no unit, or that of the fact."""
    return row.satuan is None or _scale(key, row.satuan) == 1


def written(key: str, row: Any) -> str:
    """The number as the plan writes it, with its unit when that is not the fact's own."""
    number = format_number(row.nilai)
    return number if is_in_own_unit(key, row) else f"{number} {row.satuan}"


def plain_unit(unit: str | None) -> str:
    return " ".join((unit or "").casefold().replace("²", "2").replace(" / ", "/").rstrip(".").split())


def _scale(key: str, unit: str | None) -> Decimal | None:
    return Decimal(1) if unit is None else _SCALES.get(key, {}).get(plain_unit(unit))
