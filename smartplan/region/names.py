"""How names of regions are compared: without case, spaces and marks, with or without the word for their kind."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from smartplan.region.region import Kind

__all__ = ["ABBREVIATIONS", "fold", "split_kind"]

# Everyday names of provinces, folded -> code.
ABBREVIATIONS = {
    "sumut": "12",
    "sumbar": "13",
    "sumsel": "16",
    "babel": "19",
    "bangkabelitung": "19",
    "kepri": "21",
    "dki": "31",
    "dkijakarta": "31",
    "daerahkhususjakarta": "31",
    "jakarta": "31",
    "jabar": "32",
    "jateng": "33",
    "diy": "34",
    "diyogyakarta": "34",
    "jatim": "35",
    "ntb": "52",
    "ntt": "53",
    "kalbar": "61",
    "kalteng": "62",
    "kalsel": "63",
    "kaltim": "64",
    "kaltara": "65",
    "sulut": "71",
    "sulteng": "72",
    "sulsel": "73",
    "sultra": "74",
    "sulbar": "76",
}
_KIND = lazy(
    r"(?P<kind>kabupaten|kab|kota|provinsi|propinsi|prov)(?:\.\s*|[\s_-]+)"
    r"(?:(?:administrasi|adm)(?:\.\s*|[\s_-]+))?(?P<rest>.+)",
    re.DOTALL,
)
_KINDS: dict[str, Kind] = {
    "kabupaten": "kabupaten",
    "kab": "kabupaten",
    "kota": "kota",
    "provinsi": "provinsi",
    "propinsi": "provinsi",
    "prov": "provinsi",
}
_ISLANDS = lazy(r"\bkep(?:\.|\b)")
_NO_LETTER = lazy(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """``Kep. Siau`` and ``KEPULAUAN  SIAU`` -> ``kepulauansiau``."""
    return _NO_LETTER.sub("", _ISLANDS.sub("kepulauan ", _plain(text)))


def split_kind(text: str) -> tuple[Kind | None, str]:
    """``Kab. Buleleng`` -> (``kabupaten``, ``buleleng``); no word for a kind gives None and the whole text folded."""
    found = _KIND.fullmatch(_plain(text).strip())
    if found is None:
        return None, fold(text)
    return _KINDS[found["kind"]], fold(found["rest"])


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text).casefold()
