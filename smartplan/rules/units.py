"""Units of the profile's facts: figures in one unit each, and which units can be of a fact at all."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final, NamedTuple

from smartplan.wording import format_number

__all__ = ["Measure", "fits", "is_in_own_unit", "is_share", "measure", "plain_unit", "rounded", "usual_unit", "written"]

_PEOPLE: Final = {
    "jiwa": Decimal(1), "orang": Decimal(1), "penduduk": Decimal(1), "ribu": Decimal(1000), "ribu jiwa": Decimal(1000),
    "ribu orang": Decimal(1000), "juta jiwa": Decimal(10**6), "juta orang": Decimal(10**6), "ribu penduduk": Decimal(1000),
}  # fmt: skip
_AREA: Final = {
    "km2": Decimal(1), "kilometer persegi": Decimal(1), "km persegi": Decimal(1), "ha": Decimal("0.01"),
    "hektare": Decimal("0.01"), "hektar": Decimal("0.01"), "m2": Decimal("0.000001"),
    "meter persegi": Decimal("0.000001"),
}  # fmt: skip
_SHARE: Final = dict.fromkeys(("persen", "%", "prosen", "persen (%)"), Decimal(1))
_LENGTH: Final = {
    "km": Decimal(1), "kilometer": Decimal(1), "m": Decimal("0.001"), "meter": Decimal("0.001"),
}  # fmt: skip
_MONEY: Final = {
    "rupiah": Decimal(1), "rp": Decimal(1),
    **{
        f"{before}{word}{after}": Decimal(10**power)
        for word, power in (
            ("ribu", 3), ("juta", 6), ("miliar", 9), ("milyar", 9), ("triliun", 12), ("trilyun", 12)
        )
        for before, after in (("", " rupiah"), ("rp ", ""), ("rp. ", ""))
    },
    **{word: Decimal(10**power) for word, power in (("miliar", 9), ("milyar", 9), ("triliun", 12), ("trilyun", 12), ("jt", 6), ("m", 9), ("t", 12))},
}  # fmt: skip
_DENSITY: Final = {
    f"{people}{per}{area}": count / size
    for people, count in _PEOPLE.items()
    for area, size in _AREA.items()
    for per in ("/", " per ")
}
_INDEX: Final = dict.fromkeys(("poin", "indeks", "skor", "angka"), Decimal(1))
_PLACES: Final = {
    "kecamatan": ("kecamatan", "distrik", "kapanewon", "kemantren"),
    "kelurahan": ("kelurahan",),
    "desa": ("desa", "gampong", "nagari", "kampung", "pekon", "kalurahan"),
}
"""What is counted -> how it is called, in some regions by a name of their own."""
_SCALES: Final[dict[str, dict[str, Decimal]]] = {
    "luas": _AREA,
    "penduduk": _PEOPLE,
    "kepadatan": _DENSITY,
    **{name: dict.fromkeys((*units, "buah"), Decimal(1)) for name, units in _PLACES.items()},
    **dict.fromkeys(("kemiskinan", "pertumbuhan_ekonomi", "pengangguran", "stunting", "tutupan_hutan"), _SHARE),
    **dict.fromkeys(("apbd", "pad", "dau"), _MONEY),
    "ipm": _INDEX,
    "panjang_pantai": _LENGTH,
}
"""Fact -> unit -> how many of the fact's own unit (the first) one of it is."""
_KINDS: Final = {
    unit: kind
    for kind, units in (
        ("luas", _AREA), ("orang", _PEOPLE), ("kepadatan", _DENSITY), ("bagian", _SHARE), ("uang", _MONEY),
        ("panjang", _LENGTH), ("indeks", _INDEX), ("keluarga", ("kk", "kepala keluarga", "keluarga", "rumah tangga")),
        *_PLACES.items(),
    )
    for unit in units
}  # fmt: skip
"""Unit -> what it measures; of "angka" and the like anything may be told, and they are left out below."""
_TELLING: Final = _KINDS.keys() - {"angka", "skor", "ribu", "penduduk"}
_ALSO_FITTING: Final = {
    "penduduk": ("orang",),
    "kemiskinan": ("bagian", "orang", "keluarga"),
    "pengangguran": ("bagian", "orang"),
    "stunting": ("bagian", "orang"),
    "tutupan_hutan": ("bagian", "luas"),
    "pertumbuhan_ekonomi": ("bagian",),
    "panjang_pantai": ("panjang",),
    "desa_adat": ("desa",),
    "ipm": ("indeks",),
    **dict.fromkeys(("apbd", "pad", "dau"), ("uang",)),
}
"""Fact -> what its units measure, where that is not the fact's own name."""
_USUAL: Final = {"desa_adat": "desa adat"}


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

    def may_equal(self, other: Measure) -> bool:
        """Whether the two are one figure, of which one may be rounded."""
        return self.is_near(other.value) or other.is_near(self.value)


def measure(key: str, row: Any) -> Measure | None:
    """The figure ``row`` of the fact ``key``; None when it has no value or a unit that is not known."""
    scale = _scale(key, row.satuan)
    if row.nilai is None or scale is None:
        return None
    plain = rounded(row.nilai)
    return Measure(plain.value * scale, plain.slack * scale)


def rounded(value: Decimal) -> Measure:
    """A figure with half a unit of its last digit."""
    return Measure(value, Decimal((0, (5,), int(value.as_tuple().exponent) - 1)))


def is_in_own_unit(key: str, row: Any) -> bool:
    """Whether the figure needs no word beside it: it has no unit, or that of the fact."""
    return row.satuan is None or _scale(key, row.satuan) == 1


def written(key: str, row: Any) -> str:
    """The number as the plan writes it, with its unit when that is not the fact's own."""
    number = format_number(row.nilai)
    return number if is_in_own_unit(key, row) else f"{number} {row.satuan}"


def fits(key: str, unit: str | None) -> bool:
    """Whether a figure of the fact ``key`` can be in ``unit``; True for units that are not known."""
    plain = plain_unit(unit)
    return plain not in _TELLING or _KINDS[plain] in _ALSO_FITTING.get(key, (key,)) or plain in _SCALES.get(key, {})


def usual_unit(key: str) -> str:
    """The unit that the fact ``key`` is usually told in."""
    return _USUAL.get(key) or next(iter(_SCALES[key]))


def is_share(unit: str | None) -> bool:
    """Whether figures in ``unit`` are parts of a hundred."""
    return plain_unit(unit) in _SHARE


def plain_unit(unit: str | None) -> str:
    plain = " ".join((unit or "").casefold().replace("²", "2").replace("^2", "2").rstrip(".").split())
    return plain.replace(" /", "/").replace("/ ", "/")


def _scale(key: str, unit: str | None) -> Decimal | None:
    return Decimal(1) if unit is None else _SCALES.get(key, {}).get(plain_unit(unit))
