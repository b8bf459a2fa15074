"""The shape of a book in Markdown: title, contents, captions, boxes, signatures, footnotes."""

from __future__ import annotations

from smartplan.book.blocks import (
    Callout,
    Cell,
    Column,
    Contents,
    Document,
    Figure,
    Heading,
    ListBlock,
    ListOfFigures,
    ListOfTables,
    PageBreak,
    Paragraph,
    Piece,
    Row,
    Signature,
    Signatures,
    Table,
)
from smartplan.writers.markdown import write_markdown


def words(text: str) -> tuple[Piece, ...]:
    return (Piece(text),)


TABLE = Table(
    "tabel-isu",
    (Column("No", align="center"), Column("2026", align="right", group="Anggaran")),
    (
        Row((Cell(words("Smart Living"), 2),), "group"),
        Row((words("1"), words("Rp 10"))),
        Row((words("Jumlah"), words("Rp 10")), "total"),
    ),
    words("Isu daerah"),
    words("kertas kerja"),
)
BOOK = Document(
    id="buku-1",
    label="BUKU I",
    title="Analisis Strategis",
    region="Kabupaten Rekaan",
    office="Pemerintah Kabupaten Rekaan",
    year="2025",
    fictional=True,
    front=(Heading(1, words("Kata Pengantar"), "depan", numbered=False), Contents(), ListOfTables(), ListOfFigures()),
    body=(
        Heading(1, words("Pendahuluan"), "bab-satu"),
        Heading(2, words("Latar Belakang"), "latar"),
        Paragraph(
            (Piece("Lihat "), Piece("tabel-isu", ref="tabel-isu"), Piece("."), Piece("", footnote=words("Asal.")))
        ),
        TABLE,
        Figure("gambar-alur", "<svg/>", "Analisis → Strategi", words("Kerangka pikir")),
        PageBreak(),
        Heading(1, words("Penutup"), "bab-dua"),
        Heading(2, words("Latar Belakang"), "latar-dua"),
    ),
    back=(Heading(1, words("Kelembagaan"), "lampiran", annex=True),),
)


def test_the_book_reads_from_title_to_footnote() -> None:
    assert (
        write_markdown(BOOK)
        == """\
# BUKU I: Analisis Strategis

**Kabupaten Rekaan**\\
**2025**

> **Daerah dalam dokumen ini REKAAN. Nama, angka, dan peristiwanya dibuat untuk contoh.**
>
> KONSEP. Isian yang belum ada ditandai di tempatnya.

## Kata Pengantar

## Daftar Isi

- [Kata Pengantar](#kata-pengantar)
- [BAB I Pendahuluan](#bab-i-pendahuluan)
  - [1.1 Latar Belakang](#11-latar-belakang)
- [BAB II Penutup](#bab-ii-penutup)
  - [2.1 Latar Belakang](#21-latar-belakang)
- [Lampiran 1 Kelembagaan](#lampiran-1-kelembagaan)

## Daftar Tabel

- [Tabel 1.1](#tabel-11) Isu daerah

## Daftar Gambar

- [Gambar 1.1](#gambar-11) Kerangka pikir

## BAB I Pendahuluan

### 1.1 Latar Belakang

Lihat [Tabel 1.1](#tabel-11).[^1]

<a id="tabel-11"></a>**Tabel 1.1** Isu daerah

| No | Anggaran: 2026 |
| :---: | ---: |
| **Smart Living** | |
| 1 | Rp 10 |
| **Jumlah** | **Rp 10** |

*Sumber:* kertas kerja

![Analisis → Strategi](buku-1-gambar/gambar-alur.svg)

<a id="gambar-11"></a>**Gambar 1.1** Kerangka pikir

## BAB II Penutup

### 2.1 Latar Belakang

## Lampiran 1 Kelembagaan

[^1]: Asal.

<!-- markdownlint-configure-file {"no-inline-html": {"allowed_elements": ["a", "br", "em", "strong"]}} -->
"""
    )


