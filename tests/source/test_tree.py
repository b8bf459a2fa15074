from __future__ import annotations

import pytest

from smartplan.findings import Span
from smartplan.source import Entry, Mapping, Node, Scalar, Sequence, load_bytes


def root_of(text: str) -> Node:
    loaded = load_bytes(text.encode(), "a.yaml")
    assert loaded.findings == ()
    assert loaded.root is not None
    return loaded.root


def value_of(text: str, key: str = "a") -> Node:
    root = root_of(text)
    assert isinstance(root, Mapping)
    entry = root.get(key)
    assert entry is not None
    return entry.value


def place(node: Node | Entry) -> tuple[int, int, int, int]:
    span = node.key_span if isinstance(node, Entry) else node.span
    return span.line, span.column, span.end_line, span.end_column


@pytest.mark.parametrize("text", ["no", "12:30", "51.10", "1e3", "0x1F", "2023-02-28", "=", "1_000", "9" * 6000])
def test_values_stay_the_text_that_was_written(text: str) -> None:
    node = value_of(f"a: {text}\n")
    assert isinstance(node, Scalar)
    assert (node.text, node.style, node.is_null) == (text, "plain", False)


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_only_plain_words_for_nothing_are_null(text: str) -> None:
    plain, quoted = value_of(f"a: {text}\n"), value_of(f'a: "{text}"\n')
    assert isinstance(plain, Scalar)
    assert isinstance(quoted, Scalar)
    assert (plain.is_null, quoted.is_null) == (True, False)


@pytest.mark.parametrize(
    ("written", "text", "style"),
    [
        ("b c", "b c", "plain"),
        ("'it''s'", "it's", "single"),
        ('"b\\tc"', "b\tc", "double"),
        ("|\n  b\n  c", "b\nc\n", "literal"),
        (">-\n  b\n  c", "b c", "folded"),
    ],
)
def test_a_scalar_knows_its_style_and_decoded_text(written: str, text: str, style: str) -> None:
    node = value_of(f"a: {written}\nz: y\n")
    assert isinstance(node, Scalar)
    assert (node.text, node.style) == (text, style)


def test_spans_cover_quotes_and_brackets() -> None:
    text = "\"kunci\": 'é😀'\nb: [c,  {d: e} ]\n"
    root = root_of(text)
    assert isinstance(root, Mapping)
    first, second = root
    assert place(first) == (1, 1, 1, 8)
    assert place(first.value) == (1, 10, 1, 14)
    assert place(second.value) == (2, 4, 2, 17)
    assert isinstance(second.value, Sequence)
    assert place(second.value.items[1]) == (2, 9, 2, 15)


def test_a_block_ends_where_its_last_value_ends() -> None:
    assert place(value_of("a:\n  - b\n  - c: d\n\n# e\nz: y\n")) == (2, 3, 3, 9)


def test_a_pair_in_brackets_ends_where_its_value_ends() -> None:
    node = value_of("a: [b: c  ]\n")
    assert isinstance(node, Sequence)
    assert place(node.items[0]) == (1, 5, 1, 9)


@pytest.mark.parametrize(
    ("written", "end"),
    [
        ("|\n  b\n\n\n# c\nz: y\n", (2, 4)),
        ("|\r\n  b\r\n\r\nz: y\r\n", (2, 4)),
        ("|+\n  b\n\nz: y\n", (3, 1)),
        ("|+\r\n  b\r\n\r\nz: y\r\n", (3, 1)),
        (">-\n  b\n  c", (3, 4)),
        ("| # keterangan + lain\n  b\n\nz: y\n", (2, 4)),
        ("|-\n  b\n    \nz: y\n", (3, 5)),
    ],
)
def test_a_long_text_ends_with_its_last_line_that_counts(written: str, end: tuple[int, int]) -> None:
    assert place(value_of(f"a: {written}"))[2:] == end


def test_an_empty_value_stands_behind_its_colon() -> None:
    root = root_of("a:\nb: # nanti\n-: x\n")
    assert isinstance(root, Mapping)
    assert [place(entry.value) for entry in root][:2] == [(1, 3, 1, 3), (2, 3, 2, 3)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: é😀\u2028b: c\nd: e\n", (2, 1)),
        ("\ufeffa: b\nd: e\n", (2, 1)),
        ("a: b\r\nd: e\r\n", (2, 1)),
        ("a: b\rd: e\r", (2, 1)),
        ("a: 'b\tc'\n\n\nd: e\n", (4, 1)),
        ("{a: 😀, d: e}", (1, 8)),
    ],
)
def test_places_are_those_that_an_editor_shows(text: str, expected: tuple[int, int]) -> None:
    root = root_of(text)
    assert isinstance(root, Mapping)
    entry = root.get("d")
    assert entry is not None
    assert place(entry)[:2] == expected


def test_a_mapping_gives_its_entries_in_source_order() -> None:
    root = root_of("c: 1\na: 2\nb: 3\n")
    assert isinstance(root, Mapping)
    assert [entry.key for entry in root] == [entry.key for entry in root.entries] == ["c", "a", "b"]
    assert root.get("x") is None


@pytest.mark.parametrize("text", ["", "\n\n", "# catatan\n", "---\n", "--- # catatan\n...\n", "\ufeff"])
def test_a_file_without_content_has_no_root_and_no_finding(text: str) -> None:
    loaded = load_bytes(text.encode(), "a.yaml")
    assert (loaded.root, loaded.findings) == (None, ())


def test_joined_nodes_keep_the_places_of_their_members() -> None:
    first = load_bytes(b"x: 1\n", "satu.yaml").root
    second = load_bytes(b"\ny: 2\n", "dua.yaml").root
    assert isinstance(first, Mapping)
    assert isinstance(second, Mapping)
    joined = Mapping.joined((*second.entries, *first.entries))
    assert [str(entry.key_span) for entry in joined] == ["dua.yaml:2:1", "satu.yaml:1:1"]
    assert str(joined.span) == "dua.yaml:2:1"
    assert str(Entry.joined("z", joined.entries, None).key_span) == "dua.yaml:2:1"
    assert str(Entry.joined("z", joined.entries, first.entries[0]).key_span) == "satu.yaml:1:1"
    assert str(Sequence.joined((first, second)).span) == "satu.yaml:1:1"
    assert Mapping.joined(()).span == Sequence.joined(()).span == Span("", 1, 1, 1, 1)


def test_an_entry_can_stand_for_a_whole_file() -> None:
    loaded = load_bytes(b"# catatan\nx: 1\n", "dimensi/smart_living.yaml")
    assert loaded.source is not None
    assert isinstance(loaded.root, Mapping)
    entry = Entry.at_start(loaded.source, "smart_living", loaded.root)
    assert (entry.key, entry.key_span) == ("smart_living", Span("dimensi/smart_living.yaml", 1, 1, 1, 1))
    assert entry.with_value(loaded.root.entries[0].value).key_span == entry.key_span
