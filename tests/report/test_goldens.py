"""Each format of the sample as it is written down; nothing in it depends on the machine or the moment."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from smartplan.report import FORMATS, Look
from smartplan.rules.catalogue import Entry
from tests.report.sample import FINDINGS, SOURCES, SUMMARY

GOLDEN = Path(__file__).with_name("golden")
GUIDES = {
    "PRF002": Entry(
        "PRF002", "luas-dua-angka", "PRF", "Luas punya dua angka.", "Orang tidak tahu mana yang benar.", "Pilih satu."
    ),
    "WJB001": Entry("WJB001", "bagian-kosong", "WJB", "Bagian kosong.", "", ""),
}
LOOKS = {
    "text": Look(),
    "text-by-opd": Look(by="opd"),
    "text-by-rule": Look(by="rule", guides=GUIDES),
    "text-narrow": Look(width=44, ascii_only=True),
    "text-plain": Look(plain=True),
    "concise": Look(),
    "json": Look(),
    "sarif": Look(guides=GUIDES),
    "md": Look(guides=GUIDES),
    "html": Look(guides=GUIDES),
    "html-by-dimension": Look(by="dimension"),
    "md-by-file": Look(by="file"),
}
TEXTS = tuple(name for name in FORMATS if name != "xlsx")


def made(name: str) -> str:
    report = import_module(f"smartplan.report.{name.partition('-')[0]}").report
    text = report(FINDINGS, SUMMARY, SOURCES, LOOKS[name])
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize("name", LOOKS)
def test_the_report_is_as_written_down(name: str, update_golden: bool) -> None:
    page = GOLDEN / f"{name}.golden"
    if update_golden:
        page.write_text(made(name), encoding="utf-8", newline="\n")
    assert made(name) == page.read_bytes().decode(), "renew with: pytest tests/report --update-golden"


def test_every_format_has_its_golden_file() -> None:
    assert set(TEXTS) <= LOOKS.keys()


@pytest.mark.parametrize("name", LOOKS)
def test_every_report_says_why_a_finding_was_excepted(name: str) -> None:
    if name != "concise":  # one line a finding that counts
        assert "sudah disepakati (oleh Bappeda)" in made(name)


@pytest.mark.parametrize("name", [name for name in LOOKS if name not in ("concise", "json")])
def test_every_report_ends_its_count_alike(name: str) -> None:
    words = " ".join(made(name).split())
    assert "5 temuan dari 6 aturan; 2 belum waktunya; 3 tidak dapat diperiksa; 1 dikecualikan" in words
