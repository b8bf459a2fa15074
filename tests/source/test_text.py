from __future__ import annotations

import hashlib
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartplan.findings import Span
from smartplan.source import SourceText, lines_of, load_bytes


def test_lines_end_at_lf_crlf_and_cr_only() -> None:
    source = SourceText("a.yaml", "satu\ndua\r\ntiga\rempat\u2028lima\u0085enam\x0btujuh")
    assert [source.line(number) for number in range(1, 5)] == [
        "satu",
        "dua",
        "tiga",
        "empat\u2028lima\u0085enam\x0btujuh",
    ]
    with pytest.raises(IndexError):
        source.line(5)
    with pytest.raises(IndexError):
        source.line(0)


@pytest.mark.parametrize("text", ["", "satu", "satu\n", "\nsatu\u2028dua\n\ntiga", "satu\r\ndua\rtiga\n"])
def test_the_lines_of_a_text_are_those_of_the_file(text: str) -> None:
    source = SourceText("a.yaml", text)
    assert lines_of(text) == tuple(source.line(number) for number in range(1, len(source.line_starts) + 1))


def test_columns_count_code_points_from_one() -> None:
    source = SourceText("a.yaml", "é😀x: y\n")
    assert source.span(2, 3) == Span("a.yaml", 1, 3, 1, 4)


def test_an_offset_behind_the_last_line_end_is_on_the_next_line() -> None:
    assert SourceText("a.yaml", "a\n").place(2) == (2, 1)


@pytest.mark.parametrize(("text", "newline"), [("a", "\n"), ("a\r\nb\n", "\r\n"), ("a\rb\n", "\r"), ("a\nb\r\n", "\n")])
def test_the_first_line_end_is_that_of_the_file(text: str, newline: str) -> None:
    assert SourceText("a.yaml", text).newline == newline


@given(st.text(alphabet="a\n\r\u2028é😀 ", max_size=30), st.data())
def test_place_and_offset_are_each_others_reverse(text: str, data: st.DataObject) -> None:
    source = SourceText("a.yaml", text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = source.place(offset)
    if column <= len(source.line(line)) + 1:  # not between CR and LF
        assert source.offset(line, column) == offset


@pytest.mark.parametrize(("line", "column"), [(0, 1), (3, 1), (1, 0), (1, 5)])
def test_an_offset_outside_the_file_is_an_index_error(line: int, column: int) -> None:
    with pytest.raises(IndexError):
        SourceText("a.yaml", "abc\n").offset(line, column)


@pytest.mark.parametrize("data", [b"a: b\r\n", b"\xef\xbb\xbfa: \xc3\xa9\n"])
def test_the_hash_is_that_of_the_bytes(data: bytes) -> None:
    source = load_bytes(data, "a.yaml").source
    assert source is not None
    assert source.sha256 == hashlib.sha256(data).hexdigest()


def test_a_loaded_file_can_be_sent_to_another_process() -> None:
    loaded = pickle.loads(pickle.dumps(load_bytes(b"a: {b: [c]}\n", "a.yaml")))
    assert repr(loaded.root) == "Mapping([Entry('a', Mapping([Entry('b', Sequence([Scalar('c', 'plain')]))]))])"
    assert str(loaded.root.get("a").value.span) == "a.yaml:1:4"
