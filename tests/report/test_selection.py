"""A part of the findings, with counts that say so."""

from __future__ import annotations

import pytest

from smartplan.findings import Finding, Severity, Span
from smartplan.report import Look, Summary, text
from smartplan.report.counts import count_line
from smartplan.report.groups import BY, grouped
from smartplan.report.selection import first_ones, select
from smartplan.rules.catalogue import family_of
from tests.report.sample import FINDINGS, SUMMARY


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("wanted", "unwanted", "expected"),
    [
        ((), (), ["WJB001", "STR001", "PRF002", "TKS001", "RSK001", "PRF003"]),
        (("PRF",), (), ["PRF002", "PRF003"]),
        (("PRF002", "RSK"), (), ["PRF002", "RSK001"]),
        ((), ("PRF", "WJB001"), ["STR001", "TKS001", "RSK001"]),
        (("PRF",), ("PRF003",), ["PRF002"]),
        (("PRF002",), ("PRF",), ["PRF002"]),
        (("PRF002",), ("PRF002",), []),
    ],
)
def test_codes_and_families_are_chosen(wanted: tuple[str, ...], unwanted: tuple[str, ...], expected: list[str]) -> None:
    assert codes(select(FINDINGS, SUMMARY, wanted, unwanted)[0]) == expected


def test_a_family_is_not_the_beginning_of_another() -> None:
    assert family_of("QW003") == "QW"
    findings = (Finding("QWX001", Severity.ERROR, "x"), Finding("QW001", Severity.ERROR, "x"))
    assert codes(select(findings, SUMMARY, ("QW",), ())[0]) == ["QW001"]


def test_the_counts_follow_the_selection_and_tell_of_the_rest() -> None:
    summary = SUMMARY._replace(rules=("PRF002", "PRF003", "RSK001"), later_rules=("PRF009", "QW001"))
    _, chosen = select(FINDINGS, summary, ("PRF",), ())
    assert (chosen.error, chosen.warning, chosen.info, chosen.waived) == (0, 0, 1, 1)
    assert count_line(chosen) == (
        "1 temuan dari 2 aturan yang dipilih; 1 belum waktunya; 1 dikecualikan; 4 temuan di luar pilihan"
    )


def test_findings_of_no_rule_are_counted_without_rules() -> None:
    _, chosen = select(FINDINGS, SUMMARY, ("STR",), ())
    assert count_line(chosen) == "1 temuan yang dipilih; 4 temuan di luar pilihan"


def test_first_come_errors_then_what_frees_most() -> None:
    freed = {"dimensi.smart_living.program": 3, "profil.luas": 9}
    findings = (*FINDINGS, Finding("WJB001", Severity.WARNING, "lain", Span("a.yaml", 1, 1, 1, 2), path="visi"))
    first, summary = first_ones(findings, SUMMARY, 4, freed)
    assert codes(first) == ["STR001", "TKS001", "WJB001", "RSK001", "PRF003"]
    assert first[2].path == "dimensi.smart_living.program"
    assert summary.not_shown == 2
    assert (summary.error, summary.warning, summary.info) == (2, 2, 1), "what counts stays what was found"
    assert count_line(summary).endswith("; 2 temuan tidak ditampilkan")


def test_a_number_beyond_all_shows_all() -> None:
    first, summary = first_ones(FINDINGS, SUMMARY, 99, {})
    assert set(first) == set(FINDINGS)
    assert summary.not_shown == 0


def test_the_first_ones_stay_in_their_order_in_one_group() -> None:
    first, summary = first_ones(FINDINGS, SUMMARY, 2, {})
    shown = text.report(first, summary, {}, Look())
    assert shown.startswith("Dahulukan (2)\n\nrencana.yaml:2:9: G galat STR001 ")


@pytest.mark.parametrize("by", BY)
def test_each_grouping_shows_every_finding_once(by: str) -> None:
    groups = list(grouped(FINDINGS, SUMMARY, Look(by=by)))
    assert sorted(finding for _, group in groups for finding in group) == sorted(FINDINGS)
    assert len({title for title, _ in groups}) == len(groups) > 1


def test_groups_come_in_the_order_of_the_plan_and_end_with_the_rest() -> None:
    assert [title for title, _ in grouped(FINDINGS, SUMMARY, Look(by="opd"))] == ["Dinas Kesehatan", "Tanpa OPD"]
    assert [title for title, _ in grouped(FINDINGS, SUMMARY, Look(by="document"))] == [
        "BUKU I: Analisis",
        "BUKU II: Masterplan",
        "Di luar buku",
    ]
    assert [title for title, _ in grouped(FINDINGS, SUMMARY, Look(by="file"))] == [
        "dimensi/smart_living.yaml",
        "rencana.yaml",
        "Tanpa berkas",
    ]


def test_an_office_that_the_plan_does_not_list_is_called_by_its_id() -> None:
    findings = (FINDINGS[0]._replace(opd="dlh"),)
    assert [title for title, _ in grouped(findings, SUMMARY, Look(by="opd"))] == ["dlh"]


def test_nothing_chosen_says_nothing_of_choice() -> None:
    assert count_line(Summary("1", "p", "e", "s", "S", rules=("A",))) == "0 temuan dari 1 aturan"
