"""Findings find their place in the books, and none is lost over the whole set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smartplan import api
from smartplan.book import BookBuilder
from smartplan.book.blocks import Column, Document, Heading, Paragraph, Piece, Row, Table
from smartplan.book.remarks import TITLE, heading_anchor, place_remarks
from smartplan.findings import Finding, Severity, Span
from smartplan.resources import examples_root

if TYPE_CHECKING:
    from smartplan.book.blocks import Block


def data(path: str) -> Piece:
    return Piece("isi", "data", path, "isi")


def chapter(name: str) -> Heading:
    return Heading(1, (Piece(name),), f"bab-{name}")


def book(name: str, *blocks: Block) -> Document:
    return Document(name, "", name, "Daerah", "Kantor", "2026", body=blocks)


ONE = book(
    "satu",
    chapter("muka"),
    Paragraph((data("visi.smart_city"),)),
    chapter("isi"),
    Paragraph((data("visi.smart_city"),)),
    Table("t", (Column("A"),), (Row(((data("program[a].nama"),),), key="program[a]"),)),
    Paragraph((Piece("", footnote=(data("profil.luas"),)),)),
)
TWO = book("dua", chapter("isi"), Paragraph((data("visi.smart_city"),)), Paragraph((Piece("x"),), key="misi[b]"))


def finding(path: str | None, **more: object) -> Finding:
    return Finding("WJB002", Severity.WARNING, "belum diisi", path=path, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (finding("visi.smart_city"), {"satu": ("visi.smart_city", None), "dua": ("visi.smart_city", None)}),
        (
            finding("visi.smart_city", document="satu", section="isi"),
            {"satu": ("visi.smart_city", "bab-isi"), "dua": ("visi.smart_city", None)},
        ),
        (finding("program[a].anggaran.2026"), {"satu": ("program[a]", None)}),
        (finding("program[a]"), {"satu": ("program[a]", None)}),
        (finding("program"), {"satu": ("program[a]", None)}),
        (finding("misi"), {"dua": ("misi[b]", None)}),
        (finding("profil.luas"), {"satu": ("profil.luas", None)}),
        (finding("risiko", document="dua", section="isi"), {"dua": (heading_anchor("bab-isi"), None)}),
        (finding("risiko", document="dua", section="tiada"), {"dua": (TITLE, None)}),
        (finding("risiko"), {"satu": (TITLE, None)}),
        (finding(None), {"satu": (TITLE, None)}),
        (finding("risiko", document="tiga"), {}),
        (finding("visi.smart_city", waived=True), {}),
    ],
)
def test_a_finding_stands_at_the_nearest_place(one: Finding, expected: dict[str, tuple[str, str | None]]) -> None:
    placed = place_remarks([one], [ONE, TWO])
    found = {name: (remark.anchor, remark.within) for name, (remark,) in placed.by_document.items()}
    assert found == expected
    assert placed.elsewhere == (not expected and not one.waived)


def test_the_words_say_how_bad_what_to_do_who_and_where() -> None:
    one = finding("risiko", hint="tulis `risiko:`\x07", span=Span("rencana.yaml", 3, 1, 3, 2))
    (remark,) = place_remarks([one], [book("satu", Paragraph((data("risiko"),)))], lambda _: "Bappeda").by_document[
        "satu"
    ]
    assert remark.lines == (
        "Peringatan WJB002: belum diisi",
        "Yang perlu dilakukan: tulis “risiko:”\ufffd",
        "Yang bertindak: Bappeda",
        "Tempat di rencana: risiko, rencana.yaml baris 3",
    )


def test_findings_of_a_heading_or_the_title_share_a_remark_and_the_worst_comes_first() -> None:
    mild = Finding("ABC001", Severity.INFO, "ringan", path="risiko")
    bad = Finding("ABC002", Severity.ERROR, "berat", path="risiko")
    (remark,) = place_remarks([mild, bad], [ONE]).by_document["satu"]
    assert [line.partition(":")[0] for line in remark.lines] == [
        "2 temuan tidak punya tempat sendiri di buku ini",
        "Galat ABC002",
        "Tempat di rencana",
        "Catatan ABC001",
        "Tempat di rencana",
    ]
    assert remark.heads == (0, 1, 3)


def test_findings_of_one_field_are_remarks_of_their_own() -> None:
    remarks = place_remarks([finding("misi[b]"), finding("misi[b].rumusan")], [TWO]).by_document["dua"]
    assert [remark.anchor for remark in remarks] == ["misi[b]", "misi[b]"]


@pytest.mark.parametrize("stage", ["bimtek-1", "pengajuan"])
def test_no_finding_of_a_real_plan_is_lost(stage: str) -> None:
    plan = api.load(examples_root() / "buleleng")
    found = [one for one in api.check(plan, stage) if not one.waived]
    edition = api.plans.edition_of(plan)
    builder = BookBuilder(plan, edition)
    placed = place_remarks(found, [builder.build(name) for name in edition.ids("dokumen")])
    told = "\n".join(line for remarks in placed.by_document.values() for one in remarks for line in one.lines)
    assert found and placed.elsewhere == 0
    told = told.replace("“", "").replace("”", "")
    assert [one.message for one in found if one.message.replace("`", "") not in told] == []
