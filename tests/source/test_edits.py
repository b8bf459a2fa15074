from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from smartplan.findings import Edit, Span
from smartplan.source import (
    EditConflict,
    Mapping,
    Node,
    Scalar,
    Sequence,
    SourceText,
    apply_edits,
    edit_scalar,
    load_bytes,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


def edit(line: int, column: int, end_line: int, end_column: int, new: str) -> Edit:
    return Edit(Span("a.yaml", line, column, end_line, end_column), new)


def test_all_that_is_not_edited_stays() -> None:
    loaded = load_bytes("\ufeff# catatan\r\nz:   'b'  # lain\r\n\r\na: é😀 c\r\n".encode(), "a.yaml")
    assert loaded.source is not None
    changed = apply_edits(loaded.source, [edit(4, 4, 4, 8, "x\ny"), edit(2, 6, 2, 9, "ganti")])
    assert changed == "\ufeff# catatan\r\nz:   ganti  # lain\r\n\r\na: x\r\ny\r\n"


def test_no_edits_give_the_bytes_of_the_file() -> None:
    data = b"\xef\xbb\xbfa: b\r\nc: d"
    source = load_bytes(data, "a.yaml").source
    assert source is not None
    assert apply_edits(source, []).encode() == data


def test_insertions_at_one_place_keep_their_order_and_stand_first() -> None:
    source = SourceText("a.yaml", "abc")
    edits = [edit(1, 2, 1, 3, "X"), edit(1, 2, 1, 2, "1"), edit(1, 2, 1, 2, "2"), edit(1, 3, 1, 3, "3")]
    assert apply_edits(source, edits) == "a12X3c"


@pytest.mark.parametrize(
    "edits",
    [
        [edit(1, 1, 1, 3, "x"), edit(1, 2, 1, 4, "y")],
        [edit(1, 1, 1, 4, "x"), edit(1, 2, 1, 2, "y")],
        [edit(1, 1, 1, 3, "x"), edit(1, 1, 1, 3, "x")],
    ],
)
def test_overlapping_edits_are_a_conflict_that_names_both(edits: list[Edit]) -> None:
    with pytest.raises(EditConflict, match="bertumpuk") as caught:
        apply_edits(SourceText("a.yaml", "abcdef"), edits)
    assert set(caught.value.edits) == set(edits)
    assert pickle.loads(pickle.dumps(caught.value)).edits == caught.value.edits


@pytest.mark.parametrize("wrong", [edit(9, 1, 9, 1, "x"), edit(1, 9, 1, 9, "x"), edit(1, 3, 1, 1, "x")])
def test_an_edit_of_a_place_that_is_not_there_is_a_conflict(wrong: Edit) -> None:
    with pytest.raises(EditConflict):
        apply_edits(SourceText("a.yaml", "abc\n"), [wrong])


def test_an_edit_for_another_file_is_a_conflict() -> None:
    with pytest.raises(EditConflict, match=r"b\.yaml"):
        apply_edits(SourceText("a.yaml", "abc"), [Edit(Span("b.yaml", 1, 1, 1, 2), "x")])


def scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif node is not None:
        for child in node.items if isinstance(node, Sequence) else [entry.value for entry in node]:
            yield from scalars(child)


def after(text: str, position: int, new: str) -> str:
    loaded = load_bytes(text.encode(), "a.yaml")
    assert loaded.source is not None
    return apply_edits(loaded.source, [edit_scalar(list(scalars(loaded.root))[position], new)])


@pytest.mark.parametrize(
    ("text", "new", "expected"),
    [
        ("a: b # c\n", "d", "a: d # c\n"),
        ("a: b # c\n", "d\ne", 'a: "d\\ne" # c\n'),
        ("a: 'b'\n", "it's", "a: 'it''s'\n"),
        ('a: "b"\n', "c", 'a: "c"\n'),
        ("a:\nb: c\n", "d", "a: d\nb: c\n"),
        ("a: # nanti\n", "d", "a: d # nanti\n"),
        ("a: ~\n", "d", "a: d\n"),
        ("a: {b: , c: d}\n", "x, y", 'a: {b: "x, y", c: d}\n'),
        ("a: {b}\n", "x", "a: {b: x}\n"),
        ("a: {b:\n  }\n", "x", "a: {b:\n  x}\n"),
        ("-\n- c\n", "d", "- d\n- c\n"),
        ("a: |\n  b\n\n# c\nd: e\n", "x\ny\n", "a: |\n  x\n  y\n\n# c\nd: e\n"),
        ("a: | # c\n  b\n", "x\n", "a: | # c\n  x\n"),
        ("a: >-\n  b\n", "x", "a: >-\n  x\n"),
        ("a: |\r\n  b\r\n", "x\ny\n", "a: |\r\n  x\r\n  y\r\n"),
        ("- - a: |\n      b\n", "x\ny\n", "- - a: |\n      x\n      y\n"),
        ("a:\n  b\n", "x\ny", "a:\n  |-\n    x\n    y\n"),
        ("a: |-\n  b", "x\n", "a: |\n  x\n"),
    ],
)
def test_a_scalar_is_rewritten_in_its_style_at_its_place(text: str, new: str, expected: str) -> None:
    assert after(text, 0, new) == expected


PLANS = [
    "# catatan\nwilayah: {kode: 51.08, nama: 'Buleleng', tutup: }\n"
    "visi:\n  kata: >-\n    panjang\n    sekali\n\n  # lain\n  b: |\n    x\n",
    '- a: b # c\n  d:\n    - e\n    - |\n      f\n\n    - [g, {h: i}, "j"]\n- k:\n',
    "a:\r\n- 'b'\r\n-\r\n- c: ~\r\n  d: |+\r\n      e\r\n\r\n- - f\r\n  - >\r\n    g\r\n",
    'a: "b"\nc:\n  d\nz: | # ket\n  x',
]
PIECES = [*" \n\t:#-'\"\\,]}é😀\u2028", "a", "kata", ": ", " #", "\n\n", "  "]
NEW = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def texts(node: Node | None) -> list[Any]:
    return [scalar.text for scalar in scalars(node)]


@settings(max_examples=800, deadline=None)
@given(st.sampled_from(PLANS), st.integers(0, 11), NEW)
def test_a_rewritten_scalar_reads_back_and_nothing_else_changes(text: str, position: int, new: str) -> None:
    loaded = load_bytes(text.encode(), "a.yaml")
    before = texts(loaded.root)
    assume(position < len(before))
    changed = load_bytes(after(text, position, new).encode(), "a.yaml")
    assert changed.findings == ()
    assert texts(changed.root) == [*before[:position], new, *before[position + 1 :]]
    assert after(text, position, new).count("#") >= text.count("#")


def test_every_scalar_can_be_rewritten_at_once() -> None:
    loaded = load_bytes(PLANS[0].encode(), "a.yaml")
    assert loaded.source is not None
    assert isinstance(loaded.root, Mapping)
    edits = [edit_scalar(scalar, f"baru {number}") for number, scalar in enumerate(scalars(loaded.root))]
    changed = load_bytes(apply_edits(loaded.source, edits).encode(), "a.yaml")
    assert texts(changed.root) == [f"baru {number}" for number in range(len(edits))]
