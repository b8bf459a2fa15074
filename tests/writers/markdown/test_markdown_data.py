"""Data never changes the layout: what a Markdown reader shows is the text that the plan holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from smartplan.book.blocks import Block, Cell, Column, Document, Heading, ListBlock, Paragraph, Piece, Row, Table
from smartplan.writers.markdown import write_markdown

if TYPE_CHECKING:
    from markdown_it.token import Token

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Co", "Cn")), min_size=1, max_size=40)
NASTY = st.text("#-+=*_`~|<>[]()!&;:.\\1a \n$\"'", min_size=1, max_size=30)
ANY = (WORDS | NASTY).filter(lambda text: flat(text) != "")


def book(*blocks: Block) -> Document:
    return Document("buku-1", "", "Judul", "Kabupaten Rekaan", "", "2025", draft=False, body=blocks)


def read(*blocks: Block) -> list[Token]:
    """The tokens below the title, region and year."""
    tokens = READER.parse(write_markdown(book(*blocks)))
    return tokens[6:]


def shown(token: Token) -> str:
    """The visible words of an inline token; breaks are blanks."""
    words = []
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            words.append(child.content)
        elif child.type in ("softbreak", "hardbreak") or child.content == "<br>":
            words.append(" ")
    return flat("".join(words))


def flat(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\x85]+", " ", text).strip()


@given(ANY)
def test_a_paragraph_shows_its_text_and_nothing_else(text: str) -> None:
    tokens = read(Paragraph((Piece(text, "data", "profil.gambaran", text),)))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert shown(tokens[1]) == flat(text)


@given(ANY)
def test_a_heading_shows_its_text_and_nothing_else(text: str) -> None:
    tokens = read(Heading(1, (Piece(text, "data"),), "bab-satu"))
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    assert shown(tokens[1]) == flat(f"BAB I {text}")


@given(ANY, ANY)
def test_a_table_keeps_its_cells_apart(first: str, second: str) -> None:
    columns = (Column("Satu"), Column("Dua"))
    tokens = read(Table("t", columns, (Row(((Piece(first, "data"),), Cell((Piece(second),), strong=True))),)))
    cells = [shown(tokens[number + 1]) for number, token in enumerate(tokens) if token.type == "td_open"]
    assert cells == [flat(first), flat(second)]


@given(ANY)
def test_a_list_item_shows_its_text_and_nothing_else(text: str) -> None:
    tokens = read(ListBlock(((Paragraph((Piece(text, "data"),)),),)))
    kinds = [token.type for token in tokens if token.type != "inline"]
    assert kinds == [
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
        "paragraph_close",
        "list_item_close",
        "bullet_list_close",
    ]
    assert shown(next(token for token in tokens if token.type == "inline")) == flat(text)


@given(ANY, ANY, ANY, st.booleans(), st.booleans())
def test_strong_and_emphasised_words_keep_their_neighbours(
    before: str, middle: str, after: str, strong: bool, emphasis: bool
) -> None:
    pieces = (Piece(before), Piece(middle, "data", strong=strong, emphasis=emphasis), Piece(after))
    tokens = read(Paragraph(pieces))
    assert shown(tokens[1]) == flat(before + middle + after)


@pytest.mark.parametrize("text", ["# Bab", "- butir", "1. satu", "2) dua", "> kutip", "===", "---", "```", "    kode"])
def test_signs_at_the_start_of_a_line_stay_signs(text: str) -> None:
    tokens = read(Paragraph((Piece(f"awal\n{text}"),)))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert shown(tokens[1]) == flat(f"awal {text}")


def test_a_link_that_is_no_web_address_is_printed_as_words() -> None:
    text = write_markdown(book(Paragraph((Piece("klik", href="javascript:alert(1)"),))))
    assert "javascript" not in text
    assert "klik" in text
