"""The due list in each format."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import Any

import pytest

from smartplan.progress.debts import OfficeDebts
from smartplan.progress.offices import Who
from smartplan.report import due_json, due_md, due_sheet, due_text
from tests.report.due_sample import DUE, debt

TEXT = """\
Yth. Kepala Dinas Kesehatan, berikut isian rencana induk Smart City Kabupaten Rekaan yang ditunggu untuk Bimtek III \
(20 Agustus 2026, 12 hari lagi):
1. Program "Jas": isi lokasi, sumber dana. Di dimensi/smart_living.yaml:4 (dimensi.smart_living.program[jas]). \
Diminta oleh BUKU II, Rencana Aksi (aturan WJB001 dan WJB002).
2. Jumlah | tidak sama; samakan keduanya. Diminta oleh aturan ANG003.

Terima kasih kepada Badan Riset: tidak ada isian yang ditunggu untuk Bimtek III.
"""
MARKDOWN = """\
# Isian yang ditunggu untuk Bimtek III, Kabupaten Rekaan

## Dinas Kesehatan

Yth. Kepala Dinas Kesehatan, berikut isian rencana induk Smart City Kabupaten Rekaan yang ditunggu untuk Bimtek III \
(20 Agustus 2026, 12 hari lagi):

| No. | Apa | Di mana | Mengapa | Paling lambat |
| --- | --- | --- | --- | --- |
| 1 | Program "Jas": isi lokasi, sumber dana | `dimensi/smart_living.yaml:4`<br>`dimensi.smart_living.program[jas]` \
| BUKU II, Rencana Aksi (aturan WJB001 dan WJB002) | 20 Agustus 2026 |
| 2 | Jumlah \\| tidak sama; samakan keduanya |  | aturan ANG003 | 20 Agustus 2026 |

## Badan Riset

