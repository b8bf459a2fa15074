"""Plan and edition -> one ``Document``: the outline of the edition, each chapter from its template."""

from __future__ import annotations

import gc
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from smartplan.book.blocks import (
    Block,
    Contents,
    Document,
    Figure,
    Heading,
    ListOfFigures,
    ListOfTables,
    Piece,
    Swatch,
    Table,
)
from smartplan.book.documents import title_of
from smartplan.book.engine import Engine
from smartplan.book.functions.lookup import Lookup
from smartplan.book.logo import read_logo
from smartplan.book.numbering import walk_blocks
from smartplan.book.trouble import TemplateFault
from smartplan.book.views import Computed, ListView, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from smartplan.book.functions.lookup import DimensionItem
    from smartplan.edition import Edition
    from smartplan.edition.parts import Bab, Dokumen
    from smartplan.plan import Plan

__all__ = ["BookBuilder", "build_book"]

_LISTS: Final = (Contents, ListOfTables, ListOfFigures)


def build_book(plan: Plan, edition: Edition, document: str) -> Document:
    """One book. ``document`` is an id of the edition's ``dokumen``.

    Raises:
        KeyError: the edition has no such document.
        TemplateFault: a template is missing or wrong.
    """
    return BookBuilder(plan, edition).build(document)


class BookBuilder:
    """Builds several books of one plan; the engine and the look-ups are made once."""

    def __init__(self, plan: Plan, edition: Edition, titles: Mapping[str, str] | None = None) -> None:
        """``titles``: code of a finding -> what it stands for, for the annex of waivers."""
        self._plan = plan
        self._edition = edition
        self._lookup = Lookup(plan, edition, titles)
        self._root = View(plan.rencana)
        self._edition_view = View(edition)
        self._engine = Engine(plan.root, self._lookup)

    def build(self, name: str) -> Document:
        """Raises KeyError and TemplateFault as ``build_book`` does."""
        book = {item.id: item for item in self._edition.dokumen or ()}[name]
        # A book is many small values that all live on: looking for garbage among them costs a third of the time.
        was_enabled = gc.isenabled()
        gc.disable()
        try:
            return self._build(name, book)
        finally:
            if was_enabled:
                gc.enable()

    def _build(self, name: str, book: Dokumen) -> Document:
        rencana = self._plan.rencana
        region = rencana.wilayah
        office = self._office()
        taken: dict[str, str] = {}
        return Document(
            id=name,
            label=book.label or "",
            title=title_of(self._plan, book),
            region=(region.nama if region else None) or "[nama daerah belum diisi]",
            office=office,
            year=str(rencana.tahun_dokumen) if rencana.tahun_dokumen else "[tahun belum diisi]",
            author=office,
            created=self._created(),
            fictional=bool(region and region.fiktif),
            logo=self._logo,
            palette=self._palette(),
            front=self._part(book, book.depan or (), taken, numbered=False),
            body=self._part(book, book.bab or (), taken, numbered=not book.ringkas),
            back=self._part(book, book.belakang or (), taken, numbered=False),
            plan_sha256=self._plan.sha256,
            brief=bool(book.ringkas),
        )

    def dimension(self, name: str | None) -> DimensionItem | None:
        """The dimension ``name`` as templates see it."""
        return next((one for one in self._lookup.dimensions if one.id == name), None)

    def _created(self) -> str:
        day = self._plan.rencana.tanggal_dokumen
        return day.isoformat() if day else ""

    def _palette(self) -> tuple[Swatch, ...]:
        return tuple(
            Swatch(item.id or "", item.nama or "", item.warna.pita or "", item.warna.latar or "")
            for item in self._edition.dimensi or ()
            if item.warna is not None
        )

    def _part(self, book: Dokumen, sections: Iterable[Bab], taken: dict[str, str], numbered: bool) -> tuple[Block, ...]:
        blocks: list[Block] = []
        shared = {**self._names(), "dokumen": self._outline(book)}
        for section in sections:
            if not self._is_printed(section):
                continue
            context = {**shared, "bab": View(section)}
            made = self._engine.render(section.templat or "", section.id or "", context, section.span("templat"))
            annex = bool(section.lampiran)
            if not (numbered or annex):
                made = tuple(one._replace(numbered=False) if isinstance(one, Heading) else one for one in made)
            if not made or not all(isinstance(block, _LISTS) for block in made):
                title = (Piece(section.judul or section.id or ""),)
                runs_on = bool(section.menyambung)
                made = (Heading(1, title, f"bab-{section.id}", numbered or annex, annex, runs_on), *made)
            elif section.menyambung:
                made = tuple(one._replace(runs_on=True) if isinstance(one, Contents) else one for one in made)
            self._claim(made, section.templat or "", taken)
            blocks += made
        return tuple(blocks)

    @property
    def views(self) -> tuple[View, ...]:
        """The plan and its dimensions as templates saw them."""
        return (self._root, *(item.isi for item in self._lookup.dimensions if isinstance(item.isi, View)))

    def _is_printed(self, section: Bab) -> bool:
        """Whether the plan says something at the path that the section depends on; a list written as empty does not."""
        if not section.bila:
            return True
        value: Any = self._plan.rencana
        for key in section.bila.split("."):
            value = getattr(value, key, None)
        return bool(value)

    def _outline(self, book: Dokumen) -> View:
        """The book as templates see it, without the sections that are not printed."""
        shown = View(book)
        for key in ("depan", "bab", "belakang"):
            sections = getattr(book, key) or ()
            if not all(map(self._is_printed, sections)):
                pairs = zip(sections, getattr(shown, key), strict=True)
                setattr(shown, key, ListView([view for section, view in pairs if self._is_printed(section)]))
        return shown

    def _claim(self, blocks: tuple[Block, ...], template: str, taken: dict[str, str]) -> None:
        """Ids are what references and bookmarks go by: each stands once in a book."""
        for block in walk_blocks(blocks):
            if not isinstance(block, (Heading, Table, Figure)):
                continue
            if block.id in taken:
                other = "" if taken[block.id] == template else f" (juga di {taken[block.id]})"
                raise TemplateFault(
                    self._engine.place_of_id(template, block.id),
                    f'id "{block.id}" dipakai dua kali dalam satu buku{other}',
                    "beri id lain pada salah satunya",
                )
            taken[block.id] = template

    def _names(self) -> dict[str, Any]:
        """What every template sees."""
        terms = self._terms()
        region = self._root.wilayah
        return {
            "rencana": self._root,
            "edisi": self._edition_view,
            "istilah": View(terms) if terms is not None else region,
            "daerah": region.nama,
            "nama_pendek": Computed(self._short_name()) if self._short_name() else region.nama,
        }

    def _office(self) -> str:
        """``Pemerintah Kabupaten Buleleng``"""
        return f"{getattr(self._terms(), 'pemerintah', None) or 'Pemerintah'} {self._short_name()}".strip()

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

    @cached_property
    def _logo(self) -> bytes | None:
        return read_logo(self._plan).content
