from __future__ import annotations

import time

import pytest

from smartplan.findings import Finding, Severity
from smartplan.source import Mapping, Scalar, SourceText, load_bytes
from smartplan.source.load import Loaded, load_text
from smartplan.source.parsers import FASTEST, PurePythonParser

PARSERS = [pytest.param(FASTEST, id="fastest"), pytest.param(PurePythonParser, id="python")]


def load(text: str) -> Loaded:
    return load_bytes(text.encode(), "a.yaml")


def lines(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.code, f"{finding.span.line}:{finding.span.column}") for finding in findings if finding.span]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x b\n", [("YML009", "1:4")]),
        ("a: *x\n", [("YML009", "1:4")]),
        ("*x : a\n", [("YML009", "1:1")]),
        ("a: &x [b]\nc: *x\nd: *x\n", [("YML009", "1:4"), ("YML009", "2:4"), ("YML009", "3:4")]),
        ("a: {<<: b}\n", [("YML010", "1:5")]),
        ("a: !!str b\n", [("YML011", "1:4")]),
        ("a: ! b\n", [("YML011", "1:4")]),
        ("a: !penting\n", [("YML011", "1:4")]),
        ("a: !!python/object/apply:os.system [b]\n", [("YML011", "1:4")]),
        ("a: b\n---\nc: d\n", [("YML012", "2:1")]),
        ("---\n---\n", [("YML012", "2:1")]),
        ("[a]: b\n", [("YML013", "1:1")]),
        ("a:\n  {b: c}: d\n", [("YML013", "2:3")]),
        ("? - a\n: b\n", [("YML013", "1:3")]),
        ("%YAML 1.2\n---\na: b\n", [("YML014", "1:1")]),
        ("# catatan\n\n%TAG ! x\n---\na: b\n", [("YML014", "3:1")]),
        ("%LAIN x\n---\na: b\n", [("YML014", "1:1")]),
        ("%YAML " + "9" * 6000 + ".1\n---\n", [("YML014", "1:1")]),
    ],
)
@pytest.mark.parametrize("parser", PARSERS)
def test_what_a_plan_may_not_hold_is_refused(text: str, expected: list[tuple[str, str]], parser: type) -> None:
    loaded = load_text(SourceText("a.yaml", text), parser)
    assert loaded.root is None
    assert lines(loaded.findings) == expected
    assert all(finding.hint and finding.severity is Severity.ERROR for finding in loaded.findings)


def test_several_refusals_are_told_in_one_run() -> None:
    loaded = load("a: &x b\nc: !t d\n<<: {e: f}\n[g]: h\ni: 1\ni: 2\n")
    assert [code for code, _ in lines(loaded.findings)] == ["YML009", "YML011", "YML010", "YML013", "YML008"]


@pytest.mark.parametrize("text", ["a: '<<'\n", "'<<': a\n", "a: <<\n", "a: AT&T * ! %\n", "---\na: b\n...\n"])
def test_the_same_signs_in_a_text_are_no_trouble(text: str) -> None:
    assert load(text).findings == ()


def test_a_key_that_is_written_twice_names_both_places_and_keeps_the_first() -> None:
    loaded = load("a:\n  b: 1\n  c: 2\n  'b': 3\n")
    (finding,) = loaded.findings
    assert finding.message == 'kunci "b" ditulis dua kali di bagian yang sama; yang pertama yang dipakai'
    assert lines(loaded.findings) == [("YML008", "4:3")]
    assert [str(related.span) for related in finding.related] == ["a.yaml:2:3"]
    assert isinstance(loaded.root, Mapping)
    inner = loaded.root.entries[0].value
    assert isinstance(inner, Mapping)
    entry = inner.get("b")
    assert entry is not None
    assert isinstance(entry.value, Scalar)
    assert entry.value.text == "1"


def test_the_same_key_in_two_parts_is_no_trouble() -> None:
    assert load("a: {x: 1}\nb: {x: 1}\nc: [{x: 1}, {x: 1}]\n").findings == ()


def test_very_many_repeated_keys_are_counted() -> None:
    findings = load("a: 1\n" * 1000).findings
    assert len(findings) == 101
    assert {finding.code for finding in findings} == {"YML008"}
    assert any(finding.message == "masih ada 899 kunci ganda lain di berkas ini" for finding in findings)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 30_000,
        "{a: " * 30_000,
        "[\n" * 30_000,
        "- " * 30_000,
        "? " * 30_000,
        "\n".join(f"{' ' * level}a:" for level in range(2000)),
        "[" * 41 + "]" * 41,
    ],
)
@pytest.mark.parametrize("parser", PARSERS)
def test_deep_nesting_is_refused_soon(text: str, parser: type) -> None:
    started = time.perf_counter()
    loaded = load_text(SourceText("a.yaml", text), parser)
    assert time.perf_counter() - started < 5
    assert loaded.root is None
    assert "YML006" in [finding.code for finding in loaded.findings]


def test_forty_levels_are_allowed() -> None:
    assert load("[" * 40 + "]" * 40).findings == ()


def test_a_bomb_of_references_costs_nothing() -> None:
    text = "a0: &a0 {x: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 20))
    started = time.perf_counter()
    loaded = load(text)
    assert time.perf_counter() - started < 1
    assert loaded.root is None
    assert {finding.code for finding in loaded.findings} == {"YML009", "YML010"}


def test_a_flood_of_references_stops_the_walk() -> None:
    assert len(load("a: [" + "*x, " * 10_000 + "]\n").findings) <= 200


def test_too_many_values_are_refused() -> None:
    loaded = load("[" + "1," * 500_000 + "]")
    assert loaded.root is None
    assert [finding.code for finding in loaded.findings] == ["YML007"]
    assert "500.000" in loaded.findings[0].message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\tb: c\n", ["2:1"]),
        ("a:\n  b: c\n  \td: e\n", ["3:3"]),
        ("a: b\n\tc\n", ["2:1"]),
        ("a: [b,\n\tc]\n", ["2:1"]),
    ],
)
def test_a_tab_before_the_text_of_a_line_is_refused(text: str, expected: list[str]) -> None:
    loaded = load(text)
    assert loaded.root is None
    assert lines(loaded.findings) == [("YML004", place) for place in expected]


@pytest.mark.parametrize("text", ["a: |\n  b\n  \tc\n", 'a: "b\n  \tc"\n', "a: 'b\tc'\n", "a: b\tc\n"])
def test_a_tab_within_a_text_is_no_trouble(text: str) -> None:
    assert load(text).findings == ()
