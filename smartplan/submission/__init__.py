"""What is handed in: a package of books, letters, reports and the plan as it was, with a manifest that proves it."""

from __future__ import annotations

from smartplan.submission.package import CHECKSUMS, MANIFEST, README, Facts, pack, sealed
from smartplan.submission.proof import Proof, prove
from smartplan.submission.shelf import Shelved, shelve, twin_of

__all__ = [
    "CHECKSUMS",
    "MANIFEST",
    "README",
    "Facts",
    "Proof",
    "Shelved",
    "pack",
    "prove",
    "sealed",
    "shelve",
    "twin_of",
]
