"""Plan and edition -> one ``Document``: the outline of the edition, each chapter from its template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartplan.book.blocks import (
    Block,
    Contents,
    Document,
    Heading,
    ListOfFigures,
    ListOfTables,
    Piece,
    Swatch,
)
from smartplan.book.engine import Engine
from smartplan.book.functions.data import Lookup
from smartplan.book.views import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.edition import Edition
    from smartplan.edition.parts import Bab, Dokumen
    from smartplan.plan import Plan

__all__ = ["BookBuilder", "build_book"]

_PICTURES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}


def build_book(plan: Plan, edition: Edition, document: str) -> Document:
    """One book. ``document`` is an id of the edition's ``dokumen``.

    Raises:
        KeyError: the edition has no such document.
        TemplateFault: a template is missing or wrong.
    """
    return BookBuilder(plan, edition).build(document)


class BookBuilder:
    """Builds several books of one plan; the engine and the look-ups are made once."""

    def __init__(self, plan: Plan, edition: Edition) -> None:
        self._plan = plan
        self._edition = edition
        self._lookup = Lookup(plan, edition)
        self._engine = Engine(plan.root if plan.is_folder else None, self._lookup)

    def build(self, name: str) -> Document:
        """Raises KeyError and TemplateFault as ``build_book`` does."""
        documents = {item.id: item for item in self._edition.dokumen or ()}
        book = documents[name]
        rencana = self._plan.rencana
        region = rencana.wilayah
        titles = (rencana.judul.buku if rencana.judul else None) or {}
        terms = self._terms()
        office = f"{getattr(terms, 'pemerintah', None) or 'Pemerintah'} {self._short_name()}".strip()
        return Document(
            id=name,
            label=book.label or "",
            title=titles.get(name) or book.judul or name,
            region=(region.nama if region else None) or "[nama daerah belum diisi]",
            office=office,
            year=str(rencana.tahun_dokumen) if rencana.tahun_dokumen else "[tahun belum diisi]",
            author=office,
            created=rencana.tanggal_dokumen.isoformat() if rencana.tanggal_dokumen else "2000-01-01",
            fictional=bool(region and region.fiktif),
            logo=self._logo(),
            palette=tuple(
                Swatch(item.id or "", item.nama or "", item.warna.pita or "", item.warna.latar or "")
                for item in self._edition.dimensi or ()
                if item.warna is not None
            ),
            front=self._part(book, book.depan or (), numbered=False),
            body=self._part(book, book.bab or (), numbered=True),
            back=self._part(book, book.belakang or (), numbered=False),
            plan_sha256=self._plan.sha256,
        )

    def _part(self, book: Dokumen, sections: Iterable[Bab], *, numbered: bool) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for section in sections:
            made = self._engine.render(section.templat or "", section.id or "", self._context(book, section))
            lists = made and all(isinstance(block, (Contents, ListOfTables, ListOfFigures)) for block in made)
            if not lists:
                title = (Piece(section.judul or section.id or ""),)
                annex = bool(section.lampiran)
                blocks.append(Heading(1, title, f"bab-{section.id}", numbered or annex, annex))
            blocks += made
        return tuple(blocks)

    def _context(self, book: Dokumen, section: Bab) -> dict[str, Any]:
        rencana = View(self._plan.rencana)
        terms = self._terms()
        return {
            "rencana": rencana,
            "edisi": View(self._edition),
            "dokumen": View(book),
            "bab": View(section),
            "istilah": View(terms) if terms is not None else rencana.wilayah,
            "daerah": rencana.wilayah.nama,
            "nama_pendek": self._short_name(),
        }

    def _terms(self) -> Any:
        region = self._plan.rencana.wilayah
        kinds = self._edition.istilah or {}
        kind = region.jenis if region else None
        return kinds.get(kind or "") or next(iter(kinds.values()), None)

    def _short_name(self) -> str:
        """``Buleleng`` for Kabupaten Buleleng."""
        region = self._plan.rencana.wilayah
        name = (region.nama if region else None) or ""
        first, _, rest = name.partition(" ")
        return rest if first.lower() in ("kabupaten", "kota", "provinsi") and rest else name

    def _logo(self) -> bytes | None:
        region = self._plan.rencana.wilayah
        if region is None or not region.logo:
            return None
        file = (self._plan.root / region.logo).resolve()
        if not file.is_relative_to(self._plan.root.resolve()) or not file.is_file():
            return None
        content = file.read_bytes()
        return content if any(content.startswith(sign) for sign in _PICTURES) else None
