"""A part of the findings: by code or family, or those to mend first. The summary then counts what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartplan.findings import Severity
from smartplan.rules.catalogue import family_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from smartplan.findings import Finding
    from smartplan.report.summary import Summary

__all__ = ["first_ones", "select"]


def select(
    findings: Sequence[Finding], summary: Summary, wanted: Collection[str], unwanted: Collection[str]
) -> tuple[tuple[Finding, ...], Summary]:
    """The findings whose code or family is in ``wanted`` (empty: all) and not in ``unwanted``.

    A code outweighs its family: ``wanted`` QW003 and ``unwanted`` QW keeps QW003.
    """

    def is_chosen(code: str) -> bool:
        if code in unwanted:
            return False
        if code in wanted:
            return True
        family = family_of(code)
        return family not in unwanted and (not wanted or family in wanted)

    kept = tuple(finding for finding in findings if is_chosen(finding.code))
    counts = dict.fromkeys(Severity, 0)
    for finding in kept:
        counts[finding.severity] += not finding.waived
    return kept, summary._replace(
        error=counts[Severity.ERROR],
        warning=counts[Severity.WARNING],
        info=counts[Severity.INFO],
        waived=sum(finding.waived for finding in kept),
        rules=_chosen(summary.rules, is_chosen),
        later_rules=_chosen(summary.later_rules, is_chosen),
        not_checkable=_chosen(summary.not_checkable, is_chosen),
        unselected=sum(not finding.waived for finding in findings) - sum(counts.values()),
    )


def first_ones(
    findings: Sequence[Finding], summary: Summary, number: int, freed: Mapping[str, int]
) -> tuple[tuple[Finding, ...], Summary]:
    """The ``number`` findings to mend first, and the waived ones.

    The worst come first, and among them those whose path has most required entries at or below it (``freed``).
    """
    ranked = sorted(
        (finding for finding in findings if not finding.waived),
        key=lambda finding: (finding.severity.rank, -freed.get(finding.path or "", 0), finding.sort_key),
    )
    waived = [finding for finding in findings if finding.waived]
    return (*ranked[:number], *waived), summary._replace(not_shown=max(len(ranked) - number, 0))


def _chosen(codes: Iterable[str], is_chosen: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(code for code in codes if is_chosen(code))
