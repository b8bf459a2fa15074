"""Which files a book in Markdown has: text and drawings, whole or a file for each chapter."""

from __future__ import annotations

import pytest

from smartplan.book.blocks import (
    Callout,
    Column,
    Contents,
    Document,
    Figure,
    Heading,
    ListBlock,
    ListOfFigures,
    ListOfTables,
    Paragraph,
    Piece,
    Row,
    Table,
)
from smartplan.writers.markdown import folder_of, write_files


def words(text: str) -> tuple[Piece, ...]:
    return (Piece(text),)


def ref(name: str) -> Piece:
    return Piece("x", ref=name)


TABLE = Table("tabel-isu", (Column("No"),), (Row((words("1"),)),), words("Isu"))
FIGURE = Figure("gambar-alur", "<svg/>", "A [lalu] B", words("Alur"))
BOOK = Document(
    id="buku-2",
    label="BUKU II",
    title="Masterplan",
    region="Kabupaten Rekaan",
    office="",
    year="2025",
    draft=False,
    front=(Heading(1, words("Kata Pengantar"), "depan", numbered=False), Contents(), ListOfTables(), ListOfFigures()),
    body=(
        Heading(1, words("Pendahuluan"), "bab-pendahuluan"),
        Heading(2, words("Latar"), "latar"),
        Paragraph((ref("tabel-isu"), Piece(" dan "), ref("gambar-alur"), Piece("", footnote=words("Satu.")))),
        TABLE,
        Heading(1, words("Arah"), "bab-arah"),
        Heading(2, words("Latar"), "latar-dua"),
        Paragraph((ref("tabel-isu"), Piece(" pada "), ref("bab-pendahuluan"), Piece("", footnote=words("Dua.")))),
        FIGURE,
    ),
    back=(Heading(1, words("Surat"), "bab-lampiran-surat", annex=True),),
)


def texts(*, split: bool) -> dict[str, str]:
    return {name: data.decode() for name, data in write_files(BOOK, split=split).items()}


def test_drawings_are_files_beside_the_book() -> None:
    files = texts(split=False)
    assert [*files] == ["buku-2.md", "buku-2-gambar/gambar-alur.svg"]
    assert files["buku-2-gambar/gambar-alur.svg"] == "<svg/>\n"
    assert "\n![A \\[lalu\\] B](buku-2-gambar/gambar-alur.svg)\n" in files["buku-2.md"]
    assert folder_of(BOOK) == "buku-2-gambar"


def test_a_split_book_has_a_file_for_each_chapter_and_an_index() -> None:
    files = texts(split=True)
    assert [*files] == [
        "buku-2/README.md",
        "buku-2/00-depan.md",
        "buku-2/01-pendahuluan.md",
        "buku-2/02-arah.md",
        "buku-2/03-lampiran-surat.md",
        "buku-2/gambar/gambar-alur.svg",
    ]
    assert folder_of(BOOK, split=True) == "buku-2"
    assert files["buku-2/README.md"] == (
        "# BUKU II: Masterplan\n\n**Kabupaten Rekaan**\\\n**2025**\n\n"
        "- [Bagian depan](00-depan.md)\n"
        "- [BAB I Pendahuluan](01-pendahuluan.md#bab-i-pendahuluan)\n"
        "  - [1.1 Latar](01-pendahuluan.md#11-latar)\n"
        "- [BAB II Arah](02-arah.md#bab-ii-arah)\n"
        "  - [2.1 Latar](02-arah.md#21-latar)\n"
        "- [Lampiran 1 Surat](03-lampiran-surat.md#lampiran-1-surat)\n"
    )
    assert "- [Tabel 1.1](01-pendahuluan.md#tabel-11) Isu\n" in files["buku-2/00-depan.md"]


WANTED = '<!-- markdownlint-configure-file {"no-inline-html": {"allowed_elements": ["a", "br", "em", "strong"]}} -->\n'


def test_references_footnotes_and_drawings_are_right_in_each_file() -> None:
    files = texts(split=True)
    assert files["buku-2/01-pendahuluan.md"] == (
        "# BAB I Pendahuluan\n\n## 1.1 Latar\n\n"
        "[Tabel 1.1](#tabel-11) dan [Gambar 2.1](02-arah.md#gambar-21)[^1]\n\n"
        '<a id="tabel-11"></a>**Tabel 1.1** Isu\n\n| No |\n| :--- |\n| 1 |\n\n[^1]: Satu.\n\n' + WANTED
    )
    assert files["buku-2/02-arah.md"] == (
        "# BAB II Arah\n\n## 2.1 Latar\n\n"
        "[Tabel 1.1](01-pendahuluan.md#tabel-11) pada [BAB I](01-pendahuluan.md#bab-i-pendahuluan)[^1]\n\n"
        '![A \\[lalu\\] B](gambar/gambar-alur.svg)\n\n<a id="gambar-21"></a>**Gambar 2.1** Alur\n\n[^1]: Dua.\n\n'
        + WANTED
    )


def test_a_letter_is_one_file_in_both_forms() -> None:
    letter = BOOK._replace(id="sk-dewan", layout="letter", front=(), body=(Paragraph(words("Yth.")),), back=())
    assert [*write_files(letter, split=True)] == ["sk-dewan.md"]
    assert write_files(letter, split=True) == write_files(letter)


def test_names_of_drawings_differ_in_more_than_capitals_and_are_no_devices() -> None:
    figures = tuple(Figure(name, "<svg/>", "alt") for name in ("gambar-Peta", "peta", "con", "a.b_c"))
    assert [*write_files(BOOK._replace(front=(), body=figures, back=()))][1:] == [
        "buku-2-gambar/gambar-peta.svg",
        "buku-2-gambar/gambar-peta-2.svg",
        "buku-2-gambar/gambar-con.svg",
        "buku-2-gambar/gambar-a-b-c.svg",
    ]


def test_a_table_does_not_take_the_anchor_of_a_heading() -> None:
    body = (Heading(1, words("Satu"), "satu"), TABLE, Heading(2, words("x"), "dua"), Paragraph((ref("tabel-isu"),)))
    head = Heading(1, words("Tabel 11"), "tiga", numbered=False)
    text = write_files(BOOK._replace(front=(), body=(*body, head), back=()))["buku-2.md"].decode()
    assert "## Tabel 11\n" in text
    assert '<a id="tabel-11-"></a>' in text
    assert "[Tabel 1.1](#tabel-11-)" in text


@pytest.mark.parametrize(
    "block",
    [ListBlock(((Paragraph(words("satu")),),)), Callout((Paragraph(words("satu")),)), Paragraph(words("a"), "quote")],
)
def test_two_lists_or_two_quotes_in_a_row_are_kept_apart(block: ListBlock | Callout | Paragraph) -> None:
    book = BOOK._replace(front=(), body=(block, block, Paragraph(words("kata"))), back=())
    assert write_files(book)["buku-2.md"].decode().count("\n\n<!-- -->\n\n") == 1


def test_addresses_are_links_that_show_as_written() -> None:
    text = "Lihat https://contoh.go.id/a_b?c=1, atau surel a_b@contoh.go.id."
    book = BOOK._replace(front=(), body=(Paragraph(words(text)),), back=())
    shown = write_files(book)["buku-2.md"].decode()
    assert "Lihat <https://contoh.go.id/a_b?c=1>, atau surel <a_b@contoh.go.id>.\n" in shown
