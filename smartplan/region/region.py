"""One region of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["Kind", "Region"]

Kind = Literal["kabupaten", "kota", "provinsi"]


class Region(NamedTuple):
    """A regency, city or province by its official code.

    ``name`` is the full name (``Kabupaten Buleleng``), ``short`` the name alone (``Buleleng``), ``slug`` the form for
    folders (``kab-buleleng``). ``capital`` is None where it is not certain. A province counts its regencies and cities
    in ``regencies``, all other numbers of it are sums over them; for a regency ``regencies`` is 0.
    """

    code: str
    kind: Kind
    name: str
    short: str
    slug: str
    province: str
    province_code: str
    capital: str | None
    area_km2: Decimal | None
    population: int | None
    population_year: int | None
    kecamatan: int
    kelurahan: int
    desa: int
    regencies: int = 0
