"""YAML text -> tree of text scalars that know their place; and edits back into the text."""

from __future__ import annotations

from smartplan.source.codes import CODES
from smartplan.source.decode import decode
from smartplan.source.edits import EditConflict, apply_edits, edit_scalar
from smartplan.source.load import Loaded, load_bytes, load_path
from smartplan.source.text import SourceText, lines_of
from smartplan.source.tree import Entry, Mapping, Node, Scalar, Sequence, Style
from smartplan.source.write import UnwritableText, write_scalar

__all__ = [
    "CODES",
    "EditConflict",
    "Entry",
    "Loaded",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "SourceText",
    "Style",
    "UnwritableText",
    "apply_edits",
    "decode",
    "edit_scalar",
    "lines_of",
    "load_bytes",
    "load_path",
    "write_scalar",
]
