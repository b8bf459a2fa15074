"""A workbook in which texts stay texts, with a sheet for each office."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from smartplan.findings import Finding, Severity, Span
from smartplan.report import Summary, xlsx
from smartplan.report.sheet import sheet_name
from tests.report.sample import FINDINGS, SOURCES, SUMMARY


def book_of(findings: tuple[Finding, ...], summary: Summary = SUMMARY) -> Any:
    return load_workbook(io.BytesIO(xlsx.report(findings, summary, SOURCES)))


def test_there_is_a_summary_a_sheet_an_office_and_those_excepted() -> None:
    book = book_of(FINDINGS)
    assert book.sheetnames == ["Ringkasan", "Dinas Kesehatan", "Tanpa OPD", "Dikecualikan"]
    rows = list(book["Dinas Kesehatan"].iter_rows(min_row=5, values_only=True))
    assert rows == [
        (
            "P peringatan",
            "WJB001",
            "program belum ada",
            "tulis `program:`",
            "dimensi/smart_living.yaml:1:7",
            "dimensi.smart_living.program",
            "Smart Living",
        )
    ]
    assert book["Dikecualikan"]["D4"].value == "Alasan"
    assert book["Dikecualikan"]["D5"].value == "sudah disepakati (oleh Bappeda)"
    texts = [cell.value for row in book["Ringkasan"].iter_rows() for cell in row]
    assert "5 temuan dari 6 aturan; 2 belum waktunya; 3 tidak dapat diperiksa; 1 dikecualikan" in texts
    assert "program menuju sasaran" in texts
    counted = list(book["Ringkasan"].iter_rows(min_row=6, max_row=9, max_col=2, values_only=True))
    assert counted == [("Perangkat daerah", "Temuan"), ("Dinas Kesehatan", 1), ("Tanpa OPD", 4), ("Dikecualikan", 1)]
    assert book["Ringkasan"]["B7"].number_format == "0"


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "#REF!", "a\x01b"]


@pytest.mark.parametrize("words", FORMULAS)
def test_no_text_of_a_plan_is_a_formula(words: str) -> None:
    finding = Finding("A001", Severity.ERROR, words, Span("a.yaml", 1, 1, 1, 2), hint=words, path=words, opd=words)
    summary = Summary("1", words, words, words, words, error=1, offices=((words, words),))
    book = book_of((finding, finding._replace(waived=True, reason=words)), summary)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type == ("s" if isinstance(cell.value, str) else "n")
                if isinstance(cell.value, str) and cell.value[0] in "=+-@\t\r":
                    assert cell.quotePrefix


def test_sheet_names_are_such_as_excel_takes_and_none_is_twice() -> None:
    names = ["Ringkasan", "a/b:c*d?e[f]g\\h", "'petik'", "Dinas " * 9, "DINAS " * 9, "", "History", "Dikecualikan"]
    offices = tuple((f"opd-{number}", name) for number, name in enumerate(names))
    findings = tuple(FINDINGS[0]._replace(opd=name) for name, _ in offices)
    titles = book_of((*findings, FINDINGS[5]), SUMMARY._replace(offices=offices)).sheetnames
    assert len({title.casefold() for title in titles}) == len(titles) == len(names) + 2
    for title in titles:
        assert 0 < len(title) <= 31
        assert not set("[]:*?/\\") & set(title) and title.strip("'") == title
    assert titles[:3] == ["Ringkasan", "Ringkasan 2", "a b c d e f g h"]


def test_a_hundred_offices_of_one_name_get_a_hundred_sheets() -> None:
    taken: set[str] = set()
    assert len({sheet_name("x" * 40, taken) for _ in range(100)}) == 100


def test_the_same_findings_give_the_same_bytes() -> None:
    import time

    first = xlsx.report(FINDINGS, SUMMARY, SOURCES)
    time.sleep(1.1)
    assert xlsx.report(FINDINGS, SUMMARY, SOURCES) == first


def test_a_plan_without_findings_gives_a_summary() -> None:
    assert book_of((), Summary("1", "p", "e", "s", "S")).sheetnames == ["Ringkasan"]
