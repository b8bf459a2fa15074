"""Which stage needs a field and which book shows it, as the edition says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartplan.edition import Edition

__all__ = ["Needs"]

_ROMAN: Final = re.compile(r"[IVXLC]+\Z")
# Every book shows something of each dimension; that says nothing about one field of it.
_TOO_WIDE: Final = ("dimensi", "dimensi.*")


class Needs:
    """Looks up requirements by data path pattern (``dimensi.*.program[*].opd``)."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._stages = {stage.id: stage.nama or stage.id for stage in edition.tahap or () if stage.id}
        self._order = list(self._stages)
        self._since: dict[str, str] = {}
        self._documents: dict[str, list[str]] = {}
        for document in edition.dokumen or ():
            label = _label(document.label or document.id or "")
            for chapter in document.chapters():
                for need in chapter.wajib or ():
                    self._add(need.jalur or "", need.sejak or {}, label)

    def _add(self, pattern: str, since: dict[str, str], label: str) -> None:
        stages = [stage for stage in self._order if stage in since]
        known = self._since.get(pattern)
        if stages and (known is None or self._order.index(stages[0]) < self._order.index(known)):
            self._since[pattern] = stages[0]
        for prefix in _prefixes(pattern):
            labels = self._documents.setdefault(prefix, [])
            if label not in labels:
                labels.append(label)

    def tag(self, pattern: str) -> str:
        """``[Bimtek I · Buku I]``: since which stage the entry is required, which books show it; empty when unknown."""
        since = self._since.get(pattern)
        words = [self._stages[since]] if since is not None else []
        documents = self._documents_of(pattern)
        if documents:
            words.append(", ".join(documents))
        return f"[{' · '.join(words)}]" if words else ""

    def _documents_of(self, pattern: str) -> Sequence[str]:
        """Those that ask for the entry; else the one book that shows what is around it."""
        own = self._documents.get(pattern)
        if own is not None:
            return own
        for prefix in reversed(_prefixes(pattern)[:-1]):
            around = self._documents.get(prefix, [])
            if around and prefix not in _TOO_WIDE:
                return around if len(around) == 1 else ()
        return ()

    def choices(self, listed: str) -> Sequence[str]:
        """The ids that the edition lists under ``listed`` (``sub`` and ``komponen`` too)."""
        if listed == "sub":
            return [sub.id for dimensi in self._edition.dimensi or () for sub in dimensi.sub or () if sub.id]
        if listed == "komponen":
            return [component.id for _, component in self._edition.components() if component.id]
        return self._edition.ids(listed)


def _label(text: str) -> str:
    """``BUKU II`` -> ``Buku II``."""
    return " ".join(word if _ROMAN.match(word) else word.capitalize() for word in text.split())


def _prefixes(pattern: str) -> list[str]:
    """``a.b[*].c`` -> ``a``, ``a.b``, ``a.b[*].c``."""
    steps = pattern.split(".")
    return [".".join(steps[: length + 1]).removesuffix("[*]") for length in range(len(steps))]
