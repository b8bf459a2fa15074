"""The same findings in each format."""

from __future__ import annotations

import json as stdlib_json
from typing import Any

import pytest

from smartplan.findings import Finding, Severity, Span
from smartplan.report import FORMATS, Look, Summary, concise, json, text
from smartplan.report.counts import subtitle, title_of
from tests.report.sample import FINDINGS, SOURCES, SUMMARY

TEXT = """\
Berkas dan isian (2)

rencana.yaml:2:9: G galat STR001 awal harus berupa tahun empat angka, tertulis "dua ribu"
  2 |   awal: dua ribu
    |         ^^^^^^^^
  saran: contoh: 2026

rencana.yaml:5:22: G galat TKS001 teks tertinggal
  5 | visi: "Kota 😀 cerdas XXX"
    |                       ^^^
  saran: ganti [dapat diperbaiki: --fix]

BUKU I: Analisis (1)

rencana.yaml:4:8: I info PRF002 luas punya dua angka
  4 |  luas: 1
    |        ^
  lihat juga rencana.yaml:2:3: angka lain

BUKU II: Masterplan (1)

P peringatan RSK001 tanpa tempat

Smart Living (1)

dimensi/smart_living.yaml:1:7: P peringatan WJB001 program belum ada
  1 | tren: >-
    |       ^^
  saran: tulis `program:`

Dikecualikan (1)

rencana.yaml:1:1: P peringatan PRF003 dikecualikan
  alasan: sudah disepakati (oleh Bappeda)

Ringkasan: Bimtek I, edisi kominfo-2023
  2 galat (G), 2 peringatan (P), 1 info (I)

Isian yang sudah ada, dari semua yang diminta panduan
  BUKU I: Analisis     ######..............  33 %  1 dari 3
  BUKU II: Masterplan  ....................   0 %  0 dari 9
  Smart Living         #################### 100 %  9 dari 9
  40 isian yang belum ada baru diminta tahap berikutnya.

Keterkaitan tiap dimensi
  Dimensi       gap dijawab  inisiatif dibawa program  sasaran dilayani  program menuju sasaran
  Smart Living  1 dari 2     -                         3 dari 3          0 dari 4

Sedikitnya 1 temuan dapat diperbaiki dengan --fix
5 temuan dari 6 aturan; 2 belum waktunya; 3 tidak dapat diperiksa; 1 dikecualikan
"""

CONCISE = """\
dimensi/smart_living.yaml:1:7: P peringatan WJB001 program belum ada (tulis `program:`)
rencana.yaml:2:9: G galat STR001 awal harus berupa tahun empat angka, tertulis "dua ribu" (contoh: 2026)
rencana.yaml:4:8: I info PRF002 luas punya dua angka
rencana.yaml:5:22: G galat TKS001 teks tertinggal (ganti)
P peringatan RSK001 tanpa tempat
"""

KEYS = [
    "code", "severity", "message", "hint", "file", "line", "column", "end_line", "end_column", "path", "related",
    "document", "section", "dimension", "opd", "owner", "mark", "waived", "reason", "fix",
]  # fmt: skip


def as_json(findings: tuple[Finding, ...] = FINDINGS) -> dict[str, Any]:
    loaded: dict[str, Any] = stdlib_json.loads(json.report(findings, SUMMARY, SOURCES))
    return loaded


def test_every_format_is_tested_here() -> None:
    assert FORMATS == ("text", "concise", "json", "sarif", "md", "html", "xlsx")


def test_text_groups_findings_and_shows_the_line() -> None:
    assert text.report(FINDINGS, SUMMARY, SOURCES, Look(ascii_only=True)) == TEXT


def test_colour_adds_codes_and_changes_no_word() -> None:
    import re

    coloured = text.report(FINDINGS, SUMMARY, SOURCES, Look(ascii_only=True, colour=True))
    assert "\x1b[1;31mG galat STR001\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == TEXT


def test_a_plan_without_findings_says_so() -> None:
    summary = Summary("1", "p", "e", "s", "Bimtek I", rules=("AKS001", "AKS002"))
    assert text.report((), summary, {}) == "Ringkasan: Bimtek I, edisi e\n\n0 temuan dari 2 aturan\n"


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "visi: " + "kata " * 100 + "XXX" + " kata" * 100
    column = line.index("XXX") + 1
    finding = Finding("TKS001", Severity.ERROR, "x", Span("a.yaml", 1, column, 1, column + 3))
    shown = text.report((finding,), SUMMARY, {"a.yaml": line}, Look(width=60)).splitlines()
    excerpt, carets = shown[3], shown[4]
    assert "XXX" in excerpt and len(excerpt) <= 60
    assert carets.index("^^^") == excerpt.index("XXX")
    assert excerpt[6] == "…" and excerpt.endswith("…")


