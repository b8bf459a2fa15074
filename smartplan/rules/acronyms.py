"""Acronyms of a plan: how often each is used, where first, and which are written out somewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.plan.parts.aksi import Program
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from smartplan.rules.texts import Text, Texts

__all__ = ["Acronym", "unexplained"]

_CAPITALS: Final = lazy(r"[A-Z]{3,}")
_SKIPPED_PARTS: Final = ("rpjmd.program", "dasar_hukum", "daftar_pustaka")
_SKIPPED_KEYS: Final = frozenset(("sumber", "url", "berkas", "logo", "nomor", "nomor_daerah", "nip", "satuan"))
_OF_PEOPLE: Final = frozenset(("jabatan", "peran"))
_ROMAN: Final = lazy(r"[IVXLCDM]+\Z")
_JOINTS: Final = frozenset("_./@")
_CAPITALS_BEFORE: Final = lazy(r"[A-Z]{2,}[ -]\Z")
_CAPITALS_AFTER: Final = lazy(r"[ -][A-Z]{2,}\b")
_EXPLANATION: Final = r"(?: ?\((?=[A-Za-z]+[ -][A-Za-z])| (?:adalah|ialah|yaitu|yakni|merupakan|singkatan|atau)\b|,? (?:kependekan|akronim)\b| ?[=:] ?[A-Z][a-z])"


class Acronym(NamedTuple):
    """An acronym that is nowhere written out. ``first``: the text where it stands first."""

    word: str
    first: Text
    times: int


def unexplained(texts: Texts, known: Collection[str], fewest: int) -> Iterator[Acronym]:
    """The acronyms that stand ``fewest`` times and more outside programs, and of which no long form is anywhere."""
    firsts: dict[str, Text] = {}
    counts: dict[str, int] = {}
    for text in texts.all:
        if type(text.part) is Program or text.key in _SKIPPED_KEYS or _is_person(text):
            continue
        for match in _CAPITALS.finditer(text.text):
            word = match.group()
            if word not in known and not text.part.path.startswith(_SKIPPED_PARTS) and _stands_alone(match):
                firsts.setdefault(word, text)
                counts[word] = counts.get(word, 0) + 1
    for word, first in firsts.items():
        if counts[word] >= fewest and not _is_explained(texts, word):
            yield Acronym(word, first, counts[word])


def _is_person(text: Text) -> bool:
    """Whether it is the name of a person, with titles that need no long form."""
    return text.key == "kepala" or (text.key == "nama" and not _OF_PEOPLE.isdisjoint(type(text.part).fields))


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether it is no part of a longer word or an address, no Roman number, and not among words in capitals."""
    whole, start, end = match.string, match.start(), match.end()
    before, after = whole[start - 1 : start], whole[end : end + 1]
    if before.isalnum() or after.isalnum() or before in _JOINTS or after in ("_", "@"):
        return False
    return not (
        _ROMAN.match(match.group())
        or _CAPITALS_BEFORE.search(whole, max(0, start - 9), start)
        or _CAPITALS_AFTER.match(whole, end)
    )


def _is_explained(texts: Texts, word: str) -> bool:
    """Whether it stands in brackets behind words, or words in brackets behind it, or a sentence says what it is."""
    behind = re.compile(rf"\w[^\n(]*\({word}\)|\b{word}{_EXPLANATION}")
    small = word.lower()
    return any(
        behind.search(text.text) for text in texts.holding((f"({small})", f"{small} ", f"{small}:", f"{small}="))
    )
