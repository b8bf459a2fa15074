"""Questions of ``init`` and ``render``, answered as a person types."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from smartplan.cli import ask, console
from smartplan.cli.init import init
from smartplan.edition import load_edition

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """``typing("tegal", "2")``: the lines that a person will type."""

    def prepare(*lines: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        monkeypatch.setattr(console, "can_ask", lambda: True)

    return prepare


def test_a_region_is_found_while_one_types(typing: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    typing("bulel", "1")
    assert ask.choose_region() == "51.08"
    assert "   1  Kabupaten Buleleng, Bali (51.08)\n" in capsys.readouterr().err


def test_an_ambiguous_name_is_numbered(typing: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    typing("tegal", "2")
    assert ask.choose_region() == "33.76"
    assert "Kabupaten Tegal, Jawa Tengah (33.28)" in capsys.readouterr().err


def test_one_may_type_again_instead_of_choosing(typing: Callable[..., None]) -> None:
    typing("teg", "kota-tegal")
    assert ask.choose_region() == "33.76"


def test_a_name_that_fits_nothing_is_asked_again(
    typing: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    typing("qqqqqq", "buleleng")
    assert ask.choose_region() == "51.08"
    assert "“qqqqqq” tidak ditemukan" in capsys.readouterr().err


def test_the_end_of_input_stops_like_ctrl_c(typing: Callable[..., None]) -> None:
    typing()
    with pytest.raises(KeyboardInterrupt):
        ask.answer("Nama? ")


def test_init_asks_for_what_is_missing(
    typing: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    typing("", "kota-bogor", "2034-2025", "2025-2034", "", "")
    assert init() == 0
    shown = capsys.readouterr()
    assert "terbalik" in shown.err
    assert "Akan ditulis di map “kota-bogor”:\n  rencana.yaml\n" in shown.err
    assert "awal: 2025" in (tmp_path / "kota-bogor" / "rencana.yaml").read_text(encoding="utf-8")


def test_init_asks_for_the_edition_where_there_are_several(
    typing: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("smartplan.cli.init._editions", lambda: ["kominfo-2023", "kominfo-2023-salinan"])
    monkeypatch.setattr("smartplan.edition.load_edition", lambda name=None, _load=load_edition: _load("kominfo-2023"))
    typing("9", "2", "", "", "")
    assert init("buleleng") == 0
    assert "Ketik salah satu: 1, 2." in capsys.readouterr().err


def test_init_writes_nothing_against_the_answer(
    typing: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    typing("", "", "", "t")
    assert init("buleleng") == 0
    assert list(tmp_path.iterdir()) == []
