"""The board in each format."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from smartplan.findings import Span
from smartplan.progress import Pair, Row, Share
from smartplan.progress.board import Board, StageShare, Step
from smartplan.progress.schedule import Meeting
from smartplan.report import board_json, board_md, board_text

TODAY = date(2026, 5, 1)
FIRST = Meeting("bimtek-1", "Bimtek I", date(2026, 4, 1), date(2026, 4, 2), -29)
SECOND = Meeting("bimtek-2", "Bimtek II", date(2026, 5, 13), date(2026, 5, 14), 12)
LAST = Meeting("pengajuan", "Pengajuan")


def stage(meeting: Meeting, met: int, required: int, second: tuple[int, int]) -> StageShare:
    return StageShare(
        meeting,
        Share("", meeting.title, met, required),
        (Share("buku-1", "BUKU I: Analisis Strategis", met, required), Share("buku-2", "BUKU II: Masterplan", *second)),
        (Share("smart_living", "Smart Living", 1, 2),),
    )


BOARD = Board(
    (stage(FIRST, 1, 3, (0, 0)), stage(SECOND, 4, 8, (1, 4)), stage(LAST, 4, 10, (1, 6))),
    SECOND,
    "Bimtek II",
    (
        Step("profil", "profil daerah", Span("profil.yaml", 3, 1, 3, 7), 3, (("luas wilayah", 2), ("apbd", 1))),
        Step("visi", "visi", None, 1, (("visi Smart City", 1),)),
    ),
    (Row("smart_living", "Smart Living", Pair(1, 2), Pair(0, 0), Pair(3, 3), Pair(0, 4)),),
    (),
)

TEXT = """\
Kemajuan rencana induk Kabupaten Rekaan, 1 Mei 2026

Isian yang ada, dari semua yang diminta sampai tahap itu
  Bimtek I   ######..............  33 %  1 dari 3  1–2 April 2026, lewat 29 hari
  Bimtek II  ##########..........  50 %  4 dari 8  13–14 Mei 2026, 12 hari lagi
  Pengajuan  ########............  40 %  4 dari 10

                              Bimtek I  Bimtek II  Pengajuan
  BUKU I: Analisis Strategis      33 %       50 %       40 %
  BUKU II: Masterplan                -       25 %       16 %

  Smart Living                    50 %       50 %       50 %

Tahap berikutnya: Bimtek II, 13–14 Mei 2026 (12 hari lagi)
  4 isian belum ada.

Langkah yang paling banyak membantu menuju Bimtek II
  1. Profil daerah: 3 isian, yaitu luas wilayah (2), apbd
     profil.yaml:3
  2. Visi: 1 isian, yaitu visi Smart City

Keterkaitan: berapa yang tersambung, dari yang tertulis
                kesenjangan  inisiatif  sasaran  program
  Smart Living          1/2          -      3/3      0/4
  kesenjangan dijawab inisiatif; inisiatif dijalankan program; sasaran dilayani program; program
  berujung pada sasaran atau program RPJMD.