Yth. Kepala Badan Riset, terima kasih: tidak ada isian yang ditunggu untuk Bimtek III.
"""
NO_DATE = DUE._replace(meeting=DUE.meeting._replace(start=None, end=None, days=None))
NOBODY = DUE._replace(offices=())


def sheet(due: Any = DUE) -> Any:
    openpyxl = pytest.importorskip("openpyxl")
    return openpyxl.load_workbook(io.BytesIO(due_sheet.report(due)))


def test_a_message_greets_numbers_and_thanks() -> None:
    assert due_text.report(DUE) == TEXT


def test_all_who_owe_nothing_are_thanked_at_once_after_the_others() -> None:
    free = OfficeDebts(Who("x", "Dinas X", "Kepala Dinas X"), ())
    shown = due_text.report(DUE._replace(offices=(free, *DUE.offices)))
    assert shown.startswith("Yth. Kepala Dinas Kesehatan, ")
    assert shown.endswith(
        "\n\nTerima kasih kepada Dinas X, Badan Riset: tidak ada isian yang ditunggu untuk Bimtek III.\n"
    )


def test_a_table_an_office_in_markdown() -> None:
    assert due_md.report(DUE) == MARKDOWN


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, ", 1 hari lagi)"), (0, ", hari ini)"), (-3, ", lewat 3 hari)"), (None, "(20 Agustus 2026)")],
)
def test_the_greeting_says_how_many_days_are_left(days: int | None, words: str) -> None:
    assert words in due_text.report(DUE._replace(meeting=DUE.meeting._replace(days=days)))


def test_a_date_that_nobody_knows_is_said_to_be_unknown() -> None:
    assert "(tanggal belum diketahui)" in due_text.report(NO_DATE)
    assert "| tanggal belum diketahui |" in due_md.report(NO_DATE)
    assert sheet(NO_DATE)["dinkes"]["I5"].value == "tanggal belum diketahui"
    assert json.loads(due_json.report(NO_DATE, version="1", plan="p"))["due_date"] is None


def test_a_long_message_is_cut_and_says_so() -> None:
    items = tuple(debt(f"salah nomor {number}", "ANG003") for number in range(17))
    lines = due_text.report(DUE._replace(offices=(OfficeDebts(DUE.offices[0].who, items),))).splitlines()
    assert len(lines) == 17
    assert lines[-1] == "Dan 2 butir lain; daftar lengkapnya dalam lembar atau surat."


def test_nobody_to_ask_is_said() -> None:
    assert "belum memuat `perangkat_daerah`" in due_text.report(NOBODY)
    assert "belum memuat `perangkat_daerah`" in due_md.report(NOBODY)
    assert len(sheet(NOBODY).sheetnames) == 1


def test_a_file_that_could_not_be_read_takes_the_certainty_from_the_thanks() -> None:
    shown = due_text.report(DUE._replace(unread=("dimensi/smart_living.yaml",)))
    assert shown.count("Belum terbaca, sehingga belum diperiksa: dimensi/smart_living.yaml.") == 2


def test_json_gives_one_entry_an_item_with_all_keys() -> None:
    document = json.loads(due_json.report(DUE, version="1.2.3", plan="buleleng"))
    assert [*document] == ["version", "plan", "stage", "due_date", "offices", "unread"]
    assert (document["stage"], document["due_date"]) == ("bimtek-3", "2026-08-20")
    first, second = document["offices"]
    assert (first["id"], first["name"], len(first["items"])) == ("dinkes", "Dinas Kesehatan", 3)
    assert (second["id"], second["items"]) == ("brida", [])
    keys = [
        "code", "severity", "what", "hint", "path", "file", "line", "column", "worksheet", "document", "section",
        "reason", "dimension", "source", "due_date",
    ]  # fmt: skip
    assert all([*item] == keys for item in first["items"])
    assert (first["items"][2]["file"], first["items"][2]["reason"]) == (None, None)


def test_a_sheet_an_office_with_a_row_an_item() -> None:
    book = sheet()
    assert book.sheetnames == ["dinkes", "brida"]
    rows = [[cell.value for cell in row] for row in book["dinkes"].iter_rows(min_row=4)]
    assert rows[0][:2] == ["No.", "Apa"]
    assert [row[0] for row in rows[1:]] == [1, 2, 3]
    assert rows[1][1] == 'program "Jas": lokasi belum diisi'
    assert rows[1][4:9] == [
        "dimensi/smart_living.yaml:4",
        "dimensi.smart_living.program[jas].lokasi",
        "BUKU II, Rencana Aksi",
        "WJB002",
        "20 Agustus 2026",
    ]
    assert book["brida"]["A2"].value.endswith("tidak ada isian yang ditunggu untuk Bimtek III.")


@pytest.mark.parametrize("text", ["=1+1", "+62812", "-1", "@SUM(A1)", "#REF!", "=HYPERLINK(1)\x07", "\tx"])
def test_no_text_becomes_a_formula_or_an_error(text: str) -> None:
    office = OfficeDebts(Who("dinkes", text, text), (debt(text, "ANG003"),))
    book = sheet(DUE._replace(offices=(office,)))
    for place in ("A1", "B5"):
        cell = book["dinkes"][place]
        assert cell.data_type == "s"
        assert cell.value == text.replace("\x07", " ")
        assert cell.number_format == "@"
        assert cell.quotePrefix == (text[0] in "=+-@\t")


def test_sheets_get_names_that_excel_takes() -> None:
    names = ["a/b:c", "A b c", "x" * 40, "x" * 40, "''", "History"]
    offices = tuple(OfficeDebts(Who(name, name, name), ()) for name in names)
    found = sheet(DUE._replace(offices=offices)).sheetnames
    assert found == ["a b c", "A b c 2", "x" * 31, "x" * 29 + " 2", "OPD", "History opd"]


def test_the_same_list_gives_the_same_bytes() -> None:
    pytest.importorskip("openpyxl")
    first = due_sheet.report(DUE)
    assert due_sheet.report(DUE) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = archive.read("docProps/core.xml").decode()
    assert re.findall(r">(\d{4}-\d\d-\d\dT[^<]*)<", properties) == ["2000-01-01T00:00:00Z"] * 2
