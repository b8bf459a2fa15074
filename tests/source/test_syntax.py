from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan.source import CODES, SourceText, load_bytes
from smartplan.source.load import load_text
from smartplan.source.parsers import FASTEST, PurePythonParser

if TYPE_CHECKING:
    from smartplan.findings import Finding

# text, code, place from start to end, part of the message, part of the hint
CASES = [
    ("a:\n\tb: c\n", "YML004", "2:1-2:2", "dijorokkan dengan tab", "spasi"),
    ("# dari Word\u2028baris kedua\na: b\n", "YML033", "1:12-1:13", "tidak terlihat (U+2028)", "hapus tanda itu"),
    ("a: Bule\u2029leng\n", "YML033", "1:8-1:9", "tidak terlihat (U+2029)", "hapus tanda itu"),
    ("a:\n  \t  b: c\n", "YML004", "2:3-2:6", "dijorokkan dengan tab", "spasi"),
    ("a: b\n\t\nc: d\n", "YML004", "2:1-2:2", "baris kosong ini berisi tab", "hapus"),
    ("-\ta: b\n", "YML004", "1:2-1:3", "tab di sini", "spasi"),
    ('a: "b\nc: d\n', "YML021", "1:4-1:6", 'kutip " yang dibuka di sini tidak ditutup', 'tutup dengan "'),
    ("a: 'b\nc: d\n", "YML021", "1:4-1:6", "kutip ' yang dibuka di sini tidak ditutup", "ditulis dua kali"),
    ("a: 'b\n---\nc\n", "YML021", "1:4-1:6", "tidak ditutup", "tutup dengan '"),
    ('a: "b\nc: "d"\n', "YML021", "1:4-1:6", "baru bertemu pasangannya di baris 2", 'tutup dengan "'),
    ('"a\nb": c\n', "YML021", "1:1-1:3", "baru bertemu pasangannya di baris 2", 'tutup dengan "'),
    ("a: Visi: maju\n", "YML022", "1:8-1:9", "titik dua", '"Visi: maju"'),
    ("- a: b\n  c: 😀 d: e\n", "YML022", "2:9-2:10", "titik dua", '"😀 d: e"'),
    ('a: kata "b": c\n', "YML022", "1:12-1:13", "titik dua", "'kata \"b\": c'"),
    ("12:30: a: b\n", "YML022", "1:9-1:10", "titik dua", '"a: b"'),
    ("a: {b: c: d}\n", "YML022", "1:9-1:10", "titik dua", "tanda kutip"),
    ("a: b\nvisi:maju\nc: d\n", "YML023", "2:5-2:6", '"visi"', "satu spasi"),
    ("visi:maju\nc: d\n", "YML023", "1:5-1:6", '"visi"', "satu spasi"),
    ("a: foo\n   b: bar\n", "YML024", "2:4-2:5", "daripada baris 1", "sejajarkan dengan baris 1"),
    ("a:\n    b: c\n  d: e\n", "YML024", "3:3-3:7", "menjorok 2 spasi", "sejajarkan"),
    ("a:\n  - b: c\n    d: e\n   f: g\n", "YML024", "4:4-4:8", "menjorok 3 spasi", "sejajarkan"),
    ("  a: b\nc: d\n", "YML024", "2:1-2:5", "kurang menjorok", "kolom 1"),
    ("a: |\n  b\n c\nd: e\n", "YML024", "3:2-3:3", "teks di atasnya", "baris pertama teks"),
    ("a: [b, c\nd: e\n", "YML025", "1:4-1:9", "kurung [ yang dibuka di sini tidak ditutup", "tutup dengan ]"),
    ("a: {b: [c]\nd: e\n", "YML025", "1:4-1:11", "kurung { yang dibuka di sini tidak ditutup", "tutup dengan }"),
    ("a: [\n", "YML025", "1:4-1:5", "kurung [ yang dibuka di sini tidak ditutup", "tutup dengan ]"),
    ("a: [b, {c: d]\n", "YML025", "1:13-1:14", "kurung { ditutup dengan ]", "tutup dengan }"),
    ("a: [b, c]]\n", "YML025", "1:10-1:11", "kurung penutup ] tanpa kurung pembuka", "hapus"),
    ("a: } b\n", "YML025", "1:4-1:5", "kurung penutup } tanpa kurung pembuka", "hapus"),
    ("a: [b,, c]\n", "YML025", "1:7-1:8", "koma berlebih", "hapus"),
    ("a: ['b' 'c']\n", "YML025", "1:9-1:13", "isi kurung [ tidak terbaca", "koma"),
    ("a: @dinas\n", "YML026", "1:4-1:10", "diawali @", "tanda kutip"),
    ("a: `b`\n", "YML026", "1:4-1:7", "diawali `", "tanda kutip"),
    ("a: %50\n", "YML026", "1:4-1:7", "diawali %", "tanda kutip"),
    ("a: , b\n", "YML026", "1:4-1:7", "koma", "tanda kutip"),
    ("a: ? b\n", "YML026", "1:4-1:7", "tanda tanya", "tanda kutip"),
    ("a:\n  - b\n  c: d\n", "YML027", "3:3-3:7", "kunci ini berdiri di antara butir", "tanda hubung"),
    ("a:\n  b: c\n  - d\n", "YML027", "3:3-3:6", "butir daftar ini berdiri di antara kunci", "jorokkan"),
    ("a: - b\n", "YML027", "1:4-1:7", "baris yang sama", "baris sendiri"),
    ("a: b\nvisi\nc: d\n", "YML028", "2:1-2:5", "tanpa titik dua", "tambahkan titik dua"),
    ("visi\nc: d\n", "YML028", "1:1-1:5", "tanpa titik dua", "tambahkan titik dua"),
    ('a: "C:\\data"\n', "YML029", "1:7-1:9", "kode \\d", "kutip tunggal"),
    ('a: "\\xZZ"\n', "YML029", "1:5-1:7", "kode \\x", "kutip tunggal"),
    ('a: "\\UFFFFFFFF"\n', "YML029", "1:5-1:7", "kode \\U", "kutip tunggal"),
    ("a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> x\n", "YML030", "2:1-2:13", "git", "hapus baris <<<<<<<"),
    ("a: | teks\n", "YML031", "1:4-1:10", "tanda | di awal nilai", "baris berikutnya"),
    ("a: > 5 tahun\n", "YML031", "1:4-1:13", "tanda > di awal nilai", "tanda kutip"),
    ("a: 'Dinas' Kominfo\n", "YML032", "1:12-1:19", "kutip penutup", "seluruh nilai"),
    ("a: 'it's'\n", "YML032", "1:8-1:10", "kutip penutup", "dua kali"),
    ("a: [Draf] Rencana\n", "YML032", "1:11-1:18", "kurung penutup ]", "seluruh nilai"),
    ("a: **tebal**\n", "YML009", "1:4-1:13", "tanda bintang", "tanda kutip"),
    ("a: & rekan\n", "YML009", "1:4-1:11", "tanda &", "tanda kutip"),
    ("a: !<b c\n", "YML011", "1:4-1:9", "tanda seru", "tanda kutip"),
    ("a: !b!c d\n", "YML011", "1:4-1:10", "tanda seru", "tanda kutip"),
    ("a: b\n...\nc: d\n", "YML012", "3:1-3:5", "sesudah baris ...", "hapus"),
]


