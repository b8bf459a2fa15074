"""Letters of a plan: one template, a letter for each recipient, all in one document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartplan.book.blocks import Block, Document, PageBreak
from smartplan.book.build import BookBuilder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

__all__ = ["LetterBuilder"]


class LetterBuilder(BookBuilder):
    """Builds letters as a book builds its chapters: the regency's own template under ``surat/`` wins."""

    def letters(
        self, name: str, title: str, letters: Sequence[Mapping[str, Any]], *, sender: str, day: date | None
    ) -> Document:
        """The template ``surat/NAME.md.j2`` once for each of ``letters``; it sees the entries of one as ``surat``.

        ``sender`` is the part of the government that writes; ``day`` stands in the file's properties.

        Raises:
            TemplateFault: the template is missing or wrong.
        """
        template = f"surat/{name}.md.j2"
        blocks: list[Block] = []
        taken: dict[str, str] = {}
        for number, letter in enumerate(letters, 1):
            context = {**self._names(), "surat": {**letter, "urutan": number}}
            made = self._engine.render(template, f"surat-{number}", context)
            self._claim(made, template, taken)
            blocks += [*([PageBreak()] if blocks else []), *made]
        region = self._plan.rencana.wilayah
        return Document(
            id=name,
            label="",
            title=title,
            region=(region.nama if region else None) or "",
            office=self._office(),
            year="",
            subtitle=sender,
            author=self._office(),
            created=day.isoformat() if day is not None else "2000-01-01",
            fictional=bool(region and region.fiktif),
            draft=False,
            logo=self._logo(),
            body=tuple(blocks),
            layout="letter",
        )
