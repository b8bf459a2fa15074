"""All words of a plan in one place, so that a rule can look for some of them without reading every text again."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from smartplan.findings import Span
from smartplan.source import lines_of
from smartplan.wording.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from smartplan.fields import Bagian

__all__ = ["Text", "Texts", "exact_span", "says_nothing"]

_SEPARATOR = "\n\0\n"
_FEW_SIGNS: Final = 5
_SOFT_BREAK: Final = lazy(r"(?<![\n|\\])(?<! {2})\n[ \t]*+(?![\n>|#`=]|[-*+]\s|\d+[.)]\s)")
"""The end of a line inside a paragraph: nothing of Markdown begins or ends there."""
_QUOTED_PARTS: Final = ("jadwal", "dasar_hukum", "daftar_pustaka", "kelembagaan.nota_kesepakatan")


class Text(NamedTuple):
    """One value in words, each paragraph on one line.

    ``position``: place in a list, or the key in a map of texts; None for a single value.
    """

    dimension: str | None
    part: Bagian
    key: str
    position: int | str | None
    text: str

    @property
    def span(self) -> Span | None:
        """Where the value stands."""
        if isinstance(self.position, int):
            return self.part.item_span(self.key, self.position)
        return self.part.span(self.key)

    @property
    def is_quoted(self) -> bool:
        """Whether others named what stands here: sources, meetings, acts and works are quoted as they are."""
        return self.key == "sumber" or self.part.path.startswith(_QUOTED_PARTS)


class Texts:
    """Every text of a plan in reading order."""

    def __init__(self, parts: Iterable[tuple[str | None, Bagian]]) -> None:
        self.all = [text for dimension, part in parts for text in _texts_of(dimension, part)]
        # The length of a lower-case text may differ from that of the text itself.
        lowered = [text.text.lower() for text in self.all]
        self._joined = _SEPARATOR.join(lowered)
        self._starts = [0, *accumulate(len(text) + len(_SEPARATOR) for text in lowered)]
        self._words = "\n".join(set(self._joined.split()))
        """Each word once: a small part of all words, in which most of what rules look for is nowhere."""

    def holding(self, fragments: Iterable[str]) -> Iterator[Text]:
        """The texts in which one of ``fragments`` (in lower case) stands, in reading order."""
        positions: set[int] = set()
        for fragment in fragments:
            if any(piece not in self._words for piece in fragment.split()):
                continue
            start = self._joined.find(fragment)
            while start >= 0:
                position = bisect_right(self._starts, start) - 1
                positions.add(position)
                start = self._joined.find(fragment, self._starts[position + 1])
        for position in sorted(positions):
            yield self.all[position]

    def matching(self, pattern: re.Pattern[str], fragments: Iterable[str]) -> Iterator[tuple[Text, re.Match[str]]]:
        """The first match of ``pattern`` in each text; every match must contain one of ``fragments``."""
        for text in self.holding(fragments):
            match = pattern.search(text.text)
            if match is not None:
                yield text, match

    def where(self, *patterns: re.Pattern[str]) -> Iterator[Text]:
        """The texts in which one of ``patterns`` matches, all being in lower case, in reading order.

        A pattern should begin with plain signs: then most of the words are passed over quickly.
        """
        positions = {
            bisect_right(self._starts, match.start()) - 1
            for pattern in patterns
            for match in pattern.finditer(self._joined)
        }
        for position in sorted(positions):
            yield self.all[position]

    def with_digits(self, length: int) -> Iterator[Text]:
        """The texts in which at least ``length`` (an even number) digits stand side by side, in reading order.

        So many digits cannot miss two neighbours of the places that are looked at, one in every half ``length``.
        """
        step = length // 2
        positions = {
            bisect_right(self._starts, match.start() * step) - 1
            for match in re.finditer("[0-9]{2}", self._joined[::step])
        }
        for position in sorted(positions):
            yield self.all[position]


def says_nothing(text: str | None) -> bool:
    """Whether nothing is written but marks, as the dash of a table."""
    return not text or (len(text) <= _FEW_SIGNS and not any(sign.isalnum() for sign in text))


def _texts_of(dimension: str | None, part: Bagian) -> Iterator[Text]:
    for key, is_single in _text_keys(type(part)):
        held = getattr(part, key)
        if not held:
            continue
        if is_single:
            yield Text(dimension, part, key, None, _unwrapped(held))
        else:
            pairs = held.items() if isinstance(held, dict) else enumerate(held)
            for position, text in pairs:
                yield Text(dimension, part, key, position, _unwrapped(text))


def _unwrapped(text: str) -> str:
    return _SOFT_BREAK.sub(" ", text) if "\n" in text else text


def _text_keys(kind: type[Bagian]) -> tuple[tuple[str, bool], ...]:
    """The fields of words of this kind of part, and whether each holds one value."""
    known = _TEXT_KEYS.get(kind)
    if known is None:
        known = _TEXT_KEYS[kind] = tuple(
            (key, spec.kind in ("teks", "prosa"))
            for key, spec in kind.fields.items()
            if spec.kind in ("teks", "prosa", "texts") or spec.item_kind == "teks"
        )
    return known


_TEXT_KEYS: Final[dict[type[Bagian], tuple[tuple[str, bool], ...]]] = {}


def exact_span(sources: Mapping[str, str], span: Span | None, words: str) -> Span | None:
    """Where ``words`` stand inside ``span``; ``span`` itself when the source writes them otherwise."""
    if span is None or span.file not in sources:
        return span
    lines = lines_of(sources[span.file])
    for number in range(span.line, min(span.end_line, len(lines)) + 1):
        start = span.column - 1 if number == span.line else 0
        found = lines[number - 1].find(words, start)
        if found >= 0:
            return Span(span.file, number, found + 1, number, found + 1 + len(words))
    return _span_over_lines(lines, span, words.split()) or span


def _span_over_lines(lines: Sequence[str], span: Span, words: list[str]) -> Span | None:
    """Where ``words`` stand inside ``span`` with the end of a line between them."""
    if len(words) < 2:
        return None
    text = "\n".join(lines[span.line - 1 : span.end_line])
    match = re.compile(r"\s+".join(map(re.escape, words))).search(text, span.column - 1)
    if match is None:
        return None
    ends = [(text.count("\n", 0, at), at - text.rfind("\n", 0, at)) for at in match.span()]
    return Span(span.file, span.line + ends[0][0], ends[0][1], span.line + ends[1][0], ends[1][1])
