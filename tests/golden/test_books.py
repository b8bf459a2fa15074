"""Whole books of the examples: golden Markdown, sound Word files, the same bytes twice, and LibreOffice opens them."""

from __future__ import annotations

import io
import subprocess
import zipfile
from functools import cache
from pathlib import Path

import pytest

from smartplan.api import load, render
from smartplan.resources import find_example
from tests.golden.word_dump import dump
from tests.office import require_office
from tests.writers.word.checker import audit, faults_of

BOOKS = ("buku-1", "buku-2", "buku-3", "buku-4")
EXAMPLES = ("buleleng", "contoh")
GOLDEN = Path(__file__).parent


@cache
def files_of(example: str) -> dict[str, bytes]:
    return dict(render(load(find_example(example)), pages="none"))


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("book", BOOKS)
def test_markdown_is_as_it_was(example: str, book: str, update_golden: bool) -> None:
    golden = GOLDEN / example / f"{book}.md"
    text = files_of(example)[f"{book}.md"].decode("utf-8")
    if update_golden:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8"), "renew with --update-golden, then read the diff"


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("book", BOOKS)
def test_word_reads_as_it_did(example: str, book: str, update_golden: bool) -> None:
    golden = GOLDEN / example / f"{book}.docx.txt"
    text = dump(files_of(example)[f"{book}.docx"])
    if update_golden:
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8"), "renew with --update-golden, then read the diff"


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("book", BOOKS)
def test_a_word_book_is_sound(example: str, book: str) -> None:
    data = files_of(example)[f"{book}.docx"]
    assert audit(data) == []
    assert faults_of(data) == []


def test_two_renders_give_the_same_bytes() -> None:
    again = render(load(find_example("contoh")), pages="none")
    assert {name: data for name, data in again.items() if data != files_of("contoh")[name]} == {}


@pytest.mark.parametrize("book", BOOKS)
def test_a_fictional_region_is_named_as_such_on_every_page(book: str) -> None:
    with zipfile.ZipFile(io.BytesIO(files_of("contoh")[f"{book}.docx"])) as archive:
        headers = [archive.read(name).decode("utf-8") for name in archive.namelist() if "header" in name]
    assert headers
    assert all("rekaan" in header.lower() for header in headers)


@pytest.mark.office
def test_libreoffice_makes_a_pdf_of_every_book(tmp_path: Path) -> None:
    office = require_office()
    files = []
    for example in EXAMPLES:
        for book in BOOKS:
            file = tmp_path / f"{example}-{book}.docx"
            file.write_bytes(files_of(example)[f"{book}.docx"])
            files.append(file)
    profile = (tmp_path / "profil").as_uri()
    command = [
        office,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
    ]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    for file in files:
        assert file.with_suffix(".pdf").stat().st_size > 10_000, file.name
