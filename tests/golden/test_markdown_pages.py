"""The books of the examples in Markdown: clean to a linter, tables whole to a reader, and no link into nowhere."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from smartplan.api import load, render
from smartplan.resources import find_example
from tests.markdownlint import lint

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = ("buleleng", "contoh")
FORMS = (False, True)
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PIPE = re.compile(r"(?<!\\)\|")
ANCHOR = re.compile(r'<a id="([^"]+)">')
KEPT_TAGS = {"a", "br", "em", "strong"}


@cache
def files_of(example: str, split: bool) -> dict[str, bytes]:
    return render(load(find_example(example)), ["semua"], formats=["md"], split=split)


def pages_of(example: str, split: bool) -> dict[str, str]:
    files = files_of(example, split)
    return {name: data.decode() for name, data in files.items() if name.endswith(".md")}


@pytest.mark.parametrize("split", FORMS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_linter_finds_nothing(example: str, split: bool, tmp_path: Path) -> None:
    for name, data in files_of(example, split).items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    assert lint(tmp_path) == []


@pytest.mark.parametrize("split", FORMS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_every_row_has_the_cells_of_its_table(example: str, split: bool) -> None:
    tables = 0
    for name, text in pages_of(example, split).items():
        lines = text.split("\n")
        covered: set[int] = set()
        tokens = READER.parse(text)
        for position, token in enumerate(tokens):
            if token.type != "table_open":
                continue
            tables += 1
            assert token.map is not None
            covered.update(range(*token.map))
            heads = 0
            while tokens[position].type != "thead_close":
                heads += tokens[position].type == "th_open"
                position += 1
            for number in range(*token.map):
                assert len(PIPE.findall(lines[number])) == heads + 1, f"{name}:{number + 1}"
        stray = [number + 1 for number, line in enumerate(lines) if line.startswith("|") and number not in covered]
        assert stray == [], name
    assert tables > 20


@pytest.mark.parametrize("split", FORMS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_every_link_and_drawing_leads_somewhere(example: str, split: bool) -> None:
    files, pages = files_of(example, split), pages_of(example, split)
    anchors = {name: {*ANCHOR.findall(text), *_headings(text)} for name, text in pages.items()}
    links = drawings = 0
    shown: set[str] = set()
    for name, text in pages.items():
        folder = PurePosixPath(name).parent
        for token in READER.parse(text):
            for child in token.children or ():
                if child.type == "image":
                    drawings += 1
                    shown.add(str(folder / str(child.attrs["src"])))
                    assert child.content, f"{name}: {child.attrs['src']}"
                target = str(child.attrs.get("href", "")) if child.type == "link_open" else ""
                if not target or re.match(r"https?:|mailto:", target):
                    continue
                links += 1
                file, _, anchor = target.partition("#")
                place = str(folder / file) if file else name
                assert place in pages, f"{name}: {target}"
                assert not anchor or anchor in anchors[place], f"{name}: {target}"
    assert shown == {name for name in files if name.endswith(".svg")}
    assert links > 100
    assert drawings > 0


COMMENT = re.compile(r"<!--.* -->\n|<!-- -->\n")


@pytest.mark.parametrize("example", EXAMPLES)
def test_nothing_is_written_that_github_strips(example: str) -> None:
    for name, text in pages_of(example, False).items():
        for token in READER.parse(text):
            assert token.type != "html_block" or COMMENT.fullmatch(token.content), f"{name}: {token.content}"
            for child in token.children or ():
                if child.type == "html_inline":
                    tag = re.match(r"</?(\w+)", child.content)
                    assert tag is not None, f"{name}: {child.content}"
                    assert tag[1] in KEPT_TAGS, f"{name}: {child.content}"


def _headings(text: str) -> set[str]:
    """The anchors that GitHub gives the headings: letters and digits, blanks as hyphens, a number for a second one."""
    found: dict[str, int] = {}
    tokens = READER.parse(text)
    for position, token in enumerate(tokens):
        if token.type == "heading_open":
            words = "".join(child.content for child in tokens[position + 1].children or () if child.type == "text")
            base = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
            found[base] = found.get(base, -1) + 1
    return {f"{base}-{number}" if number else base for base, last in found.items() for number in range(last + 1)}
