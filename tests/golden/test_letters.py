"""Letters of the examples: golden Markdown of one of each kind, and a sound Word file of every one."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from smartplan.api import documents_of, load, render, states_of
from smartplan.edition import load_edition
from smartplan.resources import find_example
from tests.office import outline_of, pages_of, require_office
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
    ("contoh", "nota-kesepakatan"),
    ("contoh", "surat-kesepakatan"),
    ("contoh", "laporan-tertulis"),
    ("contoh", "komitmen-bersama"),
    ("buleleng", "nota-kesepakatan"),
    ("buleleng", "laporan-tertulis"),
)
OURS = (
    "sk-dewan", "sk-tim", "undangan", "berita-acara", "daftar-periksa", "nota-kesepakatan", "surat-kesepakatan",
    "laporan-tertulis", "komitmen-bersama", "rancangan-peraturan", "lembar-quick-win",
)  # fmt: skip


@cache
def files_of(example: str) -> dict[str, bytes]:
    return dict(render(load(find_example(example)), OURS[: -1 if example == "buleleng" else None], pages="none"))


@pytest.mark.parametrize(("example", "letter"), SHOWN)
def test_markdown_is_as_it_was(example: str, letter: str, update_golden: bool) -> None:
    golden = GOLDEN / example / "surat" / f"{letter}.md"
    text = files_of(example)[f"{letter}.md"].decode("utf-8")
    if update_golden:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8"), "renew with --update-golden, then read the diff"


@pytest.mark.parametrize("example", EXAMPLES)
def test_headings_of_letters_go_down_one_level_at_a_time_and_are_told_apart(example: str) -> None:
    for name, data in files_of(example).items():
        if not name.endswith(".md"):
            continue
        heads = re.findall(r"^(#+) (.*)$", data.decode("utf-8"), re.MULTILINE)
        levels = [len(marks) for marks, _ in heads]
        assert levels[0] == 1 and levels.count(1) == 1, name
        assert all(below <= above + 1 for above, below in pairwise(levels)), (name, heads)
        words = [words for _, words in heads]
        assert len(set(words)) == len(words), (name, words)
        assert not [one for one in words if one[-1] in ".,;:!"], (name, words)


@pytest.mark.office
def test_the_pdf_of_a_decree_has_an_outline_and_no_clause_is_parted_from_its_first_item(tmp_path: Path) -> None:
    require_office()
    made = render(load(find_example("contoh")), ["sk-dewan", "sk-tim"], formats=["pdf"])
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
        pages = pages_of(tmp_path / name)
        last = [[line.strip() for line in page.splitlines() if line.strip()][-1] for page in pages]
        assert not [line for line in last if line.endswith(":")], name
        [signed] = [page for page in pages if "Ditetapkan di" in page]
        assert "Keputusan ini mulai berlaku" in signed, f"{name}: a signature without words above it"
    # The decree has one table, that of the members; what stands in columns is text.
    assert {name: data.count(b"/S/Table\n") for name, data in made.items()} == dict.fromkeys(made, 1)
    assert outline_of(tmp_path / "sk-dewan.pdf") == [
        "KEPUTUSAN BUPATI TIRTA REKAAN",
        "MEMUTUSKAN:",
        "LAMPIRAN",
        "SUSUNAN KEANGGOTAAN DEWAN SMART CITY KABUPATEN TIRTA REKAAN",
    ]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_letter_is_a_sound_word_file(example: str) -> None:
    words = {name: data for name, data in files_of(example).items() if name.endswith(".docx")}
    assert len(words) >= 9
    assert {name: faults for name, data in words.items() if (faults := [*audit(data), *faults_of(data)])} == {}


def test_no_letter_of_the_fictional_example_lacks_anything() -> None:
    plan = load(find_example("contoh"))
    assert [state for state in states_of(plan, documents_of(plan, OURS)) if state.missing] == []


def test_two_renders_give_the_same_bytes() -> None:
    again = render(load(find_example("buleleng")), OURS[:-1], pages="none")
    assert {name: data for name, data in again.items() if data != files_of("buleleng")[name]} == {}


def test_the_draft_regulation_has_articles_and_the_whole_masterplan_as_its_annex() -> None:
    text = files_of("contoh")["rancangan-peraturan.md"].decode("utf-8")
    articles, annex = text.split("LAMPIRAN", 1)
    assert "Menimbang : a. bahwa" in articles
    assert "Pasal 12" in articles
    # An amount in law is said in words too.
    assert re.search(r"sebesar Rp [\d.]+ \([a-z ]+ rupiah\)", articles)
    assert "bagian yang belum tersedia" not in text
    outline = next(book for book in load_edition().dokumen or () if book.id == "buku-2").bab or ()
    assert [chapter.judul for chapter in outline if f" {chapter.judul}\n" in annex] == [one.judul for one in outline]
