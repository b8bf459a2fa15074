"""Findings -> remarks for the margin of a book, each at the place in it that the finding speaks about.

A remark goes by a data path that the book prints, by the heading of the chapter that asks for the entry, or to the
title. It is a value of words and places: writers know no findings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from smartplan.book.blocks import Heading, Paragraph, Piece, Row
from smartplan.findings import Severity
from smartplan.wording import capitalize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from smartplan.book.blocks import Document
    from smartplan.findings import Finding

__all__ = ["TITLE", "PlacedRemarks", "Remark", "heading_anchor", "place_remarks"]

TITLE: Final = ""
"""The anchor of what has no place of its own in the book."""
_LEVELS: Final = {Severity.ERROR: "Galat", Severity.WARNING: "Peringatan", Severity.INFO: "Catatan"}
_STEP: Final = re.compile(r"\.[^.\[\]]+\Z|\[[^\]]*\]\Z")
_CODE: Final = re.compile(r"`([^`]*)`")
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Remark(NamedTuple):
    """``anchor``: a data path that the book prints, a ``heading_anchor``, or ``TITLE``. ``within``: the id of the level
    1 heading below which the place is looked for; None takes the first in the book. ``lines`` are the words, a
    paragraph each; those that begin a finding are in ``heads`` (positions in ``lines``)."""

    anchor: str
    lines: tuple[str, ...]
    heads: tuple[int, ...] = (0,)
    within: str | None = None


class PlacedRemarks(NamedTuple):
    """``by_document``: document id -> its remarks. ``elsewhere``: how many findings speak only of other documents."""

    by_document: Mapping[str, tuple[Remark, ...]]
    elsewhere: int


class _Spot(NamedTuple):
    """A place in a document; the lower the ``rank``, the nearer it is to what the finding speaks about."""

    rank: int
    anchor: str
    within: str | None = None


def heading_anchor(identifier: str) -> str:
    """The anchor of the heading with this id; no data path begins so."""
    return f"#{identifier}"


def place_remarks(
    findings: Iterable[Finding], documents: Sequence[Document], who: Callable[[Finding], str] = lambda finding: ""
) -> PlacedRemarks:
    """Where each finding stands; waived ones are left out. ``who`` names the one that has to act.

    A finding stands in every document that prints its very path. Otherwise it stands once: at what is printed below
    its path, at the nearest item above it, at the chapter that asks for it, or at the title of the first document. One
    that asks for something in another document than these, and has no place here, is only counted.
    """
    places = {document.id: _Places(document) for document in documents}
    found: dict[str, dict[_Spot, list[Finding]]] = {name: {} for name in places}
    elsewhere = 0
    for finding in sorted(findings, key=lambda one: (one.severity.rank, *one.sort_key)):
        if finding.waived:
            continue
        spots = _spots(finding, places)
        if not spots:
            elsewhere += 1
        for name, spot in spots.items():
            found[name].setdefault(spot, []).append(finding)
    return PlacedRemarks(
        {name: tuple(_remarks(held, who)) for name, held in found.items() if held},
        elsewhere,
    )


def _spots(finding: Finding, places: Mapping[str, _Places]) -> dict[str, _Spot]:
    spots = {name: spot for name, held in places.items() if (spot := held.find(finding)) is not None}
    if exact := {name: spot for name, spot in spots.items() if spot.rank == 0}:
        return exact
    if spots:
        name = min(spots, key=lambda one: (spots[one].rank, one != finding.document))
        return {name: spots[name]}
    if finding.document is not None and finding.document not in places:
        return {}
    return {finding.document or next(iter(places)): _Spot(9, TITLE)} if places else {}


class _Places:
    """What one document prints: each path with the chapters that it stands in, and the headings."""

    def __init__(self, document: Document) -> None:
        self._id = document.id
        self._chapters: dict[str, list[str | None]] = {}
        self._below: dict[str, str] = {}
        self._headings: set[str] = set()
        self._chapter: str | None = None
        for part in (document.front, document.body, document.back):
            for block in part:
                if isinstance(block, Heading) and block.level == 1:
                    self._chapter = block.id
                    self._headings.add(block.id)
                self._walk(block)

    def find(self, finding: Finding) -> _Spot | None:
        chapter = f"bab-{finding.section}" if finding.document == self._id and finding.section else None
        path = finding.path or ""
        if path in self._chapters:
            return self._spot(0, path, chapter)
        if path and (below := self._below.get(path)):
            return self._spot(1, below, chapter)
        above = _above(path)
        while "." in above or "[" in above:
            if above in self._chapters:
                return self._spot(2, above, chapter)
            above = _above(above)
        if chapter in self._headings:
            return _Spot(3, heading_anchor(chapter))
        return self._spot(4, above, chapter) if above in self._chapters else None

    def _spot(self, rank: int, path: str, chapter: str | None) -> _Spot:
        return _Spot(rank, path, chapter if chapter in self._chapters[path] else None)

    def _walk(self, part: Any) -> None:
        if isinstance(part, Piece):
            self._enter(part.path)
        elif isinstance(part, (Row, Paragraph)):
            self._enter(part.key)
        for inner in part:
            if isinstance(inner, tuple) and inner:
                self._walk(inner)

    def _enter(self, path: str | None) -> None:
        if not path:
            return
        chapters = self._chapters.get(path)
        if chapters is not None:
            if self._chapter not in chapters:
                chapters.append(self._chapter)
            return
        self._chapters[path] = [self._chapter]
        above = _above(path)
        while above and above not in self._below:
            self._below[above] = path
            above = _above(above)


def _above(path: str) -> str:
    """``visi.misi[a]`` -> ``visi.misi``; empty above the first key."""
    shorter = _STEP.sub("", path)
    return shorter if shorter != path else ""


def _remarks(held: Mapping[_Spot, Sequence[Finding]], who: Callable[[Finding], str]) -> Iterable[Remark]:
    """At a field each finding is a remark of its own, at a heading or the title they share one."""
    for spot, findings in held.items():
        if spot.rank < 3:
            for finding in findings:
                yield Remark(spot.anchor, _lines(finding, who), within=spot.within)
            continue
        lines: list[str] = []
        heads: list[int] = []
        if spot.anchor == TITLE:
            heads.append(0)
            lines.append(f"{len(findings)} temuan tidak punya tempat sendiri di buku ini")
        for finding in findings:
            heads.append(len(lines))
            lines += _lines(finding, who)
        yield Remark(spot.anchor, tuple(lines), tuple(heads), spot.within)


def _lines(finding: Finding, who: Callable[[Finding], str]) -> tuple[str, ...]:
    """``Galat WJB002: visi belum diisi``, what to do, who has to, and where in the plan."""
    name = who(finding)
    where = [finding.path] if finding.path else []
    where += [f"{finding.span.file} baris {finding.span.line}"] if finding.span else []
    lines = (
        f"{_LEVELS[finding.severity]} {finding.code}: {finding.message}",
        f"Yang perlu dilakukan: {finding.hint}" if finding.hint else "",
        f"Yang bertindak: {name}" if name else "",
        f"Tempat di rencana: {', '.join(where)}" if where else "",
    )
    return tuple(_printable(line) for line in lines if line)


def _printable(line: str) -> str:
    """Code in quotes, as Word has no other mark for it, and nothing that no XML may hold."""
    return capitalize(_UNPRINTABLE.sub("\ufffd", _CODE.sub(r"“\1”", line)))