def body(*blocks: object) -> str:
    """What is written below title, region and year."""
    plain = BOOK._replace(fictional=False, draft=False, front=(), back=(), body=blocks)
    return write_markdown(plain).split("**2025**\n\n", 1)[1]


def test_equal_headings_get_anchors_of_their_own() -> None:
    unnumbered = [Heading(1, words("Catatan"), name, numbered=False) for name in ("satu", "dua")]
    assert "- [Catatan](#catatan)\n- [Catatan](#catatan-1)" in body(Contents(), *unnumbered)


def test_a_call_out_is_a_quote_with_its_title() -> None:
    box = Callout((Paragraph(words("Satu.")), Paragraph(words("Dua."))), "missing", words("Belum diisi"))
    assert body(box) == "> **Belum diisi**\n>\n> Satu.\n>\n> Dua.\n"


def test_a_form_has_an_empty_head_row_and_strong_labels() -> None:
    form = Table("t", (Column("Isian"), Column("Isi")), (Row((words("Nama"), words("Jas"))),), style="sheet")
    assert body(form) == "| | |\n| :--- | :--- |\n| **Nama** | Jas |\n"


def test_lines_in_a_cell_are_kept() -> None:
    table = Table("t", (Column("A"),), (Row((words("• satu\n• dua"),)),))
    assert "| • satu<br>• dua |" in body(table)


def test_missing_words_stand_out() -> None:
    assert body(Paragraph((Piece("Visi: "), Piece("[belum diisi: visi]", "missing")))) == (
        "Visi: **\\[belum diisi: visi\\]**\n"
    )


def test_a_reference_to_what_is_not_there_prints_its_own_words() -> None:
    pieces = (Piece("Lihat "), Piece("bagian yang belum tersedia", ref="x"))
    assert body(Paragraph(pieces)) == "Lihat bagian yang belum tersedia\n"


def test_lists_nest_and_do_not_run_together() -> None:
    inner = ListBlock(((Paragraph(words("dalam")),),))
    outer = ListBlock(((Paragraph(words("luar")), inner), (Paragraph(words("akhir")),)), ordered=True)
    text = body(outer, ListBlock(((Paragraph(words("lain")),),), ordered=True))
    assert text == "1. luar\n   - dalam\n2. akhir\n\n<!-- -->\n\n1. lain\n"


def test_signatures_stand_one_below_another() -> None:
    signers = (
        Signature((words("Ketua"),), words("Rekaan Satu"), (words("NIP 1"),)),
        Signature((), words("Rekaan Dua")),
    )
    assert body(Signatures(signers)) == (
        "Ketua\\\n*(tanda tangan)*\\\n**Rekaan Satu**\\\nNIP 1\n\n*(tanda tangan)*\\\n**Rekaan Dua**\n"
    )


def test_quotes_and_links_are_written_as_such() -> None:
    pieces = (Piece("situs", href="https://contoh.id/a b"), Piece(" dan "), Piece("laman", href="https://contoh.id/a"))
    assert body(Paragraph(pieces, "quote")) == "> situs dan [laman](<https://contoh.id/a>)\n"


def test_marks_that_a_reader_would_not_see_become_tags() -> None:
    pieces = (Piece("kata"), Piece('"kutipan"', strong=True), Piece("kata"))
    assert body(Paragraph(pieces)).startswith('kata<strong>"kutipan"</strong>kata\n')


def test_neighbours_with_one_look_share_their_marks() -> None:
    pieces = (Piece("Jumlah ", strong=True), Piece("12", "computed", strong=True))
    assert body(Paragraph(pieces)) == "**Jumlah 12**\n"


def test_a_linter_is_told_which_tags_are_wanted_and_only_where_there_are_some() -> None:
    table = Table("t", (Column("A"),), (Row((words("satu\ndua"),)),))
    told = (
        '<!-- markdownlint-configure-file {"no-inline-html": {"allowed_elements": ["a", "br", "em", "strong"]}} -->\n'
    )
    assert body(table).endswith(told)
    assert "markdownlint" not in body(Paragraph(words("satu")))