def test_a_place_that_the_source_lacks_shows_no_line() -> None:
    finding = Finding("TKS001", Severity.ERROR, "x", Span("a.yaml", 9, 1, 9, 2))
    assert "  9 |" not in text.report((finding,), SUMMARY, {"a.yaml": "satu\n"})
    assert "  9 |" not in text.report((finding,), SUMMARY, {})


def test_concise_is_one_line_a_finding() -> None:
    assert concise.report(FINDINGS, SUMMARY, SOURCES) == CONCISE
    assert concise.report((), SUMMARY, SOURCES) == ""


def test_concise_keeps_a_message_of_two_lines_on_one() -> None:
    finding = FINDINGS[1]._replace(message="baris satu\nbaris dua", hint="a\n b")
    assert concise.report((finding,), SUMMARY, SOURCES).count("\n") == 1


def test_json_says_all_of_the_summary() -> None:
    document = as_json()
    findings = document.pop("findings")
    assert len(findings) == len(FINDINGS)
    assert list(document.items()) == [
        ("version", "1.2.3"),
        ("plan", "buleleng"),
        ("edition", "kominfo-2023"),
        ("stage", "bimtek-1"),
        ("today", "2026-02-28"),
        (
            "summary",
            {
                "error": 2,
                "warning": 2,
                "info": 1,
                "waived": 1,
                "known": 0,
                "rules": 6,
                "rules_not_yet_due": 2,
                "rules_not_checkable": ["ANL001", "LAK001", "PET001"],
                "entries": 12,
                "entries_not_yet_due": 40,
                "not_selected": 0,
                "not_shown": 0,
            },
        ),
    ]


def test_json_always_has_every_key_in_this_order() -> None:
    assert [list(finding) for finding in as_json()["findings"]] == [KEYS] * len(FINDINGS)


def test_json_gives_a_finding_whole() -> None:
    assert as_json()["findings"][0] == {
        "code": "WJB001",
        "severity": "warning",
        "message": "program belum ada",
        "hint": "tulis `program:`",
        "file": "dimensi/smart_living.yaml",
        "line": 1,
        "column": 7,
        "end_line": 3,
        "end_column": 9,
        "path": "dimensi.smart_living.program",
        "related": [],
        "document": "buku-2",
        "section": "rencana-aksi",
        "dimension": "smart_living",
        "opd": "dinkes",
        "owner": "opd",
        "mark": "F",
        "waived": False,
        "reason": None,
        "fix": None,
    }


def test_json_is_null_where_there_is_no_place_and_names_related_ones() -> None:
    findings = as_json()["findings"]
    assert {findings[4][key] for key in ("file", "line", "column", "end_line", "end_column", "hint")} == {None}
    assert findings[2]["related"] == [{"message": "angka lain", "file": "rencana.yaml", "line": 2, "column": 3}]
    assert [finding["waived"] for finding in findings] == [False] * 5 + [True]


@pytest.mark.parametrize(
    ("region", "plan", "title"),
    [
        ("Kabupaten Rekaan", ".", "Temuan rencana Kabupaten Rekaan"),
        ("Kabupaten Rekaan", "./", "Temuan rencana Kabupaten Rekaan"),
        ("Kabupaten Rekaan", "rekaan", "Temuan rencana Kabupaten Rekaan (rekaan)"),
        ("", "rekaan", "Temuan rencana rekaan"),
        ("", ".", "Temuan rencana"),
    ],
)
def test_the_title_names_the_region_and_a_path_that_says_something(region: str, plan: str, title: str) -> None:
    assert title_of(SUMMARY._replace(region=region, plan=plan)) == title


def test_the_day_of_the_check_is_written_in_words() -> None:
    assert subtitle(SUMMARY) == "Bimtek I, edisi kominfo-2023, diperiksa 28 Februari 2026"
    assert subtitle(SUMMARY._replace(today=None)) == "Bimtek I, edisi kominfo-2023"
