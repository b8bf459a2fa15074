"""The base document and the sample book, written once."""

from __future__ import annotations

import pytest
from lxml import etree

from smartplan.resources import find
from smartplan.writers.word import WordBook, write_word
from tests.writers.word.checker import parts_of
from tests.writers.word.sample import sample


@pytest.fixture(scope="session")
def base() -> bytes:
    return find("word/dasar.docx").read_bytes()


@pytest.fixture(scope="session")
def book(base: bytes) -> WordBook:
    return write_word(sample(), base)


@pytest.fixture(scope="session")
def parts(book: WordBook) -> dict[str, bytes]:
    return parts_of(book.data)


@pytest.fixture(scope="session")
def body(parts: dict[str, bytes]) -> etree._Element:
    return etree.fromstring(parts["word/document.xml"])
