"""Markdown in which the plan's words stay words."""

from __future__ import annotations

from typing import Any

import pytest
from markdown_it import MarkdownIt

from smartplan.findings import Finding, Severity, Span
from smartplan.report import Look, Summary, md
from tests.report.sample import FINDINGS, SOURCES, SUMMARY

HOSTILE = [
    "a | b",
    "a \\| b",
    "<script>alert(1)</script>",
    "<!-- x -->",
    "**tebal** _miring_ `kode`",
    "[tautan](javascript:alert(1))",
    "![gambar](http://x/y.png)",
    "<http://x.id>",
    "baris\nbaru\n\n# judul",
    "&lt;b&gt; &amp; &#42;",
    "~~coret~~",
    "\\",
    "ujung\\",
    "$x$ @orang #12",
    "- butir",
    "1. butir",
    "+ butir",
    "---",
    "===",
    "# judul",
    "C #",
    "__init__ snake_case",
]


def parsed(text: str) -> list[Any]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def words_of(token: Any) -> str:
    """The text of an inline token; fails for anything but text."""
    assert all(child.type in ("text", "text_special") for child in token.children), token.content
    return "".join(child.content for child in token.children)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_a_plan_are_shown_as_they_are(words: str) -> None:
    hint = words.replace("`", "")  # what stands between them is code
    finding = Finding("A001", Severity.ERROR, words, Span("a|b.yaml", 1, 1, 1, 2), hint=hint, dimension="x")
    summary = Summary("1", words, "e", "s", words, error=1, waived=1, offices=(("x", words),))
    waived = finding._replace(waived=True, reason=words)
    tokens = parsed(md.report((finding, waived), summary, {}, Look()))
    kinds = {token.type for token in tokens}
    assert not kinds & {"html_block", "bullet_list_open", "ordered_list_open", "hr", "fence", "code_block"}
    one = " ".join(words.split())
    cells = [words_of(tokens[i + 1]) for i, token in enumerate(tokens) if token.type in ("td_open", "th_open")]
    assert cells[5:10] == ["G galat", "A001", "a|b.yaml:1:1", one, " ".join(hint.split())]
    assert cells[-1] == one
    headings = [words_of(tokens[i + 1]) for i, token in enumerate(tokens) if token.type == "heading_open"]
    assert headings[0] == f"Temuan rencana {one}"


def test_each_group_is_a_table() -> None:
    tokens = parsed(md.report(FINDINGS, SUMMARY, SOURCES))
    titles = [tokens[i + 1].content for i, token in enumerate(tokens) if token.type == "heading_open"]
    assert titles == [
        "Temuan rencana buleleng",
        "Berkas dan isian (2)",
        "BUKU I: Analisis (1)",
        "BUKU II: Masterplan (1)",
        "Smart Living (1)",
        "Dikecualikan (1)",
        "Isian yang sudah ada",
        "Keterkaitan tiap dimensi",
    ]
    assert sum(token.type == "table_open" for token in tokens) == 7
