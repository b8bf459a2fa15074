"""Columns share the table by weight, but a number never breaks while there is room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from smartplan.book.blocks import Cell, Column, Piece, Row, Table
from smartplan.writers.word.units import Twips
from smartplan.writers.word.widths import fit

TEXT = Twips(7937)


def column_widths(table: Table, width: Twips) -> list[Twips]:
    return fit(table, width).widths


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


def test_when_not_all_words_fit_only_the_longest_break() -> None:
    row = Row(((Piece("12"),), (Piece("x" * 90),), (Piece("Kesehatan"),), (Piece("y" * 90),)))
    columns = (Column("No", 0.1), Column("B", 1), Column("C", 0.1), Column("D", 1))
    number, first, word, second = column_widths(table(*columns, rows=(row,)), Twips(8000))
    assert number >= 2 * 9 * 20 * 0.5
    assert word >= 9 * 9 * 20 * 0.5
    assert abs(first - second) <= 1


def test_spanning_and_group_cells_do_not_widen_a_column() -> None:
    wide = (Piece("x" * 60),)
    rows = (Row((wide,), "group"), Row((Cell(wide, span=2),)))
    assert column_widths(table(Column("A", 1), Column("B", 3), rows=rows), Twips(8000)) == [2000, 6000]


def test_a_number_does_not_break_even_when_words_must() -> None:
    cells = ((Piece("x" * 90),), (Piece("99.350.000.000"),), (Piece("y" * 90),), (Piece("z" * 90),))
    columns = (Column("A", 3), Column("B", 0.1), Column("C", 3), Column("D", 3))
    money = column_widths(table(*columns, rows=(Row(cells), Row(cells, "total"))), Twips(5000))[1]
    assert money >= (11 * 556 + 3 * 278) * 9 * 20 / 1000 * 1.08


def test_a_table_of_many_columns_is_set_small_when_its_words_would_break() -> None:
    columns = tuple(Column(str(number), 1) for number in range(12))
    short = Row(tuple((Piece("satu dua"),) for _ in columns))
    long = Row(tuple((Piece("penyelenggara"),) for _ in columns))
    assert [fit(table(*columns, rows=(row,)), Twips(13436)).dense for row in (short, long)] == [False, True]
    assert not fit(table(*columns[:4], rows=(Row(long.cells[:4]),)), Twips(2000)).dense


words = st.lists(st.text("aM.1 -/", max_size=30), min_size=1, max_size=9)


@given(words, st.lists(st.floats(0.1, 20), min_size=9, max_size=9), st.integers(500, 20000))
def test_widths_add_up_and_none_is_negative(texts: list[str], weights: list[float], width: int) -> None:
    columns = tuple(Column("", weight) for weight in weights[: len(texts)])
    rows = (Row(tuple((Piece(text),) for text in texts)), Row(tuple((Piece(text),) for text in texts), "total"))
    made = column_widths(table(*columns, rows=rows), Twips(width))
    assert sum(made) == width
    assert len(made) == len(texts)
    assert min(made) >= 0
