"""Words that belong to a wide table go on its turned page, so that no page holds a heading alone."""

from __future__ import annotations

import pytest

from smartplan.book.blocks import Block, Callout, Column, Heading, ListBlock, Paragraph, Piece, Table
from smartplan.writers.word.turning import turned

CHAPTER = Heading(1, (Piece("Bab"),), "bab")
HEADING = Heading(2, (Piece("Subbab"),), "sub")
SMALL = Heading(3, (Piece("Anak"),), "anak")
WORDS = Paragraph((Piece("Satu kalimat pengantar."),))
MANY = Paragraph((Piece("kata " * 200),))
ITEMS = ListBlock(((WORDS,),))
BOX = Callout((WORDS, ITEMS))
WIDE = Table("lebar", (Column("A"),), (), landscape=True)
TALL = Table("tegak", (Column("A"),), ())
FRAMED = Callout((TALL,))


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([], ""),
        ([WORDS, TALL], "--"),
        ([WIDE], "L"),
        ([WORDS, HEADING, WORDS, WIDE], "-LLL"),
        ([WORDS, HEADING, SMALL, WORDS, WORDS, WIDE], "-LLLLL"),
        ([HEADING, WIDE], "LL"),
        ([HEADING, MANY, WIDE], "--L"),
        ([HEADING, ITEMS, WORDS, WIDE], "---L"),
        ([CHAPTER, WORDS, WIDE], "LLL"),
        ([CHAPTER, WIDE], "LL"),
        ([TALL, CHAPTER, WORDS, HEADING, WORDS, ITEMS, BOX, WIDE], "-LLLLLLL"),
        ([CHAPTER, MANY, MANY, WORDS, HEADING, WORDS, WIDE], "----LLL"),
        ([CHAPTER, TALL, HEADING, WORDS, WIDE], "--LLL"),
        ([CHAPTER, WORDS, FRAMED, WIDE], "---L"),
        ([TALL, WIDE, CHAPTER, WORDS, WIDE], "-LLLL"),
        ([WORDS, WIDE, HEADING, WORDS, WIDE], "-LLLL"),
        ([TALL, WIDE, WORDS, WIDE], "-LLL"),
        ([WIDE, WORDS, HEADING, MANY], "L---"),
        ([WIDE, WORDS, HEADING, TALL], "L---"),
        ([WIDE, WORDS], "LL"),
        ([WIDE, WORDS, ITEMS], "L--"),
        ([WIDE, MANY, HEADING], "L--"),
        ([WIDE, WORDS, CHAPTER], "LL-"),
        ([WIDE, WIDE, TALL], "LL-"),
    ],
)
def test_words_follow_their_table(blocks: list[Block], expected: str) -> None:
    assert "".join("L" if is_turned else "-" for is_turned in turned(blocks)) == expected
