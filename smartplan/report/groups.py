"""Findings in groups, by what the reader asked for; an order that does not depend on chance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from smartplan.findings import Finding
    from smartplan.report.look import Look
    from smartplan.report.summary import Summary

__all__ = ["BY", "grouped", "open_and_waived"]

BY: Final = ("document", "dimension", "opd", "rule", "file")
"""What findings can be grouped by."""


def open_and_waived(findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Those that count, and those that the plan excepts."""
    parted: tuple[list[Finding], list[Finding]] = ([], [])
    for finding in findings:
        parted[finding.waived].append(finding)
    return parted


def grouped(findings: Sequence[Finding], summary: Summary, look: Look) -> Iterator[tuple[str, list[Finding]]]:
    """Title and findings of each group that has any, in the order of the edition and the plan."""
    if summary.not_shown and not look.by:
        if findings:
            yield "Dahulukan", list(findings)
        return
    key_of, titles = _ways(findings, summary, look)
    groups: dict[str, list[Finding]] = {key: [] for key in titles}
    for finding in findings:
        groups.setdefault(key_of(finding), []).append(finding)
    for key, group in groups.items():
        if group:
            yield titles.get(key, key), group


def _ways(
    findings: Sequence[Finding], summary: Summary, look: Look
) -> tuple[Callable[[Finding], str], Mapping[str, str]]:
    """How a finding's group is called, and the titles of groups in their order."""
    documents = {share.id: share.title for share in summary.documents}
    dimensions = {share.id: share.title for share in summary.dimensions}
    if look.by == "document":
        return lambda finding: finding.document or "", {**documents, "": "Di luar buku"}
    if look.by == "dimension":
        return lambda finding: finding.dimension or "", {**dimensions, "": "Di luar dimensi"}
    if look.by == "opd":
        return _by_office(findings, summary, look)
    if look.by == "rule":
        return lambda finding: finding.code, {code: _rule(code, look) for code in _sorted(findings, "code")}
    if look.by == "file":
        names = sorted({finding.span.file for finding in findings if finding.span})
        return lambda finding: finding.span.file if finding.span else "", {
            **{name: name for name in names},
            "": "Tanpa berkas",
        }
    titles = {"": "Berkas dan isian"}
    titles.update({f"dokumen {name}": title for name, title in documents.items()})
    titles.update({f"dimensi {name}": title for name, title in dimensions.items()})
    return _mixed, titles


def _by_office(
    findings: Sequence[Finding], summary: Summary, look: Look
) -> tuple[Callable[[Finding], str], Mapping[str, str]]:
    """The offices of the plan in its order, then whoever else has to act."""
    office_of = look.office_of
    if office_of is None:
        return lambda finding: finding.opd or "", {**dict(summary.offices), "": "Tanpa OPD"}
    titles = dict(summary.offices)
    for finding in findings:
        who = office_of(finding)
        titles.setdefault(who.id, who.name)
    return lambda finding: office_of(finding).id, titles


def _sorted(findings: Sequence[Finding], key: str) -> list[str]:
    return sorted({getattr(finding, key) for finding in findings})


def _rule(code: str, look: Look) -> str:
    guide = look.guides.get(code)
    return f"{code} {guide.title.rstrip('.')}" if guide is not None else code


def _mixed(finding: Finding) -> str:
    """The dimension where there is one, else the book; what stands in the text itself comes first."""
    if finding.dimension:
        return f"dimensi {finding.dimension}"
    return f"dokumen {finding.document}" if finding.document else ""
