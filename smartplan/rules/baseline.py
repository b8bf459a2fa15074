"""What was found before and is known: only what is new since then shall speak.

A finding is known again by its code and data path, which do not change when lines move. Where the path counts positions
(``[#3]``) or there is none, the message tells. Of findings that are alike the number counts.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from smartplan.source import CODES as TEXT_CODES
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.findings import Finding

__all__ = ["Baseline", "NoBaseline", "baseline_of", "read_baseline"]

_MARK: Final = "smartplan_baseline"
_VERSION: Final = 1
_POSITION: Final = lazy(r"\[#\d+\]")
_HINT: Final = "tulis ulang dengan `smartplan validate --write-baseline BERKAS`"


class NoBaseline(ValueError):
    """The text is no baseline of ours; ``message`` says why, ``hint`` what to do. Both Indonesian."""

    def __init__(self, message: str, hint: str = _HINT) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class _Key(NamedTuple):
    code: str
    path: str
    file: str
    message: str


class Baseline:
    """``counts``: how often each finding was there."""

    __slots__ = ("_counts",)

    def __init__(self, counts: Counter[_Key]) -> None:
        self._counts = counts

    def __len__(self) -> int:
        return sum(self._counts.values())

    def without_known(self, findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], int]:
        """The findings that are new, and how many were known. Waived ones stay: they are told apart already."""
        left = self._counts.copy()
        new: list[Finding] = []
        known = 0
        for finding in findings:
            key = _key_of(finding)
            if not finding.waived and left[key] > 0:
                left[key] -= 1
                known += 1
            else:
                new.append(finding)
        return tuple(new), known

    def as_text(self) -> str:
        """The same findings always give the same text; one line a finding, so that two versions compare well."""
        rows = [
            json.dumps({**key._asdict(), "count": count}, ensure_ascii=False)
            for key, count in sorted(self._counts.items())
        ]
        listed = ",\n".join(f"    {row}" for row in rows)
        body = f"[\n{listed}\n  ]" if rows else "[]"
        return f'{{\n  "{_MARK}": {_VERSION},\n  "findings": {body}\n}}\n'


def baseline_of(findings: Iterable[Finding]) -> Baseline:
    """All ``findings`` but the waived ones and faults of the text: what hides the rest of a file is never known."""
    return Baseline(
        Counter(_key_of(finding) for finding in findings if not finding.waived and finding.code not in TEXT_CODES)
    )


def read_baseline(text: str) -> Baseline:
    """Raises NoBaseline."""
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        raise NoBaseline("bukan catatan temuan: isinya bukan JSON") from None
    if not isinstance(held, dict) or _MARK not in held:
        raise NoBaseline("bukan catatan temuan yang ditulis smartplan")
    if held[_MARK] != _VERSION:
        raise NoBaseline(f"catatan temuan versi {held[_MARK]} tidak dikenal", f"perbarui smartplan, atau {_HINT}")
    counts: Counter[_Key] = Counter()
    rows = held.get("findings")
    for row in rows if isinstance(rows, list) else [None]:
        key, count = _row(row)
        counts[key] += count
    return Baseline(counts)


def _row(row: Any) -> tuple[_Key, int]:
    if isinstance(row, dict) and isinstance(row.get("count"), int):
        texts = [text for name in _Key._fields if isinstance(text := row.get(name), str)]
        if len(texts) == len(_Key._fields):
            return _Key(*texts), row["count"]
    raise NoBaseline("catatan temuan rusak: ada baris yang tidak dapat dibaca")


def _key_of(finding: Finding) -> _Key:
    path = finding.path or ""
    if path and not _POSITION.search(path):
        return _Key(finding.code, path, "", "")
    file = finding.span.file if finding.span is not None and not path else ""
    return _Key(finding.code, _POSITION.sub("[#]", path), file, _POSITION.sub("[#]", finding.message))
