"""Values that every room passes on: where something stands, what is wrong with it, how to change it.

All are frozen, hashable and picklable, and hold no live object, so that they cross processes and caches.
This module imports nothing of ours.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

__all__ = ["Edit", "Finding", "Related", "Rename", "Severity", "Span", "sort_findings"]


class Severity(Enum):
    """How bad a finding is at the chosen stage; the value is the JSON word, ``label`` the Indonesian one."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> str:
        return _LABEL[self]

    @property
    def rank(self) -> int:
        """0 for the worst, so that sorting by rank puts errors first."""
        return _RANK[self]


_LABEL = {Severity.ERROR: "galat", Severity.WARNING: "peringatan", Severity.INFO: "info"}
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class Span(NamedTuple):
    """A stretch of a source file as an editor shows it.

    ``file`` is relative to the plan's root with ``/``. Lines and columns count from 1, in code points; the end is
    exclusive. A span without extent (start equal to end) marks a place.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Related(NamedTuple):
    """A second place that explains a finding, with the sentence that says why."""

    span: Span
    message: str


class Edit(NamedTuple):
    """Replace the text of ``span`` by ``new_text``; a span without extent inserts."""

    span: Span
    new_text: str


class Rename(NamedTuple):
    """Give a file of the plan another name; both relative to the plan's root with ``/``."""

    file: str
    new_file: str


class Finding(NamedTuple):
    """One thing that a person should look at.

    ``message`` says what is wrong, ``hint`` what to do. ``path`` is the data path (jalur), such as
    ``dimensi.smart_governance.program[aku-online].anggaran.2026``. ``span`` is None where there is no place.
    ``document``, ``section`` and ``dimension`` are ids of the edition; ``opd`` the id of an office of the plan;
    ``owner`` says who has to act; ``mark`` (F, I or G) and ``source`` say where the rule comes from.
    ``edits`` and ``renames`` mend it, all of them together; ``unsafe`` when a person should look at what they change.
    ``reason``: why the plan excepts a ``waived`` one.
    """

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    hint: str | None = None
    path: str | None = None
    related: tuple[Related, ...] = ()
    document: str | None = None
    section: str | None = None
    dimension: str | None = None
    opd: str | None = None
    owner: str | None = None
    mark: str | None = None
    source: str | None = None
    waived: bool = False
    edits: tuple[Edit, ...] = ()
    unsafe: bool = False
    renames: tuple[Rename, ...] = ()
    reason: str | None = None

    @property
    def is_mendable(self) -> bool:
        """Whether it says how to mend it; a waived one is left as it is."""
        return bool(self.edits or self.renames) and not self.waived

    @property
    def sort_key(self) -> tuple[str, int, int, int, str, str, str]:
        """File, line, column, severity, code, path, message: a total order for all that is printed."""
        where = (self.span.file, self.span.line, self.span.column) if self.span else ("", 0, 0)
        return (*where, self.severity.rank, self.code, self.path or "", self.message)


def sort_findings(findings: list[Finding]) -> list[Finding]:
    """Sorted by ``sort_key``; exact doubles are dropped."""
    return sorted(dict.fromkeys(findings), key=lambda finding: finding.sort_key)
