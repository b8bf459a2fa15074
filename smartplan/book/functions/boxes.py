"""Boxes, figures, references, notes, signatures and the lists of the front."""

from __future__ import annotations

import re
from typing import Any, Final, Literal

from markupsafe import Markup

from smartplan.book.blocks import (
    Callout,
    Contents,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    ListBlock,
    ListOfFigures,
    ListOfTables,
    PageBreak,
    Paragraph,
    Piece,
    Signature,
    Signatures,
    plain_text,
)
from smartplan.book.charts.drawing import Drawing
from smartplan.book.functions.arguments import identifier_of, positive, whole
from smartplan.book.functions.words import Reworded
from smartplan.book.ledger import placeholder
from smartplan.book.markdown import Deferred, blocks_of, prose
from smartplan.book.missing import Missing
from smartplan.book.pieces import pieces_of, words_of
from smartplan.book.trouble import TemplateProblem, template_line
from smartplan.book.views import ListView, Value

__all__ = ["FUNCTIONS", "UNRESOLVED"]

UNRESOLVED: Final = "bagian yang belum tersedia"
"""Words of a reference to a table or figure that the book does not have, because the plan lacks its data."""

# A sentence ends before a capital, and not after a short word: "Kab. Buleleng", "No. 5", "dr. Ayu", "Jl. Gajah".
_SENTENCE: Final = re.compile(r"(?<=\w{4})[.!?](?=\s+[A-Z\d\"“(])")
_DEEPEST_TITLE: Final = 3
_BOXES: Final = ("info", "missing", "warning")


def prosa(teks: Any) -> Deferred:
    """A long text of the plan as paragraphs; a call-out when it is missing."""
    if isinstance(teks, Missing):
        return belum(teks)
    if not isinstance(teks, Value):
        raise TemplateProblem("prosa() hanya untuk isian rencana", "pakai prosa(rencana....)")
    piece = teks._piece()
    return Deferred(prose(str(teks.nilai), teks._path, piece.base or ""))


def ringkas(teks: Any) -> Any:
    """The first sentence of a long text without its full stop, for the middle of a line."""
    if not isinstance(teks, Value):
        return teks
    piece = teks._piece()
    first = next((block for block in prose(str(teks.nilai), "", "") if isinstance(block, Paragraph)), None)
    words = " ".join((plain_text(first.pieces) if first else piece.text).split())
    end = _SENTENCE.search(words)
    return Reworded(teks, (words[: end.start() + 1] if end else words).rstrip("."))


def kalimat(teks: Any) -> Any:
    """The first sentence of a long text with its own end mark; a text without one gets a full stop."""
    short = ringkas(teks)
    if not isinstance(short, Reworded):
        return teks
    words = short._piece().text
    return Reworded(teks, words if words.endswith(("?", "!")) else f"{words}.")


def belum(isian: Any, apa: Any = None) -> Deferred:
    """A call-out that says what is missing: ``isian`` is a Missing, or a data path with ``apa`` in words.

    A list that the plan states as empty is not missing: it is printed as nihil.
    """
    if isinstance(isian, ListView) and not len(isian):
        return Deferred((Paragraph((*((*pieces_of(apa), Piece(": ", "literal")) if apa else ()), *pieces_of(isian))),))
    what = words_of(apa) if apa else isian._what if isinstance(isian, Missing) else words_of(isian)
    path = isian._path if isinstance(isian, Missing) else isian if apa and isinstance(isian, str) else None
    piece = Piece(f"[belum diisi: {what}]", "missing", path, None, "WJB002")
    return Deferred((Callout((Paragraph((piece,)),), "missing", (Piece("Belum diisi"),)),))


def belum_diisi(apa: Any, jalur: str = "") -> Missing:
    """The same call-out for a cell or the middle of a sentence; ``jalur`` is the data path that should be filled."""
    return Missing(words_of(apa), jalur, None, "any")


def kotak(judul: Any = "", jenis: Literal["info", "missing", "warning"] = "info", caller: Any = None) -> Markup:
    """A box; its text stands between ``{% call kotak("Judul") %}`` and ``{% endcall %}``."""
    if caller is None:
        raise TemplateProblem("kotak() dipanggil tanpa isi", 'tulis {% call kotak("Judul") %} ... {% endcall %}')
    if jenis not in _BOXES:
        raise TemplateProblem(f'jenis kotak "{jenis}" tidak dikenal', f"pilih {', '.join(_BOXES)}")
    blocks = blocks_of(str(caller()), "kotak")
    if any(isinstance(block, Heading) for block in blocks):
        raise TemplateProblem("judul berdiri di dalam kotak", "tulis judulnya sebagai judul kotak, atau di luar kotak")
    # A call block is written as it is, past the step that makes placeholders of printed values.
    box = Callout(blocks, jenis, pieces_of(judul) if judul else ())
    return Markup(placeholder(Deferred((box,), template_line())))


def angka_kunci(angka: list[Any]) -> Deferred:
    """Tiles of numbers in large letters: ``[number, what it counts]`` or ``[number, what it counts, dimension]``."""
    if not angka or not all(isinstance(one, (list, tuple)) and len(one) in (2, 3) for one in angka):
        raise TemplateProblem("angka_kunci() memerlukan daftar angka", 'tulis angka_kunci([["36", "program"], ...])')
    figures = tuple(
        KeyFigure(pieces_of(one[0]), pieces_of(one[1]), getattr(one[2], "id", None) if len(one) > 2 else None)
        for one in angka
    )
    return Deferred((KeyFigures(figures),))


