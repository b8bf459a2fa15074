"""Acts that the texts of a plan cite by kind, number and year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartplan.edition import Edition
    from smartplan.rules.texts import Text, Texts

__all__ = ["Citation", "citations_in"]

_OTHER_PARTS: Final = ("rpjmd.program", "kelembagaan.peraturan", "pengecualian", "arsip")
_STATE: Final = lazy(r"\s*\b(?:Republik Indonesia|R\.?I\.?)(?=\s|\Z)")
_BEHIND: Final = (
    r"(?P<maker>(?:\s+(?:[A-Z][\w-]*\.?|dan)){0,9}?)\s+(?:(?i:nomor|nomer|no\.?)\s*)?(?P<number>\d{1,4}[A-Z]?)"
    r"(?:\s?/\s?|\s+(?i:tahun)\s+)(?P<year>\d{1,5})(?![\d/]|[.,]\d)"
    r"(?:,?\s+tentang\s+(?P<title>(?:[^.;:()\n]|\n(?!\n)){1,300}))?"
)
_FARTHEST: Final = 600
"""Signs of a sentence before and behind an act that are looked at."""
_YEAR_BEHIND: Final = lazy(r"tahun\s(?=\d)(?<=\d\stahun\s)")
_SLASH: Final = lazy(r"/(?= ?\d)(?:(?<=\d/)|(?<=\d /))")
"""One of these stands in every text that cites an act."""


class Citation(NamedTuple):
    """``words``: as written, on one line. ``year``: None when it has not four digits. ``tentang``: what follows
    ``tentang``, which may run on behind the title. ``before`` and ``behind``: the rest of the sentence.
    """

    text: Text
    words: str
    jenis: str
    nomor: str
    tahun: int | None
    tentang: str | None
    before: str
    behind: str


def citations_in(texts: Texts, edition: Edition) -> Iterator[Citation]:
    """Every act cited in a text that is not itself a list of acts or a quoted title, in reading order."""
    kinds = {
        name for row in edition.urutan_hukum or () for name in (row.nama, row.singkatan, *(row.ejaan or ())) if name
    }
    if not kinds:
        return
    pattern: re.Pattern[str] | None = None
    for text in texts.where(_YEAR_BEHIND, _SLASH):
        if text.is_quoted or text.part.path.startswith(_OTHER_PARTS):
            continue
        if pattern is None:
            pattern = _pattern(kinds)
        for match in pattern.finditer(text.text):
            yield _citation(text, match)


def _pattern(kinds: Iterable[str]) -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(kinds, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?P<kind>{names}){_BEHIND}")


def _citation(text: Text, match: re.Match[str]) -> Citation:
    year = match["year"]
    end = match.end("year")
    before = re.split(r"[.;!?]\s|\n\n", text.text[max(0, match.start() - _FARTHEST) : match.start()])[-1]
    behind = re.split(r"[.;!?](?:\s|\Z)|\n\n", text.text[end : end + _FARTHEST])[0]
    maker = _STATE.sub("", match["maker"])
    return Citation(
        text,
        " ".join(text.text[match.start() : end].split()),
        " ".join(f"{match['kind']}{maker}".split()),
        match["number"],
        int(year) if len(year) == len("2024") else None,
        match["title"],
        before,
        behind,
    )
