"""Letters of a plan: those of its edition, and one template for many recipients in one document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from smartplan.book.blocks import Block, Document, LetterHead
from smartplan.book.build import BookBuilder
from smartplan.book.checklist import shown_checklist
from smartplan.book.documents import documents
from smartplan.book.gaps import missing_in
from smartplan.book.trouble import TemplateProblem
from smartplan.book.views import Missing, View

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from smartplan.book.documents import Entry
    from smartplan.edition import Edition
    from smartplan.edition.parts import Surat
    from smartplan.plan import Plan
    from smartplan.progress import Checklist

__all__ = ["LetterBuilder"]

_AFTER_ANNEX: Final = "surat/_akhir-lampiran.md.j2"
_STAGES: Final = "tahap"
_SIZES: Final = ("ukuran_kop_pemerintah", "ukuran_kop_perangkat")


class LetterBuilder(BookBuilder):
    """Builds letters as a book builds its chapters: the regency's own template under ``surat/`` wins."""

    def __init__(
        self,
        plan: Plan,
        edition: Edition,
        titles: Mapping[str, str] | None = None,
        checklists: Callable[[str], Checklist] | None = None,
    ) -> None:
        """``checklists``: stage -> what it asks for; letters of a stage need it."""
        super().__init__(plan, edition, titles)
        self._checklists = checklists
        self._gaps: dict[str, int] = {}

    def document(self, entry: Entry) -> Document:
        """A book or a letter. Raises TemplateFault when a template is missing or wrong."""
        return self.build(entry.id) if entry.is_book else self.letter(entry)

    def letter(self, entry: Entry, *, with_book: bool = True) -> Document:
        """One letter of the edition. The template sees what it is for as ``ini``, and itself as ``naskah``.

        ``with_book``: with the book that is its annex, if it has one.

        Raises:
            TemplateFault: the template is missing or wrong.
        """
        letter = next(one for one in self._edition.surat or () if one.id == entry.origin)
        context: dict[str, Any] = {"naskah": View(letter), "daftar_periksa": self._checklist}
        if entry.item is not None:
            context["ini"] = View(entry.item, self.dimension(entry.dimension))
        if letter.ulang == _STAGES:
            # Here, not in the template: a letter cannot be made in the middle of another one.
            context["naskah_tahap"] = self._due(entry.stage)
        taken: dict[str, str] = {}
        blocks = self._letter(letter.templat or "", entry.id, context, self._head(letter), taken)
        if letter.lampiran_buku and with_book:
            book = next((one for one in self._edition.dokumen or () if one.id == letter.lampiran_buku), None)
            if book is not None:
                blocks += self._part(book, book.bab or (), taken, numbered=True)
                blocks += self._part(book, book.belakang or (), taken, numbered=False)
                blocks += self._engine.render(_AFTER_ANNEX, f"{entry.id}-akhir", {**self._names(), **context})
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
        created = day.isoformat() if day is not None else ""
        return self._document(name, title, tuple(blocks), created, draft=False)

    def _checklist(self, stage: Any) -> dict[str, Any]:
        """``daftar_periksa(tahap)``: see ``shown_checklist``; empty when the stage is missing."""
        if isinstance(stage, Missing):
            return shown_checklist(None)
        if self._checklists is None:
            raise TemplateProblem("daftar_periksa() tidak tersedia untuk surat ini", "pakai pada surat edisi panduan")
        return shown_checklist(self._checklists(str(getattr(stage, "nilai", stage))))

    def _due(self, stage: str | None) -> list[dict[str, Any]]:
        """The documents that must be there at ``stage``: {id, judul, buku, kurang}, how many entries a letter lacks."""
        made = []
        of_stages = {letter.id for letter in self._edition.surat or () if letter.ulang == _STAGES}
        for entry in documents(self._plan, self._edition):
            if entry.stage != stage or entry.origin in of_stages:
                continue
            lacks = None if entry.is_book else self._gap(entry)
            made.append({"id": entry.id, "judul": entry.title, "buku": entry.is_book, "kurang": lacks})
        return made

    def _gap(self, entry: Entry) -> int:
        if entry.id not in self._gaps:
            self._gaps[entry.id] = len(missing_in([self.letter(entry, with_book=False)]))
        return self._gaps[entry.id]

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
            logo=self._logo,
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
                return LetterHead("pair", logo=self._logo)
            case _:
                return LetterHead("none")

    def _office_head(self, sender: str) -> LetterHead:
        lines = tuple(line for line in (self._office(), sender) if line)
        sizes = [float(self._edition.value(name) or size) for name, size in zip(_SIZES, (12, 16), strict=True)]
        return LetterHead("office", lines, (sizes[0], sizes[1]), logo=self._logo)
