from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from smartplan.findings import Span
from smartplan.source import load_bytes, load_path

if TYPE_CHECKING:
    from pathlib import Path


def refusal(data: bytes) -> tuple[str, str, Span | None]:
    loaded = load_bytes(data, "a.yaml")
    assert loaded.source is None
    assert loaded.root is None
    (finding,) = loaded.findings
    assert finding.hint
    return finding.code, finding.message, finding.span


def archive(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name in names:
            file.writestr(name, "isi " * 5000)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (archive("[Content_Types].xml", "word/document.xml"), "dokumen Word (.docx)"),
        (archive("[Content_Types].xml", "xl/workbook.xml"), "buku kerja Excel (.xlsx)"),
        (archive("[Content_Types].xml", "ppt/presentation.xml"), "presentasi PowerPoint (.pptx)"),
        (archive("foto.jpg"), "arsip ZIP"),
        (b"%PDF-1.7\n%\xe2\xe3", "dokumen PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "dokumen Word atau Excel lama (.doc, .xls)"),
        (b"{\\rtf1\\ansi}", "dokumen RTF"),
        (b"<!DOCTYPE html>\n<html></html>", "halaman web (HTML)"),
        (b"\xef\xbb\xbf\n <!-- x -->\n<HTML>", "halaman web (HTML)"),
        (b'<?xml version="1.0"?><a/>', "berkas XML"),
        (b"\x89PNG\r\n\x1a\n", "gambar PNG"),
        (bytes(512), "berkas rusak yang berisi byte nol saja"),
    ],
)
def test_a_file_of_another_kind_is_named(data: bytes, kind: str) -> None:
    code, message, span = refusal(data)
    assert (code, span) == ("YML001", Span("a.yaml", 1, 1, 1, 1))
    assert message == f"berkas ini tampaknya {kind}, bukan teks YAML"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("nama: Buleleng\n".encode("utf-16"), "UTF-16"),
        ("nama: Buleleng\n".encode("utf-16-le"), "UTF-16"),
        ("nama: Buleleng\n".encode("utf-16-be"), "UTF-16"),
        ("nama: Buleleng\n".encode("utf-32"), "UTF-32"),
        ("nama: Buleleng\n".encode("utf-32-le"), "UTF-32"),
    ],
)
def test_another_encoding_is_named(data: bytes, name: str) -> None:
    code, message, _ = refusal(data)
    assert code == "YML002"
    assert name in message


def test_a_byte_that_is_not_utf_8_is_shown_at_its_line_and_column() -> None:
    code, message, span = refusal("# catatan\r\nnama: é ".encode() + b"\xff\n")
    assert (code, span) == ("YML002", Span("a.yaml", 2, 9, 2, 9))
    assert "0xFF di baris 2 kolom 9" in message


def test_text_of_old_windows_is_recognised() -> None:
    assert "Windows-1252" in refusal("nama: “Café”\n".encode("cp1252"))[1]


def test_a_byte_order_mark_is_taken_off() -> None:
    loaded = load_bytes(b"\xef\xbb\xbfa: b\n", "a.yaml")
    assert loaded.source is not None
    assert (loaded.source.bom, loaded.source.text) == (True, "a: b\n")
    assert loaded.root is not None
    assert loaded.root.span == Span("a.yaml", 1, 1, 1, 5)


def test_a_file_over_the_limit_is_refused_and_not_read(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    with file.open("wb") as stream:
        stream.seek(40_000_000)
        stream.write(b"\n")
    (finding,) = load_path(file, tmp_path).findings
    assert (finding.code, finding.message) == ("YML005", "berkas lebih besar dari 32 MB")


def test_a_path_is_named_relative_to_the_plan(tmp_path: Path) -> None:
    file = tmp_path / "dimensi" / "smart_living.yaml"
    file.parent.mkdir()
    file.write_bytes(b"a: b\r\n")
    loaded = load_path(file, tmp_path)
    assert loaded.source is not None
    assert loaded.source.file == "dimensi/smart_living.yaml"
    with pytest.raises(FileNotFoundError):
        load_path(tmp_path / "tidak-ada.yaml", tmp_path)


@pytest.mark.parametrize(
    ("text", "name", "line", "column"),
    [
        ("a: b\0c\n", "U+0000 (NUL)", 1, 5),
        ("a: b\n\nc: \x07d\n", "U+0007 (karakter kendali)", 3, 4),
        ("a: \uf0b7 satu\n", "U+F0B7 (simbol milik jenis huruf tertentu, private use)", 1, 4),
        ("a: 😀\U000f0000\n", "U+F0000 (simbol milik jenis huruf tertentu, private use)", 1, 5),
        ("a: \U0010ffff\n", "U+10FFFF (bukan karakter)", 1, 4),
        ("a: b\r\nc: \ufeffd\r\n", "U+FEFF (tanda urutan byte, BOM)", 2, 4),
        ("a: b\u0085c\n", "U+0085 (karakter kendali)", 1, 5),
    ],
)
def test_a_character_that_cannot_be_printed_is_named_with_its_place(
    text: str, name: str, line: int, column: int
) -> None:
    loaded = load_bytes(text.encode(), "a.yaml")
    assert loaded.root is None
    (finding,) = loaded.findings
    assert finding.code == "YML003"
    assert finding.message == f"karakter {name} di baris {line} kolom {column} tidak dapat dicetak"
    assert finding.span == Span("a.yaml", line, column, line, column + 1)


def test_many_such_characters_are_counted_after_fifty() -> None:
    findings = load_bytes(("a: " + "\uf0b7" * 70).encode(), "a.yaml").findings
    assert len(findings) == 51
    assert findings[-1].message == "masih ada 20 karakter terlarang lain di berkas ini"


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\e", "\\uE000", "\\U000F0000", "\\N", "\\uFEFF"])
@pytest.mark.parametrize("text", ['a: "b{}"\n', '"b{}": a\n'])
def test_no_escape_brings_such_a_character_in(escape: str, text: str) -> None:
    loaded = load_bytes(text.format(escape).encode(), "a.yaml")
    assert loaded.root is None
    assert [finding.code for finding in loaded.findings] == ["YML003"]


@pytest.mark.parametrize("head", ["\r\n", "# catatan\r\n", "<!---->"])
def test_a_long_head_takes_no_longer_than_it_is(head: str) -> None:
    # With a pattern that tries each line end in two ways this would not end.
    load_bytes(f"{head * 5000}skema: 1\r\n".encode(), "rencana.yaml")
