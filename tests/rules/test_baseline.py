"""A baseline knows findings again when lines move, and nothing else."""

from __future__ import annotations

import pytest

from smartplan.findings import Finding, Severity, Span
from smartplan.rules.baseline import NoBaseline, baseline_of, read_baseline


def finding(code: str, path: str | None, message: str = "pesan", line: int = 1, *, waived: bool = False) -> Finding:
    return Finding(code, Severity.ERROR, message, Span("a.yaml", line, 1, line, 2), path=path, waived=waived)


def new(before: list[Finding], now: list[Finding]) -> tuple[list[Finding], int]:
    left, known = read_baseline(baseline_of(before).as_text()).without_known(now)
    return list(left), known


def test_a_finding_is_known_by_code_and_path_wherever_it_stands() -> None:
    before = [finding("AAA001", "misi[a].dimensi", "12 hari lagi", 3)]
    assert new(before, [finding("AAA001", "misi[a].dimensi", "11 hari lagi", 9)]) == ([], 1)
    other = [finding("AAA002", "misi[a].dimensi"), finding("AAA001", "misi[b].dimensi")]
    assert new(before, other) == (other, 0)


def test_where_a_path_counts_positions_the_message_tells() -> None:
    before = [finding("AAA001", "misi[#3].dimensi", "misi[#3] tanpa x")]
    assert new(before, [finding("AAA001", "misi[#4].dimensi", "misi[#4] tanpa x")]) == ([], 1)
    assert new(before, [finding("AAA001", "misi[#3].dimensi", "misi[#3] tanpa y")])[1] == 0


def test_without_a_path_file_and_message_tell() -> None:
    before = [finding("AAA001", None, "berkas x")]
    assert new(before, [finding("AAA001", None, "berkas x", 7)]) == ([], 1)
    assert new(before, [finding("AAA001", None, "berkas y")])[1] == 0


def test_doubles_are_counted() -> None:
    one = finding("AAA001", "misi[a].dimensi", line=1)
    two = one._replace(span=Span("a.yaml", 2, 1, 2, 2))
    three = one._replace(span=Span("a.yaml", 3, 1, 3, 2))
    assert new([one, two], [one, two, three]) == ([three], 2)
    assert new([one, two], [one]) == ([], 1)


def test_waived_findings_and_faults_of_the_text_are_not_recorded() -> None:
    waived = finding("AAA001", "misi", waived=True)
    fault = finding("YML021", None)
    assert new([waived, fault], [waived, fault, finding("AAA001", "misi")])[1] == 0


def test_the_text_is_the_same_for_the_same_findings() -> None:
    some = [finding("AAA002", "b"), finding("AAA001", "c"), finding("AAA001", "a")]
    assert baseline_of(some).as_text() == baseline_of(reversed(some)).as_text()
    assert baseline_of(some[:1]).as_text() == (
        '{\n  "smartplan_baseline": 1,\n  "findings": [\n'
        '    {"code": "AAA002", "path": "b", "file": "", "message": "", "count": 1}\n  ]\n}\n'
    )
    assert len(read_baseline(baseline_of([]).as_text())) == 0


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{}", "x: 1", "[" * 100_000, '{"smartplan_baseline": 2, "findings": []}', '{"smartplan_baseline": 1}',
        '{"smartplan_baseline": 1, "findings": [1]}', '{"smartplan_baseline": 1, "findings": [{"count": 1}]}',
        '{"smartplan_baseline": 1, "findings": [{"code": "A", "path": "", "file": "", "message": "", "count": "x"}]}',
    ],
)  # fmt: skip
def test_anything_else_is_no_baseline(text: str) -> None:
    with pytest.raises(NoBaseline) as caught:
        read_baseline(text)
    assert caught.value.hint
