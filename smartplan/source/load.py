"""A file -> its tree, or the findings that say why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yaml.error import YAMLError

from smartplan.findings import Finding, sort_findings
from smartplan.source.characters import find_forbidden
from smartplan.source.decode import decode
from smartplan.source.fault import fault_of
from smartplan.source.guards import MAX_BYTES, Guards
from smartplan.source.indentation import find_directive, find_tabs
from smartplan.source.parsers import FASTEST
from smartplan.source.syntax import explain
from smartplan.source.tree import Node, Scalar
from smartplan.source.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartplan.source.parsers import EventSource
    from smartplan.source.text import SourceText

__all__ = ["Loaded", "load_bytes", "load_path", "load_text"]


class Loaded(NamedTuple):
    """``source`` is None when the bytes are no text, ``root`` when the file is empty or was refused.

    A key that is written twice is a finding, but does not refuse the tree.
    """

    source: SourceText | None
    root: Node | None
    findings: tuple[Finding, ...]


def load_path(path: Path, root: Path) -> Loaded:
    """Read ``path``; findings name it relative to ``root``. Raises OSError, and ValueError when it is not below."""
    file = path.relative_to(root).as_posix()
    with path.open("rb") as stream:
        return load_bytes(stream.read(MAX_BYTES + 1), file)


def load_bytes(data: bytes, file: str) -> Loaded:
    """Never raises, whatever ``data`` holds."""
    source = decode(data, file)
    if isinstance(source, Finding):
        return Loaded(None, None, (source,))
    return load_text(source)


def load_text(source: SourceText, parser: Callable[[str], EventSource] = FASTEST) -> Loaded:
    """The tree of a text. ``parser`` is there so that tests can compare the two that PyYAML has."""
    forbidden = find_forbidden(source)
    if forbidden:
        return Loaded(source, None, tuple(forbidden))
    directive = find_directive(source)
    if directive is not None:
        return Loaded(source, None, (directive,))
    guards = Guards(source)
    walk = Walk(source, guards)
    try:
        walk.run(parser(source.text))
    except (YAMLError, ValueError, OverflowError) as error:
        # The parser in Python turns \UFFFFFFFF into a character without looking: ValueError or OverflowError.
        return Loaded(source, None, (explain(fault_of(error, source, walk)),))
    if guards.refused:
        return Loaded(source, None, tuple(sort_findings(guards.findings)))
    root = walk.root
    if isinstance(root, Scalar) and root.is_null and root.start == root.end:
        root = None
    tabs = find_tabs(source, root)
    return Loaded(source, None if tabs else root, tuple(sort_findings([*guards.findings, *tabs])))