"""


def text(board: Board = BOARD, **more: bool | int) -> str:
    return board_text.report(board, "Kabupaten Rekaan", TODAY, **more)  # type: ignore[arg-type]


def test_text_shows_stages_next_steps_and_coverage() -> None:
    assert text(ascii_only=True) == TEXT


def test_colour_adds_codes_and_changes_no_word() -> None:
    coloured = text(ascii_only=True, colour=True)
    assert "\x1b[1;31m1–2 April 2026, lewat 29 hari\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == TEXT


@pytest.mark.parametrize("width", [60, 72, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(len(line) for line in text(width=width).splitlines()) <= width


def test_a_narrow_terminal_shows_the_next_and_the_last_stage() -> None:
    names = ("Bimtek I", "Bimtek II", "Bimtek III", "Bimtek IV")
    more = tuple(stage(Meeting(f"t{at}", name), 1, 2, (0, 1)) for at, name in enumerate(names))
    board = BOARD._replace(stages=(*more, *BOARD.stages[1:]))
    lines = text(board, width=60).splitlines()
    assert any(line.split() == ["Bimtek", "II", "Pengajuan"] for line in lines)


def test_a_finished_stage_says_so_and_has_no_steps() -> None:
    done = stage(SECOND, 8, 8, (4, 4))
    shown = text(BOARD._replace(stages=(done,), steps=()))
    assert "Semua isian yang diminta sampai tahap ini sudah ada." in shown
    assert "Langkah" not in shown


def test_an_unknown_date_says_where_to_write_it() -> None:
    shown = text(BOARD._replace(next=LAST))
    assert "Tahap berikutnya: Pengajuan, tanggalnya belum ada di `jadwal`" in shown


def test_files_that_could_not_be_read_are_named() -> None:
    board = BOARD._replace(unread=("profil.yaml",))
    sentence = "Tidak terbaca, sehingga tidak ikut dihitung: profil.yaml. Perbaiki berkas ini dahulu."
    assert sentence in text(board)
    assert sentence in board_md.report(board, "Kota Rekaan", TODAY)


def test_items_that_could_not_be_read_are_named_and_nothing_is_called_whole() -> None:
    whole = BOARD._replace(stages=(stage(FIRST, 3, 3, (0, 0)), stage(SECOND, 8, 8, (4, 4))))
    assert "Semua isian yang diminta sampai tahap ini sudah ada." in text(whole)
    board = whole._replace(set_aside=tuple(f"risiko[r{number}]" for number in range(6)))
    for shown in (text(board), board_md.report(board, "Kota Rekaan", TODAY)):
        flat = " ".join(shown.replace("\\", "").split())
        assert "risiko[r3], dan 2 butir lain. Lihat sebabnya dengan `smartplan validate`." in flat
        assert "Semua isian yang terbaca dan diminta sampai tahap ini sudah ada." in flat


@pytest.mark.parametrize("width", [60, 70, 80])
def test_names_of_dimensions_are_whole_in_a_narrow_terminal(width: int) -> None:
    board = BOARD._replace(
        set_aside=("dimensi.smart_living.program[antre]",),
        coverage=(Row("smart_environment", "Smart Environment", Pair(1, 2), Pair(0, 0), Pair(3, 3), Pair(0, 4)),),
    )
    lines = board_text.report(board, "Kota Rekaan", TODAY, width=width).splitlines()
    assert max(len(line) for line in lines) <= width
    assert "  Smart Environment" in "\n".join(lines)


def test_markdown_has_a_table_of_stages_and_one_of_coverage() -> None:
    lines = board_md.report(BOARD, "Kabupaten Rekaan", TODAY).splitlines()
    assert lines[0] == "# Kemajuan rencana induk Kabupaten Rekaan, 1 Mei 2026"
    assert "|  | Bimtek I | Bimtek II | Pengajuan |" in lines
    assert "| **Semua** | **33 % (1 dari 3)** | **50 % (4 dari 8)** | **40 % (4 dari 10)** |" in lines
    assert "| BUKU II: Masterplan | – | 25 % (1 dari 4) | 16 % (1 dari 6) |" in lines
    assert "1. Profil daerah: 3 isian, yaitu luas wilayah (2), apbd (`profil.yaml:3`)" in lines
    assert "| Smart Living | 1 dari 2 | – | 3 dari 3 | 0 dari 4 |" in lines


def test_json_says_all_of_it() -> None:
    document = json.loads(board_json.report(BOARD, version="1", plan="p", edition="e", today=TODAY))
    assert [*document] == [
        "version", "plan", "edition", "today", "next", "stages", "steps_lead_to", "steps", "coverage", "unread",
        "set_aside",
    ]  # fmt: skip
    assert document["next"] == {
        "stage": "bimtek-2",
        "title": "Bimtek II",
        "start": "2026-05-13",
        "end": "2026-05-14",
        "days": 12,
    }
    assert document["stages"][0]["total"] == {"percent": 33, "met": 1, "required": 3}
    assert document["stages"][0]["documents"][1]["percent"] is None, "nothing is asked yet"
    assert document["steps"][1]["file"] is None
    assert document["coverage"][0]["program"] == {"met": 0, "total": 4}
