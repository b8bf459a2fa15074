"""Guide editions: dimensions, stages, outlines, requirements and limits as data, with mark and source."""

from __future__ import annotations

from smartplan.edition.check import LEVELS
from smartplan.edition.law import Hukum, LawRegister, load_law
from smartplan.edition.load import DEFAULT_EDITION, list_editions, load_edition
from smartplan.edition.parts import Bab, Dokumen, Edition, Wajib
from smartplan.edition.trouble import EditionError, EditionNotFound

__all__ = [
    "DEFAULT_EDITION",
    "LEVELS",
    "Bab",
    "Dokumen",
    "Edition",
    "EditionError",
    "EditionNotFound",
    "Hukum",
    "LawRegister",
    "Wajib",
    "list_editions",
    "load_edition",
    "load_law",
]
