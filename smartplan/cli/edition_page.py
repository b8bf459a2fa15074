"""An edition as a page to read: every item with its mark."""

from __future__ import annotations

import textwrap
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from smartplan.edition.parts import Bertanda

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from smartplan.edition import Bab, Dokumen, Edition, Wajib

__all__ = ["page"]

_LEGEND: Final = "Tanda: F fakta dari sumber terbuka, I disimpulkan dari sumber, G kebiasaan umum yang dapat diubah."
_LISTS: Final = {
    "kelompok": "Kelompok rencana aksi",
    "horizon": "Jangka waktu peta jalan",
    "kesiapan": "Elemen kesiapan",
    "tingkat_kesiapan": "Tingkat kesiapan",
    "sumber_dana": "Sumber dana",
    "jenis_quick_win": "Jenis quick win",
    "tahapan_quick_win": "Tahap quick win",
    "tingkat_risiko": "Tingkat risiko",
    "kategori_fiskal": "Kategori kapasitas fiskal",
    "predikat_spbe": "Predikat SPBE",
    "urutan_hukum": "Urutan jenis peraturan",
    "bobot_evaluasi": "Bobot evaluasi",
}
_SAID: Final = frozenset(Bertanda.fields) - {"keterangan"}


def page(edition: Edition, rules: Mapping[str, str], width: int, title: Callable[[str], str]) -> str:
    """``rules``: code -> name. ``title`` gives headings their look."""
    sections = (
        ("Dimensi", _dimensions(edition)),
        ("Tahap", _stages(edition)),
        *((name, _items(getattr(edition, key))) for key, name in _LISTS.items()),
        *((_book_title(book), _book(book, edition)) for book in edition.dokumen or ()),
        ("Tabel yang diubah", _tables(edition)),
        ("Aturan", _rules(edition, rules)),
        ("Ukuran dan batas", _limits(edition)),
    )
    lines = [title(f"{edition.id}: {edition.nama}"), *_wrapped(edition.keterangan or "", 0, width), "", _LEGEND]
    for name, rows in sections:
        body = [line for text, indent in rows for line in _wrapped(text, indent, width)]
        if body:
            lines += ["", title(name), *body]
    return "\n".join(lines) + "\n"


def _wrapped(text: str, indent: int, width: int) -> list[str]:
    pad = " " * indent
    further = " " * (indent + 4)
    return textwrap.wrap(
        text, width, initial_indent=pad, subsequent_indent=further, break_long_words=False, break_on_hyphens=False
    )


def _mark(mark: str | None) -> str:
    return f"[{mark or '-'}]"


def _items(items: Iterable[Bertanda] | None) -> Iterator[tuple[str, int]]:
    for item in items or ():
        yield f"{_mark(item.tanda)} {item.nama or item.id} ({item.id}){_values(item)}", 2
        for component in getattr(item, "komponen", None) or ():
            yield f"{_mark(component.tanda)} {component.nama or component.id} ({component.id})", 6


def _values(item: Bertanda) -> str:
    """What an item says beyond its name: ``: dari 1, sampai 1.8``."""
    said = []
    for name in type(item).fields:
        value = getattr(item, name)
        if name in _SAID or value is None:
            continue
        if isinstance(value, bool):
            said.append(f"{name} {'ya' if value else 'tidak'}")
        elif isinstance(value, (str, int, Decimal)):
            said.append(f"{name} {value}")
        elif isinstance(value, list) and all(isinstance(one, (str, int)) for one in value):
            said.append(f"{name} {', '.join(map(str, value))}")
    return f": {'; '.join(said)}" if said else ""


def _dimensions(edition: Edition) -> Iterator[tuple[str, int]]:
    for dimensi in edition.dimensi or ():
        yield f"{_mark(dimensi.tanda)} {dimensi.nama} ({dimensi.id})", 2
        for sub in dimensi.sub or ():
            yield f"{_mark(sub.tanda)} {sub.nama} ({sub.id})", 6
        if dimensi.nama_keliru:
            yield f"bukan: {', '.join(dimensi.nama_keliru)}", 6


def _stages(edition: Edition) -> Iterator[tuple[str, int]]:
    for stage in edition.tahap or ():
        yield f"{_mark(stage.tanda)} {stage.nama} ({stage.id}): {stage.isi or ''}", 2
        if stage.hasil:
            yield f"hasil: {stage.hasil}", 6


def _book_title(book: Dokumen) -> str:
    return f"{book.label or book.id}: {book.judul} {_mark(book.tanda)}"


def _book(book: Dokumen, edition: Edition) -> Iterator[tuple[str, int]]:
    yield from _chapters(book.depan, "depan", edition)
    yield from _chapters(book.bab, "bab", edition)
    yield from _chapters(book.belakang, "belakang", edition)


def _chapters(chapters: Iterable[Bab] | None, kind: str, edition: Edition) -> Iterator[tuple[str, int]]:
    for number, chapter in enumerate(chapters or (), 1):
        place = f"Bab {number}" if kind == "bab" else "Lampiran" if chapter.lampiran else kind.capitalize()
        yield f"{_mark(chapter.tanda)} {place}: {chapter.judul} ({chapter.id})", 2
        for need in chapter.wajib or ():
            yield _need(need, edition), 6


def _tables(edition: Edition) -> Iterator[tuple[str, int]]:
    for name, table in (edition.tabel or {}).items():
        yield name, 2
        for column in table.kolom or ():
            shown = f": {column.jalur}" if column.jalur else ": disembunyikan" if column.tampil is False else ""
            yield f"{column.judul or column.id}{shown}", 6


def _need(need: Wajib, edition: Edition) -> str:
    owner = f"; diisi {need.pemilik}" if need.pemilik else ""
    unless = "".join(f"; tidak bila {path} = {value}" for path, value in (need.kecuali or {}).items())
    only = "".join(f"; hanya bila {path} = {value}" for path, value in (need.hanya or {}).items())
    what = f"{_mark(need.tanda)} {need.isi or need.jalur}: {_levels(need.sejak or {}, edition)}"
    return f"{what}{owner}{unless}{only} ({need.jalur})"


def _levels(since: Mapping[str, str], edition: Edition) -> str:
    """``galat sejak Bimtek II``."""
    return ", ".join(f"{level} sejak {edition.name_of('tahap', stage)}" for stage, level in since.items())


def _rules(edition: Edition, names: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    for code, rule in sorted((edition.aturan or {}).items()):
        limits = "".join(f"; {name} = {value}" for name, value in (rule.parameter or {}).items())
        level = "tidak berlaku" if rule.hapus else _levels(rule.sejak or {}, edition)
        yield f"{_mark(rule.tanda)} {code} {names.get(code, '')}: {level}{limits} ({rule.sumber})", 2


def _limits(edition: Edition) -> Iterator[tuple[str, int]]:
    for limit in edition.parameter or ():
        amount = f"{limit.nilai} {limit.satuan or ''}".rstrip()
        more = f"; {limit.keterangan}" if limit.keterangan else ""
        yield f"{_mark(limit.tanda)} {limit.nama or limit.id}: {amount}{more} ({limit.sumber})", 2
