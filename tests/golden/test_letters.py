"""Letters of the examples: golden Markdown of one of each kind, and a sound Word file of every one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from smartplan.api import documents_of, load, render, states_of
from smartplan.resources import find_example
from tests.writers.word.checker import audit, faults_of

GOLDEN = Path(__file__).parent
EXAMPLES = ("buleleng", "contoh")
SHOWN = (
    ("buleleng", "sk-dewan"),
    ("buleleng", "sk-tim"),
    ("buleleng", "undangan-bimtek-1"),
    ("buleleng", "berita-acara-bimtek-1"),
    ("buleleng", "daftar-periksa-bimtek-1"),
    ("contoh", "sk-dewan"),
    ("contoh", "sk-tim"),
    ("contoh", "undangan-bimtek-1"),
    ("contoh", "berita-acara-bimtek-4"),
    ("contoh", "daftar-periksa-bimtek-4"),
    ("contoh", "lembar-quick-win-antre-tirta"),
)
OURS = ("sk-dewan", "sk-tim", "undangan", "berita-acara", "daftar-periksa", "lembar-quick-win")


@cache
def files_of(example: str) -> dict[str, bytes]:
    return dict(render(load(find_example(example)), OURS[: 5 if example == "buleleng" else None], pages="none"))


@pytest.mark.parametrize(("example", "letter"), SHOWN)
def test_markdown_is_as_it_was(example: str, letter: str, update_golden: bool) -> None:
    golden = GOLDEN / example / "surat" / f"{letter}.md"
    text = files_of(example)[f"{letter}.md"].decode("utf-8")
    if update_golden:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8"), "renew with --update-golden, then read the diff"


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_letter_is_a_sound_word_file(example: str) -> None:
    words = {name: data for name, data in files_of(example).items() if name.endswith(".docx")}
    assert len(words) >= 9
    assert {name: faults for name, data in words.items() if (faults := [*audit(data), *faults_of(data)])} == {}


def test_no_letter_of_the_fictional_example_lacks_anything() -> None:
    plan = load(find_example("contoh"))
    assert [state for state in states_of(plan, documents_of(plan, OURS)) if state.missing] == []


def test_two_renders_give_the_same_bytes() -> None:
    again = render(load(find_example("buleleng")), OURS[:5], pages="none")
    assert {name: data for name, data in again.items() if data != files_of("buleleng")[name]} == {}
