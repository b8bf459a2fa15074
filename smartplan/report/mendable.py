"""What reports say of findings that know how to be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smartplan.findings import Finding

__all__ = ["fix_of", "mendable_lines", "mendable_mark"]


def mendable_mark(finding: Finding) -> str:
    """`` [dapat diperbaiki: --fix]``; empty where a person has to mend."""
    if not finding.is_mendable:
        return ""
    return " [dapat diperbaiki: --fix --unsafe]" if finding.unsafe else " [dapat diperbaiki: --fix]"


def mendable_lines(findings: Sequence[Finding]) -> Iterator[str]:
    """The closing sentence that counts them, if there are any: at least, as a mend may bring others to light."""
    guesses = [finding.unsafe for finding in findings if finding.is_mendable]
    unsafe, safe = sum(guesses), len(guesses) - sum(guesses)
    if safe:
        more = f"; {unsafe} lagi dengan --fix --unsafe" if unsafe else ""
        yield f"Sedikitnya {safe} temuan dapat diperbaiki dengan --fix{more}"
    elif unsafe:
        yield f"Sedikitnya {unsafe} temuan dapat diperbaiki dengan --fix --unsafe"


def fix_of(finding: Finding) -> dict[str, Any] | None:
    """For JSON: the edits and renames that mend it; ``safe`` when nobody has to look at them."""
    if not finding.is_mendable:
        return None
    return {
        "safe": not finding.unsafe,
        "edits": [{**edit.span._asdict(), "new_text": edit.new_text} for edit in finding.edits],
        "renames": [rename._asdict() for rename in finding.renames],
    }