def only_finding(text: str, parser: type) -> Finding:
    loaded = load_text(SourceText("a.yaml", text), parser)
    assert loaded.root is None
    (finding,) = loaded.findings
    return finding


@pytest.mark.parametrize("parser", [pytest.param(FASTEST, id="fastest"), pytest.param(PurePythonParser, id="python")])
@pytest.mark.parametrize(("text", "code", "place", "message", "hint"), CASES, ids=[repr(case[0]) for case in CASES])
def test_a_fault_is_told_in_our_words_at_its_place(
    text: str, code: str, place: str, message: str, hint: str, parser: type
) -> None:
    finding = only_finding(text, parser)
    span = finding.span
    assert span is not None
    found = f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"
    assert (finding.code, found) == (code, place)
    assert message in finding.message
    assert hint in (finding.hint or "")


def test_windows_line_ends_and_wide_characters_do_not_move_the_place() -> None:
    finding = only_finding("\u2028# 😀\r\nb: 😀\r\nc: d: e\r\n", FASTEST)
    assert str(finding.span) == "a.yaml:3:5"


def test_an_unclosed_bracket_far_above_is_found() -> None:
    finding = only_finding("a: {b: [c,\n" + "  d,\n" * 50 + "e: f\n", FASTEST)
    assert str(finding.span) == "a.yaml:1:8"


def test_a_quote_that_ran_away_shows_where_it_closed() -> None:
    finding = only_finding('a: "b\nc: "d"\n', FASTEST)
    assert [str(related.span) for related in finding.related] == ["a.yaml:2:4"]


def test_a_fault_stands_alone() -> None:
    assert [finding.code for finding in load_bytes(b"a: 1\na: 2\nb: &x c\nd: e: f\n", "a.yaml").findings] == ["YML022"]


def test_an_unknown_fault_keeps_the_words_of_the_parser() -> None:
    from yaml.error import Mark
    from yaml.scanner import ScannerError

    from smartplan.source.fault import fault_of
    from smartplan.source.guards import Guards
    from smartplan.source.syntax import explain
    from smartplan.source.walk import Walk

    source = SourceText("a.yaml", "a: b\n")
    error = ScannerError("while dreaming", None, "found a new thing", Mark("", 3, 0, 3, None, 0))
    finding = explain(fault_of(error, source, Walk(source, Guards(source))))
    assert (finding.code, str(finding.span)) == ("YML020", "a.yaml:1:4")
    assert "while dreaming, found a new thing" in finding.message


def test_every_code_has_a_title_and_a_reason() -> None:
    assert {case[1] for case in CASES} <= set(CODES)
    for code, (title, why, mend) in CODES.items():
        assert code.startswith("YML")
        assert title == title.lower().replace(" ", "-")
        assert why.endswith(".")
        assert mend.endswith(".")
    assert len({said.title for said in CODES.values()}) == len(CODES)


def test_every_code_in_the_room_is_explained() -> None:
    import re
    from pathlib import Path

    import smartplan.source

    files = list(Path(smartplan.source.__file__).parent.glob("*.py"))
    assert len(files) > 10
    used = {
        code
        for file in files
        if file.name != "codes.py"
        for code in re.findall(r'"(YML\d{3})"', file.read_text(encoding="utf-8"))
    }
    assert used == set(CODES)
