"""One HTML file in which nothing runs and nothing is fetched, whatever a plan says."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from smartplan.findings import Finding, Related, Severity, Span
from smartplan.report import Look, Summary, html
from tests.report.sample import FINDINGS, SOURCES, SUMMARY

HOSTILE = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></head><body onload=alert(1)>",
    "<!-- ",
    "]]>",
    "&lt;b&gt; &amp;",
    "{{ 7 * 7 }} {% raw %}",
    "javascript:alert(1)",
    "\x1b[31mmerah\x07\u202e",
]
VOID = {"meta", "br", "img"}
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "strong", "nav", "ul", "li", "a", "table",
    "thead", "tbody", "tr", "th", "td", "span",
}  # fmt: skip
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "scope", "id", "href", "title"}


class Reader(HTMLParser):
    """Every tag closed in its order; texts together."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.words = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_a_plan_are_only_words(words: str) -> None:
    span = Span(f"{words}.yaml", 1, 1, 1, 2)
    finding = Finding("A001", Severity.ERROR, words, span, hint=words, opd=words, related=(Related(span, words),))
    waived = finding._replace(waived=True, reason=words)
    summary = Summary("1", words, words, words, words, error=1, waived=1, offices=((words, words),))
    text = html.report((finding, waived), summary, {}, Look(by="opd"))
    read = Reader(text)
    assert read.tags <= ALLOWED
    assert {name for name, _ in read.attributes} <= ATTRIBUTES
    assert all(value.startswith("#") for name, value in read.attributes if name == "href")
    assert "\x1b" not in text and "\u202e" not in text and "\x07" not in text
    shown = "".join(char if char.isprintable() else "·" for char in " ".join(words.split()))
    assert read.words.count(shown) >= 8


def test_the_policy_allows_our_style_alone() -> None:
    text = html.report(FINDINGS, SUMMARY, SOURCES)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.S)
    mark = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{mark}'" in text
    assert "http-equiv" in text and "style=" not in text
    assert not re.search(r"https?://|url\(|@import|src=", text)


def test_every_table_repeats_its_head_on_paper_and_names_its_columns() -> None:
    text = html.report(FINDINGS, SUMMARY, SOURCES)
    assert text.count("<table>") == text.count("<thead>") == 7
    assert "table-header-group" in text and 'scope="col"' in text
    assert "color-scheme: light" in text


def test_severity_is_told_by_letter_and_word_beside_the_colour() -> None:
    text = html.report(FINDINGS, SUMMARY, SOURCES)
    assert '<td class="tingkat galat">G galat</td>' in text
