"""Which stage needs a field and which book shows it, as the edition says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.edition import Edition

__all__ = ["Needs"]


class Needs:
    """Looks up requirements by data path pattern (``dimensi.*.program[*].opd``)."""

    def __init__(self, edition: Edition) -> None:
        self._stages = {stage.id: (stage.nama or stage.id or "") for stage in edition.tahap or ()}
        self._order = list(self._stages)
        self._since: dict[str, str] = {}
        self._documents: dict[str, list[str]] = {}
        for document in edition.dokumen or ():
            label = (
                (document.label or document.id or "")
                .title()
                .replace("Ii", "II")
                .replace("IIi", "III")
                .replace("Iv", "IV")
            )
            for chapter in (*(document.depan or ()), *(document.bab or ()), *(document.belakang or ())):
                for need in chapter.wajib or ():
                    self._add(need.jalur or "", need.sejak or {}, label)

    def _add(self, pattern: str, since: dict[str, str], label: str) -> None:
        stages = [stage for stage in self._order if stage in since]
        if stages:
            known = self._since.get(pattern)
            first = stages[0]
            if known is None or self._order.index(first) < self._order.index(known):
                self._since[pattern] = first
        for prefix in _prefixes(pattern):
            labels = self._documents.setdefault(prefix, [])
            if label not in labels:
                labels.append(label)

    def sentence(self, pattern: str) -> str:
        """``Perlu sejak Bimtek I. Dicetak di Buku I.`` or an empty text."""
        parts = []
        stage = self._since.get(pattern)
        if stage is not None:
            parts.append(f"Perlu sejak {self._stages[stage]}.")
        documents = self._documents.get(pattern) or self._nearest(pattern)
        if documents:
            parts.append(f"Dicetak di {', '.join(documents)}.")
        return " ".join(parts)

    def _nearest(self, pattern: str) -> Iterable[str]:
        for prefix in reversed(_prefixes(pattern)[:-1]):
            if prefix in self._documents:
                return self._documents[prefix]
        return ()


def _prefixes(pattern: str) -> list[str]:
    """``a.b[*].c`` -> ``a``, ``a.b``, ``a.b[*].c``."""
    steps = pattern.split(".")
    return [".".join(steps[: length + 1]).removesuffix("[*]") for length in range(len(steps))]
