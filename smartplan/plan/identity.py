"""Ids: unique in the plan per kind; an item without one is used but named."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from smartplan.findings import Edit, Finding, Related, Severity, Span
from smartplan.source import Mapping, Scalar, edit_scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartplan.fields import Bagian, LeftOut
    from smartplan.plan.parts.rencana import Rencana

__all__ = ["check_ids", "parts_with_ids"]

_NAME_KEYS: Final = ("singkatan", "nama", "isu", "misi", "sasaran", "gap", "risiko", "potensi")
_WORD: Final = re.compile("[a-z0-9]+")
_LONGEST_ID: Final = 40
_DIMENSION_KINDS: Final = ("permasalahan", "kesenjangan", "sasaran", "inventaris", "inisiatif", "program", "quick_win")


def parts_with_ids(rencana: Rencana) -> Iterator[tuple[str, Bagian]]:
    """Every list item that has an id, with its kind (``misi_rpjmd`` and ``isu`` for those of the RPJMD)."""
    for kind in ("perangkat_daerah", "misi", "risiko"):
        for part in getattr(rencana, kind) or ():
            yield kind, part
    if rencana.rpjmd is not None:
        for isu in rencana.rpjmd.isu or ():
            yield "isu", isu
        for misi in rencana.rpjmd.misi or ():
            yield "misi_rpjmd", misi
    for dimensi in (rencana.dimensi or {}).values():
        for kind in _DIMENSION_KINDS:
            for part in getattr(dimensi, kind) or ():
                yield kind, part


def check_ids(rencana: Rencana, set_aside: Iterable[LeftOut] = ()) -> list[Finding]:
    """STR006 for each item without id, STR007 for each id that an earlier item of its kind has.

    Items ``set_aside`` keep their ids: none of them is proposed to another.
    """
    findings: list[Finding] = []
    seen: dict[tuple[str, str], Bagian] = {}
    nameless: list[tuple[str, Bagian]] = []
    for kind, part in parts_with_ids(rencana):
        name: str | None = getattr(part, "id", None)
        if name is None:
            nameless.append((kind, part))
            continue
        first = seen.setdefault((kind, name), part)
        if first is part:
            continue
        place = first.span("id")
        related = (Related(place, f"id {name} pertama kali dipakai di sini"),) if place else ()
        findings.append(
            Finding(
                "STR007",
                Severity.ERROR,
                f'id {kind} "{name}" dipakai dua kali',
                part.span("id"),
                hint="ganti salah satunya, lalu sesuaikan rujukan kepadanya",
                path=part.path,
                related=related,
            )
        )
    taken = {*seen, *((item.kind, item.id) for item in set_aside if item.id)}
    findings += [_without_id(kind, part, taken) for kind, part in nameless]
    return findings


def _without_id(kind: str, part: Bagian, taken: set[tuple[str, str]]) -> Finding:
    """``taken``: kind and id; the id that is proposed is added."""
    name = _proposal(kind, part, taken)
    taken.add((kind, name))
    return Finding(
        "STR006",
        Severity.WARNING,
        f"satu butir {kind} belum punya id",
        part.span(),
        hint=f"tambahkan id pendek, misalnya `id: {name}`",
        path=part.path,
        edits=_with_id(part, name),
    )


def _proposal(kind: str, part: Bagian, taken: set[tuple[str, str]]) -> str:
    """A few words of the item's name, as an id that no other item of its kind has."""
    called = next((text for key in _NAME_KEYS if isinstance(text := getattr(part, key, None), str) and text), kind)
    plain = unicodedata.normalize("NFKD", called).encode("ascii", "ignore").decode().lower()
    words: list[str] = []
    for word in _WORD.findall(plain):
        if words and len("-".join([*words, word])) > _LONGEST_ID:
            break
        words.append(word)
    stem = "-".join(words) or kind.replace("_", "-")
    name, number = stem, 1
    while (kind, name) in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def _with_id(part: Bagian, name: str) -> tuple[Edit, ...]:
    """``id`` as the first key of an item, or where it stands without a value."""
    node, written = part.node, part.entry("id")
    if written is not None:
        return (edit_scalar(written.value, name),) if isinstance(written.value, Scalar) else ()
    if not isinstance(node, Mapping) or not node.entries or not node.source.file:
        return ()
    place = node.entries[0].key_span
    start = Span(place.file, place.line, place.column, place.line, place.column)
    opening = node.source.offset(place.line, place.column)
    if node.source.text[node.start] == "{":
        return (Edit(start, f"id: {name}, "),)
    if node.source.in_brackets(opening):
        return ()  # a pair without braces: `[nama: Antre]`
    return (Edit(start, f"id: {name}\n{' ' * (place.column - 1)}"),)
