"""Letters of a plan: those of its edition, and one template for many recipients in one document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from smartplan.book.blocks import Block, Document, LetterHead
from smartplan.book.build import BookBuilder
from smartplan.book.views import View

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from smartplan.book.documents import Entry
    from smartplan.edition.parts import Surat

__all__ = ["LetterBuilder"]

_SIZES: Final = ("ukuran_kop_pemerintah", "ukuran_kop_perangkat")


class LetterBuilder(BookBuilder):
    """Builds letters as a book builds its chapters: the regency's own template under ``surat/`` wins."""

    def document(self, entry: Entry) -> Document:
        """A book or a letter. Raises TemplateFault when a template is missing or wrong."""
        return self.build(entry.id) if entry.is_book else self.letter(entry)

    def letter(self, entry: Entry) -> Document:
        """One letter of the edition. The template sees what it is for as ``ini``, and itself as ``naskah``.

        Raises:
            TemplateFault: the template is missing or wrong.
        """
        letter = next(one for one in self._edition.surat or () if one.id == entry.origin)
        context: dict[str, Any] = {"naskah": View(letter)}
        if entry.item is not None:
            context["ini"] = View(entry.item, self.dimension(entry.dimension))
        taken: dict[str, str] = {}
        blocks = self._letter(letter.templat or "", entry.id, context, self._head(letter), taken)
        if letter.lampiran_buku:
            book = next((one for one in self._edition.dokumen or () if one.id == letter.lampiran_buku), None)
            if book is not None:
                blocks += self._part(book, book.bab or (), taken, numbered=True)
        return self._document(entry.id, entry.title, tuple(blocks), self._created(), draft=True)

    def letters(
        self, name: str, title: str, letters: Sequence[Mapping[str, Any]], *, sender: str, day: date | None
    ) -> Document:
        """The template ``surat/NAME.md.j2`` once for each of ``letters``; it sees the entries of one as ``surat``.

        ``sender`` is the part of the government that writes; ``day`` stands in the file's properties.

        Raises:
            TemplateFault: the template is missing or wrong.
        """
        blocks: list[Block] = []
        taken: dict[str, str] = {}
        head = self._office_head(sender)
        for number, letter in enumerate(letters, 1):
            context = {"surat": {**letter, "urutan": number}}
            blocks += self._letter(f"surat/{name}.md.j2", f"surat-{number}", context, head, taken)
        created = day.isoformat() if day is not None else "2000-01-01"
        return self._document(name, title, tuple(blocks), created, draft=False)

    def _letter(
        self, template: str, prefix: str, context: Mapping[str, Any], head: LetterHead, taken: dict[str, str]
    ) -> list[Block]:
        made = self._engine.render(template, prefix, {**self._names(), **context})
        self._claim(made, template, taken)
        return [head, *made]

    def _document(self, name: str, title: str, body: tuple[Block, ...], created: str, *, draft: bool) -> Document:
        region = self._plan.rencana.wilayah
        return Document(
            id=name,
            label="",
            title=title,
            region=(region.nama if region else None) or "",
            office=self._office(),
            year="",
            author=self._office(),
            created=created,
            fictional=bool(region and region.fiktif),
            draft=draft,
            logo=self._logo(),
            palette=self._palette(),
            body=body,
            plan_sha256=self._plan.sha256 if draft else "",
            layout="letter",
        )

    def _head(self, letter: Surat) -> LetterHead:
        match letter.kop or "pemerintah":
            case "pemerintah":
                return self._office_head(letter.bagian or "")
            case "kepala_daerah":
                leader = f"{getattr(self._terms(), 'kepala', None) or 'Kepala Daerah'} {self._short_name()}"
                return LetterHead("leader", (leader,), (14, 14))
            case "dua_pihak":
                return LetterHead("pair", logo=self._logo())
            case _:
                return LetterHead("none")

    def _office_head(self, sender: str) -> LetterHead:
        lines = tuple(line for line in (self._office(), sender) if line)
        sizes = [float(self._edition.value(name) or size) for name, size in zip(_SIZES, (12, 16), strict=True)]
        return LetterHead("office", lines, (sizes[0], sizes[1]), logo=self._logo())