def besar(teks: Any) -> Deferred:
    """A sentence in large letters, such as the vision; a call-out when it is missing."""
    if isinstance(teks, Missing):
        return belum(teks)
    return Deferred((Paragraph(pieces_of(teks), "display", teks._path if isinstance(teks, Value) else None),))


def gambar(id: str, judul: Any, bagan: Any, sumber: Any = None, alt: str | None = None, lebar: float = 14) -> Deferred:
    """A figure of one of the charts; a call-out when the chart has nothing to show.

    Without ``judul`` it has no number.
    """
    if not isinstance(bagan, Drawing):
        raise TemplateProblem("gambar() memerlukan bagan", "pakai bagan_batang(), bagan_kolom(), bagan_alur() ...")
    name, width = identifier_of(id, "gambar"), positive(lebar, "lebar gambar")
    title = pieces_of(judul) if judul else None
    if not bagan.svg:
        words = (Piece("Belum ada data untuk gambar ini: "), *(title or (Piece(name, "computed"),)), Piece("."))
        return Deferred((Callout((Paragraph(words),), "missing", (Piece("Belum diisi"),)),))
    figure = Figure(name, bagan.svg, alt or bagan.alt, title, pieces_of(sumber) if sumber else None, width)
    return Deferred((figure,))


def rujuk(id: str) -> str:
    """A reference to a table, figure or heading; the writer prints its label and number."""
    return placeholder(Piece(UNRESOLVED, "computed", ref=words_of(id)))


def catatan_kaki(teks: Any) -> str:
    """A footnote mark; its words stand at the foot of the page."""
    return placeholder(Piece("", "computed", footnote=pieces_of(teks)))


def tanda_tangan(orang: list[dict[str, Any]]) -> Deferred:
    """Signers side by side: ``{"atas": [...], "nama": ..., "bawah": [...]}``."""
    signers = tuple(
        Signature(
            tuple(pieces_of(line) for line in one.get("atas", ())),
            pieces_of(one["nama"]),
            tuple(pieces_of(line) for line in one.get("bawah", ())),
        )
        for one in orang
    )
    return Deferred((Signatures(signers),))


def baris_surat(baris: list[Any]) -> Deferred:
    """Lines of the head of a letter, close together; a tab in one stands before the colon of "Nomor : ..."."""
    return Deferred(tuple(Paragraph(pieces_of(line), "line") for line in baris))


def judul_naskah(baris: list[Any], tingkat: int | None = None) -> Deferred:
    """Lines of the title of a decree, an agreement or a part of it: centred and bold, with what follows them.

    With ``tingkat``, 1 to 3, they are one heading, which the outline of the file shows.
    """
    lines = [pieces_of(line) for line in baris]
    if tingkat is None:
        return Deferred(tuple(Paragraph(line, "title") for line in lines))
    level = min(whole(tingkat, "tingkat judul naskah"), _DEEPEST_TITLE)
    filled = [at for at, line in enumerate(lines) if plain_text(line).strip()]
    if not filled:
        return Deferred(tuple(Paragraph(line, "title") for line in lines))
    first, end = filled[0], filled[-1] + 1
    joined: list[Piece] = [*lines[first]]
    for line in lines[first + 1 : end]:
        joined += [Piece("\n"), *line]
    heading = Paragraph(tuple(joined), "title", level=level)
    around = [Paragraph(line, "title") for line in (*lines[:first], *lines[end:])]
    return Deferred((*around[:first], heading, *around[first:]))


def judul_lampiran(kata: Any = "LAMPIRAN") -> Deferred:
    """The word over the head of a letter's annex, at the right; the outline of the file shows it."""
    return Deferred((Paragraph(pieces_of(kata), "annex", level=1),))


def butir_huruf(isi: Any) -> Deferred:
    """A list counted by letters: a., b., c."""
    return _items(isi, "alpha")


def butir_angka(isi: Any) -> Deferred:
    """A list counted by figures: 1., 2., 3."""
    return _items(isi, "decimal")


def _items(held: Any, marker: Literal["alpha", "decimal"]) -> Deferred:
    """A missing list is a call-out."""
    if isinstance(held, Missing):
        return belum(held)
    items = tuple((Paragraph(pieces_of(item)),) for item in held)
    return Deferred((ListBlock(items, ordered=True, marker=marker),) if items else ())


def daftar_isi(tingkat: int = 3) -> Deferred:
    """The contents with ``tingkat`` levels of headings, 1 to 3."""
    return Deferred((Contents(depth=min(whole(tingkat, "tingkat daftar isi"), 3)),))


def daftar_tabel() -> Deferred:
    return Deferred((ListOfTables(),))


def daftar_gambar() -> Deferred:
    return Deferred((ListOfFigures(),))


def halaman_baru() -> Deferred:
    return Deferred((PageBreak(),))


FUNCTIONS = {
    function.__name__: function
    for function in (
        prosa, ringkas, kalimat, belum, belum_diisi, kotak, angka_kunci, besar, gambar, rujuk, catatan_kaki,
        tanda_tangan, baris_surat, judul_naskah, judul_lampiran, butir_huruf, butir_angka, daftar_isi,
        daftar_tabel, daftar_gambar, halaman_baru,
    )
}  # fmt: skip
