"""Columns share the table by weight, but a number never breaks while there is room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from smartplan.book.blocks import Cell, Column, Piece, Row, Table
from smartplan.writers.word.units import Twips
from smartplan.writers.word.widths import column_widths

TEXT = Twips(7937)


def table(*columns: Column, rows: tuple[Row, ...] = ()) -> Table:
    return Table("t", columns, rows)


def test_weights_share_the_width() -> None:
    assert column_widths(table(Column("A", 1), Column("B", 3)), Twips(8000)) == [2000, 6000]


def test_a_long_word_gets_its_room_from_the_others() -> None:
    rows = (Row(((Piece("1"),), (Piece("12.345.678.901.234"),))),)
    plain = column_widths(table(Column("A", 9), Column("B", 1)), TEXT)
    fitted = column_widths(table(Column("A", 9), Column("B", 1), rows=rows), TEXT)
    assert fitted[1] > plain[1]
    assert fitted[1] >= 18 * 9 * 20 * 0.45


def test_words_that_cannot_all_fit_leave_the_weights_alone() -> None:
    row = Row(tuple((Piece("x" * 90),) for _ in range(4)))
    columns = (Column("A", 1), Column("B", 1), Column("C", 1), Column("D", 1))
    assert column_widths(table(*columns, rows=(row,)), Twips(8000)) == [2000] * 4


def test_spanning_and_group_cells_do_not_widen_a_column() -> None:
    wide = (Piece("x" * 60),)
    rows = (Row((wide,), "group"), Row((Cell(wide, span=2),)))
    assert column_widths(table(Column("A", 1), Column("B", 3), rows=rows), Twips(8000)) == [2000, 6000]


words = st.lists(st.text("aM.1 -/", max_size=30), min_size=1, max_size=9)


@given(words, st.lists(st.floats(0.1, 20), min_size=9, max_size=9), st.integers(500, 20000))
def test_widths_add_up_and_none_is_negative(texts: list[str], weights: list[float], width: int) -> None:
    columns = tuple(Column("", weight) for weight in weights[: len(texts)])
    rows = (Row(tuple((Piece(text),) for text in texts)), Row(tuple((Piece(text),) for text in texts), "total"))
    made = column_widths(table(*columns, rows=rows), Twips(width))
    assert sum(made) == width
    assert len(made) == len(texts)
    assert min(made) >= 0
