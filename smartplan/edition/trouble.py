"""Why an edition cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smartplan.findings import Finding

__all__ = ["EditionError", "EditionNotFound"]


class EditionNotFound(Exception):
    """No edition has this id; ``message`` and ``hint`` are Indonesian sentences."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message}; {hint}")
        self.message = message
        self.hint = hint


class EditionError(Exception):
    """An edition's own text is wrong; ``findings`` say where (codes EDS, STR, YML)."""

    def __init__(self, edition: str, findings: tuple[Finding, ...], sources: dict[str, str]) -> None:
        super().__init__(f'edisi "{edition}" tidak dapat dipakai: {len(findings)} kesalahan')
        self.edition = edition
        self.findings = findings
        self.sources = sources
