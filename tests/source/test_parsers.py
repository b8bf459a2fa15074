from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartplan.source import Mapping, Node, Scalar, Sequence, SourceText, load_bytes
from smartplan.source.load import load_text
from smartplan.source.parsers import FASTEST, PurePythonParser

if TYPE_CHECKING:
    from smartplan.findings import Span

PIECES = [
    *"abé😀 \n\t\r-?:,[]{}#&*!|>'\"%@`\\~.0",
    "\r\n",
    "\u2028",
    ": ",
    "- ",
    "? ",
    "a: ",
    "b: ",
    "  ",
    "\n  ",
    "\n- ",
    "\n    ",
    "---",
    "...",
    "|-\n",
    ">+\n",
    "<<",
    "%YAML 1.1\n",
    "\\U00110000",
    "\\ud800",
    "\\x41",
    "null",
    " # c",
    "\n\n",
]
YAMLISH = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def shape(node: Node | None) -> Any:
    """All that there is to a tree, as plain values."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        return node.text, node.style, node.is_null, node.span
    if isinstance(node, Sequence):
        return [shape(item) for item in node], node.span
    assert isinstance(node, Mapping)
    return [(entry.key, entry.key_span, shape(entry.value)) for entry in node], node.span


def spans(node: Node | None) -> list[Span]:
    if node is None:
        return []
    if isinstance(node, Mapping):
        return [node.span, *(span for entry in node for span in (entry.key_span, *spans(entry.value)))]
    if isinstance(node, Sequence):
        return [node.span, *(span for item in node for span in spans(item))]
    return [node.span]


@pytest.mark.skipif(FASTEST is PurePythonParser, reason="PyYAML was installed without its C parser")
@settings(max_examples=1500, deadline=None)
@given(YAMLISH)
def test_both_parsers_give_the_same_tree_where_both_accept(text: str) -> None:
    fast = load_text(SourceText("a.yaml", text), FASTEST)
    slow = load_text(SourceText("a.yaml", text), PurePythonParser)
    if not fast.findings and not slow.findings:
        assert shape(fast.root) == shape(slow.root)


@settings(max_examples=600, deadline=None)
@given(st.one_of(st.binary(max_size=200), YAMLISH.map(str.encode), YAMLISH.map(lambda text: text.encode("utf-16"))))
def test_any_bytes_give_a_tree_or_findings(data: bytes) -> None:
    loaded = load_bytes(data, "a.yaml")
    if loaded.source is None:
        assert loaded.findings
    for finding in loaded.findings:
        assert finding.span is not None
        assert finding.hint
        assert 1 <= finding.span.line <= finding.span.end_line
        assert finding.span.column >= 1
    for span in spans(loaded.root):
        assert (span.line, span.column) <= (span.end_line, span.end_column)


@settings(max_examples=600, deadline=None)
@given(YAMLISH)
def test_the_parser_in_python_never_raises_either(text: str) -> None:
    loaded = load_text(SourceText("a.yaml", text), PurePythonParser)
    assert loaded.root is None or isinstance(loaded.root, (Mapping, Sequence, Scalar))


@settings(max_examples=600, deadline=None)
@given(YAMLISH)
def test_every_span_lies_within_the_file(text: str) -> None:
    loaded = load_bytes(text.encode(), "a.yaml")
    source = loaded.source
    assert source is not None
    found = [finding.span for finding in loaded.findings if finding.span]
    for span in [*spans(loaded.root), *found]:
        assert source.offset(span.line, span.column) <= source.offset(span.end_line, span.end_column)
