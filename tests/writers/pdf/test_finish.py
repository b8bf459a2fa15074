"""The last touch on a PDF: dates of the plan, page labels, and a file that still opens."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from smartplan.writers.pdf.finish import finish
from tests.writers.word.sample import sample

CATALOG = b"<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>"
INFO = b"<</Title(Buku)/Keywords<FEFF0041>\n/Producer<FEFF00410042>/CreationDate(D:20261126140359+07'00')>>"
PACKET = b"<</Type/Metadata/Length 70>>\nstream\n<xmp:CreateDate>2026-11-26T14:03:59+07:00</xmp:CreateDate>\nendstream"
IDENTITY = b"AB" * 16


def pdf_of(*objects: bytes) -> bytes:
    """A file as LibreOffice writes it: objects in any order, a plain table, the catalogue as object 1."""
    body, places = b"%PDF-1.6\n%\xc3\xa4\n", {}
    for number in (3, 1, *range(4, len(objects) + 1), 2):
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n\n" % (number, objects[number - 1])
    lines = b"".join(b"%010d 00000 n \n" % places[number] for number in sorted(places))
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, lines)
    trailer = b"trailer\n<</Size %d/Root 1 0 R\n/Info 5 0 R\n/ID [ <%s>\n<%s> ]\n/DocChecksum /%s\n>>\n" % (
        len(objects) + 1,
        IDENTITY,
        IDENTITY,
        IDENTITY[::-1],
    )
    return b"".join([body, table, trailer, b"startxref\n%d\n%%%%EOF\n" % len(body)])


def sample_pdf(catalog: bytes = CATALOG) -> bytes:
    return pdf_of(catalog, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page>>", b"<</Count 0>>", INFO, PACKET)


def objects_of(pdf: bytes) -> dict[int, bytes]:
    """What stands where the table says, which must be the start of that object."""
    start = int(re.findall(rb"startxref\n(\d+)\n%%EOF", pdf)[-1])
    head = re.compile(rb"xref\n0 (\d+)\n").match(pdf, start)
    assert head is not None
    found = {}
    for number in range(1, int(head[1])):
        place = int(pdf[head.end() + number * 20 :][:10])
        assert pdf.startswith(b"%d 0 obj" % number, place), number
        found[number] = pdf[place : pdf.index(b"endobj", place)]
    return found


def test_the_sample_is_read() -> None:
    assert objects_of(sample_pdf())[2].endswith(b"/Count 1>>\n")


def test_dates_are_those_of_the_document() -> None:
    objects = objects_of(finish(sample_pdf(), sample(), None))
    assert b"/CreationDate(D:20260228000000+00'00')" in objects[5]
    assert b"<xmp:CreateDate>2026-02-28T00:00:00+00:00</xmp:CreateDate>" in objects[6]
    assert len(objects[6]) == len(objects_of(sample_pdf())[6]), "the stream is as long as it says"


def test_an_undated_document_has_no_dates() -> None:
    objects = objects_of(finish(sample_pdf(), sample(created=""), None))
    assert b"/CreationDate" not in objects[5] and b"CreateDate" not in objects[6] + objects[7]
    assert len(objects[6]) == len(objects_of(sample_pdf())[6]), "the stream is as long as it says"


def test_keywords_are_not_torn_at_spaces() -> None:
    (words,) = re.findall(rb"/Keywords<FEFF(.*?)>", objects_of(finish(sample_pdf(), sample(), None))[5])
    assert bytes.fromhex(words.decode()).decode("utf-16-be").startswith("Kabupaten Rekaan, 2026, Smart Governance, ")


def test_it_says_what_it_is_in_xmp() -> None:
    pdf = finish(sample_pdf(), sample(author="Bappeda & Diskominfo"), None)
    objects = objects_of(pdf)
    assert b"/Metadata 7 0 R" in objects[1] and b"/Size 8/" in pdf
    head, _, rest = objects[7].partition(b"\nstream\n")
    packet = rest.removesuffix(b"\nendstream\n")
    assert b"/Length %d>>" % len(packet) in head
    found = {etree.QName(node).localname: node for node in etree.fromstring(packet).iter(etree.Element)}
    said = {name: "|".join(found[name].itertext()) for name in ("title", "creator", "subject", "language", "Producer")}
    assert said["title"] == "BUKU II – Masterplan Smart City Daerah – Kabupaten Rekaan"
    assert said["creator"] == "Bappeda & Diskominfo"
    assert said["subject"].startswith("Kabupaten Rekaan|2026|Smart Governance|")
    assert (said["language"], said["Producer"]) == ("id-ID", "AB")
    assert found["CreateDate"].text == "2026-02-28T00:00:00Z"


def test_xmp_that_stands_already_stays() -> None:
    described = sample_pdf(CATALOG.replace(b"/Outlines", b"/Metadata 6 0 R/Outlines"))
    assert len(objects_of(finish(described, sample(), 6))) == 6


def test_the_clock_leaves_no_trace() -> None:
    later = sample_pdf().replace(b"20261126140359", b"20270101000001").replace(IDENTITY, b"CD" * 16)
    assert later != sample_pdf()
    assert finish(later, sample(), 6) == finish(sample_pdf(), sample(), 6)


def test_other_words_give_another_identity() -> None:
    other = finish(sample_pdf().replace(b"(Buku)", b"(Naskah)"), sample(), 6)
    assert re.findall(rb"<([0-9A-F]{32})>", other) != re.findall(
        rb"<([0-9A-F]{32})>", finish(sample_pdf(), sample(), 6)
    )


def test_pages_are_called_as_they_are_printed() -> None:
    pdf = finish(sample_pdf(), sample(), 6)
    assert b"/PageLabels<</Nums[0<</P(Sampul)>>1<</S/r>>5<</S/D>>]>>" in objects_of(pdf)[1]
    assert b"/PageMode/UseOutlines" in objects_of(pdf)[1]
    assert len(objects_of(pdf)) == 7


def test_labels_that_stand_already_stay() -> None:
    labelled = sample_pdf(CATALOG.replace(b"/Outlines", b"/PageLabels 9 0 R/Outlines"))
    assert finish(labelled, sample(), 6).count(b"/PageLabels") == 1


@pytest.mark.parametrize(("layout", "first"), [("letter", 6), ("book", None), ("book", 2)])
def test_without_front_matter_there_are_no_labels(layout: str, first: int | None) -> None:
    assert b"/PageLabels" not in finish(sample_pdf(), sample(layout=layout), first)


@pytest.mark.parametrize(
    "pdf",
    [
        b"",
        b"%PDF-1.7",
        sample_pdf().replace(b"xref\n0", b"xxxx\n0"),
        sample_pdf().replace(b"3 0 obj", b"3 9 obj"),
        sample_pdf().replace(b"trailer", b"trouble"),
        sample_pdf().replace(b"00000 n", b"00000 f", 1),
    ],
)
def test_a_file_of_another_build_keeps_all_but_its_dates(pdf: bytes) -> None:
    finished = finish(pdf, sample(), 6)
    assert len(finished) == len(pdf)
    assert finished == pdf.replace(b"20261126140359+07'00'", b"20260228000000+00'00'").replace(
        b"2026-11-26T14:03:59+07:00", b"2026-02-28T00:00:00+00:00"
    )
