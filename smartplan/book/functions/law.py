"""The legal basis in official order, each act under its full kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartplan.book.functions.words import Reworded
from smartplan.book.missing import Missing
from smartplan.book.views import ListView, Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartplan.edition import Edition
    from smartplan.edition.parts import IstilahWilayah, JenisHukum

__all__ = ["full_kind", "in_official_order"]


def in_official_order(acts: Any, edition: Edition) -> Any:
    """Acts by kind as the edition orders them, then by year and number; unknown kinds come last."""
    if isinstance(acts, Missing):
        return acts
    kinds = edition.urutan_hukum or []

    def place(act: Any) -> tuple[int, int, int]:
        kind = _kind_of(_plain(act.jenis), kinds)
        rank = kinds.index(kind) if kind is not None else len(kinds)
        return rank, _number(act.tahun), _number(act.nomor)

    return ListView(sorted(acts, key=place))


def full_kind(act: Any, edition: Edition, terms: IstilahWilayah | None) -> Any:
    """``Peraturan Presiden`` for Perpres, ``Peraturan Bupati`` for Perbup; a kind written in full stays."""
    if not isinstance(act.jenis, Value):
        return act.jenis
    written = _plain(act.jenis)
    for kind in edition.urutan_hukum or ():
        if kind.nama and _same(written, kind.singkatan):
            return Reworded(act.jenis, kind.nama)
    if terms is not None and terms.peraturan and _same(written, terms.singkatan):
        return Reworded(act.jenis, terms.peraturan)
    return act.jenis


def _kind_of(written: str, kinds: Iterable[JenisHukum]) -> JenisHukum | None:
    """The kind with this name or spelling; else the one whose name begins the written one, the longest name first."""
    known = [(name, kind) for kind in kinds for name in (kind.nama, kind.singkatan, *(kind.ejaan or ())) if name]
    found = next((kind for name, kind in known if _same(written, name)), None)
    if found is not None:
        return found
    longest = sorted(known, key=lambda pair: -len(pair[0]))
    return next((kind for name, kind in longest if _squeezed(written).startswith(_squeezed(name))), None)


def _plain(value: Any) -> str:
    return str(value.nilai) if isinstance(value, Value) else ""


def _number(value: Any) -> int:
    digits = "".join(character for character in _plain(value) if character in "0123456789")
    return int(digits) if digits else 0


def _same(first: str, second: str | None) -> bool:
    return bool(second) and _squeezed(first) == _squeezed(second or "")


def _squeezed(text: str) -> str:
    return "".join(text.lower().replace("-", "").split())
