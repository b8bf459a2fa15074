from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smartplan.source import (
    Mapping,
    Scalar,
    SourceText,
    Style,
    UnwritableText,
    load_bytes,
    write_scalar,
)
from smartplan.source.load import load_text
from smartplan.source.parsers import PurePythonParser

STYLES: list[Style] = ["plain", "single", "double", "literal", "folded"]
SIGNS = " \n\n\t\r-?:,[]{}#&*!|>'\"%@`\\~<=.é😀\u2028\u2029\u00a0"
WORDS = st.lists(st.sampled_from([*SIGNS, ": ", " #", "  ", "\n  ", "a", "bc", "null", "---", "..."]), max_size=14).map(
    "".join
)
LONG = st.lists(st.sampled_from(["kata", "panjang ", " dan", "\n", " ", "seluruh", "- "]), max_size=60).map("".join)
ANY = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Co", "Cn", "Cs"), exclude_characters="\ufeff"), max_size=30
)
TEXTS = st.one_of(WORDS, LONG, ANY)

# What stands before and after, where / is a line end, and the indentation below.
FRAMES = [("a: ", "/z: y/", 2), ("b:/  a: ", "//  z: y/", 4), ("b:/  - ", "/  - z/", 4), ("- a: ", "/  z: y/- x/", 4)]


def found(text: str, parser: type | None = None) -> Scalar:
    loaded = load_text(SourceText("a.yaml", text), parser) if parser else load_bytes(text.encode(), "a.yaml")
    assert loaded.findings == ()
    node = loaded.root
    while not isinstance(node, Scalar):
        assert node is not None
        node = node.entries[0].value if isinstance(node, Mapping) else node.items[0]
    return node


@settings(max_examples=700, deadline=None)
@given(TEXTS, st.sampled_from(STYLES), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(FRAMES))
@example(" a\n  b", "literal", "\n", FRAMES[1])
@example("\n\na\n", "folded", "\n", FRAMES[0])
@example("a\n\n\nb c\n", "folded", "\r\n", FRAMES[3])
@example("\ta", "literal", "\n", FRAMES[2])
def test_what_is_written_reads_back(text: str, style: Style, newline: str, frame: tuple[str, str, int]) -> None:
    before, after, indent = frame
    written = write_scalar(text, style, indent, newline)
    file = before.replace("/", newline) + written + after.replace("/", newline)
    for parser in (None, PurePythonParser):
        node = found(file, parser)
        assert node.text == text
        assert not node.is_null


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(STYLES))
def test_what_is_written_into_brackets_reads_back(text: str, style: Style) -> None:
    written = write_scalar(text, style, flow=True)
    assert "\n" not in written
    node = found(f"[{written}, z]\n")
    assert (node.text, node.is_null) == (text, False)
    node = found(f"{{a: {written}, z: y}}\n")
    assert (node.text, node.is_null) == (text, False)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(STYLES))
def test_what_is_written_as_a_key_reads_back(text: str, style: Style) -> None:
    loaded = load_bytes(f"{write_scalar(text, style, flow=True)}: y\n".encode(), "a.yaml")
    assert isinstance(loaded.root, Mapping)
    assert [entry.key for entry in loaded.root] == [text]


@pytest.mark.parametrize(
    ("text", "style", "written"),
    [
        ("Buleleng", "plain", "Buleleng"),
        ("51.10", "plain", "51.10"),
        ("no", "plain", "no"),
        ("-5", "plain", "-5"),
        ("12:30", "plain", "12:30"),
        ("AT&T #1", "plain", '"AT&T #1"'),
        ("a: b", "plain", '"a: b"'),
        ('kata "b": c', "plain", "'kata \"b\": c'"),
        ("", "plain", '""'),
        ("null", "plain", '"null"'),
        ("it's", "single", "'it''s'"),
        ("it's", "double", '"it\'s"'),
        ("a\nb", "plain", "|-\n  a\n  b"),
        ("a\nb", "single", '"a\\nb"'),
        ("a\n\n  b\n", "literal", "|\n  a\n\n    b\n".rstrip("\n")),
        ("  a\nb\n", "literal", "|2\n    a\n  b"),
        ("a b\n", "folded", ">\n  a b"),
        ("a\n\n", "literal", '"a\\n\\n"'),
        ("a\n b", "folded", "|-\n  a\n   b"),
        ("a\u2028b", "literal", '"a\\Lb"'),
    ],
)
def test_the_nearest_style_is_taken(text: str, style: Style, written: str) -> None:
    assert write_scalar(text, style) == written


def test_a_folded_text_is_broken_near_its_width() -> None:
    written = write_scalar("kata " * 60 + "akhir", "folded", 4, width=60)
    lines = written.split("\n")
    assert lines[0] == ">-"
    assert len(lines) > 5
    assert all(len(line) <= 60 for line in lines)
    assert all(len(line) > 50 for line in lines[1:-1])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a\0", "U\\+0000"),
        ("\uf0b7 a", "U\\+F0B7"),
        ("\U000f0001", "U\\+F0001"),
        ("a\x1b", "U\\+001B"),
        ("\ufeff", "BOM"),
    ],
)
def test_a_text_that_loading_would_refuse_is_refused(text: str, name: str) -> None:
    with pytest.raises(UnwritableText, match=name):
        write_scalar(text)
