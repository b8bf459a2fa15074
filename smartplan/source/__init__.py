"""YAML text -> tree of text scalars that know their place; and edits back into the text."""

from __future__ import annotations

from smartplan.source.codes import CODES
from smartplan.source.load import Loaded, load_bytes, load_path
from smartplan.source.text import SourceText
from smartplan.source.tree import Entry, Mapping, Node, Scalar, Sequence, Style

__all__ = [
    "CODES",
    "Entry",
    "Loaded",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "SourceText",
    "Style",
    "load_bytes",
    "load_path",
]
