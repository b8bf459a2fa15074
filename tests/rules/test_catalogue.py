"""Every code has words, and a rule's docstring is read as it is written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smartplan.edition import list_editions, load_edition
from smartplan.rules import all_rules
from smartplan.rules.base import Context, rule
from smartplan.rules.catalogue import FAMILIES, all_entries, entry_of_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartplan.findings import Finding

PACKAGE = Path(__file__).parents[2] / "smartplan"


@rule("HUK999", "contoh-aturan", needs="dasar_hukum", owner="diskominfo")
def sample(ctx: Context) -> Iterator[Finding]:
    """Judul yang panjang
    sampai dua baris.

    Mengapa: pentingnya begini: ada titik dua,
    dan baris kedua.
    Perbaiki: tulis begini.
    Salah: |
      visi:
        smart_city: Cerdas

        penjelasan: Salah
    Benar: {}
    """
    yield from ()


def test_a_docstring_is_read_by_its_headings() -> None:
    entry = entry_of_rule(sample)
    assert (entry.code, entry.name, entry.family) == ("HUK999", "contoh-aturan", "HUK")
    assert entry.title == "Judul yang panjang sampai dua baris."
    assert entry.why == "Pentingnya begini: ada titik dua, dan baris kedua."
    assert entry.mend == "Tulis begini."
    assert entry.wrong == "visi:\n  smart_city: Cerdas\n\n  penjelasan: Salah"
    assert entry.right == ""
    assert (entry.owner, entry.needs, entry.waivable, entry.is_rule) == ("diskominfo", "dasar_hukum", True, True)


def test_an_example_on_the_line_of_its_heading() -> None:
    entry = next(entry_of_rule(one) for one in all_rules() if one.code == "DIM001")
    assert entry.wrong == "dimensi: {smart_environment: null}"


def test_every_code_of_the_program_has_an_entry_with_words() -> None:
    entries = {entry.code: entry for entry in all_entries()}
    written = {
        code
        for file in PACKAGE.rglob("*.py")
        for code in re.findall(r'"([A-Z]{2,3}[0-9]{3})"', file.read_text(encoding="utf-8"))
    }
    assert len(written) > 100
    assert written == set(entries)
    for entry in entries.values():
        assert entry.title.endswith("."), entry.code
        assert entry.why.endswith("."), entry.code
        assert entry.mend.endswith("."), entry.code
        assert entry.family in FAMILIES
        assert bool(entry.wrong) == entry.is_rule, entry.code


def test_codes_stand_by_family_in_reading_order() -> None:
    families = list(dict.fromkeys(entry.family for entry in all_entries()))
    assert families == [name for name in FAMILIES if name in families]
    for family in families:
        codes = [entry.code for entry in all_entries() if entry.family == family]
        assert codes == sorted(codes)


@pytest.mark.parametrize("name", list_editions())
def test_every_edition_rules_over_exactly_the_rules_that_there_are(name: str) -> None:
    given = load_edition(name).aturan or {}
    assert set(given) == {entry.code for entry in all_entries() if entry.is_rule} == {rule.code for rule in all_rules()}


def test_every_code_that_is_no_rule_is_met_in_a_test() -> None:
    """Rules are met by their own examples; the other codes stand in a test or in what a fixture expects."""
    here = Path(__file__)
    files = [*here.parents[1].rglob("test_*.py"), *here.parents[1].rglob("expected.txt")]
    words = "\n".join(file.read_text(encoding="utf-8") for file in files if file != here)
    assert [entry.code for entry in all_entries() if not entry.is_rule and entry.code not in words] == []
